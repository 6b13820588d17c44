//! The page's side of the door: starts the engine's worker, sends requests, hands out replies and notices. It keeps no
//! records; it tells the shell what the house is like and how saving stands.

use super::lang;
use super::shell::house::{Saving, house};
use crate::engine::protocol::{Ask, FromEngine, GetStatus, Notice, Open, SetLang, Status, ToEngine};
use crate::engine::{EngineError, codec};
use futures_channel::oneshot;
use js_sys::{Array, Function, Reflect, Uint8Array};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// The bytes of a reply with the file that came with it.
type Answer = (Vec<u8>, Option<Uint8Array>);

/// How far long work is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Key of the work.
    pub what: String,
    /// Steps done.
    pub done: u32,
    /// Steps in all.
    pub total: u32,
}

/// What pages may follow of the engine.
#[derive(Clone, Copy)]
pub struct Live {
    /// The state of the house; nothing until the engine has answered.
    pub status: RwSignal<Option<Status>>,
    /// Counts changes of the register: a view that shows data reads it and asks again.
    pub version: RwSignal<u32>,
    /// Long work under way.
    pub progress: RwSignal<Option<Progress>>,
}

thread_local! {
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
    static PENDING: RefCell<HashMap<u32, oneshot::Sender<Answer>>> = RefCell::new(HashMap::new());
    static NEXT: Cell<u32> = const { Cell::new(1) };
    static LIVE: Cell<Option<Live>> = const { Cell::new(None) };
    static DEAD: Cell<bool> = const { Cell::new(false) };
    static SAVES: Cell<u32> = const { Cell::new(0) };
}

/// Starts the engine and opens the house; called once by the shell.
pub(super) fn start() {
    LIVE.set(Some(Live { status: RwSignal::new(None), version: RwSignal::new(0), progress: RwSignal::new(None) }));
    let Some((worker, name, early)) = begun_early().or_else(begin) else { return dead() };
    let mut name = Some(name);
    let mut hear = move |data: JsValue| {
        if let Some(name) = name.take() {
            watch_life(&name);
        }
        receive(&data);
    };
    early.iter().for_each(&mut hear);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(event.data()));
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let on_error = Closure::<dyn FnMut(Event)>::new(|_: Event| dead());
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    on_error.forget();
    WORKER.with(|slot| *slot.borrow_mut() = Some(worker));
    leptos::task::spawn_local(async {
        match ask(Open { lang: lang() }).await {
            Ok(status) => show(status),
            Err(error) => trouble(&error),
        }
    });
}

/// The engine's worker, its name, and what it has said so far.
type Begun = (Worker, String, Array);

fn begin() -> Option<Begun> {
    let named = document().query_selector("meta[name=engine]").ok().flatten();
    let url = named.and_then(|meta| meta.get_attribute("content")).unwrap_or_else(|| "engine.js".into());
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let name = format!("rumah-dataku-{}-{}", js_sys::Date::now(), js_sys::Math::random());
    options.set_name(&name);
    Some((Worker::new_with_options(&url, &options).ok()?, name, Array::new()))
}

/// The worker that `public/boot.js` began beside this program, where it did.
fn begun_early() -> Option<Begun> {
    let begun = part(&window(), "engineBegun");
    let worker = part(&begun, "worker").dyn_into().ok()?;
    _ = Reflect::delete_property(&window(), &"engineBegun".into());
    Some((worker, part(&begun, "name").as_string()?, part(&begun, "early").unchecked_into()))
}

