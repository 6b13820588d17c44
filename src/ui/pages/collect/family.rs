//! One family: its overview with sections and members, or one section of the form. The address says which:
//! `?r=<member or "baru">&s=<section>&f=<field>`; a finding leads to the very field this way.

use super::desk::{Desk, Whose};
use super::{form, overview, section};
use crate::base::Id;
use crate::lang::{collect as words, shell};
use crate::ui::client::follow_changes;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};

/// The page.
pub fn FamilyPage() -> AnyView {
    // Not the route's own query: the router leaves it behind when a new family gets its address (leptos_router 0.8.17).
    let (params, location) = (use_params_map(), use_location());
    let (path, query) = (location.pathname, location.query);
    let key = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let asked = move |name: &'static str| query.with(|query| query.get(name).unwrap_or_default());
    let desk = Desk::new();
    Effect::new(move |_| {
        follow_changes();
        let key = key.get();
        // A family that came into being here keeps its place although the router still knows it as new.
        match (key.as_str(), desk.id.get_untracked()) {
            ("baru", Some(id)) => desk.open(&id.to_string()),
            (key, _) => desk.open(key),
        }
    });
    let place = Memo::new(move |before: Option<&(String, String)>| match before {
        // The address of the next page is not about this family.
        Some(before) if !path.with(|path| path.contains("/keluarga/")) => before.clone(),
        _ => (asked("r"), section_key(&key.get(), asked("s"))),
    });
    let title = move || {
        let (record, _) = place.get();
        desk.view.with(|view| {
            if let Some(member) = record.parse::<Id>().ok().and_then(|id| form::record(view, id)) {
                let name = form::text(member, crate::engine::protocol::person_field::name);
                return if name.is_empty() { words::no_name(lang()).into() } else { name };
            }
            match (record.as_str(), view.title.is_empty(), desk.id.get().is_some()) {
                ("baru", ..) => words::new_member(lang()).into(),
                (_, _, false) => words::new_family(lang()).into(),
                (_, true, _) => shell::family_title(lang()).into(),
                _ => view.title.clone(),
            }
        })
    };
    name_page(move || desk.view.with(|view| view.place.clone()), title);
    let ready = Memo::new(move |_| desk.ready.get() && desk.schema.with(|schema| !schema.family.is_empty()));
    let missing =
        Memo::new(move |_| desk.problem.with(Option::is_some) && desk.view.with(|view| view.id == Id::default()));
    let body = move || {
        if !ready.get() {
            return skeleton(6);
        }
        if missing.get() && desk.id.with(Option::is_some) {
            return view! {
                <EmptyState icon="family" title=shell::not_found(lang()) text=problem_text(desk)>
                    <a class="button" href=link("/kumpul")>{words::families(lang())}</a>
                </EmptyState>
            }
            .into_any();
        }
        let (record, key) = place.get();
        if key.is_empty() {
            return overview::overview(desk);
        }
        let whose = match (record.as_str(), record.parse::<Id>()) {
            ("baru", _) => Whose::NewPerson,
            (_, Ok(id)) => Whose::Person(id),
            _ => Whose::Family,
        };
        section::section(desk, whose, &key, query.with_untracked(|query| query.get("f")))
    };
    view! {
        <div class="stack">
            {follow(move || (desk.problem.with(Option::is_some) && !missing.get()).then(|| problem(desk)))}
            {follow(body)}
        </div>
    }
    .into_any()
}

/// A new family begins with its address.
fn section_key(family: &str, asked: String) -> String {
    if asked.is_empty() && family == "baru" { "alamat".into() } else { asked }
}

fn problem_text(desk: Desk) -> String {
    desk.problem.with(|problem| problem.as_ref().map(|error| error.message(lang()).1).unwrap_or_default())
}

fn problem(desk: Desk) -> AnyView {
    let title = desk.problem.with(|problem| problem.as_ref().map(|error| error.message(lang()).0).unwrap_or_default());
    view! { <Notice tone=Tone::Error title=title><p>{problem_text(desk)}</p></Notice> }.into_any()
}
