//! Small children are not married.
//! Source: domain.md §5.2, rule 28 and §5.3.

use crate::verify::rules::prelude::*;

/// `marital-age-impossible` · error · person
///
/// Universe: active members with birth date and marital status.
/// Says: the status is not "belum kawin" below the minimum age.
pub const RULE: Rule = Rule {
    code: "marital-age-impossible",
    severity: Severity::Error,
    title: ("Anak tercatat pernah kawin", "Child recorded as ever married"),
    why: (
        "Di bawah 10 tahun tidak mungkin pernah kawin. Umur atau status kawinnya keliru.",
        "Below 10 years nobody was ever married. Age or marital status is wrong.",
    ),
    fields: &[of_person(p::born), of_person(p::marital)],
    check: Check::Person(look),
};

fn look(person: &Member, home: &Home, out: &mut Out) {
    let ever = person.marital.is_known() && !person.marital.is(Marital::Never);
    if let Some(age) = person.age.filter(|age| ever && *age < home.frame.thresholds.ever_married_min_age) {
        out.about(person, p::marital, |lang| t::marital_age_impossible(lang, called(person, lang), age));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_married_child_is_told() {
        check(
            &RULE,
            "P Aluh 2020-01-01 kawin",
            expect_test::expect![
                "Aluh · status_kawin: Aluh berumur 6 tahun tetapi tercatat pernah kawin. Periksa umur dan status kawinnya."
            ],
        );
        silent(&RULE, "P Aluh 2020-01-01 belum_kawin; P Diang 2016-11-24 kawin");
    }
}
