//! The map of a village: areas coloured by class, or tiles where no shapes are known, with dots, lines and signs. Classes
//! differ in lightness, few cases and hidden figures in hatching, so that a print in black and white says the same.

use super::Chart;
use super::drawing::{Anchor, Drawing, Mark, Type};
use super::ink::Ink;
use super::measure::shortened;
use crate::lang::{Lang, map as words, number};
use crate::map::ring::{Spot, cuts_at, inside, roomy_spot};
use crate::present::table::{Cell, Column, Kind, Note, RowKind, Table};

/// What an area shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// A class of values, from 0.
    Class(u8),
    /// Too few cases for a rate.
    Few,
    /// Hidden, so that nobody can be recognised.
    Hidden,
    /// No figure.
    #[default]
    Nothing,
}

/// An area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapArea {
    /// Its full name, for the table.
    pub label: String,
    /// Its short name, on the map: "RT 3".
    pub short: String,
    /// The larger area that it lies in: the heading over its tiles.
    pub group: String,
    /// Its polygons, each of rings read even-odd, in metres east and south.
    pub parts: Vec<Vec<Vec<Spot>>>,
    /// What it shows.
    pub shown: Shown,
    /// The figure as it is written on the map; empty for none.
    pub value: String,
    /// Its figures in the table.
    pub cells: Vec<Cell>,
}

/// A point with a letter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapSign {
    /// Where, in metres east and south.
    pub at: Spot,
    /// Its letter.
    pub letter: String,
    /// What it is: letter and words stand once in the legend.
    pub kind: String,
    /// Its name.
    pub name: String,
}

/// A map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VillageMap {
    /// What the map says, in a sentence.
    pub finding: String,
    /// What is mapped.
    pub subject: String,
    /// What the areas are: "RT".
    pub heading: String,
    /// The areas in order.
    pub areas: Vec<MapArea>,
    /// Words of the classes, from the lowest.
    pub classes: Vec<String>,
    /// Columns of the table behind the name of the area.
    pub columns: Vec<Column>,
    /// Their figures for the whole.
    pub total: Vec<Cell>,
    /// The border of the village, rings in metres.
    pub border: Vec<Vec<Spot>>,
    /// Roads, rivers.
    pub lines: Vec<Vec<Spot>>,
    /// Dots.
    pub dots: Vec<Spot>,
    /// What a dot is.
    pub dot_words: String,
    /// Signs.
    pub signs: Vec<MapSign>,
    /// Tiles instead of the ground.
    pub tiles: bool,
    /// Metres are true: a scale and north may be drawn.
    pub scaled: bool,
}

/// Which colours of the ramp so many classes take.
fn colour(class: u8, n: usize) -> u8 {
    let of: &[u8] = match n {
        0 | 1 => &[1],
        2 => &[1, 3],
        3 => &[0, 2, 4],
        4 => &[0, 1, 2, 4],
        _ => &[0, 1, 2, 3, 4],
    };
    of.get(usize::from(class)).copied().unwrap_or(4)
}

impl Chart for VillageMap {
    fn finding(&self, _: Lang) -> String {
        self.finding.clone()
    }

    fn summary(&self, lang: Lang) -> String {
        let told = self.areas.iter().map(|area| {
            let value = match area.shown {
                Shown::Hidden => words::hidden_short(lang),
                Shown::Few => words::few_short(lang),
                Shown::Nothing => "–",
                Shown::Class(_) => &area.value,
            };
            format!("{} {value}", area.label)
        });
        let signs = self.signs.iter().map(|sign| format!("{}: {}", sign.kind, sign.name));
        let all: Vec<String> = told.chain(signs).collect();
        format!("{}: {}.", self.subject, all.join("; "))
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        let mut table = Table::new(id, title, note).column(&self.heading, Kind::Text);
        table.columns.extend(self.columns.iter().cloned());
        let mut push = |kind, label: &str, cells: &[Cell]| {
            table.push(kind, [Cell::text(label)].into_iter().chain(cells.iter().cloned()).collect());
        };
        for area in &self.areas {
            push(RowKind::Body, &area.label, &area.cells);
        }
        if !self.total.is_empty() {
            push(RowKind::Total, words::whole(lang), &self.total);
        }
        table
    }

    fn draw(&self, d: &mut Drawing) {
        if self.tiles {
            self.draw_tiles(d);
        } else {
            self.draw_ground(d);
        }
        self.draw_legend(d);
    }
}

