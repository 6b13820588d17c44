//! The register as it stands: every record in memory, in slots that never move (storage writes blocks of slots), with
//! indexes by identity. Only [`Register::apply`] changes it.

pub use super::dirty::Dirty;
pub use super::slots::ApplyError;

use super::change::{Change, RecordKind, RecordRef, What};
use super::slots::{Slots, alter, create};
use super::{Decision, Family, Help, Paper, Person, Profile, Record, VitalEvent};
use crate::base::{Date, Id, Value};

/// A map by identity; ids are random enough for a fast hash.
pub type IdMap<T> = std::collections::HashMap<Id, T, rustc_hash::FxBuildHasher>;

/// Families, persons, events, decisions and help, with the village profile.
#[derive(Debug, Default)]
pub struct Register {
    /// The village.
    pub profile: Profile,
    families: Vec<Family>,
    events: Slots<VitalEvent>,
    decisions: Slots<Decision>,
    helps: Slots<Help>,
    papers: Slots<Paper>,
    family_slots: IdMap<u32>,
    homes: IdMap<u32>,
    n_families: u32,
    n_persons: u32,
}

impl Register {
    /// A register from stored records, in the order of their slots.
    pub fn from_parts(
        profile: Profile,
        families: Vec<Family>,
        events: Vec<VitalEvent>,
        decisions: Vec<Decision>,
        helps: Vec<Help>,
        papers: Vec<Paper>,
    ) -> Register {
        let mut register = Register {
            profile,
            events: Slots::fill(events),
            decisions: Slots::fill(decisions),
            helps: Slots::fill(helps),
            papers: Slots::fill(papers),
            ..Register::default()
        };
        register.extend_families(families);
        register
    }

    /// Adds stored families after the present slots.
    pub fn extend_families(&mut self, families: Vec<Family>) {
        for family in families {
            let slot = self.families.len() as u32;
            self.family_slots.insert(family.id, slot);
            self.homes.extend(family.members.iter().map(|person| (person.id, slot)));
            self.families.push(family);
            self.count(slot, 1);
        }
    }

    /// All family slots, removed ones too.
    pub fn slots(&self) -> &[Family] {
        &self.families
    }

    /// Families that are in the register, with their slots.
    pub fn families(&self) -> impl Iterator<Item = &Family> {
        self.families.iter().filter(|family| !family.removed)
    }

    /// A family by id, removed or not.
    pub fn family(&self, id: Id) -> Option<&Family> {
        self.family_slots.get(&id).map(|slot| &self.families[*slot as usize])
    }

    /// The slot of a family.
    pub fn family_slot(&self, id: Id) -> Option<u32> {
        self.family_slots.get(&id).copied()
    }

    /// A person and the family that the person belongs to, removed or not.
    pub fn person(&self, id: Id) -> Option<(&Family, &Person)> {
        let family = &self.families[*self.homes.get(&id)? as usize];
        family.member(id).map(|person| (family, person))
    }

    /// The family slot of a person.
    pub fn home_slot(&self, person: Id) -> Option<u32> {
        self.homes.get(&person).copied()
    }

    /// Persons who belong to the stock at `at`, with their families.
    pub fn residents(&self, at: Date) -> impl Iterator<Item = (&Family, &Person)> {
        self.families().flat_map(move |family| {
            family.members.iter().filter(move |person| person.resident_at(at)).map(move |person| (family, person))
        })
    }

    /// Number of families in the register.
    pub fn n_families(&self) -> u32 {
        self.n_families
    }

    /// Number of active persons (not removed, living here today).
    pub fn n_persons(&self) -> u32 {
        self.n_persons
    }

    /// Vital events that stand.
    pub fn events(&self) -> impl Iterator<Item = &VitalEvent> {
        self.events.live()
    }

    /// Decisions on findings that stand.
    pub fn decisions(&self) -> impl Iterator<Item = &Decision> {
        self.decisions.live()
    }

    /// Help that stands.
    pub fn helps(&self) -> impl Iterator<Item = &Help> {
        self.helps.live()
    }

    /// Papers of a kind that stand, in the order in which they were first kept.
    pub fn papers(&self, kind: &str) -> impl Iterator<Item = &Paper> {
        self.papers.live().filter(move |paper| paper.kind.text() == kind)
    }

    /// The paper of this kind and key that stands.
    pub fn paper(&self, kind: &str, key: &str) -> Option<&Paper> {
        self.papers(kind).find(|paper| paper.key.text() == key)
    }

    /// All event slots.
    pub fn event_slots(&self) -> &[VitalEvent] {
        &self.events.items
    }

