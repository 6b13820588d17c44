//! Limits of the rules: choices of this project, dated. Source: domain.md §5.3 [D].

use crate::base::Date;
use std::ops::RangeInclusive;

/// Limits of the rules. Ages in completed years.
#[derive(Clone, Debug, PartialEq)]
pub struct Thresholds {
    /// The day from which this edition holds.
    pub valid_from: Date,
    /// Nobody is expected to be older.
    pub age_limit: i32,
    /// Youngest head of a family that is not asked about.
    pub head_min_age: i32,
    /// Youngest age at which anybody was ever married.
    pub ever_married_min_age: i32,
    /// Youngest age at which a mother can have given birth.
    pub mother_min_age: i32,
    /// Usual ages of a mother at birth.
    pub usual_motherhood: RangeInclusive<i32>,
    /// Below this age a child is expected to live with a parent.
    pub child_below_age: i32,
    /// Births by one mother up to so many days apart are twins.
    pub twins_days: i32,
    /// Shortest gap between two births of one mother, in months.
    pub birth_gap_months: i32,
    /// Earliest age at which SD, SLTP, SLTA and higher education are completed.
    pub completed_from_age: [i32; 4],
    /// Latest age at which SD, SLTP and SLTA are attended.
    pub attending_to_age: [i32; 3],
    /// Youngest age at which work is recorded.
    pub work_min_age: i32,
    /// Ages of the KB block (PK21).
    pub kb_ages: RangeInclusive<i32>,
    /// Ages of eligible couples (PUS), by the wife.
    pub pus_ages: RangeInclusive<i32>,
    /// Largest floor area that is not asked about, m².
    pub floor_area_max: f64,
    /// A decile is out of date after so many months.
    pub decile_months: i32,
    /// A family is due for a visit after so many months.
    pub update_months: i32,
    /// Below this number of persons a year without deaths is not asked about.
    pub deaths_from_persons: u32,
    /// Share of persons without NIK that is not asked about, per cent.
    pub nik_missing_percent: f64,
    /// Whipple's index that is not asked about.
    pub whipple_max: f64,
    /// Below this number of persons aged 23 to 62 Whipple's index says nothing.
    pub whipple_from_persons: u32,
    /// Birth dates of one and the same person lie at most so many days apart.
    pub duplicate_days: i32,
}

/// The defaults of domain.md §5.3.
pub const DEFAULT: Thresholds = Thresholds {
    valid_from: Date { year: 2026, month: 1, day: 1 },
    age_limit: 110,
    head_min_age: 15,
    ever_married_min_age: 10,
    mother_min_age: 10,
    usual_motherhood: 15..=49,
    child_below_age: 18,
    twins_days: 3,
    birth_gap_months: 7,
    completed_from_age: [11, 14, 17, 20],
    attending_to_age: [18, 21, 24],
    work_min_age: 10,
    kb_ages: 10..=49,
    pus_ages: 15..=49,
    floor_area_max: 1000.0,
    decile_months: 3,
    update_months: 12,
    deaths_from_persons: 500,
    nik_missing_percent: 5.0,
    whipple_max: 125.0,
    whipple_from_persons: 100,
    duplicate_days: 31,
};
