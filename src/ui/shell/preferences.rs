//! Preferences of this browser: language, theme, text size. Kept in local storage as plain words; where the browser keeps
//! nothing, the page works with what it has.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;

const PREFIX: &str = "rumah-dataku.";

/// A preference; nothing where none is kept.
pub fn get(name: &str) -> Option<String> {
    store()?.get_item(&format!("{PREFIX}{name}")).ok().flatten()
}

/// Keeps a preference.
pub fn set(name: &str, value: &str) {
    if let Some(store) = store() {
        _ = store.set_item(&format!("{PREFIX}{name}"), value);
    }
}

/// The themes to choose from; the first follows the device.
pub const THEMES: [&str; 3] = ["auto", "light", "dark"];
/// The text sizes to choose from.
pub const SIZES: [&str; 2] = ["normal", "large"];

/// Keeps the theme (of [`THEMES`]) and shows it.
pub fn set_theme(theme: &str) {
    set("theme", theme);
    apply();
}

/// Keeps the text size (of [`SIZES`]) and shows it.
pub fn set_size(size: &str) {
    set("size", size);
    apply();
}

/// Shows the kept preferences on the document.
pub(super) fn apply() {
    let theme = get("theme").filter(|theme| theme == "light" || theme == "dark");
    mark_document("data-theme", theme.as_deref());
    mark_document("data-size", get("size").filter(|size| size == "large").as_deref());
}

/// Sets or takes away an attribute of `<html>`.
pub(super) fn mark_document(name: &str, value: Option<&str>) {
    if let Some(html) = document().document_element() {
        _ = match value {
            Some(value) => html.set_attribute(name, value),
            None => html.remove_attribute(name),
        };
    }
}

/// Local storage, unless the browser forbids it.
fn store() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()?;
    Some(LocalStorage::raw())
}
