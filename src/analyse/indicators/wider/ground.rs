//! What the wider entries are read from: the counts of a scope, and one more pass over its families.

use super::super::entry::Figure;
use crate::analyse::Columns;
use crate::analyse::counts::{Counts, Scope, count_those};
use crate::analyse::facilities::VillageForm;
use crate::analyse::facts::{Judged, PersonFacts, date_key};
use crate::analyse::tally::Tally;
use crate::analyse::vital::{Rate, Vital, averaged};
use crate::base::codes::*;
use crate::base::region::Area;
use crate::base::{Answer, CodeList, Date};
use crate::register::{Family, Person, Register};
use std::ops::RangeInclusive;

/// Years over which growth is reckoned.
const YEARS: i16 = 3;

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
    /// Residents three years before.
    pub residents_earlier: u32,
    /// Vital events of three to five years and their rates; of the whole village alone, for all its people.
    pub vital: Option<(Vital, Vec<Rate>)>,
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
            vital: (scope.area.is_whole_village() && *whom == Whom::default()).then(|| {
                let vital = averaged(self.register, scope.at);
                let rates = vital.rates();
                (vital, rates)
            }),
            form: form.cloned(),
            ..Ground::empty()
        };
        let earlier = scope.at.plus_years(-YEARS).map_or(scope.at, |day| day.reckoned());
        let slots = self.register.slots();
        for family in self.columns.slots_in(&scope.area).filter_map(|slot| slots.get(slot as usize)) {
            let here = family.members.iter().filter(|person| whom.person(person, scope.at));
            ground.residents_earlier += here.filter(|person| person.resident_at(earlier)).count() as u32;
            ground.add(family, scope.at, whom, self.krs);
        }
        self.add_events(scope, &mut ground.recorded);
        ground
    }

    fn add_events(&self, scope: &Scope, recorded: &mut Recorded) {
        let begin = scope.at.plus_years(-1).map_or(scope.at, |day| day.reckoned());
        for event in self.register.events() {
            let Some((kind, on)) = event.kind.get().zip(event.on.get().map(|on| on.reckoned())) else { continue };
            let family = event.family.get().and_then(|id| self.register.family(id));
            let family = family.or_else(|| event.person.get().and_then(|id| self.register.person(id)).map(|(f, _)| f));
            if on <= begin || on > scope.at || !family.is_some_and(|family| lives_in(family, &scope.area)) {
                continue;
            }
            match kind {
                EventKind::Birth | EventKind::MoveIn => recorded.came += 1,
                EventKind::Death | EventKind::MoveOut => recorded.went += 1,
            }
        }
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

impl Ground {
    /// Of nobody.
    pub fn empty() -> Ground {
        Ground {
            counts: Counts::new(0),
            pupils: [0; 20],
            nutrition: [0; 5],
            pikr: Tally::default(),
            krs_target: Tally::default(),
            krs_at_risk: Tally::default(),
            krs_factors: [Tally::default(); 6],
            stages: [0; 6],
            development: Development::default(),
            recorded: Recorded::default(),
            residents_earlier: 0,
            vital: None,
            form: None,
        }
    }

    fn add(&mut self, family: &Family, at: Date, whom: &Whom, krs: &dyn Fn(&Family, Date) -> Krs) {
        let meant = |person: &&Person| whom.person(person, at);
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

    /// A rate of [`Vital::rates`], by its id and the age group of mothers.
    pub fn rate(&self, id: &str, group: Option<usize>) -> Option<&Rate> {
        self.vital.as_ref()?.1.iter().find(|rate| rate.id == id && rate.group == group)
    }

    pub(super) fn rate_figure(&self, id: &str, group: Option<usize>) -> Figure {
        let by_mother = matches!(id, "asfr" | "tfr");
        let missing = self.vital.as_ref().map_or(0, |(vital, _)| if by_mother { vital.mother_unknown } else { 0 });
        self.rate(id, group).map_or(Figure { missing, ..Figure::default() }, |rate| Figure {
            numerator: Some(rate.events as f64),
            denominator: Some(rate.person_years),
            exactly: Some(rate.value),
            missing,
        })
    }
}
