//! One pass over the columns for a date and an area. Everything that indicators, tables and the pyramid say is read from
//! these counts, so that they can never disagree.
//!
//! Universe: residents at the date ([`Person::resident_at`](crate::register::Person::resident_at)) in families of the area.
//! Ages and residence are those of the date; all other answers are the last that were given.

use super::columns::Columns;
use super::couples::Couples;
use super::facts::{FamilyFacts, Judged, NO_ANSWER, PERSON_ITEMS, PersonFacts, date_key};
use super::tally::Tally;
use crate::base::codes::*;
use crate::base::region::Area;
use crate::base::{CodeList, Date};

/// Of when and where: a reference date, and a part of the village (empty parts mean all).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Reference date (tanggal acuan).
    pub at: Date,
    /// Area.
    pub area: Area,
}

/// Counts by sex: no answer, male, female.
pub type BySex = [u32; 3];

/// Index of an unknown age in counts by age; known ages are 0 to 110 (older ones are counted as 110).
pub const AGE_UNKNOWN: usize = 111;
/// Ages, the unknown one among them.
pub const AGES: usize = 112;
/// Ages below this are told apart in counts of school attendance.
pub const SCHOOL_AGES: usize = 31;

/// Broad ages, as universes need them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Broad {
    /// 0 to 9.
    Child,
    /// 10 to 14.
    Young,
    /// 15 and more.
    Adult,
    /// Not known.
    Unknown,
}

/// Persons and families of one area (dusun, RW and RT together).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AreaCount {
    /// Families with a resident.
    pub families: u32,
    /// Residents by sex.
    pub residents: BySex,
}

/// The counts.
#[derive(Clone, Debug)]
pub struct Counts {
    /// Residents at the date.
    pub residents: u32,
    /// Residents of the same area one year earlier.
    pub residents_before: u32,
    /// Births in the year that ends with the date: those born in it and not recorded as arriving later.
    pub births: u32,
    /// Deaths in the year.
    pub deaths: u32,
    /// Arrivals in the year.
    pub arrivals: u32,
    /// Departures in the year: moved, left or missing.
    pub departures: u32,
    /// Families with at least one resident.
    pub families: u32,
    /// By age in completed years ([`AGE_UNKNOWN`] last) and sex.
    pub age_sex: [BySex; AGES],
    /// School attendance by age below [`SCHOOL_AGES`], `Attending` and sex.
    pub attending: [[BySex; 20]; SCHOOL_AGES],
    /// By broad age, `Completed`, sex.
    pub completed: [[BySex; 12]; 4],
    /// By broad age, `Occupation`, sex.
    pub occupation: [[BySex; 90]; 4],
    /// By broad age, `Marital`, sex.
    pub marital: [[BySex; 5]; 4],
    /// By `Religion`, sex.
    pub religion: [BySex; 8],
    /// By `Relation`, sex.
    pub relation: [BySex; 12],
    /// By `HealthCover`, sex.
    pub cover: [BySex; 5],
    /// By `Disability`, sex.
    pub disability: [BySex; 8],
    /// By `Presence`, sex.
    pub presence: [BySex; 4],
    /// Birth certificates of residents 0–17 and of all others (18 and more, age not known).
    pub certificate: [Tally; 2],
    /// With a NIK.
    pub nik: u32,
    /// Ever-married residents by age at first marriage (0: not told) and sex.
    pub first_marriage: [BySex; 100],
    /// Wives of eligible couples: married women 15–49.
    pub couples: Couples,
    /// Families whose head is a woman, a man, not known.
    pub female_head: Tally,
    /// Families with a No. KK.
    pub kk: u32,
    /// Marriage document, of families with a married resident.
    pub marriage_book: Tally,
    /// BKB, of families with a resident 0–6.
    pub bkb: Tally,
    /// BKR, of families with a resident 10–24.
    pub bkr: Tally,
    /// BKL, of families with a resident of 60 or more.
    pub bkl: Tally,
    /// UPPKA, of all families.
    pub uppka: Tally,
    /// Any social aid.
    pub aid: Tally,
    /// Families by welfare decile (0: not imported).
    pub decile: [u32; 11],
    /// Families by `Water`.
    pub water: [u32; 12],
    /// Families by `Toilet`.
    pub toilet: [u32; 6],
    /// At least 7.2 m² a person.
    pub floor_area: Tally,
    /// Adequate housing, all four parts.
    pub adequate: Tally,
    /// Visited in the year that ends with the date.
    pub visited: u32,
    /// Core items with an answer.
    pub items_answered: u32,
    /// Core items that apply.
    pub items_asked: u32,
    /// By area, in the order of [`Columns::areas`].
    pub areas: Vec<AreaCount>,
    /// Area of the village in km², where the whole village is counted and its area is known.
    pub area_km2: Option<f64>,
}

