//! The attack on several tables together: all counts that agree with what all of them show are tried.

use super::*;
use crate::analyse::disclosure::{Counted, Hidden, suppress, suppress_layers};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

pub(in super::super) const THRESHOLD: u32 = 5;

/// Tables over the same smallest counts: each figure is the sum of those whose bits it holds.
pub(in super::super) struct Tables {
    pub counts: Vec<u32>,
    pub figures: Vec<u32>,
}

impl Tables {
    fn value(&self, figure: u32) -> u32 {
        (0..self.counts.len()).filter(|at| figure >> at & 1 == 1).map(|at| self.counts[at]).sum()
    }

    /// The set with its laws: a figure is the sum of two disjoint others, or of more where `lines` says so.
    fn set(&self, lines: &[(u32, Vec<u32>)]) -> (Linked, Vec<usize>) {
        let mut set = Linked::default();
        let is_sum = |figure: &u32| lines.iter().any(|(sum, _)| sum == figure);
        let kind = |figure: &u32| if is_sum(figure) { Figure::Sum } else { Figure::Count };
        let at: Vec<usize> = self.figures.iter().map(|figure| set.add(kind(figure), self.value(*figure))).collect();
        let place = |figure: &u32| at[self.figures.iter().position(|other| other == figure).unwrap()];
        for (sum, parts) in lines {
            set.among(&parts.iter().map(place).collect::<Vec<_>>(), &[place(sum)]);
        }
        (set, at)
    }

    /// Values that each figure takes where all that is shown is as it is, the counts being at most `most`: all of them, or
    /// as many as it takes to see that no small figure is given away. What is near the truth is tried first.
    fn solved(&self, hidden: &[bool], most: u32) -> Vec<BTreeSet<u32>> {
        let mut found = vec![BTreeSet::new(); self.figures.len()];
        for near in [2, THRESHOLD, u32::MAX] {
            let tries = |n: u32| n.saturating_sub(near)..=n.saturating_add(near).min(most);
            let tries: Vec<_> = self.counts.iter().map(|n| tries(*n)).collect();
            if self.go(&mut Vec::new(), hidden, &tries, &mut found) {
                break;
            }
        }
        found
    }

    /// Tries all there are; stops (true) once no small figure is given away any more.
    fn go(
        &self,
        tried: &mut Vec<u32>,
        hidden: &[bool],
        tries: &[RangeInclusive<u32>],
        found: &mut [BTreeSet<u32>],
    ) -> bool {
        let sum = |figure: u32, tried: &[u32]| -> u32 {
            tried.iter().enumerate().filter(|(at, _)| figure >> at & 1 == 1).map(|(_, n)| n).sum()
        };
        let fits = |(figure, hidden): (&u32, &bool)| {
            let (so_far, rest) = (sum(*figure, tried), figure >> tried.len());
            *hidden || if rest == 0 { so_far == self.value(*figure) } else { so_far <= self.value(*figure) }
        };
        if !self.figures.iter().zip(hidden).all(fits) {
            return false;
        }
        if tried.len() == self.counts.len() {
            found.iter_mut().zip(&self.figures).for_each(|(found, figure)| _ = found.insert(sum(*figure, tried)));
            return self.given(found).is_empty();
        }
        for n in tries[tried.len()].clone() {
            tried.push(n);
            let done = self.go(tried, hidden, tries, found);
            tried.pop();
            if done {
                return true;
            }
        }
        false
    }

    fn given(&self, solved: &[BTreeSet<u32>]) -> Vec<usize> {
        let small = |at: &usize| (1..THRESHOLD).contains(&self.value(self.figures[*at]));
        (0..self.figures.len()).filter(small).filter(|at| solved[*at].iter().all(|n| *n < THRESHOLD)).collect()
    }

    /// Figures that are given away: small ones of which the attack knows that they are.
    pub fn given_away(&self, hidden: &[bool], most: u32) -> Vec<usize> {
        self.given(&self.solved(hidden, most))
    }
}

