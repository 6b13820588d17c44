//! The ports of the engine in a browser's worker.

use crate::base::Date;
use crate::engine::ports::*;
use crate::engine::protocol::{FromEngine, Notice};
use crate::store::indexed_db::IndexedDb;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static CANCELLED: Cell<bool> = const { Cell::new(false) };
}

/// The user asks the work under way to stop.
pub(super) fn cancel() {
    CANCELLED.with(|flag| flag.set(true));
}

/// The browser as the engine's world.
#[derive(Debug)]
pub struct BrowserPorts {
    store: IndexedDb,
    pulse: WorkerPulse,
    assets: SiteFiles,
}

impl BrowserPorts {
    /// The world of this worker.
    pub fn new() -> BrowserPorts {
        let pulse = WorkerPulse { last_ms: Cell::new(0.0) };
        BrowserPorts { store: IndexedDb::new("rumah-dataku"), pulse, assets: SiteFiles }
    }
}

impl Default for BrowserPorts {
    fn default() -> Self {
        Self::new()
    }
}

impl Ports for BrowserPorts {
    type Store = IndexedDb;
    type Pulse = WorkerPulse;
    type Assets = SiteFiles;
    fn store(&self) -> &IndexedDb {
        &self.store
    }
    fn pulse(&self) -> &WorkerPulse {
        &self.pulse
    }
    fn assets(&self) -> &SiteFiles {
        &self.assets
    }
    fn clock(&self) -> &dyn Clock {
        self
    }
    fn random(&self) -> &dyn Random {
        self
    }
}

impl Clock for BrowserPorts {
    fn now_ms(&self) -> u64 {
        js_sys::Date::now() as u64
    }

    fn today(&self) -> Date {
        let now = js_sys::Date::new_0();
        Date::new(now.get_full_year() as i16, now.get_month() as u8 + 1, now.get_date() as u8).unwrap_or_default()
    }
}

impl Random for BrowserPorts {
    fn ten(&self) -> [u8; 10] {
        let array = Uint8Array::new_with_length(10);
        let crypto = get(&js_sys::global(), "crypto");
        let fill: Function = get(&crypto, "getRandomValues").unchecked_into();
        let _ = fill.call1(&crypto, &array);
        let mut out = [0; 10];
        array.copy_to(&mut out);
        out
    }
}

/// Tells the page how far long work is, and lets the worker take a cancel in between.
#[derive(Debug)]
pub struct WorkerPulse {
    last_ms: Cell<f64>,
}

impl Pulse for WorkerPulse {
    async fn beat(&self, what: &'static str, done: u32, total: u32) -> Flow {
        if done == 0 {
            CANCELLED.with(|flag| flag.set(false));
        }
        let now = js_sys::Date::now();
        if done == 0 || done >= total || now - self.last_ms.get() > 60.0 {
            self.last_ms.set(now);
            super::send(&FromEngine::Notice(Notice::Progress { what: what.into(), done, total }), None);
            rest().await;
        }
        if CANCELLED.with(|flag| flag.replace(false)) { Flow::Stop } else { Flow::Go }
    }
}

/// Lets the event loop take other messages.
async fn rest() {
    let promise = Promise::new(&mut |resolve, _| {
        let later: Function = get(&js_sys::global(), "setTimeout").unchecked_into();
        let _ = later.call2(&JsValue::UNDEFINED, &resolve, &0.into());
    });
    let _ = JsFuture::from(promise).await;
}

/// Files of the site, by their path beside the worker's own file.
#[derive(Debug)]
pub struct SiteFiles;

impl Assets for SiteFiles {
    async fn get(&self, path: &str) -> Option<Vec<u8>> {
        let global = js_sys::global();
        let here = get(&get(&global, "location"), "href").as_string()?;
        let url = web_sys::Url::new_with_base(path, &here).ok()?.href();
        let fetch: Function = get(&global, "fetch").unchecked_into();
        let response =
            JsFuture::from(fetch.call1(&global, &url.into()).ok()?.unchecked_into::<Promise>()).await.ok()?;
        let response: web_sys::Response = response.unchecked_into();
        if !response.ok() {
            return None;
        }
        let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}

pub(super) fn get(target: &JsValue, name: &str) -> JsValue {
    Reflect::get(target, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
