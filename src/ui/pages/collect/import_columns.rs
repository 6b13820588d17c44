//! Second step of import: what each column means, and how its cells are to be read.

use super::import_flow::{Flow, picked, ticked};
use crate::base::codes::Edition;
use crate::base::date_text::Order;
use crate::engine::protocol::{Confidence, ImportColumn, ImportFile, Mapping, SKIP_COLUMN};
use crate::lang::{import_page as words, number};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::gradual::{Piece, gradually};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::tag::tag;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

/// Editions with the keys of their choice.
const EDITIONS: [(&str, Edition); 3] =
    [("opensid", Edition::OpenSid), ("pk", Edition::Pk21), ("regsosek", Edition::Regsosek)];
/// Keys of the order of dates.
const DAY_FIRST: &str = "hari";
/// See [`DAY_FIRST`].
const MONTH_FIRST: &str = "bulan";
/// Columns that a phone shows at first.
const FIRST_COLUMNS: usize = 3;

/// The step; built anew for each sheet.
pub fn view(flow: Flow) -> AnyView {
    let file = flow.file.get();
    let mapping = flow.mapping.get_untracked();
    let options = Signal::stored(targets(&file));
    let row = |(at, column): (usize, &ImportColumn)| -> Piece {
        let (column, offered) = (column.clone(), mapping.columns.get(at).cloned().flatten().unwrap_or_default());
        Box::new(move || column_row(flow, at, &column, offered, options))
    };
    let headed = file.columns.iter().enumerate().filter(|(_, column)| !column.heading.is_empty());
    let columns = gradually(headed.map(row).collect(), FIRST_COLUMNS, || ());
    let again = Callback::new(move |()| flow.start_again());
    let see = Callback::new(move |()| flow.make_plan());
    view! {
        {about(flow, &file)}
        <section class="card stack">
            <h2>{words::columns_title(lang())}</h2>
            <p class="soft">{words::columns_text(lang())}</p>
            <ul class="plain import-columns">{columns}</ul>
            {doubles(flow)}
        </section>
        {how(flow, &mapping)}
        <div class="buttons">
            <Button text=words::see_plan(lang()).to_owned() on_press=see/>
            <Button text=words::other_file(lang()).to_owned() look=Look::Quiet on_press=again/>
        </div>
    }
    .into_any()
}

/// The file, its sheets, and whether it came in before.
fn about(flow: Flow, file: &ImportFile) -> AnyView {
    let whole = |n: usize| number::whole(lang(), n as i64);
    let headed = file.columns.iter().filter(|column| !column.heading.is_empty()).count();
    let size = words::rows_and_columns(lang(), whole(file.n_rows as usize), whole(headed));
    let heading = words::heading_at(lang(), file.heading_row);
    let sheets = (file.sheets.len() > 1).then(|| {
        let options: Vec<_> = file.sheets.iter().map(|sheet| (sheet.clone(), sheet.clone())).collect();
        let chosen = picked(file.sheet.clone(), move |sheet| flow.choose_sheet(sheet));
        view! { <Picker id="lembar" label=words::sheet(lang()) options=Signal::stored(options) chosen/> }.into_any()
    });
    let before = file.applied_before.then(|| {
        view! {
            <Notice tone=Tone::Info title=words::before_title(lang())><p>{words::before_text(lang())}</p></Notice>
        }
    });
    view! {
        <section class="card stack-s">
            <h2 class="import-name">{file.name.clone()}</h2>
            <p class="soft">{size}" · "{heading}</p>
            {sheets}
        </section>
        {before}
    }
    .into_any()
}

/// Keys and names of what a column can fill.
fn targets(file: &ImportFile) -> Vec<(String, String)> {
    let first =
        [(String::new(), words::no_meaning(lang()).into()), (SKIP_COLUMN.into(), words::skip_column(lang()).into())];
    let targets = file.targets.iter().map(|target| {
        let label = if target.of_family { words::of_family(lang(), &target.label) } else { target.label.clone() };
        (target.key.clone(), label)
    });
    first.into_iter().chain(targets).collect()
}

