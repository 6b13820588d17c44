//! The trainer's sheet of a lesson, for print: aim, course, questions to ask, common errors, materials.

use super::{lesson, words as shown};
use crate::lang::{hall, learn as words};
use crate::learn::{Bundle, Step};
use crate::ui::parts::button::{Button, Look};
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page.
pub fn SheetPage() -> AnyView {
    let params = use_params_map();
    let found = lesson::fetch(move || params.get().get("id").unwrap_or_default());
    name_page(|| words::sheet(lang()).into(), move || lesson::title_of(&found.get()));
    view! { <div class="stack">{lesson::opened(found, |bundle| sheet(&bundle))}</div> }.into_any()
}

/// What the trainer has at hand: aim, what to bring, what to ask, where people go wrong.
pub fn hints(bundle: &Bundle) -> AnyView {
    let text = |key: &str| bundle.text(key, lang()).to_owned();
    let list = |title: &'static str, keys: &[String]| {
        let items: Vec<_> = keys.iter().map(|key| view! { <li>{shown::inline(&text(key))}</li> }).collect();
        view! { <section class="stack-s"><h2>{title}</h2><ul>{items}</ul></section> }
    };
    let trainer = &bundle.lesson.sheet;
    view! {
        <section class="stack-s"><h2>{words::aim(lang())}</h2><p>{text(&trainer.aim)}</p></section>
        {list(words::materials(lang()), &trainer.materials)}
        {list(words::to_ask(lang()), &trainer.ask)}
        {list(words::errors(lang()), &trainer.errors)}
    }
    .into_any()
}

fn sheet(bundle: &Bundle) -> AnyView {
    let text = |key: &str| bundle.text(key, lang()).to_owned();
    let course: Vec<_> = bundle
        .lesson
        .steps
        .iter()
        .map(|step| {
            let (kind, told) = match step {
                Step::Story(key) | Step::Text(key) | Step::Summary(key) | Step::Piece(key, ..) => {
                    (lesson::kind(step), text(key))
                }
                Step::Question(item) | Step::Exercise(item) => (lesson::kind(step), text(&format!("{}.ask", item.key))),
            };
            let first: String = told.split("\n\n").next().unwrap_or_default().replace("**", "");
            view! { <li><b>{kind}": "</b>{first}</li> }
        })
        .collect();
    let print = Callback::new(|()| _ = window().print());
    view! {
        <p class="measure">{text("lead")}</p>
        <p class="soft">{words::lesson_number(lang(), bundle.lesson.order)}" · "{words::minutes(lang(), bundle.lesson.minutes)}</p>
        <div class="buttons screen-only">
            <Button text=words::print(lang()).to_owned() icon="print" on_press=print/>
            <a class=Look::Outline.class() href=link(&format!("/belajar/layar/{}", bundle.lesson.id))>{hall::present(lang())}</a>
        </div>
        <p class="soft screen-only measure">{hall::present_line(lang())}</p>
        {hints(bundle)}
        <section class="stack-s"><h2>{words::course(lang())}</h2><ol>{course}</ol></section>
    }
    .into_any()
}
