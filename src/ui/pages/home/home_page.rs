//! Beranda: two doors for someone who comes for the first time, the day's work for someone with a village.

use super::dashboard::dashboard;
use crate::lang::{home, shell as words, start};
use crate::ui::pages::start::landing;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{client, lang, link, storage};
use leptos::prelude::*;

/// The page.
pub fn HomePage() -> AnyView {
    let here = Memo::new(move |_| client::status().map(|status| status.has_village));
    let title = move || if here.get() == Some(true) { words::home(lang()) } else { start::title(lang()) };
    name_page(String::new, move || title().into());
    let body = move || match here.get() {
        None => skeleton(4),
        Some(false) => view! { {lost()} {landing()} }.into_any(),
        Some(true) => dashboard(Signal::derive(client::status)),
    };
    view! { {follow(body)} }.into_any()
}

/// Says that the browser has thrown the village's data away, and the way to bring them back.
fn lost() -> Option<AnyView> {
    let families = client::status().as_ref().and_then(storage::lost)?;
    let gone = RwSignal::new(false);
    let dismiss = Callback::new(move |()| {
        storage::forget();
        gone.set(true);
    });
    let notice = move || {
        (!gone.get()).then(|| {
            view! {
                <Notice tone=Tone::Error title=home::lost_title(lang()).to_owned()>
                    <p>{home::lost_text(lang(), families)}</p>
                    <div class="buttons">
                        <a class=Look::Main.class() href=link("/paket")>{home::restore(lang())}</a>
                        <Button text=home::dismiss(lang()) look=Look::Quiet on_press=dismiss/>
                    </div>
                </Notice>
            }
        })
    };
    Some(view! { <div class="stack">{follow(notice)}</div> }.into_any())
}
