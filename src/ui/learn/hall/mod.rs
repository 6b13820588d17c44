//! A lesson before a hall: its screens on the projector, and the trainer's notes in a second window of the same site that
//! follows and steers by a broadcast, without a server.

mod channel;
mod clock;
mod keys;
mod notes;
mod pen;
mod screen;
mod stage;

pub use notes::NotesPage;
pub use stage::StagePage;
