//! The request for places: choosing the village.

use serde::{Deserialize, Serialize};

pub use crate::place::{Level, PlaceAnswer, PlaceRow, Query, VillageKind};

/// Asks for places. The lists are fetched as far as the question needs them; without a network and before the first visit
/// is complete the answer is [`Offline`](crate::engine::EngineError::Offline).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Places {
    /// The question.
    pub query: Query,
}
