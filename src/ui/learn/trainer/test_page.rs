//! The test on a participant's device: the invitation, who answers, one question a screen, and the code at the end. What is
//! answered is kept at once, so that a reload or an empty battery loses nothing; many may answer on one device in turn.

use super::ask::{answer_view, asked};
use super::bank::{Bank, Question, fetch_bank};
use super::given::given;
use super::store::put;
use super::test_done::done_view;
use crate::base::Value;
use crate::lang::teach as words;
use crate::learn::Answer;
use crate::learn::score::judge;
use crate::teach::tables::{form_name, group_name};
use crate::teach::{Answers, Given, Group, Invitation, PacketError, Who};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::field::Field;
use crate::ui::parts::file_button::{FileButton, read_file};
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::progress::filled_bar;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::TextField;
use crate::ui::shell::house::name_page;
use crate::ui::shell::place;
use crate::ui::shell::preferences;
use crate::ui::{go, lang};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What this device keeps of a test: the texts of those who are done, and who answers now.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    pub done: Vec<String>,
    pub now: Option<Now>,
}

/// Who answers now, and how far.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Now {
    who: Who,
    answers: Vec<Option<Answer>>,
    at: usize,
}

/// A test that is open on this device.
#[derive(Clone)]
pub(super) struct Open {
    pub invitation: StoredValue<Invitation>,
    questions: StoredValue<Vec<Question>>,
    pub kept: RwSignal<Kept>,
    /// The last who finished, while the code is shown.
    pub last: RwSignal<Option<Answers>>,
}

fn key(invitation: &Invitation) -> String {
    format!("test.{}.{}", invitation.session, invitation.form.key())
}

/// The page.
pub fn TestPage() -> AnyView {
    name_page(String::new, || words::test(lang()).into());
    let params = leptos_router::hooks::use_params_map();
    let bank = fetch_bank();
    let body = move || {
        let Some(text) = params.with(|params| params.get("undangan")) else { return no_invitation(None) };
        match Invitation::read(&text) {
            Err(error) => no_invitation(Some(error)),
            Ok(invitation) => match bank.get() {
                None => skeleton(6),
                Some(bank) => open(invitation, &bank),
            },
        }
    };
    view! { <div class="stack test">{follow(body)}</div> }.into_any()
}

/// Takes a link, the invitation's text, or a file of it.
fn no_invitation(wrong: Option<PacketError>) -> AnyView {
    let code = RwSignal::new(Value::Missing);
    let enter = move |text: &str| {
        let last = text.trim().rsplit('/').next().unwrap_or_default().to_owned();
        match Invitation::read(&last) {
            Ok(_) => go(&format!("/belajar/tes/{last}")),
            Err(PacketError::OtherKind) => toast(words::is_answers(lang())),
            Err(_) => toast(words::bad_invitation_text(lang())),
        }
    };
    let typed = Callback::new(move |()| {
        if let Value::Text(text) = code.get_untracked() {
            enter(&text);
        }
    });
    let from_file = UnsyncCallback::new(move |file: web_sys::File| {
        leptos::task::spawn_local(async move {
            if let Ok(bytes) = read_file(&file).await {
                enter(&String::from_utf8_lossy(&bytes.to_vec()));
            }
        });
    });
    let trouble = wrong.map(|wrong| {
        let text = if wrong == PacketError::OtherKind {
            words::is_answers(lang())
        } else {
            words::bad_invitation_text(lang())
        };
        view! { <Notice tone=Tone::Error title=words::bad_invitation(lang())><p>{text}</p></Notice> }
    });
    view! {
        {trouble}
        <section class="card stack-s">
            <h2>{words::no_invitation(lang())}</h2>
            <p>{words::no_invitation_text(lang())}</p>
            <TextField field=Field::new("undangan", words::invitation_code(lang())).on(code)/>
            <div class="buttons"><Button text=words::open_test(lang()) on_press=typed/></div>
            <FileButton id="berkas-undangan" text=words::invitation_file(lang()) accept=".txt" on_file=from_file/>
        </section>
    }
    .into_any()
}

