//! What the wider entries are read from: the counts of a scope, and one more pass over its families.

use super::super::entry::Figure;
use crate::analyse::Columns;
use crate::analyse::counts::{Counts, Scope, count_those};
use crate::analyse::facilities::VillageForm;
use crate::analyse::facts::{Judged, PersonFacts, date_key};
use crate::analyse::tally::Tally;
use crate::base::codes::*;
use crate::base::region::Area;
use crate::base::{Answer, CodeList, Date};
use crate::register::{Family, Person, Register};
use std::ops::RangeInclusive;

/// Years over which vital events are averaged.
pub const YEARS: i16 = 3;
/// Groups of women by age: 15–19 to 45–49.
pub const WOMEN: usize = 7;

/// Who is meant: a sex, ages in completed years at the date, or all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whom {
    /// Of this sex alone.
    pub sex: Option<Sex>,
    /// Of these ages alone.
    pub ages: Option<RangeInclusive<i32>>,
}

impl Whom {
    fn facts(&self, person: &PersonFacts, at: i32) -> bool {
        let aged = |ages: &RangeInclusive<i32>| person.born != 0 && ages.contains(&((at - person.born) >> 9));
        self.sex.is_none_or(|sex| person.sex == sex.number()) && self.ages.as_ref().is_none_or(aged)
    }

    fn person(&self, person: &Person, at: Date) -> bool {
        let aged = |ages: &RangeInclusive<i32>| person.age_years(at).is_some_and(|age| ages.contains(&age));
        self.sex.is_none_or(|sex| person.sex.is(sex)) && self.ages.as_ref().is_none_or(aged)
    }
}

/// What a rule set of stunting risk says of a family; the rules themselves are the room of use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Krs {
    /// Belongs to the target.
    pub target: Option<bool>,
    /// In need of support.
    pub at_risk: Option<bool>,
    /// Water, toilet, too young, too old, too close, too many.
    pub factors: [Option<bool>; 6],
}

/// Events that are on record for the year that ends with the date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// Births and arrivals.
    pub came: u32,
    /// Deaths and departures.
    pub went: u32,
}

/// Vital events of [`YEARS`] years, and the person-years beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vital {
    /// Births.
    pub births: u32,
    /// Births by the mother's age when the child was born, where she is linked and 15–49.
    pub by_mother: [u32; WOMEN],
    /// Births whose mother is not linked, or whose age then is not known.
    pub mother_unknown: u32,
    /// Deaths.
    pub deaths: u32,
    /// Arrivals.
    pub arrivals: u32,
    /// Departures.
    pub departures: u32,
    /// Residents at the dates, a year apart, the earliest first.
    pub stock: [u32; YEARS as usize + 1],
    /// Women by age group at the same dates.
    pub women: [[u32; WOMEN]; YEARS as usize + 1],
}

impl Vital {
    /// Person-years: of each year the mean of its ends.
    pub fn years(at_dates: impl IntoIterator<Item = u32>) -> f64 {
        let all: Vec<u32> = at_dates.into_iter().collect();
        let twice: u32 = all.windows(2).map(|ends| ends[0] + ends[1]).sum();
        f64::from(twice) / 2.0
    }

    /// Person-years of everybody.
    pub fn person_years(&self) -> f64 {
        Vital::years(self.stock)
    }

    /// Years lived by women of an age group.
    pub fn woman_years(&self, group: usize) -> f64 {
        Vital::years(self.women.iter().map(|row| row[group]))
    }
}

/// What the index of the family's development is made of, as far as the form asks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Development {
    /// All children of 0–17 have a birth certificate.
    pub certificates: Tally,
    /// All members have health cover.
    pub cover: Tally,
    /// The head is not divorced.
    pub together: Tally,
    /// A regular income.
    pub income: Tally,
    /// Varied food.
    pub food: Tally,
    /// Savings or assets.
    pub savings: Tally,
    /// All children of 7–18 are at school.
    pub school: Tally,
}

/// Everything that the wider entries are read from.
#[derive(Clone, Debug)]
pub struct Ground {
    /// The counts of the main job.
    pub counts: Counts,
    /// Residents of any age by `Attending`.
    pub pupils: [u32; 20],
    /// Children of 0–59 months by `Nutrition`; 0 where nothing is told.
    pub nutrition: [u32; 5],
    /// Youth joins PIK-R, of families with a resident of 10–24.
    pub pikr: Tally,
    /// Target of stunting prevention, of all families.
    pub krs_target: Tally,
    /// In need of support, of the target's families.
    pub krs_at_risk: Tally,
    /// Factors, of the target's families.
    pub krs_factors: [Tally; 6],
    /// Families by `KsStage`; 0 where it is not told.
    pub stages: [u32; 6],
    /// Parts of iBangga.
    pub development: Development,
    /// Events on record.
    pub recorded: Recorded,
    /// Vital events of several years.
    pub vital: Vital,
    /// Facilities, where the whole village is meant and the form is filled in.
    pub form: Option<VillageForm>,
}

