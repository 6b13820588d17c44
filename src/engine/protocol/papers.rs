//! Requests about the village's papers: what it keeps that is no family, person or event.

use crate::base::Date;
use serde::{Deserialize, Serialize};

/// A paper.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PaperView {
    /// Kind: the room that owns it knows the form of the body.
    pub kind: String,
    /// Tells papers of a kind apart.
    pub key: String,
    /// Title as people call it.
    pub title: String,
    /// JSON.
    pub body: String,
    /// When it was last kept.
    pub on: Date,
}

/// Keeps a paper: a new one, or in place of the one with the same kind and key.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct PutPaper {
    /// Kind, a short word.
    pub kind: String,
    /// Key, not empty.
    pub key: String,
    /// Title.
    pub title: String,
    /// JSON, at most [`PAPER_BYTES`] long.
    pub body: String,
}

/// The longest body of a paper.
pub const PAPER_BYTES: usize = 4 << 20;

/// Throws a paper away; the act can be taken back.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RemovePaper {
    /// Kind.
    pub kind: String,
    /// Key.
    pub key: String,
}

/// Asks for the papers of a kind, in the order in which they were first kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ListPapers {
    /// Kind.
    pub kind: String,
}

/// Asks for one paper.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct GetPaper {
    /// Kind.
    pub kind: String,
    /// Key.
    pub key: String,
}
