//! Boards on which cards are laid beside what fits them: needs and data, questions and kinds of answers.

use super::pen::{At, Pen};
use super::{Control, Piece, Scene, Touch, only};
use crate::lang::{Lang, learn_pieces as words};
use crate::learn::dice::Dice;

type Words = fn(Lang) -> &'static str;

/// A card, and the place of the bin where it belongs.
type Card = (Words, usize);

pub(super) struct Board {
    bins: &'static [Words],
    cards: Vec<Card>,
    laid: Vec<Option<usize>>,
    at: usize,
}

pub(super) fn needs(seed: u64) -> Board {
    board(
        &[words::data_school, words::data_under_five, words::data_elderly, words::data_water],
        &[
            (words::need_school, 0),
            (words::need_posyandu, 1),
            (words::need_elderly, 2),
            (words::need_water, 3),
            (words::need_transport, 0),
            (words::need_stunting, 1),
        ],
        seed,
    )
}

pub(super) fn kinds(seed: u64) -> Board {
    board(
        &[words::kind_category, words::kind_ordered, words::kind_count, words::kind_measure],
        &[
            (words::ask_religion, 0),
            (words::ask_education, 1),
            (words::ask_children, 2),
            (words::ask_weight, 3),
            (words::ask_kk, 0),
            (words::ask_decile, 1),
            (words::ask_rooms, 2),
        ],
        seed,
    )
}

fn board(bins: &'static [Words], cards: &[Card], seed: u64) -> Board {
    let mut cards = cards.to_vec();
    Dice::new(seed).shuffle(&mut cards);
    Board { bins, laid: vec![None; cards.len()], cards, at: 0 }
}

impl Board {
    fn right(&self) -> usize {
        self.cards.iter().zip(&self.laid).filter(|((_, bin), laid)| **laid == Some(*bin)).count()
    }
}

impl Piece for Board {
    fn controls(&self, lang: Lang) -> Vec<Control> {
        let cards = self.cards.iter().map(|(card, _)| card(lang).to_owned()).collect();
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

    fn scene(&self, lang: Lang, _: f64) -> Scene {
        let mut pen = Pen::default();
        let row = 26.0;
        for (at, ((card, bin), laid)) in self.cards.iter().zip(&self.laid).enumerate() {
            let y = at as f64 * row + 4.0;
            let fill = match laid {
                None => super::pen::REST,
                Some(laid) if laid == bin => super::pen::ONE,
                Some(_) => super::pen::FEMALE,
            };
            pen.pick((0.0, y, 18.0, 18.0), fill, at, at == self.at);
            let mark = match laid {
                None => "",
                Some(laid) if laid == bin => "✓ ",
                Some(_) => "✗ ",
            };
            pen.text(28.0, y + 14.0, At::Start, &format!("{mark}{}", card(lang)));
        }
        let laid = self.laid[self.at];
        let (card, bin) = self.cards[self.at];
        let said = match laid {
            None => words::board_begin(lang).to_owned(),
            Some(laid) if laid == bin => words::board_fits(lang, card(lang), self.bins[laid](lang)),
            Some(laid) => words::board_fits_not(lang, card(lang), self.bins[laid](lang)),
        };
        let facts = vec![(words::right_so_far(lang).into(), words::of(lang, self.right(), self.cards.len()))];
        Scene { height: self.cards.len() as f64 * row + 4.0, marks: pen.0, said, facts, grid: None }
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
