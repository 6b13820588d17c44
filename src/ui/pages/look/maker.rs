//! A table of one's own choice: who, by what, what the cells hold, and for whom it is. It is made anew at every choice.

use super::made_tables;
use super::maker_chart::Dressing;
use super::when_where::WhenWhere;
use super::{answer_order, cell_records, maker_files};
use crate::engine::protocol::table::Table;
use crate::engine::protocol::{CellsOf, Choices, KeptTable, MakeChart, MakeTable, TableChoices};
use crate::lang::{shell, table_maker as words};
use crate::ui::asking::{latest, trouble};
use crate::ui::client::ask;
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::chart::picture_width;
use crate::ui::parts::data_table::{data_table, opening_table};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// Counts from 1 to below this are hidden from everybody (domain.md §13.4: no official threshold is known).
const HIDE_BELOW: u8 = 5;

type Words = fn(crate::lang::Lang) -> &'static str;

/// Keys and words of what cells hold.
pub(super) const CELLS: [(&str, CellsOf, Words); 6] = [
    ("jumlah", CellsOf::Counts, words::counts),
    ("baris", CellsOf::RowShares, words::row_shares),
    ("kolom", CellsOf::ColumnShares, words::column_shares),
    ("umur", CellsOf::Age, words::mean_age),
    ("anggota", CellsOf::FamilySize, words::mean_size),
    ("lantai", CellsOf::FloorPerPerson, words::mean_floor),
];

/// The signals of the choice, by the engine's names.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    universe: RwSignal<String>,
    rows: RwSignal<String>,
    columns: RwSignal<String>,
    only: RwSignal<String>,
    answer: RwSignal<String>,
    cells: RwSignal<String>,
    layer: RwSignal<String>,
    layer_answer: RwSignal<String>,
    row_groups: RwSignal<String>,
    column_groups: RwSignal<String>,
    public: RwSignal<String>,
    way: RwSignal<String>,
    below: RwSignal<String>,
    pub(super) dress: Dressing,
}

impl Asked {
    fn of(kept: &KeptTable) -> Asked {
        let signal = || RwSignal::new(String::new());
        let asked = Asked {
            universe: signal(),
            rows: signal(),
            columns: signal(),
            only: signal(),
            answer: signal(),
            cells: signal(),
            layer: signal(),
            layer_answer: signal(),
            row_groups: signal(),
            column_groups: signal(),
            way: signal(),
            below: signal(),
            public: signal(),
            dress: Dressing::new(),
        };
        asked.set(kept);
        asked
    }

    /// The choice as it is kept, followed.
    pub(super) fn kept(self) -> KeptTable {
        KeptTable { table: self.table(), dress: self.dress.kept() }
    }

    pub(super) fn set(self, kept: &KeptTable) {
        let KeptTable { table, dress } = kept;
        let place = |narrowed: &Option<(String, u16)>| {
            let (id, place) = narrowed.clone().unwrap_or_default();
            (id, place.to_string())
        };
        let (only, answer) = place(&table.only);
        let (layer, layer_answer) = place(&table.layer);
        let cells = CELLS.iter().find(|(_, cells, _)| *cells == table.cells).map_or("jumlah", |(key, ..)| *key);
        let public = if table.hide_below > 0 { "umum" } else { "kantor" };
        let below = if table.hide_below > 0 { table.hide_below } else { HIDE_BELOW };
        for (signal, text) in [
            (self.universe, table.universe.clone()),
            (self.rows, table.rows.clone()),
            (self.columns, table.columns.clone()),
            (self.only, only),
            (self.answer, answer),
            (self.cells, cells.to_owned()),
            (self.layer, layer),
            (self.layer_answer, layer_answer),
            (self.row_groups, made_tables::written(&table.row_groups)),
            (self.column_groups, made_tables::written(&table.column_groups)),
            (self.public, public.to_owned()),
            (self.way, if table.round > 0 { "bulat" } else { "sembunyi" }.to_owned()),
            (self.below, below.to_string()),
        ] {
            signal.set(text);
        }
        self.dress.set(dress);
    }

    /// The question, followed; nothing while the area is not known yet.
    pub(super) fn question(self, chosen: WhenWhere) -> Option<MakeTable> {
        Some(MakeTable { look: chosen.look()?, ..self.table() })
    }

