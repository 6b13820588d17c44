//! A small choice among many, for filters: the device's own list.

use crate::ui::parts::live::effect;
use leptos::html;
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
    let select = NodeRef::<html::Select>::new();
    // Written as one text: a page may hold forty pickers of a hundred options.
    effect(move || {
        if let Some(select) = select.get() {
            select.set_inner_html(&options.with(|options| options.iter().map(option).collect::<String>()));
            select.set_value(&chosen.get_untracked());
        }
    });
    effect(move || {
        let key = chosen.get();
        if let Some(select) = select.get() {
            select.set_value(&key);
        }
    });
    view! {
        <div class="picker">
            <label for=id.clone()>{label}</label>
            <select node_ref=select id=id class="input" on:change=move |event| chosen.set(event_target_value(&event))></select>
        </div>
    }
    .into_any()
}

fn option((key, label): &(String, String)) -> String {
    let plain =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    format!("<option value=\"{}\">{}</option>", plain(key), plain(label))
}
