//! The village as its rules see it: counted once when somebody asks, and again after a change.

use super::home::{Card, Frame, Home};
use crate::base::codes::{EventKind, LifeStatus};
use crate::base::region::Area;
use crate::base::{Answer, Date, Id};
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
    /// Deaths in the last twelve months, by events and by persons.
    pub n_deaths: u32,
    /// Persons whose coming or going in the period has no event, or whose event moved nobody; by name.
    pub unmatched: Vec<String>,
    /// Areas of the profile's list in which no family was visited within the update interval.
    pub not_covered: Vec<Area>,
}

impl Village {
    /// Counts.
    pub fn count(register: &Register, frame: Frame<'static>) -> Village {
        let year_ago = frame.today.plus_years(-1).unwrap_or(frame.today);
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
        let mut by_dusun = BTreeMap::<&str, (u32, u32)>::new();
        let mut covered = BTreeSet::new();
        for family in register.families() {
            let home = Home::new(family, Vec::new(), frame);
            let n = home.members.len() as u32;
            let without = home.members.iter().filter(|member| member.card == Card::None).count() as u32;
            village.n_persons += n;
            village.n_without_nik += without;
            let dusun = by_dusun.entry(family.dusun.text()).or_default();
            *dusun = (dusun.0 + without, dusun.1 + n);
            let visited = family.visited.get().map_or(i32::MAX, |on| on.months_until(frame.today));
            if visited < frame.thresholds.update_months && !register.profile.areas.is_missing() {
                covered.insert(family.area());
            }
            for age in home.members.iter().filter_map(|member| member.age).filter(|age| (23..=62).contains(age)) {
                village.n_aged_23_to_62 += 1;
                village.n_age_ends_0_or_5 += u32::from(age % 5 == 0);
            }
            let died = |person: &&Person| person.status.is(LifeStatus::Dead) && !person.removed;
            let lately = |on: &Answer<Date>| on.get().is_some_and(|on| on.reckoned() >= year_ago);
            village.n_deaths += family.members.iter().filter(died).filter(|dead| lately(&dead.left)).count() as u32;
        }
        let share = |(without, n): &(u32, u32)| u64::from(*without) * 1_000_000 / u64::from((*n).max(1));
        village.worst_dusun = by_dusun
            .iter()
            .filter(|(dusun, _)| !dusun.is_empty())
            .max_by(|a, b| share(a.1).cmp(&share(b.1)).then(b.0.cmp(a.0)))
            .map(|(dusun, _)| (*dusun).to_owned());
        let listed = register.profile.listed_areas();
        village.not_covered =
            listed.into_iter().filter(|area| !covered.iter().any(|place| area.contains(place))).collect();
        village.unmatched = unmatched(register, year_ago, frame.today);
        village
    }
}

/// Who came or went since `year_ago` (or since the first event of the register, where that is later) without an event of
/// that kind, and whose event moved nobody. Empty where no event was ever recorded.
fn unmatched(register: &Register, year_ago: Date, today: Date) -> Vec<String> {
    let dated = |event: &VitalEvent| event.on.get().map(|on| on.reckoned());
    let Some(first) = register.events().filter_map(dated).min() else { return Vec::new() };
    let start = first.max(year_ago);
    let within = |on: Date| (start..=today).contains(&on.reckoned());
    let told: HashSet<(Id, EventKind)> = register
        .events()
        .filter(|event| dated(event).is_some_and(within))
        .filter_map(|event| Some((event.person.get()?, event.kind.get()?)))
        .collect();
    let mut seen = HashSet::new();
    let mut names = Vec::new();
    for family in register.families() {
        for person in family.members.iter().filter(|person| !person.removed) {
            let fits = moves(person, within).into_iter().flatten().all(|kind| {
                seen.insert((person.id, kind));
                told.contains(&(person.id, kind))
            });
            if !fits {
                names.push(person.name.text().to_owned());
            }
        }
    }
    let mut idle: Vec<_> = told.iter().filter(|one| !seen.contains(*one)).map(|(person, _)| *person).collect();
    idle.sort_unstable();
    idle.dedup();
    names
        .extend(idle.into_iter().filter_map(|id| register.person(id)).map(|(_, person)| person.name.text().to_owned()));
    names.sort_unstable();
    names
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
