//! The form as data: sections of the family and person forms, which fields they hold, and when they apply. The page draws
//! what this says; the same applicability serves completeness and verification. Sources: domain.md §2.2–2.4.

use super::{Family, Person, family_field as f, person_field as p};
use crate::base::Date;
use crate::base::codes::*;

/// A section of a form.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Key, also in links.
    pub key: &'static str,
    /// Indonesian title.
    pub id: &'static str,
    /// English title.
    pub en: &'static str,
    /// Its fields in the order of asking.
    pub fields: &'static [u16],
}

/// Sections of the family form.
pub const FAMILY: &[Section] = &[
    Section {
        key: "alamat",
        id: "Nomor KK dan alamat",
        en: "Family card and address",
        fields: &[f::kk, f::kk_reason, f::dusun, f::rw, f::rt, f::address, f::house_number, f::lat, f::lng],
    },
    Section {
        key: "rumah",
        id: "Rumah",
        en: "House",
        fields: &[
            f::ownership,
            f::roof,
            f::wall,
            f::floor,
            f::floor_area,
            f::residents,
            f::lighting,
            f::water,
            f::toilet,
            f::fuel,
        ],
    },
    Section {
        key: "kesejahteraan",
        id: "Bantuan dan kesejahteraan",
        en: "Aid and welfare",
        fields: &[
            f::aid_pkh,
            f::aid_bpnt,
            f::aid_blt,
            f::aid_other,
            f::income,
            f::varied_food,
            f::savings,
            f::marriage_book,
            f::ks_stage,
        ],
    },
    Section {
        key: "kelompok",
        id: "Kelompok kegiatan",
        en: "Community groups",
        fields: &[f::bkb, f::bkr, f::pikr, f::bkl, f::uppka],
    },
    Section {
        key: "pendataan",
        id: "Pendataan",
        en: "About this record",
        fields: &[f::basis, f::basis_on, f::visited, f::enumerator, f::note],
    },
];

/// Sections of the person form.
pub const PERSON: &[Section] = &[
    Section {
        key: "identitas",
        id: "Identitas",
        en: "Identity",
        fields: &[
            p::name,
            p::nik,
            p::nik_reason,
            p::sex,
            p::born,
            p::birth_place,
            p::relation,
            p::mother,
            p::marital,
            p::first_marriage_age,
            p::religion,
            p::citizenship,
        ],
    },
    Section {
        key: "pendidikan",
        id: "Pendidikan dan pekerjaan",
        en: "Education and work",
        fields: &[p::attending, p::completed, p::occupation],
    },
    Section {
        key: "kesehatan",
        id: "Kesehatan dan perlindungan",
        en: "Health and protection",
        fields: &[
            p::health_cover,
            p::health_cover_number,
            p::disability,
            p::chronic,
            p::blood,
            p::nutrition,
            p::nutrition_on,
        ],
    },
    Section {
        key: "kb",
        id: "Keluarga berencana",
        en: "Family planning",
        fields: &[
            p::born_boys,
            p::born_girls,
            p::alive_boys,
            p::alive_girls,
            p::wanted_children,
            p::pregnant,
            p::child_wish,
            p::kb_using,
            p::kb_method,
            p::kb_ever,
            p::kb_reason,
        ],
    },
    Section {
        key: "dokumen",
        id: "Dokumen",
        en: "Documents",
        fields: &[
            p::birth_certificate,
            p::birth_certificate_number,
            p::ektp,
            p::marriage_document,
            p::married_on,
            p::divorce_document,
            p::divorced_on,
            p::passport,
            p::passport_until,
            p::kitas,
        ],
    },
    Section {
        key: "tinggal",
        id: "Tempat tinggal sekarang",
        en: "Where the person lives",
        fields: &[
            p::presence,
            p::permanence,
            p::present_address,
            p::entered,
            p::ethnic,
            p::father_name,
            p::mother_name,
        ],
    },
];

/// True where the KB block applies: a married woman of 10 to 49 years (PK21 block II).
pub fn kb_applies(person: &Person, today: Date) -> bool {
    person.is_woman()
        && person.marital.is(Marital::Married)
        && person.age_years(today).is_some_and(|age| (10..=49).contains(&age))
}

/// True where a field of the person form applies to this person at `today`. A field that holds an answer always shows.
pub fn person_field_applies(person: &Person, field: u16, today: Date) -> bool {
    let age = person.age_years(today);
    let at_least = |years: i32| age.is_none_or(|age| age >= years);
    let ever_married = person.marital.is_known() && !person.marital.is(Marital::Never);
    match field {
        p::nik_reason => person.nik.text().is_empty(),
        p::first_marriage_age | p::marriage_document | p::married_on => ever_married,
        p::divorce_document | p::divorced_on => person.marital.is(Marital::Divorced),
        p::marital | p::occupation => at_least(10),
        p::attending => at_least(3),
        p::completed => at_least(5),
        p::ektp => at_least(17),
        p::nutrition | p::nutrition_on => age.is_some_and(|age| age < 5),
        p::birth_certificate_number => person.birth_certificate.is(YesNo::Yes),
        p::health_cover_number => person.health_cover.is_known() && !person.health_cover.is(HealthCover::None),
        p::passport_until => !person.passport.text().is_empty(),
        p::kitas => person.citizenship.is_known() && !person.citizenship.is(Citizenship::Indonesian),
        p::born_boys
        | p::born_girls
        | p::alive_boys
        | p::alive_girls
        | p::wanted_children
        | p::pregnant
        | p::kb_ever => kb_applies(person, today),
        p::kb_using => kb_applies(person, today) && !person.pregnant.is(YesNo::Yes),
        p::child_wish => kb_applies(person, today),
        p::kb_method => kb_applies(person, today) && person.kb_using.is(YesNo::Yes),
        p::kb_reason => kb_applies(person, today) && person.kb_using.is(YesNo::No),
        _ => true,
    }
}

/// True where a field of the family form applies to this family at `today`.
pub fn family_field_applies(family: &Family, field: u16, today: Date) -> bool {
    let any_aged = |from: i32, to: i32| {
        family.active().any(|person| person.age_years(today).is_some_and(|age| (from..=to).contains(&age)))
    };
    match field {
        f::kk_reason => family.kk.text().is_empty(),
        f::marriage_book => family.active().any(|person| person.marital.is(Marital::Married)),
        f::bkb => any_aged(0, 6),
        f::bkr | f::pikr => any_aged(10, 24),
        f::bkl => any_aged(60, 200),
        f::basis_on => family.basis.is(Basis::Consent),
        _ => true,
    }
}
