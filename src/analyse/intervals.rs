//! How far chance alone may carry a figure of a small place: 95% intervals of counts (exact Poisson) and of shares (Wilson).
//! Sources: Garwood 1936 for the count of a Poisson law; Wilson 1927; Dobson, Kuulasmaa, Eberle and Scherer 1991 for weighted
//! sums of counts, such as a total fertility rate. Everyone in a register is counted, none is sampled: the interval says what
//! other years of the same village could as well have shown.

use serde::{Deserialize, Serialize};

/// The 97.5% point of the normal law.
const Z: f64 = 1.959_963_984_540_054;
/// What lies outside at each end.
const TAIL: f64 = 0.025;

/// From `low` to `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// In another unit.
    pub fn times(self, factor: f64) -> Interval {
        Interval { low: self.low * factor, high: self.high * factor }
    }
}

/// The exact interval of a count of independent events.
pub fn count(n: u32) -> Interval {
    let n = f64::from(n);
    let low = if n == 0.0 { 0.0 } else { between(0.0, n, |mean| at_least(n, mean) < TAIL) };
    Interval { low, high: between(n, n + 10.0 + 8.0 * (n + 1.0).sqrt(), |mean| at_most(n, mean) > TAIL) }
}

/// The interval of a share, as a part of 1; nothing where nobody is counted.
pub fn share(numerator: u32, denominator: u32) -> Option<Interval> {
    if denominator == 0 || numerator > denominator {
        return None;
    }
    let (x, n) = (f64::from(numerator), f64::from(denominator));
    let (p, zz) = (x / n, Z * Z);
    let middle = (p + zz / (2.0 * n)) / (1.0 + zz / n);
    let half = Z / (1.0 + zz / n) * (p * (1.0 - p) / n + zz / (4.0 * n * n)).sqrt();
    Some(Interval { low: (middle - half).max(0.0), high: (middle + half).min(1.0) })
}

/// The interval of a sum of counts, each with its weight.
pub fn weighted_sum(parts: &[(u32, f64)]) -> Interval {
    let n: u32 = parts.iter().map(|(n, _)| n).sum();
    let sum: f64 = parts.iter().map(|(n, weight)| f64::from(*n) * weight).sum();
    let variance: f64 = parts.iter().map(|(n, weight)| f64::from(*n) * weight * weight).sum();
    if n == 0 {
        let largest = parts.iter().map(|(_, weight)| *weight).fold(0.0, f64::max);
        return count(0).times(largest);
    }
    let (of_count, scale) = (count(n), (variance / f64::from(n)).sqrt());
    let n = f64::from(n);
    Interval { low: (sum + scale * (of_count.low - n)).max(0.0), high: sum + scale * (of_count.high - n) }
}

/// The interval of what came less what went.
pub fn difference(came: u32, went: u32) -> Interval {
    let (middle, half) = (f64::from(came) - f64::from(went), Z * (f64::from(came) + f64::from(went)).sqrt());
    Interval { low: middle - half, high: middle + half }
}

