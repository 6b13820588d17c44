//! A No. KK has sixteen digits.
//! Source: domain.md §5.2, rule 13 and §3.3.

use crate::verify::rules::prelude::*;

/// `kk-format` · error · family
///
/// Universe: families with something written as No. KK.
/// Says: it is not sixteen digits.
pub const RULE: Rule = Rule {
    code: "kk-format",
    severity: Severity::Error,
    title: ("Nomor KK bukan 16 angka", "Family card number is not 16 digits"),
    why: (
        "Nomor KK selalu 16 angka. Biasanya ada angka yang terlewat atau terketik dua kali.",
        "A family card number always has 16 digits. Usually a digit was left out or typed twice.",
    ),
    fields: &[of_family(f::kk)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let kk = written_number(home.family.kk.text());
    if !kk.is_empty() && crate::base::nik::check_kk(kk) == Err(DigitsError::Format) {
        out.about(home.family, f::kk, |lang| t::kk_format(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn fifteen_digits_are_no_number() {
        check(
            &RULE,
            "keluarga no_kk=630415010120001; L Rahmadi",
            expect_test::expect!["keluarga · no_kk: Nomor KK harus 16 angka. Periksa lagi di lembar KK."],
        );
        silent(&RULE, "keluarga no_kk=6304150101200001; L Rahmadi");
        silent(&RULE, "keluarga no_kk=0; L Rahmadi");
    }
}
