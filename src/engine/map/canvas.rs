//! The sheet on which areas are drawn by hand, and papers made of what was drawn.

use super::super::core::{Engine, Handle};
use super::super::error::EngineError;
use super::super::ports::Ports;
use super::super::protocol::*;
use super::{Kept, houses, size_words};
use crate::base::set_of;
use crate::lang::{Lang, map as words, number, place as place_words};
use crate::map::assess::median_place;
use crate::map::ground::{Ground, bounds, metres_between};
use crate::map::paper::{Point, Shape, Wrong};
use crate::map::ring::closed;

/// The middle of a sheet that lies nowhere: on the equator, where a degree is alike both ways.
const NOWHERE: Place = Place { lng: 118.0, lat: 0.0 };
/// Houses further from the middle one than this do not widen the sheet, in metres.
const FAR_M: f64 = 15_000.0;
/// Houses are thinned out to so many places across the sheet.
const PLACES_ACROSS: f64 = 90.0;
/// The sheet of a village of unknown size, in metres across.
const USUAL_M: f64 = 2_000.0;

/// Latitude and longitude as people copy them: `-2.98, 114.76` or `-2,98 114,76`.
pub(super) fn typed_place(text: &str) -> Option<Place> {
    let text = text.trim().replace([';', '°'], " ");
    let words = text.split_whitespace().map(|part| part.trim_matches(',')).filter(|part| !part.is_empty());
    let mut parts: Vec<String> = words.map(|part| part.replace(',', ".")).collect();
    if parts.len() != 2 {
        parts = text.replace(char::is_whitespace, "").split(',').map(str::to_owned).collect();
    }
    let [lat, lng] = parts.as_slice() else { return None };
    let place = Place { lat: lat.parse().ok()?, lng: lng.parse().ok()? };
    [place, place.swapped()].into_iter().find(Place::in_indonesia)
}

impl<P: Ports> Handle<MapCanvas> for Engine<P> {
    async fn handle(&mut self, request: MapCanvas) -> Result<CanvasView, EngineError> {
        let register = &self.register;
        let kept = Kept::of(register).of_one_kind();
        let near = median_place(houses(register));
        let homes: Vec<Place> = match near {
            Some(near) if !kept.is_sketch() => {
                houses(register).filter(|house| metres_between(*house, near) < FAR_M).collect()
            }
            _ => Vec::new(),
        };
        let across = register.profile.area_km2.get().map_or(USUAL_M, |km2| (km2.clamp(0.01, 2_000.0) * 1e6).sqrt());
        let all = || kept.places().chain(homes.iter().copied());
        let (middle, mut size, sketch) = match bounds(all()) {
            Some([west, south, east, north]) => {
                let middle = Place { lng: (west + east) / 2.0, lat: (south + north) / 2.0 };
                let (x, y) = Ground::around(middle).flat(Place { lng: east, lat: south });
                (middle, (x * 2.6, y * 2.6), kept.is_sketch())
            }
            None if request.start.trim().is_empty() => (NOWHERE, (across * 1.4, across * 1.4), true),
            None => {
                let bad = || EngineError::File(words::bad_start(self.lang).to_owned());
                (typed_place(&request.start).ok_or_else(bad)?, (across * 1.4, across * 1.4), false)
            }
        };
        // Houses show where the village lies; where only a first shape does, the others need room around it.
        let least = if homes.is_empty() { across * 0.8 } else { 400.0 };
        size = (size.0.max(least), size.1.max(least));
        let ground = Ground::around(middle);
        let step = size.0.max(size.1) / PLACES_ACROSS;
        let flat = homes.iter().map(|home| ground.flat(*home));
        let seen = set_of(flat.map(|(x, y)| ((x / step).round() as i32, (y / step).round() as i32)));
        let east = ground.place((1.0, 0.0)).lng - middle.lng;
        let north = ground.place((0.0, -1.0)).lat - middle.lat;
        Ok(CanvasView {
            middle,
            degrees: (east, north),
            size,
            shapes: kept
                .shapes
                .iter()
                .map(|(_, title, shape)| CanvasShape {
                    title: title.clone(),
                    line: shape.stands == Stands::Line,
                    rings: shape.rings.iter().map(|ring| ground.flat_ring(ring)).collect(),
                })
                .collect(),
            houses: seen.into_iter().map(|(x, y)| (f64::from(x) * step, f64::from(y) * step)).collect(),
            points: kept.points.iter().map(|(_, name, point)| (name.clone(), ground.flat(point.place))).collect(),
            sketch,
        })
    }
}

