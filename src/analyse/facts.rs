//! What the figures need of a person and a family, in a few bytes each. Nothing here depends on a date or an area that is
//! asked for.

use crate::base::codes::*;
use crate::base::{Answer, CodeList, Date};
use crate::register::{Family, Person};

/// What stands in a column where there is no answer: missing, unknown, refused and not applicable alike.
pub const NO_ANSWER: u8 = 0;

/// A date as one number: it orders as the calendar does, and the difference of two, shifted right by nine, is the count of
/// completed years between them. Partly known dates are reckoned ([`Date::reckoned`]).
pub fn date_key(date: Date) -> i32 {
    let date = date.reckoned();
    i32::from(date.year) << 9 | i32::from(date.month) << 5 | i32::from(date.day)
}

/// What the figures need of a person. Codes are the code lists' own numbers, or [`NO_ANSWER`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonFacts {
    /// Birth date as [`date_key`]; 0 where not known.
    pub born: i32,
    /// In the stock from this day on (birth or arrival, the later).
    pub from: i32,
    /// In the stock before this day (death or departure).
    pub until: i32,
    /// Bits of the core items ([`PERSON_ITEMS`]) that hold an answer.
    pub answered: u16,
    /// Bits of the core items that were not set aside as "does not apply".
    pub asked: u16,
    /// `Sex`.
    pub sex: u8,
    /// `Relation`.
    pub relation: u8,
    /// `Marital`.
    pub marital: u8,
    /// `Religion`.
    pub religion: u8,
    /// `Completed`.
    pub completed: u8,
    /// `Attending`.
    pub attending: u8,
    /// `Occupation`.
    pub occupation: u8,
    /// `HealthCover`.
    pub cover: u8,
    /// `Disability`.
    pub disability: u8,
    /// Birth certificate, `YesNo`.
    pub certificate: u8,
    /// `Presence`.
    pub presence: u8,
    /// Age at first marriage in years, 1–99.
    pub first_marriage: u8,
    /// Pregnant, `YesNo`.
    pub pregnant: u8,
    /// Use of contraception.
    pub kb: Kb,
    /// `Contraception`, where a method is used.
    pub method: u8,
    /// `ChildWish`.
    pub wish: u8,
    /// Has a NIK of sixteen digits.
    pub has_nik: bool,
    /// Died (otherwise, where `until` is set, departed).
    pub died: bool,
    /// Came to the village after birth, on a known day.
    pub arrived: bool,
}

/// Use of contraception, from the two questions "using?" and "which method?". "Not using" wins where they disagree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kb {
    /// Neither question has an answer.
    #[default]
    Unknown,
    /// Not using.
    NotUsing,
    /// Using, by a method that is told.
    Method,
    /// Using; the method is not told.
    MethodUnknown,
}

/// What the figures need of a family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FamilyFacts {
    /// Last visit as [`date_key`]; 0 where not known.
    pub visited: i32,
    /// Floor area in hundredths of a square metre; 0 where not known.
    pub floor_area: u32,
    /// People living in the house as told; 0 where not told.
    pub residents: u16,
    /// Number of its area in [`Columns::areas`].
    pub area: u16,
    /// Out of the register: counted nowhere.
    pub removed: bool,
    /// Has a No. KK of sixteen digits.
    pub has_kk: bool,
    /// `Water`.
    pub water: u8,
    /// `Toilet`.
    pub toilet: u8,
    /// Roof, wall and floor of lasting materials.
    pub sturdy: Judged,
    /// Marriage document, `YesNo`.
    pub marriage_book: u8,
    /// Receives any social aid.
    pub aid: Judged,
    /// Joins BKB, `YesNo`.
    pub bkb: u8,
    /// Joins BKR, `YesNo`.
    pub bkr: u8,
    /// Joins BKL, `YesNo`.
    pub bkl: u8,
    /// Joins UPPKA, `YesNo`.
    pub uppka: u8,
    /// Welfare decile 1–10.
    pub decile: u8,
    /// Core items ([`FAMILY_ITEMS`]) that hold an answer.
    pub answered: u8,
    /// Core items that were not set aside as "does not apply".
    pub asked: u8,
    /// First of its persons in the columns.
    pub(super) start: u32,
    /// Its persons.
    pub(super) len: u16,
    /// Places kept for its persons.
    pub(super) room: u16,
}

