//! Importing a list: a file is chosen, its columns get a meaning, the plan is looked at, and carried out.

use super::import_flow::{Flow, Stage, Work};
use super::{import_choose, import_columns, import_done, import_preview};
use crate::engine::EngineError;
use crate::lang::shell as words;
use crate::ui::client::{cancel, live};
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::progress::Progress;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The page.
pub fn ImportPage() -> AnyView {
    name_page(|| words::collect(lang()).into(), || words::import_title(lang()).into());
    let flow = Flow::new();
    let body = move || match flow.stage.get() {
        Stage::File => import_choose::view(flow),
        Stage::Columns => import_columns::view(flow),
        Stage::Plan => import_preview::view(flow),
        Stage::Done | Stage::Undone => import_done::view(flow),
    };
    // What was chosen stays while the engine works, out of sight so that it is not changed meanwhile.
    let at_work = move || flow.work.get().is_some_and(Work::stops_page);
    view! {
        <div class="stack import">
            {follow(move || flow.error.get().map(|error| trouble(&error)))}
            {work(flow)}
            <div class="stack" hidden=held(at_work) inert=held(at_work)>{follow(body)}</div>
        </div>
    }
    .into_any()
}

fn trouble(error: &EngineError) -> AnyView {
    let (title, text) = error.message(lang());
    let tone = if *error == EngineError::Cancelled { Tone::Info } else { Tone::Error };
    view! { <Notice tone title=title><p>{text}</p></Notice> }.into_any()
}

fn work(flow: Flow) -> impl IntoView {
    let step = move |part: fn(&crate::ui::client::Progress) -> u32| {
        let key = flow.work.get().map_or("", |work| work.key());
        let now = live().and_then(|live| live.progress.get()).filter(|progress| progress.what == key);
        now.as_ref().map_or(0, part)
    };
    let done = Signal::derive(move || step(|progress| progress.done));
    let total = Signal::derive(move || step(|progress| progress.total));
    move || {
        flow.work.get().filter(|work| work.stops_page()).map(|work| {
            let stop = Callback::new(move |()| cancel());
            let text = Signal::stored(work.text().to_owned());
            view! { <div class="card"><Progress text done total on_cancel=stop/></div> }.into_any()
        })
    }
}
