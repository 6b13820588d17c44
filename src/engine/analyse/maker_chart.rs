//! The chart of a table of one's own choice, drawn from what the table shows and from nothing else: what is hidden there
//! cannot be read here.

use super::Look;
use crate::analyse::crosstab::universe;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::table_maker as words;
use crate::present::chart::{Bar, Bars, Counts, Full, Hue, Series, Stacked};
use crate::present::{Cell, RowKind, Table};

/// So many parts can be told apart by colour.
const MOST_PARTS: usize = 5;

/// A whole number that the table shows.
fn shown(cell: Option<&Cell>) -> Option<u32> {
    if let Some(Cell::Count(n)) = cell { Some(*n) } else { None }
}

/// Bars of the sums of rows, out of all; nothing where that sum is hidden.
fn bars(table: &Table, lang: crate::lang::Lang) -> Option<Bars> {
    let denominator = shown(table.rows.last()?.cells.last())?;
    let body = table.rows.iter().filter(|row| row.kind == RowKind::Body);
    let bar = |row: &crate::present::Row| {
        let label = row.cells.first()?.shown(lang, crate::present::Kind::Text);
        let hue = if label == words::no_answer(lang) { Hue::Rest } else { Hue::One };
        let numerator = shown(row.cells.last()).filter(|n| *n > 0)?;
        Some(Bar { label, share: crate::base::Share { numerator, denominator }, hue })
    };
    let heading = table.columns.first().map_or(String::new(), |column| column.label.clone());
    Some(Bars { heading, bars: body.filter_map(bar).collect(), full: Full::Largest })
}

/// How the rows whose sum is shown divide; what is hidden or without an answer is one part at the end.
fn stacked(table: &Table, unit: &str, lang: crate::lang::Lang) -> Option<Stacked> {
    let inner = table.columns.len().checked_sub(2).filter(|n| *n > 1)?;
    let labels: Vec<&str> = table.columns[1..=inner].iter().map(|column| column.label.as_str()).collect();
    let n_parts = labels.iter().filter(|label| **label != words::no_answer(lang)).count();
    if n_parts > MOST_PARTS {
        return None;
    }
    let body = table.rows.iter().filter(|row| row.kind == RowKind::Body);
    let row = |row: &crate::present::Row| {
        let all = shown(row.cells.last()).filter(|all| *all > 0)?;
        let parts: Vec<u32> = (1..=n_parts).map(|at| shown(row.cells.get(at)).unwrap_or(0)).collect();
        let rest = all.checked_sub(parts.iter().sum())?;
        let label = row.cells.first()?.shown(lang, crate::present::Kind::Text);
        Some(Counts::new(label, parts.into_iter().chain([rest]).collect::<Vec<_>>()))
    };
    let mut rows: Vec<Counts> = body.filter_map(row).collect();
    let by_sex = labels[..n_parts] == [crate::lang::analyse::male(lang), crate::lang::analyse::female(lang)];
    let mut series: Vec<Series> = match by_sex {
        true => vec![Series::male(lang), Series::female(lang)],
        false => (0..n_parts).map(|at| Series::new(labels[at], Hue::of_series(at))).collect(),
    };
    if rows.iter().any(|row| row.counts[n_parts] > 0) {
        series.push(Series::new(words::rest(lang), Hue::Rest));
    } else {
        rows.iter_mut().for_each(|row| row.counts.truncate(n_parts));
    }
    let heading = table.columns.first().map_or(String::new(), |column| column.label.clone());
    Some(Stacked { heading, unit: unit.to_owned(), series, rows })
}

impl<P: Ports> Handle<MakeChart> for Engine<P> {
    async fn handle(&mut self, request: MakeChart) -> Result<ChartReply, EngineError> {
        let look = self.look(&request.table.look);
        let families = universe(&request.table.universe).is_some_and(|universe| universe.families);
        let unit = if families { words::families(look.lang) } else { crate::lang::analyse::persons(look.lang) };
        // A table of means has no columns; its chart must not show what the table does not.
        let columns = if request.table.cells.is_measure() { String::new() } else { request.table.columns };
        let table = look.made(&MakeTable { cells: CellsOf::Counts, columns, ..request.table })?;
        Ok(look.made_chart(table, unit, request.width))
    }
}

impl Look<'_> {
    fn made_chart(&self, table: Table, unit: &str, width: u16) -> ChartReply {
        let (id, name, note) = ("susunan", table.title.clone(), table.note.clone());
        let drawn = match stacked(&table, unit, self.lang) {
            Some(chart) => self.drawn_noted(&chart, id, &name, note, width),
            None => match bars(&table, self.lang) {
                Some(chart) => self.drawn_noted(&chart, id, &name, note, width),
                None => return ChartReply::default(),
            },
        };
        ChartReply { table, name: self.file_name(crate::lang::analyse::tables_file(self.lang)), ..drawn }
    }
}
