//! A target list composed of conditions: each shows what it leaves, weights put the rows in order, and the list is kept
//! under a name.

use super::condition::{Asked, Place, condition_dialog};
use crate::base::Value;
use crate::engine::EngineError;
use crate::engine::protocol::{
    Compose, ComposedPage, ComposedRow, Composition, ConditionTopics, GetComposition, Group, PutPaper, TopicView,
};
use crate::lang::{compose_page as words, number, shell};
use crate::ui::asking::{latest, refused};
use crate::ui::client::{ask, save};
use crate::ui::pages::collect::filter::{area_of, area_options, areas};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::field::Field;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::TextField;
use crate::ui::parts::windowed_list::{ListRow, Source, WindowedList};
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The kind of paper that keeps a composed list.
const KIND: &str = "syarat";

/// What the page holds.
#[derive(Clone, Copy)]
struct Work {
    composition: RwSignal<Composition>,
    /// Key of the paper; empty for a new one.
    key: RwSignal<String>,
    title: RwSignal<Value>,
    page: RwSignal<Option<Result<ComposedPage, EngineError>>>,
    asked: RwSignal<Option<Asked>>,
}

/// The page.
pub fn ComposerPage() -> AnyView {
    name_page(|| shell::act(lang()).into(), || words::title(lang()).into());
    let query = use_query_map();
    let work = Work {
        composition: RwSignal::new(Composition::default()),
        key: RwSignal::default(),
        title: RwSignal::new(Value::Missing),
        page: RwSignal::new(None),
        asked: RwSignal::new(None),
    };
    let topics = RwSignal::new(None::<Vec<TopicView>>);
    let ready = RwSignal::new(false);
    let from = query.with_untracked(|query| query.get("dari").unwrap_or_default());
    leptos::task::spawn_local(async move {
        match ask(ConditionTopics).await {
            Ok(found) => _ = topics.try_set(Some(found)),
            Err(error) => _ = work.page.try_set(Some(Err(error))),
        }
        if !from.is_empty()
            && let Ok(Some(kept)) = ask(GetComposition { key: from.clone() }).await
        {
            _ = work.composition.try_set(kept.composition);
            _ = work.title.try_set(Value::Text(kept.title));
            _ = work.key.try_set(if kept.kept { from } else { String::new() });
        }
        _ = ready.try_set(true);
    });
    let (areas, area) = (areas(), RwSignal::new(String::new()));
    let here = move || areas.with_untracked(|areas| area_of(areas, &area.get_untracked()));
    let (total, again) = (RwSignal::new(None), RwSignal::new(0u64));
    let question = move || {
        _ = area.get();
        let composition = work.composition.get();
        ready.get().then(|| Compose { composition, area: here(), from: 0, limit: 0 })
    };
    latest(question, move |answer| {
        if let Ok(page) = &answer {
            total.set(Some(page.count));
        }
        work.page.set(Some(answer));
        again.update(|again| *again += 1);
    });
    let source = Source::new(move |from, limit| async move {
        let composition = work.composition.get_untracked();
        let page = ask(Compose { composition, area: here(), from, limit }).await.ok()?;
        Some((page.count, page.rows.into_iter().map(row).collect()))
    });
    let options = Signal::derive(move || areas.with(|areas| area_options(areas)));
    view! {
        <div class="stack-l">
            <p class="soft measure">{words::intro(lang())}</p>
            <div class="stack">
                {of_whom(work)}
                <Picker id="wilayah" label=crate::lang::collect::area(lang()) options chosen=area/>
            </div>
            {follow(move || match work.page.get() {
                None => skeleton(8),
                Some(Err(error)) => refused(&error),
                Some(Ok(page)) => conditions(work, page),
            })}
            <section class="stack-s" hidden=held(move || total.get().unwrap_or(0) == 0) aria-labelledby="isi-daftar">
                <h2 id="isi-daftar">{words::rows(lang())}</h2>
                <div class="list-reasons">
                    <WindowedList id="susunan" label=words::rows(lang()) source again=Signal::derive(move || again.get()) total/>
                </div>
            </section>
            {keeping(work)}
            {follow(move || topics.get().map(|topics| condition_dialog(work.asked, topics, Callback::new(move |asked| take(work, asked)))))}
        </div>
    }
    .into_any()
}

fn row(row: ComposedRow) -> ListRow {
    let line = if row.why_here.is_empty() { row.line } else { format!("{} · {}", row.why_here, row.line) };
    ListRow {
        href: link(&format!("/kumpul/keluarga/{}", row.family)),
        title: row.who,
        line,
        end: if row.points > 0 { words::n_points(lang(), row.points) } else { String::new() },
        tag: None,
    }
}

