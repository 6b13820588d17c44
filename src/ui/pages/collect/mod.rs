//! Kumpul: families, persons, events, import.

mod arrival;
mod desk;
mod events;
mod families;
mod family;
pub mod filter;
pub mod form;
pub mod history;
mod import_choose;
mod import_columns;
mod import_done;
mod import_flow;
mod import_list;
mod import_page;
mod import_preview;
mod import_values;
mod overview;
mod persons;
mod potential;
mod questions;
mod section;
mod who;

pub use events::EventsPage;
pub use families::{FamiliesPage, tone as state_tone};
pub use family::FamilyPage;
pub use import_page::ImportPage;
pub use persons::PersonsPage;
pub use potential::PotentialPage;
