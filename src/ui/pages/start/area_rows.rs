//! The editor of dusun, RW and RT: a row for each dusun or RW, with its RT from one number to another.

use super::choose::profile_value;
use super::profile::store;
use crate::base::Value;
use crate::base::area_list::{self, AreaRow};
use crate::engine::EngineError;
use crate::engine::protocol::profile_field as f;
use crate::lang::{number, start as words};
use crate::ui::client;
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::follow;
use leptos::prelude::*;

/// The rows as they stand on the page; an empty one may wait to be filled in.
pub(super) fn area_rows(error: RwSignal<Option<EngineError>>) -> AnyView {
    let stored =
        client::live().and_then(|live| live.status.get_untracked()).map(|status| profile_value(&status, f::areas));
    let text = if let Some(Value::Text(text)) = stored { text } else { String::new() };
    let mut first = area_list::rows(&text);
    if first.is_empty() {
        first.push(AreaRow { from: 1, ..AreaRow::default() });
    }
    let rows = RwSignal::new(first);
    // Counts rows taken away or added: only then the inputs are built anew.
    let shape = RwSignal::new(0u32);
    let settle = Callback::new(move |()| {
        let text = rows.with_untracked(|rows| area_list::write(rows));
        store(vec![(f::areas, if text.is_empty() { Value::Missing } else { Value::Text(text) })], error);
    });
    let add = Callback::new(move |()| {
        rows.update(|rows| {
            let row = rows.last().map_or(AreaRow::default(), next_row);
            rows.push(row);
        });
        shape.update(|n| *n += 1);
    });
    let body = move || {
        shape.track();
        let n = rows.with_untracked(Vec::len);
        (0..n).map(|at| row(at, n, rows, shape, settle)).collect::<Vec<_>>()
    };
    view! {
        <div class="stack">
            <p class="soft">{words::areas_lead(lang())}</p>
            <ol class="plain stack-s">{follow(body)}</ol>
            <div class="row-apart">
                <Button text=words::add_row(lang()).to_owned() icon="plus" look=Look::Outline on_press=add/>
                <p class="strong figures" role="status">{follow(move || rows.with(|rows| count(rows)))}</p>
            </div>
        </div>
    }
    .into_any()
}

/// What most likely comes after a row: the next RW, or the next RT of a village without RW.
fn next_row(row: &AreaRow) -> AreaRow {
    let rw = row.rw.parse::<u32>().map_or(String::new(), |rw| (rw + 1).to_string());
    AreaRow { dusun: String::new(), rw, from: row.to + 1, to: 0 }
}

fn count(rows: &[AreaRow]) -> String {
    let areas = area_list::areas(&area_list::write(rows));
    let n_rt = areas.iter().filter(|area| !area.rt.is_empty()).count();
    let mut dusun: Vec<_> = areas.iter().map(|area| &area.dusun).filter(|dusun| !dusun.is_empty()).collect();
    dusun.sort();
    dusun.dedup();
    let whole = |n: usize| number::whole(lang(), n as i64);
    match (n_rt, dusun.len()) {
        (0, _) => String::new(),
        (n, 0) => words::n_rt(lang(), whole(n)),
        (n, d) => words::n_areas(lang(), whole(n), whole(d)),
    }
}

fn row(at: usize, n: usize, rows: RwSignal<Vec<AreaRow>>, shape: RwSignal<u32>, settle: Callback<()>) -> AnyView {
    let now = rows.with_untracked(|rows| rows.get(at).cloned()).unwrap_or_default();
    let number = |n: u32| if n == 0 { String::new() } else { n.to_string() };
    let set = move |change: fn(&mut AreaRow, String)| {
        Callback::new(move |text: String| {
            rows.update(|rows| {
                if let Some(row) = rows.get_mut(at) {
                    change(row, text);
                }
            });
            settle.run(());
        })
    };
    let from = set(|row, text| row.from = text.trim().parse().unwrap_or(0));
    let to = set(|row, text| row.to = text.trim().parse().unwrap_or(0));
    let remove = move |_| {
        rows.update(|rows| {
            if at < rows.len() {
                rows.remove(at);
            }
        });
        shape.update(|n| *n += 1);
        settle.run(());
    };
    view! {
        <li>
            <fieldset class="area-row">
            <legend class="unseen">{words::row_of(lang(), at + 1)}</legend>
            {input(at, "dusun", words::dusun(lang()), now.dusun, false, set(|row, text| row.dusun = text))}
            {input(at, "rw", words::rw(lang()), now.rw, true, set(|row, text| row.rw = text))}
            {input(at, "rt-dari", words::rt_from(lang()), number(now.from), true, from)}
            {input(at, "rt-sampai", words::rt_to(lang()), number(now.to), true, to)}
            <button
                type="button"
                class="button button-quiet button-square"
                aria-label=words::remove_row(lang(), at + 1)
                hidden=n == 1
                on:click=remove
            >
                {icon("trash")}
            </button>
            </fieldset>
        </li>
    }
    .into_any()
}

fn input(
    at: usize,
    name: &'static str,
    label: &'static str,
    text: String,
    digits: bool,
    set: Callback<String>,
) -> AnyView {
    let id = format!("{name}-{at}");
    let class = if digits { "area-number" } else { "area-name" };
    view! {
        <div class=class>
            <label for=id.clone()>{label}</label>
            <input
                id=id
                class="input"
                type="text"
                inputmode=if digits { "numeric" } else { "text" }
                autocomplete="off"
                spellcheck="false"
                prop:value=text
                on:change=move |event| set.run(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}