fn open(invitation: Invitation, bank: &Bank) -> AnyView {
    let questions: Vec<Question> = invitation.items.iter().filter_map(|id| bank.get(id).cloned()).collect();
    let n_missing = invitation.items.len() - questions.len();
    if n_missing > 0 {
        let (title, text) = if bank.is_empty() {
            (words::bank_missing(lang()).to_owned(), words::bank_missing_text(lang()).to_owned())
        } else {
            (words::bank_missing(lang()).to_owned(), words::items_missing(lang(), n_missing))
        };
        return view! { <Notice tone=Tone::Error title><p>{text}</p></Notice> }.into_any();
    }
    let kept =
        preferences::get(&key(&invitation)).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let open = Open {
        kept: RwSignal::new(kept),
        last: RwSignal::new(None),
        invitation: StoredValue::new(invitation),
        questions: StoredValue::new(questions),
    };
    let not_kept = RwSignal::new(false);
    let (keeping, name) = (open.kept, open.invitation.with_value(key));
    effect(move || {
        let text = keeping.with(|kept| serde_json::to_string(kept).unwrap_or_default());
        not_kept.set(!put(&name, &text));
    });
    let step = Memo::new({
        let open = open.clone();
        move |_| (open.last.with(Option::is_some), open.kept.with(|kept| kept.now.as_ref().map(|now| now.at)))
    });
    let body = move || match step.get() {
        (true, _) => done_view(&open),
        (_, None) => join(&open),
        (_, Some(at)) => question(&open, at),
    };
    let trouble =
        move || not_kept.get().then(|| view! { <Notice tone=Tone::Warn title=words::not_kept(lang())></Notice> });
    view! { {follow(trouble)}{follow(body)} }.into_any()
}

fn join(open: &Open) -> AnyView {
    let open = open.clone();
    let name = RwSignal::new(Value::Missing);
    let group = RwSignal::new(String::from("2"));
    let (title, form, n) = open.invitation.with_value(|asked| (asked.title.clone(), asked.form, asked.items.len()));
    let n_done = open.kept.with_untracked(|kept| kept.done.len());
    let begin = {
        let open = open.clone();
        Callback::new(move |()| {
            let typed = if let Value::Text(text) = name.get_untracked() { text } else { String::new() };
            let circle = group.get_untracked().parse().ok().and_then(|place: usize| Group::ALL.get(place)).copied();
            match Who::new(&typed, circle.unwrap_or_default()) {
                Some(who) => open.kept.update(|kept| kept.now = Some(Now { who, answers: vec![None; n], at: 0 })),
                None => toast(words::enter_name(lang())),
            }
        })
    };
    let groups = Group::ALL.iter().enumerate().map(|(n, group)| (n.to_string(), group_name(lang(), *group).to_owned()));
    let groups = Signal::stored(groups.collect::<Vec<_>>());
    let done = (n_done > 0).then(|| view! { <p class="soft">{words::on_this_phone(lang(), n_done)}</p> });
    view! {
        <section class="card stack-s">
            <h2>{form_name(lang(), form)}</h2>
            <p>{words::test_intro(lang(), title, n)}</p>
            <p class="soft">{words::test_private(lang())}</p>
            {done}
            <TextField field=Field::new("nama", words::name_or_number(lang())).help(words::name_help(lang())).on(name)/>
            <Picker id="sebagai" label=words::group(lang()) options=groups chosen=group/>
            <div class="buttons"><Button text=words::begin(lang()) on_press=begin/></div>
        </section>
    }
    .into_any()
}

