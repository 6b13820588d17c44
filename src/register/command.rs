//! Commands: what a person wants done, turned into changes, or refused with a reason. Pure: they read the register and
//! return changes; the engine applies and stores them.

use super::change::{Change, RecordKind, RecordRef, What};
use super::{Family, Register, VitalEvent, event_field, family_field, person_field};
use crate::base::Order as _;
use crate::base::codes::*;
use crate::base::region::plain_number;
use crate::base::{CodeList, Date, Id, Value};
use serde::{Deserialize, Serialize};

/// Why a command is refused; nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CommandError {
    /// The record is not here (any more).
    NoSuchRecord,
    /// The value does not fit the field.
    WrongKind,
    /// The date of the event lies in the future.
    FutureDate,
    /// The date of the event lies before the person's birth.
    BeforeBirth,
    /// The person is not an active resident.
    NotActive,
    /// Nobody was named.
    NobodyNamed,
    /// Something that was changed since stands in the way of taking the act back.
    ChangedSince,
    /// Open errors stand in the way of "verified".
    OpenErrors,
    /// Core fields are empty that "complete" needs.
    RequiredMissing,
    /// A decision needs a reason.
    ReasonMissing,
    /// A village is here already; a whole one is taken in only where there is none.
    AlreadyHasVillage,
}

/// Makes new identities.
pub type NewId<'a> = &'a mut dyn FnMut() -> Id;

/// Sets one field. RT and RW lose their leading zeros; a verified family that is edited is only complete again.
pub fn edit(register: &Register, record: RecordRef, field: u16, value: Value) -> Result<Vec<Change>, CommandError> {
    let old = register.value(record.kind, record.id, field).ok_or(CommandError::NoSuchRecord)?;
    let value = tidy(record.kind, field, value);
    if old == value {
        return Ok(Vec::new());
    }
    let mut changes = vec![Change::set(record.kind, record.id, field, old, value)];
    let family = match record.kind {
        RecordKind::Family => register.family(record.id),
        RecordKind::Person => register.person(record.id).map(|(family, _)| family),
        _ => None,
    };
    let about_state = record.kind == RecordKind::Family && field == family_field::state;
    if let Some(family) = family.filter(|family| family.state() == FamilyState::Verified && !about_state) {
        changes.push(set_family_state(family, FamilyState::Complete));
    }
    Ok(changes)
}

/// The change that sets a family's state.
pub fn set_family_state(family: &Family, state: FamilyState) -> Change {
    let old = family.own.state.to_value();
    Change::set(RecordKind::Family, family.id, family_field::state, old, Value::Code(state.number()))
}

/// A value as it is kept: outer spaces off, empty text is missing, RT and RW without leading zeros.
pub fn tidy(kind: RecordKind, field: u16, value: Value) -> Value {
    let Value::Text(text) = value else { return value };
    let text = text.trim();
    if text.is_empty() {
        return Value::Missing;
    }
    let numbered = kind == RecordKind::Family && (field == family_field::rt || field == family_field::rw);
    Value::Text(if numbered { plain_number(text) } else { text.to_owned() })
}

/// Begins a family with its first fields and, where fields are given for one, its first person.
pub fn add_family(id: Id, fields: Vec<(u16, Value)>, person: Option<(Id, Vec<(u16, Value)>)>) -> Vec<Change> {
    let tidied = |kind, fields: Vec<(u16, Value)>| -> Vec<(u16, Value)> {
        fields
            .into_iter()
            .map(|(tag, value)| (tag, tidy(kind, tag, value)))
            .filter(|(_, v)| *v != Value::Missing)
            .collect()
    };
    let mut changes = vec![Change::created(RecordKind::Family, id, None, tidied(RecordKind::Family, fields))];
    if let Some((person, fields)) = person {
        changes.push(Change::created(RecordKind::Person, person, Some(id), tidied(RecordKind::Person, fields)));
    }
    changes
}

/// A vital event as it is reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventReport {
    /// When it happened.
    pub on: Date,
    /// Where.
    pub place: String,
    /// Cause of death, or reason of moving.
    pub cause: String,
    /// Where from, or where to.
    pub other_place: String,
    /// Number of the letter, where there is one.
    pub document: String,
    /// Note.
    pub note: String,
    /// What happened to whom.
    pub what: Happening,
}

