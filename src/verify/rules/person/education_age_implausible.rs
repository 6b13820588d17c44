//! School levels have their ages.
//! Source: domain.md §5.2, rule 37 and §5.3.

use crate::verify::rules::prelude::*;

/// `education-age-implausible` · warning · person
///
/// Universe: active members with birth date and education.
/// Says: a level is completed before its earliest age, or attended after its latest.
pub const RULE: Rule = Rule {
    code: "education-age-implausible",
    severity: Severity::Warning,
    title: ("Pendidikan tidak sesuai umur", "Education does not fit the age"),
    why: (
        "Tamat SD paling cepat umur 11, SLTP 14, SLTA 17, perguruan tinggi 20; masih SD sampai 18, SLTP 21, SLTA 24 tahun.",
        "Primary school is completed from 11, lower secondary from 14, upper secondary from 17, higher education from 20; they are attended up to 18, 21 and 24.",
    ),
    fields: &[of_person(p::born), of_person(p::completed), of_person(p::attending)],
    check: Check::Person(look),
};

fn look(person: &Member, home: &Home, out: &mut Out) {
    let Some(age) = person.age.filter(|age| *age >= 0) else { return };
    let thresholds = home.frame.thresholds;
    if let Some(done) = person.completed.get() {
        let level = usize::from(done.level());
        if level > 0 && thresholds.completed_from_age.get(level - 1).is_some_and(|from| age < *from) {
            out.about(person, p::completed, |lang| {
                t::education_age_implausible(lang, called(person, lang), done.label(lang), age)
            });
        }
    }
    if let Some(attending) = person.attending.get() {
        let level = usize::from(attending.level().unwrap_or(0));
        if level > 0 && thresholds.attending_to_age.get(level - 1).is_some_and(|to| age > *to) {
            out.about(person, p::attending, |lang| {
                t::education_age_implausible(lang, called(person, lang), attending.label(lang), age)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn too_early_and_too_late() {
        check(
            &RULE,
            "L Budi 2018-01-01 pendidikan_ditamatkan=slta; L Adi 1990-01-01 sedang_sekolah=sd",
            expect_test::expect![[r#"
                Budi · pendidikan_ditamatkan: Pendidikan Budi tercatat "Tamat SLTA/sederajat" pada umur 8 tahun. Tanyakan lagi.
                Adi · sedang_sekolah: Pendidikan Adi tercatat "Sedang SD/sederajat" pada umur 36 tahun. Tanyakan lagi."#]],
        );
        silent(
            &RULE,
            "L Budi 2009-01-01 pendidikan_ditamatkan=slta; L Adi 2010-01-01 sedang_sekolah=sd; L Datu 1950-01-01 sedang_sekolah=s1",
        );
    }
}
