//! A lesson's files: what they hold, read with every problem that a trainer should mend.

use super::Texts;
use super::item::Item;
use super::problem::{Problem, What};
use super::reader::{Fields, Reader, text};
use crate::base::set_of;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The number of this format.
pub const FORMAT: i64 = 1;

/// The interactive pieces.
pub const PIECES: &[&str] = &[
    "needs-board",
    "answer-kinds",
    "who-counts",
    "ask-well",
    "error-hunt",
    "rates",
    "middle-drag",
    "pyramid-shape",
    "sampling",
    "chart-mend",
    "two-way",
    "coincidence",
    "small-numbers",
    "decide",
    "neighbour",
];

/// A lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// Its folder and name.
    pub id: String,
    /// Its place among the lessons.
    pub order: usize,
    /// Minutes that it takes.
    pub minutes: usize,
    /// Topics of the item bank.
    pub topics: Vec<String>,
    /// Its steps.
    pub steps: Vec<Step>,
    /// Words for the glossary.
    pub words: Vec<String>,
    /// The trainer's sheet.
    pub sheet: Sheet,
}

/// A step of a lesson.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A story from the village; key of its text.
    Story(String),
    /// Something to touch: key of its introduction, name of the piece, settings.
    Piece(String, String, BTreeMap<String, f64>),
    /// A question before the answer.
    Question(Item),
    /// An explanation.
    Text(String),
    /// An exercise.
    Exercise(Item),
    /// What to remember.
    Summary(String),
}

/// Keys of the trainer's sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The aim.
    pub aim: String,
    /// Questions to ask.
    pub ask: Vec<String>,
    /// Common errors.
    pub errors: Vec<String>,
    /// What to bring.
    pub materials: Vec<String>,
}

impl Lesson {
    /// Its items, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.steps.iter().filter_map(|step| match step {
            Step::Question(item) | Step::Exercise(item) => Some(item),
            _ => None,
        })
    }

    /// Reads `lesson.json`.
    pub fn read(json: &str) -> (Lesson, Vec<Problem>) {
        let mut reader = Reader { file: "lesson.json", problems: Vec::new() };
        let value = reader.json(json);
        let lesson = if reader.problems.is_empty() {
            read(&mut reader, &value)
        } else {
            read(&mut Reader { file: "", problems: Vec::new() }, &Value::Null)
        };
        (lesson, reader.problems)
    }

    /// Keys of texts that the lesson must have, and those that it may have.
    pub fn keys(&self) -> (Vec<String>, Vec<String>) {
        let mut must = vec!["title".to_owned(), "lead".to_owned()];
        let mut may = Vec::new();
        for step in &self.steps {
            match step {
                Step::Story(key) | Step::Text(key) | Step::Summary(key) | Step::Piece(key, ..) => {
                    must.push(key.clone())
                }
                Step::Question(item) | Step::Exercise(item) => {
                    let (needs, takes) = item.keys();
                    must.extend(needs);
                    may.extend(takes);
                }
            }
        }
        for word in &self.words {
            must.extend([format!("word.{word}"), format!("word.{word}.meaning")]);
            may.extend(["find", "example", "official", "source"].map(|part| format!("word.{word}.{part}")));
        }
        must.push(self.sheet.aim.clone());
        must.extend([&self.sheet.ask, &self.sheet.errors, &self.sheet.materials].into_iter().flatten().cloned());
        (must, may)
    }
}

fn read(reader: &mut Reader, value: &Value) -> Lesson {
    let mut fields = Fields::of(reader, value, "");
    if value.get("format").and_then(Value::as_i64).is_some_and(|format| format > FORMAT) {
        reader.wrong("format", What::Newer);
    }
    fields.whole(reader, "format", 1, FORMAT.max(9_999));
    let id = fields.text(reader, "id");
    if !id.is_empty() && !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        reader.wrong("id", What::NotOneOf(id.clone(), "a–z 0–9 -".to_owned()));
    }
    let order = fields.whole(reader, "order", 1, 999);
    let minutes = fields.whole(reader, "minutes", 1, 120);
    let topics = fields.texts(reader, "topics");
    let steps: Vec<Step> =
        fields.list(reader, "steps").into_iter().map(|(place, value)| step(reader, value, place)).collect();
    if steps.is_empty() && value.get("steps").is_some() {
        reader.wrong("steps", What::Count(0, 1));
    }
    let words = fields.texts(reader, "words");
    let null = Value::Null;
    let trainer = fields.maybe("trainer").unwrap_or(&null);
    let mut sheet = Fields::of(reader, trainer, "trainer");
    let kept = Sheet {
        aim: sheet.text(reader, "aim"),
        ask: sheet.texts(reader, "ask"),
        errors: sheet.texts(reader, "errors"),
        materials: sheet.texts(reader, "materials"),
    };
    sheet.end(reader);
    fields.end(reader);
    let lesson = Lesson { id, order, minutes, topics, steps, words, sheet: kept };
    let mut seen = BTreeSet::new();
    for item in lesson.items() {
        if !seen.insert(item.key.clone()) {
            reader.wrong("steps", What::Twice(item.key.clone()));
        }
    }
    lesson
}

