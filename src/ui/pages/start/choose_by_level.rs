//! The village down four levels: province, regency, district, village.

use super::choose::row_button;
use crate::engine::EngineError;
use crate::engine::protocol::{PlaceRow, Places, Query};
use crate::lang::start as words;
use crate::ui::client::ask;
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::picker::Picker;
use leptos::prelude::*;

type Options = Vec<(String, String)>;

/// The lists. `level` is the code as far as it is chosen: empty, `63`, `63.04` or `63.04.15`.
pub(super) fn by_level(
    level: RwSignal<String>,
    chosen: RwSignal<Option<PlaceRow>>,
    error: RwSignal<Option<EngineError>>,
) -> AnyView {
    let pickers = [
        ("provinsi", words::province(lang()), 0),
        ("kabupaten", words::regency(lang()), 2),
        ("kecamatan", words::district(lang()), 5),
    ];
    let pickers = pickers.map(|(id, label, above)| picker(id, label, above, level, error));
    let villages = RwSignal::new(Vec::<PlaceRow>::new());
    let district = Memo::new(move |_| part(&level.get(), 8));
    fetch(district, villages, error, true);
    let rows = move || {
        villages
            .get()
            .into_iter()
            .map(|row| row_button(row.clone(), words::code_of(lang(), row.code), chosen))
            .collect::<Vec<_>>()
    };
    view! {
        <div class="stack">
            <div class="levels">{Vec::from(pickers)}</div>
            <ul class="plain places" aria-label=words::village(lang()) hidden=held(move || villages.with(Vec::is_empty))>{follow(rows)}</ul>
        </div>
    }
    .into_any()
}

/// The first letters of a code, where it has so many.
fn part(code: &str, letters: usize) -> Option<String> {
    code.get(..letters).map(Into::into)
}

/// Keeps the places below a code; none where no code is chosen.
fn fetch(code: Memo<Option<String>>, rows: RwSignal<Vec<PlaceRow>>, error: RwSignal<Option<EngineError>>, clear: bool) {
    Effect::new(move |_| {
        let Some(code_now) = code.get() else { return rows.set(Vec::new()) };
        if clear {
            rows.set(Vec::new());
        }
        leptos::task::spawn_local(async move {
            let answer = ask(Places { query: Query::Children { code: code_now.clone() } }).await;
            if code.try_get_untracked().flatten() != Some(code_now) {
                return;
            }
            match answer {
                Ok(answer) => rows.set(answer.rows),
                Err(why) => error.set(Some(why)),
            }
        });
    });
}

/// One list: the places below the first `above` letters of the code.
fn picker(
    id: &'static str,
    label: &'static str,
    above: usize,
    level: RwSignal<String>,
    error: RwSignal<Option<EngineError>>,
) -> AnyView {
    let here = if above == 0 { 2 } else { above + 3 };
    let code = Memo::new(move |_| part(&level.get(), above));
    let rows = RwSignal::new(Vec::new());
    fetch(code, rows, error, false);
    let options = Signal::derive(move || {
        let first = (String::new(), words::choose(lang()).to_owned());
        std::iter::once(first).chain(rows.get().into_iter().map(|row| (row.code, row.name))).collect::<Options>()
    });
    let chosen = RwSignal::new(part(&level.get_untracked(), here).unwrap_or_default());
    Effect::new(move |_| {
        let now = part(&level.get(), here).unwrap_or_default();
        if chosen.get_untracked() != now {
            chosen.set(now);
        }
    });
    Effect::new(move |_| {
        let now = chosen.get();
        let before = level.get_untracked();
        if part(&before, here).unwrap_or_default() != now {
            level.set(if now.is_empty() { part(&before, above).unwrap_or_default() } else { now });
        }
    });
    view! { <Picker id label options chosen/> }.into_any()
}
