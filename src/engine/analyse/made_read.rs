//! A table of counts read back as it is shown: what is hidden there is nothing here.

use crate::base::Share;
use crate::lang::{Lang, table_maker as words};
use crate::present::{Cell, Kind, Row, RowKind, Table};

/// The figures that a table shows.
#[derive(Debug)]
pub(super) struct Seen {
    /// What its rows are.
    pub(super) heading: String,
    /// Its columns with an answer.
    pub(super) parts: Vec<String>,
    /// Its rows with an answer.
    pub(super) rows: Vec<SeenRow>,
    /// The row of those without one.
    pub(super) missing: Option<SeenRow>,
    /// The sums of columns.
    pub(super) total: SeenRow,
}

/// A row.
#[derive(Clone, Debug, Default)]
pub(super) struct SeenRow {
    pub(super) label: String,
    /// A count for each part.
    pub(super) cells: Vec<Option<u32>>,
    /// Those of the row without an answer, where the table has such a column: shown, or hidden.
    without: Option<Option<u32>>,
    /// The sum of the row.
    pub(super) all: Option<u32>,
}

/// A whole number that the table shows.
fn shown(cell: Option<&Cell>) -> Option<u32> {
    if let Some(Cell::Count(n)) = cell { Some(*n) } else { None }
}

impl Seen {
    /// Reads a table of counts, with columns or with sums alone; nothing where the sum of all is hidden.
    pub(super) fn of(table: &Table, columns: bool, lang: Lang) -> Option<Seen> {
        let n = if columns { table.columns.len().checked_sub(2)? } else { 0 };
        let labels: Vec<&str> = table.columns.iter().skip(1).take(n).map(|column| column.label.as_str()).collect();
        let without = labels.last().is_some_and(|last| *last == words::no_answer(lang));
        let parts: Vec<String> = labels[..n - usize::from(without)].iter().map(|label| (*label).to_owned()).collect();
        let read = |row: &Row| SeenRow {
            label: row.cells.first().map_or(String::new(), |cell| cell.shown(lang, Kind::Text)),
            cells: (1..=parts.len()).map(|at| shown(row.cells.get(at))).collect(),
            without: without.then(|| shown(row.cells.get(n))),
            all: shown(row.cells.last()),
        };
        let mut rows: Vec<SeenRow> = table.rows.iter().filter(|row| row.kind == RowKind::Body).map(read).collect();
        let total = table.rows.iter().rfind(|row| row.kind == RowKind::Total).map(read)?;
        total.all?;
        let missing = rows.pop_if(|row| row.label == words::no_answer(lang));
        let heading = table.columns.first().map_or(String::new(), |column| column.label.clone());
        Some(Seen { heading, parts, rows, missing, total })
    }

    /// True where no count of a row with an answer is hidden.
    pub(super) fn is_open(&self) -> bool {
        self.rows.iter().all(|row| row.all.is_some() && row.cells.iter().all(Option::is_some))
    }
}

impl SeenRow {
    /// A part out of those of the row with an answer; nothing where that would have to be told of something hidden.
    pub(super) fn share(&self, part: usize) -> Option<Share> {
        let denominator = match self.without {
            None => self.all?,
            Some(without) => self.all?.checked_sub(without?)?,
        };
        Some(Share { numerator: (*self.cells.get(part)?)?, denominator })
    }
}
