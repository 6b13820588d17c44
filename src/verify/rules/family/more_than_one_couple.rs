//! The family survey takes one couple a form.
//! Source: domain.md §5.2, rule 27 and §2.1.

use crate::verify::rules::prelude::*;

/// `more-than-one-couple` · warning · family
///
/// Universe: families with active members.
/// Says: two or more married men and two or more married women live in it.
pub const RULE: Rule = Rule {
    code: "more-than-one-couple",
    severity: Severity::Warning,
    title: ("Lebih dari satu pasangan", "More than one couple"),
    why: (
        "Dalam Pendataan Keluarga, tiap pasangan dicatat sebagai keluarga sendiri walaupun satu rumah dan satu KK.",
        "In the family survey every couple is a family of its own, even in one house and on one card.",
    ),
    fields: &[of_person(p::marital), of_person(p::sex)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let married = |sex: Sex| home.members.iter().filter(move |m| m.marital.is(Marital::Married) && m.sex.is(sex));
    if married(Sex::Male).count() > 1 && married(Sex::Female).count() > 1 {
        let couples: Vec<Involved> = married(Sex::Male).chain(married(Sex::Female)).map(Involved::from).collect();
        out.about_with(home.family, 0, &couples, |lang| t::more_than_one_couple(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn two_couples_are_asked_about() {
        check(
            &RULE,
            "L Rahmadi kepala kawin; P Aluh istri kawin; L Budi anak kawin; P Diang menantu kawin",
            expect_test::expect![
                "keluarga · -: Ada lebih dari satu pasangan suami istri di sini. Dalam PK, satu pasangan satu formulir; pisahkan bila perlu."
            ],
        );
        silent(&RULE, "L Rahmadi kepala kawin; P Aluh istri kawin; P Diang anak kawin");
    }
}
