//! A table of one's own choice: who, by what, what the cells hold, and for whom it is. It is made anew at every choice.

use super::made_tables::{self, Kept};
use super::summary::chart_view;
use super::when_where::WhenWhere;
use crate::engine::protocol::table::Table;
use crate::engine::protocol::{CellsOf, ChartReply, Choices, MadeWorkbook, MakeChart, MakeTable, TableChoices};
use crate::lang::{analyse, shell, table_maker as words};
use crate::ui::client::{ask, ask_for_file, follow_changes};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::chart::{Chart, picture_width};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Counts from 1 to below this are hidden from everybody (domain.md §13.4: no official threshold is known).
const HIDE_BELOW: u8 = 5;

type Words = fn(crate::lang::Lang) -> &'static str;

/// Keys and words of what cells hold.
const CELLS: [(&str, CellsOf, Words); 6] = [
    ("jumlah", CellsOf::Counts, words::counts),
    ("baris", CellsOf::RowShares, words::row_shares),
    ("kolom", CellsOf::ColumnShares, words::column_shares),
    ("umur", CellsOf::Age, words::mean_age),
    ("anggota", CellsOf::FamilySize, words::mean_size),
    ("lantai", CellsOf::FloorPerPerson, words::mean_floor),
];

/// The signals of the choice, by the engine's names.
#[derive(Clone, Copy)]
struct Asked {
    universe: RwSignal<String>,
    rows: RwSignal<String>,
    columns: RwSignal<String>,
    only: RwSignal<String>,
    answer: RwSignal<String>,
    cells: RwSignal<String>,
    public: RwSignal<String>,
}

impl Asked {
    fn of(kept: &Kept) -> Asked {
        let signal = |text: &str| RwSignal::new(text.to_owned());
        Asked {
            universe: signal(&kept.universe),
            rows: signal(&kept.rows),
            columns: signal(&kept.columns),
            only: signal(&kept.only),
            answer: signal(&kept.answer),
            cells: signal(&kept.cells),
            public: signal("umum"),
        }
    }

    /// The choice as it is kept, followed.
    fn kept(self, name: String) -> Kept {
        Kept {
            name,
            universe: self.universe.get(),
            rows: self.rows.get(),
            columns: self.columns.get(),
            only: self.only.get(),
            answer: self.answer.get(),
            cells: self.cells.get(),
        }
    }

    fn set(self, kept: &Kept) {
        for (signal, text) in [
            (self.universe, &kept.universe),
            (self.rows, &kept.rows),
            (self.columns, &kept.columns),
            (self.only, &kept.only),
            (self.answer, &kept.answer),
            (self.cells, &kept.cells),
        ] {
            signal.set(text.clone());
        }
    }

    /// The question, followed; nothing while the area is not known yet.
    fn question(self, chosen: WhenWhere) -> Option<MakeTable> {
        let cells = self.cells.get();
        let only = Some((self.only.get(), self.answer.get().parse().unwrap_or(0))).filter(|(id, _)| !id.is_empty());
        Some(MakeTable {
            look: chosen.look()?,
            universe: self.universe.get(),
            rows: self.rows.get(),
            columns: self.columns.get(),
            only,
            cells: CELLS.iter().find(|(key, ..)| *key == cells).map_or(CellsOf::Counts, |(_, cells, _)| *cells),
            hide_below: if self.public.get() == "umum" { HIDE_BELOW } else { 0 },
        })
    }
}

