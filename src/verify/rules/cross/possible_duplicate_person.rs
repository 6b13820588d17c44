//! One person recorded twice under slightly different names or dates.
//! Source: domain.md §5.2, rule 10, and §5.3 for the distance of birth dates.

use crate::verify::rules::prelude::*;

/// `possible-duplicate-person` · warning · cross-family
///
/// Universe: active members with name, sex and birth date.
/// Says: a person of another family has a like name, the same sex and a birth date not further away than the limit; and their NIK do not tell them apart (two well-formed NIK that differ in more than two digits are two persons).
pub const RULE: Rule = Rule {
    code: "possible-duplicate-person",
    severity: Severity::Warning,
    title: ("Mungkin orang yang sama", "May be one person"),
    why: (
        "Nama, jenis kelamin, dan tanggal lahirnya sama atau hampir sama. Bisa jadi orang yang sama tercatat dua kali, bisa juga dua orang yang berbeda.",
        "Name, sex and birth date are the same or nearly so. It may be one person recorded twice, or two different persons.",
    ),
    fields: &[of_person(p::nik), of_person(p::name), of_person(p::born), of_person(p::sex)],
    check: Check::Cross(look),
};

fn look(home: &Home, neighbours: &Neighbours, out: &mut Out) {
    let days = home.frame.thresholds.duplicate_days;
    for person in home.members.iter().filter(|person| person.sex.is_known()) {
        let nik = written_number(person.nik.text());
        let alike = |other: &&Person| {
            person.sex == other.sex
                && (nik.is_empty() || other.nik.text() != nik)
                && same_name_and_birth(person, other, days)
                && !super::temporary_nik_match::may_be_known_by_nik(person, other)
        };
        if let Some(other) = neighbours.of(person).find(alike) {
            out.about_with(person, p::name, &[other.into()], |lang| {
                t::possible_duplicate_person(lang, called(person, lang), called(other, lang))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_slip_in_name_date_and_nik() {
        check(
            &RULE,
            "L Muhammad_Rifani 1990-01-01 nik=6304150101900001 / L M._Ripani 1990-01-02 nik=6304150201900001",
            expect_test::expect![[r#"
                Muhammad Rifani · nama: Muhammad Rifani dan M. Ripani mungkin orang yang sama. Tanyakan ke keluarga sebelum digabungkan.
                M. Ripani · nama: M. Ripani dan Muhammad Rifani mungkin orang yang sama. Tanyakan ke keluarga sebelum digabungkan."#]],
        );
        silent(
            &RULE,
            "L Muhammad_Rifani 1990-01-01 nik=6304150101900001 / L Muhammad_Rifani 1990-01-01 nik=6371020101907777",
        );
        silent(&RULE, "L Hasan 1990-01-01 / L Husin 1990-01-01");
        silent(&RULE, "L Hasan 1990-01-01 / P Hasan 1990-01-01");
        silent(&RULE, "L Rahmadi 1990-01-01 / L Rahmadi 1990-03-01");
    }
}
