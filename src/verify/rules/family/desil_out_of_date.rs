//! Deciles are refreshed every three months.
//! Source: domain.md §5.2, rule 51, §5.3 and §7.7.

use crate::verify::rules::prelude::*;

/// `desil-out-of-date` · info · family
///
/// Universe: families with a decile and its date.
/// Says: the date is more than one refresh ago.
pub const RULE: Rule = Rule {
    code: "desil-out-of-date",
    severity: Severity::Info,
    title: ("Desil sudah lama", "Decile out of date"),
    why: (
        "DTSEN dimutakhirkan tiga bulan sekali. Mintalah data terbaru kepada desa atau Dinas Sosial.",
        "DTSEN is refreshed every three months. Ask the village office or the social service for the newest data.",
    ),
    fields: &[of_family(f::decile), of_family(f::decile_on)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let Some(on) = home.family.decile_on.get().filter(|_| home.family.decile.is_known()) else { return };
    let limit = home.frame.thresholds.decile_months;
    if on.months_until(home.frame.today) >= limit {
        out.about(home.family, f::decile, |lang| t::desil_out_of_date(lang, limit));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn half_a_year_is_old() {
        check(
            &RULE,
            "keluarga desil=3 sumber_desil=DTSEN tanggal_desil=2026-05-01; L Rahmadi",
            expect_test::expect![
                "keluarga · desil: Data desil keluarga ini sudah lebih dari 3 bulan. Minta data terbaru."
            ],
        );
        silent(&RULE, "keluarga desil=3 sumber_desil=DTSEN tanggal_desil=2026-10-01; L Rahmadi");
    }
}
