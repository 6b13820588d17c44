//! Handing a test out: its QR code, its link, and the same as a file.

use super::store::Open;
use super::test_page::test_address;
use crate::lang::teach as words;
use crate::teach::tables::form_name;
use crate::teach::{Form, qr};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::file_out::{OutFile, download, share};
use crate::ui::parts::live::follow;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::toast::toast;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The two tests to choose from, by key.
pub(super) fn forms() -> Vec<(String, String)> {
    Form::BOTH.iter().map(|form| (form.key().to_owned(), form_name(lang(), *form).to_owned())).collect()
}

/// The test of a key.
pub(super) fn form_of(key: &str) -> Form {
    if key == Form::Post.key() { Form::Post } else { Form::Pre }
}

pub(super) fn invite_view(open: Open) -> AnyView {
    let chosen = RwSignal::new(Form::Pre.key().to_owned());
    let body = move || {
        let form = form_of(&chosen.get());
        let session = open.session.get()?;
        let invitation = session.invitation(form);
        let address = StoredValue::new(test_address(&invitation));
        let picture =
            address.with_value(|address| qr::svg(address, &words::qr_of_test(lang(), form_name(lang(), form))));
        let name = format!("undangan-{}-{}.txt", session.code, form.key());
        let save = Callback::new(move |()| {
            let file = OutFile { name: name.clone(), mime: "text/plain", content: address.get_value().into() };
            leptos::task::spawn_local(async move {
                if !share(&file).await {
                    download(&file);
                }
            });
        });
        let here = crate::ui::link(&format!("/belajar/tes/{}", invitation.text()));
        Some(view! {
            <div class="qr" inner_html=picture.unwrap_or_default()></div>
            <p class="qr-address">{address.get_value()}</p>
            <div class="buttons">
                <Button text=words::copy_link(lang()) on_press=Callback::new(move |()| copy(address.get_value()))/>
                <Button look=Look::Outline icon="share" text=words::save_invitation(lang()) on_press=save/>
                <a class=Look::Outline.class() href=here>{words::open_here(lang())}</a>
            </div>
        })
    };
    view! {
        <section class="card stack-s">
            <h2>{words::invite(lang())}</h2>
            <p class="soft">{words::invite_text(lang())}</p>
            <Segmented label=words::which_test(lang()) name="tes" options=forms() chosen/>
            {follow(body)}
        </section>
    }
    .into_any()
}

/// Copies a text, and says whether it went.
pub(super) fn copy(text: String) {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    let write: Option<Function> =
        Reflect::get(&clipboard, &"writeText".into()).ok().and_then(|write| write.dyn_into().ok());
    leptos::task::spawn_local(async move {
        let promise = write.and_then(|write| write.call1(&clipboard, &text.into()).ok()?.dyn_into::<Promise>().ok());
        let done = match promise {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        toast(if done { words::copied(lang()) } else { words::not_copied(lang()) });
    });
}
