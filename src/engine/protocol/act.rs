//! Requests of use: target lists, help given. Lists carry names: they are for officers, never for the board.

use crate::base::region::Area;
use crate::base::{Date, Id};
use crate::present::Table;
use serde::{Deserialize, Serialize};

/// Asks for the counts of all target lists, at the village's reference date.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetTargets {
    /// Area; empty parts mean all.
    pub area: Area,
}

/// The target lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetsView {
    /// Reference date.
    pub at: Date,
    /// Each list with its count.
    pub lists: Vec<TargetHead>,
}

/// A target list without its rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetHead {
    /// Stable key.
    pub list: String,
    /// Title.
    pub title: String,
    /// What the list is for, and for what not.
    pub purpose: String,
    /// Rows.
    pub count: u32,
    /// Rows that help has reached already.
    pub helped: u32,
    /// Of how many.
    pub universe: u32,
    /// Count, universe and whom it is in words.
    pub part: String,
    /// The share as it is read, with `%`; `–` of nobody.
    pub share: String,
    /// Cannot be judged for want of an answer.
    pub not_known: u32,
    /// The same in words; empty where none.
    pub not_known_words: String,
    /// Edition of the rule set; empty where the rule has none.
    pub edition: String,
    /// The rule, its edition, date and source in words.
    pub rules: String,
}

/// Asks for one list.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetTarget {
    /// Key of the list.
    pub list: String,
    /// Area; empty parts mean all.
    pub area: Area,
    /// First row.
    pub from: u32,
    /// Rows at most.
    pub limit: u32,
}

/// A list with a page of its rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetPage {
    /// The list.
    pub head: TargetHead,
    /// Reference date.
    pub at: Date,
    /// Today: the first guess for the date of help.
    pub today: Date,
    /// Counts by RT.
    pub by_rt: Table,
    /// Rows from `from` on.
    pub rows: Vec<TargetRow>,
}

/// A family or person on a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetRow {
    /// The family.
    pub family: Id,
    /// The person, in lists of persons.
    pub person: Option<Id>,
    /// Name of the head, or of the person.
    pub who: String,
    /// Relation, sex and age, in lists of persons; else empty.
    pub line: String,
    /// Where, in words.
    pub place: String,
    /// Address and house number; empty where not known.
    pub address: String,
    /// Why it is on the list.
    pub why: Vec<String>,
    /// What stands beside: answers not known, decile.
    pub remarks: Vec<String>,
    /// The last help that reached it from this list.
    pub helped: Option<HelpView>,
}

/// Help that was noted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HelpView {
    /// Date of the help.
    pub on: Date,
    /// Note, or empty.
    pub note: String,
    /// Who noted it.
    pub by: String,
}

/// Notes help that reached a family or person ("sudah dibantu").
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NoteHelp {
    /// Key of the list.
    pub list: String,
    /// The family.
    pub family: Id,
    /// The person, in lists of persons.
    pub person: Option<Id>,
    /// Date of the help, not in the future.
    pub on: Date,
    /// Note, or empty.
    pub note: String,
}
