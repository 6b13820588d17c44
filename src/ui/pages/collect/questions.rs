//! What the rules ask, where it is asked: beneath the field, and as a mark on the card of a member or section. While a
//! family is a draft, nobody is told that a field is empty: the kader is just filling it in.

use super::desk::Desk;
use super::form;
use crate::base::Id;
use crate::base::codes::FamilyState;
use crate::base::{CodeList, Value};
use crate::engine::protocol::{FamilyView, FindingView, Severity};
use crate::lang::findings as words;
use crate::ui::lang;
use crate::ui::pages::verify::{Asked, tone};
use crate::ui::parts::field::Remark;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

/// Open questions about a field of a record, each with the way to say that it is right as it is.
pub fn of_field(desk: Desk, record: Option<Id>, tag: u16, asked: RwSignal<Option<Asked>>) -> Vec<Remark> {
    desk.view.with(|view| {
        let here = open(view).filter(|finding| Some(finding.subject.id) == record && finding.field == tag);
        here.map(|finding| {
            let taken = finding.clone();
            let accept = Callback::new(move |()| asked.set(Some(Asked::One(Box::new(taken.clone())))));
            Remark {
                tone: tone(finding.severity).0,
                text: finding.message.clone(),
                actions: vec![(words::right_as_is(lang()).to_owned(), accept)],
            }
        })
        .collect()
    })
}

/// Open questions that no form holds: about events, the status, the family as a whole.
pub fn elsewhere(view: &FamilyView) -> Vec<FindingView> {
    open(view).filter(|finding| finding.section.is_empty()).cloned().collect()
}

/// The mark of a card: how many questions are open in a record, or in one section of it.
pub fn mark(view: &FamilyView, record: Id, section: Option<&str>) -> Option<(Tone, String)> {
    let here = |finding: &&FindingView| {
        finding.subject.id == record && section.is_none_or(|section| finding.section == section)
    };
    let (mut n, mut grave) = (0, Severity::Info);
    for finding in open(view).filter(here) {
        n += 1;
        grave = grave.max(finding.severity);
    }
    (n > 0).then(|| (tone(grave).0, n.to_string()))
}

fn open(view: &FamilyView) -> impl Iterator<Item = &FindingView> {
    let draft = view.state == FamilyState::Draft.number();
    let empty = |finding: &FindingView| {
        let record = form::record(view, finding.subject.id);
        record.is_some_and(|record| form::value(record, finding.field) == Value::Missing)
    };
    view.findings.iter().filter(move |finding| finding.decision.is_none() && !(draft && empty(finding)))
}
