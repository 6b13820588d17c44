//! How far chance alone may carry shares of small numbers, at 95%: Wilson's interval of a share (Wilson 1927), and Newcombe's
//! of a difference of two (Newcombe 1998, method 10), which is made of the two Wilson intervals.

use crate::analyse::intervals;

/// The interval of `n` out of `of`, as parts of 1; nothing of nobody.
pub fn share(n: f64, of: f64) -> Option<(f64, f64)> {
    if of <= 0.0 || !(0.0..=of).contains(&n) {
        return None;
    }
    intervals::share(n as u32, of as u32).map(|interval| (interval.low, interval.high))
}

/// The interval of the second share less the first.
pub fn difference(first: (f64, f64), second: (f64, f64)) -> Option<(f64, f64)> {
    let ((low_1, high_1), (low_2, high_2)) = (share(first.0, first.1)?, share(second.0, second.1)?);
    let (p_1, p_2) = (first.0 / first.1, second.0 / second.1);
    let middle = p_2 - p_1;
    let below = ((p_2 - low_2).powi(2) + (high_1 - p_1).powi(2)).sqrt();
    let above = ((high_2 - p_2).powi(2) + (p_1 - low_1).powi(2)).sqrt();
    Some((middle - below, middle + above))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_those_that_were_published() {
        let close = |found: (f64, f64), low: f64, high: f64| {
            assert!((found.0 - low).abs() < 5e-5 && (found.1 - high).abs() < 5e-5, "{found:?} {low} {high}");
        };
        // Newcombe 1998: 81 of 263, 15 of 148, 0 of 20, 1 of 29 by Wilson without correction.
        close(share(81.0, 263.0).unwrap(), 0.2553, 0.3662);
        close(share(15.0, 148.0).unwrap(), 0.0624, 0.1605);
        close(share(0.0, 20.0).unwrap(), 0.0, 0.1611);
        close(share(1.0, 29.0).unwrap(), 0.0061, 0.1718);
        // Newcombe 1998: 56/70 less 48/80, and 9/10 less 3/10, by method 10.
        close(difference((48.0, 80.0), (56.0, 70.0)).unwrap(), 0.0524, 0.3339);
        close(difference((3.0, 10.0), (9.0, 10.0)).unwrap(), 0.1705, 0.8090);
        assert_eq!(share(0.0, 0.0), None);
        assert_eq!(share(3.0, 2.0), None);
    }
}
