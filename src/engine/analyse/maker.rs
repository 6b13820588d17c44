//! Tables of one's own choice: made, and for everybody to see with what must be hidden left out.

use super::{Look, tables::large_share};
use crate::analyse::crosstab::{Crossed, Measure, Question, UNIVERSES, cross, middles, universe, who};
use crate::analyse::disclosure::{Counted, Hidden, suppress};
use crate::analyse::indicators::RATE_FLOOR;
use crate::analyse::rounding::rounded;
use crate::analyse::variables::{VARIABLES, Variable, by_id};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::engine::words::{person_line, place};
use crate::lang::table_maker as words;
use crate::present::workbook::{Cover, tables_workbook};
use crate::present::{Cell, Kind, RowKind, Table};

/// In place of a hidden figure.
const HIDDEN: &str = "*";

impl Look<'_> {
    fn choices(&self) -> Choices {
        let lang = self.lang;
        let universe = |universe: &crate::analyse::crosstab::Universe| UniverseChoice {
            id: universe.id.to_owned(),
            label: (universe.label)(lang).to_owned(),
            families: universe.families,
        };
        let variable = |variable: &Variable| VariableChoice {
            id: variable.id.to_owned(),
            label: (variable.label)(lang).to_owned(),
            of_families: variable.of_families(),
            answers: variable.answers(self.columns, lang).labels,
        };
        Choices {
            universes: UNIVERSES.iter().map(universe).collect(),
            variables: VARIABLES.iter().map(variable).collect(),
        }
    }

    pub(super) fn question<'q>(&self, asked: &'q MakeTable) -> Result<Question<'q>, EngineError> {
        let unknown = || EngineError::File(words::unknown_choice(self.lang).to_owned());
        let named = |id: &str| by_id(id).ok_or_else(unknown);
        let groups = |groups: &'q [AnswerGroup]| {
            groups.iter().map(|group| (group.label.as_str(), group.answers.as_slice())).collect::<Vec<_>>()
        };
        let only = [&asked.only, &asked.layer].into_iter().flatten();
        let question = Question {
            universe: universe(&asked.universe).ok_or_else(unknown)?,
            rows: named(&asked.rows)?,
            columns: if asked.columns.is_empty() { None } else { Some(named(&asked.columns)?) },
            row_groups: groups(&asked.row_groups),
            column_groups: groups(&asked.column_groups),
            only: only.map(|(id, place)| Ok((named(id)?, usize::from(*place)))).collect::<Result<_, EngineError>>()?,
        };
        let all = [Some(question.rows), question.columns].into_iter().flatten();
        let all = all.chain(question.only.iter().map(|(variable, _)| *variable));
        if question.universe.families && !all.into_iter().all(Variable::of_families) {
            return Err(EngineError::File(words::families_only(self.lang).to_owned()));
        }
        Ok(question)
    }

    pub(super) fn made(&self, asked: &MakeTable) -> Result<Table, EngineError> {
        self.made_with(asked, None)
    }

    /// The same with what must be hidden known already.
    pub(super) fn made_with(&self, asked: &MakeTable, hidden: Option<&Hidden>) -> Result<Table, EngineError> {
        let question = self.question(asked)?;
        let measure = match asked.cells {
            CellsOf::Age => Some((Measure::Age, words::mean_age(self.lang))),
            CellsOf::FamilySize => Some((Measure::FamilySize, words::mean_size(self.lang))),
            CellsOf::FloorPerPerson => Some((Measure::FloorPerPerson, words::mean_floor(self.lang))),
            CellsOf::Counts | CellsOf::RowShares | CellsOf::ColumnShares => None,
        };
        Ok(match measure {
            Some((measure, what)) => self.middles(&question, measure, what, asked.hide_below, hidden),
            None => self.crossed(&question, asked, hidden),
        })
    }

    /// Of whom, with the answer that narrows them down.
    fn whom(&self, question: &Question) -> String {
        let mut whom = (question.universe.label)(self.lang).to_owned();
        for (variable, place) in &question.only {
            let answers = variable.answers(self.columns, self.lang).labels;
            let answer = answers.get(*place).map_or("–", String::as_str);
            whom = words::only_those(self.lang, &whom, (variable.label)(self.lang), answer);
        }
        whom
    }

    fn crossed(&self, question: &Question, asked: &MakeTable, hidden: Option<&Hidden>) -> Table {
        let lang = self.lang;
        let mut cross = cross(self.columns, &self.scope, question, lang);
        if asked.round > 1 {
            cross.cells = rounded(&cross.cells, cross.columns.len(), u32::from(asked.round));
        }
        let below = if asked.round > 1 { 0 } else { asked.hide_below };
        let kept = (cross.rows.len(), cross.columns.len());
        let hidden = hidden.cloned().unwrap_or_else(|| self.hidden_of(question, &cross.cells, kept, u32::from(below)));
        let (whom, rows) = (self.whom(question), (question.rows.label)(lang));
        let title = match question.columns {
            Some(columns) => words::by_two(lang, &whom, rows, (columns.label)(lang)),
            None => words::by_one(lang, &whom, rows),
        };
        let mut remarks = self.remarks(&hidden, below);
        if asked.round > 1 {
            remarks.push(words::rounded(lang, asked.round));
        }
        if asked.layer.is_some() && asked.round > 1 {
            remarks.push(words::layers_alone(lang).to_owned());
        }
        if cross.age_unknown >= u32::from(asked.hide_below.max(1)) {
            remarks.push(words::age_unknown(lang, cross.age_unknown));
        }
        let shares = asked.cells != CellsOf::Counts;
        if shares {
            remarks.push(words::small_base(lang, RATE_FLOOR));
        }
        let mut note = self.note(&whom);
        note.remark = remarks.join(" ");
        let kind = if shares { Kind::Percent(1) } else { Kind::Count };
        let mut table = Table::new("susunan", first_upper(&title), note).column(first_upper(rows), Kind::Text);
        let two = question.columns.is_some();
        if two || shares {
            for column in &cross.columns {
                let label = if two { column.clone() } else { crate::lang::analyse::share(lang).to_owned() };
                table = table.column(label, kind);
            }
        }
        table = table.column(words::total(lang), Kind::Count);
        let view = View { cross: &cross, hidden: &hidden, cells: asked.cells, inner: two || shares };
        for (row, label) in cross.rows.iter().enumerate() {
            table.push(RowKind::Body, view.row(label, row));
        }
        table.push(RowKind::Total, view.totals(words::total(lang)));
        table
    }

    fn middles(
        &self,
        question: &Question,
        measure: Measure,
        what: &str,
        hide_below: u8,
        beside: Option<&Hidden>,
    ) -> Table {
        let lang = self.lang;
        let rows = middles(self.columns, &self.scope, question, measure, lang);
        let counts: Vec<u32> = rows[..rows.len() - 1].iter().map(|row| row.n).collect();
        let mut hidden = self.hidden_middles(question, &counts, hide_below);
        if let Some(beside) = beside {
            hidden.take(beside);
        }
        let whom = self.whom(question);
        let mut note = self.note(&whom);
        note.remark = self.remarks(&hidden, hide_below).join(" ");
        let label = (question.rows.label)(lang);
        let mut table = Table::new("susunan", words::middle_of(lang, what, &whom, label), note)
            .column(first_upper(label), Kind::Text)
            .column(words::n(lang), Kind::Count)
            .column(words::mean(lang), Kind::Decimal)
            .column(words::median(lang), Kind::Decimal);
        let number = |value: Option<f64>| value.map_or(Cell::Empty, |value| Cell::Number(value, 1));
        for (at, row) in rows.iter().enumerate() {
            let (kind, secret) = match hidden.cells.get(at) {
                Some(secret) => (RowKind::Body, *secret),
                None => (RowKind::Total, hidden.total),
            };
            let figures = if secret {
                [HIDDEN; 3].map(Cell::text)
            } else {
                [Cell::Count(row.n), number(row.mean), number(row.median)]
            };
            table.push(kind, [Cell::text(&row.label)].into_iter().chain(figures).collect());
        }
        table
    }

    /// As of a table of counts; those without the number stand nowhere, so that of a part all is hidden that it hides.
    fn hidden_middles(&self, question: &Question, counts: &[u32], below: u8) -> Hidden {
        let below = u32::from(below);
        let mut alone = suppress(&Counted { columns: 1, cells: counts }, below);
        if below == 0 || (question.only.is_empty() && self.scope.area.is_whole_village()) {
            return alone;
        }
        let question = Question { columns: None, column_groups: Vec::new(), ..question.clone() };
        let cells = cross(self.columns, &self.scope, &question, self.lang).cells;
        let linked = self.hidden_of(&question, &cells, (cells.len(), 1), below);
        alone.take(&linked);
        alone
    }

    fn remarks(&self, hidden: &Hidden, below: u8) -> Vec<String> {
        let most = below.saturating_sub(1);
        let mut remarks = match (below, hidden.small) {
            (0, _) => return Vec::new(),
            (_, 0) if hidden.linked > 0 => Vec::new(),
            (_, 0) => vec![words::nothing_hidden(self.lang, most)],
            _ => vec![words::hidden(self.lang, hidden.small, hidden.others, most)],
        };
        if hidden.linked > 0 {
            remarks.push(words::hidden_linked(self.lang, hidden.linked));
        }
        remarks
    }
}

