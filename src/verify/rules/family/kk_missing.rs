//! A family without No. KK is asked about until a reason is given.
//! Source: domain.md §5.2, rule 12.

use crate::verify::rules::prelude::*;

/// `kk-missing` · warning · family
///
/// Universe: families with active members.
/// Says: there is no No. KK, and no reason is given.
pub const RULE: Rule = Rule {
    code: "kk-missing",
    severity: Severity::Warning,
    title: ("Nomor KK belum diisi", "Family card number is empty"),
    why: (
        "Nomor KK ada di bagian atas Kartu Keluarga. Kalau keluarga belum punya kartunya, catat alasannya.",
        "The number stands on top of the family card. Where the family has no card yet, note why.",
    ),
    fields: &[of_family(f::kk), of_family(f::kk_reason)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let none = written_number(home.family.kk.text()).is_empty() && !home.family.kk_reason.is_known();
    if none && !home.members.is_empty() {
        out.about(home.family, f::kk, |lang| t::kk_missing(lang, home.head_name(lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_family_without_card_is_asked_about() {
        check(
            &RULE,
            "L Rahmadi kepala",
            expect_test::expect![[
                r#"keluarga · no_kk: Nomor KK keluarga Rahmadi belum diisi. Kalau belum punya KK, pilih "belum punya KK"."#
            ]],
        );
        silent(&RULE, "keluarga alasan_tanpa_kk=belum_punya; L Rahmadi");
        silent(&RULE, "keluarga no_kk=6304150101200001; L Rahmadi");
        silent(&RULE, "");
    }
}
