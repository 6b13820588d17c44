//! The chart of a table of one's own choice, drawn from what the table shows and from nothing else: what is hidden there
//! cannot be read here. Which forms fit is a pure table of rules (`present::chart::form`).

use super::Look;
use super::made_forms as forms;
use super::made_read::Seen;
use super::together::HiddenByName;
use crate::analyse::crosstab::universe;
use crate::analyse::variables::{Variable, by_id};
use crate::analyse::{Scope, counts};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{analyse, number, table_maker as words};
use crate::present::Table;
use crate::present::chart::form::{Apart, Shape, fitting};
use crate::present::chart::{Chart, Frame, Full, Theme};
use crate::present::document::HIDE_BELOW;

/// A table drawn: the chart, its form, and what went with the choice of it.
struct Chosen {
    chart: Box<dyn Chart>,
    form: Form,
    forms: Vec<Form>,
    said: &'static str,
}

/// The table that is drawn: one of means, which has no columns, or one of counts.
fn drawn_table(table: MakeTable) -> MakeTable {
    match table.cells.is_measure() {
        true => MakeTable { columns: String::new(), column_groups: Vec::new(), ..table },
        false => MakeTable { cells: CellsOf::Counts, ..table },
    }
}

/// A kept table as everybody sees it, at this date and place.
pub(super) fn for_everybody(scope: &Scope, kept: &KeptTable) -> MakeTable {
    let look = LookAt { at: Some(scope.at), area: scope.area.clone() };
    let hide_below = if kept.table.hide_below == 0 { HIDE_BELOW as u8 } else { kept.table.hide_below };
    MakeTable { look, hide_below, ..kept.table.clone() }
}

impl<P: Ports> Handle<MakeChart> for Engine<P> {
    async fn handle(&mut self, request: MakeChart) -> Result<MadeChart, EngineError> {
        let MakeChart { table, dress, width } = request;
        let table = drawn_table(table);
        let look = self.look(&table.look);
        let beside = look.beside(&table, &dress.beside)?;
        let made = look.made(&table)?;
        Ok(look.made_chart(&table, made, &dress, beside, width))
    }
}

impl Look<'_> {
    /// What a pyramid is compared with: the same question at another date or of another area, with its label.
    fn beside(&self, table: &MakeTable, beside: &Beside) -> Result<Option<(String, Table)>, EngineError> {
        let scope = match beside {
            Beside::Date(at) => Scope { at: at.reckoned(), area: self.scope.area.clone() },
            Beside::Area(area) => Scope { at: self.scope.at, area: area.clone() },
            Beside::Nothing | Beside::Snapshot(_) => return Ok(None),
        };
        let counts = std::rc::Rc::new(counts::count(self.columns, &scope, None));
        let there = Look { scope, counts, ..*self };
        let label = match beside {
            Beside::Date(_) => number::date(there.lang, there.scope.at),
            _ => there.place(),
        };
        let look = LookAt { at: Some(there.scope.at), area: there.scope.area.clone() };
        let table = there.made(&MakeTable { look, ..table.clone() })?;
        Ok(Some((label, table)))
    }
}

