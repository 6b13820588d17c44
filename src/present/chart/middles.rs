//! Means and medians by answer: a bar to the mean, a point at the median, and a dashed line at the mean of all. The axis
//! begins at zero and carries the unit.

use super::drawing::{Anchor, Drawing, Mark, Type};
use super::ink::{Hue, Ink};
use super::measure::wrapped;
use super::{Chart, measure};
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// Means and medians.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Middles {
    /// What the rows are: "Pendidikan".
    pub heading: String,
    /// What is averaged: "Rata-rata umur".
    pub what: String,
    /// Its unit: "tahun".
    pub unit: String,
    /// The rows that are shown.
    pub rows: Vec<Middle>,
    /// The mean of all, where it is shown.
    pub all: Option<f64>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Middle {
    /// The answer.
    pub label: String,
    /// Mean; nothing where it is hidden.
    pub mean: Option<f64>,
    /// Median.
    pub median: Option<f64>,
}

impl Middles {
    fn told(&self, lang: Lang, value: f64) -> String {
        format!("{} {}", number::decimal(lang, value, 1), self.unit)
    }

    fn value(&self, lang: Lang, row: &Middle) -> String {
        row.mean.map_or("*".to_owned(), |mean| self.told(lang, mean))
    }
}

impl Chart for Middles {
    /// Which row has the highest mean, and which the lowest.
    fn finding(&self, lang: Lang) -> String {
        let known = || self.rows.iter().filter_map(|row| Some((row.label.as_str(), row.mean?)));
        let high = known().reduce(|high, row| if row.1 > high.1 { row } else { high });
        let low = known().reduce(|low, row| if row.1 < low.1 { row } else { low });
        match (high, low) {
            (Some((high, most)), Some((low, least))) if most > least => {
                words::means_apart(lang, &self.what, high, self.told(lang, most), low, self.told(lang, least))
            }
            (Some((label, mean)), _) => words::one_mean(lang, &self.what, label, self.told(lang, mean)),
            _ => words::no_figures(lang).to_owned(),
        }
    }

    fn summary(&self, lang: Lang) -> String {
        let told = |row: &Middle| match (row.mean, row.median) {
            (Some(mean), Some(median)) => {
                words::mean_and_median(lang, &row.label, self.told(lang, mean), self.told(lang, median))
            }
            _ => format!("{}: *.", row.label),
        };
        match self.rows.is_empty() {
            true => words::no_figures(lang).to_owned(),
            false => self.rows.iter().map(told).collect::<Vec<_>>().join(" "),
        }
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        let mut table = Table::new(id, title, note)
            .column(&self.heading, Kind::Text)
            .column(words::mean_of(lang), Kind::Decimal)
            .column(words::median_of(lang), Kind::Decimal);
        for row in &self.rows {
            let number = |n: Option<f64>| n.map_or(Cell::text("*"), |n| Cell::Number(n, 1));
            table.push(RowKind::Body, vec![Cell::text(&row.label), number(row.mean), number(row.median)]);
        }
        table
    }

