//! Nobody married first at an age not yet reached.
//! Source: domain.md §5.2, rule 31.

use crate::verify::rules::prelude::*;

/// `first-marriage-after-current-age` · error · person
///
/// Universe: active members with birth date and age at first marriage.
/// Says: the age at first marriage is above the present age.
pub const RULE: Rule = Rule {
    code: "first-marriage-after-current-age",
    severity: Severity::Error,
    title: ("Umur kawin pertama di atas umur sekarang", "Age at first marriage above present age"),
    why: (
        "Umur kawin pertama tidak mungkin lebih besar daripada umur sekarang. Mungkin yang terisi tahunnya.",
        "The age at first marriage cannot exceed the present age. Perhaps the year was written.",
    ),
    fields: &[of_person(p::born), of_person(p::first_marriage_age)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    let (Some(age), Some(first)) = (person.age, person.first_marriage_age.get()) else { return };
    if first > age {
        out.about(person, p::first_marriage_age, |lang| {
            t::first_marriage_after_current_age(lang, called(person, lang))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_year_in_place_of_an_age() {
        check(
            &RULE,
            "L Budi 1990-01-01 usia_kawin_pertama=2010",
            expect_test::expect![
                "Budi · usia_kawin_pertama: Umur kawin pertama Budi lebih besar daripada umurnya sekarang. Periksa lagi."
            ],
        );
        silent(&RULE, "L Budi 1990-01-01 usia_kawin_pertama=36");
    }
}
