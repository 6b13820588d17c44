//! What the hall sees: one question a screen, and how the answers spread. Nobody is named; shares are shown from five answers
//! on. Arrow keys and a remote's page keys go on and back; answers that come in show at once, also from another tab.

use super::ask::asked;
use super::bank::{Bank, fetch_bank};
use super::invite::{form_of, forms};
use super::session_page::no_session;
use super::store::Open;
use crate::lang::teach as words;
use crate::learn::item::Task;
use crate::teach::report::{SHOWN_FROM, distribution};
use crate::teach::{Form, Given, Session};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The page.
pub fn ProjectorPage() -> AnyView {
    let open = Open::of_address();
    let Some(session) = open.session.get_untracked() else { return no_session() };
    let code = session.code;
    name_page(move || words::session_of(lang(), code), || words::screen(lang()).into());
    let bank = fetch_bank();
    let chosen = RwSignal::new(if session.sheets_of(Form::Post).next().is_some() { "post" } else { "pre" }.to_owned());
    let (at, is_told) = (RwSignal::new(0usize), RwSignal::new(false));
    let n = session.forms.pre.len();
    let step = move |forward: bool| {
        is_told.set(false);
        at.update(|at| *at = if forward { (*at + 1).min(n - 1) } else { at.saturating_sub(1) });
    };
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let typing = document()
            .active_element()
            .is_some_and(|active| matches!(active.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA"));
        match event.key().as_str() {
            "ArrowRight" | "PageDown" if !typing => step(true),
            "ArrowLeft" | "PageUp" if !typing => step(false),
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
    let body = move || {
        let (session, at, form) = (open.session.get()?, at.get(), form_of(&chosen.get()));
        Some(match bank.get() {
            None => skeleton(6),
            Some(bank) => shown(&bank, &session, form, at, is_told.get()),
        })
    };
    let tell = Signal::derive(move || {
        if is_told.get() { words::hide_right(lang()) } else { words::show_right(lang()) }.to_owned()
    });
    view! {
        <div class="stack projector">
            <Segmented label=words::which_test(lang()) name="tes" options=forms() chosen/>
            {follow(body)}
            <div class="buttons">
                <Button look=Look::Outline text=words::previous(lang()) on_press=Callback::new(move |()| step(false)) off=Signal::derive(move || at.get() == 0)/>
                <Button text=words::next(lang()) on_press=Callback::new(move |()| step(true)) off=Signal::derive(move || at.get() + 1 >= n)/>
                <Button look=Look::Outline text=tell on_press=Callback::new(move |()| is_told.update(|told| *told = !*told))/>
            </div>
        </div>
    }
    .into_any()
}

fn shown(bank: &Bank, session: &Session, form: Form, at: usize, is_told: bool) -> AnyView {
    let ids = session.forms.of(form);
    let heading = words::question_of(lang(), at + 1, ids.len());
    let Some(question) = ids.get(at).and_then(|id| bank.get(id)) else {
        return view! { <Notice tone=Tone::Warn title=words::bank_missing(lang())><p>{words::bank_missing_text(lang())}</p></Notice> }.into_any();
    };
    let numbers = question.numbers(session.seed);
    let (labels, right): (Vec<String>, &[usize]) = match &question.item.task {
        Task::Choice { n, answer } => {
            ((1..=*n).map(|place| question.text(&format!("choice.{place}"), &numbers)).collect(), answer)
        }
        Task::Mark { labels, answer, .. } => (labels.iter().map(|key| question.words(key, &numbers)).collect(), answer),
        _ => (Vec::new(), &[]),
    };
    let sheets: Vec<_> = session.sheets_of(form).collect();
    let n_full =
        sheets.iter().filter(|sheet| sheet.given.get(at).is_some_and(|given| *given != Given::Nothing)).count();
    let body = if labels.is_empty() {
        let n_right = sheets.iter().filter(|sheet| sheet.right.get(at) == Some(&true)).count();
        if sheets.len() < SHOWN_FROM {
            view! { <p role="status">{words::from_five(lang(), sheets.len())}</p> }.into_any()
        } else {
            view! { <p class="strong" role="status">{words::right_wrong_only(lang(), n_right, sheets.len())}</p> }
                .into_any()
        }
    } else {
        let spread = distribution(session, form, at, labels.len());
        let row = |(n, label): (usize, &String)| {
            let is_right = is_told && right.contains(&(n + 1));
            let (count, of) = spread.as_ref().map_or((0, 0), |(counts, of)| (counts[n], *of));
            let percent = if of > 0 { (100.0 * f64::from(count) / f64::from(of)).round() } else { 0.0 };
            let value = spread.is_some().then(|| format!("{count} · {percent}%"));
            let spoken = spread.is_some().then(|| words::share_of(lang(), label, count, of, percent));
            let mark = is_right.then(|| view! { <b class="spread-right">{words::right_answer(lang())}</b> });
            view! {
                <li class="spread" data-right=is_right.to_string() aria-label=spoken>
                    <span class="spread-label">{label.clone()}" "{mark}</span>
                    <span class="spread-bar" aria-hidden="true"><span style:width=format!("{percent}%")></span></span>
                    <span class="spread-value" aria-hidden="true">{value}</span>
                </li>
            }
            .into_any()
        };
        let rows: Vec<_> = labels.iter().enumerate().map(row).collect();
        let told = match &spread {
            Some((_, of)) => words::n_answers(lang(), of),
            None => words::from_five(lang(), n_full),
        };
        view! { <ul class="plain stack-s">{rows}</ul><p class="soft" role="status">{told}</p> }.into_any()
    };
    view! {
        <section class="card stack">
            <p class="soft">{heading}</p>
            <div class="projector-ask stack-s">{asked(&question.text("ask", &numbers))}</div>
            {body}
        </section>
    }
    .into_any()
}
