//! Rules about families that share something.

pub mod kk_duplicate;
pub mod move_in_already_active;
pub mod nik_duplicate;
pub mod person_in_two_families;
pub mod possible_duplicate_person;
pub mod temporary_nik_match;
