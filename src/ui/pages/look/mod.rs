//! Lihat: summary, indicators, tables.

mod document;
mod document_desk;
mod document_edit;
mod document_poster;
mod documents;
mod indicator;
mod made_tables;
mod maker;
mod sheets;
mod slides;
mod summary;
mod tables;
mod when_where;

pub use document::DocumentPage;
pub use documents::DocumentsPage;
pub use maker::MakerPage;
pub use slides::SlidesPage;
pub use summary::SummaryPage;
pub use tables::TablesPage;
