//! A wife is a woman, a husband a man.
//! Source: domain.md §5.2, rule 25 and §2.8.

use crate::verify::rules::prelude::*;

/// `relation-sex-mismatch` · error · person
///
/// Universe: active members who are husband or wife, of known sex.
/// Says: relation and sex contradict each other.
pub const RULE: Rule = Rule {
    code: "relation-sex-mismatch",
    severity: Severity::Error,
    title: ("Hubungan tidak cocok dengan jenis kelamin", "Relation does not fit the sex"),
    why: (
        "Istri tercatat laki-laki, atau suami tercatat perempuan. Salah satu isiannya keliru.",
        "A wife is recorded as male, or a husband as female. One of the two is wrong.",
    ),
    fields: &[of_person(p::relation), of_person(p::sex)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    let (Some(relation), Some(sex)) = (person.relation.get(), person.sex.get()) else { return };
    if matches!((relation, sex), (Relation::Wife, Sex::Male) | (Relation::Husband, Sex::Female)) {
        out.about(person, p::sex, |lang| {
            let label = |text: &str| text.to_lowercase();
            t::relation_sex_mismatch(lang, called(person, lang), label(relation.label(lang)), label(sex.label(lang)))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_wife_who_is_a_man_is_told() {
        check(
            &RULE,
            "L Rahmadi istri; P Aluh suami",
            expect_test::expect![[r#"
            Rahmadi · jenis_kelamin: Rahmadi tercatat sebagai istri, tetapi jenis kelaminnya laki-laki. Betulkan salah satunya.
            Aluh · jenis_kelamin: Aluh tercatat sebagai suami, tetapi jenis kelaminnya perempuan. Betulkan salah satunya."#]],
        );
        silent(&RULE, "P Aluh istri; L Rahmadi suami; ? Budi istri; L Adi kepala");
    }
}
