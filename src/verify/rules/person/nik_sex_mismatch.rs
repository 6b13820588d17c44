//! The sex and the day in the NIK are compared; both may be as on the card.
//! Source: domain.md §5.2, rule 6 and §3.1.

use crate::verify::rules::prelude::*;

/// `nik-sex-mismatch` · warning · person
///
/// Universe: active members with a well-formed NIK and known sex.
/// Says: the day is above 40 for a man, or up to 31 for a woman.
pub const RULE: Rule = Rule {
    code: "nik-sex-mismatch",
    severity: Severity::Warning,
    title: ("NIK tidak cocok dengan jenis kelamin", "NIK does not fit the sex"),
    why: (
        "Untuk perempuan, angka tanggal di dalam NIK ditambah 40, jadi 41 sampai 71. Bila tidak cocok, lihat KTP atau KK.",
        "For women 40 is added to the day in the NIK, which makes 41 to 71. Where it does not fit, look at the card.",
    ),
    fields: &[of_person(p::nik), of_person(p::sex)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    let (Some(nik), Some(sex)) = (person.nik_read(), person.sex.get()) else { return };
    if nik.sex != sex {
        out.about(person, p::sex, |lang| {
            let label = |sex: Sex| sex.label(lang).to_lowercase();
            t::nik_sex_mismatch(lang, called(person, lang), label(sex), label(nik.sex))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_man_with_a_womans_day_is_asked_about() {
        check(
            &RULE,
            "L Yusuf 1990-01-01 nik=6304154101900001",
            expect_test::expect![
                "Yusuf · jenis_kelamin: Jenis kelamin Yusuf (laki-laki) tidak cocok dengan NIK (perempuan). Periksa keduanya; data boleh tetap disimpan."
            ],
        );
        silent(&RULE, "P Aluh nik=6304154101900001; ? Budi nik=6304154101900001");
    }
}