/// A judgement of several answers: it stands where the answers suffice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Judged {
    /// The answers do not suffice.
    #[default]
    Unknown,
    /// It holds.
    Yes,
    /// It does not hold.
    No,
}

impl Judged {
    /// From a judgement that may be absent.
    pub fn of(judgement: Option<bool>) -> Judged {
        match judgement {
            Some(true) => Judged::Yes,
            Some(false) => Judged::No,
            None => Judged::Unknown,
        }
    }

    /// Holds where all hold; fails where one fails; not known otherwise.
    pub fn all(parts: &[Judged]) -> Judged {
        if parts.contains(&Judged::No) {
            Judged::No
        } else if parts.contains(&Judged::Unknown) {
            Judged::Unknown
        } else {
            Judged::Yes
        }
    }
}

/// Core items of a person and the age in completed years from which each applies; `item-completeness` counts their answers.
pub const PERSON_ITEMS: [(&str, u8); 13] = [
    ("nama", 0),
    ("nik", 0),
    ("jenis_kelamin", 0),
    ("tanggal_lahir", 0),
    ("hubungan", 0),
    ("agama", 0),
    ("jaminan_kesehatan", 0),
    ("akta_lahir", 0),
    ("disabilitas", 0),
    ("sedang_sekolah", 3),
    ("pendidikan_ditamatkan", 5),
    ("status_kawin", 10),
    ("pekerjaan", 10),
];

/// Core items of a family; a reason for having no No. KK (or a person no NIK) is an answer too.
pub const FAMILY_ITEMS: [&str; 11] = [
    "no_kk",
    "rt",
    "kepemilikan_rumah",
    "atap",
    "dinding",
    "lantai",
    "luas_bangunan",
    "penerangan",
    "air_minum",
    "tempat_bab",
    "bahan_bakar",
];

/// Keys of all core items, those of a person first.
pub const CORE_ITEMS: [&str; PERSON_ITEMS.len() + FAMILY_ITEMS.len()] = {
    let mut keys = [""; PERSON_ITEMS.len() + FAMILY_ITEMS.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = if at < PERSON_ITEMS.len() { PERSON_ITEMS[at].0 } else { FAMILY_ITEMS[at - PERSON_ITEMS.len()] };
        at += 1;
    }
    keys
};

/// What the figures need of a family in this area.
pub(super) fn family_facts(family: &Family, area: u16) -> FamilyFacts {
    let own = &family.own;
    let sturdy = Judged::all(&[
        Judged::of(own.roof.get().and_then(Roof::sturdy)),
        Judged::of(own.wall.get().and_then(Wall::sturdy)),
        Judged::of(own.floor.get().and_then(Floor::sturdy)),
    ]);
    let (answered, asked) = family_items(family);
    FamilyFacts {
        visited: own.visited.get().map_or(0, date_key),
        floor_area: own.floor_area.get().filter(|area| *area > 0.0).map_or(0, |area| (area * 100.0).round() as u32),
        residents: own.residents.get().and_then(|n| u16::try_from(n).ok()).unwrap_or(0),
        area,
        removed: own.removed,
        has_kk: is_sixteen_digits(own.kk.text()),
        water: code(&own.water),
        toilet: code(&own.toilet),
        sturdy,
        marriage_book: code(&own.marriage_book),
        aid: any_aid(family),
        bkb: code(&own.bkb),
        bkr: code(&own.bkr),
        bkl: code(&own.bkl),
        uppka: code(&own.uppka),
        decile: own.decile.get().filter(|decile| (1..=10).contains(decile)).map_or(0, |decile| decile as u8),
        answered,
        asked,
        ..FamilyFacts::default()
    }
}

fn code<T: CodeList>(answer: &Answer<T>) -> u8 {
    answer.get().map_or(NO_ANSWER, T::number)
}

/// Sixteen digits that are not all zero.
fn is_sixteen_digits(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|b| b.is_ascii_digit()) && text.bytes().any(|b| b != b'0')
}

