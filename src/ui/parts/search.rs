//! Search as you type.

use super::icon::icon;
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::live::held;
use leptos::prelude::*;

/// A search field. `text` changes at each keystroke.
///
/// ```ignore
/// view! { <SearchField id="cari" label="Cari nama, NIK, No. KK, alamat" text/> }
/// ```
#[component]
pub fn SearchField(
    /// Unique on the page.
    id: &'static str,
    /// What can be searched for; also the placeholder.
    #[prop(into)]
    label: String,
    /// What is searched for.
    text: RwSignal<String>,
) -> AnyView {
    let shown = label.clone();
    view! {
        <div class="search" role="search">
            <span class="search-icon">{icon("search")}</span>
            <input
                id=id
                type="search"
                class="input"
                aria-label=label
                placeholder=shown
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                prop:value=held(move || text.get())
                on:input=move |event| text.set(event_target_value(&event))
            />
            <button
                type="button"
                class="search-clear"
                hidden=held(move || text.with(String::is_empty))
                aria-label=words::clear(lang())
                on:click=move |_| text.set(String::new())
            >
                {icon("close")}
            </button>
        </div>
    }
    .into_any()
}
