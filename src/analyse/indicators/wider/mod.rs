//! The whole catalogue of domain.md §6.3: the entries that the main job shows, and the wider ones that only the study
//! reads. A wider entry stands on more than one pass of counting tells ([`Ground`]), has several parts (a distribution), or
//! cannot be computed from these records, and then says what is needed.

mod family;
pub mod ground;
mod people;
mod school;
mod village;
mod vital;

pub use ground::{Ground, Krs, Source, Whom};

use super::entry::{BASE, Entry, Figure, Group, Words};
use super::{IndicatorValue, Small, catalogue, valued};
use crate::lang::Lang;

/// An entry of the whole catalogue, and how it is read.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// What it says of itself.
    pub entry: Entry,
    /// How it is read.
    pub read: Read,
    /// Its K-classes (domain.md §6.2), where they are not those that the entry itself tells.
    pub k: &'static str,
}

/// How an entry is read.
#[derive(Clone, Copy, Debug)]
pub enum Read {
    /// From the counts, as the main job does.
    Counts,
    /// From the wider ground.
    Ground(fn(&Ground) -> Figure),
    /// A vital rate of the whole village: its id in [`crate::analyse::vital`], and the age group of mothers.
    Rate(&'static str, Option<usize>),
    /// Several figures: a distribution, or parts that stand for themselves.
    Parts(fn(&Ground, Lang) -> Vec<Part>),
    /// These records do not hold it: what is needed instead.
    Cannot(Words),
}

/// One figure of a distribution.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Stable name within the entry.
    pub key: String,
    /// In words.
    pub label: String,
    /// The figure.
    pub figure: Figure,
}

impl Part {
    fn new(key: impl Into<String>, label: impl Into<String>, figure: Figure) -> Part {
        Part { key: key.into(), label: label.into(), figure }
    }
}

/// What wider entries are completed from.
const WIDER: Item = Item { entry: BASE, read: Read::Counts, k: "" };

impl Item {
    /// The K-classes of domain.md §6.2.
    pub fn k_class(&self) -> &'static str {
        if self.k.is_empty() { self.entry.k_class() } else { self.k }
    }

    /// True where these records hold what it needs.
    pub fn computable(&self) -> bool {
        !matches!(self.read, Read::Cannot(_))
    }

    /// True where it has one value.
    pub fn single(&self) -> bool {
        matches!(self.read, Read::Counts | Read::Ground(_) | Read::Rate(..))
    }

    /// Its one value; nothing for a distribution and for what cannot be computed.
    pub fn value(&self, ground: &Ground) -> Option<IndicatorValue> {
        match self.read {
            Read::Counts => Some(valued(&self.entry, (self.entry.figure)(&ground.counts))),
            Read::Ground(read) => Some(valued(&self.entry, read(ground))),
            Read::Rate(id, group) => Some(valued(&self.entry, ground.rate_figure(id, group))),
            Read::Parts(_) | Read::Cannot(_) => None,
        }
    }

    /// The values of its parts; none where it has one value alone.
    pub fn parts(&self, ground: &Ground, lang: Lang) -> Vec<(Part, IndicatorValue)> {
        match self.read {
            Read::Parts(read) => {
                read(ground, lang).into_iter().map(|part| (part.clone(), valued(&self.entry, part.figure))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Told apart by sex or age: it speaks of persons, and its breakdowns say so.
    pub fn by_person(&self, letter: char) -> bool {
        self.entry.breakdowns.contains(letter) && self.entry.universe.0 != "keluarga"
    }

    /// Told apart by area.
    pub fn by_area(&self) -> bool {
        self.computable() && self.entry.breakdowns.contains('W')
    }
}

/// All entries by data group, those of the main job first in each.
pub fn items() -> Vec<Item> {
    let wider: [&[Item]; 5] = [people::ITEMS, vital::ITEMS, school::ITEMS, family::ITEMS, village::ITEMS];
    let known = catalogue().map(|entry| Item { entry: *entry, ..WIDER });
    let all: Vec<Item> = known.chain(wider.into_iter().flatten().copied()).collect();
    Group::ALL.iter().flat_map(|group| all.iter().filter(|item| item.entry.group == *group).copied()).collect()
}

/// The entry with this id.
pub fn item(id: &str) -> Option<Item> {
    items().into_iter().find(|item| item.entry.id == id)
}

/// The id of a part of an entry: unlike any other's.
pub fn part_id(id: &str, part: &str) -> String {
    if part.is_empty() { id.to_owned() } else { format!("{id}/{part}") }
}

/// A distribution of known answers, each a share of all that are known.
fn distribution(rows: impl IntoIterator<Item = (String, String, u32)>, missing: u32) -> Vec<Part> {
    let rows: Vec<_> = rows.into_iter().collect();
    let known = rows.iter().map(|(_, _, n)| n).sum();
    rows.into_iter().map(|(key, label, n)| Part::new(key, label, Figure::ratio(n, known).missing(missing))).collect()
}

/// A code list's answers with their counts by code number, `left_out` apart.
fn by_code<T: crate::base::CodeList>(counts: &[u32], left_out: &[u8], lang: Lang) -> Vec<(String, String, u32)> {
    let rows = T::LIST.rows.iter().filter(|row| !left_out.contains(&row.number));
    let count = |number: u8| counts.get(usize::from(number)).copied().unwrap_or(0);
    rows.map(|row| (row.key.to_owned(), row.label(lang).to_owned(), count(row.number))).collect()
}

/// A rate of small numbers over several years is shown, with its caution.
const SHOWN: Small = Small::Rate(1);

#[cfg(test)]
mod tests;
