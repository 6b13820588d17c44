//! Slots of the smaller records (events, decisions, help) and how a change moves one record. Knows no register.

use super::Record;
use super::change::What;
use super::snapshot::IdMap;
use crate::base::{Id, Value};

/// Records in slots that never move, with an index by identity.
#[derive(Debug)]
pub(super) struct Slots<R> {
    pub(super) items: Vec<R>,
    by_id: IdMap<u32>,
}

impl<R> Default for Slots<R> {
    fn default() -> Self {
        Slots { items: Vec::new(), by_id: IdMap::default() }
    }
}

impl<R: Record> Slots<R> {
    pub(super) fn fill(items: Vec<R>) -> Self {
        let by_id = items.iter().enumerate().map(|(slot, record)| (record.id(), slot as u32)).collect();
        Slots { items, by_id }
    }

    pub(super) fn get(&self, id: Id) -> Option<&R> {
        self.by_id.get(&id).map(|slot| &self.items[*slot as usize])
    }

    pub(super) fn live(&self) -> impl Iterator<Item = &R> {
        self.items.iter().filter(|record| !record.removed())
    }

    pub(super) fn apply(&mut self, id: Id, what: &What) -> Result<u32, ApplyError> {
        if let What::Created { fields, .. } = what {
            let slot = *self.by_id.entry(id).or_insert_with(|| {
                self.items.push(R::with_id(id));
                self.items.len() as u32 - 1
            });
            create(&mut self.items[slot as usize], fields);
            return Ok(slot);
        }
        let slot = *self.by_id.get(&id).ok_or(ApplyError::NoSuchRecord)?;
        alter(&mut self.items[slot as usize], what)?;
        Ok(slot)
    }

    /// Drops the record if it stands in the last slot.
    pub(super) fn forget(&mut self, id: Id) {
        if self.items.pop_if(|record| record.id() == id).is_some() {
            self.by_id.remove(&id);
        }
    }
}

/// Brings a record (back) into being with these fields.
pub(super) fn create<R: Record>(record: &mut R, fields: &[(u16, Value)]) {
    record.set_removed(false);
    for (tag, value) in fields {
        record.set(*tag, value.clone());
    }
}

/// Alters a record that is there.
pub(super) fn alter<R: Record>(record: &mut R, what: &What) -> Result<(), ApplyError> {
    match what {
        What::Set { field, new, .. } => {
            if !record.set(*field, new.clone()) {
                return Err(ApplyError::WrongKind);
            }
        }
        What::Removed => record.set_removed(true),
        What::Restored => record.set_removed(false),
        What::Created { .. } | What::Moved { .. } => return Err(ApplyError::WrongKind),
    }
    Ok(())
}

/// Why a change cannot be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplyError {
    /// It names a record that is not here.
    NoSuchRecord,
    /// The value does not fit the field, or the change does not fit the record.
    WrongKind,
}
