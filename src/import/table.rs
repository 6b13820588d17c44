//! A table as it stands in a file: headings, and rows of cells under the sheet's own row numbers. Finds the heading row and
//! the end of the data; knows nothing of what the columns mean beyond their names.

use super::ReadError;
use super::columns;
use crate::base::Date;
use std::borrow::Cow;

/// Rows of data that one table may hold. A village has fewer persons; above it the memory of a phone runs short.
pub const MAX_ROWS: usize = 100_000;
/// Columns that are looked at; what stands to the right of them is not data of persons.
pub const MAX_COLUMNS: usize = 200;
/// Filled cells that one table may hold.
pub const MAX_CELLS: usize = 8_000_000;
/// Rows at the top among which the heading row is looked for.
const HEADING_WITHIN: usize = 30;
/// What stands in the second cell of the row that ends the data (OpenSID, domain.md §12.1).
const END_MARK: &str = "###";

/// A cell's value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing, or a dash that stands for nothing.
    #[default]
    Empty,
    /// Text, trimmed, without a leading apostrophe.
    Text(String),
    /// A number.
    Number(f64),
    /// A date: the cell is a number that is formatted as a date.
    Date(Date),
    /// True or false.
    Bool(bool),
    /// A formula that failed (`#N/A`).
    Error,
}

impl Cell {
    /// A cell of text as typed.
    pub fn text(typed: &str) -> Cell {
        let trimmed = typed.trim_matches(is_blank);
        let bare = trimmed.strip_prefix('\'').map_or(trimmed, |rest| rest.trim_matches(is_blank));
        if bare.chars().all(|c| matches!(c, '-' | '–' | '—')) { Cell::Empty } else { Cell::Text(bare.into()) }
    }

    /// True where nothing stands in the cell.
    pub fn is_empty(&self) -> bool {
        *self == Cell::Empty
    }

    /// The cell as it reads: dates day first, whole numbers without a point.
    pub fn as_text(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => "".into(),
            Cell::Text(text) => text.as_str().into(),
            Cell::Number(number) => format!("{number}").into(),
            Cell::Date(date) => format!("{:02}-{:02}-{:04}", date.day, date.month, date.year).into(),
            Cell::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.into(),
            Cell::Error => "#N/A".into(),
        }
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}')
}

/// A row of cells.
#[derive(Clone, Debug, PartialEq)]
pub struct RawRow {
    /// The sheet's own row number, counted from 1.
    pub number: u32,
    /// Cells from the first column on; cells missing at the end are empty.
    pub cells: Vec<Cell>,
}

impl RawRow {
    /// The cell in a column, counted from 0.
    pub fn cell(&self, column: usize) -> &Cell {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }
}

/// A table read from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The sheet that was read; empty for text files.
    pub sheet: String,
    /// All sheets of the file that can be chosen.
    pub sheets: Vec<String>,
    /// Row number of the headings.
    pub heading_row: u32,
    /// Headings, one a column; empty where a column has none.
    pub headings: Vec<String>,
    /// Rows of data; rows without anything in them are left out.
    pub rows: Vec<RawRow>,
    /// Filled cells in columns that have no heading: not read.
    pub n_cells_unheaded: u32,
}

/// Should the reader go on?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Give the next row.
    More,
    /// The data ends here.
    Enough,
}

/// Takes rows in order and makes a table of them.
#[derive(Debug, Default)]
pub struct TableBuilder {
    table: Table,
    /// Rows at the top, kept until the heading row is known.
    top: Vec<RawRow>,
    heading_known: bool,
    n_cells: usize,
}

impl TableBuilder {
    /// A table of this sheet.
    pub fn new(sheet: &str) -> TableBuilder {
        TableBuilder { table: Table { sheet: sheet.into(), ..Table::default() }, ..TableBuilder::default() }
    }

    /// Takes the next row.
    pub fn push(&mut self, number: u32, mut cells: Vec<Cell>) -> Result<Flow, ReadError> {
        let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        cells.truncate(filled.min(MAX_COLUMNS));
        if cells.is_empty() {
            return Ok(Flow::More);
        }
        let row = RawRow { number, cells };
        if self.heading_known {
            return self.take(row);
        }
        self.top.push(row);
        if self.top.len() < HEADING_WITHIN { Ok(Flow::More) } else { self.settle_heading() }
    }

    /// The table, once all rows are taken.
    pub fn finish(mut self) -> Result<Table, ReadError> {
        if self.top.is_empty() && !self.heading_known {
            return Err(ReadError::Empty);
        }
        if !self.heading_known {
            self.settle_heading()?;
        }
        if self.table.rows.is_empty() { Err(ReadError::Empty) } else { Ok(self.table) }
    }

    fn settle_heading(&mut self) -> Result<Flow, ReadError> {
        let at = heading_position(&self.top).ok_or(ReadError::NoHeading)?;
        let mut rest = std::mem::take(&mut self.top).into_iter().skip(at);
        let Some(heading) = rest.next() else { return Err(ReadError::NoHeading) };
        self.heading_known = true;
        self.table.heading_row = heading.number;
        self.table.headings = heading.cells.iter().map(heading_text).collect();
        let mut rest = rest.peekable();
        rest.next_if(is_column_numbers);
        for row in rest {
            if self.take(row)? == Flow::Enough {
                return Ok(Flow::Enough);
            }
        }
        Ok(Flow::More)
    }

