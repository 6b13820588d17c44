//! Every family has a head.
//! Source: domain.md §5.2, rule 22 and §2.2.

use crate::verify::rules::prelude::*;

/// `head-missing` · error · family
///
/// Universe: families with active members.
/// Says: none of them is the head.
pub const RULE: Rule = Rule {
    code: "head-missing",
    severity: Severity::Error,
    title: ("Belum ada kepala keluarga", "No head of the family"),
    why: (
        "Kepala keluarga adalah yang bertanggung jawab atas keluarga ini, laki-laki atau perempuan. Pilih hubungannya di isian anggota.",
        "The head is the one responsible for this family, man or woman. Choose the relation in the form of the member.",
    ),
    fields: &[of_person(p::relation)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    if let Some(first) = home.members.first().filter(|_| home.family.head().is_none()) {
        out.about(first, p::relation, |lang| t::head_missing(lang).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_family_without_head_is_told() {
        check(
            &RULE,
            "L Rahmadi anak; P Aluh",
            expect_test::expect![
                "Rahmadi · hubungan: Keluarga ini belum punya kepala keluarga. Tentukan siapa orangnya."
            ],
        );
        silent(&RULE, "L Rahmadi kepala");
        silent(&RULE, "L Rahmadi status_dasar=mati");
        silent(&RULE, "");
    }
}
