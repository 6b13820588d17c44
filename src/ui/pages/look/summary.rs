//! The summary of a date and area: what the figures say, the pyramid, indicators by data group, more charts.

use super::indicator;
use super::when_where::WhenWhere;
use crate::engine::protocol::{ChartKind, ChartReply, DrawChart, GetSummary, SummaryView};
use crate::lang::{analyse as words, shell};
use crate::ui::asking::{latest, trouble};
use crate::ui::parts::button::Look;
use crate::ui::parts::chart::{Chart, ChartView, picture_width};
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::gradual::gradually;
use crate::ui::parts::live::follow;
use crate::ui::parts::picker::Picker;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// Charts beside the pyramid, by key.
const CHARTS: [(&str, ChartKind); 4] = [
    ("pendidikan", ChartKind::Education),
    ("pekerjaan", ChartKind::Work),
    ("cara-kb", ChartKind::Method),
    ("air-minum", ChartKind::Water),
];

/// The page.
pub fn SummaryPage() -> AnyView {
    let chosen = WhenWhere::new();
    let summary = RwSignal::new(None::<SummaryView>);
    let (problem, group) = (RwSignal::new(None), RwSignal::new(0));
    let title = move || summary.with(|now| now.as_ref().map_or(shell::look(lang()).into(), |now| now.finding.clone()));
    let above = move || {
        summary.with(|now| match now {
            Some(now) if !now.place.is_empty() => words::looking_at(lang(), &now.place),
            _ => shell::look(lang()).into(),
        })
    };
    name_page(above, title);
    latest(
        move || Some(GetSummary { look: chosen.look()?, width: picture_width() }),
        move |answer| match answer {
            Ok(view) => {
                chosen.taken(view.at);
                problem.set(None);
                summary.set(Some(view));
            }
            Err(error) => problem.set(Some(error)),
        },
    );
    let body = move || match summary.get() {
        None => skeleton(8),
        Some(view) if view.residents == 0 => nobody(&view),
        Some(view) => laid_out(view, chosen, group),
    };
    view! {
        <div class="stack">
            {chosen.fields()}
            {trouble(problem)}
            {follow(body)}
        </div>
    }
    .into_any()
}

fn nobody(view: &SummaryView) -> AnyView {
    let text = words::nobody_here(lang(), crate::lang::number::date(lang(), view.at));
    view! {
        <EmptyState icon="look" title=view.finding.clone() text=text>
            <a class="button" href=link("/kumpul/impor")>{words::import_list(lang())}</a>
        </EmptyState>
    }
    .into_any()
}

fn laid_out(view: SummaryView, chosen: WhenWhere, group: RwSignal<usize>) -> AnyView {
    let pyramid = ChartView { title: words::pyramid_title(lang()).to_owned(), ..chart_view(view.pyramid) };
    let pyramid = move || view! { <Chart chart=pyramid/> }.into_any();
    let groups = move || indicator::groups(view.groups, group);
    let more = move || {
        view! {
            <div class="buttons screen-only">
                <a class=Look::Outline.class() href=link("/lihat/tabel")>{words::all_tables(lang())}</a>
                <a class=Look::Outline.class() href=link("/lihat/indikator")>{crate::lang::catalogue::title(lang())}</a>
                <a class=Look::Outline.class() href=link("/lihat/peta")>{crate::lang::map::title(lang())}</a>
                <a class=Look::Outline.class() href=link("/lihat/waktu")>{crate::lang::time::look_over_time(lang())}</a>
                <a class=Look::Outline.class() href=link("/lihat/proyeksi")>{crate::lang::time::look_projection(lang())}</a>
                <a class=Look::Outline.class() href=link("/lihat/dokumen")>{crate::lang::document::title(lang())}</a>
            </div>
            {more_charts(chosen)}
        }
        .into_any()
    };
    view! {
        <div class="stack-l">
            <div>
                <p class="strong" role="status">{view.counted}</p>
                <p class="soft">{view.resident}</p>
            </div>
            {gradually(vec![Box::new(pyramid), Box::new(groups), Box::new(more)], 1, || ())}
        </div>
    }
    .into_any()
}

/// One more chart at a time, drawn when it is chosen.
fn more_charts(chosen: WhenWhere) -> AnyView {
    let kind = RwSignal::new(CHARTS[0].0.to_owned());
    let chart = RwSignal::new(None::<ChartReply>);
    latest(
        move || {
            let what = CHARTS.iter().find(|(name, _)| kind.with(|kind| kind == name))?.1;
            Some(DrawChart { what, look: chosen.look()?, width: picture_width() })
        },
        move |answer| chart.set(answer.ok()),
    );
    let labels = [words::education(lang()), words::work(lang()), words::method(lang()), words::water(lang())];
    let options: Vec<_> =
        CHARTS.iter().zip(labels).map(|((key, _), label)| ((*key).to_owned(), label.to_owned())).collect();
    view! {
        <section class="stack-s">
            <h2>{words::more_charts(lang())}</h2>
            <Picker id="grafik" label=words::chart_of(lang()) options=Signal::stored(options) chosen=kind/>
            {follow(move || chart.get().map(|reply| view! { <Chart chart=chart_view(reply)/> }))}
        </section>
    }
    .into_any()
}

pub(super) fn chart_view(reply: ChartReply) -> ChartView {
    let ChartReply { title, svg, paper, table, name } = reply;
    ChartView { title, svg, paper, table, name }
}
