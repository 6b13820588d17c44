//! Colours of charts: tokens on screen, their light values on paper. Knows nothing of shapes.

use super::Theme;
use serde::{Deserialize, Serialize};

/// The colour of a series of data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hue {
    /// Men and boys.
    Male,
    /// Women and girls.
    Female,
    /// The first of several, and the only one.
    #[default]
    One,
    /// The second.
    Two,
    /// The third.
    Three,
    /// The fourth.
    Four,
    /// The fifth.
    Five,
    /// Unknown, refused, other.
    Rest,
}

impl Hue {
    /// The hue of the n-th series, from 0; past the fifth, the rest.
    pub fn of_series(n: usize) -> Hue {
        [Hue::One, Hue::Two, Hue::Three, Hue::Four, Hue::Five].get(n).copied().unwrap_or(Hue::Rest)
    }
}

/// Any colour in a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    /// Text.
    Text,
    /// Lesser text.
    Soft,
    /// Grid lines.
    Line,
    /// Tracks behind bars.
    Sunken,
    /// The ground.
    Surface,
    /// Data.
    Data(Hue),
    /// A class of a map's values, from 0, light to dark (on dark ground dark to light).
    Ramp(u8),
}

impl Ink {
    /// The value of a colour attribute.
    pub(super) fn paint(self, theme: Theme) -> &'static str {
        let (token, paper) = match self {
            Ink::Text => ("var(--ink)", "#1c2623"),
            Ink::Soft => ("var(--ink-soft)", "#55605b"),
            Ink::Line => ("var(--line)", "#ddd8cb"),
            Ink::Sunken => ("var(--sunken)", "#f1eee6"),
            Ink::Surface => ("var(--surface)", "#ffffff"),
            Ink::Ramp(0) => ("var(--ramp-1)", "#dcefe7"),
            Ink::Ramp(1) => ("var(--ramp-2)", "#9fd0bc"),
            Ink::Ramp(2) => ("var(--ramp-3)", "#34836b"),
            Ink::Ramp(3) => ("var(--ramp-4)", "#1c5f4c"),
            Ink::Ramp(_) => ("var(--ramp-5)", "#07352b"),
            Ink::Data(Hue::Male) => ("var(--data-male)", "#2a6f97"),
            Ink::Data(Hue::Female) => ("var(--data-female)", "#c8553d"),
            Ink::Data(Hue::One) => ("var(--data-1)", "#0f5c4d"),
            Ink::Data(Hue::Two) => ("var(--data-2)", "#e09f3e"),
            Ink::Data(Hue::Three) => ("var(--data-3)", "#5b7db1"),
            Ink::Data(Hue::Four) => ("var(--data-4)", "#9c4f7c"),
            Ink::Data(Hue::Five) => ("var(--data-5)", "#7f8c2f"),
            Ink::Data(Hue::Rest) => ("var(--data-rest)", "#b9b4a6"),
        };
        match theme {
            Theme::Screen => token,
            Theme::Paper => paper,
        }
    }
}