/// The page.
pub fn MakerPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::title(lang()).into());
    let chosen = WhenWhere::new();
    let asked = Asked::of(&made_tables::last());
    effect(move || made_tables::set_last(asked.kept(String::new())));
    let choices = RwSignal::new(None::<Choices>);
    let table = RwSignal::new(None::<Table>);
    let chart = RwSignal::new(None::<ChartReply>);
    let problem = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        match ask(TableChoices).await {
            Ok(found) => _ = choices.try_set(Some(found)),
            Err(error) => _ = problem.try_set(Some(error)),
        }
    });
    let round = StoredValue::new(0u32);
    effect(move || {
        follow_changes();
        let Some(question) = asked.question(chosen) else { return };
        let this = round.try_update_value(|round| {
            *round += 1;
            *round
        });
        leptos::task::spawn_local(async move {
            let answer = ask(question.clone()).await;
            if round.try_get_value() != this {
                return;
            }
            match answer {
                Ok(made) => {
                    chosen.taken(made.note.at);
                    problem.set(None);
                    table.set(Some(made));
                }
                Err(error) => return problem.set(Some(error)),
            }
            let drawn = ask(MakeChart { table: question, width: picture_width() }).await;
            if round.try_get_value() == this {
                chart.set(drawn.ok().filter(|drawn| !drawn.svg.is_empty()));
            }
        });
    });
    view! {
        <div class="stack">
            <p class="soft">{words::intro(lang())}</p>
            {chosen.fields()}
            {follow(move || choices.get().map(|choices| fields(asked, StoredValue::new(choices))))}
            {follow(move || problem.get().map(|error| {
                let (title, text) = error.message(lang());
                view! { <Notice tone=Tone::Error title=title><p>{text}</p></Notice> }
            }))}
            {follow(move || table.get().map_or_else(|| skeleton(8), |table| data_table(&table)))}
            {follow(move || chart.get().map(|reply| view! { <Chart chart=chart_view(reply)/> }))}
            {below(asked, chosen, table, problem)}
        </div>
    }
    .into_any()
}

/// Who, by what, and what the cells hold.
fn fields(asked: Asked, choices: StoredValue<Choices>) -> AnyView {
    let families = Memo::new(move |_| {
        let id = asked.universe.get();
        choices.with_value(|choices| choices.universes.iter().any(|universe| universe.id == id && universe.families))
    });
    let variables = Memo::new(move |_| {
        let families = families.get();
        choices.with_value(|choices| {
            let kept = choices.variables.iter().filter(|variable| variable.of_families || !families);
            kept.map(|variable| (variable.id.clone(), variable.label.clone())).collect::<Vec<_>>()
        })
    });
    // What families do not have gives way to something that they have.
    effect(move || {
        let known = |id: &str| variables.with(|variables| variables.iter().any(|(known, _)| known == id));
        for (signal, instead) in [(asked.rows, "air_minum"), (asked.columns, ""), (asked.only, "")] {
            let now = signal.get();
            if !now.is_empty() && !known(&now) {
                signal.set(instead.into());
            }
        }
    });
    let with_none = move |none: &'static str| {
        Signal::derive(move || {
            let first = (String::new(), none.to_owned());
            std::iter::once(first).chain(variables.get()).collect::<Vec<_>>()
        })
    };
    let universes = choices
        .with_value(|choices| choices.universes.iter().map(|u| (u.id.clone(), u.label.clone())).collect::<Vec<_>>());
    let answers = Signal::derive(move || {
        let id = asked.only.get();
        choices.with_value(|choices| {
            let found = choices.variables.iter().find(|variable| variable.id == id);
            let answers = found.map(|variable| variable.answers.iter().enumerate()).into_iter().flatten();
            answers.map(|(at, answer)| (at.to_string(), answer.clone())).collect::<Vec<_>>()
        })
    });
    effect(move || {
        let n = answers.with(Vec::len);
        if n > 0 && asked.answer.get().parse::<usize>().is_ok_and(|at| at >= n) {
            asked.answer.set("0".into());
        }
    });
    let cells = CELLS.map(|(key, _, label)| (key.to_owned(), label(lang()).to_owned())).to_vec();
    let whole = Memo::new(move |_| matches!(asked.cells.get().as_str(), "jumlah" | "baris" | "kolom"));
    let turn = Callback::new(move |()| {
        let (rows, columns) = (asked.rows.get_untracked(), asked.columns.get_untracked());
        asked.rows.set(columns);
        asked.columns.set(rows);
    });
    let whom = vec![
        ("umum".to_owned(), words::for_all(lang()).to_owned()),
        ("kantor".to_owned(), words::for_office(lang()).to_owned()),
    ];
    view! {
        <div class="maker screen-only">
            <Picker id="siapa" label=words::who(lang()) options=Signal::stored(universes) chosen=asked.universe/>
            <Picker id="baris" label=words::rows(lang()) options=Signal::derive(move || variables.get()) chosen=asked.rows/>
            <div hidden=held(move || !whole.get())>
                <Picker id="kolom" label=words::columns(lang()) options=with_none(words::no_columns(lang())) chosen=asked.columns/>
            </div>
            <Picker id="isi" label=words::cells(lang()) options=Signal::stored(cells) chosen=asked.cells/>
            <Picker id="hanya" label=words::only(lang()) options=with_none(words::everyone(lang())) chosen=asked.only/>
            <div hidden=held(move || asked.only.with(String::is_empty))>
                <Picker id="jawaban" label=words::answer(lang()) options=answers chosen=asked.answer/>
            </div>
        </div>
        <div class="buttons screen-only">
            <Button
                text=words::turn(lang())
                look=Look::Quiet
                on_press=turn
                off=Signal::derive(move || !whole.get() || asked.columns.with(String::is_empty))
            />
        </div>
        <div class="stack-s screen-only">
            <Segmented label=words::for_whom(lang()) name="untuk" options=whom chosen=asked.public/>
            <p class="soft" role="status">
                {follow(move || match asked.public.get().as_str() {
                    "umum" => words::for_all_help(lang(), HIDE_BELOW - 1),
                    _ => words::for_office_help(lang()).to_owned(),
                })}
            </p>
        </div>
    }
    .into_any()
}

