//! What pages ask again and again: a question that follows its choices, and a paper that is checked before it is kept.

use super::client::{ask, follow_changes, save};
use super::lang;
use super::parts::field::{Remark, focus_field};
use super::parts::live::{effect, follow};
use super::parts::notice::Notice;
use super::parts::tone::Tone;
use crate::engine::EngineError;
use crate::engine::protocol::{Ask, CheckedPaper, PutPaper};
use leptos::prelude::*;

/// Asks whenever the question or the register changes; nothing is asked while there is no question. Of several on their way
/// only the last is answered.
pub fn latest<R: Ask + 'static>(
    question: impl Fn() -> Option<R> + 'static,
    take: impl Fn(Result<R::Reply, EngineError>) + Copy + 'static,
) {
    let round = StoredValue::new(0u32);
    effect(move || {
        follow_changes();
        let Some(question) = question() else { return };
        let this = round.try_update_value(|round| {
            *round += 1;
            *round
        });
        leptos::task::spawn_local(async move {
            let answer = ask(question).await;
            if round.try_get_value() == this {
                take(answer);
            }
        });
    });
}

/// The last answer, and what went wrong since.
pub struct Asked<T: Send + Sync + 'static> {
    /// The answer.
    pub answer: RwSignal<Option<T>>,
    /// What went wrong.
    pub problem: RwSignal<Option<EngineError>>,
}

impl<T: Send + Sync + 'static> Clone for Asked<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Asked<T> {}

impl<T: Send + Sync + 'static> Asked<T> {
    /// Follows a question as [`latest`] does.
    pub fn follow<R>(question: impl Fn() -> Option<R> + 'static) -> Asked<T>
    where
        R: Ask<Reply = T> + 'static,
    {
        let asked = Asked { answer: RwSignal::new(None), problem: RwSignal::new(None) };
        latest(question, move |answer| match answer {
            Ok(answer) => {
                asked.problem.set(None);
                asked.answer.set(Some(answer));
            }
            Err(error) => asked.problem.set(Some(error)),
        });
        asked
    }

    /// What went wrong, in the flow of the page.
    pub fn trouble(self) -> AnyView {
        trouble(self.problem)
    }
}

/// An error in the flow of the page.
pub fn refused(error: &EngineError) -> AnyView {
    let (title, text) = error.message(lang());
    view! { <Notice tone=Tone::Error title=title><p>{text}</p></Notice> }.into_any()
}

/// The same while there is one.
pub fn trouble(problem: RwSignal<Option<EngineError>>) -> AnyView {
    follow(move || problem.get().map(|error| refused(&error)))
}

/// What the check of a form found, by field, and what went wrong.
#[derive(Clone, Copy)]
pub struct Checked {
    /// Field and sentence.
    pub wrong: RwSignal<Vec<(String, String)>>,
    /// What went wrong.
    pub problem: RwSignal<Option<EngineError>>,
}

impl Checked {
    /// Nothing found yet.
    pub fn new() -> Checked {
        Checked { wrong: RwSignal::new(Vec::new()), problem: RwSignal::new(None) }
    }

    /// Lets the study check a form and keeps its paper; where a field is wrong, it says so and takes the focus. Fields are
    /// named `<prefix>-<field>` on the page.
    pub fn keep(self, form: impl Ask<Reply = CheckedPaper> + 'static, prefix: &'static str, done: impl Fn() + 'static) {
        leptos::task::spawn_local(async move {
            let checked = match ask(form).await {
                Ok(checked) => checked,
                Err(error) => return self.problem.set(Some(error)),
            };
            self.wrong.set(checked.problems.clone());
            if let Some((field, _)) = checked.problems.first() {
                return focus_field(&format!("{prefix}-{field}"));
            }
            let paper = PutPaper { kind: checked.kind, key: checked.key, title: checked.title, body: checked.body };
            match save(paper).await {
                Ok(_) => {
                    self.problem.set(None);
                    done();
                }
                Err(error) => self.problem.set(Some(error)),
            }
        });
    }

    /// What is said beneath a field.
    pub fn remarks(self, field: &str) -> Vec<Remark> {
        self.wrong.with(|wrong| {
            let own = wrong.iter().filter(|(of, _)| of == field);
            own.map(|(_, text)| Remark { tone: Tone::Error, text: text.clone(), actions: Vec::new() }).collect()
        })
    }
}

impl Default for Checked {
    fn default() -> Self {
        Self::new()
    }
}
