//! A decile comes from DTSEN and is never typed by hand.
//! Source: domain.md §5.2, rule 50 and §7.7.

use crate::verify::rules::prelude::*;

/// `desil-without-import` · error · family
///
/// Universe: families with a decile.
/// Says: source or date is empty, or it lies outside 1 to 10.
pub const RULE: Rule = Rule {
    code: "desil-without-import",
    severity: Severity::Error,
    title: ("Desil tanpa sumber", "Decile without a source"),
    why: (
        "Desil kesejahteraan hanya boleh berasal dari data DTSEN yang diimpor, lengkap dengan sumber dan tanggalnya.",
        "The welfare decile may only come from imported DTSEN data, with its source and date.",
    ),
    fields: &[of_family(f::decile), of_family(f::decile_source), of_family(f::decile_on)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let family = home.family;
    let Some(decile) = family.decile.get() else { return };
    let told = !family.decile_source.text().is_empty() && family.decile_on.is_known();
    if !told || !(1..=10).contains(&decile) {
        out.about(family, f::decile, |lang| t::desil_without_import(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_decile_without_source_is_told() {
        check(
            &RULE,
            "keluarga desil=3; L Rahmadi",
            expect_test::expect!["keluarga · desil: Desil tidak boleh diisi sendiri. Gunakan data resmi dari DTSEN."],
        );
        silent(&RULE, "keluarga desil=3 sumber_desil=DTSEN tanggal_desil=2026-10-01; L Rahmadi");
    }

    #[test]
    fn so_is_the_eleventh() {
        check(
            &RULE,
            "keluarga desil=11 sumber_desil=DTSEN tanggal_desil=2026-10-01; L Rahmadi",
            expect_test::expect!["keluarga · desil: Desil tidak boleh diisi sendiri. Gunakan data resmi dari DTSEN."],
        );
    }
}
