//! Rumah DataKu, the data house of a village. One line a room, and who may know whom.
//!
//! Arrows point one way:
//! `ui → engine → package, act, present → analyse → verify → import → register → base`.
//! `store` knows the engine's ports alone; `lang` is known by all and knows `base` only; `sample` (an invented
//! village) knows `register`; `place` knows `base` and `lang`. `tests/tidy.rs` fails the build where an arrow runs back.

/// Target lists and priority issues: figures put to use.
pub mod act;
/// Figures from the register: columns, counts, indicators, tables.
pub mod analyse;
/// Values of the field: identifiers, dates, areas, answers, code lists.
pub mod base;
/// The command line `rdk`.
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
/// The core behind every door: requests in, replies and notices out.
pub mod engine;
/// Files that villages hold become tables, then plans of what would come in.
pub mod import;
/// Indonesian and English words; a missing one does not compile.
pub mod lang;
/// Lessons, exercises, simulations, and the village that a lesson may see.
pub mod learn;
/// The village on the ground: shapes of areas, points, files of maps.
pub mod map;
/// Data packages in and out.
pub mod package;
/// Which village: all desa and kelurahan of Indonesia, by name or down four levels.
pub mod place;
/// Tables, charts as SVG, workbooks: figures made fit to be seen.
pub mod present;
/// Families, persons, events; commands become changes, changes move the register.
pub mod register;
/// An invented village, for learning and for tests.
pub mod sample;
/// The engine's storage ports: memory, and IndexedDB in the browser.
pub mod store;
/// A training and what it changed: forms, answers, sessions, statistics.
pub mod teach;
/// The page: Leptos views, in the browser alone.
#[cfg(target_arch = "wasm32")]
#[allow(non_snake_case)] // views are named as components are
pub mod ui;
/// Rules ask, findings answer to the data, decisions stand.
pub mod verify;
/// The engine in a browser's worker.
#[cfg(target_arch = "wasm32")]
pub mod worker;
