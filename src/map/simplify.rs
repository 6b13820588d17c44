//! Lines with fewer corners that run nearly where the old ones ran (Douglas and Peucker 1973): no corner that is left out
//! lies further than a tolerance from the new line.

use super::ground::{Ground, Place};
use super::ring::{Spot, crosses_at};

/// More corners than this are too many for a shape.
pub const MOST_CORNERS: usize = 1_500;
/// The first tolerance tried, in metres; it doubles until the corners are few enough.
const FIRST_M: f64 = 0.5;

/// A simplified line with the tolerance that it took, in metres.
#[derive(Clone, Debug, PartialEq)]
pub struct Simplified {
    /// The line or ring.
    pub line: Vec<Place>,
    /// No corner left out lies further away than this.
    pub within_m: f64,
}

/// The line with at most `most` corners; nothing where it has no more. A ring that was clean stays clean.
pub fn simplified(line: &[Place], most: usize, is_ring: bool) -> Option<Simplified> {
    if line.len() <= most {
        return None;
    }
    let ground = Ground::of(line.iter().copied())?;
    let mut flat = ground.flat_ring(line);
    if is_ring {
        flat.push(flat[0]);
    }
    let was_clean = is_ring && crosses_at(&flat[..line.len()]).is_none();
    let mut within_m = FIRST_M;
    loop {
        let mut kept = kept(&flat, within_m);
        if is_ring {
            kept.pop();
        }
        if kept.len() <= most || kept.len() <= 4 {
            let clean = |at: &[usize]| crosses_at(&at.iter().map(|at| flat[*at]).collect::<Vec<_>>()).is_none();
            // Where fewer corners make it cross itself, half the tolerance and more corners are the lesser evil.
            while was_clean && !clean(&kept) && within_m > 0.01 {
                within_m /= 2.0;
                kept = self::kept(&flat, within_m);
                kept.pop();
            }
            let line = kept.into_iter().map(|at| line[at]).collect();
            return Some(Simplified { line, within_m });
        }
        within_m *= 2.0;
    }
}

/// Places of the corners that stay.
fn kept(line: &[Spot], within: f64) -> Vec<usize> {
    let last = line.len() - 1;
    let mut stays = vec![false; line.len()];
    (stays[0], stays[last]) = (true, true);
    let mut parts = vec![(0, last)];
    while let Some((from, to)) = parts.pop() {
        let far = (from + 1..to).map(|at| (at, off(line[at], line[from], line[to]))).max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((at, off)) = far
            && off > within
        {
            stays[at] = true;
            parts.extend([(from, at), (at, to)]);
        }
    }
    (0..line.len()).filter(|at| stays[*at]).collect()
}

/// How far a spot lies from a side.
pub fn off(spot: Spot, from: Spot, to: Spot) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = dx * dx + dy * dy;
    let part = if long == 0.0 { 0.0 } else { ((spot.0 - from.0) * dx + (spot.1 - from.1) * dy) / long };
    let part = part.clamp(0.0, 1.0);
    (spot.0 - from.0 - part * dx).hypot(spot.1 - from.1 - part * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circle(n: usize, wave: f64) -> Vec<Place> {
        let ground = Ground::around(Place { lng: 114.0, lat: -3.0 });
        let spot = |at: usize| {
            let angle = at as f64 / n as f64 * std::f64::consts::TAU;
            let radius = 1_000.0 + wave * (angle * 40.0).sin();
            ground.place((radius * angle.cos(), radius * angle.sin()))
        };
        (0..n).map(spot).collect()
    }

    #[test]
    fn few_corners_stay_as_they_are() {
        assert_eq!(simplified(&circle(100, 0.0), 100, true), None);
    }

    #[test]
    fn no_corner_left_out_is_further_off_than_is_said() {
        for (n, wave) in [(5_000, 0.0), (20_000, 60.0)] {
            let ring = circle(n, wave);
            let simple = simplified(&ring, 300, true).unwrap();
            assert!(simple.line.len() <= 300 && simple.line.len() > 20, "{}", simple.line.len());
            let ground = Ground::of(ring.iter().copied()).unwrap();
            let line = ground.flat_ring(&simple.line);
            let sides: Vec<_> = line.iter().zip(line.iter().cycle().skip(1)).collect();
            let worst = ring.iter().map(|place| {
                let spot = ground.flat(*place);
                sides.iter().map(|(a, b)| off(spot, **a, **b)).fold(f64::MAX, f64::min)
            });
            let worst = worst.fold(0.0, f64::max);
            assert!(worst <= simple.within_m * 1.001 + 0.001, "{worst} {}", simple.within_m);
            assert_eq!(crosses_at(&line), None);
        }
    }
}
