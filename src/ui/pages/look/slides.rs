//! Pojok Kependudukan: slides are chosen, then fill the screen of the village hall. Keyboard and remote move them, and
//! they move by themselves until somebody pauses.

use super::slides_order::chooser;
use super::when_where::WhenWhere;
use crate::engine::EngineError;
use crate::engine::protocol::{MakeSlides, Slide, SlidesView};
use crate::lang::{document_page as words, shell};
use crate::ui::asking::{latest, trouble};
use crate::ui::lang;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::shell::house::name_page;
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;

/// The page.
pub fn SlidesPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::corner(lang()).into());
    let chosen = WhenWhere::new();
    let found = RwSignal::new(None::<SlidesView>);
    let problem = RwSignal::new(None::<EngineError>);
    latest(
        move || Some(MakeSlides { look: chosen.look()?, corner: None }),
        move |made| match made {
            Ok(view) => {
                chosen.taken(view.at);
                problem.set(None);
                // The choice that was just stored comes back by itself.
                if found.with_untracked(|now| now.as_ref() != Some(&view)) {
                    found.set(Some(view));
                }
            }
            Err(error) => problem.set(Some(error)),
        },
    );
    view! {
        <div class="stack">
            <p class="soft">{words::corner_about(lang())}</p>
            {chosen.fields()}
            {trouble(problem)}
            {follow(move || found.get().map_or_else(|| skeleton(8), |view| chooser(view, chosen, problem)))}
        </div>
    }
    .into_any()
}

/// The slides over the whole screen.
pub(super) fn projector(slides: Vec<Slide>, seconds: u16, show: RwSignal<bool>) -> AnyView {
    let n = slides.len();
    let (at, paused, dark) = (RwSignal::new(0usize), RwSignal::new(false), RwSignal::new(false));
    // Each turn by hand gives the slide its full time again.
    let turns = RwSignal::new(0u32);
    let turn = move |to: usize| {
        at.set(to % n);
        dark.set(false);
        turns.update(|turns| *turns += 1);
    };
    let on = move || turn(at.get_untracked() + 1);
    let back = move || turn(at.get_untracked() + n - 1);
    let screen = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(screen) = screen.get()
            && !screen.open()
        {
            _ = screen.show_modal();
            // A browser may refuse to fill the screen; the slides then fill the window.
            if let Some(root) = document().document_element() {
                _ = root.request_fullscreen();
            }
        }
    });
    let ended = move |_| {
        if document().fullscreen_element().is_some() {
            document().exit_fullscreen();
        }
        show.set(false);
    };
    let end = move || {
        if let Some(screen) = screen.get_untracked() {
            screen.close();
        }
    };
    // Escape leaves the full screen without a key press that the page would hear.
    let was_full = StoredValue::new(false);
    let left = window_event_listener_untyped("fullscreenchange", move |_| {
        let full = document().fullscreen_element().is_some();
        if was_full.get_value() && !full {
            end();
        }
        was_full.set_value(full);
    });
    on_cleanup(move || left.remove());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(handle)) = timer.try_update_value(Option::take) {
            handle.clear();
        }
    };
    on_cleanup(stop);
    effect(move || {
        turns.track();
        let paused = paused.get() || dark.get();
        stop();
        if !paused && n > 1 {
            timer.set_value(set_timeout_with_handle(on, Duration::from_secs(seconds.into())).ok());
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        let on_button = event.target().is_some_and(|target| {
            use wasm_bindgen::JsCast;
            target.dyn_ref::<web_sys::HtmlElement>().is_some_and(|element| element.tag_name() == "BUTTON")
        });
        match event.key().as_str() {
            "ArrowRight" | "ArrowDown" | "PageDown" => on(),
            "ArrowLeft" | "ArrowUp" | "PageUp" => back(),
            "Home" => turn(0),
            "End" => turn(n - 1),
            // Remotes send either for a black screen.
            "b" | "B" | "." => dark.update(|dark| *dark = !*dark),
            " " if !on_button => paused.update(|paused| *paused = !*paused),
            _ => return,
        }
        event.prevent_default();
    };
    let slides = StoredValue::new(slides);
    let body = move || {
        slides.with_value(|slides| {
            slides.get(at.get()).map(|slide| {
                let Slide { title, html, foot, line, .. } = slide.clone();
                let line = (!line.is_empty()).then(|| view! { <p class="slide-line">{line}</p> });
                view! {
                    <div class="slide" role="group" aria-roledescription="slide" aria-label=title inner_html=html></div>
                    {line}
                    <p class="slide-foot">{foot}</p>
                }
                .into_any()
            })
        })
    };
    let place = move || words::slide_n(lang(), at.get() + 1, n);
    let state = move || match (dark.get(), paused.get()) {
        (true, _) => words::dark_now(lang()),
        (_, true) => words::paused(lang()),
        _ => words::running(lang()),
    };
    let pause_label = move || if paused.get() { words::go_on(lang()) } else { words::pause(lang()) };
    view! {
        <dialog node_ref=screen class="show" class:show-dark=held(move || dark.get()) aria-label=words::corner(lang()) on:close=ended on:keydown=on_key>
            <div class="show-slide" tabindex="-1" autofocus=true>{follow(body)}</div>
            <div class="show-tools">
                <button type="button" class="button button-quiet button-square show-back" aria-label=words::previous(lang()) on:click=move |_| back()>{icon("next")}</button>
                <button type="button" class="button button-quiet" on:click=move |_| paused.update(|paused| *paused = !*paused)>{follow(pause_label)}</button>
                <button type="button" class="button button-quiet button-square" aria-label=words::next(lang()) on:click=move |_| on()>{icon("next")}</button>
                <button type="button" class="button button-quiet" aria-pressed=held(move || dark.get().to_string()) on:click=move |_| dark.update(|dark| *dark = !*dark)>{words::dark(lang())}</button>
                <span class="show-place">{follow(place)}</span>
                <span class="unseen" role="status">{follow(state)}</span>
                <button type="button" class="button button-quiet" on:click=move |_| end()>{words::end_show(lang())}</button>
            </div>
        </dialog>
    }
    .into_any()
}
