//! Requests of data packages.

use crate::base::Date;
use serde::{Deserialize, Serialize};

/// Makes a package of everything; it comes as the reply's file. Counts as a backup once [`MarkBackup`] says so.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExportPackage;

/// A file that the engine made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMade {
    /// Name to save it under.
    pub name: String,
    /// Media type.
    pub mime: String,
    /// Size.
    pub size_bytes: u64,
    /// Acts in the log when it was made.
    pub n_acts: u32,
}

/// The package was handed to the user: remember it as the last backup.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MarkBackup {
    /// Acts in the log when it was made.
    pub n_acts: u32,
}

/// Opens and checks a package (the request's file); nothing changes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenPackage;

/// What a package holds, against what is on the device.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackageView {
    /// Name of the village.
    pub village: String,
    /// Families in the register.
    pub n_families: u32,
    /// Active persons.
    pub n_persons: u32,
    /// Acts in its history.
    pub n_acts: u32,
    /// The day on which it was made.
    pub made_on: Date,
    /// Invented people.
    pub sample: bool,
    /// How it stands to the data on the device.
    pub standing: Standing,
}

/// How a package stands to the data on the device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// No village is here yet: it can be restored.
    #[default]
    Fresh,
    /// The same village with the same records.
    Same,
    /// The same village with other records.
    Differs,
}

/// Restores the opened package. `replace` puts it in the place of the same village's data.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RestorePackage {
    /// The user has agreed that the present data are replaced.
    pub replace: bool,
}
