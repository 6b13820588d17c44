//! One indicator, looked at closely: its value and ground, told apart by area, sex or age, at two dates, beside its target
//! and reference, and all that its metadata say.

use super::summary::chart_view;
use super::tables;
use super::when_where::WhenWhere;
use crate::base::Value;
use crate::engine::protocol::{By, GetIndicator, IndicatorView, MarkRow};
use crate::lang::{catalogue as words, shell, table_maker};
use crate::ui::asking::Asked;
use crate::ui::parts::button::Look;
use crate::ui::parts::chart::{Chart, picture_width};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::field::Field;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::tag::tag;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::DateField;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// Counts from 1 to below this are hidden from everybody (domain.md §13.4: no official threshold is known).
pub(super) const HIDE_BELOW: u8 = 5;

/// Keys and words of the ways to tell apart.
pub(super) const WAYS: [(&str, By, fn(crate::lang::Lang) -> &'static str); 5] = [
    ("rt", By::Rt, words::by_rt),
    ("rw", By::Rw, words::by_rw),
    ("dusun", By::Dusun, words::by_dusun),
    ("kelamin", By::Sex, words::by_sex),
    ("umur", By::Age, words::by_age),
];

pub(super) fn way(key: &str) -> By {
    WAYS.iter().find(|(known, ..)| *known == key).map_or(By::Rt, |(_, by, _)| *by)
}

/// For everybody or for the office, as a choice.
pub(super) fn for_whom(whom: RwSignal<String>) -> AnyView {
    let options = vec![
        ("umum".to_owned(), table_maker::for_all(lang()).to_owned()),
        ("kantor".to_owned(), table_maker::for_office(lang()).to_owned()),
    ];
    view! { <Segmented label=table_maker::for_whom(lang()) name="untuk" options chosen=whom/> }.into_any()
}

pub(super) fn hide_below(whom: RwSignal<String>) -> u8 {
    if whom.get() == "umum" { HIDE_BELOW } else { 0 }
}

/// The page.
pub fn IndicatorPage() -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let chosen = WhenWhere::new();
    let (by, whom) = (RwSignal::new("rt".to_owned()), RwSignal::new("umum".to_owned()));
    let other = RwSignal::new(Value::Missing);
    let asked = Asked::follow(move || {
        let other = if let Value::Date(date) = other.get() { Some(date) } else { None };
        Some(GetIndicator {
            look: chosen.look()?,
            id: id.get(),
            by: way(&by.get()),
            other,
            hide_below: hide_below(whom),
            width: picture_width(),
        })
    });
    let view = asked.answer;
    name_page(
        move || view.with(|view| view.as_ref().map_or_else(|| shell::look(lang()).into(), |view| view.group.clone())),
        move || {
            view.with(|view| view.as_ref().map_or_else(|| words::title(lang()).into(), |view| view.card.name.clone()))
        },
    );
    // The areas that there are: where the village has no RT, another way is taken.
    effect(move || {
        let ways = view.with(|view| view.as_ref().map(|view| view.ways.clone())).unwrap_or_default();
        let now = way(&by.get_untracked());
        if let (false, Some(first)) = (ways.contains(&now), ways.first())
            && let Some((key, ..)) = WAYS.iter().find(|(_, by, _)| by == first)
        {
            by.set((*key).to_owned());
        }
    });
    let ways = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.ways.clone())).unwrap_or_default());
    let options = Signal::derive(move || {
        let ways = ways.get();
        let known = WAYS.iter().filter(|(_, by, _)| ways.contains(by));
        known.map(|(key, _, label)| ((*key).to_owned(), label(lang()).to_owned())).collect::<Vec<_>>()
    });
    let any = Memo::new(move |_| ways.with(|ways| !ways.is_empty()));
    view! {
        <div class="stack">
            {chosen.fields()}
            {for_whom(whom)}
            {asked.trouble()}
            {follow(move || view.get().map_or_else(|| skeleton(6), |view| top(&view, chosen)))}
            {follow(move || any.get().then(|| view! {
                <section class="stack-s">
                    <h2>{words::compare(lang())}</h2>
                    <Picker id="menurut" label=words::compare_by(lang()) options chosen=by/>
                </section>
            }))}
            {follow(move || view.get().map(|view| apart(&view)))}
            {dates(view, other)}
            {follow(move || view.get().map(bottom))}
        </div>
    }
    .into_any()
}

