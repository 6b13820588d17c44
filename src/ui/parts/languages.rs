//! The two languages beside each other.

use crate::lang::{Lang, home as words};
use crate::ui::lang;
use crate::ui::shell::language::set_lang;
use leptos::prelude::*;

/// A key for each language; the page is built anew in the chosen one.
pub fn languages() -> AnyView {
    let one = |of: Lang, name: &'static str| {
        view! {
            <button type="button" class="chip" lang=of.tag() aria-pressed=(lang() == of).to_string() on:click=move |_| set_lang(of)>
                {name}
            </button>
        }
    };
    view! {
        <div class="row languages" role="group" aria-label=words::language(lang())>
            {one(Lang::Id, "Bahasa Indonesia")}{one(Lang::En, "English")}
        </div>
    }
    .into_any()
}