/// Where grounds are made from.
pub struct Source<'a> {
    /// The register.
    pub register: &'a Register,
    /// Its columns.
    pub columns: &'a Columns,
    /// Judges stunting risk at a date.
    pub krs: &'a dyn Fn(&Family, Date) -> Krs,
    /// The facilities.
    pub form: Option<&'a VillageForm>,
}

impl Source<'_> {
    /// The counts of those who are meant.
    pub fn counts(&self, scope: &Scope, whom: &Whom) -> Counts {
        let at = date_key(scope.at);
        count_those(self.columns, scope, self.register.profile.area_km2.get(), |person| whom.facts(person, at))
    }

    /// Everything.
    pub fn ground(&self, scope: &Scope, whom: &Whom) -> Ground {
        let form = self.form.filter(|_| scope.area.is_whole_village());
        let mut ground = Ground {
            counts: self.counts(scope, whom),
            pupils: [0; 20],
            nutrition: [0; 5],
            pikr: Tally::default(),
            krs_target: Tally::default(),
            krs_at_risk: Tally::default(),
            krs_factors: [Tally::default(); 6],
            stages: [0; 6],
            development: Development::default(),
            recorded: Recorded::default(),
            vital: Vital::default(),
            form: form.cloned(),
        };
        let dates = Dates::ending(scope.at);
        for family in self.register.families().filter(|family| lives_in(family, &scope.area)) {
            ground.add(family, scope.at, whom, &dates, self.krs);
        }
        self.add_events(scope, &dates, &mut ground.recorded);
        ground
    }

    fn add_events(&self, scope: &Scope, dates: &Dates, recorded: &mut Recorded) {
        for event in self.register.events() {
            let Some((kind, on)) = event.kind.get().zip(event.on.get().map(|on| on.reckoned())) else { continue };
            let family = event.family.get().and_then(|id| self.register.family(id));
            let family = family.or_else(|| event.person.get().and_then(|id| self.register.person(id)).map(|(f, _)| f));
            if !dates.in_last_year(on) || !family.is_some_and(|family| lives_in(family, &scope.area)) {
                continue;
            }
            match kind {
                EventKind::Birth | EventKind::MoveIn => recorded.came += 1,
                EventKind::Death | EventKind::MoveOut => recorded.went += 1,
            }
        }
    }
}

/// The reference date and the same day of the years before, the earliest first.
struct Dates([Date; YEARS as usize + 1]);

impl Dates {
    fn ending(at: Date) -> Dates {
        Dates(std::array::from_fn(|i| at.plus_years(i as i16 - YEARS).unwrap_or(at).reckoned()))
    }

    fn has(&self, on: Date) -> bool {
        self.0[0] < on && on <= self.0[YEARS as usize]
    }

    fn in_last_year(&self, on: Date) -> bool {
        self.0[YEARS as usize - 1] < on && on <= self.0[YEARS as usize]
    }
}

fn lives_in(family: &Family, area: &Area) -> bool {
    area.is_whole_village()
        || (area.dusun.is_empty() || area.dusun.eq_ignore_ascii_case(family.dusun.text()))
            && (area.rw.is_empty() || area.rw == family.rw.text())
            && (area.rt.is_empty() || area.rt == family.rt.text())
}

/// All hold, of those who are asked about; nothing where there are none.
fn all_hold(parts: impl Iterator<Item = Judged>) -> Option<Judged> {
    let parts: Vec<Judged> = parts.collect();
    (!parts.is_empty()).then(|| Judged::all(&parts))
}

fn yes_no(answer: &Answer<YesNo>) -> Judged {
    Judged::of(answer.get().map(YesNo::is_yes))
}

/// The age group of a woman of 15–49.
fn group_of(age: i32) -> Option<usize> {
    (15..50).contains(&age).then(|| (age as usize - 15) / 5)
}

