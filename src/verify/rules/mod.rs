//! The rules in the order of the catalogue (domain.md §5.2). Rule 21 (`code-not-in-edition`) has no file: a field of the
//! register holds a meaning of its own list and nothing else, so a number outside the list is met, and told, at import.

pub mod cross;
pub mod event;
pub mod family;
pub mod person;
mod prelude;
pub mod village;

use super::rule::Rule;

/// All rules. The place of a rule here is no identity: decisions and packages name its code.
pub static RULES: &[Rule] = &[
    person::nik_missing::RULE,
    person::nik_format::RULE,
    person::nik_date_impossible::RULE,
    person::nik_province_unknown::RULE,
    person::nik_date_mismatch::RULE,
    person::nik_sex_mismatch::RULE,
    person::nik_region_mismatch::RULE,
    cross::nik_duplicate::RULE,
    cross::temporary_nik_match::RULE,
    cross::possible_duplicate_person::RULE,
    cross::person_in_two_families::RULE,
    family::kk_missing::RULE,
    family::kk_format::RULE,
    family::kk_date_impossible::RULE,
    cross::kk_duplicate::RULE,
    family::kk_unchanged_after_event::RULE,
    person::required_field_missing::RULE,
    person::birth_date_future::RULE,
    person::birth_date_estimated::RULE,
    person::age_over_limit::RULE,
    family::head_missing::RULE,
    family::head_multiple::RULE,
    family::head_too_young::RULE,
    person::relation_sex_mismatch::RULE,
    family::spouse_not_married::RULE,
    family::more_than_one_couple::RULE,
    person::marital_age_impossible::RULE,
    person::first_marriage_age_missing::RULE,
    person::first_marriage_age_unexpected::RULE,
    person::first_marriage_after_current_age::RULE,
    family::mother_ref_invalid::RULE,
    family::mother_age_impossible::RULE,
    family::mother_age_unusual::RULE,
    family::siblings_too_close::RULE,
    family::child_without_parent::RULE,
    person::education_age_implausible::RULE,
    person::work_age_implausible::RULE,
    person::kb_block_outside_target::RULE,
    person::pregnant_not_woman::RULE,
    person::pregnant_and_using::RULE,
    person::kb_method_missing::RULE,
    person::kb_sterilised_wants_child::RULE,
    person::kb_desire_missing::RULE,
    person::children_alive_exceed_born::RULE,
    family::children_listed_exceed_alive::RULE,
    family::present_count_mismatch::RULE,
    family::floor_area_implausible::RULE,
    family::poktan_without_target::RULE,
    family::desil_without_import::RULE,
    family::desil_out_of_date::RULE,
    family::family_update_overdue::RULE,
    family::lawful_basis_missing::RULE,
    event::event_date_future::RULE,
    event::event_before_birth::RULE,
    event::event_after_exit::RULE,
    event::birth_event_without_mother::RULE,
    event::death_head_without_successor::RULE,
    event::death_still_active::RULE,
    cross::move_in_already_active::RULE,
    village::population_balance_open::RULE,
    village::no_deaths_recorded::RULE,
    village::age_heaping::RULE,
    village::nik_missing_share::RULE,
    village::area_not_covered::RULE,
    village::residency_rule_unset::RULE,
];

/// The rule with this code.
pub fn by_code(code: &str) -> Option<(usize, &'static Rule)> {
    RULES.iter().enumerate().find(|(_, rule)| rule.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_every_rule_says_what_it_weighs() {
        let codes: std::collections::BTreeSet<_> = RULES.iter().map(|rule| rule.code).collect();
        assert_eq!(codes.len(), RULES.len());
        assert!(RULES.len() <= usize::from(u8::MAX));
        for rule in RULES {
            let texts = [rule.title.0, rule.title.1, rule.why.0, rule.why.1];
            assert!(texts.iter().all(|text| !text.is_empty()), "{}", rule.code);
        }
    }
}
