//! The sessions of this device, and the making of a new one.

use super::bank::{Bank, fetch_bank};
use super::store;
use crate::base::{Date, Value};
use crate::lang::{number, teach as words};
use crate::teach::packet::MAX_ITEMS;
use crate::teach::tables::{date_of, why_unreadable};
use crate::teach::{Session, SessionCode, Wish, forms};
use crate::ui::parts::button::Button;
use crate::ui::parts::card::{Step, step_card};
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::field::Field;
use crate::ui::parts::file_button::{FileButton, read_file};
use crate::ui::parts::live::{follow, text};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::{DateField, TextField, today};
use crate::ui::shell::house::name_page;
use crate::ui::{go, lang, link};
use leptos::prelude::*;

/// The page.
pub fn SessionsPage() -> AnyView {
    name_page(String::new, || words::trainer_room(lang()).into());
    let bank = fetch_bank();
    let is_making = RwSignal::new(false);
    let trouble = RwSignal::new(String::new());
    let from_file = UnsyncCallback::new(move |file: web_sys::File| {
        leptos::task::spawn_local(async move {
            if let Ok(bytes) = read_file(&file).await {
                match bring_in(&String::from_utf8_lossy(&bytes.to_vec())) {
                    Ok(code) => go(&format!("/belajar/pelatih/{code}")),
                    Err(text) => trouble.set(text),
                }
            }
        });
    });
    let told = move || {
        let text = trouble.get();
        (!text.is_empty()).then(|| view! { <Notice tone=Tone::Error><p>{text}</p></Notice> })
    };
    let making = move || {
        if !is_making.get() {
            let open = Callback::new(move |()| is_making.set(true));
            return view! { <div class="buttons"><Button icon="plus" text=words::new_session(lang()) on_press=open/></div> }.into_any();
        }
        match bank.get() {
            None => skeleton(6),
            Some(bank) if bank.is_empty() => {
                view! { <Notice tone=Tone::Error title=words::bank_missing(lang())><p>{words::bank_missing_text(lang())}</p></Notice> }.into_any()
            }
            Some(bank) => new_session(bank),
        }
    };
    view! {
        <div class="stack-l">
            <p class="measure">{words::room_text(lang())}</p>
            {list()}
            {follow(making)}
            {follow(told)}
            <FileButton id="berkas-sesi" text=words::bring_in(lang()) hint=words::bring_in_hint(lang()) accept=".json" on_file=from_file/>
        </div>
    }
    .into_any()
}

fn list() -> AnyView {
    let sessions = store::sessions();
    if sessions.is_empty() {
        return view! { <EmptyState icon="learn" title=words::no_sessions(lang()) text=words::no_sessions_text(lang())/> }.into_any();
    }
    let card = |session: Session| {
        let date = number::date(lang(), date_of(&session));
        step_card(Step {
            href: link(&format!("/belajar/pelatih/{}", session.code)),
            icon: "learn",
            line: words::session_line(lang(), session.code, session.participants.len(), date),
            title: session.title,
            tag: None,
        })
    };
    view! { <div class="steps">{sessions.into_iter().map(card).collect::<Vec<_>>()}</div> }.into_any()
}

/// A session from its file.
fn bring_in(text: &str) -> Result<SessionCode, String> {
    let session = Session::read(text.trim_start_matches('\u{feff}')).map_err(|error| why_unreadable(lang(), &error))?;
    if store::load(session.code).is_some_and(|here| here != session) {
        return Err(words::session_here(lang(), session.code));
    }
    if !store::keep(&session) {
        return Err(format!("{}. {}", words::not_kept(lang()), words::not_kept_text(lang())));
    }
    Ok(session.code)
}

