//! Lines over answers that have an order (ages, schooling, deciles): one line an answer of the columns. Lines are told apart by
//! a letter at their end, by dashes and by hollow points as well as by colour, for grey prints.

use super::drawing::{Anchor, Drawing, Mark, Type};
use super::ink::Ink;
use super::lines::{letters, scale};
use super::measure::wrapped;
use super::{Chart, Series};
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// Lines over ordered answers, from zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ordered {
    /// What the answers along the bottom are: "Kelompok umur".
    pub heading: String,
    /// What is counted: "orang".
    pub unit: String,
    /// The answers, in their order.
    pub answers: Vec<String>,
    /// A line each, with a count an answer; a line has a gap where the count is hidden.
    pub lines: Vec<(Series, Vec<Option<u32>>)>,
}

impl Ordered {
    fn told(&self, lang: Lang, n: u32) -> String {
        format!("{} {}", number::whole(lang, n.into()), self.unit)
    }

    fn named(&self, series: &Series, answer: &str) -> String {
        if series.label.is_empty() { answer.to_owned() } else { format!("{}, {answer}", series.label) }
    }

    fn any(&self) -> bool {
        self.lines.iter().any(|(_, counts)| counts.iter().any(Option::is_some))
    }
}

impl Chart for Ordered {
    /// Where the highest point is.
    fn finding(&self, lang: Lang) -> String {
        let points = self.lines.iter().flat_map(|(series, counts)| {
            counts.iter().zip(&self.answers).filter_map(move |(n, answer)| Some(((*n)?, series, answer)))
        });
        let most = points.reduce(|most, point| if point.0 > most.0 { point } else { most });
        most.map_or(words::no_figures(lang).to_owned(), |(n, series, answer)| {
            words::most(lang, self.named(series, answer), self.told(lang, n))
        })
    }

    fn summary(&self, lang: Lang) -> String {
        if !self.any() {
            return words::no_figures(lang).to_owned();
        }
        let told = |(series, counts): &(Series, Vec<Option<u32>>)| {
            let point = |(n, answer): (&Option<u32>, &String)| {
                format!("{answer} {}", n.map_or("*".to_owned(), |n| number::whole(lang, n.into())))
            };
            let points: Vec<String> = counts.iter().zip(&self.answers).map(point).collect();
            let name = if series.label.is_empty() { &self.heading } else { &series.label };
            format!("{name}: {}.", points.join(", "))
        };
        self.lines.iter().map(told).collect::<Vec<_>>().join(" ")
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        let mut table = Table::new(id, title, note).column(&self.heading, Kind::Text);
        for (series, _) in &self.lines {
            let name = if series.label.is_empty() { words::number_of(lang) } else { &series.label };
            table = table.column(name, Kind::Count);
        }
        for (at, answer) in self.answers.iter().enumerate() {
            let count = |(_, counts): &(Series, Vec<Option<u32>>)| {
                counts.get(at).copied().flatten().map_or(Cell::text("*"), Cell::Count)
            };
            let cells = std::iter::once(Cell::text(answer)).chain(self.lines.iter().map(count)).collect();
            table.push(RowKind::Body, cells);
        }
        table
    }

    fn draw(&self, d: &mut Drawing) {
        let entries: Vec<(Mark, String)> = self
            .lines
            .iter()
            .enumerate()
            .filter(|(_, (series, _))| !series.label.is_empty())
            .map(|(at, (series, _))| {
                let mark = if hollow(at) { Mark::Hollow(series.hue) } else { Mark::Swatch(series.hue) };
                (mark, format!("{} {}", series.letter, series.label).trim().to_owned())
            })
            .collect();
        d.legend(&entries);
        d.y += 8.0 * d.scale;
        if !self.any() {
            d.paragraph(words::no_figures(d.lang), d.soft());
            return;
        }
        self.plot(d);
        if self.lines.iter().any(|(_, counts)| counts.contains(&None)) {
            d.paragraph(words::gap_hidden(d.lang), d.soft());
        }
    }
}

