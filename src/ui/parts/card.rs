//! Cards: paper-white surfaces with one thing each, and cards that lead somewhere.

use super::icon::icon;
use super::tag::tag;
use super::tone::Tone;
use leptos::prelude::*;

/// A surface for one thing.
///
/// ```ignore
/// view! { <Card title="Cadangan"> <p>"Terakhir 3 hari lalu"</p> </Card> }
/// ```
#[component]
pub fn Card(
    /// Heading (`h2`); none where empty.
    #[prop(optional, into)]
    title: String,
    /// What stands in it.
    children: Children,
) -> AnyView {
    let heading = (!title.is_empty()).then(|| view! { <h2>{title}</h2> });
    view! { <section class="card stack-s">{heading}{children()}</section> }.into_any()
}

/// What a card that leads somewhere says: a step to take, a door, a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// Address, from `link("/…")`.
    pub href: String,
    /// Name of the icon; none where empty.
    pub icon: &'static str,
    /// The step, in bold.
    pub title: String,
    /// A line under it; none where empty.
    pub line: String,
    /// Tag at the end: tone and words.
    pub tag: Option<(Tone, String)>,
}

/// A card that leads somewhere. A few of them stand in `<div class="steps">`.
///
/// ```ignore
/// step_card(Step { href: link("/periksa"), icon: "verify", title: "Periksa 18 temuan".into(),
///     line: "5 kesalahan, 13 perlu dilihat".into(), tag: Some((Tone::Error, "5".into())) })
/// ```
pub fn step_card(step: Step) -> AnyView {
    let shape = (!step.icon.is_empty()).then(|| view! { <span class="step-icon">{icon(step.icon)}</span> });
    let line = (!step.line.is_empty()).then(|| view! { <small>{step.line}</small> });
    let end = match step.tag {
        Some((tone, text)) => tag(tone, text),
        None => view! { <span class="step-next">{icon("next")}</span> }.into_any(),
    };
    view! {
        <a class="card step" href=step.href>
            {shape}
            <span class="step-words"><b>{step.title}</b>{line}</span>
            {end}
        </a>
    }
    .into_any()
}
