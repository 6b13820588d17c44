//! A very young head is asked about.
//! Source: domain.md §5.2, rule 24 and §5.3.

use crate::verify::rules::prelude::*;

/// `head-too-young` · warning · family
///
/// Universe: families with a head of known age.
/// Says: the head is younger than the limit.
pub const RULE: Rule = Rule {
    code: "head-too-young",
    severity: Severity::Warning,
    title: ("Kepala keluarga sangat muda", "Very young head"),
    why: (
        "Kepala keluarga di bawah 15 tahun jarang ada. Bila benar, keluarga ini mungkin perlu pendampingan.",
        "A head below 15 years is rare. If it is right, the family may need support.",
    ),
    fields: &[of_person(p::relation), of_person(p::born)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let heads = home.members.iter().filter(|member| member.relation.is(Relation::Head));
    for (head, age) in heads.filter_map(|head| head.age.map(|age| (head, age))) {
        if age < home.frame.thresholds.head_min_age {
            out.about(head, p::born, |lang| t::head_too_young(lang, called(head, lang), age));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_head_of_ten_is_asked_about() {
        check(
            &RULE,
            "L Budi 2016-01-01 kepala",
            expect_test::expect!["Budi · tanggal_lahir: Kepala keluarga Budi baru berumur 10 tahun. Pastikan benar."],
        );
        silent(&RULE, "L Budi 2011-11-24 kepala; L Anak 2020-01-01 anak");
    }
}
