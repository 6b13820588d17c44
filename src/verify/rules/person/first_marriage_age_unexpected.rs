//! Who never married has no age at first marriage.
//! Source: domain.md §5.2, rule 30 and §2.2.

use crate::verify::rules::prelude::*;

/// `first-marriage-age-unexpected` · error · person
///
/// Universe: active members never married.
/// Says: an age at first marriage is given.
pub const RULE: Rule = Rule {
    code: "first-marriage-age-unexpected",
    severity: Severity::Error,
    title: ("Belum kawin, tetapi ada umur kawin pertama", "Never married, but age at first marriage given"),
    why: (
        "Kedua isian ini bertentangan. Betulkan status kawin, atau kosongkan umur kawin pertama.",
        "The two answers contradict each other. Correct the marital status, or clear the age at first marriage.",
    ),
    fields: &[of_person(p::marital), of_person(p::first_marriage_age)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    if person.marital.is(Marital::Never) && person.first_marriage_age.is_known() {
        out.about(person, p::first_marriage_age, |lang| t::first_marriage_age_unexpected(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn the_two_contradict() {
        check(
            &RULE,
            "L Budi belum_kawin usia_kawin_pertama=20",
            expect_test::expect![
                "Budi · usia_kawin_pertama: Budi tercatat belum kawin, tetapi umur kawin pertamanya terisi. Betulkan salah satunya."
            ],
        );
        silent(&RULE, "L Budi kawin usia_kawin_pertama=20; L Adi belum_kawin usia_kawin_pertama=tidak_berlaku");
    }
}
