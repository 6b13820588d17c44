//! Births of one mother are twins, or a pregnancy apart.
//! Source: domain.md §5.2, rule 35 and §5.3.

use crate::base::Order as _;
use crate::verify::rules::prelude::*;

/// `siblings-too-close` · warning · family
///
/// Universe: active members of one mother with whole birth dates.
/// Says: two of them, next to each other by birth, are born further apart than twins and closer than the shortest gap.
pub const RULE: Rule = Rule {
    code: "siblings-too-close",
    severity: Severity::Warning,
    title: ("Jarak lahir terlalu dekat", "Births too close together"),
    why: (
        "Dua kelahiran dari satu ibu berjarak paling sedikit tujuh bulan, kecuali kembar. Periksa tanggal lahirnya.",
        "Two births of one mother are at least seven months apart, unless twins. Check the birth dates.",
    ),
    fields: &[of_person(p::born), of_person(p::mother)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let thresholds = home.frame.thresholds;
    let whole = |member: &&Member| member.born.get().is_some_and(|born| born.is_full()) && member.mother.is_known();
    let mut children: Vec<&Member> = home.members.iter().filter(whole).collect();
    children.order_by_key(|child| (child.mother.get(), child.born.get(), child.id));
    for pair in children.windows(2) {
        let (older, younger) = (pair[0], pair[1]);
        let (Some(first), Some(second)) = (older.born.get(), younger.born.get()) else { continue };
        let months = first.months_until(second);
        if older.mother == younger.mother
            && first.days_until(second) > thresholds.twins_days
            && months < thresholds.birth_gap_months
        {
            out.about_with(younger, p::born, &[older.into()], |lang| {
                t::siblings_too_close(lang, called(older, lang), called(younger, lang), months)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn four_months_are_too_few() {
        check(
            &RULE,
            "P ibu 1980-01-01; L satu 2010-01-01 ibu=1; L dua 2010-05-02 ibu=1",
            expect_test::expect![
                "dua · tanggal_lahir: Jarak lahir satu dan dua hanya 4 bulan. Periksa tanggal lahir keduanya."
            ],
        );
        silent(
            &RULE,
            "P ibu 1980-01-01; L satu 2010-01-01 ibu=1; L kembar 2010-01-02 ibu=1; L dua 2010-09-01 ibu=1; L lain 2010-04-01",
        );
    }
}
