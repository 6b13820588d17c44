//! The birth date and the date in the NIK are compared; the NIK stays as on the card.
//! Source: domain.md §5.2, rule 5 and §3.1.

use crate::verify::rules::prelude::*;

/// `nik-date-mismatch` · warning · person
///
/// Universe: active members with a well-formed NIK and a whole birth date.
/// Says: day, month or two-digit year differ.
pub const RULE: Rule = Rule {
    code: "nik-date-mismatch",
    severity: Severity::Warning,
    title: ("NIK tidak cocok dengan tanggal lahir", "NIK does not fit the birth date"),
    why: (
        "Enam angka tengah NIK memuat tanggal lahir. Untuk perempuan, tanggalnya ditambah 40. Bila berbeda, lihat KTP atau KK sebelum mengubah apa pun.",
        "The six middle digits of the NIK hold the birth date, with 40 added to the day for women. Where they differ, look at the card before you change anything.",
    ),
    fields: &[of_person(p::nik), of_person(p::born)],
    check: Check::Person(look),
};

fn look(person: &Member, home: &Home, out: &mut Out) {
    let (Some(nik), Some(born)) = (person.nik_read(), person.born.get()) else { return };
    if born.is_full() && !nik.agrees_with(born) {
        let of_nik = nik.birth_dates(home.frame.today).into_iter().min_by_key(|date| date.days_until(born).abs());
        out.about(person, p::born, |lang| {
            let of_nik = of_nik.map_or_else(|| "?".to_owned(), |date| number::date(lang, date));
            t::nik_date_mismatch(lang, called(person, lang), number::date(lang, born), of_nik)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn another_day_is_asked_about() {
        check(
            &RULE,
            "P Siti_Aminah 1990-08-21 nik=6303055208900003",
            expect_test::expect![
                "Siti Aminah · tanggal_lahir: Tanggal lahir Siti Aminah (21 Agustus 1990) berbeda dari tanggal di dalam NIK (12 Agustus 1990). Kalau keduanya sudah sama dengan KK, simpan dan beri catatan."
            ],
        );
        silent(
            &RULE,
            "P Siti_Aminah 1990-08-12 nik=6303055208900003; L Budi 1990 nik=6304150101910001; L Anak 2020-01-05 nik=6304150501200001",
        );
    }
}
