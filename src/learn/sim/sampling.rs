//! Samples are drawn from the village, and the shares that they show pile up; the spread is told beside the formula's.

use super::pen::{At, ONE, Pen, TWO};
use super::{Control, Piece, Scene, Touch, only};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::dice::Dice;
use crate::learn::village::Village;

/// The share of a sample's members, drawn without replacement from `yes` of `all`; nothing of nobody.
pub fn sample_share(dice: &mut Dice, yes: usize, all: usize, size: usize) -> Option<f64> {
    let size = size.min(all);
    let (mut yes_left, mut got) = (yes, 0);
    for left in ((all - size + 1)..=all).rev() {
        if dice.below(left) < yes_left {
            yes_left -= 1;
            got += 1;
        }
    }
    (size > 0).then(|| got as f64 / size as f64)
}

/// Standard error of a share in samples without replacement.
pub fn standard_error(yes: usize, all: usize, size: usize) -> f64 {
    if all < 2 || size == 0 {
        return 0.0;
    }
    let (p, n, all) = (yes as f64 / all as f64, size as f64, all as f64);
    (p * (1.0 - p) / n * ((all - n) / (all - 1.0)).max(0.0)).sqrt()
}

pub(super) struct Sampling {
    /// (has it, lives in dusun 1): all families.
    all: (usize, usize),
    /// Those near the office, for the sample that takes the easy way.
    near: (usize, usize),
    size: usize,
    easy: bool,
    dice: Dice,
    shares: Vec<f64>,
    left: usize,
}

impl Sampling {
    pub(super) fn new(village: &Village, size: f64, seed: u64) -> Sampling {
        let count = |near: bool| {
            let of = village.homes.iter().filter(|h| h.aid > 0 && (!near || h.dusun == 1));
            of.fold((0, 0), |(yes, all), h| (yes + usize::from(h.aid == 1), all + 1))
        };
        let size = size.clamp(5.0, 200.0) as usize;
        Sampling {
            all: count(false),
            near: count(true),
            size,
            easy: false,
            dice: Dice::new(seed),
            shares: Vec::new(),
            left: 0,
        }
    }
}

/// Shares that are kept at most.
const MOST: usize = 2_000;
const BINS: usize = 50;

impl Piece for Sampling {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let ways = vec![words::by_lot(lang).to_owned(), words::near_office(lang).to_owned()];
        vec![
            Control::Slider {
                id: "size",
                label: words::sample_size(lang).into(),
                from: 5.0,
                to: 200.0,
                step: 5.0,
                value: self.size as f64,
                shown: words::families(lang, self.size),
            },
            Control::Chips {
                id: "way",
                label: words::how_chosen(lang).into(),
                options: ways,
                on: only(2, usize::from(self.easy)),
            },
            Control::Button { id: "one", label: words::draw_one(lang).into() },
            Control::Button { id: "many", label: words::draw_many(lang).into() },
            Control::Button { id: "again", label: words::again(lang).into() },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let truth = self.all.0 as f64 / self.all.1.max(1) as f64;
        let mut counts = [0usize; BINS];
        self.shares.iter().for_each(|s| counts[((s * BINS as f64) as usize).min(BINS - 1)] += 1);
        let most = counts.iter().copied().max().unwrap_or(0).max(12) as f64;
        let x = |share: f64| 8.0 + (width - 16.0) * share;
        let mut pen = Pen::default();
        for (bin, n) in counts.iter().enumerate() {
            let tall = 140.0 * *n as f64 / most;
            pen.rect(
                (x(bin as f64 / BINS as f64), 156.0 - tall, (width - 16.0) / BINS as f64 - 1.0, tall),
                if self.easy { TWO } else { ONE },
            );
        }
        pen.axis((8.0, 156.0), (width - 8.0, 156.0));
        pen.line((x(truth), 6.0), (x(truth), 156.0), "var(--ink)", 2.0);
        for (mark, at) in [(0.0, At::Start), (0.5, At::Middle), (1.0, At::End)] {
            pen.text(x(mark), 174.0, at, &format!("{:.0}%", mark * 100.0));
        }
        let n = self.shares.len();
        let mean = self.shares.iter().sum::<f64>() / n.max(1) as f64;
        let spread = (self.shares.iter().map(|s| (s - mean).powi(2)).sum::<f64>() / n.max(1) as f64).sqrt();
        let form = |share: f64| format!("{}%", number::decimal(lang, 100.0 * share, 1));
        let of = if self.easy { self.near } else { self.all };
        let error = standard_error(of.0, of.1, self.size.min(of.1));
        let mut facts = vec![(
            words::truth(lang).to_owned(),
            format!("{} ({})", form(truth), words::of(lang, self.all.0, self.all.1)),
        )];
        if n > 0 {
            facts.push((words::mean_of_samples(lang, n), form(mean)));
            facts.push((words::spread_seen(lang).into(), form(spread)));
            facts.push((words::spread_formula(lang).into(), form(error)));
            facts.push((words::margin(lang).into(), format!("± {}", form(1.96 * error))));
        }
        let said = match self.shares.last() {
            None => words::sampling_begin(lang).to_owned(),
            Some(last) if self.easy => words::sampling_easy(lang, n, form(*last), form(mean), form(truth)),
            Some(last) => words::sampling_said(lang, n, form(*last), form(mean), form(truth)),
        };
        Scene { height: 180.0, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Slide("size", value) => {
                (self.size, self.shares, self.left) = (value.clamp(5.0, 200.0) as usize, Vec::new(), 0)
            }
            Touch::Choose("way", at) => (self.easy, self.shares, self.left) = (at == 1, Vec::new(), 0),
            Touch::Press("one") => self.left = 1,
            Touch::Press("many") => self.left = 500,
            Touch::Press("again") => (self.shares, self.left) = (Vec::new(), 0),
            _ => {}
        }
    }

    fn tick(&mut self) -> bool {
        let of = if self.easy { self.near } else { self.all };
        if self.left == 0 || self.shares.len() >= MOST {
            return false;
        }
        // Slowly at first, so that it can be watched.
        let now = if self.shares.len() < 40 { 1 } else { 5 };
        for _ in 0..now.min(self.left) {
            self.left -= 1;
            match sample_share(&mut self.dice, of.0, of.1, self.size) {
                Some(share) => self.shares.push(share),
                None => self.left = 0,
            }
        }
        true
    }
}
