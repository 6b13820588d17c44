//! Tables of one's own choice that are kept as papers: the choices alone, never a figure.

use super::Look;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::table_maker as words;
use serde::{Deserialize, Serialize};

/// The version of what stands in a paper.
const FORMAT: u8 = 1;
/// The longest name, in characters.
const NAME_CHARS: usize = 160;

/// What stands in a paper.
#[derive(Serialize, Deserialize)]
struct Body {
    format: u8,
    #[serde(flatten)]
    kept: KeptTable,
}

/// Reads a kept table; nothing where the text holds none that this version knows.
pub(super) fn read(text: &str) -> Option<KeptTable> {
    let body: Body = serde_json::from_str(text).ok()?;
    (body.format == FORMAT && wrong(&body.kept.dress, crate::lang::Lang::Id).is_none()).then_some(body.kept)
}

/// What is wrong with title and notes: the field, and the sentence.
fn wrong(dress: &Dress, lang: crate::lang::Lang) -> Option<(&'static str, String)> {
    let long = |text: &str, limit: usize| text.chars().count() > limit;
    if long(&dress.title, TITLE_CHARS) {
        return Some(("judul", words::title_too_long(lang, TITLE_CHARS)));
    }
    if dress.notes.len() > MOST_NOTES {
        return Some(("catatan", words::too_many_notes(lang, MOST_NOTES)));
    }
    let empty_or_long = |note: &Callout| note.text.trim().is_empty() || long(&note.text, NOTE_CHARS);
    dress.notes.iter().any(empty_or_long).then(|| ("catatan", words::note_wrong(lang, NOTE_CHARS)))
}

impl<P: Ports> Engine<P> {
    /// Kept tables that can be read, by name.
    pub(super) fn kept_tables(&self) -> Vec<(String, KeptTable)> {
        let papers = self.register.papers(TABLE_PAPER);
        papers.filter_map(|paper| Some((paper.key.text().to_owned(), read(paper.body.text())?))).collect()
    }
}

impl Look<'_> {
    /// True where a table can be made of these choices.
    fn can_make(&self, kept: &KeptTable) -> Result<(), EngineError> {
        self.made(&kept.table).map(|_| ())
    }
}

impl<P: Ports> Handle<ListTables> for Engine<P> {
    async fn handle(&mut self, _: ListTables) -> Result<Vec<KeptRow>, EngineError> {
        let row = |paper: &crate::register::Paper| KeptRow {
            name: paper.key.text().to_owned(),
            kept: read(paper.body.text()),
        };
        let mut rows: Vec<KeptRow> = self.register.papers(TABLE_PAPER).map(row).collect();
        rows.reverse();
        Ok(rows)
    }
}

impl<P: Ports> Handle<CheckTable> for Engine<P> {
    async fn handle(&mut self, request: CheckTable) -> Result<CheckedPaper, EngineError> {
        let lang = self.lang;
        let CheckTable { name, mut kept } = request;
        let name = name.trim().to_owned();
        let wrong = match name.chars().count() {
            1..=NAME_CHARS => wrong(&kept.dress, lang),
            _ => Some(("nama", words::name_wrong(lang, NAME_CHARS))),
        };
        if let Some((field, text)) = wrong {
            return Ok(CheckedPaper { problems: vec![(field.to_owned(), text)], ..CheckedPaper::default() });
        }
        kept.table.look = LookAt::default();
        self.look(&LookAt::default()).can_make(&kept)?;
        let body = serde_json::to_string(&Body { format: FORMAT, kept }).map_err(|_| EngineError::Dead)?;
        let title = words::kept_title(lang, &name);
        Ok(CheckedPaper { problems: Vec::new(), kind: TABLE_PAPER.to_owned(), key: name, title, body })
    }
}
