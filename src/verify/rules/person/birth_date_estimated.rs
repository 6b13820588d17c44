//! A birth date known in part is a reminder to complete it.
//! Source: domain.md §5.2, rule 19.

use crate::verify::rules::prelude::*;

/// `birth-date-estimated` · info · person
///
/// Universe: active members whose birth date was asked.
/// Says: only the year, or year and month, or nothing of it is known.
pub const RULE: Rule = Rule {
    code: "birth-date-estimated",
    severity: Severity::Info,
    title: ("Tanggal lahir perkiraan", "Estimated birth date"),
    why: (
        "Umur masih bisa dihitung kira-kira. Lengkapi bila ada akta, KTP, atau ijazah.",
        "The age can still be reckoned roughly. Complete the date when there is a certificate, card or diploma.",
    ),
    fields: &[of_person(p::born)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    let estimated = match person.born.get() {
        Some(born) => !born.is_full(),
        None => !person.born.is_missing(),
    };
    if estimated {
        out.about(person, p::born, |lang| t::birth_date_estimated(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_year_alone_is_an_estimate() {
        check(
            &RULE,
            "L Rahmadi 1950; P Aluh tanggal_lahir=tidak_tahu",
            expect_test::expect![[r#"
            Rahmadi · tanggal_lahir: Tanggal lahir Rahmadi masih perkiraan. Lengkapi kalau nanti ada akta atau KTP.
            Aluh · tanggal_lahir: Tanggal lahir Aluh masih perkiraan. Lengkapi kalau nanti ada akta atau KTP."#]],
        );
        silent(&RULE, "L Rahmadi 1950-01-01; L Budi");
    }
}
