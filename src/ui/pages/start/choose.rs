//! Choosing the village: by name or down the lists, then a look at what was chosen, then its profile.

use super::choose_by_level::by_level;
use super::choose_by_name::by_name;
use super::failure;
use crate::base::Value;
use crate::engine::EngineError;
use crate::engine::protocol::profile_field as f;
use crate::engine::protocol::{Erase, PlaceRow, Places, Query, SetProfile, Status, VillageKind};
use crate::lang::{shell, start as words};
use crate::ui::client::{self, ask, save};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::card::Card;
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::field::Field;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::TextField;
use crate::ui::shell::house::name_page;
use crate::ui::{go, lang, link};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The page.
pub fn StartPage() -> AnyView {
    name_page(|| words::first_visit(lang()).into(), || words::choose_title(lang()).into());
    // What stands there is decided when the house is known and when a village comes or goes.
    let here = Memo::new(move |_| client::status().map(|s| (s.has_village, s.sample, s.village)));
    let body = move || match here.get() {
        None => skeleton(4),
        Some((false, ..)) => choose(),
        Some((true, true, _)) => sample_here(),
        Some((true, false, village)) => village_here(village),
    };
    view! { {follow(body)} }.into_any()
}

fn choose() -> AnyView {
    let way = RwSignal::new("nama".to_owned());
    let (text, level) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let chosen = RwSignal::new(None::<PlaceRow>);
    let error = RwSignal::new(None);
    // The lists are on their way before the first letter is typed.
    leptos::task::spawn_local(async move {
        _ = ask(Places { query: Query::Children { code: String::new() } }).await;
    });
    // "See all villages of …" leads from the search to the lists.
    Effect::new(move |before: Option<String>| {
        let now = level.get();
        if before.is_some_and(|before| before != now) {
            way.set("daftar".into());
        }
        now
    });
    // What is shown changes under the user's finger: the focus goes along.
    Effect::new(move |before: Option<bool>| {
        let is_chosen = chosen.with(Option::is_some);
        if before.is_some_and(|before| before != is_chosen) {
            request_animation_frame(move || focus(if is_chosen { "pilihan" } else { "cari-desa" }));
        }
        is_chosen
    });
    let ways = vec![
        ("nama".to_owned(), words::by_name(lang()).to_owned()),
        ("daftar".to_owned(), words::by_level(lang()).to_owned()),
    ];
    let search = move || match way.get().as_str() {
        "nama" => by_name(text, chosen, level, error),
        _ => by_level(level, chosen, error),
    };
    view! {
        <div class="stack measure" hidden=held(move || chosen.with(Option::is_some))>
            <Segmented label=words::how_to_choose(lang()) name="cara" options=ways chosen=way/>
            {follow(search)}
            {failure(error)}
            {not_listed(error)}
            {attribution()}
        </div>
        {follow(move || chosen.get().map(|row| confirm(row, chosen, error)))}
    }
    .into_any()
}

fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        _ = element.focus();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// A village to choose, with a line about it.
pub(super) fn row_button(row: PlaceRow, line: String, chosen: RwSignal<Option<PlaceRow>>) -> AnyView {
    let name = format!("{} {}", kind(&row), row.name);
    view! {
        <li>
            <button type="button" class="place" on:click=move |_| chosen.set(Some(row.clone()))>
                <span class="list-words"><b>{name}</b><small>{line}</small></span>
                <span class="step-next">{icon("next")}</span>
            </button>
        </li>
    }
    .into_any()
}

fn kind(row: &PlaceRow) -> &'static str {
    match row.kind {
        Some(VillageKind::Kelurahan) => words::kelurahan(lang()),
        Some(VillageKind::DesaAdat) => words::desa_adat(lang()),
        _ => words::desa(lang()),
    }
}

/// Where a village lies.
pub(super) fn above(row: &PlaceRow) -> String {
    format!("{}, {}, {}", words::district_of(lang(), &row.district), row.regency, row.province)
}

