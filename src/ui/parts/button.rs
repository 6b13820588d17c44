//! Buttons: a verb, with "…" where another step opens.

use super::icon::icon;
use crate::ui::parts::live::{follow, held};
use leptos::prelude::*;

/// How much a button stands out. One `Main` a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one thing to do here.
    #[default]
    Main,
    /// Another way.
    Outline,
    /// Beside text.
    Quiet,
    /// Takes something away.
    Danger,
}

impl Look {
    /// The classes of this look; also for links that look like buttons: `<a class=Look::Outline.class() href=…>`.
    pub fn class(self) -> &'static str {
        match self {
            Look::Main => "button",
            Look::Outline => "button button-outline",
            Look::Quiet => "button button-quiet",
            Look::Danger => "button button-danger",
        }
    }
}

/// A button.
///
/// ```ignore
/// view! { <Button text="Tambah keluarga" icon="plus" on_press=Callback::new(move |()| add())/> }
/// ```
#[component]
pub fn Button(
    /// The verb.
    #[prop(into)]
    text: Signal<String>,
    /// What happens.
    on_press: Callback<()>,
    /// How much it stands out.
    #[prop(optional)]
    look: Look,
    /// Name of an icon before the words.
    #[prop(optional)]
    icon: &'static str,
    /// As wide as its place.
    #[prop(optional)]
    wide: bool,
    /// Cannot be pressed now; say beside it why.
    #[prop(optional, into)]
    off: Signal<bool>,
    /// At work: turns, and cannot be pressed.
    #[prop(optional, into)]
    busy: Signal<bool>,
) -> AnyView {
    let shape = (!icon.is_empty()).then(|| self::icon(icon));
    view! {
        <button
            type="button"
            class=look.class()
            class:button-wide=wide
            disabled=held(move || off.get() || busy.get())
            aria-busy=held(move || busy.get().then_some("true"))
            on:click=move |_| on_press.run(())
        >
            {shape}
            <span>{follow(move || text.get())}</span>
        </button>
    }
    .into_any()
}
