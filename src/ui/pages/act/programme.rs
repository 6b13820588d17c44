//! One intervention: its plan as a form, its follow-up, and the indicators before and now.

use super::help::undo;
use crate::base::{Date, Value};
use crate::engine::protocol::{
    CheckProgramme, GetProgramme, Programme, ProgrammeChoices, ProgrammeForm, ProgrammeView, PutPaper, RemovePaper,
};
use crate::lang::{intervention as words, shell};
use crate::ui::asking::trouble;
use crate::ui::client::{ask, follow_changes, save};
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::field::Field;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::note_field::NoteField;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::{DateField, NumberField, TextField};
use crate::ui::shell::house::name_page;
use crate::ui::shell::place::go;
use crate::ui::{lang, link};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// What is typed.
#[derive(Clone, Copy)]
struct Typed {
    title: RwSignal<Value>,
    activity: RwSignal<Value>,
    place: RwSignal<Value>,
    who: RwSignal<Value>,
    lesson: RwSignal<Value>,
    from: RwSignal<Value>,
    until: RwSignal<Value>,
    cost: RwSignal<Value>,
    planned: RwSignal<Value>,
    field: RwSignal<String>,
    source: RwSignal<String>,
    state: RwSignal<String>,
    list: RwSignal<String>,
    /// Indicators with their names and whether they are ticked.
    indicators: RwSignal<Vec<(String, String, RwSignal<bool>)>>,
    /// As it was read: the figures at the start stay.
    kept: RwSignal<Programme>,
}

/// The page.
pub fn ProgrammePage() -> AnyView {
    let key = use_params_map().with_untracked(|params| params.get("key").unwrap_or_default());
    let query = use_query_map();
    let (list, indicator) = query
        .with_untracked(|query| (query.get("daftar").unwrap_or_default(), query.get("indikator").unwrap_or_default()));
    let fresh = key == "baru";
    let missing = || RwSignal::new(Value::Missing);
    let word = |text: &str| RwSignal::new(text.to_owned());
    let typed = Typed {
        title: missing(),
        activity: missing(),
        place: missing(),
        who: missing(),
        lesson: missing(),
        from: missing(),
        until: missing(),
        cost: missing(),
        planned: missing(),
        field: word("pembangunan"),
        source: word("dana_desa"),
        state: word("usulan"),
        list: RwSignal::new(list),
        indicators: RwSignal::default(),
        kept: RwSignal::default(),
    };
    name_page(
        || shell::act(lang()).into(),
        move || match typed.title.get() {
            Value::Text(title) => title,
            _ => words::new_title(lang()).to_owned(),
        },
    );
    let form = RwSignal::new(None::<ProgrammeForm>);
    let view = RwSignal::new(None::<ProgrammeView>);
    let problem = RwSignal::new(None::<crate::engine::EngineError>);
    let asked = key.clone();
    leptos::task::spawn_local(async move {
        let choices = match ask(ProgrammeChoices).await {
            Ok(choices) => choices,
            Err(error) => {
                _ = problem.try_set(Some(error));
                return;
            }
        };
        let mut ticked = vec![indicator];
        if !fresh {
            match ask(GetProgramme { key: asked }).await {
                Ok(Some(found)) => {
                    ticked = found.programme.indicators.clone();
                    fill(typed, &found);
                    _ = view.try_set(Some(found));
                }
                Ok(None) => {}
                Err(error) => _ = problem.try_set(Some(error)),
            }
        }
        let row = |(id, name): &(String, String)| (id.clone(), name.clone(), RwSignal::new(ticked.contains(id)));
        _ = typed.indicators.try_set(choices.indicators.iter().map(row).collect());
        _ = form.try_set(Some(choices));
    });
    let key = StoredValue::new(key);
    effect(move || {
        follow_changes();
        if fresh {
            return;
        }
        leptos::task::spawn_local(async move {
            if let Ok(Some(found)) = ask(GetProgramme { key: key.get_value() }).await {
                typed.kept.set(found.programme.clone());
                _ = view.try_set(Some(found));
            }
        });
    });
    view! {
        <div class="stack-l">
            {trouble(problem)}
            {follow(move || view.get().map(|found| outcome(&key.get_value(), found)))}
            {follow(move || form.get().map(|form| fields(typed, key, fresh, form)))}
        </div>
    }
    .into_any()
}

fn fill(typed: Typed, found: &ProgrammeView) {
    let programme = &found.programme;
    let text = |text: &str| if text.is_empty() { Value::Missing } else { Value::Text(text.to_owned()) };
    let date = |date: Option<Date>| date.map_or(Value::Missing, Value::Date);
    typed.title.set(text(&found.title));
    typed.activity.set(text(&programme.activity));
    typed.place.set(text(&programme.place));
    typed.who.set(text(&programme.who));
    typed.lesson.set(text(&programme.lesson));
    typed.from.set(date(programme.from));
    typed.until.set(date(programme.until));
    typed.cost.set(if programme.cost == 0 { Value::Missing } else { Value::Decimal(programme.cost as f64) });
    typed.planned.set(if programme.planned == 0 { Value::Missing } else { Value::Decimal(programme.planned.into()) });
    typed.field.set(programme.field.clone());
    typed.source.set(programme.source.clone());
    typed.state.set(programme.state.clone());
    typed.list.set(programme.list.clone());
    typed.kept.set(programme.clone());
}

