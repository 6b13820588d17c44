//! A heat table: how each row divides over the columns, the percentage above a block whose colour is the stronger the higher. No
//! word lies on a colour. Where headings do not fit over their columns, letters do, with a key.

use super::Chart;
use super::drawing::{Anchor, Drawing, Mark, Type};
use super::ink::Ink;
use super::measure::{text_width, wrapped};
use super::shares::{ShareRow, highest, percent, summary, table};
use crate::base::Share;
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Note, Table};
use serde::{Deserialize, Serialize};

/// Shades, light to dark.
const SHADES: u8 = 5;

/// Shares of rows, shaded.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Heat {
    /// What the rows are: "RT".
    pub heading: String,
    /// The columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<ShareRow>,
}

impl Heat {
    /// Lowest and highest percentage that stand on cases enough.
    fn range(&self) -> Option<(f64, f64)> {
        let all = self.rows.iter().flat_map(|row| &row.shares).flatten().filter_map(percent);
        all.fold(None, |range, value| {
            Some(range.map_or((value, value), |(a, b): (f64, f64)| (a.min(value), b.max(value))))
        })
    }

    /// Bounds of the shades in whole per cents.
    fn bounds(&self) -> Option<(f64, f64)> {
        let (low, high) = self.range()?;
        let (low, high) = (low.floor(), high.ceil());
        Some((low, low + ((high - low) / f64::from(SHADES)).ceil().max(1.0)))
    }

    fn shade(&self, value: f64) -> u8 {
        let Some((low, next)) = self.bounds() else { return 0 };
        (((value - low) / (next - low)).floor().max(0.0) as u8).min(SHADES - 1)
    }
}

impl Chart for Heat {
    fn finding(&self, lang: Lang) -> String {
        highest(&self.rows, &self.columns).map_or(words::no_figures(lang).to_owned(), |(row, column, value)| {
            words::heat_high(lang, row, column, number::decimal(lang, value, 1))
        })
    }

    fn summary(&self, lang: Lang) -> String {
        summary(&self.rows, &self.columns, lang)
    }

    fn table(&self, _: Lang, id: &str, title: &str, note: Note) -> Table {
        table(&self.rows, &self.columns, &self.heading, id, title, note)
    }

    fn draw(&self, d: &mut Drawing) {
        let s = d.scale;
        let Some((low, next)) = self.bounds().filter(|_| !self.columns.is_empty()) else {
            return d.paragraph(words::no_figures(d.lang), d.soft());
        };
        let shade = |at: u8| {
            let from = low + (next - low) * f64::from(at);
            let whole = |value: f64| number::decimal(d.lang, value, 0);
            (Mark::Class(at), words::shade_between(d.lang, whole(from), whole(from + next - low)))
        };
        let entries: Vec<_> = (0..SHADES).map(shade).collect();
        d.legend(&entries);
        d.paragraph(words::shades(d.lang), d.soft());
        d.y += 6.0 * s;
        let told = |share: &Option<Share>| match share {
            None => "*".to_owned(),
            Some(share) => match percent(share) {
                Some(value) => format!("{}%", number::decimal(d.lang, value, 0)),
                None => words::n_of(d.lang, share.numerator, share.denominator),
            },
        };
        let cell =
            |share: &Option<Share>| (told(share), share.as_ref().and_then(percent).map(|value| self.shade(value)));
        let rows: Vec<(&str, Vec<GridCell>)> =
            self.rows.iter().map(|row| (row.label.as_str(), row.shares.iter().map(cell).collect())).collect();
        grid(d, &self.columns, &rows);
    }
}

/// The words of a cell and its shade, where it has one.
pub(super) type GridCell = (String, Option<u8>);

