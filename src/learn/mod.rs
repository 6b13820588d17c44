//! Lessons as data: their format with clear messages, numbers drawn for exercises, the scoring of answers, the village as a
//! lesson may see it, and simulations that give the same for a seed everywhere. Knows the register only to make a lesson's
//! village of it, and nothing of screens.

pub mod bundle;
pub mod dice;
pub mod expression;
pub mod format;
pub mod item;
mod item_kinds;
pub mod problem;
mod reader;
pub mod score;
pub mod screens;
pub mod sim;
pub mod twin;
pub mod village;

pub use bundle::Bundle;
pub use format::{Lesson, Step};
pub use item::{Item, Task};
pub use problem::Problem;
pub use score::{Answer, Verdict};
pub use village::Village;

/// Texts of one language: key and words.
pub type Texts = std::collections::BTreeMap<String, String>;
