//! The first visit: two doors, the choice of the village among all of Indonesia, its profile, the person at the device.

mod area_rows;
mod choose;
mod choose_by_level;
mod choose_by_name;
mod landing;
mod profile;
mod river;

pub use choose::StartPage;
pub use landing::landing;
pub use profile::ProfilePage;

use crate::engine::EngineError;
use crate::ui::lang;
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

/// What went wrong, where something did.
fn failure(error: RwSignal<Option<EngineError>>) -> AnyView {
    let body = move || {
        error.get().map(|error| {
            let (title, text) = error.message(lang());
            view! { <Notice tone=Tone::Error title><p>{text}</p></Notice> }
        })
    };
    view! { {follow(body)} }.into_any()
}