    /// All decision slots.
    pub fn decision_slots(&self) -> &[Decision] {
        &self.decisions.items
    }

    /// All help slots.
    pub fn help_slots(&self) -> &[Help] {
        &self.helps.items
    }

    /// All paper slots.
    pub fn paper_slots(&self) -> &[Paper] {
        &self.papers.items
    }

    /// The value of a field of a record.
    pub fn value(&self, kind: RecordKind, id: Id, field: u16) -> Option<Value> {
        Some(match kind {
            RecordKind::Profile => self.profile.get(field),
            RecordKind::Family => self.family(id)?.own.get(field),
            RecordKind::Person => self.person(id)?.1.get(field),
            RecordKind::Event => self.events.get(id)?.get(field),
            RecordKind::Decision => self.decisions.get(id)?.get(field),
            RecordKind::Help => self.helps.get(id)?.get(field),
            RecordKind::Paper => self.papers.get(id)?.get(field),
        })
    }

    /// True where a record of this kind and identity exists and is not removed.
    pub fn has(&self, kind: RecordKind, id: Id) -> bool {
        match kind {
            RecordKind::Profile => true,
            RecordKind::Family => self.family(id).is_some_and(|family| !family.removed),
            RecordKind::Person => self.person(id).is_some_and(|(_, person)| !person.removed),
            RecordKind::Event => self.events.get(id).is_some_and(|record| !record.removed),
            RecordKind::Decision => self.decisions.get(id).is_some_and(|record| !record.removed),
            RecordKind::Help => self.helps.get(id).is_some_and(|record| !record.removed),
            RecordKind::Paper => self.papers.get(id).is_some_and(|record| !record.removed),
        }
    }

    /// Applies changes in order and tells what became dirty. Where one does not fit, those before it are taken back and the
    /// register stands as it was.
    pub fn apply_all(&mut self, changes: &[Change]) -> Result<Dirty, ApplyError> {
        let mut dirty = Dirty::default();
        for (done, change) in changes.iter().enumerate() {
            if let Err(error) = self.apply(change, &mut dirty) {
                self.take_back(&changes[..done]);
                return Err(error);
            }
        }
        Ok(dirty)
    }

    /// Takes applied changes back, the last first; what they created is forgotten, so that no slot is left of it.
    pub fn take_back(&mut self, changes: &[Change]) {
        let mut dirty = Dirty::default();
        for change in changes.iter().rev() {
            // The inverse of a change that was applied always fits.
            let _ = self.apply(&change.inverse(), &mut dirty);
            if matches!(change.what, What::Created { .. }) {
                self.forget(change.record);
            }
        }
    }

    /// Drops a removed record that stands in the last slot, where it was just created.
    fn forget(&mut self, RecordRef { kind, id }: RecordRef) {
        match kind {
            RecordKind::Profile => {}
            RecordKind::Family => {
                if self.families.pop_if(|family| family.own.id == id).is_some() {
                    self.family_slots.remove(&id);
                }
            }
            RecordKind::Person => {
                let home = self.home_slot(id).and_then(|slot| self.families.get_mut(slot as usize));
                if home.is_some_and(|family| family.members.pop_if(|person| person.id == id).is_some()) {
                    self.homes.remove(&id);
                }
            }
            RecordKind::Event => self.events.forget(id),
            RecordKind::Decision => self.decisions.forget(id),
            RecordKind::Help => self.helps.forget(id),
            RecordKind::Paper => self.papers.forget(id),
        }
    }

    fn apply(&mut self, change: &Change, dirty: &mut Dirty) -> Result<(), ApplyError> {
        let id = change.record.id;
        match change.record.kind {
            RecordKind::Profile => {
                match &change.what {
                    What::Created { fields, .. } => create(&mut self.profile, fields),
                    what => alter(&mut self.profile, what)?,
                }
                dirty.profile = true;
            }
            RecordKind::Family => {
                let slot = match (&change.what, self.family_slot(id)) {
                    (What::Created { .. }, None) => {
                        let mut family = Family::default();
                        family.own.id = id;
                        family.own.removed = true;
                        self.families.push(family);
                        let slot = self.families.len() as u32 - 1;
                        self.family_slots.insert(id, slot);
                        slot
                    }
                    (_, Some(slot)) => slot,
                    _ => return Err(ApplyError::NoSuchRecord),
                };
                self.count(slot, -1);
                let own = &mut self.families[slot as usize].own;
                let done = match &change.what {
                    What::Created { fields, .. } => {
                        create(own, fields);
                        Ok(())
                    }
                    what => alter(own, what),
                };
                self.count(slot, 1);
                done?;
                dirty.families.insert(slot);
            }
            RecordKind::Person => self.apply_person(id, &change.what, dirty)?,
            RecordKind::Event => {
                dirty.events.insert(self.events.apply(id, &change.what)?);
            }
            RecordKind::Decision => {
                dirty.decisions.insert(self.decisions.apply(id, &change.what)?);
            }
            RecordKind::Help => {
                dirty.helps.insert(self.helps.apply(id, &change.what)?);
            }
            RecordKind::Paper => {
                dirty.papers.insert(self.papers.apply(id, &change.what)?);
            }
        }
        Ok(())
    }

