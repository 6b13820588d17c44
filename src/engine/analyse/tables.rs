//! Tables of a date and area, laid out for the page, CSV and workbooks.

use super::Look;
use crate::analyse::indicators::RATE_FLOOR;
use crate::analyse::tables::{AreaLevel, AreaRow, CrossTable, Shares, by_area, tables};
use crate::engine::EngineError;
use crate::engine::words as place_words;
use crate::lang::analyse as words;
use crate::present::workbook::{Cover, tables_workbook};
use crate::present::{Cell, Kind, RowKind, Table};

impl Look<'_> {
    /// All tables, those by area first after age and sex.
    pub(super) fn tables(&self) -> Vec<Table> {
        let mut out: Vec<Table> = tables(&self.counts, self.lang).iter().map(|table| self.laid_out(table)).collect();
        let levels = [AreaLevel::Dusun, AreaLevel::Rw, AreaLevel::Rt].into_iter().filter_map(|level| self.areas(level));
        let by_area: Vec<Table> = levels.collect();
        out.splice(1..1, by_area);
        out
    }

    /// Indicators and tables as a workbook.
    pub(super) fn workbook(&self, indicators: Table) -> Result<Vec<u8>, EngineError> {
        let village =
            [self.profile.village.text(), self.profile.house.text()].into_iter().find(|name| !name.is_empty());
        let title = words::in_figures(self.lang, village.unwrap_or_else(|| words::source_default(self.lang)));
        let mut lines = vec![self.place(), self.resident(), words::percent_rule(self.lang, RATE_FLOOR)];
        if self.profile.is_sample() {
            lines.push(words::sample_warning(self.lang).to_owned());
        }
        let cover = Cover { title, lines, at: self.scope.at };
        let mut tables = self.tables();
        tables.insert(0, indicators);
        tables_workbook(self.lang, &cover, &tables)
            .map_err(|_| EngineError::File(words::workbook_failed(self.lang).to_owned()))
    }

    /// A cross table with its percentages, the answers missing in a row of their own.
    pub(super) fn laid_out(&self, cross: &CrossTable) -> Table {
        let lang = self.lang;
        let mut table = Table::new(cross.id, cross.title.clone(), self.note(&cross.universe))
            .column(cross.heading.clone(), Kind::Text);
        for column in &cross.columns {
            table = table.column(column.clone(), Kind::Count);
        }
        table = table.column(cross.share_heading.clone(), Kind::Percent(1));
        let known = cross.known();
        let share = |counts: &[u32]| match cross.shares {
            Shares::OfColumn => large_share(counts.last().copied().unwrap_or(0), known),
            Shares::OfRow => large_share(counts[0], counts[0] + counts[1]),
        };
        let mut push = |kind, label: &str, counts: &[u32], share| {
            let cells = [Cell::text(label)].into_iter().chain(counts.iter().map(|n| Cell::Count(*n))).chain([share]);
            table.push(kind, cells.collect());
        };
        for row in &cross.rows {
            push(RowKind::Body, &row.label, &row.counts, share(&row.counts));
        }
        if cross.missing.iter().any(|n| *n > 0) {
            push(RowKind::Body, words::no_answer(lang), &cross.missing, Cell::Empty);
        }
        let whole = if cross.shares == Shares::OfRow { share(&cross.total) } else { Cell::Empty };
        push(RowKind::Total, words::total(lang), &cross.total, whole);
        table
    }

    /// Families and residents by area; nothing where the level tells nothing apart.
    fn areas(&self, level: AreaLevel) -> Option<Table> {
        let lang = self.lang;
        let rows = by_area(self.columns, &self.counts, level);
        let named = |row: &AreaRow| match level {
            AreaLevel::Dusun => !row.area.dusun.is_empty(),
            AreaLevel::Rw => !row.area.rw.is_empty(),
            AreaLevel::Rt => !row.area.rt.is_empty(),
        };
        if !rows.iter().any(named) {
            return None;
        }
        let (id, title) = match level {
            AreaLevel::Dusun => ("by-dusun", words::by_dusun(lang)),
            AreaLevel::Rw => ("by-rw", words::by_rw(lang)),
            AreaLevel::Rt => ("by-rt", words::by_rt(lang)),
        };
        let unknown = rows.iter().any(|row| row.residents[0] > 0);
        let mut table = Table::new(id, title, self.note(words::residents(lang)))
            .column(words::place_heading(lang), Kind::Text)
            .column(words::families_heading(lang), Kind::Count)
            .column(words::male(lang), Kind::Count)
            .column(words::female(lang), Kind::Count);
        if unknown {
            table = table.column(words::sex_unknown(lang), Kind::Count);
        }
        table = table.column(words::total(lang), Kind::Count);
        let mut push = |kind, label: String, families: u32, [other, male, female]: [u32; 3]| {
            let other_cell = unknown.then_some(Cell::Count(other));
            let counts = [families, male, female].map(Cell::Count).into_iter().chain(other_cell);
            let all = Cell::Count(other + male + female);
            table.push(kind, [Cell::text(label)].into_iter().chain(counts).chain([all]).collect());
        };
        let (mut families, mut residents) = (0, [0; 3]);
        for row in &rows {
            families += row.families;
            residents = crate::analyse::sums::added([&residents, &row.residents]);
            let place = match row.area.is_whole_village() {
                true => words::no_area(lang).to_owned(),
                false => place_words::place(&row.area, lang),
            };
            push(RowKind::Body, place, row.families, row.residents);
        }
        push(RowKind::Total, words::total(lang).to_owned(), families, residents);
        Some(table)
    }
}

/// A share whose percentage is shown where the denominator is large enough (K2).
pub(super) fn large_share(n: u32, of: u32) -> Cell {
    if of >= RATE_FLOOR { Cell::share(n, of) } else { Cell::Empty }
}
