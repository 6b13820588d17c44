//! A waffle: a hundred signs for a hundred persons (or families), whole ones, shared out so that they sum. Each part has a
//! sign of its own, so that it is read without colours too.

use super::drawing::{Drawing, Mark};
use super::ink::{Hue, Ink};
use super::{Chart, Series};
use crate::analyse::projection::whole;
use crate::base::Share;
use crate::lang::{Lang, number, present as words};
use crate::present::table::{Cell, Kind, Note, RowKind, Table};
use serde::{Deserialize, Serialize};

/// So many signs stand in a row, and so many rows.
const SIDE: usize = 10;

/// Parts of a whole as a hundred signs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Waffle {
    /// What the parts are: "Agama".
    pub heading: String,
    /// What a sign stands for: "orang".
    pub unit: String,
    /// The parts with their counts, at most six; `Hue::Rest` is never the finding.
    pub parts: Vec<(Series, u32)>,
}

impl Waffle {
    fn total(&self) -> u32 {
        self.parts.iter().map(|(_, n)| n).sum()
    }

    /// Signs of each part: a hundred in all, by the largest remainders.
    fn signs(&self) -> Vec<u32> {
        let total = f64::from(self.total());
        if total == 0.0 {
            return vec![0; self.parts.len()];
        }
        whole(&self.parts.iter().map(|(_, n)| f64::from(*n) * 100.0 / total).collect::<Vec<_>>(), 100)
    }
}

/// Draws signs of a kind with their middles at these spots.
pub(super) fn sign(d: &mut Drawing, kind: usize, spots: &[(f64, f64)], half: f64, hue: Hue) {
    let (ink, r) = (Ink::Data(hue), half * 0.92);
    let ring = |points: &[(f64, f64)]| -> Vec<Vec<(f64, f64)>> {
        let of = |(x, y): &(f64, f64)| points.iter().map(|(dx, dy)| (x + dx * r, y + dy * r)).collect();
        spots.iter().map(of).collect()
    };
    let thick = half * 0.28;
    match kind {
        0 => d.specks(spots, r, ink),
        1 => d.shape(&ring(&[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]), Some(ink), 0.0, ink),
        2 => d.shape(&ring(&[(0.0, -0.95), (1.0, 0.85), (-1.0, 0.85)]), Some(ink), 0.0, ink),
        3 => d.shape(&ring(&[(-0.75, -0.75), (0.75, -0.75), (0.75, 0.75), (-0.75, 0.75)]), None, thick, ink),
        4 => d.shape(
            &ring(&[
                (-0.3, -0.95),
                (0.3, -0.95),
                (0.3, -0.3),
                (0.95, -0.3),
                (0.95, 0.3),
                (0.3, 0.3),
                (0.3, 0.95),
                (-0.3, 0.95),
                (-0.3, 0.3),
                (-0.95, 0.3),
                (-0.95, -0.3),
                (-0.3, -0.3),
            ]),
            Some(ink),
            0.0,
            ink,
        ),
        _ => d.shape(&ring(&[(0.0, -0.95), (0.95, 0.0), (0.0, 0.95), (-0.95, 0.0)]), None, thick, ink),
    }
}

impl Chart for Waffle {
    fn finding(&self, lang: Lang) -> String {
        let signs = self.signs();
        let known = self.parts.iter().zip(&signs).filter(|((series, n), _)| series.hue != Hue::Rest && *n > 0);
        let most = known.reduce(|most, one| if one.0.1 > most.0.1 { one } else { most });
        most.map_or(words::no_figures(lang).to_owned(), |((series, _), n)| {
            words::of_a_hundred(lang, &self.unit, n, &series.label)
        })
    }

    fn summary(&self, lang: Lang) -> String {
        let told: Vec<String> =
            self.parts.iter().zip(self.signs()).map(|((series, _), n)| format!("{} {n}", series.label)).collect();
        if self.total() == 0 {
            return words::no_figures(lang).to_owned();
        }
        words::hundred_told(lang, &self.unit, told.join(", "))
    }

    fn table(&self, lang: Lang, id: &str, title: &str, note: Note) -> Table {
        let mut table = Table::new(id, title, note)
            .column(&self.heading, Kind::Text)
            .column(words::number_of(lang), Kind::Count)
            .column(words::share(lang), Kind::Percent(1))
            .column(words::out_of_a_hundred(lang), Kind::Count);
        let denominator = self.total();
        for ((series, n), signs) in self.parts.iter().zip(self.signs()) {
            let share = Cell::Share(Share { numerator: *n, denominator });
            table.push(RowKind::Body, vec![Cell::text(&series.label), Cell::Count(*n), share, Cell::Count(signs)]);
        }
        table
    }

