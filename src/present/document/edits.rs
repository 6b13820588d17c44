//! What a person changed in a document: texts, order, blocks left out and added. It is kept as JSON and laid over a
//! document that is made anew, so that figures are those of the day and the person's words stay.

use super::plan::Kind;
use super::{Block, Body, Document, Facts, Figure, Text};
use crate::base::Date;
use crate::base::Order as _;
use crate::base::map_of;
use crate::lang::{Lang, document as words, document_page as page};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Number of this form.
const FORMAT: u8 = 1;
/// Characters of a text, and blocks added by hand, at most.
const LONGEST_TEXT: usize = 4_000;
const MOST_OWN: usize = 200;

/// What was changed. Only what differs from the document as it is made is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Edits {
    /// Number of the form.
    pub format: u8,
    /// Key of the kind of document.
    pub kind: String,
    /// For the office; everybody otherwise.
    pub office: bool,
    /// Texts by block.
    pub texts: BTreeMap<String, TextEdit>,
    /// Blocks that are left out.
    pub left_out: BTreeSet<String>,
    /// Blocks that were added.
    pub own: Vec<OwnBlock>,
    /// All blocks in order, where one was moved.
    pub order: Vec<String>,
}

/// A text in place of the one that is made.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TextEdit {
    /// With names of figures in braces.
    pub text: String,
    /// When, as `2026-11-24`.
    pub on: String,
}

/// A block that was added.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OwnBlock {
    /// Its name.
    pub id: String,
    /// Block after which it stands; empty for the start.
    pub after: String,
    /// A heading instead of a paragraph.
    pub heading: bool,
    /// Its text.
    pub text: String,
    /// When it was last edited.
    pub on: String,
    /// A kept table whose chart it is, by name; empty for a block of words.
    #[serde(default)]
    pub chart: String,
}

/// Draws the chart of a kept table: its name and an id give what it shows, and the picture.
pub type Draw<'a> = &'a dyn Fn(&str, &str) -> Option<(String, String)>;

impl Edits {
    /// Edits of a kind, none yet.
    pub fn of(kind: Kind, office: bool) -> Edits {
        Edits { format: FORMAT, kind: kind.plan().key.to_owned(), office, ..Edits::default() }
    }

    /// Reads edits; says what is wrong with a text that holds none.
    pub fn read(text: &str, lang: Lang) -> Result<Edits, String> {
        let edits: Edits = serde_json::from_str(text).map_err(|_| page::not_a_document(lang).to_owned())?;
        if edits.format > FORMAT {
            return Err(page::newer_document(lang).to_owned());
        }
        if edits.format == 0 || Kind::by_key(&edits.kind).is_none() {
            return Err(page::not_a_document(lang).to_owned());
        }
        let texts = edits.texts.values().map(|edit| &edit.text).chain(edits.own.iter().map(|own| &own.text));
        if texts.into_iter().any(|text| text.chars().count() > LONGEST_TEXT) {
            return Err(page::text_too_long(lang, LONGEST_TEXT));
        }
        if edits.own.len() > MOST_OWN || edits.own.iter().any(|own| own.id.is_empty()) {
            return Err(page::not_a_document(lang).to_owned());
        }
        Ok(edits)
    }

    /// The kind of document.
    pub fn kind(&self) -> Kind {
        Kind::by_key(&self.kind).unwrap_or_default()
    }

    /// Lays the edits over a document, numbers chapters and tables, and fills in all figures.
    pub fn apply(&self, document: &mut Document, lang: Lang, draw: Draw) {
        for block in &mut document.blocks {
            block.left_out = self.left_out.contains(&block.id);
            if let Some(edit) = self.texts.get(&block.id)
                && let Some(text) = block.text_mut()
            {
                text.template = edit.text.clone();
                block.edited = Date::parse_iso(&edit.on);
            }
        }
        for own in &self.own {
            let at = document.blocks.iter().position(|block| block.id == own.after).map_or(0, |at| at + 1);
            document.blocks.insert(at, own_block(own, self.left_out.contains(&own.id), lang, draw));
        }
        put_in_order(&mut document.blocks, &self.order);
        number(&mut document.blocks);
        fill(document, lang);
    }
}

