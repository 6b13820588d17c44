//! New versions of the site. The service worker fetches them beside the old one; they wait for the user's word.

use super::house::house;
use super::place;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorker, ServiceWorkerRegistration, ServiceWorkerState};

/// The service worker's file below the root.
const FILE: &str = "sw.js";

thread_local! {
    /// The user has asked for the new version: the page reloads as soon as it rules.
    static TAKEN: Cell<bool> = const { Cell::new(false) };
}

/// Registers the service worker and watches for newer ones. Browsers without one lose offline use and nothing else.
pub(super) fn watch() {
    let container = window().navigator();
    if !js_sys::Reflect::has(&container, &"serviceWorker".into()).unwrap_or(false) {
        return;
    }
    let container = container.service_worker();
    let changed = Closure::<dyn FnMut()>::new(|| {
        if TAKEN.get() {
            _ = window().location().reload();
        }
    });
    container.set_oncontrollerchange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
    let registering = container.register(&format!("{}{FILE}", place::root()));
    leptos::task::spawn_local(async move {
        if let Ok(registration) = JsFuture::from(registering).await {
            follow(registration.unchecked_into());
        }
    });
}

fn follow(registration: ServiceWorkerRegistration) {
    tell(&registration);
    let watched = registration.clone();
    let found = Closure::<dyn FnMut()>::new(move || {
        let Some(new) = watched.installing() else { return };
        let (registration, worker) = (watched.clone(), new.clone());
        let state = Closure::<dyn FnMut()>::new(move || {
            if worker.state() == ServiceWorkerState::Installed {
                tell(&registration);
            }
        });
        new.set_onstatechange(Some(state.as_ref().unchecked_ref()));
        state.forget();
    });
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget();
}

/// Shows the bar where a newer worker waits behind one that rules this page. The very first worker is no update.
fn tell(registration: &ServiceWorkerRegistration) {
    let ruled = window().navigator().service_worker().controller().is_some();
    if let (true, Some(_), Some(house)) = (ruled, registration.waiting(), house()) {
        house.update_ready.set(true);
    }
}

/// Lets the waiting version take over; the page reloads when it has.
pub(super) fn take() {
    TAKEN.set(true);
    let ready = window().navigator().service_worker().get_registration();
    leptos::task::spawn_local(async move {
        let Ok(registration) = JsFuture::from(ready).await else { return };
        let waiting: Option<ServiceWorker> =
            registration.dyn_into::<ServiceWorkerRegistration>().ok().and_then(|registration| registration.waiting());
        match waiting {
            Some(worker) => _ = worker.post_message(&"update".into()),
            None => _ = window().location().reload(),
        }
    });
}
