//! The village as a lesson may see it: a few coarse answers of residents, and a few of families, the two not linked. Of the
//! invented sample village as it is; of the user's own village only as its twin (see [`super::twin`]).

use crate::analyse::columns::Columns;
use crate::analyse::facts::{FamilyFacts, Judged, PersonFacts, date_key};
use crate::base::codes::{Attending, Completed, Marital, Relation, Sex};
use crate::base::{CodeList, Date};
use serde::{Deserialize, Serialize};

/// A resident. A code of 0 means that there is no answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Resident {
    /// Age in completed years; of a twin drawn anew within five years.
    pub age: u8,
    /// 1 men, 2 women.
    pub sex: u8,
    /// Number of the dusun, from 1.
    pub dusun: u8,
    /// 1 at school, 2 not.
    pub school: u8,
    /// 1 less than primary, 2 primary, 3 lower secondary, 4 upper secondary and more.
    pub education: u8,
    /// 1 married, 2 not.
    pub married: u8,
}

/// A family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Home {
    /// Residents; 7 stands for seven and more.
    pub size: u8,
    /// Number of the dusun, from 1.
    pub dusun: u8,
    /// 1 receives social aid, 2 does not.
    pub aid: u8,
    /// 1 a house of lasting materials, 2 not.
    pub sturdy: u8,
    /// 1 the head is a man, 2 a woman.
    pub head: u8,
    /// Welfare in four classes: 1 deciles 1–2, 2 3–4, 3 5–7, 4 8–10.
    pub welfare: u8,
}

/// The village of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Village {
    /// True of a twin of the user's own village.
    pub twin: bool,
    /// Its residents.
    pub residents: Vec<Resident>,
    /// Its families.
    pub homes: Vec<Home>,
}

/// Universes that a drawn number may count.
const UNIVERSES: &[(&str, u8, u8)] = &[
    ("penduduk", 0, u8::MAX),
    ("umur_0_17", 0, 17),
    ("umur_7_24", 7, 24),
    ("umur_15", 15, u8::MAX),
    ("umur_60", 60, u8::MAX),
    ("wus", 15, 49),
    ("pus", 15, 49),
    ("keluarga", 0, 0),
];

type OfResident = fn(&Resident) -> u8;
type OfHome = fn(&Home) -> u8;

/// Variables of residents: answers are places from 1, as in the tables of one's own choice.
const OF_RESIDENTS: &[(&str, OfResident)] = &[
    ("jenis_kelamin", |resident| resident.sex),
    ("umur_3", |resident| 1 + u8::from(resident.age >= 15) + u8::from(resident.age >= 65)),
    ("umur_5", |resident| (resident.age / 5).min(15) + 1),
    ("sekolah", |resident| resident.school),
    ("dusun", |resident| resident.dusun),
];
const OF_HOMES: &[(&str, OfHome)] = &[
    ("ukuran_keluarga", |home| home.size),
    ("kepala", |home| home.head),
    ("bansos", |home| home.aid),
    ("bangunan", |home| home.sturdy),
    ("dusun", |home| home.dusun),
];

/// `count:penduduk:jenis_kelamin=2`: universe, variable, place of the answer.
fn counted(what: &str) -> Option<(&str, Option<(&str, u8)>)> {
    let mut parts = what.strip_prefix("count:")?.split(':');
    let universe = parts.next()?;
    let only = match parts.next() {
        None => None,
        Some(only) => {
            let (variable, place) = only.split_once('=')?;
            Some((variable, place.parse().ok()?))
        }
    };
    parts.next().is_none().then_some((universe, only))
}

