//! Paket: make a package of everything, with a plain warning before it; open one and restore it.

use crate::base::Date;
use crate::engine::EngineError;
use crate::engine::protocol::{
    ExportPackage, FileMade, MarkBackup, OpenPackage, PackageView, RestorePackage, Standing,
};
use crate::lang::{number, package as words};
use crate::ui::client::{ask, ask_for_file, ask_with_file, cancel, live, save, show, status};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::dialog::Dialog;
use crate::ui::parts::file_button::{FileButton, read_file};
use crate::ui::parts::file_out::{OutFile, can_share, download, share};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::progress::Progress;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{go, lang};
use leptos::prelude::*;

/// The page.
pub fn PackagePage() -> AnyView {
    name_page(String::new, || words::title(lang()).into());
    view! {
        <div class="columns">
            {export()}
            {import()}
        </div>
    }
    .into_any()
}

/// When the last backup was, and how much has changed since.
pub fn backup_line() -> String {
    let Some(status) = status() else { return String::new() };
    let last = match status.last_backup_ms {
        Some(at) => words::last_backup(lang(), number::date(lang(), Date::of_unix_ms(at))),
        None => words::never_backed(lang()).into(),
    };
    match status.acts_since_backup {
        0 => last,
        n => format!("{last} · {}", words::since(lang(), number::whole(lang(), n.into()))),
    }
}

fn work_bar(what: &'static str, text: &'static str) -> AnyView {
    let Some(live) = live() else { return ().into_any() };
    let now = Memo::new(move |_| live.progress.get().filter(|progress| progress.what == what));
    let running = Memo::new(move |_| now.with(Option::is_some));
    let done = Signal::derive(move || now.with(|now| now.as_ref().map_or(0, |now| now.done)));
    let total = Signal::derive(move || now.with(|now| now.as_ref().map_or(0, |now| now.total)));
    let bar = move || {
        running.get().then(|| view! { <Progress text=text done total on_cancel=Callback::new(move |()| cancel())/> })
    };
    view! { {follow(bar)} }.into_any()
}

fn export() -> AnyView {
    let understood = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<EngineError>);
    let made = RwSignal::new_local(None::<(FileMade, OutFile)>);
    let make = Callback::new(move |()| {
        busy.set(true);
        problem.set(None);
        leptos::task::spawn_local(async move {
            let answer = ask_for_file(ExportPackage).await;
            _ = busy.try_set(false);
            match answer {
                Ok((file, Some(bytes))) => {
                    let out = OutFile { name: file.name.clone(), mime: "application/zip", content: bytes.into() };
                    download(&out);
                    if let Ok(status) = ask(MarkBackup { n_acts: file.n_acts }).await {
                        show(status);
                    }
                    _ = made.try_set(Some((file, out)));
                }
                Ok((_, None)) => _ = problem.try_set(Some(EngineError::Dead)),
                Err(error) => _ = problem.try_set(Some(error)),
            }
        });
    });
    let ready = move || {
        made.with(|now| {
            now.as_ref().map(|(file, out)| {
                let size = format!("{} KB", number::whole(lang(), file.size_bytes.div_ceil(1024) as i64));
                let share_it = can_share(out).then(|| {
                    let press = Callback::new(move |()| {
                        leptos::task::spawn_local(async move {
                            let out = made.with_untracked(|made| made.as_ref().map(|(_, out)| out.clone()));
                            if let Some(out) = out {
                                share(&out).await;
                            }
                        });
                    });
                    view! { <Button text=words::share(lang()) look=Look::Outline icon="share" on_press=press/> }
                });
                let name = file.name.clone();
                view! {
                    <Notice tone=Tone::Ok title=words::made(lang(), size)>
                        <p>{name}</p>
                        <div class="buttons">{share_it}</div>
                    </Notice>
                }
                .into_any()
            })
        })
    };
    view! {
        <section class="card stack">
            <h2>{words::export_title(lang())}</h2>
            <p>{words::export_text(lang())}</p>
            <p class="soft">{backup_line}</p>
            <Notice tone=Tone::Warn title=words::warning_title(lang()).to_owned()><p>{words::warning(lang())}</p></Notice>
            <CheckRow text=words::understood(lang()) ticked=understood/>
            <Button text=words::make(lang()) icon="download" wide=true busy off=Signal::derive(move || !understood.get()) on_press=make/>
            {work_bar("export", words::making(lang()))}
            {follow(move || problem.get().map(problem_notice))}
            {follow(ready)}
        </section>
    }
    .into_any()
}

