//! Who was ever married has an age at first marriage.
//! Source: domain.md §5.2, rule 29 and §2.2.

use crate::verify::rules::prelude::*;

/// `first-marriage-age-missing` · warning · person
///
/// Universe: active members ever married.
/// Says: the age at first marriage was never asked.
pub const RULE: Rule = Rule {
    code: "first-marriage-age-missing",
    severity: Severity::Warning,
    title: ("Umur kawin pertama belum diisi", "Age at first marriage is empty"),
    why: (
        "Umur kawin pertama dipakai untuk melihat perkawinan anak. Bila yang bersangkutan tidak tahu, pilih \"tidak tahu\".",
        "The age at first marriage shows child marriages. If the person does not know, choose \"does not know\".",
    ),
    fields: &[of_person(p::marital), of_person(p::first_marriage_age)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    if person.marital.is_known() && !person.marital.is(Marital::Never) && person.first_marriage_age.is_missing() {
        out.about(person, p::first_marriage_age, |lang| t::first_marriage_age_missing(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_widow_is_asked_about() {
        check(
            &RULE,
            "P Aluh 1960-01-01 cerai_mati",
            expect_test::expect![
                "Aluh · usia_kawin_pertama: Umur kawin pertama Aluh belum diisi. Tanyakan kepada yang bersangkutan."
            ],
        );
        silent(
            &RULE,
            "P Aluh kawin usia_kawin_pertama=20; P Diang kawin usia_kawin_pertama=tidak_tahu; L Budi belum_kawin; L Adi",
        );
    }
}
