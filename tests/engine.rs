//! The engine as its clients see it: requests in, replies out, over a store in memory.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use rumah_dataku::base::codes::*;
use rumah_dataku::base::{CodeList, Date, Id, Value};
use rumah_dataku::engine::ports::StoreError;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::engine::{Engine, EngineError};
use rumah_dataku::lang::Lang;
use rumah_dataku::register::command::{CommandError, EventReport, Happening};
use rumah_dataku::register::{Actor, RecordKind, RecordRef, Role, family_field, person_field};
use rumah_dataku::store::memory::{MemoryPorts, run};

/// 24 November 2026, 02:00 UTC.
const NOW_MS: u64 = 1_795_485_600_000;

struct House {
    engine: Engine<MemoryPorts>,
}

impl House {
    fn new() -> House {
        let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
        run(engine.ask(Open { lang: Lang::Id })).unwrap();
        let actor = Actor { name: "Bu Contoh".into(), role: Role::Kader };
        run(engine.ask(SetActor { actor })).unwrap();
        House { engine }
    }

    /// The same store, opened anew, as after a reload.
    fn reloaded(&self) -> House {
        let mut ports = MemoryPorts::new(NOW_MS + 9_000, 2);
        ports.store = self.engine.ports().store.clone();
        let mut engine = Engine::new(ports);
        run(engine.ask(Open { lang: Lang::Id })).unwrap();
        House { engine }
    }

    fn family(&mut self, head: &str, rt: &str) -> FamilyView {
        let person = vec![
            (person_field::name, text(head)),
            (person_field::relation, Value::Code(Relation::Head.number())),
            (person_field::sex, Value::Code(Sex::Male.number())),
        ];
        run(self.engine.ask(AddFamily { family: vec![(family_field::rt, text(rt))], person: Some(person) })).unwrap()
    }

    fn edit(&mut self, kind: RecordKind, id: Id, field: u16, value: Value) -> Result<FamilyView, EngineError> {
        run(self.engine.ask(Edit { record: RecordRef { kind, id }, field, value }))
    }

    fn titles(&mut self, query: &str) -> Vec<String> {
        let filter = Filter { text: query.into(), ..Filter::default() };
        let page = run(self.engine.ask(ListFamilies { filter, from: 0, limit: 50 })).unwrap();
        page.rows.into_iter().map(|row| row.title).collect()
    }

    fn counts(&mut self) -> (u32, u32) {
        let status = run(self.engine.ask(GetStatus)).unwrap();
        (status.n_families, status.n_persons)
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn event(on: &str, what: Happening) -> Report {
    let none = String::new;
    let event = EventReport {
        on: date(on),
        place: none(),
        cause: none(),
        other_place: none(),
        document: none(),
        note: none(),
        what,
    };
    Report { event }
}

#[test]
fn what_is_saved_is_there_after_a_reload() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "003");
    let head = family.members[0].id;
    house.edit(RecordKind::Person, head, person_field::nik, text("6304150101900001")).unwrap();
    house.edit(RecordKind::Family, family.id, family_field::water, Value::Code(Water::Surface.number())).unwrap();
    let mut again = house.reloaded();
    let view = run(again.engine.ask(OpenFamily { id: family.id })).unwrap();
    assert_eq!(view.place, "RT 3");
    assert!(view.own.fields.contains(&(family_field::water, Value::Code(Water::Surface.number()))));
    assert!(view.members[0].fields.contains(&(person_field::nik, text("6304150101900001"))));
    assert_eq!(run(again.engine.ask(GetStatus)).unwrap().actor.name, "Bu Contoh");
}

#[test]
fn a_full_disk_changes_nothing_and_says_so() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "3");
    *house.engine.ports().store.failing.borrow_mut() = Some(StoreError::Full);
    let answer = house.edit(RecordKind::Family, family.id, family_field::rt, text("4"));
    assert_eq!(answer, Err(EngineError::Full));
    assert_eq!(run(house.engine.ask(OpenFamily { id: family.id })).unwrap().place, "RT 3");
    *house.engine.ports().store.failing.borrow_mut() = None;
    assert_eq!(house.edit(RecordKind::Family, family.id, family_field::rt, text("4")).unwrap().place, "RT 4");
}

#[test]
fn typing_into_one_field_is_one_act_and_can_be_undone() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "3");
    let head = family.members[0].id;
    for typed in ["R", "Ra", "Rahmat"] {
        house.edit(RecordKind::Person, head, person_field::name, text(typed)).unwrap();
    }
    let acts = run(house.engine.ask(RecentActs { limit: 10, record: None })).unwrap();
    assert_eq!(acts.len(), 2, "{acts:?}");
    assert!(acts[0].undoable);
    run(house.engine.ask(Undo { act: acts[0].id })).unwrap();
    assert_eq!(house.titles(""), ["Rahmadi"]);
    let twice = run(house.engine.ask(Undo { act: acts[0].id }));
    assert_eq!(twice, Err(EngineError::Refused(CommandError::ChangedSince)));
}

