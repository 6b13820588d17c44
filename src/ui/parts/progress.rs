//! Long work: how far it is, and a way to stop it.

use super::button::{Button, Look};
use crate::lang::{number, shell as words};
use crate::ui::lang;
use crate::ui::parts::live::{follow, held};
use leptos::prelude::*;

/// A bar for long work. `total` 0 means that its length is not known.
///
/// ```ignore
/// view! { <Progress text="Membaca baris" done total on_cancel=Callback::new(move |()| cancel())/> }
/// ```
#[component]
pub fn Progress(
    /// What is being done.
    #[prop(into)]
    text: Signal<String>,
    /// Steps done.
    #[prop(into)]
    done: Signal<u32>,
    /// Steps in all.
    #[prop(into)]
    total: Signal<u32>,
    /// Stops the work; without it there is no button.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> AnyView {
    let count = move || {
        let whole = |n: u32| number::whole(lang(), i64::from(n));
        if total.get() == 0 { String::new() } else { words::done_of(lang(), whole(done.get()), whole(total.get())) }
    };
    let value = move || (total.get() > 0).then(|| done.get().to_string());
    let max = move || total.get().max(1).to_string();
    let cancel = on_cancel.map(|on_cancel| {
        view! { <Button text=Signal::stored(words::cancel(lang()).to_owned()) look=Look::Outline on_press=on_cancel/> }
    });
    view! {
        <div class="progress">
            <div class="row-apart">
                <span class="strong">{follow(move || text.get())}</span>
                <span class="soft figures">{follow(count)}</span>
            </div>
            <progress value=held(value) max=held(max) aria-label=held(move || text.get())></progress>
            {cancel}
        </div>
    }
    .into_any()
}

/// A thin bar of how much is filled in, out of how much; says it in words to screen readers.
pub fn filled_bar(done: u32, total: u32) -> AnyView {
    let text = words::done_of(lang(), done, total);
    view! { <progress class="filled" value=done.to_string() max=total.max(1).to_string() aria-label=text></progress> }
        .into_any()
}
