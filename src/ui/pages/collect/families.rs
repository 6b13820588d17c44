//! The list of families: search, filter, and the ways to add to it.

use super::filter::{ListFilter, filter_bar, tabs};
use crate::base::CodeList;
use crate::base::codes::FamilyState;
use crate::engine::protocol::{FamilyRow, ListFamilies};
use crate::lang::{collect as words, number};
use crate::ui::client::{ask, follow_changes, status};
use crate::ui::parts::button::Look;
use crate::ui::parts::empty::EmptyState;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::tone::Tone;
use crate::ui::parts::windowed_list::{ListRow, Source, WindowedList};
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The page.
pub fn FamiliesPage() -> AnyView {
    name_page(|| crate::lang::shell::collect(lang()).into(), || words::families(lang()).into());
    let filter = ListFilter::open();
    let total = RwSignal::new(None);
    let source = Source::new(move |from, limit| async move {
        let page = ask(ListFamilies { filter: filter.get(), from, limit }).await.ok()?;
        Some((page.total, page.rows.into_iter().map(row).collect()))
    });
    let again = Signal::derive(move || (filter.track() << 32) + u64::from(follow_changes()));
    let nothing = move || total.get() == Some(0);
    let no_families = move || status().is_none_or(|status| status.n_families == 0);
    view! {
        <div class="stack">
            {tabs("keluarga")}
            <div class="buttons">
                <a class=Look::Main.class() href=link("/kumpul/keluarga/baru")>{words::add_family(lang())}</a>
                <a class=Look::Outline.class() href=link("/kumpul/impor")>{words::import(lang())}</a>
                <a class=Look::Outline.class() href=link("/kumpul/peristiwa")>{words::record_event(lang())}</a>
                <a class=Look::Outline.class() href=link("/kumpul/potensi")>{crate::lang::catalogue::potential(lang())}</a>
            </div>
            {filter_bar(filter, false)}
            <p class="soft" role="status">
                {follow(move || total.get().map(|n| words::n_families(lang(), number::whole(lang(), n.into()))))}
            </p>
            <div hidden=held(nothing)>
                <WindowedList id="keluarga" label=words::families(lang()) source again total/>
            </div>
            {follow(move || nothing().then(|| {
                let (title, text) = if no_families() {
                    (words::none_yet(lang()), words::none_yet_text(lang()))
                } else {
                    (words::none_found(lang()), words::none_found_text(lang()))
                };
                view! { <EmptyState icon="family" title=title text=text>{}</EmptyState> }
            }))}
        </div>
    }
    .into_any()
}

fn row(family: FamilyRow) -> ListRow {
    let state = FamilyState::from_number(family.state).unwrap_or(FamilyState::Draft);
    let title = if family.title.is_empty() { words::no_name(lang()).into() } else { family.title };
    ListRow {
        href: link(&format!("/kumpul/keluarga/{}", family.id)),
        title,
        line: format!("{} · {}", family.place, words::members(lang(), family.n_members)),
        end: String::new(),
        tag: Some((tone(state), state.label(lang()).into())),
    }
}

/// The tone of a family's state.
pub fn tone(state: FamilyState) -> Tone {
    match state {
        FamilyState::Draft => Tone::Warn,
        FamilyState::Complete => Tone::Info,
        FamilyState::Verified => Tone::Ok,
        FamilyState::Returned => Tone::Error,
    }
}
