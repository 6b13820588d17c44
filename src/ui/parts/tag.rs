//! A word or number in a coloured capsule: state of a family, count of findings.

use super::tone::Tone;
use leptos::prelude::*;

/// A tag: `tag(Tone::Warn, "Draf")`.
pub fn tag(tone: Tone, text: impl Into<String>) -> AnyView {
    let text: String = text.into();
    view! { <span class="tag" data-tone=tone.name()>{text}</span> }.into_any()
}
