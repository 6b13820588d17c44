//! The door: a small program of its own that shows the first screen to someone who comes for the first time, while the
//! page's program is still on its way. It knows the landing and the engine's client; whatever leads further hands the
//! place over to the page's program.

use super::header::terms;
use super::{crash, house, language, place, preferences};
use crate::lang::{shell as words, start};
use crate::ui::pages::start::landing;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{effect, follow};
use crate::ui::{client, lang};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Starts the door: takes over `#app` from the static first paint.
pub fn open_door() {
    crash::watch();
    place::find_root("app"); // what it does not show itself, the main program does
    preferences::apply();
    language::apply();
    place::navigate_by(|path, _| hand_over(path));
    let parent = document().get_element_by_id("app").and_then(|element| element.dyn_into().ok());
    if let Some(parent) = parent {
        let parent: web_sys::HtmlElement = parent;
        parent.set_inner_html("");
        leptos::mount::mount_to(parent, Door).forget();
    }
}

/// Lets `public/boot.js` start the page's program at a path; the door's engine stops before the page starts its own.
fn hand_over(path: &str) {
    client::stop();
    if let Ok(history) = window().history() {
        _ = history.push_state_with_url(&JsValue::NULL, "", Some(&place::link(path)));
    }
    if let Ok(event) = web_sys::Event::new("rdk-app") {
        _ = window().dispatch_event(&event);
    }
}

#[component]
fn Door() -> impl IntoView {
    house::provide();
    let language = language::provide();
    client::start();
    effect(move || {
        // Someone who was here before goes straight in.
        if client::status().is_some_and(|status| status.has_village) {
            hand_over("/");
        }
    });
    // Links lead to pages of the other program; it opens them without loading the site anew.
    let follow_link = move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|element| element.closest("a[href]").ok().flatten());
        let plain = !event.ctrl_key() && !event.meta_key() && !event.shift_key();
        if let Some(href) = link.and_then(|link| link.get_attribute("href")).filter(|_| plain)
            && !href.contains("#/") // a page of yet another program
            && let Some(path) = href.strip_prefix(place::root().trim_end_matches('/'))
        {
            event.prevent_default();
            hand_over(path);
        }
    };
    let frame = move || {
        language.track();
        view! {
            <div class="frame" on:click=follow_link>
                <header class="top">
                    <div class="top-row">
                        <span class="top-mark">{icon("home")}</span>
                        <div class="top-names">
                            <p class="top-above">{words::app_name(lang())}</p>
                            <h1 id="judul" tabindex="-1">{start::title(lang())}</h1>
                        </div>
                        <div class="top-states">{terms()}</div>
                    </div>
                </header>
                <main id="isi" tabindex="-1">{trouble()}{lost()}{landing()}</main>
            </div>
        }
    };
    follow(frame)
}

/// A failure of the engine, with what to do.
fn trouble() -> AnyView {
    let Some(house) = house::house() else { return ().into_any() };
    follow(move || {
        house.trouble.get().map(|text| view! { <div class="bar bar-error" role="alert"><p>{text}</p></div> })
    })
}

/// The browser has thrown a village's data away: the page's program says so.
fn lost() -> AnyView {
    effect(|| {
        if client::status().as_ref().and_then(crate::ui::storage::lost).is_some() {
            hand_over("/");
        }
    });
    ().into_any()
}