fn new_session(bank: Bank) -> AnyView {
    let heads = StoredValue::new(bank.heads());
    let title = RwSignal::new(Value::Text(words::default_title(lang()).into()));
    let (place, trainer) = (RwSignal::new(Value::Missing), RwSignal::new(Value::Missing));
    let date = RwSignal::new(Value::Date(today()));
    let per_topic = RwSignal::new("1".to_owned());
    let topics: Vec<(&'static str, RwSignal<bool>)> =
        words::TOPICS.iter().map(|(key, _)| (*key, RwSignal::new(true))).collect();
    let ticks: Vec<_> = topics
        .iter()
        .map(|(key, ticked)| view! { <CheckRow text=words::topic_name(lang(), key) ticked=*ticked/> }.into_any())
        .collect();
    let topics = StoredValue::new(topics);
    let seed = random();
    let wish = move || Wish {
        topics: topics.with_value(|topics| {
            topics.iter().filter(|(_, ticked)| ticked.get()).map(|(key, _)| (*key).to_owned()).collect()
        }),
        per_topic: per_topic.get().parse().unwrap_or(1),
        seed: u64::from(seed),
    };
    let drawn = Memo::new(move |_| {
        let wish = wish();
        let (forms, short) = heads.with_value(|heads| forms::draw(heads, &wish));
        (forms, short, wish.topics)
    });
    let told = move || {
        let (forms, short, topics) = drawn.get();
        let n = forms.pre.len();
        let mut lines = vec![match n {
            _ if topics.is_empty() => words::choose_topic(lang()).to_owned(),
            n if n > MAX_ITEMS => words::too_many(lang(), n, MAX_ITEMS),
            n => words::n_items(lang(), n),
        }];
        lines.extend(short.iter().map(|(topic, n)| words::short_topic(lang(), words::topic_name(lang(), topic), n)));
        lines.join(" ")
    };
    let off = Signal::derive(move || drawn.with(|(forms, ..)| forms.pre.is_empty() || forms.pre.len() > MAX_ITEMS));
    let not_kept = RwSignal::new(false);
    let make = Callback::new(move |()| {
        let said =
            |value: RwSignal<Value>| if let Value::Text(text) = value.get_untracked() { text } else { String::new() };
        let (forms, _, topics) = drawn.get_untracked();
        let mut session = Session::new(SessionCode::drawn(random()), seed, topics, forms);
        session.title = said(title);
        session.place = said(place);
        session.trainer = said(trainer);
        if let Value::Date(Date { year, month, day }) = date.get_untracked() {
            session.date = format!("{year:04}-{month:02}-{day:02}");
        }
        if store::keep(&session) {
            go(&format!("/belajar/pelatih/{}", session.code));
        } else {
            not_kept.set(true);
            toast(words::not_kept(lang()));
        }
    });
    let trouble = move || {
        not_kept.get().then(|| view! { <Notice tone=Tone::Error title=words::not_kept(lang())><p>{words::not_kept_text(lang())}</p></Notice> })
    };
    let counts = (1..=3).map(|n| (n.to_string(), n.to_string())).collect();
    view! {
        <section class="card stack-s">
            <h2>{words::new_session(lang()).trim_end_matches('…').to_owned()}</h2>
            <TextField field=Field::new("judul", words::title(lang())).on(title)/>
            <TextField field=Field::new("tempat", words::place(lang())).on(place)/>
            <DateField field=Field::new("tanggal", words::date(lang())).on(date)/>
            <TextField field=Field::new("pelatih", words::trainer(lang())).on(trainer)/>
            <fieldset class="test-topics">
                <legend>{words::topics(lang())}</legend>
                <p class="soft">{words::topics_help(lang())}</p>
                <div class="options">{ticks}</div>
            </fieldset>
            <div class="row"><span>{words::per_topic(lang())}</span><Segmented label=words::per_topic(lang()) name="per-topik" options=counts chosen=per_topic/></div>
            <p role="status">{text(told)}</p>
            {follow(trouble)}
            <div class="buttons"><Button text=words::make_session(lang()) off on_press=make/></div>
        </section>
    }
    .into_any()
}

fn random() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}
