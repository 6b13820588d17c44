//! Why a package cannot be taken. Whatever the reason, nothing on the device has changed.

use crate::lang::{Lang, package as words};

/// A refusal, by what the user can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackageError {
    /// Not a ZIP with a description inside.
    NotAPackage,
    /// A data package, but not one of ours.
    NotOurs,
    /// A newer version of the software made it.
    Newer,
    /// A part is missing.
    Missing(String),
    /// A part's bytes are not those that the description names: damaged or changed on the way.
    Changed(String),
    /// A row cannot be read: part, row number in the file.
    Unreadable(String, u64),
    /// It is of another village: that village's name.
    OtherVillage(String),
    /// It could not be written.
    CannotWrite,
}

impl PackageError {
    /// The message for people, with place and remedy.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            PackageError::NotAPackage => words::not_a_package(lang).into(),
            PackageError::NotOurs => words::not_ours(lang).into(),
            PackageError::Newer => words::newer(lang).into(),
            PackageError::Missing(part) => words::part_missing(lang, part),
            PackageError::Changed(part) => words::part_changed(lang, part),
            PackageError::Unreadable(part, row) => words::row_unreadable(lang, part, row),
            PackageError::OtherVillage(village) => words::other_village(lang, village),
            PackageError::CannotWrite => words::cannot_write(lang).into(),
        }
    }
}
