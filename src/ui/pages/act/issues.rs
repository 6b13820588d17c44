//! What stands out in the village, each beside what it is compared to, and the ways to the target lists.

use super::composed::composed_lists;
use crate::engine::EngineError;
use crate::engine::protocol::{GetTargets, IssueView, Issues, IssuesView, TargetHead, TargetsView};
use crate::lang::{act as words, number, shell};
use crate::ui::client::{ask, follow_changes};
use crate::ui::pages::collect::filter::{area_of, area_options, areas};
use crate::ui::parts::button::Look;
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

type Answer = Result<(TargetsView, IssuesView), EngineError>;

/// The page.
pub fn IssuesPage() -> AnyView {
    name_page(String::new, || shell::act(lang()).into());
    let (areas, area) = (areas(), RwSignal::new(String::new()));
    let answer = RwSignal::new(None::<Answer>);
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
            let both = async {
                let targets = ask(GetTargets { area: here.clone() }).await?;
                Ok((targets, ask(Issues { area: here }).await?))
            };
            let both = both.await;
            if round.try_get_value() == this {
                answer.set(Some(both));
            }
        });
    });
    let options = Signal::derive(move || areas.with(|areas| area_options(areas)));
    let body = move || match answer.get() {
        None => skeleton(8),
        Some(Err(error)) => trouble(&error),
        Some(Ok((targets, issues))) => shown(targets, issues),
    };
    view! {
        <div class="stack">
            <div class="finding-bar screen-only">
                <Picker id="wilayah" label=crate::lang::collect::area(lang()) options chosen=area/>
            </div>
            {follow(body)}
        </div>
    }
    .into_any()
}

/// An error in the flow of the page.
pub(super) fn trouble(error: &EngineError) -> AnyView {
    let (title, text) = error.message(lang());
    view! { <Notice tone=Tone::Error title=title><p>{text}</p></Notice> }.into_any()
}

fn shown(targets: TargetsView, issues: IssuesView) -> AnyView {
    let lists: Vec<_> = targets.lists.into_iter().map(list_card).collect();
    let body = if issues.issues.is_empty() {
        view! { <EmptyState icon="act" title=words::no_issues(lang()) text=words::no_issues_text(lang())/> }.into_any()
    } else {
        let cards: Vec<_> =
            issues.issues.into_iter().map(|issue| view! { <li>{issue_card(issue)}</li> }.into_any()).collect();
        view! {
            <p class="soft measure">{words::issues_text(lang())}</p>
            <ol class="plain findings">{cards}</ol>
        }
        .into_any()
    };
    view! {
        <div class="stack-l">
            <p class="soft">{crate::lang::present::as_of(lang(), number::date(lang(), targets.at))}</p>
            <section class="stack-s">
                <h2>{words::lists(lang())}</h2>
                <div class="steps">{lists}</div>
            </section>
            {composed_lists()}
            {ways()}
            <section class="stack-s">
                <h2>{words::issues(lang())}</h2>
                {body}
            </section>
        </div>
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

fn issue_card(issue: IssueView) -> AnyView {
    let way = (!issue.list.is_empty()).then(|| {
        let href = link(&format!("/guna/{}", issue.list));
        view! { <div class="buttons"><a class=Look::Outline.class() href=href>{words::open_list(lang())}</a></div> }
    });
    let lines = [issue.concerned, issue.missing].into_iter().filter(|line| !line.is_empty());
    let lines: Vec<_> = lines.map(|line| view! { <p>{line}</p> }.into_any()).collect();
    view! {
        <article class="card stack-s issue">
            <h3>{issue.title}</h3>
            <p><b class="issue-value">{issue.value}</b>" "<span class="soft">{issue.of}</span></p>
            <p>{issue.compared}<small class="soft issue-source">{issue.source}</small></p>
            <p class="soft">{issue.help}</p>
            {lines}
            <p>
                <b>{words::advice(lang())}": "</b>
                {issue.advice}
                <small class="soft issue-source">{issue.advice_source}</small>
            </p>
            {way}
        </article>
    }
    .into_any()
}
