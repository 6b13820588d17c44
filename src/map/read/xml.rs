//! KML (placemarks with polygons, lines and points) and GPX (waypoints, routes, tracks).

use super::{Feature, Form, Refusal};
use crate::map::ground::Place;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The features of a text.
pub(super) fn read(text: &str) -> Result<Vec<Feature>, Refusal> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().trim_text(false);
    let mut page = Page::default();
    let damaged = |reader: &Reader<&[u8]>| {
        let upto = (reader.buffer_position() as usize).min(text.len());
        Refusal::Damaged(text.as_bytes()[..upto].iter().filter(|byte| **byte == b'\n').count() as u32 + 1)
    };
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => page.open(&start),
            Ok(Event::Empty(start)) => {
                page.open(&start);
                page.close();
            }
            Ok(Event::End(_)) => page.close(),
            Ok(Event::Text(words)) => page.text.push_str(&words),
            Ok(Event::CData(words)) => page.text.push_str(&words),
            Ok(Event::GeneralRef(name)) => page.text.push_str(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                _ => " ",
            }),
            Ok(Event::Eof) if page.open.is_empty() => break,
            Ok(Event::Eof) | Err(_) if page.is_map => return Err(damaged(&reader)),
            Ok(Event::Eof) | Err(_) => return Err(Refusal::NotAMap),
            Ok(_) => {}
        }
        if page.found.len() > super::MAX_FEATURES || page.n_places > super::MAX_PLACES {
            return Err(Refusal::TooMany);
        }
    }
    if page.is_map { Ok(page.found) } else { Err(Refusal::NotAMap) }
}

/// What has been read so far.
#[derive(Default)]
struct Page {
    is_map: bool,
    n_places: usize,
    /// Names of the elements that are open, without their prefixes.
    open: Vec<String>,
    /// The text in the element that is open.
    text: String,
    /// The feature that is open: its name, its words.
    name: String,
    words: Vec<(String, String)>,
    /// The key of the word that is open.
    key: String,
    /// Rings of the polygon that is open, then of the placemark.
    rings: Vec<Vec<Place>>,
    others: Vec<Form>,
    /// Points of the track or route that is open.
    track: Vec<Place>,
    found: Vec<Feature>,
}

impl Page {
    fn open(&mut self, start: &BytesStart<'_>) {
        let name = start.local_name().as_ref().to_owned();
        let attribute = |wanted: &str| {
            let mut all = start.attributes().flatten();
            all.find(|one| one.key.as_ref() == wanted).map(|one| one.value.into_owned()).unwrap_or_default()
        };
        match name.as_str() {
            "kml" | "gpx" if self.open.is_empty() => self.is_map = true,
            "Placemark" | "wpt" | "trk" | "rte" => self.begin(),
            "Data" | "SimpleData" => self.key = attribute("name"),
            _ => {}
        }
        if matches!(name.as_str(), "wpt" | "trkpt" | "rtept") {
            let number = |wanted: &str| attribute(wanted).trim().parse::<f64>().ok().filter(|n| n.is_finite());
            if let (Some(lng), Some(lat)) = (number("lon"), number("lat")) {
                self.n_places += 1;
                self.track.push(Place { lng, lat });
            }
        }
        self.open.push(name);
        self.text.clear();
    }

    fn begin(&mut self) {
        self.name.clear();
        self.words.clear();
        self.rings.clear();
        self.others.clear();
        self.track.clear();
    }

    fn within(&self, name: &str) -> bool {
        self.open.iter().any(|open| open == name)
    }

    fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        let text = std::mem::take(&mut self.text);
        let above = self.open.last().map_or("", String::as_str);
        match name.as_str() {
            "name" if matches!(above, "Placemark" | "wpt" | "trk" | "rte") => self.name = text.trim().to_owned(),
            "value" if above == "Data" => self.word(&text),
            "SimpleData" => self.word(&text),
            "coordinates" => self.coordinates(&text),
            "trkseg" => {
                let line = std::mem::take(&mut self.track);
                self.others.push(Form::Line(line));
            }
            "wpt" => {
                if let Some(place) = self.track.pop() {
                    self.others.push(Form::Point(place));
                }
                self.end();
            }
            "rte" => {
                let line = std::mem::take(&mut self.track);
                self.others.push(Form::Line(line));
                self.end();
            }
            "trk" | "Placemark" => self.end(),
            _ => {}
        }
    }

    fn word(&mut self, text: &str) {
        if !self.key.is_empty() && !text.trim().is_empty() {
            self.words.push((std::mem::take(&mut self.key).to_lowercase(), text.trim().to_owned()));
        }
    }

    /// `lng,lat[,height]`, apart by white space; some programs put a space after the comma.
    fn coordinates(&mut self, text: &str) {
        let tight = text.split(',').map(str::trim).collect::<Vec<_>>().join(",");
        let line: Vec<Place> = tight
            .split_whitespace()
            .filter_map(|place| {
                let mut parts = place.split(',').map(|part| part.parse::<f64>().ok().filter(|n| n.is_finite()));
                Some(Place { lng: parts.next()??, lat: parts.next()?? })
            })
            .collect();
        self.n_places += line.len();
        if self.within("Polygon") {
            self.rings.push(line);
        } else if self.within("Point") {
            self.others.extend(line.first().map(|place| Form::Point(*place)));
        } else {
            self.others.push(Form::Line(line));
        }
    }

    fn end(&mut self) {
        let rings = std::mem::take(&mut self.rings);
        let areas = (!rings.is_empty()).then_some(Form::Area(rings));
        for form in areas.into_iter().chain(std::mem::take(&mut self.others)) {
            self.found.push(Feature { name: self.name.clone(), words: self.words.clone(), form });
        }
    }
}