    /// What is asked, followed; date and area are not of it.
    fn table(self) -> MakeTable {
        let cells = self.cells.get();
        let narrowed = |variable: RwSignal<String>, answer: RwSignal<String>| {
            Some((variable.get(), answer.get().parse().unwrap_or(0))).filter(|(id, _)| !id.is_empty())
        };
        let public = self.is_public();
        let hide_below = if public { self.hide_below().unwrap_or(HIDE_BELOW) } else { 0 };
        MakeTable {
            universe: self.universe.get(),
            rows: self.rows.get(),
            columns: self.columns.get(),
            row_groups: made_tables::groups(&self.row_groups.get()),
            column_groups: made_tables::groups(&self.column_groups.get()),
            only: narrowed(self.only, self.answer),
            layer: narrowed(self.layer, self.layer_answer),
            cells: CELLS.iter().find(|(key, ..)| *key == cells).map_or(CellsOf::Counts, |(_, cells, _)| *cells),
            hide_below,
            round: if public && self.way.get() == "bulat" { hide_below } else { 0 },
            ..MakeTable::default()
        }
    }

    /// The table is for everybody; followed.
    pub(super) fn is_public(self) -> bool {
        self.public.get() == "umum"
    }

    /// The threshold, followed; nothing where what stands there is no number from 3 to 20.
    fn hide_below(self) -> Option<u8> {
        self.below.get().trim().parse().ok().filter(|below| (3..=20).contains(below))
    }
}