    fn apply_person(&mut self, id: Id, what: &What, dirty: &mut Dirty) -> Result<(), ApplyError> {
        if let What::Moved { to, .. } = what {
            let from = self.home_slot(id).ok_or(ApplyError::NoSuchRecord)?;
            let to = self.family_slot(*to).ok_or(ApplyError::NoSuchRecord)?;
            self.count(from, -1);
            self.count(to, -1);
            let members = &mut self.families[from as usize].members;
            if let Some(at) = members.iter().position(|person| person.id == id) {
                let person = members.remove(at);
                self.families[to as usize].members.push(person);
                self.homes.insert(id, to);
            }
            self.count(from, 1);
            self.count(to, 1);
            dirty.families.extend([from, to]);
            return Ok(());
        }
        let slot = match (what, self.home_slot(id)) {
            (_, Some(slot)) => slot,
            (What::Created { parent: Some(parent), .. }, None) => {
                self.family_slot(*parent).ok_or(ApplyError::NoSuchRecord)?
            }
            _ => return Err(ApplyError::NoSuchRecord),
        };
        self.count(slot, -1);
        let members = &mut self.families[slot as usize].members;
        let done = match (what, members.iter().position(|person| person.id == id)) {
            (What::Created { fields, .. }, at) => {
                let at = at.unwrap_or_else(|| {
                    members.push(Person::with_id(id));
                    members.len() - 1
                });
                create(&mut members[at], fields);
                Ok(())
            }
            (what, Some(at)) => alter(&mut members[at], what),
            (_, None) => Err(ApplyError::NoSuchRecord),
        };
        self.homes.insert(id, slot);
        self.count(slot, 1);
        dirty.families.insert(slot);
        done
    }

    /// Adds (+1) or takes off (−1) a family slot from the counts.
    fn count(&mut self, slot: u32, sign: i32) {
        let family = &self.families[slot as usize];
        if !family.removed {
            let n_active = family.active().count() as i32;
            self.n_families = self.n_families.wrapping_add_signed(sign);
            self.n_persons = self.n_persons.wrapping_add_signed(sign * n_active);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{family_field, person_field};
    use super::*;

    fn id(n: u64) -> Id {
        Id::new(n, [n as u8; 10])
    }

    #[test]
    fn changes_move_the_register_and_can_be_taken_back() {
        let mut register = Register::default();
        let text = |t: &str| Value::Text(t.into());
        let changes = [
            Change::created(RecordKind::Family, id(1), None, vec![(family_field::rt, text("3"))]),
            Change::created(RecordKind::Person, id(2), Some(id(1)), vec![(person_field::name, text("Rahmadi"))]),
            Change::set(RecordKind::Person, id(2), person_field::name, text("Rahmadi"), text("Rahmad")),
        ];
        let dirty = register.apply_all(&changes).unwrap();
        assert_eq!(dirty.families.into_iter().collect::<Vec<_>>(), [0]);
        assert_eq!((register.n_families(), register.n_persons()), (1, 1));
        assert_eq!(register.family(id(1)).unwrap().title(), "Rahmad");
        register.take_back(&changes);
        assert_eq!((register.n_families(), register.n_persons()), (0, 0));
        assert!(register.slots().is_empty() && register.family(id(1)).is_none() && register.person(id(2)).is_none());
        register.apply_all(&changes).unwrap();
        assert_eq!((register.n_families(), register.n_persons()), (1, 1));
    }

    #[test]
    fn a_change_that_does_not_fit_leaves_everything_as_it_was() {
        let mut register = Register::default();
        let changes = [
            Change::created(RecordKind::Family, id(1), None, vec![]),
            Change::set(RecordKind::Family, id(1), family_field::water, Value::Missing, Value::Number(3)),
        ];
        assert_eq!(register.apply_all(&changes), Err(ApplyError::WrongKind));
        assert_eq!(register.n_families(), 0);
    }
}
