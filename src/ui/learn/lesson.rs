//! A lesson: its steps one after another. What was seen stays on the page, so that stepping back loses nothing.

use super::aloud::Reader;
use super::swipe::{self, Swipe};
use super::{exercise, piece, shelf, words as shown};
use crate::engine::protocol::LessonVillage;
use crate::lang::{hall, learn as words};
use crate::learn::{Bundle, Problem, Step, Village};
use crate::ui::client::{self, ask};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::progress::filled_bar;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// What a lesson was found to be: nothing while it is on its way.
pub type Found = Option<Option<Result<Arc<Bundle>, Vec<Problem>>>>;

/// The page.
pub fn LessonPage() -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.get().get("id").unwrap_or_default());
    let found = fetch(move || id.get());
    name_page(move || number_of(&found.get()), move || title_of(&found.get()));
    opened(found, with_village)
}

/// The lesson of a name, which may change.
pub fn fetch(id: impl Fn() -> String + 'static) -> RwSignal<Found> {
    let found = RwSignal::new(None as Found);
    effect(move || {
        let id = id();
        leptos::task::spawn_local(async move {
            let opened = shelf::open(&id).await;
            _ = found.try_set(Some(opened.map(|opened| opened.map(Arc::new))));
        });
    });
    found
}

/// The title of a lesson, for the page's own.
pub fn title_of(found: &Found) -> String {
    match found {
        Some(Some(Ok(bundle))) => bundle.text("title", lang()).to_owned(),
        _ => words::lessons(lang()).into(),
    }
}

/// The number of a lesson, for the line above the title.
pub fn number_of(found: &Found) -> String {
    match found {
        Some(Some(Ok(bundle))) => words::lesson_number(lang(), bundle.lesson.order),
        _ => words::title(lang()).into(),
    }
}

/// What is made of a lesson when it is there.
pub fn opened(found: RwSignal<Found>, then: impl Fn(Arc<Bundle>) -> AnyView + Send + 'static) -> AnyView {
    follow(move || match found.get() {
        None => skeleton(6),
        Some(Some(Ok(bundle))) => untrack(|| then(bundle)),
        Some(Some(Err(problems))) => broken(&problems),
        Some(None) => not_there(),
    })
}

fn broken(problems: &[Problem]) -> AnyView {
    let lines: Vec<_> = problems.iter().map(|problem| view! { <li>{problem.text(lang())}</li> }).collect();
    view! { <Notice tone=Tone::Error title=words::broken(lang()).to_owned()><ul>{lines}</ul></Notice> }.into_any()
}

fn not_there() -> AnyView {
    view! {
        <EmptyState icon="learn" title=words::not_found(lang()) text=words::not_found_text(lang())>
            <a class=Look::Main.class() href=link("/belajar")>{words::to_lessons(lang())}</a>
        </EmptyState>
    }
    .into_any()
}

/// What a step is called.
pub fn kind(step: &Step) -> &'static str {
    match step {
        Step::Story(_) => words::story(lang()),
        Step::Piece(..) => words::piece(lang()),
        Step::Question(_) => words::question(lang()),
        Step::Text(_) => words::text(lang()),
        Step::Exercise(_) => words::exercise(lang()),
        Step::Summary(_) => words::summary(lang()),
    }
}

/// The village of a lesson from the study: the sample, or the twin of the own one; with a sentence where it is another than
/// was asked for, or did not come.
async fn fetch_village(own: bool) -> (Option<Arc<Village>>, Option<String>) {
    // Drawn anew at each opening of the page: nobody can tell two twins' common part from the village.
    let seed = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    let (answer, note) = match ask(LessonVillage { own, seed }).await {
        Ok(None) => (ask(LessonVillage { own: false, seed }).await, Some(words::twin_too_small(lang()).to_owned())),
        answer => (answer, None),
    };
    match answer {
        Ok(village) => (village.map(Arc::new), note),
        Err(error) => {
            let (title, text) = error.message(lang());
            (None, Some(format!("{title}. {text}")))
        }
    }
}

