//! Many short texts in one piece of memory, folded to lower case, so that a search is one pass over it. A text has a
//! number; a text that changed is written anew at the end under a new number. Knows nothing of families or persons.

use memchr::memmem::Finder;
use std::cmp::Ordering;

/// Between the parts of a text, and after each text: no search word holds it.
const BREAK: char = '\n';

/// The texts.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    /// Where each text begins.
    starts: Vec<u32>,
}

impl Texts {
    /// Adds a text of these parts and gives its number.
    pub(super) fn add(&mut self, parts: &[&str]) -> u32 {
        self.starts.push(self.all.len() as u32);
        for part in parts {
            if part.is_ascii() {
                let from = self.all.len();
                self.all.push_str(part);
                self.all[from..].make_ascii_lowercase();
            } else {
                self.all.extend(part.chars().flat_map(char::to_lowercase));
            }
            self.all.push(BREAK);
        }
        self.starts.len() as u32 - 1
    }

    /// The text of a number, its parts with breaks behind them.
    pub(super) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let end = self.starts.get(at + 1).map_or(self.all.len(), |end| *end as usize);
        self.starts.get(at).map_or("", |start| &self.all[*start as usize..end])
    }

    /// How two texts are ordered.
    pub(super) fn compare(&self, a: u32, b: u32) -> Ordering {
        self.get(a).cmp(self.get(b))
    }

    /// Numbers in the order of their texts.
    pub(super) fn sorted(&self, numbers: impl Iterator<Item = u32>) -> Vec<u32> {
        // The first bytes decide nearly always, and comparing them needs no look at the texts.
        let mut keys: Vec<(u64, u32)> = numbers.map(|number| (self.key(number), number)).collect();
        keys.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| self.compare(a.1, b.1)).then(a.1.cmp(&b.1)));
        keys.into_iter().map(|(_, number)| number).collect()
    }

    fn key(&self, number: u32) -> u64 {
        let text = self.get(number).as_bytes();
        let mut first = [0; 8];
        let n = text.len().min(8);
        first[..n].copy_from_slice(&text[..n]);
        u64::from_be_bytes(first)
    }

    /// Calls `found` with the number of every text that holds the word, in order.
    pub(super) fn holding(&self, word: &str, mut found: impl FnMut(u32)) {
        let finder = Finder::new(word);
        let (mut from, mut number) = (0, 0);
        while let Some(at) = self.all.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let at = (from + at) as u32;
            while self.starts.get(number + 1).is_some_and(|next| *next <= at) {
                number += 1;
            }
            found(number as u32);
            number += 1;
            let Some(next) = self.starts.get(number) else { return };
            from = *next as usize;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_the_texts_that_hold_them() {
        let mut texts = Texts::default();
        for parts in [["Siti Aminah", "6304"], ["AHMAD", ""], ["Éva", "63"]] {
            texts.add(&parts);
        }
        let found = |word: &str| {
            let mut all = Vec::new();
            texts.holding(word, |number| all.push(number));
            all
        };
        let cases: &[(&str, &[u32])] =
            &[("a", &[0, 1, 2]), ("ami", &[0]), ("63", &[0, 2]), ("éva", &[2]), ("aminah6", &[]), ("x", &[])];
        for (word, numbers) in cases {
            assert_eq!(found(word), *numbers, "{word}");
        }
        assert_eq!(texts.sorted(0..3), [1, 0, 2]);
        assert_eq!(texts.get(1), "ahmad\n\n");
    }
}
