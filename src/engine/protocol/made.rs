//! Requests about charts of tables of one's own choice, and about keeping such tables. The study answers.

use super::{Beside, ChartReply, MakeTable};
pub use crate::present::chart::{Callout, Form};
use serde::{Deserialize, Serialize};

/// Papers that hold tables of one's own choice.
pub const TABLE_PAPER: &str = "susunan";
/// The longest title, in characters.
pub const TITLE_CHARS: usize = 160;
/// The longest note on a chart, in characters.
pub const NOTE_CHARS: usize = 100;
/// So many notes a chart has at most.
pub const MOST_NOTES: usize = 8;

/// How a table is drawn, by a person's choice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dress {
    /// The form; nothing for the one that fits best.
    pub form: Option<Form>,
    /// The answer that dots speak of, by its name among [`MadeChart::answers`]; empty for the first.
    pub of: String,
    /// The title in a person's own words; empty for the finding.
    pub title: String,
    /// Short notes on it, at names of [`MadeChart::rows`] and [`MadeChart::columns`].
    pub notes: Vec<Callout>,
    /// What a pyramid is compared with.
    pub beside: Beside,
}

/// Asks for the chart of a table: of its counts, or of its means; no picture where the sum of all is hidden.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MakeChart {
    /// The table.
    pub table: MakeTable,
    /// How it is drawn.
    pub dress: Dress,
    /// Width in pixels.
    pub width: u16,
}

/// The chart of a table of one's own choice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MadeChart {
    /// The chart; empty where nothing can be drawn.
    pub chart: ChartReply,
    /// Forms that fit the table, the one that fits best first.
    pub forms: Vec<Form>,
    /// The form that was taken.
    pub form: Option<Form>,
    /// What the figures say, whatever the title is.
    pub finding: String,
    /// Rows that a note can stand at: names that no language changes, and words.
    pub rows: Vec<(String, String)>,
    /// Columns that it can stand at, within a row; none for rows as a whole alone.
    pub columns: Vec<(String, String)>,
    /// Answers that dots can speak of.
    pub answers: Vec<(String, String)>,
    /// What the person should know.
    pub said: String,
}

/// A table of one's own choice as it is kept: the choices alone, never a figure. Date and area are those of whoever opens it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeptTable {
    /// What is asked; its date and area mean nothing.
    pub table: MakeTable,
    /// How it is drawn.
    pub dress: Dress,
}

/// Asks for the tables that are kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ListTables;

/// A kept table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeptRow {
    /// What it is called, and its key.
    pub name: String,
    /// Its choices; nothing where the paper cannot be read.
    pub kept: Option<KeptTable>,
}

/// Checks a table before it is kept under a name; one of the same name gives way.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckTable {
    /// What it is called.
    pub name: String,
    /// Its choices.
    pub kept: KeptTable,
}
