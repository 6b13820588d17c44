//! The list of residents.

use super::filter::{ListFilter, filter_bar, tabs};
use crate::engine::protocol::{ListPersons, PersonRow};
use crate::lang::{collect as words, number};
use crate::ui::client::{ask, follow_changes};
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::windowed_list::{ListRow, Source, WindowedList};
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The page.
pub fn PersonsPage() -> AnyView {
    name_page(|| crate::lang::shell::collect(lang()).into(), || words::residents(lang()).into());
    let filter = ListFilter::open();
    let total = RwSignal::new(None);
    let source = Source::new(move |from, limit| async move {
        let page = ask(ListPersons { filter: filter.get(), from, limit }).await.ok()?;
        Some((page.total, page.rows.into_iter().map(row).collect()))
    });
    let again = Signal::derive(move || (filter.track() << 32) + u64::from(follow_changes()));
    let nothing = move || total.get() == Some(0);
    view! {
        <div class="stack">
            {tabs("warga")}
            {filter_bar(filter, true)}
            <p class="soft" role="status">
                {follow(move || total.get().map(|n| words::n_persons(lang(), number::whole(lang(), n.into()))))}
            </p>
            <div hidden=held(nothing)>
                <WindowedList id="warga" label=words::residents(lang()) source again total/>
            </div>
            {follow(move || nothing().then(|| view! {
                <EmptyState icon="family" title=words::none_found(lang()) text=words::none_found_text(lang())>{}</EmptyState>
            }))}
        </div>
    }
    .into_any()
}

fn row(person: PersonRow) -> ListRow {
    let title = if person.name.is_empty() { words::no_name(lang()).into() } else { person.name };
    ListRow {
        href: link(&format!("/kumpul/keluarga/{}?r={}&s=identitas", person.family, person.id)),
        title,
        line: format!("{} · {}", person.line, person.place),
        end: String::new(),
        tag: None,
    }
}
