//! All tables of a date and area, each as CSV, all together as a workbook.

use super::when_where::WhenWhere;
use crate::engine::protocol::table::Table;
use crate::engine::protocol::{GetTables, TablesWorkbook};
use crate::lang::{analyse as words, shell};
use crate::ui::asking::{latest, trouble};
use crate::ui::client::ask_for_file;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::follow;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;
use std::collections::BTreeSet;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The page.
pub fn TablesPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || shell::tables_title(lang()).into());
    let chosen = WhenWhere::new();
    let tables = RwSignal::new(None::<Vec<Table>>);
    let (problem, busy) = (RwSignal::new(None), RwSignal::new(false));
    // Tables that are open, by their place in the list; the first is open from the start.
    let open = RwSignal::new(BTreeSet::from([0]));
    latest(
        move || Some(GetTables { look: chosen.look()? }),
        move |answer| match answer {
            Ok(rows) => {
                if let Some(first) = rows.first() {
                    chosen.taken(first.note.at);
                }
                problem.set(None);
                tables.set(Some(rows));
            }
            Err(error) => problem.set(Some(error)),
        },
    );
    let workbook = Callback::new(move |()| {
        let Some(look) = untrack(move || chosen.look()) else { return };
        busy.set(true);
        leptos::task::spawn_local(async move {
            match ask_for_file(TablesWorkbook { look }).await {
                Ok((file, Some(bytes))) => {
                    download(&OutFile { name: file.name, mime: XLSX, content: bytes.into() });
                    problem.set(None);
                }
                Ok((_, None)) => {}
                Err(error) => problem.set(Some(error)),
            }
            busy.set(false);
        });
    });
    let body = move || match tables.get() {
        None => skeleton(12),
        Some(tables) => {
            let rows = tables.into_iter().enumerate().map(|(i, table)| one(table, open, i)).collect::<Vec<_>>();
            view! { <div class="stack-s">{rows}</div> }.into_any()
        }
    };
    view! {
        <div class="stack">
            {chosen.fields()}
            <div class="buttons screen-only">
                <Button text=words::download_all(lang()) icon="download" busy on_press=workbook/>
                <a class=Look::Outline.class() href=link("/lihat/susun")>{crate::lang::table_maker::title(lang())}</a>
            </div>
            {trouble(problem)}
            {follow(body)}
        </div>
    }
    .into_any()
}

/// A table behind its title; it is drawn when it is opened.
fn one(table: Table, open: RwSignal<BTreeSet<usize>>, i: usize) -> AnyView {
    let title = table.title.clone();
    let toggle = move |event: leptos::ev::Event| {
        let now = event_target::<web_sys::Element>(&event).has_attribute("open");
        if open.with_untracked(|open| open.contains(&i)) != now {
            open.update(|open| _ = if now { open.insert(i) } else { open.remove(&i) });
        }
    };
    let is_open = Memo::new(move |_| open.with(|open| open.contains(&i)));
    let table = StoredValue::new(table);
    view! {
        <details class="explain card table-card" open=is_open.get_untracked() on:toggle=toggle>
            <summary>{title}</summary>
            {follow(move || is_open.get().then(|| table.with_value(drawn)))}
        </details>
    }
    .into_any()
}

/// A table with its CSV.
pub(super) fn drawn(table: &Table) -> AnyView {
    let (name, csv) = (format!("{}-{}.csv", table.id, table.note.at), table.to_csv());
    let save = Callback::new(move |()| {
        download(&OutFile { name: name.clone(), mime: "text/csv", content: csv.clone().into() });
    });
    view! {
        <div class="stack-s">
            {data_table(table)}
            <div class="buttons screen-only">
                <Button text=words::download_csv(lang()) look=Look::Quiet icon="download" on_press=save/>
            </div>
        </div>
    }
    .into_any()
}
