//! When the page's program itself fails, nothing of it can be trusted any more: `public/boot.js` paints a plain page with
//! the ways to go on.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::Event;

/// Calls for the plain page whenever the page's program panics.
pub(super) fn watch() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        if let Ok(event) = Event::new("rdk-crash") {
            _ = window().dispatch_event(&event);
        }
    }));
}