impl VillageMap {
    fn fill(&self, shown: Shown) -> Ink {
        match shown {
            Shown::Class(class) => Ink::Ramp(colour(class, self.classes.len())),
            _ => Ink::Surface,
        }
    }

    /// The colour of words on an area.
    fn words_on(&self, shown: Shown) -> Ink {
        match self.fill(shown) {
            Ink::Ramp(2..) => Ink::Surface,
            _ => Ink::Text,
        }
    }

    fn draw_area(&self, d: &mut Drawing, rings: &[Vec<Spot>], shown: Shown) {
        d.shape(rings, Some(self.fill(shown)), 0.0, Ink::Surface);
        match shown {
            Shown::Few => d.lines(&hatching(rings, 6.0 * d.scale, false), 0.9 * d.scale, Ink::Soft),
            Shown::Hidden => {
                d.lines(&hatching(rings, 9.0 * d.scale, false), 0.9 * d.scale, Ink::Soft);
                d.lines(&hatching(rings, 9.0 * d.scale, true), 0.9 * d.scale, Ink::Soft);
            }
            Shown::Class(_) | Shown::Nothing => {}
        }
        d.shape(rings, None, d.scale, Ink::Soft);
    }

    fn draw_ground(&self, d: &mut Drawing) {
        let spots = || {
            let areas = self.areas.iter().flat_map(|area| area.parts.iter().flatten().flatten());
            let others = self.border.iter().chain(&self.lines).flatten().chain(&self.dots);
            areas.chain(others).copied().chain(self.signs.iter().map(|sign| sign.at))
        };
        let ends = spots().fold(None, |ends: Option<[f64; 4]>, (x, y)| {
            let [a, b, c, e] = ends.unwrap_or([x, y, x, y]);
            Some([a.min(x), b.min(y), c.max(x), e.max(y)])
        });
        let Some([west, north, east, south]) = ends else {
            d.paragraph(words::nothing_to_draw(d.lang), d.soft());
            return;
        };
        let air = 14.0 * d.scale;
        let (wide, high) = ((east - west).max(20.0), (south - north).max(20.0));
        let (room_x, room_y) = (d.width() - 2.0 * air, (d.width() * 1.1).min(620.0 * d.scale));
        let zoom = (room_x / wide).min(room_y / high);
        let (left, top) = (d.left + air + (room_x - wide * zoom) / 2.0, d.y + air);
        let at = |(x, y): Spot| (left + (x - west) * zoom, top + (y - north) * zoom);
        let ring = |ring: &Vec<Spot>| ring.iter().map(|spot| at(*spot)).collect::<Vec<_>>();

        let border: Vec<Vec<Spot>> = self.border.iter().map(ring).collect();
        if !border.is_empty() {
            d.shape(&border, Some(Ink::Sunken), 0.0, Ink::Surface);
        }
        for area in &self.areas {
            for part in &area.parts {
                self.draw_area(d, &part.iter().map(ring).collect::<Vec<_>>(), area.shown);
            }
        }
        if !border.is_empty() {
            d.shape(&border, None, 2.0 * d.scale, Ink::Text);
        }
        for line in &self.lines {
            d.polyline(&ring(line), 2.5 * d.scale, Ink::Data(super::Hue::Three));
        }
        let dots: Vec<Spot> = self.dots.iter().map(|spot| at(*spot)).collect();
        d.specks(&dots, 2.6 * d.scale, Ink::Surface);
        d.specks(&dots, 1.9 * d.scale, Ink::Data(super::Hue::Female));
        let signs: Vec<Spot> = self.signs.iter().map(|sign| at(sign.at)).collect();
        for area in &self.areas {
            // The largest part carries the name.
            let size = |part: &&Vec<Vec<Spot>>| crate::map::ring::square_metres(part);
            if let Some(part) = area.parts.iter().max_by(|a, b| size(a).total_cmp(&size(b))) {
                self.name_area(d, area, &part.iter().map(ring).collect::<Vec<_>>(), &signs);
            }
        }
        for (sign, spot) in self.signs.iter().zip(&signs) {
            letter(d, *spot, &sign.letter);
        }
        d.y = top + high * zoom + air;
        if self.scaled {
            scale_and_north(d, zoom);
        }
    }

