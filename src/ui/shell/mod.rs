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
use routes::Route;
use wasm_bindgen::JsCast;

/// One of the page's programs that share the frame.
#[derive(Clone, Copy)]
pub struct Program {
    /// Its pages.
    pub routes: &'static [Route],
    /// Its name, as `index.html` tells which paths are whose.
    pub name: &'static str,
    /// Begins the worker that it asks.
    pub begin: fn(),
}

/// Starts the main program.
pub fn start() {
    run(Program { routes: routes::MAIN, name: "app", begin: crate::ui::client::start });
}

/// Starts the desk: pages of the office that few open every day, and that load when they are opened.
pub fn start_desk() {
    run(Program { routes: routes::DESK, name: "desk", begin: crate::ui::client::start });
}

/// Starts a program: takes over `#app` from the static first paint.
pub fn run(program: Program) {
    crash::watch();
    place::find_root(program.name);
    preferences::apply();
    language::apply();
    let document = document();
    let parent = document.get_element_by_id("app").and_then(|element| element.dyn_into().ok());
    match parent {
        Some(parent) => {
            let parent: web_sys::HtmlElement = parent;
            parent.set_inner_html("");
            leptos::mount::mount_to(parent, move || App(program)).forget();
        }
        None => leptos::mount::mount_to_body(move || App(program)),
    }
}

/// The whole page. The router stays; everything in it is built anew when the language changes.
fn App(program: Program) -> impl IntoView {
    house::provide();
    (program.begin)();
    let language = language::provide();
    update::watch();
    view! {
        <Router base=place::base()>
            {follow(move || {
                language.track();
                frame::Frame(program.routes)
            })}
        </Router>
    }
}
