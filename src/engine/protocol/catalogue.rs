//! Requests about the whole catalogue of indicators: what there is, one of them compared, targets, facilities.

use super::{Card, ChartReply, LookAt};
use crate::base::Date;
use crate::present::Table;
use serde::{Deserialize, Serialize};

/// Asks for the whole catalogue with its values.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetCatalogue {
    /// When and where.
    pub look: LookAt,
}

/// The catalogue.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogueView {
    /// Reference date.
    pub at: Date,
    /// Entries by data group.
    pub groups: Vec<CatalogueGroup>,
    /// How many entries there are.
    pub entries: u32,
    /// How many of them these records can answer.
    pub computable: u32,
}

/// Entries of a data group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogueGroup {
    /// Name.
    pub title: String,
    /// Entries.
    pub rows: Vec<CatalogueRow>,
}

/// An entry in one line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogueRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Value with its unit; the number of parts for a distribution; empty where it cannot be computed.
    pub value: String,
    /// Numerator and denominator in words, or why there is no value.
    pub of: String,
    /// These records can answer it.
    pub computable: bool,
    /// It has one value: it can be compared with a target.
    pub single: bool,
    /// Its K-classes.
    pub k: String,
}

/// Asks for the whole catalogue as numbers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CatalogueNumbers {
    /// When and where.
    pub look: LookAt,
    /// Only of men (`laki_laki`) or women (`perempuan`), and then only what is told apart by sex; empty for everybody.
    pub sex: String,
}

/// A figure of the catalogue as numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogueNumber {
    /// Id of the entry.
    pub id: String,
    /// Name of the part within a distribution; empty for the entry's one value.
    pub part: String,
    /// In words.
    pub label: String,
    /// Value in the unit.
    pub value: Option<f64>,
    /// Above the line.
    pub numerator: Option<f64>,
    /// Below the line.
    pub denominator: Option<f64>,
    /// Left out for want of an answer.
    pub missing: u32,
    /// Numbers are too small for a rate.
    pub small: bool,
}

/// How an indicator is told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    /// By RT.
    #[default]
    Rt,
    /// By RW.
    Rw,
    /// By hamlet (dusun).
    Dusun,
    /// By sex.
    Sex,
    /// By age.
    Age,
}

/// Asks for one indicator, compared.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetIndicator {
    /// When and where.
    pub look: LookAt,
    /// Id.
    pub id: String,
    /// How it is told apart.
    pub by: By,
    /// Another date beside it.
    pub other: Option<Date>,
    /// For everybody: counts from 1 up to below this are hidden, and what would give them away; 0 hides nothing.
    pub hide_below: u8,
    /// Width of the picture in pixels.
    pub width: u16,
}

/// One indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct IndicatorView {
    /// Reference date.
    pub at: Date,
    /// Data group.
    pub group: String,
    /// The value with its ground and what to think of it.
    pub card: Card,
    /// "between … and …", where chance matters.
    pub between: String,
    /// What is needed where these records cannot answer it.
    pub need: String,
    /// The parts of a distribution.
    pub parts: Option<Table>,
    /// How it can be told apart.
    pub ways: Vec<By>,
    /// Told apart: the table.
    pub table: Option<Table>,
    /// Told apart: the picture, where shares are compared.
    pub chart: Option<ChartReply>,
    /// The share as signs of a hundred people, where it stands on cases enough and may be told.
    pub hundred: Option<ChartReply>,
    /// Why there is no comparison, or what was hidden.
    pub remark: String,
    /// The two dates.
    pub dates: Option<Table>,
    /// Target and reference.
    pub targets: Vec<MarkRow>,
    /// The metadata (MS-Ind): heading and text.
    pub metadata: Vec<(String, String)>,
}

/// Asks for indicators of a data group by area.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HeatTable {
    /// When and where.
    pub look: LookAt,
    /// By RT, RW or hamlet.
    pub by: By,
    /// Number of the data group, in the order of the catalogue.
    pub group: u8,
    /// As in [`GetIndicator`].
    pub hide_below: u8,
}

