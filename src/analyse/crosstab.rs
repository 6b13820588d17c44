//! Tables of one's own choice: whoever of a universe, by one or two variables, of those with a certain answer.

use super::columns::Columns;
use super::counts::Scope;
use super::disclosure::together::{Side, Whom};
use super::facts::{PersonFacts, date_key};
use super::variables::{AGES, Answers, OLDEST, Seen, Variable, by_id};
use crate::base::CodeList;
use crate::base::codes::{List, Marital, Relation, Sex};
use crate::lang::{Lang, table_maker as words};

/// Who is counted.
#[derive(Clone, Copy, Debug)]
pub struct Universe {
    /// Stable name.
    pub id: &'static str,
    /// In words, as a table's note says it.
    pub label: fn(Lang) -> &'static str,
    /// Ages in completed years; nothing where age does not matter.
    ages: Option<(u8, u8)>,
    /// Women alone.
    women: bool,
    /// Married women alone.
    wives: bool,
    /// Families instead of residents.
    pub families: bool,
}

const ALL: Universe =
    Universe { id: "penduduk", label: words::residents, ages: None, women: false, wives: false, families: false };

/// All universes.
pub const UNIVERSES: &[Universe] = &[
    ALL,
    Universe { id: "umur_0_17", label: words::aged_0_17, ages: Some((0, 17)), ..ALL },
    Universe { id: "umur_7_24", label: words::aged_7_24, ages: Some((7, 24)), ..ALL },
    Universe { id: "umur_15", label: words::aged_15, ages: Some((15, u8::MAX)), ..ALL },
    Universe { id: "umur_60", label: words::aged_60, ages: Some((60, u8::MAX)), ..ALL },
    Universe { id: "wus", label: words::women_15_49, ages: Some((15, 49)), women: true, ..ALL },
    Universe { id: "pus", label: words::couples, ages: Some((15, 49)), women: true, wives: true, ..ALL },
    Universe { id: "keluarga", label: words::families, families: true, ..ALL },
];

/// The universe of this name.
pub fn universe(id: &str) -> Option<Universe> {
    UNIVERSES.iter().find(|universe| universe.id == id).copied()
}

impl Universe {
    /// Whom it holds, by answers.
    pub fn whom(&self) -> Option<Whom> {
        let place = |list: &List, number: u8| list.rows.iter().position(|row| row.number == number).map(|at| at as u16);
        let mut whom = Whom::all(self.families);
        if let Some((from, to)) = self.ages {
            whom = whom.with(AGES, &Vec::from_iter(u16::from(from)..=u16::from(to).min(OLDEST as u16)))?;
        }
        if self.women {
            whom = whom.with("jenis_kelamin", &[place(Sex::LIST, Sex::Female.number())?])?;
        }
        if self.wives {
            whom = whom.with("status_kawin", &[place(Marital::LIST, Marital::Married.number())?])?;
        }
        Some(whom)
    }
}

/// What is asked. A variable of residents says nothing of families.
#[derive(Clone)]
pub struct Question<'a> {
    /// Of whom.
    pub universe: Universe,
    /// Down the side.
    pub rows: &'a Variable,
    /// Across the top; nothing for one column of counts.
    pub columns: Option<&'a Variable>,
    /// Answers of the rows put together: a name, or nothing, and places.
    pub row_groups: Vec<(&'a str, &'a [u16])>,
    /// The same for the columns.
    pub column_groups: Vec<(&'a str, &'a [u16])>,
    /// Only those with all of these answers, by their places.
    pub only: Vec<(&'a Variable, usize)>,
}

impl Question<'_> {
    fn row_answers(&self, columns: &Columns, lang: Lang) -> Answers {
        self.rows.answers(columns, lang).grouped(&self.row_groups, words::other_answers(lang))
    }

    /// Of whom, and whom rows and columns count; those without an answer come last.
    pub fn whom(&self, columns: &Columns, lang: Lang) -> Option<(Whom, Side, Option<Side>)> {
        let mut whom = self.universe.whom()?;
        for (variable, place) in &self.only {
            let (base, sets) = variable.finest(columns, lang, &[]);
            whom = whom.with(base, sets.get(*place)?)?;
        }
        let side = |variable: &Variable, groups| {
            let (variable, answers) = variable.finest(columns, lang, groups);
            Side { variable, answers }
        };
        let across = self.columns.map(|variable| side(variable, &self.column_groups));
        Some((whom, side(self.rows, &self.row_groups), across))
    }

    fn column_answers(&self, columns: &Columns, lang: Lang) -> Option<Answers> {
        let answers = self.columns?.answers(columns, lang);
        Some(answers.grouped(&self.column_groups, words::other_answers(lang)))
    }
}

