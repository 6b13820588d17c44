//! Requests of the learning room: the village that a lesson may see, and lessons that are brought in.

use crate::learn::Village;
use serde::{Deserialize, Serialize};

/// The village for lessons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonVillage {
    /// The twin of the register's village; otherwise the invented one.
    pub own: bool,
    /// Seed of the twin's draw.
    pub seed: u32,
}

/// Its answer: the village, or nothing where the register holds too few for a twin.
pub type LessonVillageReply = Option<Village>;

/// Reads a lesson's file that comes as attachment: a ZIP of its three files, or one JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadLesson {
    /// Name of the file, for messages.
    pub name: String,
}

/// What stood in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonRead {
    /// The lesson in one JSON, where it is whole.
    pub bundle: Option<String>,
    /// What must be mended, each with file, place and remedy.
    pub problems: Vec<String>,
}
