//! Settings: the person at the device, language and look, storage, and the way to delete everything.

use crate::engine::protocol::{Actor, Role};
use crate::engine::protocol::{Erase, SetActor};
use crate::lang::{Lang, home as words, number};
use crate::ui::client::{ask, save, show, status};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::field::Field;
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::toast::toast;
use crate::ui::parts::typed::TextField;
use crate::ui::shell::house::name_page;
use crate::ui::shell::language::set_lang;
use crate::ui::shell::preferences::{self, SIZES, THEMES};
use crate::ui::storage;
use crate::ui::{go, lang, link};
use leptos::prelude::*;

/// The page.
pub fn SettingsPage() -> AnyView {
    name_page(String::new, || crate::lang::shell::settings(lang()).into());
    // What stands in the fields is stored whole: they wait until it is known.
    let known = Memo::new(move |_| status().is_some());
    let body = move || match known.get() {
        true => untrack(|| view! { <div class="columns">{person()}{look()}{storage_card()}{erase()}</div> }.into_any()),
        false => skeleton(6),
    };
    view! { {body} }.into_any()
}

const ROLES: [(&str, Role); 4] =
    [("kader", Role::Kader), ("operator", Role::Operator), ("leader", Role::Leader), ("trainer", Role::Trainer)];

fn person() -> AnyView {
    let actor = status().map(|status| status.actor).unwrap_or_default();
    let role = RwSignal::new(ROLES.iter().find(|(_, r)| *r == actor.role).map_or("kader", |(key, _)| key).to_owned());
    let name = RwSignal::new(crate::base::Value::Text(actor.name));
    let options = [words::kader(lang()), words::operator(lang()), words::leader(lang()), words::trainer(lang())];
    let options = ROLES.iter().zip(options).map(|((key, _), label)| ((*key).to_owned(), label.to_owned())).collect();
    Effect::new(move |before: Option<()>| {
        let chosen = role.get();
        let name = if let crate::base::Value::Text(name) = name.get() { name } else { String::new() };
        if before.is_some() {
            let role = ROLES.iter().find(|(key, _)| *key == chosen).map_or(Role::Kader, |(_, role)| *role);
            leptos::task::spawn_local(async move {
                match save(SetActor { actor: Actor { name, role } }).await {
                    Ok(status) => show(status),
                    Err(error) => toast(error.message(lang()).1),
                }
            });
        }
    });
    view! {
        <section class="card stack">
            <h2>{words::person(lang())}</h2>
            <TextField field=Field::new("nama-pemakai", words::name(lang())).on(name)/>
            <Segmented label=words::role(lang()) name="peran" options chosen=role/>
            <p><a class=Look::Outline.class() href=link("/mulai/profil")>{words::edit_profile(lang())}</a></p>
        </section>
    }
    .into_any()
}

fn look() -> AnyView {
    let language = RwSignal::new(lang().tag().to_owned());
    let theme = RwSignal::new(preferences::get("theme").unwrap_or_else(|| THEMES[0].into()));
    let size = RwSignal::new(preferences::get("size").unwrap_or_else(|| SIZES[0].into()));
    on_change(language, |tag| set_lang(if tag == "en" { Lang::En } else { Lang::Id }));
    on_change(theme, preferences::set_theme);
    on_change(size, preferences::set_size);
    let own = |key: &str, label: &str| (key.to_owned(), label.to_owned());
    let themes = [words::theme_auto(lang()), words::theme_light(lang()), words::theme_dark(lang())];
    let themes: Vec<_> = THEMES.iter().zip(themes).map(|(key, label)| own(key, label)).collect();
    let sizes = [words::size_normal(lang()), words::size_large(lang())];
    let sizes: Vec<_> = SIZES.iter().zip(sizes).map(|(key, label)| own(key, label)).collect();
    let languages = vec![own("id", "Bahasa Indonesia"), own("en", "English")];
    view! {
        <section class="card stack">
            <h2>{words::theme(lang())}</h2>
            <Segmented label=words::language(lang()) name="bahasa" options=languages chosen=language/>
            <Segmented label=words::theme(lang()) name="tampilan" options=themes chosen=theme/>
            <Segmented label=words::size(lang()) name="huruf" options=sizes chosen=size/>
        </section>
    }
    .into_any()
}

fn on_change(signal: RwSignal<String>, then: fn(&str)) {
    Effect::new(move |before: Option<()>| {
        let now = signal.get();
        if before.is_some() {
            then(&now);
        }
    });
}

fn storage_card() -> AnyView {
    let kept = RwSignal::new(None::<bool>);
    let used = RwSignal::new(None::<(f64, f64)>);
    let read = move || {
        leptos::task::spawn_local(async move {
            _ = kept.try_set(storage::is_kept().await);
            _ = used.try_set(storage::estimate().await);
        });
    };
    read();
    let press = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            storage::ask_to_keep().await;
            read();
        });
    });
    let figures = move || {
        used.get().map(|(used, quota)| {
            let mega = |bytes: f64| number::decimal(lang(), bytes / 1_048_576.0, 1);
            words::used(lang(), mega(used), number::whole(lang(), ((quota - used) / 1_048_576.0) as i64))
        })
    };
    let promise = move || match kept.get() {
        Some(true) => words::kept_yes(lang()),
        _ => words::kept_no(lang()),
    };
    view! {
        <section class="card stack-s">
            <h2>{words::storage(lang())}</h2>
            <p>{follow(promise)}</p>
            <p class="soft">{follow(figures)}</p>
            <p class="soft">{crate::ui::pages::package::backup_line}</p>
            <div class="buttons" hidden=held(move || kept.get() == Some(true))>
                <Button text=words::ask_keep(lang()) look=Look::Outline on_press=press/>
            </div>
            <p><a class=Look::Outline.class() href=link("/paket")>{words::back_up(lang())}</a></p>
        </section>
    }
    .into_any()
}

fn erase() -> AnyView {
    let open = RwSignal::new(false);
    let sample = status().is_some_and(|status| status.sample);
    let erase = Callback::new(move |()| {
        open.set(false);
        leptos::task::spawn_local(async move {
            match ask(Erase).await {
                Ok(status) => {
                    storage::forget();
                    show(status);
                    toast(words::erased(lang()));
                    go("/");
                }
                Err(error) => toast(error.message(lang()).1),
            }
        });
    });
    let text = if sample { words::erase_sample(lang()) } else { words::erase(lang()) };
    view! {
        <section class="card stack-s">
            <h2>{words::erase_title(lang())}</h2>
            <p class="soft">{words::erase_text(lang())}</p>
            <div class="buttons">
                <Button text=text look=Look::Danger on_press=Callback::new(move |()| open.set(true))/>
            </div>
            <Dialog open=open title=words::erase_title(lang()).to_owned()>
                <p>{words::erase_text(lang())}</p>
                <div class="buttons"><Button text=words::erase_yes(lang()) look=Look::Danger on_press=erase/></div>
            </Dialog>
        </section>
    }
    .into_any()
}
