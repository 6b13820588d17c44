//! Reads JSON by hand, so that a wrong file gets a sentence with its place and the whole list of what to mend at once.

use super::expression::Expression;
use super::problem::{Problem, Wanted, What};
use serde_json::{Map, Value};

/// Where we are in a file, and what was found so far.
pub(super) struct Reader<'a> {
    pub(super) file: &'a str,
    pub(super) problems: Vec<Problem>,
}

impl Reader<'_> {
    pub(super) fn wrong(&mut self, place: &str, what: What) {
        self.problems.push(Problem::new(self.file, place, what));
    }

    pub(super) fn json(&mut self, text: &str) -> Value {
        match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
            Ok(value) => value,
            Err(error) => {
                self.wrong("", What::NotJson(error.line(), error.column()));
                Value::Null
            }
        }
    }
}

/// An object at a place, with the fields that were asked for.
pub(super) struct Fields<'a> {
    map: Option<&'a Map<String, Value>>,
    pub(super) place: String,
    asked: Vec<&'static str>,
}

/// `steps[2].item`
fn below(place: &str, name: &str) -> String {
    if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") }
}

/// `steps[2]`: places in a list are counted from 1, as people do.
pub(super) fn at(place: &str, index: usize) -> String {
    format!("{place}[{}]", index + 1)
}

impl<'a> Fields<'a> {
    pub(super) fn of(reader: &mut Reader, value: &'a Value, place: impl Into<String>) -> Fields<'a> {
        let place = place.into();
        let map = value.as_object();
        if map.is_none() {
            reader.wrong(&place, What::Wanted(Wanted::Object));
        }
        Fields { map, place, asked: Vec::new() }
    }

    pub(super) fn below(&self, name: &str) -> String {
        below(&self.place, name)
    }

    /// The value of a field, where it is there.
    pub(super) fn maybe(&mut self, name: &'static str) -> Option<&'a Value> {
        self.asked.push(name);
        self.map?.get(name)
    }

    fn must(&mut self, reader: &mut Reader, name: &'static str) -> Option<&'a Value> {
        let value = self.maybe(name);
        if value.is_none() && self.map.is_some() {
            reader.wrong(&self.below(name), What::Missing);
        }
        value
    }

    pub(super) fn text(&mut self, reader: &mut Reader, name: &'static str) -> String {
        let Some(value) = self.must(reader, name) else { return String::new() };
        text(reader, value, &self.below(name))
    }

    pub(super) fn whole(&mut self, reader: &mut Reader, name: &'static str, from: i64, to: i64) -> usize {
        let Some(value) = self.must(reader, name) else { return from as usize };
        whole(reader, value, &self.below(name), from, to)
    }

    pub(super) fn one_of(&mut self, reader: &mut Reader, name: &'static str, allowed: &[&str]) -> String {
        let Some(value) = self.must(reader, name) else { return String::new() };
        one_of(reader, value, &self.below(name), allowed)
    }

    /// The entries of a list with their places.
    pub(super) fn list(&mut self, reader: &mut Reader, name: &'static str) -> Vec<(String, &'a Value)> {
        let Some(value) = self.must(reader, name) else { return Vec::new() };
        list(reader, value, &self.below(name))
    }

    pub(super) fn texts(&mut self, reader: &mut Reader, name: &'static str) -> Vec<String> {
        self.list(reader, name).into_iter().map(|(place, value)| text(reader, value, &place)).collect()
    }

    /// Everything else is a slip of the pen.
    pub(super) fn end(self, reader: &mut Reader) {
        for name in self.map.into_iter().flat_map(Map::keys) {
            if !self.asked.contains(&name.as_str()) {
                reader.wrong(&self.below(name), What::UnknownField);
            }
        }
    }
}

pub(super) fn text(reader: &mut Reader, value: &Value, place: &str) -> String {
    match value.as_str() {
        Some(text) => text.to_owned(),
        None => {
            reader.wrong(place, What::Wanted(Wanted::Text));
            String::new()
        }
    }
}

pub(super) fn whole(reader: &mut Reader, value: &Value, place: &str, from: i64, to: i64) -> usize {
    match value.as_i64() {
        Some(number) if (from..=to).contains(&number) => number as usize,
        Some(_) => {
            reader.wrong(place, What::OutOfRange(from, to));
            from as usize
        }
        None => {
            reader.wrong(place, What::Wanted(Wanted::Whole));
            from as usize
        }
    }
}

pub(super) fn number(reader: &mut Reader, value: &Value, place: &str) -> f64 {
    value.as_f64().unwrap_or_else(|| {
        reader.wrong(place, What::Wanted(Wanted::Number));
        0.0
    })
}

pub(super) fn one_of(reader: &mut Reader, value: &Value, place: &str, allowed: &[&str]) -> String {
    let got = text(reader, value, place);
    if !got.is_empty() && !allowed.contains(&got.as_str()) {
        reader.wrong(place, What::NotOneOf(got.clone(), allowed.join(", ")));
    }
    got
}

pub(super) fn list<'a>(reader: &mut Reader, value: &'a Value, place: &str) -> Vec<(String, &'a Value)> {
    match value.as_array() {
        Some(values) => values.iter().enumerate().map(|(index, value)| (at(place, index), value)).collect(),
        None => {
            reader.wrong(place, What::Wanted(Wanted::List));
            Vec::new()
        }
    }
}

/// An expression written as text, or a plain number.
pub(super) fn expression(reader: &mut Reader, value: &Value, place: &str) -> Expression {
    if let Some(number) = value.as_f64() {
        return Expression::Number(number);
    }
    let written = text(reader, value, place);
    Expression::read(&written).unwrap_or_else(|rest| {
        if value.is_string() {
            reader.wrong(place, What::Expression(rest));
        }
        Expression::Number(0.0)
    })
}
