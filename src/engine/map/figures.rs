//! The figures of a map: what is asked, area by area, and what of it is shown.
//!
//! Numerators and denominators add up: an area without an RT number has what the whole has and none of its RT. So a public
//! map hides by the same rules as a public table, with those families as a row of their own.

use super::super::analyse::{Look, Study};
use super::super::error::EngineError;
use super::super::protocol::*;
use super::{mapped, parts};
use crate::analyse::crosstab::{Question, Universe, cross, universe};
use crate::analyse::disclosure::{Counted, suppress};
use crate::analyse::indicators::wider::{Item, Read, Whom, item};
use crate::analyse::indicators::{Figure, RATE_FLOOR, Small, Unit};
use crate::analyse::variables::{Variable, by_id};
use crate::analyse::{Scope, counts};
use crate::base::Order as _;
use crate::base::region::Area;
use crate::lang::{Lang, map as words, number, place};

/// What is mapped.
#[derive(Clone)]
pub(super) enum Theme {
    /// An indicator, or a part of one that has several.
    Indicator(Box<Item>, Option<(String, String)>),
    /// Those of a universe with an answer; all of them without one.
    Answer(Universe, Option<(&'static Variable, usize)>),
}

/// The figure of an area.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct AreaFigure {
    pub(super) area: Area,
    /// The area that families without an exact place live in; the last of all.
    pub(super) unplaced: bool,
    pub(super) numerator: Option<f64>,
    pub(super) denominator: Option<f64>,
    pub(super) value: Option<f64>,
    /// Too few cases for a rate.
    pub(super) few: bool,
    /// Hidden: the numerator and value, and the denominator.
    pub(super) hidden: bool,
    pub(super) denominator_hidden: bool,
}

impl Theme {
    /// What is asked for: an indicator by its id, a part of one by the id, `/` and its key.
    pub(super) fn of(asked: &MapTheme, lang: Lang) -> Result<Theme, EngineError> {
        let unknown = || EngineError::File(words::unknown_theme(lang).to_owned());
        match asked {
            MapTheme::Indicator(asked) => {
                let (id, key) = asked.split_once('/').map_or((asked.as_str(), None), |(id, key)| (id, Some(key)));
                let item = item(id).filter(mapped).ok_or_else(unknown)?;
                let part = parts(&item, lang).into_iter().find(|(known, _)| Some(known.as_str()) == key);
                if item.single() != key.is_none() || part.is_some() != key.is_some() {
                    return Err(unknown());
                }
                Ok(Theme::Indicator(Box::new(item), part))
            }
            MapTheme::Answer { universe: id, variable, answer } => {
                let whom = universe(id).ok_or_else(unknown)?;
                let answer = match answer {
                    Some(place) => Some((by_id(variable).ok_or_else(unknown)?, usize::from(*place))),
                    None => None,
                };
                if whom.families && answer.is_some_and(|(variable, _)| !variable.of_families()) {
                    return Err(EngineError::File(crate::lang::table_maker::families_only(lang).to_owned()));
                }
                Ok(Theme::Answer(whom, answer))
            }
        }
    }

    /// What is mapped, in words; with the unit where it has one.
    pub(super) fn subject(&self, look: &Look) -> String {
        let lang = look.lang;
        match self {
            Theme::Indicator(item, part) => {
                let entry = &item.entry;
                let (name, unit) = (entry.name.in_lang(lang), entry.unit.words().in_lang(lang));
                if let Some((_, label)) = part {
                    return format!("{name}: {label}");
                }
                let plain = matches!(entry.unit, Unit::Percent | Unit::Persons | Unit::Families | Unit::Couples);
                if plain { name.to_owned() } else { format!("{name} ({unit})") }
            }
            Theme::Answer(whom, None) => first_upper((whom.label)(lang)),
            Theme::Answer(whom, Some((variable, place))) => {
                let answers = variable.answers(look.columns, lang).labels;
                let answer = answers.get(*place).map_or("–", String::as_str);
                words::those_with(lang, first_upper((whom.label)(lang)), answer, (variable.label)(lang))
            }
        }
    }

    /// Of whom it speaks.
    pub(super) fn universe(&self, lang: Lang) -> &'static str {
        match self {
            Theme::Indicator(item, _) => item.entry.universe.in_lang(lang),
            Theme::Answer(whom, _) => (whom.label)(lang),
        }
    }

    /// For everybody it may be said of the village alone.
    pub(super) fn sensitive(&self) -> bool {
        matches!(self, Theme::Indicator(item, _) if item.entry.sensitive)
    }

    /// Decimals of the value, and whether it is a per cent.
    pub(super) fn written(&self) -> (usize, bool) {
        match self {
            Theme::Indicator(item, _) => (item.entry.unit.decimals(), item.entry.unit == Unit::Percent),
            Theme::Answer(_, None) => (0, false),
            Theme::Answer(_, Some(_)) => (1, true),
        }
    }