/// Counts by row and column. Those without an answer come last, in a row and a column of their own where there are any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crossed {
    /// Answers down the side.
    pub rows: Vec<String>,
    /// Answers across the top; one without words where there is one column of counts.
    pub columns: Vec<String>,
    /// Counts, row by row.
    pub cells: Vec<u32>,
    /// The last row holds those without an answer.
    pub row_missing: bool,
    /// The last column holds those without an answer.
    pub column_missing: bool,
    /// Left out: their age is not known, and the universe asks for it.
    pub age_unknown: u32,
}

/// Counts.
pub fn cross(columns: &Columns, scope: &Scope, question: &Question, lang: Lang) -> Crossed {
    let rows = question.row_answers(columns, lang);
    let across = question.column_answers(columns, lang);
    let (n_rows, n_columns) = (rows.labels.len() + 1, across.as_ref().map_or(1, |across| across.labels.len() + 1));
    let mut cells = vec![0u32; n_rows * n_columns];
    let age_unknown = each(columns, scope, question.universe, &question.only, lang, |seen| {
        let row = rows.place(seen).unwrap_or(n_rows - 1);
        let column = across.as_ref().map_or(0, |across| across.place(seen).unwrap_or(n_columns - 1));
        cells[row * n_columns + column] += 1;
    });
    laid_out(rows, across, cells, age_unknown, lang)
}

/// Counts of a question by parts of those it is about: a table a part, then those in none of them. Each table has a last row
/// for those without an answer, and a last column where there are columns, even where nobody stands there. Gives the tables
/// and how many columns they have.
pub fn cross_by(
    columns: &Columns,
    scope: &Scope,
    question: &Question,
    lang: Lang,
    parts: usize,
    part: impl Fn(Seen) -> Option<usize>,
) -> (Vec<Vec<u32>>, usize) {
    let rows = question.row_answers(columns, lang);
    let across = question.column_answers(columns, lang);
    let (n_rows, n_columns) = (rows.labels.len() + 1, across.as_ref().map_or(1, |across| across.labels.len() + 1));
    let mut tables = vec![vec![0u32; n_rows * n_columns]; parts + 1];
    each(columns, scope, question.universe, &question.only, lang, |seen| {
        let row = rows.place(seen).unwrap_or(n_rows - 1);
        let column = across.as_ref().map_or(0, |across| across.place(seen).unwrap_or(n_columns - 1));
        tables[part(seen).unwrap_or(parts).min(parts)][row * n_columns + column] += 1;
    });
    (tables, n_columns)
}

/// A number that residents or families have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Age in completed years.
    Age,
    /// Residents of the family.
    FamilySize,
    /// Floor area in m² for each of the family's residents.
    FloorPerPerson,
}

/// Mean and median of a row's numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Middle {
    /// The answer; the last row is all together.
    pub label: String,
    /// How many have the number.
    pub n: u32,
    /// Mean; nothing of nobody.
    pub mean: Option<f64>,
    /// Median, of two middle numbers the mean.
    pub median: Option<f64>,
}

/// Means and medians of a measure by row, and of all together; those without the number are not counted.
pub fn middles(columns: &Columns, scope: &Scope, question: &Question, measure: Measure, lang: Lang) -> Vec<Middle> {
    let rows = question.row_answers(columns, lang);
    let mut values = vec![Vec::new(); rows.labels.len() + 1];
    each(columns, scope, question.universe, &question.only, lang, |seen| {
        let value = match measure {
            Measure::Age => seen.age.map(f64::from),
            Measure::FamilySize => Some(f64::from(seen.size)),
            Measure::FloorPerPerson => (seen.family.floor_area > 0 && seen.size > 0)
                .then(|| f64::from(seen.family.floor_area) / 100.0 / f64::from(seen.size)),
        };
        let row = rows.place(seen).unwrap_or(rows.labels.len());
        values[row].extend(value);
    });
    let all: Vec<f64> = values.iter().flatten().copied().collect();
    let labels = rows.labels.into_iter().chain([words::no_answer(lang).to_owned(), words::total(lang).to_owned()]);
    let last = values.len() - 1;
    let kept = |(at, (_, values)): &(usize, (String, Vec<f64>))| *at != last || !values.is_empty();
    labels
        .zip(values.into_iter().chain([all]))
        .enumerate()
        .filter(kept)
        .map(|(_, (label, values))| middle(label, values))
        .collect()
}

fn middle(label: String, mut values: Vec<f64>) -> Middle {
    values.sort_by(f64::total_cmp);
    let n = values.len();
    let median = match n {
        0 => None,
        n if n % 2 == 1 => Some(values[n / 2]),
        n => Some((values[n / 2 - 1] + values[n / 2]) / 2.0),
    };
    let mean = (n > 0).then(|| values.iter().sum::<f64>() / n as f64);
    Middle { label, n: n as u32, mean, median }
}

