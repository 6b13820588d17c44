//! What the browser promises about storage, and the canary: a few words in local storage that tell when the database was
//! thrown away although they were not.

use super::shell::preferences;
use crate::engine::protocol::Status;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const CANARY: &str = "families";

fn get(target: &JsValue, name: &str) -> JsValue {
    Reflect::get(target, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a function of `navigator.storage`; nothing where the browser has none.
async fn call(name: &str) -> Option<JsValue> {
    let storage = get(&window().navigator(), "storage");
    let function: Function = get(&storage, name).dyn_into().ok()?;
    let promise: Promise = function.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// True where the browser has promised to keep the data.
pub async fn is_kept() -> Option<bool> {
    call("persisted").await?.as_bool()
}

/// Asks the browser to keep the data.
pub async fn ask_to_keep() -> Option<bool> {
    call("persist").await?.as_bool()
}

/// Bytes used, and bytes that may be used.
pub async fn estimate() -> Option<(f64, f64)> {
    let answer = call("estimate").await?;
    Some((get(&answer, "usage").as_f64()?, get(&answer, "quota").as_f64()?))
}

/// Remembers how many families there are; the first time that there are any, asks the browser to keep them.
pub fn remember(status: &Status) {
    if status.n_families == 0 {
        return;
    }
    if preferences::get(CANARY).is_none() {
        leptos::task::spawn_local(async {
            ask_to_keep().await;
        });
    }
    preferences::set(CANARY, &status.n_families.to_string());
}

/// How many families there were before the browser threw them away; nothing where all is well.
pub fn lost(status: &Status) -> Option<u32> {
    let before: u32 = preferences::get(CANARY)?.parse().ok()?;
    (before > 0 && status.n_families == 0 && !status.has_village).then_some(before)
}

/// Forgets the count: the user deleted the data.
pub fn forget() {
    preferences::set(CANARY, "0");
}
