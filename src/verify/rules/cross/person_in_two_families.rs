//! A person lives in one family at a time.
//! Source: domain.md §5.2, rule 11 (UU 24/2013 ps 97).

use crate::verify::rules::prelude::*;

/// `person-in-two-families` · error · cross-family
///
/// Universe: active members with a NIK of sixteen digits.
/// Says: another family has an active member of the same NIK, a like name and a near birth date.
pub const RULE: Rule = Rule {
    code: "person-in-two-families",
    severity: Severity::Error,
    title: ("Satu orang di dua keluarga", "One person in two families"),
    why: (
        "Setiap orang dihitung sekali, di keluarga tempat ia tinggal. Pilih keluarganya sekarang, lalu keluarkan catatan yang satu lagi.",
        "Everyone is counted once, in the family where they live. Choose the present family and take the other record out.",
    ),
    fields: &[of_person(p::nik), of_person(p::name), of_person(p::born)],
    check: Check::Cross(look),
};

fn look(home: &Home, neighbours: &Neighbours, out: &mut Out) {
    let days = home.frame.thresholds.duplicate_days;
    for person in &home.members {
        let nik = written_number(person.nik.text());
        let same = |other: &&Person| other.nik.text() == nik && same_name_and_birth(person, other, days);
        let other = neighbours.of(person).find(same);
        if let Some(other) = other.filter(|_| nik.len() == 16) {
            out.about_with(person, p::nik, &[other.into()], |lang| {
                t::person_in_two_families(lang, called(person, lang))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn one_person_twice() {
        check(
            &RULE,
            "P Aluh 1990-01-01 nik=6304154101900001 / P Aluh 1990-01-01 nik=6304154101900001",
            expect_test::expect![[r#"
                Aluh · nik: Aluh tercatat di dua keluarga. Pilih keluarga tempat ia tinggal sekarang.
                Aluh · nik: Aluh tercatat di dua keluarga. Pilih keluarga tempat ia tinggal sekarang."#]],
        );
        silent(&RULE, "P Aluh 1990-01-01 nik=6304154101900001 / P Diang 1990-01-01 nik=6304154101900001");
    }
}