/// Where `below` turns from true to false.
fn between(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..80 {
        let middle = (low + high) / 2.0;
        if below(middle) { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// Chance of exactly `n` events where `mean` are expected.
fn exactly(n: f64, mean: f64) -> f64 {
    if mean <= 0.0 { f64::from(n == 0.0) } else { (n * mean.ln() - mean - ln_factorial(n)).exp() }
}

/// Chance of `n` events or fewer, for means of at least `n`.
fn at_most(n: f64, mean: f64) -> f64 {
    let (mut term, mut sum, mut k) = (1.0, 1.0, n);
    while k > 0.0 && term > sum * 1e-16 {
        term *= k / mean;
        sum += term;
        k -= 1.0;
    }
    exactly(n, mean) * sum
}

/// Chance of `n` events or more, for means of at most `n`.
fn at_least(n: f64, mean: f64) -> f64 {
    let (mut term, mut sum, mut k) = (1.0, 1.0, n);
    while term > sum * 1e-16 {
        k += 1.0;
        term *= mean / k;
        sum += term;
    }
    exactly(n, mean) * sum
}

/// ln n!, by Stirling's series from 20 on.
fn ln_factorial(n: f64) -> f64 {
    if n < 20.0 {
        return (2..=n as u32).map(|k| f64::from(k).ln()).sum();
    }
    let x = n + 1.0;
    (x - 0.5) * x.ln() - x + 0.918_938_533_204_672_7 + 1.0 / (12.0 * x) - 1.0 / (360.0 * x.powi(3))
        + 1.0 / (1_260.0 * x.powi(5))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked out with SciPy 1.17: chi2.ppf(0.025, 2n) / 2 and chi2.ppf(0.975, 2n + 2) / 2.
    #[test]
    fn counts_have_their_exact_interval() {
        for (n, low, high) in [
            (0, 0.000000000, 3.688879454),
            (1, 0.025317808, 5.571643391),
            (2, 0.242209279, 7.224687668),
            (3, 0.618672123, 8.767273070),
            (5, 1.623486390, 11.668332079),
            (10, 4.795388696, 18.390356042),
            (17, 9.903126470, 27.218646816),
            (19, 11.439241164, 29.670853572),
            (20, 12.216519585, 30.888377903),
            (21, 12.999330984, 32.100730735),
            (50, 37.110963737, 65.918766664),
            (100, 81.363991251, 121.626793792),
            (365, 328.510902785, 404.434301892),
            (1_000, 938.973018408, 1063.952136016),
            (10_000, 9804.952467260, 10197.951624661),
            (60_000, 59520.856686199, 60482.041618161),
        ] {
            let found = count(n);
            assert!((found.low - low).abs() < 1e-7 * (1.0 + low), "{n}: {found:?}, wanted {low}");
            assert!((found.high - high).abs() < 1e-7 * (1.0 + high), "{n}: {found:?}, wanted {high}");
        }
    }

    /// Worked out with SciPy 1.17: binomtest(x, n).proportion_ci(method="wilson").
    #[test]
    fn shares_have_wilsons_interval() {
        for (x, n, low, high) in [
            (0, 10, 0.000000000, 0.277532800),
            (1, 10, 0.017876213, 0.404150027),
            (10, 10, 0.722467200, 1.000000000),
            (0, 1, 0.000000000, 0.793450686),
            (7, 12, 0.319511313, 0.806739686),
            (104, 170, 0.536807450, 0.681782524),
            (3, 900, 0.001134268, 0.009754211),
            (9_999, 10_000, 0.999433731, 0.999982347),
        ] {
            let found = share(x, n).unwrap();
            assert!((found.low - low).abs() < 1e-8 && (found.high - high).abs() < 1e-8, "{x} of {n}: {found:?}");
        }
        assert_eq!((share(0, 0), share(3, 2)), (None, None));
    }

    /// Dobson's formula over SciPy's quantiles; births by mother's age over women of that age.
    #[test]
    fn weighted_sums_have_dobsons_interval() {
        let parts = [(3, 210.0), (12, 200.0), (15, 190.0), (9, 180.0), (4, 150.0), (1, 120.0), (0, 110.0)];
        let found = weighted_sum(&parts.map(|(n, women)| (n, 5.0 / women)));
        assert!((found.low - 0.863156332).abs() < 1e-7 && (found.high - 1.602022874).abs() < 1e-7, "{found:?}");
        let same = weighted_sum(&[(7, 2.0), (5, 2.0)]);
        assert!((same.low - 2.0 * count(12).low).abs() < 1e-9 && (same.high - 2.0 * count(12).high).abs() < 1e-9);
        assert_eq!(weighted_sum(&[(0, 3.0)]).low, 0.0);
    }

    #[test]
    fn a_difference_lies_in_the_middle() {
        let found = difference(40, 24);
        assert!((found.low + found.high - 32.0).abs() < 1e-9 && (found.high - 31.679711876).abs() < 1e-7);
    }
}
