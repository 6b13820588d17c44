//! The families of the plan with their rows, a page after the other.

use super::import_flow::Flow;
use super::import_preview::tone;
use crate::engine::protocol::{
    ImportChange, ImportFamilyView, ImportFinding, ImportRowView, ImportShow, ListImport, Outcome,
};
use crate::lang::{import_page as words, number};
use crate::ui::client::ask;
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::live::follow;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::tag::tag;
use crate::ui::parts::tone::Tone;
use leptos::prelude::*;

/// Families that are asked for at once.
const PAGE: u32 = 10;
/// Keys of what can be shown.
const SHOWS: [(&str, ImportShow); 5] = [
    ("semua", ImportShow::All),
    ("baru", ImportShow::New),
    ("berubah", ImportShow::Update),
    ("tidak", ImportShow::LeftOut),
    ("catatan", ImportShow::WithFindings),
];

/// What was fetched so far.
#[derive(Clone, Default)]
struct Fetched {
    total: Option<u32>,
    families: Vec<ImportFamilyView>,
}

/// The list.
pub fn view(flow: Flow) -> AnyView {
    let chosen = RwSignal::new(SHOWS[0].0.to_owned());
    let fetched = RwSignal::new(Fetched::default());
    let busy = RwSignal::new(false);
    Effect::new(move |_| {
        chosen.track();
        fetched.set(Fetched::default());
        fetch(chosen, fetched, busy);
    });
    let label = |show| match show {
        ImportShow::All => words::all(lang()),
        ImportShow::New => words::new(lang()),
        ImportShow::Update => words::changed(lang()),
        ImportShow::LeftOut => words::left_out(lang()),
        ImportShow::WithFindings => words::with_findings(lang()),
    };
    let options = SHOWS.iter().map(|(key, show)| (key.to_string(), label(*show).to_owned())).collect();
    let count = move || {
        fetched.with(|fetched| {
            let whole = |n: u32| number::whole(lang(), i64::from(n));
            match fetched.total {
                Some(0) => words::none_match(lang()).to_owned(),
                Some(total) => words::shown_of(lang(), whole(fetched.families.len() as u32), whole(total)),
                None => String::new(),
            }
        })
    };
    // The first row's number stands for the family: a family that is shown already stays as it is, opened or not.
    let families = move || fetched.with(|fetched| fetched.families.clone());
    let more = move || {
        let rest = fetched.with(|fetched| fetched.total.is_some_and(|total| total > fetched.families.len() as u32));
        rest.then(|| {
            let press = Callback::new(move |()| fetch(chosen, fetched, busy));
            view! { <Button text=words::load_more(lang()).to_owned() look=Look::Outline on_press=press busy/> }
        })
    };
    view! {
        <section class="stack-s">
            <h2>{words::families_title(lang())}</h2>
            <Segmented label=words::show(lang()) name="tampilkan" options chosen/>
            <p class="soft" role="status">{follow(count)}</p>
            <ul class="plain stack-s">
                <For each=families key=first_row children=move |family| family_card(flow, &family)/>
            </ul>
            {follow(more)}
        </section>
    }
    .into_any()
}

fn first_row(family: &ImportFamilyView) -> (u32, String) {
    (family.rows.first().map_or(0, |row| row.row), family.kk.clone())
}

/// Asks for the next page; an answer to an earlier choice is dropped.
fn fetch(chosen: RwSignal<String>, fetched: RwSignal<Fetched>, busy: RwSignal<bool>) {
    let key = chosen.get_untracked();
    let show = SHOWS.iter().find(|(name, _)| *name == key).map_or(ImportShow::All, |(_, show)| *show);
    let from = fetched.with_untracked(|fetched| fetched.families.len() as u32);
    busy.set(true);
    leptos::task::spawn_local(async move {
        let answer = ask(ListImport { show, from, limit: PAGE }).await;
        if chosen.try_get_untracked().as_deref() != Some(&*key) {
            return;
        }
        busy.set(false);
        // Without an answer the list stays as it is; the button asks again.
        let Ok(page) = answer else { return };
        fetched.update(|fetched| {
            if fetched.families.len() as u32 == from {
                fetched.total = Some(page.total);
                fetched.families.extend(page.families);
            }
        });
    });
}

