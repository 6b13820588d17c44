//! What there is to check: how many findings, of which kind, where, and of whose collecting.

use super::filter::{ALL, address, area_of, tone};
use crate::base::CodeList;
use crate::base::codes::FamilyState;
use crate::base::region::Area;
use crate::engine::protocol::{FindingCounts, FindingFilter, FindingsOverview, FindingsSummary, RuleCount, Severity};
use crate::lang::{findings as words, number, shell};
use crate::ui::client::{ask, follow_changes};
use crate::ui::lang;
use crate::ui::pages::collect::filter::{area_options, areas};
use crate::ui::parts::button::Look;
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::figure::{Figure, figure_tile};
use crate::ui::parts::live::follow;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::progress::filled_bar;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::tag::tag;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The page.
pub fn FindingsPage() -> AnyView {
    name_page(String::new, || shell::verify(lang()).into());
    let (areas, area) = (areas(), RwSignal::new(String::new()));
    let by = RwSignal::new("jenis".to_owned());
    let overview = RwSignal::new(None::<FindingsOverview>);
    Effect::new(move |_| {
        follow_changes();
        let filter = FindingFilter { area: area_of(&area.get()), ..FindingFilter::default() };
        leptos::task::spawn_local(async move {
            if let Ok(answer) = ask(FindingsSummary { filter }).await {
                _ = overview.try_set(Some(answer));
            }
        });
    });
    let options = Signal::derive(move || areas.with(|areas| area_options(areas)));
    let views = vec![
        ("jenis".to_owned(), words::by_rule(lang()).to_owned()),
        ("wilayah".to_owned(), words::by_area(lang()).to_owned()),
        ("kader".to_owned(), words::by_kader(lang()).to_owned()),
    ];
    let body = move || match overview.get() {
        None => skeleton(6),
        Some(overview) if overview.n_families == 0 => view! {
            <EmptyState icon="verify" title=words::no_data(lang()) text=words::no_data_text(lang())/>
        }
        .into_any(),
        Some(overview) => {
            let chosen = area_of(&area.get());
            let lists = match by.get().as_str() {
                "wilayah" => by_area(&overview),
                "kader" => by_kader(&overview, &chosen),
                _ => by_rule(&overview, &chosen),
            };
            view! {
                <div class="stack">
                    {totals(&overview, &chosen)}
                    {states(&overview)}
                    {lists}
                </div>
            }
            .into_any()
        }
    };
    view! {
        <div class="stack">
            <div class="finding-bar">
                <Segmented label=words::by(lang()) name="menurut" options=views chosen=by/>
                <Picker id="wilayah" label=crate::lang::collect::area(lang()) options chosen=area/>
            </div>
            {follow(body)}
        </div>
    }
    .into_any()
}

fn whole(n: u32) -> String {
    number::whole(lang(), n.into())
}

fn totals(overview: &FindingsOverview, area: &Area) -> AnyView {
    let counts = overview.counts;
    let tile = |severity: Severity, label: &str, n: u32, of: &str| {
        let href = address(ALL, area, None, Some(severity));
        figure_tile(Figure { label: label.into(), value: whole(n), of: of.into(), href, ..Figure::default() })
    };
    let (clean, total) = (overview.n_without_errors, overview.n_families);
    view! {
        <div class="finding-counts">
            {tile(Severity::Error, words::open_errors(lang()), counts.errors, words::errors_of(lang()))}
            {tile(Severity::Warning, words::open_warnings(lang()), counts.warnings, words::warnings_of(lang()))}
            {tile(Severity::Info, words::open_infos(lang()), counts.infos, words::infos_of(lang()))}
        </div>
        <div class="stack-s">
            <p class="soft">{words::families_clean(lang(), whole(clean), whole(total))}</p>
            {filled_bar(clean, total)}
        </div>
    }
    .into_any()
}

fn states(overview: &FindingsOverview) -> AnyView {
    let chip = |(state, label, n): &(u8, String, u32)| {
        let state = FamilyState::from_number(*state).unwrap_or(FamilyState::Draft);
        tag(crate::ui::pages::collect::state_tone(state), format!("{label} {}", whole(*n)))
    };
    let chips: Vec<_> = overview.states.iter().map(chip).collect();
    view! { <p class="row" aria-label=words::states(lang())>{chips}</p> }.into_any()
}

fn by_rule(overview: &FindingsOverview, area: &Area) -> AnyView {
    if overview.rules.is_empty() {
        return view! { <EmptyState icon="check" title=words::nothing(lang()) text=words::nothing_text(lang())/> }
            .into_any();
    }
    let card = |rule: &RuleCount| {
        let accepted = || words::n_accepted(lang(), whole(rule.accepted));
        let line = if rule.accepted > 0 { accepted() } else { String::new() };
        let mark =
            if rule.open == 0 { (Tone::Ok, "✓".to_owned()) } else { (tone(rule.severity).0, whole(rule.open)) };
        step_card(Step {
            href: address(&rule.code, area, None, None),
            title: rule.title.clone(),
            line,
            tag: Some(mark),
            ..Step::default()
        })
    };
    let group = |severity: Severity, title: &'static str| {
        let rules: Vec<_> = overview.rules.iter().filter(|rule| rule.severity == severity).map(card).collect();
        (!rules.is_empty()).then(|| {
            view! {
                <section class="stack-s">
                    <h2>{title}</h2>
                    <div class="steps">{rules}</div>
                </section>
            }
            .into_any()
        })
    };
    view! {
        {group(Severity::Error, words::open_errors(lang()))}
        {group(Severity::Warning, words::open_warnings(lang()))}
        {group(Severity::Info, words::open_infos(lang()))}
        <div class="buttons">
            <a class=Look::Outline.class() href=address(ALL, area, None, None)>{words::see_all(lang())}</a>
        </div>
    }
    .into_any()
}

fn by_area(overview: &FindingsOverview) -> AnyView {
    let cards: Vec<_> = overview
        .areas
        .iter()
        .map(|row| counts_card(address(ALL, &row.area, None, None), row.label.clone(), &row.counts))
        .collect();
    view! { <div class="steps">{cards}</div> }.into_any()
}

fn by_kader(overview: &FindingsOverview, area: &Area) -> AnyView {
    let card = |row: &crate::engine::protocol::KaderCount| {
        let name = if row.name.is_empty() { words::no_kader(lang()).to_owned() } else { row.name.clone() };
        counts_card(address(ALL, area, Some(&row.name), None), name, &row.counts)
    };
    let cards: Vec<_> = overview.kaders.iter().map(card).collect();
    view! { <div class="steps">{cards}</div> }.into_any()
}

fn counts_card(href: String, title: String, counts: &FindingCounts) -> AnyView {
    let mark = match (counts.errors, counts.warnings + counts.infos) {
        (0, 0) => (Tone::Ok, "✓".to_owned()),
        (0, n) => (Tone::Warn, whole(n)),
        (n, _) => (Tone::Error, whole(n)),
    };
    let line = words::counts_line(lang(), whole(counts.errors), whole(counts.warnings), whole(counts.infos));
    step_card(Step { href, title, line, tag: Some(mark), ..Step::default() })
}
