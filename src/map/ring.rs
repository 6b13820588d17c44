//! Rings of corners: area, inside and outside, where they cross themselves, where a label may stand. A ring is closed
//! without its first corner said again. Several rings together are read even-odd: a ring within a ring is a hole.

use super::ground::{Ground, Place};
use crate::base::Order as _;

/// A corner on flat ground, in metres.
pub type Spot = (f64, f64);

/// Twice the area on the left of the ring, in square metres; the sign tells which way it runs.
fn doubled(ring: &[Spot]) -> f64 {
    pairs(ring).map(|((ax, ay), (bx, by))| ax * by - bx * ay).sum()
}

/// Every side of a ring.
fn pairs(ring: &[Spot]) -> impl Iterator<Item = (Spot, Spot)> {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

/// True where the spot lies inside the rings, read even-odd.
pub fn inside(rings: &[Vec<Spot>], (x, y): Spot) -> bool {
    let crossed = rings
        .iter()
        .flat_map(|ring| pairs(ring))
        .filter(|((ax, ay), (bx, by))| (*ay > y) != (*by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax);
    crossed.count() % 2 == 1
}

/// Area of the rings in square metres; holes are taken off.
pub fn square_metres(rings: &[Vec<Spot>]) -> f64 {
    let sum = rings.iter().enumerate().map(|(at, ring)| {
        let Some(first) = ring.first() else { return 0.0 };
        let around = rings
            .iter()
            .enumerate()
            .filter(|(other, outer)| *other != at && inside(std::slice::from_ref(*outer), *first));
        let area = doubled(ring).abs() / 2.0;
        if around.count() % 2 == 0 { area } else { -area }
    });
    sum.sum()
}

/// Area of the rings in km².
pub fn km2(rings: &[Vec<Place>]) -> f64 {
    let Some(ground) = Ground::of(rings.iter().flatten().copied()) else { return 0.0 };
    let flat: Vec<Vec<Spot>> = rings.iter().map(|ring| ground.flat_ring(ring)).collect();
    square_metres(&flat) / 1e6
}

/// Where the ring first crosses or touches itself; nothing for a clean one. Sides are compared in the order of their
/// western ends, so that rings of tens of thousands of corners are quick.
pub fn crosses_at(ring: &[Spot]) -> Option<Spot> {
    let n = ring.len();
    let sides: Vec<(Spot, Spot)> = pairs(ring).collect();
    let mut order: Vec<usize> = (0..n).collect();
    let west = |side: usize| sides[side].0.0.min(sides[side].1.0);
    let east = |side: usize| sides[side].0.0.max(sides[side].1.0);
    order.order_by(|a, b| west(*a).total_cmp(&west(*b)));
    let mut open: Vec<usize> = Vec::new();
    for side in order {
        open.retain(|other| east(*other) >= west(side));
        for other in &open {
            let neighbours = side.abs_diff(*other) == 1 || side.abs_diff(*other) == n - 1;
            if !neighbours && let Some(spot) = meet(sides[side], sides[*other]) {
                return Some(spot);
            }
        }
        open.push(side);
    }
    None
}

/// Where two sides meet.
fn meet((a, b): (Spot, Spot), (c, d): (Spot, Spot)) -> Option<Spot> {
    let turn = |p: Spot, q: Spot, r: Spot| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    let (one, two, three, four) = (turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b));
    if one * two > 0.0 || three * four > 0.0 {
        return None;
    }
    let whole = one - two;
    if whole == 0.0 {
        // On one line: they meet where the boxes do.
        let apart = |a: f64, b: f64, c: f64, d: f64| a.max(b) < c.min(d) || c.max(d) < a.min(b);
        return (one == 0.0 && !apart(a.0, b.0, c.0, d.0) && !apart(a.1, b.1, c.1, d.1)).then_some(c);
    }
    let part = one / whole;
    Some((c.0 + part * (d.0 - c.0), c.1 + part * (d.1 - c.1)))
}

/// A spot inside the rings with much room around it, for a label: the middle of the widest of several cuts.
pub fn roomy_spot(rings: &[Vec<Spot>]) -> Option<Spot> {
    let ys = rings.iter().flatten().map(|(_, y)| *y);
    let (top, bottom) = ys.fold((f64::MAX, f64::MIN), |(top, bottom), y| (top.min(y), bottom.max(y)));
    let cuts = (1..16).map(|n| top + (bottom - top) * f64::from(n) / 16.0);
    let widest = cuts.flat_map(|y| cuts_at(rings, y).into_iter().map(move |(from, to)| (from, to, y)));
    // Of nearly equal cuts the one nearest to the middle.
    let weigh = |(from, to, y): &(f64, f64, f64)| {
        let off = ((y - (top + bottom) / 2.0) / (bottom - top).max(1e-9)).abs();
        (to - from) * (1.0 - off * 0.7)
    };
    let best = widest.max_by(|a, b| weigh(a).total_cmp(&weigh(b)));
    best.map(|(from, to, y)| ((from + to) / 2.0, y))
}

/// What of the level line lies inside the rings: from and to.
pub fn cuts_at(rings: &[Vec<Spot>], y: f64) -> Vec<(f64, f64)> {
    let sides = rings.iter().flat_map(|ring| pairs(ring));
    let mut met: Vec<f64> = sides
        .filter(|((_, ay), (_, by))| (*ay > y) != (*by > y))
        .map(|((ax, ay), (bx, by))| ax + (bx - ax) * (y - ay) / (by - ay))
        .collect();
    met.sort_by(f64::total_cmp);
    met.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

/// How far apart the first and last place are at most to be one corner, in metres.
const SAME_CORNER_M: f64 = 0.5;

/// A ring without the first corner said again and without corners said twice running; true where it had not been closed.
pub fn closed(corners: Vec<Place>) -> (Vec<Place>, bool) {
    let mut ring: Vec<Place> = Vec::with_capacity(corners.len());
    for place in corners {
        if ring.last() != Some(&place) {
            ring.push(place);
        }
    }
    let ends = ring.first().copied().zip(ring.last().copied());
    let same = ends.is_some_and(|(first, last)| super::ground::metres_between(first, last) <= SAME_CORNER_M);
    let was_closed = ring.len() > 1 && same;
    if was_closed {
        ring.pop();
    }
    (ring, !was_closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> Vec<Spot> {
        vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    }

    #[test]
    fn areas_are_those_of_known_squares() {
        assert_eq!(square_metres(&[square(0.0, 0.0, 1_000.0)]), 1e6);
        assert_eq!(square_metres(&[square(0.0, 0.0, 1_000.0), square(100.0, 100.0, 500.0)]), 750_000.0);
        assert_eq!(square_metres(&[square(0.0, 0.0, 10.0), square(50.0, 0.0, 10.0)]), 200.0);
        // A hundredth of a degree square at the equator: 1.11320 km × 1.10574 km.
        let ring = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01)];
        let ring: Vec<Place> = ring.iter().map(|(x, y)| Place { lng: 110.0 + x, lat: y - 0.005 }).collect();
        assert!((km2(&[ring]) - 1.23091).abs() < 0.0001);
    }

    #[test]
    fn what_crosses_itself_is_told_with_its_place() {
        let bow = [(0.0, 0.0), (10.0, 10.0), (10.0, 0.0), (0.0, 10.0)];
        assert_eq!(crosses_at(&bow), Some((5.0, 5.0)));
        assert_eq!(crosses_at(&square(0.0, 0.0, 5.0)), None);
        let spike = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (5.0, 0.0), (0.0, 10.0)];
        assert_eq!(crosses_at(&spike), Some((5.0, 0.0)));
        let folded =
            [(0.0, 0.0), (10.0, 0.0), (10.0, 5.0), (4.0, 5.0), (4.0, 0.0), (8.0, 0.0), (8.0, -3.0), (0.0, -3.0)];
        assert!(crosses_at(&folded).is_some());
    }

    #[test]
    fn crossings_are_those_of_comparing_every_pair() {
        let mut dice = crate::map::scatter::Dice::new(7);
        for _ in 0..200 {
            let ring: Vec<Spot> = (0..6).map(|_| (dice.next() * 10.0, dice.next() * 10.0)).collect();
            let sides: Vec<_> = pairs(&ring).collect();
            let slow = (0..6).any(|a| (a + 2..6).any(|b| (a, b) != (0, 5) && meet(sides[a], sides[b]).is_some()));
            assert_eq!(crosses_at(&ring).is_some(), slow, "{ring:?}");
        }
    }

    #[test]
    fn labels_stand_inside_also_where_the_middle_does_not() {
        let bent = vec![(0.0, 0.0), (100.0, 0.0), (100.0, 20.0), (20.0, 20.0), (20.0, 100.0), (0.0, 100.0)];
        let spot = roomy_spot(std::slice::from_ref(&bent)).unwrap();
        assert!(inside(std::slice::from_ref(&bent), spot), "{spot:?}");
        let ringed = [square(0.0, 0.0, 100.0), square(30.0, 30.0, 40.0)];
        assert!(inside(&ringed, roomy_spot(&ringed).unwrap()));
        assert!(!inside(&ringed, (50.0, 50.0)));
    }

    #[test]
    fn rings_are_closed_and_it_is_said() {
        let place = |lng: f64, lat: f64| Place { lng, lat };
        let corners = vec![place(0.0, 0.0), place(1.0, 0.0), place(1.0, 0.0), place(1.0, 1.0)];
        let open = closed(corners.clone());
        assert_eq!((open.0.len(), open.1), (3, true));
        let whole = closed(corners.into_iter().chain([place(0.0, 0.0)]).collect());
        assert_eq!((whole.0.len(), whole.1), (3, false));
    }
}