    fn draw(&self, d: &mut Drawing) {
        let (s, plain, soft) = (d.scale, d.plain(), d.soft());
        if self.rows.is_empty() {
            d.paragraph(words::no_figures(d.lang), soft);
            return;
        }
        let mut legend = vec![
            (Mark::Swatch(Hue::One), words::mean_of(d.lang).to_owned()),
            (Mark::Hollow(Hue::Two), words::median_of(d.lang).to_owned()),
        ];
        legend.extend(self.all.map(|all| (Mark::Dashes, words::mean_of_all(d.lang, self.told(d.lang, all)))));
        d.legend(&legend);
        d.y += 6.0 * s;
        let values: Vec<String> = self.rows.iter().map(|row| self.value(d.lang, row)).collect();
        let room_of_values = values.iter().map(|value| plain.width(value)).fold(0.0, f64::max) + 10.0 * s;
        let beside = d.width() >= 560.0;
        let labels = if beside { d.label_column(self.rows.iter().map(|row| row.label.as_str())) } else { 0.0 };
        let start = d.left + labels;
        let length = d.width() - labels - if beside { room_of_values } else { 8.0 * s };
        let numbers = self.rows.iter().flat_map(|row| [row.mean, row.median]).chain([self.all]).flatten();
        let most = numbers.fold(0.0, f64::max).max(1.0);
        let x = |value: f64| start + length * value / most;
        let (top, thick, gap) =
            (d.y, if beside { 16.0 * s } else { 10.0 * s }, if beside { 7.0 * s } else { 11.0 * s });
        // The height is known before anything is drawn: lines of the axis lie below bars and words.
        let room = if beside { labels - 10.0 * s } else { d.width() - room_of_values };
        let texts: Vec<Vec<String>> =
            self.rows.iter().map(|row| wrapped(&row.label, room, plain.size, false)).collect();
        let text_height = |lines: &[String]| plain.size * 1.3 * lines.len().max(1) as f64;
        let height = |lines: &[String]| match beside {
            true => text_height(lines).max(thick),
            false => text_height(lines) + thick + 2.0 * s,
        };
        let bottom = top + texts.iter().map(|lines| height(lines) + gap).sum::<f64>();
        let axis = Type { size: 11.5 * s, ..soft };
        let ticks = measure::ticks(most, if beside { 5 } else { 3 });
        if beside {
            for tick in &ticks {
                d.line([x(*tick), top, x(*tick), bottom], s, Ink::Line, false);
            }
        }
        for ((row, value), lines) in self.rows.iter().zip(&values).zip(&texts) {
            let (own, high) = (text_height(lines), height(lines));
            let first = if beside { d.y + (high - own) / 2.0 } else { d.y } + plain.size * 0.65;
            for (i, line) in lines.iter().enumerate() {
                let y = first + plain.size * 1.3 * i as f64;
                match beside {
                    true => d.text_mid(start - 10.0 * s, y, Anchor::End, plain, line),
                    false => d.text_mid(d.left, y, Anchor::Start, plain, line),
                }
            }
            let y = if beside { d.y + (high - thick) / 2.0 } else { d.y + own + 2.0 * s };
            let middle = y + thick / 2.0;
            let end = row.mean.map_or(start, x);
            d.rect([start, y, end - start, thick], 3.0 * s, Ink::Data(Hue::One));
            if let Some(median) = row.median {
                d.dot(x(median), middle, 3.6 * s, Ink::Data(Hue::Two), true);
            }
            d.spot(&row.label, "", end, middle);
            match beside {
                true => d.text_mid(d.right, middle, Anchor::End, soft, value),
                false => d.text_mid(d.right, first, Anchor::End, soft, value),
            }
            if let (Some(all), true) = (self.all, row.mean.is_some()) {
                d.line([x(all), y - 2.0 * s, x(all), y + thick + 2.0 * s], 1.6 * s, Ink::Text, true);
            }
            d.y += high + gap;
        }
        let mut free = f64::NEG_INFINITY;
        let unit = axis.width(&self.unit);
        let end = d.right - unit - 6.0 * s;
        for tick in ticks {
            let text = number::decimal(d.lang, tick, usize::from(tick.fract() != 0.0));
            let half = axis.width(&text) / 2.0;
            let at = x(tick).max(d.left + half);
            if at - half >= free && at + half <= end {
                d.text(at, d.y + axis.size, Anchor::Middle, axis, &text);
                free = at + half + 8.0 * s;
            }
        }
        d.text(d.right, d.y + axis.size, Anchor::End, axis, &self.unit);
        d.y += axis.size + 6.0 * s;
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_with, elements, frame};
    use super::super::{Chart, Theme};
    use super::*;

    fn village() -> Middles {
        let row = |label: &str, mean, median| Middle { label: label.into(), mean, median };
        Middles {
            heading: "Pendidikan".into(),
            what: "Rata-rata umur".into(),
            unit: "tahun".into(),
            rows: vec![
                row("Tidak atau belum sekolah", Some(12.5), Some(6.0)),
                row("Tamat SD/sederajat", Some(48.2), Some(50.0)),
                row("Akademi, diploma III atau sarjana muda di kota lain", None, None),
                row("SLTA/sederajat", Some(31.0), Some(29.5)),
            ],
            all: Some(30.1),
        }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&village());
        check_with(&village(), &[("SLTA/sederajat", ""), ("Tamat SD/sederajat", "")]);
        check(&Middles { all: None, unit: "m²".into(), ..village() });
        check(&Middles::default());
    }

    #[test]
    fn bars_are_as_long_as_their_means_and_the_axis_has_the_unit() {
        let all = elements(&village().svg(&frame(Theme::Screen, 720)));
        let bars: Vec<f64> = all
            .iter()
            .filter(|e| e.name == "rect" && e.attribute("fill") == "var(--data-1)")
            .skip(1)
            .map(|e| e.number("width"))
            .collect();
        assert_eq!(bars.len(), 3, "what is hidden has no bar");
        assert!((bars[0] / bars[1] - 12.5 / 48.2).abs() < 0.002 && (bars[2] / bars[1] - 31.0 / 48.2).abs() < 0.002);
        assert!(all.iter().any(|e| e.name == "text" && e.text == "tahun"));
        assert!(all.iter().any(|e| e.name == "text" && e.text == "48,2 tahun"));
        assert_eq!(
            village().finding(Lang::Id),
            "Rata-rata umur: tertinggi Tamat SD/sederajat (48,2 tahun), terendah Tidak atau belum sekolah (12,5 tahun)"
        );
    }
}
