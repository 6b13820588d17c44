//! Every dusun and RT of the list is visited in the period.
//! Source: domain.md §5.2, rule 65 and §5.3.

use crate::verify::rules::prelude::*;

/// `area-not-covered` · warning · village
///
/// Universe: areas of the village profile.
/// Says: no family in it was visited within the update interval.
pub const RULE: Rule = Rule {
    code: "area-not-covered",
    severity: Severity::Warning,
    title: ("Wilayah belum didata", "Area not visited"),
    why: (
        "Wilayah ini ada di daftar profil desa, tetapi belum ada keluarga di dalamnya yang dikunjungi dalam setahun.",
        "This area is in the list of the village profile, but no family in it was visited within a year.",
    ),
    fields: &[of_profile(crate::register::profile_field::areas)],
    check: Check::Village(look),
};

fn look(village: &Village, out: &mut Out) {
    for area in &village.not_covered {
        out.about(&village.profile, crate::register::profile_field::areas, |lang| {
            t::area_not_covered(lang, place(lang, area))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn an_empty_hamlet_is_told() {
        check(
            &RULE,
            "desa daftar_wilayah=Hilir|1|2; keluarga dusun=Hilir rw=1 rt=3 tanggal_kunjungan=2026-10-01; L Rahmadi",
            expect_test::expect![
                "desa · daftar_wilayah: Belum ada keluarga yang didata di RT 2 / RW 1, Dusun Hilir pada periode ini."
            ],
        );
        silent(
            &RULE,
            "desa daftar_wilayah=Hilir|1|2; keluarga dusun=Hilir rw=1 rt=2 tanggal_kunjungan=2026-10-01; L Rahmadi",
        );
    }
}
