//! Answers come in: by camera, by a code that is typed or pasted, by file. Whatever cannot be taken is told in plain words, and
//! answers that stand against others wait for the trainer's word.

use super::camera::camera_view;
use super::store::Open;
use crate::base::Value;
use crate::lang::teach as words;
use crate::teach::packet::read_lines;
use crate::teach::short_code::read_short;
use crate::teach::tables::form_name;
use crate::teach::{Answers, PacketError, Taken, Who};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::field::Field;
use crate::ui::parts::file_button::{FileButton, read_file};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::TextField;
use leptos::prelude::*;

/// What was told last, and the answers that wait for a word.
#[derive(Clone, Copy)]
struct Desk {
    open: Open,
    told: RwSignal<Vec<(Tone, String)>>,
    waiting: RwSignal<Vec<Answers>>,
}

/// Letters of a short code at most; longer texts are whole answers.
const SHORT: usize = 24;

pub(super) fn take_view(open: Open) -> AnyView {
    let desk = Desk { open, told: RwSignal::default(), waiting: RwSignal::default() };
    let (code, name) = (RwSignal::new(Value::Missing), RwSignal::new(Value::Missing));
    let text_of =
        |value: RwSignal<Value>| if let Value::Text(text) = value.get_untracked() { text } else { String::new() };
    let typed = Callback::new(move |()| {
        let text = text_of(code);
        if text.trim().is_empty() {
            return;
        }
        if desk.typed(&text, &text_of(name)) {
            code.set(Value::Missing);
            name.set(Value::Missing);
        }
    });
    let scanned = Callback::new(move |text: String| _ = desk.typed(&text, ""));
    let from_file = UnsyncCallback::new(move |file: web_sys::File| {
        leptos::task::spawn_local(async move {
            if let Ok(bytes) = read_file(&file).await {
                desk.file(&String::from_utf8_lossy(&bytes.to_vec()));
            }
        });
    });
    let told = move || {
        let line = |(tone, text): (Tone, String)| view! { <Notice tone><p>{text}</p></Notice> }.into_any();
        desk.told.get().into_iter().map(line).collect::<Vec<_>>()
    };
    let waiting = move || desk.waiting.get().into_iter().next().map(|answers| question(desk, answers));
    view! {
        <section class="card stack-s">
            <h2>{words::take_in(lang())}</h2>
            <div class="stack-s" aria-live="polite">{follow(told)}{follow(waiting)}</div>
            {camera_view(scanned)}
            <TextField field=Field::new("kode", words::type_code(lang())).help(words::type_code_help(lang())).on(code)/>
            <TextField field=Field::new("kode-nama", words::code_name(lang())).help(words::code_name_help(lang())).on(name)/>
            <div class="buttons"><Button look=Look::Outline text=words::take_code(lang()) on_press=typed/></div>
            <FileButton id="berkas-jawaban" text=words::answers_file(lang()) hint=words::answers_hint(lang()) accept=".txt" on_file=from_file/>
        </section>
    }
    .into_any()
}

impl Desk {
    fn tell(self, tone: Tone, text: impl Into<String>) {
        self.told.set(vec![(tone, text.into())]);
    }

    /// Takes what was typed, pasted or scanned; true where nothing needs to be typed again.
    fn typed(self, text: &str, name: &str) -> bool {
        let read = if text.trim().chars().count() > SHORT {
            Answers::read(text).map(|answers| (answers, true))
        } else {
            let session = self.open.session.get_untracked();
            session.map_or(Err(PacketError::NotOurs), |session| read_short(text, &session))
        };
        match read {
            Err(error) => {
                self.tell(Tone::Error, why(&error));
                false
            }
            Ok((mut answers, is_named)) => {
                if !is_named {
                    match Who::new(name, answers.who.group) {
                        Some(who) => answers.who = who,
                        None => {
                            self.tell(Tone::Warn, words::name_needed(lang()));
                            return false;
                        }
                    }
                }
                let (tone, text) = self.take(answers, false);
                self.tell(tone, text);
                true
            }
        }
    }

