//! An address that names no page.

use crate::lang::shell as words;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// Says that there is nothing here and leads home.
pub fn NotFoundPage() -> AnyView {
    name_page(String::new, || words::not_found(lang()).into());
    view! {
        <p>{words::not_found_text(lang())}</p>
        <p><a class="button" href=link("/")>{words::to_home(lang())}</a></p>
    }
    .into_any()
}
