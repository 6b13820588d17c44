//! Short messages at the foot of the page, with a way to undo.

use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::live::follow;
use leptos::prelude::*;
use std::cell::Cell;
use std::time::Duration;

/// How long a message stays, in seconds; one with an action stays longer.
const STAY_SECONDS: [u64; 2] = [5, 10];

#[derive(Clone)]
struct Message {
    id: u32,
    text: String,
    action: Option<(String, Callback<()>)>,
}

thread_local! {
    static SHOWN: Cell<Option<RwSignal<Option<Message>>>> = const { Cell::new(None) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Shows a message for a few seconds: `toast("Keluarga ditambahkan")`.
pub fn toast(text: impl Into<String>) {
    show(text.into(), None);
}

/// Shows a message with "Undo": `toast_undo("Satu orang dihapus", Callback::new(move |()| restore(id)))`.
pub fn toast_undo(text: impl Into<String>, undo: Callback<()>) {
    show(text.into(), Some((words::undo(lang()).into(), undo)));
}

fn show(text: String, action: Option<(String, Callback<()>)>) {
    let Some(shown) = SHOWN.get() else { return };
    let id = LAST.get().wrapping_add(1);
    LAST.set(id);
    let stay = STAY_SECONDS[usize::from(action.is_some())];
    shown.set(Some(Message { id, text, action }));
    set_timeout(
        move || {
            if shown.try_with_untracked(|now| now.as_ref().is_some_and(|now| now.id == id)) == Some(true) {
                shown.set(None);
            }
        },
        Duration::from_secs(stay),
    );
}

/// The place where messages appear; the frame holds one.
#[component]
pub fn Toasts() -> AnyView {
    let shown = RwSignal::new(None::<Message>);
    SHOWN.set(Some(shown));
    let body = move || {
        shown.get().map(|message| {
            let action = message.action.map(|(label, action)| {
                let run = move |_| {
                    shown.set(None);
                    action.run(());
                };
                view! { <button type="button" class="toast-action" on:click=run>{label}</button> }.into_any()
            });
            view! { <div class="toast"><span>{message.text}</span>{action}</div> }.into_any()
        })
    };
    view! { <div class="toasts" role="status">{follow(body)}</div> }.into_any()
}