fn part(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Stops the engine: another program of the page goes on with one of its own.
pub(super) fn stop() {
    WORKER.with(|slot| {
        if let Some(worker) = slot.borrow_mut().take() {
            worker.terminate();
        }
    });
}

/// What pages may follow of the engine.
pub fn live() -> Option<Live> {
    LIVE.get()
}

/// The state of the house, followed; nothing until the engine has answered.
pub fn status() -> Option<Status> {
    live()?.status.get()
}

/// Reads the change count, so that the calling effect runs again when the register changes.
pub fn follow_changes() -> u32 {
    live().map_or(0, |live| live.version.get())
}

/// Asks the engine.
pub async fn ask<R: Ask>(request: R) -> Result<R::Reply, EngineError> {
    exchange(request, None).await.map(|(reply, _)| reply)
}

/// Asks the engine to change something; the header shows how saving stands.
pub async fn save<R: Ask>(request: R) -> Result<R::Reply, EngineError> {
    set_saving(1);
    let answer = ask(request).await;
    SAVES.set(SAVES.get().saturating_sub(1));
    if let Some(house) = house() {
        match &answer {
            Err(error) if *error != EngineError::Cancelled => house.saving.set(Saving::NotSaved),
            _ if SAVES.get() == 0 => house.saving.set(Saving::Saved),
            _ => {}
        }
    }
    answer
}

/// Asks with a large file, which is handed over to the engine.
pub async fn ask_with_file<R: Ask>(request: R, file: Uint8Array) -> Result<R::Reply, EngineError> {
    exchange(request, Some(file)).await.map(|(reply, _)| reply)
}

/// Asks for a large file: the reply and the file that came with it.
pub async fn ask_for_file<R: Ask>(request: R) -> Result<(R::Reply, Option<Uint8Array>), EngineError> {
    exchange(request, None).await
}

/// Asks the engine to stop the long work under way.
pub fn cancel() {
    post(&ToEngine::Cancel, None);
}

/// Takes a fresh look at the house; after commands whose reply is a status, use [`show`].
pub fn refresh() {
    leptos::task::spawn_local(async {
        if let Ok(status) = ask(GetStatus).await {
            show(status);
        }
    });
}

/// Tells the engine that the page speaks another language now.
pub(super) fn lang_changed() {
    leptos::task::spawn_local(async {
        if ask(SetLang { lang: lang() }).await.is_ok() {
            refresh();
        }
    });
}

/// Shows a status everywhere.
pub fn show(status: Status) {
    if let Some(house) = house() {
        house.village.set(status.village.clone());
        house.sample.set(status.sample);
        house.follower.set(!status.writer);
    }
    super::storage::remember(&status);
    if let Some(live) = live() {
        live.status.set(Some(status));
    }
}

async fn exchange<R: Ask>(request: R, file: Option<Uint8Array>) -> Result<(R::Reply, Option<Uint8Array>), EngineError> {
    if DEAD.get() {
        return Err(EngineError::Dead);
    }
    let number = NEXT.get();
    NEXT.set(number + 1);
    let (sender, receiver) = oneshot::channel();
    PENDING.with(|pending| pending.borrow_mut().insert(number, sender));
    post(&ToEngine::Ask(number, R::CODE, codec::encode(&request)), file);
    let (reply, file) = receiver.await.map_err(|_| EngineError::Dead)?;
    let answer: Result<R::Reply, EngineError> = codec::decode(&reply).unwrap_or(Err(EngineError::Dead));
    answer.map(|reply| (reply, file))
}

fn post(message: &ToEngine, file: Option<Uint8Array>) {
    let bytes = Uint8Array::from(codec::encode(message).as_slice());
    let (parts, transfer) = (Array::of1(&bytes), Array::of1(&bytes.buffer()));
    if let Some(file) = file {
        parts.push(&file);
        transfer.push(&file.buffer());
    }
    WORKER.with(|slot| {
        if let Some(worker) = slot.borrow().as_ref() {
            _ = worker.post_message_with_transfer(&parts, &transfer);
        }
    });
}

fn receive(data: &JsValue) {
    if data.as_string().is_some() {
        return dead();
    }
    let parts: &Array = data.unchecked_ref();
    let bytes = Uint8Array::new(&parts.get(0)).to_vec();
    match codec::decode::<FromEngine>(&bytes) {
        Some(FromEngine::Reply(number, reply)) => {
            let file = parts.get(1).dyn_into::<Uint8Array>().ok();
            if let Some(sender) = PENDING.with(|pending| pending.borrow_mut().remove(&number)) {
                _ = sender.send((reply, file));
            }
        }
        Some(FromEngine::Notice(notice)) => heed(notice),
        None => dead(),
    }
}

fn heed(notice: Notice) {
    let Some(live) = live() else { return };
    match notice {
        Notice::Changed { .. } => {
            live.version.update(|version| *version += 1);
            refresh();
        }
        Notice::Progress { what, done, total } => {
            live.progress.set((done < total).then_some(Progress { what, done, total }));
        }
        Notice::Writer(writer) => {
            if let Some(house) = house() {
                house.follower.set(!writer);
            }
            if live.status.get_untracked().is_some() {
                refresh();
            }
        }
    }
}

/// The worker holds a lock of this name while it lives, taken before its first message: whoever gets it knows of its death.
fn watch_life(name: &str) {
    let locks = part(&window().navigator(), "locks");
    if let Ok(request) = part(&locks, "request").dyn_into::<Function>() {
        _ = request.call2(&locks, &name.into(), &Closure::once_into_js(|_lock: JsValue| dead()));
    }
}

/// The engine answers no more: every open question gets that answer, and the shell says so.
fn dead() {
    if DEAD.replace(true) {
        return;
    }
    PENDING.with(|pending| pending.borrow_mut().clear());
    trouble(&EngineError::Dead);
}

fn trouble(error: &EngineError) {
    let (title, text) = error.message(lang());
    if let Some(house) = house() {
        house.trouble.set(Some(format!("{title}. {text}")));
    }
}

fn set_saving(more: u32) {
    SAVES.set(SAVES.get() + more);
    if let Some(house) = house() {
        house.saving.set(Saving::Saving);
    }
}
