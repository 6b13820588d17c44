//! A document at hand: what was edited in it, and how it looks with the figures of the moment. Each edit is stored at once.

use super::when_where::WhenWhere;
use crate::engine::EngineError;
use crate::engine::protocol::{
    BlockView, DOCUMENT_PAPER, DocumentView, Edits, GetPaper, MakeDocument, OwnBlock, PutPaper, ReadEdits,
    TEMPLATE_PAPER, TextEdit, WriteEdits,
};
use crate::lang::document_page as words;
use crate::present::document::Kind;
use crate::ui::asking::latest;
use crate::ui::client::{ask, save, status};
use crate::ui::lang;
use leptos::prelude::*;

/// The signals of a document.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) kind: Kind,
    /// Key of the paper in which edits are kept.
    key: StoredValue<String>,
    /// Title of that paper.
    title: StoredValue<String>,
    /// Nothing until they have been read.
    pub(super) edits: RwSignal<Option<Edits>>,
    pub(super) view: RwSignal<Option<DocumentView>>,
    pub(super) problem: RwSignal<Option<EngineError>>,
    /// The block whose text is open.
    pub(super) open: RwSignal<Option<String>>,
    /// Control that has the focus again when the blocks stand anew.
    pub(super) focus: StoredValue<Option<String>>,
}

/// What is done with a block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

impl Desk {
    /// A document of this kind: as it was kept under `kept`, begun from the template `template`, or as it was left.
    pub(super) fn new(kind: Kind, kept: Option<String>, template: Option<String>, chosen: WhenWhere) -> Desk {
        let plan = kind.plan();
        let desk = Desk {
            kind,
            key: StoredValue::new(kept.clone().unwrap_or_else(|| plan.key.to_owned())),
            title: StoredValue::new((plan.name)(lang()).to_owned()),
            edits: RwSignal::new(None),
            view: RwSignal::new(None),
            problem: RwSignal::new(None),
            open: RwSignal::new(None),
            focus: StoredValue::new(None),
        };
        let (paper, key) = match template {
            Some(key) => (TEMPLATE_PAPER, key),
            None => (DOCUMENT_PAPER, desk.key.get_value()),
        };
        leptos::task::spawn_local(async move { desk.read(paper, key).await });
        let question = move || Some(MakeDocument { edits: desk.edits.get()?, look: chosen.look()? });
        latest(question, move |answer| match answer {
            Ok(view) => {
                chosen.taken(view.at);
                if desk.view.with_untracked(|now| now.as_ref() != Some(&view)) {
                    desk.view.set(Some(view));
                }
            }
            Err(error) => desk.problem.set(Some(error)),
        });
        desk
    }

    /// Reads what was kept; what is damaged is told and not used.
    async fn read(self, paper: &str, key: String) {
        let fresh = Edits::of(self.kind, false);
        let found = ask(GetPaper { kind: paper.into(), key }).await;
        let edits = match found {
            Ok(Some(paper)) => {
                let read = ask(ReadEdits { text: paper.body }).await;
                if read.is_err() {
                    self.problem.set(Some(EngineError::File(words::damaged(lang(), &paper.title))));
                }
                _ = self.title.try_set_value(paper.title);
                read.unwrap_or(fresh)
            }
            Ok(None) => fresh,
            Err(error) => {
                self.problem.set(Some(error));
                fresh
            }
        };
        _ = self.edits.try_set(Some(edits));
    }

    /// Changes the edits and stores them.
    pub(super) fn change(self, with: impl FnOnce(&mut Edits)) {
        let mut changed = None;
        self.edits.update(|edits| {
            if let Some(edits) = edits {
                with(edits);
                changed = Some(edits.clone());
            }
        });
        if let Some(edits) = changed {
            leptos::task::spawn_local(async move {
                let (key, title) = (self.key.get_value(), self.title.get_value());
                self.told(keep(DOCUMENT_PAPER, key, title, edits).await);
            });
        }
    }

