//! Target lists composed of conditions: groups of which all must hold, each of conditions of which one is enough; weights
//! that put the rows in order. A condition holds, does not, or cannot be told: only what is known to hold lists anybody.

mod check;
mod ground;
mod judged;
mod list;
mod ready;
mod sentence;
mod topics;

pub use check::{MOST_CONDITIONS, MOST_GROUPS, MOST_POINTS, check};
pub use ground::{Ground, Subject};
pub use list::{Composed, Listed, Step, compose, each};
pub use ready::{READY, Ready, ready};
pub use sentence::{condition_words, reason_words, sentence};
pub use topics::{AnswerRow, NO_ANSWER_KEY, Told, Topic, topic, topics};

use crate::register::Register;
use serde::{Deserialize, Serialize};

/// The kind of paper that keeps a composed list: its body is a [`Composition`] as JSON.
pub const PAPER: &str = "syarat";

/// The kind of paper that keeps an intervention.
pub const PROGRAMME: &str = "program";

/// A list as it is composed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Composition {
    /// Lists persons, else families.
    pub of_persons: bool,
    /// All of these must hold.
    pub groups: Vec<Group>,
    /// What puts a row before another.
    pub weights: Vec<Weight>,
}

/// One of these is enough.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// The conditions.
    pub any: Vec<Condition>,
}

/// A condition on a topic. In a list of families, a topic of persons asks whether a member is such.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// Name of the topic.
    pub topic: String,
    /// One of these answers, by key; none where the topic is a number.
    pub answers: Vec<String>,
    /// A number from here on.
    pub from: Option<f64>,
    /// A number up to here.
    pub to: Option<f64>,
    /// Of a topic of persons: in these ages alone, completed years.
    pub ages: Option<(u8, u8)>,
    /// Turned round: none of the answers, outside the range, no such member.
    pub not: bool,
}

/// Points for a condition that holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Weight {
    /// The condition.
    pub condition: Condition,
    /// Points, 1 to 10.
    pub points: u8,
}

/// The composition of this name: one that was kept, the list of an intervention, else a ready-made one. A paper that cannot
/// be read gives nothing.
pub fn named(register: &Register, key: &str) -> Option<Composition> {
    if let Some(paper) = register.paper(PROGRAMME, key) {
        let programme: super::programme::Programme = serde_json::from_str(paper.body.text()).ok()?;
        return register.paper(PROGRAMME, &programme.list).is_none().then(|| named(register, &programme.list))?;
    }
    match register.paper(PAPER, key) {
        Some(paper) => serde_json::from_str(paper.body.text()).ok(),
        None => ready(key).map(|ready| (ready.composition)()),
    }
}

/// Ages a condition looks at.
pub(super) fn in_ages(ages: Option<(u8, u8)>, age: Option<i32>) -> Option<bool> {
    match (ages, age) {
        (None, _) => Some(true),
        (Some(_), None) => None,
        (Some((from, to)), Some(age)) => Some((i32::from(from)..=i32::from(to)).contains(&age)),
    }
}

/// True where help can be noted for a list of this name: a composed one, a ready-made one, or an intervention.
pub fn is_list(register: &Register, key: &str) -> bool {
    ready::KEYS.contains(&key) || register.paper(PAPER, key).is_some() || register.paper(PROGRAMME, key).is_some()
}
