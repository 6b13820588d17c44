//! Unmet need is counted from the wish for children.
//! Source: domain.md §5.2, rule 44 and §7.2.

use crate::verify::rules::prelude::*;

/// `kb-desire-missing` · warning · person
///
/// Universe: married women of 15 to 49 years who are not pregnant and do not use contraception.
/// Says: the wish for a child was never asked.
pub const RULE: Rule = Rule {
    code: "kb-desire-missing",
    severity: Severity::Warning,
    title: ("Keinginan punya anak belum diisi", "Wish for a child is empty"),
    why: (
        "Kebutuhan KB yang belum terpenuhi (unmet need) dihitung dari keinginan punya anak pasangan yang tidak memakai KB.",
        "The unmet need for family planning is counted from the wishes of couples who use no contraception.",
    ),
    fields: &[
        of_person(p::born),
        of_person(p::sex),
        of_person(p::marital),
        of_person(p::pregnant),
        of_person(p::kb_using),
        of_person(p::kb_method),
        of_person(p::child_wish),
    ],
    check: Check::Person(look),
};

fn look(person: &Member, home: &Home, out: &mut Out) {
    let eligible = person.is_woman()
        && person.marital.is(Marital::Married)
        && person.age.is_some_and(|age| home.frame.thresholds.pus_ages.contains(&age));
    let not_using = person.kb_using.is(YesNo::No) || person.kb_method.is(Contraception::None);
    if eligible && not_using && !person.pregnant.is(YesNo::Yes) && person.child_wish.is_missing() {
        out.about(person, p::child_wish, |lang| t::kb_desire_missing(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_wife_who_does_not_use_is_asked_about() {
        check(
            &RULE,
            "P Aluh 1990-01-01 kawin memakai_kb=tidak",
            expect_test::expect![
                "Aluh · keinginan_anak: Keinginan punya anak Aluh belum diisi. Tanpa ini, kebutuhan KB tidak bisa dihitung."
            ],
        );
        silent(
            &RULE,
            "P Aluh 1990-01-01 kawin memakai_kb=tidak keinginan_anak=ias; P Diang 1990-01-01 kawin memakai_kb=tidak hamil=ya; P Siti 1990-01-01 kawin",
        );
    }
}
