//! The request of the guided tour: what has really happened in the sample village.

use crate::base::Id;
use serde::{Deserialize, Serialize};

/// Looks at what was done in the sample village since it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchTour;

/// Whose village is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum TourGround {
    /// None.
    #[default]
    Nothing,
    /// The invented one.
    Sample,
    /// A real one: the tour keeps its hands off.
    Real,
}

/// What it was found to be. Everything is false or nothing unless the sample is here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TourView {
    /// Whose village is here.
    pub ground: TourGround,
    /// The family that the tour is about.
    pub family: Option<TourFamily>,
    /// Women of 25 to 29 at the reference date, as the pyramid shows them.
    pub n_women_25_to_29: u32,
    /// An answer of that family was changed, and not taken back.
    pub corrected: bool,
    /// A member was added, with a name.
    pub member_added: bool,
    /// A birth was recorded.
    pub birth_recorded: bool,
    /// A finding of the sample is gone by a changed answer, or was accepted with a reason.
    pub finding_settled: bool,
    /// A target list was composed and kept.
    pub list_kept: bool,
    /// Help was noted.
    pub help_noted: bool,
    /// A package of everything was saved.
    pub package_saved: bool,
}

/// The family that the tour is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TourFamily {
    /// Its identity, for the way there.
    pub id: Id,
    /// Its name in the lists.
    pub title: String,
    /// Where it lives.
    pub place: String,
    /// Members who live there now.
    pub n_members: u32,
}
