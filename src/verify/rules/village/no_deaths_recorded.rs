//! Deaths go unrecorded: a year without any is a warning, not good news.
//! Source: domain.md §5.2, rule 62 and §4.3.

use crate::verify::rules::prelude::*;

/// `no-deaths-recorded` · warning · village
///
/// Universe: villages of 500 persons and more.
/// Says: nobody died in the last twelve months.
pub const RULE: Rule = Rule {
    code: "no-deaths-recorded",
    severity: Severity::Warning,
    title: ("Setahun tanpa kematian", "A year without deaths"),
    why: (
        "Di desa sebesar ini hampir selalu ada yang meninggal dalam setahun. Mungkin kematiannya belum dilaporkan.",
        "In a village of this size somebody almost always dies within a year. Perhaps deaths were not reported.",
    ),
    fields: &[],
    check: Check::Village(look),
};

fn look(village: &Village, out: &mut Out) {
    if village.n_persons >= village.frame.thresholds.deaths_from_persons && village.n_deaths == 0 {
        out.about(&village.profile, 0, |lang| t::no_deaths_recorded(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_large_village_without_deaths_is_asked() {
        let living = "L Rahmadi; ".repeat(500);
        check(
            &RULE,
            &living,
            expect_test::expect![
                "desa · -: Setahun ini belum ada kematian yang tercatat. Tanyakan ke ketua RT apakah ada yang terlewat."
            ],
        );
        silent(&RULE, &format!("{living} P Datu status_dasar=mati tanggal_keluar=2026-02-01"));
        silent(&RULE, "L Rahmadi");
    }
}
