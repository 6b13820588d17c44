//! Sessions and tests on this browser, each a text in local storage under its own name. What is written is read back: only
//! then is it kept.

use crate::teach::{Session, SessionCode};
use crate::ui::shell::preferences;
use leptos::prelude::*;

const CODES: &str = "training";

fn key(code: SessionCode) -> String {
    format!("training.{code}")
}

/// Keeps a text; false where the browser did not.
pub(super) fn put(name: &str, text: &str) -> bool {
    preferences::set(name, text);
    preferences::get(name).as_deref() == Some(text)
}

/// The sessions of this device, the newest first.
pub(super) fn sessions() -> Vec<Session> {
    let codes = preferences::get(CODES).unwrap_or_default();
    codes.split_whitespace().filter_map(SessionCode::parse).filter_map(load).collect()
}

/// A session by its code.
pub(super) fn load(code: SessionCode) -> Option<Session> {
    Session::read(&preferences::get(&key(code))?).ok()
}

/// Keeps a session; false where the browser did not.
pub(super) fn keep(session: &Session) -> bool {
    let Ok(text) = serde_json::to_string(session) else { return false };
    if !put(&key(session.code), &text) {
        return false;
    }
    let codes = preferences::get(CODES).unwrap_or_default();
    let code = session.code.to_string();
    codes.split_whitespace().any(|known| known == code) || put(CODES, format!("{code} {codes}").trim())
}

/// Deletes a session.
pub(super) fn delete(code: SessionCode) {
    let codes = preferences::get(CODES).unwrap_or_default();
    let code_text = code.to_string();
    let left: Vec<&str> = codes.split_whitespace().filter(|known| *known != code_text).collect();
    preferences::set(CODES, &left.join(" "));
    preferences::set(&key(code), "");
}

/// A session that a page shows and changes. Each change begins from what is kept, since another tab may have taken answers
/// in; a change that could not be kept is shown all the same and said.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub session: RwSignal<Option<Session>>,
    pub not_kept: RwSignal<bool>,
}

impl Open {
    /// The session that the address names.
    pub fn of_address() -> Open {
        let code = leptos_router::hooks::use_params_map().with_untracked(|params| params.get("kode"));
        let session = code.and_then(|code| SessionCode::parse(&code)).and_then(load);
        let open = Open { session: RwSignal::new(session), not_kept: RwSignal::new(false) };
        // Another tab took answers in.
        let handle = window_event_listener_untyped("storage", move |_| open.refresh());
        on_cleanup(move || handle.remove());
        open
    }

    fn refresh(self) {
        let code = self.session.with_untracked(|session| session.as_ref().map(|session| session.code));
        if let Some(now) = code.and_then(load) {
            self.session.set(Some(now));
        }
    }

    /// Changes the session and keeps it.
    pub fn change<T>(self, change: impl FnOnce(&mut Session) -> T) -> Option<T> {
        let here = self.session.get_untracked()?;
        // What could not be kept stands on the page alone.
        let mut session = if self.not_kept.get_untracked() { here } else { load(here.code).unwrap_or(here) };
        let done = change(&mut session);
        self.not_kept.set(!keep(&session));
        self.session.set(Some(session));
        Some(done)
    }
}
