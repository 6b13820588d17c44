//! Mother and child are far enough apart in age.
//! Source: domain.md §5.2, rule 33 and §5.3.

use crate::verify::rules::prelude::*;

/// `mother-age-impossible` · error · family
///
/// Universe: members linked to their mother, both birth dates known.
/// Says: the mother was younger than the minimum when the child was born.
pub const RULE: Rule = Rule {
    code: "mother-age-impossible",
    severity: Severity::Error,
    title: ("Selisih umur ibu dan anak terlalu kecil", "Mother and child too close in age"),
    why: (
        "Ibu paling sedikit 10 tahun lebih tua daripada anaknya. Periksa tanggal lahir keduanya, atau ibunya salah pilih.",
        "A mother is at least 10 years older than her child. Check both birth dates, or the mother was chosen wrongly.",
    ),
    fields: &[of_person(p::born), of_person(p::mother)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    for (mother, child) in home.family.mother_child_pairs().filter(|(_, child)| child.is_active()) {
        let (Some(mother_born), Some(born)) = (mother.born.get(), child.born.get()) else { continue };
        if mother.id != child.id && mother_born.years_until(born) < home.frame.thresholds.mother_min_age {
            out.about_with(child, p::born, &[mother.into()], |lang| {
                t::mother_age_impossible(lang, called(mother, lang), called(child, lang))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_mother_of_nine_is_impossible() {
        check(
            &RULE,
            "P ibu 2000-01-01; L anak 2009-06-01 ibu=1",
            expect_test::expect![
                "anak · tanggal_lahir: Selisih umur ibu dan anak terlalu kecil untuk ibu dan anak. Periksa tanggal lahir keduanya."
            ],
        );
        silent(&RULE, "P ibu 2000-01-01; L anak 2010-01-01 ibu=1");
    }
}
