//! Choosing the village through the engine's door, over the site's own files.

#![allow(clippy::unwrap_used)]

use rumah_dataku::engine::protocol::*;
use rumah_dataku::engine::{Engine, EngineError};
use rumah_dataku::sample;
use rumah_dataku::store::memory::{FolderAssets, MemoryPorts, run};

fn engine() -> Engine<MemoryPorts> {
    Engine::new(MemoryPorts::new(1_795_485_600_000, 1))
}

fn ask(engine: &mut Engine<MemoryPorts>, query: Query) -> PlaceAnswer {
    run(engine.ask(Places { query })).unwrap()
}

#[test]
fn a_village_is_found_by_name_by_level_and_by_code() {
    let mut engine = engine();
    let found = ask(&mut engine, Query::Search { text: "ulu benteng".into() });
    let row = &found.rows[0];
    assert_eq!((row.code.as_str(), row.name.as_str()), ("63.04.15.1002", "Ulu Benteng"));
    assert_eq!((row.district.as_str(), row.province.as_str()), ("Marabahan", "Kalimantan Selatan"));
    for (code, n_below) in [("", 38), ("63", 13), ("63.04", 17), ("63.04.15", 10)] {
        assert_eq!(ask(&mut engine, Query::Children { code: code.into() }).n_found, n_below, "{code}");
    }
    assert_eq!(ask(&mut engine, Query::Village { code: row.code.clone() }).rows, std::slice::from_ref(row));
}

#[test]
fn the_sample_villages_code_belongs_to_no_village() {
    let mut engine = engine();
    assert_eq!(ask(&mut engine, Query::Village { code: sample::VILLAGE_CODE.into() }).n_found, 0);
    let namesakes = ask(&mut engine, Query::Search { text: sample::VILLAGE.into() }).rows;
    assert!(namesakes.iter().all(|row| row.name != sample::VILLAGE), "{namesakes:?}");
}

#[test]
fn without_the_files_it_says_offline() {
    let mut ports = MemoryPorts::new(1, 1);
    ports.assets = FolderAssets("no/such/folder".into());
    let mut engine = Engine::new(ports);
    let query = Query::Search { text: "ulu benteng".into() };
    assert_eq!(run(engine.ask(Places { query })).err(), Some(EngineError::Offline));
}