fn own_block(own: &OwnBlock, left_out: bool, lang: Lang, draw: Draw) -> Block {
    let words = |template: String| Text { template, filled: String::new() };
    let body = match (own.chart.is_empty(), own.heading) {
        (false, _) => match draw(&own.chart, &own.id.replace('.', "-")) {
            Some((title, svg)) => Body::Chart { title, svg },
            None => Body::Paragraph(words(page::no_chart_any_more(lang, &own.chart))),
        },
        (true, true) => Body::Heading { level: 2, text: words(own.text.clone()), number: String::new() },
        (true, false) => Body::Paragraph(words(own.text.clone())),
    };
    Block { id: own.id.clone(), body, edited: Date::parse_iso(&own.on), own: true, left_out }
}

/// Blocks in the order of their names; one without a place there stays behind the one that it followed.
fn put_in_order(blocks: &mut Vec<Block>, order: &[String]) {
    if order.is_empty() {
        return;
    }
    let place = map_of(order.iter().enumerate().map(|(at, id)| (id.as_str(), at)));
    let mut last = 0;
    let mut keyed: Vec<((usize, usize), Block)> = Vec::new();
    for (at, block) in blocks.drain(..).enumerate() {
        let known = place.get(block.id.as_str());
        last = known.copied().unwrap_or(last);
        keyed.push(((last, if known.is_some() { 0 } else { at + 1 }), block));
    }
    keyed.order_by_key(|(key, _)| *key);
    blocks.extend(keyed.into_iter().map(|(_, block)| block));
}

/// Numbers chapters, and the tables within each.
fn number(blocks: &mut [Block]) {
    let has_contents = blocks.iter().any(|block| block.body == Body::Contents);
    let (mut chapter, mut table_at) = (0, 0);
    for block in blocks.iter_mut().filter(|block| has_contents && !block.left_out) {
        match &mut block.body {
            Body::Heading { level: 1, number, .. } => {
                (chapter, table_at) = (chapter + 1, 0);
                *number = chapter.to_string();
            }
            Body::Table { number, .. } => {
                table_at += 1;
                *number = format!("{chapter}.{table_at}");
            }
            _ => {}
        }
    }
}

/// Fills in the figures; says which names are none.
fn fill(document: &mut Document, lang: Lang) {
    let Document { blocks, figures, warnings, .. } = document;
    for text in blocks.iter_mut().filter_map(Block::text_mut) {
        text.filled = filled(&text.template, figures, lang, warnings);
    }
    warnings.sort();
    warnings.dedup();
}

fn filled(template: &str, figures: &[Figure], lang: Lang, warnings: &mut Vec<String>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, (name, after))) = next_name(rest) {
        out.push_str(before);
        match figures.iter().find(|figure| figure.key == name.trim()) {
            Some(Figure { text: Some(text), .. }) => out.push_str(text),
            Some(Figure { text: None, .. }) => out.push_str(words::no_figure(lang)),
            None => {
                out.push_str(&format!("{{{name}}}"));
                warnings.push(words::unknown_figure(lang, format!("{{{name}}}")));
            }
        }
        rest = after;
    }
    out + rest
}

/// What stands before the first name in braces, the name, and what follows.
fn next_name(text: &str) -> Option<(&str, (&str, &str))> {
    let (before, after) = text.split_once('{')?;
    Some((before, after.split_once('}')?))
}

/// Names of figures in a text.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (_, (name, after)) = next_name(rest)?;
        rest = after;
        Some(name.trim())
    })
}

impl Facts {
    /// True where a text names nothing but figures.
    pub fn knows(&self, text: &str) -> bool {
        names(text).all(|name| self.figures.iter().any(|figure| figure.key == name))
    }
}
