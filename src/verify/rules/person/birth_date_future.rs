//! Nobody is born after today.
//! Source: domain.md §5.2, rule 18.

use crate::verify::rules::prelude::*;

/// `birth-date-future` · error · person
///
/// Universe: active members with a birth date.
/// Says: it lies after today.
pub const RULE: Rule = Rule {
    code: "birth-date-future",
    severity: Severity::Error,
    title: ("Tanggal lahir belum terjadi", "Birth date in the future"),
    why: ("Biasanya tahunnya salah ketik.", "Usually the year was mistyped."),
    fields: &[of_person(p::born)],
    check: Check::Person(look),
};

fn look(person: &Member, home: &Home, out: &mut Out) {
    if person.born.get().is_some_and(|born| born > home.frame.today) {
        out.about(person, p::born, |lang| t::birth_date_future(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn tomorrow_is_the_future() {
        check(
            &RULE,
            "L Rahmadi 2026-11-25; L Budi 2027",
            expect_test::expect![[r#"
            Rahmadi · tanggal_lahir: Tanggal lahir Rahmadi belum terjadi. Periksa tahunnya.
            Budi · tanggal_lahir: Tanggal lahir Budi belum terjadi. Periksa tahunnya."#]],
        );
        silent(&RULE, "L Rahmadi 2026-11-24; L Budi 2026");
    }
}