/// Two by two by two: a table in two layers and the table of both, all sums among them.
fn layered(counts: [u32; 8]) -> (Tables, Vec<(u32, Vec<u32>)>) {
    let bits = |keep: &dyn Fn(usize) -> bool| (0..8).filter(|at| keep(*at)).map(|at| 1 << at).sum::<u32>();
    // Nothing at a place means all of it.
    let cube = |a: Option<usize>, b: Option<usize>, c: Option<usize>| {
        bits(&|at| {
            a.is_none_or(|a| a == at & 1) && b.is_none_or(|b| b == at >> 1 & 1) && c.is_none_or(|c| c == at >> 2)
        })
    };
    let any = [Some(0), Some(1), None];
    let (mut figures, mut lines) = (Vec::new(), Vec::new());
    for a in any {
        for b in any {
            for c in any {
                figures.push(cube(a, b, c));
                if a.is_none() {
                    lines.push((cube(a, b, c), vec![cube(Some(0), b, c), cube(Some(1), b, c)]));
                }
                if b.is_none() {
                    lines.push((cube(a, b, c), vec![cube(a, Some(0), c), cube(a, Some(1), c)]));
                }
                if c.is_none() {
                    lines.push((cube(a, b, c), vec![cube(a, b, Some(0)), cube(a, b, Some(1))]));
                }
            }
        }
    }
    (Tables { counts: counts.to_vec(), figures }, lines)
}

/// What is hidden where each layer, and the table of both, is guarded alone.
fn each_alone(tables: &Tables) -> Vec<bool> {
    let mut hidden = vec![false; tables.figures.len()];
    for layer in 0..3 {
        // Figures stand in the order of a, b, c; each of them 0, 1, all.
        let at = |a: usize, b: usize| a * 9 + b * 3 + layer;
        let cells: Vec<u32> =
            [(0, 0), (1, 0), (0, 1), (1, 1)].iter().map(|(a, b)| tables.value(tables.figures[at(*a, *b)])).collect();
        let found = suppress(&Counted { columns: 2, cells: &cells }, THRESHOLD);
        for (n, (a, b)) in [(0, 0), (1, 0), (0, 1), (1, 1)].into_iter().enumerate() {
            hidden[at(a, b)] |= found.cells[n];
        }
        for n in 0..2 {
            hidden[at(2, n)] |= found.rows[n];
            hidden[at(n, 2)] |= found.columns[n];
        }
        hidden[at(2, 2)] |= found.total;
    }
    hidden
}

/// The counts of a layer as a table of two columns; 2 is the table of both.
fn layer(tables: &Tables, layer: usize) -> Vec<u32> {
    [(0, 0), (1, 0), (0, 1), (1, 1)].iter().map(|(a, b)| tables.value(tables.figures[a * 9 + b * 3 + layer])).collect()
}

/// What is hidden where the layers are guarded with the table of both.
fn as_layers(tables: &Tables) -> Vec<bool> {
    let whole = suppress(&Counted { columns: 2, cells: &layer(tables, 2) }, THRESHOLD);
    let mut all: Vec<Hidden> = suppress_layers(2, &[layer(tables, 0), layer(tables, 1)], &whole, THRESHOLD);
    all.push(whole);
    let flag = |at: usize| {
        let (a, b, found) = (at / 9, at / 3 % 3, &all[at % 3]);
        match (a, b) {
            (2, 2) => found.total,
            (2, b) => found.rows[b],
            (a, 2) => found.columns[a],
            (a, b) => found.cells[b * 2 + a],
        }
    };
    (0..27).map(flag).collect()
}

#[test]
fn guarded_alone_layers_give_a_count_away_and_as_a_set_they_do_not() {
    // The first layer hides all four of its counts; the second hides none, nor does the table of both.
    let (tables, lines) = layered([3, 7, 8, 9, 10, 11, 12, 13]);
    let alone = each_alone(&tables);
    assert_eq!(tables.given_away(&alone, 40).len(), 1, "the attacker is real");
    let (set, _) = tables.set(&lines);
    let mut hidden = alone.clone();
    set.protect(&mut hidden, THRESHOLD);
    assert_eq!(tables.given_away(&hidden, 25), Vec::<usize>::new());
    let shown = hidden.iter().filter(|hidden| !**hidden).count();
    assert!(shown >= 27 - 8, "no more than one cube is hidden: {shown} of 27 are left");
    // Where the table of both stays as it is, its layers hide more.
    let hidden = as_layers(&tables);
    assert_eq!(tables.given_away(&hidden, 25), Vec::<usize>::new());
    assert!((0..9).all(|at| !hidden[at * 3 + 2]), "{hidden:?}");
}

