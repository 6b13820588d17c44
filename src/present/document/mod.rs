//! Documents of the village, made from its figures in one act: blocks in order, each told, tabled or drawn from what may be
//! seen, then changed by what a person edited. Knows counts, words, tables and charts; knows nothing of storage or pages of
//! a browser. Heights are measured by whoever shows it; [`pages`] then says what stands on which page.

pub mod beside;
pub mod corner;
mod edits;
mod facts;
mod figures;
mod guarded;
mod html;
mod linked;
mod make;
pub mod pages;
mod pictures;
pub mod plan;
pub mod poster;
pub mod slides;

pub use edits::{Edits, OwnBlock, TextEdit};
pub use facts::{Facts, Figure, Source, village};
pub use guarded::{Guarded, HIDDEN, HIDE_BELOW};
pub use html::{Laid, PAGE_OF, laid};
#[cfg(test)]
pub(crate) use linked::tests::bare;
pub use make::make;
pub use pictures::picture;
pub use plan::{Kind, PLANS};
pub use slides::Slide;

use super::table::Table;
use crate::base::Date;

/// A document.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its title, also the cover's.
    pub title: String,
    /// Reference date.
    pub at: Date,
    /// Its blocks in order, those left out among them.
    pub blocks: Vec<Block>,
    /// Figures that its sentences may name.
    pub figures: Vec<Figure>,
    /// What the person should know: figures that are not known.
    pub warnings: Vec<String>,
}

/// A block of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Stable name, by which edits find it.
    pub id: String,
    /// What stands in it.
    pub body: Body,
    /// When its text was edited by hand, if it was.
    pub edited: Option<Date>,
    /// Added by hand.
    pub own: bool,
    /// Left out by hand.
    pub left_out: bool,
}

/// What stands in a block.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// A page with the title and lines below it.
    Cover {
        /// The title.
        title: String,
        /// Lines below it.
        lines: Vec<String>,
    },
    /// Headings and tables with their pages.
    Contents,
    /// A heading.
    Heading {
        /// 1 for a chapter, 2 within one.
        level: u8,
        /// The words; a chapter's number stands before them.
        text: Text,
        /// Number of the chapter; empty for none.
        number: String,
    },
    /// Sentences.
    Paragraph(Text),
    /// A table.
    Table {
        /// The table.
        table: Table,
        /// Its number: "3.1"; empty for none.
        number: String,
        /// Empty cells to write in by hand.
        form: bool,
    },
    /// A chart that stands alone, with title and note in it.
    Chart {
        /// What it shows.
        title: String,
        /// The picture.
        svg: String,
    },
    /// A new page begins.
    Break,
}

/// Words with the names of figures in braces, and as they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// With names in braces.
    pub template: String,
    /// Filled in.
    pub filled: String,
}

impl Block {
    fn new(id: impl Into<String>, body: Body) -> Block {
        Block { id: id.into(), body, edited: None, own: false, left_out: false }
    }

    /// Its words, where it has some to edit.
    pub fn text(&self) -> Option<&Text> {
        match &self.body {
            Body::Heading { text, .. } | Body::Paragraph(text) => Some(text),
            _ => None,
        }
    }

    fn text_mut(&mut self) -> Option<&mut Text> {
        match &mut self.body {
            Body::Heading { text, .. } | Body::Paragraph(text) => Some(text),
            _ => None,
        }
    }
}
