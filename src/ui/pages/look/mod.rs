//! Lihat: summary, indicators, tables.

mod answer_order;
mod cell_records;
mod indicator;
mod made_tables;
mod maker;
mod map;
mod map_draw;
mod map_file;
mod map_kept;
mod map_sheet;
mod projection;
mod series;
mod series_parts;
mod series_pyramid;
mod series_snapshots;
mod document;
mod document_desk;
mod document_edit;
mod document_poster;
mod documents;
mod sheets;
mod slides;
mod summary;
mod tables;
mod when_where;

pub use document::DocumentPage;
pub use documents::DocumentsPage;
pub use maker::MakerPage;
pub use map::MapPage;
pub use map_draw::MapDrawPage;
pub use map_file::MapFilePage;
pub use projection::ProjectionPage;
pub use series::SeriesPage;
pub use slides::SlidesPage;
pub use summary::SummaryPage;
pub use tables::TablesPage;
