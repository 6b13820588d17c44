//! What documents, poster and slides tell of a village, as the beginning of a set to which tables of one's own choice are
//! added: which of its figures count whom, by answers to the table maker's variables.

use super::facts::{Facts, Source};
use super::guarded::Laid;
use super::linked::Set;
use crate::analyse::crosstab::{profiles, universe};
use crate::analyse::disclosure::together::{People, Side, Sort, Together, Whom};
use crate::analyse::variables::{AGES, OLDEST, by_id};
use crate::base::CodeList;
use crate::base::Order as _;
use crate::base::codes::{List, Marital, Toilet, Water};
use crate::base::set_of;

const SEX: &str = "jenis_kelamin";

/// Tables by answers: name, universe, variable.
const TABLES: [(&str, &str, &str); 10] = [
    ("religion", "penduduk", "agama"),
    ("relation", "penduduk", "hubungan"),
    ("health-cover", "penduduk", "jaminan_kesehatan"),
    ("disability", "penduduk", "disabilitas"),
    ("marital", "umur_10", "status_kawin"),
    ("education-15", "umur_15", "pendidikan"),
    ("work-pk", "umur_15", "pekerjaan"),
    ("by-dusun", "penduduk", "dusun"),
    ("water", "keluarga", "air_minum"),
    ("toilet", "keluarga", "tempat_bab"),
];

/// Lines of yes and no: name and place of the table, universe, variable, answers of yes and of no.
const LINES: [(&str, usize, &str, &str, [&[u16]; 2]); 4] = [
    ("adminduk", 2, "umur_0_17", "akta_lahir", [&[0], &[1]]),
    ("adminduk", 3, NOT_CHILDREN, "akta_lahir", [&[0], &[1]]),
    ("perlindungan", 0, "keluarga", "bansos", [&[0], &[1]]),
    ("perlindungan", 1, "keluarga", "desil", [&[0, 1, 2, 3], &[4, 5, 6, 7, 8, 9]]),
];

/// All who are not known to be under 18.
const NOT_CHILDREN: &str = "bukan_0_17";

/// The variables that documents tell of.
pub fn variables() -> impl Iterator<Item = &'static str> {
    let lines = LINES.iter().map(|(.., variable, _)| *variable);
    let tables = TABLES.iter().map(|(.., variable)| if *variable == "dusun" { "rt" } else { variable });
    lines.chain(tables).chain([SEX, AGES, "sekolah"])
}

/// All residents and families by these variables.
pub fn people(source: &Source, variables: impl Iterator<Item = &'static str>) -> People {
    let wanted = set_of(variables);
    let sort = |families: bool| {
        let held = |id: &&&'static str| !families || by_id(id).is_some_and(|variable| variable.of_families());
        let variables: Vec<&'static str> = wanted.iter().filter(held).copied().collect();
        let profiles = profiles(source.columns, source.scope, families, &variables, source.lang);
        Sort { variables, profiles }
    };
    People { sorts: [sort(false), sort(true)] }
}

/// What figures ask for beside sex and age, which nearly all of them do.
pub fn main(asked: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    asked.filter(|variable| ![SEX, AGES].contains(variable)).collect()
}

/// The set of all that documents tell.
pub fn begun<'a>(source: &Source, people: &'a People) -> Together<'a> {
    bound(source, people).0
}

/// The same, and how many of its figures are not of those whom they should count.
pub(crate) fn bound<'a>(source: &Source, people: &'a People) -> (Together<'a>, usize) {
    let facts = Facts::of(source);
    let set = Set::of(&facts, source.counts);
    let mut begun = Begun { source, set: &set, together: Together::new(people), unbound: 0 };
    for (families, at) in [(false, set.whole[0]), (true, set.whole[1])] {
        begun.bind(Some(Whom::all(families)), at);
    }
    for (id, laid) in &set.tables {
        begun.table(&facts, id, laid);
    }
    for (id, at, universe, variable, answers) in LINES {
        let line = set.lines.iter().find(|(own, _)| *own == id).and_then(|(_, lines)| lines.get(at));
        if let Some((line, base)) = line.zip(narrowed(universe)) {
            let answers = answers.iter().map(|answers| answers.to_vec()).collect();
            begun.lay(&base, Side { variable, answers }, None, line);
        }
    }
    begun.known();
    (begun.together, begun.unbound)
}

/// A universe of the table maker, or one that begins at an age.
fn narrowed(id: &str) -> Option<Whom> {
    match universe(id) {
        Some(universe) => universe.whom(),
        None if id == NOT_CHILDREN => Whom::all(false).with(AGES, &Vec::from_iter(18..=OLDEST as u16 + 1)),
        None => Whom::all(false).with(AGES, &Vec::from_iter(id.strip_prefix("umur_")?.parse().ok()?..=OLDEST as u16)),
    }
}

