//! The page of someone who comes for the first time: what this is, and two doors.

use super::failure;
use super::river::river;
use crate::engine::EngineError;
use crate::engine::protocol::{MakeSample, SAMPLE_FAMILIES};
use crate::lang::{number, shell, start as words};
use crate::ui::client::{self, live, save};
use crate::ui::parts::button::Look;
use crate::ui::parts::icon::icon;
use crate::ui::parts::languages::languages;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::progress::Progress;
use crate::ui::{go, lang, link};
use leptos::prelude::*;

/// What stands on the first page while no village has been chosen.
pub fn landing() -> AnyView {
    let making = RwSignal::new(false);
    let error = RwSignal::new(None);
    view! {
        <div class="start stack-l">
            <div class="start-head">
                <p class="start-lead">{words::lead(lang())}</p>
                {languages()}
            </div>
            {failure(error)}
            <div class="doors">
                {sample_door(making, error)}
                <a class="card door" href=link("/mulai")>
                    <span class="door-head"><span class="door-icon">{icon("home")}</span><b class="door-title">{words::begin_mine(lang())}</b></span>
                    <span class="door-line">{words::begin_mine_line(lang())}</span>
                    <span class=format!("{} door-go", Look::Outline.class())>{words::choose_village_step(lang())}</span>
                </a>
            </div>
            <p class="row">
                <span>{words::have_backup(lang())}</span>
                <a class=Look::Quiet.class() href=link("/paket")>{icon("package")}<span>{words::restore(lang())}</span></a>
            </p>
            <p class="row">
                <span>{words::want_to_learn(lang())}</span>
                <a class=Look::Quiet.class() href=link("/belajar")>{icon("learn")}<span>{words::to_lessons(lang())}</span></a>
            </p>
            <section class="stack">
                <h2>{words::what_it_does(lang())}</h2>
                <ul class="plain first-list">
                    {work("collect", shell::collect(lang()), words::collect_line(lang()))}
                    {work("verify", shell::verify(lang()), words::verify_line(lang()))}
                    {work("look", shell::look(lang()), words::look_line(lang()))}
                    {work("act", shell::act(lang()), words::act_line(lang()))}
                </ul>
                <p class="soft">{words::stays_here(lang())}</p>
            </section>
        </div>
    }
    .into_any()
}

fn sample_door(making: RwSignal<bool>, error: RwSignal<Option<EngineError>>) -> AnyView {
    let open = move |_| {
        if !making.get_untracked() {
            making.set(true);
            error.set(None);
            leptos::task::spawn_local(make_sample(making, error));
        }
    };
    view! {
        <button type="button" class="card door door-sample" on:click=open aria-busy=held(move || making.get().then_some("true"))>
            {river()}
            <b class="door-title">{words::try_sample(lang())}</b>
            <span class="door-line">{words::try_sample_line(lang(), number::whole(lang(), i64::from(SAMPLE_FAMILIES)))}</span>
            <span class="door-go button" hidden=held(move || making.get())>{words::open_sample(lang())}</span>
            <span class="door-wait" hidden=held(move || !making.get())>{follow(move || making.get().then(progress))}</span>
        </button>
    }
    .into_any()
}

fn progress() -> AnyView {
    let now = move || live().and_then(|live| live.progress.get());
    let done = Signal::derive(move || now().map_or(0, |progress| progress.done));
    let total = Signal::derive(move || now().map_or(0, |progress| progress.total));
    view! { <Progress text=words::making_sample(lang()).to_owned() done total/> }.into_any()
}

async fn make_sample(making: RwSignal<bool>, error: RwSignal<Option<EngineError>>) {
    match save(MakeSample { families: None, seed: None }).await {
        Ok(status) => {
            client::show(status);
            go("/");
        }
        Err(why) => error.set(Some(why)),
    }
    making.set(false);
}

fn work(shape: &'static str, name: &'static str, line: &'static str) -> AnyView {
    view! { <li class="work"><span class="step-icon">{icon(shape)}</span><span><b>{name}</b>{line}</span></li> }
        .into_any()
}
