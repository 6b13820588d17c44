//! The guided tour on the sample village: tasks of a kader's and an operator's real work, each checked by what stands in the
//! register, and the sandbox that is made anew. A real village is left alone.

use super::tour_tasks::{ALL, Task};
use crate::engine::EngineError;
use crate::engine::protocol::{RemakeSample, TourGround, TourView, WatchTour};
use crate::lang::{Lang, tour as words};
use crate::learn::score::read_number;
use crate::ui::asking::trouble;
use crate::ui::client::{self, ask, follow_changes};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::progress::filled_bar;
use crate::ui::parts::tag::tag;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::shell::preferences;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// What the band on the other pages says, in both languages; empty while no tour runs. `shell/bars.rs` reads it.
const BAND: &str = "tour";
/// Says "ya" while the tour runs.
const RUNS: &str = "tour.runs";
/// Tasks that were answered rightly by a number.
const ANSWERED: &str = "tour.answered";

/// The tour as it stands: copied into every closure.
#[derive(Clone, Copy)]
struct Tour {
    runs: RwSignal<bool>,
    /// What was found; nothing while it is on its way.
    view: RwSignal<Option<TourView>>,
    answered: RwSignal<String>,
    problem: RwSignal<Option<EngineError>>,
}

/// The page.
pub fn TourPage() -> AnyView {
    name_page(|| crate::lang::learn::title(lang()).into(), || words::title(lang()).into());
    let tour = Tour {
        runs: RwSignal::new(preferences::get(RUNS).as_deref() == Some("ya")),
        view: RwSignal::new(None),
        answered: RwSignal::new(preferences::get(ANSWERED).unwrap_or_default()),
        problem: RwSignal::new(None),
    };
    effect(move || {
        follow_changes();
        leptos::task::spawn_local(async move {
            match ask(WatchTour).await {
                // What stands is left standing: a number may be half typed.
                Ok(view) if tour.view.try_get_untracked().flatten().as_ref() == Some(&view) => {}
                Ok(view) => _ = tour.view.try_set(Some(view)),
                Err(error) => _ = tour.problem.try_set(Some(error)),
            }
        });
    });
    // Whoever comes back from another tab, or by the browser's way back, finds what was done there.
    let back = window_event_listener_untyped("focus", |_| client::read_again());
    let shown = window_event_listener_untyped("pageshow", |_| client::read_again());
    on_cleanup(move || {
        back.remove();
        shown.remove();
    });
    effect(move || tour.tell_band());
    let body = move || {
        let view = tour.view.get()?;
        Some(match (view.ground, tour.runs.get()) {
            (TourGround::Real, _) => real(),
            (_, false) => beginning(tour),
            (_, true) => tasks(tour, &view),
        })
    };
    let waits = move || tour.view.with(Option::is_none) && tour.problem.with(Option::is_none);
    view! {
        <div class="stack-l">
            <p class="measure">{words::lead(lang())}</p>
            {trouble(tour.problem)}
            {follow(move || waits().then(|| skeleton(6)))}
            {follow(body)}
            {sandbox(tour)}
        </div>
    }
    .into_any()
}

impl Tour {
    /// The first task that is not done, of those there are.
    fn now(self, view: &TourView) -> Option<usize> {
        self.answered.with(|answered| ALL.iter().position(|task| !task.is_done(view, answered)))
    }

    /// Leaves a sentence for the band on the other pages.
    fn tell_band(self) {
        let (runs, view) = (self.runs.get(), self.view.get());
        preferences::set(RUNS, if runs { "ya" } else { "" });
        let Some(view) = view else { return };
        let at = self.now(&view).filter(|_| runs && view.ground != TourGround::Real);
        let said = |at: usize, lang: Lang| words::bar(lang, at + 1, ALL.len(), ALL[at].title(lang));
        preferences::set(
            BAND,
            &at.map_or(String::new(), |at| format!("{}|{}", said(at, Lang::Id), said(at, Lang::En))),
        );
    }

    fn answer(self, task: Task) {
        self.answered.update(|answered| *answered = format!("{answered} {}", task.key()));
        preferences::set(ANSWERED, &self.answered.get_untracked());
    }

    fn start(self) {
        self.answered.set(String::new());
        preferences::set(ANSWERED, "");
    }
}

fn real() -> AnyView {
    view! { <Notice tone=Tone::Info title=words::real(lang()).to_owned()><p>{words::real_text(lang())}</p></Notice> }
        .into_any()
}

fn beginning(tour: Tour) -> AnyView {
    let begin = Callback::new(move |()| {
        tour.start();
        tour.runs.set(true);
    });
    let titles: Vec<_> = ALL.iter().map(|task| view! { <li>{task.title(lang())}</li> }).collect();
    view! {
        <div class="stack">
            <ol class="measure">{titles}</ol>
            <div class="buttons"><Button text=words::begin(lang()).to_owned() icon="next" on_press=begin/></div>
        </div>
    }
    .into_any()
}

