//! Forty million rupiah: a score decides who is helped; need and score differ, and both kinds of error are counted.

use super::pen::{At, FEMALE, ONE, Pen, REST, TWO};
use super::{Control, Piece, Scene, Touch, percent};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::dice::Dice;
use crate::learn::village::Village;

pub(super) struct Decide {
    /// Whether the family is in need, and what the form says of it (0 poor to 100 well-off).
    families: Vec<(bool, f64)>,
    line: f64,
    /// Millions of rupiah.
    budget: f64,
    /// Millions for a family.
    each: f64,
}

impl Decide {
    pub(super) fn new(village: &Village, budget: f64, seed: u64) -> Decide {
        let mut dice = Dice::new(seed);
        let families = village.homes.iter().filter(|h| h.welfare > 0).map(|h| {
            let level = [12.0, 32.0, 55.0, 82.0][usize::from(h.welfare - 1).min(3)];
            (h.welfare == 1, (level + 14.0 * dice.normal()).clamp(0.0, 100.0))
        });
        Decide { families: families.collect(), line: 20.0, budget: budget.clamp(1.0, 1_000.0), each: 1.0 }
    }
}

impl Piece for Decide {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let shown = words::helped_below(lang, self.line as u32);
        let each = words::million(lang, number::decimal(lang, self.each, 1));
        vec![
            Control::Slider {
                id: "line",
                label: words::line(lang).into(),
                from: 0.0,
                to: 100.0,
                step: 1.0,
                value: self.line,
                shown,
            },
            Control::Slider {
                id: "each",
                label: words::for_each(lang).into(),
                from: 0.3,
                to: 3.0,
                step: 0.1,
                value: self.each,
                shown: each,
            },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let x = |score: f64| 6.0 + (width - 12.0) * score / 100.0;
        let mut pen = Pen::default();
        let mut stacks = [[0usize; 101]; 2];
        for (need, score) in &self.families {
            let stack = &mut stacks[usize::from(*need)][(*score / 2.0) as usize * 2];
            let y = if *need { 84.0 } else { 176.0 } - 6.0 * (*stack).min(11) as f64;
            *stack += 1;
            let helped = *score < self.line;
            let fill = match (need, helped) {
                (true, true) => ONE,
                (true, false) => FEMALE,
                (false, true) => TWO,
                (false, false) => REST,
            };
            pen.dot(x(*score), y, 2.8, fill);
        }
        pen.line((x(self.line), 4.0), (x(self.line), 182.0), "var(--ink)", 2.0);
        pen.text(6.0, 104.0, At::Start, words::in_need(lang));
        pen.text(6.0, 196.0, At::Start, words::not_in_need(lang));
        let count = |need: bool, helped: bool| {
            self.families.iter().filter(|(n, s)| *n == need && (*s < self.line) == helped).count()
        };
        let (reached, missed, wrongly) = (count(true, true), count(true, false), count(false, true));
        let cost = (reached + wrongly) as f64 * self.each;
        let form = |m: f64| words::million(lang, number::decimal(lang, m, 1));
        let facts = vec![
            (
                words::exclusion(lang).into(),
                format!("{} ({})", percent(lang, missed, reached + missed), words::of(lang, missed, reached + missed)),
            ),
            (
                words::inclusion(lang).into(),
                format!(
                    "{} ({})",
                    percent(lang, wrongly, reached + wrongly),
                    words::of(lang, wrongly, reached + wrongly)
                ),
            ),
            (words::cost(lang).into(), words::of(lang, form(cost), form(self.budget))),
        ];
        let said = if cost > self.budget {
            words::decide_over(lang, reached + wrongly, form(cost), form(self.budget), missed, wrongly)
        } else {
            words::decide_said(lang, reached + wrongly, form(cost), missed, wrongly)
        };
        Scene { height: 202.0, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Slide("line", value) => self.line = value.clamp(0.0, 100.0),
            Touch::Slide("each", value) => self.each = value.clamp(0.3, 3.0),
            Touch::Drag(x, _) => self.line = (x * 100.0).round().clamp(0.0, 100.0),
            _ => {}
        }
    }
}
