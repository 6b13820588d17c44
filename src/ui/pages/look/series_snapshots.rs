//! Snapshots: taken, listed, removed; both acts can be taken back.

use super::series_parts::answered;
use crate::base::{Id, Value};
use crate::engine::protocol::{
    ListSnapshots, MakeSnapshot, PutPaper, RemovePaper, SNAPSHOT_KIND, SnapshotRow, SnapshotsView, Undo,
};
use crate::lang::time as words;
use crate::ui::asking::trouble;
use crate::ui::client::ask;
use crate::ui::lang;
use crate::ui::parts::button::Button;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::field::Field;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::DateField;
use leptos::prelude::*;

/// The view.
pub(super) fn snapshots() -> AnyView {
    let (at, busy) = (RwSignal::new(Value::Missing), RwSignal::new(false));
    let (problem, warning) = (RwSignal::new(None), RwSignal::new(String::new()));
    let take = Callback::new(move |()| {
        let day = if let Value::Date(date) = at.get_untracked() { Some(date) } else { None };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let outcome = taken(day).await;
            if busy.try_set(false).is_some() {
                return;
            }
            warning.set(outcome.as_ref().cloned().unwrap_or_default());
            problem.set(outcome.err());
        });
    });
    let field = Field::new("tanggal-potret", words::date(lang())).on(at);
    view! {
        <div class="stack">
            <section class="card stack-s">
                <p class="measure">{words::snapshots_intro(lang())}</p>
                <div class="maker">
                    <DateField field/>
                    <Button text=words::take_snapshot(lang()) icon="plus" busy on_press=take/>
                </div>
                {trouble(problem)}
                {follow(move || {
                    let told = warning.get();
                    (!told.is_empty()).then(|| view! { <Notice tone=Tone::Warn><p>{told}</p></Notice> })
                })}
            </section>
            {answered(|| Some(ListSnapshots), listed)}
        </div>
    }
    .into_any()
}

/// Makes and keeps a snapshot; what is to be known of it comes back.
async fn taken(at: Option<crate::base::Date>) -> Result<String, crate::engine::EngineError> {
    let made = ask(MakeSnapshot { at }).await?;
    let paper = PutPaper { kind: SNAPSHOT_KIND.to_owned(), key: made.key, title: made.title.clone(), body: made.body };
    let done = ask(paper).await?;
    toast_undo(words::snapshot_taken(lang(), made.title), Callback::new(move |()| undo(done.act)));
    Ok(made.warning)
}

fn undo(act: Id) {
    leptos::task::spawn_local(async move {
        if let Err(error) = ask(Undo { act }).await {
            toast(error.message(lang()).1);
        }
    });
}

fn listed(view: &SnapshotsView) -> AnyView {
    if view.rows.is_empty() {
        let (title, text) = (words::no_snapshots(lang()), words::no_snapshot_yet(lang()));
        return view! { <EmptyState icon="look" title=title text=text/> }.into_any();
    }
    let rows: Vec<_> = view.rows.iter().cloned().map(row).collect();
    let told = view.years_missing.clone();
    let missing = (!told.is_empty()).then(|| view! { <Notice tone=Tone::Warn><p>{told}</p></Notice> });
    view! { <div class="stack">{missing}<ul class="plain stack-s" id="potret">{rows}</ul></div> }.into_any()
}

fn row(row: SnapshotRow) -> AnyView {
    let (key, title) = (row.key.clone(), row.title.clone());
    let remove = move |_| {
        let (key, title) = (key.clone(), title.clone());
        leptos::task::spawn_local(async move {
            match ask(RemovePaper { kind: SNAPSHOT_KIND.to_owned(), key }).await {
                Ok(done) => {
                    let told = words::snapshot_removed(lang(), title);
                    toast_undo(told, Callback::new(move |()| undo(done.act)));
                }
                Err(error) => toast(error.message(lang()).1),
            }
        });
    };
    let label = words::snapshot_remove(lang(), &row.title);
    view! {
        <li class="card row-apart">
            <span class="stack-s"><b>{row.title}</b><small class="soft">{row.told}</small></span>
            <button type="button" class="button button-quiet button-square" aria-label=label on:click=remove>{icon("close")}</button>
        </li>
    }
    .into_any()
}
