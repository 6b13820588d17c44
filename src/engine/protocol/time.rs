//! Requests about time: snapshots, series, vital rates, pyramids of two dates, generations, the projection.

use super::analyse::{ChartReply, LookAt};
pub use crate::analyse::projection::{Assumptions, Part};
use crate::base::Date;
use crate::base::region::Area;
use crate::present::Table;
use serde::{Deserialize, Serialize};

/// Kind of the papers that hold snapshots.
pub const SNAPSHOT_KIND: &str = crate::analyse::snapshot_figures::KIND;
/// Kind and key of the paper that holds the assumptions of the projection.
pub const ASSUMPTIONS_KIND: &str = "asumsi";
/// Key of the village's assumptions.
pub const ASSUMPTIONS_KEY: &str = "utama";

/// Makes a snapshot of a date, ready to be kept as a paper.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct MakeSnapshot {
    /// The day; nothing means today.
    pub at: Option<Date>,
}

/// A snapshot that was made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotMade {
    /// Key of the paper.
    pub key: String,
    /// Title of the paper.
    pub title: String,
    /// Body of the paper.
    pub body: String,
    /// A warning; empty where none is needed.
    pub warning: String,
}

/// Asks for the snapshots of the village.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ListSnapshots;

/// The snapshots.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotsView {
    /// Each of them, the newest first.
    pub rows: Vec<SnapshotRow>,
    /// Years between them without one, in a sentence; empty where there are none.
    pub years_missing: String,
}

/// A snapshot in the list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SnapshotRow {
    /// Key of the paper.
    pub key: String,
    /// Title.
    pub title: String,
    /// What it holds in a few words, or why it cannot be read.
    pub told: String,
    /// It cannot be read.
    pub damaged: bool,
}

/// Asks which indicators have a series.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SeriesChoices;

/// An indicator that has a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeriesChoice {
    /// Id of the catalogue.
    pub id: String,
    /// Name, after the name of its group.
    pub label: String,
}

/// Asks for a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetSeries {
    /// Id of the indicator.
    pub id: String,
    /// Area.
    pub area: Area,
    /// How many years back are reckoned again.
    pub years: u8,
    /// A small picture for each RT.
    pub by_area: bool,
    /// Width in pixels.
    pub width: u16,
}

/// A series with what must be said of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SeriesView {
    /// The chart.
    pub chart: ChartReply,
    /// Sentences below it.
    pub said: Vec<String>,
}

/// Asks for vital rates as averages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetVital {
    /// The last day; nothing means the village's reference date.
    pub at: Option<Date>,
    /// How many years, 3 to 5; 0 for as few of these as have enough events.
    pub years: u8,
}

/// Vital rates.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VitalView {
    /// Of which years.
    pub title: String,
    /// Each main rate in a sentence, with its range and its ground.
    pub said: Vec<String>,
    /// What to be careful of.
    pub cautions: Vec<String>,
    /// All rates.
    pub rates: Table,
    /// The events by year, as counts.
    pub yearly: Table,
}

/// What a pyramid is compared with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Beside {
    /// With nothing.
    #[default]
    Nothing,
    /// The same area at another date, reckoned again.
    Date(Date),
    /// Another area at the same date.
    Area(Area),
    /// The whole village in a snapshot, by its key.
    Snapshot(String),
}

/// Asks for a pyramid with another on it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ComparePyramid {
    /// When and where.
    pub look: LookAt,
    /// With what.
    pub beside: Beside,
    /// By single years of age; for everybody ages are always in fives.
    pub single: bool,
    /// For everybody: counts from 1 up to below this are hidden, and what would give them away; 0 hides nothing.
    pub hide_below: u8,
    /// Width in pixels.
    pub width: u16,
}

/// Asks for the generations over years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetGenerations {
    /// Area.
    pub area: Area,
    /// How many years back.
    pub years: u8,
    /// For everybody: counts from 1 up to below this are hidden, and what would give them away; 0 hides nothing.
    pub hide_below: u8,
    /// Width in pixels.
    pub width: u16,
}

/// Asks for the assumptions to begin with: those that were kept, or first values.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ReadAssumptions;

/// Assumptions to begin with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AssumptionsView {
    /// The assumptions.
    pub assumed: Assumptions,
    /// Least and most of each, in the order of [`Part`].
    pub ranges: Vec<(Part, f64, f64)>,
    /// What the register itself says, and what is to be known.
    pub said: Vec<String>,
}

/// Asks for a projection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetProjection {
    /// What is assumed.
    pub assumed: Assumptions,
    /// For everybody: the start is made from counts of which none below this can be told; 0 takes it as it is.
    pub hide_below: u8,
    /// Width in pixels.
    pub width: u16,
}

/// A projection; only problems where it could not be made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProjectionView {
    /// What is out of range, each in a sentence.
    pub problems: Vec<String>,
    /// The assumptions as they are kept.
    pub body: String,
    /// Cautions, in sentences.
    pub cautions: Vec<String>,
    /// Pyramid of the end, with that of the start on it.
    pub pyramid: ChartReply,
    /// Everyone, and three ages.
    pub lines: ChartReply,
    /// The numbers.
    pub table: Table,
    /// All five-year groups of both sexes at each date.
    pub ages: Table,
}

/// Asks for a projection as a workbook; the file comes with the reply.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ProjectionWorkbook {
    /// What is assumed.
    pub assumed: Assumptions,
    /// As of [`GetProjection`].
    pub hide_below: u8,
}
