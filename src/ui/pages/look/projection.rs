//! The projection (lihat/proyeksi): assumptions that are moved, and at once what follows from them.

use super::compare::{for_whom, hide_below};
use super::series_parts::{answered, said};
use super::summary::chart_view;
use crate::engine::EngineError;
use crate::engine::protocol::table::Table;
use crate::engine::protocol::{
    ASSUMPTIONS_KEY, ASSUMPTIONS_KIND, Assumptions, AssumptionsView, GetProjection, Part, ProjectionView,
    ProjectionWorkbook, PutPaper, ReadAssumptions, Undo,
};
use crate::lang::{shell, time as words};
use crate::ui::asking::trouble;
use crate::ui::client::{ask, ask_for_file, follow_changes};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::chart::{Chart, picture_width};
use crate::ui::parts::data_table::data_table;
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::file_out::{OutFile, download};
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::slider::{Range, Slider};
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use leptos::prelude::*;
use std::time::Duration;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Sliders rest so long before the projection is asked for again.
const REST: Duration = Duration::from_millis(40);

/// The numbers that are moved.
#[derive(Clone, Copy)]
struct Moved {
    years: RwSignal<f64>,
    fertility: [RwSignal<f64>; 2],
    mean_age: RwSignal<f64>,
    e0_female: [RwSignal<f64>; 2],
    e0_male: [RwSignal<f64>; 2],
    sex_ratio: RwSignal<f64>,
    migration: RwSignal<f64>,
}

impl Moved {
    fn of(assumed: &Assumptions) -> Moved {
        Moved {
            years: RwSignal::new(f64::from(assumed.years)),
            fertility: assumed.fertility.map(RwSignal::new),
            mean_age: RwSignal::new(assumed.mean_age),
            e0_female: assumed.e0_female.map(RwSignal::new),
            e0_male: assumed.e0_male.map(RwSignal::new),
            sex_ratio: RwSignal::new(assumed.sex_ratio),
            migration: RwSignal::new(assumed.migration),
        }
    }

    fn set(self, assumed: &Assumptions) {
        let pair = |signals: [RwSignal<f64>; 2], values: [f64; 2]| {
            signals.iter().zip(values).for_each(|(signal, value)| signal.set(value));
        };
        self.years.set(f64::from(assumed.years));
        pair(self.fertility, assumed.fertility);
        self.mean_age.set(assumed.mean_age);
        pair(self.e0_female, assumed.e0_female);
        pair(self.e0_male, assumed.e0_male);
        self.sex_ratio.set(assumed.sex_ratio);
        self.migration.set(assumed.migration);
    }

    /// As they stand, followed.
    fn get(self) -> Assumptions {
        let pair = |signals: [RwSignal<f64>; 2]| signals.map(|signal| signal.get());
        Assumptions {
            start: None,
            years: self.years.get() as u16,
            fertility: pair(self.fertility),
            mean_age: self.mean_age.get(),
            e0_female: pair(self.e0_female),
            e0_male: pair(self.e0_male),
            sex_ratio: self.sex_ratio.get(),
            migration: self.migration.get(),
        }
    }
}

/// The page.
pub fn ProjectionPage() -> AnyView {
    name_page(|| shell::look(lang()).into(), || words::projection(lang()).into());
    let first = RwSignal::new(None::<AssumptionsView>);
    let problem = RwSignal::new(None::<EngineError>);
    leptos::task::spawn_local(async move {
        match ask(ReadAssumptions).await {
            Ok(view) => _ = first.try_set(Some(view)),
            Err(error) => _ = problem.try_set(Some(error)),
        }
    });
    view! {
        <div class="stack">
            <p class="soft">{words::projection_intro(lang())}</p>
            <Notice tone=Tone::Info><p>{words::not_a_forecast(lang())}</p></Notice>
            {trouble(problem)}
            {follow(move || first.get().map_or_else(|| skeleton(8), |view| laid_out(&view)))}
        </div>
    }
    .into_any()
}

fn laid_out(first: &AssumptionsView) -> AnyView {
    let whom = RwSignal::new("umum".to_owned());
    let moved = Moved::of(&first.assumed);
    let asked = RwSignal::new(first.assumed.clone());
    // The picture follows once the hand rests.
    let round = StoredValue::new(0u32);
    effect(move || {
        let now = moved.get();
        let this = round.try_update_value(|round| {
            *round += 1;
            *round
        });
        set_timeout(
            move || {
                if round.try_get_value() == this && asked.with_untracked(|asked| *asked != now) {
                    asked.set(now.clone());
                }
            },
            REST,
        );
    });
    let question = move || {
        follow_changes();
        Some(GetProjection { assumed: asked.get(), hide_below: hide_below(whom), width: picture_width() })
    };
    view! {
        <div class="stack">
            {said(&first.said)}
            {sliders(moved, &first.ranges)}
            {buttons(moved, whom)}
            <div class="screen-only">{for_whom(whom)}</div>
            {answered(question, outcome)}
            {said(&[words::sources(lang()).to_owned()])}
        </div>
    }
    .into_any()
}

