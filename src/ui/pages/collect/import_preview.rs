//! Third step of import: what would happen, what was found, and what to do about it.

use super::import_flow::{Flow, ticked};
use super::{import_list, import_values};
use crate::engine::protocol::{Counts, ImportFinding, ImportOptions, ImportPlan, Severity};
use crate::lang::{import_page as words, number};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::figure::{Figure, figure_tile};
use crate::ui::parts::gradual::{Piece, gradually};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::tag::tag;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

/// The step; built anew for each plan.
pub fn view(flow: Flow) -> AnyView {
    let plan = flow.plan.get();
    let can_apply = plan.can_apply;
    let of_plan = |part: fn(Flow, &ImportPlan) -> AnyView| -> Piece {
        let plan = plan.clone();
        Box::new(move || part(flow, &plan))
    };
    let parts = vec![
        of_plan(|_, plan| view! { {tiles(&plan.counts)}{problems(plan)} }.into_any()),
        of_plan(|flow, plan| import_values::view(flow, plan).into_any()),
        of_plan(|_, plan| findings(plan).into_any()),
        of_plan(|flow, _| choices(flow)),
        of_plan(|flow, plan| left_out(flow, plan.counts.n_left_out).into_any()),
        of_plan(|flow, _| import_list::view(flow).into_any()),
    ];
    let columns = Callback::new(move |()| flow.stage.set(super::import_flow::Stage::Columns));
    let again = Callback::new(move |()| flow.start_again());
    view! {
        <h2>{words::plan_title(lang())}</h2>
        {gradually(parts, 1, || ())}
        <div class="import-bar stack-s">
            {decide(flow, can_apply)}
            <div class="buttons">
                <Button text=words::change_columns(lang()).to_owned() look=Look::Quiet on_press=columns/>
                <Button text=words::other_file(lang()).to_owned() look=Look::Quiet on_press=again/>
            </div>
        </div>
    }
    .into_any()
}

/// How many of what.
pub fn tiles(counts: &Counts) -> AnyView {
    let whole = |n: u32| number::whole(lang(), i64::from(n));
    let tile = |label: &str, n: u32, of: String| {
        figure_tile(Figure { label: label.into(), value: whole(n), of, ..Figure::default() })
    };
    let rows = words::of_rows(lang(), whole(counts.n_rows));
    let mut new = words::families_new(lang(), whole(counts.n_families_new));
    if counts.n_persons_new_gone > 0 {
        new = format!("{new}; {}", words::of_them_gone(lang(), whole(counts.n_persons_new_gone)));
    }
    let changed = words::families_changed(lang(), whole(counts.n_families_changed));
    view! {
        <div class="tiles">
            {tile(words::persons_new(lang()), counts.n_persons_new, new)}
            {tile(words::persons_changed(lang()), counts.n_persons_changed, changed)}
            {tile(words::persons_same(lang()), counts.n_persons_same, rows.clone())}
            {tile(words::left_out(lang()), counts.n_left_out, rows)}
        </div>
    }
    .into_any()
}

/// The tone of a finding.
pub fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Info => Tone::Info,
        Severity::Warning => Tone::Warn,
        Severity::Error => Tone::Error,
    }
}

/// What was found about the file as a whole, what stands in the way first.
fn problems(plan: &ImportPlan) -> AnyView {
    let line = |finding: &ImportFinding| view! { <li>{finding.message.clone()}</li> }.into_any();
    let part = |title: &'static str, tone: Tone, stops: bool| {
        let found: Vec<_> =
            plan.problems.iter().filter(|found| (found.severity == Severity::Error) == stops).map(line).collect();
        (!found.is_empty()).then(|| view! { <Notice tone title=title><ul class="plain stack-s">{found}</ul></Notice> })
    };
    view! {
        {part(words::blocks(lang()), Tone::Error, true)}
        {part(words::about_file(lang()), Tone::Warn, false)}
    }
    .into_any()
}

/// Findings in rows by code, with one of each.
fn findings(plan: &ImportPlan) -> Option<AnyView> {
    let rows: Vec<_> = plan
        .by_code
        .iter()
        .map(|found| {
            let n = words::n_times(lang(), number::whole(lang(), i64::from(found.n)));
            view! { <li class="import-finding">{tag(tone(found.severity), n)}<span>{found.example.message.clone()}</span></li> }
                .into_any()
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card stack-s">
                <h2>{words::findings_title(lang())}</h2>
                <ul class="plain stack-s">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn choices(flow: Flow) -> AnyView {
    let now = flow.options.get_untracked();
    let choice = |text: &'static str, now: bool, write: fn(&mut ImportOptions, bool)| {
        let ticked = ticked(now, move |on| flow.options.update(|options| write(options, on)));
        view! { <CheckRow text ticked/> }.into_any()
    };
    view! {
        <section class="card stack-s">
            <h2>{words::options_title(lang())}</h2>
            {choice(words::update(lang()), now.update, |options, on| options.update = on)}
            {choice(words::take_incomplete(lang()), now.take_incomplete, |options, on| options.take_incomplete = on)}
            {choice(words::whole_families(lang()), now.whole_families, |options, on| options.whole_families = on)}
        </section>
    }
    .into_any()
}

/// The rows that are left out, to take along.
pub fn left_out(flow: Flow, n: u32) -> Option<AnyView> {
    (n > 0).then(|| {
        let workbook = Callback::new(move |()| flow.save_left_out(true));
        let text = Callback::new(move |()| flow.save_left_out(false));
        view! {
            <section class="card stack-s">
                <p>{words::errors_stay_out(lang())}</p>
                <div class="buttons">
                    <Button text=words::download_xlsx(lang()).to_owned() look=Look::Outline on_press=workbook/>
                    <Button text=words::download_csv(lang()).to_owned() look=Look::Quiet on_press=text/>
                </div>
            </section>
        }
        .into_any()
    })
}

/// Carries out, or makes the plan again where choices have changed since.
fn decide(flow: Flow, can_apply: bool) -> AnyView {
    let outdated = Memo::new(move |_| flow.outdated());
    let apply = Callback::new(move |()| flow.apply());
    let again = Callback::new(move |()| flow.make_plan());
    let part = move || {
        if outdated.get() {
            return view! {
                <p class="strong" role="status">{words::choices_changed(lang())}</p>
                <Button text=words::plan_again(lang()).to_owned() on_press=again/>
            }
            .into_any();
        }
        let why = (!can_apply).then(|| view! { <p class="soft">{words::cannot_apply(lang())}</p> });
        view! {
            {why}
            <Button text=words::apply(lang()).to_owned() on_press=apply off=!can_apply/>
        }
        .into_any()
    };
    view! { <div class="stack-s">{follow(part)}</div> }.into_any()
}
