//! A number that is moved along its range; it stands beside as the reader writes it.

use crate::lang::number;
use crate::ui::lang;
use crate::ui::parts::live::{held, text};
use leptos::prelude::*;

/// How far a slider goes.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
    /// Between two stops.
    pub step: f64,
    /// Decimals shown.
    pub decimals: usize,
}

/// A slider. The value follows while it moves; `unit` stands behind the number.
///
/// ```ignore
/// view! { <Slider id="tfr" label="TFR" unit="" range=Range { low: 0.0, high: 8.0, step: 0.1, decimals: 1 } value/> }
/// ```
#[component]
pub fn Slider(
    /// Unique on the page.
    id: &'static str,
    /// What is moved.
    label: &'static str,
    /// Behind the number; none where empty.
    unit: &'static str,
    /// How far it goes.
    range: Range,
    /// The number.
    value: RwSignal<f64>,
) -> AnyView {
    let shown = move || {
        let number = number::decimal(lang(), value.get(), range.decimals);
        if unit.is_empty() { number } else { format!("{number} {unit}") }
    };
    let moved = move |event: leptos::ev::Event| {
        if let Ok(now) = event_target_value(&event).parse::<f64>() {
            value.set(now.clamp(range.low, range.high));
        }
    };
    view! {
        <div class="slider">
            <label for=id>{label}</label>
            <output for=id class="figures strong">{text(shown)}</output>
            <input
                type="range"
                id=id
                min=range.low
                max=range.high
                step=range.step
                aria-valuetext=held(shown)
                prop:value=held(move || value.get().to_string())
                on:input=moved
            />
        </div>
    }
    .into_any()
}
