//! Files of maps become features: GeoJSON, KML, KMZ and GPX, told apart by their bytes and never by their names. Reading
//! refuses what is no map, is cut short or too large; what is odd in a shape is the business of [`super::assess`].

mod geojson;
mod xml;

use super::ground::Place;
use crate::base::Order as _;
use std::io::Read;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20 << 20;
/// The most that the map in a KMZ may hold once unpacked, in bytes.
pub const MAX_UNPACKED_BYTES: u64 = 64 << 20;
/// The most corners and points of a file.
pub const MAX_PLACES: usize = 500_000;
/// The most features of a file.
pub const MAX_FEATURES: usize = 2_000;

/// What a feature is on the ground.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Rings read even-odd, as the file has them (often with the first corner said again).
    Area(Vec<Vec<Place>>),
    /// A line: a road, a river, a walk around an area.
    Line(Vec<Place>),
    /// A point.
    Point(Place),
}

impl Form {
    /// All its places.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        let (rings, line, point): (&[Vec<Place>], &[Place], Option<Place>) = match self {
            Form::Area(rings) => (rings, &[], None),
            Form::Line(line) => (&[], line, None),
            Form::Point(place) => (&[], &[], Some(*place)),
        };
        rings.iter().flatten().chain(line).copied().chain(point)
    }
}

/// A feature as the file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// What the file calls it; empty where it has no name.
    pub name: String,
    /// What else the file says of it, by key.
    pub words: Vec<(String, String)>,
    /// What it is on the ground.
    pub form: Form,
}

/// Why a file gives no map, by what the user can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No GeoJSON, KML, KMZ or GPX.
    NotAMap,
    /// A ZIP without a KML in it.
    NoMapInZip,
    /// Cut short or changed on its way: the line where reading stopped.
    Damaged(u32),
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// More than [`MAX_PLACES`] or [`MAX_FEATURES`].
    TooMany,
    /// A map with nothing on it.
    Empty,
    /// Metres instead of degrees.
    Metres,
}

/// The features of a file.
pub fn read(bytes: &[u8]) -> Result<Vec<Feature>, Refusal> {
    if bytes.len() > MAX_BYTES {
        return Err(Refusal::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return read_text(&unpacked(bytes)?);
    }
    read_text(bytes)
}

fn read_text(bytes: &[u8]) -> Result<Vec<Feature>, Refusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(Refusal::NotAMap);
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start();
    let features = match text.as_bytes().first() {
        Some(b'{') => geojson::read(text)?,
        Some(b'<') => xml::read(text)?,
        _ => return Err(Refusal::NotAMap),
    };
    check(features)
}

fn check(features: Vec<Feature>) -> Result<Vec<Feature>, Refusal> {
    let features: Vec<Feature> = features.into_iter().filter(|one| one.form.places().next().is_some()).collect();
    if features.is_empty() {
        return Err(Refusal::Empty);
    }
    let n_places: usize = features.iter().map(|one| one.form.places().count()).sum();
    if features.len() > MAX_FEATURES || n_places > MAX_PLACES {
        return Err(Refusal::TooMany);
    }
    // Degrees can be swapped, metres of a national grid cannot be told.
    if features.iter().flat_map(|one| one.form.places()).any(|place| place.lng.abs() > 180.0 || place.lat.abs() > 180.0)
    {
        return Err(Refusal::Metres);
    }
    Ok(features)
}

/// The first KML in a KMZ; `doc.kml` before others.
fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|_| Refusal::Damaged(0))?;
    let mut names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    names.retain(|name| name.to_ascii_lowercase().ends_with(".kml"));
    names.order_by_key(|name| (!name.eq_ignore_ascii_case("doc.kml"), name.clone()));
    let name = names.first().ok_or(Refusal::NoMapInZip)?;
    let file = archive.by_name(name).map_err(|_| Refusal::Damaged(0))?;
    let mut text = Vec::new();
    file.take(MAX_UNPACKED_BYTES + 1).read_to_end(&mut text).map_err(|_| Refusal::Damaged(0))?;
    if text.len() as u64 > MAX_UNPACKED_BYTES {
        return Err(Refusal::TooLarge);
    }
    Ok(text)
}
