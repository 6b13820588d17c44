//! The core behind every door. A typed request goes in, a typed reply comes out, notices tell what changed.
//! `Engine` is a plain struct with ports, so the same engine runs in a worker on IndexedDB, in a native test on memory,
//! and under `rdk` on files.

pub mod codec;
pub mod core;
mod derived;
pub mod error;
pub mod ports;
pub mod protocol;
pub mod stored;

mod act;
mod analyse;
mod collect;
mod finding_view;
mod import;
mod import_view;
mod learn;
mod lists;
mod map;
mod package;
mod papers;
mod place;
mod programme;
mod sample;
mod status;
mod teach;
mod texts;
mod tour;
mod verify;
mod words;

pub use core::Engine;
pub use error::EngineError;
pub use protocol::{Ask, Code, Notice};
