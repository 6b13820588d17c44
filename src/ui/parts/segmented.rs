//! One of a few views beside each other.

use crate::ui::parts::live::held;
use leptos::prelude::*;

/// A choice that is made by looking: which view of the same thing. `options` are keys with labels.
///
/// ```ignore
/// let view = RwSignal::new("rt".to_string());
/// view! { <Segmented label="Menurut" name="menurut" options=vec![("rt".into(), "RT".into()), …] chosen=view/> }
/// ```
#[component]
pub fn Segmented(
    /// What is chosen, for screen readers.
    #[prop(into)]
    label: String,
    /// Unique on the page.
    name: &'static str,
    /// Keys and labels.
    options: Vec<(String, String)>,
    /// Key of the chosen one.
    chosen: RwSignal<String>,
) -> AnyView {
    let items: Vec<_> = options
        .into_iter()
        .map(|(key, label)| {
            let (this, value) = (key.clone(), key.clone());
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name=name
                        value=value
                        prop:checked=held(move || chosen.with(|chosen| *chosen == this))
                        on:change=move |_| chosen.set(key.clone())
                    />
                    <span>{label}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    view! { <fieldset class="segmented"><legend class="unseen">{label}</legend>{items}</fieldset> }.into_any()
}