fn problem_notice(error: EngineError) -> AnyView {
    let (title, text) = error.message(lang());
    view! { <Notice tone=Tone::Error title=title.to_owned()><p>{text}</p></Notice> }.into_any()
}

fn import() -> AnyView {
    let problem = RwSignal::new(None::<EngineError>);
    let opened = RwSignal::new(None::<PackageView>);
    let busy = RwSignal::new(false);
    let asking = RwSignal::new(false);
    let on_file = UnsyncCallback::new(move |file: web_sys::File| {
        problem.set(None);
        opened.set(None);
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = match read_file(&file).await {
                Ok(bytes) => ask_with_file(OpenPackage, bytes).await,
                Err(_) => Err(EngineError::File(words::not_a_package(lang()).into())),
            };
            _ = busy.try_set(false);
            match answer {
                Ok(view) => _ = opened.try_set(Some(view)),
                Err(error) => _ = problem.try_set(Some(error)),
            }
        });
    });
    let restore = move |replace: bool| {
        asking.set(false);
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = save(RestorePackage { replace }).await;
            _ = busy.try_set(false);
            match answer {
                Ok(status) => {
                    show(status);
                    toast(words::restored(lang()));
                    go("/");
                }
                Err(error) => _ = problem.try_set(Some(error)),
            }
        });
    };
    let view_opened = move || {
        opened.get().map(|view| {
            let way = match view.standing {
                Standing::Fresh => {
                    let press = Callback::new(move |()| restore(false));
                    view! { <Button text=words::restore(lang()) wide=true busy on_press=press/> }.into_any()
                }
                Standing::Same => view! { <p>{words::same(lang())}</p> }.into_any(),
                Standing::Differs => {
                    let press = Callback::new(move |()| asking.set(true));
                    view! {
                        <Notice tone=Tone::Warn title=words::differs_title(lang()).to_owned()>
                            <p>{words::differs(lang())}</p>
                            <div class="buttons">
                                <Button text=format!("{}…", words::replace(lang())) look=Look::Danger busy on_press=press/>
                            </div>
                        </Notice>
                    }
                    .into_any()
                }
            };
            let n = |n: u32| number::whole(lang(), n.into());
            view! {
                <div class="stack-s">
                    <h3>{words::contents(lang())}</h3>
                    <p>{words::of_village(lang(), &view.village)}</p>
                    <p>{words::counts(lang(), n(view.n_families), n(view.n_persons))}</p>
                    <p>{words::made_on(lang(), number::date(lang(), view.made_on))}</p>
                    <p class="soft">{words::checked(lang())}</p>
                    {way}
                </div>
            }
        })
    };
    view! {
        <section class="card stack">
            <h2>{words::import_title(lang())}</h2>
            <p>{words::import_text(lang())}</p>
            <FileButton id="paket" text=words::choose(lang()) hint=".zip" accept=".zip" on_file/>
            {follow(move || problem.get().map(problem_notice))}
            {follow(view_opened)}
            <Dialog open=asking title=words::replace(lang()).to_owned()>
                <p>{words::differs(lang())}</p>
                <div class="buttons">
                    <Button text=words::replace_sure(lang()) look=Look::Danger on_press=Callback::new(move |()| restore(true))/>
                </div>
            </Dialog>
        </section>
    }
    .into_any()
}
