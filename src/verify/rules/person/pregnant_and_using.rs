//! Who is pregnant uses no contraception.
//! Source: domain.md §5.2, rule 41 and §7.2.

use crate::verify::rules::prelude::*;

/// `pregnant-and-using` · warning · person
///
/// Universe: active members recorded as pregnant.
/// Says: use of contraception, or a method, is recorded too.
pub const RULE: Rule = Rule {
    code: "pregnant-and-using",
    severity: Severity::Warning,
    title: ("Hamil dan memakai KB", "Pregnant and using contraception"),
    why: (
        "Salah satunya biasanya isian lama. Tanyakan keadaan yang sekarang.",
        "One of the two is usually an old answer. Ask how it is now.",
    ),
    fields: &[of_person(p::pregnant), of_person(p::kb_using), of_person(p::kb_method)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    if person.pregnant.is(YesNo::Yes) && uses(person) {
        out.about(person, p::kb_using, |lang| t::pregnant_and_using(lang, called(person, lang)));
    }
}

fn uses(person: &Person) -> bool {
    match person.kb_using.get() {
        Some(answer) => answer.is_yes(),
        None => person.kb_method.get().is_some_and(Contraception::is_use),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn both_at_once_are_asked_about() {
        check(
            &RULE,
            "P Aluh hamil=ya memakai_kb=ya; P Diang hamil=ya metode_kb=pil",
            expect_test::expect![[r#"
            Aluh · memakai_kb: Aluh tercatat hamil dan masih memakai KB. Tanyakan keadaan yang sekarang.
            Diang · memakai_kb: Diang tercatat hamil dan masih memakai KB. Tanyakan keadaan yang sekarang."#]],
        );
        silent(&RULE, "P Aluh hamil=ya memakai_kb=tidak metode_kb=tidak_memakai; P Diang hamil=tidak memakai_kb=ya");
    }
}
