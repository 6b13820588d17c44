//! Several tables of the same people, published together: what one shows must not give away what another hides.
//!
//! A set is a list of figures and of what is known of them: some are the sums of others. A figure that stands in two tables
//! is one figure here, so that it is shown in both or in neither.
//!
//! Invariant: for every small count there is a witness, another set of whole numbers, none below zero, that agrees with all
//! that is shown and in which this count is not small. So whoever solves for it, by whatever means, cannot tell that it is.
//! Where there is none, more is hidden: the least that a linear program needs to move (Kelly, Golden and Assad 1992), and in
//! the end all that is linked.

use super::simplex::{Column, solve};
use crate::base::Order as _;

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A count of a table.
    Count,
    /// A sum of others; hidden only where hiding counts does not help.
    Sum,
    /// Shown elsewhere already: it stays as it is, hidden or not.
    Settled,
    /// Nowhere shown, but known to be there: those who gave no answer, or are in one universe and not in another.
    Unsaid,
}

/// How often more is hidden for a count; in the last all that is linked with it.
const ROUNDS: u32 = 4;

/// Figures that are published together.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    figures: Vec<(Figure, u32)>,
    /// Figures that are zero in all: how often each counts.
    laws: Vec<Vec<(usize, i32)>>,
    /// Laws of each figure.
    of_figure: Vec<Vec<usize>>,
}

impl Linked {
    /// A further figure; gives its place.
    pub fn add(&mut self, figure: Figure, value: u32) -> usize {
        self.figures.push((figure, value));
        self.of_figure.push(Vec::new());
        self.figures.len() - 1
    }

    /// The value of a figure.
    pub fn value(&self, at: usize) -> u32 {
        self.figures[at].1
    }

    /// Each figure and its value.
    pub fn figures(&self) -> &[(Figure, u32)] {
        &self.figures
    }

    /// A further figure that is the sum of others.
    pub fn sum_of(&mut self, parts: &[usize]) -> usize {
        let sum = self.add(Figure::Sum, parts.iter().map(|at| self.value(*at)).sum());
        self.law(parts, &[sum], None);
        sum
    }

    /// What is known: all of `parts` are among the `wholes`. Where they are as many, it is taken for known that they are
    /// the same; where there are fewer, that some are missing. What does not hold is left out.
    pub fn among(&mut self, parts: &[usize], wholes: &[usize]) {
        let all = |list: &[usize]| list.iter().map(|at| self.value(*at)).sum::<u32>();
        match all(wholes).checked_sub(all(parts)) {
            None => {}
            Some(0) => self.law(parts, wholes, None),
            // One is known to be there.
            Some(others) => {
                let others = self.add(Figure::Unsaid, others - 1);
                self.law(parts, wholes, Some(others));
            }
        }
    }

    fn law(&mut self, parts: &[usize], wholes: &[usize], others: Option<usize>) {
        let parts = parts.iter().chain(&others).map(|at| (*at, 1));
        let law: Vec<(usize, i32)> = parts.chain(wholes.iter().map(|at| (*at, -1))).collect();
        for (at, _) in &law {
            if self.of_figure[*at].last() != Some(&self.laws.len()) {
                self.of_figure[*at].push(self.laws.len());
            }
        }
        self.laws.push(law);
    }

    /// The figures to be kept: those above zero and below the threshold that tables hold.
    pub fn small(&self, threshold: u32) -> Vec<usize> {
        let is_small = |(figure, value): (Figure, u32)| figure != Figure::Unsaid && (1..threshold).contains(&value);
        (0..self.figures.len()).filter(|at| is_small(self.figures[*at])).collect()
    }

    /// Hides what is nowhere shown.
    pub fn unsaid(&self, hidden: &mut Vec<bool>) {
        hidden.resize(self.figures.len(), false);
        self.figures.iter().zip(hidden).for_each(|((figure, _), hidden)| *hidden |= *figure == Figure::Unsaid);
    }

    /// Hides more, until every small count has its witness; those of `hidden` stay hidden.
    pub fn protect(&self, hidden: &mut Vec<bool>, threshold: u32) {
        self.unsaid(hidden);
        let small = self.small(threshold);
        small.iter().for_each(|at| hidden[*at] = true);
        let before = hidden.clone();
        self.secure(hidden, &small, threshold, ROUNDS);
        self.thin(&before, hidden, &small, threshold);
    }

    /// Hides more for the sake of some small counts; gives those that have no witness yet. In the last of [`ROUNDS`] all that
    /// is linked with them is hidden.
    pub(super) fn secure(&self, hidden: &mut [bool], small: &[usize], threshold: u32, rounds: u32) -> Vec<usize> {
        let mut bare = self.bare(hidden, small, threshold);
        for round in 0..rounds {
            bare.iter().for_each(|at| self.widen(hidden, *at, threshold, round));
            bare = self.bare(hidden, &bare, threshold);
            if bare.is_empty() {
                break;
            }
        }
        bare
    }

    /// Shows again, the largest first, what was hidden here and need not be.
    fn thin(&self, before: &[bool], hidden: &mut [bool], small: &[usize], threshold: u32) {
        let mut more: Vec<usize> = (0..hidden.len()).filter(|at| hidden[*at] && !before[*at]).collect();
        more.order_by_key(|at| std::cmp::Reverse((self.figures[*at].0 == Figure::Sum, self.value(*at))));
        for at in more {
            let near = self.reached(at, |at| hidden[at]).0;
            let touched: Vec<usize> = small.iter().copied().filter(|at| near.contains(at)).collect();
            hidden[at] = false;
            hidden[at] = !self.bare(hidden, &touched, threshold).is_empty();
        }
    }