/// Indicators by area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeatView {
    /// Reference date.
    pub at: Date,
    /// The areas, short.
    pub areas: Vec<String>,
    /// The indicators.
    pub rows: Vec<HeatRow>,
    /// What was left out or hidden, and why.
    pub remark: String,
    /// The same for files.
    pub table: Table,
}

/// Asks for the same as a picture, for saving and copying.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct HeatPicture {
    /// What is drawn.
    pub of: HeatTable,
}

/// An indicator by area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeatRow {
    /// Id.
    pub id: String,
    /// Name with its unit.
    pub name: String,
    /// Value of the whole.
    pub whole: String,
    /// By area.
    pub cells: Vec<HeatCell>,
}

/// A cell of the heat table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HeatCell {
    /// The value, `*` where it is hidden, `–` where too few are counted.
    pub text: String,
    /// From 1 (lowest of the row) to 5 (highest); 0 for no value.
    pub shade: u8,
}

/// A target or reference beside the present value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MarkRow {
    /// Key of its paper.
    pub key: String,
    /// Id of the indicator.
    pub id: String,
    /// Name of the indicator.
    pub name: String,
    /// It is a reference from elsewhere, not the village's own target.
    pub reference: bool,
    /// Value, year.
    pub value: String,
    /// Where it comes from.
    pub source: String,
    /// The present value.
    pub now: String,
    /// How far apart, in a sentence.
    pub distance: String,
    /// Whether it is reached; nothing where neither way is better or there is no value.
    pub reached: Option<bool>,
    /// As it was typed: value and year.
    pub typed: (f64, i32),
}

/// Asks for all targets and references.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ListMarks {
    /// When and where.
    pub look: LookAt,
}

/// All targets and references.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MarksView {
    /// Reference date.
    pub at: Date,
    /// The rows in the order of the catalogue.
    pub rows: Vec<MarkRow>,
    /// Titles of papers that cannot be read.
    pub damaged: Vec<String>,
    /// Indicators that can have one: id, name, unit.
    pub choices: Vec<(String, String, String)>,
}

/// Checks a target or reference before it is kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CheckMark {
    /// Id of the indicator.
    pub id: String,
    /// A reference from elsewhere.
    pub reference: bool,
    /// Value.
    pub value: Option<f64>,
    /// Year.
    pub year: Option<i32>,
    /// Source.
    pub source: String,
}

/// What may be kept, or what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckedPaper {
    /// Field and what is wrong; empty where all is well.
    pub problems: Vec<(String, String)>,
    /// Kind of the paper.
    pub kind: String,
    /// Key of the paper.
    pub key: String,
    /// Title.
    pub title: String,
    /// Body.
    pub body: String,
}

/// Asks for the form of facilities with its answers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetVillageForm;

/// The form of facilities.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VillageFormView {
    /// Year of the answers.
    pub year: Option<i32>,
    /// Fields by group.
    pub groups: Vec<FormGroup>,
    /// Facilities by name.
    pub places: Vec<FormPlace>,
    /// What a named facility can be: key and label.
    pub kinds: Vec<(String, String)>,
    /// There is a form, but it cannot be read.
    pub damaged: bool,
}

/// Fields of a group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FormGroup {
    /// Name.
    pub title: String,
    /// Fields.
    pub fields: Vec<FormEntry>,
}

/// A field with its answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FormEntry {
    /// Key.
    pub key: String,
    /// Label.
    pub label: String,
    /// Unit; empty for counts and words.
    pub unit: String,
    /// It holds words.
    pub words: bool,
    /// Decimals are taken.
    pub decimal: bool,
    /// The number.
    pub number: Option<f64>,
    /// The words.
    pub text: String,
}

/// A facility by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FormPlace {
    /// Key of the field that counts it.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Latitude in degrees.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lng: Option<f64>,
}

/// Checks the form of facilities before it is kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CheckVillageForm {
    /// Year of the answers.
    pub year: Option<i32>,
    /// Numbers by key.
    pub numbers: Vec<(String, f64)>,
    /// Words by key.
    pub texts: Vec<(String, String)>,
    /// Facilities by name.
    pub places: Vec<FormPlace>,
}