/// The value, its ground, and what to think of it.
fn top(view: &IndicatorView, chosen: WhenWhere) -> AnyView {
    chosen.taken(view.at);
    let card = &view.card;
    let lines = [&card.of, &view.between, &card.missing, &card.caution].into_iter().filter(|line| !line.is_empty());
    let lines: Vec<_> = lines.map(|line| view! { <p>{line.clone()}</p> }.into_any()).collect();
    let unit = (!card.unit.is_empty()).then(|| view! { <span class="figure-unit">{card.unit.clone()}</span> });
    let value = (!card.value.is_empty())
        .then(|| view! { <p class="figure-value" role="status">{card.value.clone()}" "{unit}</p> }.into_any());
    let need = view.need.clone();
    let need = (!need.is_empty())
        .then(|| view! { <Notice tone=Tone::Info title=words::cannot(lang())><p>{need}</p></Notice> });
    let parts = view.parts.as_ref().map(tables::drawn);
    let hundred = view.hundred.clone().map(|reply| {
        let drawn = view! { <Chart chart=chart_view(reply)/> };
        view! { <details class="explain"><summary>{words::of_a_hundred(lang())}</summary>{drawn}</details> }.into_any()
    });
    let texts = [&card.help, &card.interpretation].into_iter().filter(|text| !text.is_empty());
    let texts: Vec<_> = texts.map(|text| view! { <p class="measure">{text.clone()}</p> }.into_any()).collect();
    view! {
        <section class="card stack-s">
            <h2>{card.name.clone()}</h2>
            {value}
            <div class="soft">{lines}</div>
            {need}
            {texts}
        </section>
        {hundred}
        {parts}
    }
    .into_any()
}

fn apart(view: &IndicatorView) -> AnyView {
    let remark = view.remark.clone();
    let remark = (!remark.is_empty())
        .then(|| view! { <Notice tone=Tone::Info title=words::no_comparison(lang())><p>{remark}</p></Notice> });
    let chart = view.chart.clone().map(|reply| view! { <Chart chart=chart_view(reply)/> });
    let table = view.table.as_ref().map(tables::drawn);
    view! { <div class="stack">{remark}{chart}{table}</div> }.into_any()
}

/// The other date, and both beside each other.
fn dates(view: RwSignal<Option<IndicatorView>>, other: RwSignal<Value>) -> AnyView {
    let single = Memo::new(move |_| {
        view.with(|view| view.as_ref().is_some_and(|view| view.parts.is_none() && view.need.is_empty()))
    });
    let field = move || {
        single.get().then(|| {
            let field = Field::new("tanggal-lain", words::other_date(lang())).on(other);
            view! {
                <section class="stack-s">
                    <h2>{words::two_dates(lang())}</h2>
                    <div class="when-where screen-only"><DateField field/></div>
                </section>
            }
        })
    };
    view! {
        {follow(field)}
        {follow(move || view.with(|view| view.as_ref().and_then(|view| view.dates.as_ref().map(tables::drawn))))}
    }
    .into_any()
}

/// Target and reference, then the metadata.
fn bottom(view: IndicatorView) -> AnyView {
    let single = view.parts.is_none() && view.need.is_empty();
    let marks: Vec<_> = view.targets.iter().map(mark).collect();
    let none = marks.is_empty().then(|| view! { <p class="soft">{words::no_marks_here(lang())}</p> });
    let href = link(&format!("/lihat/sasaran?indikator={}", view.card.id));
    let targets = single.then(|| {
        view! {
            <section class="stack-s">
                <h2>{words::targets(lang())}</h2>
                {none}
                {marks}
                <div class="buttons screen-only"><a class=Look::Outline.class() href=href>{words::set_mark(lang())}</a></div>
            </section>
        }
    });
    let rows: Vec<_> = view
        .metadata
        .into_iter()
        .map(|(heading, text)| view! { <dt>{heading}</dt><dd>{text}</dd> }.into_any())
        .collect();
    view! {
        <div class="stack">
            {targets}
            <details class="explain card table-card">
                <summary>{words::metadata(lang())}</summary>
                <dl class="terms">{rows}</dl>
            </details>
        </div>
    }
    .into_any()
}

/// A target or reference in a card.
pub(super) fn mark(row: &MarkRow) -> AnyView {
    let sort = if row.reference { words::reference(lang()) } else { words::target(lang()) };
    let tone = match row.reached {
        Some(true) => Tone::Ok,
        Some(false) => Tone::Warn,
        None => Tone::Plain,
    };
    view! {
        <div class="card stack-s mark">
            <p>{tag(tone, sort.to_owned())}" "<b>{row.value.clone()}</b></p>
            <p>{row.distance.clone()}</p>
            <p class="soft">{words::source(lang())}": "{row.source.clone()}</p>
        </div>
    }
    .into_any()
}
