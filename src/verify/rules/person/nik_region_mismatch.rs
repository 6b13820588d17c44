//! The area digits of a NIK are those of first registration; elsewhere is normal, so many can be confirmed at once.
//! Source: domain.md §5.2, rule 7, §3.1 and §5.3.

use crate::verify::rules::prelude::*;

/// `nik-region-mismatch` · warning · person
///
/// Universe: active members with a well-formed NIK, where the village is chosen.
/// Says: the first six digits are not the kecamatan of the village.
pub const RULE: Rule = Rule {
    code: "nik-region-mismatch",
    severity: Severity::Warning,
    title: ("NIK dari kecamatan lain", "NIK of another district"),
    why: (
        "Enam angka pertama NIK menunjukkan kecamatan tempat orang pertama kali didaftar. NIK tidak berubah bila pindah, jadi kode lain itu wajar bagi pendatang. Yang dicari di sini hanya salah ketik.",
        "The first six digits of the NIK show the district of first registration. A NIK does not change with a move, so another code is normal for newcomers. Only typing slips are sought here.",
    ),
    fields: &[of_person(p::nik)],
    check: Check::Person(look),
};

fn look(person: &Member, home: &Home, out: &mut Out) {
    let here = home.frame.district;
    if here != 0 && person.nik_read().is_some_and(|nik| nik.region != here) {
        out.about(person, p::nik, |lang| t::nik_region_mismatch(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_newcomer_is_asked_about() {
        check(
            &RULE,
            "L Rahmadi nik=6371010101900001",
            expect_test::expect![
                "Rahmadi · nik: Kode wilayah NIK Rahmadi bukan kecamatan ini. Ini wajar bagi yang pertama kali didaftar di tempat lain; pastikan saja tidak salah ketik."
            ],
        );
        silent(&RULE, "L Rahmadi nik=6304150101900001");
        silent(&RULE, "desa kode_desa=; L Rahmadi nik=6371010101900001");
    }
}
