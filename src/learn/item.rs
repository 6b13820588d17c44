//! An exercise: what is asked, what is right, which numbers are drawn, and the texts that it needs.

use super::dice::Dice;
use super::expression::{Expression, Numbers};
use super::item_kinds::{build, fill, find, mark, number_task};
use super::problem::What;
use super::reader::{Fields, Reader, text, whole};
use super::village::Village;
use serde_json::Value;

/// Topics of lessons and items.
pub const TOPICS: &[&str] = &[
    "kebutuhan",
    "variabel",
    "semesta",
    "bertanya",
    "kekeliruan",
    "persen",
    "pusat",
    "piramida",
    "sampel",
    "grafik",
    "tabel",
    "sebab",
    "perubahan",
    "keputusan",
    "privasi",
];

/// Kinds of items.
pub const KINDS: &[&str] = &["choice", "number", "order", "mark", "fill", "build", "find"];
pub(super) const MARK_CHARTS: &[&str] = &["bars", "pyramid", "line"];
pub(super) const BUILD_CHARTS: &[&str] = &["bars", "stacked", "pyramid", "line", "dots"];

/// An exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its name; its texts begin with it.
    pub key: String,
    /// Of [`TOPICS`].
    pub topic: String,
    /// 1 easy to 3 hard.
    pub level: u8,
    /// Where the idea comes from.
    pub source: String,
    /// What is asked.
    pub task: Task,
    /// Numbers that are drawn anew at each try.
    pub draw: Vec<(String, Draw)>,
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Draw {
    /// A whole number of a range.
    Whole(i64, i64),
    /// A count of the village: `count:penduduk:jenis_kelamin=2`.
    Data(String),
}

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // each variant says what its fields are
pub enum Task {
    /// Choose one or several; places from 1.
    Choice { n: usize, answer: Vec<usize> },
    /// A number, and wrong ones that have an explanation of their own.
    Number { answer: Expression, tolerance: f64, wrong: Vec<(Expression, String)> },
    /// Put in order.
    Order { n: usize },
    /// Choose marks of a chart; places from 1.
    Mark { chart: String, labels: Vec<String>, values: Vec<Expression>, answer: Vec<usize> },
    /// Fill a table: given cells and cells to fill, row by row.
    Fill { rows: usize, columns: usize, cells: Vec<Vec<Cell>> },
    /// Build a chart: variables (key, key of the label), charts, and what is accepted.
    Build {
        variables: Vec<(String, String)>,
        charts: Vec<String>,
        rows: Vec<String>,
        columns: Vec<String>,
        accepted: Vec<String>,
    },
    /// Find the cells in error; row and column from 1.
    Find { columns: usize, rows: Vec<Vec<String>>, answer: Vec<(usize, usize)> },
}

/// A cell of a table to fill.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Written there.
    Given(String),
    /// To be filled.
    Asked(Expression),
}

