//! What is printed and handed in: the attendance list to be signed, certificates, and the evidence for the evaluation of Desa
//! Cantik, on paper and as a workbook.

use super::bank::{Bank, Words, fetch_bank};
use super::session_page::no_session;
use super::store::Open;
use crate::engine::protocol::TrainingWorkbook;
use crate::lang::{number, teach as words};
use crate::teach::report::{percent, report};
use crate::teach::tables::{self, date_of, group_name, lke_score};
use crate::teach::{Form, Session, Who};
use crate::ui::client::ask_for_file;
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::follow;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::toast::toast;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Empty lines of the attendance list, for who comes later.
const SPARE_LINES: usize = 5;

/// The page.
pub fn EvidencePage() -> AnyView {
    let open = Open::of_address();
    let Some(session) = open.session.get_untracked() else { return no_session() };
    let code = session.code;
    name_page(move || words::session_of(lang(), code), || words::evidence(lang()).into());
    let bank = fetch_bank();
    let chosen = RwSignal::new("hadir".to_owned());
    let options = vec![
        ("hadir".into(), words::attendance(lang()).into()),
        ("sertifikat".into(), words::certificates(lang()).into()),
        ("lke".into(), words::lke(lang()).into()),
    ];
    let body = move || {
        let session = open.session.get()?;
        Some(match chosen.get().as_str() {
            "sertifikat" => certificates(&session),
            "lke" => evidence(&session),
            _ => attendance(&session),
        })
    };
    let is_busy = RwSignal::new(false);
    let save = Callback::new(move |()| {
        let (Some(session), Some(bank)) = (open.session.get_untracked(), bank.get_untracked()) else { return };
        is_busy.set(true);
        leptos::task::spawn_local(async move {
            match ask_for_file(workbook(&session, &bank)).await {
                Ok((file, Some(bytes))) => {
                    download(&OutFile { name: file.name, mime: WORKBOOK, content: bytes.into() })
                }
                Ok(_) => {}
                Err(error) => toast(error.message(lang()).1),
            }
            _ = is_busy.try_set(false);
        });
    });
    let waits = Signal::derive(move || bank.with(Option::is_none));
    view! {
        <div class="stack-l">
            <div class="screen-only stack-s">
                <Segmented label=words::what_to_print(lang()) name="cetak" options chosen/>
                <div class="buttons">
                    <Button icon="print" text=words::print(lang()) on_press=Callback::new(|()| _ = window().print())/>
                    <Button look=Look::Outline icon="download" text=words::save_workbook(lang()) on_press=save busy=is_busy off=waits/>
                </div>
            </div>
            {follow(body)}
        </div>
    }
    .into_any()
}

/// Title, place, date and trainer of the session, as lines.
fn head(session: &Session) -> Vec<String> {
    let date = number::date(lang(), date_of(session));
    let line = |name: &str, value: &str| (!value.is_empty()).then(|| format!("{name}: {value}"));
    [
        line(words::title(lang()), &session.title),
        line(words::place(lang()), &session.place),
        (!session.date.is_empty()).then(|| format!("{}: {date}", words::date(lang()))),
        line(words::trainer(lang()), &session.trainer),
        Some(words::session_of(lang(), session.code)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn head_view(session: &Session) -> AnyView {
    let lines: Vec<_> = head(session).into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    view! { <ul class="plain">{lines}</ul> }.into_any()
}

fn attendance(session: &Session) -> AnyView {
    let row = |(n, who): (usize, Option<&Who>)| {
        let name = who.map(|who| who.name.clone());
        let group = who.map(|who| group_name(lang(), who.group));
        view! { <tr><td class="end">{n + 1}</td><td>{name}</td><td>{group}</td><td class="sign"></td></tr> }.into_any()
    };
    let people = session.participants.iter().map(Some).chain(std::iter::repeat_n(None, SPARE_LINES));
    let rows: Vec<_> = people.enumerate().map(row).collect();
    view! {
        <section class="card stack-s">
            <h2>{words::attendance(lang())}</h2>
            {head_view(session)}
            <div class="scroll" role="region" tabindex="0" aria-label=words::attendance(lang())>
                <table class="attendance">
                    <thead>
                        <tr>
                            <th scope="col">{words::number_short(lang())}</th>
                            <th scope="col">{words::participants(lang())}</th>
                            <th scope="col">{words::group(lang())}</th>
                            <th scope="col">{words::signature(lang())}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn certificates(session: &Session) -> AnyView {
    let date = number::date(lang(), date_of(session));
    let place = if session.place.is_empty() { "…" } else { &session.place };
    let topics: Vec<String> = session.topics.iter().map(|topic| words::topic_name(lang(), topic)).collect();
    let topics = topics.join(", ");
    let page = |who: &Who| {
        let post = session.sheet(&who.name, Form::Post)?;
        let shown = |value| number::decimal(lang(), value, 0);
        let score = session
            .sheet(&who.name, Form::Pre)
            .map(|pre| words::certificate_score(lang(), shown(percent(pre)), shown(percent(post))));
        Some(
            view! {
                <article class="card certificate">
                    <p class="certificate-house">"Rumah DataKu"</p>
                    <h2>{words::certificate(lang())}</h2>
                    <p>{words::certificate_for(lang())}</p>
                    <p class="certificate-name">{who.name.clone()}</p>
                    <p>{words::certificate_text(lang(), &session.title, place, &date)}</p>
                    <p class="soft">{words::certificate_hours(lang())}" "{topics.clone()}</p>
                    <p>{score}</p>
                    <p class="certificate-sign">{words::signed_by(lang())}<span>{session.trainer.clone()}</span></p>
                </article>
            }
            .into_any(),
        )
    };
    let pages: Vec<_> = session.participants.iter().filter_map(page).collect();
    if pages.is_empty() {
        return view! { <EmptyState icon="print" title=words::certificates(lang()) text=words::certificate_none(lang())/> }.into_any();
    }
    view! { <div class="stack certificates">{pages}</div> }.into_any()
}

fn evidence(session: &Session) -> AnyView {
    let told = report(session);
    let none = (lke_score(told.groups) == 1).then(|| view! { <p>{words::lke_none(lang())}</p> });
    let minutes = (!session.minutes.is_empty()).then(|| {
        view! { <section class="card stack-s"><h2>{words::minutes(lang())}</h2><p class="minutes">{session.minutes.clone()}</p></section> }
    });
    view! {
        <div class="stack-l">
            {head_view(session)}
            {data_table(&tables::lke(lang(), session, &told))}
            {none}
            {data_table(&tables::summary(lang(), session, &told))}
            {data_table(&tables::topics(lang(), session, &told))}
            {minutes}
            {data_table(&tables::participants(lang(), session))}
        </div>
    }
    .into_any()
}

fn workbook(session: &Session, bank: &Bank) -> TrainingWorkbook {
    let told = report(session);
    let words_of = Words(bank, session.seed);
    let mut all = vec![
        tables::lke(lang(), session, &told),
        tables::summary(lang(), session, &told),
        tables::participants(lang(), session),
        tables::topics(lang(), session, &told),
    ];
    for (form, test) in Form::BOTH.into_iter().zip(&told.tests).filter(|(_, test)| test.n > 0) {
        all.push(tables::items(lang(), session, form, test, &words_of));
    }
    let mut lines = head(session);
    lines.extend((!session.minutes.is_empty()).then(|| format!("{}: {}", words::minutes(lang()), session.minutes)));
    TrainingWorkbook {
        name: format!("bukti-{}", session.code),
        title: words::lke_title(lang()).into(),
        lines,
        at: date_of(session),
        tables: all,
    }
}
