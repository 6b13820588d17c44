//! Requests of looking: the summary of a date and area, its tables and charts.

use crate::base::Date;
use crate::base::region::Area;
use crate::present::Table;
/// The form of tables of figures.
pub use crate::present::table;
use serde::{Deserialize, Serialize};

/// Of when and where figures are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookAt {
    /// Reference date; nothing means the village's own.
    pub at: Option<Date>,
    /// Area; empty parts mean all.
    pub area: Area,
}

/// Asks for the summary: pyramid and indicator cards.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetSummary {
    /// When and where.
    pub look: LookAt,
    /// Width of the pyramid in pixels.
    pub width: u16,
}

/// The summary of a date and area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SummaryView {
    /// Reference date.
    pub at: Date,
    /// Where, in words; empty for the whole village.
    pub place: String,
    /// The finding: one sentence that the figures say.
    pub finding: String,
    /// How many persons in how many families, and when.
    pub counted: String,
    /// Who counts as a resident.
    pub resident: String,
    /// Residents.
    pub residents: u32,
    /// Families with a resident.
    pub families: u32,
    /// The population pyramid.
    pub pyramid: ChartReply,
    /// Key figures first, then all indicators by data group.
    pub groups: Vec<CardGroup>,
}

/// Indicators of one data group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CardGroup {
    /// Name of the group.
    pub title: String,
    /// Its indicators.
    pub cards: Vec<Card>,
}

/// An indicator as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Id of the catalogue.
    pub id: String,
    /// Name.
    pub name: String,
    /// The value as it is read, with `%`; `–` where it is hidden or cannot be formed.
    pub value: String,
    /// Unit behind the value; empty for percentages.
    pub unit: String,
    /// Numerator and denominator in words.
    pub of: String,
    /// Of whom it speaks.
    pub universe: String,
    /// Those left out for want of an answer; empty where none.
    pub missing: String,
    /// Short mark where numbers are small; empty where not.
    pub mark: String,
    /// Why the value is hidden or cannot be formed; empty where it stands.
    pub caution: String,
    /// How to read the number.
    pub help: String,
    /// What it means and what it does not.
    pub interpretation: String,
    /// The formula.
    pub method: String,
    /// Where the definition comes from.
    pub source: String,
}

/// Asks for the indicators as numbers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetIndicators {
    /// When and where.
    pub look: LookAt,
}

/// Indicators as numbers, with the date that was taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IndicatorSet {
    /// Reference date.
    pub at: Date,
    /// The indicators in the order of the catalogue.
    pub indicators: Vec<IndicatorRow>,
}

/// An indicator as numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IndicatorRow {
    /// Id of the catalogue.
    pub id: String,
    /// Name.
    pub name: String,
    /// Value in the unit; nothing where it is hidden (`small`) or cannot be formed.
    pub value: Option<f64>,
    /// Above the line; nothing for a median.
    pub numerator: Option<f64>,
    /// Below the line (km² for density); nothing for a count.
    pub denominator: Option<f64>,
    /// Unit.
    pub unit: String,
    /// Of whom it speaks.
    pub universe: String,
    /// Those left out for want of an answer.
    pub missing: u32,
    /// Numbers are too small for a rate.
    pub small: bool,
}

/// Asks for all tables.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetTables {
    /// When and where.
    pub look: LookAt,
}

/// Asks for all tables as a workbook; the file comes with the reply.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TablesWorkbook {
    /// When and where.
    pub look: LookAt,
}

/// Asks what tables of one's own choice can be made of.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct TableChoices;

/// What tables can be made of, in the user's language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choices {
    /// Who can be counted.
    pub universes: Vec<UniverseChoice>,
    /// What they can be told apart by.
    pub variables: Vec<VariableChoice>,
}

/// Who can be counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UniverseChoice {
    /// Stable name.
    pub id: String,
    /// In words.
    pub label: String,
    /// Families instead of residents.
    pub families: bool,
}

/// What they can be told apart by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VariableChoice {
    /// Stable name.
    pub id: String,
    /// In words.
    pub label: String,
    /// Families have it, and so their residents; others have residents alone.
    pub of_families: bool,
    /// Its answers in order.
    pub answers: Vec<String>,
}

