//! A question that is asked anew whenever it or the register changes; of several on their way only the last is answered.

use crate::engine::EngineError;
use crate::engine::protocol::Ask;
use crate::ui::client::{ask, follow_changes};
use crate::ui::lang;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

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
    /// Follows a question; nothing is asked while it gives none.
    pub fn follow<R>(question: impl Fn() -> Option<R> + 'static) -> Asked<T>
    where
        R: Ask<Reply = T> + 'static,
    {
        let asked = Asked { answer: RwSignal::new(None), problem: RwSignal::new(None) };
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
                if round.try_get_value() != this {
                    return;
                }
                match answer {
                    Ok(answer) => {
                        asked.problem.set(None);
                        asked.answer.set(Some(answer));
                    }
                    Err(error) => asked.problem.set(Some(error)),
                }
            });
        });
        asked
    }

    /// What went wrong, in the flow of the page.
    pub fn trouble(self) -> AnyView {
        trouble(self.problem)
    }
}

/// An error in the flow of the page.
pub fn trouble(problem: RwSignal<Option<EngineError>>) -> AnyView {
    follow(move || {
        problem.get().map(|error| {
            let (title, text) = error.message(lang());
            view! { <Notice tone=Tone::Error title=title><p>{text}</p></Notice> }
        })
    })
}