/// Counts persons and families of the columns. `area_km2` is the area of the whole village.
pub fn count(columns: &Columns, scope: &Scope, area_km2: Option<f64>) -> Counts {
    count_those(columns, scope, area_km2, |_| true)
}

/// Counts as if nobody else lived here than those who are meant.
pub fn count_those(
    columns: &Columns,
    scope: &Scope,
    area_km2: Option<f64>,
    meant: impl Fn(&PersonFacts) -> bool + Copy,
) -> Counts {
    let year = Year { end: date_key(scope.at), start: scope.at.plus_years(-1).map_or(i32::MIN, date_key) };
    let mut counts = Counts::new(columns.areas().len());
    counts.area_km2 = area_km2.filter(|km2| *km2 > 0.0 && scope.area.is_whole_village());
    columns.families_in(&scope.area).for_each(|(family, members)| counts.add_family(family, members, year, meant));
    counts
}

/// The year that ends with the reference date; its first day is not in it.
#[derive(Clone, Copy)]
struct Year {
    start: i32,
    end: i32,
}

impl Year {
    fn has(self, day: i32) -> bool {
        self.start < day && day <= self.end
    }
}

/// What a family's residents say of the family.
#[derive(Default)]
struct Household {
    residents: u32,
    head_sex: Option<u8>,
    married: bool,
    toddler: bool,
    adolescent: bool,
    elderly: bool,
}

impl Counts {
    pub(super) fn new(n_areas: usize) -> Counts {
        Counts {
            residents: 0,
            residents_before: 0,
            births: 0,
            deaths: 0,
            arrivals: 0,
            departures: 0,
            families: 0,
            age_sex: [[0; 3]; AGES],
            attending: [[[0; 3]; 20]; SCHOOL_AGES],
            completed: [[[0; 3]; 12]; 4],
            occupation: [[[0; 3]; 90]; 4],
            marital: [[[0; 3]; 5]; 4],
            religion: [[0; 3]; 8],
            relation: [[0; 3]; 12],
            cover: [[0; 3]; 5],
            disability: [[0; 3]; 8],
            presence: [[0; 3]; 4],
            certificate: [Tally::default(); 2],
            nik: 0,
            first_marriage: [[0; 3]; 100],
            couples: Couples::default(),
            female_head: Tally::default(),
            kk: 0,
            marriage_book: Tally::default(),
            bkb: Tally::default(),
            bkr: Tally::default(),
            bkl: Tally::default(),
            uppka: Tally::default(),
            aid: Tally::default(),
            decile: [0; 11],
            water: [0; 12],
            toilet: [0; 6],
            floor_area: Tally::default(),
            adequate: Tally::default(),
            visited: 0,
            items_answered: 0,
            items_asked: 0,
            areas: vec![AreaCount::default(); n_areas],
            area_km2: None,
        }
    }

    fn add_family(
        &mut self,
        family: &FamilyFacts,
        members: &[PersonFacts],
        year: Year,
        meant: impl Fn(&PersonFacts) -> bool,
    ) {
        let mut home = Household::default();
        for person in members.iter().filter(|person| meant(person)) {
            self.add_movement(person, year);
            if person.from <= year.end && year.end < person.until {
                self.add_resident(person, family.area, year.end, &mut home);
            }
        }
        if home.residents > 0 {
            self.add_home(family, &home, year);
        }
    }

    /// Who joined and who left the stock in the year. Those gone at an unknown date are counted nowhere.
    fn add_movement(&mut self, person: &PersonFacts, year: Year) {
        if person.until == i32::MIN {
            return;
        }
        self.residents_before += u32::from(person.from <= year.start && year.start < person.until);
        if year.has(person.from) {
            *(if person.arrived { &mut self.arrivals } else { &mut self.births }) += 1;
        }
        if year.has(person.until) {
            *(if person.died { &mut self.deaths } else { &mut self.departures }) += 1;
        }
    }