impl Item {
    /// The name of its kind.
    pub fn kind(&self) -> &'static str {
        match self.task {
            Task::Choice { .. } => "choice",
            Task::Number { .. } => "number",
            Task::Order { .. } => "order",
            Task::Mark { .. } => "mark",
            Task::Fill { .. } => "fill",
            Task::Build { .. } => "build",
            Task::Find { .. } => "find",
        }
    }

    /// Draws its numbers; the same for a seed. A count that the village does not have gives nothing.
    pub fn draw(&self, seed: u64, village: Option<&Village>) -> Option<Numbers> {
        let mut dice = Dice::new(seed);
        let drawn = self.draw.iter().map(|(name, draw)| {
            let value = match draw {
                Draw::Whole(from, to) => (*from + dice.below((to - from + 1).max(1) as usize) as i64) as f64,
                Draw::Data(what) => f64::from(village?.count(what)?),
            };
            Some((name.clone(), value))
        });
        drawn.collect()
    }

    /// Keys of texts: those that it must have, and those that it may have.
    pub fn keys(&self) -> (Vec<String>, Vec<String>) {
        let key = |name: &str| format!("{}.{name}", self.key);
        let each = |name: &str, n: usize| (1..=n).map(|i| format!("{}.{name}.{i}", self.key)).collect::<Vec<_>>();
        let mut must = vec![key("ask"), key("hint"), key("right")];
        let mut may = vec![key("title")];
        match &self.task {
            Task::Choice { n, answer } => {
                must.extend(each("choice", *n));
                let whys = each("why", *n).into_iter().enumerate();
                let (right, wrong): (Vec<_>, Vec<_>) = whys.partition(|(at, _)| answer.contains(&(at + 1)));
                must.extend(wrong.into_iter().map(|(_, key)| key));
                may.extend(right.into_iter().map(|(_, key)| key));
            }
            Task::Number { wrong, .. } => {
                must.extend(wrong.iter().map(|(_, key)| key.clone()));
                may.push(key("unit"));
            }
            Task::Order { n } => must.extend(each("item", *n)),
            Task::Mark { labels, .. } => {
                must.extend(labels.iter().cloned());
                may.extend(each("why", labels.len()));
                may.push(key("unit"));
            }
            Task::Fill { rows, columns, .. } => {
                must.extend(each("row", *rows));
                must.extend(each("column", *columns));
                may.push(key("corner"));
            }
            Task::Build { variables, .. } => {
                must.extend(variables.iter().map(|(_, key)| key.clone()));
                may.extend(each("why", 4));
            }
            Task::Find { columns, answer, .. } => {
                must.extend(each("column", *columns));
                must.extend(each("why", answer.len()));
            }
        }
        may.push(key("why"));
        (must, may)
    }

    pub(super) fn read(reader: &mut Reader, value: &Value, place: &str) -> Item {
        let mut fields = Fields::of(reader, value, place);
        let key = fields.text(reader, "key");
        let kind = fields.one_of(reader, "kind", KINDS);
        let topic = fields.one_of(reader, "topic", TOPICS);
        let level = fields.whole(reader, "level", 1, 3) as u8;
        let source = fields.text(reader, "source");
        let draw = read_draw(reader, &mut fields);
        let task = match kind.as_str() {
            "number" => number_task(reader, &mut fields),
            "order" => Task::Order { n: fields.whole(reader, "items", 2, 12) },
            "mark" => mark(reader, &mut fields),
            "fill" => fill(reader, &mut fields),
            "build" => build(reader, &mut fields),
            "find" => find(reader, &mut fields),
            _ => {
                let n = fields.whole(reader, "choices", 2, 8);
                Task::Choice { n, answer: places(reader, &mut fields, n) }
            }
        };
        fields.end(reader);
        let item = Item { key, topic, level, source, task, draw };
        item.check_numbers(reader, place);
        item
    }

    /// Expressions of the item with their places.
    fn expressions(&self) -> Vec<(&'static str, &Expression)> {
        match &self.task {
            Task::Number { answer, wrong, .. } => {
                std::iter::once(("answer", answer)).chain(wrong.iter().map(|(wrong, _)| ("wrong", wrong))).collect()
            }
            Task::Mark { values, .. } => values.iter().map(|value| ("chart.values", value)).collect(),
            Task::Fill { cells, .. } => cells
                .iter()
                .flatten()
                .filter_map(|cell| match cell {
                    Cell::Asked(expression) => Some(("cells", expression)),
                    Cell::Given(_) => None,
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Every name is drawn, and the right answer has a value at both ends of what can be drawn and in between.
    fn check_numbers(&self, reader: &mut Reader, place: &str) {
        for (field, expression) in self.expressions() {
            let there = format!("{place}.{field}");
            let unknown = expression.names().into_iter().find(|name| !self.draw.iter().any(|(drawn, _)| drawn == name));
            if let Some(name) = unknown {
                reader.wrong(&there, What::NotDrawn(name.to_owned()));
                continue;
            }
            let ends = |which: usize| -> Numbers {
                let value = |draw: &Draw| match draw {
                    Draw::Whole(from, to) => [*from as f64, *to as f64, (*from + (to - from) / 2) as f64][which],
                    Draw::Data(_) => 30.0 + which as f64,
                };
                self.draw.iter().map(|(name, draw)| (name.clone(), value(draw))).collect()
            };
            if field != "wrong" && (0..3).any(|which| expression.value(&ends(which)).is_none()) {
                reader.wrong(&there, What::NoValue);
            }
        }
    }
}

pub(super) fn places(reader: &mut Reader, fields: &mut Fields, most: usize) -> Vec<usize> {
    let place = fields.below("answer");
    let answer: Vec<usize> = fields
        .list(reader, "answer")
        .into_iter()
        .map(|(place, value)| whole(reader, value, &place, 1, most as i64))
        .collect();
    if answer.is_empty() {
        reader.wrong(&place, What::Count(0, 1));
    }
    answer
}

fn read_draw(reader: &mut Reader, fields: &mut Fields) -> Vec<(String, Draw)> {
    let place = fields.below("draw");
    let Some(value) = fields.maybe("draw") else { return Vec::new() };
    let Some(map) = value.as_object() else {
        reader.wrong(&place, What::Wanted(super::problem::Wanted::Object));
        return Vec::new();
    };
    let mut drawn = Vec::new();
    for (name, value) in map {
        let mut fields = Fields::of(reader, value, format!("{place}.{name}"));
        let draw = if let Some(data) = fields.maybe("data") {
            let what = text(reader, data, &fields.below("data"));
            if !Village::knows(&what) {
                reader.wrong(&fields.below("data"), What::NotOneOf(what.clone(), Village::universes().join(", ")));
            }
            Draw::Data(what)
        } else {
            let ends: Vec<i64> = fields
                .list(reader, "whole")
                .into_iter()
                .map(|(place, value)| whole(reader, value, &place, -1_000_000_000, 1_000_000_000) as i64)
                .collect();
            match ends.as_slice() {
                [from, to] if from <= to => Draw::Whole(*from, *to),
                _ => {
                    reader.wrong(&fields.below("whole"), What::Count(ends.len(), 2));
                    Draw::Whole(0, 0)
                }
            }
        };
        fields.end(reader);
        drawn.push((name.clone(), draw));
    }
    drawn
}

/// Text with its holes filled: `{a}` becomes the drawn number, written as the language writes numbers.
pub fn filled(words: &str, numbers: &Numbers, lang: crate::lang::Lang) -> String {
    let mut out = words.to_owned();
    for (name, value) in numbers {
        out = out.replace(&format!("{{{name}}}"), &shown(*value, lang));
    }
    out
}

/// A number as the language writes it, with no more decimals than it has (two at most).
pub fn shown(value: f64, lang: crate::lang::Lang) -> String {
    use crate::lang::number::{decimal, whole};
    let decimals = (0..2).find(|places| {
        let scale = 10f64.powi(*places);
        (value * scale - (value * scale).round()).abs() < 1e-6
    });
    match decimals {
        Some(0) => whole(lang, value.round() as i64),
        Some(places) => decimal(lang, value, places as usize),
        None => decimal(lang, value, 2),
    }
}
