//! All tables of a date and area, each as CSV, all together as a workbook.

use super::when_where::WhenWhere;
use crate::engine::protocol::table::Table;
use crate::engine::protocol::{GetTables, TablesWorkbook};
use crate::lang::{analyse as words, shell};
use crate::ui::client::{ask, ask_for_file, follow_changes};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The page.
pub fn TablesPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || shell::tables_title(lang()).into());
    let chosen = WhenWhere::new();
    let tables = RwSignal::new(None::<Vec<Table>>);
    let (problem, busy) = (RwSignal::new(None), RwSignal::new(false));
    let round = StoredValue::new(0u32);
    Effect::new(move |_| {
        follow_changes();
        let Some(look) = chosen.look() else { return };
        let this = round.try_update_value(|round| {
            *round += 1;
            *round
        });
        leptos::task::spawn_local(async move {
            let answer = ask(GetTables { look }).await;
            if round.try_get_value() != this {
                return;
            }
            match answer {
                Ok(rows) => {
                    if let Some(first) = rows.first() {
                        chosen.taken(first.note.at);
                    }
                    problem.set(None);
                    tables.set(Some(rows));
                }
                Err(error) => problem.set(Some(error)),
            }
        });
    });
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
            view! { <div class="stack-l">{tables.into_iter().map(one).collect::<Vec<_>>()}</div> }.into_any()
        }
    };
    view! {
        <div class="stack">
            {chosen.fields()}
            <div class="buttons screen-only">
                <Button text=words::download_all(lang()) icon="download" busy on_press=workbook/>
            </div>
            {move || problem.get().map(|error| {
                let (title, text) = error.message(lang());
                view! { <Notice tone=Tone::Error title=title><p>{text}</p></Notice> }
            })}
            {body}
        </div>
    }
    .into_any()
}

fn one(table: Table) -> AnyView {
    let shown = data_table(&table);
    let name = format!("{}-{}.csv", table.id, table.note.at);
    let label = words::download_csv(lang());
    let save = Callback::new(move |()| {
        download(&OutFile { name: name.clone(), mime: "text/csv", content: table.to_csv().into() });
    });
    view! {
        <section class="stack-s">
            {shown}
            <div class="screen-only"><Button text=label look=Look::Quiet icon="download" on_press=save/></div>
        </section>
    }
    .into_any()
}
