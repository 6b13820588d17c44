//! Several tabs of one house: one writes, the others follow. The right to write is a Web Lock; a broadcast tells followers
//! that something was written. Where the browser has no Web Locks, the tab writes.

use super::ports::get;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::BroadcastChannel;

const NAME: &str = "rumah-dataku";

thread_local! {
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(NAME).ok();
}

/// Holds a lock of the worker's own name for as long as it lives: the page waits for that lock, and gets it when the worker
/// is gone, however that came. Await it before the first message: the page asks for the lock when it hears one.
pub(super) async fn show_life() {
    let Some(name) = get(&js_sys::global(), "name").as_string().filter(|name| !name.is_empty()) else { return };
    let held = Promise::new(&mut |resolve, _| {
        let taken = Closure::once_into_js({
            let resolve = resolve.clone();
            move |_lock: JsValue| -> JsValue {
                let _ = resolve.call0(&JsValue::UNDEFINED);
                forever().into()
            }
        });
        if !request(&name, &Object::new(), &taken) {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(held).await;
}

/// Takes the right to write if no other tab has it, and keeps it until the tab is closed.
pub(super) async fn try_to_write() -> bool {
    let answer = Promise::new(&mut |resolve, _| {
        let taken = Closure::once_into_js({
            let resolve = resolve.clone();
            move |lock: JsValue| -> JsValue {
                let granted = !lock.is_null() && !lock.is_undefined();
                let _ = resolve.call1(&JsValue::UNDEFINED, &granted.into());
                if granted { forever().into() } else { JsValue::UNDEFINED }
            }
        });
        let options = Object::new();
        let _ = Reflect::set(&options, &"ifAvailable".into(), &true.into());
        if !request(NAME, &options, &taken) {
            let _ = resolve.call1(&JsValue::UNDEFINED, &true.into());
        }
    });
    JsFuture::from(answer).await.is_ok_and(|granted| granted.as_bool() == Some(true))
}

/// Waits for the right to write; `then` runs when the other tab has gone.
pub(super) fn wait_to_write(then: impl FnOnce() + 'static) {
    let taken = Closure::once_into_js(move |_lock: JsValue| -> JsValue {
        then();
        forever().into()
    });
    request(NAME, &Object::new(), &taken);
}

fn request(name: &str, options: &Object, taken: &JsValue) -> bool {
    let locks = get(&get(&js_sys::global(), "navigator"), "locks");
    let Ok(request) = get(&locks, "request").dyn_into::<Function>() else { return false };
    request.call3(&locks, &name.into(), options, taken).is_ok()
}

fn forever() -> Promise {
    Promise::new(&mut |_, _| {})
}

/// Calls `changed` whenever another tab has written.
pub(super) fn listen(changed: impl Fn() + 'static) {
    let on_message = Closure::<dyn Fn()>::new(changed);
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            channel.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        }
    });
    on_message.forget();
}

/// Tells the other tabs that something was written.
pub(super) fn tell() {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&JsValue::TRUE);
        }
    });
}
