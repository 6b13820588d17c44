//! A NIK begins with the code of a province.
//! Source: domain.md §5.2, rule 4 and §3.1.

use crate::verify::rules::prelude::*;

/// `nik-province-unknown` · warning · person
///
/// Universe: active members with a well-formed NIK.
/// Says: its first two digits are no province of the list.
pub const RULE: Rule = Rule {
    code: "nik-province-unknown",
    severity: Severity::Warning,
    title: ("Kode provinsi di NIK tidak dikenal", "Unknown province in the NIK"),
    why: (
        "Dua angka pertama NIK adalah provinsi tempat orang pertama kali didaftar, misalnya 63 untuk Kalimantan Selatan.",
        "The first two digits of a NIK are the province of first registration, for example 63 for Kalimantan Selatan.",
    ),
    fields: &[of_person(p::nik)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    let known = |region: u32| crate::base::region::PROVINCES.iter().any(|code| u32::from(*code) == region / 10_000);
    if person.nik_read().is_some_and(|nik| !known(nik.region)) {
        out.about(person, p::nik, |lang| t::nik_province_unknown(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn there_is_no_province_99() {
        check(
            &RULE,
            "L Rahmadi nik=9904150101900001",
            expect_test::expect![
                "Rahmadi · nik: Dua angka pertama NIK Rahmadi bukan kode provinsi yang dikenal. Periksa, mungkin salah ketik."
            ],
        );
        silent(&RULE, "L Rahmadi nik=6304150101900001; L Budi nik=3171010101900001");
    }
}