fn sliders(moved: Moved, ranges: &[(Part, f64, f64)]) -> AnyView {
    let range = |part: Part, step: f64, decimals| {
        let found = ranges.iter().find(|(known, ..)| *known == part);
        let (low, high) = found.map_or((0.0, 1.0), |(_, low, high)| (*low, *high));
        Range { low, high, step, decimals }
    };
    let (tfr, life) = (range(Part::Fertility, 0.05, 2), |part| range(part, 0.1, 1));
    let (years, persons) = (words::years_unit(lang()), words::persons_unit(lang()));
    let [tfr_first, tfr_last] = moved.fertility;
    let ([women_first, women_last], [men_first, men_last]) = (moved.e0_female, moved.e0_male);
    view! {
        <div class="stack screen-only">
            <fieldset class="card stack-s">
                <legend class="strong">{words::group_births(lang())}</legend>
                <div class="sliders">
                    <Slider id="tfr-awal" label=words::tfr_first(lang()) unit="" range=tfr value=tfr_first/>
                    <Slider id="tfr-akhir" label=words::tfr_last(lang()) unit="" range=tfr value=tfr_last/>
                    <Slider id="umur-ibu" label=words::mean_age(lang()) unit=years range=range(Part::MeanAge, 0.1, 1) value=moved.mean_age/>
                    <Slider id="rasio-lahir" label=words::sex_ratio(lang()) unit="" range=range(Part::SexRatio, 1.0, 0) value=moved.sex_ratio/>
                </div>
            </fieldset>
            <fieldset class="card stack-s">
                <legend class="strong">{words::group_life(lang())}</legend>
                <div class="sliders">
                    <Slider id="ahh-p-awal" label=words::e0_female_first(lang()) unit=years range=life(Part::LifeFemale) value=women_first/>
                    <Slider id="ahh-p-akhir" label=words::e0_female_last(lang()) unit=years range=life(Part::LifeFemale) value=women_last/>
                    <Slider id="ahh-l-awal" label=words::e0_male_first(lang()) unit=years range=life(Part::LifeMale) value=men_first/>
                    <Slider id="ahh-l-akhir" label=words::e0_male_last(lang()) unit=years range=life(Part::LifeMale) value=men_last/>
                </div>
            </fieldset>
            <fieldset class="card stack-s">
                <legend class="strong">{words::group_moves(lang())}</legend>
                <div class="sliders">
                    <Slider id="migrasi" label=words::migration(lang()) unit=persons range=range(Part::Migration, 1.0, 0) value=moved.migration/>
                    <Slider id="jangka" label=words::horizon(lang()) unit=years range=range(Part::Years, 5.0, 0) value=moved.years/>
                </div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn buttons(moved: Moved, whom: RwSignal<String>) -> AnyView {
    let busy = RwSignal::new(false);
    let keep = Callback::new(move |()| {
        let assumed = untrack(move || moved.get());
        leptos::task::spawn_local(async move {
            if let Err(error) = kept(assumed).await {
                toast(error.message(lang()).1);
            }
        });
    });
    let file = Callback::new(move |()| {
        let (assumed, hide_below) = untrack(move || (moved.get(), hide_below(whom)));
        busy.set(true);
        leptos::task::spawn_local(async move {
            match ask_for_file(ProjectionWorkbook { assumed, hide_below }).await {
                Ok((file, Some(bytes))) => download(&OutFile { name: file.name, mime: XLSX, content: bytes.into() }),
                Ok((_, None)) => {}
                Err(error) => toast(error.message(lang()).1),
            }
            _ = busy.try_set(false);
        });
    });
    let back = Callback::new(move |()| moved.set(&Assumptions::default()));
    view! {
        <div class="buttons screen-only">
            <Button text=words::save_assumptions(lang()) on_press=keep/>
            <Button text=words::download_xlsx(lang()) look=Look::Outline icon="download" busy on_press=file/>
            <Button text=words::first_values(lang()) look=Look::Outline on_press=back/>
        </div>
    }
    .into_any()
}

/// The study checks and writes the assumptions, the engine keeps them.
async fn kept(assumed: Assumptions) -> Result<(), EngineError> {
    let checked = ask(GetProjection { assumed, hide_below: 0, width: picture_width() }).await?;
    if !checked.problems.is_empty() {
        return Err(EngineError::File(checked.problems.join(" ")));
    }
    let title = words::assumptions_title(lang()).to_owned();
    let paper = PutPaper { kind: ASSUMPTIONS_KIND.into(), key: ASSUMPTIONS_KEY.into(), title, body: checked.body };
    let done = ask(paper).await?;
    let undo = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            if let Err(error) = ask(Undo { act: done.act }).await {
                toast(error.message(lang()).1);
            }
        });
    });
    toast_undo(words::assumptions_saved(lang()), undo);
    Ok(())
}

fn outcome(view: &ProjectionView) -> AnyView {
    if !view.problems.is_empty() {
        let lines: Vec<_> = view.problems.iter().map(|line| view! { <p>{line.clone()}</p> }.into_any()).collect();
        return view! { <Notice tone=Tone::Error>{lines}</Notice> }.into_any();
    }
    let cautions: Vec<_> = view.cautions.iter().map(|line| view! { <p>{line.clone()}</p> }.into_any()).collect();
    let careful = (!cautions.is_empty()).then(|| view! { <Notice tone=Tone::Warn>{cautions}</Notice> });
    view! {
        <div class="stack">
            {careful}
            <Chart chart=chart_view(view.pyramid.clone())/>
            <Chart chart=chart_view(view.lines.clone())/>
            {data_table(&view.table)}
            {by_age(view.ages.clone())}
        </div>
    }
    .into_any()
}

/// All ages behind their title: drawn when they are opened.
fn by_age(ages: Table) -> AnyView {
    let (open, title) = (RwSignal::new(false), ages.title.clone());
    let toggle =
        move |event: leptos::ev::Event| open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    let ages = StoredValue::new(ages);
    view! {
        <details class="explain card table-card" on:toggle=toggle>
            <summary>{title}</summary>
            {follow(move || open.get().then(|| ages.with_value(data_table)))}
        </details>
    }
    .into_any()
}