impl Ground {
    fn add(&mut self, family: &Family, at: Date, whom: &Whom, dates: &Dates, krs: &dyn Fn(&Family, Date) -> Krs) {
        let meant = |person: &&Person| whom.person(person, at);
        for person in family.members.iter().filter(meant) {
            self.add_vital(family, person, dates);
        }
        let here: Vec<&Person> = family.members.iter().filter(|person| person.resident_at(at)).filter(meant).collect();
        for person in &here {
            self.pupils[person.attending.get().map_or(0, |level| usize::from(level.number()))] += 1;
            if person.age_months(at).is_some_and(|months| (0..60).contains(&months)) {
                self.nutrition[person.nutrition.get().map_or(0, |state| usize::from(state.number()))] += 1;
            }
        }
        if !here.is_empty() {
            self.add_home(family, &here, at, krs(family, at));
        }
    }

    fn add_home(&mut self, family: &Family, here: &[&Person], at: Date, krs: Krs) {
        let aged =
            |person: &Person, ages: RangeInclusive<i32>| person.age_years(at).is_some_and(|age| ages.contains(&age));
        if here.iter().any(|person| aged(person, 10..=24)) {
            self.pikr.add(yes_no(&family.pikr));
        }
        self.krs_target.add(Judged::of(krs.target));
        if krs.target == Some(true) {
            self.krs_at_risk.add(Judged::of(krs.at_risk));
            self.krs_factors.iter_mut().zip(krs.factors).for_each(|(tally, holds)| tally.add(Judged::of(holds)));
        }
        self.stages[family.ks_stage.get().map_or(0, |stage| usize::from(stage.number()))] += 1;
        let parts = &mut self.development;
        let children = here.iter().filter(|person| aged(person, 0..=17));
        if let Some(judged) = all_hold(children.map(|person| yes_no(&person.birth_certificate))) {
            parts.certificates.add(judged);
        }
        let covered = |person: &&Person| Judged::of(person.health_cover.get().map(|cover| cover != HealthCover::None));
        parts.cover.add(all_hold(here.iter().map(covered)).unwrap_or_default());
        let head = here.iter().find(|person| person.relation.is(Relation::Head));
        parts.together.add(Judged::of(head.and_then(|head| match head.marital.get() {
            Some(Marital::Married | Marital::Widowed) => Some(true),
            Some(Marital::Divorced) => Some(false),
            _ => None,
        })));
        parts.income.add(yes_no(&family.income));
        parts.food.add(yes_no(&family.varied_food));
        parts.savings.add(yes_no(&family.savings));
        let pupils = here.iter().filter(|person| aged(person, 7..=18));
        if let Some(judged) = all_hold(pupils.map(|person| Judged::of(person.attending.get().map(Attending::attends))))
        {
            parts.school.add(judged);
        }
    }

    fn add_vital(&mut self, family: &Family, person: &Person, dates: &Dates) {
        for (i, date) in dates.0.iter().enumerate() {
            if person.resident_at(*date) {
                self.vital.stock[i] += 1;
                if person.is_woman()
                    && let Some(group) = person.age_years(*date).and_then(group_of)
                {
                    self.vital.women[i][group] += 1;
                }
            }
        }
        if person.removed || person.status.is(LifeStatus::Invalid) || !(person.is_active() || person.left.is_known()) {
            return;
        }
        let on = |date: &Answer<Date>| date.get().map(|date| date.reckoned());
        let (born, entered) = (on(&person.born), on(&person.entered));
        let vital = &mut self.vital;
        if entered.is_some_and(|entered| born.is_none_or(|born| entered > born)) {
            vital.arrivals += u32::from(entered.is_some_and(|on| dates.has(on)));
        } else if let Some(born) = born.filter(|on| dates.has(*on)) {
            vital.births += 1;
            let mother = family.mother_of(person).filter(|mother| !mother.removed);
            match mother.and_then(|mother| mother.age_years(born)).map(group_of) {
                Some(Some(group)) => vital.by_mother[group] += 1,
                _ => vital.mother_unknown += 1,
            }
        }
        if !person.is_active() && on(&person.left).is_some_and(|on| dates.has(on)) {
            let died = person.status.is(LifeStatus::Dead);
            *(if died { &mut vital.deaths } else { &mut vital.departures }) += 1;
        }
    }

    /// Births of women of 15–49 with a linked mother.
    pub fn linked_births(&self) -> u32 {
        self.vital.by_mother.iter().sum()
    }

    /// A rate of an age group.
    pub fn asfr(&self, group: usize) -> Figure {
        Figure {
            numerator: Some(f64::from(self.vital.by_mother[group])),
            denominator: Some(self.vital.woman_years(group)),
            missing: self.vital.mother_unknown,
            ..Figure::default()
        }
    }
}
