//! Requests about documents: made anew from the register, with what a person edited laid over them. The study answers.

use super::LookAt;
use crate::base::Date;
pub use crate::present::document::corner::{Chosen, Corner, WORDS as SLIDE_WORDS};
pub use crate::present::document::poster::{
    CHARTS as POSTER_CHARTS, PosterEdits, TILES, USUAL as POSTER_USUAL, WORDS as POSTER_WORDS,
};
pub use crate::present::document::{Edits, Laid, OwnBlock, Slide, TextEdit};
use serde::{Deserialize, Serialize};

/// Papers that hold the edits of a kept document.
pub const DOCUMENT_PAPER: &str = "dokumen";
/// Papers that hold the edits of a template.
pub const TEMPLATE_PAPER: &str = "templat";
/// The paper that holds the chosen slides.
pub const CORNER_PAPER: &str = "pojok";
/// The paper that holds what was chosen for the poster.
pub const POSTER_PAPER: &str = "poster";

/// Asks for a document.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct MakeDocument {
    /// When and where.
    pub look: LookAt,
    /// Which, for whom, and what was edited.
    pub edits: Edits,
}

/// A document, laid out in blocks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DocumentView {
    /// Its title.
    pub title: String,
    /// Name for files, without an ending.
    pub name: String,
    /// Reference date.
    pub at: Date,
    /// Residents that it is about.
    pub residents: u32,
    /// On A3 in large type.
    pub large: bool,
    /// In small type.
    pub compact: bool,
    /// The blocks, those left out among them.
    pub blocks: Vec<BlockView>,
    /// Names of figures with what they say; empty where hidden or not known.
    pub figures: Vec<(String, String)>,
    /// What the person should know.
    pub warnings: Vec<String>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BlockKind {
    /// Sentences.
    #[default]
    Paragraph,
    /// A heading of a chapter, or within one.
    Heading,
    /// A table.
    Table,
    /// A chart.
    Chart,
    /// A cover.
    Cover,
    /// Contents.
    Contents,
    /// A new page.
    Break,
}

/// A block of a document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BlockView {
    /// Stable name.
    pub id: String,
    /// What it is.
    pub kind: BlockKind,
    /// What a person calls it.
    pub label: String,
    /// Its words with names of figures in braces.
    pub template: String,
    /// Its words filled in.
    pub text: String,
    /// When its text was edited by hand.
    pub edited: Option<Date>,
    /// Added by hand.
    pub own: bool,
    /// Left out.
    pub left_out: bool,
    /// In pieces, for pages.
    pub laid: Laid,
}

/// Reads edits that were kept or brought as a file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ReadEdits {
    /// JSON.
    pub text: String,
}

/// Writes edits as JSON.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WriteEdits {
    /// The edits.
    pub edits: Edits,
}

/// Asks for every table of a document as a workbook; the file comes with the reply.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DocumentWorkbook {
    /// The document.
    pub document: MakeDocument,
}

/// Asks for the poster, always as everybody may see it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct MakePoster {
    /// When and where.
    pub look: LookAt,
    /// What is chosen for it; nothing for what is kept.
    pub edits: Option<PosterEdits>,
}

/// Writes what is chosen for the poster as JSON, for its paper.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WritePoster {
    /// The choice.
    pub edits: PosterEdits,
}

/// The poster as pictures that stand alone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterView {
    /// Reference date.
    pub at: Date,
    /// What it is about.
    pub title: String,
    /// Name for files, without an ending.
    pub name: String,
    /// For a sheet of A3.
    pub sheet: String,
    /// For a message, 1080 × 1350.
    pub message: String,
    /// What was chosen for it.
    pub edits: PosterEdits,
    /// What is kept could not be read.
    pub damaged: bool,
    /// Figures that it can show, by name.
    pub figures: Vec<(String, String)>,
    /// Charts that it can show, by name.
    pub charts: Vec<(String, String)>,
    /// Residents that it is about.
    pub residents: u32,
}

/// Asks for all slides of the population corner, always as everybody may see them.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct MakeSlides {
    /// When and where.
    pub look: LookAt,
    /// The choice; nothing for what is kept.
    pub corner: Option<Corner>,
}

/// Writes the choice of slides as JSON, for its paper.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct WriteCorner {
    /// The choice.
    pub corner: Corner,
}

/// Slides, and which of them the village chose.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SlidesView {
    /// Reference date.
    pub at: Date,
    /// All of them.
    pub slides: Vec<Slide>,
    /// The chosen ones in their order; all where nothing was chosen yet.
    pub corner: Corner,
    /// What was chosen could not be read.
    pub damaged: bool,
}
