//! Tables of counts with what of them is seen. For everybody, small counts are hidden together with what would give them
//! away, and a sum of rows is told only where it says nothing that the table does not say already.

use crate::analyse::disclosure::linked::{Figure, Linked};
use crate::analyse::disclosure::{Counted, suppress};
use crate::analyse::indicators::RATE_FLOOR;
use crate::analyse::tables::{CrossTable, Shares};
use crate::analyse::tally::Tally;
use crate::base::Share;
use crate::lang::{Lang, analyse as words, document as own};
use crate::present::{Cell, Kind, Note, RowKind, Table};

/// Counts from 1 to below this are hidden from everybody (domain.md §13.4: no official threshold is known).
pub const HIDE_BELOW: u32 = 5;
/// In place of a hidden figure.
pub const HIDDEN: &str = "*";

/// A table with what of it is seen.
#[derive(Clone, Debug)]
pub struct Guarded {
    /// The counts.
    pub cross: CrossTable,
    /// A flag a count, row by row with those without an answer last, sums at the end of each row; true is hidden.
    hidden: Vec<Vec<bool>>,
    /// By column: its sum is hidden.
    sums: Vec<bool>,
    /// Those without an answer are left out.
    known_only: bool,
    /// Counts hidden because they are small, others hidden for their sake, and those that other tables would give away.
    pub n_hidden: (u32, u32, u32),
}

/// Places of a table's figures in a set that is published together.
pub(super) struct Laid {
    /// By row: its counts, their sum at the end where there are several.
    pub(super) cells: Vec<Vec<usize>>,
    /// Sums of the columns.
    pub(super) sums: Vec<usize>,
}

impl Guarded {
    /// The table as the office sees it, with all counts, or as everybody does: those without an answer left out, for they
    /// would take other counts with them, and small counts hidden.
    pub fn new(mut cross: CrossTable, public: bool) -> Guarded {
        let known_only = public && leave_out_missing(&mut cross);
        let n = cross.columns.len();
        let inner = if n > 1 { n - 1 } else { 1 };
        let rows: Vec<&[u32]> =
            cross.rows.iter().map(|row| row.counts.as_slice()).chain([cross.missing.as_slice()]).collect();
        let cells: Vec<u32> = rows.iter().flat_map(|row| row.iter().take(inner)).copied().collect();
        let found = match public {
            true => suppress(&Counted { columns: inner, cells: &cells }, HIDE_BELOW),
            false => crate::analyse::disclosure::Hidden {
                cells: vec![false; cells.len()],
                rows: vec![false; rows.len()],
                columns: vec![false; inner],
                ..Default::default()
            },
        };
        let line = |row: usize| {
            let cells = found.cells[row * inner..(row + 1) * inner].iter().copied();
            if n > 1 { cells.chain([found.rows[row]]).collect() } else { cells.collect::<Vec<_>>() }
        };
        let hidden = (0..rows.len()).map(line).collect();
        let mut sums = found.columns.clone();
        sums.resize(inner, false);
        if n > 1 {
            sums.push(found.total);
        } else {
            sums[0] |= found.total;
        }
        Guarded { known_only, n_hidden: (found.small, found.others, 0), hidden, sums, cross }
    }

    /// True where nothing is hidden.
    pub fn is_open(&self) -> bool {
        self.n_hidden == (0, 0, 0)
    }

    /// Puts the figures, and what of them is hidden, into a set. Those without an answer are not in it: of a table for
    /// everybody they are left out.
    pub(super) fn lay(&self, set: &mut Linked, hidden: &mut Vec<bool>) -> Laid {
        let n = self.cross.columns.len();
        let mut keep = |at: usize, secret: bool| {
            hidden.resize(at + 1, false);
            hidden[at] = secret;
            at
        };
        let mut cells: Vec<Vec<usize>> = Vec::new();
        for (row, secret) in self.cross.rows.iter().zip(&self.hidden) {
            let inner = if n > 1 { n - 1 } else { 1 };
            let mut line: Vec<usize> =
                (0..inner).map(|at| keep(set.add(Figure::Count, row.counts[at]), secret[at])).collect();
            if n > 1 {
                line.push(keep(set.sum_of(&line), secret[inner]));
            }
            cells.push(line);
        }
        let column = |at: usize| cells.iter().map(|row| row[at]).collect::<Vec<_>>();
        let sums: Vec<usize> = (0..n).map(|at| keep(set.sum_of(&column(at)), self.sums[at])).collect();
        if n > 1 {
            set.among(&sums[..n - 1], &sums[n - 1..]);
        }
        Laid { cells, sums }
    }

