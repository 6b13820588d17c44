//! Lihat: summary, indicators, tables.

mod indicator;
mod summary;
mod tables;
mod when_where;

pub use summary::SummaryPage;
pub use tables::TablesPage;
