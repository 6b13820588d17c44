//! Where many have no NIK, begin with the hamlet that has most of them.
//! Source: domain.md §5.2, rule 64 and §5.3.

use crate::verify::rules::prelude::*;

/// `nik-missing-share` · warning · village
///
/// Universe: active persons.
/// Says: the share without NIK is above the limit.
pub const RULE: Rule = Rule {
    code: "nik-missing-share",
    severity: Severity::Warning,
    title: ("Banyak yang belum ber-NIK", "Many without NIK"),
    why: (
        "Tanpa NIK, data sulit dicocokkan dengan data lain. Dahulukan wilayah yang paling banyak belum lengkap.",
        "Without NIK, data are hard to match with others. Begin where most are missing.",
    ),
    fields: &[],
    check: Check::Village(look),
};

fn look(village: &Village, out: &mut Out) {
    let percent = f64::from(village.n_without_nik) / f64::from(village.n_persons.max(1)) * 100.0;
    if percent > village.frame.thresholds.nik_missing_percent {
        out.about(&village.profile, 0, |lang| {
            let percent = number::decimal(lang, percent, 1);
            match &village.worst_dusun {
                Some(dusun) => t::nik_missing_share(lang, percent, dusun),
                None => t::nik_missing_share_whole(lang, percent),
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn half_without_nik() {
        check(
            &RULE,
            "keluarga dusun=Hilir; L Rahmadi nik=6304150101900001; L Budi",
            expect_test::expect![
                "desa · -: 50,0% penduduk belum ber-NIK di data ini. Dahulukan melengkapi dusun Hilir."
            ],
        );
        silent(&RULE, "L Rahmadi nik=6304150101900001");
    }

    #[test]
    fn without_hamlets() {
        check(
            &RULE,
            "L Rahmadi",
            expect_test::expect!["desa · -: 100,0% penduduk belum ber-NIK di data ini. Lengkapi sedikit demi sedikit."],
        );
    }
}
