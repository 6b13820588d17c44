//! What a rule is: its code, how grave it is, whom it looks at, its words, and the fields that it weighs.

use super::home::{Home, Member};
use super::neighbours::Neighbours;
use super::out::Out;
use super::village::Village;
pub use crate::import::finding::Severity;
use crate::lang::Lang;
use crate::register::{RecordKind, VitalEvent};
use serde::{Deserialize, Serialize};

/// Whom a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Scope {
    /// One active member.
    Person,
    /// A family with its members.
    Family,
    /// Families that share something: a number, a name with a birth date.
    Cross,
    /// A vital event.
    Event,
    /// The whole village.
    Village,
}

/// A field that a rule weighs.
pub type FieldRef = (RecordKind, u16);

/// A field of a person.
pub const fn of_person(tag: u16) -> FieldRef {
    (RecordKind::Person, tag)
}

/// A field of a family.
pub const fn of_family(tag: u16) -> FieldRef {
    (RecordKind::Family, tag)
}

/// A field of an event.
pub const fn of_event(tag: u16) -> FieldRef {
    (RecordKind::Event, tag)
}

/// A field of the village profile.
pub const fn of_profile(tag: u16) -> FieldRef {
    (RecordKind::Profile, tag)
}

/// A rule. Its code, severity and message come from the catalogue of domain.md §5.2.
#[derive(Debug)]
pub struct Rule {
    /// Code, stable: decisions and packages name it.
    pub code: &'static str,
    /// How grave its findings are.
    pub severity: Severity,
    /// What it finds, Indonesian and English.
    pub title: (&'static str, &'static str),
    /// Why it asks and what to do, Indonesian and English.
    pub why: (&'static str, &'static str),
    /// The fields that it weighs. A decision holds while their values stay the same.
    pub fields: &'static [FieldRef],
    /// How it looks.
    pub check: Check,
}

/// How a rule looks, by scope.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Called for each active member.
    Person(fn(&Member, &Home, &mut Out)),
    /// Called for each family.
    Family(fn(&Home, &mut Out)),
    /// Called for each family that shares a key with others (see [`Neighbours`]), or has two members of one NIK.
    Cross(fn(&Home, &Neighbours, &mut Out)),
    /// Called for each event of a family's members.
    Event(fn(&VitalEvent, &Home, &mut Out)),
    /// Called once.
    Village(fn(&Village, &mut Out)),
}

impl Rule {
    /// Whom it looks at.
    pub fn scope(&self) -> Scope {
        match self.check {
            Check::Person(_) => Scope::Person,
            Check::Family(_) => Scope::Family,
            Check::Cross(_) => Scope::Cross,
            Check::Event(_) => Scope::Event,
            Check::Village(_) => Scope::Village,
        }
    }

    /// The title in a language.
    pub fn title(&self, lang: Lang) -> &'static str {
        lang.pick(self.title.0, self.title.1)
    }

    /// The explanation in a language.
    pub fn why(&self, lang: Lang) -> &'static str {
        lang.pick(self.why.0, self.why.1)
    }
}
