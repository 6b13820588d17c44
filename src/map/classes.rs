//! Values in a few classes, for colours: equally many areas, equally wide, or by natural breaks (Fisher 1958, Jenks 1977:
//! the classes with the least sum of squared distances to their means, found exactly).

use serde::{Deserialize, Serialize};

/// How values are put into classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Breaks {
    /// As many areas in each class as in any other.
    #[default]
    Quantiles,
    /// Classes of equal width.
    Equal,
    /// Breaks where there are gaps.
    Natural,
}

/// So many classes can be told apart, also in grey.
pub const MOST_CLASSES: usize = 5;

/// The lowest value of each class from the second on, rising: at most `most` classes, fewer where fewer values differ.
pub fn breaks(values: &[f64], how: Breaks, most: usize) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let mut different = sorted.clone();
    different.dedup();
    let n_classes = most.min(different.len());
    if n_classes < 2 {
        return Vec::new();
    }
    let mut found = match how {
        Breaks::Quantiles => quantiles(&sorted, n_classes),
        Breaks::Equal => {
            let (low, high) = (sorted[0], sorted[sorted.len() - 1]);
            (1..n_classes).map(|k| low + (high - low) * k as f64 / n_classes as f64).collect()
        }
        Breaks::Natural => natural(&sorted, n_classes),
    };
    found.dedup();
    // A class that begins at the lowest value would leave the first one empty.
    found.retain(|at| *at > sorted[0]);
    found
}

/// Breaks at every n-th value; where many are equal the next that differs.
fn quantiles(sorted: &[f64], n_classes: usize) -> Vec<f64> {
    let mut last = sorted[0];
    let next = |k: usize| {
        let value = sorted[k * sorted.len() / n_classes];
        let value = if value > last { Some(value) } else { sorted.iter().copied().find(|other| *other > last) };
        last = value.unwrap_or(last);
        value
    };
    (1..n_classes).filter_map(next).collect()
}

/// The class of a value, from 0.
pub fn class_of(value: f64, breaks: &[f64]) -> usize {
    breaks.iter().filter(|from| value >= **from).count()
}

/// Exact least squares by dynamic programming over the sorted values.
fn natural(sorted: &[f64], n_classes: usize) -> Vec<f64> {
    let n = sorted.len();
    let mut sums = vec![(0.0, 0.0); n + 1];
    for (at, value) in sorted.iter().enumerate() {
        sums[at + 1] = (sums[at].0 + value, sums[at].1 + value * value);
    }
    let spread = |from: usize, to: usize| {
        let (sum, squares) = (sums[to].0 - sums[from].0, sums[to].1 - sums[from].1);
        (squares - sum * sum / (to - from) as f64).max(0.0)
    };
    let mut cost: Vec<f64> = (0..=n).map(|to| if to == 0 { 0.0 } else { spread(0, to) }).collect();
    let mut cuts: Vec<Vec<usize>> = Vec::new();
    for class in 1..n_classes {
        let mut next = vec![f64::MAX; n + 1];
        let mut cut = vec![0; n + 1];
        for to in class + 1..=n {
            for (from, before) in cost.iter().enumerate().take(to).skip(class) {
                let all = before + spread(from, to);
                if all < next[to] {
                    (next[to], cut[to]) = (all, from);
                }
            }
        }
        cost = next;
        cuts.push(cut);
    }
    let mut to = n;
    let mut found: Vec<f64> = cuts
        .iter()
        .rev()
        .map(|cut| {
            to = cut[to];
            sorted[to]
        })
        .collect();
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_break_where_each_way_says() {
        let values = [1.0, 2.0, 3.0, 4.0, 100.0, 101.0];
        for (how, most, expected) in [
            (Breaks::Quantiles, 3, vec![3.0, 100.0]),
            (Breaks::Equal, 2, vec![51.0]),
            (Breaks::Natural, 2, vec![100.0]),
            (Breaks::Natural, 3, vec![3.0, 100.0]),
        ] {
            assert_eq!(breaks(&values, how, most), expected, "{how:?}");
        }
        assert_eq!(breaks(&[7.0, 7.0], Breaks::Quantiles, 5), Vec::<f64>::new());
        assert_eq!(breaks(&[1.0, 1.0, 1.0, 2.0], Breaks::Quantiles, 5), [2.0]);
        assert_eq!(breaks(&[], Breaks::Natural, 5), Vec::<f64>::new());
        assert_eq!(
            (class_of(2.9, &[3.0, 100.0]), class_of(3.0, &[3.0, 100.0]), class_of(200.0, &[3.0, 100.0])),
            (0, 1, 2)
        );
    }

    #[test]
    fn natural_breaks_are_the_best_of_all() {
        let mut dice = crate::map::scatter::Dice::new(3);
        for _ in 0..40 {
            let mut values: Vec<f64> = (0..9).map(|_| (dice.next() * 100.0).round()).collect();
            values.sort_by(f64::total_cmp);
            let cost = |breaks: &[f64]| {
                (0..=breaks.len())
                    .map(|class| {
                        let of: Vec<f64> = values.iter().copied().filter(|v| class_of(*v, breaks) == class).collect();
                        let mean = of.iter().sum::<f64>() / of.len().max(1) as f64;
                        of.iter().map(|v| (v - mean).powi(2)).sum::<f64>()
                    })
                    .sum::<f64>()
            };
            let best = (1..8)
                .flat_map(|a| (a + 1..9).map(move |b| (a, b)))
                .map(|(a, b)| cost(&[values[a], values[b]]))
                .fold(f64::MAX, f64::min);
            let mut different = values.clone();
            different.dedup();
            if different.len() >= 3 {
                assert!(cost(&breaks(&values, Breaks::Natural, 3)) <= best + 1e-9, "{values:?}");
            }
        }
    }
}
