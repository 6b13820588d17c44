//! What the router leaves out: on a new page the document's title changes, the `h1` takes the focus, and a screen reader
//! hears where it is.

use super::house::house;
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::live::follow;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use std::cell::Cell;
use wasm_bindgen::JsCast;

thread_local! {
    static SPOKEN: Cell<Option<RwSignal<String>>> = const { Cell::new(None) };
}

/// Says a sentence to screen readers, politely; shows nothing.
pub fn announce(text: &str) {
    if let Some(spoken) = SPOKEN.get() {
        spoken.set(text.into());
    }
}

/// Follows the address and the title; called once, inside the router.
pub(super) fn watch_address() {
    let Some(house) = house() else { return };
    Effect::new(move |_| {
        let title = house.title.get();
        let app = words::app_name(lang());
        document().set_title(&if title.is_empty() { app.into() } else { format!("{title} · {app}") });
    });
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        if before.is_some_and(|before| before != now) {
            // The page is built after this effect; its title is there in the next frame.
            request_animation_frame(|| {
                request_animation_frame(|| {
                    focus_title();
                })
            });
        }
        now
    });
}

/// Moves the focus to the page's title; screen readers then read it.
pub fn focus_title() {
    let title = document().get_element_by_id("judul").and_then(|title| title.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(title) = title {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        _ = title.focus_with_options(&options);
    }
}

/// The live region that [`announce`] writes into.
pub(super) fn Announcer() -> AnyView {
    let spoken = RwSignal::new(String::new());
    SPOKEN.set(Some(spoken));
    view! { <div class="unseen" aria-live="polite">{follow(move || spoken.get())}</div> }.into_any()
}
