//! The sample village through the engine's door.

#![allow(clippy::unwrap_used)]

use rumah_dataku::base::{Date, Value};
use rumah_dataku::engine::ports::StoreError;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::engine::{Engine, EngineError};
use rumah_dataku::lang::Lang;
use rumah_dataku::register::command::CommandError;
use rumah_dataku::register::{ActKind, profile_field};
use rumah_dataku::sample;
use rumah_dataku::store::memory::{MemoryPorts, run};

/// 24 November 2026, 02:00 UTC.
const NOW_MS: u64 = 1_795_485_600_000;

fn house() -> Engine<MemoryPorts> {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    engine
}

fn first() -> MakeSample {
    MakeSample { families: None, seed: None }
}

#[test]
fn the_sample_is_made_marked_and_stored() {
    let mut engine = house();
    let status = run(engine.ask(first())).unwrap();
    let village = sample::village(sample::FAMILIES, sample::SEED, Date::of_unix_ms(NOW_MS));
    let active = village.families.iter().flat_map(|family| family.active()).count();
    assert_eq!((status.n_families, status.n_persons), (sample::FAMILIES, active as u32));
    assert!(status.has_village && status.sample && status.n_acts == 1);
    assert_eq!((status.village.as_str(), status.house.as_str()), ("Desa Sungai Contoh", "Rumah DataKu Sungai Contoh"));
    assert!(engine.register().slots() == village.families && engine.register().event_slots() == village.events);

    let mut ports = MemoryPorts::new(NOW_MS + 9_000, 2);
    ports.store = engine.ports().store.clone();
    let mut again = Engine::new(ports);
    assert_eq!(run(again.ask(Open { lang: Lang::Id })).unwrap().n_persons, status.n_persons);
    assert!(again.register().slots() == village.families, "all fields are there after a reload");
    assert_eq!(run(again.ask(ListAreas)).unwrap().len(), 6);
}

#[test]
fn the_sample_takes_no_other_villages_place_and_is_deleted_with_one_act() {
    let mut engine = house();
    let profile = vec![(profile_field::village, Value::Text("Desa lain".into()))];
    run(engine.ask(SetProfile { fields: profile })).unwrap();
    let refused = run(engine.ask(first()));
    assert_eq!(refused, Err(EngineError::Refused(CommandError::AlreadyHasVillage)));
    assert_eq!(run(engine.ask(GetStatus)).unwrap().village, "Desa lain");
    run(engine.ask(Erase)).unwrap();
    run(engine.ask(first())).unwrap();
    assert_eq!(run(engine.ask(first())), Err(EngineError::Refused(CommandError::AlreadyHasVillage)));
    let acts = run(engine.ask(RecentActs { limit: 5, record: None })).unwrap();
    assert!(acts[0].kind == ActKind::Sample && !acts[0].undoable);
    assert!(run(engine.ask(Undo { act: acts[0].id })).is_err());
    let empty = run(engine.ask(Erase)).unwrap();
    assert_eq!((empty.has_village, empty.n_families, empty.n_persons, empty.n_acts), (false, 0, 0, 0));
}

#[test]
fn a_full_disk_leaves_the_house_empty() {
    let mut engine = house();
    *engine.ports().store.failing.borrow_mut() = Some(StoreError::Full);
    assert_eq!(run(engine.ask(first())), Err(EngineError::Full));
    let status = run(engine.ask(GetStatus)).unwrap();
    assert_eq!((status.has_village, status.n_families, status.n_acts), (false, 0, 0));
}