/// A village that was asked for, as [`fetch_village`] brings it; nothing while it is on its way.
type Came = RwSignal<Option<(Option<Arc<Village>>, Option<String>)>>;

/// Asks for a village.
fn send_for(came: Came, own: bool) {
    leptos::task::spawn_local(async move {
        let answer = fetch_village(own).await;
        _ = came.try_set(Some(answer));
    });
}

/// What is made on a village when it has come.
pub fn on_village(own: bool, then: impl Fn(Arc<Village>) -> AnyView + Send + 'static) -> AnyView {
    let came = RwSignal::new(None);
    send_for(came, own);
    when_come(came, Box::new(then))
}

fn when_come(came: Came, then: Box<dyn Fn(Arc<Village>) -> AnyView + Send>) -> AnyView {
    follow(move || match came.get() {
        None => skeleton(4),
        Some((Some(village), _)) => untrack(|| then(village)),
        Some((None, note)) => view! { <Notice tone=Tone::Error><p>{note}</p></Notice> }.into_any(),
    })
}

/// Chooses the village, asks the study for it, and shows the lesson: its words at once, what runs on the village when that
/// has come.
fn with_village(bundle: Arc<Bundle>) -> AnyView {
    let whose = RwSignal::new("sample".to_owned());
    let came: Came = RwSignal::new(None);
    effect(move || {
        let own = whose.get() == "own";
        came.set(None);
        send_for(came, own);
    });
    let choose = move || {
        let has = client::status().is_some_and(|status| status.has_village && !status.sample);
        has.then(|| {
            let options = vec![
                ("sample".to_owned(), words::sample_village(lang()).to_owned()),
                ("own".to_owned(), words::own_village(lang()).to_owned()),
            ];
            view! { <Segmented label=words::data_of(lang()) name="data-pelajaran" options chosen=whose/> }
        })
    };
    let marked = move || {
        match came.get() {
        Some((Some(village), _)) if village.twin => {
            view! { <Notice tone=Tone::Info title=words::twin_tag(lang()).to_owned()><p>{words::twin_text(lang())}</p></Notice> }
                .into_any()
        }
        Some((Some(_), Some(note))) => view! { <Notice tone=Tone::Warn><p>{note}</p></Notice> }.into_any(),
        _ => ().into_any(),
    }
    };
    let lead = bundle.text("lead", lang()).to_owned();
    let screen = format!("/belajar/layar/{}", bundle.lesson.id);
    let to_screen = move || {
        let query = if whose.get() == "own" { "?data=sendiri" } else { "" };
        view! { <a class="lesson-sheet" href=link(&format!("{screen}{query}"))>{icon("look")}<span>{hall::present(lang())}</span></a> }
    };
    view! {
        <div class="stack lesson">
            <p class="measure lesson-lead">{lead}</p>
            {follow(to_screen)}
            {follow(choose)}
            {follow(marked)}
            {steps(bundle, came)}
        </div>
    }
    .into_any()
}

