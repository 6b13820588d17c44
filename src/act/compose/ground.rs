//! What conditions are weighed on: the register at a date, with help and events found by whom they are about.

use crate::act::krs::KrsRules;
use crate::base::codes::EventKind;
use crate::base::{CodeList, Date, Id};
use crate::register::snapshot::IdMap;
use crate::register::{Family, Person, Register};

/// The register at a date.
pub struct Ground<'a> {
    /// The register.
    pub register: &'a Register,
    /// Reference date.
    pub at: Date,
    /// Today: help is noted up to today, whatever the reference date.
    pub today: Date,
    /// Rules of the risk of stunting.
    pub rules: &'static KrsRules,
    /// Last help by family, persons' help included.
    pub(super) helped_families: IdMap<Date>,
    /// Last help by person.
    pub(super) helped_persons: IdMap<Date>,
    /// Events of the year that ends with the date, by family and by person: bits by `EventKind`.
    pub(super) events: IdMap<u128>,
}

/// A family, or one of its members.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The family.
    pub family: &'a Family,
    /// The person, where a person is asked about.
    pub person: Option<&'a Person>,
}

impl<'a> Ground<'a> {
    /// Looks through help and events once.
    pub fn new(register: &'a Register, at: Date, today: Date, rules: &'static KrsRules) -> Ground<'a> {
        let (mut helped_families, mut helped_persons) = (IdMap::<Date>::default(), IdMap::<Date>::default());
        let keep = |last: &mut IdMap<Date>, who: Id, on: Date| {
            last.entry(who).and_modify(|kept| *kept = on.max(*kept)).or_insert(on);
        };
        for help in register.helps() {
            let Some(on) = help.on.get().map(|on| on.reckoned()).filter(|on| *on <= today) else { continue };
            if let Some(family) = help.family.get() {
                keep(&mut helped_families, family, on);
            }
            if let Some(person) = help.person.get() {
                keep(&mut helped_persons, person, on);
                // Who was helped and moved since brings the help to the family where they live now.
                if let Some((family, _)) = register.person(person) {
                    keep(&mut helped_families, family.id, on);
                }
            }
        }
        let mut events = IdMap::<u128>::default();
        let start = at.plus_years(-1).unwrap_or_default();
        for event in register.events() {
            let (Some(kind), Some(on)) = (event.kind.get(), event.on.get().map(|on| on.reckoned())) else { continue };
            if on <= start || on > at {
                continue;
            }
            let bit = 1u128 << EventKind::number(kind);
            let family = event.family.get().or_else(|| Some(register.person(event.person.get()?)?.0.id));
            for who in [family, event.person.get()].into_iter().flatten() {
                *events.entry(who).or_default() |= bit;
            }
        }
        Ground { register, at, today, rules, helped_families, helped_persons, events }
    }

    /// Residents of a family at the date.
    pub fn residents<'f>(&self, family: &'f Family) -> impl Iterator<Item = &'f Person> {
        let at = self.at;
        family.members.iter().filter(move |person| person.resident_at(at))
    }
}