    /// The value as it is written.
    pub(super) fn value_words(&self, lang: Lang, value: f64) -> String {
        let (decimals, percent) = self.written();
        number::decimal(lang, value, decimals) + if percent { "%" } else { "" }
    }

    fn factor(&self) -> f64 {
        match self {
            Theme::Indicator(item, _) => item.entry.factor,
            Theme::Answer(..) => 100.0,
        }
    }

    fn floor(&self) -> f64 {
        match self {
            Theme::Indicator(item, _) => match item.entry.small {
                Small::Rate(floor) => f64::from(floor),
                _ => 0.0,
            },
            Theme::Answer(_, Some(_)) => f64::from(RATE_FLOOR),
            _ => 0.0,
        }
    }

    /// The numerator is a part of the denominator.
    fn part(&self) -> bool {
        match self {
            Theme::Indicator(item, _) => item.entry.part,
            Theme::Answer(..) => true,
        }
    }

    /// The figure of the area with all that lies in it.
    fn raw(&self, study: &Study, area: &Area, km2: Option<f64>) -> AreaFigure {
        let look = &study.look;
        let scope = Scope { at: look.scope.at, area: area.clone() };
        let mut found = AreaFigure { area: area.clone(), ..AreaFigure::default() };
        match self {
            Theme::Indicator(item, part) => {
                let figure = match (item.read, part) {
                    (Read::Counts, _) => (item.entry.figure)(&counts::count(look.columns, &scope, None)),
                    (Read::Ground(read), _) => read(&study.ground(&scope, &Whom::default())),
                    (Read::Parts(read), Some((key, _))) => {
                        let parts = read(&study.ground(&scope, &Whom::default()), look.lang);
                        parts.into_iter().find(|part| part.key == *key).map(|part| part.figure).unwrap_or_default()
                    }
                    _ => Figure::default(),
                };
                (found.numerator, found.denominator) = (figure.numerator, figure.denominator);
                found.value = figure.exactly;
                if item.entry.unit == Unit::PerKm2 {
                    found.denominator = km2.filter(|km2| *km2 > 0.0);
                }
            }
            Theme::Answer(universe, answer) => {
                let rows = answer.map_or(look_all(), |(variable, _)| variable);
                let table = cross(look.columns, &scope, &question(*universe, rows), look.lang);
                match answer {
                    Some((_, place)) => {
                        let missing = if table.row_missing { table.cells.last().copied().unwrap_or(0) } else { 0 };
                        found.numerator = table.cells.get(*place).map(|n| f64::from(*n));
                        found.denominator = Some(f64::from(table.total() - missing));
                    }
                    None => found.numerator = Some(f64::from(table.total())),
                }
            }
        }
        found
    }

    /// The figures of the areas, then of those in none of them (where there are any), and of the whole.
    pub(super) fn figures(
        &self,
        study: &Study,
        areas: &[Area],
        km2: impl Fn(&Area) -> Option<f64>,
        hide_below: u8,
    ) -> (Vec<AreaFigure>, AreaFigure) {
        let whole_area = &study.look.scope.area;
        let whole = self.raw(study, whole_area, km2(whole_area));
        let mut rows: Vec<AreaFigure> = areas.iter().map(|area| self.raw(study, area, km2(area))).collect();
        let additive = whole.value.is_none();
        if additive {
            // A place without an RT number holds, as a question, all RT that share its other parts.
            let mut order: Vec<usize> = (0..rows.len()).collect();
            order.order_by_key(|at| std::cmp::Reverse(n_parts(&rows[*at].area)));
            for at in order {
                let inner = rows.iter().enumerate().filter(|(other, inner)| {
                    *other != at
                        && n_parts(&inner.area) > n_parts(&rows[at].area)
                        && rows[at].area.contains(&inner.area)
                });
                let inner: Vec<AreaFigure> = inner.map(|(_, inner)| inner.clone()).collect();
                take_off(&mut rows[at], &inner);
            }
            let mut rest = AreaFigure { unplaced: true, ..whole.clone() };
            take_off(&mut rest, &rows);
            let density = self.is_density();
            if density {
                rest.denominator = None;
            }
            let people = if density { rest.numerator } else { rest.denominator.or(rest.numerator) };
            if people.is_some_and(|n| n > 0.0) {
                rows.push(rest);
            }
        }
        let mut whole = whole;
        rows.iter_mut().chain([&mut whole]).for_each(|row| self.judge(row));
        self.hide(&mut rows, &mut whole, u32::from(hide_below));
        if hide_below > 0 {
            self.hide_as_the_table(&study.look, &mut rows, &mut whole, u32::from(hide_below));
        }
        (rows, whole)
    }

