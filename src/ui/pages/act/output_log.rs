//! What left by name: every list that was printed or downloaded, with its purpose.

use crate::engine::EngineError;
use crate::engine::protocol::OutputLog;
use crate::engine::protocol::table::Table;
use crate::lang::{output as words, shell};
use crate::ui::asking::refused;
use crate::ui::client::{ask, follow_changes};
use crate::ui::lang;
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::live::{effect, follow};
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The page.
pub fn OutputLogPage() -> AnyView {
    name_page(|| shell::act(lang()).into(), || words::log(lang()).into());
    let log = RwSignal::new(None::<Result<Table, EngineError>>);
    effect(move || {
        follow_changes();
        leptos::task::spawn_local(async move { _ = log.try_set(Some(ask(OutputLog).await)) });
    });
    view! {
        <div class="stack">
            <p class="soft measure">{words::log_text(lang())}</p>
            {follow(move || match log.get() {
                None => skeleton(4),
                Some(Err(error)) => refused(&error),
                Some(Ok(table)) if table.rows.is_empty() => {
                    view! { <EmptyState icon="check" title=words::log_empty(lang()) text=words::log_text(lang())/> }.into_any()
                }
                Some(Ok(table)) => data_table(&table),
            })}
        </div>
    }
    .into_any()
}
