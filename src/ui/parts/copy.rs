//! To the clipboard: a picture, or a table as spreadsheets and word processors take it.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

/// Copies one thing in one or several forms: media type, and a blob or the promise of one. False where the browser cannot.
pub async fn copy(forms: &[(&str, JsValue)]) -> bool {
    let done = || -> Option<Promise> {
        let item: Function = Reflect::get(&window(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
        let data = Object::new();
        for (mime, content) in forms {
            Reflect::set(&data, &(*mime).into(), content).ok()?;
        }
        let item = Reflect::construct(&item, &Array::of1(&data)).ok()?;
        let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
        let write: Function = Reflect::get(&clipboard, &"write".into()).ok()?.dyn_into().ok()?;
        write.call1(&clipboard, &Array::of1(&item)).ok()?.dyn_into().ok()
    };
    match done() {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// A text as a blob of its media type.
pub fn text_blob(text: &str, mime: &str) -> JsValue {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).map_or(JsValue::NULL, Into::into)
}