/// A table with what of it is seen.
struct View<'a> {
    cross: &'a Crossed,
    hidden: &'a Hidden,
    cells: CellsOf,
    /// Cells stand beside the sums.
    inner: bool,
}

impl View<'_> {
    fn row(&self, label: &str, row: usize) -> Vec<Cell> {
        let n = self.cross.columns.len();
        let mut out = vec![Cell::text(label)];
        if self.inner {
            out.extend((0..n).map(|column| self.cell(row, column)));
        }
        out.push(count(self.cross.row(row), self.hidden.rows[row]));
        out
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let (cross, hidden) = (self.cross, self.hidden);
        let at = row * cross.columns.len() + column;
        let missing = (
            cross.row_missing && row + 1 == cross.rows.len(),
            cross.column_missing && column + 1 == cross.columns.len(),
        );
        let one_column = cross.columns.len() == 1;
        let (base, base_hidden, apart) = match self.cells {
            CellsOf::RowShares if !one_column => {
                let left_out = cross.column_missing.then(|| row * cross.columns.len() + cross.columns.len() - 1);
                (cross.row(row), hidden.rows[row], left_out)
            }
            CellsOf::RowShares | CellsOf::ColumnShares => {
                let left_out = cross.row_missing.then(|| (cross.rows.len() - 1) * cross.columns.len() + column);
                (cross.column(column), hidden.columns[column], left_out)
            }
            _ => return count(cross.cells[at], hidden.cells[at]),
        };
        let by_row = self.cells == CellsOf::RowShares && !one_column;
        if if by_row { missing.1 } else { missing.0 } {
            return Cell::Empty;
        }
        // A per cent of a sum gives the sum away, and what was left out of it.
        if hidden.cells[at] || base_hidden || apart.is_some_and(|apart| hidden.cells[apart]) {
            return Cell::text(HIDDEN);
        }
        large_share(cross.cells[at], base - apart.map_or(0, |apart| cross.cells[apart]))
    }

    fn totals(&self, label: &str) -> Vec<Cell> {
        let mut out = vec![Cell::text(label)];
        if self.inner {
            out.extend((0..self.cross.columns.len()).map(|column| match self.cells {
                CellsOf::Counts => count(self.cross.column(column), self.hidden.columns[column]),
                _ => Cell::Empty,
            }));
        }
        out.push(count(self.cross.total(), self.hidden.total));
        out
    }
}