    fn add_resident(&mut self, person: &PersonFacts, area: u16, at: i32, home: &mut Household) {
        let sex = usize::from(person.sex.min(2));
        let years = (at - person.born) >> 9;
        let (age, broad) = match (person.born, years) {
            (0, _) => (AGE_UNKNOWN, Broad::Unknown),
            (_, ..10) => (years as usize, Broad::Child),
            (_, ..15) => (years as usize, Broad::Young),
            _ => (years.min(110) as usize, Broad::Adult),
        };
        home.residents += 1;
        self.residents += 1;
        self.age_sex[age][sex] += 1;
        if let Some(by_level) = self.attending.get_mut(age) {
            by_level[usize::from(person.attending)][sex] += 1;
        }
        let broad = broad as usize;
        self.completed[broad][usize::from(person.completed)][sex] += 1;
        self.occupation[broad][usize::from(person.occupation)][sex] += 1;
        self.marital[broad][usize::from(person.marital)][sex] += 1;
        self.religion[usize::from(person.religion)][sex] += 1;
        self.relation[usize::from(person.relation)][sex] += 1;
        self.cover[usize::from(person.cover)][sex] += 1;
        self.disability[usize::from(person.disability)][sex] += 1;
        self.presence[usize::from(person.presence)][sex] += 1;
        self.certificate[usize::from(age >= 18)].add_yes_no(person.certificate);
        self.nik += u32::from(person.has_nik);
        self.areas[usize::from(area)].residents[sex] += 1;

        let applies = ITEMS[age] & person.asked;
        self.items_asked += applies.count_ones();
        self.items_answered += (applies & person.answered).count_ones();

        if person.marital > Marital::Never.number() {
            self.first_marriage[usize::from(person.first_marriage)][sex] += 1;
        }
        if person.marital == Marital::Married.number() {
            home.married = true;
            if sex == usize::from(Sex::Female.number()) && (15..=49).contains(&age) {
                self.couples.add(person);
            }
        }
        if person.relation == Relation::Head.number() {
            home.head_sex.get_or_insert(person.sex);
        }
        home.toddler |= age <= 6;
        home.adolescent |= (10..=24).contains(&age);
        home.elderly |= age >= 60 && age != AGE_UNKNOWN;
    }

    fn add_home(&mut self, family: &FamilyFacts, home: &Household, year: Year) {
        self.families += 1;
        self.areas[usize::from(family.area)].families += 1;
        self.kk += u32::from(family.has_kk);
        self.visited += u32::from(year.has(family.visited));
        self.items_asked += u32::from(family.asked);
        self.items_answered += u32::from(family.answered);
        self.female_head.add(Judged::of(match home.head_sex {
            Some(sex) if sex != NO_ANSWER => Some(sex == Sex::Female.number()),
            _ => None,
        }));
        for (applies, tally, answer) in [
            (home.married, &mut self.marriage_book, family.marriage_book),
            (home.toddler, &mut self.bkb, family.bkb),
            (home.adolescent, &mut self.bkr, family.bkr),
            (home.elderly, &mut self.bkl, family.bkl),
            (true, &mut self.uppka, family.uppka),
        ] {
            if applies {
                tally.add_yes_no(answer);
            }
        }
        self.aid.add(family.aid);
        self.decile[usize::from(family.decile)] += 1;
        self.water[usize::from(family.water)] += 1;
        self.toilet[usize::from(family.toilet)] += 1;
        let n = if family.residents > 0 { u32::from(family.residents) } else { home.residents };
        let roomy = Judged::of((family.floor_area > 0).then(|| family.floor_area >= 720 * n));
        self.floor_area.add(roomy);
        let water = Judged::of(Water::from_number(family.water).and_then(Water::proper_bps));
        let toilet = Judged::of(Toilet::from_number(family.toilet).and_then(Toilet::proper_krs));
        self.adequate.add(Judged::all(&[family.sturdy, roomy, water, toilet]));
    }
}

/// Bits of the core items that apply at each age; all where the age is not known.
const ITEMS: [u16; AGES] = {
    let (mut out, mut age) = ([0; AGES], 0);
    while age < AGES {
        let mut item = 0;
        while item < PERSON_ITEMS.len() {
            if PERSON_ITEMS[item].1 as usize <= age {
                out[age] |= 1 << item;
            }
            item += 1;
        }
        age += 1;
    }
    out
};
