//! Indicators ranked with their reasoning; the leader confirms, adds and removes, each with a reason.

use super::help::undo;
use crate::base::Value;
use crate::engine::EngineError;
use crate::engine::protocol::{CheckDecision, IssueDecision, PutPaper, RankIssues, RankedRow, RankedView, RemovePaper};
use crate::lang::{act, ranking as words, shell};
use crate::ui::asking::refused;
use crate::ui::client::{ask, follow_changes, save};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::field::Field;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::note_field::NoteField;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tag::tag;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The decision that the dialog is open for: indicator (empty to choose one) and choice.
type Asked = RwSignal<Option<(String, &'static str)>>;

/// The page.
pub fn RankingPage() -> AnyView {
    name_page(|| shell::act(lang()).into(), || words::title(lang()).into());
    let view = RwSignal::new(None::<Result<RankedView, EngineError>>);
    effect(move || {
        follow_changes();
        leptos::task::spawn_local(async move { _ = view.try_set(Some(ask(RankIssues).await)) });
    });
    let asked: Asked = RwSignal::new(None);
    let indicators = Signal::derive(move || {
        let first = (String::new(), words::choose(lang()).to_owned());
        let known = view.with(|view| match view {
            Some(Ok(view)) => view.indicators.clone(),
            _ => Vec::new(),
        });
        std::iter::once(first).chain(known).collect::<Vec<_>>()
    });
    view! {
        <div class="stack-l">
            <p class="soft measure">{words::intro(lang())}</p>
            {follow(move || match view.get() {
                None => skeleton(8),
                Some(Err(error)) => refused(&error),
                Some(Ok(view)) => shown(view, asked),
            })}
            {decision_dialog(asked, indicators)}
        </div>
    }
    .into_any()
}

fn shown(view: RankedView, asked: Asked) -> AnyView {
    let may = view.may_decide;
    let cards = |rows: Vec<RankedRow>| {
        rows.into_iter().map(|row| view! { <li>{card(row, may, asked)}</li> }.into_any()).collect::<Vec<_>>()
    };
    let nothing = view.issues.is_empty();
    let (issues, out) = (cards(view.issues), cards(view.out));
    let out = (!out.is_empty()).then(|| {
        view! {
            <section class="stack-s">
                <h2>{words::out(lang())}</h2>
                <ul class="plain findings">{out}</ul>
            </section>
        }
    });
    let add = may.then(|| {
        let press = Callback::new(move |()| asked.set(Some((String::new(), "tambah"))));
        view! { <div class="buttons screen-only"><Button text=words::add(lang()) icon="plus" look=Look::Outline on_press=press/></div> }
    });
    let leader = (!may).then(|| view! { <Notice tone=Tone::Info><p>{words::leader_only(lang())}</p></Notice> });
    view! {
        {leader}
        {nothing.then(|| view! { <EmptyState icon="check" title=words::none(lang()) text=words::none_text(lang())/> })}
        <ol class="plain findings">{issues}</ol>
        {add}
        {out}
    }
    .into_any()
}

fn card(row: RankedRow, may: bool, asked: Asked) -> AnyView {
    let mark = match row.choice.as_str() {
        "setuju" => Some((Tone::Ok, words::confirmed(lang()))),
        "tambah" => Some((Tone::Info, words::added(lang()))),
        "keluar" => Some((Tone::Warn, words::removed_tag(lang()))),
        _ => None,
    };
    let decided = mark.map(|(tone, text)| {
        view! { <p>{tag(tone, text.to_owned())}" "<span class="soft">{words::reason(lang(), &row.reason)}</span></p> }
    });
    let buttons = may.then(|| {
        let id = StoredValue::new(row.indicator.clone());
        if row.choice.is_empty() {
            let open = move |choice| Callback::new(move |()| asked.set(Some((id.get_value(), choice))));
            view! {
                <Button text=words::confirm(lang()) look=Look::Outline on_press=open("setuju")/>
                <Button text=words::take_out(lang()) look=Look::Quiet on_press=open("keluar")/>
            }
            .into_any()
        } else {
            view! { <Button text=words::undo_decision(lang()) look=Look::Quiet on_press=Callback::new(move |()| take_back(id.get_value()))/> }
                .into_any()
        }
    });
    let href = link(&format!("/guna/program/baru?indikator={}", row.indicator));
    view! {
        <article class="card stack-s issue">
            <h2>{row.title.clone()}</h2>
            {decided}
            {reasoning(&row)}
            <div class="buttons screen-only">
                {buttons}
                <a class=Look::Quiet.class() href=href>{words::plan(lang())}</a>
            </div>
        </article>
    }
    .into_any()
}

/// Why it ranks there, what can be done, and the way to the list of those concerned.
pub(super) fn reasoning(row: &RankedRow) -> AnyView {
    let why: Vec<_> = row.why.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
    let advice = (!row.advice.is_empty()).then(|| {
        view! {
            <p>
                <b>{act::advice(lang())}": "</b>
                {row.advice.clone()}
                <small class="soft issue-source">{row.advice_source.clone()}</small>
            </p>
        }
    });
    let way = (!row.list.is_empty()).then(|| {
        let href = link(&format!("/guna/{}", row.list));
        view! { <div class="buttons screen-only"><a class=Look::Outline.class() href=href>{act::open_list(lang())}</a></div> }
    });
    view! { <ul>{why}</ul> {advice} {way} }.into_any()
}

fn take_back(key: String) {
    leptos::task::spawn_local(async move {
        if let Err(error) = save(RemovePaper { kind: "isu".into(), key }).await {
            toast(error.message(lang()).1);
        }
    });
}

fn decision_dialog(asked: Asked, indicators: Signal<Vec<(String, String)>>) -> AnyView {
    let open = RwSignal::new(false);
    let (chosen, reason) = (RwSignal::new(String::new()), RwSignal::new(Value::Missing));
    let problem = RwSignal::new(String::new());
    effect(move || {
        let now = asked.get();
        if now.is_some() {
            chosen.set(String::new());
            reason.set(Value::Missing);
            problem.set(String::new());
        }
        open.set(now.is_some());
    });
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            asked.set(None);
        }
        now
    });
    let keep = Callback::new(move |()| {
        let Some((id, choice)) = asked.get_untracked() else { return };
        let indicator = if id.is_empty() { chosen.get_untracked() } else { id };
        let reason = if let Value::Text(text) = reason.get_untracked() { text } else { String::new() };
        let decision = IssueDecision { choice: choice.into(), reason };
        leptos::task::spawn_local(async move {
            match ask(CheckDecision { indicator: indicator.clone(), decision }).await {
                Ok(checked) if checked.wrong.is_empty() => {
                    let paper =
                        PutPaper { kind: "isu".into(), key: indicator, title: checked.title, body: checked.body };
                    match save(paper).await {
                        Ok(done) => {
                            open.set(false);
                            toast_undo(words::kept(lang()), Callback::new(move |()| undo(done.act)));
                        }
                        Err(error) => problem.set(error.message(lang()).1),
                    }
                }
                Ok(checked) => problem.set(checked.wrong.join(" ")),
                Err(error) => problem.set(error.message(lang()).1),
            }
        });
    });
    view! {
        <Dialog open title=words::decide_title(lang())>
            {follow(move || asked.with(|asked| asked.as_ref().is_some_and(|(id, _)| id.is_empty())).then(|| view! {
                <Picker id="indikator" label=words::which(lang()) options=indicators chosen/>
            }))}
            <NoteField field=Field::new("alasan", words::why(lang())).on(reason)/>
            {follow(move || {
                let text = problem.get();
                (!text.is_empty()).then(|| view! { <Notice tone=Tone::Error><p>{text}</p></Notice> })
            })}
            <div class="buttons">
                <Button text=words::keep(lang()) on_press=keep/>
            </div>
        </Dialog>
    }
    .into_any()
}
