//! Who is sterilised and wants a child is asked about both.
//! Source: domain.md §5.2, rule 43.

use crate::verify::rules::prelude::*;

/// `kb-sterilised-wants-child` · warning · person
///
/// Universe: active members who use MOW or MOP.
/// Says: a wish for a child, soon or later, is recorded.
pub const RULE: Rule = Rule {
    code: "kb-sterilised-wants-child",
    severity: Severity::Warning,
    title: ("Steril dan masih ingin anak", "Sterilised and wants a child"),
    why: (
        "Mungkin cara KB-nya salah pilih, atau keinginan anaknya.",
        "Perhaps the method was chosen wrongly, or the wish.",
    ),
    fields: &[of_person(p::kb_using), of_person(p::kb_method), of_person(p::child_wish)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    let method = person
        .kb_method
        .get()
        .filter(|method| matches!(method, Contraception::FemaleSterilisation | Contraception::MaleSterilisation));
    let wants = matches!(person.child_wish.get(), Some(ChildWish::Soon | ChildWish::Later));
    if let Some(method) = method.filter(|_| wants && !person.kb_using.is(YesNo::No)) {
        out.about(person, p::child_wish, |lang| {
            t::kb_sterilised_wants_child(lang, called(person, lang), method.key().to_uppercase())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn mow_and_a_wish_are_asked_about() {
        check(
            &RULE,
            "P Aluh memakai_kb=ya metode_kb=mow keinginan_anak=ias",
            expect_test::expect![
                "Aluh · keinginan_anak: Aluh tercatat steril (MOW) dan masih ingin anak. Tanyakan lagi keduanya."
            ],
        );
        silent(
            &RULE,
            "P Aluh memakai_kb=ya metode_kb=mow keinginan_anak=tial; P Diang metode_kb=pil keinginan_anak=ias",
        );
    }
}
