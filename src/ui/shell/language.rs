//! The language of the page: kept as a preference, known everywhere through [`lang`]. Changing it builds the page anew.

use super::preferences;
use crate::lang::Lang;
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    static LANG: Cell<Lang> = const { Cell::new(Lang::Id) };
    static CHANGED: Cell<Option<RwSignal<Lang>>> = const { Cell::new(None) };
}

/// The language in which the page speaks now. Not reactive: a change builds every view anew.
pub fn lang() -> Lang {
    LANG.get()
}

/// Changes the language and keeps the choice.
pub fn set_lang(lang: Lang) {
    preferences::set("lang", lang.tag());
    apply();
    crate::ui::client::lang_changed();
    if let Some(signal) = CHANGED.get() {
        signal.set(lang);
    }
}

/// Reads the kept choice and marks the document with it.
pub(super) fn apply() {
    let lang = if preferences::get("lang").as_deref() == Some(Lang::En.tag()) { Lang::En } else { Lang::Id };
    LANG.set(lang);
    preferences::mark_document("lang", Some(lang.tag()));
}

/// The signal by which the page is built anew.
pub(super) fn provide() -> RwSignal<Lang> {
    let signal = RwSignal::new(lang());
    CHANGED.set(Some(signal));
    signal
}
