//! Choosing the village among all 83,762 desa and kelurahan of Indonesia: by name, or down four levels. Pure functions
//! over the bytes of `public/regions/` (written by `scripts/make-regions.mjs`, which tells their form); who fetches them
//! is not this room's business. Knows base and lang only.

mod book;
mod find;
mod fold;
mod list;
mod names;
mod regions;
mod row;

pub use book::{PlaceAnswer, PlaceBook, PlaceError, Query};
pub use find::MAX_ROWS;
pub use regions::INDEX_PATH;
pub use row::{Level, PlaceRow, VillageKind};
