//! The frame around every page. It knows routes, the house's state as told by the worker client, and the user's
//! preferences; it does not know what a page shows.

pub mod announce;
pub mod bars;
pub mod crash;
pub mod door;
pub mod frame;
pub mod header;
pub mod house;
pub mod language;
pub mod navigation;
pub mod place;
pub mod preferences;
pub mod routes;
pub mod update;

use crate::ui::parts::live::follow;
use leptos::prelude::*;
use leptos_router::components::Router;
use wasm_bindgen::JsCast;

/// Starts the page: takes over `#app` from the static first paint.
pub fn start() {
    crash::watch();
    place::find_root();
    preferences::apply();
    language::apply();
    let document = document();
    let parent = document.get_element_by_id("app").and_then(|element| element.dyn_into().ok());
    match parent {
        Some(parent) => {
            let parent: web_sys::HtmlElement = parent;
            parent.set_inner_html("");
            leptos::mount::mount_to(parent, App).forget();
        }
        None => leptos::mount::mount_to_body(App),
    }
}

/// The whole page. The router stays; everything in it is built anew when the language changes.
#[component]
fn App() -> impl IntoView {
    house::provide();
    crate::ui::client::start();
    let language = language::provide();
    update::watch();
    view! {
        <Router base=place::base()>
            {follow(move || {
                language.track();
                frame::Frame()
            })}
        </Router>
    }
}
