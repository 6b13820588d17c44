//! Who uses contraception uses a method.
//! Source: domain.md §5.2, rule 42 and §2.3.

use crate::verify::rules::prelude::*;

/// `kb-method-missing` · error · person
///
/// Universe: active members who use contraception.
/// Says: no method is chosen.
pub const RULE: Rule = Rule {
    code: "kb-method-missing",
    severity: Severity::Error,
    title: ("Cara KB belum dipilih", "Method not chosen"),
    why: (
        "Tanpa cara KB, pemakaian modern dan jangka panjang tidak bisa dihitung.",
        "Without the method, modern and long-acting use cannot be counted.",
    ),
    fields: &[of_person(p::kb_using), of_person(p::kb_method)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    if person.kb_using.is(YesNo::Yes) && !person.kb_method.get().is_some_and(Contraception::is_use) {
        out.about(person, p::kb_method, |lang| t::kb_method_missing(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn use_without_method_is_told() {
        check(
            &RULE,
            "P Aluh memakai_kb=ya; P Diang memakai_kb=ya metode_kb=tidak_memakai",
            expect_test::expect![[r#"
            Aluh · metode_kb: Aluh memakai KB, tetapi cara KB-nya belum dipilih.
            Diang · metode_kb: Diang memakai KB, tetapi cara KB-nya belum dipilih."#]],
        );
        silent(&RULE, "P Aluh memakai_kb=ya metode_kb=suntik; P Diang memakai_kb=tidak");
    }
}
