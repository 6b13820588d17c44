//! Over time (lihat/waktu): series of any indicator, vital rates, pyramids of two dates, generations, snapshots. One view at a
//! time, chosen on top.

use super::compare::{for_whom, hide_below};
use super::series_parts::{answered, area_picker, chosen_area, said, shared_note};
use super::series_pyramid::pyramid;
use super::series_snapshots::snapshots;
use super::summary::chart_view;
use crate::engine::protocol::{GetGenerations, GetSeries, GetVital, SeriesChoices, VitalView};
use crate::lang::{analyse, shell, time as words};
use crate::ui::lang;
use crate::ui::pages::collect::filter::areas;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::chart::{Chart, picture_width};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;
use std::cell::Cell;

type Text = fn(crate::lang::Lang) -> &'static str;

/// The views: words, view.
const VIEWS: [(Text, fn() -> AnyView); 5] = [
    (words::tab_series, series),
    (words::tab_vital, vital),
    (words::tab_pyramid, pyramid),
    (words::tab_generations, generations),
    (words::tab_snapshots, snapshots),
];

thread_local! {
    /// The view that was open last.
    static LAST: Cell<usize> = const { Cell::new(0) };
}

/// The page.
pub fn SeriesPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::title(lang()).into());
    let open = RwSignal::new(LAST.get());
    let chips: Vec<_> = VIEWS
        .iter()
        .enumerate()
        .map(|(i, (label, _))| {
            let pressed = held(move || if open.get() == i { "true" } else { "false" });
            let press = move |_| {
                LAST.set(i);
                open.set(i);
            };
            view! { <button type="button" class="chip" aria-pressed=pressed on:click=press>{label(lang())}</button> }
                .into_any()
        })
        .collect();
    view! {
        <div class="stack">
            <p class="soft">{words::intro(lang())}</p>
            <div class="row screen-only" role="group" aria-label=words::what_to_see(lang())>{chips}</div>
            {follow(move || {
                let view = VIEWS[open.get()].1;
                untrack(view)
            })}
        </div>
    }
    .into_any()
}

/// Choices of a number of years.
pub(super) fn years(choices: &[u8]) -> Signal<Vec<(String, String)>> {
    Signal::stored(choices.iter().map(|n| (n.to_string(), words::n_years(lang(), n))).collect())
}

fn series() -> AnyView {
    let choices = answered(
        || Some(SeriesChoices),
        |choices| {
            let options: Vec<_> = choices.iter().map(|choice| (choice.id.clone(), choice.label.clone())).collect();
            chosen_series(options)
        },
    );
    view! { <div class="stack">{choices}</div> }.into_any()
}

fn chosen_series(options: Vec<(String, String)>) -> AnyView {
    let (id, back) = (RwSignal::new("pop-total".to_owned()), RwSignal::new("5".to_owned()));
    let (drawn, area) = (RwSignal::new("satu".to_owned()), RwSignal::new(String::new()));
    let areas = areas();
    let drawings = vec![
        ("satu".to_owned(), words::one_line(lang()).to_owned()),
        ("rt".to_owned(), words::by_area(lang()).to_owned()),
    ];
    let question = move || {
        Some(GetSeries {
            id: id.get(),
            area: chosen_area(areas, area)?,
            years: back.get().parse().unwrap_or(5),
            by_area: drawn.get() == "rt",
            width: picture_width(),
        })
    };
    view! {
        <div class="stack">
            <div class="maker screen-only">
                <Picker id="angka" label=words::indicator(lang()) options=Signal::stored(options) chosen=id/>
                {area_picker("wilayah-garis", analyse::place_heading(lang()), areas, area)}
                <Picker id="gambar" label=words::drawn_by(lang()) options=Signal::stored(drawings) chosen=drawn/>
                <Picker id="mundur" label=words::years_back(lang()) options=years(&[3, 5, 10, 20]) chosen=back/>
            </div>
            {answered(question, |view| {
                view! {
                    <div class="stack">
                        <Chart chart=chart_view(view.chart.clone())/>
                        {said(&view.said)}
                    </div>
                }
                .into_any()
            })}
        </div>
    }
    .into_any()
}

fn vital() -> AnyView {
    let over = RwSignal::new("0".to_owned());
    let question = move || Some(GetVital { at: None, years: over.get().parse().unwrap_or(0) });
    let choices = move || {
        let first = ("0".to_owned(), words::enough_years(lang()).to_owned());
        std::iter::once(first).chain(years(&[3, 4, 5]).get()).collect::<Vec<_>>()
    };
    view! {
        <div class="stack">
            <p class="soft">{words::vital_intro(lang())}</p>
            <div class="maker screen-only">
                <Picker id="rata-rata" label=words::average_of(lang()) options=Signal::stored(choices()) chosen=over/>
            </div>
            {answered(question, vital_view)}
        </div>
    }
    .into_any()
}

fn vital_view(view: &VitalView) -> AnyView {
    let lines: Vec<_> = view.said.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any()).collect();
    let cautions: Vec<_> = view.cautions.iter().map(|line| view! { <p>{line.clone()}</p> }.into_any()).collect();
    let (name, csv) = (format!("{}.csv", view.rates.id), view.rates.to_csv());
    let save = Callback::new(move |()| {
        download(&OutFile { name: name.clone(), mime: "text/csv", content: csv.clone().into() });
    });
    view! {
        <div class="stack">
            <section class="card stack-s">
                <h2>{view.title.clone()}</h2>
                <ul class="stack-s figures">{lines}</ul>
            </section>
            <Notice tone=Tone::Warn>{cautions}</Notice>
            {data_table(&view.rates)}
            <div class="buttons screen-only">
                <Button text=analyse::download_csv(lang()) look=Look::Quiet icon="download" on_press=save/>
            </div>
            {data_table(&view.yearly)}
        </div>
    }
    .into_any()
}

fn generations() -> AnyView {
    let (back, area, areas) = (RwSignal::new("5".to_owned()), RwSignal::new(String::new()), areas());
    let whom = RwSignal::new("umum".to_owned());
    let question = move || {
        let (area, years) = (chosen_area(areas, area)?, back.get().parse().unwrap_or(5));
        Some(GetGenerations { area, years, hide_below: hide_below(whom), width: picture_width() })
    };
    view! {
        <div class="stack">
            <p class="soft">{words::generations_intro(lang())}</p>
            <div class="screen-only">{for_whom(whom)}</div>
            <div class="maker screen-only">
                {area_picker("wilayah-angkatan", analyse::place_heading(lang()), areas, area)}
                <Picker id="mundur" label=words::years_back(lang()) options=years(&[3, 5, 10, 20]) chosen=back/>
            </div>
            {answered(question, |reply| {
                view! {
                    <div class="stack">
                        <Chart chart=chart_view(reply.clone())/>
                        {said(std::slice::from_ref(&reply.table.note.remark))}
                    </div>
                }
                .into_any()
            })}
            {shared_note(whom)}
        </div>
    }
    .into_any()
}