fn tasks(tour: Tour, view: &TourView) -> AnyView {
    let now = tour.now(view);
    let done = tour.answered.with(|answered| ALL.iter().filter(|task| task.is_done(view, answered)).count());
    let card = |(at, task): (usize, &Task)| {
        let is_now = now == Some(at);
        let is_done = tour.answered.with(|answered| task.is_done(view, answered));
        let state = if is_done {
            Some(tag(Tone::Ok, words::task_done(lang())))
        } else {
            is_now.then(|| tag(Tone::Info, words::task_now(lang())))
        };
        let body = is_now.then(|| open_task(tour, *task, view));
        view! {
            <li class="card stack-s tour-task" data-task=task.key() data-state=if is_done { "done" } else if is_now { "now" } else { "later" }>
                <div class="row-apart"><h2>{format!("{}. {}", at + 1, task.title(lang()))}</h2>{state}</div>
                {body}
            </li>
        }
        .into_any()
    };
    let cards: Vec<_> = ALL.iter().enumerate().map(card).collect();
    let end = Callback::new(move |()| tour.runs.set(false));
    let whole = now.is_none().then(|| {
        view! { <Notice tone=Tone::Ok title=words::all_done(lang()).to_owned()><p>{words::all_done_text(lang())}</p></Notice> }
    });
    view! {
        <div class="stack">
            <div class="lesson-progress">
                <span role="status">{words::progress(lang(), done, ALL.len())}</span>
                {filled_bar(done as u32, ALL.len() as u32)}
            </div>
            {whole}
            <ol class="plain stack-s">{cards}</ol>
            <div class="buttons"><Button text=words::end(lang()).to_owned() look=Look::Quiet on_press=end/></div>
        </div>
    }
    .into_any()
}

/// What is to be done now, the way there, and the check.
fn open_task(tour: Tour, task: Task, view: &TourView) -> AnyView {
    let (way, verb) = task.way(view);
    let check = match task.wanted(view) {
        Some(wanted) => number(tour, task, wanted),
        None => {
            let again = Callback::new(|()| client::read_again());
            view! {
                <p class="soft">{words::not_yet(lang())}</p>
                <div class="buttons"><Button text=words::look_again(lang()).to_owned() look=Look::Quiet icon="undo" on_press=again/></div>
            }
            .into_any()
        }
    };
    view! {
        <p class="measure">{task.text(view)}</p>
        <div class="buttons"><a class=Look::Main.class() href=link(&way)>{verb}</a></div>
        {check}
    }
    .into_any()
}

/// A number that only someone who has looked can tell.
fn number(tour: Tour, task: Task, wanted: u32) -> AnyView {
    let (typed, said) = (RwSignal::new(String::new()), RwSignal::new(None::<&'static str>));
    let check = move || {
        let given = read_number(&typed.get_untracked());
        match given {
            None => said.set(Some(words::number_first(lang()))),
            Some(given) if given == f64::from(wanted) => tour.answer(task),
            Some(_) => said.set(Some(words::wrong_number(lang()))),
        }
    };
    let sent = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        check();
    };
    view! {
        <form class="stack-s" on:submit=sent>
            <label class="stack-s lesson-number">
                <span class="soft">{words::your_number(lang())}</span>
                <input class="input" type="text" inputmode="numeric" autocomplete="off" on:input=move |event| typed.set(event_target_value(&event))/>
            </label>
            <p class="lesson-lacking" role="alert" hidden=held(move || said.get().is_none())>{follow(move || said.get())}</p>
            <div class="buttons"><button type="submit" class=Look::Outline.class()>{words::check(lang())}</button></div>
        </form>
    }
    .into_any()
}

/// The sample village made anew.
fn sandbox(tour: Tour) -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let make = Callback::new(move |()| {
        open.set(false);
        busy.set(true);
        leptos::task::spawn_local(async move {
            // The engine refuses where a real village is here; whoever asks, and whatever this page believes.
            let answer = ask(RemakeSample).await;
            client::stop();
            _ = busy.try_set(false);
            match answer {
                Ok(status) => {
                    client::show(status);
                    tour.start();
                    client::read_again();
                    toast(words::anew_done(lang()));
                }
                Err(error) => _ = tour.problem.try_set(Some(error)),
            }
        });
    });
    let is_sample = move || tour.view.with(|view| view.as_ref().is_some_and(|view| view.ground == TourGround::Sample));
    view! {
        <section class="card stack-s" hidden=held(move || !is_sample())>
            <h2>{words::sandbox(lang())}</h2>
            <p class="soft">{words::sandbox_text(lang())}</p>
            <div class="buttons">
                <Button text=words::anew(lang()).to_owned() look=Look::Danger on_press=Callback::new(move |()| open.set(true)) busy/>
            </div>
            <Dialog open=open title=words::anew_title(lang()).to_owned()>
                <p>{words::anew_text(lang())}</p>
                <div class="buttons"><Button text=words::anew_yes(lang()).to_owned() look=Look::Danger on_press=make/></div>
            </Dialog>
        </section>
    }
    .into_any()
}
