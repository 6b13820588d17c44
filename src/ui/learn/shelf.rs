//! Where lessons lie: those of the site, fetched and kept by the browser, and those brought in, kept on this device. And
//! how far the reader is in each.

use crate::lang::Lang;
use crate::learn::{Bundle, Problem};
use crate::ui::lang;
use crate::ui::shell::{place, preferences};
use js_sys::Reflect;
use leptos::prelude::window;
use serde_json::Value;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// A lesson in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub id: String,
    /// Its number.
    pub order: u64,
    /// Minutes.
    pub minutes: u64,
    /// Topics of the item bank that it teaches.
    pub topics: Vec<String>,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence.
    pub lead: String,
    /// Brought in from a file.
    pub brought: bool,
}

thread_local! {
    static INDEX: RefCell<Option<Value>> = const { RefCell::new(None) };
}

/// A file of the site as text: what `public/boot.js` has fetched already while this program was coming, or fetched now. Several
/// begin together where their calls stand before the first wait.
pub fn fetch(path: &str) -> impl Future<Output = Option<String>> + use<> {
    let begun = Reflect::get(&window(), &"begun".into()).and_then(|begun| Reflect::get(&begun, &path.into()));
    let begun = begun.ok().and_then(|text| text.as_string());
    let asked = begun.is_none().then(|| window().fetch_with_str(&format!("{}{path}", place::root())));
    async move {
        let Some(asked) = asked else { return begun };
        let answer: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
        if !answer.ok() {
            return None;
        }
        JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
    }
}

/// All lessons: the site's in their order, then those brought in; nothing where the list did not arrive.
pub async fn entries() -> Option<Vec<Entry>> {
    if INDEX.with_borrow(Option::is_none) {
        let index = serde_json::from_str(&fetch("lessons/index.json").await?).ok()?;
        INDEX.set(Some(index));
    }
    let mut all: Vec<Entry> =
        INDEX.with_borrow(|index| index.as_ref().and_then(Value::as_array).into_iter().flatten().map(entry).collect());
    all.extend(brought().into_iter().filter_map(|id| own_entry(&id)));
    Some(all)
}

/// A text in a list; empty where none.
pub fn said(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn owned(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn entry(value: &Value) -> Entry {
    let texts = value.get(if lang() == Lang::Id { "indonesian" } else { "english" }).unwrap_or(&Value::Null);
    let number = |name: &str| value.get(name).and_then(Value::as_u64).unwrap_or_default();
    Entry {
        id: said(value, "id"),
        order: number("order"),
        minutes: number("minutes"),
        topics: value.get("topics").and_then(Value::as_array).into_iter().flatten().filter_map(owned).collect(),
        title: said(texts, "title"),
        lead: said(texts, "lead"),
        brought: false,
    }
}

fn own_entry(id: &str) -> Option<Entry> {
    let bundle = Bundle::unpack(&own(id)?).ok()?;
    let text = |key: &str| bundle.text(key, lang()).to_owned();
    Some(Entry {
        id: id.to_owned(),
        order: bundle.lesson.order as u64,
        minutes: bundle.lesson.minutes as u64,
        topics: bundle.lesson.topics.clone(),
        title: text("title"),
        lead: text("lead"),
        brought: true,
    })
}

/// Opens a lesson: nothing where there is none of this name, else the lesson or what is wrong with it.
pub async fn open(id: &str) -> Option<Result<Bundle, Vec<Problem>>> {
    if let Some(text) = own(id) {
        return Some(Bundle::unpack(&text));
    }
    if !entries().await?.iter().any(|entry| entry.id == id) {
        return None;
    }
    let file = |name: &str| format!("lessons/{id}/{name}.json");
    let (lesson, indonesian, english) = (fetch(&file("lesson")), fetch(&file("id")), fetch(&file("en")));
    let (bundle, problems) = Bundle::read(&lesson.await?, &indonesian.await?, &english.await?);
    Some(if problems.is_empty() { Ok(bundle) } else { Err(problems) })
}

const NAMES: &str = "learn.brought";

/// Names of the lessons that were brought in.
pub fn brought() -> Vec<String> {
    preferences::get(NAMES).unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

/// The text of a lesson that was brought in.
pub fn own(id: &str) -> Option<String> {
    preferences::get(&format!("learn.lesson.{id}")).filter(|text| !text.is_empty())
}

/// Keeps a lesson; false where the browser did not.
pub fn keep(id: &str, text: &str) -> bool {
    preferences::set(&format!("learn.lesson.{id}"), text);
    if own(id).as_deref() != Some(text) {
        return false;
    }
    let mut names = brought();
    if !names.iter().any(|name| name == id) {
        names.push(id.to_owned());
        preferences::set(NAMES, &names.join(" "));
    }
    brought().iter().any(|name| name == id)
}

/// Throws a lesson that was brought in away.
pub fn remove(id: &str) {
    let names: Vec<String> = brought().into_iter().filter(|name| name != id).collect();
    preferences::set(NAMES, &names.join(" "));
    preferences::set(&format!("learn.lesson.{id}"), "");
}

/// Steps done of a lesson, and steps in all; nothing where it was not begun.
pub fn progress(id: &str) -> Option<(usize, usize)> {
    let kept = preferences::get(&format!("learn.done.{id}"))?;
    let (done, all) = kept.split_once('/')?;
    Some((done.parse().ok()?, all.parse().ok()?))
}

/// Remembers how far the reader is.
pub fn set_progress(id: &str, done: usize, all: usize) {
    preferences::set(&format!("learn.done.{id}"), &format!("{done}/{all}"));
}
