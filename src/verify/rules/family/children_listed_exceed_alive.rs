//! The children of a mother in the list are among her living children.
//! Source: domain.md §5.2, rule 46.

use crate::verify::rules::prelude::*;

/// `children-listed-exceed-alive` · warning · family
///
/// Universe: women with "anak masih hidup" filled, sons and daughters.
/// Says: more active members point to her as their mother.
pub const RULE: Rule = Rule {
    code: "children-listed-exceed-alive",
    severity: Severity::Warning,
    title: ("Anak di daftar melebihi anak masih hidup", "More children listed than living"),
    why: (
        "Jumlah anak di daftar anggota tidak boleh lebih banyak daripada isian anak masih hidup. Mungkin ibunya salah pilih, atau ada anak tiri.",
        "The children in the list cannot be more than the children still living. Perhaps a mother was chosen wrongly, or there is a stepchild.",
    ),
    fields: &[of_person(p::mother), of_person(p::alive_boys), of_person(p::alive_girls)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    for mother in &home.members {
        let (Some(boys), Some(girls)) = (mother.alive_boys.get(), mother.alive_girls.get()) else { continue };
        let children = home.members.iter().filter(|child| child.mother.is(mother.id));
        let children: Vec<Involved> = children.map(Involved::from).collect();
        if children.len() as i64 > i64::from(boys) + i64::from(girls) {
            out.about_with(mother, p::alive_boys, &children, |lang| {
                t::children_listed_exceed_alive(lang, called(mother, lang))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn two_listed_of_one_living() {
        check(
            &RULE,
            "P Aluh anak_masih_hidup_l=1 anak_masih_hidup_p=0; L satu ibu=1; L dua ibu=1",
            expect_test::expect![[
                r#"Aluh · anak_masih_hidup_l: Anak Aluh di daftar ini lebih banyak daripada isian "anak masih hidup". Cocokkan."#
            ]],
        );
        silent(&RULE, "P Aluh anak_masih_hidup_l=1 anak_masih_hidup_p=1; L satu ibu=1; L dua ibu=1");
        silent(&RULE, "P Aluh anak_masih_hidup_l=1; L satu ibu=1; L dua ibu=1");
    }
}
