//! What stands where nothing is yet: an empty list, a list that is loading.

use super::icon::icon;
use crate::lang::shell as words;
use crate::ui::lang;
use leptos::prelude::*;

/// An empty place: what is missing, why, and the way on.
///
/// ```ignore
/// view! { <EmptyState icon="family" title="Belum ada keluarga" text="Impor daftar yang sudah ada, atau tambah satu per satu.">
///     <a class="button" href=link("/kumpul/impor")>"Impor…"</a>
/// </EmptyState> }
/// ```
#[component]
pub fn EmptyState(
    /// Name of the icon.
    icon: &'static str,
    /// What is missing.
    #[prop(into)]
    title: String,
    /// Why, and what to do.
    #[prop(optional, into)]
    text: String,
    /// Ways on.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    view! {
        <div class="empty">
            <span class="empty-icon">{self::icon(icon)}</span>
            <p class="strong">{title}</p>
            <p class="soft">{text}</p>
            {children.map(|children| view! { <div class="buttons">{children()}</div> })}
        </div>
    }
    .into_any()
}

/// Grey lines while something loads.
pub fn skeleton(n_lines: usize) -> AnyView {
    let lines: Vec<_> = (0..n_lines).map(|_| view! { <span></span> }).collect();
    view! { <div class="skeleton" role="status"><p class="unseen">{words::loading(lang())}</p>{lines}</div> }.into_any()
}
