//! Swiping between the steps of a lesson with a finger. What lies under the finger comes first: sliders, drawings, fields and
//! tables keep their gestures, and moving up or down scrolls.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// A swipe on a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swipe {
    /// The number of the step, from 1.
    pub step: usize,
    /// To the left: on to the next.
    pub forward: bool,
}

/// Where a finger came down: its number, the step, place and time.
#[derive(Clone, Copy)]
struct Down {
    finger: i32,
    step: usize,
    x: f64,
    y: f64,
    at_ms: f64,
}

/// Pixels sideways that make a swipe.
const FAR: f64 = 60.0;
/// A swipe is quick; a slow move is reading or choosing words.
const QUICK_MS: f64 = 700.0;
/// At the edges of the screen the browser has a swipe of its own.
const EDGE: f64 = 24.0;
/// What has gestures of its own.
const KEEPS: &str = "input, select, textarea, svg, .scroll";

/// The steps, on which swipes are heard.
pub fn area(steps: AnyView, then: UnsyncCallback<Swipe>) -> AnyView {
    let down = StoredValue::new(None::<Down>);
    let begin = move |event: PointerEvent| {
        // A second finger makes another gesture of it.
        down.set_value(if event.is_primary() && event.pointer_type() == "touch" { begun(&event) } else { None });
    };
    let end = move |event: PointerEvent| {
        let Some(from) = down.get_value().filter(|down| down.finger == event.pointer_id()) else { return };
        down.set_value(None);
        let (dx, dy) = (f64::from(event.client_x()) - from.x, f64::from(event.client_y()) - from.y);
        if dx.abs() >= FAR && dx.abs() > 2.0 * dy.abs() && js_sys::Date::now() - from.at_ms < QUICK_MS {
            then.run(Swipe { step: from.step, forward: dx < 0.0 });
        }
    };
    // The browser has taken the finger for scrolling.
    let lost = move |_: PointerEvent| down.set_value(None);
    view! { <div class="stack lesson-steps" on:pointerdown=begin on:pointerup=end on:pointercancel=lost>{steps}</div> }
        .into_any()
}

fn begun(event: &PointerEvent) -> Option<Down> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if target.closest(KEEPS).ok()?.is_some() {
        return None;
    }
    let step = target.closest("[data-step]").ok()??.get_attribute("data-step")?.parse().ok()?;
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let wide = window().inner_width().ok()?.as_f64()?;
    let at_ms = js_sys::Date::now();
    (x > EDGE && x < wide - EDGE).then_some(Down { finger: event.pointer_id(), step, x, y, at_ms })
}
