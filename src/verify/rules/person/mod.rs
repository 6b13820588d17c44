//! Rules about one active member.

pub mod age_over_limit;
pub mod birth_date_estimated;
pub mod birth_date_future;
pub mod children_alive_exceed_born;
pub mod education_age_implausible;
pub mod first_marriage_after_current_age;
pub mod first_marriage_age_missing;
pub mod first_marriage_age_unexpected;
pub mod kb_block_outside_target;
pub mod kb_desire_missing;
pub mod kb_method_missing;
pub mod kb_sterilised_wants_child;
pub mod marital_age_impossible;
pub mod nik_date_impossible;
pub mod nik_date_mismatch;
pub mod nik_format;
pub mod nik_missing;
pub mod nik_province_unknown;
pub mod nik_region_mismatch;
pub mod nik_sex_mismatch;
pub mod pregnant_and_using;
pub mod pregnant_not_woman;
pub mod relation_sex_mismatch;
pub mod required_field_missing;
pub mod work_age_implausible;