    /// Takes a file of answers.
    fn file(self, text: &str) {
        let (read, wrong) = read_lines(text);
        let mut told: Vec<(Tone, String)> = Vec::new();
        let mut n_new = 0;
        for answers in read {
            let (tone, text) = self.take(answers, false);
            if tone == Tone::Ok {
                n_new += 1;
            } else {
                told.push((tone, text));
            }
        }
        told.extend(wrong.iter().map(|(line, error)| (Tone::Error, words::line_wrong(lang(), line, why(error)))));
        if n_new > 0 || told.is_empty() {
            let done = if n_new > 0 {
                (Tone::Ok, words::file_taken(lang(), n_new))
            } else {
                (Tone::Warn, words::empty_file(lang()).into())
            };
            told.insert(0, done);
        }
        self.told.set(told);
    }

    fn take(self, answers: Answers, replace: bool) -> (Tone, String) {
        let (who, test) = (answers.who.name.clone(), form_name(lang(), answers.form));
        let kept = answers.clone();
        match self.open.change(|session| session.take(answers, replace)) {
            Some(Ok(Taken::New)) => (Tone::Ok, words::taken(lang(), who, test)),
            Some(Ok(Taken::Again)) => (Tone::Warn, words::again(lang(), who, test)),
            Some(Ok(Taken::Fuller)) => (Tone::Warn, words::fuller(lang(), who)),
            Some(Ok(Taken::Differs)) => {
                self.waiting.update(|waiting| waiting.push(kept));
                (Tone::Warn, words::differs(lang(), who, test))
            }
            Some(Err(error)) => (Tone::Error, why(&error)),
            None => (Tone::Error, words::no_session(lang()).into()),
        }
    }
}

/// The same participant twice, differently: what the trainer can do.
fn question(desk: Desk, answers: Answers) -> AnyView {
    let title = words::differs(lang(), &answers.who.name, form_name(lang(), answers.form));
    let answers = StoredValue::new(answers);
    let done = move |take: Option<(Answers, bool)>| {
        desk.waiting.update(|waiting| {
            if !waiting.is_empty() {
                waiting.remove(0);
            }
        });
        match take {
            Some((answers, replace)) => {
                let (tone, text) = desk.take(answers, replace);
                desk.tell(tone, text);
            }
            None => desk.told.set(Vec::new()),
        }
    };
    let replace = Callback::new(move |()| done(Some((answers.get_value(), true))));
    let keep = Callback::new(move |()| done(None));
    let other = Callback::new(move |()| {
        let mut answers = answers.get_value();
        // The first name that nobody has: "Melati 2".
        let names: Vec<String> = desk.open.session.with_untracked(|session| {
            session.iter().flat_map(|session| session.participants.iter().map(|who| who.name.to_lowercase())).collect()
        });
        let name =
            (2..).map(|n| format!("{} ({n})", answers.who.name)).find(|name| !names.contains(&name.to_lowercase()));
        answers.who.name = name.unwrap_or_default();
        done(Some((answers, false)));
    });
    view! {
        <Notice tone=Tone::Warn title>
            <p>{words::differs_text(lang())}</p>
            <div class="buttons">
                <Button text=words::keep_first(lang()) on_press=keep/>
                <Button look=Look::Outline text=words::replace(lang()) on_press=replace/>
                <Button look=Look::Outline text=words::another_person(lang()) on_press=other/>
            </div>
        </Notice>
    }
    .into_any()
}

/// Why answers cannot be taken, and what to do.
fn why(error: &PacketError) -> String {
    match error {
        PacketError::NotOurs => words::not_ours(lang()).into(),
        PacketError::Damaged => words::damaged(lang()).into(),
        PacketError::Newer => words::newer(lang()).into(),
        PacketError::OtherKind => words::other_kind(lang()).into(),
        PacketError::OtherSession(Some(code)) => words::other_session(lang(), code),
        PacketError::OtherSession(None) => words::another_session(lang()).into(),
        PacketError::OtherItems => words::other_items(lang()).into(),
    }
}
