//! Files that leave the page: downloads, and the phone's share sheet where there is one.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlElement, Url};

/// A file to give away. `content` is what a blob is made of: text, or a `Uint8Array` from the engine.
///
/// ```ignore
/// let file = OutFile { name: "paket.zip".into(), mime: "application/zip", content: bytes.into() };
/// if !share(&file).await { download(&file); }
/// ```
#[derive(Clone, Debug)]
pub struct OutFile {
    /// Name with its ending.
    pub name: String,
    /// Media type.
    pub mime: &'static str,
    /// Text, `Uint8Array` or `Blob`.
    pub content: JsValue,
}

/// Lets the browser save the file.
pub fn download(file: &OutFile) {
    let options = BlobPropertyBag::new();
    options.set_type(file.mime);
    let Ok(blob) = Blob::new_with_blob_sequence_and_options(&Array::of1(&file.content), &options) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    if let Ok(link) = document().create_element("a") {
        _ = link.set_attribute("href", &url);
        _ = link.set_attribute("download", &file.name);
        if let (Ok(link), Some(body)) = (link.dyn_into::<HtmlElement>(), document().body()) {
            _ = body.append_child(&link);
            link.click();
            link.remove();
        }
    }
    // The browser reads the file after this turn; the address is given back when it surely has.
    set_timeout(move || _ = Url::revoke_object_url(&url), std::time::Duration::from_secs(60));
}

/// True where the device has a share sheet that takes files of this kind.
pub fn can_share(file: &OutFile) -> bool {
    let navigator: JsValue = window().navigator().into();
    let asked = Reflect::get(&navigator, &"canShare".into()).ok().and_then(|can| can.dyn_into::<Function>().ok());
    match (asked, share_data(file)) {
        (Some(can), Some(data)) => can.call1(&navigator, &data).is_ok_and(|answer| answer.is_truthy()),
        _ => false,
    }
}

/// Opens the share sheet. False where there is none or it failed; closing it without sharing counts as done.
pub async fn share(file: &OutFile) -> bool {
    if !can_share(file) {
        return false;
    }
    let navigator: JsValue = window().navigator().into();
    let share = Reflect::get(&navigator, &"share".into()).ok().and_then(|share| share.dyn_into::<Function>().ok());
    let (Some(share), Some(data)) = (share, share_data(file)) else { return false };
    let Ok(promise) = share.call1(&navigator, &data).and_then(|promise| promise.dyn_into::<Promise>()) else {
        return false;
    };
    match JsFuture::from(promise).await {
        Ok(_) => true,
        Err(error) => Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError"),
    }
}

fn share_data(file: &OutFile) -> Option<JsValue> {
    let options = FilePropertyBag::new();
    options.set_type(file.mime);
    let made = File::new_with_blob_sequence_and_options(&Array::of1(&file.content), &file.name, &options).ok()?;
    let data = js_sys::Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&made)).ok()?;
    Some(data.into())
}
