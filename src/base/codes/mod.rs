//! Code lists of the register: meanings, with crosswalks to the numbers that PK21, OpenSID/KTP and Regsosek 2022 give
//! them. Source of all numbers: domain.md §2. A number is never copied across systems; it always goes through the meaning.
//!
//! A code has four faces: the enum variant (computing), a stable number of ours (storage), a key (packages), and labels.

use crate::lang::Lang;

#[macro_use]
mod macros;

pub mod collection;
pub mod documents;
pub mod education;
pub mod family_planning;
pub mod health;
pub mod housing;
pub mod identity;
pub mod residence;
pub mod welfare;
pub mod work;

pub use collection::*;
pub use documents::*;
pub use education::*;
pub use family_planning::*;
pub use health::*;
pub use housing::*;
pub use identity::*;
pub use residence::*;
pub use welfare::*;
pub use work::*;

/// Every code list of the register.
pub const ALL_LISTS: &[&List] = &[
    Sex::LIST,
    Relation::LIST,
    Marital::LIST,
    Religion::LIST,
    Citizenship::LIST,
    Completed::LIST,
    Attending::LIST,
    Occupation::LIST,
    PkWork::LIST,
    Contraception::LIST,
    ChildWish::LIST,
    NonUseReason::LIST,
    HealthCover::LIST,
    Disability::LIST,
    ChronicIllness::LIST,
    BloodGroup::LIST,
    Nutrition::LIST,
    NikReason::LIST,
    KkReason::LIST,
    YesNo::LIST,
    LifeStatus::LIST,
    Presence::LIST,
    Permanence::LIST,
    Ownership::LIST,
    Roof::LIST,
    Wall::LIST,
    Floor::LIST,
    Lighting::LIST,
    Water::LIST,
    Toilet::LIST,
    Fuel::LIST,
    Aid::LIST,
    KsStage::LIST,
    FamilyState::LIST,
    Basis::LIST,
    EventKind::LIST,
];

/// One code of a list, with its crosswalks. Empty slices: the system has no such code.
#[derive(Debug)]
pub struct Row {
    /// Our stable number, stored; never reused.
    pub number: u8,
    /// Semantic key, in packages and workbooks.
    pub key: &'static str,
    /// Indonesian label.
    pub id: &'static str,
    /// English label.
    pub en: &'static str,
    /// Numbers in PK21 (form F/I/PK/21).
    pub pk21: &'static [u8],
    /// Numbers in OpenSID / KTP lists.
    pub opensid: &'static [u8],
    /// Numbers in Regsosek 2022.
    pub regsosek: &'static [u8],
    /// Other spellings that are read as this code; compared after folding case, spaces and punctuation.
    pub also: &'static [&'static str],
}

/// A code list as data.
#[derive(Debug)]
pub struct List {
    /// Key of the list.
    pub name: &'static str,
    /// Its codes in the order of asking.
    pub rows: &'static [Row],
}

/// A system of code numbers (form edition).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Edition {
    /// Pendataan Keluarga 2021.
    Pk21,
    /// OpenSID workbooks and KTP lists.
    OpenSid,
    /// Registrasi Sosial Ekonomi 2022.
    Regsosek,
}

impl Row {
    /// The label in a language.
    pub fn label(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Id => self.id,
            Lang::En => self.en,
        }
    }

    /// Every way in which this code is written: key, labels, aliases.
    fn spellings(&self) -> impl Iterator<Item = &'static str> {
        [self.key, self.id, self.en].into_iter().chain(self.also.iter().copied())
    }

    /// The numbers of this meaning in an edition.
    pub fn numbers(&self, edition: Edition) -> &'static [u8] {
        match edition {
            Edition::Pk21 => self.pk21,
            Edition::OpenSid => self.opensid,
            Edition::Regsosek => self.regsosek,
        }
    }
}

impl List {
    /// The row with our stable number.
    pub fn by_number(&self, number: u8) -> Option<&'static Row> {
        self.rows.iter().find(|row| row.number == number)
    }

    /// The row with this key.
    pub fn by_key(&self, key: &str) -> Option<&'static Row> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// The row that an edition's number stands for; nothing where two rows share it or none has it.
    pub fn by_edition(&self, edition: Edition, number: u8) -> Option<&'static Row> {
        only(self.rows.iter().filter(|row| row.numbers(edition).contains(&number)))
    }

    /// The row that a written label, key or alias stands for, whatever its case, spaces and punctuation. A spelling that is
    /// right to the sign wins (`A-` is not `A`); one that fits several rows only loosely fits none.
    pub fn by_text(&self, text: &str) -> Option<&'static Row> {
        let folded = fold(text);
        if folded.is_empty() {
            return None;
        }
        let exact: String = squeeze(text).collect();
        let spelt = |row: &&Row| row.spellings().any(|spelling| squeeze(spelling).eq(exact.chars()));
        let alike = |row: &&Row| row.spellings().any(|spelling| folded_chars(spelling).eq(folded.chars()));
        self.rows.iter().find(spelt).or_else(|| only(self.rows.iter().filter(alike)))
    }

    /// The number under which a row leaves for an edition, and whether it can come back unchanged. A meaning that the
    /// edition lacks leaves as the edition's "lainnya" where it has one (lossy), else there is nothing to write.
    pub fn number_for(&self, row: &Row, edition: Edition) -> Option<(u8, bool)> {
        if let [first, rest @ ..] = row.numbers(edition) {
            return Some((*first, rest.is_empty() && self.by_edition(edition, *first).is_some()));
        }
        let other = self.by_key("lainnya")?.numbers(edition).first()?;
        Some((*other, false))
    }
}

/// The row that an edition's number mainly stands for: the first in order where several share it. Lossy (≈): say so to the
/// user, and prefer [`List::by_edition`].
pub fn main_row(list: &'static List, edition: Edition, number: u8) -> Option<&'static Row> {
    list.rows.iter().find(|row| row.numbers(edition).contains(&number))
}

/// The one element, if there is exactly one.
fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}

/// Letters, digits and the signs that change a meaning (`KS III+`, `>900 W`), in lower case: how labels are compared.
pub fn fold(text: &str) -> String {
    folded_chars(text).collect()
}

fn folded_chars(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric() || "+<>≤≥".contains(*c)).flat_map(char::to_lowercase)
}

/// Everything but white space, in lower case.
fn squeeze(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase)
}

/// A code list as a type.
pub trait CodeList: Sized + Copy + PartialEq + 'static {
    /// The list as data.
    const LIST: &'static List;
    /// Our stable number.
    fn number(self) -> u8;
    /// From our stable number.
    fn from_number(number: u8) -> Option<Self>;

    /// The row of this code.
    fn row(self) -> &'static Row {
        Self::LIST.by_number(self.number()).unwrap_or(&Self::LIST.rows[0])
    }
    /// Semantic key.
    fn key(self) -> &'static str {
        self.row().key
    }
    /// Label in a language.
    fn label(self, lang: Lang) -> &'static str {
        self.row().label(lang)
    }
}

#[cfg(test)]
mod tests;
