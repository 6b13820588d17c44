//! The header: way back, village, title, sample mark, state of saving; below it the row of teeth (gigi haruan).

use super::house::{House, Saving, house};
use super::place;
use super::routes::{Route, parent_of};
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{follow, held};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The header of every page.
pub(super) fn Header(routes: &'static [Route]) -> AnyView {
    let Some(house) = house() else { return ().into_any() };
    view! {
        <header class="top">
            <div class="top-row">
                {follow(move || way_back(routes))}
                <div class="top-names">
                    <p class="top-above">
                        <span class="top-where">{follow(move || above(house))}</span>
                        <span class="top-sample" hidden=held(move || !house.sample.get())>{words::sample(lang())}</span>
                    </p>
                    <h1 id="judul" tabindex="-1">{follow(move || house.title.get())}</h1>
                </div>
                {save_state(house)}
            </div>
        </header>
    }
    .into_any()
}

/// The line above the title: the village, and the page's own words where it has some.
fn above(house: House) -> String {
    let (village, above) = (house.village.get(), house.above.get());
    match (village.is_empty(), above.is_empty()) {
        (true, true) => words::app_name(lang()).into(),
        (true, false) => above,
        (false, true) => village,
        (false, false) => format!("{above} · {village}"),
    }
}

/// An arrow to the page above this one; on the five roots the mark of the house, which leads home.
fn way_back(routes: &[Route]) -> AnyView {
    let path = use_location().pathname.get();
    let below = path.strip_prefix(place::root().trim_end_matches('/')).unwrap_or(&path).to_owned();
    match parent_of(routes, &below) {
        Some(up) => view! {
            <a class="top-back" href=place::link(up) aria-label=words::back(lang())>{icon("back")}</a>
        }
        .into_any(),
        None => view! {
            <a class="top-mark" href=place::link("/") aria-label=words::home(lang())>{icon("home")}</a>
        }
        .into_any(),
    }
}

fn save_state(house: House) -> AnyView {
    let online = RwSignal::new(window().navigator().on_line());
    for (event, now) in [("online", true), ("offline", false)] {
        let handle = window_event_listener_untyped(event, move |_| online.set(now));
        on_cleanup(move || handle.remove());
    }
    let text = move || match house.saving.get() {
        Saving::Saved => words::saved(lang()),
        Saving::Saving => words::saving(lang()),
        Saving::NotSaved => words::not_saved(lang()),
    };
    let state = move || match house.saving.get() {
        Saving::Saved => "saved",
        Saving::Saving => "saving",
        Saving::NotSaved => "not-saved",
    };
    view! {
        <div class="top-states">
            <span class="pill" data-state=held(state) role="status" hidden=held(move || house.village.get().is_empty())>
                {follow(text)}
            </span>
            <span class="pill" data-state="offline" hidden=held(move || online.get())>{words::offline(lang())}</span>
            {terms()}
        </div>
    }
    .into_any()
}

/// Asks for the terms that stand on the page; `public/boot.js` hears it.
pub(super) fn terms() -> AnyView {
    let label = words::terms(lang());
    view! { <button type="button" class="top-terms" data-terms="" title=label aria-label=label>"?"</button> }.into_any()
}
