//! Rules about a family and how its members fit together.

pub mod child_without_parent;
pub mod children_listed_exceed_alive;
pub mod desil_out_of_date;
pub mod desil_without_import;
pub mod family_update_overdue;
pub mod floor_area_implausible;
pub mod head_missing;
pub mod head_multiple;
pub mod head_too_young;
pub mod kk_date_impossible;
pub mod kk_format;
pub mod kk_missing;
pub mod kk_unchanged_after_event;
pub mod lawful_basis_missing;
pub mod more_than_one_couple;
pub mod mother_age_impossible;
pub mod mother_age_unusual;
pub mod mother_ref_invalid;
pub mod poktan_without_target;
pub mod present_count_mismatch;
pub mod siblings_too_close;
pub mod spouse_not_married;
