//! What conditions can ask of families and persons: fields of the register as they were answered, and judgements that the
//! register's rules make of several answers. A missing answer is never "no".

use super::ground::{Ground, Subject};
use super::judged;
use crate::base::CodeList;
use crate::base::codes::{EventKind, List, YesNo};
use crate::base::value::{Kind, Value};
use crate::lang::{Lang, conditions as words};
use crate::register::{FieldInfo, Record, family_field as f, person_field as p};

/// Answers as bits by their number (bit 0: no answer): those that hold, and those that may hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// These hold.
    pub yes: u128,
    /// Of these it cannot be told.
    pub unknown: u128,
}

/// The bit of "no answer".
pub const NO_ANSWER: u128 = 1;

impl Codes {
    /// One answer.
    pub fn one(number: u8) -> Codes {
        Codes { yes: 1u128.checked_shl(number.into()).unwrap_or(0), unknown: 0 }
    }

    /// No answer: every other one may hold.
    pub fn missing() -> Codes {
        Codes { yes: NO_ANSWER, unknown: !NO_ANSWER }
    }

    /// Yes or no.
    pub fn of(judgement: Option<bool>) -> Codes {
        judgement.map_or(Codes::missing(), |yes| Codes::one(if yes { YesNo::Yes } else { YesNo::No }.number()))
    }
}

/// What a topic says of a family or person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    /// Answers of a list.
    Codes(Codes),
    /// A number.
    Number(f64),
    /// A number that is not known.
    NoNumber,
}

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    /// Its number.
    pub number: u8,
    /// Stable key.
    pub key: &'static str,
    /// In words.
    pub label: &'static str,
}

/// Key of the answer "no answer yet".
pub const NO_ANSWER_KEY: &str = "-";

