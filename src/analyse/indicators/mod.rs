//! The catalogue of indicators (domain.md §6) and their evaluation. An entry is data: names, universe, numerator,
//! denominator, unit, formula, source, reading help, and how it is read from the counts. The same entry draws the card, the
//! column of a package and the MS-Ind metadata.
//!
//! One rule for missing answers: a share or ratio counts those whose answer is known, and `missing` says how many of the
//! universe had to be left out. Coverage by a document (NIK, No. KK, a visit) counts all: what is not recorded is not had.

mod documents;
mod education;
mod entry;
mod family;
mod housing;
mod marriage;
mod metadata;
mod mobility;
mod quality_of_data;
mod quantity;
pub mod wider;
mod work;

#[cfg(test)]
mod tests;

pub use entry::{Better, Entry, Figure, Group, Small, Unit, Words};
pub use metadata::{MsInd, ms_ind};

use super::counts::Counts;
use serde::Serialize;

/// All entries, in the order of the seven data groups and the quality of the data.
pub fn catalogue() -> impl Iterator<Item = &'static Entry> {
    let parts: [&[Entry]; 9] = [
        quantity::ENTRIES,
        education::ENTRIES,
        work::ENTRIES,
        marriage::ENTRIES,
        mobility::ENTRIES,
        family::ENTRIES,
        documents::ENTRIES,
        housing::ENTRIES,
        quality_of_data::ENTRIES,
    ];
    parts.into_iter().flatten()
}

/// The entry with this id.
pub fn entry(id: &str) -> Option<&'static Entry> {
    catalogue().find(|entry| entry.id == id)
}

/// Indicators that are shown first: what a village is asked for most.
pub const KEY: [&str; 12] = [
    "pop-total",
    "family-total",
    "dependency-total",
    "median-age",
    "aps-16-18",
    "working-share",
    "cpr-modern",
    "unmet-need-register",
    "birth-cert-coverage-0-17",
    "jkn-coverage",
    "water-layak",
    "item-completeness",
];

/// An indicator's value at a date in an area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct IndicatorValue {
    /// Id of the entry.
    pub id: &'static str,
    /// Cases that have the property; nothing for a median.
    pub numerator: Option<f64>,
    /// Cases that could have it, with a known answer (km² for density); nothing for a count.
    pub denominator: Option<f64>,
    /// The value in the entry's unit; nothing where it is hidden or cannot be formed.
    pub value: Option<f64>,
    /// Members of the universe whose answer is missing.
    pub missing: u32,
    /// The denominator is too small, or a year of vital events too short, for a rate: the value is hidden.
    pub small: bool,
}

/// Below this denominator a rate is hidden (domain.md §6.2, K2) [D].
pub const RATE_FLOOR: u32 = 30;

/// The value of an entry. Ratios are formed once, from whole numbers.
pub fn evaluate(entry: &Entry, counts: &Counts) -> IndicatorValue {
    valued(entry, (entry.figure)(counts))
}

/// The value of an entry from what was read for it.
pub fn valued(entry: &Entry, figure: Figure) -> IndicatorValue {
    let small = match entry.small {
        Small::Count | Small::Never => false,
        Small::Rate(floor) => figure.denominator.is_some_and(|n| n < f64::from(floor)),
        Small::Vital => true,
    };
    let value = match (figure.exactly, figure.numerator, figure.denominator) {
        _ if small => None,
        (Some(value), _, _) => Some(value),
        (None, Some(n), Some(of)) if of > 0.0 => Some(n * entry.factor / of),
        (None, Some(n), None) if entry.small == Small::Count => Some(n),
        _ => None,
    };
    let Figure { numerator, denominator, missing, .. } = figure;
    IndicatorValue { id: entry.id, numerator, denominator, value, missing, small }
}

/// All indicators.
pub fn evaluate_all(counts: &Counts) -> Vec<IndicatorValue> {
    catalogue().map(|entry| evaluate(entry, counts)).collect()
}
