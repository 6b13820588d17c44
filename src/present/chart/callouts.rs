//! Short notes at what a chart shows: at a bar, a point, a row. Where there is room the words stand beside it; where not, a
//! number does, and the words stand below the picture. No note lies on a word, a bar or another note.

use super::drawing::{Anchor, Drawing, Type};
use super::ink::Ink;
use super::measure::wrapped;
use crate::lang::{Lang, present as words};
use serde::{Deserialize, Serialize};

/// A short note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callout {
    /// The row that it belongs to: kept by its name, drawn by its label.
    pub row: String,
    /// The column likewise; empty for the row as a whole.
    pub column: String,
    /// What it says.
    pub text: String,
}

impl Callout {
    /// What it belongs to, in words.
    fn place(&self) -> String {
        let parts = [&self.row, &self.column].into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// Left, right, top and bottom.
type Room = [f64; 4];

/// The notes of a picture in the making, and what is drawn already.
#[derive(Default)]
pub(super) struct Callouts {
    notes: Vec<(Callout, Option<(f64, f64)>)>,
    /// Shapes.
    shapes: Vec<Room>,
    /// Words and marks, on which nothing may ever lie.
    texts: Vec<Room>,
    /// Where the chart begins, below the title.
    pub(super) top: f64,
}

impl Callouts {
    pub(super) fn of(notes: &[Callout]) -> Callouts {
        Callouts { notes: notes.iter().map(|note| (note.clone(), None)).collect(), ..Callouts::default() }
    }

    /// Something was drawn there.
    pub(super) fn take(&mut self, room: Room, text: bool) {
        if !self.notes.is_empty() {
            if text { &mut self.texts } else { &mut self.shapes }.push(room);
        }
    }

    fn is_free(&self, room: Room, shapes: bool) -> bool {
        let apart = |other: &Room| {
            room[1] <= other[0] - 2.0
                || other[1] + 2.0 <= room[0]
                || room[3] <= other[2] - 1.0
                || other[3] + 1.0 <= room[2]
        };
        self.texts.iter().all(apart) && (!shapes || self.shapes.iter().all(apart))
    }

    /// True where a line from a spot to the nearest point of a place crosses no words.
    fn is_reached(&self, spot: (f64, f64), room: Room) -> bool {
        let end = nearest(spot, room);
        let crosses = |text: &Room| {
            (1..=12).any(|at| {
                let part = f64::from(at) / 12.0;
                let (x, y) = (spot.0 + (end.0 - spot.0) * part, spot.1 + (end.1 - spot.1) * part);
                x > text[0] && x < text[1] && y > text[2] && y < text[3]
            })
        };
        !self.texts.iter().any(crosses)
    }

    /// The free place nearest to a spot for something of this size; `reach` is how far it may lie.
    fn place(&self, spot: (f64, f64), size: (f64, f64), within: Room, reach: f64, shapes: bool) -> Option<Room> {
        let step = 4.0;
        let n = (reach / step) as i32;
        let at = |dx: i32, dy: i32| {
            let (x, y) = (spot.0 + f64::from(dx) * step, spot.1 + f64::from(dy) * step);
            [x - size.0 / 2.0, x + size.0 / 2.0, y - size.1 / 2.0, y + size.1 / 2.0]
        };
        let inside =
            |room: &Room| room[0] >= within[0] && room[1] <= within[1] && room[2] >= within[2] && room[3] <= within[3];
        let all = (-n..=n).flat_map(|dx| (-n..=n).map(move |dy| (dx, dy)));
        let free = all.filter(|(dx, dy)| {
            let room = at(*dx, *dy);
            inside(&room) && self.is_free(room, shapes) && (!shapes || self.is_reached(spot, room))
        });
        // To the right before the left, above before below.
        free.min_by_key(|(dx, dy)| (dx * dx + dy * dy, -dx, *dy)).map(|(dx, dy)| at(dx, dy))
    }
}

/// The point of a place nearest to a spot.
fn nearest(spot: (f64, f64), room: Room) -> (f64, f64) {
    (spot.0.clamp(room[0], room[1]), spot.1.clamp(room[2], room[3]))
}

impl Drawing {
    /// Here a row (and a column) is drawn: a note that belongs to it finds its place. The first spot told holds.
    pub(super) fn spot(&mut self, row: &str, column: &str, x: f64, y: f64) {
        for (note, spot) in &mut self.callouts.notes {
            if note.row == row && note.column == column && spot.is_none() {
                *spot = Some((x, y));
            }
        }
    }
}

/// The notes as sentences, for those who cannot see them.
pub(super) fn told(lang: Lang, notes: &[Callout]) -> String {
    notes.iter().map(|note| format!(" {}", words::note_at(lang, note.place(), &note.text))).collect()
}

/// Draws the notes into and below what stands already.
pub(super) fn draw(d: &mut Drawing) {
    let (s, notes) = (d.scale, d.callouts.notes.clone());
    let words_of = Type { size: 11.5 * s, ..d.plain() };
    let within = [d.left, d.right, d.callouts.top, d.y];
    let mut below = Vec::new();
    for (note, spot) in notes {
        let Some(spot) = spot else {
            below.push((None, format!("{}: {}", note.place(), note.text)));
            continue;
        };
        let lines = wrapped(&note.text, (d.width() * 0.3).min(190.0 * s), words_of.size, false);
        let wide = lines.iter().map(|line| words_of.width(line)).fold(0.0, f64::max) + 4.0;
        let high = words_of.size * 1.3 * lines.len() as f64;
        let room = match d.width() >= 480.0 && lines.len() <= 4 {
            true => d.callouts.place(spot, (wide, high), within, 220.0 * s, true),
            false => None,
        };
        if let Some(room) = room {
            beside(d, spot, room, &lines, words_of);
        } else {
            let number = below.iter().filter(|(number, _)| number.is_some()).count() + 1;
            mark(d, spot, number, within);
            below.push((Some(number), note.text));
        }
    }
    if below.is_empty() {
        return;
    }
    d.y += 8.0 * s;
    for (number, text) in below {
        let (left, size) = (d.left, 15.0 * s);
        if let Some(number) = number {
            let y = d.y + words_of.size * 0.72;
            disc(d, (left + size / 2.0, y), number);
            d.left += size + 6.0 * s;
        }
        d.paragraph(&text, words_of);
        d.left = left;
        d.y += 3.0 * s;
    }
}

/// The words beside their spot, with a line to it.
fn beside(d: &mut Drawing, spot: (f64, f64), room: Room, lines: &[String], kind: Type) {
    d.leader(spot, nearest(spot, room));
    for (at, line) in lines.iter().enumerate() {
        let y = room[2] + kind.size * (1.3 * at as f64 + 0.95);
        d.text(room[0] + 2.0, y, Anchor::Start, kind, line);
    }
    d.callouts.take(room, true);
}

/// A number at the spot, or as near to it as words leave room.
fn mark(d: &mut Drawing, spot: (f64, f64), number: usize, within: Room) {
    let size = 15.0 * d.scale;
    let near = d.callouts.place(spot, (size, size), within, 48.0 * d.scale, true);
    let found = near.or_else(|| d.callouts.place(spot, (size, size), within, d.width().min(600.0), false));
    let room = found.unwrap_or([spot.0, spot.0 + size, d.y, d.y + size]);
    let middle = ((room[0] + room[1]) / 2.0, (room[2] + room[3]) / 2.0);
    let gap = ((middle.0 - spot.0).powi(2) + (middle.1 - spot.1).powi(2)).sqrt();
    if gap > size {
        d.leader(spot, middle);
    }
    disc(d, middle, number);
    d.callouts.take(room, true);
    d.y = d.y.max(room[3]);
}

/// A number on a disc.
fn disc(d: &mut Drawing, middle: (f64, f64), number: usize) {
    let s = d.scale;
    d.dot(middle.0, middle.1, 7.0 * s, Ink::Text, true);
    let kind = Type { size: 10.0 * s, ink: Ink::Text, bold: true };
    d.text_mid(middle.0, middle.1, Anchor::Middle, kind, &number.to_string());
}

#[cfg(test)]
mod tests {
    use super::super::check::{check_with, elements, frame};
    use super::super::{Bars, Chart, Frame, Theme};
    use super::*;

    fn drinking() -> Bars {
        Bars::of_counts("Air minum", &[("Ledeng", 120), ("Sungai", 30), ("Sumur terlindung", 8), ("Air hujan", 3)])
    }

    #[test]
    fn notes_lie_on_nothing() {
        check_with(&drinking(), &[("Sungai", "")]);
        check_with(&drinking(), &[("Ledeng", ""), ("Sungai", ""), ("Sumur terlindung", ""), ("Air hujan", "")]);
        check_with(&drinking(), &[("Sungai", ""), ("Sungai", ""), ("Sungai", "")]);
        check_with(&drinking(), &[("Tidak ada di sini", "")]);
    }

    #[test]
    fn a_note_stands_beside_its_bar_or_as_a_number_below() {
        let note =
            |row: &str| Callout { row: row.into(), column: String::new(), text: "kering di musim kemarau".into() };
        let drawn = |width, notes: Vec<Callout>| {
            let svg = drinking().svg(&Frame { callouts: notes, ..frame(Theme::Screen, width) });
            let texts = elements(&svg).into_iter().filter(|e| e.name == "text");
            texts.map(|e| (e.text.clone(), e.number("x"), e.number("y"))).collect::<Vec<_>>()
        };
        let wide = drawn(900, vec![note("Sungai")]);
        let row = wide.iter().find(|(text, ..)| text == "Sungai").unwrap();
        let words = wide.iter().find(|(text, ..)| text.starts_with("kering")).unwrap();
        assert!((words.2 - row.2).abs() < 70.0 && words.1 > row.1, "{words:?} is far from {row:?}");
        let narrow = drawn(300, vec![note("Sungai"), note("Ledeng")]);
        let numbers = |n: &str| narrow.iter().filter(|(text, ..)| text == n).count();
        assert_eq!((numbers("1"), numbers("2")), (2, 2), "{narrow:?}");
    }
}
