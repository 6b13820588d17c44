//! A person without NIK is asked about until a reason is given.
//! Source: domain.md §5.2, rule 1 and §3.2.

use crate::verify::rules::prelude::*;

/// `nik-missing` · warning · person
///
/// Universe: active members.
/// Says: there is no NIK (a lone `0` or `-` is none), and no reason is given.
pub const RULE: Rule = Rule {
    code: "nik-missing",
    severity: Severity::Warning,
    title: ("NIK belum diisi", "NIK is empty"),
    why: (
        "NIK menghubungkan orang yang sama di semua data. Salin dari KTP, KK, atau KIA; kalau memang belum punya, catat alasannya.",
        "The NIK ties one person together across all data. Copy it from the card; where there is none, note why.",
    ),
    fields: &[of_person(p::nik), of_person(p::nik_reason)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    if person.card == Card::None && !person.nik_reason.is_known() {
        out.about(person, p::nik, |lang| t::nik_missing(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_person_without_nik_is_asked_about() {
        check(
            &RULE,
            "L Rahmadi 1990-01-01; P Aluh 2026-10-01 nik=0",
            expect_test::expect![[r#"
            Rahmadi · nik: NIK Rahmadi belum diisi. Salin dari KTP atau KK; kalau memang belum punya, pilih "belum punya NIK".
            Aluh · nik: NIK Aluh belum diisi. Salin dari KTP atau KK; kalau memang belum punya, pilih "belum punya NIK"."#]],
        );
        silent(&RULE, "L Rahmadi nik=6304150101900001; P Aluh alasan_tanpa_nik=belum_punya");
    }
}