#[test]
fn a_count_that_two_tables_share_has_one_fate() {
    let mut set = Linked::default();
    // By water 3 and 40, by toilet 20 and 23, of the same families.
    let families = set.add(Figure::Sum, 43);
    let water = [set.add(Figure::Count, 3), set.add(Figure::Count, 40)];
    let toilet = [set.add(Figure::Count, 20), set.add(Figure::Count, 23)];
    set.among(&water, &[families]);
    set.among(&toilet, &[families]);
    let mut hidden = vec![];
    set.protect(&mut hidden, THRESHOLD);
    assert_eq!(hidden, [false, true, true, false, false]);
}

#[test]
fn those_left_out_of_a_table_are_known_from_another() {
    // Of 253 residents 250 are grown, all with an answer: that 3 are children with one stands nowhere, and yet is known.
    let mut set = Linked::default();
    let residents = set.add(Figure::Sum, 253);
    let grown = [set.add(Figure::Count, 200), set.add(Figure::Count, 50)];
    let child = set.add(Figure::Count, 3);
    set.among(&[grown[0], grown[1], child], &[residents]);
    let mut hidden = vec![false, false, false, true];
    assert_eq!(set.bare(&hidden, &[child], THRESHOLD), [child]);
    set.protect(&mut hidden, THRESHOLD);
    assert_eq!(hidden, [false, false, true, true]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn no_layer_gives_a_count_away(counts in prop::array::uniform8(prop_oneof![2 => 0u32..4, 2 => 4u32..8])) {
        let (tables, lines) = layered(counts);
        let (set, _) = tables.set(&lines);
        let mut hidden = each_alone(&tables);
        set.protect(&mut hidden, THRESHOLD);
        let away = tables.given_away(&hidden, 12);
        prop_assert!(away.is_empty(), "{counts:?}: {away:?} of {hidden:?}");
    }

    #[test]
    fn nor_does_one_beside_the_table_of_all(counts in prop::array::uniform8(prop_oneof![2 => 0u32..4, 2 => 4u32..8])) {
        let (tables, _) = layered(counts);
        let hidden = as_layers(&tables);
        let away = tables.given_away(&hidden, 14);
        prop_assert!(away.is_empty(), "{counts:?}: {away:?} of {hidden:?}");
    }

    /// Three layers of one column: layers by row, all rows, all layers.
    #[test]
    fn nor_do_layers_of_one_column(counts in prop::array::uniform8(prop_oneof![3 => 0u32..4, 2 => 4u32..9])) {
        let layers: Vec<Vec<u32>> = counts[..6].chunks(2).map(<[u32]>::to_vec).collect();
        let cells: Vec<u32> = (0..2).map(|row| layers.iter().map(|layer| layer[row]).sum()).collect();
        let whole = suppress(&Counted { columns: 1, cells: &cells }, THRESHOLD);
        let found = suppress_layers(1, &layers, &whole, THRESHOLD);
        let mut figures: Vec<u32> = (0..6).map(|at| 1 << at).collect();
        let mut hidden: Vec<bool> = found.iter().flat_map(|layer| layer.cells.clone()).collect();
        figures.extend([0b11, 0b1100, 0b11_0000, 0b01_0101, 0b10_1010, 0b11_1111]);
        hidden.extend(found.iter().map(|layer| layer.total).chain(whole.cells.iter().copied()).chain([whole.total]));
        let tables = Tables { counts: counts[..6].to_vec(), figures };
        let away = tables.given_away(&hidden, 20);
        prop_assert!(away.is_empty(), "{counts:?}: {away:?} of {hidden:?}");
    }

    /// Age by sex and age by schooling, the ages being the same people.
    #[test]
    fn nor_do_tables_that_share_a_margin(counts in prop::array::uniform8(prop_oneof![2 => 0u32..4, 2 => 4u32..8])) {
        let (tables, lines) = layered(counts);
        // Of the cube, only a × b and a × c are published.
        let published = |at: &usize| at / 3 % 3 == 2 || at % 3 == 2;
        let kept: Vec<u32> = (0..27).filter(published).map(|at| tables.figures[at]).collect();
        let lines: Vec<_> =
            lines.into_iter().filter(|(sum, parts)| kept.contains(sum) && parts.iter().all(|part| kept.contains(part))).collect();
        let tables = Tables { figures: kept, ..tables };
        let (set, _) = tables.set(&lines);
        let mut hidden = vec![];
        set.protect(&mut hidden, THRESHOLD);
        let away = tables.given_away(&hidden, 12);
        prop_assert!(away.is_empty(), "{counts:?}: {away:?} of {hidden:?}");
    }
}