/// Cells under their columns, each word above a block of its shade; blocks of columns stand below each other where they do not
/// fit beside each other.
pub(super) fn grid(d: &mut Drawing, columns: &[String], rows: &[(&str, Vec<GridCell>)]) {
    let (s, plain) = (d.scale, d.plain());
    let figure = Type { size: 11.0 * s, ..plain };
    let widest =
        rows.iter().flat_map(|(_, cells)| cells).map(|(text, _)| figure.width(text)).fold(30.0 * s, f64::max) + 6.0 * s;
    let labels = d.label_column(rows.iter().map(|(label, _)| *label)).min(d.width() * 0.36);
    let room = d.width() - labels;
    // Where not all columns fit beside each other, blocks of as many stand below each other.
    let most = ((room / widest).floor() as usize).clamp(1, columns.len());
    let beside = columns.len().div_ceil(columns.len().div_ceil(most));
    let wide = (room / beside as f64).min(110.0 * s);
    let fits = |label: &String| {
        label.split_whitespace().all(|word| text_width(word, figure.size, false) <= wide - 6.0 * s)
            && wrapped(label, wide - 6.0 * s, figure.size, false).len() <= 3
    };
    let heads: Vec<String> = match columns.iter().all(fits) {
        true => columns.to_vec(),
        false => {
            for (at, column) in columns.iter().enumerate() {
                d.paragraph(&words::column_key(d.lang, letter(at), column), d.soft());
            }
            d.y += 6.0 * s;
            (0..columns.len()).map(letter).collect()
        }
    };
    let (start, n) = (d.left + labels, columns.len());
    for first in (0..n).step_by(beside) {
        let shown = first..(first + beside).min(n);
        let lines: Vec<Vec<String>> =
            heads[shown.clone()].iter().map(|head| wrapped(head, wide - 6.0 * s, figure.size, false)).collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(0) as f64;
        for (column, lines) in lines.iter().enumerate() {
            let middle = start + wide * (column as f64 + 0.5);
            for (at, line) in lines.iter().enumerate() {
                let up = most - lines.len() as f64 + at as f64;
                let kind = Type { bold: true, size: figure.size * 0.9, ..figure };
                d.text(middle, d.y + figure.size * (1.0 + 1.25 * up), Anchor::Middle, kind, line);
            }
        }
        d.y += figure.size * 1.25 * most + 4.0 * s;
        for (label, cells) in rows {
            let name = wrapped(label, labels - 8.0 * s, plain.size, false);
            let high = (27.0 * s).max(plain.size * 1.25 * name.len() as f64);
            for (at, line) in name.iter().enumerate() {
                d.text(d.left, d.y + plain.size * (1.0 + 1.25 * at as f64), Anchor::Start, plain, line);
            }
            for (at, column) in shown.clone().enumerate() {
                let x = start + wide * at as f64;
                let (text, shade) = cells.get(column).map_or(("", None), |(text, shade)| (text.as_str(), *shade));
                d.text(x + wide / 2.0, d.y + figure.size, Anchor::Middle, figure, text);
                if let Some(shade) = shade {
                    let place = [x + s, d.y + 14.0 * s, wide - 2.0 * s, 9.0 * s];
                    d.rect(place, 0.0, Ink::Ramp(shade));
                }
                d.spot(label, &columns[column], x + wide / 2.0, d.y + 18.0 * s);
            }
            d.spot(label, "", d.left, d.y + plain.size * 0.7);
            d.y += high + 5.0 * s;
        }
        d.y += 8.0 * s;
    }
    d.y -= 8.0 * s;
}

/// a, b, … z, aa, ab …
fn letter(at: usize) -> String {
    let one = char::from(b'a' + (at % 26) as u8);
    if at < 26 { one.to_string() } else { format!("{}{one}", letter(at / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::check::{check, check_with, elements, frame};
    use super::*;

    fn heat(n_rows: usize, columns: &[&str]) -> Heat {
        let share = |row: usize, column: usize| {
            let hidden = row == 1 && column == 0;
            let denominator = if row == 2 { 12 } else { 60 + row as u32 };
            (!hidden).then_some(Share { numerator: ((row * 7 + column * 11) % 12) as u32, denominator })
        };
        let row = |row: usize| ShareRow {
            label: format!("RT {:02}", row + 1),
            shares: (0..columns.len()).map(|column| share(row, column)).collect(),
        };
        Heat {
            heading: "RT".into(),
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            rows: (0..n_rows).map(row).collect(),
        }
    }

    const SCHOOL: [&str; 7] = ["Tidak sekolah", "SD", "SLTP", "SLTA", "Diploma I/II", "Sarjana", "Belum terjawab"];

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&heat(5, &["Laki-laki", "Perempuan"]));
        check(&heat(9, &SCHOOL));
        let long: Vec<String> = (0..30).map(|n| format!("Jawaban yang panjang nomor {n}")).collect();
        check(&heat(3, &long.iter().map(String::as_str).collect::<Vec<_>>()));
        check(&Heat::default());
        check(&heat(0, &["a"]));
        check_with(&heat(5, &SCHOOL), &[("RT 01", "SD"), ("RT 04", ""), ("RT 02", "Sarjana")]);
    }

    #[test]
    fn shades_follow_the_percentages_and_words_lie_on_no_colour() {
        let chart = heat(4, &["a", "b", "c"]);
        assert_eq!((chart.shade(0.0), chart.shade(100.0)), (0, 4));
        let all = elements(&chart.svg(&frame(Theme::Screen, 328)));
        let blocks: Vec<_> =
            all.iter().filter(|e| e.attribute("fill").starts_with("var(--ramp") && e.name == "rect").collect();
        // Legend, and cells that are neither hidden nor of few cases.
        assert_eq!(blocks.len(), 5 + 8);
        for text in all.iter().filter(|e| e.name == "text") {
            let (x, y) = (text.number("x"), text.number("y"));
            let on = |e: &&&super::super::check::Element| {
                x > e.number("x")
                    && x < e.number("x") + e.number("width")
                    && y > e.number("y")
                    && y < e.number("y") + e.number("height")
            };
            assert!(!blocks.iter().any(|block| on(&block)), "{text:?}");
        }
    }
}
