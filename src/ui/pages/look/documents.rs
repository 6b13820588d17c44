//! The village's documents: what can be made, what is kept, and the population corner.

use crate::engine::EngineError;
use crate::engine::protocol::{DOCUMENT_PAPER, ListPapers, PaperView, RemovePaper, TEMPLATE_PAPER, Undo};
use crate::lang::{document as kinds, document_page as words, number, shell};
use crate::present::document::PLANS;
use crate::ui::client::{ask, follow_changes, save};
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The page.
pub fn DocumentsPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || kinds::title(lang()).into());
    let cards = PLANS.iter().map(|plan| {
        step_card(Step {
            href: link(&format!("/lihat/dokumen/{}", plan.key)),
            icon: if plan.large { "table" } else { "file" },
            title: (plan.name)(lang()).to_owned(),
            line: (plan.about)(lang()).to_owned(),
            tag: None,
        })
    });
    let corner = step_card(Step {
        href: link("/lihat/pojok"),
        icon: "look",
        title: words::corner(lang()).to_owned(),
        line: words::corner_about(lang()).to_owned(),
        tag: None,
    });
    view! {
        <div class="stack-l">
            <p class="soft">{words::intro(lang())}</p>
            <section class="stack-s">
                <h2>{words::made(lang())}</h2>
                <div class="steps">{cards.collect::<Vec<_>>()} {corner}</div>
            </section>
            {kept(DOCUMENT_PAPER, words::kept(lang()), "simpan")}
            {kept(TEMPLATE_PAPER, words::templates(lang()), "templat")}
        </div>
    }
    .into_any()
}

/// The papers of a kind, each to be opened or removed.
fn kept(kind: &'static str, title: &'static str, query: &'static str) -> AnyView {
    let papers = RwSignal::new(None::<Vec<PaperView>>);
    effect(move || {
        follow_changes();
        leptos::task::spawn_local(async move {
            if let Ok(found) = ask(ListPapers { kind: kind.into() }).await {
                _ = papers.try_set(Some(found));
            }
        });
    });
    let body = move || match papers.get() {
        None => skeleton(2),
        Some(papers) if papers.is_empty() => view! { <p class="soft">{words::none_kept(lang())}</p> }.into_any(),
        Some(papers) => {
            let rows = papers.into_iter().map(|paper| row(paper, query)).collect::<Vec<_>>();
            view! { <ul class="plain stack-s">{rows}</ul> }.into_any()
        }
    };
    view! { <section class="stack-s"><h2>{title}</h2>{follow(body)}</section> }.into_any()
}

fn row(paper: PaperView, query: &'static str) -> AnyView {
    let PaperView { kind, key, title, on, .. } = paper;
    // The key begins with the kind of document.
    let document = key.split('-').next().unwrap_or_default().to_owned();
    let href = link(&format!("/lihat/dokumen/{document}?{query}={key}"));
    let label = words::remove(lang(), &title);
    let name = title.clone();
    let remove = move |_| {
        let (request, name) = (RemovePaper { kind: kind.clone(), key: key.clone() }, name.clone());
        leptos::task::spawn_local(async move {
            match save(request).await {
                Ok(done) => toast_undo(words::removed(lang(), name), Callback::new(move |()| undo(done.act))),
                Err(error) => told(&error),
            }
        });
    };
    view! {
        <li class="card row-apart">
            <a class="strong kept-name" href=href>{title}</a>
            <span class="row">
                <span class="soft">{number::date(lang(), on)}</span>
                <button type="button" class="button button-quiet button-square" aria-label=label on:click=remove>{icon("trash")}</button>
            </span>
        </li>
    }
    .into_any()
}

pub(super) fn undo(act: crate::base::Id) {
    leptos::task::spawn_local(async move {
        if let Err(error) = save(Undo { act }).await {
            told(&error);
        }
    });
}

/// Says what went wrong where no place is left for it on the page.
pub(super) fn told(error: &EngineError) {
    let (title, text) = error.message(lang());
    toast(format!("{title}. {text}"));
}
