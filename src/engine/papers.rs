//! The village's papers: kept, read, thrown away. What stands in one is the business of the room that owns its kind.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use crate::base::{Id, Value};
use crate::lang::error::paper_too_long;
use crate::register::command::CommandError;
use crate::register::{ActKind, Change, Paper, Record, RecordKind, paper_field};

fn view(paper: &Paper) -> PaperView {
    PaperView {
        kind: paper.kind.text().to_owned(),
        key: paper.key.text().to_owned(),
        title: paper.title.text().to_owned(),
        body: paper.body.text().to_owned(),
        on: paper.on.get().unwrap_or_default(),
    }
}

impl<P: Ports> Engine<P> {
    async fn paper_act(&mut self, kind: ActKind, changes: Vec<Change>) -> Result<Done, EngineError> {
        let act = if changes.is_empty() { Id::default() } else { self.commit(kind, changes).await? };
        Ok(Done { act, ..Done::default() })
    }
}

impl<P: Ports> Handle<PutPaper> for Engine<P> {
    async fn handle(&mut self, request: PutPaper) -> Result<Done, EngineError> {
        let PutPaper { kind, key, title, body } = request;
        if body.len() > PAPER_BYTES {
            return Err(EngineError::File(paper_too_long(self.lang, PAPER_BYTES as u32 >> 20)));
        }
        if kind.is_empty() || key.is_empty() || serde_json::from_str::<serde::de::IgnoredAny>(&body).is_err() {
            return Err(CommandError::WrongKind.into());
        }
        let standing = self.register.paper(&kind, &key);
        let today = Value::Date(self.today());
        let fields = vec![
            (paper_field::title, Value::Text(title)),
            (paper_field::body, Value::Text(body)),
            (paper_field::on, today),
        ];
        let changes = match standing {
            Some(paper) => {
                let changed = fields.into_iter().map(|(tag, new)| (tag, paper.get(tag), new));
                let changed = changed.filter(|(_, old, new)| old != new);
                changed.map(|(tag, old, new)| Change::set(RecordKind::Paper, paper.id, tag, old, new)).collect()
            }
            None => {
                let names = [(paper_field::kind, Value::Text(kind)), (paper_field::key, Value::Text(key))];
                let all = names.into_iter().chain(fields).collect();
                vec![Change::created(RecordKind::Paper, self.new_id(), None, all)]
            }
        };
        self.paper_act(ActKind::KeepPaper, changes).await
    }
}

impl<P: Ports> Handle<RemovePaper> for Engine<P> {
    async fn handle(&mut self, request: RemovePaper) -> Result<Done, EngineError> {
        let paper = self.register.paper(&request.kind, &request.key).ok_or(CommandError::NoSuchRecord)?;
        let change = Change::removed(RecordKind::Paper, paper.id);
        self.paper_act(ActKind::DropPaper, vec![change]).await
    }
}

impl<P: Ports> Handle<ListPapers> for Engine<P> {
    async fn handle(&mut self, request: ListPapers) -> Result<Vec<PaperView>, EngineError> {
        Ok(self.register.papers(&request.kind).map(view).collect())
    }
}

impl<P: Ports> Handle<GetPaper> for Engine<P> {
    async fn handle(&mut self, request: GetPaper) -> Result<Option<PaperView>, EngineError> {
        Ok(self.register.paper(&request.kind, &request.key).map(view))
    }
}
