//! Finding a family by name, NIK or No. KK while typing.

use crate::base::Id;
use crate::engine::protocol::{FamilyRow, FamilyView, Filter, ListFamilies, OpenFamily};
use crate::lang::collect as words;
use crate::ui::client::ask;
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::live::follow;
use crate::ui::parts::search::SearchField;
use leptos::prelude::*;

/// Rows shown while typing.
const N_ROWS: u32 = 8;

/// A family to be chosen: a search with its results, or the one that is chosen with a way to choose another.
pub fn choose_family(id: &'static str, label: &'static str, family: RwSignal<Option<FamilyView>>) -> AnyView {
    let text = RwSignal::new(String::new());
    let rows = RwSignal::new(Vec::<FamilyRow>::new());
    Effect::new(move |_| {
        let filter = Filter { text: text.get(), ..Filter::default() };
        if filter.text.trim().is_empty() {
            return rows.set(Vec::new());
        }
        leptos::task::spawn_local(async move {
            let asked = filter.text.clone();
            if let Ok(page) = ask(ListFamilies { filter, from: 0, limit: N_ROWS }).await
                && text.try_get_untracked().is_some_and(|now| now == asked)
            {
                _ = rows.try_set(page.rows);
            }
        });
    });
    let found = move || {
        let row = |row: FamilyRow| {
            let chosen = row.id;
            let press = move |_| load(&chosen.to_string(), family);
            view! {
                <button type="button" class="option" on:click=press>
                    <span><b>{row.title}</b><br/><span class="soft">{row.place}" · "{words::members(lang(), row.n_members)}</span></span>
                </button>
            }
            .into_any()
        };
        rows.get().into_iter().map(row).collect::<Vec<_>>()
    };
    let body = move || match family.get() {
        Some(chosen) => {
            let again = Callback::new(move |()| family.set(None));
            view! {
                <div class="card row-apart">
                    <span><b>{chosen.title}</b><br/><span class="soft">{chosen.place}</span></span>
                    <Button text=words::change(lang()) look=Look::Quiet on_press=again/>
                </div>
            }
            .into_any()
        }
        None => view! {
            <SearchField id=id label=words::type_name(lang()) text/>
            <div class="stack-s" role="status">{follow(found)}</div>
        }
        .into_any(),
    };
    view! { <div class="stack-s"><p class="field-label">{label}</p>{follow(body)}</div> }.into_any()
}

/// Lays the family with this id into the signal.
pub fn load(id: &str, family: RwSignal<Option<FamilyView>>) {
    let Ok(id) = id.parse::<Id>() else { return };
    leptos::task::spawn_local(async move {
        if let Ok(view) = ask(OpenFamily { id }).await {
            _ = family.try_set(Some(view));
        }
    });
}