    /// Small counts that have no witness.
    pub fn bare(&self, hidden: &[bool], small: &[usize], threshold: u32) -> Vec<usize> {
        let (mut seen, mut bare) = (vec![false; self.figures.len()], Vec::new());
        for at in small {
            if seen[*at] {
                continue;
            }
            match self.witness(hidden, *at, threshold) {
                Some(moves) => {
                    let far =
                        |(other, change): &(usize, i64)| i64::from(self.value(*other)) + change >= i64::from(threshold);
                    moves.iter().filter(|moved| far(moved)).for_each(|(other, _)| seen[*other] = true);
                }
                None => bare.push(*at),
            }
        }
        bare
    }

    /// By how much which figures differ in a set that agrees with what is shown, this count being `threshold` in it.
    fn witness(&self, hidden: &[bool], at: usize, threshold: u32) -> Option<Vec<(usize, i64)>> {
        let (figures, laws) = self.reached(at, |at| hidden[at]);
        // First any that raises it, then the one that moves least.
        [0.0, 1e-3].into_iter().find_map(|price| {
            let moves = self.moves(&figures, &laws, at, threshold, |_| price)?;
            let whole: Vec<(usize, i64)> =
                moves.iter().map(|(at, n)| (*at, n.round() as i64)).filter(|(_, n)| *n != 0).collect();
            self.agrees(&whole, at, threshold).then_some(whole)
        })
    }

    /// True where every law holds after these changes, nothing is below zero, and the count is not small.
    fn agrees(&self, moves: &[(usize, i64)], at: usize, threshold: u32) -> bool {
        let mut all = vec![0i64; self.laws.len()];
        let mut raised = i64::from(self.value(at));
        for (figure, change) in moves {
            for law in &self.of_figure[*figure] {
                let times = self.laws[*law].iter().filter(|(other, _)| other == figure).map(|(_, times)| *times);
                all[*law] += i64::from(times.sum::<i32>()) * change;
            }
            raised += if *figure == at { *change } else { 0 };
            if i64::from(self.value(*figure)) + change < 0 {
                return false;
            }
        }
        raised >= i64::from(threshold) && all.iter().all(|law| *law == 0)
    }

    /// Hides what has to move so that this count could be as large as the threshold, in the last rounds all around it.
    fn widen(&self, hidden: &mut [bool], at: usize, threshold: u32, round: u32) {
        // Zeros stay in sight while it can be helped.
        let settled = |at: usize| self.figures[at].0 == Figure::Settled;
        let open = |at: usize| hidden[at] || (!settled(at) && (round > 1 || self.value(at) > 0));
        let (figures, laws) = self.reached(at, open);
        let price = |at: usize| match (hidden[at], self.figures[at]) {
            (true, _) => 1e-3,
            (false, (Figure::Sum, value)) => 100.0 + f64::from(value) * 1e-4,
            (false, (_, value)) => 1.0 + f64::from(value) * 1e-4,
        };
        match self.moves(&figures, &laws, at, threshold, price).filter(|_| round + 1 < ROUNDS) {
            Some(moves) => moves.iter().filter(|(_, n)| n.abs() > 1e-6).for_each(|(at, _)| hidden[*at] = true),
            None => figures.iter().for_each(|at| hidden[*at] = true),
        }
    }

    /// The cheapest changes that raise a count to the threshold; nothing where none do.
    fn moves(
        &self,
        figures: &[usize],
        laws: &[usize],
        at: usize,
        threshold: u32,
        price: impl Fn(usize) -> f64,
    ) -> Option<Vec<(usize, f64)>> {
        let mut row = vec![usize::MAX; self.laws.len()];
        laws.iter().enumerate().for_each(|(at, law)| row[*law] = at);
        let need = f64::from(threshold.saturating_sub(self.value(at)));
        let column = |figure: usize, up: bool| {
            let times = |law: &usize| self.laws[*law].iter().filter(|(other, _)| *other == figure);
            let sign = if up { 1.0 } else { -1.0 };
            let entry = |law: &usize| (row[*law], sign * f64::from(times(law).map(|(_, times)| times).sum::<i32>()));
            let above = match up {
                true if figure == at => need,
                true => f64::INFINITY,
                false if figure == at => 0.0,
                false => f64::from(self.value(figure)),
            };
            let gain = if figure == at && up { 1e6 } else { -price(figure) };
            Column { entries: self.of_figure[figure].iter().map(entry).collect(), above, gain }
        };
        let columns: Vec<Column> =
            figures.iter().flat_map(|figure| [column(*figure, true), column(*figure, false)]).collect();
        let found = solve(laws.len(), &columns)?;
        let moves: Vec<(usize, f64)> =
            figures.iter().zip(found.chunks(2)).map(|(figure, moved)| (*figure, moved[0] - moved[1])).collect();
        moves.iter().any(|(figure, n)| *figure == at && *n > need - 1e-6).then_some(moves)
    }

    /// Figures that laws tie to this one by way of open ones, and these laws.
    fn reached(&self, at: usize, open: impl Fn(usize) -> bool) -> (Vec<usize>, Vec<usize>) {
        let (mut figures, mut laws) = (vec![at], Vec::new());
        let (mut met, mut held) = (vec![false; self.figures.len()], vec![false; self.laws.len()]);
        met[at] = true;
        let mut next = 0;
        while let Some(figure) = figures.get(next).copied() {
            next += 1;
            for law in &self.of_figure[figure] {
                if std::mem::replace(&mut held[*law], true) {
                    continue;
                }
                laws.push(*law);
                for (other, _) in &self.laws[*law] {
                    if open(*other) && !std::mem::replace(&mut met[*other], true) {
                        figures.push(*other);
                    }
                }
            }
        }
        (figures, laws)
    }
}

#[cfg(test)]
pub(super) mod tests;
