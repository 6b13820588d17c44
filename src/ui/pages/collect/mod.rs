//! Kumpul: families, persons, events, import.

mod events;
mod families;
mod family;
mod import_page;
mod persons;

pub use events::EventsPage;
pub use families::FamiliesPage;
pub use family::FamilyPage;
pub use import_page::ImportPage;
pub use persons::PersonsPage;
