//! One NIK belongs to one person.
//! Source: domain.md §5.2, rule 8 and §3.1.

use crate::verify::rules::prelude::*;

/// `nik-duplicate` · error · cross-family
///
/// Universe: active members with a NIK of sixteen digits.
/// Says: another active person has the same NIK, and is not plainly the same person in another family (see `person-in-two-families`).
pub const RULE: Rule = Rule {
    code: "nik-duplicate",
    severity: Severity::Error,
    title: ("Satu NIK dipakai dua orang", "One NIK, two persons"),
    why: (
        "NIK hanya milik satu orang seumur hidup. Biasanya salah satunya salah salin dari KK, atau satu orang tercatat dua kali.",
        "A NIK belongs to one person for life. Usually one of the two was copied wrongly, or one person is recorded twice.",
    ),
    fields: &[of_person(p::nik)],
    check: Check::Cross(look),
};

fn look(home: &Home, neighbours: &Neighbours, out: &mut Out) {
    for (at, person) in home.members.iter().enumerate() {
        let nik = written_number(person.nik.text());
        if nik.len() != 16 {
            continue;
        }
        let same_nik = |other: &&Person| other.nik.text() == nik;
        let within = home.members.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, other)| other.person);
        let days = home.frame.thresholds.duplicate_days;
        let beyond = neighbours.of(person).filter(same_nik).filter(|other| !same_name_and_birth(person, other, days));
        if let Some(other) = within.filter(same_nik).chain(beyond).next() {
            out.about_with(person, p::nik, &[other.into()], |lang| {
                t::nik_duplicate(lang, nik, called(person, lang), called(other, lang))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn two_persons_with_one_nik_are_told_in_both_families() {
        check(
            &RULE,
            "L Rahmadi 1990-01-01 nik=6304150101900001 / L Budi 1990-01-01 nik=6304150101900001",
            expect_test::expect![[r#"
                Rahmadi · nik: NIK 6304150101900001 dipakai oleh Rahmadi dan Budi. Lihat KTP keduanya, lalu perbaiki atau gabungkan bila orangnya sama.
                Budi · nik: NIK 6304150101900001 dipakai oleh Budi dan Rahmadi. Lihat KTP keduanya, lalu perbaiki atau gabungkan bila orangnya sama."#]],
        );
        silent(&RULE, "L Rahmadi nik=6304150101900001 / L Budi nik=6304150101900002");
        silent(&RULE, "L Rahmadi nik=6304150101900001 / L Budi nik=6304150101900001 status_dasar=mati");
    }

    #[test]
    fn also_within_one_family() {
        check(
            &RULE,
            "L Rahmadi nik=6304150101900001; L Budi nik=6304150101900001",
            expect_test::expect![[r#"
            Rahmadi · nik: NIK 6304150101900001 dipakai oleh Rahmadi dan Budi. Lihat KTP keduanya, lalu perbaiki atau gabungkan bila orangnya sama.
            Budi · nik: NIK 6304150101900001 dipakai oleh Budi dan Rahmadi. Lihat KTP keduanya, lalu perbaiki atau gabungkan bila orangnya sama."#]],
        );
    }
}
