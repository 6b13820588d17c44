//! A message that stays: what happened, what is safe, what to do next.

use super::icon::icon;
use super::tone::Tone;
use leptos::prelude::*;

/// A message in the flow of the page. An error is spoken at once; anything else is read where it stands.
///
/// ```ignore
/// view! {
///     <Notice tone=Tone::Error title="Berkas ini bukan buku kerja Excel">
///         <p>"Data Anda tidak berubah. Buka berkasnya di Excel, lalu simpan sebagai .xlsx."</p>
///         <div class="buttons"><Button …/></div>
///     </Notice>
/// }
/// ```
#[component]
pub fn Notice(
    /// How serious.
    #[prop(optional)]
    tone: Tone,
    /// What happened, in one line; none where empty.
    #[prop(optional, into)]
    title: String,
    /// What is safe, what to do, and buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let heading = (!title.is_empty()).then(|| view! { <p class="notice-title">{title}</p> });
    let role = (tone == Tone::Error).then_some("alert");
    view! {
        <div class="notice" data-tone=tone.name() role=role>
            <span class="notice-icon">{icon(tone.icon())}</span>
            <div class="stack-s">{heading}{children.map(|children| children())}</div>
        </div>
    }
    .into_any()
}