/// Points of every second line are hollow.
fn hollow(at: usize) -> bool {
    at % 2 == 1
}

/// Lines come solid, dashed with hollow points, dashed, solid with hollow points, …
fn dashed(at: usize) -> bool {
    matches!(at % 4, 1 | 2)
}

impl Ordered {
    fn plot(&self, d: &mut Drawing) {
        let (s, label) = (d.scale, Type { size: 11.5 * d.scale, ..d.soft() });
        let values = self.lines.iter().flat_map(|(_, counts)| counts.iter().flatten());
        let (low, high, ticks) = scale(values.map(|n| f64::from(*n)), true);
        let texts: Vec<String> = ticks.iter().map(|tick| number::decimal(d.lang, *tick, 0)).collect();
        let widest = |texts: &[String]| texts.iter().map(|text| label.width(text)).fold(0.0, f64::max);
        let left = d.left + widest(&texts) + 8.0 * s;
        let letter = self.lines.iter().map(|(series, _)| d.strong().width(&series.letter)).fold(0.0, f64::max);
        let right = d.right - 7.0 * s - if letter > 0.0 { letter + 5.0 * s } else { 0.0 };
        let (top, height) = (d.y + 24.0 * s, 170.0 * s);
        let bottom = top + height;
        let n = self.answers.len();
        let start = left + 8.0 * s;
        let step = if n > 1 { (right - start) / (n - 1) as f64 } else { 0.0 };
        let x = |at: usize| if n > 1 { start + step * at as f64 } else { (start + right) / 2.0 };
        let y = |value: f64| bottom - (value - low) / (high - low).max(1e-9) * height;
        for (tick, text) in ticks.iter().zip(&texts) {
            d.line([left, y(*tick), d.right, y(*tick)], s, Ink::Line, false);
            d.text_mid(left - 6.0 * s, y(*tick), Anchor::End, label, text);
        }
        d.text(d.left, top - 12.0 * s, Anchor::Start, label, &self.unit);
        // Long answers get numbers at the axis and stand below in words.
        let numbered =
            n > 12 && widest(&self.answers) > step * 2.0 || n <= 12 && widest(&self.answers) + 6.0 * s > step;
        let numbered = numbered && widest(&self.answers) > 44.0 * s;
        let named: Vec<String> =
            if numbered { (1..=n).map(|at| at.to_string()).collect() } else { self.answers.clone() };
        let mut free = f64::NEG_INFINITY;
        for (at, text) in named.iter().enumerate() {
            let half = label.width(text) / 2.0;
            let middle = x(at).clamp(d.left + half, d.right - half);
            if middle - half >= free {
                d.text(middle, bottom + 16.0 * s, Anchor::Middle, label, text);
                free = middle + half + 6.0 * s;
            }
        }
        for (at, (series, counts)) in self.lines.iter().enumerate() {
            let ink = Ink::Data(series.hue);
            let spots: Vec<Option<(f64, f64)>> =
                counts.iter().enumerate().map(|(i, n)| n.map(|n| (x(i), y(f64::from(n))))).collect();
            for pair in spots.windows(2) {
                if let [Some((x1, y1)), Some((x2, y2))] = pair {
                    d.line([*x1, *y1, *x2, *y2], 2.2 * s, ink, dashed(at));
                }
            }
            for ((x, y), answer) in
                spots.iter().zip(&self.answers).filter_map(|(spot, answer)| Some(((*spot)?, answer)))
            {
                d.dot(x, y, 3.2 * s, ink, hollow(at));
                d.spot(answer, &series.label, x, y);
                d.spot(answer, "", x, y);
            }
        }
        let end = |(series, counts): &(Series, Vec<Option<u32>>)| {
            Some((y(f64::from(counts.iter().rev().flatten().next().copied()?)), series.letter.clone()))
        };
        let ends = self.lines.iter().filter(|(series, _)| !series.letter.is_empty()).filter_map(end).collect();
        letters(d, right, [top, bottom], ends);
        d.y = bottom + 24.0 * s;
        if numbered {
            let told: Vec<String> = self.answers.iter().zip(1..).map(|(answer, at)| format!("{at} {answer}")).collect();
            for line in wrapped(&told.join("; "), d.width(), label.size, false) {
                d.text(d.left, d.y + label.size, Anchor::Start, label, &line);
                d.y += label.size * 1.35;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::{check, check_with, elements, frame};
    use super::super::{Hue, Theme};
    use super::*;

    fn schooling() -> Ordered {
        let series = |label: &str, letter: &str, hue| Series { label: label.into(), letter: letter.into(), hue };
        Ordered {
            heading: "Pendidikan".into(),
            unit: "orang".into(),
            answers: ["Belum sekolah", "Tidak tamat SD", "Tamat SD/sederajat", "SLTP/sederajat", "SLTA/sederajat"]
                .map(str::to_owned)
                .to_vec(),
            lines: vec![
                (series("Laki-laki", "L", Hue::Male), vec![Some(40), Some(22), Some(61), Some(44), Some(30)]),
                (series("Perempuan", "P", Hue::Female), vec![Some(38), None, Some(70), Some(40), Some(20)]),
                (series("Lainnya", "c", Hue::Three), vec![None, Some(7), Some(9), Some(0), Some(12)]),
            ],
        }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&schooling());
        check_with(&schooling(), &[("Tamat SD/sederajat", "Perempuan"), ("SLTA/sederajat", "")]);
        let ages: Vec<String> = (0..16).map(|i| format!("{}–{}", 5 * i, 5 * i + 4)).collect();
        let one = (Series::new("", Hue::One), (0..16).map(|i| Some(60 - 3 * i)).collect());
        check(&Ordered { answers: ages, lines: vec![one], ..schooling() });
        let single = (0..101).map(|age| age.to_string()).collect();
        let many = (Series::new("", Hue::One), (0..101).map(|i| (i % 7 != 0).then_some(i)).collect());
        check(&Ordered { answers: single, lines: vec![many], ..schooling() });
        check(&Ordered::default());
        check(&Ordered { lines: vec![(Series::new("", Hue::One), vec![None; 5])], ..schooling() });
    }

    #[test]
    fn points_lie_where_their_counts_say_and_a_hidden_one_is_a_gap() {
        let chart = schooling();
        let all = elements(&chart.svg(&frame(Theme::Screen, 328)));
        let dots: Vec<(f64, f64)> = all
            .iter()
            .filter(|e| e.name == "circle" && e.attribute("stroke") == "var(--data-male)")
            .map(|e| (e.number("cx"), e.number("cy")))
            .collect();
        assert_eq!(dots.len(), 5);
        // 40 to 22 is 18 down where 22 to 61 is 39 up; steps along the bottom are even.
        assert!(((dots[1].1 - dots[0].1) / (dots[1].1 - dots[2].1) - 18.0 / 39.0).abs() < 0.01, "{dots:?}");
        assert!(((dots[1].0 - dots[0].0) - (dots[4].0 - dots[3].0)).abs() < 0.2);
        let of = |hue: &str| {
            let mine = |e: &&super::super::check::Element| e.name == "line" && e.attribute("stroke") == hue;
            all.iter().filter(mine).map(|e| !e.attribute("stroke-dasharray").is_empty()).collect::<Vec<_>>()
        };
        assert_eq!(of("var(--data-male)"), [false; 4]);
        assert_eq!(of("var(--data-female)"), [true; 2], "from 38 nothing leads to the hidden count");
        assert_eq!(chart.finding(Lang::Id), "Terbanyak: Perempuan, Tamat SD/sederajat, 70 orang");
        assert!(chart.summary(Lang::Id).contains("Tidak tamat SD *"));
        let csv = chart.table(Lang::Id, "garis", "Garis", Note::default()).to_csv();
        assert!(csv.contains("Tidak tamat SD,22,*,7"), "{csv}");
    }
}
