//! Files that come in: a button that opens the device's file picker, and a place to drop a file on a laptop.

use super::icon::icon;
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::live::held;
use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, HtmlInputElement};

/// A place to choose or drop one file.
///
/// ```ignore
/// view! { <FileButton id="berkas" text="Pilih berkas…" hint="Excel (.xlsx) atau CSV" accept=".xlsx,.csv" on_file=UnsyncCallback::new(move |file| read(file))/> }
/// ```
#[component]
pub fn FileButton(
    /// Unique on the page.
    id: &'static str,
    /// The verb: "Pilih berkas…".
    #[prop(into)]
    text: String,
    /// Which files, in words.
    #[prop(optional, into)]
    hint: String,
    /// Which files, for the picker: `.xlsx,.csv`.
    accept: &'static str,
    /// Takes the file.
    on_file: UnsyncCallback<File>,
) -> AnyView {
    let over = RwSignal::new(false);
    let hint_id = format!("{id}-hint");
    let on_file = StoredValue::new_local(on_file);
    let chosen = move |event: web_sys::Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            // The same file may be chosen again after it was mended.
            input.set_value("");
            on_file.with_value(|on_file| on_file.run(file));
        }
    };
    let dragging = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
            on_file.with_value(|on_file| on_file.run(file));
        }
    };
    view! {
        <div class="file" class:file-over=held(move || over.get()) on:dragover=dragging on:dragleave=move |_| over.set(false) on:drop=dropped>
            <span class="file-icon">{icon("file")}</span>
            <input id=id type="file" class="file-input" accept=accept aria-describedby=hint_id.clone() on:change=chosen/>
            <label class="button" for=id>{text}</label>
            <p id=hint_id class="soft">{hint}" "<span class="file-drop">{words::or_drop_here(lang())}</span></p>
        </div>
    }
    .into_any()
}

/// The bytes of a file.
pub async fn read_file(file: &File) -> Result<Uint8Array, JsValue> {
    JsFuture::from(file.array_buffer()).await.map(|buffer| Uint8Array::new(&buffer))
}