fn wrong_words(lang: Lang, wrong: Wrong) -> String {
    match wrong {
        Wrong::TooFewCorners => words::too_few_corners(lang).to_owned(),
        Wrong::CrossesItself(place) => words::crosses(lang, place_text(lang, place)),
        Wrong::NoArea => words::no_area(lang).to_owned(),
        Wrong::NotOnEarth => words::not_on_earth(lang).to_owned(),
        Wrong::Name => words::no_name(lang, crate::map::paper::MAX_NAME),
    }
}

/// `−2,98123, 114,76012`.
pub(super) fn place_text(lang: Lang, place: Place) -> String {
    format!("{} · {}", number::decimal(lang, place.lat, 5), number::decimal(lang, place.lng, 5))
}

impl<P: Ports> Handle<CheckShape> for Engine<P> {
    async fn handle(&mut self, request: CheckShape) -> Result<MapPaper, EngineError> {
        let lang = self.lang;
        let CheckShape { stands, area, name, mut rings, sketch, source } = request;
        if stands != Stands::Line {
            rings = rings.into_iter().map(|ring| closed(ring).0).collect();
        }
        let shape = Shape { stands, sketch, source, ..Shape::of_area(&area, rings) };
        let named = stands != Stands::Line || (1..=crate::map::paper::MAX_NAME).contains(&name.trim().chars().count());
        let checked = if named { shape.check() } else { Err(Wrong::Name) };
        let title = match stands {
            Stands::Area => place_words::place(lang, &area),
            Stands::Village => words::border(lang).to_owned(),
            Stands::Line => name.trim().to_owned(),
        };
        let body =
            serde_json::to_string(&shape).map_err(|_| EngineError::File(words::not_on_earth(lang).to_owned()))?;
        Ok(MapPaper {
            kind: SHAPES.to_owned(),
            key: shape.key(&name),
            about: size_words(lang, &shape),
            problem: checked.err().map_or(String::new(), |wrong| wrong_words(lang, wrong)),
            title,
            body,
        })
    }
}

impl<P: Ports> Handle<CheckPoint> for Engine<P> {
    async fn handle(&mut self, request: CheckPoint) -> Result<MapPaper, EngineError> {
        let lang = self.lang;
        let CheckPoint { name, sign, place, sketch } = request;
        let point = Point { sign, place, sketch };
        let body =
            serde_json::to_string(&point).map_err(|_| EngineError::File(words::not_on_earth(lang).to_owned()))?;
        Ok(MapPaper {
            kind: POINTS.to_owned(),
            key: name.trim().to_lowercase(),
            title: name.trim().to_owned(),
            about: if sketch { String::new() } else { place_text(lang, place) },
            problem: point.check(&name).err().map_or(String::new(), |wrong| wrong_words(lang, wrong)),
            body,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_as_people_copy_them() {
        let place = Place { lng: 114.76, lat: -2.98 };
        for text in [
            "-2.98, 114.76",
            "-2,98 114,76",
            "-2.98 114.76",
            " -2,98; 114,76 ",
            "-2.98,114.76",
            "114.76 -2.98",
            "-2,98°, 114,76°",
        ] {
            assert_eq!(typed_place(text), Some(place), "{text}");
        }
        for text in ["", "Marabahan", "-2.98", "48.1, 2.3", "1 2 3"] {
            assert_eq!(typed_place(text), None, "{text}");
        }
    }
}
