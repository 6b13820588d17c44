//! A question or a small form above the page. Built on the browser's own `<dialog>`: it keeps the focus inside, closes with
//! Escape, and gives the focus back.

use super::icon::icon;
use crate::lang::shell as words;
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A dialog that is open while `open` is true; closing it by any way sets `open` to false.
///
/// ```ignore
/// let open = RwSignal::new(false);
/// view! {
///     <Dialog open title="Hapus keluarga ini?">
///         <p>"Bisa diurungkan sesudahnya."</p>
///         <div class="buttons"><Button …/></div>
///     </Dialog>
/// }
/// ```
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The question, or the name of the form.
    #[prop(into)]
    title: Signal<String>,
    /// What stands in it; built anew at each opening.
    children: ChildrenFn,
) -> AnyView {
    let dialog = NodeRef::<html::Dialog>::new();
    let opener = StoredValue::new_local(None::<web_sys::HtmlElement>);
    Effect::new(move |_| {
        let Some(element) = dialog.get() else { return };
        if open.get() && !element.open() {
            opener.set_value(document().active_element().and_then(|active| active.dyn_into().ok()));
            _ = element.show_modal();
        } else if !open.get() && element.open() {
            element.close();
        }
    });
    let closed = move |_| {
        open.set(false);
        if let Some(opener) = opener.get_value() {
            _ = opener.focus();
        }
    };
    // A press on the dark ground around the dialog hits the dialog element itself.
    let outside = move |event: web_sys::MouseEvent| {
        let on_ground = event.target().zip(dialog.get_untracked()).is_some_and(|(target, element)| {
            let element: &web_sys::EventTarget = element.as_ref();
            &target == element
        });
        if on_ground {
            open.set(false);
        }
    };
    let body = move || open.get().then(|| children());
    view! {
        <dialog node_ref=dialog class="dialog" aria-label=held(move || title.get()) on:close=closed on:mousedown=outside>
            <div class="dialog-inside stack">
                <div class="dialog-head">
                    <h2>{follow(move || title.get())}</h2>
                    <button type="button" class="button button-quiet button-square" aria-label=words::close(lang()) on:click=move |_| open.set(false)>
                        {icon("close")}
                    </button>
                </div>
                {follow(body)}
            </div>
        </dialog>
    }
    .into_any()
}
