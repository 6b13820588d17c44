//! What is wrong with a lesson's files: where, what, and what to do.

use crate::lang::{Lang, learn_file as words};

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file: `lesson.json`, `id.json`, `en.json`, `items.json`.
    pub file: String,
    /// The place in it: `steps[3].item.answer`, or a key of texts.
    pub place: String,
    /// What is wrong.
    pub what: What,
}

/// Kinds of things that are wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The file is missing.
    NoFile,
    /// Not JSON: what the reader says, with line and column.
    NotJson(usize, usize),
    /// A value is missing.
    Missing,
    /// Another kind of value is wanted.
    Wanted(Wanted),
    /// None of the words that are allowed.
    NotOneOf(String, String),
    /// A whole number outside its range.
    OutOfRange(i64, i64),
    /// A field that the format does not know.
    UnknownField,
    /// An expression that cannot be read from here on.
    Expression(String),
    /// An expression uses a number that is not drawn.
    NotDrawn(String),
    /// An expression has no value for some of the numbers that can be drawn.
    NoValue,
    /// The text of a key is missing.
    NoText,
    /// A text of a key that nothing uses.
    UnusedText,
    /// The text is empty.
    EmptyText,
    /// A hole of the text that is no drawn number.
    UnknownHole(String),
    /// Two things have the same key.
    Twice(String),
    /// A number of rows or cells that does not fit.
    Count(usize, usize),
    /// A newer format.
    Newer,
}

/// Kinds of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Text.
    Text,
    /// A whole number.
    Whole,
    /// A number.
    Number,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Problem {
    /// A problem of a file.
    pub fn new(file: &str, place: impl Into<String>, what: What) -> Problem {
        Problem { file: file.to_owned(), place: place.into(), what }
    }

    /// The whole sentence: file, place, what is wrong, what to do.
    pub fn text(&self, lang: Lang) -> String {
        let place = if self.place.is_empty() { self.file.clone() } else { format!("{} → {}", self.file, self.place) };
        let what = match &self.what {
            What::NoFile => words::no_file(lang).to_owned(),
            What::NotJson(line, column) => words::not_json(lang, line, column),
            What::Missing => words::missing(lang).to_owned(),
            What::Wanted(Wanted::Text) => words::wanted_text(lang).to_owned(),
            What::Wanted(Wanted::Whole) => words::wanted_whole(lang).to_owned(),
            What::Wanted(Wanted::Number) => words::wanted_number(lang).to_owned(),
            What::Wanted(Wanted::List) => words::wanted_list(lang).to_owned(),
            What::Wanted(Wanted::Object) => words::wanted_object(lang).to_owned(),
            What::NotOneOf(got, allowed) => words::not_one_of(lang, got, allowed),
            What::OutOfRange(from, to) => words::out_of_range(lang, from, to),
            What::UnknownField => words::unknown_field(lang).to_owned(),
            What::Expression(rest) => words::expression(lang, rest),
            What::NotDrawn(name) => words::not_drawn(lang, name),
            What::NoValue => words::no_value(lang).to_owned(),
            What::NoText => words::no_text(lang).to_owned(),
            What::UnusedText => words::unused_text(lang).to_owned(),
            What::EmptyText => words::empty_text(lang).to_owned(),
            What::UnknownHole(hole) => words::unknown_hole(lang, hole),
            What::Twice(key) => words::twice(lang, key),
            What::Count(got, wanted) => words::count(lang, got, wanted),
            What::Newer => words::newer(lang).to_owned(),
        };
        format!("{place}: {what}")
    }
}
