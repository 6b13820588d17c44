//! Only women are pregnant.
//! Source: domain.md §5.2, rule 40.

use crate::verify::rules::prelude::*;

/// `pregnant-not-woman` · error · person
///
/// Universe: active members recorded as pregnant.
/// Says: the sex is male.
pub const RULE: Rule = Rule {
    code: "pregnant-not-woman",
    severity: Severity::Error,
    title: ("Hamil, tetapi laki-laki", "Pregnant, but male"),
    why: ("Jenis kelamin atau isian hamil keliru.", "The sex or the answer on pregnancy is wrong."),
    fields: &[of_person(p::sex), of_person(p::pregnant)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    if person.pregnant.is(YesNo::Yes) && person.sex.is(Sex::Male) {
        out.about(person, p::pregnant, |lang| t::pregnant_not_woman(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_pregnant_man_is_told() {
        check(
            &RULE,
            "L Budi hamil=ya",
            expect_test::expect!["Budi · hamil: Budi tercatat hamil, tetapi jenis kelaminnya laki-laki. Betulkan."],
        );
        silent(&RULE, "P Aluh hamil=ya; L Budi hamil=tidak; ? Adi hamil=ya");
    }
}
