//! GeoJSON (RFC 7946): a collection, a feature, or a bare geometry.

use super::{Feature, Form, Refusal};
use crate::map::ground::Place;
use serde_json::{Map, Value};

/// Keys that hold a feature's name, in the order of their claim.
const NAMES: [&str; 8] = ["name", "nama", "nama_wilayah", "label", "title", "judul", "nm", "keterangan"];
/// Geometries within geometries are followed so far.
const DEEPEST: u8 = 8;

/// The features of a text.
pub(super) fn read(text: &str) -> Result<Vec<Feature>, Refusal> {
    let value: Value = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => Refusal::NotAMap,
        _ => Refusal::Damaged(error.line() as u32),
    })?;
    let mut found = Vec::new();
    match kind(&value) {
        "FeatureCollection" => {
            for feature in value.get("features").and_then(Value::as_array).into_iter().flatten() {
                one(feature, &mut found);
            }
        }
        "Feature" => one(&value, &mut found),
        "" => return Err(Refusal::NotAMap),
        _ => geometry(&value, "", &[], DEEPEST, &mut found),
    }
    Ok(found)
}

fn kind(value: &Value) -> &str {
    value.get("type").and_then(Value::as_str).unwrap_or("")
}

fn one(feature: &Value, found: &mut Vec<Feature>) {
    let none = Map::new();
    let properties = feature.get("properties").and_then(Value::as_object).unwrap_or(&none);
    let words: Vec<(String, String)> = properties
        .iter()
        .filter_map(|(key, value)| {
            let text = match value {
                Value::String(text) => text.trim().to_owned(),
                Value::Number(number) => number.to_string(),
                _ => return None,
            };
            (!text.is_empty()).then(|| (key.to_lowercase(), text))
        })
        .collect();
    let named = NAMES.iter().find_map(|name| words.iter().find(|(key, _)| key == name));
    let name = named.map_or(String::new(), |(_, text)| text.clone());
    if let Some(shape) = feature.get("geometry") {
        geometry(shape, &name, &words, DEEPEST, found);
    }
}

fn geometry(shape: &Value, name: &str, words: &[(String, String)], deeper: u8, found: &mut Vec<Feature>) {
    let parts = shape.get("coordinates").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut add = |form| found.push(Feature { name: name.to_owned(), words: words.to_vec(), form });
    match kind(shape) {
        "Polygon" => add(Form::Area(parts.iter().map(line).collect())),
        "MultiPolygon" => {
            let rings = parts.iter().filter_map(Value::as_array).flatten().map(line);
            add(Form::Area(rings.collect()));
        }
        "LineString" => add(Form::Line(parts.iter().filter_map(place).collect())),
        "MultiLineString" => parts.iter().for_each(|part| add(Form::Line(line(part)))),
        "Point" => {
            if let Some(place) = shape.get("coordinates").and_then(place) {
                add(Form::Point(place));
            }
        }
        "MultiPoint" => parts.iter().filter_map(place).for_each(|place| add(Form::Point(place))),
        "GeometryCollection" if deeper > 0 => {
            for inner in shape.get("geometries").and_then(Value::as_array).into_iter().flatten() {
                geometry(inner, name, words, deeper - 1, found);
            }
        }
        _ => {}
    }
}

fn line(value: &Value) -> Vec<Place> {
    value.as_array().into_iter().flatten().filter_map(place).collect()
}

fn place(value: &Value) -> Option<Place> {
    let parts = value.as_array()?;
    let (lng, lat) = (parts.first()?.as_f64()?, parts.get(1)?.as_f64()?);
    (lng.is_finite() && lat.is_finite()).then_some(Place { lng, lat })
}
