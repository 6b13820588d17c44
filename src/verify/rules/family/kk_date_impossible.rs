//! Digits 7 to 12 of a No. KK are the day of registration, with no 40 added.
//! Source: domain.md §5.2, rule 14 and §3.3.

use crate::verify::rules::prelude::*;

/// `kk-date-impossible` · warning · family
///
/// Universe: families with a No. KK of sixteen digits.
/// Says: its digits 7 to 12 are no date.
pub const RULE: Rule = Rule {
    code: "kk-date-impossible",
    severity: Severity::Warning,
    title: ("Tanggal di dalam nomor KK tidak ada", "Date in the family card number does not exist"),
    why: (
        "Angka ke-7 sampai ke-12 nomor KK adalah tanggal pendaftaran. Kalau bukan tanggal, mungkin ada angka yang salah, atau yang tersalin adalah NIK.",
        "Digits 7 to 12 of a family card number are the day of registration. If they are no date, a digit may be wrong, or a NIK was copied instead.",
    ),
    fields: &[of_family(f::kk)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    if crate::base::nik::check_kk(home.family.kk.text()) == Err(DigitsError::Date) {
        out.about(home.family, f::kk, |lang| t::kk_date_impossible(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_womans_nik_is_no_card_number() {
        check(
            &RULE,
            "keluarga no_kk=6304154101900001; L Rahmadi",
            expect_test::expect![
                "keluarga · no_kk: Angka tanggal di dalam nomor KK tidak ada di kalender. Cocokkan dengan lembar KK."
            ],
        );
        silent(&RULE, "keluarga no_kk=6304150101200001; L Rahmadi");
    }
}