fn column_row(
    flow: Flow,
    at: usize,
    column: &ImportColumn,
    offered: String,
    options: Signal<Vec<(String, String)>>,
) -> AnyView {
    let chosen = picked(offered.clone(), move |key| {
        flow.mapping.update(|mapping| {
            if let Some(column) = mapping.columns.get_mut(at) {
                *column = (!key.is_empty()).then_some(key);
            }
        });
    });
    let samples = if column.samples.is_empty() {
        words::no_samples(lang()).to_owned()
    } else {
        words::samples(lang(), column.samples.join(" · "))
    };
    let confidence = column.confidence;
    // What was chosen by hand needs no mark.
    let mark = move || {
        let key = chosen.get();
        let (tone, text) = match confidence {
            _ if key.is_empty() => (Tone::Warn, words::unknown(lang())),
            Some(Confidence::Alike) if key == offered => (Tone::Warn, words::alike(lang())),
            Some(Confidence::Remembered) if key == offered => (Tone::Ok, words::remembered(lang())),
            _ => return None,
        };
        Some(tag(tone, text))
    };
    view! {
        <li class="stack-s">
            <Picker id=format!("kolom-{at}") label=column.heading.clone() options chosen/>
            <p class="row-apart"><small class="soft import-samples">{samples}</small>{follow(mark)}</p>
        </li>
    }
    .into_any()
}

/// Says so where two columns have the same meaning.
fn doubles(flow: Flow) -> impl IntoView {
    move || {
        let labels = flow.file.with(|file| {
            let used = |mapping: &Mapping, key: &str| {
                mapping.columns.iter().filter(|column| column.as_deref() == Some(key)).count() > 1
            };
            let twice = flow.mapping.with(|mapping| {
                let targets = file.targets.iter().filter(|target| used(mapping, &target.key));
                targets.map(|target| target.label.clone()).collect::<Vec<_>>()
            });
            twice.join(", ")
        });
        (!labels.is_empty()).then(|| {
            view! { <Notice tone=Tone::Warn><p>{words::same_meaning(lang(), labels)}</p></Notice> }
        })
    }
}

/// Code numbers, dates, and empty cells.
fn how(flow: Flow, mapping: &Mapping) -> AnyView {
    let now = EDITIONS.iter().find(|(_, edition)| mapping.edition == Some(*edition)).map_or("", |(key, _)| key);
    let edition = picked(now.into(), move |key| {
        let chosen = EDITIONS.iter().find(|(name, _)| *name == key).map(|(_, edition)| *edition);
        flow.mapping.update(|mapping| mapping.edition = chosen);
    });
    let name = |edition| match edition {
        Edition::OpenSid => words::edition_opensid(lang()),
        Edition::Pk21 => words::edition_pk(lang()),
        Edition::Regsosek => words::edition_regsosek(lang()),
    };
    let none = (String::new(), words::edition_none(lang()).to_owned());
    let editions: Vec<_> = std::iter::once(none)
        .chain(EDITIONS.iter().map(|(key, edition)| (key.to_string(), name(*edition).to_owned())))
        .collect();
    let now = if mapping.date_order == Order::MonthFirst { MONTH_FIRST } else { DAY_FIRST };
    let order = picked(now.into(), move |key| {
        let order = if key == MONTH_FIRST { Order::MonthFirst } else { Order::DayFirst };
        flow.mapping.update(|mapping| mapping.date_order = order);
    });
    let orders = vec![
        (DAY_FIRST.to_owned(), words::day_first(lang()).to_owned()),
        (MONTH_FIRST.to_owned(), words::month_first(lang()).to_owned()),
    ];
    let fill_down = ticked(mapping.fill_down, move |on| flow.mapping.update(|mapping| mapping.fill_down = on));
    view! {
        <section class="card stack">
            <h2>{words::how_title(lang())}</h2>
            <Picker id="edisi" label=words::edition(lang()) options=Signal::stored(editions) chosen=edition/>
            <Segmented label=words::date_order(lang()) name="urutan" options=orders chosen=order/>
            <CheckRow text=words::fill_down(lang()) ticked=fill_down/>
        </section>
    }
    .into_any()
}
