//! Figures from the register: compact columns, one pass of counting for a date and an area, and all indicators, tables and
//! the pyramid read from those counts; tables of one's own choice, and what of them everybody may see. Knows the register and the words of its own figures; knows nothing of charts,
//! files or storage.

pub mod columns;
pub mod counts;
pub mod couples;
pub mod crosstab;
pub mod disclosure;
pub mod facilities;
pub mod facts;
pub mod indicators;
pub mod intervals;
pub mod lifetable;
pub mod projection;
pub mod pyramid;
pub mod rounding;
pub mod series;
pub mod snapshot_figures;
pub mod sums;
pub mod tables;
pub mod tally;
pub mod targets;
pub mod variables;
#[cfg(test)]
pub mod village_text;
pub mod vital;

pub use columns::Columns;
pub use counts::{Counts, Scope};
