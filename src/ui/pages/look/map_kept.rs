//! What of the map is kept: shapes and points, each with a way to throw it away.

use crate::engine::protocol::{POINTS, RemovePaper, SHAPES, SheetView, Undo};
use crate::lang::map as words;
use crate::ui::client::save;
use crate::ui::lang;
use crate::ui::parts::icon::icon;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

/// The list; nothing where nothing is kept.
pub(super) fn kept(sheet: &SheetView) -> AnyView {
    let damaged = (!sheet.damaged.is_empty()).then(|| {
        let names = sheet.damaged.join(", ");
        view! { <Notice tone=Tone::Warn title=words::damaged_title(lang())><p>{words::damaged_papers(lang(), names)}</p></Notice> }
    });
    let shapes = sheet.shapes.iter().map(|shape| row(SHAPES, &shape.key, &shape.title, &shape.about));
    let points = sheet.points.iter().map(|point| row(POINTS, &point.key, &point.name, &point.about));
    let rows: Vec<AnyView> = shapes.chain(points).collect();
    let list = (!rows.is_empty()).then(|| {
        view! {
            <details class="explain card screen-only">
                <summary>{words::kept(lang(), rows.len())}</summary>
                <ul class="plain stack-s">{rows}</ul>
            </details>
        }
    });
    let houses = (sheet.families > 0).then(|| words::houses_known(lang(), sheet.houses, sheet.families));
    view! { <p class="soft screen-only">{houses}</p>{damaged}{list} }.into_any()
}

fn row(kind: &'static str, key: &str, title: &str, about: &str) -> AnyView {
    let (key, title, about) = (key.to_owned(), title.to_owned(), about.to_owned());
    let label = words::remove(lang(), &title);
    let gone = title.clone();
    let remove = move |_| {
        let request = RemovePaper { kind: kind.to_owned(), key: key.clone() };
        let gone = words::removed(lang(), &gone);
        leptos::task::spawn_local(async move {
            match save(request).await {
                Ok(done) => toast_undo(gone, Callback::new(move |()| undo(done.act))),
                Err(error) => toast(error.message(lang()).1),
            }
        });
    };
    view! {
        <li class="map-kept">
            <span><b>{title}</b><small class="soft">{about}</small></span>
            <button type="button" class="button button-quiet button-square" aria-label=label on:click=remove>{icon("trash")}</button>
        </li>
    }
    .into_any()
}

/// Takes an act back.
pub(super) fn undo(act: crate::base::Id) {
    leptos::task::spawn_local(async move {
        if let Err(error) = save(Undo { act }).await {
            toast(error.message(lang()).1);
        }
    });
}
