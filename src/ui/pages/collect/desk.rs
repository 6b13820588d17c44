//! The desk on which one family lies: its view, and the one line by which answers go to the engine. Answers are sent one
//! after another, so that a family or person that does not exist yet comes into being once, with its first answer.

use crate::base::{Id, Value};
use crate::engine::EngineError;
use crate::engine::protocol::{AddFamily, AddPerson, Edit, FamilyView, FormSchema, OpenFamily};
use crate::engine::protocol::{RecordKind, RecordRef};
use crate::ui::client::{ask, save};
use crate::ui::link;
use leptos::prelude::*;
use std::collections::VecDeque;
use wasm_bindgen::JsValue;

/// Whose field is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The family's own.
    Family,
    /// A member's.
    Person(Id),
    /// A member who is not in the register yet; comes into being with the first answer.
    NewPerson,
}

/// One family on the page.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The family; nothing while it has no first answer.
    pub id: RwSignal<Option<Id>>,
    /// The family as the engine last told it.
    pub view: RwSignal<FamilyView>,
    /// The forms.
    pub schema: RwSignal<FormSchema>,
    /// The family is not there, or an answer could not be stored.
    pub problem: RwSignal<Option<EngineError>>,
    /// True once the engine has told the family, or it is new.
    pub ready: RwSignal<bool>,
    /// The member that came into being here.
    pub born: RwSignal<Option<Id>>,
    waiting: StoredValue<VecDeque<(Whose, u16, Value)>>,
    busy: StoredValue<bool>,
}

impl Desk {
    /// A desk with nothing on it yet.
    pub fn new() -> Desk {
        Desk {
            id: RwSignal::new(None),
            view: RwSignal::default(),
            schema: super::form::schema(),
            problem: RwSignal::new(None),
            ready: RwSignal::new(false),
            born: RwSignal::new(None),
            waiting: StoredValue::default(),
            busy: StoredValue::new(false),
        }
    }

    /// Lays the family of the address on the desk: an id, or `baru`.
    pub fn open(self, key: &str) {
        let Ok(id) = key.parse::<Id>() else {
            self.ready.set(true);
            return;
        };
        self.id.set(Some(id));
        leptos::task::spawn_local(async move {
            let answer = ask(OpenFamily { id }).await;
            // Answers on their way carry a newer view with them.
            if !self.busy.try_get_value().unwrap_or(true) {
                self.take(answer);
            }
        });
    }

    /// Takes the engine's answer: the new view, or what went wrong.
    pub fn take(self, answer: Result<FamilyView, EngineError>) {
        if self.ready.is_disposed() {
            return;
        }
        match answer {
            Ok(view) => {
                self.id.set(Some(view.id));
                if self.view.with_untracked(|now| *now != view) {
                    self.view.set(view);
                }
                self.problem.set(None);
            }
            Err(error) => self.problem.set(Some(error)),
        }
        self.ready.set(true);
    }

    /// An answer has settled: it joins the line to the engine.
    pub fn settle(self, whose: Whose, tag: u16, value: Value) {
        self.waiting.update_value(|line| line.push_back((whose, tag, value)));
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        leptos::task::spawn_local(async move {
            while let Some((whose, tag, value)) = self.waiting.try_update_value(VecDeque::pop_front).flatten() {
                self.send(whose, tag, value).await;
            }
            _ = self.busy.try_set_value(false);
        });
    }

    async fn send(self, whose: Whose, tag: u16, value: Value) {
        let family = self.id.get_untracked();
        let born = self.born.get_untracked();
        let answer = match (family, whose) {
            (None, _) => {
                let answer = save(AddFamily { family: vec![(tag, value)], person: None }).await;
                if let Ok(view) = &answer {
                    keep_address(&format!("/kumpul/keluarga/{}?s=alamat", view.id));
                }
                answer
            }
            (Some(id), Whose::Family) => edit(RecordKind::Family, id, tag, value).await,
            (_, Whose::Person(id)) => edit(RecordKind::Person, id, tag, value).await,
            (Some(family), Whose::NewPerson) => match born {
                Some(id) => edit(RecordKind::Person, id, tag, value).await,
                None => {
                    let before: Vec<Id> =
                        self.view.with_untracked(|view| view.members.iter().map(|member| member.id).collect());
                    let answer = save(AddPerson { family, fields: vec![(tag, value)] }).await;
                    if let Ok(view) = &answer
                        && let Some(new) = view.members.iter().find(|member| !before.contains(&member.id))
                    {
                        self.born.set(Some(new.id));
                        keep_address(&format!("/kumpul/keluarga/{family}?r={}&s=identitas", new.id));
                    }
                    answer
                }
            },
        };
        self.take(answer);
    }
}

async fn edit(kind: RecordKind, id: Id, field: u16, value: Value) -> Result<FamilyView, EngineError> {
    save(Edit { record: RecordRef { kind, id }, field, value }).await
}

/// Puts the record into the address without leaving the page, so that a reload comes back to it.
fn keep_address(path: &str) {
    if let Ok(history) = window().history() {
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&link(path)));
    }
}
