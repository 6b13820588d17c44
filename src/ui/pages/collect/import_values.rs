//! Entries that no list knows, and the meaning that a person gives them.

use super::import_flow::{Flow, picked};
use crate::base::Value;
use crate::base::codes::fold;
use crate::engine::protocol::{ImportPlan, Mapping, Pair};
use crate::lang::{import_page as words, number};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::live::follow;
use crate::ui::parts::picker::Picker;
use leptos::prelude::*;

/// Entries that are shown at first.
const N_FIRST: usize = 20;
/// Key of the choice to leave the field empty.
const EMPTY: &str = "kosong";

/// An entry, and in how many rows it stands; nothing where it has a meaning already.
struct Entry {
    key: String,
    typed: String,
    heading: String,
    n_rows: Option<u32>,
}

/// Entries without a meaning, then those that were given one for this file.
pub fn view(flow: Flow, plan: &ImportPlan) -> Option<AnyView> {
    let mapping = flow.mapping.get_untracked();
    let entries = entries(flow, plan, &mapping);
    if entries.is_empty() {
        return None;
    }
    let shown = RwSignal::new(N_FIRST);
    let n_entries = entries.len();
    let (entries, mapping) = (StoredValue::new(entries), StoredValue::new(mapping));
    let rows = move || {
        let row = |(at, entry): (usize, &Entry)| mapping.with_value(|mapping| entry_row(flow, at, entry, mapping));
        entries.with_value(|entries| entries.iter().take(shown.get()).enumerate().map(row).collect::<Vec<_>>())
    };
    let more = move || {
        (shown.get() < n_entries).then(|| {
            let rest = number::whole(lang(), (n_entries - shown.get()) as i64);
            let press = Callback::new(move |()| shown.set(n_entries));
            view! { <Button text=words::more_values(lang(), rest) look=Look::Quiet on_press=press/> }
        })
    };
    let part = view! {
        <section class="card stack-s">
            <h2>{words::values_title(lang())}</h2>
            <p class="soft">{words::values_text(lang())}</p>
            <ul class="plain import-columns">{follow(rows)}</ul>
            {follow(more)}
        </section>
    };
    Some(part.into_any())
}

fn entries(flow: Flow, plan: &ImportPlan, mapping: &Mapping) -> Vec<Entry> {
    let open = plan.unmapped.iter().map(|value| Entry {
        key: value.key.clone(),
        typed: value.typed.clone(),
        heading: value.heading.clone(),
        n_rows: Some(value.n_rows),
    });
    let mut entries: Vec<Entry> = open.collect();
    let columns =
        flow.file.with_untracked(|file| file.columns.iter().map(|column| column.heading.clone()).collect::<Vec<_>>());
    for pair in &mapping.pairs {
        let Some(column) = mapping.columns.iter().position(|key| key.as_deref() == Some(&*pair.key)) else { continue };
        if entries.iter().any(|entry| entry.key == pair.key && fold(&entry.typed) == fold(&pair.typed)) {
            continue;
        }
        let heading = columns.get(column).cloned().unwrap_or_default();
        entries.push(Entry { key: pair.key.clone(), typed: pair.typed.clone(), heading, n_rows: None });
    }
    entries
}

fn entry_row(flow: Flow, at: usize, entry: &Entry, mapping: &Mapping) -> AnyView {
    let now = match mapping.pair(&entry.key, &entry.typed) {
        Some(Value::Code(number)) => number.to_string(),
        Some(_) => EMPTY.to_owned(),
        None => String::new(),
    };
    let choices = flow.file.with_untracked(|file| {
        let target = file.targets.iter().find(|target| target.key == entry.key);
        target.map(|target| target.choices.clone()).unwrap_or_default()
    });
    let note = if choices.is_empty() {
        words::no_list(lang()).to_owned()
    } else {
        let n_rows = entry.n_rows.map(|n| words::n_rows(lang(), number::whole(lang(), i64::from(n))));
        n_rows.unwrap_or_default()
    };
    let first =
        [(String::new(), words::choose_value(lang()).to_owned()), (EMPTY.into(), words::leave_empty(lang()).into())];
    let options: Vec<_> =
        first.into_iter().chain(choices.into_iter().map(|(number, label)| (number.to_string(), label))).collect();
    let (key, typed) = (entry.key.clone(), entry.typed.clone());
    let chosen = picked(now, move |choice| {
        let value = match choice.as_str() {
            "" => None,
            EMPTY => Some(Value::Missing),
            number => number.parse().ok().map(Value::Code),
        };
        flow.mapping.update(|mapping| {
            mapping.pairs.retain(|pair| pair.key != key || fold(&pair.typed) != fold(&typed));
            mapping.pairs.extend(value.map(|value| Pair { key: key.clone(), typed: typed.clone(), value }));
        });
    });
    let label = words::value_in(lang(), &entry.typed, &entry.heading);
    view! {
        <li class="stack-s">
            <Picker id=format!("isian-{at}") label options=Signal::stored(options) chosen/>
            <small class="soft">{note}</small>
        </li>
    }
    .into_any()
}
