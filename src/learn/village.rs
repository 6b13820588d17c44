//! The village as a lesson may see it: a few coarse answers of residents, of families and of houses, the three not linked.
//! Of the invented sample village as it is; of the user's own village only as its twin (see [`super::twin`]).

use crate::analyse::columns::Columns;
use crate::analyse::facts::{FamilyFacts, Judged, PersonFacts, date_key};
use crate::base::Order as _;
use crate::base::codes::{Attending, Completed, Marital, Relation, Sex, Water};
use crate::base::region::Area;
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
    /// Number of the RT in [`Village::places`], from 1; of a twin drawn by lot within the dusun.
    pub place: u8,
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
    /// Number of the RT in [`Village::places`], from 1; of a twin drawn by lot within the dusun.
    pub place: u8,
    /// 1 receives social aid, 2 does not.
    pub aid: u8,
    /// 1 a house of lasting materials, 2 not.
    pub sturdy: u8,
    /// 1 the head is a man, 2 a woman.
    pub head: u8,
    /// Welfare in four classes: 1 deciles 1–2, 2 3–4, 3 5–7, 4 8–10.
    pub welfare: u8,
}

/// A house.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct House {
    /// Number of the dusun, from 1.
    pub dusun: u8,
    /// 1 drinks proper water, 2 does not, by the rules of stunting risk.
    pub water: u8,
    /// Floor area in square metres; of a twin in tens, or coarser.
    pub floor: u16,
}

/// An RT.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Number of its dusun, from 1.
    pub dusun: u8,
    /// "RT 3", or "RT 3/1" where the numbers begin anew in every RW.
    pub name: String,
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
    /// Its houses.
    pub houses: Vec<House>,
    /// Its RT.
    pub places: Vec<Place>,
    /// The year in which it is seen; 0 where that is not known.
    pub year: i16,
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
        let (dusun, places) = places(columns.areas());
        let mut village = Village { places, year: at.year, ..Village::default() };
        let at = date_key(at);
        for (family, members) in columns.families() {
            let here: Vec<&PersonFacts> =
                members.iter().filter(|person| person.from <= at && at < person.until).collect();
            if here.is_empty() {
                continue;
            }
            let (dusun, place) = dusun.get(usize::from(family.area)).copied().unwrap_or_default();
            let born = here.iter().filter(|person| person.born != 0);
            village.residents.extend(born.map(|person| Resident { dusun, place, ..resident(person, at) }));
            let head = here.iter().find(|person| person.relation == Relation::Head.number());
            let head = head.map_or(0, |head| sex(head.sex));
            village.homes.push(Home { dusun, place, head, ..home(family, here.len()) });
            village.houses.push(House { dusun, ..house(family) });
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

/// Numbers of dusun and RT of each area, and the RT in order; the first 254 of each.
fn places(areas: &[Area]) -> (Vec<(u8, u8)>, Vec<Place>) {
    let numbers = |mut names: Vec<String>| {
        names.sort();
        names.dedup();
        names
    };
    let dusun = numbers(areas.iter().map(|area| area.dusun.clone()).collect());
    let of = |area: &Area| dusun.iter().position(|name| *name == area.dusun).map_or(0, |at| at.min(253) as u8 + 1);
    let mut told: Vec<&Area> = areas.iter().filter(|area| !area.rt.is_empty()).collect();
    told.order_by_key(|area| area.in_order());
    told.dedup();
    told.truncate(254);
    let twice = told.iter().any(|area| told.iter().any(|other| other.rt == area.rt && other.rw != area.rw));
    let name = |area: &&Area| Place {
        dusun: of(area),
        name: if twice { format!("RT {}/{}", area.rt, area.rw) } else { format!("RT {}", area.rt) },
    };
    let place = |area: &Area| told.iter().position(|other| *other == area).map_or(0, |at| at as u8 + 1);
    (areas.iter().map(|area| (of(area), place(area))).collect(), told.iter().map(name).collect())
}

fn resident(person: &PersonFacts, at: i32) -> Resident {
    let married = Marital::from_number(person.marital);
    Resident {
        age: ((at - person.born) >> 9).clamp(0, 120) as u8,
        sex: sex(person.sex),
        school: Attending::from_number(person.attending).map_or(0, |level| if level.attends() { 1 } else { 2 }),
        education: Completed::from_number(person.completed).map_or(0, |level| match level {
            Completed::Never | Completed::NotFinished => 1,
            Completed::Primary => 2,
            Completed::LowerSecondary => 3,
            _ => 4,
        }),
        married: married.map_or(0, |marital| if marital == Marital::Married { 1 } else { 2 }),
        ..Resident::default()
    }
}

fn house(family: &FamilyFacts) -> House {
    let proper = Water::from_number(family.water).and_then(Water::proper_krs);
    House {
        water: proper.map_or(0, |proper| if proper { 1 } else { 2 }),
        floor: ((family.floor_area + 50) / 100).min(999) as u16,
        ..House::default()
    }
}

fn home(family: &FamilyFacts, size: usize) -> Home {
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
    let (aid, sturdy) = (judged(family.aid), judged(family.sturdy));
    Home { size: size.min(7) as u8, aid, sturdy, welfare, ..Home::default() }
}
