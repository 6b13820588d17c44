//! New versions of the site. `public/boot.js` keeps the service worker; this side shows that a newer version waits and
//! hands on the user's word.

use super::house::house;
use leptos::prelude::*;
use web_sys::Event;

/// Watches for a newer version; it may have been found before the page's program started.
pub(super) fn watch() {
    let show = |_| {
        if let Some(house) = house() {
            house.update_ready.set(true);
        }
    };
    if document().document_element().is_some_and(|html| html.has_attribute("data-update")) {
        show(());
    }
    let handle = window_event_listener_untyped("rdk-update-ready", move |_| show(()));
    on_cleanup(move || handle.remove());
}

/// Lets the waiting version take over; the page then loads anew.
pub(super) fn take() {
    if let Ok(event) = Event::new("rdk-update") {
        _ = window().dispatch_event(&event);
    }
}
