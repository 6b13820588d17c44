//! The day's work of a village: what was begun, what to look at, what to do, and how old the backup is.

use crate::engine::protocol::{FindingFilter, FindingsSummary, Status};
use crate::lang::{home as words, number};
use crate::ui::client::{ask, follow_changes};
use crate::ui::pages::package::backup_line;
use crate::ui::parts::button::Look;
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::live::follow;
use crate::ui::parts::tone::Tone;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// Errors and warnings that are open.
type Open = (u32, u32);

/// The dashboard; `status` is followed.
pub fn dashboard(status: Signal<Option<Status>>) -> AnyView {
    let open = RwSignal::new(None::<Open>);
    Effect::new(move |_| {
        follow_changes();
        leptos::task::spawn_local(async move {
            if let Ok(summary) = ask(FindingsSummary { filter: FindingFilter::default() }).await {
                _ = open.try_set(Some((summary.counts.errors, summary.counts.warnings)));
            }
        });
    });
    let n = |n: u32| number::whole(lang(), n.into());
    let counted = move || {
        status.get().map(|s| words::counted(lang(), n(s.n_families), n(s.n_persons), number::date(lang(), s.reference)))
    };
    let draft = move || {
        status.get().and_then(|s| s.draft).map(|(id, title, place)| {
            step_card(Step {
                href: link(&format!("/kumpul/keluarga/{id}")),
                icon: "collect",
                title: words::go_on(lang(), if title.is_empty() { words::nameless(lang()).into() } else { title }),
                line: place,
                tag: Some((Tone::Warn, words::draft(lang()).into())),
            })
        })
    };
    let findings = move || {
        open.get().filter(|(errors, warnings)| errors + warnings > 0).map(|(errors, warnings)| {
            step_card(Step {
                href: link("/periksa"),
                icon: "verify",
                title: words::check(lang(), n(errors + warnings)),
                line: words::check_line(lang(), n(errors), n(warnings)),
                tag: (errors > 0).then(|| (Tone::Error, n(errors))),
            })
        })
    };
    let door = |path: &str, icon: &'static str, title: &'static str, line: &'static str| {
        step_card(Step { href: link(path), icon, title: title.into(), line: line.into(), tag: None })
    };
    view! {
        <div class="stack">
            <div>
                <h2>{words::today(lang())}</h2>
                <p class="soft">{follow(counted)}</p>
            </div>
            <div class="steps">
                {follow(draft)}
                {follow(findings)}
                {door("/lihat", "look", words::look(lang()), words::look_line(lang()))}
                {door("/guna", "act", words::act(lang()), words::act_line(lang()))}
                {door("/belajar", "learn", words::learn(lang()), words::learn_line(lang()))}
            </div>
            <div class="buttons">
                <a class=Look::Main.class() href=link("/kumpul/keluarga/baru")>{words::add_family(lang())}</a>
                <a class=Look::Outline.class() href=link("/kumpul/impor")>{words::import(lang())}</a>
            </div>
            <a class="card row-apart" href=link("/paket")>
                <span class="soft">{backup_line}</span>
                <b>{words::back_up(lang())}</b>
            </a>
            <nav class="row" aria-label=words::more(lang())>
                <a href=link("/pengaturan")>{crate::lang::shell::settings(lang())}</a>
                <a href=link("/tentang")>{crate::lang::shell::about(lang())}</a>
            </nav>
        </div>
    }
    .into_any()
}
