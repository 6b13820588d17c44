//! The village profile and the person at the device. Every answer is stored as it settles; nothing has to be filled in.

use super::area_rows::area_rows;
use super::choose::profile_value;
use super::failure;
use crate::base::Value;
use crate::engine::EngineError;
use crate::engine::protocol::{Actor, Role, profile_field as f};
use crate::engine::protocol::{SetActor, SetProfile};
use crate::lang::start as words;
use crate::ui::client::{self, save};
use crate::ui::parts::button::Look;
use crate::ui::parts::card::Card;
use crate::ui::parts::choice::{Choice, SelectField};
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::field::Field;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::follow;
use crate::ui::parts::typed::{DateField, NumberField, TextField};
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The page.
pub fn ProfilePage() -> AnyView {
    name_page(String::new, || words::profile_title(lang()).into());
    let here = Memo::new(move |_| client::status().map(|status| status.has_village));
    let body = move || match here.get() {
        None => skeleton(5),
        Some(true) => profile(),
        Some(false) => view! {
            <EmptyState icon="home" title=words::no_village(lang())>
                <a class=Look::Main.class() href=link("/mulai")>{words::choose_village_step(lang())}</a>
            </EmptyState>
        }
        .into_any(),
    };
    view! { {follow(body)} }.into_any()
}

fn profile() -> AnyView {
    let error = RwSignal::new(None);
    let text = move |tag, label, help| {
        let field = profile_field(tag, label, error).help(help);
        view! { <TextField field/> }
    };
    let area = profile_field(f::area_km2, words::area(lang()), error).help(words::area_help(lang()));
    let reference = profile_field(f::reference, words::reference(lang()), error).help(words::reference_help(lang()));
    let residence =
        profile_field(f::resident_months, words::residence(lang()), error).help(words::residence_help(lang()));
    let rules = [(6, words::six_months(lang())), (12, words::twelve_months(lang()))];
    let rules = rules.map(|(months, label)| choice(Value::Number(months), label));
    view! {
        <div class="stack-l">
            <p class="soft">{words::profile_lead(lang())}</p>
            {failure(error)}
            <div class="profile-columns">
                <div class="stack-l">
                    <Card title=words::about_village(lang())>
                        <div class="stack">
                            {place()}
                            {text(f::house, words::house_name(lang()), words::house_name_help(lang()))}
                            <NumberField field=area decimal=true unit="km²"/>
                            <DateField field=reference/>
                            <SelectField field=residence choices=rules.into()/>
                        </div>
                    </Card>
                    <Card title=words::about_you(lang())>{person(error)}</Card>
                </div>
                <Card title=words::areas_title(lang())>{area_rows(error)}</Card>
            </div>
            <section class="stack-s">
                <h2>{words::next_steps(lang())}</h2>
                <div class="buttons">
                    <a class=Look::Main.class() href=link("/kumpul/impor")>{icon("file")}{words::import_list(lang())}</a>
                    <a class=Look::Outline.class() href=link("/kumpul")>{icon("plus")}{words::first_family(lang())}</a>
                    <a class=Look::Quiet.class() href=link("/")>{words::to_home(lang())}</a>
                </div>
            </section>
        </div>
    }
    .into_any()
}

/// Where the village lies, and its code.
fn place() -> AnyView {
    let said = move || {
        client::status().map(|status| {
            let text = |tag| if let Value::Text(text) = profile_value(&status, tag) { text } else { String::new() };
            let district = Some(text(f::district)).filter(|name| !name.is_empty());
            let district = district.map_or(String::new(), |name| words::district_of(lang(), name));
            let above = [district, text(f::regency), text(f::province)];
            let above = above.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            let code = text(f::code);
            let code =
                (!code.is_empty()).then(|| view! { <span class="soft figures">{words::code_of(lang(), code)}</span> });
            view! { <p class="profile-place"><b>{status.village}</b><span>{above}</span>{code}</p> }
        })
    };
    view! { {follow(said)} }.into_any()
}

fn choice(value: Value, label: &str) -> Choice {
    Choice { value, label: label.into(), also: String::new() }
}

/// A field of the profile: read from the status, stored as it settles.
fn profile_field(tag: u16, label: &str, error: RwSignal<Option<EngineError>>) -> Field {
    let value = Memo::new(move |_| client::status().map(|status| profile_value(&status, tag)).unwrap_or_default());
    let set = Callback::new(move |answer: Value| store(vec![(tag, answer)], error));
    Field::new(format!("profil-{tag}"), label).bind(value.into(), set)
}

/// Stores fields of the profile.
pub(super) fn store(fields: Vec<(u16, Value)>, error: RwSignal<Option<EngineError>>) {
    leptos::task::spawn_local(async move {
        match save(SetProfile { fields }).await {
            Ok(status) => {
                error.set(None);
                client::show(status);
            }
            Err(why) => error.set(Some(why)),
        }
    });
}

type Words = fn(crate::lang::Lang) -> &'static str;

/// The four roles, in the order of asking, each with a number of this page.
const ROLES: [(Role, Words); 4] = [
    (Role::Kader, words::kader),
    (Role::Operator, words::operator),
    (Role::Leader, words::leader),
    (Role::Trainer, words::trainer),
];

fn person(error: RwSignal<Option<EngineError>>) -> AnyView {
    // What was answered last, stored or not: a second quick answer builds on the first, and the first one's arrival does not
    // take the second back.
    let newest = RwSignal::new(None::<Actor>);
    let actor =
        Memo::new(move |_| newest.get().or_else(|| client::status().map(|status| status.actor)).unwrap_or_default());
    let set = move |change: &dyn Fn(&mut Actor)| {
        let mut actor = actor.get_untracked();
        change(&mut actor);
        newest.set(Some(actor.clone()));
        leptos::task::spawn_local(async move {
            match save(SetActor { actor }).await {
                Ok(status) => {
                    let stored = Some(status.actor.clone());
                    error.set(None);
                    client::show(status);
                    // From here on the status tells, also what another tab changes.
                    if newest.get_untracked() == stored {
                        newest.set(None);
                    }
                }
                Err(why) => {
                    newest.set(None);
                    error.set(Some(why));
                }
            }
        });
    };
    let name = Signal::derive(move || match actor.get().name {
        name if name.is_empty() => Value::Missing,
        name => Value::Text(name),
    });
    let set_name = Callback::new(move |answer: Value| {
        let name = if let Value::Text(name) = answer { name } else { String::new() };
        set(&|actor| actor.name = name.clone());
    });
    let role = Signal::derive(move || {
        let now = actor.get().role;
        ROLES.iter().position(|(role, _)| *role == now).map_or(Value::Missing, |at| Value::Number(at as i32))
    });
    let set_role = Callback::new(move |answer: Value| {
        if let Value::Number(at) = answer
            && let Some((role, _)) = ROLES.get(at as usize)
        {
            set(&|actor| actor.role = *role);
        }
    });
    let choices = ROLES.iter().enumerate().map(|(at, (_, label))| choice(Value::Number(at as i32), label(lang())));
    let field = Field::new("nama-anda", words::your_name(lang())).help(words::your_name_help(lang()));
    view! {
        <div class="stack">
            <TextField field=field.bind(name, set_name)/>
            <SelectField field=Field::new("peran", words::your_role(lang())).bind(role, set_role) choices=choices.collect()/>
        </div>
    }
    .into_any()
}
