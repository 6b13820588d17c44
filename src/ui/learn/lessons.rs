//! The lessons of the room.

use crate::lang::shell;
use crate::ui::lang;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The page.
pub fn LessonsPage() -> AnyView {
    name_page(String::new, || shell::learn(lang()).into());
    view! { <div class="stack"></div> }.into_any()
}
