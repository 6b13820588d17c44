//! Chance at work: a difference between two groups of families, and those that shuffling their labels makes.

use super::pen::{At, Pen, REST, TWO};
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
