//! A lesson in one file: its three files as one JSON text, to be kept, shared and brought in.

use super::format::{Lesson, check_texts, read_texts};
use super::problem::{Problem, What};
use super::{Item, Texts};
use crate::lang::Lang;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A lesson with its texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// The lesson.
    pub lesson: Lesson,
    /// Indonesian texts.
    pub id: Texts,
    /// English texts.
    pub en: Texts,
}

/// The three files as JSON values, in one file.
#[derive(Serialize, Deserialize)]
struct Packed {
    lesson: Value,
    id: Value,
    en: Value,
}

impl Bundle {
    /// Reads the three files; all problems of all of them.
    pub fn read(lesson: &str, id: &str, en: &str) -> (Bundle, Vec<Problem>) {
        let (lesson, mut problems) = Lesson::read(lesson);
        let whole = problems.is_empty();
        let (must, may) = lesson.keys();
        let items: Vec<&Item> = lesson.items().collect();
        let mut texts = |file: &str, json: &str| {
            let (texts, wrong) = read_texts(file, json);
            let readable = wrong.is_empty();
            problems.extend(wrong);
            if whole && readable {
                problems.extend(check_texts(file, &texts, &must, &may, &items));
            }
            texts
        };
        let (id, en) = (texts("id.json", id), texts("en.json", en));
        (Bundle { lesson, id, en }, problems)
    }

    /// Reads a lesson in one file.
    pub fn unpack(json: &str) -> Result<Bundle, Vec<Problem>> {
        let missing = |file: &str| vec![Problem::new(file, "", What::NoFile)];
        let value: Value = serde_json::from_str(json.trim_start_matches('\u{feff}'))
            .map_err(|error| vec![Problem::new("lesson.json", "", What::NotJson(error.line(), error.column()))])?;
        let part = |name: &str, file: &str| value.get(name).map(Value::to_string).ok_or_else(|| missing(file));
        let (bundle, problems) =
            Bundle::read(&part("lesson", "lesson.json")?, &part("id", "id.json")?, &part("en", "en.json")?);
        if problems.is_empty() { Ok(bundle) } else { Err(problems) }
    }

    /// Packs the three files into one; nothing where one is not JSON.
    pub fn pack(lesson: &str, id: &str, en: &str) -> Option<String> {
        let read = |text: &str| serde_json::from_str(text.trim_start_matches('\u{feff}')).ok();
        let packed = Packed { lesson: read(lesson)?, id: read(id)?, en: read(en)? };
        serde_json::to_string(&packed).ok()
    }

    /// The texts of a language.
    pub fn texts(&self, lang: Lang) -> &Texts {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }

    /// The text of a key; empty where there is none.
    pub fn text(&self, key: &str, lang: Lang) -> &str {
        self.texts(lang).get(key).map_or("", String::as_str)
    }
}
