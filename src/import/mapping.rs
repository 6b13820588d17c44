//! What each column of a table fills, how its codes and dates are to be read, and the memory of what was chosen before.

use super::columns::{self, Confidence, Guess, Memory, PK_EDUCATION, PLACE_AND_DATE, RT_RW};
use super::table::{Cell, Table};
use crate::base::Value;
use crate::base::codes::{Edition, fold};
use crate::base::date_text::{Order, guess_order};
use crate::lang::{Lang, import as words};
use crate::register::{FieldInfo, family_field, field_by_key, person_field};
use serde::{Deserialize, Serialize};

/// Columns that OpenSID asks for a new resident (domain.md §12.1).
pub const REQUIRED_OPENSID: [&str; 6] = ["nama", "no_kk", "hubungan", "dusun", "rt", "rw"];
/// The column without which no list of persons can be read.
pub const REQUIRED: [&str; 1] = ["nama"];

/// What a column can fill.
#[derive(Clone, Copy, Debug)]
pub enum Target {
    /// A field of the person.
    Person(&'static FieldInfo),
    /// A field of the family.
    Family(&'static FieldInfo),
    /// Place and date of birth.
    PlaceAndDate,
    /// RT and RW.
    RtRw,
    /// PK21's one question on education: fills what is attended and what is completed.
    PkEducation,
}

/// Person fields that the house fills itself or that no list holds.
const NOT_IMPORTED_PERSON: [u16; 1] = [person_field::mother];
/// See [`NOT_IMPORTED_PERSON`].
const NOT_IMPORTED_FAMILY: [u16; 2] = [family_field::state, family_field::basis];

impl Target {
    /// The target with this key.
    pub fn by_key(key: &str) -> Option<Target> {
        match key {
            PLACE_AND_DATE => return Some(Target::PlaceAndDate),
            RT_RW => return Some(Target::RtRw),
            PK_EDUCATION => return Some(Target::PkEducation),
            _ => {}
        }
        let person = field_by_key(person_field::ALL, key).map(Target::Person);
        person.or_else(|| field_by_key(family_field::ALL, key).map(Target::Family)).filter(Target::is_offered)
    }

    /// Every target, persons' first.
    pub fn all() -> impl Iterator<Item = Target> {
        let person = person_field::ALL.iter().map(Target::Person);
        let both = [Target::PlaceAndDate, Target::PkEducation, Target::RtRw];
        person.chain(both).chain(family_field::ALL.iter().map(Target::Family)).filter(Target::is_offered)
    }

    fn is_offered(&self) -> bool {
        match self {
            Target::Person(field) => !NOT_IMPORTED_PERSON.contains(&field.tag),
            Target::Family(field) => !NOT_IMPORTED_FAMILY.contains(&field.tag),
            _ => true,
        }
    }

    /// The key of the target.
    pub fn key(&self) -> &'static str {
        match self {
            Target::Person(field) | Target::Family(field) => field.key,
            Target::PlaceAndDate => PLACE_AND_DATE,
            Target::RtRw => RT_RW,
            Target::PkEducation => PK_EDUCATION,
        }
    }

    /// The name of the target.
    pub fn label(&self, lang: Lang) -> &'static str {
        match self {
            Target::Person(field) | Target::Family(field) => field.label(lang),
            Target::PlaceAndDate => words::place_and_date(lang),
            Target::RtRw => words::rt_rw(lang),
            Target::PkEducation => words::pk_education(lang),
        }
    }
}

/// A value that a person paired with what stands in the cells of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Key of the target.
    pub key: String,
    /// What stands in the cells; compared folded.
    pub typed: String,
    /// What it means; `Missing` leaves the field empty without asking again.
    pub value: Value,
}

/// How a table is to be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// Key of the target for each column, [`columns::SKIP`] for one that is left out; nothing where it is not known.
    pub columns: Vec<Option<String>>,
    /// The system of the code numbers; nothing where cells hold labels alone.
    pub edition: Option<Edition>,
    /// Order of day and month in dates written as numbers.
    pub date_order: Order,
    /// Meanings that a person gave to what the lists do not know.
    pub pairs: Vec<Pair>,
    /// No. KK and address stand in the first row of a family only.
    pub fill_down: bool,
}

impl Mapping {
    /// The column that fills a target.
    pub fn column_of(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.as_deref() == Some(key))
    }

    /// What a person said that `typed` means in the column of this target.
    pub fn pair(&self, key: &str, typed: &str) -> Option<&Value> {
        let folded = fold(typed);
        self.pairs.iter().find(|pair| pair.key == key && fold(&pair.typed) == folded).map(|pair| &pair.value)
    }
}

/// What the device remembers of earlier imports.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Remembered {
    /// Choices by heading, whatever the table.
    pub headings: Memory,
    /// Whole mappings by the set of headings, the latest last.
    pub tables: Vec<(String, Mapping)>,
}

/// So many whole mappings are kept.
const TABLES_REMEMBERED: usize = 20;