    /// Keeps a copy under a name, as a document or a template; from then on the document is the one that is edited.
    pub(super) async fn keep_as(self, name: String, template: bool) -> bool {
        let Some(edits) = self.edits.get_untracked() else { return false };
        let slug: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        let key = format!("{}-{}", self.kind.plan().key, slug.to_lowercase());
        let paper = if template { TEMPLATE_PAPER } else { DOCUMENT_PAPER };
        let answer = keep(paper, key.clone(), name.clone(), edits).await;
        let kept = answer.is_ok();
        if kept && !template {
            self.key.set_value(key);
            self.title.set_value(name);
        }
        self.told(answer);
        kept
    }

    fn told(self, answer: Result<(), EngineError>) {
        _ = self.problem.try_set(answer.err());
    }

    /// Today, as edits keep it.
    fn today(self) -> String {
        untrack(status).map_or(String::new(), |status| status.today.to_string())
    }

    /// Sets a block's text; the made text again where there is none.
    pub(super) fn set_text(self, block: &BlockView, text: Option<String>) {
        let (id, on) = (block.id.clone(), self.today());
        self.change(|edits| {
            if let Some(own) = edits.own.iter_mut().find(|own| own.id == id) {
                if let Some(text) = text {
                    (own.text, own.on) = (text, on);
                }
                return;
            }
            match text {
                Some(text) => _ = edits.texts.insert(id, TextEdit { text, on }),
                None => _ = edits.texts.remove(&id),
            }
        });
    }

    /// Leaves a block out, or takes it back in; one's own goes for good.
    pub(super) fn leave_out(self, block: &BlockView) {
        let id = block.id.clone();
        let own = block.own;
        self.change(|edits| {
            if own {
                edits.own.retain(|block| block.id != id);
            } else if !edits.left_out.remove(&id) {
                edits.left_out.insert(id);
            }
        });
    }

    /// Moves a block past its neighbour.
    pub(super) fn shift(self, id: &str, way: Way) {
        let mut order: Vec<String> =
            self.view.with_untracked(|view| view.iter().flat_map(|view| &view.blocks).map(|b| b.id.clone()).collect());
        let Some(at) = order.iter().position(|block| block == id) else { return };
        let to = if way == Way::Up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < order.len()) };
        if let Some(to) = to {
            order.swap(at, to);
            self.change(|edits| edits.order = order);
        }
    }

    /// Adds a paragraph or heading below a block and opens it.
    pub(super) fn add(self, after: &str, heading: bool) {
        let text = if heading { words::new_heading(lang()) } else { words::new_paragraph(lang()) }.to_owned();
        let made = self.add_own(OwnBlock { after: after.to_owned(), heading, text, ..OwnBlock::default() });
        self.open.set(made);
    }

    /// Adds the chart of a kept table behind the last block.
    pub(super) fn add_chart(self, table: String) {
        let last = self.view.with_untracked(|view| view.as_ref()?.blocks.last().map(|block| block.id.clone()));
        self.add_own(OwnBlock { after: last.unwrap_or_default(), chart: table, ..OwnBlock::default() });
    }

    /// Adds a block under a name of its own, and gives the name.
    fn add_own(self, block: OwnBlock) -> Option<String> {
        let on = self.today();
        let mut made = None;
        self.change(|edits| {
            let taken = |n: &usize| edits.own.iter().any(|own| own.id == format!("sendiri.{n}"));
            let n = (1..).find(|n| !taken(n)).unwrap_or_default();
            let id = format!("sendiri.{n}");
            if let Some(at) = edits.order.iter().position(|other| *other == block.after) {
                edits.order.insert(at + 1, id.clone());
            }
            made = Some(id.clone());
            // The last one added stands nearest.
            edits.own.push(OwnBlock { id, on, ..block });
        });
        made
    }
}

async fn keep(paper: &str, key: String, title: String, edits: Edits) -> Result<(), EngineError> {
    let body = ask(WriteEdits { edits }).await?;
    save(PutPaper { kind: paper.to_owned(), key, title, body }).await.map(|_| ())
}
