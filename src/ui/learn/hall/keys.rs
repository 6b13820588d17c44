//! Which key does what, on the hall's screen and in the trainer's window alike. A remote sends PageUp and PageDown, B or a
//! full stop, and F5.

use super::channel::Command;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// What a pressed key means here; nothing where it belongs to the control that has the focus.
pub fn command_of(event: &KeyboardEvent) -> Option<Command> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let focus = document().active_element();
    let is = |names: &[&str]| focus.as_ref().is_some_and(|element| names.contains(&element.tag_name().as_str()));
    let kind = focus.as_ref().and_then(|element| element.dyn_ref::<HtmlInputElement>()).map(HtmlInputElement::type_);
    let typing = is(&["TEXTAREA", "SELECT"]) || matches!(kind.as_deref(), Some("text" | "number" | "search"));
    let chooses = typing || kind.is_some();
    // A table that is scrolled by keys.
    let scrolls = focus.as_ref().is_some_and(|element: &Element| element.matches(".scroll").unwrap_or(false));
    let presses = chooses || is(&["BUTTON", "A", "SUMMARY"]);
    Some(match event.key().as_str() {
        "PageDown" => Command::Next,
        "PageUp" => Command::Previous,
        "ArrowRight" | "ArrowDown" if !chooses && !scrolls => Command::Next,
        "ArrowLeft" | "ArrowUp" if !chooses && !scrolls => Command::Previous,
        " " if !presses => {
            if event.shift_key() {
                Command::Previous
            } else {
                Command::Next
            }
        }
        "Home" if !chooses => Command::First,
        "End" if !chooses => Command::Last,
        "b" | "B" | "." if !typing => Command::Black,
        "t" | "T" if !typing => Command::Clock,
        "p" | "P" if !typing => Command::Pen,
        "e" | "E" if !typing => Command::Eraser,
        "c" | "C" | "Delete" if !typing => Command::Clear,
        "f" | "F" if !typing => Command::Full,
        // A remote's "start"; else it would load the page anew, and lose what was answered.
        "F5" => Command::Full,
        _ => return None,
    })
}

/// Hears keys for as long as the page is there.
pub fn on_keys(then: impl Fn(KeyboardEvent) + 'static) {
    let handle = window_event_listener(leptos::ev::keydown, then);
    on_cleanup(move || handle.remove());
}
