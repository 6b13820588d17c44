//! When the page itself fails: a plain page painted straight into the document, with the way to go on. Leptos cannot be
//! trusted any more at that point, so nothing of it is used.

use super::{language, place};
use crate::lang::shell as words;
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;

/// Paints the crash page whenever the page's program panics.
pub(super) fn watch() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        _ = paint();
    }));
}

/// The records are safe in the engine's storage; the two ways out load the page anew.
fn paint() -> Result<(), JsValue> {
    let lang = language::lang();
    let Some(body) = document().body() else { return Ok(()) };
    let page = document().create_element("main")?;
    page.set_class_name("crash");
    page.set_attribute("role", "alert")?;
    for (tag, text) in
        [("h1", words::crash_title(lang)), ("p", words::crash_safe(lang)), ("p", words::crash_next(lang))]
    {
        let element = document().create_element(tag)?;
        element.set_text_content(Some(text));
        page.append_child(&element)?;
    }
    let here = window().location().href()?;
    for (class, text, target) in [
        ("button", words::reload(lang), here),
        ("button button-outline", words::crash_backup(lang), format!("{}paket?cadangan", place::root())),
    ] {
        let link = document().create_element("a")?;
        link.set_class_name(class);
        link.set_attribute("href", &target)?;
        link.set_attribute("rel", "external")?;
        link.set_text_content(Some(text));
        page.append_child(&link)?;
    }
    body.set_inner_html("");
    body.append_child(&page)?;
    Ok(())
}
