//! The engine in the browser: a Web Worker that takes one request after another, with IndexedDB behind it. It knows the
//! engine's door and its ports, and nothing of records or screens.
//!
//! The study is a second one over the same store. It never writes, and reads everything again where it was told that
//! something changed, before it answers next.
//!
//! A message is `[message, attachment?]`, two byte arrays; large files travel as attachments and are not copied.

pub mod ports;
mod tabs;

use crate::engine::protocol::{FromEngine, Notice, ToEngine};
use crate::engine::{Code, Engine, codec};
use js_sys::{Array, Uint8Array};
use ports::BrowserPorts;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Which requests a program answers. Two types, so that each program links its own alone.
trait Desk: 'static {
    async fn answer(engine: &mut Engine<BrowserPorts>, code: Code, request: &[u8]) -> Vec<u8>;
}

struct Main;
impl Desk for Main {
    async fn answer(engine: &mut Engine<BrowserPorts>, code: Code, request: &[u8]) -> Vec<u8> {
        engine.answer(code, request).await
    }
}

struct Study;
impl Desk for Study {
    async fn answer(engine: &mut Engine<BrowserPorts>, code: Code, request: &[u8]) -> Vec<u8> {
        engine.answer_study(code, request).await
    }
}

/// Work that waits for the engine.
enum Job {
    Ask(u32, Code, Vec<u8>, Option<Vec<u8>>),
    /// Another tab has written.
    Follow,
    /// What the study has read holds no more.
    Stale,
    /// This tab may write now.
    Promote,
}

thread_local! {
    static ENGINE: RefCell<Option<Engine<BrowserPorts>>> = const { RefCell::new(None) };
    static JOBS: RefCell<VecDeque<Job>> = const { RefCell::new(VecDeque::new()) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
    static STALE: Cell<bool> = const { Cell::new(false) };
}

/// Starts the engine: called once by the worker's program.
pub fn start() {
    listen::<Main>();
    wasm_bindgen_futures::spawn_local(async {
        tabs::show_life().await;
        let mut engine = Engine::new(BrowserPorts::new());
        engine.writer = tabs::try_to_write().await;
        if !engine.writer {
            tabs::wait_to_write(|| add::<Main>(Job::Promote));
        }
        tabs::listen(|| add::<Main>(Job::Follow));
        send(&FromEngine::Notice(Notice::Writer(engine.writer)), None);
        ENGINE.with(|slot| *slot.borrow_mut() = Some(engine));
        work::<Main>();
    });
}

/// Starts the study: called once by its program.
pub fn start_study() {
    listen::<Study>();
    tabs::listen(|| {
        add::<Study>(Job::Stale);
        send(&FromEngine::Notice(Notice::Changed { families: Vec::new() }), None);
    });
    wasm_bindgen_futures::spawn_local(async {
        tabs::show_life().await;
        let mut engine = Engine::new(BrowserPorts::new());
        engine.writer = false;
        ENGINE.with(|slot| *slot.borrow_mut() = Some(engine));
        work::<Study>();
    });
}

/// Hears the page, and tells it of a panic.
fn listen<D: Desk>() {
    std::panic::set_hook(Box::new(|_| {
        // The message of a panic may hold data of a person: only its being dead is told.
        let _ = scope().post_message(&JsValue::from("dead"));
    }));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(|event: MessageEvent| receive::<D>(&event));
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn receive<D: Desk>(event: &MessageEvent) {
    let parts: Array = event.data().unchecked_into();
    let message = Uint8Array::new(&parts.get(0)).to_vec();
    match codec::decode::<ToEngine>(&message) {
        Some(ToEngine::Ask(number, code, request)) => {
            let attachment = parts.get(1);
            let bytes = (!attachment.is_undefined()).then(|| Uint8Array::new(&attachment).to_vec());
            add::<D>(Job::Ask(number, code, request, bytes));
        }
        Some(ToEngine::Cancel) => ports::cancel(),
        Some(ToEngine::Stale) => add::<D>(Job::Stale),
        None => {}
    }
}

fn add<D: Desk>(job: Job) {
    JOBS.with(|jobs| jobs.borrow_mut().push_back(job));
    work::<D>();
}

/// Takes jobs one after another, unless that is already being done.
fn work<D: Desk>() {
    if BUSY.with(|busy| busy.replace(true)) {
        return;
    }
    wasm_bindgen_futures::spawn_local(async {
        while let Some(mut engine) = ENGINE.with(|slot| slot.borrow_mut().take()) {
            let job = JOBS.with(|jobs| jobs.borrow_mut().pop_front());
            let idle = job.is_none();
            if let Some(job) = job {
                run::<D>(&mut engine, job).await;
            }
            ENGINE.with(|slot| *slot.borrow_mut() = Some(engine));
            if idle {
                break;
            }
        }
        BUSY.with(|busy| busy.set(false));
    });
}

async fn run<D: Desk>(engine: &mut Engine<BrowserPorts>, job: Job) {
    match job {
        Job::Ask(number, code, request, attachment) => {
            engine.inbox = attachment;
            if STALE.replace(false) {
                // Where reading fails, what was read before still answers; the page hears of the store from the engine.
                let _ = engine.load().await;
            }
            let reply = D::answer(engine, code, &request).await;
            engine.inbox = None;
            send(&FromEngine::Reply(number, reply), engine.outbox.take());
        }
        Job::Follow if !engine.writer => follow(engine).await,
        Job::Follow => {}
        Job::Stale => STALE.set(true),
        Job::Promote => {
            engine.writer = true;
            follow(engine).await;
            send(&FromEngine::Notice(Notice::Writer(true)), None);
        }
    }
    let wrote = engine.writer && engine.notices.iter().any(|notice| matches!(notice, Notice::Changed { .. }));
    for notice in std::mem::take(&mut engine.notices) {
        send(&FromEngine::Notice(notice), None);
    }
    if wrote {
        tabs::tell();
    }
}

async fn follow(engine: &mut Engine<BrowserPorts>) {
    if engine.load().await.is_ok() {
        engine.notices.push(Notice::Changed { families: Vec::new() });
    }
}

/// Sends a message to the page; an attachment is handed over, not copied again.
pub(crate) fn send(message: &FromEngine, attachment: Option<Vec<u8>>) {
    let bytes = Uint8Array::from(codec::encode(message).as_slice());
    let transfer = Array::of1(&bytes.buffer());
    let parts = Array::of1(&bytes);
    if let Some(attachment) = attachment {
        let attachment = Uint8Array::from(attachment.as_slice());
        transfer.push(&attachment.buffer());
        parts.push(&attachment);
    }
    let _ = scope().post_message_with_transfer(&parts, &transfer);
}
