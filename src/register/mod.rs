//! The register: families, persons, events and what is said about them. Commands become changes, changes move the register,
//! and every change can be taken back. Knows `base` and `lang`; knows nothing of storage, files or screens.

#[macro_use]
mod macros;

mod act_words;
pub mod change;
pub mod command;
pub mod dirty;
pub mod encode;
pub mod family;
pub mod notes;
pub mod person;
pub mod profile;
pub mod sections;
mod slots;
pub mod snapshot;

pub use change::{Act, ActKind, Actor, Change, RecordKind, RecordRef, Role, Stamp, What};
pub use family::{Family, family_field};
pub use notes::{Decision, Help, Paper, VitalEvent, decision_field, event_field, help_field, paper_field};
pub use person::{Person, person_field};
pub use profile::{Profile, profile_field};
pub use snapshot::Register;

use crate::base::value::Kind;
use crate::base::{Id, Value};
use crate::lang::Lang;

/// Schema number of stored records. A newer number is refused, an older one is migrated after a backup was offered.
pub const SCHEMA: u16 = 1;

/// One field of a record: its number in storage, key in packages, labels, kind and help.
#[derive(Clone, Copy, Debug)]
pub struct FieldInfo {
    /// Stable number.
    pub tag: u16,
    /// Key in packages and mappings.
    pub key: &'static str,
    /// Indonesian label.
    pub id: &'static str,
    /// English label.
    pub en: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Help beside the field, Indonesian and English.
    pub help: Option<(&'static str, &'static str)>,
}

impl FieldInfo {
    /// Label in a language.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.id, self.en)
    }
}

/// A record whose fields can be read and written by number.
pub trait Record: Sized + Default {
    /// Its fields.
    const FIELDS: &'static [FieldInfo];
    /// An empty record.
    fn with_id(id: Id) -> Self;
    /// Its identity.
    fn id(&self) -> Id;
    /// Taken out of the register?
    fn removed(&self) -> bool;
    /// Takes it out, or back in.
    fn set_removed(&mut self, removed: bool);
    /// A field's value.
    fn get(&self, tag: u16) -> Value;
    /// Sets a field; false where the value is of another kind (nothing changes then).
    fn set(&mut self, tag: u16, value: Value) -> bool;
    /// Calls `each` for every field that is not missing, in the order of the catalogue.
    fn filled(&self, each: &mut dyn FnMut(u16, Value));

    /// All fields that are not missing.
    fn fields(&self) -> Vec<(u16, Value)> {
        let mut out = Vec::new();
        self.filled(&mut |tag, value| out.push((tag, value)));
        out
    }
}

/// The field with this number.
pub fn field(fields: &'static [FieldInfo], tag: u16) -> Option<&'static FieldInfo> {
    fields.iter().find(|field| field.tag == tag)
}

/// The field with this key.
pub fn field_by_key(fields: &'static [FieldInfo], key: &str) -> Option<&'static FieldInfo> {
    fields.iter().find(|field| field.key == key)
}