    /// The name, and under it the figure, where they fit into the area.
    fn name_area(&self, d: &mut Drawing, area: &MapArea, rings: &[Vec<Spot>], signs: &[Spot]) {
        let Some((x, y)) = roomy_spot(rings) else { return };
        let s = d.scale;
        let name = Type { size: 11.0 * s, ink: self.words_on(area.shown), bold: true };
        let value = Type { bold: false, size: 10.0 * s, ..name };
        let fits = |wide: f64, from: f64, to: f64| {
            let corners = [(x - wide / 2.0, from), (x + wide / 2.0, from), (x - wide / 2.0, to), (x + wide / 2.0, to)];
            let near = 9.0 * s;
            let covered =
                signs.iter().any(|(sx, sy)| (sx - x).abs() < wide / 2.0 + near && *sy > from - near && *sy < to + near);
            corners.iter().all(|corner| inside(rings, *corner)) && !covered
        };
        let (name_wide, value_wide) = (name.width(&area.short), value.width(&area.value));
        let two = !area.value.is_empty() && fits(name_wide.max(value_wide), y - 13.0 * s, y + 13.0 * s);
        if !two && !fits(name_wide, y - 7.0 * s, y + 7.0 * s) {
            return;
        }
        let wide = if two { name_wide.max(value_wide) } else { name_wide };
        if matches!(area.shown, Shown::Few | Shown::Hidden) {
            let (from, high) = if two { (y - 13.0 * s, 26.0 * s) } else { (y - 7.5 * s, 15.0 * s) };
            d.rect([x - wide / 2.0 - 2.0 * s, from, wide + 4.0 * s, high], 3.0 * s, Ink::Surface);
        }
        if two {
            d.text(x, y - 2.0 * s, Anchor::Middle, name, &area.short);
            d.text(x, y + 10.0 * s, Anchor::Middle, value, &area.value);
        } else {
            d.text_mid(x, y, Anchor::Middle, name, &area.short);
        }
    }

    fn draw_tiles(&self, d: &mut Drawing) {
        let (s, gap) = (d.scale, 5.0 * d.scale);
        let n_columns = (((d.width() + gap) / (62.0 * s + gap)).floor() as usize).clamp(3, 12);
        let side = ((d.width() + gap) / n_columns as f64 - gap).min(88.0 * s);
        let high = 42.0 * s;
        let mut group = None;
        let mut column = 0;
        for area in &self.areas {
            if group != Some(&area.group) {
                if group.is_some() {
                    d.y += high + gap * 2.0;
                }
                column = 0;
                group = Some(&area.group);
                if !area.group.is_empty() {
                    d.paragraph(&area.group, d.strong());
                    d.y += 3.0 * s;
                }
            } else if column == n_columns {
                column = 0;
                d.y += high + gap;
            }
            let (x, y) = (d.left + column as f64 * (side + gap), d.y);
            let ring = vec![vec![(x, y), (x + side, y), (x + side, y + high), (x, y + high)]];
            self.draw_area(d, &ring, area.shown);
            let name = Type { size: 12.0 * s, ink: self.words_on(area.shown), bold: true };
            let value = Type { bold: false, size: 10.5 * s, ..name };
            let short = shortened(&area.short, side - 6.0 * s, name.size, true);
            let middle = x + side / 2.0;
            if matches!(area.shown, Shown::Few | Shown::Hidden) {
                let wide = name.width(&short).max(value.width(&area.value)).min(side - 4.0 * s) + 4.0 * s;
                d.rect([middle - wide / 2.0, y + 5.0 * s, wide, high - 10.0 * s], 3.0 * s, Ink::Surface);
            }
            if area.value.is_empty() {
                d.text_mid(middle, y + high / 2.0, Anchor::Middle, name, &short);
            } else {
                let shown = shortened(&area.value, side - 4.0 * s, value.size, false);
                d.text(middle, y + 18.0 * s, Anchor::Middle, name, &short);
                d.text(middle, y + 33.0 * s, Anchor::Middle, value, &shown);
            }
            column += 1;
        }
        if self.areas.is_empty() {
            d.paragraph(words::nothing_to_draw(d.lang), d.soft());
        } else {
            d.y += high + gap * 2.0;
        }
    }

