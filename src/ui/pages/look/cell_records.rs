//! Who stands in a count of a table for the office: names, each leading to the family. Never for everybody's tables.

use crate::engine::protocol::{CellRecords, CellRow, MakeTable};
use crate::lang::{number, table_maker as words};
use crate::ui::asking::refused;
use crate::ui::client::ask;
use crate::ui::parts::live::{effect, follow};
use crate::ui::shell::announce::announce;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// So many are shown at a time.
const PAGE: u32 = 50;

/// A count of a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    /// The table.
    pub question: MakeTable,
    /// Its row; nothing for the sum.
    pub row: Option<u16>,
    /// Its column; nothing for the sum.
    pub column: Option<u16>,
}

/// The list below the table, while a count is open.
pub(super) fn below_table(opened: RwSignal<Option<Cell>>) -> AnyView {
    let rows = RwSignal::new(Vec::<CellRow>::new());
    let total = RwSignal::new(0u32);
    let problem = RwSignal::new(None);
    let more = move || {
        let Some(cell) = opened.get_untracked() else { return };
        let from = rows.with_untracked(Vec::len) as u32;
        leptos::task::spawn_local(async move {
            let Cell { question: table, row, column } = cell.clone();
            let answer = ask(CellRecords { table, row, column, from, limit: PAGE }).await;
            if opened.try_get_untracked().flatten() != Some(cell) {
                return;
            }
            match answer {
                Ok(page) => {
                    total.set(page.total);
                    rows.update(|rows| rows.extend(page.rows));
                    if from == 0 {
                        announce(&words::who_is_here(lang(), number::whole(lang(), i64::from(page.total))));
                    }
                }
                Err(error) => problem.set(Some(error)),
            }
        });
    };
    effect(move || {
        opened.track();
        rows.set(Vec::new());
        total.set(0);
        problem.set(None);
        more();
    });
    let list = move || {
        opened.get()?;
        let error = problem.get().map(|error: crate::engine::EngineError| refused(&error));
        let all = rows.get();
        let left = total.get() > all.len() as u32;
        let line = |row: CellRow| {
            let href = link(&format!("/kumpul/keluarga/{}", row.family));
            view! {
                <li>
                    <a class="record" href=href>
                        <b>{row.name}</b>
                        <span class="soft">{row.line}</span>
                        <span class="soft">{row.place}</span>
                    </a>
                </li>
            }
            .into_any()
        };
        Some(view! {
            <section class="stack-s screen-only" aria-labelledby="isi-sel">
                <div class="row">
                    <h2 id="isi-sel">{words::who_is_here(lang(), number::whole(lang(), i64::from(total.get())))}</h2>
                    <button type="button" class="button button-quiet" on:click=move |_| opened.set(None)>
                        {words::close_records(lang())}
                    </button>
                </div>
                {error}
                <ul class="plain records">{all.into_iter().map(line).collect::<Vec<_>>()}</ul>
                <button type="button" class="button button-outline" hidden=!left on:click=move |_| more()>
                    {words::more_records(lang())}
                </button>
            </section>
        })
    };
    follow(list)
}
