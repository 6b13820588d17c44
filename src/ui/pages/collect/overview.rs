//! The overview of a family: its sections with how much is filled in, its members, its state, and its history.

use super::desk::Desk;
use super::{families, form, history, questions, section};
use crate::base::codes::FamilyState;
use crate::base::{CodeList, Id};
use crate::engine::protocol::{FamilyView, Remove, SetState};
use crate::engine::protocol::{RecordKind, RecordRef, person_field};
use crate::lang::collect as words;
use crate::ui::client::save;
use crate::ui::pages::verify::{Asked, accept_dialog, finding_card};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::gradual::gradually;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::tag::tag;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use crate::ui::{go, lang, link};
use leptos::prelude::*;

/// The overview.
pub fn overview(desk: Desk) -> AnyView {
    let state =
        Memo::new(move |_| desk.view.with(|view| FamilyState::from_number(view.state).unwrap_or(FamilyState::Draft)));
    let id = move || desk.id.get().unwrap_or_default();
    let removing = RwSignal::new(false);
    let asked = RwSignal::new(None::<Asked>);
    let remove = Callback::new(move |()| {
        removing.set(false);
        take_out(
            RecordRef { kind: RecordKind::Family, id: desk.id.get_untracked().unwrap_or_default() },
            "/kumpul".into(),
        );
    });
    let people = move || {
        view! {
            <section class="stack-s">
                <h2>{words::members_title(lang())}</h2>
                <div class="steps">{follow(move || desk.view.with(members))}</div>
                <div class="buttons">
                    <a class=Look::Main.class() href=held(move || link(&format!("/kumpul/keluarga/{}?r=baru&s=identitas", id())))>
                        {words::add_member(lang())}
                    </a>
                    <a class=Look::Outline.class() href=held(move || link(&format!("/kumpul/peristiwa?keluarga={}", id())))>
                        {words::record_event(lang())}
                    </a>
                </div>
            </section>
        }
        .into_any()
    };
    let about = move || {
        view! {
            <section class="stack-s">
                <h2>{words::about_family(lang())}</h2>
                <div class="steps">{follow(move || sections(desk))}</div>
            </section>
        }
        .into_any()
    };
    let more = move || {
        view! {
            {follow(move || asked_elsewhere(desk, asked))}
            {accept_dialog(asked)}
            {follow(move || history::of_family(id()))}
            <div class="buttons">
                <Button text=words::remove_family(lang()) look=Look::Danger on_press=Callback::new(move |()| removing.set(true))/>
            </div>
            <Dialog open=removing title=words::remove_title(lang()).to_owned()>
                <p>{words::remove_family_text(lang())}</p>
                <div class="buttons">
                    <Button text=words::remove_yes(lang()) look=Look::Danger on_press=remove/>
                </div>
            </Dialog>
        }
        .into_any()
    };
    view! {
        <div class="stack">
            <div class="row-apart">
                {follow(move || tag(families::tone(state.get()), state.get().label(lang())))}
                <div class="row">
                    {follow(move || state_buttons(desk, state.get()))}
                </div>
            </div>
            <div class="columns">{gradually(vec![Box::new(people), Box::new(about)], 1, || ())}</div>
            {gradually(vec![Box::new(more)], 0, || ())}
        </div>
    }
    .into_any()
}

/// Findings that no field of the forms holds.
fn asked_elsewhere(desk: Desk, asked: RwSignal<Option<Asked>>) -> Option<AnyView> {
    let findings = desk.view.with(questions::elsewhere);
    let accept = Callback::new(move |finding| asked.set(Some(Asked::One(Box::new(finding)))));
    let cards: Vec<_> = findings.into_iter().map(|finding| finding_card(finding, true, accept)).collect();
    (!cards.is_empty()).then(|| view! { <section class="findings">{cards}</section> }.into_any())
}

fn sections(desk: Desk) -> Vec<AnyView> {
    desk.schema.with(|schema| {
        desk.view.with(|view| {
            let card = |section: &crate::engine::protocol::SectionView| {
                let (done, total) = form::filled(section, &view.own);
                if total == 0 {
                    return ().into_any();
                }
                step_card(Step {
                    href: section::address(view.id, None, &section.key),
                    title: section.title.clone(),
                    line: words::of_filled(lang(), done, total),
                    tag: questions::mark(view, view.id, Some(&section.key))
                        .or_else(|| (done == total).then(|| (Tone::Ok, "✓".to_owned()))),
                    ..Step::default()
                })
            };
            schema.family.iter().map(card).collect()
        })
    })
}

fn members(view: &FamilyView) -> Vec<AnyView> {
    let card = |member: &crate::engine::protocol::RecordView| {
        let name = form::text(member, person_field::name);
        step_card(Step {
            href: section::address(view.id, Some(member.id), "identitas"),
            icon: "person",
            title: if name.is_empty() { words::no_name(lang()).into() } else { name },
            line: member.line.clone(),
            tag: questions::mark(view, member.id, None),
        })
    };
    view.members.iter().map(card).collect()
}

fn state_buttons(desk: Desk, state: FamilyState) -> Vec<AnyView> {
    let button = |to: FamilyState, text: &'static str, look: Look| {
        let press = Callback::new(move |()| {
            let Some(family) = desk.id.get_untracked() else { return };
            leptos::task::spawn_local(async move {
                let answer = save(SetState { family, state: to.number() }).await;
                if answer.is_ok() {
                    toast(words::marked(lang()));
                }
                desk.take(answer);
            });
        });
        view! { <Button text=text look=look on_press=press/> }.into_any()
    };
    match state {
        FamilyState::Draft | FamilyState::Returned => {
            vec![button(FamilyState::Complete, words::mark_complete(lang()), Look::Outline)]
        }
        FamilyState::Complete => vec![
            button(FamilyState::Verified, words::mark_verified(lang()), Look::Outline),
            button(FamilyState::Draft, words::mark_draft(lang()), Look::Quiet),
        ],
        FamilyState::Verified => vec![button(FamilyState::Draft, words::mark_draft(lang()), Look::Quiet)],
    }
}

/// Takes a record out, with a way to undo it, and goes on to `then`.
pub fn take_out(record: RecordRef, then: String) {
    leptos::task::spawn_local(async move {
        match save(Remove { record }).await {
            Ok(done) => {
                go(&then);
                let act: Id = done.act;
                toast_undo(words::removed(lang()), Callback::new(move |()| history::undo(act)));
            }
            Err(error) => toast(error.message(lang()).1),
        }
    });
}
