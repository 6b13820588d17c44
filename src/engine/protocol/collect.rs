//! Requests of collecting: forms, families, persons, events, undo.

use super::verify::FindingView;
use crate::base::{Date, Id, Value};
use crate::register::command::EventReport;
use crate::register::{ActKind, RecordRef};
use serde::{Deserialize, Serialize};

/// Asks for the forms as data, in the engine's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GetForm;

/// The forms of the register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FormSchema {
    /// Family form.
    pub family: Vec<SectionView>,
    /// Person form.
    pub person: Vec<SectionView>,
    /// Village profile.
    pub profile: Vec<SectionView>,
    /// Fields of a vital event.
    pub event: Vec<SectionView>,
}

/// A section of a form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SectionView {
    /// Key, also in links.
    pub key: String,
    /// Title.
    pub title: String,
    /// Fields in the order of asking.
    pub fields: Vec<FieldView>,
}

/// A field of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldView {
    /// Field number.
    pub tag: u16,
    /// Key.
    pub key: String,
    /// Label.
    pub label: String,
    /// Help, or empty.
    pub help: String,
    /// How it is asked.
    pub control: Control,
}

/// How a field is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Control {
    /// A line of text.
    Text,
    /// Sixteen digits.
    Digits,
    /// A whole number.
    Number,
    /// A decimal number.
    Decimal,
    /// A date, also partly known.
    Date,
    /// One of these codes: (number, label).
    Choice(Vec<(u8, String)>),
    /// A member of the family.
    Member,
}

/// Opens a family.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenFamily {
    /// The family.
    pub id: Id,
}

/// A family as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FamilyView {
    /// Identity.
    pub id: Id,
    /// Name under which the family is listed.
    pub title: String,
    /// Where: dusun, RW, RT in words.
    pub place: String,
    /// State of the data (number of `FamilyState`).
    pub state: u8,
    /// The family's own fields.
    pub own: RecordView,
    /// Members in order, those who left last.
    pub members: Vec<RecordView>,
    /// What the rules ask about the family and its members, errors first.
    pub findings: Vec<FindingView>,
    /// The act that a command made, for undo.
    pub act: Option<Id>,
}

/// A record as the page shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RecordView {
    /// Identity.
    pub id: Id,
    /// Fields that are not missing.
    pub fields: Vec<(u16, Value)>,
    /// Fields that do not apply now.
    pub hidden: Vec<u16>,
    /// Living here (true for families).
    pub active: bool,
    /// A line about the record: relation, age.
    pub line: String,
}

/// Begins a family with first fields and, where given, a first person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddFamily {
    /// Fields of the family.
    pub family: Vec<(u16, Value)>,
    /// Fields of the first person.
    pub person: Option<Vec<(u16, Value)>>,
}

/// Adds a person to a family.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AddPerson {
    /// The family.
    pub family: Id,
    /// The person's fields.
    pub fields: Vec<(u16, Value)>,
}

/// Sets one field of a family or person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Edit {
    /// The record.
    pub record: RecordRef,
    /// Field number.
    pub field: u16,
    /// The new value.
    pub value: Value,
}

/// Sets a family's state (number of `FamilyState`).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetState {
    /// The family.
    pub family: Id,
    /// The state.
    pub state: u8,
}

/// Takes a family or person out of the register.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Remove {
    /// The record.
    pub record: RecordRef,
}

/// Records a vital event.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Report {
    /// The event.
    pub event: EventReport,
}

/// Takes an act back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Undo {
    /// The act.
    pub act: Id,
}

/// A command was carried out and stored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Done {
    /// The act, for undo.
    pub act: Id,
    /// The family concerned, where there is one.
    pub family: Option<Id>,
}

/// Asks for the last acts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecentActs {
    /// How many at most.
    pub limit: u32,
    /// Only acts on this record.
    pub record: Option<RecordRef>,
}

/// An act in the history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActRow {
    /// Identity.
    pub id: Id,
    /// Kind.
    pub kind: ActKind,
    /// What it was, in words.
    pub text: String,
    /// Whom it concerns.
    pub about: String,
    /// Who did it.
    pub by: String,
    /// Day.
    pub on: Date,
    /// Milliseconds since 1970.
    pub at_ms: u64,
    /// The family concerned, where there is one.
    pub family: Option<Id>,
    /// It can be taken back now.
    pub undoable: bool,
}
