//! Words for people, Indonesian first. Each message is written in both languages on one line; a missing one does not
//! compile. Rooms own a file each; numbers and dates are written in the language's own form.

#[macro_use]
mod macros;

pub mod act;
pub mod analyse;
pub mod catalogue;
pub mod collect;
pub mod compose_page;
pub mod conditions;
pub mod document;
pub mod document_page;
pub mod error;
pub mod findings;
pub mod hall;
pub mod home;
pub mod import;
pub mod import_page;
pub mod intervention;
pub mod learn;
pub mod learn_file;
pub mod learn_pieces;
pub mod map;
pub mod number;
pub mod output;
pub mod package;
pub mod place;
pub mod present;
pub mod programme;
pub mod ranking;
pub mod reach;
pub mod shell;
pub mod start;
pub mod table_maker;
pub mod teach;
pub mod time;
pub mod tour;
pub mod verify;

use serde::{Deserialize, Serialize};

/// A language of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lang {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Id => "id",
            Lang::En => "en",
        }
    }

    /// The one of two texts that is in this language.
    pub fn pick<'a>(self, id: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Id => id,
            Lang::En => en,
        }
    }
}
