//! The village map: what it shows, by which areas, in which form, and for whom. It is drawn anew at every choice.

use super::map_kept::kept;
use super::summary::chart_view;
use super::when_where::WhenWhere;
use crate::base::Value;
use crate::engine::protocol::{
    AreaLevel, Breaks, ChartReply, Choices, DrawMap, MapForm, MapSheet, MapTheme, SheetView, TableChoices,
};
use crate::lang::{map as words, shell, table_maker};
use crate::ui::asking::{latest, trouble};
use crate::ui::client::{ask, follow_changes};
use crate::ui::parts::button::Look;
use crate::ui::parts::chart::{Chart, picture_width};
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::field::Field;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::typed::TextField;
use crate::ui::shell::house::name_page;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// Counts from 1 to below this are hidden from everybody (domain.md §13.4: no official threshold is known).
const HIDE_BELOW: u8 = 5;
/// So many families a dot stands for.
const EACH: [u16; 4] = [1, 5, 10, 25];

/// The signals of the choice. A theme's key is `i:` and an indicator, or the universe and a variable: `keluarga:air_minum`.
#[derive(Clone, Copy)]
struct Asked {
    theme: RwSignal<String>,
    answer: RwSignal<String>,
    level: RwSignal<String>,
    form: RwSignal<String>,
    breaks: RwSignal<String>,
    each: RwSignal<String>,
    signs: RwSignal<bool>,
    public: RwSignal<String>,
    title: RwSignal<Value>,
}

impl Asked {
    fn new() -> Asked {
        let signal = |text: &str| RwSignal::new(text.to_owned());
        Asked {
            theme: signal("i:water-layak"),
            answer: signal("0"),
            level: signal("rt"),
            form: signal("warna"),
            breaks: signal("kuantil"),
            each: signal("1"),
            signs: RwSignal::new(true),
            public: signal("umum"),
            title: RwSignal::new(Value::Missing),
        }
    }

    /// The question, followed; nothing while the area is not known yet.
    fn question(self, chosen: WhenWhere) -> Option<DrawMap> {
        let theme = self.theme.get();
        let theme = match theme.split_once(':') {
            Some(("i", id)) => MapTheme::Indicator(id.to_owned()),
            Some((universe, variable)) => MapTheme::Answer {
                universe: universe.to_owned(),
                variable: variable.to_owned(),
                answer: self.answer.get().parse().ok(),
            },
            None => return None,
        };
        Some(DrawMap {
            look: chosen.look()?,
            theme,
            level: match self.level.get().as_str() {
                "dusun" => AreaLevel::Dusun,
                "rw" => AreaLevel::Rw,
                _ => AreaLevel::Rt,
            },
            form: match self.form.get().as_str() {
                "titik" => MapForm::Dots(self.each.get().parse().unwrap_or(1)),
                "petak" => MapForm::Tiles,
                _ => MapForm::Colour,
            },
            breaks: match self.breaks.get().as_str() {
                "lebar" => Breaks::Equal,
                "celah" => Breaks::Natural,
                _ => Breaks::Quantiles,
            },
            signs: self.signs.get(),
            hide_below: if self.public.get() == "umum" { HIDE_BELOW } else { 0 },
            title: self.title.with(|title| if let Value::Text(text) = title { text.clone() } else { String::new() }),
            width: picture_width(),
        })
    }
}

/// The page.
pub fn MapPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::title(lang()).into());
    let chosen = WhenWhere::new();
    let asked = Asked::new();
    let choices = RwSignal::new(None::<(SheetView, Choices)>);
    let sheet = RwSignal::new(None::<SheetView>);
    let (map, problem) = (RwSignal::new(None::<ChartReply>), RwSignal::new(None));
    effect(move || {
        follow_changes();
        leptos::task::spawn_local(async move {
            match ask(MapSheet).await {
                Ok(found) => {
                    if choices.try_with_untracked(Option::is_none) == Some(true)
                        && let Ok(tables) = ask(TableChoices).await
                    {
                        choices.try_set(Some((found.clone(), tables)));
                    }
                    _ = sheet.try_set(Some(found));
                }
                Err(error) => _ = problem.try_set(Some(error)),
            }
        });
    });
    latest(
        move || asked.question(chosen),
        move |answer| match answer {
            Ok(drawn) => {
                chosen.taken(drawn.table.note.at);
                problem.set(None);
                map.set(Some(drawn));
            }
            Err(error) => {
                map.set(Some(ChartReply::default()));
                problem.set(Some(error));
            }
        },
    );
    view! {
        <div class="stack">
            <p class="soft">{words::intro(lang())}</p>
            {chosen.fields()}
            {follow(move || choices.get().map(|(sheet, tables)| fields(asked, sheet, StoredValue::new(tables))))}
            {trouble(problem)}
            {follow(move || match map.get() {
                None => skeleton(10),
                Some(reply) if reply.svg.is_empty() => ().into_any(),
                Some(reply) => {
                    let remark = reply.table.note.remark.clone();
                    view! { <Chart chart=chart_view(reply)/> <p class="soft">{remark}</p> }.into_any()
                }
            })}
            <div class="buttons screen-only">
                <a class=Look::Main.class() href=link("/lihat/peta/gambar")>{words::draw_areas(lang())}</a>
                <a class=Look::Outline.class() href=link("/lihat/peta/berkas")>{words::from_file(lang())}</a>
            </div>
            {follow(move || sheet.get().map(|sheet| kept(&sheet)))}
        </div>
    }
    .into_any()
}

