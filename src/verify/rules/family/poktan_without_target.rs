//! Community groups are for families with members of certain ages.
//! Source: domain.md §5.2, rule 49 and §4.4.

use crate::verify::rules::prelude::*;

/// `poktan-without-target` · warning · family
///
/// Universe: families whose active members all have known ages.
/// Says: BKB, BKR, PIK-R or BKL is joined and nobody is of its ages.
pub const RULE: Rule = Rule {
    code: "poktan-without-target",
    severity: Severity::Warning,
    title: ("Ikut kelompok tanpa anggota sasaran", "Joins a group without anyone of its ages"),
    why: (
        "BKB untuk keluarga dengan anak 0–6 tahun, BKR dan PIK-R remaja 10–24 tahun, BKL lansia 60 tahun ke atas.",
        "BKB is for families with children of 0–6, BKR and PIK-R with youth of 10–24, BKL with elderly of 60 and above.",
    ),
    fields: &[of_family(f::bkb), of_family(f::bkr), of_family(f::pikr), of_family(f::bkl), of_person(p::born)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    if home.members.iter().any(|member| member.age.is_none()) {
        return;
    }
    let groups = [
        (f::bkb, home.family.bkb.get(), "BKB", 0..=6),
        (f::bkr, home.family.bkr.get(), "BKR", 10..=24),
        (f::pikr, home.family.pikr.get(), "PIK-R", 10..=24),
        (f::bkl, home.family.bkl.get(), "BKL", 60..=i32::MAX),
    ];
    for (tag, joined, name, ages) in groups {
        let target = home.members.iter().filter_map(|member| member.age).any(|age| ages.contains(&age));
        if joined == Some(YesNo::Yes) && !target {
            out.about(home.family, tag, |lang| t::poktan_without_target(lang, name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn bkl_without_elderly() {
        check(
            &RULE,
            "keluarga ikut_bkl=ya ikut_bkb=ya; L Rahmadi 1990-01-01; L Anak 2022-01-01",
            expect_test::expect![
                "keluarga · ikut_bkl: Keluarga ini tercatat ikut BKL, tetapi tidak ada anggota pada umur sasarannya. Periksa."
            ],
        );
        silent(&RULE, "keluarga ikut_bkl=ya; L Datu 1950-01-01");
        silent(&RULE, "keluarga ikut_bkl=ya; L Rahmadi");
    }
}