/// What happened to whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Happening {
    /// A child was born into a family.
    Birth {
        /// The family.
        family: Id,
        /// The mother, where she is a member.
        mother: Option<Id>,
        /// The child's fields (name, sex, …).
        child: Vec<(u16, Value)>,
    },
    /// A person died.
    Death {
        /// The person.
        person: Id,
        /// Who becomes head, where the head died.
        new_head: Option<Id>,
    },
    /// People came to live here, in a family of the register or in a new one.
    MoveIn {
        /// The family that they join; nothing for a new family.
        family: Option<Id>,
        /// First fields of the new family.
        new_family: Vec<(u16, Value)>,
        /// Each person's fields.
        persons: Vec<Vec<(u16, Value)>>,
    },
    /// People left the village.
    MoveOut {
        /// Who left.
        persons: Vec<Id>,
        /// Who becomes head, where the head left and others stay.
        new_head: Option<Id>,
    },
}

/// Turns a vital event into changes: the stock moves, the record keeps its history.
pub fn report(
    register: &Register,
    report: &EventReport,
    today: Date,
    recorder: &str,
    new_id: NewId,
) -> Result<Vec<Change>, CommandError> {
    if report.on.reckoned() > today.reckoned() && report.on > today {
        return Err(CommandError::FutureDate);
    }
    let mut changes = Vec::new();
    let note = |kind: EventKind, family: Id, person: Id, mother: Option<Id>, changes: &mut Vec<Change>, id: Id| {
        let text = |text: &str| if text.trim().is_empty() { Value::Missing } else { Value::Text(text.trim().into()) };
        let fields = [
            (event_field::kind, Value::Code(kind.number())),
            (event_field::person, Value::Link(person)),
            (event_field::family, Value::Link(family)),
            (event_field::on, Value::Date(report.on)),
            (event_field::reported_on, Value::Date(today)),
            (event_field::place, text(&report.place)),
            (event_field::cause, text(&report.cause)),
            (event_field::other_place, text(&report.other_place)),
            (event_field::document, text(&report.document)),
            (event_field::mother, mother.map_or(Value::Missing, Value::Link)),
            (event_field::recorder, text(recorder)),
            (event_field::note, text(&report.note)),
        ];
        let fields = fields.into_iter().filter(|(_, value)| *value != Value::Missing).collect();
        changes.push(Change::created(RecordKind::Event, id, None, fields));
    };
    match &report.what {
        Happening::Birth { family, mother, child } => {
            let household = register.family(*family).filter(|f| !f.removed).ok_or(CommandError::NoSuchRecord)?;
            let person = new_id();
            let mut fields = vec![
                (person_field::born, Value::Date(report.on)),
                (person_field::relation, Value::Code(Relation::Child.number())),
                (person_field::marital, Value::Code(Marital::Never.number())),
                (person_field::status, Value::Code(LifeStatus::Alive.number())),
            ];
            if let Some(mother) = mother.and_then(|id| household.member(id)) {
                fields.push((person_field::mother, Value::Link(mother.id)));
                fields.push((person_field::religion, mother.religion.to_value()));
                fields.push((person_field::citizenship, mother.citizenship.to_value()));
            }
            fields.retain(|(tag, _)| !child.iter().any(|(given, _)| given == tag));
            fields.extend(child.iter().map(|(tag, v)| (*tag, tidy(RecordKind::Person, *tag, v.clone()))));
            fields.retain(|(_, value)| *value != Value::Missing);
            changes.push(Change::created(RecordKind::Person, person, Some(*family), fields));
            note(EventKind::Birth, *family, person, *mother, &mut changes, new_id());
        }
        Happening::Death { person, new_head } => {
            let family = leave(register, *person, LifeStatus::Dead, report.on, &mut changes)?;
            note(EventKind::Death, family, *person, None, &mut changes, new_id());
            name_head(register, family, *new_head, &mut changes);
        }
        Happening::MoveOut { persons, new_head } => {
            let first = persons.first().ok_or(CommandError::NobodyNamed)?;
            let mut household = register.person(*first).map(|(family, _)| family.id);
            for person in persons {
                let family = leave(register, *person, LifeStatus::Moved, report.on, &mut changes)?;
                note(EventKind::MoveOut, family, *person, None, &mut changes, new_id());
                household = Some(family);
            }
            if let Some(family) = household {
                name_head(register, family, *new_head, &mut changes);
            }
        }
        Happening::MoveIn { family, new_family, persons } => {
            if persons.is_empty() {
                return Err(CommandError::NobodyNamed);
            }
            let home = match family {
                Some(id) => {
                    register.family(*id).filter(|f| !f.removed).map(|f| f.id).ok_or(CommandError::NoSuchRecord)?
                }
                None => {
                    let id = new_id();
                    changes.extend(add_family(id, new_family.clone(), None));
                    id
                }
            };
            for fields in persons {
                let person = new_id();
                let mut fields: Vec<_> =
                    fields.iter().map(|(tag, v)| (*tag, tidy(RecordKind::Person, *tag, v.clone()))).collect();
                fields.push((person_field::entered, Value::Date(report.on)));
                fields.push((person_field::status, Value::Code(LifeStatus::Alive.number())));
                fields.retain(|(_, value)| *value != Value::Missing);
                changes.push(Change::created(RecordKind::Person, person, Some(home), fields));
                note(EventKind::MoveIn, home, person, None, &mut changes, new_id());
            }
        }
    }
    Ok(changes)
}

