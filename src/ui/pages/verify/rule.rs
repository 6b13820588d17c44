//! The findings of one rule, or of all: what the rule says, and a card for each finding, a page of them at a time.

use super::accept::{Asked, accept_dialog};
use super::filter::{ALL, area_key, area_of, of_query};
use super::finding_card::finding_card;
use crate::engine::protocol::{FindingFilter, FindingPage, FindingView, ListFindings, ListRules, RuleView};
use crate::lang::{findings as words, number, shell};
use crate::ui::client::{ask, follow_changes};
use crate::ui::lang;
use crate::ui::pages::collect::filter::{area_options, areas};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::live::follow;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// Cards on a page.
const PAGE: u32 = 25;

/// The page.
pub fn RulePage() -> AnyView {
    let (params, query) = (use_params_map(), use_query_map());
    let code = Memo::new(move |_| params.with(|params| params.get("rule").unwrap_or_default()));
    let rule = RwSignal::new(None::<RuleView>);
    Effect::new(move |_| {
        let (code, _) = (code.get(), lang());
        leptos::task::spawn_local(async move {
            if let Ok(rules) = ask(ListRules).await {
                _ = rule.try_set(rules.into_iter().find(|rule| rule.code == code));
            }
        });
    });
    name_page(
        || shell::verify(lang()).into(),
        move || match rule.get() {
            Some(rule) => rule.title,
            None if code.get() == ALL => words::all_findings(lang()).into(),
            None => shell::rule_title(lang()).into(),
        },
    );

    let start = query.with_untracked(|query| of_query(&code.get_untracked(), query));
    let area = RwSignal::new(area_key(&start.area));
    let kept = RwSignal::new("terbuka".to_owned());
    let from = RwSignal::new(0u32);
    let filter = Memo::new(move |_| FindingFilter {
        area: area_of(&area.get()),
        accepted: Some(kept.get() == "diterima"),
        ..query.with(|query| of_query(&code.get(), query))
    });
    let page = RwSignal::new(None::<FindingPage>);
    Effect::new(move |before: Option<FindingFilter>| {
        follow_changes();
        let filter = filter.get();
        if before.is_some_and(|before| before != filter) {
            from.set(0);
        }
        let (asked, from) = (filter.clone(), from.get());
        leptos::task::spawn_local(async move {
            if let Ok(answer) = ask(ListFindings { filter: asked, from, limit: PAGE }).await {
                _ = page.try_set(Some(answer));
            }
        });
        filter
    });

    let asked = RwSignal::new(None::<Asked>);
    let accept = Callback::new(move |finding: FindingView| asked.set(Some(Asked::One(Box::new(finding)))));
    let areas = areas();
    let options = Signal::derive(move || areas.with(|areas| area_options(areas)));
    let kinds = vec![
        ("terbuka".to_owned(), words::open(lang()).to_owned()),
        ("diterima".to_owned(), words::accepted(lang()).to_owned()),
    ];
    view! {
        <div class="stack">
            {follow(move || rule.get().map(explained))}
            <div class="finding-bar">
                <Segmented label=words::which(lang()) name="keadaan" options=kinds chosen=kept/>
                <Picker id="wilayah" label=crate::lang::collect::area(lang()) options chosen=area/>
            </div>
            {follow(move || many(rule, page, filter, asked))}
            {follow(move || match page.get() {
                None => skeleton(6),
                Some(page) => cards(page, code.get() == ALL, kept.get() == "diterima", from, accept),
            })}
            {accept_dialog(asked)}
        </div>
    }
    .into_any()
}

fn explained(rule: RuleView) -> AnyView {
    let fields = rule.fields.join(", ");
    let weighed = (!fields.is_empty()).then(|| view! { <p class="soft">{words::fields_weighed(lang(), fields)}</p> });
    view! { <div class="stack-s measure"><p>{rule.why}</p>{weighed}</div> }.into_any()
}

/// The button that accepts all, where the rule allows it and more than one is open.
fn many(
    rule: RwSignal<Option<RuleView>>,
    page: RwSignal<Option<FindingPage>>,
    filter: Memo<FindingFilter>,
    asked: RwSignal<Option<Asked>>,
) -> Option<AnyView> {
    let allowed = rule.with(|rule| rule.as_ref().is_some_and(|rule| rule.many_at_once));
    let total = page.with(|page| page.as_ref().map_or(0, |page| page.total));
    if !allowed || total < 2 || filter.with(|filter| filter.accepted != Some(false)) {
        return None;
    }
    let press = Callback::new(move |()| asked.set(Some(Asked::Many(filter.get_untracked(), total))));
    let text = words::accept_all(lang(), number::whole(lang(), total.into()));
    Some(view! { <div class="buttons"><Button text look=Look::Outline on_press=press/></div> }.into_any())
}

fn cards(
    page: FindingPage,
    titled: bool,
    accepted: bool,
    from: RwSignal<u32>,
    accept: Callback<FindingView>,
) -> AnyView {
    if page.total == 0 {
        let (title, text) = if accepted {
            (words::no_accepted(lang()), words::no_accepted_text(lang()))
        } else {
            (words::no_open(lang()), words::no_open_text(lang()))
        };
        return view! { <EmptyState icon="check" title text/> }.into_any();
    }
    let (first, shown, total) = (from.get_untracked(), page.rows.len() as u32, page.total);
    let whole = |n: u32| number::whole(lang(), n.into());
    let count = if total <= PAGE {
        words::found_n(lang(), whole(total))
    } else {
        words::shown_of(lang(), whole(first + 1), whole(first + shown), whole(total))
    };
    let step = |text: &'static str, to: Option<u32>| {
        let press = Callback::new(move |()| {
            if let Some(to) = to {
                from.set(to);
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        });
        view! { <Button text=text look=Look::Outline off=to.is_none() on_press=press/> }.into_any()
    };
    let steps = (total > PAGE).then(|| {
        let before = (first > 0).then(|| first.saturating_sub(PAGE));
        let after = (first + shown < total).then_some(first + shown);
        view! { <div class="buttons">{step(words::earlier(lang()), before)}{step(words::later(lang()), after)}</div> }
    });
    let items: Vec<_> = page
        .rows
        .into_iter()
        .map(|finding| view! { <li>{finding_card(finding, titled, accept)}</li> }.into_any())
        .collect();
    view! {
        <p class="soft" role="status">{count}</p>
        <ul class="plain findings">{items}</ul>
        {steps}
    }
    .into_any()
}
