//! What the village chose to show in its population corner, as it is kept.

use serde::{Deserialize, Serialize};

/// Seconds for a slide, where nothing was chosen, and between which limits.
const SECONDS: u16 = 15;
const LIMITS: std::ops::RangeInclusive<u16> = 5..=120;
/// Slides that can be chosen.
const MOST: usize = 100;

/// The choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corner {
    /// Names of slides; none means all.
    pub slides: Vec<String>,
    /// Seconds for each.
    pub seconds: u16,
}

impl Default for Corner {
    fn default() -> Corner {
        Corner { slides: Vec::new(), seconds: SECONDS }
    }
}

/// Reads the choice; nothing where the text holds none.
pub fn read(text: &str) -> Option<Corner> {
    let corner: Corner = serde_json::from_str(text).ok()?;
    (LIMITS.contains(&corner.seconds) && corner.slides.len() <= MOST).then_some(corner)
}

#[test]
fn a_damaged_choice_is_none() {
    let fine = serde_json::to_string(&Corner::default()).unwrap_or_default();
    assert_eq!(read(&fine), Some(Corner::default()));
    for text in ["", "{}", "[]", r#"{"slides":["a"],"seconds":0}"#, r#"{"slides":"a","seconds":9}"#] {
        assert_eq!(read(text), None, "{text}");
    }
}
