//! Lihat: summary, indicators, tables.

mod summary;
mod tables;

pub use summary::SummaryPage;
pub use tables::TablesPage;
