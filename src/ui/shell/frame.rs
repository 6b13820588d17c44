//! The frame: skip link, header, bars, navigation, and the page in the middle.

use super::routes::{Route, Routes};
use super::{announce, bars, header, navigation, place};
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::toast::Toasts;
use leptos::prelude::*;

/// The frame around the page that the address names.
pub(super) fn Frame(routes: &'static [Route]) -> AnyView {
    place::provide_navigation();
    announce::watch_address();
    view! {
        <a class="skip" href="#isi" rel="external">{words::skip(lang())}</a>
        <div class="frame">
            {header::Header(routes)}
            {navigation::Navigation()}
            <main id="isi" tabindex="-1">
                {bars::Bars()}
                {Routes(routes)}
            </main>
        </div>
        <Toasts/>
        {announce::Announcer()}
    }
    .into_any()
}
