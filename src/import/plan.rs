//! The plan of an import: what would come into the register, by family and person, with what was found. What the plan shows
//! is what its changes do, no more and no less.

use super::finding::{Problem, RowFinding, Severity};
use super::row_reader::Unmapped;
use crate::base::codes::FamilyState;
use crate::base::{CodeList, Id, Value};
use crate::register::command::NewId;
use crate::register::{Change, RecordKind, Register, family_field, person_field};
use std::collections::BTreeSet;

/// What the user decides about an import.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Options {
    /// Fill and change fields of people who are in the register already.
    pub update: bool,
    /// Take rows in which required cells are empty, as long as there is a name.
    pub take_incomplete: bool,
    /// Leave a whole family out where one of its rows has an error.
    pub whole_families: bool,
    /// Rows left out by choice, by the sheet's own number.
    pub left_out: BTreeSet<u32>,
}

impl Default for Options {
    fn default() -> Self {
        Options { update: true, take_incomplete: false, whole_families: false, left_out: BTreeSet::new() }
    }
}

/// What becomes of a row or family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub enum Outcome {
    /// It comes in.
    New,
    /// It is in the register; fields are filled or changed.
    Update,
    /// It is in the register and says the same.
    #[default]
    Same,
    /// It is in the register and says something else; nothing is changed, as the user chose.
    Kept,
    /// It does not come in.
    LeftOut,
}

/// A field that gets another value.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Field number.
    pub tag: u16,
    /// What the register holds.
    pub old: Value,
    /// What it will hold.
    pub new: Value,
}

/// A child's mother, as the file tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mother {
    /// Another row of the family: its position in the family.
    Row(usize),
    /// A member in the register.
    Member(Id),
}

/// A row and what becomes of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlannedRow {
    /// The sheet's own row number.
    pub number: u32,
    /// Name, as far as known.
    pub name: String,
    /// NIK, or empty.
    pub nik: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The person in the register.
    pub person: Option<Id>,
    /// The family that the person leaves for this one.
    pub from: Option<Id>,
    /// Fields that are set. For outcome `Kept`, those that would be.
    pub fields: Vec<FieldChange>,
    /// The mother, where the link is new.
    pub mother: Option<Mother>,
    /// True for a person who died, moved or is lost (status dasar).
    pub gone: bool,
    /// What was found.
    pub findings: Vec<RowFinding>,
}

impl PlannedRow {
    /// True where the row changes the register.
    pub fn is_taken(&self) -> bool {
        matches!(self.outcome, Outcome::New | Outcome::Update)
    }
}

/// A family of the file and what becomes of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlannedFamily {
    /// No. KK, or empty.
    pub kk: String,
    /// The family in the register.
    pub family: Option<Id>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Its own fields that are set.
    pub fields: Vec<FieldChange>,
    /// Its rows; of a new family the head first.
    pub rows: Vec<PlannedRow>,
}

/// How many of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    /// Rows of data in the table.
    pub n_rows: u32,
    /// Families that come in.
    pub n_families_new: u32,
    /// Families of the register that change.
    pub n_families_changed: u32,
    /// Persons who come in.
    pub n_persons_new: u32,
    /// Of them, those who died, moved or are lost.
    pub n_persons_new_gone: u32,
    /// Persons whose fields change.
    pub n_persons_changed: u32,
    /// Persons who are in the register and stay as they are.
    pub n_persons_same: u32,
    /// Rows left out.
    pub n_left_out: u32,
    /// Rows with a warning.
    pub n_with_warnings: u32,
}

/// The plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Families in the order of the file.
    pub families: Vec<PlannedFamily>,
    /// Findings about the whole file.
    pub problems: Vec<Problem>,
    /// Values that no list knows.
    pub unmapped: Vec<Unmapped>,
    /// How many of what.
    pub counts: Counts,
}

impl Plan {
    /// True where nothing about the file as a whole stands in the way and something would change.
    pub fn can_apply(&self) -> bool {
        let blocked = self.problems.iter().any(|problem| problem.severity() == Severity::Error);
        let changes = |family: &PlannedFamily| matches!(family.outcome, Outcome::New | Outcome::Update);
        !blocked && self.families.iter().any(changes)
    }

    /// Counts families and rows by their outcome.
    pub(super) fn count(&mut self) {
        let mut counts = Counts::default();
        for family in &self.families {
            counts.n_families_new += u32::from(family.outcome == Outcome::New);
            counts.n_families_changed += u32::from(family.outcome == Outcome::Update);
            for row in &family.rows {
                counts.n_rows += 1;
                let warns = row.findings.iter().any(|finding| finding.severity() == Severity::Warning);
                counts.n_with_warnings += u32::from(warns);
                match row.outcome {
                    Outcome::New => counts.n_persons_new += 1,
                    Outcome::Update => counts.n_persons_changed += 1,
                    Outcome::Same | Outcome::Kept => counts.n_persons_same += 1,
                    Outcome::LeftOut => counts.n_left_out += 1,
                }
                counts.n_persons_new_gone += u32::from(row.outcome == Outcome::New && row.gone);
            }
        }
        self.counts = counts;
    }

    /// The changes that carry the plan out, in order. Verified families that change are only complete again.
    pub fn changes(&self, register: &Register, new_id: NewId) -> Vec<Change> {
        let mut changes = Vec::new();
        for family in self.families.iter().filter(|f| matches!(f.outcome, Outcome::New | Outcome::Update)) {
            family_changes(family, register, new_id, &mut changes);
        }
        changes
    }
}

fn family_changes(family: &PlannedFamily, register: &Register, new_id: NewId, changes: &mut Vec<Change>) {
    let set = |fields: &[FieldChange]| fields.iter().map(|f| (f.tag, f.new.clone())).collect::<Vec<_>>();
    let home = match family.family {
        Some(home) => {
            let own = family.fields.iter();
            changes.extend(own.map(|f| Change::set(RecordKind::Family, home, f.tag, f.old.clone(), f.new.clone())));
            let verified = register.family(home).filter(|known| known.state() == FamilyState::Verified);
            changes.extend(verified.map(|known| {
                let (old, new) = (known.own.state.to_value(), Value::Code(FamilyState::Complete.number()));
                Change::set(RecordKind::Family, home, family_field::state, old, new)
            }));
            home
        }
        None => {
            let home = new_id();
            changes.push(Change::created(RecordKind::Family, home, None, set(&family.fields)));
            home
        }
    };
    let ids: Vec<Id> = family.rows.iter().map(|row| row.person.unwrap_or_else(&mut *new_id)).collect();
    for (row, id) in family.rows.iter().zip(&ids).filter(|(row, _)| row.is_taken()) {
        let mother = row.mother.map(|mother| match mother {
            Mother::Row(at) => Value::Link(ids[at]),
            Mother::Member(id) => Value::Link(id),
        });
        match row.person {
            None => {
                let mut fields = set(&row.fields);
                fields.extend(mother.map(|mother| (person_field::mother, mother)));
                changes.push(Change::created(RecordKind::Person, *id, Some(home), fields));
            }
            Some(person) => {
                if let Some(from) = row.from {
                    let what = crate::register::What::Moved { from, to: home };
                    let record = crate::register::RecordRef { kind: RecordKind::Person, id: person };
                    changes.push(Change { record, what });
                }
                let of = |tag, old, new| Change::set(RecordKind::Person, person, tag, old, new);
                changes.extend(row.fields.iter().map(|f| of(f.tag, f.old.clone(), f.new.clone())));
                changes.extend(mother.map(|mother| of(person_field::mother, Value::Missing, mother)));
            }
        }
    }
}
