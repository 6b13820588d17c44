//! Requests of import: a file is opened, its columns get a meaning, the plan is looked at, and applied or thrown away. The
//! engine keeps the file between the requests; one at a time.

use super::verify::Severity;
pub use crate::import::columns::{Confidence, SKIP as SKIP_COLUMN};
pub use crate::import::mapping::{Mapping, Pair};
pub use crate::import::plan::{Counts, Options as ImportOptions, Outcome};

use crate::base::Id;
use serde::{Deserialize, Serialize};

/// Reads a file; its bytes come as the attachment. Progress `import-read`; can be cancelled.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenImport {
    /// Name of the file, for the history; what kind it is, its bytes say.
    pub name: String,
}

/// Reads another sheet of the open file. Progress `import-read`; can be cancelled.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ChooseSheet {
    /// Name of the sheet.
    pub sheet: String,
}

/// The open file, with a first mapping.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportFile {
    /// Name of the file.
    pub name: String,
    /// The sheet that was read; empty for text files.
    pub sheet: String,
    /// Sheets that can be chosen.
    pub sheets: Vec<String>,
    /// Row of the headings.
    pub heading_row: u32,
    /// Rows of data.
    pub n_rows: u32,
    /// The columns.
    pub columns: Vec<ImportColumn>,
    /// What columns can fill.
    pub targets: Vec<ImportTarget>,
    /// The mapping that is offered.
    pub mapping: Mapping,
    /// The options that are offered.
    pub options: ImportOptions,
    /// The same file was imported before.
    pub applied_before: bool,
}

/// A column of the open file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportColumn {
    /// Heading; empty columns are not offered.
    pub heading: String,
    /// The first values that stand in it.
    pub samples: Vec<String>,
    /// How sure the offered target is; nothing where there is none.
    pub confidence: Option<Confidence>,
}

/// What a column can fill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportTarget {
    /// Key, in [`Mapping::columns`].
    pub key: String,
    /// Name.
    pub label: String,
    /// Of the family, not of the person.
    pub of_family: bool,
    /// Its codes: (number, label); empty where it has none.
    pub choices: Vec<(u8, String)>,
}

/// Makes the plan with this mapping and these options. Progress `import-plan`; can be cancelled.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlanImport {
    /// The mapping.
    pub mapping: Mapping,
    /// The options.
    pub options: ImportOptions,
}

/// The plan in short.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportPlan {
    /// How many of what.
    pub counts: Counts,
    /// Findings about the file as a whole.
    pub problems: Vec<ImportFinding>,
    /// Findings in rows, by code: how many rows, and one of them.
    pub by_code: Vec<FindingCount>,
    /// Values that no list knows, the most frequent first.
    pub unmapped: Vec<UnmappedValue>,
    /// It can be applied: nothing stands in the way, and something would change.
    pub can_apply: bool,
}

/// A finding of import.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportFinding {
    /// Stable code, `import-…`.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The sheet's own row number; nothing for the file as a whole.
    pub row: Option<u32>,
    /// Column, from 0.
    pub column: Option<u16>,
    /// In words.
    pub message: String,
}

/// How often a finding occurs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingCount {
    /// Stable code.
    pub code: String,
    /// How much it weighs.
    pub severity: Severity,
    /// Findings with this code.
    pub n: u32,
    /// One of them.
    pub example: ImportFinding,
}

/// A value that no list knows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnmappedValue {
    /// Column, from 0.
    pub column: u32,
    /// Its heading.
    pub heading: String,
    /// Key of the target, for [`Pair::key`].
    pub key: String,
    /// As typed, for [`Pair::typed`].
    pub typed: String,
    /// In how many rows.
    pub n_rows: u32,
}

/// Which families of the plan to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportShow {
    /// All.
    #[default]
    All,
    /// Those that come in or get new members.
    New,
    /// Those in which something changes.
    Update,
    /// Those with rows that are left out.
    LeftOut,
    /// Those with warnings or errors.
    WithFindings,
}

/// Lists families of the plan.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListImport {
    /// Which.
    pub show: ImportShow,
    /// First family.
    pub from: u32,
    /// Families at most.
    pub limit: u32,
}

/// A page of the plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportPage {
    /// Families that match.
    pub total: u32,
    /// Families from `from` on.
    pub families: Vec<ImportFamilyView>,
}

/// A family of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportFamilyView {
    /// Name of the head, or of the first person.
    pub title: String,
    /// No. KK, or empty.
    pub kk: String,
    /// Where, in words.
    pub place: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The family in the register.
    pub family: Option<Id>,
    /// Its own fields that change; for a new family, all that are filled.
    pub changes: Vec<ImportChange>,
    /// Its rows.
    pub rows: Vec<ImportRowView>,
}

/// A row of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportRowView {
    /// The sheet's own row number.
    pub row: u32,
    /// Name.
    pub name: String,
    /// NIK, or empty.
    pub nik: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Died, moved or lost (status dasar).
    pub gone: bool,
    /// Moves here from another family of the register.
    pub moves: bool,
    /// Fields that change; for a new person, all that are filled.
    pub changes: Vec<ImportChange>,
    /// What was found.
    pub findings: Vec<ImportFinding>,
}

/// A field that gets another value, in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportChange {
    /// Name of the field.
    pub label: String,
    /// What the register holds; empty where nothing.
    pub old: String,
    /// What it will hold.
    pub new: String,
}

/// Carries the plan out, whole or not at all. Progress `import-apply`; can be cancelled until it is stored.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ApplyImport;

/// The import was carried out and stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportDone {
    /// The act, for undo.
    pub act: Id,
    /// How many of what.
    pub counts: Counts,
}

/// Asks for the rows that are left out, with their reasons; the file comes as the attachment.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GetLeftOut {
    /// An Excel workbook; otherwise CSV.
    pub workbook: bool,
}

/// A file that is handed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeftOutFile {
    /// Name with its ending.
    pub name: String,
    /// Media type.
    pub mime: String,
    /// Rows in it.
    pub n_rows: u32,
}

/// Throws the open file and its plan away.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DiscardImport;