/// Visits whoever the question is about; gives how many were left out for want of an age.
fn each(
    columns: &Columns,
    scope: &Scope,
    universe: Universe,
    only: &[(&Variable, usize)],
    lang: Lang,
    mut visit: impl FnMut(Seen),
) -> u32 {
    let wanted: Vec<bool> = columns.areas().iter().map(|area| scope.area.contains(area)).collect();
    let at = date_key(scope.at);
    let only: Vec<_> = only.iter().map(|(variable, place)| (variable.answers(columns, lang), *place)).collect();
    let kept = |seen: Seen| only.iter().all(|(answers, place)| answers.place(seen) == Some(*place));
    let mut age_unknown = 0;
    for (slot, family, members) in columns.families_by_slot().filter(|(_, family, _)| wanted[usize::from(family.area)])
    {
        let here = |person: &&PersonFacts| person.from <= at && at < person.until;
        let size = members.iter().filter(here).count() as u16;
        if size == 0 {
            continue;
        }
        let head = members.iter().filter(here).find(|person| person.relation == Relation::Head.number());
        let head_sex = head.map_or(0, |head| head.sex);
        let home = Seen { family, person: None, age: None, size, head_sex, slot, member: 0 };
        if universe.families {
            if kept(home) {
                visit(home);
            }
            continue;
        }
        for (member, person) in members.iter().enumerate().filter(|(_, person)| here(person)) {
            let age = (person.born != 0).then(|| ((at - person.born) >> 9).clamp(0, 254) as u8);
            let seen = Seen { person: Some(person), age, member: member as u16, ..home };
            if (universe.women && person.sex != Sex::Female.number())
                || (universe.wives && person.marital != Marital::Married.number())
                || !kept(seen)
            {
                continue;
            }
            match (universe.ages, age) {
                (Some(_), None) => age_unknown += 1,
                (Some((from, to)), Some(age)) if !(from..=to).contains(&age) => {}
                _ => visit(seen),
            }
        }
    }
    age_unknown
}

/// Slots of families and places of members of those who are counted in a row and a column of [`cross`]; nothing takes all.
pub fn who(
    columns: &Columns,
    scope: &Scope,
    question: &Question,
    row: Option<usize>,
    column: Option<usize>,
    lang: Lang,
) -> Vec<(u32, u16)> {
    let rows = question.row_answers(columns, lang);
    let across = question.column_answers(columns, lang);
    let mut found = Vec::new();
    each(columns, scope, question.universe, &question.only, lang, |seen| {
        let at_row = rows.place(seen).unwrap_or(rows.labels.len());
        let at_column = across.as_ref().map_or(0, |across| across.place(seen).unwrap_or(across.labels.len()));
        if row.is_none_or(|row| row == at_row) && column.is_none_or(|column| column == at_column) {
            found.push((seen.slot, seen.member));
        }
    });
    found
}

