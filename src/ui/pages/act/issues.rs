//! Placeholder, to be filled.

use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The page.
pub fn IssuesPage() -> AnyView {
    name_page(|| String::new(), || words::act(lang()).into());
    view! { <p class="soft">{words::loading(lang())}</p> }.into_any()
}
