//! A big number that says of whom and out of how many.

use super::tag::tag;
use super::tone::Tone;
use leptos::prelude::*;

/// A number with its ground.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// What it is: "Peserta KB modern".
    pub label: String,
    /// The number as the reader writes it, with its unit: "61,2%".
    pub value: String,
    /// Out of how many, of whom, when: "104 dari 170 PUS".
    pub of: String,
    /// A mark beside it ("angka kecil") with its tone.
    pub mark: Option<(Tone, String)>,
    /// Where it leads; nowhere where empty.
    pub href: String,
}

/// A tile with a big number. Several stand in `<div class="tiles">`.
///
/// ```ignore
/// figure_tile(Figure { label: "Rasio ketergantungan".into(), value: "48,6".into(),
///     of: "342 dari 704 penduduk 15–64".into(), ..Figure::default() })
/// ```
pub fn figure_tile(figure: Figure) -> AnyView {
    let mark = figure.mark.map(|(tone, text)| tag(tone, text));
    let body = view! {
        <span class="figure-label">{figure.label}</span>
        <span class="figure-value">{figure.value}</span>
        <span class="figure-of">{figure.of}</span>
        {mark}
    };
    if figure.href.is_empty() {
        view! { <div class="card figure">{body}</div> }.into_any()
    } else {
        view! { <a class="card figure" href=figure.href>{body}</a> }.into_any()
    }
}