fn confirm(row: PlaceRow, chosen: RwSignal<Option<PlaceRow>>, error: RwSignal<Option<EngineError>>) -> AnyView {
    let busy = RwSignal::new(false);
    let title = format!("{} {}", kind(&row), row.name);
    let (line, code) = (above(&row), words::code_of(lang(), &row.code));
    let take = Callback::new(move |()| {
        let text = |text: &str| Value::Text(text.to_owned());
        let fields = vec![
            (f::code, text(&row.code)),
            (f::village, text(&row.name)),
            (f::district, text(&row.district)),
            (f::regency, text(&row.regency)),
            (f::province, text(&row.province)),
            (f::house, Value::Text(format!("Rumah DataKu {}", row.name))),
        ];
        begin(fields, busy, error);
    });
    view! {
        <div class="stack measure">
            <p class="soft" id="pilihan" tabindex="-1">{words::is_this_it(lang())}</p>
            <Card title>
                <p>{line}</p>
                <p class="soft figures">{code}</p>
            </Card>
            {failure(error)}
            <div class="buttons">
                <Button text=words::take_it(lang()).to_owned() on_press=take busy/>
                <Button text=words::choose_other(lang()).to_owned() look=Look::Outline on_press=Callback::new(move |()| chosen.set(None))/>
            </div>
            {attribution()}
        </div>
    }
    .into_any()
}

/// Writes the first fields of the profile and goes on to the others.
fn begin(fields: Vec<(u16, Value)>, busy: RwSignal<bool>, error: RwSignal<Option<EngineError>>) {
    busy.set(true);
    leptos::task::spawn_local(async move {
        match save(SetProfile { fields }).await {
            Ok(status) => {
                go("/mulai/profil");
                client::show(status);
            }
            Err(why) => {
                error.set(Some(why));
                busy.set(false);
            }
        }
    });
}

fn not_listed(error: RwSignal<Option<EngineError>>) -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let name = RwSignal::new(Value::Missing);
    let take = Callback::new(move |()| {
        if let Value::Text(text) = name.get_untracked() {
            let house = Value::Text(format!("Rumah DataKu {text}"));
            begin(vec![(f::village, Value::Text(text)), (f::house, house)], busy, error);
        }
    });
    view! {
        <details class="explain" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>{words::not_listed(lang())}</summary>
            <div class="stack">
                <p class="soft">{words::not_listed_text(lang())}</p>
                <TextField field=Field::new("nama-desa", words::write_name(lang())).on(name)/>
                <div class="buttons">
                    <Button
                        text=words::use_name(lang()).to_owned()
                        look=Look::Outline
                        on_press=take
                        busy
                        off=Signal::derive(move || name.with(Value::is_missing))
                    />
                </div>
            </div>
        </details>
    }
    .into_any()
}

/// Names the source of the region lists, as its licence asks.
fn attribution() -> AnyView {
    view! {
        <p class="soft">
            {words::attribution(lang())}" "
            <a href="https://opendatacommons.org/licenses/odbl/1-0/" rel="external noopener" target="_blank">"ODbL 1.0"</a>
        </p>
    }
    .into_any()
}

fn sample_here() -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let error = RwSignal::new(None);
    let erase = Callback::new(move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            match save(Erase).await {
                Ok(status) => {
                    open.set(false);
                    toast(words::sample_deleted(lang()));
                    client::show(status);
                }
                Err(why) => error.set(Some(why)),
            }
            busy.set(false);
        });
    });
    view! {
        <div class="stack measure">
            <Notice tone=Tone::Info title=words::sample_here(lang())>
                <p>{words::sample_here_text(lang())}</p>
                <div class="buttons">
                    <Button text=words::delete_sample(lang()).to_owned() look=Look::Danger on_press=Callback::new(move |()| open.set(true))/>
                    <a class=Look::Outline.class() href=link("/")>{words::to_home(lang())}</a>
                </div>
            </Notice>
            <Dialog open title=words::delete_sample_title(lang()).to_owned()>
                <p>{words::delete_sample_text(lang())}</p>
                {failure(error)}
                <div class="buttons">
                    <Button text=shell::cancel(lang()).to_owned() look=Look::Outline on_press=Callback::new(move |()| open.set(false))/>
                    <Button text=words::delete_it(lang()).to_owned() look=Look::Danger on_press=erase busy/>
                </div>
            </Dialog>
        </div>
    }
    .into_any()
}

fn village_here(village: String) -> AnyView {
    view! {
        <div class="stack measure">
            <Notice tone=Tone::Info title=words::village_here(lang(), village)>
                <p>{words::village_here_text(lang())}</p>
                <div class="buttons">
                    <a class=Look::Main.class() href=link("/mulai/profil")>{words::open_profile(lang())}</a>
                    <a class=Look::Outline.class() href=link("/")>{words::to_home(lang())}</a>
                </div>
            </Notice>
        </div>
    }
    .into_any()
}

/// A field of the profile as it stands; missing where it is not filled in.
pub(super) fn profile_value(status: &Status, tag: u16) -> Value {
    status.profile.iter().find(|(field, _)| *field == tag).map(|(_, value)| value.clone()).unwrap_or_default()
}
