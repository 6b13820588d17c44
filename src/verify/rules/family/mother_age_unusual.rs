//! A mother outside the usual ages of childbearing is asked about, never refused.
//! Source: domain.md §5.2, rule 34; the range is configuration (`Thresholds::usual_motherhood`).

use crate::verify::rules::prelude::*;

/// `mother-age-unusual` · warning · family
///
/// Universe: members linked to their mother, both birth dates known.
/// Says: her age in completed years when the child was born lies outside the usual range, and above the minimum.
pub const RULE: Rule = Rule {
    code: "mother-age-unusual",
    severity: Severity::Warning,
    title: ("Umur ibu saat melahirkan tidak biasa", "Unusual age of the mother"),
    why: (
        "Kebanyakan ibu melahirkan pada umur 15–49 tahun. Di luar itu bisa saja benar; pastikan tanggal lahir dan pilihan ibunya.",
        "Most mothers give birth at 15–49 years. Other ages can be right; make sure of the birth dates and the choice of mother.",
    ),
    fields: &[of_person(p::born), of_person(p::mother)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let thresholds = home.frame.thresholds;
    for (mother, child) in home.family.mother_child_pairs().filter(|(_, child)| child.is_active()) {
        let (Some(mother_born), Some(born)) = (mother.born.get(), child.born.get()) else { continue };
        let age_years = mother_born.years_until(born);
        if age_years >= thresholds.mother_min_age && !thresholds.usual_motherhood.contains(&age_years) {
            out.about_with(child, p::mother, &[mother.into()], |lang| {
                t::mother_age_unusual(lang, called(mother, lang), age_years, called(child, lang))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_mother_of_fourteen_is_asked_about() {
        check(
            &RULE,
            "P ibu 2000-01-01; L anak 2014-06-01 ibu=1",
            expect_test::expect![
                "anak · ibu_kandung: ibu berumur 14 tahun ketika anak lahir. Pastikan tanggal lahir dan ibunya benar."
            ],
        );
        silent(&RULE, "P ibu 2000-01-01; L anak 2020-06-01 ibu=1; L adik 2005-01-01 ibu=1");
    }
}
