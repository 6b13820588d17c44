//! Which events belong to which family: an event goes with the person whom it is about, wherever that person lives now.

use crate::register::{Register, VitalEvent};
use std::collections::BTreeSet;

/// Event slots by family slot.
#[derive(Debug, Default)]
pub struct EventHomes {
    /// The family slot of each event slot.
    home_of: Vec<Option<u32>>,
    by_home: rustc_hash::FxHashMap<u32, Vec<u32>>,
}

impl EventHomes {
    /// The homes of all events.
    pub fn build(register: &Register) -> EventHomes {
        let mut homes = EventHomes::default();
        for slot in 0..register.event_slots().len() as u32 {
            homes.rehome(register, slot, &mut BTreeSet::new());
        }
        homes
    }

    /// Takes up the present home of an event; homes old and new are put into `met`.
    pub fn rehome(&mut self, register: &Register, slot: u32, met: &mut BTreeSet<u32>) {
        let at = slot as usize;
        if self.home_of.len() <= at {
            self.home_of.resize(at + 1, None);
        }
        let event = &register.event_slots()[at];
        let person = event.person.get().and_then(|id| register.home_slot(id));
        let home = person.or_else(|| event.family.get().and_then(|id| register.family_slot(id)));
        let home = home.filter(|_| !event.removed);
        let old = std::mem::replace(&mut self.home_of[at], home);
        met.extend(old);
        met.extend(home);
        if old == home {
            return;
        }
        if let Some(events) = old.and_then(|old| self.by_home.get_mut(&old)) {
            events.retain(|other| *other != slot);
        }
        if let Some(home) = home {
            let events = self.by_home.entry(home).or_default();
            let place = events.partition_point(|other| *other < slot);
            events.insert(place, slot);
        }
    }

    /// Event slots of a family.
    pub fn slots(&self, home: u32) -> &[u32] {
        self.by_home.get(&home).map_or(&[], Vec::as_slice)
    }

    /// Events of a family.
    pub fn events<'a>(&self, register: &'a Register, home: u32) -> Vec<&'a VitalEvent> {
        self.slots(home).iter().map(|slot| &register.event_slots()[*slot as usize]).collect()
    }
}