#[test]
fn events_move_the_stock_and_can_be_undone() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "3");
    let head = family.members[0].id;
    let child = vec![(person_field::name, text("Aluh")), (person_field::sex, Value::Code(Sex::Female.number()))];
    run(house.engine.ask(event("2026-11-20", Happening::Birth { family: family.id, mother: None, child }))).unwrap();
    assert_eq!(house.counts(), (1, 2));
    let death = run(house.engine.ask(event("2026-11-21", Happening::Death { person: head, new_head: None }))).unwrap();
    assert_eq!(house.counts(), (1, 1));
    let at = |day| house.engine.register().residents(date(day)).count();
    assert_eq!((at("2026-11-19"), at("2026-11-20"), at("2026-11-22")), (1, 2, 1));
    let again = run(house.engine.ask(event("2026-11-22", Happening::Death { person: head, new_head: None })));
    assert_eq!(again, Err(EngineError::Refused(CommandError::NotActive)));
    run(house.engine.ask(Undo { act: death.act })).unwrap();
    assert_eq!(house.counts(), (1, 2));
    let future = event("2027-01-01", Happening::Death { person: head, new_head: None });
    assert_eq!(run(house.engine.ask(future)), Err(EngineError::Refused(CommandError::FutureDate)));
}

#[test]
fn lists_follow_every_change() {
    let mut house = House::new();
    for (name, rt) in [("Zainal", "1"), ("Aminah", "2"), ("Muhammad Yusuf", "1")] {
        house.family(name, rt);
    }
    assert_eq!(house.titles(""), ["Aminah", "Muhammad Yusuf", "Zainal"]);
    assert_eq!(house.titles("yus MUH"), ["Muhammad Yusuf"]);
    let family = house.family("Budi", "2");
    house.edit(RecordKind::Person, family.members[0].id, person_field::name, text("Zzz")).unwrap();
    assert_eq!(house.titles(""), ["Aminah", "Muhammad Yusuf", "Zainal", "Zzz"]);
    run(house.engine.ask(Remove { record: RecordRef { kind: RecordKind::Family, id: family.id } })).unwrap();
    assert_eq!(house.titles("z"), ["Zainal"]);
    let areas = run(house.engine.ask(ListAreas)).unwrap();
    assert_eq!(areas.iter().map(|a| (a.label.as_str(), a.n_families)).collect::<Vec<_>>(), [("RT 1", 2), ("RT 2", 1)]);
}

#[test]
fn editing_a_verified_family_makes_it_complete_again() {
    let mut house = House::new();
    let family = house.family("Rahmadi", "3");
    let born = Value::Date(date("1990-01-01"));
    house.edit(RecordKind::Person, family.members[0].id, person_field::born, born).unwrap();
    run(house.engine.ask(SetState { family: family.id, state: FamilyState::Verified.number() })).unwrap();
    let view = house.edit(RecordKind::Family, family.id, family_field::rt, text("5")).unwrap();
    assert_eq!(view.state, FamilyState::Complete.number());
}

#[test]
fn a_paper_is_kept_replaced_thrown_away_and_taken_back() {
    let mut house = House::new();
    house.family("Rahmadi", "1");
    let put = |house: &mut House, key: &str, body: &str| {
        let (kind, title) = ("sasaran".to_owned(), "Sasaran".to_owned());
        run(house.engine.ask(PutPaper { kind, key: key.into(), title, body: body.into() }))
    };
    let bodies = |house: &mut House| -> Vec<(String, String)> {
        let papers = run(house.engine.ask(ListPapers { kind: "sasaran".into() })).unwrap();
        papers.into_iter().map(|paper| (paper.key, paper.body)).collect()
    };
    let pair = |key: &str, body: &str| (key.to_owned(), body.to_owned());
    put(&mut house, "a", "{\"nilai\":1}").unwrap();
    put(&mut house, "b", "[2]").unwrap();
    let replaced = put(&mut house, "a", "{\"nilai\":3}").unwrap();
    let three = [pair("a", "{\"nilai\":3}"), pair("b", "[2]")];
    assert_eq!(bodies(&mut house), three);
    assert_eq!(bodies(&mut house.reloaded()), three, "kept in the store");
    let other = run(house.engine.ask(ListPapers { kind: "peta".into() })).unwrap();
    assert!(other.is_empty());
    run(house.engine.ask(Undo { act: replaced.act })).unwrap();
    assert_eq!(bodies(&mut house), [pair("a", "{\"nilai\":1}"), pair("b", "[2]")]);
    let dropped = run(house.engine.ask(RemovePaper { kind: "sasaran".into(), key: "b".into() })).unwrap();
    assert_eq!(bodies(&mut house.reloaded()), [pair("a", "{\"nilai\":1}")]);
    run(house.engine.ask(Undo { act: dropped.act })).unwrap();
    assert_eq!(bodies(&mut house).len(), 2);

    // What cannot be kept leaves what was there.
    assert!(put(&mut house, "a", "{half").is_err());
    assert!(put(&mut house, "", "{}").is_err());
    let long = format!("\"{}\"", "a".repeat(PAPER_BYTES));
    assert!(matches!(put(&mut house, "a", &long), Err(EngineError::File(text)) if text.contains("4 MB")));
    let gone = run(house.engine.ask(RemovePaper { kind: "sasaran".into(), key: "c".into() }));
    assert_eq!(gone.err(), Some(CommandError::NoSuchRecord.into()));
    assert_eq!(bodies(&mut house), [pair("a", "{\"nilai\":1}"), pair("b", "[2]")]);
}
