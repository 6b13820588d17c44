//! Health, family planning and income are specific personal data: they need a recorded basis.
//! Source: domain.md §5.2, rule 53 and §13.1 (UU 27/2022 ps 4, 20–24). Children in the list of residents are no reason by themselves: the village keeps that list by law.

use crate::verify::rules::prelude::*;

/// `lawful-basis-missing` · error · family
///
/// Universe: families with an answer on disability, illness, nutrition, pregnancy, family planning or income.
/// Says: no lawful basis is recorded.
pub const RULE: Rule = Rule {
    code: "lawful-basis-missing",
    severity: Severity::Error,
    title: ("Dasar pendataan belum dicatat", "Lawful basis not recorded"),
    why: (
        "Isian kesehatan, KB, dan penghasilan termasuk data pribadi yang spesifik. Bacakan penjelasan kepada keluarga, lalu catat persetujuan atau dasar tugasnya.",
        "Answers on health, family planning and income are specific personal data. Read out the explanation to the family, then record the consent or the duty.",
    ),
    fields: &[of_family(f::basis)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let specific = |member: &Member| {
        member.disability.is_known()
            || member.chronic.is_known()
            || member.nutrition.is_known()
            || member.pregnant.is_known()
            || member.kb_using.is_known()
            || member.kb_method.is_known()
    };
    let family = home.family;
    if !family.basis.is_known() && (family.income.is_known() || home.members.iter().any(specific)) {
        out.about(family, f::basis, |lang| t::lawful_basis_missing(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn illness_needs_a_basis() {
        check(
            &RULE,
            "L Rahmadi sakit_menahun=jantung",
            expect_test::expect![
                "keluarga · dasar_pendataan: Dasar pendataan keluarga ini belum dicatat. Bacakan penjelasan, lalu catat persetujuan atau dasar tugasnya."
            ],
        );
        silent(&RULE, "keluarga dasar_pendataan=persetujuan; L Rahmadi sakit_menahun=jantung");
        silent(&RULE, "L Rahmadi 2020-01-01");
    }

    #[test]
    fn so_does_income() {
        check(
            &RULE,
            "keluarga ada_penghasilan=ya; L Rahmadi",
            expect_test::expect![
                "keluarga · dasar_pendataan: Dasar pendataan keluarga ini belum dicatat. Bacakan penjelasan, lalu catat persetujuan atau dasar tugasnya."
            ],
        );
    }
}
