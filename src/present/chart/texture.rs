//! Textures of series: what tells them apart in a grey print and for eyes that see few colours.

use super::ink::Ink;
use super::{Hue, Theme};

/// Light lines or dots over the colour of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Texture {
    Slanting,
    Dotted,
    Level,
    Crossed,
}

impl Texture {
    /// The texture of a series; the first, men and what is left over are plain.
    pub(super) fn of(hue: Hue) -> Option<Texture> {
        match hue {
            Hue::One | Hue::Male | Hue::Rest => None,
            Hue::Two | Hue::Female => Some(Texture::Slanting),
            Hue::Three => Some(Texture::Dotted),
            Hue::Four => Some(Texture::Level),
            Hue::Five => Some(Texture::Crossed),
        }
    }

    /// Its name within a picture.
    pub(super) fn name(self, picture: &str) -> String {
        let own = match self {
            Texture::Slanting => "miring",
            Texture::Dotted => "titik",
            Texture::Level => "datar",
            Texture::Crossed => "silang",
        };
        format!("{picture}-{own}")
    }

    /// Its definition.
    pub(super) fn pattern(self, picture: &str, theme: Theme, scale: f64) -> String {
        let (name, paint) = (self.name(picture), Ink::Surface.paint(theme));
        let (turned, inside) = match self {
            Texture::Slanting => (45, format!("<path d=\"M0 0h1.6v6h-1.6z\" fill=\"{paint}\"/>")),
            Texture::Dotted => (0, format!("<path d=\"M1.5 1.5h2.4v2.4h-2.4z\" fill=\"{paint}\"/>")),
            Texture::Level => (0, format!("<path d=\"M0 2h6v1.6h-6z\" fill=\"{paint}\"/>")),
            Texture::Crossed => (45, format!("<path d=\"M0 0h1.4v6h-1.4zM0 0h6v1.4h-6z\" fill=\"{paint}\"/>")),
        };
        format!(
            "<pattern id=\"{name}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"scale({scale:.2}) rotate({turned})\">{inside}</pattern>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How light a colour of paper is, 0 to 1 (WCAG 2).
    fn light(hex: &str) -> f64 {
        let part = |at: usize| {
            let n = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if n <= 0.04045 { n / 12.92 } else { ((n + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn series_are_told_apart_in_a_grey_print() {
        let paper = |hue| Ink::Data(hue).paint(Theme::Paper);
        let series: Vec<Hue> = (0..6).map(Hue::of_series).collect();
        assert_eq!(series[5], Hue::Rest);
        let pairs = (0..6).flat_map(|a| (a + 1..6).map(move |b| (a, b))).map(|(a, b)| (series[a], series[b]));
        for (a, b) in pairs.chain([(Hue::Male, Hue::Female)]) {
            let grey = contrast(paper(a), paper(b));
            assert!(Texture::of(a) != Texture::of(b) || grey >= 2.0, "{a:?} and {b:?} look alike in grey: {grey:.2}");
        }
        for hue in series.into_iter().chain([Hue::Male, Hue::Female]) {
            let ground = Ink::Surface.paint(Theme::Paper);
            let seen = contrast(paper(hue), ground);
            assert!(seen >= if hue == Hue::Rest { 1.9 } else { 2.0 }, "{hue:?} on white: {seen:.2}");
        }
        let ramp: Vec<&str> = (0..5).map(|class| Ink::Ramp(class).paint(Theme::Paper)).collect();
        assert!(ramp.windows(2).all(|pair| light(pair[0]) > light(pair[1]) * 1.2), "{ramp:?}");
    }
}
