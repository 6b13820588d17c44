//! A family has one head.
//! Source: domain.md §5.2, rule 23 and §2.2.

use crate::verify::rules::prelude::*;

/// `head-multiple` · error · family
///
/// Universe: families with active members.
/// Says: more than one of them is the head.
pub const RULE: Rule = Rule {
    code: "head-multiple",
    severity: Severity::Error,
    title: ("Kepala keluarga lebih dari satu", "More than one head"),
    why: (
        "Satu keluarga satu kepala. Bila memang dua keluarga dalam satu rumah, catat masing-masing sebagai keluarga sendiri.",
        "One family, one head. Where two families live in one house, record each as a family of its own.",
    ),
    fields: &[of_person(p::relation)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let heads: Vec<_> = home.members.iter().filter(|member| member.relation.is(Relation::Head)).collect();
    if let [_, second, rest @ ..] = heads.as_slice() {
        let rest: Vec<Involved> = rest.iter().map(|head| (*head).into()).collect();
        out.about_with(*second, p::relation, &rest, |lang| t::head_multiple(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn the_second_head_is_told() {
        check(
            &RULE,
            "L Rahmadi kepala; P Aluh kepala",
            expect_test::expect![
                "Aluh · hubungan: Keluarga ini punya lebih dari satu kepala keluarga. Pilih satu saja."
            ],
        );
        silent(&RULE, "L Rahmadi kepala; P Aluh istri");
        silent(&RULE, "L Rahmadi kepala status_dasar=mati; P Aluh kepala");
    }
}
