//! The village as its rules see it: counted once when somebody asks, and again after a change.

use super::home::{Frame, written_number};
use crate::base::Order as _;
use crate::base::codes::{EventKind, LifeStatus};
use crate::base::region::Area;
use crate::base::{Date, Id};
use crate::register::{Person, Profile, Register, VitalEvent};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Counts and lists of the whole village.
#[derive(Debug)]
pub struct Village {
    /// The profile.
    pub profile: Profile,
    /// Day, place, limits: see [`Frame`].
    pub frame: Frame<'static>,
    /// Active persons.
    pub n_persons: u32,
    /// Active persons without NIK.
    pub n_without_nik: u32,
    /// The dusun with the largest share without NIK, where dusun are filled.
    pub worst_dusun: Option<String>,
    /// Persons aged 23 to 62.
    pub n_aged_23_to_62: u32,
    /// Of them, those whose age ends in 0 or 5.
    pub n_age_ends_0_or_5: u32,
    /// Persons who died in the last twelve months.
    pub n_deaths: u32,
    /// Persons whose coming or going in the period has no event, or whose event moved nobody; by name.
    pub unmatched: Vec<String>,
    /// Areas of the profile's list in which no family was visited within the update interval.
    pub not_covered: Vec<Area>,
}

impl Village {
    /// Counts, in one walk through the register.
    pub fn count(register: &Register, frame: Frame<'static>) -> Village {
        let today = frame.today;
        let year_ago = today.plus_years(-1).unwrap_or(today);
        let mut village = Village {
            profile: register.profile.clone(),
            frame,
            n_persons: 0,
            n_without_nik: 0,
            worst_dusun: None,
            n_aged_23_to_62: 0,
            n_age_ends_0_or_5: 0,
            n_deaths: 0,
            unmatched: Vec::new(),
            not_covered: Vec::new(),
        };
        let mut balance = Balance::begin(register, year_ago, today);
        let mut by_dusun = BTreeMap::<&str, (u32, u32)>::new();
        let mut covered = BTreeSet::new();
        for family in register.families() {
            let (before, without_before) = (village.n_persons, village.n_without_nik);
            for person in family.members.iter().filter(|person| !person.removed) {
                village.count_person(person, year_ago);
                balance.weigh(person);
            }
            let dusun = by_dusun.entry(family.dusun.text()).or_default();
            *dusun = (dusun.0 + village.n_without_nik - without_before, dusun.1 + village.n_persons - before);
            let visited = family.visited.get().map_or(i32::MAX, |on| on.months_until(today));
            if visited < frame.thresholds.update_months && !register.profile.areas.is_missing() {
                covered.insert(family.area());
            }
        }
        let share = |(without, n): &(u32, u32)| u64::from(*without) * 1_000_000 / u64::from((*n).max(1));
        let named = by_dusun.iter().filter(|(dusun, _)| !dusun.is_empty());
        let worst = named.max_by(|a, b| share(a.1).cmp(&share(b.1)).then(b.0.cmp(a.0)));
        village.worst_dusun = worst.map(|(dusun, _)| (*dusun).to_owned());
        let listed = register.profile.listed_areas().into_iter();
        village.not_covered = listed.filter(|area| !covered.iter().any(|place| area.contains(place))).collect();
        village.unmatched = balance.unmatched(register);
        village
    }

    fn count_person(&mut self, person: &Person, year_ago: Date) {
        if person.is_active() {
            self.n_persons += 1;
            self.n_without_nik += u32::from(written_number(person.nik.text()).is_empty());
            if let Some(age) = person.age_years(self.frame.today).filter(|age| (23..=62).contains(age)) {
                self.n_aged_23_to_62 += 1;
                self.n_age_ends_0_or_5 += u32::from(age % 5 == 0);
            }
        } else if person.status.is(LifeStatus::Dead) {
            self.n_deaths += u32::from(person.left.get().is_some_and(|on| on.reckoned() >= year_ago));
        }
    }
}

/// The balance of a period: who came or went, and what the events tell. The period is the last twelve months, or from the
/// first event of the register where that is later; without any event there is nothing to weigh.
struct Balance {
    period: Option<std::ops::RangeInclusive<Date>>,
    told: HashSet<(Id, EventKind)>,
    moved: HashSet<(Id, EventKind)>,
    unmatched: Vec<String>,
}

impl Balance {
    fn begin(register: &Register, year_ago: Date, today: Date) -> Balance {
        let dated = |event: &VitalEvent| event.on.get().map(|on| on.reckoned());
        let first = register.events().filter_map(dated).min();
        let period = first.map(|first| first.max(year_ago)..=today);
        let within = |event: &&VitalEvent| period.as_ref().zip(dated(event)).is_some_and(|(p, on)| p.contains(&on));
        let told = register.events().filter(within);
        let told = told.filter_map(|event| Some((event.person.get()?, event.kind.get()?))).collect();
        Balance { period, told, moved: HashSet::new(), unmatched: Vec::new() }
    }

    fn weigh(&mut self, person: &Person) {
        let Some(period) = &self.period else { return };
        for kind in moves(person, |on| period.contains(&on.reckoned())).into_iter().flatten() {
            self.moved.insert((person.id, kind));
            if !self.told.contains(&(person.id, kind)) {
                self.unmatched.push(person.name.text().to_owned());
            }
        }
    }

    /// Names of those who moved without an event, and of those whose event moved nobody.
    fn unmatched(mut self, register: &Register) -> Vec<String> {
        let idle = self.told.difference(&self.moved).filter_map(|(person, _)| register.person(*person));
        self.unmatched.extend(idle.map(|(_, person)| person.name.text().to_owned()));
        self.unmatched.order();
        self.unmatched
    }
}

/// How a person moved the stock in the period: by being born or coming, and by dying or leaving.
fn moves(person: &Person, within: impl Fn(Date) -> bool) -> [Option<EventKind>; 2] {
    if person.status.is(LifeStatus::Invalid) {
        return [None, None];
    }
    let came = match (person.entered.get(), person.born.get()) {
        (Some(entered), _) => within(entered).then_some(EventKind::MoveIn),
        (None, Some(born)) => within(born).then_some(EventKind::Birth),
        _ => None,
    };
    let went = person.left.get().filter(|on| within(*on)).and_then(|_| match person.status.get() {
        Some(LifeStatus::Dead) => Some(EventKind::Death),
        Some(LifeStatus::Moved) => Some(EventKind::MoveOut),
        _ => None,
    });
    [came, went]
}
