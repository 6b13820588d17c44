//! A NIK has sixteen digits and a sequence number above zero.
//! Source: domain.md §5.2, rule 2 and §3.1.

use crate::verify::rules::prelude::*;

/// `nik-format` · error · person
///
/// Universe: active members with something written as NIK.
/// Says: it is not sixteen digits, all zeros, or ends in 0000.
pub const RULE: Rule = Rule {
    code: "nik-format",
    severity: Severity::Error,
    title: ("NIK bukan 16 angka", "NIK is not 16 digits"),
    why: (
        "NIK selalu 16 angka dan empat angka terakhirnya tidak pernah 0000. Biasanya ada angka yang terlewat atau terketik dua kali.",
        "A NIK always has 16 digits and never ends in 0000. Usually a digit was left out or typed twice.",
    ),
    fields: &[of_person(p::nik)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    if person.card == Card::Bad(DigitsError::Format) {
        out.about(person, p::nik, |lang| t::nik_format(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn fifteen_digits_are_no_nik() {
        check(
            &RULE,
            "L Rahmadi nik=630415010190001; P Aluh nik=6304154101900000",
            expect_test::expect![[r#"
            Rahmadi · nik: NIK Rahmadi harus 16 angka dan tidak boleh berakhir 0000. Periksa lagi di KTP atau KK.
            Aluh · nik: NIK Aluh harus 16 angka dan tidak boleh berakhir 0000. Periksa lagi di KTP atau KK."#]],
        );
        silent(&RULE, "L Rahmadi nik=6304150101900001; P Aluh nik=-; P Diang");
    }
}
