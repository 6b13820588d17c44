//! Requests about the house itself: opening, profile, the person at the device.

use crate::base::{Date, Id, Value};
use crate::lang::Lang;
use crate::register::Actor;
use serde::{Deserialize, Serialize};

/// Opens the store and loads the register.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Open {
    /// Language of texts that the engine makes.
    pub lang: Lang,
}

/// Asks for the state of the house.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GetStatus;

/// Sets the person using this device.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetActor {
    /// The person.
    pub actor: Actor,
}

/// Sets the language of texts that the engine makes.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetLang {
    /// The language.
    pub lang: Lang,
}

/// Sets fields of the village profile (field numbers of `register::profile::profile_field`).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SetProfile {
    /// Field numbers and values.
    pub fields: Vec<(u16, Value)>,
}

/// Deletes everything on this device, in one act.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Erase;

/// The state of the house.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Status {
    /// A village has been chosen.
    pub has_village: bool,
    /// Fields of the village profile.
    pub profile: Vec<(u16, Value)>,
    /// Name of the village as people say it ("Desa Sungai Contoh"); empty while none is chosen.
    pub village: String,
    /// Name of the data house.
    pub house: String,
    /// The sample village: invented people.
    pub sample: bool,
    /// Families in the register.
    pub n_families: u32,
    /// Active persons today.
    pub n_persons: u32,
    /// Acts in the log.
    pub n_acts: u32,
    /// The person using this device.
    pub actor: Actor,
    /// Today in the user's time zone.
    pub today: Date,
    /// Reference date of figures.
    pub reference: Date,
    /// This tab writes; otherwise it follows another.
    pub writer: bool,
    /// When a full package was last exported (milliseconds since 1970).
    pub last_backup_ms: Option<u64>,
    /// Acts since the last full package.
    pub acts_since_backup: u32,
    /// The newest family that is still a draft: id, title, RT label.
    pub draft: Option<(Id, String, String)>,
}
