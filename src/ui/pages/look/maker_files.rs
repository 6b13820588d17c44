//! Below a table of one's own choice: its files, and the choices that were kept.

use super::made_tables::{self, Kept};
use super::maker::Asked;
use super::when_where::WhenWhere;
use crate::engine::protocol::MadeWorkbook;
use crate::engine::protocol::table::Table;
use crate::lang::{analyse, table_maker as words};
use crate::ui::client::ask_for_file;
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::{follow, held};
use leptos::prelude::*;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Files of the table, and the choices that were kept.
pub(super) fn below(
    asked: Asked,
    chosen: WhenWhere,
    table: RwSignal<Option<Table>>,
    problem: RwSignal<Option<crate::engine::EngineError>>,
) -> AnyView {
    let busy = RwSignal::new(false);
    let csv = Callback::new(move |()| {
        if let Some(table) = table.get_untracked() {
            let name = format!("{}-{}.csv", table.id, table.note.at);
            download(&OutFile { name, mime: "text/csv", content: table.to_csv().into() });
        }
    });
    let workbook = Callback::new(move |()| {
        let Some(table) = untrack(move || asked.question(chosen)) else { return };
        busy.set(true);
        leptos::task::spawn_local(async move {
            match ask_for_file(MadeWorkbook { table }).await {
                Ok((file, Some(bytes))) => download(&OutFile { name: file.name, mime: XLSX, content: bytes.into() }),
                Ok((_, None)) => {}
                Err(error) => problem.set(Some(error)),
            }
            busy.set(false);
        });
    });
    let kept = RwSignal::new(made_tables::kept());
    let own_name = RwSignal::new(String::new());
    let keep = Callback::new(move |()| {
        let title = table.with_untracked(|table| table.as_ref().map(|table| table.title.clone()));
        let own = Some(own_name.get_untracked().trim().to_owned()).filter(|name| !name.is_empty());
        if let Some(name) = own.or(title) {
            own_name.set(String::new());
            kept.set(made_tables::keep(untrack(move || asked.kept(name))));
        }
    });
    view! {
        <div class="buttons screen-only">
            <Button text=words::download_xlsx(lang()) icon="download" busy on_press=workbook/>
            <Button text=analyse::download_csv(lang()) look=Look::Outline icon="download" on_press=csv/>
        </div>
        <div class="keep screen-only">
            <label for="nama-susunan">{words::kept_name(lang())}</label>
            <input
                id="nama-susunan"
                class="input"
                maxlength="80"
                placeholder=held(move || table.with(|table| table.as_ref().map(|table| table.title.clone())))
                prop:value=held(move || own_name.get())
                on:input=move |event| own_name.set(event_target_value(&event))
            />
            <Button text=words::save(lang()) look=Look::Outline on_press=keep/>
        </div>
        {follow(move || kept.with(|all| (!all.is_empty()).then(|| saved(asked, kept, all))))}
    }
    .into_any()
}

fn saved(asked: Asked, kept: RwSignal<Vec<Kept>>, all: &[Kept]) -> AnyView {
    let rows = all.iter().map(|one| {
        let (open, name) = (one.clone(), one.name.clone());
        view! {
            <li class="row">
                <button type="button" class="chip chip-long" on:click=move |_| made_tables::open(|| asked.set(&open))>{one.name.clone()}</button>
                <button
                    type="button"
                    class="button button-quiet"
                    aria-label=words::forget(lang(), &one.name)
                    on:click=move |_| kept.set(made_tables::forget(&name))
                >
                    {crate::ui::parts::icon::icon("close")}
                </button>
            </li>
        }
        .into_any()
    });
    view! {
        <section class="stack-s screen-only" aria-labelledby="tabel-tersimpan">
            <h2 id="tabel-tersimpan">{words::saved(lang())}</h2>
            <ul class="plain stack-s">{rows.collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}
