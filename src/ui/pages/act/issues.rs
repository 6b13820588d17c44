//! The target lists and the ways to what grows on them, and the first of the priority issues with their reasoning.

use super::composed::composed_lists;
use super::ranking::reasoning;
use crate::engine::EngineError;
use crate::engine::protocol::{GetTargets, RankIssues, RankedView, TargetHead, TargetsView};
use crate::lang::{act as words, number, shell};
use crate::ui::asking::refused;
use crate::ui::client::{ask, follow_changes};
use crate::ui::pages::collect::filter::{area_of, area_options, areas};
use crate::ui::parts::button::Look;
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::live::follow;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// So many issues are shown here; all of them have a page of their own.
const FIRST: usize = 3;

/// The page.
pub fn IssuesPage() -> AnyView {
    name_page(String::new, || shell::act(lang()).into());
    let (areas, area) = (areas(), RwSignal::new(String::new()));
    let answer = RwSignal::new(None::<Result<TargetsView, EngineError>>);
    let round = StoredValue::new(0u32);
    Effect::new(move |_| {
        follow_changes();
        _ = lang();
        let here = areas.with(|areas| area_of(areas, &area.get()));
        let this = round.try_update_value(|round| {
            *round += 1;
            *round
        });
        leptos::task::spawn_local(async move {
            let targets = ask(GetTargets { area: here }).await;
            if round.try_get_value() == this {
                answer.set(Some(targets));
            }
        });
    });
    let options = Signal::derive(move || areas.with(|areas| area_options(areas)));
    let body = move || match answer.get() {
        None => skeleton(8),
        Some(Err(error)) => refused(&error),
        Some(Ok(targets)) => shown(targets),
    };
    view! {
        <div class="stack-l">
            <div class="stack">
                <div class="finding-bar screen-only">
                    <Picker id="wilayah" label=crate::lang::collect::area(lang()) options chosen=area/>
                </div>
                {follow(body)}
            </div>
            {composed_lists()}
            {ways()}
            {first_issues()}
        </div>
    }
    .into_any()
}

fn shown(targets: TargetsView) -> AnyView {
    let lists: Vec<_> = targets.lists.into_iter().map(list_card).collect();
    view! {
        <div class="stack-l">
            <p class="soft">{crate::lang::present::as_of(lang(), number::date(lang(), targets.at))}</p>
            <section class="stack-s">
                <h2>{words::lists(lang())}</h2>
                <div class="steps">{lists}</div>
            </section>
        </div>
    }
    .into_any()
}

/// The first issues of the village.
fn first_issues() -> AnyView {
    let view = RwSignal::new(None::<Result<RankedView, EngineError>>);
    Effect::new(move |_| {
        follow_changes();
        _ = lang();
        leptos::task::spawn_local(async move { _ = view.try_set(Some(ask(RankIssues).await)) });
    });
    let body = move || match view.get() {
        None => skeleton(4),
        Some(Err(error)) => refused(&error),
        Some(Ok(view)) if view.issues.is_empty() => {
            let title = crate::lang::ranking::none(lang());
            view! { <EmptyState icon="act" title=title text=crate::lang::ranking::none_text(lang())/> }.into_any()
        }
        Some(Ok(view)) => {
            let cards = view.issues.into_iter().take(FIRST).map(|row| {
                view! { <li><article class="card stack-s issue"><h3>{row.title.clone()}</h3>{reasoning(&row)}</article></li> }
                    .into_any()
            });
            let href = link("/guna/isu");
            view! {
                <ol class="plain findings">{cards.collect::<Vec<_>>()}</ol>
                <div class="buttons screen-only"><a class=Look::Outline.class() href=href>{words::all_issues(lang())}</a></div>
            }
            .into_any()
        }
    };
    view! {
        <section class="stack-s">
            <h2>{words::issues(lang())}</h2>
            {follow(body)}
        </section>
    }
    .into_any()
}

/// What grows on lists.
fn ways() -> AnyView {
    let way = |path: &str, icon: &'static str, title: &str| {
        step_card(Step { href: link(path), icon, title: title.to_owned(), line: String::new(), tag: None })
    };
    view! {
        <div class="steps screen-only">
            {way("/guna/isu", "look", crate::lang::ranking::title(lang()))}
            {way("/guna/program", "act", crate::lang::intervention::title(lang()))}
            {way("/guna/penerima", "verify", crate::lang::reach::title(lang()))}
            {way("/guna/keluaran", "file", crate::lang::output::log(lang()))}
        </div>
    }
    .into_any()
}

fn list_card(head: TargetHead) -> AnyView {
    let mark = if head.count == head.helped && head.universe > 0 { Tone::Ok } else { Tone::Plain };
    step_card(Step {
        href: link(&format!("/guna/{}", head.list)),
        icon: "act",
        title: head.title,
        line: format!("{} ({})", head.part, head.share),
        tag: Some((mark, number::whole(lang(), head.count.into()))),
    })
}
