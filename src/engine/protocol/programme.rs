//! Requests of use that only read: composed target lists, and what grows on them. Lists carry names: they are for officers,
//! never for the board.

pub use crate::act::compose::{Composition, Condition, Group, Weight};

use crate::base::region::Area;
use crate::base::{Date, Id};
use serde::{Deserialize, Serialize};

/// Asks what conditions can ask.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ConditionTopics;

/// Something that a condition can ask, in the user's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TopicView {
    /// Stable name.
    pub id: String,
    /// In words.
    pub label: String,
    /// Of a person, else of a family.
    pub of_person: bool,
    /// A number, asked by a range.
    pub is_number: bool,
    /// Answers that can be chosen: key and words.
    pub answers: Vec<(String, String)>,
}

/// Asks for the ready-made and the kept lists with their counts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ListComposed {
    /// Area; empty parts mean all.
    pub area: Area,
}

/// A composed list without its rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ComposedHead {
    /// Key.
    pub key: String,
    /// Title.
    pub title: String,
    /// The list in a sentence; of a paper that cannot be read, that it cannot.
    pub sentence: String,
    /// Kept by the village, else ready-made.
    pub kept: bool,
    /// The paper cannot be read.
    pub damaged: bool,
    /// Rows.
    pub count: u32,
    /// Count and universe in words.
    pub part: String,
}

/// Asks for a list to change: ready-made or kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetComposition {
    /// Key.
    pub key: String,
}

/// A list to change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeptComposition {
    /// Title.
    pub title: String,
    /// Kept by the village, else ready-made.
    pub kept: bool,
    /// The list.
    pub composition: Composition,
}

/// Weighs a composition: counts, and a page of rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Compose {
    /// The composition.
    pub composition: Composition,
    /// Area; empty parts mean all.
    pub area: Area,
    /// First row.
    pub from: u32,
    /// Rows at most.
    pub limit: u32,
}

/// A composition weighed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ComposedPage {
    /// Reference date.
    pub at: Date,
    /// The list in a sentence.
    pub sentence: String,
    /// What is wrong with it; nothing is weighed then.
    pub wrong: Vec<String>,
    /// As it is kept, JSON; empty where something is wrong.
    pub body: String,
    /// Rows in all.
    pub count: u32,
    /// Count, universe and share in words.
    pub part: String,
    /// Those that cannot be told, in words; empty where none.
    pub not_known: String,
    /// Each group in words, with what it leaves.
    pub steps: Vec<StepView>,
    /// Each weight in words.
    pub weights: Vec<String>,
    /// The rows.
    pub rows: Vec<ComposedRow>,
}

/// A group of a composition, in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StepView {
    /// Each of its conditions in words, with how many it holds of alone.
    pub conditions: Vec<(String, String)>,
    /// What it leaves.
    pub left: String,
}

/// A row of a composed list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ComposedRow {
    /// The family.
    pub family: Id,
    /// Name of the head, or of the person.
    pub who: String,
    /// Where, and why it is on the list.
    pub line: String,
    /// Points in all.
    pub points: u32,
    /// What the points are for; empty without weights.
    pub why_here: String,
}

/// Asks for a ready-made or kept list as a target list, with what is noted of help.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetComposed {
    /// Key of the list.
    pub list: String,
    /// Area; empty parts mean all.
    pub area: Area,
    /// First row.
    pub from: u32,
    /// Rows at most.
    pub limit: u32,
}
