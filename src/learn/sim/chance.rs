//! Chance at work: a difference that shuffling makes too, and the village with three births.

use super::pen::{At, ONE, Pen, REST, TWO};
use super::{Control, Piece, Scene, Touch};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::dice::Dice;
use crate::learn::village::Village;

/// Two groups of families; the labels are shuffled, and the difference of their shares piles up.
pub(super) struct Coincidence {
    yes: Vec<bool>,
    first: usize,
    real: f64,
    dice: Dice,
    seen: Vec<f64>,
    left: usize,
}

fn difference(yes: &[bool], first: usize) -> f64 {
    let share = |part: &[bool]| part.iter().filter(|y| **y).count() as f64 / part.len().max(1) as f64;
    share(&yes[..first]) - share(&yes[first..])
}

impl Coincidence {
    pub(super) fn new(village: &Village, seed: u64) -> Coincidence {
        let of = |head: u8| village.homes.iter().filter(move |h| h.head == head && h.sturdy > 0).map(|h| h.sturdy == 2);
        let mut yes: Vec<bool> = of(2).collect();
        let first = yes.len();
        yes.extend(of(1));
        Coincidence { real: difference(&yes, first), yes, first, dice: Dice::new(seed), seen: Vec::new(), left: 0 }
    }
}

impl Piece for Coincidence {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let button = |id, label: &str| Control::Button { id, label: label.into() };
        vec![
            button("one", words::shuffle_one(lang)),
            button("many", words::shuffle_many(lang)),
            button("again", words::again(lang)),
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        const BINS: usize = 41;
        let reach = 0.3;
        let mut counts = [0usize; BINS];
        let bin = |d: f64| (((d + reach) / (2.0 * reach) * BINS as f64).max(0.0) as usize).min(BINS - 1);
        self.seen.iter().for_each(|d| counts[bin(*d)] += 1);
        let most = counts.iter().copied().max().unwrap_or(0).max(12) as f64;
        let step = (width - 16.0) / BINS as f64;
        let mut pen = Pen::default();
        for (at, n) in counts.iter().enumerate() {
            let middle = (at as f64 + 0.5) / BINS as f64 * 2.0 * reach - reach;
            let far = middle.abs() >= self.real.abs();
            let tall = 130.0 * *n as f64 / most;
            pen.rect((8.0 + at as f64 * step, 146.0 - tall, step - 1.0, tall), if far { TWO } else { REST });
        }
        pen.axis((8.0, 146.0), (width - 8.0, 146.0));
        let x = 8.0 + (width - 16.0) * ((self.real + reach) / (2.0 * reach)).clamp(0.0, 1.0);
        pen.line((x, 6.0), (x, 146.0), "var(--ink)", 2.5);
        pen.text(8.0, 164.0, At::Start, "−30");
        pen.text(width / 2.0, 164.0, At::Middle, "0");
        pen.text(width - 8.0, 164.0, At::End, "+30");
        let far = self.seen.iter().filter(|d| d.abs() >= self.real.abs() - 1e-12).count();
        let form = |d: f64| words::points(lang, number::decimal(lang, 100.0 * d, 1));
        let facts = vec![
            (words::difference_seen(lang).into(), form(self.real)),
            (words::as_large_by_chance(lang).into(), words::of(lang, far, self.seen.len())),
        ];
        let said = if self.seen.is_empty() {
            words::shuffle_begin(lang, form(self.real))
        } else {
            words::shuffle_said(lang, self.seen.len(), far, form(self.real))
        };
        Scene { height: 170.0, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Press("one") => self.left = 1,
            Touch::Press("many") => self.left = 400,
            Touch::Press("again") => (self.seen, self.left) = (Vec::new(), 0),
            _ => {}
        }
    }

    fn tick(&mut self) -> bool {
        if self.left == 0 || self.seen.len() >= 2_000 {
            return false;
        }
        for _ in 0..4.min(self.left) {
            self.left -= 1;
            self.dice.shuffle(&mut self.yes);
            self.seen.push(difference(&self.yes, self.first));
        }
        true
    }
}

/// Years of a village where so many births are expected: luck alone moves them.
pub(super) struct SmallNumbers {
    expected: f64,
    years: Vec<usize>,
    dice: Dice,
    left: usize,
}

/// Women at risk; each gives birth with the same small chance, so that the count is nearly Poisson.
const WOMEN: usize = 200;

impl SmallNumbers {
    pub(super) fn new(births: f64, seed: u64) -> SmallNumbers {
        SmallNumbers { expected: births.clamp(1.0, 60.0), years: Vec::new(), dice: Dice::new(seed), left: 20 }
    }
}

impl Piece for SmallNumbers {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let shown = words::a_year(lang, self.expected as u32);
        vec![
            Control::Slider {
                id: "expected",
                label: words::births_expected(lang).into(),
                from: 1.0,
                to: 60.0,
                step: 1.0,
                value: self.expected,
                shown,
            },
            Control::Button { id: "years", label: words::ten_years(lang).into() },
            Control::Button { id: "again", label: words::again(lang).into() },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let most = self.years.iter().copied().max().unwrap_or(0).max((self.expected * 2.0) as usize) as f64;
        let (shown, y) = (self.years.len().min(60), |n: f64| 140.0 - 124.0 * n / most);
        let step = (width - 16.0) / shown.max(20) as f64;
        let mut pen = Pen::default();
        let last = &self.years[self.years.len() - shown..];
        let points: Vec<(f64, f64)> =
            last.iter().enumerate().map(|(at, n)| (8.0 + (at as f64 + 0.5) * step, y(*n as f64))).collect();
        pen.line((8.0, y(self.expected)), (width - 8.0, y(self.expected)), "var(--ink)", 1.5);
        pen.path(&points, ONE);
        points.iter().for_each(|(x, y)| pen.dot(*x, *y, 3.5, ONE));
        pen.axis((8.0, 140.0), (width - 8.0, 140.0));
        pen.text(8.0, 158.0, At::Start, &words::years(lang, self.years.len()));
        let doubled = self.years.windows(2).filter(|pair| pair[1] >= 2 * pair[0].max(1)).count();
        let halved = self.years.windows(2).filter(|pair| pair[1] * 2 <= pair[0]).count();
        let pairs = self.years.len().saturating_sub(1);
        let facts = vec![
            (words::doubled(lang).into(), words::of(lang, doubled, pairs)),
            (words::halved(lang).into(), words::of(lang, halved, pairs)),
            (words::usual_swing(lang).into(), format!("± {}", number::decimal(lang, self.expected.sqrt(), 1))),
        ];
        let said = match last {
            [.., before, now] => words::small_said(lang, *before, *now, self.expected as u32),
            _ => words::small_begin(lang).to_owned(),
        };
        Scene { height: 164.0, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Slide("expected", value) => {
                (self.expected, self.years, self.left) = (value.clamp(1.0, 60.0), Vec::new(), 20)
            }
            Touch::Press("years") => self.left += 10,
            Touch::Press("again") => (self.years, self.left) = (Vec::new(), 20),
            _ => {}
        }
    }

    fn tick(&mut self) -> bool {
        if self.left == 0 || self.years.len() >= 600 {
            return false;
        }
        self.left -= 1;
        self.years.push(self.dice.binomial(WOMEN, self.expected / WOMEN as f64));
        true
    }
}