    /// Hides what the set hides.
    pub(super) fn take(&mut self, laid: &Laid, hidden: &[bool]) {
        let flags = self.hidden.iter_mut().zip(&laid.cells).flat_map(|(flags, at)| flags.iter_mut().zip(at));
        for (flag, at) in flags.chain(self.sums.iter_mut().zip(&laid.sums)) {
            self.n_hidden.2 += u32::from(hidden[*at] && !*flag);
            *flag = hidden[*at];
        }
    }

    fn counts(&self, row: usize) -> &[u32] {
        self.cross.rows.get(row).map_or(&self.cross.missing, |row| &row.counts)
    }

    /// A count as it is seen; the row after the last holds those without an answer.
    pub fn seen(&self, row: usize, column: usize) -> Option<u32> {
        if *self.hidden.get(row)?.get(column)? { None } else { self.counts(row).get(column).copied() }
    }

    /// The last column of a row as it is seen: all of that answer.
    pub fn of_row(&self, row: usize) -> Option<u32> {
        self.seen(row, self.cross.columns.len() - 1)
    }

    /// Those without an answer, where seen.
    fn missing(&self) -> Option<u32> {
        self.of_row(self.cross.rows.len())
    }

    /// All of a column, where seen.
    pub fn of_column(&self, column: usize) -> Option<u32> {
        if self.sums[column] { None } else { self.cross.total.get(column).copied() }
    }

    /// All with an answer, where that gives nothing away.
    pub fn known(&self) -> Option<u32> {
        Some(self.of_column(self.cross.columns.len() - 1)? - self.missing()?)
    }

    /// All of the chosen rows in the last column. Where rows are hidden, the sum is told only if it holds none of them, or
    /// all: then the sum of the hidden ones is known from the total anyway.
    pub fn sum(&self, chosen: impl Fn(usize) -> bool) -> Option<u32> {
        let last = self.cross.columns.len() - 1;
        let rows = 0..self.cross.rows.len();
        let is_hidden = |row: usize| self.hidden[row][last];
        let n_hidden = (0..=self.cross.rows.len()).filter(|row| is_hidden(*row)).count();
        let n_chosen_hidden = rows.clone().filter(|row| chosen(*row) && is_hidden(*row)).count();
        let told = n_chosen_hidden == 0 || (n_chosen_hidden == n_hidden && !self.sums[last]);
        told.then(|| rows.filter(|row| chosen(*row)).map(|row| self.counts(row)[last]).sum())
    }

    /// The chosen rows out of all with an answer.
    pub fn share(&self, chosen: impl Fn(usize) -> bool) -> Option<Share> {
        Some(Share { numerator: self.sum(chosen)?, denominator: self.known()? })
    }

    /// Rows with their counts as they are seen, in the order of the table.
    pub fn rows(&self) -> impl Iterator<Item = (&str, Option<u32>)> {
        self.cross.rows.iter().enumerate().map(|(at, row)| (row.label.as_str(), self.of_row(at)))
    }

    /// Laid out with percentages, the note's remark saying what is hidden.
    pub fn table(&self, mut note: Note, lang: Lang) -> Table {
        let cross = &self.cross;
        note.remark = remark(&[self], lang);
        let mut table = Table::new(cross.id, cross.title.clone(), note).column(cross.heading.clone(), Kind::Text);
        for column in &cross.columns {
            table = table.column(column.clone(), Kind::Count);
        }
        table = table.column(cross.share_heading.clone(), Kind::Percent(1));
        let n = cross.columns.len();
        let cell = |seen: Option<u32>| seen.map_or_else(|| Cell::text(HIDDEN), Cell::Count);
        for row in 0..=cross.rows.len() {
            let is_missing = row == cross.rows.len();
            if is_missing && cross.missing.iter().all(|n| *n == 0) {
                continue;
            }
            let label = cross.rows.get(row).map_or(words::no_answer(lang), |row| &row.label);
            let share = match cross.shares {
                _ if is_missing => Cell::Empty,
                Shares::OfColumn => share_cell(self.of_row(row), self.known()),
                Shares::OfRow => self.row_share(row),
            };
            let counts = (0..n).map(|column| cell(self.seen(row, column)));
            table.push(RowKind::Body, [Cell::text(label)].into_iter().chain(counts).chain([share]).collect());
        }
        let whole = match (cross.shares, self.of_column(0), cross.columns.len() > 1) {
            (Shares::OfRow, Some(yes), true) => share_cell(Some(yes), self.of_column(1).map(|no| yes + no)),
            _ => Cell::Empty,
        };
        let totals = (0..n).map(|column| cell(self.of_column(column)));
        table.push(RowKind::Total, [Cell::text(words::total(lang))].into_iter().chain(totals).chain([whole]).collect());
        table
    }

