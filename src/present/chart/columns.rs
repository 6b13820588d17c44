//! Columns side by side, by sex or another pair: upright where the labels fit under them, lying where they do not. A
//! letter at each column's foot tells the series in a grey print.

use super::drawing::{Anchor, Drawing, Mark, Type};
use super::ink::Ink;
use super::measure::wrapped;
use super::stacked::{Counts, counts_table};
use super::{Chart, Series};
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Note, Table};
use serde::{Deserialize, Serialize};

/// Groups of columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Columns {
    /// What the groups are: "Status kawin".
    pub heading: String,
    /// What is counted: "jiwa".
    pub unit: String,
    /// The series, a column each in every group.
    pub series: Vec<Series>,
    /// The groups.
    pub groups: Vec<Counts>,
}

impl Columns {
    /// Groups of two columns: men and women.
    pub fn by_sex(lang: Lang, heading: &str, groups: Vec<Counts>) -> Columns {
        let series = vec![Series::male(lang), Series::female(lang)];
        Columns { heading: heading.to_owned(), unit: words::persons(lang).to_owned(), series, groups }
    }

    fn largest(&self) -> f64 {
        f64::from(self.groups.iter().flat_map(|group| &group.counts).copied().max().unwrap_or(0).max(1))
    }

    fn columns<'a>(&'a self, group: &'a Counts) -> impl Iterator<Item = (&'a Series, u32)> {
        self.series.iter().enumerate().map(|(i, series)| (series, group.counts.get(i).copied().unwrap_or(0)))
    }
}

impl Chart for Columns {
    fn finding(&self, lang: Lang) -> String {
        let most = self.groups.iter().filter(|group| group.total() > 0);
        let most = most.reduce(|most, group| if group.total() > most.total() { group } else { most });
        most.map_or(words::no_figures(lang).to_owned(), |group| {
            let n = number::whole(lang, group.total().into());
            words::most(lang, &group.label, format!("{n} {}", self.unit))
        })
    }

    fn summary(&self, lang: Lang) -> String {
        let told: Vec<String> = self
            .groups
            .iter()
            .map(|group| {
                let parts = self
                    .columns(group)
                    .map(|(series, n)| format!("{} {}", series.label, number::whole(lang, n.into())));
                format!("{}: {}", group.label, parts.collect::<Vec<_>>().join(", "))
            })
            .collect();
        if told.is_empty() { words::no_figures(lang).to_owned() } else { told.join("; ") + "." }
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        counts_table(lang, Table::new(id, title, note), &self.heading, &self.series, &self.groups)
    }

    fn draw(&self, d: &mut Drawing) {
        let entries: Vec<_> = self
            .series
            .iter()
            .map(|one| {
                let letter = if one.letter.is_empty() { String::new() } else { format!("{} ", one.letter) };
                (Mark::Textured(one.hue), letter + &one.label)
            })
            .collect();
        d.legend(&entries);
        d.y += 8.0 * d.scale;
        if self.groups.is_empty() {
            d.paragraph(words::no_figures(d.lang), d.soft());
            return;
        }
        match self.standing_labels(d) {
            Some(labels) => self.draw_standing(d, &labels),
            None => self.draw_lying(d),
        }
    }
}

impl Columns {
    fn slot(&self, d: &Drawing) -> f64 {
        d.width() / self.groups.len().max(1) as f64
    }

    /// The labels in lines under upright columns; nothing where labels or numbers do not fit.
    fn standing_labels(&self, d: &Drawing) -> Option<Vec<Vec<String>>> {
        let (kind, room) = (d.plain(), self.slot(d) - 6.0 * d.scale);
        let words_fit =
            self.groups.iter().flat_map(|g| g.label.split_whitespace()).all(|word| kind.width(word) <= room);
        let numbers_fit = kind.width(&number::decimal(d.lang, self.largest(), 0)) + 2.0 * d.scale <= self.column(d);
        let labels: Vec<_> = self.groups.iter().map(|g| wrapped(&g.label, room, kind.size, false)).collect();
        (words_fit && numbers_fit && labels.iter().all(|lines| lines.len() <= 3)).then_some(labels)
    }

    /// Width of an upright column.
    fn column(&self, d: &Drawing) -> f64 {
        (self.slot(d) * 0.84 / self.series.len().max(1) as f64).min(64.0 * d.scale)
    }

