//! The page's side of the door: starts the engine's worker, and the study's when something is first asked of it; sends
//! requests, hands out replies and notices. It keeps no records; it tells the shell what the house is like and how saving
//! stands.

use super::lang;
use super::shell::house::{Saving, house};
use crate::engine::protocol::{Answerer, Ask, FromEngine, GetStatus, Notice, Open, SetLang, Status, ToEngine};
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

/// The worker that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Engine,
    Study,
}

thread_local! {
    static WORKERS: RefCell<[Option<Worker>; 2]> = const { RefCell::new([None, None]) };
    /// The worker that tells how the house stands: the engine, in a room that only reads the study.
    static HOME: Cell<At> = const { Cell::new(At::Engine) };
    static PENDING: RefCell<HashMap<u32, (At, oneshot::Sender<Answer>)>> = RefCell::new(HashMap::new());
    static NEXT: Cell<u32> = const { Cell::new(1) };
    static LIVE: Cell<Option<Live>> = const { Cell::new(None) };
    static DEAD: Cell<bool> = const { Cell::new(false) };
    static SAVES: Cell<u32> = const { Cell::new(0) };
}

/// Starts the engine and opens the house; called once by the shell.
pub(super) fn start() {
    open(At::Engine);
}

/// Opens the house with the study alone, for a room that only reads; called once, in place of [`start`].
pub fn start_reading() {
    open(At::Study);
}

fn open(home: At) {
    LIVE.set(Some(Live { status: RwSignal::new(None), version: RwSignal::new(0), progress: RwSignal::new(None) }));
    HOME.set(home);
    if !begin(home) {
        return dead(home);
    }
    leptos::task::spawn_local(async {
        match ask(Open { lang: lang() }).await {
            Ok(status) => show(status),
            Err(error) => trouble(&error),
        }
    });
}

/// Starts a worker and listens to it.
fn begin(at: At) -> bool {
    let early_bird = if at == At::Engine { begun_early() } else { None };
    let Some((worker, name, early)) = early_bird.or_else(|| begun_now(at)) else { return false };
    let mut name = Some(name);
    let mut hear = move |data: JsValue| {
        if let Some(name) = name.take() {
            watch_life(at, &name);
        }
        receive(at, &data);
    };
    early.iter().for_each(&mut hear);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(event.data()));
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let on_error = Closure::<dyn FnMut(Event)>::new(move |_: Event| dead(at));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    on_error.forget();
    WORKERS.with_borrow_mut(|workers| workers[at as usize] = Some(worker));
    true
}

/// The study is begun when something is first asked of it, and again after it has died; in a room that only reads, the
/// engine likewise.
fn wake(at: At) -> bool {
    if WORKERS.with_borrow(|workers| workers[at as usize].is_some()) {
        return true;
    }
    let begun = begin(at);
    if begun {
        // Nobody waits for this reply, so it needs no number.
        post(at, &ToEngine::Ask(0, Open::CODE, codec::encode(&Open { lang: lang() })), None);
    }
    begun
}

/// The engine's worker, its name, and what it has said so far.
type Begun = (Worker, String, Array);

