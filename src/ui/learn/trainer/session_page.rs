//! One session: the ways on, handing out, gathering, who takes part, and what is said about it.

use super::invite::invite_view;
use super::store::{self, Open};
use super::take::take_view;
use crate::base::{Date, Value};
use crate::lang::teach as words;
use crate::teach::tables::{date_of, form_name, group_name};
use crate::teach::{Form, Group, Session, Who};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::field::Field;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::follow;
use crate::ui::parts::note_field::NoteField;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::{DateField, TextField};
use crate::ui::shell::house::name_page;
use crate::ui::{go, lang, link};
use leptos::prelude::*;

/// The page.
pub fn SessionPage() -> AnyView {
    let open = Open::of_address();
    let Some(session) = open.session.get_untracked() else { return no_session() };
    let code = session.code;
    name_page(
        move || words::session_of(lang(), code),
        move || open.session.with(|session| session.as_ref().map(|session| session.title.clone()).unwrap_or_default()),
    );
    let way = |end: &str, icon: &'static str, title: &str, line: &str| {
        step_card(Step {
            href: link(&format!("/belajar/pelatih/{code}/{end}")),
            icon,
            title: title.into(),
            line: line.into(),
            tag: None,
        })
    };
    view! {
        <div class="stack-l">
            {not_kept(open)}
            <div class="steps">
                {way("layar", "look", words::screen(lang()), words::screen_line(lang()))}
                {way("laporan", "table", words::report(lang()), words::report_line(lang()))}
                {way("bukti", "print", words::evidence(lang()), words::evidence_line(lang()))}
            </div>
            {invite_view(open)}
            {take_view(open)}
            {participants(open)}
            {details(open, &session)}
        </div>
    }
    .into_any()
}

/// What stands where the address names no session of this device.
pub(super) fn no_session() -> AnyView {
    name_page(String::new, || words::trainer_room(lang()).into());
    view! {
        <EmptyState icon="learn" title=words::no_session(lang()) text=words::no_session_text(lang())>
            <a class="button" href=link("/belajar/pelatih")>{words::trainer_room(lang())}</a>
        </EmptyState>
    }
    .into_any()
}

fn not_kept(open: Open) -> AnyView {
    let trouble = move || {
        open.not_kept.get().then(|| {
            let save = Callback::new(move |()| save(open));
            view! {
                <Notice tone=Tone::Error title=words::not_kept(lang())>
                    <p>{words::not_kept_text(lang())}</p>
                    <div class="buttons"><Button text=words::save_session(lang()) on_press=save/></div>
                </Notice>
            }
        })
    };
    follow(trouble)
}

fn save(open: Open) {
    if let Some(session) = open.session.get_untracked() {
        let name = format!("sesi-{}.json", session.code);
        download(&OutFile { name, mime: "application/json", content: session.text().into() });
    }
}

