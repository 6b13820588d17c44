//! Tables of one's own choice for everybody, where they speak of a part: of an area, or of those with certain answers. Such a
//! table is a layer of the table of all, and is guarded with it and with all other layers, so that no two of them put up
//! beside each other give a hidden count away.

use super::Look;
use crate::analyse::Scope;
use crate::analyse::crosstab::{Question, cross_by};
use crate::analyse::disclosure::{Counted, Hidden, suppress, suppress_layers};
use crate::analyse::variables::Seen;
use crate::base::region::Area;
use crate::base::set_of;

/// How a table comes to speak of a part: how many parts there are, which this is, and where anybody belongs.
struct Step {
    parts: usize,
    this: usize,
    place: Box<dyn Fn(Seen) -> Option<usize>>,
}

impl Look<'_> {
    /// What of a table everybody must not see, in the layout of [`cross_by`].
    fn hidden_in_full(&self, question: &Question, below: u32) -> Hidden {
        let mut scope = Scope { at: self.scope.at, area: Area::default() };
        let mut asked = Question { only: Vec::new(), ..question.clone() };
        let (whole, n_columns) = cross_by(self.columns, &scope, &asked, self.lang, 0, |_| None);
        let mut hidden = suppress_in_full(&whole[0], n_columns, question.columns.is_some(), below);
        let mut narrow = |scope: &Scope, asked: &Question, step: Step| {
            let (mut layers, _) = cross_by(self.columns, scope, asked, self.lang, step.parts, step.place);
            if layers.last().is_some_and(|rest| rest.iter().all(|n| *n == 0)) {
                layers.pop();
            }
            hidden = suppress_layers(n_columns, &layers, &hidden, below).swap_remove(step.this);
        };
        for level in 0..3 {
            if let Some((step, area)) = self.area_step(&scope.area, level) {
                narrow(&scope, &asked, step);
                scope.area = area;
            }
        }
        for (variable, place) in &question.only {
            let answers = variable.answers(self.columns, self.lang);
            if *place < answers.labels.len() {
                let step = Step {
                    parts: answers.labels.len(),
                    this: *place,
                    place: Box::new(move |seen| answers.place(seen)),
                };
                narrow(&scope, &asked, step);
            }
            asked.only.push((variable, *place));
        }
        hidden
    }

    /// What of a table everybody must not see: alone, or as a layer of the table of all. `kept` tells how many rows and
    /// columns it has; those without an answer are left out where nobody is.
    pub(in crate::engine) fn hidden_of(
        &self,
        question: &Question,
        cells: &[u32],
        kept: (usize, usize),
        below: u32,
    ) -> Hidden {
        let (rows, columns) = kept;
        if below == 0 || (question.only.is_empty() && self.scope.area.is_whole_village()) {
            return suppress(&Counted { columns, cells }, below);
        }
        let full = self.hidden_in_full(question, below);
        let n = full.columns.len();
        let cell = |at: usize| full.cells[at / columns * n + at % columns];
        Hidden {
            cells: (0..rows * columns).map(cell).collect(),
            rows: full.rows[..rows].to_vec(),
            columns: full.columns[..columns].to_vec(),
            ..full
        }
    }

    /// The next narrower area: dusun, RW or RT, among its like in the one before.
    fn area_step(&self, within: &Area, level: usize) -> Option<(Step, Area)> {
        let wanted = &self.scope.area;
        let part = |area: &Area| [&area.dusun, &area.rw, &area.rt][level].clone();
        let name = part(wanted);
        if name.is_empty() {
            return None;
        }
        let areas = self.columns.areas();
        let inside = areas.iter().filter(|area| within.contains(area)).map(part);
        let names = set_of(inside.filter(|name| !name.is_empty()));
        let this = names.iter().position(|other| *other == name)?;
        let places: Vec<Option<usize>> =
            areas.iter().map(|area| names.iter().position(|name| *name == part(area))).collect();
        let place = Box::new(move |seen: Seen| places.get(usize::from(seen.family.area)).copied().flatten());
        let mut area = within.clone();
        match level {
            0 => area.dusun = name,
            1 => area.rw = name,
            _ => area.rt = name,
        }
        Some((Step { parts: names.len(), this, place }, area))
    }
}

/// The table alone, as it is shown: without the row and the column of missing answers where nobody stands there.
fn suppress_in_full(cells: &[u32], n: usize, two: bool, below: u32) -> Hidden {
    let rows = cells.len() / n;
    let row_missing = cells[(rows - 1) * n..].iter().any(|n| *n > 0);
    let column_missing = !two || cells.iter().skip(n - 1).step_by(n).any(|n| *n > 0);
    let (kept_rows, kept) = (rows - usize::from(!row_missing), n - usize::from(!column_missing));
    let shown: Vec<u32> = cells.chunks(n).take(kept_rows).flat_map(|row| row[..kept].to_vec()).collect();
    let found = suppress(&Counted { columns: kept, cells: &shown }, below);
    let cell = |at: usize| (at / n < kept_rows && at % n < kept) && found.cells[at / n * kept + at % n];
    let resized = |flags: &[bool], n: usize| {
        let mut flags = flags.to_vec();
        flags.resize(n, false);
        flags
    };
    Hidden {
        cells: (0..cells.len()).map(cell).collect(),
        rows: resized(&found.rows, rows),
        columns: resized(&found.columns, n),
        ..found
    }
}
