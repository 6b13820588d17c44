//! Requests of the lists of families and persons.

use crate::base::Id;
use crate::base::region::Area;
use serde::{Deserialize, Serialize};

/// What to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Words or digits: name, NIK, No. KK, address. Every word must be found.
    pub text: String,
    /// Area; empty parts mean all.
    pub area: Area,
    /// State of the family's data (number of `FamilyState`); nothing means all.
    pub state: Option<u8>,
    /// Also those who died or left (persons), or families without active members.
    pub gone: bool,
}

/// Lists families.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListFamilies {
    /// What to list.
    pub filter: Filter,
    /// First row.
    pub from: u32,
    /// Rows at most.
    pub limit: u32,
}

/// A page of families, by name of the head.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FamilyPage {
    /// Families that match.
    pub total: u32,
    /// Rows from `from` on.
    pub rows: Vec<FamilyRow>,
}

/// A family in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FamilyRow {
    /// Identity.
    pub id: Id,
    /// Name of the head.
    pub title: String,
    /// No. KK, or empty.
    pub kk: String,
    /// Where, in words.
    pub place: String,
    /// Active members.
    pub n_members: u32,
    /// State of the data (number of `FamilyState`).
    pub state: u8,
    /// Open errors, where findings were looked at already; else 0.
    pub n_errors: u32,
    /// Open warnings, where findings were looked at already; else 0.
    pub n_warnings: u32,
}

/// Lists persons.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListPersons {
    /// What to list.
    pub filter: Filter,
    /// First row.
    pub from: u32,
    /// Rows at most.
    pub limit: u32,
}

/// A page of persons, by name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonPage {
    /// Persons that match.
    pub total: u32,
    /// Rows from `from` on.
    pub rows: Vec<PersonRow>,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonRow {
    /// Identity.
    pub id: Id,
    /// The family.
    pub family: Id,
    /// Name.
    pub name: String,
    /// NIK, or empty.
    pub nik: String,
    /// Relation, sex, age in words.
    pub line: String,
    /// Where, in words.
    pub place: String,
    /// Living here.
    pub active: bool,
}

/// Asks for the areas of the village.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListAreas;

/// An area with its counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaRow {
    /// The area (dusun, RW, RT).
    pub area: Area,
    /// In words.
    pub label: String,
    /// Families.
    pub n_families: u32,
    /// Active persons.
    pub n_persons: u32,
}
