//! Kept tables as poster, slides and documents put them up: beside each other and beside what documents tell, so that what
//! is hidden in one is not given away by another. All that are kept are guarded together, whichever are chosen.

use super::Look;
use super::maker_chart::for_everybody;
use crate::analyse::crosstab::{Question, cross};
use crate::analyse::disclosure::Hidden;
use crate::analyse::disclosure::together::{Places, Side, Together, Whom};
use crate::base::{map_of, set_of};
use crate::engine::protocol::*;
use crate::present::document::{HIDE_BELOW, beside};
use std::collections::{BTreeMap, BTreeSet};

/// What everybody must not see of kept tables, by name; nothing where a table must not stand there at all. One whose counts
/// are rounded is not among them: nothing of it is hidden.
pub(super) type HiddenByName = BTreeMap<String, Option<Hidden>>;

/// A kept table in the set.
struct Placed<'a> {
    name: &'a str,
    n_columns: usize,
    full_columns: usize,
    alone: Hidden,
    whom: (Whom, Side, Option<Side>),
}

impl Look<'_> {
    /// What of each kept table must be hidden.
    pub(super) fn hidden_together(&self, kept: &[(String, KeptTable)]) -> HiddenByName {
        let asked: Vec<(&str, MakeTable)> =
            kept.iter().map(|(name, kept)| (name.as_str(), for_everybody(&self.scope, kept))).collect();
        let mut placed: Vec<Placed> = asked.iter().filter_map(|(name, asked)| self.placed(name, asked)).collect();
        let mut out: HiddenByName = map_of(placed.iter().map(|table| (table.name.to_owned(), None)));
        if placed.is_empty() {
            return out;
        }
        let source = self.source(true, &super::document::Potential::default());
        let variables = placed.iter().flat_map(|table| table.variables().into_iter());
        let people = beside::people(&source, beside::variables().chain(variables));
        let mut set = beside::begun(&source, &people);
        // Where a count of the documents could not be raised, nothing more is told of what it asks for.
        let barred = |set: &Together, lost: &[usize]| -> BTreeSet<&'static str> {
            set_of(lost.iter().filter(|at| set.is_settled(**at)).flat_map(|at| beside::main(set.variables(*at))))
        };
        let lost = set.guard(HIDE_BELOW);
        let before = barred(&set, &lost);
        placed.retain(|table| table.variables().is_disjoint(&before));
        let places: Vec<Places> = placed
            .iter()
            .map(|Placed { whom: (whom, rows, columns), .. }| set.add(whom, rows, columns.as_ref()))
            .collect();
        for (table, places) in placed.iter().zip(&places) {
            table.flags(places).for_each(|(secret, at)| {
                if secret {
                    set.hide(at)
                }
            });
            table.no_traits(places).for_each(|at| set.is_no_trait(at));
        }
        let lost = set.guard(HIDE_BELOW);
        let after = set_of(barred(&set, &lost).difference(&before).copied());
        for (table, places) in placed.iter().zip(&places) {
            let is_lost = places.all().any(|at| lost.contains(&at) && !set.is_settled(at));
            let seen = (!is_lost && table.variables().is_disjoint(&after)).then(|| table.seen(places, &set));
            out.insert(table.name.to_owned(), seen);
        }
        out
    }

    fn placed<'n>(&self, name: &'n str, asked: &MakeTable) -> Option<Placed<'n>> {
        if asked.round > 1 {
            return None;
        }
        let question = self.question(asked).ok()?;
        let question = match asked.cells.is_measure() {
            true => Question { columns: None, column_groups: Vec::new(), ..question },
            false => question,
        };
        let whom = question.whom(self.columns, self.lang)?;
        let made = cross(self.columns, &self.scope, &question, self.lang);
        let n_columns = made.columns.len();
        let alone = self.hidden_of(&question, &made.cells, (made.rows.len(), n_columns), u32::from(asked.hide_below));
        let full_columns = whom.2.as_ref().map_or(1, |side| side.answers.len());
        Some(Placed { name, n_columns, full_columns, alone, whom })
    }
}

