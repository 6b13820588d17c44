//! The names of a list, found by the beginnings of their words.

use super::fold::{Name, Word, fold};

/// Names in the order in which they were added; [`Names::sort`] comes before any search.
#[derive(Debug, Default)]
pub(super) struct Names {
    letters: String,
    /// Of each name: start and length in `letters`, and where its words begin.
    spans: Vec<(u32, u8, u64)>,
    /// Of each run: where it starts in `letters`, and whose it is; in order of the runs' letters.
    runs: Vec<(u32, u32)>,
}

impl Names {
    /// Adds a name as it is written; none where the list is larger than any list of places.
    pub fn push(&mut self, name: &str) -> Option<()> {
        let start = u32::try_from(self.letters.len()).ok()?;
        let owner = u32::try_from(self.spans.len()).ok()?;
        let starts = fold(name, &mut self.letters);
        let length = self.letters.len() - start as usize;
        self.spans.push((start, u8::try_from(length).ok()?, starts));
        self.runs.extend((0..u64::BITS).filter(|bit| starts >> bit & 1 == 1).map(|bit| (start + bit, owner)));
        Some(())
    }

    /// Puts the runs in order.
    pub fn sort(&mut self) {
        let mut runs = std::mem::take(&mut self.runs);
        runs.sort_unstable_by(|a, b| (self.run(*a), a).cmp(&(self.run(*b), b)));
        self.runs = runs;
    }

    /// The name at a place of the list.
    pub fn get(&self, place: usize) -> Name<'_> {
        let (start, length, starts) = self.spans.get(place).copied().unwrap_or_default();
        let start = start as usize;
        Name { letters: self.letters.get(start..start + usize::from(length)).unwrap_or_default(), starts }
    }

    /// Places of the names that have a run which begins so.
    fn beginning<'a>(&'a self, start: &'a str) -> impl Iterator<Item = usize> + 'a {
        let from = self.runs.partition_point(|run| self.run(*run) < start);
        let runs = self.runs.iter().skip(from).take_while(move |run| self.run(**run).starts_with(start));
        runs.map(|(_, owner)| *owner as usize)
    }

    /// Places of the names that meet the word, in no order, some more than once.
    pub fn meeting<'a>(&'a self, word: &'a Word) -> impl Iterator<Item = usize> + 'a {
        let joined = std::iter::once(&word.joined).filter(|joined| !joined.is_empty());
        word.forms.iter().chain(joined).flat_map(|start| self.beginning(start))
    }

    /// Places of the names that meet at least one of the words, each once, in order.
    pub fn meeting_any(&self, words: &[Word]) -> impl Iterator<Item = usize> {
        let mut is_met = vec![false; self.spans.len()];
        for place in words.iter().flat_map(|word| self.meeting(word)) {
            if let Some(met) = is_met.get_mut(place) {
                *met = true;
            }
        }
        is_met.into_iter().enumerate().filter_map(|(place, met)| met.then_some(place))
    }

    /// The letters of a run, to the end of its name.
    fn run(&self, (start, owner): (u32, u32)) -> &str {
        let (name_start, length, _) = self.spans.get(owner as usize).copied().unwrap_or_default();
        self.letters.get(start as usize..name_start as usize + usize::from(length)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::fold::Words;
    use super::*;

    #[test]
    fn names_are_met_by_any_word() {
        let mut names = Names::default();
        for name in ["Sungai Hilir", "Sukamaju", "Sei Miai", "", "Hilir"] {
            names.push(name).unwrap();
        }
        names.sort();
        for (typed, places) in [
            ("hil", vec![0, 4]),
            ("su", vec![0, 1]),
            ("sungai", vec![0, 2]),
            ("suka maju", vec![1]),
            ("x", vec![]),
            ("s h", vec![0, 1, 2, 4]),
        ] {
            let words = Words::read(typed).words;
            assert_eq!(names.meeting_any(&words).collect::<Vec<_>>(), places, "{typed}");
        }
        assert_eq!(names.get(1).letters, "sukamaju");
    }
}
