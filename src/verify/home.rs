//! A family as the rules see it: its active members with what is worked out once for all rules (NIK read, age), and the
//! events of its members.

use super::thresholds::Thresholds;
use crate::base::Date;
use crate::base::nik::{DigitsError, Nik};
use crate::lang::Lang;
use crate::register::{Family, Person, VitalEvent};

/// What every rule may know beside the family.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The day of asking.
    pub today: Date,
    /// Six digits of the kecamatan; 0 where no village is chosen.
    pub district: u32,
    /// The limits.
    pub thresholds: &'a Thresholds,
}

/// A family under the eyes of the rules.
#[derive(Debug)]
pub struct Home<'a> {
    /// The family.
    pub family: &'a Family,
    /// Its active members, in order.
    pub members: Vec<Member<'a>>,
    /// Vital events of its members, also of those who left.
    pub events: Vec<&'a VitalEvent>,
    /// Day, place, limits.
    pub frame: Frame<'a>,
}

/// An active member.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// The person.
    pub person: &'a Person,
    /// What the NIK says.
    pub card: Card,
    /// Age in completed years today, where the birth date is known.
    pub age: Option<i32>,
}

/// What a NIK says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// There is none; a lone `0` or `-` means the same.
    None,
    /// Digits that are no NIK.
    Bad(DigitsError),
    /// Well formed.
    Read(Nik),
}

impl std::ops::Deref for Member<'_> {
    type Target = Person;
    fn deref(&self) -> &Person {
        self.person
    }
}

impl<'a> Member<'a> {
    fn new(person: &'a Person, today: Date) -> Member<'a> {
        let nik = written_number(person.nik.text());
        let card = if nik.is_empty() { Card::None } else { Nik::parse(nik).map_or_else(Card::Bad, Card::Read) };
        Member { person, card, age: person.age_years(today) }
    }

    /// The NIK, where it is well formed.
    pub fn nik_read(&self) -> Option<&Nik> {
        if let Card::Read(nik) = &self.card { Some(nik) } else { None }
    }
}

impl<'a> Home<'a> {
    /// A family that is not removed.
    pub fn new(family: &'a Family, events: Vec<&'a VitalEvent>, frame: Frame<'a>) -> Home<'a> {
        let members = family.active().map(|person| Member::new(person, frame.today)).collect();
        Home { family, members, events, frame }
    }

    /// The head's name, or the name under which the family is listed.
    pub fn head_name(&self, lang: Lang) -> &'a str {
        head_name(self.family, lang)
    }
}

/// A number as written; a lone `0` or `-` means that there is none.
pub fn written_number(text: &str) -> &str {
    if matches!(text, "0" | "-") { "" } else { text }
}

/// A person's name, or words for one who has none yet.
pub fn called(person: &Person, lang: Lang) -> &str {
    named(person.name.text(), lang)
}

/// The name under which a family is listed, or words for one that has none yet.
pub fn head_name(family: &Family, lang: Lang) -> &str {
    named(family.title(), lang)
}

fn named(name: &str, lang: Lang) -> &str {
    if name.is_empty() { crate::lang::verify::no_name(lang) } else { name }
}
