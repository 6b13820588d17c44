//! Small children do not work.
//! Source: domain.md §5.2, rule 38 and §5.3.

use crate::verify::rules::prelude::*;

/// `work-age-implausible` · warning · person
///
/// Universe: active members with birth date and occupation.
/// Says: a job is recorded below the minimum age.
pub const RULE: Rule = Rule {
    code: "work-age-implausible",
    severity: Severity::Warning,
    title: ("Anak tercatat bekerja", "Child recorded as working"),
    why: (
        "Di bawah 10 tahun biasanya belum bekerja. Mungkin pekerjaan orang tuanya yang tercatat, atau umurnya keliru.",
        "Below 10 years children usually do not work. Perhaps a parent’s job was recorded, or the age is wrong.",
    ),
    fields: &[of_person(p::born), of_person(p::occupation)],
    check: Check::Person(look),
};

fn look(person: &Member, home: &Home, out: &mut Out) {
    let works = person.occupation.get().is_some_and(Occupation::works);
    if let Some(age) = person.age.filter(|age| works && *age < home.frame.thresholds.work_min_age) {
        out.about(person, p::occupation, |lang| t::work_age_implausible(lang, called(person, lang), age));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn a_farmer_of_six_is_asked_about() {
        check(
            &RULE,
            "L Budi 2020-01-01 pekerjaan=petani",
            expect_test::expect![
                "Budi · pekerjaan: Budi berumur 6 tahun dan tercatat bekerja. Pastikan isian pekerjaannya."
            ],
        );
        silent(&RULE, "L Budi 2020-01-01 pekerjaan=pelajar; L Adi 2016-01-01 pekerjaan=petani");
    }
}