impl Look<'_> {
    fn made_chart(
        &self,
        asked: &MakeTable,
        table: Table,
        dress: &Dress,
        beside: Option<(String, Table)>,
        width: u16,
    ) -> MadeChart {
        let compared = beside.is_some();
        let dress = &self.in_words(asked, dress);
        let Some(chosen) = self.chosen(asked, &table, dress, beside) else { return MadeChart::default() };
        let finding = chosen.chart.finding(self.lang);
        let title = titled(dress, &finding);
        let (id, name, note) = ("susunan", table.title.clone(), table.note.clone());
        let drawn = self.drawn_dressed(&*chosen.chart, title, &dress.notes, id, &name, note, width);
        // A pyramid with another on it has a table of both behind it; any other chart the table above it.
        let behind = if compared && chosen.form == Form::Pyramid { drawn.table } else { table };
        let name = self.file_name(analyse::tables_file(self.lang));
        let by_cell = matches!(
            chosen.form,
            Form::Grouped | Form::Stacked | Form::Parts | Form::Lines | Form::Pyramid | Form::Heat | Form::Panels
        );
        let columns = self.named_columns(asked, self.lang);
        MadeChart {
            chart: ChartReply { table: behind, name, ..drawn },
            finding,
            rows: self.named_rows(asked, self.lang),
            answers: if chosen.form == Form::Dots { columns.clone() } else { Vec::new() },
            columns: if by_cell { columns } else { Vec::new() },
            forms: chosen.forms,
            form: Some(chosen.form),
            said: chosen.said.to_owned(),
        }
    }

    /// The chart of a kept table as everybody may see it, on paper: what it shows, and the picture. A title of its own for
    /// this place goes before the kept one; `hidden` is what must not be seen where it stands beside others.
    pub(super) fn kept_picture(
        &self,
        (name, kept): (&str, &KeptTable),
        hidden: &HiddenByName,
        title: &str,
        id: &str,
        width: u16,
    ) -> Option<(String, String)> {
        let asked = drawn_table(for_everybody(&self.scope, kept));
        let hidden = match hidden.get(name) {
            Some(None) => return None,
            Some(hidden) => hidden.as_ref(),
            None => None,
        };
        let table = self.made_with(&asked, hidden).ok()?;
        let dress = self.in_words(&asked, &kept.dress);
        let beside = self.beside(&asked, &dress.beside).ok()?;
        let chosen = self.chosen(&asked, &table, &dress, beside)?;
        let title = if title.is_empty() { titled(&dress, &chosen.chart.finding(self.lang)) } else { title.into() };
        let frame = Frame {
            lang: self.lang,
            theme: Theme::Paper,
            width,
            id: id.to_owned(),
            title: title.clone(),
            note: table.note,
            callouts: dress.notes.clone(),
        };
        Some((title, chosen.chart.svg(&frame)))
    }

    fn chosen(
        &self,
        asked: &MakeTable,
        table: &Table,
        dress: &Dress,
        beside: Option<(String, Table)>,
    ) -> Option<Chosen> {
        let lang = self.lang;
        if asked.cells.is_measure() {
            let chart = Box::new(forms::middles(table, asked.cells, lang)?);
            return Some(Chosen { chart, form: Form::Bars, forms: vec![Form::Bars], said: "" });
        }
        let seen = Seen::of(table, !asked.columns.is_empty(), lang)?;
        let fitting = fitting(shape(asked, &seen));
        let form = dress.form.filter(|form| fitting.contains(form)).or(fitting.first().copied())?;
        let families = universe(&asked.universe).is_some_and(|universe| universe.families);
        let unit = if families { words::families(lang) } else { analyse::persons(lang) };
        let mut said = "";
        let chart: Box<dyn Chart> = match form {
            Form::Bars => Box::new(forms::bars(&seen)),
            Form::Waffle => {
                let sign = if families { words::families(lang) } else { words::people(lang) };
                Box::new(forms::waffle(&seen, sign, lang))
            }
            Form::Grouped => Box::new(forms::grouped(&seen, unit, lang)),
            Form::Stacked => Box::new(forms::stacked(&seen, unit, Full::Largest, lang)),
            Form::Parts => Box::new(forms::stacked(&seen, unit, Full::Whole, lang)),
            Form::Lines => Box::new(forms::ordered(&seen, unit, lang)),
            Form::Dots => Box::new(forms::dots(&seen, &dress.of, self.place())),
            Form::Heat => Box::new(forms::heat(&seen)),
            Form::Panels => Box::new(forms::panels(&seen, is_area(&asked.rows))),
            Form::Pyramid => {
                let other = beside.map(|(label, table)| (label, Seen::of(&table, true, lang)));
                let sums = |other: &Seen| other.is_open() || forms::both_sums(other).is_some();
                if other.as_ref().is_some_and(|(_, other)| !other.as_ref().is_some_and(sums)) {
                    said = words::beside_hidden(lang);
                }
                Box::new(forms::pyramid(&seen, if asked.rows == SINGLE { 1 } else { 5 }, other))
            }
        };
        Some(Chosen { chart, form, forms: fitting, said })
    }
}

/// Ages in single years.
const SINGLE: &str = "umur_1";

fn is_area(variable: &str) -> bool {
    matches!(variable, "rt" | "dusun")
}

/// What decides on the form.
fn shape(asked: &MakeTable, seen: &Seen) -> Shape {
    let apart = |id: &str, as_listed: bool| match id {
        "umur_5" | SINGLE if as_listed => Apart::Ages,
        "jenis_kelamin" if as_listed => Apart::Sexes,
        id if is_area(id) => Apart::Areas,
        _ => Apart::Other,
    };
    // Answers that were put together keep the order of the list, or they have none.
    let places: Vec<u16> = asked.row_groups.iter().flat_map(|group| group.answers.iter().copied()).collect();
    let ordered = by_id(&asked.rows).is_some_and(Variable::is_ordered) && places.is_sorted();
    Shape {
        ordered,
        rows: apart(&asked.rows, asked.row_groups.is_empty()),
        columns: (!asked.columns.is_empty()).then(|| apart(&asked.columns, asked.column_groups.is_empty())),
        n_parts: seen.parts.len(),
        // A star needs room: the rows of single years are too thin for it.
        hidden: !seen.is_open() && (asked.rows == SINGLE || forms::both_sums(seen).is_none()),
    }
}

/// A person's own title, or what the figures say.
fn titled(dress: &Dress, finding: &str) -> String {
    let own = dress.title.trim();
    if own.is_empty() { finding.to_owned() } else { own.to_owned() }
}
