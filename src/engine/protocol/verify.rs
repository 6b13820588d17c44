//! Requests of verification: what the rules ask, and what people decide.

use crate::base::region::Area;
use crate::base::{Date, Id};
use crate::register::RecordRef;
pub use crate::verify::{Scope, Severity};
use serde::{Deserialize, Serialize};

/// Which findings. What is empty leaves all in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingFilter {
    /// Code of the rule.
    pub rule: String,
    /// Area; findings about the whole village have none.
    pub area: Area,
    /// Kader who collected the family (field `pendata`); an empty name finds families without one.
    pub kader: Option<String>,
    /// How grave.
    pub severity: Option<Severity>,
    /// One family.
    pub family: Option<Id>,
    /// Accepted (true) or still open (false).
    pub accepted: Option<bool>,
}

/// Asks for the counts of findings, by rule, area and kader. Only area and kader of the filter are heeded.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FindingsSummary {
    /// Area and kader.
    pub filter: FindingFilter,
}

/// Numbers of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingCounts {
    /// Open errors.
    pub errors: u32,
    /// Open warnings.
    pub warnings: u32,
    /// Open reminders.
    pub infos: u32,
    /// Accepted with a reason, of whatever severity.
    pub accepted: u32,
}

/// Counts of findings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FindingsOverview {
    /// In all.
    pub counts: FindingCounts,
    /// By rule, errors first, then by number; only rules that find something.
    pub rules: Vec<RuleCount>,
    /// By area; only areas with findings.
    pub areas: Vec<AreaCount>,
    /// By kader; only kader with findings.
    pub kaders: Vec<KaderCount>,
    /// Families in all.
    pub n_families: u32,
    /// Families without open errors.
    pub n_without_errors: u32,
    /// Families by state of the data: number of `FamilyState`, label, families.
    pub states: Vec<(u8, String, u32)>,
}

/// Findings of a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuleCount {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// How grave.
    pub severity: Severity,
    /// Open.
    pub open: u32,
    /// Accepted.
    pub accepted: u32,
}

/// Findings of an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaCount {
    /// The area.
    pub area: Area,
    /// In words.
    pub label: String,
    /// Findings.
    pub counts: FindingCounts,
}

/// Findings of the families that a kader collected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KaderCount {
    /// Name; empty where none is noted.
    pub name: String,
    /// Findings.
    pub counts: FindingCounts,
}

/// Asks for all rules, in the order of the catalogue.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListRules;

/// A rule in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuleView {
    /// Code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Why it asks, and what to do.
    pub why: String,
    /// How grave.
    pub severity: Severity,
    /// Whom it looks at.
    pub scope: Scope,
    /// Labels of the fields that it weighs.
    pub fields: Vec<String>,
    /// Findings may be accepted many at once.
    pub many_at_once: bool,
}

/// Lists findings: errors first, then rule by rule, along the areas.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListFindings {
    /// Which.
    pub filter: FindingFilter,
    /// First row.
    pub from: u32,
    /// Rows at most.
    pub limit: u32,
}

/// A page of findings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FindingPage {
    /// Findings that match.
    pub total: u32,
    /// Rows from `from` on.
    pub rows: Vec<FindingView>,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingView {
    /// Tells the finding; a decision names it.
    pub fingerprint: String,
    /// Code of the rule.
    pub rule: String,
    /// Title of the rule.
    pub title: String,
    /// How grave.
    pub severity: Severity,
    /// What it says.
    pub message: String,
    /// Whom it is about.
    pub who: String,
    /// A line about them: relation, sex, age.
    pub line: String,
    /// Where they live, in words.
    pub place: String,
    /// The family, unless it is about the whole village.
    pub family: Option<Id>,
    /// The record.
    pub subject: RecordRef,
    /// Number of the field to which a tap leads; 0 where there is none.
    pub field: u16,
    /// Key of the field.
    pub field_key: String,
    /// Label of the field.
    pub field_label: String,
    /// Section of the form that holds the field; empty where no form does.
    pub section: String,
    /// The decision that stands on it.
    pub decision: Option<DecisionView>,
}

/// A decision on a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecisionView {
    /// Identity.
    pub id: Id,
    /// Reason.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Date,
}

/// Accepts one finding with a reason ("sesuai dokumen").
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Decide {
    /// The family; nothing for a finding about the village.
    pub family: Option<Id>,
    /// The finding.
    pub fingerprint: String,
    /// Why it is right as it is.
    pub reason: String,
}

/// Accepts open findings of one rule with a reason: those named, or all of the filter. Only rules that allow it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DecideMany {
    /// Which; it must name a rule.
    pub filter: FindingFilter,
    /// Of those, the ones with these fingerprints; empty for all.
    pub fingerprints: Vec<String>,
    /// Why they are right as they are.
    pub reason: String,
}

/// Findings were accepted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Decided {
    /// The act, for undo; nothing where no finding was open.
    pub act: Option<Id>,
    /// How many.
    pub n: u32,
}

/// Takes a decision back: the rule asks again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UndoDecision {
    /// The decision.
    pub decision: Id,
}
