//! Several lines of text: a reason, a note.

use super::field::{Field, shell};
use crate::base::Value;
use crate::ui::parts::live::held;
use leptos::prelude::*;

/// A field of several lines; the answer settles on leaving it.
///
/// ```ignore
/// view! { <NoteField field=Field::new("alasan", "Mengapa ini benar?").on(reason)/> }
/// ```
#[component]
pub fn NoteField(
    /// The field.
    field: Field,
) -> AnyView {
    let value = field.value;
    let text = move || value.with(|value| if let Value::Text(text) = value { text.clone() } else { String::new() });
    let settling = field.clone();
    let settle = move |event| {
        let typed = event_target_value(&event);
        let typed = typed.trim();
        settling.settle(if typed.is_empty() { Value::Missing } else { Value::Text(typed.into()) });
    };
    let control = view! {
        <textarea
            id=format!("{}-input", field.id)
            class="input"
            rows="3"
            aria-describedby=field.described_by()
            prop:value=held(text)
            on:change=settle
        ></textarea>
    };
    shell(&field, false, Signal::stored(None), control.into_any())
}
