//! Guessed ages end in 0 and 5 (Whipple’s index, ages 23 to 62).
//! Source: domain.md §5.2, rule 63 and §5.3.

use crate::verify::rules::prelude::*;

/// `age-heaping` · info · village
///
/// Universe: villages with at least 100 persons aged 23 to 62.
/// Says: Whipple’s index is above the limit.
pub const RULE: Rule = Rule {
    code: "age-heaping",
    severity: Severity::Info,
    title: ("Umur banyak berakhir 0 dan 5", "Ages heaped on 0 and 5"),
    why: (
        "Bila umur dikira-kira, banyak yang berakhir 0 dan 5. Indeks Whipple 100 berarti tidak ada penumpukan, 500 berarti semuanya.",
        "When ages are guessed, many end in 0 and 5. Whipple’s index is 100 without heaping, 500 where all are.",
    ),
    fields: &[],
    check: Check::Village(look),
};

fn look(village: &Village, out: &mut Out) {
    let limits = village.frame.thresholds;
    let n = f64::from(village.n_aged_23_to_62);
    let whipple = f64::from(village.n_age_ends_0_or_5) * 5.0 / n.max(1.0) * 100.0;
    if village.n_aged_23_to_62 >= limits.whipple_from_persons && whipple > limits.whipple_max {
        out.about(&village.profile, 0, |lang| t::age_heaping(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn guessed_ages_show() {
        check(
            &RULE,
            &"L Rahmadi 1986-01-01; L Budi 1983-01-01; ".repeat(50),
            expect_test::expect![
                "desa · -: Banyak umur yang berakhir 0 dan 5. Kemungkinan umur dikira-kira; minta tanggal lahir dari KTP atau akta."
            ],
        );
        silent(&RULE, &"L A 1986-01-01; L B 1985-01-01; L C 1984-01-01; L D 1983-01-01; L E 1982-01-01; ".repeat(30));
        silent(&RULE, "L Rahmadi 1986-11-24; L Budi 1996-11-24");
    }
}