fn leave(
    register: &Register,
    id: Id,
    status: LifeStatus,
    on: Date,
    changes: &mut Vec<Change>,
) -> Result<Id, CommandError> {
    let (family, person) = register.person(id).ok_or(CommandError::NoSuchRecord)?;
    if !person.is_active() {
        return Err(CommandError::NotActive);
    }
    if person.born.get().is_some_and(|born| born.is_full() && born > on) {
        return Err(CommandError::BeforeBirth);
    }
    let mut set = |field, old, new| changes.push(Change::set(RecordKind::Person, id, field, old, new));
    set(person_field::status, person.status.to_value(), Value::Code(status.number()));
    set(person_field::left, person.left.to_value(), Value::Date(on));
    Ok(family.id)
}

/// Names a new head: the person's relation becomes head; a former head who is still here keeps theirs for the user to mend.
fn name_head(register: &Register, family: Id, new_head: Option<Id>, changes: &mut Vec<Change>) {
    let Some((_, person)) = new_head.and_then(|id| register.person(id)) else { return };
    if register.home_slot(person.id) == register.family_slot(family) {
        let head = Value::Code(Relation::Head.number());
        changes.push(Change::set(
            RecordKind::Person,
            person.id,
            person_field::relation,
            person.relation.to_value(),
            head,
        ));
    }
}

/// Takes a family (with its members) or a person out of the register.
pub fn remove(register: &Register, record: RecordRef) -> Result<Vec<Change>, CommandError> {
    if !register.has(record.kind, record.id) {
        return Err(CommandError::NoSuchRecord);
    }
    let mut changes = Vec::new();
    if let (RecordKind::Family, Some(family)) = (record.kind, register.family(record.id)) {
        let members = family.members.iter().filter(|person| !person.removed);
        changes.extend(members.map(|person| Change::removed(RecordKind::Person, person.id)));
    }
    changes.push(Change { record, what: What::Removed });
    Ok(changes)
}

/// The changes that take an act back, the last first; refused where a field holds something newer by now.
pub fn undo(register: &Register, changes: &[Change]) -> Result<Vec<Change>, CommandError> {
    let mut last = std::collections::HashMap::new();
    for change in changes {
        if let What::Set { field, new, .. } = &change.what {
            last.insert((change.record, *field), new.clone());
        }
    }
    for ((record, field), value) in last {
        if register.value(record.kind, record.id, field) != Some(value) {
            return Err(CommandError::ChangedSince);
        }
    }
    for change in changes {
        let stands = register.has(change.record.kind, change.record.id);
        let fits = match &change.what {
            What::Created { .. } | What::Restored => stands,
            What::Removed => !stands,
            What::Set { .. } | What::Moved { .. } => true,
        };
        if !fits {
            return Err(CommandError::ChangedSince);
        }
    }
    Ok(changes.iter().rev().map(Change::inverse).collect())
}

/// Events of a person, the newest first.
pub fn events_of(register: &Register, person: Id) -> Vec<&VitalEvent> {
    let mut events: Vec<_> = register.events().filter(|event| event.person.is(person)).collect();
    events.order_by_key(|event| std::cmp::Reverse(event.on.get()));
    events
}
