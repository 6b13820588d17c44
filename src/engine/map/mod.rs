//! The village map behind the door: what of it is kept, and how register, figures and shapes meet.

mod canvas;
mod draw;
mod figures;
mod file;
mod land;

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use crate::analyse::indicators::Small;
use crate::analyse::indicators::wider::{self, Item, Read, items};
use crate::base::Order as _;
use crate::base::region::Area;
use crate::lang::{Lang, map as words, number, place as place_words};
use crate::map::ground::{Ground, metres_between};
use crate::map::names::{self, AreaLevel};
use crate::map::paper::{Point, Shape};
use crate::map::ring::km2;
use crate::register::Register;

/// What is kept of the map: papers that can be read, and titles of those that cannot.
#[derive(Default)]
struct Kept {
    /// Key, title, shape.
    shapes: Vec<(String, String, Shape)>,
    /// Key, name, point.
    points: Vec<(String, String, Point)>,
    damaged: Vec<String>,
}

impl Kept {
    fn of(register: &Register) -> Kept {
        let mut kept = Kept::default();
        for paper in register.papers(SHAPES) {
            let (key, title) = (paper.key.text().to_owned(), paper.title.text().to_owned());
            match Shape::read(paper.body.text()) {
                Some(shape) => kept.shapes.push((key, title, shape)),
                None => kept.damaged.push(title),
            }
        }
        for paper in register.papers(POINTS) {
            let (key, title) = (paper.key.text().to_owned(), paper.title.text().to_owned());
            match Point::read(paper.body.text()) {
                Some(point) => kept.points.push((key, title, point)),
                None => kept.damaged.push(title),
            }
        }
        kept
    }

    /// All shapes are sketches: nothing true of the earth is drawn.
    fn is_sketch(&self) -> bool {
        !self.shapes.is_empty() && self.shapes.iter().all(|(_, _, shape)| shape.sketch)
    }

    /// Without sketches where true shapes are there, without true points where all is a sketch.
    fn of_one_kind(mut self) -> Kept {
        let sketch = self.is_sketch();
        self.shapes.retain(|(_, _, shape)| shape.sketch == sketch);
        self.points.retain(|(_, _, point)| point.sketch == sketch);
        self
    }

    /// Every place that is drawn.
    fn places(&self) -> impl Iterator<Item = Place> {
        let shapes = self.shapes.iter().flat_map(|(_, _, shape)| shape.rings.iter().flatten().copied());
        shapes.chain(self.points.iter().map(|(_, _, point)| point.place))
    }
}

/// Where families live and what the profile lists.
fn places(register: &Register) -> Vec<Area> {
    let mut places = register.profile.listed_areas();
    places.extend(register.families().map(|family| family.area()));
    places.order_by_cached_key(Area::in_order);
    places.dedup();
    places
}

/// Where the houses stand, as far as it is known.
fn houses(register: &Register) -> impl Iterator<Item = Place> {
    register.families().filter_map(house)
}

fn house(family: &crate::register::Family) -> Option<Place> {
    let place = Place { lng: family.lng.get()?, lat: family.lat.get()? };
    place.on_earth().then_some(place)
}

/// `0,61 km²` or `3,2 km`, with the corners.
fn size_words(lang: Lang, shape: &Shape) -> String {
    let n = shape.rings.iter().map(Vec::len).sum::<usize>();
    let n = number::whole(lang, n as i64);
    if shape.stands == Stands::Line {
        let line = shape.rings.first().map_or(&[][..], Vec::as_slice);
        let metres: f64 = line.windows(2).map(|pair| metres_between(pair[0], pair[1])).sum();
        return words::line_size(lang, number::decimal(lang, metres / 1_000.0, 2), n);
    }
    match shape.sketch {
        true => words::sketch_size(lang, n),
        false => words::area_size(lang, number::decimal(lang, km2(&shape.rings), 3), n),
    }
}

fn sign_words(lang: Lang, sign: Sign) -> &'static str {
    match sign {
        Sign::Office => words::sign_office(lang),
        Sign::School => words::sign_school(lang),
        Sign::Health => words::sign_health(lang),
        Sign::Worship => words::sign_worship(lang),
        Sign::Water => words::sign_water(lang),
        Sign::Market => words::sign_market(lang),
        Sign::Other => words::sign_other(lang),
    }
}

fn level_words(lang: Lang, level: AreaLevel) -> &'static str {
    match level {
        AreaLevel::Rt => words::rt(lang),
        AreaLevel::Rw => words::rw(lang),
        AreaLevel::Dusun => words::dusun(lang),
    }
}

/// Indicators that an area can have: no vital rates, which the whole village has alone, and no difference, which may be below
/// zero.
fn mapped(item: &Item) -> bool {
    match item.read {
        Read::Counts => item.entry.small != Small::Vital,
        Read::Ground(_) | Read::Parts(_) => item.by_area() && item.entry.id != "balance-residual",
        Read::Rate(..) | Read::Cannot(_) => false,
    }
}

/// The parts of an indicator that has several: key and words.
fn parts(item: &Item, lang: Lang) -> Vec<(String, String)> {
    match item.read {
        Read::Parts(read) => {
            read(&wider::Ground::empty(), lang).into_iter().map(|part| (part.key, part.label)).collect()
        }
        _ => Vec::new(),
    }
}

/// What can be mapped of an indicator: as it is asked for, and in words.
fn themes(item: &Item, lang: Lang) -> Vec<(String, String)> {
    let (id, name) = (item.entry.id, item.entry.name.in_lang(lang));
    match item.single() {
        true => vec![(id.to_owned(), name.to_owned())],
        false => {
            let part = |(key, label)| (format!("{id}/{key}"), format!("{name}: {label}"));
            parts(item, lang).into_iter().map(part).collect()
        }
    }
}

impl<P: Ports> Handle<MapSheet> for Engine<P> {
    async fn handle(&mut self, _: MapSheet) -> Result<SheetView, EngineError> {
        let (lang, register) = (self.lang, &self.register);
        let (kept, places) = (Kept::of(register), places(register));
        let area = |level| {
            let kept = &kept;
            names::areas(&places, level).into_iter().map(move |area| SheetArea {
                label: place_words::place(lang, &area),
                drawn: kept.shapes.iter().any(|(_, _, shape)| shape.is_of(&area)),
                level,
                area,
            })
        };
        let source = |shape: &Shape| match shape.source.as_str() {
            "" => words::drawn_here(lang).to_owned(),
            file => file.to_owned(),
        };
        Ok(SheetView {
            indicators: items().iter().filter(|item| mapped(item)).flat_map(|item| themes(item, lang)).collect(),
            areas: AreaLevel::ALL.into_iter().flat_map(area).collect(),
            shapes: kept
                .shapes
                .iter()
                .map(|(key, title, shape)| SheetShape {
                    key: key.clone(),
                    title: title.clone(),
                    about: format!("{} · {}", size_words(lang, shape), source(shape)),
                })
                .collect(),
            points: kept
                .points
                .iter()
                .map(|(key, name, point)| SheetPoint {
                    key: key.clone(),
                    name: name.clone(),
                    about: sign_words(lang, point.sign).to_owned(),
                })
                .collect(),
            houses: houses(register).count() as u32,
            families: register.n_families(),
            damaged: kept.damaged,
        })
    }
}

/// The ground of what is drawn and of the houses.
fn ground(kept: &Kept, houses: impl Iterator<Item = Place>) -> Option<Ground> {
    Ground::of(kept.places().chain(houses))
}
