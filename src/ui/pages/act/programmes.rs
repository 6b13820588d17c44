//! All interventions, and the sheet of village planning.

use super::give::save_file;
use crate::engine::EngineError;
use crate::engine::protocol::table::Table;
use crate::engine::protocol::{ListProgrammes, PlanningSheet, PlanningWorkbook, ProgrammeRow};
use crate::lang::{act as act_words, intervention as words, shell};
use crate::ui::asking::refused;
use crate::ui::client::{ask, follow_changes};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

type Answer = Result<(Vec<ProgrammeRow>, Table), EngineError>;

/// The page.
pub fn ProgrammesPage() -> AnyView {
    name_page(|| shell::act(lang()).into(), || words::title(lang()).into());
    let answer = RwSignal::new(None::<Answer>);
    effect(move || {
        follow_changes();
        leptos::task::spawn_local(async move {
            let both = async { Ok((ask(ListProgrammes).await?, ask(PlanningSheet).await?)) };
            _ = answer.try_set(Some(both.await));
        });
    });
    view! {
        <div class="stack-l">
            <div class="stack screen-only">
                <p class="soft measure">{words::intro(lang())}</p>
                <div class="buttons">
                    <a class=Look::Main.class() href=link("/guna/program/baru")>{words::add(lang())}</a>
                </div>
            </div>
            {follow(move || match answer.get() {
                None => skeleton(6),
                Some(Err(error)) => refused(&error),
                Some(Ok((rows, _))) if rows.is_empty() => view! {
                    <EmptyState icon="act" title=words::none_yet(lang()) text=words::none_yet_text(lang())/>
                }.into_any(),
                Some(Ok((rows, sheet))) => shown(rows, &sheet),
            })}
        </div>
    }
    .into_any()
}

fn shown(rows: Vec<ProgrammeRow>, sheet: &Table) -> AnyView {
    let card = |row: ProgrammeRow| {
        let line = if row.damaged { row.line } else { format!("{} · {}", row.line, row.reached) };
        let tag = row.damaged.then(|| (Tone::Error, "!".to_owned()));
        step_card(Step { href: link(&format!("/guna/program/{}", row.key)), icon: "act", title: row.title, line, tag })
    };
    let cards: Vec<_> = rows.into_iter().map(card).collect();
    let book = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            if let Err(error) = save_file(PlanningWorkbook).await {
                toast(error.message(lang()).1);
            }
        });
    });
    let print = Callback::new(|()| _ = window().print());
    view! {
        <div class="steps screen-only">{cards}</div>
        <section class="stack-s planning-sheet" aria-labelledby="lembar">
            <h2 id="lembar" class="screen-only">{words::sheet_short(lang())}</h2>
            {data_table(sheet)}
            <div class="buttons screen-only">
                <Button text=words::sheet_xlsx(lang()) icon="download" look=Look::Outline on_press=book/>
                <Button text=act_words::print(lang()) icon="print" look=Look::Outline on_press=print/>
            </div>
        </section>
    }
    .into_any()
}
