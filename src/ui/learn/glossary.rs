//! The glossary: the words of all lessons, by letter, with a search.

use super::shelf::{self, Word};
use crate::lang::learn as words;
use crate::ui::lang;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The page.
pub fn GlossaryPage() -> AnyView {
    name_page(|| words::title(lang()).into(), || words::glossary(lang()).into());
    let all = RwSignal::new(None::<Option<Vec<Word>>>);
    let sought = RwSignal::new(String::new());
    leptos::task::spawn_local(async move {
        let found = shelf::entries().await.map(|entries| {
            // A word that several lessons explain stands once, as its first lesson says it.
            let mut by_term = BTreeMap::new();
            for word in entries.into_iter().flat_map(|entry| entry.words) {
                by_term.entry(word.term.to_lowercase()).or_insert(word);
            }
            by_term.into_values().collect()
        });
        _ = all.try_set(Some(found));
    });
    let list = move || match all.get() {
        None => skeleton(8),
        Some(None) => view! { <Notice tone=Tone::Error><p>{words::no_list(lang())}</p></Notice> }.into_any(),
        Some(Some(all)) => {
            let sought = sought.get().to_lowercase();
            let fits = |word: &&Word| {
                word.term.to_lowercase().contains(&sought) || word.meaning.to_lowercase().contains(&sought)
            };
            let found: Vec<_> = all.iter().filter(fits).map(entry).collect();
            if found.is_empty() {
                view! { <p role="status">{words::no_word(lang())}</p> }.into_any()
            } else {
                view! { <dl class="glossary">{found}</dl> }.into_any()
            }
        }
    };
    view! {
        <div class="stack">
            <label class="stack-s">
                <span class="strong">{words::search_words(lang())}</span>
                <input class="input" type="search" on:input=move |event| sought.set(event_target_value(&event))/>
            </label>
            {follow(list)}
        </div>
    }
    .into_any()
}

fn entry(word: &Word) -> AnyView {
    let more = |label: &'static str, text: &str| {
        (!text.is_empty()).then(|| view! { <p class="soft"><b>{label}": "</b>{text.to_owned()}</p> })
    };
    let source =
        if word.source.is_empty() { word.official.clone() } else { format!("{} ({})", word.official, word.source) };
    let official = if word.official.is_empty() { String::new() } else { source };
    view! {
        <div class="card stack-s" id=word.id.clone()>
            <dt class="strong">{word.term.clone()}</dt>
            <dd>
                <p>{word.meaning.clone()}</p>
                {more(words::example(lang()), &word.example)}
                {more(words::official(lang()), &official)}
            </dd>
        </div>
    }
    .into_any()
}
