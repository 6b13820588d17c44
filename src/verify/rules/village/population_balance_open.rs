//! The stock moves by events: closing = opening + births − deaths + arrivals − departures.
//! Source: domain.md §5.2, rule 61 and §4.3.

use crate::verify::rules::prelude::*;

/// `population-balance-open` · error · village
///
/// Universe: the last twelve months, or from the first recorded event where that is later.
/// Says: somebody came or went without an event of that kind, or an event moved nobody.
pub const RULE: Rule = Rule {
    code: "population-balance-open",
    severity: Severity::Error,
    title: ("Jumlah penduduk tidak berimbang", "Population does not balance"),
    why: (
        "Jumlah akhir = jumlah awal + lahir − mati + datang − pindah. Setiap orang yang bertambah atau berkurang perlu punya peristiwanya.",
        "Closing = opening + births − deaths + arrivals − departures. Everyone who was added or lost needs an event.",
    ),
    fields: &[],
    check: Check::Village(look),
};

fn look(village: &Village, out: &mut Out) {
    let n = village.unmatched.len();
    if n > 0 {
        out.about(&village.profile, 0, |lang| {
            let mut names = village.unmatched.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
            if n > 5 {
                names = format!("{names} {}", t::and_more(lang, n - 5));
            }
            t::population_balance_open(lang, n, names)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_newborn_without_event() {
        check(
            &RULE,
            "L Rahmadi status_dasar=mati tanggal_keluar=2026-02-01; mati 1 2026-02-01; P Bayi 2026-05-01",
            expect_test::expect![
                "desa · -: Jumlah penduduk akhir tidak cocok dengan catatan lahir, mati, datang, pindah. Periksa 1 data berikut, atau jelaskan selisihnya: Bayi."
            ],
        );
        silent(
            &RULE,
            "L Rahmadi status_dasar=mati tanggal_keluar=2026-02-01; mati 1 2026-02-01; P Bayi 2026-05-01; lahir 2 2026-05-01; P Kakak 2020-01-01",
        );
        silent(&RULE, "P Bayi 2026-05-01");
    }
}
