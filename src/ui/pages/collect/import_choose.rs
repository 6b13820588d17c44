//! First step of import: which file.

use super::import_flow::Flow;
use crate::lang::import_page as words;
use crate::ui::lang;
use crate::ui::parts::file_button::FileButton;
use leptos::prelude::*;

/// The step.
pub fn view(flow: Flow) -> AnyView {
    let take = UnsyncCallback::new(move |file| flow.open(file));
    view! {
        <p class="soft">{words::intro(lang())}</p>
        <FileButton id="berkas-impor" text=words::choose_file(lang()) hint=words::file_hint(lang()) accept=".xlsx,.csv" on_file=take/>
    }
    .into_any()
}
