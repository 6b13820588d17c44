//! Indicators of a data group by area, shaded: what stands out where.

use super::compare::{WAYS, for_whom, hide_below, way};
use super::summary::chart_view;
use super::when_where::WhenWhere;
use crate::engine::protocol::{ChartReply, HeatPicture, HeatRow, HeatTable, HeatView};
use crate::lang::{analyse, catalogue as words, shell};
use crate::ui::asking::Asked;
use crate::ui::client::ask;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::chart::saving_dialog;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::picker::Picker;
use crate::ui::parts::toast::toast;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The page.
pub fn HeatPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::heat(lang()).into());
    let chosen = WhenWhere::new();
    let (group, by) = (RwSignal::new("6".to_owned()), RwSignal::new("rt".to_owned()));
    let whom = RwSignal::new("umum".to_owned());
    let question = move || {
        Some(HeatTable {
            look: chosen.look()?,
            by: way(&by.get()),
            group: group.get().parse().unwrap_or(0),
            hide_below: hide_below(whom),
        })
    };
    let asked = Asked::follow(question);
    let groups = words::groups(lang()).into_iter().enumerate();
    let groups: Vec<_> = groups.map(|(at, name)| (at.to_string(), name.to_owned())).collect();
    let ways: Vec<_> = WAYS[..3].iter().map(|(key, _, label)| ((*key).to_owned(), label(lang()).to_owned())).collect();
    let body = move || match asked.answer.get() {
        None => skeleton(8),
        Some(view) => laid_out(view, chosen),
    };
    // The picture is drawn when it is asked for: of a large village it is long.
    let (picture, busy) = (RwSignal::new(None::<ChartReply>), RwSignal::new(false));
    let draw = Callback::new(move |()| {
        let Some(of) = untrack(question) else { return };
        busy.set(true);
        leptos::task::spawn_local(async move {
            match ask(HeatPicture { of }).await {
                Ok(reply) => _ = picture.try_set(Some(reply)),
                Err(error) => toast(error.message(lang()).1),
            }
            _ = busy.try_set(false);
        });
    });
    let dialog = move || {
        let chart = StoredValue::new(chart_view(picture.get()?));
        Some(saving_dialog(chart, RwSignal::new(true)))
    };
    let any = move || asked.answer.with(|view| view.as_ref().is_some_and(|view| !view.rows.is_empty()));
    view! {
        <div class="stack">
            <p class="soft measure">{words::heat_lead(lang())}</p>
            {chosen.fields()}
            <div class="maker screen-only">
                <Picker id="kelompok" label=words::data_group(lang()) options=Signal::stored(groups) chosen=group/>
                <Picker id="menurut" label=words::compare_by(lang()) options=Signal::stored(ways) chosen=by/>
            </div>
            {for_whom(whom)}
            {asked.trouble()}
            {follow(body)}
            <div class="buttons screen-only" hidden=held(move || !any())>
                <Button text=shell::save_picture(lang()) look=Look::Outline busy on_press=draw/>
            </div>
            {follow(dialog)}
        </div>
    }
    .into_any()
}

fn laid_out(view: HeatView, chosen: WhenWhere) -> AnyView {
    chosen.taken(view.at);
    if view.areas.is_empty() || view.rows.is_empty() {
        return view! { <p class="soft" role="status">{words::no_areas(lang())}</p> }.into_any();
    }
    let head: Vec<_> = view.areas.iter().map(|area| view! { <th scope="col">{area.clone()}</th> }.into_any()).collect();
    let rows: Vec<_> = view.rows.into_iter().map(row).collect();
    let title = view.table.title.clone();
    let (heading, region) = (title.clone(), title.clone());
    let note: Vec<_> =
        view.table.note.lines(lang()).into_iter().map(|line| view! { <span>{line}</span> }.into_any()).collect();
    let (name, csv) = (format!("{}-{}.csv", view.table.id, view.table.note.at), view.table.to_csv());
    let save = Callback::new(move |()| {
        download(&OutFile { name: name.clone(), mime: "text/csv", content: csv.clone().into() });
    });
    view! {
        <figure class="table">
            <figcaption class="table-title">{heading}</figcaption>
            <div class="scroll" role="region" tabindex="0" aria-label=region>
                <table class="heat" aria-label=title>
                    <thead><tr><th scope="col">{analyse::indicator(lang())}</th><th scope="col">{words::whole(lang())}</th>{head}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="table-note">{note}</p>
            <div class="buttons screen-only">
                <Button text=analyse::download_csv(lang()) look=Look::Quiet icon="download" on_press=save/>
            </div>
        </figure>
    }
    .into_any()
}

fn row(row: HeatRow) -> AnyView {
    let cells: Vec<_> = row
        .cells
        .into_iter()
        .map(|cell| view! { <td class=format!("heat-{}", cell.shade)>{cell.text}</td> }.into_any())
        .collect();
    view! {
        <tr>
            <th scope="row"><a href=link(&format!("/lihat/indikator/{}", row.id))>{row.name}</a></th>
            <td class="number">{row.whole}</td>
            {cells}
        </tr>
    }
    .into_any()
}
