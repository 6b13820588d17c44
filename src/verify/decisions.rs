//! Decisions of people on findings: "sesuai dokumen", with a reason. A decision holds while rule, records and weighed values
//! stay the same; when they change, the rule asks again.

use super::findings::rule_of;
use super::out::Found;
use crate::base::{Date, Id, Value};
use crate::register::{Change, Decision, RecordKind, RecordRef, Register, decision_field as d};

/// Decisions by fingerprint.
#[derive(Debug, Default)]
pub struct Accepted {
    slots: rustc_hash::FxHashMap<u64, u32>,
}

impl Accepted {
    /// Reads the decisions that stand.
    pub fn read(register: &Register) -> Accepted {
        let slots = register.decision_slots().iter().enumerate().filter(|(_, decision)| !decision.removed);
        let by_sum = slots.filter_map(|(slot, decision)| {
            u64::from_str_radix(decision.fingerprint.text(), 16).ok().map(|sum| (sum, slot as u32))
        });
        Accepted { slots: by_sum.collect() }
    }

    /// True where nobody has decided anything.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The slot of the decision on a finding, where there is one.
    pub fn decision(&self, fingerprint: u64) -> Option<u32> {
        if self.slots.is_empty() { None } else { self.slots.get(&fingerprint).copied() }
    }

    /// The decision on a finding, where there is one.
    pub fn of<'a>(&self, register: &'a Register, fingerprint: u64) -> Option<&'a Decision> {
        self.decision(fingerprint).map(|slot| &register.decision_slots()[slot as usize])
    }
}

/// A fingerprint as decisions keep it.
pub fn fingerprint_text(fingerprint: u64) -> String {
    format!("{fingerprint:016x}")
}

/// The change that records a decision.
pub fn decide(
    id: Id,
    found: &Found,
    subject: RecordRef,
    family: Option<Id>,
    reason: &str,
    by: &str,
    today: Date,
) -> Change {
    let text = |text: &str| if text.trim().is_empty() { Value::Missing } else { Value::Text(text.trim().into()) };
    let fields = [
        (d::rule, text(rule_of(found).code)),
        (d::subject, Value::Link(subject.id)),
        (d::fingerprint, Value::Text(fingerprint_text(found.fingerprint))),
        (d::reason, text(reason)),
        (d::by, text(by)),
        (d::on, Value::Date(today)),
        (d::family, family.map_or(Value::Missing, Value::Link)),
    ];
    let fields = fields.into_iter().filter(|(_, value)| !value.is_missing()).collect();
    Change::created(RecordKind::Decision, id, None, fields)
}