/// Families or residents: a switch keeps what was composed.
fn of_whom(work: Work) -> AnyView {
    let chosen = RwSignal::new("keluarga".to_owned());
    effect(move || {
        let persons = work.composition.with(|composition| composition.of_persons);
        chosen.set(if persons { "warga" } else { "keluarga" }.into());
    });
    effect(move || {
        let persons = chosen.get() == "warga";
        if work.composition.with_untracked(|composition| composition.of_persons != persons) {
            work.composition.update(|composition| composition.of_persons = persons);
        }
    });
    let options = vec![
        ("keluarga".to_owned(), words::families(lang()).to_owned()),
        ("warga".to_owned(), words::residents(lang()).to_owned()),
    ];
    view! { <Segmented label=words::of_whom(lang()) name="siapa" options chosen/> }.into_any()
}

/// Takes what the dialog gives.
fn take(work: Work, asked: Asked) {
    work.composition.update(|composition| match asked.place {
        Place::NewGroup => composition.groups.push(Group { any: vec![asked.weight.condition] }),
        Place::Or(group) => {
            if let Some(group) = composition.groups.get_mut(group) {
                group.any.push(asked.weight.condition);
            }
        }
        Place::Change(group, at) => {
            if let Some(old) = composition.groups.get_mut(group).and_then(|group| group.any.get_mut(at)) {
                *old = asked.weight.condition;
            }
        }
        Place::NewWeight => composition.weights.push(asked.weight),
        Place::ChangeWeight(at) => {
            if let Some(old) = composition.weights.get_mut(at) {
                *old = asked.weight;
            }
        }
    });
}

fn open(work: Work, place: Place) -> Callback<()> {
    Callback::new(move |()| {
        let of_persons = work.composition.with_untracked(|composition| composition.of_persons);
        let weight = work.composition.with_untracked(|composition| match place {
            Place::Change(group, at) => {
                let found = composition.groups.get(group).and_then(|group| group.any.get(at)).cloned();
                found.map(|condition| crate::engine::protocol::Weight { condition, points: 1 })
            }
            Place::ChangeWeight(at) => composition.weights.get(at).cloned(),
            _ => None,
        });
        let weight = weight.unwrap_or(crate::engine::protocol::Weight { points: 1, ..Default::default() });
        work.asked.set(Some(Asked { place, of_persons, weight }));
    })
}

