//! Name, sex, birth date and relation are the core of a person.
//! Source: domain.md §5.2, rule 17 and §2.2.

use crate::verify::rules::prelude::*;

/// `required-field-missing` · error · person
///
/// Universe: active members.
/// Says: one of the four is empty. A birth date that nobody knows counts as answered (see `birth-date-estimated`).
pub const RULE: Rule = Rule {
    code: "required-field-missing",
    severity: Severity::Error,
    title: ("Isian pokok masih kosong", "Core field is empty"),
    why: (
        "Nama, jenis kelamin, tanggal lahir, dan hubungan dengan kepala keluarga diperlukan untuk semua hitungan. Tanggal lahir boleh tahunnya saja.",
        "Name, sex, birth date and relation to the head are needed for every count. The year of birth alone will do.",
    ),
    fields: &[of_person(p::name), of_person(p::sex), of_person(p::born), of_person(p::relation)],
    check: Check::Person(look),
};

fn look(person: &Member, _: &Home, out: &mut Out) {
    let empty = [
        (p::name, !person.name.is_known()),
        (p::sex, !person.sex.is_known()),
        (p::born, person.born.is_missing()),
        (p::relation, !person.relation.is_known()),
    ];
    for (tag, _) in empty.into_iter().filter(|(_, empty)| *empty) {
        out.about(person, tag, |lang| {
            let label = crate::register::field(p::ALL, tag).map_or("", |field| field.label(lang));
            t::required_field_missing(lang, called(person, lang), label.to_lowercase())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn each_empty_field_is_told() {
        check(
            &RULE,
            "? Rahmadi 1990-01-01; P Aluh anak",
            expect_test::expect![[r#"
            Rahmadi · jenis_kelamin: Data Rahmadi belum lengkap: jenis kelamin masih kosong.
            Rahmadi · hubungan: Data Rahmadi belum lengkap: hubungan dengan kepala keluarga masih kosong.
            Aluh · tanggal_lahir: Data Aluh belum lengkap: tanggal lahir masih kosong."#]],
        );
        silent(&RULE, "P Aluh 1990 anak; L Budi tanggal_lahir=tidak_tahu kepala");
    }
}
