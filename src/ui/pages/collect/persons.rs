//! Placeholder, to be filled.

use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The page.
pub fn PersonsPage() -> AnyView {
    name_page(|| words::collect(lang()).into(), || words::persons_title(lang()).into());
    view! { <p class="soft">{words::loading(lang())}</p> }.into_any()
}
