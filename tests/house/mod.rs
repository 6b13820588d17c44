//! A house over a store in memory, with families written as text.

use rumah_dataku::base::{Date, Id, Value};
use rumah_dataku::engine::Engine;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::Lang;
use rumah_dataku::register::{Actor, FieldInfo, Role, family_field, field_by_key, person_field};
use rumah_dataku::store::memory::{MemoryPorts, run};

/// 24 November 2026, 02:00 UTC.
pub const NOW_MS: u64 = 1_795_485_600_000;

pub struct House(pub Engine<MemoryPorts>);

impl House {
    /// Opened by someone of this role.
    pub fn of(role: Role) -> House {
        let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
        run(engine.ask(Open { lang: Lang::Id })).unwrap();
        run(engine.ask(SetActor { actor: Actor { name: "Bu Contoh".into(), role } })).unwrap();
        House(engine)
    }

    /// The same with the sample village of 300 families.
    pub fn sample(role: Role) -> House {
        let mut house = House::of(role);
        run(house.0.ask(MakeSample { families: Some(300), seed: None })).unwrap();
        house
    }

    /// A family as text: its fields, then each member after `;`. `ibu_kandung=1` links to the first member; in texts `_`
    /// stands for a space.
    pub fn family(&mut self, text: &str) -> FamilyView {
        let mut parts = text.split(';').map(str::trim);
        let family = fields(family_field::ALL, parts.next().unwrap(), &[]);
        let mut members: Vec<Id> = Vec::new();
        let mut view = run(self.0.ask(AddFamily { family, person: None })).unwrap();
        for part in parts {
            let person = fields(person_field::ALL, part, &members);
            let family = view.id;
            view = run(self.0.ask(AddPerson { family, fields: person })).unwrap();
            members.push(view.members.last().unwrap().id);
        }
        view
    }
}

pub fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

pub fn fields(all: &'static [FieldInfo], text: &str, members: &[Id]) -> Vec<(u16, Value)> {
    use rumah_dataku::base::value::Kind;
    let field = |word: &str| {
        let (key, value) = word.split_once('=').unwrap();
        let info = field_by_key(all, key).unwrap_or_else(|| panic!("no field {key}"));
        let value = match (value, info.kind) {
            ("?", _) => Value::Unknown,
            (text, Kind::Text | Kind::Digits) => Value::Text(text.replace('_', " ")),
            (text, Kind::Number) => Value::Number(text.parse().unwrap()),
            (text, Kind::Decimal) => Value::Decimal(text.parse().unwrap()),
            (text, Kind::Date) => Value::Date(date(text)),
            (text, Kind::Code(list)) => Value::Code(list.by_key(text).unwrap_or_else(|| panic!("{word}")).number),
            (text, Kind::Member) => Value::Link(members[text.parse::<usize>().unwrap() - 1]),
        };
        (info.tag, value)
    };
    text.split_whitespace().map(field).collect()
}
