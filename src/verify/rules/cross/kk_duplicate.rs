//! One card may hold two couples, each a family of its own in the survey; so the same number twice is asked about.
//! Source: domain.md §5.2, rule 15 and §2.1.

use crate::verify::rules::prelude::*;

/// `kk-duplicate` · warning · cross-family
///
/// Universe: families with active members and a No. KK.
/// Says: another family with active members has the same No. KK.
pub const RULE: Rule = Rule {
    code: "kk-duplicate",
    severity: Severity::Warning,
    title: ("Satu nomor KK di dua keluarga", "One family card number, two families"),
    why: (
        "Dalam Pendataan Keluarga, satu pasangan satu formulir, jadi satu KK bisa memuat dua keluarga. Bila bukan begitu, salah satu nomornya keliru.",
        "The family survey takes one couple a form, so one card can hold two families. Otherwise one of the numbers is wrong.",
    ),
    fields: &[of_family(f::kk)],
    check: Check::Cross(look),
};

fn look(home: &Home, neighbours: &Neighbours, out: &mut Out) {
    let kk = written_number(home.family.kk.text());
    if kk.is_empty() || home.members.is_empty() {
        return;
    }
    let other = neighbours.families.iter().find(|other| other.kk.text() == kk && other.active().next().is_some());
    if let Some(other) = other {
        out.about_with(home.family, f::kk, &[(*other).into()], |lang| t::kk_duplicate(lang, head_name(other, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn two_families_with_one_number() {
        check(
            &RULE,
            "keluarga no_kk=6304150101200001; L Rahmadi kepala / keluarga no_kk=6304150101200001; L Budi kepala",
            expect_test::expect![[r#"
                keluarga · no_kk: Nomor KK ini juga dipakai keluarga Budi. Kalau memang satu KK berisi dua pasangan, beri tanda; kalau tidak, perbaiki.
                keluarga · no_kk: Nomor KK ini juga dipakai keluarga Rahmadi. Kalau memang satu KK berisi dua pasangan, beri tanda; kalau tidak, perbaiki."#]],
        );
        silent(&RULE, "keluarga no_kk=6304150101200001; L Rahmadi / keluarga no_kk=6304150101200002; L Budi");
        silent(
            &RULE,
            "keluarga no_kk=6304150101200001; L Rahmadi / keluarga no_kk=6304150101200001; L Budi status_dasar=pindah",
        );
    }
}