/// The conditions with what they leave, and the weights.
fn conditions(work: Work, page: ComposedPage) -> AnyView {
    let wrong: Vec<_> = page.wrong.iter().map(|wrong| view! { <p>{wrong.clone()}</p> }.into_any()).collect();
    let nothing_yet = page.steps.is_empty();
    let wrong = (!wrong.is_empty() && !nothing_yet).then(|| {
        view! { <Notice tone=Tone::Error title=words::cannot_weigh(lang())>{wrong}</Notice> }
    });
    let groups: Vec<_> = page
        .steps
        .into_iter()
        .enumerate()
        .map(|(at, step)| {
            let lines: Vec<_> = step
                .conditions
                .into_iter()
                .enumerate()
                .map(|(one, (what, alone))| {
                    let before = (one > 0).then(|| view! { <li class="soft condition-or">{words::or(lang())}</li> });
                    let line = condition_line(
                        what,
                        alone,
                        open(work, Place::Change(at, one)),
                        Callback::new(move |()| {
                            work.composition.update(|composition| {
                                if let Some(group) = composition.groups.get_mut(at)
                                    && one < group.any.len()
                                {
                                    group.any.remove(one);
                                }
                                composition.groups.retain(|group| !group.any.is_empty());
                            });
                        }),
                    );
                    view! { {before}{line} }.into_any()
                })
                .collect();
            let and = (at > 0).then(|| view! { <p class="condition-and"><b>{words::and(lang())}</b></p> });
            view! {
                <li class="stack-s">
                    {and}
                    <article class="card stack-s">
                        <ul class="plain stack-s">{lines}</ul>
                        <div class="condition-foot">
                            <Button text=words::or_more(lang()) look=Look::Quiet on_press=open(work, Place::Or(at))/>
                            <b role="status">{step.left}</b>
                        </div>
                    </article>
                </li>
            }
            .into_any()
        })
        .collect();
    let points =
        work.composition.with_untracked(|composition| composition.weights.iter().map(|w| w.points).collect::<Vec<_>>());
    let weights: Vec<_> = page
        .weights
        .into_iter()
        .zip(points)
        .enumerate()
        .map(|(at, (what, points))| {
            let remove = Callback::new(move |()| {
                work.composition.update(|composition| {
                    if at < composition.weights.len() {
                        composition.weights.remove(at);
                    }
                })
            });
            condition_line(what, words::n_points(lang(), points), open(work, Place::ChangeWeight(at)), remove)
        })
        .collect();
    let count = (!nothing_yet && !page.part.is_empty()).then(|| {
        let not_known = (!page.not_known.is_empty()).then(|| view! { <p class="soft">{page.not_known}</p> });
        view! {
            <div class="stack-s" role="status">
                <p class="composed-count"><b>{number::whole(lang(), page.count.into())}</b>" "<span>{page.part}</span></p>
                <p class="measure">{page.sentence}</p>
                {not_known}
            </div>
        }
    });
    let no_weights = weights.is_empty();
    view! {
        <section class="stack-s" aria-labelledby="syarat">
            <h2 id="syarat">{words::conditions(lang())}</h2>
            {nothing_yet.then(|| view! { <p class="soft">{words::none_yet(lang())}</p> })}
            <ol class="plain stack-s">{groups}</ol>
            <div class="buttons">
                <Button text=if nothing_yet { words::first(lang()) } else { words::and_more(lang()) } icon="plus" look=Look::Outline on_press=open(work, Place::NewGroup)/>
            </div>
            {wrong}
            {count}
        </section>
        <section class="stack-s" aria-labelledby="bobot" hidden=nothing_yet>
            <h2 id="bobot">{words::weights(lang())}</h2>
            <p class="soft measure">{words::weights_help(lang())}</p>
            {(!no_weights).then(|| view! { <ul class="plain card stack-s">{weights}</ul> })}
            <div class="buttons">
                <Button text=words::add_weight(lang()) icon="plus" look=Look::Outline on_press=open(work, Place::NewWeight)/>
            </div>
        </section>
    }
    .into_any()
}

fn condition_line(what: String, end: String, change: Callback<()>, remove: Callback<()>) -> AnyView {
    let (named, taken) = (words::change_this(lang(), &what), words::remove_this(lang(), &what));
    view! {
        <li class="condition">
            <span class="condition-words">{what}" "<small class="soft">{end}</small></span>
            <button type="button" class="button button-quiet button-square" aria-label=named on:click=move |_| change.run(())>
                {crate::ui::parts::icon::icon("more")}
            </button>
            <button type="button" class="button button-quiet button-square" aria-label=taken on:click=move |_| remove.run(())>
                {crate::ui::parts::icon::icon("close")}
            </button>
        </li>
    }
    .into_any()
}

/// Keeps the list under a name.
fn keeping(work: Work) -> AnyView {
    let saved = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let keep = Callback::new(move |()| {
        let body = match work.page.get_untracked() {
            Some(Ok(page)) if !page.body.is_empty() => page.body,
            _ => return toast(words::mend_first(lang())),
        };
        let Value::Text(title) = work.title.get_untracked() else { return toast(words::name_first(lang())) };
        let fresh = || format!("daftar-{}", js_sys::Date::now() as u64);
        let key = Some(work.key.get_untracked()).filter(|key| !key.is_empty()).unwrap_or_else(fresh);
        busy.set(true);
        leptos::task::spawn_local(async move {
            match save(PutPaper { kind: KIND.into(), key: key.clone(), title, body }).await {
                Ok(_) => {
                    work.key.set(key.clone());
                    saved.set(key);
                    toast(words::kept(lang()));
                }
                Err(error) => toast(error.message(lang()).1),
            }
            busy.set(false);
        });
    });
    let nothing = move || work.composition.with(|composition| composition.groups.is_empty());
    view! {
        <section class="card stack" aria-labelledby="simpan" hidden=held(nothing)>
            <h2 id="simpan">{words::keep_title(lang())}</h2>
            <TextField field=Field::new("nama-daftar", words::name(lang())).help(words::name_help(lang())).on(work.title)/>
            <div class="buttons">
                <Button text=words::keep(lang()) busy on_press=keep/>
                {follow(move || {
                    let key = saved.get();
                    (!key.is_empty()).then(|| view! {
                        <a class=Look::Outline.class() href=link(&format!("/guna/{key}"))>{words::open_kept(lang())}</a>
                    })
                })}
            </div>
        </section>
    }
    .into_any()
}
