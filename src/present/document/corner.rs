//! What the village chose to show in its population corner: which slides in which order, with words of its own, as it is kept.

use serde::{Deserialize, Serialize};

/// Seconds for a slide, where nothing was chosen, and between which limits.
const SECONDS: u16 = 15;
const LIMITS: std::ops::RangeInclusive<u16> = 5..=120;
/// Slides that can be chosen.
const MOST: usize = 100;
/// The longest title or sentence, in characters.
pub const WORDS: usize = 160;

/// A chosen slide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// Name of the slide.
    pub id: String,
    /// A title in the village's own words; empty for the made one.
    #[serde(default)]
    pub title: String,
    /// A sentence below it; empty for none.
    #[serde(default)]
    pub line: String,
}

/// The choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corner {
    /// Slides in their order; none means all.
    pub slides: Vec<Chosen>,
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
    // Before slides had words of their own a choice was a list of names.
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum One {
        Name(String),
        Chosen(Chosen),
    }
    #[derive(Deserialize)]
    struct Read {
        slides: Vec<One>,
        seconds: u16,
    }
    let Read { slides, seconds } = serde_json::from_str(text).ok()?;
    let chosen = |one| match one {
        One::Name(id) => Chosen { id, ..Chosen::default() },
        One::Chosen(chosen) => chosen,
    };
    let corner = Corner { slides: slides.into_iter().map(chosen).collect(), seconds };
    is_sound(&corner).then_some(corner)
}

/// True where the choice keeps its limits.
pub fn is_sound(corner: &Corner) -> bool {
    let short = |text: &String| text.chars().count() <= WORDS;
    LIMITS.contains(&corner.seconds)
        && corner.slides.len() <= MOST
        && corner.slides.iter().all(|slide| short(&slide.title) && short(&slide.line))
}

#[test]
fn a_damaged_choice_is_none_and_an_old_one_is_read() {
    let own = Chosen { id: "pembuka".into(), title: "Selamat datang".into(), line: "Warga kita".into() };
    for corner in [Corner::default(), Corner { slides: vec![own], seconds: 30 }] {
        let text = serde_json::to_string(&corner).unwrap_or_default();
        assert_eq!(read(&text), Some(corner));
    }
    let old = read(r#"{"slides":["a","b"],"seconds":10}"#).map(|corner| corner.slides[1].id.clone());
    assert_eq!(old.as_deref(), Some("b"));
    let long = format!(r#"{{"slides":[{{"id":"a","title":"{}"}}],"seconds":9}}"#, "x".repeat(WORDS + 1));
    for text in ["", "{}", "[]", r#"{"slides":["a"],"seconds":0}"#, r#"{"slides":"a","seconds":9}"#, &long] {
        assert_eq!(read(text), None, "{text:.60}");
    }
}
