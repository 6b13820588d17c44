//! A finding in words: what it says, about whom, and the way to the very field.

use super::protocol::{DecisionView, FindingView};
use super::words;
use crate::base::{CodeList, Date};
use crate::lang::{Lang, number, verify as t};
use crate::register::sections::{self, Section};
use crate::register::{FieldInfo, RecordKind, Register, event_field, family_field, field, person_field, profile_field};
use crate::verify::decisions::fingerprint_text;
use crate::verify::findings::rule_of;
use crate::verify::{Findings, Found};

/// The field of a kind of record.
pub fn field_of(kind: RecordKind, tag: u16) -> Option<&'static FieldInfo> {
    let fields = match kind {
        RecordKind::Person => person_field::ALL,
        RecordKind::Family => family_field::ALL,
        RecordKind::Event => event_field::ALL,
        RecordKind::Profile => profile_field::ALL,
        RecordKind::Decision | RecordKind::Help | RecordKind::Paper => return None,
    };
    field(fields, tag)
}

/// A finding in words.
pub fn view(
    findings: &Findings,
    register: &Register,
    slot: Option<u32>,
    found: &Found,
    today: Date,
    lang: Lang,
) -> FindingView {
    let rule = rule_of(found);
    let subject = findings.subject(register, slot, found);
    let field = field_of(subject.kind, found.field);
    let family = slot.map(|slot| &register.slots()[slot as usize]);
    let (who, line) = match (subject.kind, family) {
        (RecordKind::Person, Some(family)) => family.member(subject.id).map_or_else(Default::default, |person| {
            (person.name.text().to_owned(), words::person_line(person, today, lang))
        }),
        (RecordKind::Event, _) => {
            let event = register.event_slots().iter().find(|event| event.id == subject.id);
            let kind = event.and_then(|event| event.kind.get()).map_or("", |kind| kind.label(lang));
            let on = event.and_then(|event| event.on.get()).map_or(String::new(), |on| number::date(lang, on));
            let person = event.and_then(|event| event.person.get()).and_then(|id| register.person(id));
            let name = person.map_or("", |(_, person)| person.name.text());
            (name.to_owned(), [kind, &on].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))
        }
        (_, Some(family)) => (family.title().to_owned(), t::of_family(lang).to_owned()),
        _ => (register.profile.village.text().to_owned(), t::of_village(lang).to_owned()),
    };
    let decision = findings.accepted().of(register, found.fingerprint).map(|decision| DecisionView {
        id: decision.id,
        reason: decision.reason.text().to_owned(),
        by: decision.by.text().to_owned(),
        on: decision.on.get().unwrap_or_default(),
    });
    FindingView {
        fingerprint: fingerprint_text(found.fingerprint),
        rule: rule.code.into(),
        title: rule.title(lang).into(),
        severity: rule.severity,
        message: findings.message(register, slot, found, lang),
        who: if who.is_empty() { t::no_name(lang).to_owned() } else { who },
        line,
        place: family.map_or(String::new(), |family| words::place(&family.area(), lang)),
        family: family.map(|family| family.id),
        subject,
        field: found.field,
        field_key: field.map_or("", |field| field.key).into(),
        field_label: field.map_or("", |field| field.label(lang)).into(),
        section: section_of(subject.kind, found.field).unwrap_or("").into(),
        decision,
    }
}

/// The section of the form that holds a field.
fn section_of(kind: RecordKind, tag: u16) -> Option<&'static str> {
    let sections: &[Section] = match kind {
        RecordKind::Person => sections::PERSON,
        RecordKind::Family => sections::FAMILY,
        _ => &[],
    };
    sections.iter().find(|section| section.fields.contains(&tag)).map(|section| section.key)
}
