//! Incomes on a line: one is dragged, the mean follows, the median hardly.

use super::pen::{At, FEMALE, ONE, Pen, TWO};
use super::{Control, Piece, Scene, Touch, only};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::dice::Dice;

/// Incomes go up to this, in hundred thousands of rupiah.
const MOST: f64 = 150.0;

pub(super) struct MiddleDrag {
    incomes: Vec<f64>,
    at: usize,
    seed: u64,
}

impl MiddleDrag {
    pub(super) fn new(families: f64, seed: u64) -> MiddleDrag {
        let n = families.clamp(3.0, 12.0) as usize;
        let mut dice = Dice::new(seed);
        let mut incomes: Vec<f64> = (0..n).map(|_| 12.0 + dice.below(30) as f64).collect();
        incomes.sort_by(f64::total_cmp);
        MiddleDrag { at: n - 1, incomes, seed }
    }
}

/// Mean, median, and the standard deviation of all.
pub fn middles(values: &[f64]) -> (f64, f64, f64) {
    let n = values.len().max(1);
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let mean = sorted.iter().sum::<f64>() / n as f64;
    let at = |place: usize| sorted.get(place).copied().unwrap_or(0.0);
    let median = if n % 2 == 1 { at(n / 2) } else { (at(n / 2 - 1) + at(n / 2)) / 2.0 };
    let spread = (sorted.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n as f64).sqrt();
    (mean, median, spread)
}

impl Piece for MiddleDrag {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let options = (1..=self.incomes.len()).map(|n| n.to_string()).collect();
        let value = self.incomes[self.at];
        vec![
            Control::Chips {
                id: "family",
                label: words::family_number(lang).into(),
                options,
                on: only(self.incomes.len(), self.at),
            },
            Control::Slider {
                id: "income",
                label: words::income(lang).into(),
                from: 5.0,
                to: MOST,
                step: 1.0,
                value,
                shown: rupiah(lang, value),
            },
            Control::Button { id: "again", label: words::again(lang).into() },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let x = |v: f64| 10.0 + (width - 20.0) * v / MOST;
        let (mean, median, spread) = middles(&self.incomes);
        let mut pen = Pen::default();
        pen.axis((10.0, 90.0), (width - 10.0, 90.0));
        for mark in [0.0, 50.0, 100.0, 150.0] {
            let at = if mark == 0.0 {
                At::Start
            } else if mark >= MOST {
                At::End
            } else {
                At::Middle
            };
            pen.text(x(mark), 108.0, at, &number::decimal(lang, mark / 10.0, 0));
        }
        for (at, income) in self.incomes.iter().enumerate() {
            let lift = self.incomes[..at].iter().filter(|other| (**other - income).abs() < 2.5).count();
            let fill = if at == self.at { TWO } else { ONE };
            pen.dot(x(*income), 82.0 - 13.0 * (lift.min(4)) as f64, if at == self.at { 8.0 } else { 6.0 }, fill);
        }
        pen.line((x(mean), 14.0), (x(mean), 90.0), FEMALE, 2.5);
        pen.line((x(median), 30.0), (x(median), 90.0), "var(--ink)", 2.5);
        let side = |v: f64| if x(v) > width * 0.7 { At::End } else { At::Start };
        pen.text(x(mean) + if x(mean) > width * 0.7 { -5.0 } else { 5.0 }, 14.0, side(mean), words::mean(lang));
        pen.text(x(median) + if x(median) > width * 0.7 { -5.0 } else { 5.0 }, 34.0, side(median), words::median(lang));
        let facts = vec![
            (words::mean(lang).into(), rupiah(lang, mean)),
            (words::median(lang).into(), rupiah(lang, median)),
            (words::spread(lang).into(), rupiah(lang, spread)),
        ];
        let said = words::middle_said(
            lang,
            self.at + 1,
            rupiah(lang, self.incomes[self.at]),
            rupiah(lang, mean),
            rupiah(lang, median),
        );
        Scene { height: 114.0, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("family", at) if at < self.incomes.len() => self.at = at,
            Touch::Slide("income", value) => self.incomes[self.at] = value.clamp(5.0, MOST),
            Touch::Drag(x, _) => self.incomes[self.at] = (x * MOST).round().clamp(5.0, MOST),
            Touch::Press("again") => *self = MiddleDrag::new(self.incomes.len() as f64, self.seed),
            _ => {}
        }
    }
}

/// Hundred thousands as millions of rupiah.
fn rupiah(lang: Lang, hundred_thousands: f64) -> String {
    words::million(lang, number::decimal(lang, hundred_thousands / 10.0, 1))
}

#[cfg(test)]
mod tests {
    #[test]
    fn middles_are_those_of_the_book() {
        let (mean, median, spread) = super::middles(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]);
        assert_eq!((mean, median, spread), (5.0, 4.5, 2.0));
    }
}
