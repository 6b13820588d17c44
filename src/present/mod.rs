//! Figures made fit to be seen: tables, workbooks, charts as SVG text. Knows analysed values and words; knows nothing of
//! records, storage or the browser, so that the page, the command line and a test draw the same picture.

pub mod chart;
pub mod document;
pub mod records;
pub mod table;
pub mod workbook;

pub use table::{Cell, Column, Kind, Note, Row, RowKind, Table};
