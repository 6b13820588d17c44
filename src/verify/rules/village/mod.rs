//! Rules about the whole village.

pub mod age_heaping;
pub mod area_not_covered;
pub mod nik_missing_share;
pub mod no_deaths_recorded;
pub mod population_balance_open;
pub mod residency_rule_unset;