impl Placed<'_> {
    fn variables(&self) -> BTreeSet<&'static str> {
        let (whom, rows, columns) = &self.whom;
        let sides = [rows.variable].into_iter().chain(columns.iter().map(|side| side.variable));
        set_of(whom.variables().chain(sides))
    }

    /// Figures of those without an answer: they come last.
    fn no_traits<'p>(&'p self, places: &'p Places) -> impl Iterator<Item = usize> + 'p {
        let full = self.full_columns;
        let last_row = places.rows.len() - 1;
        let in_column = self.whom.2.is_some().then_some(full - 1);
        let cells = places.cells.iter().enumerate();
        let cells =
            cells.filter(move |(at, _)| at / full == last_row || Some(at % full) == in_column).map(|(_, at)| *at);
        let sums = [places.rows[last_row], in_column.and_then(|column| places.columns[column])];
        cells.chain(sums).flatten()
    }

    /// What is hidden of the table alone, and where each figure of it stands in the set.
    fn flags<'p>(&'p self, places: &'p Places) -> impl Iterator<Item = (bool, usize)> + 'p {
        let (n, full) = (self.n_columns, self.full_columns);
        let cells =
            self.alone.cells.iter().enumerate().map(move |(at, flag)| (*flag, places.cells[at / n * full + at % n]));
        let rows = self.alone.rows.iter().zip(&places.rows).map(|(flag, at)| (*flag, *at));
        let columns = self.alone.columns.iter().zip(&places.columns).map(|(flag, at)| (*flag, *at));
        let all = cells.chain(rows).chain(columns).chain([(self.alone.total, places.total)]);
        all.filter_map(|(flag, at)| Some((flag, at?)))
    }

    /// The table's flags as the set has them.
    fn seen(&self, places: &Places, set: &Together) -> Hidden {
        let (n, full) = (self.n_columns, self.full_columns);
        let mut seen = self.alone.clone();
        let mut linked = 0;
        let mut take = |flag: &mut bool, at: Option<usize>| {
            let now = at.map_or(*flag, |at| set.is_hidden(at));
            linked += u32::from(now && !*flag);
            *flag = now;
        };
        seen.cells.iter_mut().enumerate().for_each(|(at, flag)| take(flag, places.cells[at / n * full + at % n]));
        let one_column = self.whom.2.is_none();
        seen.total = places.total.map_or(seen.total, |at| set.is_hidden(at));
        if !one_column {
            seen.rows.iter_mut().zip(&places.rows).for_each(|(flag, at)| take(flag, *at));
            seen.columns.iter_mut().zip(&places.columns).for_each(|(flag, at)| take(flag, *at));
        } else {
            seen.rows = seen.cells.clone();
            seen.columns = vec![seen.total];
        }
        seen.linked += linked;
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::{Columns, Scope, counts};
    use crate::base::Date;
    use crate::engine::analyse::document::Potential;
    use crate::lang::Lang;
    use crate::register::Register;
    use std::rc::Rc;

    fn kept(words: &str) -> (String, KeptTable) {
        let parts: Vec<&str> = words.split_whitespace().collect();
        let only = parts.get(3).and_then(|only| only.split_once('='));
        let table = MakeTable {
            universe: parts[0].to_owned(),
            rows: parts[1].to_owned(),
            columns: parts.get(2).map_or("", |columns| columns.trim_matches('-')).to_owned(),
            only: only.map(|(variable, place)| (variable.to_owned(), place.parse().unwrap())),
            ..MakeTable::default()
        };
        (words.to_owned(), KeptTable { table, dress: Dress::default() })
    }

    /// Tables of many variables, as a village may keep them.
    const KEPT: [&str; 10] = [
        "penduduk agama jenis_kelamin",
        "penduduk agama - dusun=0",
        "penduduk umur_3 jenis_kelamin",
        "umur_15 pendidikan jenis_kelamin",
        "wus pendidikan",
        "umur_15 pekerjaan pendidikan",
        "umur_60 jenis_kelamin disabilitas",
        "keluarga air_minum tempat_bab",
        "keluarga rt bansos",
        "penduduk rt jenis_kelamin",
    ];

    #[test]
    fn kept_tables_of_a_village_stand_beside_each_other() {
        for (families, seed, least) in [(60, 2, 6), (300, 101, 8), (2000, 3, 9)] {
            let at = Date::parse_iso("2026-11-24").unwrap();
            let village = crate::sample::village(families, seed, at);
            let register =
                Register::from_parts(village.profile, village.families, village.events, vec![], vec![], vec![]);
            let (columns, scope) = (Columns::build(&register), Scope { at, ..Scope::default() });
            let counts = Rc::new(counts::count(&columns, &scope, None));
            let look = Look { scope, counts, columns: &columns, profile: &register.profile, lang: Lang::Id };
            let source = look.source(true, &Potential::default());
            let people = beside::people(&source, beside::variables());
            assert_eq!(beside::bound(&source, &people).1, 0, "every figure of documents is bound to whom it counts");
            let kept: Vec<(String, KeptTable)> = KEPT.iter().map(|words| kept(words)).collect();
            let hidden = look.hidden_together(&kept);
            let shown: Vec<_> = kept.iter().filter(|(name, _)| hidden[name].is_some()).collect();
            assert!(shown.len() >= least, "{} of {} families", shown.len(), families);
            for (name, table) in shown {
                let asked = for_everybody(&look.scope, table);
                let alone = look.placed(name, &asked).unwrap().alone;
                let n = |hidden: &Hidden| hidden.cells.iter().filter(|hidden| **hidden).count();
                let together = hidden[name].as_ref().map(n).unwrap();
                assert!(together <= n(&alone) + 4, "{name}: {together} hidden, alone {}", n(&alone));
            }
            // The same of whichever are chosen to stand there, and in whatever order they were kept.
            assert_eq!(look.hidden_together(&kept), hidden);
        }
    }
}
