//! A village written as text, for tests: `K` begins a family, `L` and `P` a man and a woman with a birth date (`-` where not
//! known); then `key=value` by the keys of fields and codes. `;` or a new line separates.

use crate::base::value::Kind;
use crate::base::{Date, Id, Value};
use crate::register::{Family, FieldInfo, Person, Record, Register, family_field, field_by_key, person_field};

/// Reads a village.
pub fn village(text: &str) -> Register {
    let mut families: Vec<Family> = Vec::new();
    let mut next = 0;
    let mut id = || {
        next += 1;
        Id::new(next, [1; 10])
    };
    for line in text.split([';', '\n']).map(str::trim).filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        match words.next().unwrap() {
            "K" => {
                let mut family = Family::default();
                family.own.id = id();
                words.for_each(|word| set(&mut family.own, family_field::ALL, word));
                families.push(family);
            }
            sex => {
                let mut person = Person::with_id(id());
                let key = match sex {
                    "L" => "jenis_kelamin=laki_laki",
                    "P" => "jenis_kelamin=perempuan",
                    _ => "jenis_kelamin=-",
                };
                set(&mut person, person_field::ALL, key);
                let born = words.next().unwrap();
                set(&mut person, person_field::ALL, &format!("tanggal_lahir={born}"));
                words.for_each(|word| set(&mut person, person_field::ALL, word));
                families.last_mut().unwrap().members.push(person);
            }
        }
    }
    Register::from_parts(Default::default(), families, vec![], vec![], vec![], vec![])
}

fn set<R: Record>(record: &mut R, fields: &'static [FieldInfo], word: &str) {
    let (key, value) = word.split_once('=').unwrap_or_else(|| panic!("{word}"));
    let info = field_by_key(fields, key).unwrap_or_else(|| panic!("no field {key}"));
    let value = match (value, info.kind) {
        ("-", _) => Value::Missing,
        ("?", _) => Value::Unknown,
        ("x", _) => Value::NotApplicable,
        (text, Kind::Text | Kind::Digits) => Value::Text(text.into()),
        (text, Kind::Number) => Value::Number(text.parse().unwrap()),
        (text, Kind::Decimal) => Value::Decimal(text.parse().unwrap()),
        (text, Kind::Date) => Value::Date(Date::parse_iso(text).unwrap_or_else(|| panic!("{word}"))),
        (text, Kind::Code(list)) => Value::Code(list.by_key(text).unwrap_or_else(|| panic!("{word}")).number),
        (text, Kind::Member) => Value::Link(text.parse().unwrap()),
    };
    assert!(record.set(info.tag, value), "{word}");
}
