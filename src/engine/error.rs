//! What can go wrong behind the door, by what the user can do. Every message says what happened, what is safe, what next.

use super::ports::StoreError;
use crate::lang::{Lang, error as t};
use crate::register::command::CommandError;
use serde::{Deserialize, Serialize};

/// A real failure, typed to the page. Bad data is no error: it comes back as findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum EngineError {
    /// The device is full; nothing was written, what was stored before stands.
    Full,
    /// The browser lost its database; reload.
    Lost,
    /// The browser gives no database.
    NoStorage,
    /// Data of a newer version of the software.
    NewerData,
    /// Stored data cannot be read: the part that is damaged.
    DamagedData,
    /// Another tab is writing; this one follows.
    OtherTabWrites,
    /// A command was refused.
    Refused(CommandError),
    /// The user cancelled; nothing was changed.
    Cancelled,
    /// A file cannot be taken; the message is ready in the user's language.
    File(String),
    /// The engine stopped answering.
    Dead,
    /// Files of the site cannot be had now (no network, first visit).
    Offline,
}

impl EngineError {
    /// Title and text for people.
    pub fn message(&self, lang: Lang) -> (&'static str, String) {
        let pair = |title: &'static str, text: &'static str| (title, text.to_owned());
        match self {
            EngineError::Full => pair(t::full_title(lang), t::full(lang)),
            EngineError::Lost => pair(t::lost_title(lang), t::lost(lang)),
            EngineError::NoStorage => pair(t::no_storage_title(lang), t::no_storage(lang)),
            EngineError::NewerData => pair(t::newer_title(lang), t::newer(lang)),
            EngineError::DamagedData => pair(t::damaged_title(lang), t::damaged(lang)),
            EngineError::OtherTabWrites => pair(t::other_tab_title(lang), t::other_tab(lang)),
            EngineError::Refused(why) => pair(t::refused_title(lang), command_message(*why, lang)),
            EngineError::Cancelled => pair(t::cancelled_title(lang), t::cancelled(lang)),
            EngineError::File(text) => (t::file_title(lang), text.clone()),
            EngineError::Dead => pair(t::dead_title(lang), t::dead(lang)),
            EngineError::Offline => pair(t::offline_title(lang), t::offline(lang)),
        }
    }
}

fn command_message(why: CommandError, lang: Lang) -> &'static str {
    match why {
        CommandError::NoSuchRecord => t::no_such_record(lang),
        CommandError::WrongKind => t::wrong_kind(lang),
        CommandError::FutureDate => t::future_date(lang),
        CommandError::BeforeBirth => t::before_birth(lang),
        CommandError::NotActive => t::not_active(lang),
        CommandError::NobodyNamed => t::nobody_named(lang),
        CommandError::ChangedSince => t::changed_since(lang),
        CommandError::OpenErrors => t::open_errors(lang),
        CommandError::RequiredMissing => t::required_missing(lang),
        CommandError::ReasonMissing => t::reason_missing(lang),
        CommandError::AlreadyHasVillage => t::already_has_village(lang),
    }
}

impl From<CommandError> for EngineError {
    fn from(error: CommandError) -> Self {
        EngineError::Refused(error)
    }
}

impl From<StoreError> for EngineError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => EngineError::Full,
            StoreError::Lost => EngineError::Lost,
            StoreError::Unavailable => EngineError::NoStorage,
            StoreError::Newer => EngineError::NewerData,
        }
    }
}
