//! The people living in the house are the members at home.
//! Source: domain.md §5.2, rule 47 and §2.4.

use crate::verify::rules::prelude::*;

/// `present-count-mismatch` · warning · family
///
/// Universe: families with "jumlah orang menetap" filled.
/// Says: it differs from the active members who are not elsewhere or abroad.
pub const RULE: Rule = Rule {
    code: "present-count-mismatch",
    severity: Severity::Warning,
    title: ("Jumlah orang menetap tidak cocok", "People in the house do not add up"),
    why: (
        "Jumlah orang menetap dibandingkan dengan anggota yang keberadaannya di dalam rumah. Yang kosong keberadaannya dihitung di rumah.",
        "The number is compared with the members who are at home. Those whose whereabouts are empty count as at home.",
    ),
    fields: &[of_family(f::residents), of_person(p::presence)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let Some(told) = home.family.residents.get() else { return };
    let away = |member: &&Member| matches!(member.presence.get(), Some(Presence::Elsewhere | Presence::Abroad));
    let counted = home.members.len() - home.members.iter().filter(away).count();
    if i64::from(told) != counted as i64 {
        let members: Vec<Involved> = home.members.iter().map(Involved::from).collect();
        out.about_with(home.family, f::residents, &members, |lang| t::present_count_mismatch(lang, told, counted));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn two_told_and_one_at_home() {
        check(
            &RULE,
            "keluarga orang_menetap=2; L Rahmadi; L Budi keberadaan=di_luar_negeri",
            expect_test::expect![
                "keluarga · orang_menetap: Jumlah orang menetap (2) tidak sama dengan anggota yang tinggal di rumah (1). Hitung lagi."
            ],
        );
        silent(&RULE, "keluarga orang_menetap=1; L Rahmadi; L Budi keberadaan=di_luar_negeri");
        silent(&RULE, "L Rahmadi");
    }
}