    fn draw_legend(&self, d: &mut Drawing) {
        d.y += 6.0 * d.scale;
        if !self.classes.is_empty() || !self.dot_words.is_empty() {
            d.paragraph(&self.subject, d.strong());
        }
        let n = self.classes.len();
        let mut entries: Vec<(Mark, String)> =
            (0u8..).zip(&self.classes).map(|(class, words)| (Mark::Class(colour(class, n)), words.clone())).collect();
        let any = |shown| self.areas.iter().any(|area| area.shown == shown);
        if any(Shown::Few) {
            entries.push((Mark::Hatched(false), words::few(d.lang, super::SMALL_DENOMINATOR)));
        }
        if any(Shown::Hidden) {
            entries.push((Mark::Hatched(true), words::hidden(d.lang).to_owned()));
        }
        if !self.dot_words.is_empty() && !self.tiles {
            entries.push((Mark::Speck, self.dot_words.clone()));
        }
        d.legend(&entries);
        let mut told: Vec<(&str, String)> = Vec::new();
        for sign in &self.signs {
            match told.iter_mut().find(|(letter, _)| *letter == sign.letter) {
                Some((_, names)) => *names += &format!(", {}", sign.name),
                None => told.push((&sign.letter, format!("{}: {}", sign.kind, sign.name))),
            }
        }
        if !self.tiles {
            for (letter, names) in told {
                d.paragraph(&format!("{letter} = {names}"), d.plain());
            }
        }
    }
}

/// A letter in a box.
fn letter(d: &mut Drawing, (x, y): Spot, text: &str) {
    let half = 7.5 * d.scale;
    d.rect([x - half, y - half, half * 2.0, half * 2.0], 3.0 * d.scale, Ink::Text);
    let inner = half - 1.2 * d.scale;
    d.rect([x - inner, y - inner, inner * 2.0, inner * 2.0], 2.0 * d.scale, Ink::Surface);
    d.text_mid(x, y, Anchor::Middle, Type { size: 10.0 * d.scale, ink: Ink::Text, bold: true }, text);
}

/// A scale of a round length, and an arrow north.
fn scale_and_north(d: &mut Drawing, zoom: f64) {
    let s = d.scale;
    let metres = round_below(d.width() * 0.28 / zoom);
    let (left, y, long) = (d.left + 4.0 * s, d.y + 12.0 * s, metres * zoom);
    d.lines(
        &[
            [left, y, left + long, y],
            [left, y - 4.0 * s, left, y + 4.0 * s],
            [left + long, y - 4.0 * s, left + long, y + 4.0 * s],
        ],
        1.6 * s,
        Ink::Text,
    );
    let text = if metres >= 1_000.0 {
        format!("{} km", number::whole(d.lang, (metres / 1_000.0) as i64))
    } else {
        format!("{} m", number::whole(d.lang, metres as i64))
    };
    d.text_mid(left + long + 8.0 * s, y, Anchor::Start, d.soft(), &text);
    let x = d.right - 10.0 * s;
    let arrow = vec![(x, y - 11.0 * s), (x + 6.0 * s, y + 7.0 * s), (x, y + 3.0 * s), (x - 6.0 * s, y + 7.0 * s)];
    d.shape(&[arrow], Some(Ink::Text), s, Ink::Text);
    d.text_mid(x - 12.0 * s, y, Anchor::End, d.strong(), words::north(d.lang));
    d.y += 26.0 * s;
}

/// The largest of 1, 2, 5, 10, 20 … metres that is not above `most`.
pub fn round_below(most: f64) -> f64 {
    let ten = 10f64.powf(most.max(1.0).log10().floor());
    [5.0, 2.0, 1.0].into_iter().map(|base| base * ten).find(|metres| *metres <= most).unwrap_or(ten)
}

/// Slanting lines that fill the rings, `step` apart.
pub(super) fn hatching(rings: &[Vec<Spot>], step: f64, falling: bool) -> Vec<[f64; 4]> {
    let half = std::f64::consts::FRAC_1_SQRT_2;
    let turn = |(x, y): &Spot| {
        let y = if falling { -*y } else { *y };
        ((x - y) * half, (x + y) * half)
    };
    let back = |(u, v): Spot| {
        let (x, y) = ((u + v) * half, (v - u) * half);
        (x, if falling { -y } else { y })
    };
    let turned: Vec<Vec<Spot>> = rings.iter().map(|ring| ring.iter().map(turn).collect()).collect();
    let levels = turned.iter().flatten().map(|(_, v)| *v);
    let (low, high) = levels.fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
    let mut lines = Vec::new();
    // Levels are those of the whole page, so that hatching runs on over neighbours.
    let mut level = (low / step).ceil() * step;
    while level < high {
        for (from, to) in cuts_at(&turned, level) {
            let ((x1, y1), (x2, y2)) = (back((from, level)), back((to, level)));
            lines.push([x1, y1, x2, y2]);
        }
        level += step;
    }
    lines
}

#[cfg(test)]
mod tests;
