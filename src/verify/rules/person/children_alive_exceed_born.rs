//! No more children live than were born.
//! Source: domain.md §5.2, rule 45.

use crate::verify::rules::prelude::*;

/// `children-alive-exceed-born` · error · person
///
/// Universe: active members with children born and children living, sons and daughters each.
/// Says: more sons, or more daughters, are living than were born.
pub const RULE: Rule = Rule {
    code: "children-alive-exceed-born",
    severity: Severity::Error,
    title: ("Anak hidup melebihi anak lahir", "More children living than born"),
    why: (
        "Anak yang masih hidup tidak mungkin lebih banyak daripada yang pernah dilahirkan.",
        "There cannot be more children living than were ever born.",
    ),
    fields: &[of_person(p::born_boys), of_person(p::born_girls), of_person(p::alive_boys), of_person(p::alive_girls)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    let pairs = [
        (p::alive_boys, person.born_boys.get(), person.alive_boys.get()),
        (p::alive_girls, person.born_girls.get(), person.alive_girls.get()),
    ];
    let more = |pair: &(u16, Option<i32>, Option<i32>)| matches!(pair, (_, Some(born), Some(alive)) if alive > born);
    if let Some((tag, ..)) = pairs.into_iter().find(more) {
        out.about(person, tag, |lang| t::children_alive_exceed_born(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn three_living_of_two_born() {
        check(
            &RULE,
            "P Aluh anak_lahir_hidup_p=2 anak_masih_hidup_p=3",
            expect_test::expect![
                "Aluh · anak_masih_hidup_p: Anak yang masih hidup lebih banyak daripada anak yang pernah dilahirkan Aluh. Periksa lagi."
            ],
        );
        silent(&RULE, "P Aluh anak_lahir_hidup_l=2 anak_masih_hidup_l=2; P Diang anak_masih_hidup_l=2");
    }
}