struct Begun<'a, 'b> {
    source: &'b Source<'b>,
    set: &'b Set<'b>,
    together: Together<'a>,
    unbound: usize,
}

impl Begun<'_, '_> {
    fn bind(&mut self, whom: Option<Whom>, at: usize) {
        let secret = self.set.hidden.get(at).copied().unwrap_or(false);
        let n = whom.and_then(|whom| self.together.settle(&whom, secret));
        self.unbound += usize::from(n != Some(self.set.linked.value(at)));
    }

    /// Of whom documents tell more than can be asked here, so that they must stay as many: couples, those who were ever
    /// married, those of school age, and homes whose water or toilet is proper.
    fn known(&mut self) {
        let place = |list: &List, keep: &dyn Fn(u8) -> bool| {
            (0u16..).zip(list.rows).filter(|(_, row)| keep(row.number)).map(|(at, _)| at).collect::<Vec<_>>()
        };
        let ever = place(Marital::LIST, &|number| number != Marital::Never.number());
        let water = place(Water::LIST, &|number| Water::from_number(number).and_then(Water::proper_bps) == Some(true));
        let toilet =
            place(Toilet::LIST, &|number| Toilet::from_number(number).and_then(Toilet::proper_krs) == Some(true));
        let all = Whom::all(false);
        let mut known: Vec<Option<Whom>> = ["pus", "wus", "umur_7_24"].map(narrowed).to_vec();
        known.extend([0, 1].map(|sex| all.with("status_kawin", &ever)?.with(SEX, &[sex])));
        let proper = Whom::all(true).with("air_minum", &water);
        known.push(Whom::all(true).with("tempat_bab", &toilet));
        known.push(proper.as_ref().and_then(|proper| proper.with("tempat_bab", &toilet)));
        known.push(proper);
        known.into_iter().flatten().for_each(|whom| _ = self.together.settle(&whom, false));
    }

    fn table(&mut self, facts: &Facts, id: &str, laid: &Laid) {
        let across = Side { variable: SEX, answers: vec![vec![0], vec![1]] };
        let columns = (laid.sums.len() > 1).then_some(across);
        match (id, TABLES.iter().find(|(own, ..)| *own == id)) {
            ("age-sex", _) => {
                let last = laid.cells.len() - 1;
                let group =
                    |at: usize| (at as u16 * 5..=if at < last { at as u16 * 5 + 4 } else { OLDEST as u16 }).collect();
                let rows = Side { variable: AGES, answers: (0..=last).map(group).collect() };
                self.lay(&Whom::all(false), rows, columns, laid);
            }
            ("attendance", _) => {
                let ages = [7..=12, 13..=15, 16..=18, 19..=24].map(Vec::from_iter).to_vec();
                let columns = Side { variable: "sekolah", answers: vec![vec![0], vec![1]] };
                self.lay(&Whom::all(false), Side { variable: AGES, answers: ages }, Some(columns), laid);
            }
            (_, Some((_, universe, variable))) => {
                let Some((base, variable)) = narrowed(universe).zip(by_id(variable)) else { return };
                let (finest, mut answers) = variable.finest(self.source.columns, self.source.lang, &[]);
                if id == "by-dusun" {
                    answers = self.dusun(facts, answers);
                } else {
                    answers.pop();
                }
                self.lay(&base, Side { variable: finest, answers }, columns, laid);
            }
            _ => {}
        }
    }

    /// Answers of the rows of the table by dusun, which leaves out those without residents.
    fn dusun(&self, facts: &Facts, answers: Vec<Vec<u16>>) -> Vec<Vec<u16>> {
        let (columns, lang) = (self.source.columns, self.source.lang);
        let labels = by_id("dusun").map_or_else(Vec::new, |variable| variable.answers(columns, lang).labels);
        let place = |label: &str| labels.iter().position(|own| own == label).unwrap_or(labels.len());
        let rows = facts.table("by-dusun").map_or(&[][..], |table| &table.cross.rows);
        rows.iter().map(|row| answers[place(&row.label)].clone()).collect()
    }

    /// Binds the figures of a table; of all that stand in it the answer is known.
    fn lay(&mut self, base: &Whom, mut rows: Side, columns: Option<Side>, laid: &Laid) {
        let all = |side: &Side| {
            let mut all = side.answers.concat();
            all.order();
            all
        };
        rows.answers.push(all(&rows));
        let columns =
            columns.map(|side| Side { answers: side.answers.iter().cloned().chain([all(&side)]).collect(), ..side });
        for (row, figures) in rows.answers.iter().zip(laid.cells.iter().chain([&laid.sums])) {
            let whom = base.with(rows.variable, row);
            match &columns {
                None => self.bind(whom, figures[0]),
                Some(side) => side.answers.iter().zip(figures).for_each(|(across, at)| {
                    self.bind(whom.as_ref().and_then(|whom| whom.with(side.variable, across)), *at);
                }),
            }
        }
    }
}
