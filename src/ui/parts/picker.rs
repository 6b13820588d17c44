//! A small choice among many, for filters: the device's own list.

use crate::ui::parts::live::follow;
use leptos::prelude::*;

/// A filter by key; `options` may change, and the empty key stands for "all".
///
/// ```ignore
/// view! { <Picker id="rt" label="RT" options=areas chosen/> }
/// ```
#[component]
pub fn Picker(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// Keys and labels.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The chosen key.
    chosen: RwSignal<String>,
) -> AnyView {
    // `selected` on the options, not a value on the select: it holds also when the options arrive later.
    let rows = move || {
        let now = chosen.get();
        let row = |(key, label): (String, String)| {
            let selected = key == now;
            view! { <option value=key prop:selected=selected>{label}</option> }.into_any()
        };
        options.get().into_iter().map(row).collect::<Vec<_>>()
    };
    view! {
        <div class="picker">
            <label for=id.clone()>{label}</label>
            <select id=id class="input" on:change=move |event| chosen.set(event_target_value(&event))>{follow(rows)}</select>
        </div>
    }
    .into_any()
}
