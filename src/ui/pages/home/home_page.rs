//! Beranda: two doors for someone who comes for the first time, the day's work for someone with a village.

use crate::lang::{shell as words, start};
use crate::ui::pages::start::landing;
use crate::ui::parts::empty::skeleton;
use crate::ui::shell::house::name_page;
use crate::ui::{client, lang};
use leptos::prelude::*;

/// The page.
pub fn HomePage() -> AnyView {
    let here = Memo::new(move |_| client::status().map(|status| status.has_village));
    let title = move || if here.get() == Some(true) { words::home(lang()) } else { start::title(lang()) };
    name_page(String::new, move || title().into());
    let body = move || match here.get() {
        None => skeleton(4),
        Some(false) => landing(),
        Some(true) => view! { <p class="soft">{words::loading(lang())}</p> }.into_any(),
    };
    view! { {body} }.into_any()
}
