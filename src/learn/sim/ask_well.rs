//! The same village asked in three ways: the answers move with the wording and with who asks, not with the truth.

use super::pen::{At, ONE, Pen, TWO};
use super::{Control, Piece, Scene, Touch, only};
use crate::lang::{Lang, learn_pieces as words, number};
use crate::learn::dice::Dice;
use crate::learn::village::Village;

/// Chance that someone to whom it applies says no, and that someone to whom it does not says yes, by wording.
const WORDINGS: [(fn(Lang) -> &'static str, f64, f64); 3] =
    [(words::wording_plain, 0.03, 0.03), (words::wording_leading, 0.01, 0.35), (words::wording_shaming, 0.40, 0.01)];

pub(super) struct AskWell {
    truth: Vec<bool>,
    dice: Dice,
    wording: usize,
    official: bool,
    shares: Vec<(usize, f64)>,
    left: usize,
}

impl AskWell {
    pub(super) fn new(village: &Village, seed: u64) -> AskWell {
        let truth = village.homes.iter().filter(|h| h.aid > 0).map(|h| h.aid == 1).collect();
        AskWell { truth, dice: Dice::new(seed), wording: 0, official: false, shares: Vec::new(), left: 0 }
    }

    fn round(&mut self) {
        let (_, hide, add) = WORDINGS[self.wording];
        let hide = if self.official { (hide + 0.15).min(0.9) } else { hide };
        let n = 40.min(self.truth.len());
        let yes = (0..n).filter(|_| {
            let real = self.truth[self.dice.below(self.truth.len())];
            if real { !self.dice.chance(hide) } else { self.dice.chance(add) }
        });
        let yes = yes.count();
        if n > 0 {
            self.shares.push((self.wording, 100.0 * yes as f64 / n as f64));
        }
    }
}

impl Piece for AskWell {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let options = WORDINGS.iter().map(|(name, ..)| name(lang).to_owned()).collect();
        let who = vec![words::asked_by_neighbour(lang).to_owned(), words::asked_by_official(lang).to_owned()];
        vec![
            Control::Chips { id: "wording", label: words::wording(lang).into(), options, on: only(3, self.wording) },
            Control::Chips {
                id: "who",
                label: words::who_asks(lang).into(),
                options: who,
                on: only(2, usize::from(self.official)),
            },
            Control::Button { id: "ask", label: words::ask_forty(lang).into() },
            Control::Button { id: "again", label: words::again(lang).into() },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let truth = 100.0 * self.truth.iter().filter(|t| **t).count() as f64 / self.truth.len().max(1) as f64;
        let x = |share: f64| 8.0 + (width - 16.0) * share / 100.0;
        let mut pen = Pen::default();
        pen.line((x(truth), 4.0), (x(truth), 158.0), "var(--ink)", 1.5);
        let mut heights = std::collections::BTreeMap::new();
        for (wording, share) in &self.shares {
            let stack: &mut usize = heights.entry((*wording, (share / 2.5) as u32)).or_default();
            let fill = [ONE, TWO, super::pen::THREE][*wording];
            pen.dot(x(*share), 46.0 + 52.0 * *wording as f64 - 7.0 * (*stack).min(5) as f64, 4.0, fill);
            *stack += 1;
        }
        for (at, (name, ..)) in WORDINGS.iter().enumerate() {
            let y = 52.0 + 52.0 * at as f64;
            pen.axis((8.0, y), (width - 8.0, y));
            pen.text(8.0, y + 14.0, At::Start, name(lang));
        }
        let form = |v: f64| number::decimal(lang, v, 1);
        let last = self.shares.last();
        let said = match last {
            None => words::ask_begin(lang, form(truth)),
            Some((wording, share)) => words::ask_said(lang, WORDINGS[*wording].0(lang), form(*share), form(truth)),
        };
        let mean = |w: usize| {
            let of: Vec<f64> =
                self.shares.iter().filter(|(wording, _)| *wording == w).map(|(_, share)| *share).collect();
            (!of.is_empty()).then(|| (of.len(), of.iter().sum::<f64>() / of.len() as f64))
        };
        let facts = (0..3).filter_map(|w| {
            mean(w).map(|(n, mean)| (format!("{} ({n}×)", WORDINGS[w].0(lang)), format!("{}%", form(mean))))
        });
        let mut all = vec![(words::truth(lang).to_owned(), format!("{}%", form(truth)))];
        all.extend(facts);
        Scene { height: 176.0, marks: pen.0, said, facts: all, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("wording", at) if at < 3 => self.wording = at,
            Touch::Choose("who", at) => self.official = at == 1,
            Touch::Press("ask") => self.left = 10,
            Touch::Press("again") => (self.left, self.shares) = (0, Vec::new()),
            _ => {}
        }
    }

    fn tick(&mut self) -> bool {
        if self.left == 0 || self.truth.is_empty() || self.shares.len() >= 300 {
            return false;
        }
        self.left -= 1;
        self.round();
        true
    }
}
