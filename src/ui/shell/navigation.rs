//! The five functions, one tap away: at the bottom on a phone, at the side from 900 px.

use super::place;
use crate::lang::{Lang, shell as words};
use crate::ui::lang;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::held;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Path, icon, name.
type Item = (&'static str, &'static str, fn(Lang) -> &'static str);

/// The five functions.
const ITEMS: [Item; 5] = [
    ("/", "home", words::home),
    ("/kumpul", "collect", words::collect),
    ("/periksa", "verify", words::verify),
    ("/lihat", "look", words::look),
    ("/guna", "act", words::act),
];

/// Places of the house that are not one of the five; shown below them at the side.
const MORE: [Item; 4] = [
    ("/belajar", "learn", words::learn),
    ("/paket", "package", words::package),
    ("/pengaturan", "settings", words::settings),
    ("/tentang", "about", words::about),
];

/// The navigation of every page.
pub(super) fn Navigation() -> AnyView {
    let items: Vec<_> = ITEMS.iter().map(|item| entry(item, "nav-item")).collect();
    let more: Vec<_> = MORE.iter().map(|item| entry(item, "nav-item nav-more")).collect();
    view! { <nav class="nav" aria-label=words::main_navigation(lang())>{items}{more}</nav> }.into_any()
}

fn entry(item: &'static Item, class: &'static str) -> AnyView {
    let (path, shape, name) = *item;
    let target = place::link(path);
    let pathname = use_location().pathname;
    let here = {
        let target = target.clone();
        move || {
            let now = pathname.get();
            let inside = path != "/" && now.strip_prefix(target.as_str()).is_some_and(|rest| rest.starts_with('/'));
            (now == target || inside).then_some(if inside { "true" } else { "page" })
        }
    };
    view! {
        <a class=class href=target aria-current=held(here)>
            <span class="nav-icon">{icon(shape)}</span>
            <span>{name(lang())}</span>
        </a>
    }
    .into_any()
}
