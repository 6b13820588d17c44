//! The report: what was gained, what to teach again, and what the questions were worth. Each figure says of how many, and
//! where one would mislead a sentence stands in its place.

use super::bank::{Words, fetch_bank};
use super::session_page::no_session;
use super::store::Open;
use crate::lang::{learn, number, teach as words};
use crate::teach::report::report;
use crate::teach::statistics::Said;
use crate::teach::tables::{self, form_name, why_unsaid};
use crate::teach::{Form, Report, Session};
use crate::ui::learn::shelf::{self, Entry};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::live::follow;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The page.
pub fn ReportPage() -> AnyView {
    let open = Open::of_address();
    let Some(session) = open.session.get_untracked() else { return no_session() };
    let code = session.code;
    name_page(move || words::session_of(lang(), code), || words::report(lang()).into());
    let bank = fetch_bank();
    let lessons = RwSignal::new(Vec::new());
    leptos::task::spawn_local(async move {
        let all = shelf::entries().await.unwrap_or_default();
        _ = lessons.try_set(all);
    });
    let body = move || {
        let session = open.session.get()?;
        if session.sheets.is_empty() {
            return Some(view! { <EmptyState icon="table" title=words::no_answers(lang()) text=words::no_answers_text(lang())/> }.into_any());
        }
        let told = report(&session);
        let items = match bank.get() {
            None => skeleton(6),
            Some(bank) => {
                let tests = Form::BOTH.into_iter().zip(&told.tests).filter(|(_, test)| test.n > 0);
                let table = |(form, test)| {
                    data_table(&tables::items(lang(), &session, form, test, &Words(&bank, session.seed)))
                };
                tests.map(table).collect::<Vec<_>>().into_any()
            }
        };
        Some(
            view! {
                <div class="stack-l">
                    {gain(&told)}
                    {lessons.with(|lessons| again(&told, lessons))}
                    {data_table(&tables::topics(lang(), &session, &told))}
                    {reliability(&told)}
                    {items}
                    {people(&session)}
                </div>
            }
            .into_any(),
        )
    };
    let print = Callback::new(|()| _ = window().print());
    view! {
        <div class="stack-l">
            {follow(body)}
            <div class="buttons screen-only"><Button look=Look::Outline icon="print" text=words::print(lang()) on_press=print/></div>
        </div>
    }
    .into_any()
}

/// A figure with its name: the value, or why there is none.
fn figure(key: &str, name: &str, said: Said) -> AnyView {
    let value = match said {
        Ok(value) => view! { <b class="training-value">{number::decimal(lang(), value, 2)}</b> }.into_any(),
        Err(why) => view! { <span>{why_unsaid(lang(), why)}</span> }.into_any(),
    };
    view! { <div class="training-figure" data-figure=key.to_owned()><dt>{name.to_owned()}</dt><dd>{value}</dd></div> }
        .into_any()
}

fn gain(told: &Report) -> AnyView {
    let mean = |key: &str, form: Form, value: f64, n: u32| {
        let name = format!("{}, {}", words::mean_right(lang()), form_name(lang(), form));
        let value = if n > 0 { format!("{}%", number::decimal(lang(), value, 1)) } else { "–".into() };
        view! {
            <div class="training-figure" data-figure=key.to_owned()>
                <dt>{name}</dt>
                <dd><b class="training-value">{value}</b>" "<small class="soft">{words::of_n(lang(), n)}</small></dd>
            </div>
        }
        .into_any()
    };
    let [pre, post] = &told.tests;
    view! {
        <section class="card stack-s">
            <h2>{words::gain(lang())}</h2>
            <dl class="training-figures">
                {mean("mean-pre", Form::Pre, pre.mean, pre.n)}
                {mean("mean-post", Form::Post, post.mean, post.n)}
                {figure("class-gain", words::class_gain(lang()), told.class_gain)}
                {figure("mean-gain", words::mean_gain(lang()), told.mean_gain)}
            </dl>
            <p class="soft">{words::both_line(lang(), told.n_both)}" "{words::gain_help(lang())}</p>
        </section>
    }
    .into_any()
}

/// Topics that went badly, each with the lessons that teach it.
fn again(told: &Report, lessons: &[Entry]) -> AnyView {
    let weak: Vec<_> = (told.topics.iter().filter(|topic| topic.again))
        .map(|row| {
            let last = if row.post.denominator > 0 { row.post } else { row.pre };
            let name = words::topic_name(lang(), &row.topic);
            let marks = words::marks(lang(), last.numerator, last.denominator);
            let teaches = |lesson: &&Entry| lesson.topics.contains(&row.topic);
            let way = |lesson: &Entry| {
                let address = link(&format!("/belajar/pelajaran/{}", lesson.id));
                view! { <a class="lesson-sheet screen-only" href=address>{learn::lesson_number(lang(), lesson.order)}": "{lesson.title.clone()}</a> }
            };
            let ways: Vec<_> = lessons.iter().filter(teaches).map(way).collect();
            view! { <li class="test-topic"><span><span>{name}</span><br/>{ways}</span><span>{marks}</span></li> }.into_any()
        })
        .collect();
    let body = if weak.is_empty() {
        view! { <p>{words::nothing_again(lang())}</p> }.into_any()
    } else {
        let way = link("/belajar");
        view! {
            <p>{words::teach_again_line(lang())}</p>
            <ul class="plain">{weak}</ul>
            <div class="buttons screen-only"><a class=Look::Outline.class() href=way>{crate::lang::shell::learn(lang())}</a></div>
        }
        .into_any()
    };
    view! { <section class="card stack-s"><h2>{words::teach_again(lang())}</h2>{body}</section> }.into_any()
}

fn reliability(told: &Report) -> AnyView {
    let of = |(form, test): (Form, &crate::teach::report::TestReport)| {
        let name = |what: &str| format!("{what}, {}", form_name(lang(), form));
        let key = |what: &str| format!("{what}-{}", form.key());
        (test.n > 0).then(|| {
            view! {
                {figure(&key("kr20"), &name(words::kr20(lang())), test.kr20)}
                {figure(&key("alpha"), &name(words::alpha(lang())), test.alpha)}
            }
        })
    };
    let rows: Vec<_> = Form::BOTH.into_iter().zip(&told.tests).map(of).collect();
    view! {
        <section class="card stack-s">
            <dl class="training-figures">{rows}</dl>
            <p class="soft">{words::reliability_help(lang())}</p>
        </section>
    }
    .into_any()
}

fn people(session: &Session) -> AnyView {
    data_table(&tables::participants(lang(), session))
}