/// One kind of aid is enough; "no aid" needs an answer to every kind.
fn any_aid(family: &Family) -> Judged {
    let kinds = [&family.aid_pkh, &family.aid_bpnt, &family.aid_blt, &family.aid_other];
    if kinds.iter().any(|kind| kind.is(YesNo::Yes)) {
        Judged::Yes
    } else if kinds.iter().all(|kind| kind.is(YesNo::No)) {
        Judged::No
    } else {
        Judged::Unknown
    }
}

/// What the figures need of a person.
pub(super) fn person_facts(person: &Person) -> PersonFacts {
    let born = person.born.get().map_or(0, date_key);
    let entered = person.entered.get().map_or(0, date_key);
    let counted = !person.removed && !person.status.is(LifeStatus::Invalid);
    let until = match (person.status.get(), person.left.get()) {
        (None | Some(LifeStatus::Alive), _) => i32::MAX,
        (_, Some(left)) => date_key(left),
        (_, None) => i32::MIN,
    };
    let (answered, asked) = person_items(person);
    let (kb, method) = kb_use(person);
    PersonFacts {
        born,
        from: if counted { born.max(entered) } else { i32::MAX },
        until: if counted { until } else { i32::MIN },
        answered,
        asked,
        sex: code(&person.sex),
        relation: code(&person.relation),
        marital: code(&person.marital),
        religion: code(&person.religion),
        completed: code(&person.completed),
        attending: code(&person.attending),
        occupation: code(&person.occupation),
        cover: code(&person.health_cover),
        disability: code(&person.disability),
        certificate: code(&person.birth_certificate),
        presence: code(&person.presence),
        first_marriage: person.first_marriage_age.get().filter(|age| (1..=99).contains(age)).map_or(0, |age| age as u8),
        pregnant: code(&person.pregnant),
        kb,
        method,
        wish: code(&person.child_wish),
        has_nik: is_sixteen_digits(person.nik.text()),
        died: person.status.is(LifeStatus::Dead),
        arrived: entered > born,
    }
}

fn kb_use(person: &Person) -> (Kb, u8) {
    let method = person.kb_method.get();
    match (person.kb_using.get(), method) {
        (Some(YesNo::No), _) | (None, Some(Contraception::None)) => (Kb::NotUsing, NO_ANSWER),
        (_, Some(method)) if method.is_use() => (Kb::Method, method.number()),
        (Some(YesNo::Yes), _) => (Kb::MethodUnknown, NO_ANSWER),
        (None, _) => (Kb::Unknown, NO_ANSWER),
    }
}

/// Marks items: a bit each for an answer, and for not being set aside.
#[derive(Default)]
struct Items {
    answered: u16,
    asked: u16,
    next: u16,
}

impl Items {
    fn mark<T>(&mut self, answer: &Answer<T>) {
        self.mark_if(answer, answer.is_known());
    }

    fn mark_if<T>(&mut self, answer: &Answer<T>, answered: bool) {
        self.answered |= u16::from(answered) << self.next;
        self.asked |= u16::from(answered || !matches!(answer, Answer::NotApplicable)) << self.next;
        self.next += 1;
    }
}

/// In the order of [`PERSON_ITEMS`].
fn person_items(person: &Person) -> (u16, u16) {
    let mut items = Items::default();
    items.mark(&person.name);
    items.mark_if(&person.nik, person.nik.is_known() || person.nik_reason.is_known());
    items.mark(&person.sex);
    items.mark(&person.born);
    items.mark(&person.relation);
    items.mark(&person.religion);
    items.mark(&person.health_cover);
    items.mark(&person.birth_certificate);
    items.mark(&person.disability);
    items.mark(&person.attending);
    items.mark(&person.completed);
    items.mark(&person.marital);
    items.mark(&person.occupation);
    (items.answered, items.asked)
}

/// In the order of [`FAMILY_ITEMS`], counted.
fn family_items(family: &Family) -> (u8, u8) {
    let mut items = Items::default();
    items.mark_if(&family.kk, family.kk.is_known() || family.kk_reason.is_known());
    items.mark(&family.rt);
    items.mark(&family.ownership);
    items.mark(&family.roof);
    items.mark(&family.wall);
    items.mark(&family.floor);
    items.mark(&family.floor_area);
    items.mark(&family.lighting);
    items.mark(&family.water);
    items.mark(&family.toilet);
    items.mark(&family.fuel);
    (items.answered.count_ones() as u8, items.asked.count_ones() as u8)
}
