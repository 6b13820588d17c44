//! The whole catalogue of indicators by data group: each with its value, its ground, and a way to look closer.

use super::when_where::WhenWhere;
use crate::engine::protocol::{CatalogueGroup, CatalogueRow, CatalogueView, GetCatalogue};
use crate::lang::{catalogue as words, shell};
use crate::ui::asking::Asked;
use crate::ui::parts::button::Look;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::gradual::gradually;
use crate::ui::parts::live::follow;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The page.
pub fn CataloguePage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::title(lang()).into());
    let chosen = WhenWhere::new();
    let asked = Asked::follow(move || Some(GetCatalogue { look: chosen.look()? }));
    let body = move || match asked.answer.get() {
        None => skeleton(10),
        Some(view) => laid_out(view, chosen),
    };
    view! {
        <div class="stack">
            <p class="soft measure">{words::lead(lang())}</p>
            {chosen.fields()}
            <div class="buttons screen-only">
                <a class=Look::Outline.class() href=link("/lihat/bandingkan")>{words::heat(lang())}</a>
                <a class=Look::Outline.class() href=link("/lihat/sasaran")>{words::targets(lang())}</a>
                <a class=Look::Outline.class() href=link("/kumpul/potensi")>{words::potential(lang())}</a>
            </div>
            {asked.trouble()}
            {follow(body)}
        </div>
    }
    .into_any()
}

fn laid_out(view: CatalogueView, chosen: WhenWhere) -> AnyView {
    chosen.taken(view.at);
    let sections: Vec<Box<dyn FnOnce() -> AnyView + Send>> = view
        .groups
        .into_iter()
        .map(|group| Box::new(move || section(group)) as Box<dyn FnOnce() -> AnyView + Send>)
        .collect();
    view! {
        <div class="stack-l">
            <p class="soft" role="status">{words::n_entries(lang(), view.entries, view.computable)}</p>
            {gradually(sections, 1, || ())}
        </div>
    }
    .into_any()
}

fn section(group: CatalogueGroup) -> AnyView {
    let rows: Vec<_> = group.rows.into_iter().map(row).collect();
    view! {
        <section class="stack-s">
            <h2>{group.title}</h2>
            <ul class="plain catalogue">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(row: CatalogueRow) -> AnyView {
    let value = (!row.value.is_empty()).then(|| view! { <b class="catalogue-value">{row.value.clone()}</b> });
    view! {
        <li>
            <a class="catalogue-row" href=link(&format!("/lihat/indikator/{}", row.id))>
                <span class="catalogue-words"><span>{row.name}</span><small class="soft">{row.of}</small></span>
                {value}
            </a>
        </li>
    }
    .into_any()
}