const STEPS: &[&str] = &["story", "piece", "question", "text", "exercise", "summary"];

fn step(reader: &mut Reader, value: &Value, place: String) -> Step {
    let mut fields = Fields::of(reader, value, place);
    let kind = fields.one_of(reader, "kind", STEPS);
    let step = match kind.as_str() {
        "question" | "exercise" => {
            let place = fields.below("item");
            let null = Value::Null;
            let item = Item::read(reader, fields.maybe("item").unwrap_or(&null), &place);
            if kind == "question" { Step::Question(item) } else { Step::Exercise(item) }
        }
        "piece" => {
            let key = fields.text(reader, "key");
            let piece = fields.one_of(reader, "piece", PIECES);
            let place = fields.below("settings");
            let mut settings = BTreeMap::new();
            if let Some(value) = fields.maybe("settings") {
                Fields::of(reader, value, place.clone());
                for (name, value) in value.as_object().into_iter().flatten() {
                    let number = super::reader::number(reader, value, &format!("{place}.{name}"));
                    settings.insert(name.clone(), number);
                }
            }
            Step::Piece(key, piece, settings)
        }
        "story" => Step::Story(fields.text(reader, "key")),
        "summary" => Step::Summary(fields.text(reader, "key")),
        _ => Step::Text(fields.text(reader, "key")),
    };
    fields.end(reader);
    step
}

/// Reads the texts of one language: a flat map.
pub fn read_texts(file: &str, json: &str) -> (Texts, Vec<Problem>) {
    let mut reader = Reader { file, problems: Vec::new() };
    let value = reader.json(json);
    let mut texts = Texts::new();
    if reader.problems.is_empty() {
        Fields::of(&mut reader, &value, "");
        for (key, value) in value.as_object().into_iter().flatten() {
            let words = text(&mut reader, value, key);
            texts.insert(key.clone(), words);
        }
    }
    (texts, reader.problems)
}

/// Compares the keys that are needed with the texts of one language.
pub fn check_texts(file: &str, texts: &Texts, must: &[String], may: &[String], items: &[&Item]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let needed = set_of(must.iter().filter(|key| !key.is_empty()));
    for key in &needed {
        match texts.get(*key) {
            None => problems.push(Problem::new(file, *key, What::NoText)),
            Some(words) if words.trim().is_empty() => problems.push(Problem::new(file, *key, What::EmptyText)),
            Some(_) => {}
        }
    }
    for (key, words) in texts {
        if !needed.contains(key) && !may.contains(key) {
            problems.push(Problem::new(file, key, What::UnusedText));
        }
        let item = items.iter().find(|item| key.strip_prefix(&item.key).is_some_and(|rest| rest.starts_with('.')));
        for hole in holes(words) {
            if !item.is_some_and(|item| item.draw.iter().any(|(name, _)| name == hole)) {
                problems.push(Problem::new(file, key, What::UnknownHole(hole.to_owned())));
            }
        }
    }
    problems
}

/// Names between braces.
fn holes(words: &str) -> Vec<&str> {
    words.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(hole, _)| hole)).collect()
}

/// Reads `items.json` of the item bank: `{"format": 1, "items": […]}`, or the list alone.
pub fn read_items(json: &str) -> (Vec<Item>, Vec<Problem>) {
    let mut reader = Reader { file: "items.json", problems: Vec::new() };
    let value = reader.json(json);
    if !reader.problems.is_empty() {
        return (Vec::new(), reader.problems);
    }
    let (listed, place) = match value.get("items") {
        Some(listed) => (listed, "items"),
        None => (&value, ""),
    };
    let items: Vec<Item> = super::reader::list(&mut reader, listed, place)
        .into_iter()
        .map(|(place, value)| Item::read(&mut reader, value, &place))
        .collect();
    let mut seen = BTreeSet::new();
    for item in &items {
        if !seen.insert(&item.key) {
            reader.problems.push(Problem::new("items.json", place, What::Twice(item.key.clone())));
        }
    }
    (items, reader.problems)
}