fn participants(open: Open) -> AnyView {
    let leaving = RwSignal::new(String::new());
    let is_open = RwSignal::new(false);
    let (name, group) = (RwSignal::new(Value::Missing), RwSignal::new("2".to_owned()));
    let add = Callback::new(move |()| {
        let typed = if let Value::Text(text) = name.get_untracked() { text } else { String::new() };
        let circle = group.get_untracked().parse().ok().and_then(|place: usize| Group::ALL.get(place)).copied();
        let Some(who) = Who::new(&typed, circle.unwrap_or_default()) else { return toast(words::enter_name(lang())) };
        if open.change(|session| session.join(who)) == Some(true) {
            name.set(Value::Missing);
        } else {
            toast(words::same_name(lang()));
        }
    });
    let leave = Callback::new(move |()| {
        open.change(|session| session.leave(&leaving.get_untracked()));
        is_open.set(false);
    });
    let list = move || {
        let session = open.session.get()?;
        if session.participants.is_empty() {
            return Some(view! { <EmptyState icon="family" title=words::no_participants(lang()) text=words::no_participants_text(lang())/> }.into_any());
        }
        let row = |who: &Who| {
            let marks = |form| match session.sheet(&who.name, form) {
                None => format!("{}: {}", form_name(lang(), form), words::not_yet(lang())),
                Some(sheet) => {
                    let right = sheet.right.iter().filter(|right| **right).count();
                    format!("{}: {}", form_name(lang(), form), words::marks(lang(), right, sheet.right.len()))
                }
            };
            let name = who.name.clone();
            let ask = move |_| {
                leaving.set(name.clone());
                is_open.set(true);
            };
            let label = format!("{}: {}", words::remove(lang()), who.name);
            view! {
                <li class="participant">
                    <span class="participant-words">
                        <b>{who.name.clone()}</b>
                        <small>{group_name(lang(), who.group)}" · "{marks(Form::Pre)}" · "{marks(Form::Post)}</small>
                    </span>
                    <button type="button" class="button button-quiet button-square" aria-label=label on:click=ask>{crate::ui::parts::icon::icon("trash")}</button>
                </li>
            }
            .into_any()
        };
        let rows: Vec<_> = session.participants.iter().map(row).collect();
        Some(view! { <ul class="plain participants">{rows}</ul> }.into_any())
    };
    let groups = Group::ALL.iter().enumerate().map(|(n, group)| (n.to_string(), group_name(lang(), *group).to_owned()));
    let groups = Signal::stored(groups.collect::<Vec<_>>());
    let title = Signal::derive(move || words::remove_question(lang(), leaving.get()));
    view! {
        <section class="card stack-s">
            <h2>{words::participants(lang())}</h2>
            {follow(list)}
            <TextField field=Field::new("peserta", words::name_or_number(lang())).help(words::name_help(lang())).on(name)/>
            <Picker id="unsur" label=words::group(lang()) options=groups chosen=group/>
            <div class="buttons"><Button look=Look::Outline icon="plus" text=words::add_participant(lang()) on_press=add/></div>
            <Dialog open=is_open title>
                <p>{words::remove_text(lang())}</p>
                <div class="buttons">
                    <Button look=Look::Danger text=words::remove(lang()) on_press=leave/>
                    <Button look=Look::Outline text=words::cancel(lang()) on_press=Callback::new(move |()| is_open.set(false))/>
                </div>
            </Dialog>
        </section>
    }
    .into_any()
}

fn details(open: Open, session: &Session) -> AnyView {
    let text = |text: &str| if text.is_empty() { Value::Missing } else { Value::Text(text.to_owned()) };
    let field = |id: &'static str, label: &'static str, now: &str, put: fn(&mut Session, String)| {
        let value = RwSignal::new(text(now));
        let set = Callback::new(move |answer: Value| {
            value.set(answer.clone());
            open.change(|session| put(session, if let Value::Text(text) = answer { text } else { String::new() }));
        });
        Field::new(id, label).bind(value.into(), set)
    };
    let date = RwSignal::new(Value::Date(date_of(session)));
    let set_date = Callback::new(move |answer: Value| {
        if let Value::Date(Date { year, month, day }) = answer {
            open.change(|session| session.date = format!("{year:04}-{month:02}-{day:02}"));
        }
        date.set(answer);
    });
    let is_deleting = RwSignal::new(false);
    let code = session.code;
    let delete = Callback::new(move |()| {
        store::delete(code);
        go("/belajar/pelatih");
    });
    view! {
        <section class="card stack-s">
            <h2>{words::details(lang())}</h2>
            <TextField field=field("judul", words::title(lang()), &session.title, |session, text| session.title = text)/>
            <TextField field=field("tempat", words::place(lang()), &session.place, |session, text| session.place = text)/>
            <DateField field=Field::new("tanggal", words::date(lang())).bind(date.into(), set_date)/>
            <TextField field=field("pelatih", words::trainer(lang()), &session.trainer, |session, text| session.trainer = text)/>
            <NoteField field=field("notulen", words::minutes(lang()), &session.minutes, |session, text| session.minutes = text).help(words::minutes_help(lang()))/>
            <div class="buttons">
                <Button look=Look::Outline icon="download" text=words::save_session(lang()) on_press=Callback::new(move |()| save(open))/>
                <Button look=Look::Danger icon="trash" text=words::delete_session(lang()) on_press=Callback::new(move |()| is_deleting.set(true))/>
            </div>
            <Dialog open=is_deleting title=Signal::derive(|| words::delete_question(lang()).to_owned())>
                <p>{words::delete_text(lang())}</p>
                <div class="buttons">
                    <Button look=Look::Danger text=words::delete_yes(lang()) on_press=delete/>
                    <Button look=Look::Outline text=words::cancel(lang()) on_press=Callback::new(move |()| is_deleting.set(false))/>
                </div>
            </Dialog>
        </section>
    }
    .into_any()
}