    fn draw(&self, d: &mut Drawing) {
        let s = d.scale;
        if self.total() == 0 {
            d.paragraph(words::no_figures(d.lang), d.soft());
            return;
        }
        let beside = d.width() >= 560.0;
        let cell = (if beside { d.width() * 0.5 } else { d.width() } / SIDE as f64).min(29.0 * s);
        let (left, top) = (d.left, d.y);
        let mut at = 0;
        let signs = self.signs();
        for (kind, ((series, _), n)) in self.parts.iter().zip(&signs).enumerate() {
            let place = |i: usize| {
                let (row, column) = (i / SIDE, i % SIDE);
                (left + cell * (column as f64 + 0.5), top + cell * (row as f64 + 0.5))
            };
            let spots: Vec<(f64, f64)> = (at..at + *n as usize).map(place).collect();
            for (x, y) in &spots {
                d.callouts.take([x - cell / 2.0, x + cell / 2.0, y - cell / 2.0, y + cell / 2.0], false);
            }
            if !spots.is_empty() {
                sign(d, kind, &spots, cell * 0.4, series.hue);
            }
            at += *n as usize;
        }
        let foot = top + cell * SIDE as f64;
        if beside {
            d.left = left + cell * SIDE as f64 + 26.0 * s;
            d.y = top + cell * 0.1;
        } else {
            d.y = foot + 10.0 * s;
        }
        for (kind, ((series, _), n)) in self.parts.iter().zip(&signs).enumerate() {
            let told = match n {
                0 => words::fewer_than_one(d.lang).to_owned(),
                n => number::whole(d.lang, (*n).into()),
            };
            let told = format!("{told} {}", series.label);
            let end = d.left + 21.0 * s + d.plain().width(&told);
            let middle = d.y + d.plain().size * 0.8;
            d.spot(&series.label, "", end.min(d.right), middle);
            d.legend(&[(Mark::Sign(kind, series.hue), told)]);
            if beside {
                d.y += 4.0 * s;
            }
        }
        d.left = left;
        d.y = d.y.max(foot) + 4.0 * s;
        d.paragraph(&words::one_sign(d.lang, &self.unit), d.soft());
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::super::check::{check, check_with, elements, frame};
    use super::*;

    fn waffle(counts: &[u32]) -> Waffle {
        let hue = |at: usize| if at == 5 { Hue::Rest } else { Hue::of_series(at) };
        let label = |at: usize| ["Ledeng", "Sumur terlindung", "Mata air", "Air hujan", "Sungai", "Belum terjawab"][at];
        let part = |(at, n): (usize, &u32)| (Series::new(label(at), hue(at)), *n);
        Waffle {
            heading: "Air minum".into(),
            unit: "keluarga".into(),
            parts: counts.iter().enumerate().map(part).collect(),
        }
    }

    #[test]
    fn every_picture_keeps_the_rules() {
        check(&waffle(&[42, 31, 12, 9, 4, 2]));
        check(&waffle(&[1, 0]));
        check(&waffle(&[0, 0]));
        check(&Waffle::default());
        check_with(&waffle(&[42, 31, 12, 9, 4, 2]), &[("Ledeng", ""), ("Air hujan", "")]);
    }

    #[test]
    fn signs_are_whole_and_sum_to_a_hundred() {
        for counts in [&[1, 1, 1][..], &[997, 1, 1, 1], &[7, 11, 13, 17, 19, 23], &[1, 199], &[3, 0]] {
            let chart = waffle(counts);
            assert_eq!(chart.signs().iter().sum::<u32>(), 100, "{counts:?}");
            for (signs, n) in chart.signs().iter().zip(counts) {
                let exact = f64::from(*n) * 100.0 / f64::from(chart.total());
                assert!((f64::from(*signs) - exact).abs() < 1.0, "{signs} for {exact}");
            }
        }
        let svg = waffle(&[50, 50]).svg(&frame(Theme::Screen, 328));
        let round = elements(&svg).into_iter().find(|e| e.attribute("stroke-linecap") == "round").unwrap();
        assert_eq!(round.attribute("d").matches("h0").count(), 50);
        assert_eq!(waffle(&[62, 38]).finding(Lang::Id), "Dari 100 keluarga, 62: Ledeng");
    }
}