/// How many were helped, and the indicators before and now.
fn outcome(key: &str, found: ProgrammeView) -> AnyView {
    let way = (!found.on_list.is_empty()).then(|| {
        let href = link(&format!("/guna/{key}"));
        view! {
            <p class="soft">{found.on_list.clone()}</p>
            <div class="buttons screen-only"><a class=Look::Outline.class() href=href>{words::follow_up(lang())}</a></div>
        }
    });
    let cautions: Vec<_> = found.cautions.iter().map(|text| view! { <p>{text.clone()}</p> }.into_any()).collect();
    view! {
        <section class="stack-s">
            <p><b>{found.reached}</b></p>
            {way}
            {found.outcome.map(|table| data_table(&table))}
            <Notice tone=Tone::Info>{cautions}</Notice>
        </section>
    }
    .into_any()
}

fn fields(typed: Typed, key: StoredValue<String>, fresh: bool, form: ProgrammeForm) -> AnyView {
    let mut lists = vec![(String::new(), words::no_list(lang()).to_owned())];
    lists.extend(form.lists);
    let picker = |id: &'static str, label: &'static str, options: Vec<(String, String)>, chosen: RwSignal<String>| {
        view! { <Picker id label options=Signal::stored(options) chosen/> }.into_any()
    };
    let indicators = typed.indicators.get_untracked().into_iter();
    let indicators: Vec<_> = indicators.map(|(_, text, ticked)| view! { <CheckRow text ticked/> }.into_any()).collect();
    let wrong = RwSignal::new(Vec::<String>::new());
    let busy = RwSignal::new(false);
    let keep = Callback::new(move |()| {
        busy.set(true);
        let (title, programme) = typed_programme(typed);
        leptos::task::spawn_local(async move {
            match ask(CheckProgramme { title, programme }).await {
                Ok(checked) if checked.wrong.is_empty() => {
                    let named = Some(key.get_value()).filter(|_| !fresh);
                    let key = named.unwrap_or_else(|| format!("program-{}", js_sys::Date::now() as u64));
                    let paper =
                        PutPaper { kind: "program".into(), key: key.clone(), title: checked.title, body: checked.body };
                    match save(paper).await {
                        Ok(_) => {
                            wrong.set(Vec::new());
                            toast(words::kept(lang()));
                            if fresh {
                                go("/guna/program");
                            }
                        }
                        Err(error) => wrong.set(vec![error.message(lang()).1]),
                    }
                }
                Ok(checked) => wrong.set(checked.wrong),
                Err(error) => wrong.set(vec![error.message(lang()).1]),
            }
            _ = busy.try_set(false);
        });
    });
    let remove = (!fresh).then(|| {
        let press = Callback::new(move |()| {
            leptos::task::spawn_local(async move {
                match save(RemovePaper { kind: "program".into(), key: key.get_value() }).await {
                    Ok(done) => {
                        toast_undo(words::removed(lang()), Callback::new(move |()| undo(done.act)));
                        go("/guna/program");
                    }
                    Err(error) => toast(error.message(lang()).1),
                }
            });
        });
        view! { <Button text=words::remove(lang()) look=Look::Quiet on_press=press/> }
    });
    view! {
        <section class="card stack screen-only">
            <TextField field=Field::new("nama", words::name(lang())).on(typed.title)/>
            <NoteField field=Field::new("kegiatan", words::activity(lang())).on(typed.activity)/>
            {picker("bidang", words::field(lang()), form.fields, typed.field)}
            {picker("sumber", words::source(lang()), form.sources, typed.source)}
            <NumberField field=Field::new("biaya", words::cost(lang())).on(typed.cost) decimal=true/>
            {picker("daftar", words::list(lang()), lists, typed.list)}
            <NumberField field=Field::new("sasaran", words::planned(lang())).on(typed.planned)/>
            <TextField field=Field::new("lokasi", words::place(lang())).on(typed.place)/>
            <TextField field=Field::new("pengurus", words::who(lang())).on(typed.who)/>
            <DateField field=Field::new("mulai", words::from(lang())).on(typed.from)/>
            <DateField field=Field::new("selesai", words::until(lang())).on(typed.until)/>
            {picker("keadaan", words::state(lang()), form.states, typed.state)}
            <details>
                <summary>{words::indicators(lang())}</summary>
                <div class="options">{indicators}</div>
            </details>
            <NoteField field=Field::new("pelajaran", words::lesson(lang())).on(typed.lesson)/>
            {follow(move || {
                let lines = wrong.get();
                (!lines.is_empty()).then(|| {
                    let lines: Vec<_> = lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect();
                    view! { <Notice tone=Tone::Error>{lines}</Notice> }
                })
            })}
            <div class="buttons">
                <Button text=words::keep(lang()) busy on_press=keep/>
                {remove}
            </div>
        </section>
    }
    .into_any()
}

fn typed_programme(typed: Typed) -> (String, Programme) {
    let text =
        |value: RwSignal<Value>| if let Value::Text(text) = value.get_untracked() { text } else { String::new() };
    let date = |value: RwSignal<Value>| if let Value::Date(date) = value.get_untracked() { Some(date) } else { None };
    let number = |value: RwSignal<Value>| match value.get_untracked() {
        Value::Number(n) => f64::from(n),
        Value::Decimal(n) => n,
        _ => 0.0,
    };
    let indicators = typed.indicators.with_untracked(|rows| {
        rows.iter().filter(|(.., ticked)| ticked.get_untracked()).map(|(id, ..)| id.clone()).collect()
    });
    let kept = typed.kept.get_untracked();
    let programme = Programme {
        activity: text(typed.activity),
        field: typed.field.get_untracked(),
        source: typed.source.get_untracked(),
        list: typed.list.get_untracked(),
        place: text(typed.place),
        who: text(typed.who),
        from: date(typed.from),
        until: date(typed.until),
        cost: number(typed.cost).max(0.0) as u64,
        planned: number(typed.planned).max(0.0) as u32,
        state: typed.state.get_untracked(),
        indicators,
        before: kept.before,
        lesson: text(typed.lesson),
    };
    (text(typed.title), programme)
}
