//! The camera: pictures of it are looked through for QR codes, by the browser's own reader where it has one, else by the
//! study. The picture leaves the device no more than anything else does.

use crate::engine::protocol::ReadQr;
use crate::lang::teach as words;
use crate::ui::client::ask;
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tone::Tone;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::html;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlVideoElement, MediaStream};

/// Between two pictures.
const PAUSE: Duration = Duration::from_millis(200);
/// Pictures are looked through at most so wide: enough for a code that fills half of it.
const MOST_WIDE: u32 = 720;

#[derive(Clone, Copy, PartialEq)]
enum State {
    Off,
    On,
    Refused,
}

/// A button that opens the camera; `found` takes each code once while it stays in the picture.
pub(super) fn camera_view(found: Callback<String>) -> AnyView {
    let state = RwSignal::new(State::Off);
    let stream = StoredValue::new_local(None::<MediaStream>);
    let video = NodeRef::<html::Video>::new();
    let stop = move || {
        if let Some(Some(open)) = stream.try_update_value(Option::take) {
            for track in open.get_tracks() {
                track.unchecked_into::<web_sys::MediaStreamTrack>().stop();
            }
        }
        _ = state.try_set(State::Off);
    };
    on_cleanup(stop);
    let start = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let Some(open) = open_camera().await else {
                _ = state.try_set(State::Refused);
                return;
            };
            stream.set_value(Some(open));
            state.set(State::On);
        });
    });
    Effect::new(move |_| {
        let Some(element) = video.get().filter(|_| state.get() == State::On) else { return };
        let element: HtmlVideoElement = element;
        element.set_muted(true);
        stream.with_value(|stream| element.set_src_object(stream.as_ref()));
        leptos::task::spawn_local(async move {
            if let Ok(playing) = element.play() {
                _ = JsFuture::from(playing).await;
            }
            let mut last = String::new();
            while state.try_get_untracked() == Some(State::On) {
                if let Some(text) = look(&element).await
                    && text != last
                {
                    found.run(text.clone());
                    last = text;
                }
                wait(PAUSE).await;
            }
        });
    });
    let body = move || {
        match state.get() {
        State::Off => view! { <div class="buttons"><Button text=words::scan(lang()) on_press=start/></div> }.into_any(),
        State::Refused => view! {
            <Notice tone=Tone::Warn title=words::no_camera(lang())>
                <p>{words::no_camera_text(lang())}</p>
                <div class="buttons"><Button look=Look::Outline text=words::scan(lang()) on_press=start/></div>
            </Notice>
        }
        .into_any(),
        State::On => view! {
            <p class="soft" role="status">{words::scanning(lang())}</p>
            <video node_ref=video class="camera" playsinline="" aria-label=words::scanning(lang())></video>
            <div class="buttons"><Button look=Look::Outline text=words::stop_scan(lang()) on_press=Callback::new(move |()| stop())/></div>
        }
        .into_any(),
    }
    };
    view! { <div class="stack-s">{follow(body)}</div> }.into_any()
}

async fn wait(time: Duration) {
    let (sender, receiver) = futures_channel::oneshot::channel();
    set_timeout(move || _ = sender.send(()), time);
    _ = receiver.await;
}

fn get(target: &JsValue, name: &str) -> JsValue {
    Reflect::get(target, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

async fn open_camera() -> Option<MediaStream> {
    let devices = get(&window().navigator(), "mediaDevices");
    let open: Function = get(&devices, "getUserMedia").dyn_into().ok()?;
    let (wish, video) = (Object::new(), Object::new());
    for (name, value) in [("facingMode", JsValue::from("environment")), ("width", 1280.into()), ("height", 720.into())]
    {
        Reflect::set(&video, &name.into(), &value).ok()?;
    }
    Reflect::set(&wish, &"video".into(), &video).ok()?;
    let promise: Promise = open.call1(&devices, &wish).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// The text of a code in the present picture.
async fn look(video: &HtmlVideoElement) -> Option<String> {
    let (width, height) = (video.video_width(), video.video_height());
    if width == 0 || height == 0 {
        return None;
    }
    if let Some(reader) = own_reader() {
        let detect: Function = get(&reader, "detect").dyn_into().ok()?;
        let promise: Promise = detect.call1(&reader, video).ok()?.dyn_into().ok()?;
        let codes: Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
        return get(&codes.get(0), "rawValue").as_string();
    }
    let scale = f64::from(MOST_WIDE.min(width)) / f64::from(width);
    let (w, h) = ((f64::from(width) * scale) as u32, (f64::from(height) * scale) as u32);
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(w);
    canvas.set_height(h);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.draw_image_with_html_video_element_and_dw_and_dh(video, 0.0, 0.0, f64::from(w), f64::from(h)).ok()?;
    let pixels = pen.get_image_data(0.0, 0.0, f64::from(w), f64::from(h)).ok()?.data();
    let grey =
        pixels.chunks_exact(4).map(|p| ((u32::from(p[0]) * 3 + u32::from(p[1]) * 6 + u32::from(p[2])) / 10) as u8);
    ask(ReadQr { width: w, grey: grey.collect() }).await.ok()?
}

/// The browser's own reader of QR codes.
fn own_reader() -> Option<JsValue> {
    let make: Function = get(&window(), "BarcodeDetector").dyn_into().ok()?;
    let wish = Object::new();
    Reflect::set(&wish, &"formats".into(), &Array::of1(&"qr_code".into())).ok()?;
    Reflect::construct(&make, &Array::of1(&wish)).ok()
}
