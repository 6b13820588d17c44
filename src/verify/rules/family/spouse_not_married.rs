//! Husband and wife are married.
//! Source: domain.md §5.2, rule 26 and §2.2.

use crate::verify::rules::prelude::*;

/// `spouse-not-married` · warning · family
///
/// Universe: active husbands and wives, and heads who live with one, of known marital status.
/// Says: the status is not "kawin".
pub const RULE: Rule = Rule {
    code: "spouse-not-married",
    severity: Severity::Warning,
    title: ("Suami atau istri tidak berstatus kawin", "Spouse not recorded as married"),
    why: (
        "Hubungannya suami atau istri, tetapi statusnya bukan kawin. Tanyakan statusnya sekarang.",
        "The relation is husband or wife, but the status is not married. Ask for the present status.",
    ),
    fields: &[of_person(p::relation), of_person(p::marital)],
    check: Check::Family(look),
};

fn look(home: &Home, out: &mut Out) {
    let is_spouse = |member: &Member| matches!(member.relation.get(), Some(Relation::Husband | Relation::Wife));
    let has_spouse = home.members.iter().any(is_spouse);
    for person in &home.members {
        let (Some(relation), Some(status)) = (person.relation.get(), person.marital.get()) else { continue };
        let one_of_two = is_spouse(person) || (relation == Relation::Head && has_spouse);
        if one_of_two && status != Marital::Married {
            out.about(person, p::marital, |lang| {
                let relation = relation.label(lang).to_lowercase();
                t::spouse_not_married(lang, called(person, lang), relation, status.label(lang))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_wife_never_married_is_asked_about() {
        check(
            &RULE,
            "L Rahmadi kepala cerai_hidup; P Aluh istri belum_kawin",
            expect_test::expect![[r#"
            Rahmadi · status_kawin: Rahmadi tercatat sebagai kepala keluarga, tetapi status kawinnya "Cerai hidup". Tanyakan lagi.
            Aluh · status_kawin: Aluh tercatat sebagai istri, tetapi status kawinnya "Belum kawin". Tanyakan lagi."#]],
        );
        silent(&RULE, "L Rahmadi kepala kawin; P Aluh istri kawin");
        silent(&RULE, "P Diang kepala cerai_mati; L Budi anak belum_kawin");
    }
}
