//! About: what this is, what it does with data, where the codes come from.

use crate::lang::home as words;
use crate::ui::lang;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The page.
pub fn AboutPage() -> AnyView {
    name_page(String::new, || crate::lang::shell::about(lang()).into());
    let meta = document().query_selector("meta[name=build]").ok().flatten();
    let build = meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    view! {
        <section class="card stack measure">
            <p>{words::about_text(lang())}</p>
            <p>{words::about_private(lang())}</p>
            <p>{words::about_programme(lang())}</p>
            <p class="soft">{words::about_codes(lang())}</p>
            <p class="soft">{words::version(lang(), env!("CARGO_PKG_VERSION"))}" · "{words::build(lang(), build)}</p>
        </section>
    }
    .into_any()
}