fn question(open: &Open, at: usize) -> AnyView {
    let n = open.questions.with_value(Vec::len);
    let Some(question) = open.questions.with_value(|questions| questions.get(at).cloned()) else {
        return ().into_any();
    };
    let seed = open.invitation.with_value(|asked| asked.seed);
    let numbers = question.numbers(seed);
    let kept = open.kept;
    let answer = RwSignal::new(
        kept.with_untracked(|kept| kept.now.as_ref().and_then(|now| now.answers.get(at).cloned().flatten())),
    );
    effect(move || {
        let given = answer.get();
        let known =
            kept.with_untracked(|kept| kept.now.as_ref().and_then(|now| now.answers.get(at).cloned().flatten()));
        if given != known {
            kept.update(|kept| {
                if let Some(slot) = kept.now.as_mut().and_then(|now| now.answers.get_mut(at)) {
                    *slot = given;
                }
            });
        }
    });
    let to = move |place: usize| {
        Callback::new(move |()| {
            kept.update(|kept| {
                if let Some(now) = &mut kept.now {
                    now.at = place
                }
            })
        })
    };
    let is_asking = RwSignal::new(false);
    let n_open = move || {
        kept.with(|kept| kept.now.as_ref().map_or(0, |now| now.answers.iter().filter(|given| given.is_none()).count()))
    };
    let finish = {
        let open = open.clone();
        Callback::new(move |()| finish(&open))
    };
    let ask_first = Callback::new(move |()| if untrack(n_open) == 0 { finish.run(()) } else { is_asking.set(true) });
    let end = move || {
        if !is_asking.get() {
            return view! { <div class="buttons"><Button text=words::finish(lang()) on_press=ask_first/></div> }
                .into_any();
        }
        view! {
            <Notice tone=Tone::Warn title=words::finish_question(lang(), n_open())>
                <div class="buttons">
                    <Button text=words::finish(lang()) on_press=finish/>
                    <Button look=Look::Outline text=words::go_on_answering(lang()) on_press=Callback::new(move |()| is_asking.set(false))/>
                </div>
            </Notice>
        }
        .into_any()
    };
    let forward = (at + 1 < n).then(|| {
        let text = Signal::derive(move || {
            answer.with(|given| if given.is_some() { words::next(lang()) } else { words::skip(lang()) }.to_owned())
        });
        view! { <Button text on_press=to(at + 1)/> }
    });
    let back =
        (at > 0).then(|| view! { <Button look=Look::Outline text=words::previous(lang()) on_press=to(at - 1)/> });
    view! {
        <section class="card stack" aria-labelledby="soal">
            <p class="soft" id="soal" role="status">{words::question_of(lang(), at + 1, n)}</p>
            {filled_bar(at as u32 + 1, n as u32)}
            <div class="stack-s test-ask">{asked(&question.text("ask", &numbers))}</div>
            {answer_view(&question, &numbers, seed, answer)}
            <div class="buttons">{back}{forward}</div>
            {(at + 1 == n).then(|| follow(end))}
        </section>
    }
    .into_any()
}

/// Judges the answers, packs them, and shows the code.
fn finish(open: &Open) {
    let Some(now) = open.kept.with_untracked(|kept| kept.now.clone()) else { return };
    let (session, form, seed) = open.invitation.with_value(|asked| (asked.session, asked.form, asked.seed));
    let (mut all, mut right) = (Vec::new(), Vec::new());
    open.questions.with_value(|questions| {
        for (question, answer) in questions.iter().zip(&now.answers) {
            let is_right = |answer: &Answer| judge(&question.item, &question.numbers(seed), answer).right;
            right.push(answer.as_ref().is_some_and(is_right));
            all.push(answer.as_ref().map_or(Given::Nothing, |answer| given(&question.item, answer)));
        }
    });
    let answers = Answers { session, form, who: now.who, given: all, right };
    open.kept.update(|kept| {
        kept.done.push(answers.text());
        kept.now = None;
    });
    open.last.set(Some(answers));
}

/// The address of a test, for a link or a QR code: whatever it says stands behind `#`, which is sent to no server.
pub(super) fn test_address(invitation: &Invitation) -> String {
    let origin = window().location().origin().unwrap_or_default();
    format!("{origin}{}#/belajar/tes/{}", place::root(), invitation.text())
}
