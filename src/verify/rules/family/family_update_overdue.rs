//! Families are updated every year.
//! Source: domain.md §5.2, rule 52, §2.1 and §5.3.

use crate::verify::rules::prelude::*;

/// `family-update-overdue` · info · family
///
/// Universe: families with active members and a date of the last visit.
/// Says: it is as long ago as the update interval.
pub const RULE: Rule = Rule {
    code: "family-update-overdue",
    severity: Severity::Info,
    title: ("Sudah setahun belum dikunjungi", "Not visited for a year"),
    why: (
        "Pendataan Keluarga dimutakhirkan setiap tahun. Tanggal kunjungan terakhir sudah setahun atau lebih.",
        "The family survey is updated every year. The last visit was a year ago or more.",
    ),
    fields: &[of_family(f::visited)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let Some(visited) = home.family.visited.get().filter(|_| !home.members.is_empty()) else { return };
    if visited.months_until(home.frame.today) >= home.frame.thresholds.update_months {
        out.about(home.family, f::visited, |lang| t::family_update_overdue(lang, home.head_name(lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_year_ago_is_due() {
        check(
            &RULE,
            "keluarga tanggal_kunjungan=2025-11-24; L Rahmadi kepala",
            expect_test::expect![
                "keluarga · tanggal_kunjungan: Keluarga Rahmadi sudah setahun belum dimutakhirkan. Jadwalkan kunjungan."
            ],
        );
        silent(&RULE, "keluarga tanggal_kunjungan=2025-11-25; L Rahmadi");
        silent(&RULE, "L Rahmadi");
    }
}