/// What is mapped and how.
fn fields(asked: Asked, sheet: SheetView, tables: StoredValue<Choices>) -> AnyView {
    let mut themes: Vec<(String, String)> =
        sheet.indicators.into_iter().map(|(id, name)| (format!("i:{id}"), name)).collect();
    tables.with_value(|tables| {
        for variable in tables.variables.iter().filter(|variable| !matches!(variable.id.as_str(), "dusun" | "rt")) {
            let of = if variable.of_families { "keluarga" } else { "penduduk" };
            let whom = tables.universes.iter().find(|universe| universe.id == of).map_or(of, |u| u.label.as_str());
            themes.push((format!("{of}:{}", variable.id), words::by_variable(lang(), whom, &variable.label)));
        }
    });
    let answers = Signal::derive(move || {
        let theme = asked.theme.get();
        let id = theme.split_once(':').filter(|(of, _)| *of != "i").map_or("", |(_, id)| id).to_owned();
        tables.with_value(|tables| {
            let found = tables.variables.iter().find(|variable| variable.id == id);
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
    let pairs = |list: &[(&str, &str)]| list.iter().map(|(key, label)| (key.to_string(), label.to_string())).collect();
    let levels: Vec<(String, String)> =
        pairs(&[("rt", words::rt(lang())), ("rw", words::rw(lang())), ("dusun", words::dusun(lang()))]);
    let forms = pairs(&[
        ("warna", words::style_colour(lang())),
        ("titik", words::style_dots(lang())),
        ("petak", words::style_tiles(lang())),
    ]);
    let breaks: Vec<(String, String)> = pairs(&[
        ("kuantil", words::quantiles(lang())),
        ("lebar", words::equal(lang())),
        ("celah", words::natural(lang())),
    ]);
    let each: Vec<(String, String)> = EACH
        .iter()
        .map(|n| (n.to_string(), if *n == 1 { words::one_dot(lang()).to_owned() } else { words::dot_is(lang(), n) }))
        .collect();
    let whom = pairs(&[("umum", table_maker::for_all(lang())), ("kantor", table_maker::for_office(lang()))]);
    let is_dots = move || asked.form.with(|form| form == "titik");
    view! {
        <div class="stack-s screen-only">
            <Segmented label=words::style(lang()) name="bentuk" options=forms chosen=asked.form/>
            <div class="maker">
                <Picker id="peta-isi" label=words::what(lang()) options=Signal::stored(themes) chosen=asked.theme/>
                <div hidden=held(move || answers.with(Vec::is_empty))>
                    <Picker id="peta-jawaban" label=words::answer(lang()) options=answers chosen=asked.answer/>
                </div>
                <Picker id="peta-menurut" label=words::by(lang()) options=Signal::stored(levels) chosen=asked.level/>
                <div hidden=held(is_dots)>
                    <Picker id="peta-kelas" label=words::breaks(lang()) options=Signal::stored(breaks) chosen=asked.breaks/>
                </div>
                <div hidden=held(move || !is_dots())>
                    <Picker id="peta-tiap" label=words::per_dot(lang()) options=Signal::stored(each) chosen=asked.each/>
                </div>
            </div>
            <details class="explain">
                <summary>{words::more_choices(lang())}</summary>
                <div class="stack-s">
                    <TextField field=Field::new("peta-judul", words::own_title(lang())).help(words::own_title_help(lang())).on(asked.title)/>
                    <CheckRow text=words::signs(lang()) ticked=asked.signs/>
                </div>
            </details>
            <Segmented label=table_maker::for_whom(lang()) name="untuk" options=whom chosen=asked.public/>
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
