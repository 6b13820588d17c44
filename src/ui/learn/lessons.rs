//! The lessons of the room, with how far the reader is; lessons brought in from a file.

use super::shelf::{self, Entry};
use crate::engine::protocol::{LessonRead, ReadLesson};
use crate::lang::{learn as words, shell, teach, tour};
use crate::learn::Bundle;
use crate::ui::client::ask_with_file;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::file_button::{FileButton, read_file};
use crate::ui::parts::file_out::{OutFile, download, share};
use crate::ui::parts::icon::icon;
use crate::ui::parts::languages::languages;
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::progress::filled_bar;
use crate::ui::parts::tag::tag;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// What came of bringing a lesson in.
#[derive(Clone, PartialEq)]
enum Brought {
    Kept(String),
    Wrong(Vec<String>),
    NotKept,
}

/// The page.
pub fn LessonsPage() -> AnyView {
    name_page(String::new, || words::title(lang()).into());
    let entries = RwSignal::new(None::<Option<Vec<Entry>>>);
    let came = RwSignal::new(None::<Brought>);
    let load = move || {
        leptos::task::spawn_local(async move {
            let found = shelf::entries().await;
            _ = entries.try_set(Some(found));
        });
    };
    load();
    let list = move || match entries.get() {
        None => skeleton(6),
        Some(None) => view! { <Notice tone=Tone::Error><p>{words::no_list(lang())}</p></Notice> }.into_any(),
        Some(Some(all)) => shelves(all, Callback::new(move |()| load())),
    };
    let on_file = UnsyncCallback::new(move |file: web_sys::File| {
        leptos::task::spawn_local(async move {
            let what = bring_in(file).await;
            _ = came.try_set(Some(what));
            load();
        });
    });
    view! {
        <div class="stack-l">
            <div class="stack">
                <p class="measure">{words::lead(lang())}</p>
                {languages()}
            </div>
            {follow(list)}
            <section class="stack">
                <h2>{words::brought(lang())}</h2>
                {follow(move || came.get().map(outcome))}
                <FileButton id="pelajaran-berkas" text=words::bring_in(lang()) hint=words::bring_in_hint(lang()) accept=".zip,.json" on_file/>
                <p class="soft">{words::how_to_write(lang())}</p>
            </section>
        </div>
    }
    .into_any()
}

fn shelves(all: Vec<Entry>, changed: Callback<()>) -> AnyView {
    let cards: Vec<_> = all.iter().map(|entry| card(entry, changed)).collect();
    view! {
        <section class="stack">
            <h2>{words::lessons(lang())}</h2>
            <ul class="plain tiles-wide">{cards}</ul>
        </section>
        <a class="card row-apart" href=link("/belajar/tur")>
            <span><b>{tour::title(lang())}</b><br/><span class="soft">{tour::line(lang())}</span></span>
            {icon("next")}
        </a>
        <a class="card row-apart" href=link("/belajar/istilah")>
            <span><b>{words::glossary(lang())}</b><br/><span class="soft">{words::glossary_line(lang())}</span></span>
            {icon("next")}
        </a>
        <a class="card row-apart" href=link("/belajar/pelatih")>
            <span><b>{teach::trainer_room(lang())}</b><br/><span class="soft">{words::trainer_line(lang())}</span></span>
            {icon("next")}
        </a>
    }
    .into_any()
}

fn card(entry: &Entry, changed: Callback<()>) -> AnyView {
    let progress = shelf::progress(&entry.id);
    let state = progress.map(|(done, all)| match done >= all {
        true => tag(Tone::Ok, words::finished(lang())),
        false => {
            view! { <span class="soft">{words::begun(lang(), done, all)}</span> {filled_bar(done as u32, all as u32)} }
                .into_any()
        }
    });
    let own = entry.brought.then(|| own_buttons(entry, changed));
    view! {
        <li class="card stack-s lesson-card">
            <p class="soft">{words::lesson_number(lang(), entry.order)}" · "{words::minutes(lang(), entry.minutes)}</p>
            <h3><a href=link(&format!("/belajar/pelajaran/{}", entry.id))>{entry.title.clone()}</a></h3>
            <p>{entry.lead.clone()}</p>
            <div class="lesson-state">{state}</div>
            <a class="lesson-sheet" href=link(&format!("/belajar/lembar/{}", entry.id))>
                {icon("print")}<span>{words::sheet(lang())}</span><span class="unseen">": "{entry.title.clone()}</span>
            </a>
            {own}
        </li>
    }
    .into_any()
}

fn own_buttons(entry: &Entry, changed: Callback<()>) -> AnyView {
    let (id, title) = (entry.id.clone(), entry.title.clone());
    let removed = entry.id.clone();
    let send = Callback::new(move |()| {
        let Some(text) = shelf::own(&id) else { return };
        let file = OutFile { name: format!("pelajaran-{id}.json"), mime: "application/json", content: text.into() };
        leptos::task::spawn_local(async move {
            if !share(&file).await {
                download(&file);
            }
        });
    });
    let remove = Callback::new(move |()| {
        if window().confirm_with_message(&words::remove_sure(lang(), &title)).unwrap_or(false) {
            shelf::remove(&removed);
            changed.run(());
        }
    });
    view! {
        <div class="buttons">
            <Button text=words::share(lang()).to_owned() look=Look::Outline icon="share" on_press=send/>
            <Button text=words::remove(lang()).to_owned() look=Look::Danger icon="trash" on_press=remove/>
        </div>
    }
    .into_any()
}

async fn bring_in(file: web_sys::File) -> Brought {
    let name = file.name();
    let failed = || Brought::Wrong(vec![shell::nothing_found(lang()).to_owned()]);
    let Ok(bytes) = read_file(&file).await else { return failed() };
    let LessonRead { bundle, problems } = match ask_with_file(ReadLesson { name }, bytes).await {
        Ok(read) => read,
        Err(error) => {
            let (title, text) = error.message(lang());
            return Brought::Wrong(vec![format!("{title}. {text}")]);
        }
    };
    let Some(text) = bundle else { return Brought::Wrong(problems) };
    let Ok(lesson) = Bundle::unpack(&text) else { return failed() };
    let id = &lesson.lesson.id;
    let built_in = shelf::entries().await.is_some_and(|all| all.iter().any(|entry| !entry.brought && entry.id == *id));
    if built_in {
        return Brought::Wrong(vec![words::same_name(lang(), id)]);
    }
    if shelf::keep(id, &text) { Brought::Kept(lesson.text("title", lang()).to_owned()) } else { Brought::NotKept }
}

fn outcome(what: Brought) -> AnyView {
    match what {
        Brought::Kept(title) => view! { <Notice tone=Tone::Ok><p>{words::kept(lang(), title)}</p></Notice> }.into_any(),
        Brought::NotKept => view! { <Notice tone=Tone::Error><p>{words::not_kept(lang())}</p></Notice> }.into_any(),
        Brought::Wrong(problems) => {
            let title = words::to_mend(lang(), problems.len());
            let lines: Vec<_> = problems.into_iter().map(|line| view! { <li>{line}</li> }).collect();
            view! { <Notice tone=Tone::Error title=title><ul>{lines}</ul></Notice> }.into_any()
        }
    }
}
