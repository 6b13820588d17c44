//! Classical statistics of a test: right (1) or wrong (0), a row a participant, a column an item. A figure that would mislead
//! is not told; in its place stands why.

use crate::base::Order as _;
use serde::{Deserialize, Serialize};

/// Below so many participants nothing is said of items or of the test.
pub const MIN_PARTICIPANTS: usize = 10;
/// Share of the participants in the upper and in the lower group (Kelley 1939).
const GROUP: f64 = 0.27;

/// A figure, or why there is none.
pub type Said = Result<f64, Unsaid>;

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unsaid {
    /// Too few participants.
    TooFew,
    /// All have the same score: nothing differs that could be explained.
    NoSpread,
    /// Nobody could gain: all was right before.
    NoRoom,
    /// Fewer than two items.
    TooFewItems,
}

/// Answers of a test: `rows[participant][item]`, 1 for right, 0 for wrong, or parts between.
#[derive(Clone, Copy, Debug)]
pub struct Matrix<'a>(pub &'a [Vec<f64>]);

impl Matrix<'_> {
    fn n_items(self) -> usize {
        self.0.first().map_or(0, Vec::len)
    }

    fn column(self, item: usize) -> Vec<f64> {
        self.0.iter().map(|row| row[item]).collect()
    }

    /// Score of each participant.
    pub fn totals(self) -> Vec<f64> {
        self.0.iter().map(|row| row.iter().sum()).collect()
    }

    fn enough(self) -> Result<(), Unsaid> {
        if self.0.len() < MIN_PARTICIPANTS { Err(Unsaid::TooFew) } else { Ok(()) }
    }

    /// Difficulty of an item: the share that has it right, 0 to 1 (the higher, the easier).
    pub fn difficulty(self, item: usize) -> Said {
        self.enough()?;
        Ok(mean(&self.column(item)))
    }

    /// Point-biserial correlation of an item with the score of all items.
    pub fn point_biserial(self, item: usize) -> Said {
        self.enough()?;
        correlation(&self.column(item), &self.totals())
    }

    /// The same with the score of the other items, so that the item does not count for itself.
    pub fn item_rest(self, item: usize) -> Said {
        self.enough()?;
        let own = self.column(item);
        let rest: Vec<f64> = self.totals().iter().zip(&own).map(|(total, own)| total - own).collect();
        correlation(&own, &rest)
    }

    /// Share right among the best 27 % less that among the weakest 27 %. Where several have the score at the border, each
    /// counts with an equal part, so that the order of the rows does not matter.
    pub fn upper_lower(self, item: usize) -> Said {
        self.enough()?;
        let (totals, own) = (self.totals(), self.column(item));
        if variance(&totals) == 0.0 {
            return Err(Unsaid::NoSpread);
        }
        let n_group = (GROUP * totals.len() as f64).round().max(1.0);
        let lowered: Vec<f64> = totals.iter().map(|total| -total).collect();
        Ok((share_of_top(&totals, &own, n_group) - share_of_top(&lowered, &own, n_group)) / n_group)
    }

    /// Kuder–Richardson formula 20 (1937): `k/(k−1) · (1 − Σpq/σ²)`, with the variance over all participants (÷ n), as that
    /// of an item is p·q.
    pub fn kr20(self) -> Said {
        let p: Vec<f64> = (0..self.n_items()).map(|item| mean(&self.column(item))).collect();
        self.consistency(p.iter().map(|p| p * (1.0 - p)).sum())
    }

    /// Cronbach's alpha (1951): the same with the items' variances, for answers that can be right in part.
    pub fn alpha(self) -> Said {
        self.consistency((0..self.n_items()).map(|item| variance(&self.column(item))).sum())
    }

    fn consistency(self, of_items: f64) -> Said {
        self.enough()?;
        let k = self.n_items() as f64;
        if k < 2.0 {
            return Err(Unsaid::TooFewItems);
        }
        match variance(&self.totals()) {
            0.0 => Err(Unsaid::NoSpread),
            of_totals => Ok(k / (k - 1.0) * (1.0 - of_items / of_totals)),
        }
    }
}

/// Normalised gain of a class (Hake 1998): what was gained of what could be gained, from mean percentages.
pub fn class_gain(pre: &[f64], post: &[f64]) -> Said {
    if pre.len() < MIN_PARTICIPANTS {
        return Err(Unsaid::TooFew);
    }
    gain(mean(pre), mean(post))
}

/// Mean of the single gains of those who had room to gain.
pub fn mean_gain(pre: &[f64], post: &[f64]) -> Said {
    if pre.len() < MIN_PARTICIPANTS {
        return Err(Unsaid::TooFew);
    }
    let single: Vec<f64> = pre.iter().zip(post).filter_map(|(pre, post)| gain(*pre, *post).ok()).collect();
    if single.is_empty() { Err(Unsaid::NoRoom) } else { Ok(mean(&single)) }
}

fn gain(pre: f64, post: f64) -> Said {
    if pre >= 100.0 { Err(Unsaid::NoRoom) } else { Ok((post - pre) / (100.0 - pre)) }
}

/// Mean; 0 of nothing.
pub fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

/// Variance over all (÷ n). Exactly 0 where all are equal.
pub fn variance(values: &[f64]) -> f64 {
    if values.iter().all(|value| Some(value) == values.first()) {
        return 0.0;
    }
    let mean = mean(values);
    values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64
}

fn correlation(one: &[f64], other: &[f64]) -> Said {
    let (a, b) = (mean(one), mean(other));
    let (va, vb) = (variance(one), variance(other));
    if va == 0.0 || vb == 0.0 {
        return Err(Unsaid::NoSpread);
    }
    let together: f64 = one.iter().zip(other).map(|(x, y)| (x - a) * (y - b)).sum::<f64>() / one.len() as f64;
    Ok(together / (va * vb).sqrt())
}

/// Sum of `own` among the `n_group` highest by `rank`; those at the border count in part.
fn share_of_top(rank: &[f64], own: &[f64], n_group: f64) -> f64 {
    let mut sorted = rank.to_vec();
    sorted.order_by(|a, b| b.total_cmp(a));
    let border = sorted[(n_group as usize).min(sorted.len()) - 1];
    let above = rank.iter().filter(|value| **value > border).count() as f64;
    let at = rank.iter().filter(|value| **value == border).count() as f64;
    let part = (n_group - above) / at;
    rank.iter()
        .zip(own)
        .map(|(value, own)| own * if *value > border { 1.0 } else { f64::from(u8::from(*value == border)) * part })
        .sum()
}
