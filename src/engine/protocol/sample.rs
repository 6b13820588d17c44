//! The request for the sample village.

use serde::{Deserialize, Serialize};

/// Families of the sample that the first page offers.
pub const SAMPLE_FAMILIES: u32 = crate::sample::FAMILIES;

/// Makes the sample village: invented people, marked as sample everywhere. Refused where a village is here already;
/// [`Erase`](super::Erase) deletes it with one act.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MakeSample {
    /// How many families; nothing for the village that the first page offers.
    pub families: Option<u32>,
    /// The seed; nothing for that of the first page. A seed and a day give the same village on every device.
    pub seed: Option<u64>,
}

/// Makes the sample village of the first page anew, in one transaction: what was done in it is gone. Refused where a real
/// village is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemakeSample;
