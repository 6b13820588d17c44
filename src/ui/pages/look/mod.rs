//! Lihat: summary, indicators, tables.

mod answer_order;
mod cell_records;
mod indicator;
mod made_tables;
mod maker;
mod summary;
mod tables;
mod when_where;

pub use maker::MakerPage;
pub use summary::SummaryPage;
pub use tables::TablesPage;