impl Village {
    /// The village of the columns at a date.
    pub fn of(columns: &Columns, at: Date) -> Village {
        let mut dusun: Vec<String> = columns.areas().iter().map(|area| area.dusun.clone()).collect();
        dusun.sort();
        dusun.dedup();
        let number = |family: &FamilyFacts| {
            let area = columns.areas().get(usize::from(family.area));
            let at = area.and_then(|area| dusun.iter().position(|name| *name == area.dusun));
            at.map_or(0, |at| at.min(253) as u8 + 1)
        };
        let at = date_key(at);
        let mut village = Village::default();
        for (family, members) in columns.families() {
            let here: Vec<&PersonFacts> =
                members.iter().filter(|person| person.from <= at && at < person.until).collect();
            if here.is_empty() {
                continue;
            }
            let dusun = number(family);
            village.residents.extend(here.iter().filter(|person| person.born != 0).map(|p| resident(p, at, dusun)));
            let head = here.iter().find(|person| person.relation == Relation::Head.number());
            village.homes.push(home(family, here.len(), head.map_or(0, |head| sex(head.sex)), dusun));
        }
        village
    }

    /// Names of the universes, for messages.
    pub fn universes() -> Vec<String> {
        UNIVERSES.iter().map(|(name, ..)| format!("count:{name}")).collect()
    }

    /// Whether a drawn number of this name can be counted.
    pub fn knows(what: &str) -> bool {
        let Some((universe, only)) = counted(what) else { return false };
        let families = universe == "keluarga";
        UNIVERSES.iter().any(|(name, ..)| *name == universe)
            && only.is_none_or(|(variable, _)| match families {
                true => OF_HOMES.iter().any(|(name, _)| *name == variable),
                false => OF_RESIDENTS.iter().any(|(name, _)| *name == variable),
            })
    }

    /// A count by its name.
    pub fn count(&self, what: &str) -> Option<u32> {
        let (universe, only) = counted(what)?;
        if universe == "keluarga" {
            let kept: Box<dyn Fn(&Home) -> bool> = match only {
                None => Box::new(|_| true),
                Some((variable, place)) => {
                    let (_, read) = OF_HOMES.iter().find(|(name, _)| *name == variable)?;
                    Box::new(move |home| read(home) == place)
                }
            };
            return Some(self.homes.iter().filter(|home| kept(home)).count() as u32);
        }
        let (_, from, to) = UNIVERSES.iter().find(|(name, ..)| *name == universe)?;
        let read = match only {
            None => None,
            Some((variable, place)) => Some((OF_RESIDENTS.iter().find(|(name, _)| *name == variable)?.1, place)),
        };
        let kept = |resident: &&Resident| {
            (*from..=*to).contains(&resident.age)
                && (!matches!(universe, "wus" | "pus") || resident.sex == 2)
                && (universe != "pus" || resident.married == 1)
                && read.is_none_or(|(read, place)| read(resident) == place)
        };
        Some(self.residents.iter().filter(kept).count() as u32)
    }
}

fn sex(number: u8) -> u8 {
    match number {
        n if n == Sex::Male.number() => 1,
        n if n == Sex::Female.number() => 2,
        _ => 0,
    }
}

fn resident(person: &PersonFacts, at: i32, dusun: u8) -> Resident {
    let married = Marital::from_number(person.marital);
    Resident {
        age: ((at - person.born) >> 9).clamp(0, 120) as u8,
        sex: sex(person.sex),
        dusun,
        school: Attending::from_number(person.attending).map_or(0, |level| if level.attends() { 1 } else { 2 }),
        education: Completed::from_number(person.completed).map_or(0, |level| match level {
            Completed::Never | Completed::NotFinished => 1,
            Completed::Primary => 2,
            Completed::LowerSecondary => 3,
            _ => 4,
        }),
        married: married.map_or(0, |marital| if marital == Marital::Married { 1 } else { 2 }),
    }
}

fn home(family: &FamilyFacts, size: usize, head: u8, dusun: u8) -> Home {
    let judged = |judged: Judged| match judged {
        Judged::Yes => 1,
        Judged::No => 2,
        Judged::Unknown => 0,
    };
    let welfare = match family.decile {
        1..=2 => 1,
        3..=4 => 2,
        5..=7 => 3,
        8..=10 => 4,
        _ => 0,
    };
    Home { size: size.min(7) as u8, dusun, aid: judged(family.aid), sturdy: judged(family.sturdy), head, welfare }
}
