//! The village by its name: each keystroke asks the engine, the newest answer shows.

use super::choose::{above, row_button};
use crate::engine::EngineError;
use crate::engine::protocol::{PlaceAnswer, PlaceRow, Places, Query};
use crate::lang::{number, start as words};
use crate::ui::client::ask;
use crate::ui::lang;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::search::SearchField;
use leptos::prelude::*;

/// The search. `chosen` takes the village; `level` the code of an area whose villages are to be shown by lists.
pub(super) fn by_name(
    text: RwSignal<String>,
    chosen: RwSignal<Option<PlaceRow>>,
    level: RwSignal<String>,
    error: RwSignal<Option<EngineError>>,
) -> AnyView {
    let answer = RwSignal::new(PlaceAnswer { too_short: true, ..PlaceAnswer::default() });
    let asked = RwSignal::new(0u32);
    Effect::new(move |_| {
        let query = Query::Search { text: text.get() };
        let this = asked.get_untracked() + 1;
        asked.set(this);
        leptos::task::spawn_local(async move {
            let found = ask(Places { query }).await;
            // A slower answer to an earlier keystroke must not overtake.
            if asked.try_get_untracked() != Some(this) {
                return;
            }
            match found {
                Ok(found) => {
                    error.set(None);
                    answer.set(found);
                }
                Err(why) => error.set(Some(why)),
            }
        });
    });
    let rows = move || {
        answer.with(|answer| {
            answer.rows.iter().map(|row| row_button(row.clone(), above(row), chosen)).collect::<Vec<_>>()
        })
    };
    let areas =
        move || answer.with(|answer| answer.areas.iter().map(|area| area_chip(area, level)).collect::<Vec<_>>());
    view! {
        <div class="stack">
            <SearchField id="cari-desa" label=words::search_label(lang()) text/>
            <p class="soft" role="status">{follow(move || answer.with(says))}</p>
            <ul class="plain places" hidden=held(move || answer.with(|answer| answer.rows.is_empty()))>{follow(rows)}</ul>
            <div class="row" hidden=held(move || answer.with(|answer| answer.areas.is_empty()))>{areas}</div>
        </div>
    }
    .into_any()
}

fn says(answer: &PlaceAnswer) -> String {
    let whole = |n: u32| number::whole(lang(), i64::from(n));
    let n_rows = answer.rows.len() as u32;
    if answer.too_short {
        words::search_hint(lang()).into()
    } else if n_rows == 0 && answer.areas.is_empty() {
        words::nothing_found(lang()).into()
    } else if n_rows < answer.n_found {
        words::first_of(lang(), whole(n_rows), whole(answer.n_found))
    } else if n_rows == 0 {
        String::new()
    } else {
        words::n_found(lang(), whole(n_rows))
    }
}

fn area_chip(area: &PlaceRow, level: RwSignal<String>) -> AnyView {
    let code = area.code.clone();
    let name = if area.regency.is_empty() {
        area.name.clone()
    } else {
        format!("{}, {}", words::district_of(lang(), &area.name), area.regency)
    };
    view! {
        <button type="button" class="chip chip-go" on:click=move |_| level.set(code.clone())>
            <span>{words::within(lang(), name)}</span>{icon("next")}
        </button>
    }
    .into_any()
}