/// How a judgement is asked for.
pub(super) enum Judge {
    /// Yes or no.
    YesNo(fn(&Ground, &Subject) -> Option<bool>),
    /// Answers of a code list.
    Listed(&'static List, fn(&Ground, &Subject) -> Codes),
    /// Answers of its own: numbers count from 1.
    Own(&'static [(&'static str, fn(Lang) -> &'static str)], fn(&Ground, &Subject) -> Codes),
    /// A number.
    Number(fn(&Ground, &Subject) -> Option<f64>),
}

/// A judgement of several answers.
pub struct Derived {
    /// Stable name.
    id: &'static str,
    /// What it is called.
    label: fn(Lang) -> &'static str,
    /// Of a person, else of a family.
    of_person: bool,
    pub(super) judge: Judge,
}

/// Something that a condition can ask.
#[derive(Clone, Copy)]
pub enum Topic {
    /// A judgement.
    Derived(&'static Derived),
    /// A field of the family.
    Family(&'static FieldInfo),
    /// A field of the person.
    Person(&'static FieldInfo),
}

const fn of_family(id: &'static str, label: fn(Lang) -> &'static str, judge: Judge) -> Derived {
    Derived { id, label, of_person: false, judge }
}

const fn of_person(id: &'static str, label: fn(Lang) -> &'static str, judge: Judge) -> Derived {
    Derived { id, label, of_person: true, judge }
}

/// Answers of the topic "help": which of them hold depends on the last help that was noted.
const HELP: &[(&str, fn(Lang) -> &'static str)] =
    &[("tahun_ini", words::this_year), ("12_bulan", words::last_12_months), ("pernah", words::ever)];
const FACTORS: &[(&str, fn(Lang) -> &'static str)] = &[
    ("air", words::factor_water),
    ("jamban", words::factor_toilet),
    ("muda", words::factor_young),
    ("tua", words::factor_old),
    ("dekat", words::factor_close),
    ("banyak", words::factor_many),
];
const PARTS: &[(&str, fn(Lang) -> &'static str)] = &[
    ("bangunan", words::part_building),
    ("luas", words::part_space),
    ("air", words::part_water),
    ("sanitasi", words::part_toilet),
];

/// The judgements, in the order of showing.
pub static DERIVED: &[Derived] = &[
    of_person("umur", words::age, Judge::Number(judged::age_years)),
    of_person("umur_bulan", words::age_months, Judge::Number(judged::age_months)),
    of_person("bersekolah", words::at_school, Judge::YesNo(judged::attends)),
    of_person("disabilitas_ada", words::disabled, Judge::YesNo(judged::disabled)),
    of_person("nik_ada", words::has_nik, Judge::YesNo(judged::has_nik)),
    of_person("pus", words::couple, Judge::YesNo(judged::couple)),
    of_person("unmet", words::unmet, Judge::YesNo(judged::unmet)),
    of_person("kb_modern", words::modern_method, Judge::YesNo(judged::modern_method)),
    of_family("dibantu", words::helped, Judge::Own(HELP, judged::helped)),
    of_family("peristiwa", words::events, Judge::Listed(EventKind::LIST, judged::events)),
    of_family("anggota", words::members, Judge::Number(judged::members)),
    of_family("lansia_sendiri", words::elderly_alone, Judge::YesNo(judged::elderly_alone)),
    of_family("risiko_stunting", words::stunting_risk, Judge::YesNo(judged::stunting_risk)),
    of_family("faktor_stunting", words::stunting_factors, Judge::Own(FACTORS, judged::stunting_factors)),
    of_family("air_layak", words::proper_water, Judge::YesNo(judged::proper_water)),
    of_family("sanitasi_layak", words::proper_toilet, Judge::YesNo(judged::proper_toilet)),
    of_family("rumah_layak", words::adequate, Judge::YesNo(judged::adequate)),
    of_family("rumah_kurang", words::housing_parts, Judge::Own(PARTS, judged::housing_parts)),
    of_family("luas_per_orang", words::space, Judge::Number(judged::space)),
    of_family("bansos_ada", words::any_aid, Judge::YesNo(judged::any_aid)),
];

/// Fields of families that are asked as they are.
const FAMILY_FIELDS: &[u16] = &[
    f::decile,
    f::water,
    f::toilet,
    f::floor,
    f::wall,
    f::roof,
    f::floor_area,
    f::lighting,
    f::fuel,
    f::ownership,
    f::income,
    f::varied_food,
    f::savings,
    f::aid_pkh,
    f::aid_bpnt,
    f::aid_blt,
    f::aid_other,
    f::marriage_book,
    f::bkb,
    f::bkr,
    f::bkl,
    f::uppka,
    f::pikr,
    f::ks_stage,
];

/// Fields of persons that are asked as they are.
const PERSON_FIELDS: &[u16] = &[
    p::sex,
    p::relation,
    p::marital,
    p::health_cover,
    p::birth_certificate,
    p::ektp,
    p::nik_reason,
    p::attending,
    p::completed,
    p::occupation,
    p::disability,
    p::chronic,
    p::nutrition,
    p::pregnant,
    p::kb_using,
    p::kb_method,
    p::child_wish,
    p::kb_reason,
    p::presence,
    p::permanence,
    p::first_marriage_age,
    p::religion,
];

/// All topics: of persons, then of families.
pub fn topics() -> impl Iterator<Item = Topic> {
    let derived =
        |of_person: bool| DERIVED.iter().filter(move |topic| topic.of_person == of_person).map(Topic::Derived);
    let persons = PERSON_FIELDS.iter().filter_map(|tag| crate::register::field(p::ALL, *tag)).map(Topic::Person);
    let families = FAMILY_FIELDS.iter().filter_map(|tag| crate::register::field(f::ALL, *tag)).map(Topic::Family);
    derived(true).chain(persons).chain(derived(false)).chain(families)
}

/// The topic of this name.
pub fn topic(id: &str) -> Option<Topic> {
    topics().find(|topic| topic.id() == id)
}

impl Topic {
    /// Stable name: of a field, its key.
    pub fn id(self) -> &'static str {
        match self {
            Topic::Derived(derived) => derived.id,
            Topic::Family(field) | Topic::Person(field) => field.key,
        }
    }

    /// What it is called.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Topic::Derived(derived) => (derived.label)(lang),
            Topic::Family(field) | Topic::Person(field) => field.label(lang),
        }
    }

    /// Asked of a person, else of a family.
    pub fn of_person(self) -> bool {
        match self {
            Topic::Derived(derived) => derived.of_person,
            Topic::Family(_) => false,
            Topic::Person(_) => true,
        }
    }

    /// True where the answer is a number, asked by a range.
    pub fn is_number(self) -> bool {
        match self {
            Topic::Derived(derived) => matches!(derived.judge, Judge::Number(_)),
            Topic::Family(field) | Topic::Person(field) => matches!(field.kind, Kind::Number | Kind::Decimal),
        }
    }

    /// The answers that can be chosen; none of a number.
    pub fn answers(self, lang: Lang) -> Vec<AnswerRow> {
        let listed = |list: &'static List| {
            let row = |row: &'static crate::base::codes::Row| AnswerRow {
                number: row.number,
                key: row.key,
                label: row.label(lang),
            };
            list.rows.iter().map(row).collect::<Vec<_>>()
        };
        let mut answers = match self {
            Topic::Derived(derived) => match derived.judge {
                Judge::YesNo(_) => listed(YesNo::LIST),
                Judge::Listed(list, _) => listed(list),
                Judge::Own(own, _) => {
                    let row = |(at, (key, label)): (usize, &(&'static str, fn(Lang) -> &'static str))| AnswerRow {
                        number: at as u8 + 1,
                        key,
                        label: label(lang),
                    };
                    own.iter().enumerate().map(row).collect()
                }
                Judge::Number(_) => return Vec::new(),
            },
            Topic::Family(field) | Topic::Person(field) => match field.kind {
                Kind::Code(list) => listed(list),
                _ => return Vec::new(),
            },
        };
        if !matches!(self.id(), "dibantu" | "peristiwa") {
            answers.push(AnswerRow { number: 0, key: NO_ANSWER_KEY, label: words::no_answer(lang) });
        }
        answers
    }

    /// What it says of a family or person.
    pub fn told(self, ground: &Ground, subject: &Subject) -> Told {
        let value = match (self, subject.person) {
            (Topic::Derived(derived), _) => {
                return match derived.judge {
                    Judge::YesNo(judge) => Told::Codes(Codes::of(judge(ground, subject))),
                    Judge::Listed(_, judge) | Judge::Own(_, judge) => Told::Codes(judge(ground, subject)),
                    Judge::Number(judge) => judge(ground, subject).map_or(Told::NoNumber, Told::Number),
                };
            }
            (Topic::Family(field), _) => subject.family.own.get(field.tag),
            (Topic::Person(field), Some(person)) => person.get(field.tag),
            (Topic::Person(_), None) => Value::Missing,
        };
        match (value, self.is_number()) {
            (Value::Number(number), _) => Told::Number(number.into()),
            (Value::Decimal(number), _) => Told::Number(number),
            (Value::Code(number), _) => Told::Codes(Codes::one(number)),
            (_, true) => Told::NoNumber,
            // What does not apply is an answer: none of the list's holds.
            (Value::NotApplicable, false) => Told::Codes(Codes::default()),
            (_, false) => Told::Codes(Codes::missing()),
        }
    }
}
