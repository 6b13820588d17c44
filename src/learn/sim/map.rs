//! A schematic map of the village: a tile for each RT, a dot in it for each resident or family.

use super::pen::{Pen, REST, TWO};
use crate::lang::{Lang, learn_pieces as words};
use crate::learn::village::Place;

/// Numbers of RT among what can be picked begin here.
pub(super) const RT: u32 = 1_000_000;

/// A dot: the number of its RT, and whether it is marked.
pub(super) type Dot = (u8, bool);

const DOT: f64 = 4.0;
const STEP: f64 = 5.6;
const HEAD: f64 = 22.0;

/// The RT that a pick means.
pub(super) fn picked(pick: u32, places: &[Place]) -> Option<u8> {
    let place = pick.checked_sub(RT)?;
    (1..=places.len() as u32).contains(&place).then_some(place as u8)
}

/// Draws the map from `top` on, with the RT of this number framed; gives its lower edge.
pub(super) fn draw(
    pen: &mut Pen,
    (top, width): (f64, f64),
    lang: Lang,
    places: &[Place],
    dots: &[Dot],
    on: Option<u8>,
) -> f64 {
    let of = |place: usize| dots.iter().filter(move |(at, _)| usize::from(*at) == place);
    // Whose RT is not told stands last.
    let mut order: Vec<usize> = (1..=places.len()).collect();
    if of(0).next().is_some() {
        order.push(0);
    }
    let across = ((width / 110.0) as usize).clamp(1, order.len().max(1));
    let wide = width / across as f64 - 6.0;
    let in_row = ((wide - 10.0) / STEP).max(1.0) as usize;
    let mut y = top;
    for row in order.chunks(across) {
        let most = row.iter().map(|place| of(*place).count()).max().unwrap_or(0);
        let tall = HEAD + most.div_ceil(in_row) as f64 * STEP + 6.0;
        for (at, place) in row.iter().enumerate() {
            let x = at as f64 * (wide + 6.0) + 1.5;
            pen.pick((x, y, wide, tall), "var(--sunken)", RT as usize + place, on == Some(*place as u8));
            let name = match place.checked_sub(1).and_then(|at| places.get(at)) {
                Some(place) => format!("D{} · {}", place.dusun, place.name),
                None => words::rt_not_told(lang).to_owned(),
            };
            pen.label(x + 6.0, y + 15.0, &name);
            let corner = |at: usize| (x + 5.0 + (at % in_row) as f64 * STEP, y + HEAD + (at / in_row) as f64 * STEP);
            let spots = |marked: bool| {
                of(*place).enumerate().filter(move |(_, (_, on))| *on == marked).map(move |(at, _)| corner(at))
            };
            pen.tiles(spots(false), DOT, REST);
            pen.tiles(spots(true), DOT, TWO);
        }
        y += tall + 6.0;
    }
    y
}
