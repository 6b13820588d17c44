//! Who counts as a resident is the village’s choice: 6 months (PK) or a year (BPS).
//! Source: domain.md §5.2, rule 66 and §4.1.

use crate::verify::rules::prelude::*;

/// `residency-rule-unset` · error · village
///
/// Universe: the village profile.
/// Says: no rule is chosen.
pub const RULE: Rule = Rule {
    code: "residency-rule-unset",
    severity: Severity::Error,
    title: ("Batas tinggal belum dipilih", "Residence rule not chosen"),
    why: (
        "Batas tinggal menentukan siapa yang dihitung sebagai penduduk, dan dicetak di bawah setiap tabel.",
        "The residence rule says who counts as a resident, and is printed under every table.",
    ),
    fields: &[of_profile(crate::register::profile_field::resident_months)],
    check: Check::Village(look),
};

fn look(village: &Village, out: &mut Out) {
    if !village.profile.resident_months.is_known() {
        out.about(&village.profile, crate::register::profile_field::resident_months, |lang| {
            t::residency_rule_unset(lang).to_owned()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn unset_is_told() {
        check(
            &RULE,
            "L Rahmadi",
            expect_test::expect![
                "desa · batas_tinggal_bulan: Pilih dulu batas tinggal penduduk: 6 bulan (PK) atau 1 tahun (BPS)."
            ],
        );
        silent(&RULE, "desa batas_tinggal_bulan=6; L Rahmadi");
    }
}