/// How many residents, or families, gave which answers to these variables together; a variable's last place, after all its
/// answers, is none.
pub fn profiles(
    columns: &Columns,
    scope: &Scope,
    families: bool,
    variables: &[&'static str],
    lang: Lang,
) -> Vec<(Vec<u16>, u32)> {
    let asked: Vec<Answers> = variables.iter().filter_map(|id| Some(by_id(id)?.answers(columns, lang))).collect();
    let mut found = rustc_hash::FxHashMap::<Vec<u16>, u32>::default();
    each(columns, scope, Universe { families, ..ALL }, &[], lang, |seen| {
        let place = |answers: &Answers| answers.place(seen).unwrap_or(answers.labels.len()) as u16;
        *found.entry(asked.iter().map(place).collect()).or_default() += 1;
    });
    found.into_iter().collect()
}

/// Leaves out the row and the column of missing answers where nobody stands in them.
fn laid_out(rows: Answers, across: Option<Answers>, cells: Vec<u32>, age_unknown: u32, lang: Lang) -> Crossed {
    let n_columns = across.as_ref().map_or(1, |across| across.labels.len() + 1);
    let row_missing = cells[rows.labels.len() * n_columns..].iter().any(|n| *n > 0);
    let column_missing = across.is_some() && cells.iter().skip(n_columns - 1).step_by(n_columns).any(|n| *n > 0);
    let missing = |there: bool| there.then(|| words::no_answer(lang).to_owned());
    let rows: Vec<String> = rows.labels.into_iter().chain(missing(row_missing)).collect();
    let columns = match across {
        Some(across) => across.labels.into_iter().chain(missing(column_missing)).collect(),
        None => vec![String::new()],
    };
    let cells = cells.chunks(n_columns).take(rows.len()).flat_map(|row| row[..columns.len()].to_vec()).collect();
    Crossed { rows, columns, cells, row_missing, column_missing, age_unknown }
}

impl Crossed {
    /// The sum of a row.
    pub fn row(&self, row: usize) -> u32 {
        self.cells.chunks(self.columns.len()).nth(row).map_or(0, |cells| cells.iter().sum())
    }

    /// The sum of a column.
    pub fn column(&self, column: usize) -> u32 {
        self.cells.iter().skip(column).step_by(self.columns.len()).sum()
    }

    /// All.
    pub fn total(&self) -> u32 {
        self.cells.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::variables::by_id;
    use crate::analyse::village_text::village;
    use crate::base::Date;

    fn asked(universe_id: &str, rows: &str, across: Option<&str>, only: Option<(&str, usize)>) -> Crossed {
        let columns = Columns::build(&village(
            "K rt=2 dusun=Hilir air_minum=ledeng; L 1980-01-01 hubungan=kepala_keluarga status_kawin=kawin
             P 1983-01-01 status_kawin=kawin pendidikan_ditamatkan=sd; P 2014-01-01 sedang_sekolah=sd
             K rt=10 dusun=Hilir; P 1940-01-01 hubungan=kepala_keluarga; ? -
             K rt=1 dusun=Hulu; L - status_dasar=mati tanggal_keluar=2020-01-01",
        ));
        let scope = Scope { at: Date::parse_iso("2026-11-24").unwrap(), ..Scope::default() };
        let question = Question {
            universe: universe(universe_id).unwrap(),
            rows: by_id(rows).unwrap(),
            columns: across.map(|id| by_id(id).unwrap()),
            only: only.map(|(id, place)| (by_id(id).unwrap(), place)).into_iter().collect(),
            row_groups: vec![],
            column_groups: vec![],
        };
        cross(&columns, &scope, &question, Lang::Id)
    }

    #[test]
    fn two_variables_cross_and_missing_answers_stand_apart() {
        let table = asked("penduduk", "umur_3", Some("jenis_kelamin"), None);
        assert_eq!(table.rows, ["0–14", "15–64", "65+", "Belum terjawab"]);
        assert_eq!(table.columns, ["Laki-laki", "Perempuan", "Belum terjawab"]);
        assert_eq!(table.cells, [0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1]);
        assert_eq!((table.row(1), table.column(1), table.total()), (2, 3, 5));
    }

    #[test]
    fn means_and_medians_are_of_those_with_the_number() {
        let columns = Columns::build(&village(
            "K air_minum=ledeng; L 1980-01-01; P 1984-01-01; P 2014-01-01
             K air_minum=ledeng; L 1940-01-01
             K air_minum=air_hujan; P -",
        ));
        let scope = Scope { at: Date::parse_iso("2026-11-24").unwrap(), ..Scope::default() };
        let rows = by_id("air_minum").unwrap();
        let (row_groups, column_groups, only) = (vec![], vec![], vec![]);
        let question = Question { universe: ALL, rows, columns: None, row_groups, column_groups, only };
        let of = |measure, label: &str| {
            let rows = middles(&columns, &scope, &question, measure, Lang::Id);
            let row = rows.into_iter().find(|row| row.label.contains(label)).unwrap();
            (row.n, row.mean, row.median)
        };
        // Ages 46, 42, 12 and 86: 186 years of four, the middle between 42 and 46.
        assert_eq!(of(Measure::Age, "Jumlah"), (4, Some(46.5), Some(44.0)));
        assert_eq!(of(Measure::Age, "hujan"), (0, None, None));
        assert_eq!(of(Measure::FamilySize, "edeng"), (4, Some(2.5), Some(3.0)));
    }

    #[test]
    fn universes_and_filters_narrow_who_is_counted() {
        let cells = |universe, rows, only| asked(universe, rows, None, only).cells;
        assert_eq!(cells("pus", "pendidikan", None).iter().sum::<u32>(), 1);
        assert_eq!(cells("umur_15", "jenis_kelamin", None), [1, 2]);
        assert_eq!(asked("umur_15", "jenis_kelamin", None, None).age_unknown, 1);
        assert_eq!(cells("penduduk", "jenis_kelamin", Some(("air_minum", 0))).iter().sum::<u32>(), 0);
        assert_eq!(cells("keluarga", "kepala", None), [1, 1]);
        let areas = asked("keluarga", "rt", None, None);
        assert_eq!(areas.rows, ["RT 2, Dusun Hilir", "RT 10, Dusun Hilir", "RT 1, Dusun Hulu"]);
        assert_eq!(areas.cells, [1, 1, 0]);
    }
}
