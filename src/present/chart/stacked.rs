//! Stacked bars, one an area: how each divides into the same parts, all as long as 100 % or each as long as its count.
//! Percentages and counts stand under their parts, so that no word lies on a colour.

use super::drawing::{Anchor, Drawing, Mark};
use super::ink::Ink;
use super::measure::{shortened, wrapped};
use super::{Chart, Full, SMALL_DENOMINATOR, Series};
use crate::base::Share;
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// Areas divided into the same parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Stacked {
    /// What the rows are: "RT".
    pub heading: String,
    /// What is counted: "keluarga".
    pub unit: String,
    /// The parts, in their order; the first is the one that the finding speaks of.
    pub series: Vec<Series>,
    /// The areas.
    pub rows: Vec<Counts>,
    /// What the full width means: 100 % of each, or the largest count.
    pub full: Full,
}

/// Counts of one row or group, a number a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Counts {
    /// Name of the row or group.
    pub label: String,
    /// A number a series.
    pub counts: Vec<u32>,
}

impl Counts {
    /// A row.
    pub fn new(label: impl Into<String>, counts: impl Into<Vec<u32>>) -> Counts {
        Counts { label: label.into(), counts: counts.into() }
    }

    pub(super) fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    fn share(&self, series: usize) -> Share {
        Share { numerator: self.counts.get(series).copied().unwrap_or(0), denominator: self.total() }
    }
}

/// A table of rows by series, with sums to the right and below.
pub(super) fn counts_table(lang: Lang, mut table: Table, heading: &str, series: &[Series], rows: &[Counts]) -> Table {
    table = table.column(heading, Kind::Text);
    for one in series {
        table = table.column(&one.label, Kind::Count);
    }
    table = table.column(words::total(lang), Kind::Count);
    let all: Vec<u32> = (0..series.len()).map(|i| rows.iter().filter_map(|row| row.counts.get(i)).sum()).collect();
    let sum = Counts::new(words::total(lang), all);
    for (kind, row) in rows.iter().map(|row| (RowKind::Body, row)).chain([(RowKind::Total, &sum)]) {
        let mut cells = vec![Cell::text(&row.label)];
        cells.extend((0..series.len()).map(|i| Cell::Count(row.counts.get(i).copied().unwrap_or(0))));
        cells.push(Cell::Count(row.total()));
        table.push(kind, cells);
    }
    table
}

impl Chart for Stacked {
    /// Where the share of the first part is highest and lowest; areas with few cases are left out.
    fn finding(&self, lang: Lang) -> String {
        let shares = self.rows.iter().map(|row| (row.label.as_str(), row.share(0)));
        let subject = self.series.first().map_or("", |series| series.label.as_str());
        super::high_and_low(lang, subject, shares)
    }

    fn summary(&self, lang: Lang) -> String {
        let told: Vec<String> = self
            .rows
            .iter()
            .map(|row| {
                let parts = self
                    .series
                    .iter()
                    .enumerate()
                    .map(|(i, series)| format!("{} {}", series.label, super::share_text(lang, row.share(i))));
                format!("{}: {}", row.label, parts.collect::<Vec<_>>().join(", "))
            })
            .collect();
        if told.is_empty() { words::no_figures(lang).to_owned() } else { told.join("; ") + "." }
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        counts_table(lang, Table::new(id, title, note), &self.heading, &self.series, &self.rows)
    }

