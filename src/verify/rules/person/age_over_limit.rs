//! Very high ages are mostly slips in the year, or people who died.
//! Source: domain.md §5.2, rule 20, §3.1 and §5.3.

use crate::verify::rules::prelude::*;

/// `age-over-limit` · warning · person
///
/// Universe: active members with a birth date.
/// Says: the age today is above the limit.
pub const RULE: Rule = Rule {
    code: "age-over-limit",
    severity: Severity::Warning,
    title: ("Umur terlalu tinggi", "Very high age"),
    why: (
        "Umur di atas 110 tahun sangat jarang. Biasanya tahun lahirnya salah, atau kematiannya belum dicatat.",
        "Ages above 110 are very rare. Usually the year of birth is wrong, or a death was not recorded.",
    ),
    fields: &[of_person(p::born)],
    check: Check::Person(look),
};

fn look(person: &Member, home: &Home, out: &mut Out) {
    if let Some(age) = person.age.filter(|age| *age > home.frame.thresholds.age_limit) {
        out.about(person, p::born, |lang| t::age_over_limit(lang, called(person, lang), age));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_hundred_and_eleven_is_asked_about() {
        check(
            &RULE,
            "L Datu 1915-01-01",
            expect_test::expect![
                "Datu · tanggal_lahir: Umur Datu tercatat 111 tahun. Periksa tahun lahirnya dan pastikan orangnya masih ada."
            ],
        );
        silent(&RULE, "L Datu 1916-11-24");
    }
}
