//! Those who really received, beside those who are on a list: who was missed, who was reached without need. A receiver is
//! known by NIK, else by No. KK, else by name and date of birth together; whoever fits two people is left apart.

use super::compose::{Composition, Ground, Subject, each};
use crate::base::codes::fold;
use crate::base::region::Area;
use crate::base::{Date, Id};
use crate::register::snapshot::IdMap;
use crate::register::{Family, Person, Register};
use std::collections::HashMap;

/// A row of the receivers' file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Receiver {
    /// Row number in the file.
    pub row: u32,
    /// NIK, sixteen digits.
    pub nik: Option<String>,
    /// No. KK, sixteen digits.
    pub kk: Option<String>,
    /// Name as written.
    pub name: String,
    /// Date of birth.
    pub born: Option<Date>,
}

/// Why a row was not matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmatched {
    /// No key in the row.
    NoKey,
    /// Nobody in the register has it.
    Nobody,
    /// Two or more have it.
    Several,
    /// The list is of persons, the row tells a family alone.
    FamilyOnly,
    /// No resident of the area at the date.
    Elsewhere,
}

/// Need and reach, counted. Those whose need cannot be told stand apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// In need and reached.
    pub need_reached: u32,
    /// In need and missed.
    pub need_missed: u32,
    /// Reached without need.
    pub other_reached: u32,
    /// Neither.
    pub other_not: u32,
    /// Need not known, reached.
    pub unknown_reached: u32,
    /// Need not known, not reached.
    pub unknown_not: u32,
}

impl Reach {
    /// All in need.
    pub fn need(&self) -> u32 {
        self.need_reached + self.need_missed
    }

    /// All reached whose need is known.
    pub fn reached(&self) -> u32 {
        self.need_reached + self.other_reached
    }
}

/// The comparison.
#[derive(Debug, Default)]
pub struct Comparison<'a> {
    /// Counts.
    pub reach: Reach,
    /// Rows of the file that were matched.
    pub matched: u32,
    /// Of them, rows that are somebody who was matched before.
    pub twice: u32,
    /// In need and missed, in the order of the register.
    pub missed: Vec<Subject<'a>>,
    /// Reached without need.
    pub without_need: Vec<Subject<'a>>,
    /// Rows that were not matched, with the reason.
    pub unmatched: Vec<(Receiver, Unmatched)>,
}

/// Where somebody may be found.
type Found<'a> = Vec<(&'a Family, Option<&'a Person>)>;

/// Compares.
pub fn compare<'a>(
    ground: &Ground<'a>,
    composition: &Composition,
    area: &Area,
    receivers: &[Receiver],
) -> Comparison<'a> {
    let mut subjects = Vec::new();
    let mut places: IdMap<usize> = IdMap::default();
    each(ground, composition, area, |who, holds| {
        places.insert(id(composition, who.family, who.person), subjects.len());
        subjects.push((who, holds, false));
    });
    let book = Book::of(ground.register, ground.at);
    let mut out = Comparison::default();
    for receiver in receivers {
        match book.find(receiver, composition.of_persons) {
            Err(why) => out.unmatched.push((receiver.clone(), why)),
            Ok((family, person)) => match places.get(&id(composition, family, person)) {
                None => out.unmatched.push((receiver.clone(), Unmatched::Elsewhere)),
                Some(place) => {
                    out.matched += 1;
                    out.twice += u32::from(std::mem::replace(&mut subjects[*place].2, true));
                }
            },
        }
    }
    for (who, need, reached) in subjects {
        let reach = &mut out.reach;
        let count = match (need, reached) {
            (Some(true), true) => &mut reach.need_reached,
            (Some(true), false) => &mut reach.need_missed,
            (Some(false), true) => &mut reach.other_reached,
            (Some(false), false) => &mut reach.other_not,
            (None, true) => &mut reach.unknown_reached,
            (None, false) => &mut reach.unknown_not,
        };
        *count += 1;
        match (need, reached) {
            (Some(true), false) => out.missed.push(who),
            (Some(false), true) => out.without_need.push(who),
            _ => {}
        }
    }
    out
}

fn id(composition: &Composition, family: &Family, person: Option<&Person>) -> Id {
    match person {
        Some(person) if composition.of_persons => person.id,
        _ => family.id,
    }
}

/// The register by what receivers' lists know.
struct Book<'a> {
    by_nik: HashMap<&'a str, Found<'a>>,
    by_kk: HashMap<&'a str, Found<'a>>,
    by_name: HashMap<(String, Date), Found<'a>>,
}

impl<'a> Book<'a> {
    fn of(register: &'a Register, at: Date) -> Book<'a> {
        let mut book = Book { by_nik: HashMap::new(), by_kk: HashMap::new(), by_name: HashMap::new() };
        for family in register.families() {
            if family.members.iter().any(|person| person.resident_at(at)) && !family.kk.text().is_empty() {
                book.by_kk.entry(family.kk.text()).or_default().push((family, None));
            }
            for person in family.members.iter().filter(|person| !person.removed) {
                let here = (family, Some(person));
                if !person.nik.text().is_empty() {
                    book.by_nik.entry(person.nik.text()).or_default().push(here);
                }
                if let Some(born) = person.born.get().filter(Date::is_full)
                    && person.resident_at(at)
                {
                    book.by_name.entry((fold(person.name.text()), born)).or_default().push(here);
                }
            }
        }
        book
    }

    /// The first key of the row that somebody has decides.
    fn find(&self, row: &Receiver, of_persons: bool) -> Result<(&'a Family, Option<&'a Person>), Unmatched> {
        let by_name = row.born.filter(|_| !row.name.is_empty()).map(|born| (fold(&row.name), born));
        let keys = [
            row.nik.as_deref().map(|nik| self.by_nik.get(nik)),
            by_name.map(|key| self.by_name.get(&key)),
            row.kk.as_deref().map(|kk| self.by_kk.get(kk)),
        ];
        if keys.iter().all(Option::is_none) {
            return Err(Unmatched::NoKey);
        }
        let Some(found) = keys.into_iter().flatten().flatten().next() else { return Err(Unmatched::Nobody) };
        match found.as_slice() {
            [(_, None)] if of_persons => Err(Unmatched::FamilyOnly),
            [one] => Ok(*one),
            _ => Err(Unmatched::Several),
        }
    }
}
