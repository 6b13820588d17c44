//! Which slots of the register a change touched.

use super::Register;
use std::collections::BTreeSet;

/// Slots that changed: what storage has to write and what findings have to look at again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dirty {
    /// The profile changed.
    pub profile: bool,
    /// Family slots.
    pub families: BTreeSet<u32>,
    /// Event slots.
    pub events: BTreeSet<u32>,
    /// Decision slots.
    pub decisions: BTreeSet<u32>,
    /// Help slots.
    pub helps: BTreeSet<u32>,
    /// Paper slots.
    pub papers: BTreeSet<u32>,
}

impl Dirty {
    /// Everything that a register holds.
    pub fn everything(register: &Register) -> Dirty {
        let all = |n: usize| (0..n as u32).collect();
        Dirty {
            profile: true,
            families: all(register.slots().len()),
            events: all(register.event_slots().len()),
            decisions: all(register.decision_slots().len()),
            helps: all(register.help_slots().len()),
            papers: all(register.paper_slots().len()),
        }
    }
}
