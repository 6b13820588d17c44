//! Targets of the village and references from elsewhere: set, changed and taken away, each beside the present value.

use super::compare::mark;
use super::when_where::WhenWhere;
use crate::base::Value;
use crate::engine::protocol::{CheckMark, ListMarks, MarkRow, MarksView, RemovePaper, Undo};
use crate::lang::{catalogue as words, shell};
use crate::ui::asking::{Asked, Checked, trouble};
use crate::ui::client::save;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::card::Card;
use crate::ui::parts::empty::{EmptyState, skeleton};
use crate::ui::parts::field::{Field, Remark, focus_field};
use crate::ui::parts::live::follow;
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::{NumberField, TextField};
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What is being typed.
#[derive(Clone, Copy)]
struct Typed {
    id: RwSignal<String>,
    sort: RwSignal<String>,
    value: RwSignal<Value>,
    year: RwSignal<Value>,
    source: RwSignal<Value>,
    checked: Checked,
}

impl Typed {
    fn remarks(self, field: &'static str) -> Signal<Vec<Remark>> {
        Signal::derive(move || self.checked.remarks(field))
    }

    fn question(self) -> CheckMark {
        let number = |value: Value| match value {
            Value::Decimal(n) => Some(n),
            Value::Number(n) => Some(f64::from(n)),
            _ => None,
        };
        CheckMark {
            id: self.id.get_untracked(),
            reference: self.sort.get_untracked() == "acuan",
            value: number(self.value.get_untracked()),
            year: number(self.year.get_untracked()).map(|year| year as i32),
            source: if let Value::Text(text) = self.source.get_untracked() { text } else { String::new() },
        }
    }

    fn keep(self) {
        self.checked.keep(self.question(), "sasaran", move || {
            self.value.set(Value::Missing);
            toast(words::kept(lang()));
        });
    }

    fn change(self, row: &MarkRow) {
        self.id.set(row.id.clone());
        self.sort.set(if row.reference { "acuan" } else { "target" }.to_owned());
        self.value.set(Value::Decimal(row.typed.0));
        self.year.set(Value::Number(row.typed.1));
        self.source.set(Value::Text(row.source.clone()));
        self.checked.wrong.set(Vec::new());
        focus_field("sasaran-nilai");
    }
}

/// The page.
pub fn MarksPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::targets(lang()).into());
    let query = use_query_map();
    let first = query.with_untracked(|query| query.get("indikator")).unwrap_or_else(|| "jkn-coverage".to_owned());
    let chosen = WhenWhere::new();
    let asked = Asked::follow(move || Some(ListMarks { look: chosen.look()? }));
    let typed = Typed {
        id: RwSignal::new(first),
        sort: RwSignal::new("target".to_owned()),
        value: RwSignal::new(Value::Missing),
        year: RwSignal::new(Value::Missing),
        source: RwSignal::new(Value::Missing),
        checked: Checked::new(),
    };
    let ready = Memo::new(move |_| asked.answer.with(Option::is_some));
    view! {
        <div class="stack">
            <p class="soft measure">{words::targets_lead(lang())}</p>
            {chosen.fields()}
            {asked.trouble()}
            {trouble(typed.checked.problem)}
            {follow(move || if ready.get() { form(typed, asked.answer) } else { skeleton(4) })}
            {follow(move || asked.answer.get().map(|view| list(view, typed, chosen)))}
        </div>
    }
    .into_any()
}

fn form(typed: Typed, view: RwSignal<Option<MarksView>>) -> AnyView {
    let choices =
        Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.choices.clone())).unwrap_or_default());
    let options = Signal::derive(move || {
        choices.with(|choices| choices.iter().map(|(id, name, _)| (id.clone(), name.clone())).collect::<Vec<_>>())
    });
    let sorts = vec![
        ("target".to_owned(), words::target(lang()).to_owned()),
        ("acuan".to_owned(), words::reference(lang()).to_owned()),
    ];
    let unit = move || {
        let id = typed.id.get();
        let unit =
            choices.with(|choices| choices.iter().find(|(known, ..)| *known == id).map(|(_, _, unit)| unit.clone()));
        let field =
            Field::new("sasaran-nilai", words::value_of(lang())).on(typed.value).remarks(typed.remarks("nilai"));
        view! { <NumberField field decimal=true unit=unit.unwrap_or_default()/> }
    };
    let year = Field::new("sasaran-tahun", words::year(lang())).on(typed.year).remarks(typed.remarks("tahun"));
    let source = Field::new("sasaran-sumber", words::source(lang()))
        .help(words::source_help(lang()))
        .on(typed.source)
        .remarks(typed.remarks("sumber"));
    view! {
        <Card title=words::set_mark(lang())>
            <div class="stack screen-only">
                <Picker id="sasaran-indikator" label=words::indicator(lang()) options chosen=typed.id/>
                <Segmented label=words::sort(lang()) name="jenis" options=sorts chosen=typed.sort/>
                <p class="soft">{follow(move || match typed.sort.get().as_str() {
                    "acuan" => words::reference_help(lang()),
                    _ => words::target_help(lang()),
                })}</p>
                <div class="maker">
                    {follow(unit)}
                    <NumberField field=year/>
                </div>
                <TextField field=source/>
                <div class="buttons">
                    <Button text=words::keep(lang()) on_press=Callback::new(move |()| typed.keep())/>
                </div>
            </div>
        </Card>
    }
    .into_any()
}

fn list(view: MarksView, typed: Typed, chosen: WhenWhere) -> AnyView {
    chosen.taken(view.at);
    let damaged = (!view.damaged.is_empty()).then(|| {
        let text = words::damaged_marks(lang(), view.damaged.join(", "));
        view! { <Notice tone=Tone::Warn title=words::damaged(lang())><p>{text}</p></Notice> }
    });
    let rows: Vec<_> = view.rows.into_iter().map(|row| one(row, typed)).collect();
    let none = rows.is_empty().then(|| {
        view! { <EmptyState icon="look" title=words::no_marks(lang()) text=words::no_marks_text(lang())>{}</EmptyState> }
    });
    view! { <section class="stack-s">{damaged}{none}{rows}</section> }.into_any()
}

fn one(row: MarkRow, typed: Typed) -> AnyView {
    let (shown, name, key) = (row.clone(), row.name.clone(), row.key.clone());
    let href = link(&format!("/lihat/indikator/{}", row.id));
    let now = format!("{}: {}", words::now(lang()), row.now);
    let change = Callback::new(move |()| typed.change(&row));
    let remove = Callback::new(move |()| {
        let key = key.clone();
        leptos::task::spawn_local(async move {
            match save(RemovePaper { kind: "sasaran".into(), key }).await {
                Ok(done) => {
                    let undo = Callback::new(move |()| {
                        leptos::task::spawn_local(async move {
                            if let Err(error) = save(Undo { act: done.act }).await {
                                typed.checked.problem.set(Some(error));
                            }
                        });
                    });
                    toast_undo(words::removed(lang()), undo);
                }
                Err(error) => typed.checked.problem.set(Some(error)),
            }
        });
    });
    view! {
        <article class="stack-s">
            <h3><a href=href>{name}</a></h3>
            <p>{now}</p>
            {mark(&shown)}
            <div class="buttons screen-only">
                <Button text=words::change(lang()) look=Look::Quiet on_press=change/>
                <Button text=words::remove(lang()) look=Look::Quiet on_press=remove/>
            </div>
        </article>
    }
    .into_any()
}
