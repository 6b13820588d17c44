//! Tables of one's own choice that are kept as papers: the choices alone, never a figure.

use super::Look;
use super::made_keys::with_names;
use crate::analyse::Columns;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, table_maker as words};
use serde::{Deserialize, Serialize};

/// The version of what stands in a paper.
const FORMAT: u8 = 2;
/// In this one notes stood at the words of a language; now they stand at stable names.
const WORDS: u8 = 1;
/// The longest name, in characters.
const NAME_CHARS: usize = 160;

/// What stands in a paper.
#[derive(Serialize, Deserialize)]
struct Body {
    format: u8,
    #[serde(flatten)]
    kept: KeptTable,
}

/// Reads a kept table; nothing where the text holds none that this version knows. True where it is of the version whose notes
/// stand at words.
fn read(text: &str) -> Option<(KeptTable, bool)> {
    let body: Body = serde_json::from_str(text).ok()?;
    let known = [WORDS, FORMAT].contains(&body.format) && wrong(&body.kept.dress, Lang::Id).is_none();
    known.then_some((body.kept, body.format == WORDS))
}

/// What is wrong with title and notes: the field, and the sentence.
fn wrong(dress: &Dress, lang: Lang) -> Option<(&'static str, String)> {
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
    /// Kept tables by name; nothing for those that cannot be read. Those of before come as they are kept now.
    fn all_kept(&self) -> Vec<(String, Option<KeptTable>)> {
        let papers = self.register.papers(TABLE_PAPER);
        let found: Vec<_> = papers.map(|paper| (paper.key.text().to_owned(), read(paper.body.text()))).collect();
        if !found.iter().any(|(_, kept)| matches!(kept, Some((_, true)))) {
            return found.into_iter().map(|(name, kept)| (name, kept.map(|(kept, _)| kept))).collect();
        }
        let built;
        let columns = match &self.derived.analysis {
            Some(analysis) => &analysis.columns,
            None => {
                built = Columns::build(&self.register);
                &built
            }
        };
        let now = |(kept, of_words)| if of_words { with_names(columns, kept) } else { kept };
        found.into_iter().map(|(name, kept)| (name, kept.map(now))).collect()
    }

    /// Kept tables that can be read, by name.
    pub(super) fn kept_tables(&self) -> Vec<(String, KeptTable)> {
        self.all_kept().into_iter().filter_map(|(name, kept)| Some((name, kept?))).collect()
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
        let row = |(name, kept)| KeptRow { name, kept };
        let mut rows: Vec<KeptRow> = self.all_kept().into_iter().map(row).collect();
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
