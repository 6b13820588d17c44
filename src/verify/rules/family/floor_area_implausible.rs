//! A house has a floor, and not a hall.
//! Source: domain.md §5.2, rule 48 and §5.3.

use crate::verify::rules::prelude::*;

/// `floor-area-implausible` · warning · family
///
/// Universe: families with a floor area.
/// Says: it is zero or less, or above the maximum.
pub const RULE: Rule = Rule {
    code: "floor-area-implausible",
    severity: Severity::Warning,
    title: ("Luas rumah tidak wajar", "Implausible floor area"),
    why: (
        "Luas bangunan diisi dalam meter persegi. Nol atau lebih dari 1.000 m² biasanya salah ketik, atau luas tanah.",
        "The floor area is in square metres. Zero, or more than 1,000 m², is usually a slip, or the area of the land.",
    ),
    fields: &[of_family(f::floor_area)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let most = home.frame.thresholds.floor_area_max;
    if let Some(area) = home.family.floor_area.get().filter(|area| *area <= 0.0 || *area > most) {
        let decimals = usize::from(area.fract() != 0.0);
        out.about(home.family, f::floor_area, |lang| {
            t::floor_area_implausible(lang, number::decimal(lang, area, decimals))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_hall_is_asked_about() {
        check(
            &RULE,
            "keluarga luas_bangunan=3600; L Rahmadi",
            expect_test::expect!["keluarga · luas_bangunan: Luas rumah tercatat 3.600 m². Pastikan angkanya."],
        );
        silent(&RULE, "keluarga luas_bangunan=36; L Rahmadi");
    }

    #[test]
    fn so_is_nothing() {
        check(
            &RULE,
            "keluarga luas_bangunan=0; L Rahmadi",
            expect_test::expect!["keluarga · luas_bangunan: Luas rumah tercatat 0 m². Pastikan angkanya."],
        );
    }
}
