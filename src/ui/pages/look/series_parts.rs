//! What the views over time share: a question that follows its choices, the choice of an area, sentences below a chart.

use super::compare::HIDE_BELOW;
use crate::base::region::Area;
use crate::engine::protocol::{AreaRow, Ask};
use crate::ui::asking::Asked;
use crate::ui::lang;
use crate::ui::pages::collect::filter::{area_of, area_options};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::live::follow;
use crate::ui::parts::picker::Picker;
use leptos::prelude::*;

/// Asks whenever the question or the register changes, and shows the last answer; a failure stands above it.
pub(super) fn answered<R>(question: impl Fn() -> Option<R> + 'static, show: fn(&R::Reply) -> AnyView) -> AnyView
where
    R: Ask + 'static,
    R::Reply: Send + Sync + 'static,
{
    let asked = Asked::follow(question);
    let shown = move || {
        let waits = asked.problem.with(Option::is_none);
        asked.answer.with(|answer| match answer {
            Some(reply) => show(reply),
            None if waits => skeleton(8),
            None => ().into_any(),
        })
    };
    view! { <div class="stack">{asked.trouble()}{follow(shown)}</div> }.into_any()
}

/// The chosen area, followed; nothing while areas are not known yet.
pub(super) fn chosen_area(areas: RwSignal<Vec<AreaRow>>, chosen: RwSignal<String>) -> Option<Area> {
    let key = chosen.get();
    let known = key.is_empty() || !areas.with(Vec::is_empty);
    known.then(|| areas.with(|areas| area_of(areas, &key)))
}

/// The choice of an area.
pub(super) fn area_picker(
    id: &'static str,
    label: &'static str,
    areas: RwSignal<Vec<AreaRow>>,
    chosen: RwSignal<String>,
) -> AnyView {
    let options = Signal::derive(move || areas.with(|areas| area_options(areas)));
    view! { <Picker id=id label=label options chosen/> }.into_any()
}

/// What was hidden from everybody and why, where the choice says so.
pub(super) fn shared_note(whom: RwSignal<String>) -> AnyView {
    let told = move || (whom.get() == "umum").then(|| said(&[crate::lang::time::for_all_ages(lang(), HIDE_BELOW - 1)]));
    view! { <div>{follow(told)}</div> }.into_any()
}

/// Sentences below a chart.
pub(super) fn said(lines: &[String]) -> AnyView {
    let lines: Vec<_> = lines.iter().map(|line| view! { <p class="soft">{line.clone()}</p> }.into_any()).collect();
    view! { <div class="stack-s measure">{lines}</div> }.into_any()
}