    /// A map of an answer stands beside the table of all answers by area: it shows nothing that the table hides.
    fn hide_as_the_table(&self, look: &Look, rows: &mut [AreaFigure], whole: &mut AreaFigure, below: u32) {
        let Theme::Answer(universe, Some((variable, answer))) = self else { return };
        let deepest = rows.iter().map(|row| n_parts(&row.area)).max().unwrap_or(0);
        let Some(by) = by_id(if deepest > 1 { "rt" } else { "dusun" }) else { return };
        let asked = Question { columns: Some(*variable), ..question(*universe, by) };
        let table = cross(look.columns, &look.scope, &asked, look.lang);
        let n = table.columns.len();
        let hidden = look.hidden_of(&asked, &table.cells, (table.rows.len(), n), below);
        for row in rows.iter_mut() {
            let label = place::place(look.lang, &row.area);
            let at = match row.unplaced {
                true => table.row_missing.then(|| table.rows.len() - 1),
                false => table.rows.iter().position(|other| *other == label),
            };
            // Areas of another level have no row there.
            let Some(at) = at else { continue };
            row.denominator_hidden |= hidden.rows[at] || (table.column_missing && hidden.cells[at * n + n - 1]);
            row.hidden |= row.denominator_hidden || hidden.cells[at * n + (*answer).min(n - 1)];
        }
        whole.denominator_hidden |= hidden.total || (table.column_missing && hidden.columns[n - 1]);
        whole.hidden |= whole.denominator_hidden || hidden.columns[(*answer).min(n - 1)];
    }

    /// Forms the value, and marks a rate on few cases.
    fn judge(&self, row: &mut AreaFigure) {
        row.few = row.denominator.is_some_and(|of| of < self.floor());
        row.value = match (row.value, row.numerator, row.denominator) {
            _ if row.few => None,
            (Some(value), ..) => Some(value),
            (None, Some(n), Some(of)) if of > 0.0 => Some(n * self.factor() / of),
            (None, Some(n), None) if matches!(self, Theme::Answer(..)) || self.is_count() => Some(n),
            _ => None,
        };
    }

    fn is_count(&self) -> bool {
        matches!(self, Theme::Indicator(item, _) if item.entry.small == Small::Count) && !self.is_density()
    }

    /// Persons on a square kilometre.
    pub(super) fn is_density(&self) -> bool {
        matches!(self, Theme::Indicator(item, _) if item.entry.unit == Unit::PerKm2)
    }

    /// Hides what a public table of the same figures would hide.
    fn hide(&self, rows: &mut [AreaFigure], whole: &mut AreaFigure, below: u32) {
        let count = |n: Option<f64>| n.map_or(0, |n| n.max(0.0).round() as u32);
        let density = self.is_density();
        let two = !density && rows.iter().any(|row| row.numerator.is_some() && row.denominator.is_some());
        let cells: Vec<u32> = rows
            .iter()
            .flat_map(|row| {
                let (n, of) = (count(row.numerator), count(row.denominator));
                match (two, self.part()) {
                    (true, true) => vec![n, of.saturating_sub(n)],
                    (true, false) => vec![n, of],
                    _ => vec![if row.numerator.is_some() { n } else { of }],
                }
            })
            .collect();
        let columns = if two { 2 } else { 1 };
        let hidden = suppress(&Counted { columns, cells: &cells }, below);
        for (at, row) in rows.iter_mut().enumerate() {
            let cell = |column: usize| hidden.cells[at * columns + column];
            if two && self.part() {
                // Number and sum give the rest away.
                row.denominator_hidden = hidden.rows[at];
                row.hidden = cell(0) || cell(1) || hidden.rows[at];
            } else {
                row.hidden = cell(0) || (two && cell(1));
                row.denominator_hidden = if two { cell(1) } else { row.hidden && !density };
            }
        }
        if two && self.part() {
            whole.denominator_hidden = hidden.total;
            whole.hidden = hidden.columns[0] || hidden.columns[1] || hidden.total;
        } else {
            whole.hidden = if two { hidden.columns[0] || hidden.columns[1] } else { hidden.total };
            whole.denominator_hidden = if two { hidden.columns[1] } else { whole.hidden && !density };
        }
    }
}

/// A variable that everybody has some answer or none to, where only the sum is wanted.
fn look_all() -> &'static Variable {
    &crate::analyse::variables::VARIABLES[0]
}

/// A question of one variable alone.
pub(super) fn question(universe: Universe, rows: &'static Variable) -> Question<'static> {
    Question { universe, rows, columns: None, row_groups: Vec::new(), column_groups: Vec::new(), only: Vec::new() }
}

fn n_parts(area: &Area) -> usize {
    [&area.dusun, &area.rw, &area.rt].into_iter().filter(|part| !part.is_empty()).count()
}

fn take_off(row: &mut AreaFigure, others: &[AreaFigure]) {
    for other in others {
        let less = |n: Option<f64>, off: Option<f64>| n.map(|n| (n - off.unwrap_or(0.0)).max(0.0));
        row.numerator = less(row.numerator, other.numerator);
        row.denominator = less(row.denominator, other.denominator);
    }
}

pub(super) fn first_upper(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
