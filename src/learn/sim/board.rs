//! Boards on which cards are laid beside what fits them: needs and data, questions and kinds of answers. A card that was laid
//! well shows what the village's own data say of it.

use super::cards::{KINDS, NEEDS};
use super::pen::{At, ONE, Pen, bars};
use super::{Control, Piece, Scene, Touch, only};
use crate::lang::{Lang, learn_pieces as words};
use crate::learn::dice::Dice;
use crate::learn::village::Village;

pub(super) type Words = fn(Lang) -> &'static str;

/// What the village says of a card: names and counts of its answers, and a sentence.
pub(super) type Told = (Vec<(String, usize)>, String);

/// A card.
#[derive(Clone, Copy)]
pub(super) struct Card {
    /// What stands on it.
    pub(super) text: Words,
    /// The place of the bin where it belongs.
    pub(super) bin: usize,
    /// What the village says of it.
    pub(super) of: fn(&Village, Lang) -> Told,
}

/// Bins, and the cards to be laid on them.
pub(super) type Deck = (&'static [Words], &'static [Card]);

pub(super) struct Board {
    bins: &'static [Words],
    cards: Vec<Card>,
    laid: Vec<Option<usize>>,
    at: usize,
    village: Village,
}

pub(super) fn needs(village: &Village, seed: u64) -> Board {
    board(NEEDS, village, seed)
}

pub(super) fn kinds(village: &Village, seed: u64) -> Board {
    board(KINDS, village, seed)
}

fn board((bins, cards): Deck, village: &Village, seed: u64) -> Board {
    let mut cards = cards.to_vec();
    Dice::new(seed).shuffle(&mut cards);
    Board { bins, laid: vec![None; cards.len()], cards, at: 0, village: village.clone() }
}

impl Board {
    fn right(&self) -> usize {
        self.cards.iter().zip(&self.laid).filter(|(card, laid)| **laid == Some(card.bin)).count()
    }
}

/// Words in lines that fit into so many pixels, by a letter's usual width at the drawing's size of type.
fn lines(words: &str, width: f64) -> Vec<String> {
    let most = (width / 7.6).max(8.0) as usize;
    let mut lines = vec![String::new()];
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

impl Piece for Board {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let cards = self.cards.iter().map(|card| (card.text)(lang).to_owned()).collect();
        let bins = self.bins.iter().map(|bin| bin(lang).to_owned()).collect();
        let laid = self.laid[self.at].unwrap_or(usize::MAX);
        vec![
            Control::Chips {
                id: "card",
                label: words::choose_card(lang).into(),
                options: cards,
                on: only(self.cards.len(), self.at),
            },
            Control::Chips {
                id: "bin",
                label: words::choose_bin(lang).into(),
                options: bins,
                on: only(self.bins.len(), laid),
            },
            Control::Button { id: "again", label: words::again(lang).into() },
        ]
    }

    fn scene(&self, lang: Lang, width: f64) -> Scene {
        let mut pen = Pen::default();
        let mut height = 4.0;
        for (at, (card, laid)) in self.cards.iter().zip(&self.laid).enumerate() {
            let (fill, mark) = match laid {
                None => (super::pen::REST, ""),
                Some(laid) if *laid == card.bin => (ONE, "✓ "),
                Some(_) => (super::pen::FEMALE, "✗ "),
            };
            pen.pick((1.5, height, 18.0, 18.0), fill, at, at == self.at);
            let lines = lines(&format!("{mark}{}", (card.text)(lang)), width - 30.0);
            for (line, words) in lines.iter().enumerate() {
                pen.text(28.0, height + 14.0 + 17.0 * line as f64, At::Start, words);
            }
            height += 9.0 + 17.0 * lines.len() as f64;
        }
        let (laid, card) = (self.laid[self.at], self.cards[self.at]);
        let name = (card.text)(lang);
        let said = match laid {
            None => words::board_begin(lang).to_owned(),
            Some(laid) if laid == card.bin => {
                let (told, sentence) = (card.of)(&self.village, lang);
                if !told.is_empty() {
                    let (labels, counts): (Vec<String>, Vec<f64>) =
                        told.into_iter().map(|(label, n)| (label, n as f64)).unzip();
                    let mut below = Pen::default();
                    bars(&mut below, width, 150.0, &labels, &counts, ONE, &[]);
                    pen.moved(0.0, height + 14.0, &below);
                    height += 166.0;
                }
                format!("{} {sentence}", words::board_fits(lang, name, self.bins[laid](lang)))
            }
            Some(laid) => words::board_fits_not(lang, name, self.bins[laid](lang)),
        };
        let facts = vec![(words::right_so_far(lang).into(), words::of(lang, self.right(), self.cards.len()))];
        Scene { height, marks: pen.0, said, facts, grid: None }
    }

    fn touch(&mut self, touch: Touch) {
        match touch {
            Touch::Choose("card", at) if at < self.cards.len() => self.at = at,
            Touch::Pick(at) if (at as usize) < self.cards.len() => self.at = at as usize,
            Touch::Choose("bin", bin) if bin < self.bins.len() => self.laid[self.at] = Some(bin),
            Touch::Press("again") => self.laid.iter_mut().for_each(|laid| *laid = None),
            _ => {}
        }
    }
}
