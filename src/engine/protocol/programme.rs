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

/// Reads a receivers' file, which comes with the request.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OpenReceivers {
    /// Name of the file.
    pub name: String,
}

/// A receivers' file that was read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReceiversFile {
    /// What was read, in words.
    pub line: String,
    /// Rows.
    pub rows: u32,
}

/// Compares the receivers that were read with a list.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CompareReceivers {
    /// Key of the list.
    pub list: String,
    /// Area; empty parts mean all.
    pub area: Area,
}

/// The comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReachView {
    /// Need by reach.
    pub table: crate::present::Table,
    /// Rates with numerator and denominator, and what was not matched.
    pub lines: Vec<String>,
    /// In need and missed.
    pub missed: u32,
    /// Reached without need.
    pub without_need: u32,
    /// Rows that were not matched.
    pub unmatched: u32,
    /// Names may be seen by who uses the device.
    pub by_name: bool,
}

/// Who of a comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReachPart {
    /// In need and missed.
    #[default]
    Missed,
    /// Reached without need.
    WithoutNeed,
    /// Rows that were not matched.
    Unmatched,
}

/// Asks for names of a comparison.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ListReach {
    /// Key of the list.
    pub list: String,
    /// Area; empty parts mean all.
    pub area: Area,
    /// Who.
    pub part: ReachPart,
    /// First row.
    pub from: u32,
    /// Rows at most.
    pub limit: u32,
}

/// Names of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReachPage {
    /// All rows.
    pub total: u32,
    /// Rows: the family, where there is one, name, and a line.
    pub rows: Vec<(Option<Id>, String, String)>,
}

/// Asks for the table of a comparison as a workbook; the file comes with the reply.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ReachWorkbook {
    /// The comparison.
    pub compare: CompareReceivers,
}

pub use crate::act::output::Output;
pub use crate::act::programme::{Before, Programme};

/// Checks what is to leave by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CheckOutput {
    /// What leaves.
    pub output: Output,
}

/// A paper as it would be kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadyPaper {
    /// What is wrong, in sentences.
    pub wrong: Vec<String>,
    /// The body to keep; empty where something is wrong.
    pub body: String,
    /// The title to keep.
    pub title: String,
}

/// Asks for a list by name as a file; its note must be kept already.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GiveList {
    /// Key of the note.
    pub note: String,
    /// Area; empty parts mean all.
    pub area: Area,
}

/// Asks for a list's counts by RT for everybody, small counts hidden, as a workbook.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PublicCounts {
    /// Key of the list.
    pub list: String,
}

/// Asks for all that left by name, the newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct OutputLog;

/// Asks what an intervention can be made of.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ProgrammeChoices;

/// Keys and words of the choices of an intervention.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProgrammeForm {
    /// Fields of planning.
    pub fields: Vec<(String, String)>,
    /// Sources of money.
    pub sources: Vec<(String, String)>,
    /// How far it is.
    pub states: Vec<(String, String)>,
    /// Target lists.
    pub lists: Vec<(String, String)>,
    /// Indicators.
    pub indicators: Vec<(String, String)>,
}

/// Checks an intervention; the figures at the start are filled in where they are not yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CheckProgramme {
    /// Name.
    pub title: String,
    /// The intervention.
    pub programme: Programme,
}

/// Asks for all interventions.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ListProgrammes;

/// An intervention in a list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProgrammeRow {
    /// Key.
    pub key: String,
    /// Name.
    pub title: String,
    /// State, source of money, cost, in words.
    pub line: String,
    /// How many were helped, in words.
    pub reached: String,
    /// The paper cannot be read.
    pub damaged: bool,
}

/// Asks for an intervention.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetProgramme {
    /// Key.
    pub key: String,
}

/// An intervention with its outcome.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProgrammeView {
    /// Name.
    pub title: String,
    /// The intervention.
    pub programme: Programme,
    /// How many were helped, in words.
    pub reached: String,
    /// On the list now, in words; empty without a list.
    pub on_list: String,
    /// Indicators before and now; nothing where none was kept.
    pub outcome: Option<crate::present::Table>,
    /// What to bear in mind.
    pub cautions: Vec<String>,
}

/// Asks for the sheet of village planning.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PlanningSheet;

/// Asks for it as a workbook; the file comes with the reply.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PlanningWorkbook;

pub use crate::act::ranking::Decision as IssueDecision;

/// Asks for the indicators ranked by how much they ask for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RankIssues;

/// Indicators ranked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RankedView {
    /// Those that stand, the weightiest first; what was added comes after.
    pub issues: Vec<RankedRow>,
    /// Those that were taken off.
    pub out: Vec<RankedRow>,
    /// Indicators that may be added.
    pub indicators: Vec<(String, String)>,
    /// Who uses the device may decide.
    pub may_decide: bool,
}

/// An indicator with its reasoning.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RankedRow {
    /// Id of the indicator.
    pub indicator: String,
    /// Name.
    pub title: String,
    /// The reasoning, in sentences.
    pub why: Vec<String>,
    /// What can be done; empty where the app knows no recommendation.
    pub advice: String,
    /// Where the recommendation comes from.
    pub advice_source: String,
    /// Key of the list of those concerned; empty where there is none.
    pub list: String,
    /// What was decided; empty where nothing was.
    pub choice: String,
    /// The reason of the decision.
    pub reason: String,
}

/// Checks a decision on an issue.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CheckDecision {
    /// Id of the indicator.
    pub indicator: String,
    /// The decision.
    pub decision: IssueDecision,
}
