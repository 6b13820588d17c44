//! The forms as the engine gives them, asked once a language; and reading a record of a family view.

use crate::base::{Id, Value};
use crate::engine::protocol::{FamilyView, FormSchema, GetForm, RecordView, SectionView};
use crate::lang::Lang;
use crate::ui::client::ask;
use crate::ui::lang;
use leptos::prelude::*;
use std::cell::RefCell;

thread_local! {
    static KEPT: RefCell<Option<(Lang, FormSchema)>> = const { RefCell::new(None) };
}

/// The forms in the page's language; empty until the engine has answered.
pub fn schema() -> RwSignal<FormSchema> {
    let kept =
        KEPT.with(|kept| kept.borrow().as_ref().filter(|(of, _)| *of == lang()).map(|(_, schema)| schema.clone()));
    let signal = RwSignal::new(kept.unwrap_or_default());
    if signal.with_untracked(|schema| schema.family.is_empty()) {
        leptos::task::spawn_local(async move {
            if let Ok(schema) = ask(GetForm).await {
                KEPT.with(|kept| *kept.borrow_mut() = Some((lang(), schema.clone())));
                _ = signal.try_set(schema);
            }
        });
    }
    signal
}

/// The record of a family view with this id: the family itself or a member.
pub fn record(view: &FamilyView, id: Id) -> Option<&RecordView> {
    if view.own.id == id { Some(&view.own) } else { view.members.iter().find(|member| member.id == id) }
}

/// The value of a field of a record.
pub fn value(record: &RecordView, tag: u16) -> Value {
    record.fields.iter().find(|(field, _)| *field == tag).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// The text of a field, or an empty one.
pub fn text(record: &RecordView, tag: u16) -> String {
    if let Value::Text(text) = value(record, tag) { text } else { String::new() }
}

/// How many fields of a section are filled in, out of those that apply.
pub fn filled(section: &SectionView, record: &RecordView) -> (u32, u32) {
    let applies = section.fields.iter().filter(|field| !record.hidden.contains(&field.tag));
    applies.fold((0, 0), |(done, all), field| {
        (done + u32::from(record.fields.iter().any(|(tag, _)| *tag == field.tag)), all + 1)
    })
}
