//! Bars above the page that concern the whole house: an engine in trouble, another tab that writes, a new version.

use super::house::house;
use super::{place, preferences, update};
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// All bars; each shows itself only when it has something to say.
pub(super) fn Bars() -> AnyView {
    let Some(house) = house() else { return ().into_any() };
    let reload = move |_| _ = window().location().reload();
    view! {
        <div class="bars">
            <div class="bar bar-error" role="alert" hidden=held(move || house.trouble.with(Option::is_none))>
                <p>{follow(move || house.trouble.get())}</p>
                <button type="button" class="button button-quiet" on:click=reload>{words::reload(lang())}</button>
            </div>
            <div class="bar bar-info" role="status" hidden=held(move || !house.follower.get())>
                <p>{words::other_tab_writes(lang())}</p>
            </div>
            <div class="bar bar-sun" role="status" hidden=held(move || !house.update_ready.get())>
                <p>{words::new_version(lang())}</p>
                <button type="button" class="button button-quiet" on:click=move |_| update::take()>{words::take_update(lang())}</button>
            </div>
            {tour()}
        </div>
    }
    .into_any()
}

/// The guided tour that is under way, as its page (`learn/tour.rs`) left it here in both languages, and the way back to it.
fn tour() -> AnyView {
    let path = use_location().pathname;
    follow(move || {
        let elsewhere = path.with(|path| !path.ends_with("/belajar/tur"));
        let kept = preferences::get("tour").filter(|_| elsewhere)?;
        let said = kept.split('|').nth(lang() as usize).filter(|said| !said.is_empty())?.to_owned();
        Some(view! { <a class="bar bar-info" href=place::link("/belajar/tur")>{said}</a> })
    })
}
