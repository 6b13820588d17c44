//! Families in a line of text, for the tests of the rules. Families are parted by `/`, entries by `;`:
//!
//! - a person: `L` or `P` (or `?`), a name, then in any order a birth date, a relation (`kepala`), a marital status
//!   (`kawin`), `ibu=2` (the second member is the mother), and `key=value` for any field;
//! - `keluarga key=value …` and `desa key=value …`;
//! - an event: `lahir`, `mati`, `datang` or `pindah`, the number of the member, a date, `key=value …`.
//!
//! `_` stands for a blank, `|` for a semicolon. The day of asking is 24 November 2026; the village lies in the kecamatan 63.04.15.

use super::{Findings, RULES, Rule, Subject};
use crate::base::codes::*;
use crate::base::value::{Kind, NOT_APPLICABLE, REFUSED, UNKNOWN};
use crate::base::{Date, Id, Value};
use crate::lang::Lang;
use crate::register::*;
use expect_test::Expect;

pub const TODAY: Date = Date { year: 2026, month: 11, day: 24 };

/// The register that a text tells.
pub fn register(text: &str) -> Register {
    let mut register = Register::default();
    register.profile.code = "63.04.15.2001".to_string().into();
    let mut changes = Vec::new();
    let mut n = 0;
    for family_text in text.split('/') {
        n += 100;
        let id = |place: u64| Id::new(n + place, [n as u8; 10]);
        changes.push(Change::created(RecordKind::Family, id(0), None, vec![]));
        let (mut persons, mut events) = (0, 50);
        for entry in family_text.split([';', '\n']).map(str::trim).filter(|entry| !entry.is_empty()) {
            let (first, rest) = entry.split_once(' ').unwrap_or((entry, ""));
            let words = rest.split_whitespace();
            match first {
                "keluarga" => changes.extend(words.map(|word| {
                    let (tag, value) = pair(word, family_field::ALL, &id);
                    Change::set(RecordKind::Family, id(0), tag, Value::Missing, value)
                })),
                "desa" => words.for_each(|word| {
                    let (tag, value) = pair(word, profile_field::ALL, &id);
                    assert!(register.profile.set(tag, value), "{word}");
                }),
                "L" | "P" | "?" => {
                    persons += 1;
                    let sex = match first {
                        "L" => Value::Code(Sex::Male.number()),
                        "P" => Value::Code(Sex::Female.number()),
                        _ => Value::Missing,
                    };
                    let mut fields = vec![(person_field::sex, sex)];
                    fields.extend(words.enumerate().map(|(at, word)| person_part(at, word, &id)));
                    changes.push(Change::created(RecordKind::Person, id(persons), Some(id(0)), fields));
                }
                kind => {
                    events += 1;
                    let kind = EventKind::LIST.by_key(kind).unwrap_or_else(|| panic!("{entry}"));
                    let mut fields = vec![(event_field::kind, Value::Code(kind.number))];
                    for word in words {
                        fields.push(match (word.parse::<u64>(), Date::parse_iso(word)) {
                            (Ok(member), _) if member < 50 => (event_field::person, Value::Link(id(member))),
                            (_, Some(date)) => (event_field::on, Value::Date(date)),
                            _ => pair(word, event_field::ALL, &id),
                        });
                    }
                    changes.push(Change::created(RecordKind::Event, id(events), None, fields));
                }
            }
        }
    }
    register.apply_all(&changes).unwrap();
    register
}

fn person_part(at: usize, word: &str, id: &dyn Fn(u64) -> Id) -> (u16, Value) {
    if word.contains('=') {
        return pair(word, person_field::ALL, id);
    }
    let spoken = word.replace('_', " ");
    match (at, Date::parse_iso(word), Relation::LIST.by_text(&spoken), Marital::LIST.by_text(&spoken)) {
        (0, ..) => (person_field::name, Value::Text(spoken)),
        (_, Some(date), ..) => (person_field::born, Value::Date(date)),
        (_, _, Some(row), _) => (person_field::relation, Value::Code(row.number)),
        (_, _, _, Some(row)) => (person_field::marital, Value::Code(row.number)),
        _ => panic!("{word}"),
    }
}

fn pair(word: &str, fields: &'static [FieldInfo], id: &dyn Fn(u64) -> Id) -> (u16, Value) {
    let (key, text) = word.split_once('=').unwrap_or_else(|| panic!("{word}"));
    let key = if key == "ibu" { "ibu_kandung" } else { key };
    let field = field_by_key(fields, key).unwrap_or_else(|| panic!("no field {key}"));
    let spoken = text.replace('_', " ").replace('|', ";");
    let value = match (text, field.kind) {
        (UNKNOWN, _) => Value::Unknown,
        (REFUSED, _) => Value::Refused,
        (NOT_APPLICABLE, _) => Value::NotApplicable,
        (_, Kind::Text | Kind::Digits) => Value::Text(spoken),
        (_, Kind::Number) => Value::Number(text.parse().unwrap()),
        (_, Kind::Decimal) => Value::Decimal(text.parse().unwrap()),
        (_, Kind::Date) => Value::Date(Date::parse_iso(text).unwrap()),
        (_, Kind::Member) => Value::Link(id(text.parse().unwrap())),
        (_, Kind::Code(list)) => Value::Code(list.by_text(&spoken).unwrap_or_else(|| panic!("{word}")).number),
    };
    (field.tag, value)
}

/// What one rule says about a text: a line a finding, `subject · field: message`.
pub fn check(rule: &Rule, text: &str, expected: Expect) {
    expected.assert_eq(&says(rule, text));
}

/// The rule has nothing to ask.
pub fn silent(rule: &Rule, text: &str) {
    assert_eq!(says(rule, text), "", "{text}");
}

fn says(rule: &Rule, text: &str) -> String {
    let register = register(text);
    let mut findings = Findings::build(&register, TODAY);
    let village: Vec<_> = findings.of_village(&register).iter().map(|found| (None, *found)).collect();
    let all = findings.all().map(|(slot, found)| (Some(slot), *found)).chain(village);
    let of_rule = all.filter(|(_, found)| RULES[usize::from(found.rule)].code == rule.code);
    let lines = of_rule.map(|(slot, found)| {
        let record = findings.subject(&register, slot, &found);
        let (subject, fields) = match found.subject {
            Subject::Person(_) => (register.person(record.id).unwrap().1.name.text(), person_field::ALL),
            Subject::Family => ("keluarga", family_field::ALL),
            Subject::Event(_) => ("peristiwa", event_field::ALL),
            Subject::Village => ("desa", profile_field::ALL),
        };
        let field = field(fields, found.field).map_or("-", |field| field.key);
        let message = findings.message(&register, slot, &found, Lang::Id);
        assert!(!findings.message(&register, slot, &found, Lang::En).is_empty());
        format!("{subject} · {field}: {message}")
    });
    lines.collect::<Vec<_>>().join("\n")
}
