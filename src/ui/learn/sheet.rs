//! The trainer's sheet of a lesson, for print: aim, course, questions to ask, common errors, materials.

use super::{lesson, shelf, words as shown};
use crate::lang::learn as words;
use crate::learn::{Bundle, Step};
use crate::ui::lang;
use crate::ui::parts::button::Button;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::live::follow;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page.
pub fn SheetPage() -> AnyView {
    let id = use_params_map().get_untracked().get("id").unwrap_or_default();
    let found = RwSignal::new(None);
    name_page(
        || words::sheet(lang()).into(),
        move || match found.get() {
            Some(Some(Ok(bundle))) => Bundle::text(&bundle, "title", lang()).to_owned(),
            _ => words::sheet(lang()).into(),
        },
    );
    leptos::task::spawn_local(async move {
        let opened = shelf::open(&id).await;
        _ = found.try_set(Some(opened));
    });
    let body = move || match found.get() {
        None => skeleton(6),
        Some(Some(Ok(bundle))) => sheet(&bundle),
        Some(other) => lesson::not_there(other),
    };
    view! { <div class="stack">{follow(body)}</div> }.into_any()
}

fn sheet(bundle: &Bundle) -> AnyView {
    let text = |key: &str| bundle.text(key, lang()).to_owned();
    let list = |title: &'static str, keys: &[String]| {
        let items: Vec<_> = keys.iter().map(|key| view! { <li>{shown::inline(&text(key))}</li> }).collect();
        view! { <section class="stack-s"><h2>{title}</h2><ul>{items}</ul></section> }
    };
    let trainer = &bundle.lesson.sheet;
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
        <div class="screen-only"><Button text=words::print(lang()).to_owned() icon="print" on_press=print/></div>
        <section class="stack-s"><h2>{words::aim(lang())}</h2><p>{text(&trainer.aim)}</p></section>
        {list(words::materials(lang()), &trainer.materials)}
        {list(words::to_ask(lang()), &trainer.ask)}
        {list(words::errors(lang()), &trainer.errors)}
        <section class="stack-s"><h2>{words::course(lang())}</h2><ol>{course}</ol></section>
    }
    .into_any()
}
