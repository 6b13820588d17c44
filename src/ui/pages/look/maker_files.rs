//! Below a table of one's own choice: its files, and the tables that are kept.

use super::made_tables;
use super::maker::Asked;
use super::map_kept::undo;
use super::when_where::WhenWhere;
use crate::engine::EngineError;
use crate::engine::protocol::table::Table;
use crate::engine::protocol::{
    CheckTable, Done, KeptRow, KeptTable, ListTables, MadeWorkbook, PutPaper, RemovePaper, TABLE_PAPER,
};
use crate::lang::{analyse, table_maker as words};
use crate::ui::asking::Asked as Answered;
use crate::ui::client::{ask, ask_for_file, save};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Files of the table, and the tables that are kept.
pub(super) fn below(
    asked: Asked,
    chosen: WhenWhere,
    table: RwSignal<Option<Table>>,
    problem: RwSignal<Option<EngineError>>,
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
    let kept = Answered::follow(|| Some(ListTables));
    bring_over();
    let (own_name, wrong) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let press = Callback::new(move |()| {
        let title = table.with_untracked(|table| table.as_ref().map(|table| table.title.clone()));
        let own = Some(own_name.get_untracked().trim().to_owned()).filter(|name| !name.is_empty());
        let Some(name) = own.or(title) else { return };
        let choice = untrack(move || asked.kept());
        leptos::task::spawn_local(async move {
            match keep(name.clone(), choice).await {
                Ok(Ok(done)) => {
                    own_name.set(String::new());
                    wrong.set(None);
                    toast_undo(words::kept_now(lang(), name), Callback::new(move |()| undo(done.act)));
                }
                Ok(Err(text)) => wrong.set(Some(text)),
                Err(error) => problem.set(Some(error)),
            }
        });
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
                aria-describedby="nama-salah"
                placeholder=held(move || table.with(|table| table.as_ref().map(|table| table.title.clone())))
                prop:value=held(move || own_name.get())
                on:input=move |event| own_name.set(event_target_value(&event))
            />
            <Button text=words::save(lang()) look=Look::Outline on_press=press/>
        </div>
        <p id="nama-salah" class="wrong" role="alert">{follow(move || wrong.get())}</p>
        {kept.trouble()}
        {follow(move || kept.answer.get().filter(|all| !all.is_empty()).map(|all| saved(asked, all)))}
    }
    .into_any()
}

/// Checks the choice and keeps its paper; what is wrong with it, in words.
async fn keep(name: String, kept: KeptTable) -> Result<Result<Done, String>, EngineError> {
    let checked = ask(CheckTable { name, kept }).await?;
    if let Some((_, text)) = checked.problems.into_iter().next() {
        return Ok(Err(text));
    }
    let paper = PutPaper { kind: checked.kind, key: checked.key, title: checked.title, body: checked.body };
    save(paper).await.map(Ok)
}

/// Tables that this browser kept before become papers.
fn bring_over() {
    let old = made_tables::old();
    if old.is_empty() {
        return;
    }
    leptos::task::spawn_local(async move {
        for (name, kept) in old.into_iter().rev() {
            // They stay where they are until all could be stored.
            if keep(name, kept).await.is_err() {
                return;
            }
        }
        made_tables::forget_old();
    });
}

fn saved(asked: Asked, all: Vec<KeptRow>) -> AnyView {
    let rows = all.into_iter().map(|KeptRow { name, kept }| {
        let forget = words::forget(lang(), &name);
        let open = match kept {
            Some(kept) => {
                let press = move |_| made_tables::open(|| asked.set(&kept));
                view! { <button type="button" class="chip chip-long" on:click=press>{name.clone()}</button> }.into_any()
            }
            None => view! { <Notice tone=Tone::Warn title=words::damaged(lang(), &name)/> }.into_any(),
        };
        let remove = move |_| {
            let name = name.clone();
            leptos::task::spawn_local(async move {
                match save(RemovePaper { kind: TABLE_PAPER.to_owned(), key: name.clone() }).await {
                    Ok(done) => {
                        toast_undo(words::forgotten(lang(), name), Callback::new(move |()| undo(done.act)));
                    }
                    Err(error) => toast(error.message(lang()).1),
                }
            });
        };
        view! {
            <li class="row">
                {open}
                <button type="button" class="button button-quiet" aria-label=forget on:click=remove>
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
