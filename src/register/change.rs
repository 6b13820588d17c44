//! Changes: what a command does to the register, a field at a time, keeping what it replaced. Each act carries a hybrid
//! logical clock, the device and the person who did it. The log of acts is the audit trail, the undo, and the ground of
//! merging.

use crate::base::{Id, Value};
use serde::{Deserialize, Serialize};

/// A kind of record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RecordKind {
    /// The village profile; one a register.
    Profile,
    /// A family.
    Family,
    /// A person; its parent is a family.
    Person,
    /// A vital event.
    Event,
    /// A decision on a finding.
    Decision,
    /// Help that reached someone.
    Help,
    /// A paper of the village.
    Paper,
}

/// One record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordRef {
    /// Kind of the record.
    pub kind: RecordKind,
    /// Its identity.
    pub id: Id,
}

/// What happened to one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// It came into being with these fields (field number, value).
    Created {
        /// The family, for a person.
        parent: Option<Id>,
        /// Its first fields.
        fields: Vec<(u16, Value)>,
    },
    /// One field took another value.
    Set {
        /// Field number.
        field: u16,
        /// The value that was replaced.
        old: Value,
        /// The value that stands now.
        new: Value,
    },
    /// It was taken out of the register; its fields are kept.
    Removed,
    /// It was put back.
    Restored,
    /// A person went from one family to another.
    Moved {
        /// The family that the person left.
        from: Id,
        /// The family that the person joined.
        to: Id,
    },
}

/// One change of one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The record.
    pub record: RecordRef,
    /// What happened.
    pub what: What,
}

impl Change {
    /// A new record.
    pub fn created(kind: RecordKind, id: Id, parent: Option<Id>, fields: Vec<(u16, Value)>) -> Change {
        Change { record: RecordRef { kind, id }, what: What::Created { parent, fields } }
    }

    /// A field that takes another value.
    pub fn set(kind: RecordKind, id: Id, field: u16, old: Value, new: Value) -> Change {
        Change { record: RecordRef { kind, id }, what: What::Set { field, old, new } }
    }

    /// A record that is taken out.
    pub fn removed(kind: RecordKind, id: Id) -> Change {
        Change { record: RecordRef { kind, id }, what: What::Removed }
    }

    /// The change that takes this one back.
    pub fn inverse(&self) -> Change {
        let what = match &self.what {
            What::Created { .. } | What::Restored => What::Removed,
            What::Removed => What::Restored,
            What::Set { field, old, new } => What::Set { field: *field, old: new.clone(), new: old.clone() },
            What::Moved { from, to } => What::Moved { from: *to, to: *from },
        };
        Change { record: self.record, what }
    }
}

/// Hybrid logical clock with the device: orders acts of several devices without a server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// Wall clock in milliseconds since 1970, never running backwards.
    pub wall_ms: u64,
    /// Counts acts within one millisecond.
    pub counter: u32,
    /// The device.
    pub device: Id,
}

impl Stamp {
    /// The next stamp of this device at the wall time `now_ms`.
    pub fn next(self, now_ms: u64) -> Stamp {
        if now_ms > self.wall_ms {
            Stamp { wall_ms: now_ms, counter: 0, ..self }
        } else {
            Stamp { counter: self.counter + 1, ..self }
        }
    }
}

/// The part that the person using the device plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Kader pendata: collects.
    #[default]
    Kader,
    /// Operator desa: merges, verifies, makes tables.
    Operator,
    /// Kepala desa or leader: reads and decides.
    Leader,
    /// Trainer of BPS, BKKBN or PMD.
    Trainer,
}

/// The person using the device, as they call themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
}

/// What an act was, for the history and its undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActKind {
    /// The village profile was set.
    SetProfile,
    /// A family was begun.
    AddFamily,
    /// A person was added.
    AddPerson,
    /// A field was filled or changed.
    Edit,
    /// A family's state was set.
    SetState,
    /// A family or person was taken out.
    Remove,
    /// A birth was recorded.
    Birth,
    /// A death was recorded.
    Death,
    /// Someone moved in.
    MoveIn,
    /// Someone moved out.
    MoveOut,
    /// A file was imported.
    Import,
    /// A package was brought in.
    Restore,
    /// A finding was accepted with a reason.
    Decide,
    /// Help was noted.
    NoteHelp,
    /// The sample village was made.
    Sample,
    /// Another act was taken back.
    Undo,
    /// The acceptance of a finding was withdrawn.
    Withdraw,
    /// A paper was kept.
    KeepPaper,
    /// A paper was thrown away.
    DropPaper,
}

/// One act: one command of one person, applied whole or not at all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Act {
    /// Identity.
    pub id: Id,
    /// When and on which device.
    pub stamp: Stamp,
    /// Who.
    pub actor: Actor,
    /// What kind of act.
    pub kind: ActKind,
    /// The changes, in order.
    pub changes: Vec<Change>,
    /// The act that this one takes back.
    pub undoes: Option<Id>,
}