    fn draw(&self, d: &mut Drawing) {
        let (s, plain, soft) = (d.scale, d.plain(), d.soft());
        let entries: Vec<_> = self.series.iter().map(|one| (Mark::Textured(one.hue), one.label.clone())).collect();
        d.legend(&entries);
        d.y += 8.0 * s;
        let beside = d.width() >= 560.0;
        let start =
            if beside { d.left + d.label_column(self.rows.iter().map(|row| row.label.as_str())) } else { d.left };
        let largest = self.rows.iter().map(Counts::total).max().unwrap_or(0).max(1);
        for row in &self.rows {
            let told = format!("{} {}", number::whole(d.lang, row.total().into()), self.unit);
            let thick = 14.0 * s;
            let mid = plain.size * 0.65;
            let mut length = d.right - start;
            if beside {
                length -= self.told_width(d);
                let room = start - d.left - 10.0 * s;
                let label = wrapped(&row.label, room, plain.size, false).into_iter().next().unwrap_or_default();
                d.text_mid(start - 10.0 * s, d.y + thick / 2.0, Anchor::End, plain, &label);
                d.text_mid(d.right, d.y + thick / 2.0, Anchor::End, soft, &told);
            } else {
                let label = shortened(&row.label, d.width() - soft.width(&told) - 8.0 * s, plain.size, false);
                d.text_mid(d.left, d.y + mid, Anchor::Start, plain, &label);
                d.text_mid(d.right, d.y + mid, Anchor::End, soft, &told);
                d.y += plain.size * 1.4;
            }
            let small = super::drawing::Type { size: 10.5 * s, ..soft };
            let mut x = start;
            for (i, series) in self.series.iter().enumerate() {
                let share = row.share(i);
                let width = match self.full {
                    Full::Whole => length * share.times(1.0).unwrap_or(0.0),
                    Full::Largest => length * f64::from(share.numerator) / f64::from(largest),
                };
                // A gap keeps the parts apart in a grey print.
                d.bar([x, d.y, (width - 1.5 * s).max(width.min(s)), thick], 2.0 * s, series.hue);
                d.spot(&row.label, &series.label, x + width / 2.0, d.y + thick / 2.0);
                let value = match share.times(100.0) {
                    Some(percent) if self.full == Full::Whole && share.denominator >= SMALL_DENOMINATOR => {
                        format!("{}%", number::decimal(d.lang, percent, 0))
                    }
                    _ => number::whole(d.lang, share.numerator.into()),
                };
                if share.numerator > 0 && small.width(&value) <= width {
                    d.text(x, d.y + thick + small.size * 1.1, Anchor::Start, small, &value);
                }
                x += width;
            }
            d.spot(&row.label, "", x, d.y + thick / 2.0);
            if row.total() == 0 {
                d.rect([start, d.y, length, thick], 2.0 * s, Ink::Sunken);
            }
            d.y += thick + 24.0 * s;
        }
        d.y -= if self.rows.is_empty() { 0.0 } else { 10.0 * s };
        if self.rows.is_empty() {
            d.paragraph(words::no_figures(d.lang), soft);
        }
    }
}

impl Stacked {
    /// Room for the totals at the right.
    fn told_width(&self, d: &Drawing) -> f64 {
        let told =
            |row: &Counts| d.soft().width(&format!("{} {}", number::whole(d.lang, row.total().into()), self.unit));
        self.rows.iter().map(told).fold(0.0, f64::max) + 10.0 * d.scale
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_with, elements, frame};
    use super::super::{Hue, Theme};
    use super::*;
    use expect_test::expect;

    fn water() -> Stacked {
        let series = [("Layak", Hue::One), ("Tidak layak", Hue::Two), ("Belum diisi", Hue::Rest)];
        Stacked {
            heading: "RT".into(),
            unit: "keluarga".into(),
            series: series.map(|(label, hue)| Series::new(label, hue)).to_vec(),
            rows: vec![
                Counts::new("RT 01", [30, 10, 2]),
                Counts::new("RT 02 Dusun Muara Sungai Besar yang panjang sekali namanya", [12, 28, 0]),
                Counts::new("RT 03", [3, 2, 0]),
                Counts::new("RT 04", [0, 0, 0]),
            ],
            full: Full::Whole,
        }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&water());
        check(&Stacked { full: Full::Largest, ..water() });
        check(&Stacked::default());
        check_with(&water(), &[("RT 01", "Layak"), ("RT 03", ""), ("RT 04", "")]);
    }

    #[test]
    fn parts_fill_the_bar_as_their_shares_do() {
        let svg = water().svg(&frame(Theme::Screen, 328));
        let rects = elements(&svg);
        let first: Vec<f64> = rects
            .iter()
            .filter(|e| e.name == "rect" && e.attribute("fill").starts_with("var"))
            .skip(3)
            .take(3)
            .map(|e| e.number("width") + 1.5)
            .collect();
        for (width, n) in first.iter().zip([30.0, 10.0, 2.0]) {
            assert!((width - 328.0 * n / 42.0).abs() < 0.11, "{width} {n}");
        }
    }

    #[test]
    fn the_finding_leaves_small_areas_out() {
        expect!["Layak: tertinggi RT 01 (71,4%), terendah RT 02 Dusun Muara Sungai Besar yang panjang sekali namanya (30,0%)"]
            .assert_eq(&water().finding(Lang::Id));
        let csv = water().table(Lang::Id, "air", "Air", Note::default()).to_csv();
        assert!(csv.starts_with("RT,Layak,Tidak layak,Belum diisi,Jumlah\r\nRT 01,30,10,2,42\r\n"));
        assert!(csv.ends_with("Jumlah,45,40,2,87\r\n"));
    }
}
