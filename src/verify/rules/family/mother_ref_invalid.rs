//! The mother is a woman of this family, or does not live here.
//! Source: domain.md §5.2, rule 32 and §2.2.

use crate::verify::rules::prelude::*;

/// `mother-ref-invalid` · error · family
///
/// Universe: active members with a mother chosen.
/// Says: the choice points to no member, to the person, or to a man.
pub const RULE: Rule = Rule {
    code: "mother-ref-invalid",
    severity: Severity::Error,
    title: ("Ibu kandung salah pilih", "Wrong mother chosen"),
    why: (
        "Ibu kandung dipilih dari anggota perempuan keluarga ini, juga yang sudah meninggal. Bila ibunya tinggal di tempat lain, pilih \"tidak berlaku\".",
        "The mother is chosen among the women of this family, also those who died. If she lives elsewhere, choose \"does not apply\".",
    ),
    fields: &[of_person(p::mother), of_person(p::sex)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    for child in &home.members {
        let Some(chosen) = child.mother.get() else { continue };
        let mother = home.family.member(chosen).filter(|mother| !mother.removed);
        if chosen == child.id || mother.is_none_or(|mother| mother.sex.is(Sex::Male)) {
            let others: Vec<Involved> =
                mother.filter(|mother| mother.id != child.id).map(Involved::from).into_iter().collect();
            out.about_with(child, p::mother, &others, |lang| t::mother_ref_invalid(lang, called(child, lang)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_man_oneself_or_nobody_is_no_mother() {
        check(
            &RULE,
            "L Rahmadi; L Anak ibu=1; P Aluh ibu=3; L Budi ibu=9",
            expect_test::expect![[r#"
            Anak · ibu_kandung: Ibu kandung Anak salah pilih. Pilih ibunya dari daftar, atau "ibu tidak tinggal di sini".
            Aluh · ibu_kandung: Ibu kandung Aluh salah pilih. Pilih ibunya dari daftar, atau "ibu tidak tinggal di sini".
            Budi · ibu_kandung: Ibu kandung Budi salah pilih. Pilih ibunya dari daftar, atau "ibu tidak tinggal di sini"."#]],
        );
        silent(&RULE, "P Aluh; L Anak ibu=1; L Budi ibu=tidak_berlaku");
        silent(&RULE, "P Aluh status_dasar=mati; L Anak ibu=1");
    }
}
