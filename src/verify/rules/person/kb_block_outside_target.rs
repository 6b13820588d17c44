//! The KB block is for married women of 10 to 49 years (PK21 block II).
//! Source: domain.md §5.2, rule 39 and §2.3.

use crate::verify::rules::prelude::*;

/// `kb-block-outside-target` · warning · person
///
/// Universe: active members of known sex, marital status and age who are no married women of those ages.
/// Says: pregnancy, use, a method, a wish for children or a reason for not using is filled. Children born and living are left alone: widows have them too.
pub const RULE: Rule = Rule {
    code: "kb-block-outside-target",
    severity: Severity::Warning,
    title: ("Isian KB di luar sasaran", "KB block outside its target"),
    why: (
        "Isian KB hanya untuk perempuan berstatus kawin umur 10–49 tahun. Mungkin umur, jenis kelamin, atau status kawinnya keliru.",
        "The KB block is for married women of 10–49 years. Perhaps age, sex or marital status is wrong.",
    ),
    fields: &[
        of_person(p::born),
        of_person(p::sex),
        of_person(p::marital),
        of_person(p::pregnant),
        of_person(p::kb_using),
        of_person(p::kb_method),
        of_person(p::child_wish),
        of_person(p::kb_reason),
    ],
    check: Check::Person(look),
};

fn look(person: &Member, home: &Home, out: &mut Out) {
    let (Some(age), Some(sex), Some(status)) = (person.age, person.sex.get(), person.marital.get()) else { return };
    if sex == Sex::Female && status == Marital::Married && home.frame.thresholds.kb_ages.contains(&age) {
        return;
    }
    let filled = [
        (p::pregnant, sex == Sex::Female && person.pregnant.is(YesNo::Yes)),
        (p::kb_using, person.kb_using.is(YesNo::Yes)),
        (p::kb_method, person.kb_method.get().is_some_and(Contraception::is_use)),
        (p::child_wish, person.child_wish.is_known()),
        (p::kb_reason, person.kb_reason.is_known()),
    ];
    if let Some((tag, _)) = filled.into_iter().find(|(_, filled)| *filled) {
        out.about(person, tag, |lang| t::kb_block_outside_target(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_man_and_a_girl_are_outside() {
        check(
            &RULE,
            "L Budi 1990-01-01 kawin metode_kb=pil; P Aluh 2005-01-01 belum_kawin hamil=ya",
            expect_test::expect![[r#"
                Budi · metode_kb: Isian KB hanya untuk perempuan kawin umur 10–49 tahun. Periksa umur dan status kawin Budi.
                Aluh · hamil: Isian KB hanya untuk perempuan kawin umur 10–49 tahun. Periksa umur dan status kawin Aluh."#]],
        );
        silent(
            &RULE,
            "P Aluh 1990-01-01 kawin memakai_kb=ya metode_kb=pil; L Budi 1990-01-01 kawin metode_kb=tidak_memakai; P Diang 1970-01-01 cerai_mati anak_lahir_hidup_l=2",
        );
    }
}