fn count(n: u32, hidden: bool) -> Cell {
    if hidden { Cell::text(HIDDEN) } else { Cell::Count(n) }
}

fn first_upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

impl<P: Ports> Handle<TableChoices> for Engine<P> {
    async fn handle(&mut self, _: TableChoices) -> Result<Choices, EngineError> {
        Ok(self.look(&LookAt::default()).choices())
    }
}

impl<P: Ports> Handle<MakeTable> for Engine<P> {
    async fn handle(&mut self, request: MakeTable) -> Result<Table, EngineError> {
        self.look(&request.look).made(&request)
    }
}

impl<P: Ports> Handle<MadeWorkbook> for Engine<P> {
    async fn handle(&mut self, request: MadeWorkbook) -> Result<FileReply, EngineError> {
        let look = self.look(&request.table.look);
        let table = look.made(&request.table)?;
        let cover = Cover { title: table.title.clone(), lines: vec![look.place(), look.resident()], at: look.scope.at };
        let bytes = tables_workbook(look.lang, &cover, &[table])
            .map_err(|_| EngineError::File(crate::lang::analyse::workbook_failed(look.lang).to_owned()))?;
        let name = format!("{}.xlsx", look.file_name(crate::lang::analyse::tables_file(look.lang)));
        self.outbox = Some(bytes);
        let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
        Ok(FileReply { name, media_type })
    }
}

impl<P: Ports> Handle<CellRecords> for Engine<P> {
    async fn handle(&mut self, request: CellRecords) -> Result<CellPage, EngineError> {
        let (lang, today) = (self.lang, self.today());
        // What is for everybody opens nobody's record, and a trainer opens none either.
        if request.table.hide_below > 0 || request.table.round > 0 || self.meta.actor.role == Role::Trainer {
            return Err(EngineError::File(words::no_records(lang).to_owned()));
        }
        let look = self.look(&request.table.look);
        let question = look.question(&request.table)?;
        let at = |place: Option<u16>| place.map(usize::from);
        let found = who(look.columns, &look.scope, &question, at(request.row), at(request.column), lang);
        let families = question.universe.families;
        let row = |(slot, member): &(u32, u16)| {
            let family = self.register.slots().get(*slot as usize)?;
            let person = family.members.get(usize::from(*member)).filter(|_| !families);
            Some(CellRow {
                family: family.id,
                name: person.map_or_else(|| family.title(), |person| person.name.text()).to_owned(),
                line: person.map_or(String::new(), |person| person_line(person, today, lang)),
                place: place(&family.area(), lang),
            })
        };
        let page = found.iter().skip(request.from as usize).take(request.limit as usize);
        Ok(CellPage { total: found.len() as u32, rows: page.filter_map(row).collect() })
    }
}