/// The page.
pub fn MakerPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::title(lang()).into());
    let chosen = WhenWhere::new();
    let asked = Asked::of(&made_tables::last());
    effect(move || made_tables::set_last(asked.kept()));
    let choices = RwSignal::new(None::<Choices>);
    let table = RwSignal::new(None::<Table>);
    let problem = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        match ask(TableChoices).await {
            Ok(found) => _ = choices.try_set(Some(found)),
            Err(error) => _ = problem.try_set(Some(error)),
        }
    });
    latest(
        move || asked.question(chosen),
        move |answer| match answer {
            Ok(made) => {
                chosen.taken(made.note.at);
                problem.set(None);
                table.set(Some(made));
            }
            Err(error) => problem.set(Some(error)),
        },
    );
    let dress = asked.dress;
    let chart_of =
        move || Some(MakeChart { table: asked.question(chosen)?, dress: dress.wanted()?, width: picture_width() });
    latest(chart_of, move |drawn| dress.made.set(drawn.ok().filter(|drawn| drawn.form.is_some())));
    let opened = RwSignal::new(None);
    let open = Callback::new(move |(row, column): (usize, usize)| {
        let Some(question) = untrack(move || asked.question(chosen)) else { return };
        let seen = table.with_untracked(|table| table.as_ref().map(|table| (table.rows.len(), table.columns.len())));
        let Some((rows, columns)) = seen else { return };
        let of = |at: usize, all: usize| (at + 1 < all).then_some(at as u16);
        let across = if question.columns.is_empty() { None } else { of(column, columns).map(|at| at - 1) };
        opened.set(Some(cell_records::Cell { question, row: of(row, rows), column: across }));
    });
    effect(move || {
        table.track();
        opened.set(None);
    });
    view! {
        <div class="stack">
            <p class="soft">{words::intro(lang())}</p>
            {chosen.fields()}
            {follow(move || choices.get().map(|choices| fields(asked, StoredValue::new(choices))))}
            {trouble(problem)}
            {follow(move || table.get().map_or_else(|| skeleton(8), |table| {
                if asked.is_public() { data_table(&table) } else { opening_table(&table, open) }
            }))}
            {cell_records::below_table(opened)}
            {dress.view(Signal::derive(move || asked.is_public()))}
            {maker_files::below(asked, chosen, table, problem)}
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
        for (signal, instead) in [(asked.rows, "air_minum"), (asked.columns, ""), (asked.only, ""), (asked.layer, "")] {
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
    let answers_of = move |variable: RwSignal<String>| {
        Signal::derive(move || {
            let id = variable.get();
            choices.with_value(|choices| {
                let found = choices.variables.iter().find(|variable| variable.id == id);
                let answers = found.map(|variable| variable.answers.iter().enumerate()).into_iter().flatten();
                answers.map(|(at, answer)| (at.to_string(), answer.clone())).collect::<Vec<_>>()
            })
        })
    };
    let (answers, layers) = (answers_of(asked.only), answers_of(asked.layer));
    for (all, chosen) in [(answers, asked.answer), (layers, asked.layer_answer)] {
        effect(move || {
            let n = all.with(Vec::len);
            if n > 0 && chosen.get().parse::<usize>().is_ok_and(|at| at >= n) {
                chosen.set("0".into());
            }
        });
    }
    // An order belongs to its variable.
    for (variable, groups) in [(asked.rows, asked.row_groups), (asked.columns, asked.column_groups)] {
        Effect::new(move |before: Option<String>| {
            let now = variable.get();
            if before.is_some_and(|before| before != now) && !made_tables::just_opened() {
                groups.set(String::new());
            }
            now
        });
    }
    // Words about one table say nothing of another.
    Effect::new(move |before: Option<[String; 3]>| {
        let now = [asked.universe, asked.rows, asked.columns].map(|signal| signal.get());
        if before.is_some_and(|before| before != now) && !made_tables::just_opened() {
            asked.dress.forget_words();
        }
        now
    });
    let cells = CELLS.map(|(key, _, label)| (key.to_owned(), label(lang()).to_owned())).to_vec();
    let whole = Memo::new(move |_| matches!(asked.cells.get().as_str(), "jumlah" | "baris" | "kolom"));
    let turn = Callback::new(move |()| {
        let (rows, columns) = (asked.rows.get_untracked(), asked.columns.get_untracked());
        let groups = (asked.row_groups.get_untracked(), asked.column_groups.get_untracked());
        made_tables::open(|| {
            asked.rows.set(columns);
            asked.columns.set(rows);
            asked.row_groups.set(groups.1);
            asked.column_groups.set(groups.0);
        });
        asked.dress.forget_words();
    });
    let ways = vec![
        ("sembunyi".to_owned(), words::way_hide(lang()).to_owned()),
        ("bulat".to_owned(), words::way_round(lang()).to_owned()),
    ];
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
            <Picker id="lapisan" label=words::layer(lang()) options=with_none(words::no_layer(lang())) chosen=asked.layer/>
            <div hidden=held(move || asked.layer.with(String::is_empty))>
                <Picker id="lapisan-ini" label=words::which_layer(lang()) options=layers chosen=asked.layer_answer/>
            </div>
        </div>
        {answer_order::editor("urut-baris", words::arrange_rows(lang()), answers_of(asked.rows), asked.row_groups)}
        <div hidden=held(move || !whole.get() || asked.columns.with(String::is_empty))>
            {answer_order::editor("urut-kolom", words::arrange_columns(lang()), answers_of(asked.columns), asked.column_groups)}
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
                    "umum" if asked.way.get() == "bulat" => words::rounded(lang(), asked.hide_below().unwrap_or(HIDE_BELOW)),
                    "umum" => words::for_all_help(lang(), asked.hide_below().unwrap_or(HIDE_BELOW) - 1),
                    _ => words::for_office_help(lang()).to_owned(),
                })}
            </p>
            <div class="stack-s" hidden=held(move || asked.public.get() != "umum")>
                <Segmented label=words::way(lang()) name="cara" options=ways chosen=asked.way/>
                <label class="field-small" for="ambang">{follow(move || match asked.way.get().as_str() {
                    "bulat" => words::round_to(lang()),
                    _ => words::threshold(lang()),
                })}</label>
                <input
                    id="ambang"
                    class="input input-short"
                    inputmode="numeric"
                    maxlength="2"
                    prop:value=held(move || asked.below.get())
                    aria-invalid=held(move || asked.hide_below().is_none().to_string())
                    aria-describedby="ambang-salah"
                    on:input=move |event| asked.below.set(event_target_value(&event))
                />
                <p id="ambang-salah" class="wrong" role="alert">
                    {follow(move || asked.hide_below().is_none().then(|| words::threshold_wrong(lang())))}
                </p>
            </div>
        </div>
    }
    .into_any()
}
