//! The dialog that asks why a finding is right as it is: a few usual reasons, or one in own words.

use crate::base::{Id, Value};
use crate::engine::EngineError;
use crate::engine::protocol::{Decide, DecideMany, FindingFilter, FindingView, Undo};
use crate::lang::{findings as words, number};
use crate::ui::client::save;
use crate::ui::lang;
use crate::ui::parts::button::Button;
use crate::ui::parts::choice::{Choice, SelectField};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::field::Field;
use crate::ui::parts::live::follow;
use crate::ui::parts::note_field::NoteField;
use crate::ui::parts::toast::{toast, toast_undo};
use leptos::prelude::*;

/// What is to be accepted.
#[derive(Clone, Debug)]
pub enum Asked {
    /// One finding.
    One(Box<FindingView>),
    /// All open findings of a rule's filter: how many.
    Many(FindingFilter, u32),
}

impl Asked {
    fn rule(&self) -> &str {
        match self {
            Asked::One(finding) => &finding.rule,
            Asked::Many(filter, _) => &filter.rule,
        }
    }
}

/// Reasons that fit one rule alone, before those that fit any.
fn reasons(rule: &str) -> Vec<&'static str> {
    let own = match rule {
        "nik-region-mismatch" => Some(words::reason_newcomer(lang())),
        "kk-duplicate" | "more-than-one-couple" => Some(words::reason_two_couples(lang())),
        "possible-duplicate-person" | "temporary-nik-match" => Some(words::reason_two_persons(lang())),
        "kk-unchanged-after-event" | "nik-missing" | "kk-missing" => Some(words::reason_not_issued(lang())),
        _ => None,
    };
    let any = [words::reason_card(lang()), words::reason_document(lang()), words::reason_family(lang())];
    own.into_iter().chain(any).collect()
}

/// The dialog; open while `asked` holds something.
pub fn accept_dialog(asked: RwSignal<Option<Asked>>) -> AnyView {
    let open = RwSignal::new(false);
    let (chosen, own) = (RwSignal::new(Value::Missing), RwSignal::new(Value::Missing));
    Effect::new(move |_| {
        let is_asked = asked.with(Option::is_some);
        if is_asked {
            chosen.set(Value::Missing);
            own.set(Value::Missing);
        }
        open.set(is_asked);
    });
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            asked.set(None);
        }
        now
    });
    let title = Signal::derive(move || match asked.get() {
        Some(Asked::Many(_, n)) => words::accept_many_title(lang(), number::whole(lang(), n.into())),
        _ => words::accept_title(lang()).to_owned(),
    });
    let reason = Signal::derive(move || match (chosen.get(), own.get()) {
        (Value::Text(text), _) | (Value::NotApplicable, Value::Text(text)) => text,
        _ => String::new(),
    });
    let accept = Callback::new(move |()| {
        let reason = reason.get_untracked();
        if reason.is_empty() {
            return toast(words::choose_reason(lang()));
        }
        if let Some(what) = asked.get_untracked() {
            open.set(false);
            leptos::task::spawn_local(carry_out(what, reason));
        }
    });
    view! {
        <Dialog open title>
            {follow(move || {
                let rule = asked.with(|asked| asked.as_ref().map(|asked| asked.rule().to_owned()).unwrap_or_default());
                let mut choices: Vec<_> = reasons(&rule).into_iter().map(choice).collect();
                choices.push(Choice {
                    value: Value::NotApplicable,
                    label: words::other_reason(lang()).into(),
                    also: String::new(),
                });
                view! { <SelectField field=Field::new("alasan", words::reason(lang())).on(chosen) choices/> }
            })}
            {follow(move || (chosen.get() == Value::NotApplicable).then(|| {
                let field = Field::new("alasan-lain", words::other_reason(lang()));
                view! { <NoteField field=field.help(words::other_reason_help(lang())).on(own)/> }
            }))}
            <p class="soft">{words::accept_text(lang())}</p>
            <div class="buttons">
                <Button text=words::accept(lang()) on_press=accept/>
            </div>
        </Dialog>
    }
    .into_any()
}

fn choice(reason: &'static str) -> Choice {
    Choice { value: Value::Text(reason.into()), label: reason.into(), also: String::new() }
}

async fn carry_out(what: Asked, reason: String) {
    let done: Result<Option<(Id, u32)>, EngineError> = match what {
        Asked::One(finding) => {
            let (family, fingerprint) = (finding.family, finding.fingerprint);
            save(Decide { family, fingerprint, reason }).await.map(|done| Some((done.act, 1)))
        }
        Asked::Many(filter, _) => {
            let answer = save(DecideMany { filter, fingerprints: Vec::new(), reason }).await;
            answer.map(|decided| decided.act.map(|act| (act, decided.n)))
        }
    };
    match done {
        Ok(Some((act, n))) => {
            let text = match n {
                1 => words::taken(lang()).to_owned(),
                n => words::taken_n(lang(), number::whole(lang(), n.into())),
            };
            toast_undo(text, Callback::new(move |()| undo(act)));
        }
        Ok(None) => {}
        Err(error) => toast(error.message(lang()).1),
    }
}

fn undo(act: Id) {
    leptos::task::spawn_local(async move {
        if let Err(error) = save(Undo { act }).await {
            toast(error.message(lang()).1);
        }
    });
}
