//! The three target lists over the register, at a date, in an area.

use super::reason::Reason;
use super::{certificate, cover, krs};
use crate::base::Order as _;
use crate::base::region::Area;
use crate::base::{Date, Id};
use crate::register::{Family, Person, Register};
use std::collections::HashMap;

/// A target list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListId {
    /// Families at risk of stunting: in need of support.
    Krs,
    /// Residents without health cover.
    Cover,
    /// Children without a birth certificate.
    Certificate,
}

impl ListId {
    /// In the order of showing.
    pub const ALL: [ListId; 3] = [ListId::Krs, ListId::Cover, ListId::Certificate];

    /// Stable key: in addresses and in records of help.
    pub fn key(self) -> &'static str {
        match self {
            ListId::Krs => "pendampingan-keluarga",
            ListId::Cover => "tanpa-jaminan-kesehatan",
            ListId::Certificate => "tanpa-akta-lahir",
        }
    }

    /// The list of this key.
    pub fn of_key(key: &str) -> Option<ListId> {
        ListId::ALL.into_iter().find(|list| list.key() == key)
    }

    /// True where the rows are persons, false where they are families.
    pub fn is_of_persons(self) -> bool {
        self != ListId::Krs
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Target<'a> {
    /// The family.
    pub family: &'a Family,
    /// The person, in lists of persons.
    pub person: Option<&'a Person>,
    /// Why, and remarks.
    pub reasons: Vec<Reason>,
}

impl Target<'_> {
    /// Identity of the person; nothing in lists of families.
    pub fn person_id(&self) -> Option<Id> {
        self.person.map(|person| person.id)
    }
}

/// Rows and universe of an area (dusun, RW, RT).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Rows.
    pub listed: u32,
    /// Of how many.
    pub universe: u32,
}

/// A list with its count. Universe of the families: the target (sasaran). Universe of persons: those whose answer is known,
/// as in the indicators.
#[derive(Clone, Debug, Default)]
pub struct TargetList<'a> {
    /// Of how many.
    pub universe: u32,
    /// Families or persons that cannot be judged for want of an answer.
    pub not_known: u32,
    /// The rows: welfare deciles 1 to 4 first, then by area and name.
    pub rows: Vec<Target<'a>>,
    /// By area, as (dusun, RW, RT).
    pub parts: HashMap<(&'a str, &'a str, &'a str), Part>,
}

impl<'a> TargetList<'a> {
    /// One more of the universe.
    fn count(&mut self, family: &'a Family, listed: bool) {
        let part = self.parts.entry(place(family)).or_default();
        part.universe += 1;
        part.listed += u32::from(listed);
        self.universe += 1;
    }

    fn take_persons(
        &mut self,
        family: &'a Family,
        at: Date,
        in_universe: impl Fn(&Person) -> bool,
        lacks: fn(&Person) -> Option<bool>,
        reason: Reason,
    ) {
        for person in family.members.iter().filter(|person| person.resident_at(at) && in_universe(person)) {
            let Some(listed) = lacks(person) else {
                self.not_known += 1;
                continue;
            };
            self.count(family, listed);
            if listed {
                self.rows.push(Target { family, person: Some(person), reasons: vec![reason] });
            }
        }
    }

    fn take_family(&mut self, family: &'a Family, rules: &krs::KrsRules, at: Date) {
        if !family.members.iter().any(|person| person.resident_at(at)) {
            return;
        }
        let judged = krs::judge(family, rules, at);
        let at_risk = judged.at_risk();
        self.not_known += u32::from(at_risk.is_none());
        if judged.target != Some(true) {
            return;
        }
        self.count(family, at_risk == Some(true));
        if at_risk == Some(true) {
            let mut reasons = judged.reasons;
            reasons.extend(judged.not_known.into_iter().map(Reason::NotKnown));
            reasons.extend(low_decile(family).map(Reason::Decile));
            reasons.extend(judged.no_modern_method.then_some(Reason::NoModernMethod));
            self.rows.push(Target { family, person: None, reasons });
        }
    }
}

/// The list of an area at a date, by a rule set.
pub fn target_list<'a>(
    register: &'a Register,
    id: ListId,
    rules: &krs::KrsRules,
    at: Date,
    area: &Area,
) -> TargetList<'a> {
    let mut list = TargetList::default();
    for family in register.families().filter(|family| in_area(family, area)) {
        match id {
            ListId::Krs => list.take_family(family, rules, at),
            ListId::Cover => list.take_persons(family, at, |_| true, cover::lacks_cover, Reason::NoCover),
            ListId::Certificate => {
                let child = |person: &Person| certificate::is_child(person, at);
                list.take_persons(family, at, child, certificate::lacks_certificate, Reason::NoCertificate);
            }
        }
    }
    list.rows.order_by(|a, b| order(a).cmp(&order(b)));
    list
}

/// Desil 1–4, a priority order (domain.md §7.3, §9); never a rule of exclusion.
fn low_decile(family: &Family) -> Option<i32> {
    family.decile.get().filter(|decile| (1..=4).contains(decile))
}

fn order<'a>(row: &Target<'a>) -> (i32, &'a str, u32, u32, &'a str) {
    let number = |text: &str| text.parse().unwrap_or(u32::MAX);
    let family = row.family;
    let decile = low_decile(family).unwrap_or(5);
    (decile, family.dusun.text(), number(family.rw.text()), number(family.rt.text()), family.title())
}

fn place(family: &Family) -> (&str, &str, &str) {
    (family.dusun.text(), family.rw.text(), family.rt.text())
}

/// As [`Area::contains`], without making an area.
fn in_area(family: &Family, area: &Area) -> bool {
    (area.dusun.is_empty() || family.dusun.text().eq_ignore_ascii_case(&area.dusun))
        && (area.rw.is_empty() || family.rw.text() == area.rw)
        && (area.rt.is_empty() || family.rt.text() == area.rt)
}
