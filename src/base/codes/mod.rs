//! Code lists of the register: meanings, with crosswalks to the numbers that PK21, OpenSID/KTP and Regsosek 2022 give
//! them. Source of all numbers: domain.md §2. A number is never copied across systems; it always goes through the meaning.
//!
//! A code has four faces: the enum variant (computing), a stable number of ours (storage), a key (packages), and labels.

use crate::lang::Lang;

#[macro_use]
mod macros;

pub mod collection;
pub mod identity;

pub use collection::*;
pub use identity::*;

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
        let mut rows = self.rows.iter().filter(|row| row.numbers(edition).contains(&number));
        let first = rows.next()?;
        rows.next().is_none().then_some(first)
    }

    /// The row that a written label, key or alias stands for, whatever its case, spaces and punctuation.
    pub fn by_text(&self, text: &str) -> Option<&'static Row> {
        let folded = fold(text);
        if folded.is_empty() {
            return None;
        }
        self.rows.iter().find(|row| {
            [row.key, row.id, row.en].iter().chain(row.also).any(|label| fold(label) == folded)
        })
    }
}

/// Letters and digits in lower case, nothing else: how labels are compared.
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
