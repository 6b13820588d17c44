//! What import finds in a file: per row, and for the file as a whole. Codes and messages: domain.md §12.4; the others are
//! this project's.

use super::mapping::Target;
use crate::lang::{Lang, import as words, number};
use serde::{Deserialize, Serialize};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Good to know.
    Info,
    /// Should be looked at; the data come in.
    Warning,
    /// Stands in the way of the row, or of the whole import.
    Error,
}

impl Severity {
    /// Key in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A finding in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFinding {
    /// NIK or No. KK is a number whose last digit is lost.
    PrecisionLost {
        /// Column, from 0.
        column: u16,
    },
    /// A number of a parent's NIK whose last digit is lost: the cell alone is left out.
    CellPrecisionLost {
        /// Column, from 0.
        column: u16,
    },
    /// A value that no list knows; the field stays empty.
    Unmapped {
        /// Column, from 0.
        column: u16,
        /// As typed.
        typed: String,
    },
    /// A date in no known form; the field stays empty.
    DateUnreadable {
        /// Column, from 0.
        column: u16,
    },
    /// No number in a column of numbers; the field stays empty.
    NumberUnreadable {
        /// Column, from 0.
        column: u16,
    },
    /// A NIK or No. KK that is not of sixteen digits; kept as typed.
    DigitsOdd {
        /// Column, from 0.
        column: u16,
    },
    /// Required cells of a new resident are empty: keys of the targets.
    RequiredMissing {
        /// Keys of targets.
        keys: Vec<&'static str>,
    },
    /// The NIK stands more than once in the file.
    DuplicateNik {
        /// The NIK.
        nik: String,
        /// How often.
        n_rows: u32,
    },
    /// The same person stands in an earlier row.
    Repeated {
        /// That row.
        row: u32,
    },
    /// The register says that the person died or left; the file says otherwise. The register stands.
    StatusKept,
    /// Another row of the family has an error, and families are taken whole or not at all.
    FamilyHasErrors,
    /// The user left the row out.
    ChosenOut,
}

impl RowFinding {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            RowFinding::PrecisionLost { .. } | RowFinding::CellPrecisionLost { .. } => "import-nik-precision-lost",
            RowFinding::Unmapped { .. } => "import-unmapped-value",
            RowFinding::DateUnreadable { .. } => "import-date-unreadable",
            RowFinding::NumberUnreadable { .. } => "import-number-unreadable",
            RowFinding::DigitsOdd { .. } => "import-digits-odd",
            RowFinding::RequiredMissing { .. } => "import-required-missing",
            RowFinding::DuplicateNik { .. } => "import-duplicate-nik",
            RowFinding::Repeated { .. } => "import-repeated-row",
            RowFinding::StatusKept => "import-status-kept",
            RowFinding::FamilyHasErrors => "import-family-left-out",
            RowFinding::ChosenOut => "import-row-left-out",
        }
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        match self {
            RowFinding::PrecisionLost { .. } | RowFinding::RequiredMissing { .. } => Severity::Error,
            RowFinding::FamilyHasErrors | RowFinding::ChosenOut => Severity::Info,
            _ => Severity::Warning,
        }
    }

    /// The column concerned.
    pub fn column(&self) -> Option<u16> {
        match self {
            RowFinding::PrecisionLost { column }
            | RowFinding::CellPrecisionLost { column }
            | RowFinding::Unmapped { column, .. }
            | RowFinding::DateUnreadable { column }
            | RowFinding::NumberUnreadable { column }
            | RowFinding::DigitsOdd { column } => Some(*column),
            _ => None,
        }
    }

    /// The finding in words, for the row with this number.
    pub fn message(&self, row: u32, headings: &[String], lang: Lang) -> String {
        let heading = self.column().and_then(|column| headings.get(usize::from(column))).map_or("?", String::as_str);
        match self {
            RowFinding::PrecisionLost { .. } => words::nik_precision_lost(lang, heading, row),
            RowFinding::CellPrecisionLost { .. } => words::cell_precision_lost(lang, heading, row),
            RowFinding::Unmapped { typed, .. } => words::unmapped_value(lang, typed, heading),
            RowFinding::DateUnreadable { .. } => words::date_unreadable(lang, row, heading),
            RowFinding::NumberUnreadable { .. } => words::number_unreadable(lang, row, heading),
            RowFinding::DigitsOdd { .. } => words::digits_odd(lang, heading, row),
            RowFinding::RequiredMissing { keys } => words::required_missing(lang, row, labels(keys, lang)),
            RowFinding::DuplicateNik { nik, n_rows } => words::duplicate_nik(lang, nik, n_rows),
            RowFinding::Repeated { row: first } => words::repeated_row(lang, row, first),
            RowFinding::StatusKept => words::status_kept(lang).into(),
            RowFinding::FamilyHasErrors => words::family_left_out(lang).into(),
            RowFinding::ChosenOut => words::row_left_out(lang).into(),
        }
    }
}

/// A finding about the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A column that must be there is not.
    MissingColumn {
        /// Key of the target.
        key: &'static str,
    },
    /// Code numbers stand in the file, and their system is not chosen.
    EditionUnset,
    /// A column that fills nothing yet.
    UnknownColumn {
        /// Column, from 0.
        column: u16,
    },
    /// Digits in a column of yes and no, whose meaning nobody knows; the field stays empty.
    UnmappedDigits {
        /// Column, from 0.
        column: u16,
    },
    /// No column says which family a person belongs to.
    NoFamilyColumn,
    /// Cells that stand under no heading are not read.
    Unheaded {
        /// How many.
        n_cells: u32,
    },
    /// The same file was imported before.
    AlreadyApplied,
}

impl Problem {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::MissingColumn { .. } => "import-required-missing",
            Problem::EditionUnset => "import-edition-unset",
            Problem::UnknownColumn { .. } => "import-unknown-column",
            Problem::UnmappedDigits { .. } => "import-unmapped-value",
            Problem::NoFamilyColumn => "import-no-family-column",
            Problem::Unheaded { .. } => "import-unheaded-cells",
            Problem::AlreadyApplied => "import-already-applied",
        }
    }

    /// How much it weighs; an error stands in the way of the whole import.
    pub fn severity(&self) -> Severity {
        match self {
            Problem::MissingColumn { .. } | Problem::EditionUnset => Severity::Error,
            Problem::AlreadyApplied => Severity::Info,
            _ => Severity::Warning,
        }
    }

    /// The finding in words.
    pub fn message(&self, headings: &[String], lang: Lang) -> String {
        let heading = |column: &u16| headings.get(usize::from(*column)).map_or("?", String::as_str);
        match self {
            Problem::MissingColumn { key } => words::missing_column(lang, labels(&[key], lang)),
            Problem::EditionUnset => words::edition_unset(lang).into(),
            Problem::UnknownColumn { column } => words::unknown_column(lang, heading(column)),
            Problem::UnmappedDigits { column } => words::unmapped_digits(lang, heading(column)),
            Problem::NoFamilyColumn => words::no_family_column(lang).into(),
            Problem::Unheaded { n_cells } => words::unheaded_cells(lang, number::whole(lang, i64::from(*n_cells))),
            Problem::AlreadyApplied => words::already_applied(lang).into(),
        }
    }
}

fn labels(keys: &[&str], lang: Lang) -> String {
    let names = keys.iter().map(|key| Target::by_key(key).map_or("?", |target| target.label(lang)));
    names.collect::<Vec<_>>().join(", ")
}