/// Files of the table, and the choices that were kept.
fn below(
    asked: Asked,
    chosen: WhenWhere,
    table: RwSignal<Option<Table>>,
    problem: RwSignal<Option<crate::engine::EngineError>>,
) -> AnyView {
    let busy = RwSignal::new(false);
    let csv = Callback::new(move |()| {
        if let Some(table) = table.get_untracked() {
            let name = format!("{}-{}.csv", table.id, table.note.at);
            download(&OutFile { name, mime: "text/csv", content: table.to_csv().into() });
        }
    });
    let workbook = Callback::new(move |()| {
        let Some(table) = untrack(move || asked.question(chosen)) else { return };
        busy.set(true);
        leptos::task::spawn_local(async move {
            match ask_for_file(MadeWorkbook { table }).await {
                Ok((file, Some(bytes))) => download(&OutFile { name: file.name, mime: XLSX, content: bytes.into() }),
                Ok((_, None)) => {}
                Err(error) => problem.set(Some(error)),
            }
            busy.set(false);
        });
    });
    let kept = RwSignal::new(made_tables::kept());
    let keep = Callback::new(move |()| {
        let name = table.with_untracked(|table| table.as_ref().map(|table| table.title.clone()));
        if let Some(name) = name {
            kept.set(made_tables::keep(untrack(move || asked.kept(name))));
        }
    });
    view! {
        <div class="buttons screen-only">
            <Button text=words::download_xlsx(lang()) icon="download" busy on_press=workbook/>
            <Button text=analyse::download_csv(lang()) look=Look::Outline icon="download" on_press=csv/>
            <Button text=words::save(lang()) look=Look::Outline on_press=keep/>
        </div>
        {follow(move || kept.with(|all| (!all.is_empty()).then(|| saved(asked, kept, all))))}
    }
    .into_any()
}

fn saved(asked: Asked, kept: RwSignal<Vec<Kept>>, all: &[Kept]) -> AnyView {
    let rows = all.iter().map(|one| {
        let (open, name) = (one.clone(), one.name.clone());
        view! {
            <li class="row">
                <button type="button" class="chip chip-long" on:click=move |_| asked.set(&open)>{one.name.clone()}</button>
                <button
                    type="button"
                    class="button button-quiet"
                    aria-label=words::forget(lang(), &one.name)
                    on:click=move |_| kept.set(made_tables::forget(&name))
                >
                    {crate::ui::parts::icon::icon("close")}
                </button>
            </li>
        }
        .into_any()
    });
    view! {
        <section class="stack-s screen-only" aria-labelledby="tabel-tersimpan">
            <h2 id="tabel-tersimpan">{words::saved(lang())}</h2>
            <ul class="plain stack-s">{rows.collect::<Vec<_>>()}</ul>
        </section>
    }
    .into_any()
}
