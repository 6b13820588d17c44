//! The date in a NIK exists in the calendar.
//! Source: domain.md §5.2, rule 3 and §3.1.

use crate::verify::rules::prelude::*;

/// `nik-date-impossible` · error · person
///
/// Universe: active members with a NIK of sixteen digits.
/// Says: its day (less 40 for women) and month are no date in any possible century.
pub const RULE: Rule = Rule {
    code: "nik-date-impossible",
    severity: Severity::Error,
    title: ("Tanggal di dalam NIK tidak ada", "Date in the NIK does not exist"),
    why: (
        "Angka ke-7 sampai ke-12 NIK adalah tanggal lahir; untuk perempuan tanggalnya ditambah 40. Tanggal seperti 31 Februari berarti ada angka yang salah.",
        "Digits 7 to 12 of a NIK are the birth date, with 40 added to the day for women. A date such as 31 February means that a digit is wrong.",
    ),
    fields: &[of_person(p::nik)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    if person.card == Card::Bad(DigitsError::Date) {
        out.about(person, p::nik, |lang| t::nik_date_impossible(lang, called(person, lang)));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn the_thirty_first_of_february_is_no_date() {
        check(
            &RULE,
            "L Rahmadi nik=6304153102900001",
            expect_test::expect![
                "Rahmadi · nik: Angka tanggal di dalam NIK Rahmadi tidak ada di kalender. Cocokkan dengan KTP atau KK."
            ],
        );
        silent(&RULE, "P Aluh nik=6304154101900001");
    }
}