impl Remembered {
    /// Remembers how a table was read.
    pub fn remember(&mut self, headings: &[String], mapping: &Mapping) {
        let key = headings_key(headings);
        let chosen = headings
            .iter()
            .zip(&mapping.columns)
            .filter_map(|(heading, key)| Some((heading.as_str(), key.as_deref()?)));
        self.headings.remember(chosen);
        self.tables.retain(|(known, _)| *known != key);
        self.tables.push((key, mapping.clone()));
        let too_many = self.tables.len().saturating_sub(TABLES_REMEMBERED);
        self.tables.drain(..too_many);
    }
}

/// Headings in order, folded.
fn headings_key(headings: &[String]) -> String {
    headings.iter().map(|heading| fold(heading)).collect::<Vec<_>>().join("|")
}

/// A first mapping for a table, with how sure each column is: what was chosen for the same headings before, else a guess.
pub fn suggest(table: &Table, remembered: &Remembered) -> (Mapping, Vec<Option<Guess>>) {
    let labels: Vec<_> =
        Target::all().flat_map(|target| [Lang::Id, Lang::En].map(|lang| (target.key(), target.label(lang)))).collect();
    let key = headings_key(&table.headings);
    if let Some((_, mapping)) = remembered.tables.iter().rev().find(|(known, _)| *known == key) {
        let recalled = |key: &Option<String>| Some(Guess { key: key.clone()?, confidence: Confidence::Remembered });
        return (mapping.clone(), mapping.columns.iter().map(recalled).collect());
    }
    let guesses = columns::guess(&table.headings, &labels, &remembered.headings);
    let keys = guesses.iter().map(|guess| guess.as_ref().map(|guess| guess.key.clone()));
    let mut mapping = Mapping { columns: keys.collect(), ..Mapping::default() };
    mapping.edition = columns::is_opensid(&table.headings).then_some(Edition::OpenSid);
    mapping.date_order = order_of_dates(table, &mapping);
    mapping.fill_down = mapping.edition.is_none() && is_filled_at_the_top_only(table, &mapping);
    (mapping, guesses)
}

fn order_of_dates(table: &Table, mapping: &Mapping) -> Order {
    let Some(column) = mapping.column_of("tanggal_lahir") else { return Order::DayFirst };
    let texts = table.rows.iter().take(2_000).filter_map(|row| match row.cell(column) {
        Cell::Text(text) => Some(text.as_str()),
        _ => None,
    });
    guess_order(texts)
}

/// True where No. KK stands in some rows, the first one among them, and is missing in at least a third.
fn is_filled_at_the_top_only(table: &Table, mapping: &Mapping) -> bool {
    let Some(column) = mapping.column_of("no_kk") else { return false };
    let n_empty = table.rows.iter().filter(|row| row.cell(column).is_empty()).count();
    let first_filled = table.rows.first().is_some_and(|row| !row.cell(column).is_empty());
    first_filled && n_empty * 3 >= table.rows.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::RawRow;

    fn table(lines: &[&str]) -> Table {
        let cells = |line: &str| line.split('|').map(Cell::text).collect::<Vec<_>>();
        let rows = lines[1..].iter().enumerate().map(|(at, line)| RawRow { number: at as u32 + 2, cells: cells(line) });
        Table { headings: lines[0].split('|').map(str::to_owned).collect(), rows: rows.collect(), ..Table::default() }
    }

    #[test]
    fn keys_of_targets_are_their_own() {
        let mut keys: Vec<_> = Target::all().map(|target| target.key()).collect();
        let n = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), n);
        assert!(Target::all().all(|target| Target::by_key(target.key()).is_some()));
        for (name, key) in columns::OPENSID {
            assert!(key.is_none_or(|key| Target::by_key(key).is_some()), "{name}");
        }
        for key in columns::known_keys() {
            assert!(Target::by_key(key).is_some(), "{key}");
        }
    }

    #[test]
    fn a_mapping_is_suggested_and_remembered() {
        let list = table(&[
            "No KK|Nama|Tgl Lahir|Catatan RT",
            "6304150101900001|Siti|12/25/1990|x",
            "|Ali|1/2/1990|",
            "|Nur||",
        ]);
        let (mut mapping, _) = suggest(&list, &Remembered::default());
        assert_eq!(mapping.columns[..3], [Some("no_kk".into()), Some("nama".into()), Some("tanggal_lahir".into())]);
        assert!(mapping.fill_down && mapping.edition.is_none() && mapping.date_order == Order::MonthFirst);
        mapping.edition = Some(Edition::Pk21);
        mapping.pairs.push(Pair { key: "agama".into(), typed: "Isl.".into(), value: Value::Code(1) });
        let mut remembered = Remembered::default();
        remembered.remember(&list.headings, &mapping);
        assert_eq!(suggest(&list, &remembered).0, mapping);
        assert_eq!(mapping.pair("agama", "ISL"), Some(&Value::Code(1)));
        let other = table(&["Catatan RT|Nama", "x|Siti"]);
        assert_eq!(suggest(&other, &remembered).0.columns, [None, Some("nama".into())]);
    }
}