fn steps(bundle: Arc<Bundle>, came: Came) -> AnyView {
    let id = bundle.lesson.id.clone();
    let swiped_id = id.clone();
    let all = bundle.lesson.steps.len();
    // Whoever finished it reads it from the start again.
    let begun = shelf::progress(&id).map_or(0, |(done, _)| if done >= all { 0 } else { done });
    let seen = RwSignal::new((begun + 1).min(all.max(1)));
    let done = RwSignal::new(false);
    let reader = Reader::new();
    let sections: Vec<_> = (0..all)
        .map(|at| {
            let bundle = bundle.clone();
            let open = Memo::new(move |_| seen.get() > at);
            follow(move || open.get().then(|| section(&bundle, came, at, reader)))
        })
        .collect();
    let kept = id.clone();
    // The step behind or before the one that was swiped; the last is finished by its button alone.
    let swiped = UnsyncCallback::new(move |swipe: Swipe| {
        let number = if swipe.forward { swipe.step + 1 } else { swipe.step.saturating_sub(1) };
        if (1..=all).contains(&number) {
            if number > seen.get_untracked() {
                shelf::set_progress(&swiped_id, number - 1, all);
                seen.set(number);
            }
            request_animation_frame(move || focus_step(number));
        }
    });
    let go_on = Callback::new(move |()| {
        let now = seen.get_untracked();
        shelf::set_progress(&kept, now, all);
        if now >= all {
            done.set(true);
            return;
        }
        seen.set(now + 1);
        request_animation_frame(move || focus_step(now + 1));
    });
    let again = Callback::new(move |()| {
        shelf::set_progress(&id, 0, all);
        done.set(false);
        seen.set(1);
        request_animation_frame(|| focus_step(1));
    });
    let label = Signal::derive(move || {
        if seen.get() >= all { words::finish(lang()).to_owned() } else { words::next(lang()).to_owned() }
    });
    let end = move || {
        if done.get() {
            view! {
                <Notice tone=Tone::Ok title=words::done_title(lang()).to_owned()>
                    <p role="status">{words::done_text(lang())}</p>
                    <div class="buttons">
                        <a class=Look::Main.class() href=link("/belajar")>{words::to_lessons(lang())}</a>
                        <Button text=words::begin_again(lang()).to_owned() look=Look::Outline on_press=again/>
                    </div>
                </Notice>
            }
            .into_any()
        } else {
            view! { <Button text=label icon="next" wide=true on_press=go_on/> }.into_any()
        }
    };
    view! {
        <div class="lesson-progress">
            <span class="soft">{follow(move || words::step_of(lang(), seen.get(), all))}</span>
            {follow(move || filled_bar(seen.get() as u32, all as u32))}
        </div>
        {swipe::area(sections.into_any(), swiped)}
        <p class="soft lesson-swipe">{hall::swipe(lang())}</p>
        <div class="lesson-way" hidden=held(move || all == 0)>{follow(end)}</div>
    }
    .into_any()
}

/// The heading of a step takes the focus, so that a screen reader reads on from there.
fn focus_step(number: usize) {
    let heading = document().get_element_by_id(&format!("langkah-{number}"));
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok()) {
        heading.scroll_into_view();
        _ = heading.focus();
    }
}

fn section(bundle: &Arc<Bundle>, came: Came, at: usize, reader: Reader) -> AnyView {
    let Some(step) = bundle.lesson.steps.get(at) else { return ().into_any() };
    let body = match step {
        Step::Story(key) | Step::Text(key) | Step::Summary(key) | Step::Piece(key, ..) => {
            Some(shown::text(bundle.text(key, lang())))
        }
        _ => None,
    };
    let whole = bundle.clone();
    let on_village = move |village: Arc<Village>| match &whole.lesson.steps[at] {
        Step::Piece(_, name, settings) => piece::piece(name, settings, &village),
        Step::Question(item) | Step::Exercise(item) => {
            exercise::exercise(item.clone(), whole.texts(lang()).clone(), Some(village))
        }
        _ => ().into_any(),
    };
    let runs = matches!(step, Step::Piece(..) | Step::Question(_) | Step::Exercise(_));
    let runs = runs.then(|| when_come(came, Box::new(on_village)));
    let class = match step {
        Step::Summary(_) => "card stack lesson-step lesson-summary",
        _ => "card stack lesson-step",
    };
    let number = at + 1;
    view! {
        <section class=class data-step=number.to_string()>
            <div class="row-apart">
                <h2 id=format!("langkah-{number}") tabindex="-1">{kind(step)}</h2>
                {reader.buttons(number, kind(step))}
            </div>
            {body}
            {runs}
        </section>
    }
    .into_any()
}
