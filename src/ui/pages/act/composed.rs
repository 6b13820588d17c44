//! The composed lists on the first page of use, each with its count.

use crate::engine::protocol::{ComposedHead, ListComposed, RemovePaper};
use crate::lang::{compose_page as words, number};
use crate::ui::client::{ask, follow_changes, save};
use crate::ui::parts::button::Look;
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// Ready-made ones that stand among the lists with a rule of their own already.
const SHOWN_ABOVE: [&str; 2] = ["risiko-stunting", "tanpa-jaminan"];

/// The section. It is asked for after the page stands: the study may have to be fetched first.
pub(super) fn composed_lists() -> AnyView {
    let heads = RwSignal::new(None::<Vec<ComposedHead>>);
    effect(move || {
        follow_changes();
        _ = lang();
        leptos::task::spawn_local(async move {
            if let Ok(found) = ask(ListComposed::default()).await {
                _ = heads.try_set(Some(found));
            }
        });
    });
    let cards = move || {
        heads.get().map(|heads| {
            let shown = heads.into_iter().filter(|head| !SHOWN_ABOVE.contains(&head.key.as_str()));
            let cards: Vec<_> = shown.map(card).collect();
            view! { <div class="steps">{cards}</div> }
        })
    };
    view! {
        <section class="stack-s" aria-labelledby="susunan-daftar">
            <h2 id="susunan-daftar">{words::composed(lang())}</h2>
            <p class="soft">{words::composed_text(lang())}</p>
            {follow(cards)}
            <div class="buttons">
                <a class=Look::Outline.class() href=link("/guna/susun")>{icon("plus")}<span>{words::title(lang())}</span></a>
            </div>
        </section>
    }
    .into_any()
}

fn card(head: ComposedHead) -> AnyView {
    let (tag, line) = match head.damaged {
        true => ((Tone::Error, "!".to_owned()), head.sentence),
        false => ((Tone::Plain, number::whole(lang(), head.count.into())), head.part),
    };
    let path = if head.damaged { "/guna/susun?dari=" } else { "/guna/" };
    step_card(Step { href: link(&format!("{path}{}", head.key)), icon: "act", title: head.title, line, tag: Some(tag) })
}

/// Ways on from an open list: to its conditions, and to take a kept one away.
pub(super) fn list_ways(list: &str) -> AnyView {
    let from = match list {
        "pendampingan-keluarga" => "risiko-stunting",
        "tanpa-jaminan-kesehatan" => "tanpa-jaminan",
        "tanpa-akta-lahir" => "tanpa-dokumen",
        other => other,
    };
    let key = list.to_owned();
    let remove = list.starts_with("daftar-").then(|| {
        let press = move |_| {
            let key = key.clone();
            leptos::task::spawn_local(async move {
                match save(RemovePaper { kind: "syarat".into(), key }).await {
                    Ok(done) => {
                        toast_undo(words::removed(lang()), Callback::new(move |()| super::help::undo(done.act)));
                        crate::ui::shell::place::go("/guna");
                    }
                    Err(error) => toast(error.message(lang()).1),
                }
            });
        };
        view! { <button type="button" class=Look::Quiet.class() on:click=press>{words::remove_list(lang())}</button> }
    });
    view! {
        <div class="buttons screen-only">
            <a class=Look::Outline.class() href=link(&format!("/guna/susun?dari={from}"))>{words::change_conditions(lang())}</a>
            {remove}
        </div>
    }
    .into_any()
}
