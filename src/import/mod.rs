//! Reading what villages already hold: a file of any kind becomes a table, columns get a meaning, and a plan says what
//! would come into the register. Bad data is no error here: reading gives the rows and what was found in them. Knows
//! `register`, `base` and `lang`; knows nothing of storage or screens.

pub mod cell_text;
pub mod code_text;
pub mod columns;
pub mod finding;
pub mod grouping;
pub mod left_out;
pub mod mapping;
pub mod matching;
pub mod plan;
pub mod planner;
pub mod row_reader;
pub mod source;
pub mod table;

pub use source::{FileKind, ReadError, Reading, Step};
pub use table::{Cell, RawRow, Table};

#[cfg(test)]
mod tests;
