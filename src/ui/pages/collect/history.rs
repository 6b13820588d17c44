//! The last acts, and their undo.

use crate::base::Id;
use crate::engine::protocol::{ActRow, RecentActs, Undo};
use crate::engine::protocol::{RecordKind, RecordRef};
use crate::lang::{collect as words, number};
use crate::ui::client::{ask, follow_changes, save};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::live::follow;
use crate::ui::parts::toast::toast;
use leptos::prelude::*;

/// The history of a family's own record, folded away.
pub fn of_family(id: Id) -> AnyView {
    let rows = acts(30, Some(RecordRef { kind: RecordKind::Family, id }));
    view! {
        <details class="card">
            <summary>{words::history(lang())}</summary>
            {follow(move || list(&rows.get()))}
        </details>
    }
    .into_any()
}

/// The last acts of the village.
pub fn recent(limit: u32) -> AnyView {
    let rows = acts(limit, None);
    view! { {follow(move || list(&rows.get()))} }.into_any()
}

fn acts(limit: u32, record: Option<RecordRef>) -> RwSignal<Vec<ActRow>> {
    let rows = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        follow_changes();
        leptos::task::spawn_local(async move {
            if let Ok(acts) = ask(RecentActs { limit, record }).await {
                _ = rows.try_set(acts);
            }
        });
    });
    rows
}

fn list(rows: &[ActRow]) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="soft">{words::no_history(lang())}</p> }.into_any();
    }
    let row = |act: &ActRow| {
        let id = act.id;
        let undo = act.undoable.then(|| {
            let press = Callback::new(move |()| undo(id));
            view! { <Button text=crate::lang::shell::undo(lang()) look=Look::Quiet on_press=press/> }
        });
        let about = if act.about.is_empty() { String::new() } else { format!(" · {}", act.about) };
        let by = if act.by.is_empty() { String::new() } else { format!(" · {}", act.by) };
        view! {
            <li class="row-apart">
                <span>
                    {act.text.clone()}{about}<br/>
                    <span class="soft">{number::date(lang(), act.on)}{by}</span>
                </span>
                {undo}
            </li>
        }
        .into_any()
    };
    view! { <ul class="plain stack-s">{rows.iter().map(row).collect::<Vec<_>>()}</ul> }.into_any()
}

/// Takes an act back and says so.
pub fn undo(act: Id) {
    leptos::task::spawn_local(async move {
        match save(Undo { act }).await {
            Ok(_) => toast(words::undone(lang())),
            Err(error) => toast(error.message(lang()).1),
        }
    });
}