fn begun_now(at: At) -> Option<Begun> {
    let meta = if at == At::Engine { "meta[name=engine]" } else { "meta[name=study]" };
    let named = document().query_selector(meta).ok().flatten();
    let url = named.and_then(|meta| meta.get_attribute("content"))?;
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

/// Stops the engine: another program of the page goes on with one of its own, or another tab writes.
pub fn stop() {
    if let Some(worker) = WORKERS.with_borrow_mut(|workers| workers[At::Engine as usize].take()) {
        worker.terminate();
    }
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

/// Asks for the long work under way to be stopped.
pub fn cancel() {
    for at in [At::Engine, At::Study] {
        post(at, &ToEngine::Cancel, None);
    }
}

/// Lets the study read the register again before it answers next: another page may have stored what it tells nobody of.
pub fn read_again() {
    post(At::Study, &ToEngine::Stale, None);
    if let Some(live) = live() {
        live.version.update(|version| *version += 1);
    }
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
        let other = if HOME.get() == At::Engine { At::Study } else { At::Engine };
        if WORKERS.with_borrow(|workers| workers[other as usize].is_some()) {
            _ = exchange_at(other, SetLang { lang: lang() }, None).await;
        }
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
        house.follower.set(!status.writer && HOME.get() == At::Engine);
    }
    super::storage::remember(&status);
    if let Some(live) = live() {
        live.status.set(Some(status));
    }
}

async fn exchange<R: Ask>(request: R, file: Option<Uint8Array>) -> Result<(R::Reply, Option<Uint8Array>), EngineError> {
    let at = match R::ANSWERER {
        Answerer::Engine => At::Engine,
        Answerer::Study => At::Study,
        Answerer::Both => HOME.get(),
    };
    if !wake(at) {
        return Err(EngineError::Dead);
    }
    exchange_at(at, request, file).await
}

async fn exchange_at<R: Ask>(
    at: At,
    request: R,
    file: Option<Uint8Array>,
) -> Result<(R::Reply, Option<Uint8Array>), EngineError> {
    if DEAD.get() {
        return Err(EngineError::Dead);
    }
    let number = NEXT.get();
    NEXT.set(number + 1);
    let (sender, receiver) = oneshot::channel();
    PENDING.with_borrow_mut(|pending| pending.insert(number, (at, sender)));
    post(at, &ToEngine::Ask(number, R::CODE, codec::encode(&request)), file);
    let (reply, file) = receiver.await.map_err(|_| EngineError::Dead)?;
    let answer: Result<R::Reply, EngineError> = codec::decode(&reply).unwrap_or(Err(EngineError::Dead));
    answer.map(|reply| (reply, file))
}

fn post(at: At, message: &ToEngine, file: Option<Uint8Array>) {
    let bytes = Uint8Array::from(codec::encode(message).as_slice());
    let (parts, transfer) = (Array::of1(&bytes), Array::of1(&bytes.buffer()));
    if let Some(file) = file {
        parts.push(&file);
        transfer.push(&file.buffer());
    }
    WORKERS.with_borrow(|workers| {
        if let Some(worker) = &workers[at as usize] {
            _ = worker.post_message_with_transfer(&parts, &transfer);
        }
    });
}

fn receive(at: At, data: &JsValue) {
    if data.as_string().is_some() {
        return dead(at);
    }
    let parts: &Array = data.unchecked_ref();
    let bytes = Uint8Array::new(&parts.get(0)).to_vec();
    match codec::decode::<FromEngine>(&bytes) {
        Some(FromEngine::Reply(number, reply)) => {
            let file = parts.get(1).dyn_into::<Uint8Array>().ok();
            if let Some((_, sender)) = PENDING.with_borrow_mut(|pending| pending.remove(&number)) {
                _ = sender.send((reply, file));
            }
        }
        Some(FromEngine::Notice(notice)) => heed(at, notice),
        None => dead(at),
    }
}

fn heed(at: At, notice: Notice) {
    let Some(live) = live() else { return };
    match notice {
        Notice::Progress { what, done, total } => {
            live.progress.set((done < total).then_some(Progress { what, done, total }));
        }
        _ if at != HOME.get() => {} // what it tells of the house is told by the one at home
        Notice::Changed { .. } => {
            if at == At::Engine {
                post(At::Study, &ToEngine::Stale, None);
            }
            live.version.update(|version| *version += 1);
            refresh();
        }
        Notice::Writer(writer) => {
            if let Some(house) = house() {
                house.follower.set(!writer && at == At::Engine);
            }
            if live.status.get_untracked().is_some() {
                refresh();
            }
        }
    }
}

/// The worker holds a lock of this name while it lives, taken before its first message: whoever gets it knows of its death.
fn watch_life(at: At, name: &str) {
    let locks = part(&window().navigator(), "locks");
    if let Ok(request) = part(&locks, "request").dyn_into::<Function>() {
        _ = request.call2(&locks, &name.into(), &Closure::once_into_js(move |_lock: JsValue| dead(at)));
    }
}

/// A worker answers no more: every question that is open with it gets that answer. Of the one at home the shell says so;
/// the other is begun anew when it is next asked.
fn dead(at: At) {
    if at == HOME.get() {
        if !DEAD.replace(true) {
            PENDING.with_borrow_mut(HashMap::clear);
            trouble(&EngineError::Dead);
        }
    } else if let Some(worker) = WORKERS.with_borrow_mut(|workers| workers[at as usize].take()) {
        worker.terminate();
        PENDING.with_borrow_mut(|pending| pending.retain(|_, (of, _)| *of != at));
    }
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