/// What the cells of a table of one's own choice hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellsOf {
    /// Counts.
    #[default]
    Counts,
    /// Per cent of the row, those without an answer left out.
    RowShares,
    /// Per cent of the column, those without an answer left out.
    ColumnShares,
    /// Number, mean and median of the ages; no columns.
    Age,
    /// Number, mean and median of the families' sizes; no columns.
    FamilySize,
    /// Number, mean and median of floor area for each resident in m²; no columns.
    FloorPerPerson,
}

impl CellsOf {
    /// True for means and medians, whose tables have no columns.
    pub fn is_measure(self) -> bool {
        matches!(self, CellsOf::Age | CellsOf::FamilySize | CellsOf::FloorPerPerson)
    }
}

/// Asks for a table of one's own choice. Names are those of [`Choices`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MakeTable {
    /// When and where.
    pub look: LookAt,
    /// Of whom.
    pub universe: String,
    /// Variable down the side.
    pub rows: String,
    /// Variable across the top; empty for none.
    pub columns: String,
    /// Answers of the rows put together and in order; empty for each alone, in the order of the list.
    pub row_groups: Vec<AnswerGroup>,
    /// The same for the columns.
    pub column_groups: Vec<AnswerGroup>,
    /// Only those with this answer of a variable.
    pub only: Option<(String, u16)>,
    /// The layer that is looked at: those with this answer of another variable.
    pub layer: Option<(String, u16)>,
    /// What the cells hold.
    pub cells: CellsOf,
    /// For everybody: counts from 1 up to below this are hidden, and what would give them away; 0 hides nothing.
    pub hide_below: u8,
    /// In place of hiding, all counts are rounded to multiples of this and still add up; 0 does not.
    pub round: u8,
}

/// Answers that stand as one row or column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerGroup {
    /// What it is called; empty for the names of its answers.
    pub label: String,
    /// Places of the answers in the variable's list.
    pub answers: Vec<u16>,
}

/// Asks who stands in a count of such a table, for the office alone: a table for everybody opens nobody's record.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CellRecords {
    /// The table.
    pub table: MakeTable,
    /// Its row; nothing for the sum of all rows.
    pub row: Option<u16>,
    /// Its column; nothing for the sum of all columns.
    pub column: Option<u16>,
    /// The first to give.
    pub from: u32,
    /// How many at most.
    pub limit: u32,
}

/// Who stands in a count.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CellPage {
    /// How many in all: the count itself.
    pub total: u32,
    /// Residents, or families by their heads.
    pub rows: Vec<CellRow>,
}

/// A resident or family of a count.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CellRow {
    /// The family.
    pub family: crate::base::Id,
    /// Name of the resident, or of the family.
    pub name: String,
    /// Age and sex of a resident in words; empty for families.
    pub line: String,
    /// Where, in words.
    pub place: String,
}

/// Asks for such a table as a workbook; the file comes with the reply.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct MadeWorkbook {
    /// The table.
    pub table: MakeTable,
}

/// The file that comes with a reply.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReply {
    /// Name with its ending.
    pub name: String,
    /// Media type.
    pub media_type: String,
}

/// What can be drawn beside the pyramid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChartKind {
    /// Population pyramid.
    Pyramid,
    /// Education completed, 15 and over, by sex.
    Education,
    /// Work, ten classes, 15 and over.
    Work,
    /// Eligible couples by contraceptive method.
    Method,
    /// Families by drinking water.
    Water,
}

/// Asks for a chart.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DrawChart {
    /// What to draw.
    pub what: ChartKind,
    /// When and where.
    pub look: LookAt,
    /// Width in pixels.
    pub width: u16,
}

/// A chart with what belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ChartReply {
    /// What it shows, in a sentence.
    pub title: String,
    /// The picture in the colours of the page.
    pub svg: String,
    /// The picture that stands alone, for saving and printing.
    pub paper: String,
    /// The table behind it.
    pub table: Table,
    /// File name without an ending.
    pub name: String,
}