    fn draw_standing(&self, d: &mut Drawing, labels: &[Vec<String>]) {
        let (s, plain, soft) = (d.scale, d.plain(), d.soft());
        let (slot, column) = (self.slot(d), self.column(d));
        let number = Type { size: 11.5 * s, ..plain };
        let (top, height) = (d.y + number.size * 1.4, 150.0 * s);
        let foot = top + height;
        for (i, (group, lines)) in self.groups.iter().zip(labels).enumerate() {
            let middle = d.left + slot * (i as f64 + 0.5);
            let mut x = middle - column * self.series.len() as f64 / 2.0;
            for (series, n) in self.columns(group) {
                let tall = height * f64::from(n) / self.largest();
                d.bar([x + s, foot - tall, column - 2.0 * s, tall], 3.0 * s, series.hue);
                for place in [&series.label, ""] {
                    d.spot(&group.label, place, x + column / 2.0, foot - tall);
                }
                let (mid, told) = (x + column / 2.0, number::whole(d.lang, n.into()));
                d.text(mid, foot - tall - 4.0 * s, Anchor::Middle, number, &told);
                d.text(mid, foot + soft.size * 1.2, Anchor::Middle, Type { size: 10.5 * s, ..soft }, &series.letter);
                x += column;
            }
            for (line, text) in lines.iter().enumerate() {
                let y = foot + plain.size * (2.5 + 1.25 * line as f64);
                d.text(middle, y, Anchor::Middle, plain, text);
            }
        }
        d.line([d.left, foot, d.right, foot], s, Ink::Soft, false);
        let most_lines = labels.iter().map(Vec::len).max().unwrap_or(0);
        d.y = foot + plain.size * (1.8 + 1.25 * most_lines as f64);
    }

    fn draw_lying(&self, d: &mut Drawing) {
        let (s, plain, soft) = (d.scale, d.plain(), d.soft());
        let beside = d.width() >= 560.0;
        let labels = d.label_column(self.groups.iter().map(|group| group.label.as_str()));
        let letters = self.series.iter().map(|one| soft.width(&one.letter)).fold(0.0, f64::max);
        let start = d.left + if beside { labels } else { 0.0 } + if letters > 0.0 { letters + 5.0 * s } else { 0.0 };
        let numbers = soft.width(&number::decimal(d.lang, self.largest(), 0)) + 6.0 * s;
        let length = d.right - start - numbers;
        let row = 14.0 * s;
        for group in &self.groups {
            let room = if beside { labels - 10.0 * s } else { d.width() };
            let lines = wrapped(&group.label, room, plain.size, false);
            for (i, line) in lines.iter().enumerate() {
                let y = d.y + plain.size * (0.65 + 1.3 * i as f64);
                d.text_mid(d.left, y, Anchor::Start, plain, line);
            }
            let text_height = plain.size * 1.3 * lines.len() as f64;
            let mut y = if beside { d.y } else { d.y + text_height + s };
            for (series, n) in self.columns(group) {
                let own = length * f64::from(n) / self.largest();
                let mid = y + row / 2.0;
                d.text_mid(start - 5.0 * s, mid, Anchor::End, Type { size: 10.5 * s, ..soft }, &series.letter);
                d.bar([start, y + s, own, row - 2.0 * s], 2.0 * s, series.hue);
                for place in [&series.label, ""] {
                    d.spot(&group.label, place, start + own, mid);
                }
                d.text_mid(start + own + 6.0 * s, mid, Anchor::Start, soft, &number::whole(d.lang, n.into()));
                y += row;
            }
            d.y = y.max(d.y + text_height) + 9.0 * s;
        }
        d.y -= 7.0 * s;
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::check::{check, elements, frame};
    use super::*;
    use expect_test::expect;

    fn marital() -> Columns {
        let groups = vec![
            Counts::new("Belum kawin", [240, 201]),
            Counts::new("Kawin", [268, 266]),
            Counts::new("Cerai hidup", [8, 17]),
            Counts::new("Cerai mati", [15, 31]),
        ];
        Columns::by_sex(Lang::Id, "Status kawin", groups)
    }

    fn work() -> Columns {
        let labels =
            ["Petani atau pekebun", "Nelayan", "Buruh tani", "Pegawai negeri", "Mengurus rumah tangga", "Pelajar"];
        let groups = labels.iter().zip(1..).map(|(label, n)| Counts::new(*label, [n * 211, n * 97])).collect();
        Columns::by_sex(Lang::Id, "Pekerjaan", groups)
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&marital());
        check(&work());
        check(&Columns::default());
        check(&Columns::by_sex(Lang::En, "Sex", vec![Counts::new("Nobody", [0, 0])]));
    }

    #[test]
    fn columns_stand_where_their_labels_fit_and_lie_where_not() {
        let shapes = |chart: &Columns, width| {
            let svg = chart.svg(&frame(Theme::Screen, width));
            let plain = |e: &super::super::check::Element| e.name == "rect" && e.attribute("fill").starts_with("var");
            let bars = elements(&svg).into_iter().filter(plain).skip(2);
            bars.map(|e| (e.number("width"), e.number("height"))).collect::<Vec<_>>()
        };
        let standing = shapes(&marital(), 328);
        assert!(standing.iter().all(|(width, _)| *width == standing[0].0));
        assert!((standing[1].1 / standing[0].1 - 201.0 / 240.0).abs() < 0.005, "{standing:?}");
        let lying = shapes(&work(), 328);
        assert!(lying.iter().all(|(_, height)| *height == lying[0].1));
        assert!((lying[11].0 / lying[1].0 - 6.0).abs() < 0.05, "{lying:?}");
    }

    #[test]
    fn columns_say_what_they_show() {
        expect!["Terbanyak: Kawin, 534 jiwa"].assert_eq(&marital().finding(Lang::Id));
        expect!["Never: Male 1, Female 2."].assert_eq(
            &Columns::by_sex(Lang::En, "Marital status", vec![Counts::new("Never", [1, 2])]).summary(Lang::En),
        );
    }
}