fn outcome_tag(outcome: Outcome) -> AnyView {
    let (tone, text) = match outcome {
        Outcome::New => (Tone::Ok, words::new(lang())),
        Outcome::Update => (Tone::Info, words::changed(lang())),
        Outcome::Same => (Tone::Plain, words::same(lang())),
        Outcome::Kept => (Tone::Plain, words::kept(lang())),
        Outcome::LeftOut => (Tone::Warn, words::left_out(lang())),
    };
    tag(tone, text)
}

fn named(name: &str) -> String {
    if name.is_empty() { words::no_name(lang()).into() } else { name.to_owned() }
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// A family, folded; open at once where something was found in it.
fn family_card(flow: Flow, family: &ImportFamilyView) -> AnyView {
    let kk = if family.kk.is_empty() { String::new() } else { format!("KK {}", family.kk) };
    let size = words::n_rows(lang(), family.rows.len());
    let line = joined(&[&kk, &family.place, &size]);
    let open = family.rows.iter().any(|row| !row.findings.is_empty());
    let rows: Vec<_> = family.rows.iter().map(|row| row_view(flow, row)).collect();
    view! {
        <li>
            <details class="card import-family" open=open>
                <summary>
                    <span class="row-apart">
                        <span><b>{named(&family.title)}</b><br/><small class="soft">{line}</small></span>
                        {outcome_tag(family.outcome)}
                    </span>
                </summary>
                {changes(&family.changes)}
                <ul class="plain import-rows">{rows}</ul>
            </details>
        </li>
    }
    .into_any()
}

fn row_view(flow: Flow, row: &ImportRowView) -> AnyView {
    let number = row.row;
    let nik = if row.nik.is_empty() { String::new() } else { format!("NIK {}", row.nik) };
    let gone = if row.gone { words::gone(lang()) } else { "" };
    let moves = if row.moves { words::moves(lang()) } else { "" };
    let line = joined(&[&words::row(lang(), number), &nik, gone, moves]);
    let found: Vec<_> = row.findings.iter().map(finding).collect();
    let by_choice = move || flow.options.with(|options| options.left_out.contains(&number));
    let can_choose =
        row.outcome != Outcome::LeftOut || flow.options.with_untracked(|now| now.left_out.contains(&number));
    let choose = can_choose.then(|| {
        let text = Signal::derive(move || {
            if by_choice() { words::take_again(lang()).to_owned() } else { words::take_not(lang()).to_owned() }
        });
        let press = Callback::new(move |()| {
            flow.options.update(|options| {
                if !options.left_out.remove(&number) {
                    options.left_out.insert(number);
                }
            });
        });
        view! { <Button text look=Look::Quiet on_press=press/> }
    });
    view! {
        <li class="stack-s">
            <div class="row-apart">
                <span><span class="strong">{named(&row.name)}</span><br/><small class="soft">{line}</small></span>
                <span class="row">{outcome_tag(row.outcome)}{choose}</span>
            </div>
            {(!found.is_empty()).then(|| view! { <ul class="plain stack-s">{found}</ul> })}
            {changes(&row.changes)}
        </li>
    }
    .into_any()
}

fn finding(finding: &ImportFinding) -> AnyView {
    view! { <li class="import-note" data-tone=tone(finding.severity).name()>{finding.message.clone()}</li> }.into_any()
}

fn changes(changes: &[ImportChange]) -> Option<AnyView> {
    let line = |change: &ImportChange| {
        let text =
            if change.old.is_empty() { change.new.clone() } else { words::was_now(lang(), &change.old, &change.new) };
        view! { <div><dt class="soft">{change.label.clone()}</dt><dd>{text}</dd></div> }.into_any()
    };
    (!changes.is_empty())
        .then(|| view! { <dl class="import-changes">{changes.iter().map(line).collect::<Vec<_>>()}</dl> }.into_any())
}