    /// The first count of a row out of the first two.
    fn row_share(&self, row: usize) -> Cell {
        let (first, second) = (self.seen(row, 0), self.seen(row, 1));
        share_cell(first, first.zip(second).map(|(yes, no)| yes + no))
    }
}

/// A share whose percentage is shown where the denominator is large enough (K2).
fn share_cell(n: Option<u32>, of: Option<u32>) -> Cell {
    match (n, of) {
        (Some(n), Some(of)) if of >= RATE_FLOOR => Cell::share(n, of),
        (Some(_), Some(_)) => Cell::Empty,
        _ => Cell::text(HIDDEN),
    }
}

/// Leaves out those without an answer, and the column of those whose sex or attendance is not told; true where there were any.
fn leave_out_missing(cross: &mut CrossTable) -> bool {
    let mut left_out = cross.missing.iter().any(|n| *n > 0);
    cross.missing.iter_mut().for_each(|n| *n = 0);
    // With four columns, the third holds them and the last is the sum.
    if cross.columns.len() == 4 {
        cross.columns.remove(2);
        for row in &mut cross.rows {
            left_out |= row.counts[2] > 0;
            row.counts = vec![row.counts[0], row.counts[1], row.counts[0] + row.counts[1]];
        }
        cross.missing.pop();
    }
    let sum = |column: usize| cross.rows.iter().map(|row| row.counts[column]).sum();
    cross.total = (0..cross.columns.len()).map(sum).collect();
    left_out
}

/// What tables hide, in words; empty where they hide nothing.
pub fn remark(tables: &[&Guarded], lang: Lang) -> String {
    let (small, others, linked) = tables.iter().fold((0, 0, 0), |sum, table| {
        let (small, others, linked) = table.n_hidden;
        (sum.0 + small, sum.1 + others, sum.2 + linked)
    });
    let hidden = (small > 0).then(|| match others {
        0 => own::hidden_only(lang, small, HIDE_BELOW - 1),
        _ => own::hidden_here(lang, small, others, HIDE_BELOW - 1),
    });
    let known = tables.iter().any(|table| table.known_only).then(|| own::known_only(lang).to_owned());
    let linked = (linked > 0).then(|| own::hidden_linked(lang, linked));
    [hidden, linked, known].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A line of a table of yes and no: what is had, of whom, and how many have it.
pub struct Line {
    /// What is had.
    pub label: String,
    /// By whom it could be.
    pub of_whom: String,
    /// How many have it.
    pub guarded: Guarded,
}

impl Line {
    /// A line of its own universe.
    pub fn new(label: &str, of_whom: &str, tally: Tally, public: bool) -> Line {
        let row = |n| crate::analyse::tables::CrossRow { label: String::new(), counts: vec![n] };
        let cross = CrossTable {
            columns: vec![String::new()],
            rows: vec![row(tally.yes), row(tally.no)],
            missing: vec![tally.missing],
            total: vec![tally.known() + tally.missing],
            ..CrossTable::default()
        };
        Line { label: label.to_owned(), of_whom: of_whom.to_owned(), guarded: Guarded::new(cross, public) }
    }

    /// Those who have it, out of those whose answer is known.
    pub fn share(&self) -> Option<Share> {
        self.guarded.share(|row| row == 0)
    }
}

/// A table of such lines. They do not add up: each is of its own universe.
pub fn yes_no_table(id: &str, title: &str, mut note: Note, lines: &[Line], lang: Lang) -> Table {
    note.remark = remark(&lines.iter().map(|line| &line.guarded).collect::<Vec<_>>(), lang);
    let mut table = Table::new(id, title, note)
        .column(own::what_heading(lang), Kind::Text)
        .column(own::of_whom_heading(lang), Kind::Text)
        .column(own::yes_heading(lang), Kind::Count)
        .column(own::no_heading(lang), Kind::Count)
        .column(words::no_answer(lang), Kind::Count)
        .column(words::share_of_known(lang), Kind::Percent(1));
    for line in lines {
        let cell = |row| line.guarded.of_row(row).map_or_else(|| Cell::text(HIDDEN), Cell::Count);
        let share = line.share();
        table.push(
            RowKind::Body,
            vec![
                Cell::text(&line.label),
                Cell::text(&line.of_whom),
                cell(0),
                cell(1),
                cell(2),
                share_cell(share.map(|share| share.numerator), share.map(|share| share.denominator)),
            ],
        );
    }
    table
}