    fn take(&mut self, mut row: RawRow) -> Result<Flow, ReadError> {
        if matches!(row.cell(1), Cell::Text(text) if text == END_MARK) {
            return Ok(Flow::Enough);
        }
        for (column, cell) in row.cells.iter_mut().enumerate() {
            if !cell.is_empty() && self.table.headings.get(column).is_none_or(String::is_empty) {
                self.table.n_cells_unheaded += 1;
                *cell = Cell::Empty;
            }
        }
        row.cells.truncate(self.table.headings.len());
        let n_filled = row.cells.iter().filter(|cell| !cell.is_empty()).count();
        if n_filled == 0 {
            return Ok(Flow::More);
        }
        if self.table.rows.len() == MAX_ROWS {
            return Err(ReadError::TooManyRows);
        }
        self.n_cells += n_filled;
        if self.n_cells > MAX_CELLS {
            return Err(ReadError::TooLarge);
        }
        row.cells.shrink_to_fit();
        self.table.rows.push(row);
        Ok(Flow::More)
    }
}

/// The heading row: the one in which most headings are known, at least two; else the first with two cells of text.
fn heading_position(rows: &[RawRow]) -> Option<usize> {
    let mut best = (1, None);
    for (at, row) in rows.iter().enumerate() {
        let known = row.cells.iter().filter(|cell| columns::is_known_heading(&heading_text(cell))).count();
        if known > best.0 {
            best = (known, Some(at));
        }
    }
    let two_texts = |row: &RawRow| row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_))).count() >= 2;
    best.1.or_else(|| rows.iter().position(two_texts))
}

/// A row under the headings that only counts the columns: `1 2 3`, `(1) (2) (3)`.
fn is_column_numbers(row: &RawRow) -> bool {
    let numbers: Vec<_> = row.cells.iter().filter(|cell| !cell.is_empty()).map(Cell::as_text).collect();
    let counts = |(at, text): (usize, &Cow<str>)| text.trim_matches(['(', ')']) == (at + 1).to_string();
    numbers.len() >= 3 && numbers.iter().enumerate().all(counts)
}

fn heading_text(cell: &Cell) -> String {
    cell.as_text().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &[(u32, &str)]) -> Result<Table, ReadError> {
        let mut builder = TableBuilder::new("Data");
        for (number, line) in rows {
            if builder.push(*number, line.split('|').map(Cell::text).collect())? == Flow::Enough {
                break;
            }
        }
        builder.finish()
    }

    #[test]
    fn text_is_trimmed_and_dashes_are_nothing() {
        for (typed, cell) in [
            ("  Rahmadi\u{a0}", Cell::Text("Rahmadi".into())),
            ("'6304", Cell::Text("6304".into())),
            ("-", Cell::Empty),
            (" -- ", Cell::Empty),
            ("'", Cell::Empty),
            ("a-b", Cell::Text("a-b".into())),
            ("", Cell::Empty),
        ] {
            assert_eq!(Cell::text(typed), cell, "{typed}");
        }
        assert_eq!(Cell::Number(12.0).as_text(), "12");
        assert_eq!(Cell::Number(6304150508900003.0).as_text(), "6304150508900003");
    }

    #[test]
    fn headings_are_found_below_titles_and_column_numbers_are_skipped() {
        let table = read(&[
            (1, "DATA PENDUDUK DESA"),
            (2, "Kecamatan|Anjir Muara"),
            (5, "No|Nama  Lengkap|NIK|L/P"),
            (6, "(1)|(2)|(3)|(4)"),
            (7, "1|Rahmadi|-|L"),
            (8, ""),
            (9, "2|Siti|'6304|P|catatan"),
            (10, "3|###"),
            (11, "4|Bukan data"),
        ])
        .unwrap();
        assert_eq!((table.heading_row, table.headings.join("|")), (5, "No|Nama Lengkap|NIK|L/P".into()));
        assert_eq!(table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [7, 9]);
        assert_eq!((table.rows[1].cell(2), table.n_cells_unheaded), (&Cell::Text("6304".into()), 1));
    }

    #[test]
    fn more_rows_than_the_limit_are_refused_and_the_limit_is_named() {
        let mut builder = TableBuilder::new("");
        let line = |text: &str| vec![Cell::text(text), Cell::text("1")];
        builder.push(1, line("nama")).unwrap();
        let refused = (2..).find_map(|number| builder.push(number, line("Siti")).err().map(|error| (number, error)));
        assert_eq!(refused, Some((MAX_ROWS as u32 + 2, ReadError::TooManyRows)));
        assert!(ReadError::TooManyRows.message(crate::lang::Lang::Id).contains("100.000 baris"));
    }

    #[test]
    fn a_table_without_rows_or_headings_is_said_to_be_so() {
        assert_eq!(read(&[(1, "")]), Err(ReadError::Empty));
        assert_eq!(read(&[(1, "nama|nik")]), Err(ReadError::Empty));
        assert_eq!(read(&[(1, "Rahmadi"), (2, "Siti")]), Err(ReadError::NoHeading));
    }
}
