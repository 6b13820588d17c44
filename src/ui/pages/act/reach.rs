//! A target list beside the list of those who really received.

use super::give::save_file;
use crate::engine::EngineError;
use crate::engine::protocol::{
    CompareReceivers, ListComposed, ListReach, OpenReceivers, ReachPart, ReachView, ReachWorkbook, ReceiversFile,
};
use crate::lang::{number, reach as words, shell};
use crate::ui::asking::refused;
use crate::ui::client::{ask, ask_with_file, follow_changes};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::file_button::{FileButton, read_file};
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::windowed_list::{ListRow, Source, WindowedList};
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The page.
pub fn ReachPage() -> AnyView {
    name_page(|| shell::act(lang()).into(), || words::title(lang()).into());
    let lists = RwSignal::new(vec![(String::new(), words::choose_list(lang()).to_owned())]);
    leptos::task::spawn_local(async move {
        if let Ok(heads) = ask(ListComposed::default()).await {
            let sound = heads.into_iter().filter(|head| !head.damaged).map(|head| (head.key, head.title));
            _ = lists.try_update(|lists| lists.extend(sound));
        }
    });
    let list = RwSignal::new(String::new());
    let file = RwSignal::new(None::<Result<ReceiversFile, EngineError>>);
    let found = RwSignal::new(None::<Result<ReachView, EngineError>>);
    effect(move || {
        follow_changes();
        let list = list.get();
        let read = file.with(|file| matches!(file, Some(Ok(_))));
        if list.is_empty() || !read {
            return found.set(None);
        }
        leptos::task::spawn_local(async move {
            let view = ask(CompareReceivers { list, ..CompareReceivers::default() }).await;
            _ = found.try_set(Some(view));
        });
    });
    let on_file = UnsyncCallback::new(move |chosen: web_sys::File| {
        leptos::task::spawn_local(async move {
            let Ok(bytes) = read_file(&chosen).await else { return };
            let answer = ask_with_file(OpenReceivers { name: chosen.name() }, bytes).await;
            _ = file.try_set(Some(answer));
        });
    });
    let part = RwSignal::new("terlewat".to_owned());
    let again = RwSignal::new(0u64);
    effect(move || {
        found.track();
        part.track();
        again.update(|again| *again += 1);
    });
    view! {
        <div class="stack-l">
            <p class="soft measure">{words::intro(lang())}</p>
            <div class="stack screen-only">
                <Picker id="daftar" label=words::list(lang()) options=Signal::derive(move || lists.get()) chosen=list/>
                <FileButton id="penerima" text=words::choose_file(lang()) hint=words::file_hint(lang()) accept=".xlsx,.xlsm,.csv,.txt" on_file/>
            </div>
            {follow(move || file.get().map(|answer| match answer {
                Ok(file) => view! { <p role="status">{file.line}</p> }.into_any(),
                Err(error) => refused(&error),
            }))}
            {follow(move || found.get().map(|answer| match answer {
                Ok(view) => shown(view, list, part, again),
                Err(error) => refused(&error),
            }))}
        </div>
    }
    .into_any()
}

fn shown(view: ReachView, list: RwSignal<String>, part: RwSignal<String>, again: RwSignal<u64>) -> AnyView {
    let lines: Vec<_> = view.lines.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
    let book = Callback::new(move |()| {
        let compare = CompareReceivers { list: list.get_untracked(), ..CompareReceivers::default() };
        leptos::task::spawn_local(async move {
            if let Err(error) = save_file(ReachWorkbook { compare }).await {
                toast(error.message(lang()).1);
            }
        });
    });
    let names = if view.by_name { names(&view, list, part, again) } else { no_names() };
    view! {
        <section class="stack">
            {data_table(&view.table)}
            <ul class="stack-s">{lines}</ul>
            <div class="buttons screen-only">
                <Button text=words::download(lang()) icon="download" look=Look::Outline on_press=book/>
            </div>
        </section>
        {names}
    }
    .into_any()
}

fn no_names() -> AnyView {
    view! { <Notice tone=Tone::Info><p>{crate::lang::output::role_needed(lang())}</p></Notice> }.into_any()
}

fn names(view: &ReachView, list: RwSignal<String>, part: RwSignal<String>, again: RwSignal<u64>) -> AnyView {
    let whole = |n: u32| number::whole(lang(), n.into());
    let options = vec![
        ("terlewat".to_owned(), words::show_missed(lang(), whole(view.missed))),
        ("tanpa".to_owned(), words::show_leak(lang(), whole(view.without_need))),
        ("lain".to_owned(), words::show_unmatched(lang(), whole(view.unmatched))),
    ];
    let total = RwSignal::new(None);
    let source = Source::new(move |from, limit| async move {
        let part = match part.get_untracked().as_str() {
            "tanpa" => ReachPart::WithoutNeed,
            "lain" => ReachPart::Unmatched,
            _ => ReachPart::Missed,
        };
        let asked = ListReach { list: list.get_untracked(), part, from, limit, ..ListReach::default() };
        let page = ask(asked).await.ok()?;
        let row = |(family, title, line): (Option<crate::base::Id>, String, String)| ListRow {
            href: family.map_or_else(|| link("/guna/penerima"), |id| link(&format!("/kumpul/keluarga/{id}"))),
            title,
            line,
            ..ListRow::default()
        };
        Some((page.total, page.rows.into_iter().map(row).collect()))
    });
    view! {
        <section class="stack-s by-name">
            <Segmented label=words::which(lang()) name="bagian" options chosen=part/>
            <WindowedList id="penerima-nama" label=words::which(lang()) source again=Signal::derive(move || again.get()) total/>
        </section>
    }
    .into_any()
}
