//! A person without NIK may be one who has a NIK elsewhere.
//! Source: domain.md §5.2, rule 9 and §3.2.

use crate::verify::rules::prelude::*;

/// `temporary-nik-match` · warning · cross-family
///
/// Universe: active members with name and birth date, of whom one has a NIK and the other none.
/// Says: a person of another family has the like name, the same birth date and no other birth place.
pub const RULE: Rule = Rule {
    code: "temporary-nik-match",
    severity: Severity::Warning,
    title: ("Tanpa NIK, mirip orang ber-NIK", "Without NIK, like someone with one"),
    why: (
        "Orang yang belum ber-NIK kadang dicatat sekali lagi setelah NIK-nya terbit. Kalau memang orang yang sama, simpan satu saja.",
        "Someone without NIK is sometimes recorded once more when the NIK has come. If it is one person, keep one record.",
    ),
    fields: &[of_person(p::nik), of_person(p::name), of_person(p::born), of_person(p::birth_place)],
    check: Check::Cross(look),
};

fn look(home: &Home, neighbours: &Neighbours, out: &mut Out) {
    for person in &home.members {
        let other = neighbours.of(person).find(|other| may_be_known_by_nik(person, other));
        if let Some(other) = other {
            out.about_with(person, p::nik, &[other.into()], |lang| {
                let (without, with) =
                    if person.card == Card::None { (person.person, other) } else { (other, person.person) };
                t::temporary_nik_match(lang, called(without, lang), called(with, lang))
            });
        }
    }
}

/// One of the two has a NIK and the other none; name and birth date agree, and the birth places do not differ.
pub fn may_be_known_by_nik(a: &Person, b: &Person) -> bool {
    let has_nik = |person: &Person| !written_number(person.nik.text()).is_empty();
    let same_place = || {
        let (place_a, place_b) = (fold(a.birth_place.text()), fold(b.birth_place.text()));
        place_a == place_b || place_a.is_empty() || place_b.is_empty()
    };
    has_nik(a) != has_nik(b)
        && (a.sex == b.sex || !a.sex.is_known() || !b.sex.is_known())
        && same_name_and_birth(a, b, 0)
        && same_place()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::verify::notation::*;

    #[test]
    fn one_person_with_and_without_nik() {
        check(
            &RULE,
            "P Siti_Aminah 1990-08-12 tempat_lahir=Marabahan / P St._Aminah 1990-08-12 nik=6304155208900003",
            expect_test::expect![[r#"
                Siti Aminah · nik: Siti Aminah tanpa NIK mirip dengan St. Aminah yang sudah ber-NIK. Kalau orangnya sama, gabungkan.
                St. Aminah · nik: Siti Aminah tanpa NIK mirip dengan St. Aminah yang sudah ber-NIK. Kalau orangnya sama, gabungkan."#]],
        );
        silent(
            &RULE,
            "P Siti_Aminah 1990-08-12 tempat_lahir=Marabahan / P Siti_Aminah 1990-08-12 tempat_lahir=Kandangan nik=6304155208900003",
        );
        silent(&RULE, "P Siti_Aminah 1990-08-12 / P Siti_Aminah 1990-08-13 nik=6304155208900003");
    }
}
