//! The register as compact columns, in the order of family slots. Built once, then brought up to date a family at a time.

use super::facts::{FamilyFacts, PersonFacts, family_facts, person_facts};
use crate::base::region::Area;
use crate::register::{Family, Register};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

/// The columns.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    families: Vec<FamilyFacts>,
    persons: Vec<PersonFacts>,
    areas: Vec<Area>,
    area_numbers: HashMap<Area, u16, rustc_hash::FxBuildHasher>,
    wasted: usize,
    version: u64,
    /// Slots by number of area, in order; made when first asked for.
    by_area: OnceCell<Vec<Vec<u32>>>,
}

impl Columns {
    /// Reads the whole register.
    pub fn build(register: &Register) -> Columns {
        let mut columns = Columns::default();
        columns.families.reserve(register.slots().len());
        columns.persons.reserve(register.n_persons() as usize + 64);
        for family in register.slots() {
            let facts = columns.facts(family);
            columns.append(facts, family);
        }
        columns
    }

    /// Reads again the families that changed.
    pub fn touch(&mut self, register: &Register, slots: &BTreeSet<u32>) {
        self.version += 1;
        self.by_area = OnceCell::new();
        for slot in slots {
            let at = *slot as usize;
            let Some(family) = register.slots().get(at) else { continue };
            let facts = self.facts(family);
            match self.families.get(at).copied() {
                Some(old) if family.members.len() <= usize::from(old.room) => {
                    let (start, len) = (old.start, family.members.len() as u16);
                    for (i, person) in family.members.iter().enumerate() {
                        self.persons[start as usize + i] = person_facts(person);
                    }
                    self.families[at] = FamilyFacts { start, len, room: old.room, ..facts };
                }
                Some(old) => {
                    self.wasted += usize::from(old.room);
                    let moved = self.append(facts, family);
                    self.families.truncate(self.families.len() - 1);
                    self.families[at] = moved;
                }
                None if at == self.families.len() => {
                    self.append(facts, family);
                }
                None => {}
            }
        }
        if self.wasted > 1_000 && self.wasted * 4 > self.persons.len() || self.families.len() != register.slots().len()
        {
            *self = Columns { version: self.version, ..Columns::build(register) };
        }
    }

    /// Grows by one with every change of the register that the columns were told of.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Areas of the families, in the order in which they were first met.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// Families that are in the register, each with its persons.
    pub fn families(&self) -> impl Iterator<Item = (&FamilyFacts, &[PersonFacts])> {
        self.families.iter().filter(|family| !family.removed).map(|family| (family, self.members(family)))
    }

    /// As [`Columns::families`], with the slot of each.
    pub fn families_by_slot(&self) -> impl Iterator<Item = (u32, &FamilyFacts, &[PersonFacts])> {
        let all = self.families.iter().enumerate().filter(|(_, family)| !family.removed);
        all.map(|(slot, family)| (slot as u32, family, self.members(family)))
    }

    /// Slots of the families that live in an area, by area and slot: what is asked of each RT of a village looks at every
    /// family once, not once for each RT.
    pub fn slots_in(&self, area: &Area) -> impl Iterator<Item = u32> {
        let by_area = self.by_area.get_or_init(|| {
            let mut slots = vec![Vec::new(); self.areas.len()];
            for (slot, family, _) in self.families_by_slot() {
                if let Some(slots) = slots.get_mut(usize::from(family.area)) {
                    slots.push(slot);
                }
            }
            slots
        });
        let inside = self.areas.iter().zip(by_area).filter(|(other, _)| area.contains(other));
        inside.flat_map(|(_, slots)| slots.iter().copied())
    }

    /// As [`Columns::families`], of those that live in an area.
    pub fn families_in(&self, area: &Area) -> impl Iterator<Item = (&FamilyFacts, &[PersonFacts])> {
        let all = self.slots_in(area).filter_map(|slot| self.families.get(slot as usize));
        all.map(|family| (family, self.members(family)))
    }

    fn members(&self, family: &FamilyFacts) -> &[PersonFacts] {
        let start = family.start as usize;
        self.persons.get(start..start + usize::from(family.len)).unwrap_or(&[])
    }

    fn append(&mut self, facts: FamilyFacts, family: &Family) -> FamilyFacts {
        let len = family.members.len() as u16;
        let facts = FamilyFacts { start: self.persons.len() as u32, len, room: len, ..facts };
        self.persons.extend(family.members.iter().map(person_facts));
        self.families.push(facts);
        facts
    }

    fn area_number(&mut self, family: &Family) -> u16 {
        let area = family.area();
        if let Some(number) = self.area_numbers.get(&area) {
            return *number;
        }
        let number = u16::try_from(self.areas.len()).unwrap_or(u16::MAX);
        self.areas.push(area.clone());
        self.area_numbers.insert(area, number);
        number
    }

    fn facts(&mut self, family: &Family) -> FamilyFacts {
        let area = self.area_number(family);
        family_facts(family, area)
    }
}
