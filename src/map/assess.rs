//! What is odd in a shape from a file, and what was put right: rings that were open, that cross themselves, with too many
//! corners, coordinates in the wrong order, shapes that lie somewhere else.

use super::ground::{Ground, Place, metres_between};
use super::read::{Feature, Form};
use super::ring::{closed, crosses_at, km2};
use super::simplify::{MOST_CORNERS, simplified};

/// Shapes whose middle is further from the others than this are asked about, in metres. A village is some kilometres wide.
pub const ELSEWHERE_M: f64 = 30_000.0;
/// Ends of an open ring further apart than this are told with their gap, in metres.
pub const GAP_M: f64 = 30.0;

/// Something to tell about a shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// A ring was not closed; it is now. The gap in metres.
    Closed(f64),
    /// Corners before, corners now, and how far the new line is from the old at most, in metres.
    Simplified(usize, usize, f64),
    /// The ring crosses itself here.
    CrossesItself(Place),
    /// The middle lies so many metres from the others.
    Elsewhere(f64),
    /// Outside Indonesia.
    Outside,
    /// Fewer than three corners: no area.
    TooFewCorners,
}

/// A shape as it could be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessed {
    /// What it is on the ground now; rings closed, without the first corner said again.
    pub form: Form,
    /// What there is to tell.
    pub remarks: Vec<Remark>,
    /// Area in km²; 0 for lines and points.
    pub km2: f64,
    /// Nothing speaks against it.
    pub fit: bool,
}

/// Latitude stands before longitude in this file: no place lies in Indonesia as it is, most would after a swap.
pub fn are_swapped(features: &[Feature]) -> bool {
    let places = || features.iter().flat_map(|one| one.form.places());
    let n = places().count();
    let there = places().filter(Place::in_indonesia).count();
    there == 0 && places().filter(|place| place.swapped().in_indonesia()).count() * 2 > n
}

/// The form with longitude and latitude changed about.
pub fn turned(form: &Form) -> Form {
    let line = |line: &Vec<Place>| line.iter().map(Place::swapped).collect::<Vec<_>>();
    match form {
        Form::Area(rings) => Form::Area(rings.iter().map(line).collect()),
        Form::Line(places) => Form::Line(line(places)),
        Form::Point(place) => Form::Point(place.swapped()),
    }
}

/// The middle of a form's places.
pub fn middle(form: &Form) -> Option<Place> {
    super::ground::bounds(form.places())
        .map(|[west, south, east, north]| Place { lng: (west + east) / 2.0, lat: (south + north) / 2.0 })
}

/// The middle one of places, by longitude and latitude apart: a few far ones do not move it.
pub fn median_place(places: impl Iterator<Item = Place>) -> Option<Place> {
    let (mut lngs, mut lats): (Vec<f64>, Vec<f64>) = places.map(|place| (place.lng, place.lat)).unzip();
    lngs.sort_by(f64::total_cmp);
    lats.sort_by(f64::total_cmp);
    Some(Place { lng: *lngs.get(lngs.len() / 2)?, lat: *lats.get(lats.len() / 2)? })
}

/// The form as an area: what a walk around it leaves open is closed.
pub fn as_area(form: &Form) -> Form {
    match form {
        Form::Line(line) if line.len() > 2 => Form::Area(vec![line.clone()]),
        other => other.clone(),
    }
}

/// Closes, simplifies and judges a form; `others` is the middle of what it should lie near.
pub fn assess(form: &Form, others: Option<Place>) -> Assessed {
    let mut remarks = Vec::new();
    let mut fit = true;
    let form = match form {
        Form::Area(rings) => {
            Form::Area(rings.iter().filter_map(|ring| self::ring(ring, &mut remarks, &mut fit)).collect())
        }
        Form::Line(line) => Form::Line(self::line(line, false, &mut remarks)),
        Form::Point(place) => Form::Point(*place),
    };
    if matches!(&form, Form::Area(rings) if rings.is_empty()) {
        remarks.push(Remark::TooFewCorners);
        fit = false;
    }
    if let Some(middle) = middle(&form) {
        let far = others.map_or(0.0, |others| metres_between(middle, others));
        if !middle.in_indonesia() {
            remarks.push(Remark::Outside);
            fit = false;
        } else if far > ELSEWHERE_M {
            remarks.push(Remark::Elsewhere(far));
            fit = false;
        }
    }
    let km2 = if let Form::Area(rings) = &form { km2(rings) } else { 0.0 };
    Assessed { form, remarks, km2, fit }
}

fn ring(corners: &[Place], remarks: &mut Vec<Remark>, fit: &mut bool) -> Option<Vec<Place>> {
    let (ring, was_open) = closed(corners.to_vec());
    if ring.len() < 3 {
        return None;
    }
    if was_open {
        let gap = ring.first().zip(ring.last()).map_or(0.0, |(a, b)| metres_between(*a, *b));
        remarks.push(Remark::Closed(gap));
    }
    let ring = line(&ring, true, remarks);
    let ground = Ground::of(ring.iter().copied())?;
    if let Some(spot) = crosses_at(&ground.flat_ring(&ring)) {
        remarks.push(Remark::CrossesItself(ground.place(spot)));
        *fit = false;
    }
    Some(ring)
}

fn line(places: &[Place], is_ring: bool, remarks: &mut Vec<Remark>) -> Vec<Place> {
    match simplified(places, MOST_CORNERS, is_ring) {
        Some(simple) => {
            remarks.push(Remark::Simplified(places.len(), simple.line.len(), simple.within_m));
            simple.line
        }
        None => places.to_vec(),
    }
}
