//! The glossary: the site's terms and those of lessons that were brought in, by letter, with a search and topics. An address
//! with `?kata=<name>` leads to one term.

use super::shelf::{self, said};
use crate::lang::{Lang, learn as words};
use crate::learn::Bundle;
use crate::ui::lang;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::shell::place::link;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use serde_json::Value;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Terms of lessons stand under this topic.
const OF_LESSONS: &str = "pelajaran";

/// A term.
#[derive(Clone, Debug, PartialEq)]
struct Term {
    /// Its name in addresses.
    id: String,
    /// The term.
    term: String,
    /// Its topic.
    topic: String,
    /// The lesson that explains it: name and title.
    lesson: Option<(String, String)>,
    /// What it means.
    meaning: String,
    /// An example.
    example: String,
    /// The official definition; empty where none is known.
    official: String,
    /// Its source.
    source: String,
}

/// All terms by letter, and the topics: name and title.
#[derive(Clone, Debug, PartialEq)]
struct Glossary {
    topics: Vec<(String, String)>,
    terms: Vec<Term>,
}

/// The page.
pub fn GlossaryPage() -> AnyView {
    name_page(|| words::title(lang()).into(), || words::glossary(lang()).into());
    let all = RwSignal::new(None::<Option<Glossary>>);
    let (sought, topic) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wanted = use_query_map().with_untracked(|query| query.get("kata"));
    leptos::task::spawn_local(async move {
        let found = fetch().await;
        _ = all.try_set(Some(found));
        if let Some(name) = wanted {
            set_timeout(move || lead_to(&name), Duration::ZERO);
        }
    });
    let list = move || match all.get() {
        None => skeleton(8),
        Some(None) => view! { <Notice tone=Tone::Error><p>{words::no_glossary(lang())}</p></Notice> }.into_any(),
        Some(Some(glossary)) => {
            let (sought, topic) = (sought.get().trim().to_lowercase(), topic.get());
            let fits = |term: &&Term| {
                (topic.is_empty() || term.topic == topic)
                    && (term.term.to_lowercase().contains(&sought) || term.meaning.to_lowercase().contains(&sought))
            };
            let found: Vec<_> = glossary.terms.iter().filter(fits).map(entry).collect();
            match found.len() {
                0 => view! { <p role="status">{words::no_word(lang())}</p> }.into_any(),
                1 => listed(words::n_term(lang()).into(), found),
                n => listed(words::n_terms(lang(), n), found),
            }
        }
    };
    let topics = Signal::derive(move || {
        let every = (String::new(), words::all_topics(lang()).to_owned());
        let lessons = (OF_LESSONS.to_owned(), words::of_lessons(lang()).to_owned());
        let topics = all.get().flatten().map(|glossary| glossary.topics).unwrap_or_default();
        [every].into_iter().chain(topics).chain([lessons]).collect::<Vec<_>>()
    });
    view! {
        <div class="stack">
            <div class="stack screen-only">
                <p class="measure">{words::glossary_lead(lang())}</p>
                <label class="stack-s">
                    <span class="strong">{words::search_words(lang())}</span>
                    <input class="input" type="search" on:input=move |event| sought.set(event_target_value(&event))/>
                </label>
                <Picker id="topik" label=words::topic(lang()) options=topics chosen=topic/>
            </div>
            {follow(list)}
        </div>
    }
    .into_any()
}

fn listed(n: String, terms: Vec<AnyView>) -> AnyView {
    view! { <p class="soft" role="status">{n}</p> <dl class="glossary">{terms}</dl> }.into_any()
}

fn entry(term: &Term) -> AnyView {
    let more = |label: &'static str, text: &str| {
        (!text.is_empty()).then(|| view! { <p class="soft"><b>{label}": "</b>{text.to_owned()}</p> })
    };
    let official = match term.official.as_str() {
        "" => String::new(),
        official => format!("{official} ({})", term.source),
    };
    let lesson = term.lesson.as_ref().map(|(id, title)| {
        let href = link(&format!("/belajar/pelajaran/{id}"));
        view! { <p class="screen-only"><a href=href>{words::in_lesson(lang(), title)}</a></p> }
    });
    view! {
        <div class="card stack-s" id=format!("kata-{}", term.id) tabindex="-1">
            <dt class="strong">{term.term.clone()}</dt>
            <dd>
                <p>{term.meaning.clone()}</p>
                {more(words::example(lang()), &term.example)}
                {more(words::official(lang()), &official)}
                {lesson}
            </dd>
        </div>
    }
    .into_any()
}

/// Shows one term and gives it the focus.
fn lead_to(name: &str) {
    let found = document().get_element_by_id(&format!("kata-{name}"));
    if let Some(element) = found.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        _ = element.set_attribute("data-here", "");
        _ = element.focus();
        element.scroll_into_view();
    }
}

/// The site's glossary with the words of lessons that were brought in; nothing where it did not arrive.
async fn fetch() -> Option<Glossary> {
    let file = if lang() == Lang::Id { "glossary/id.json" } else { "glossary/en.json" };
    let glossary: Value = serde_json::from_str(&shelf::fetch(file).await?).ok()?;
    let titles: Vec<_> = shelf::entries().await?.into_iter().map(|entry| (entry.id, entry.title)).collect();
    let topics = glossary.get("topics").and_then(Value::as_object).into_iter().flatten();
    let topics = topics.map(|(name, title)| (name.clone(), title.as_str().unwrap_or_default().to_owned())).collect();
    let rows = glossary.get("terms").and_then(Value::as_object).into_iter().flatten();
    let mut terms: Vec<_> = rows.map(|(name, row)| term(name, row, &titles)).collect();
    for id in shelf::brought() {
        let Some(Ok(bundle)) = shelf::own(&id).map(|text| Bundle::unpack(&text)) else { continue };
        let own = bundle.lesson.words.iter().map(|word| own_term(word, &bundle));
        // What the site explains stays as the site says it.
        terms.extend(own.filter(|own| terms.iter().all(|term| term.id != own.id)).collect::<Vec<_>>());
    }
    terms.sort_by_cached_key(|term| term.term.to_lowercase());
    Some(Glossary { topics, terms })
}

fn term(name: &str, row: &Value, titles: &[(String, String)]) -> Term {
    let lesson = titles.iter().find(|(id, _)| *id == said(row, "lesson")).cloned();
    Term {
        id: name.to_owned(),
        term: said(row, "term"),
        topic: if lesson.is_some() { OF_LESSONS.into() } else { said(row, "topic") },
        lesson,
        meaning: said(row, "meaning"),
        example: said(row, "example"),
        official: said(row, "official"),
        source: said(row, "source"),
    }
}

fn own_term(word: &str, bundle: &Bundle) -> Term {
    let text = |part: &str| bundle.text(&format!("word.{word}{part}"), lang()).to_owned();
    Term {
        id: word.to_owned(),
        term: text(""),
        topic: OF_LESSONS.into(),
        lesson: Some((bundle.lesson.id.clone(), bundle.text("title", lang()).to_owned())),
        meaning: text(".meaning"),
        example: text(".example"),
        official: text(".official"),
        source: text(".source"),
    }
}
