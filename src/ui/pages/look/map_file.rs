//! Shapes and points from a file: what each seems to be, corrected by the user, then kept.

use crate::base::region::Area;
use crate::engine::EngineError;
use crate::engine::protocol::{
    AreaLevel, CheckPoint, CheckShape, FeatureForm, MapFeature, MapFile, MapPaper, MapSheet, PutPaper, ReadMap,
    SheetArea, Stands,
};
use crate::lang::map as words;
use crate::ui::asking::trouble;
use crate::ui::client::{ask, ask_with_file, save};
use crate::ui::parts::button::Button;
use crate::ui::parts::file_button::{FileButton, read_file};
use crate::ui::parts::live::{follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::shell::house::name_page;
use crate::ui::{go, lang};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Keys of what a feature becomes, beside areas by their place in the list.
const LEFT_OUT: &str = "";
const BORDER: &str = "desa";
const LINE: &str = "garis";
const POINT: &str = "titik";
/// More features than this are read, but only so many are shown to be kept.
const MOST_SHOWN: usize = 300;

/// The page.
pub fn MapFilePage() -> AnyView {
    name_page(|| words::title(lang()).into(), || words::from_file(lang()).into());
    let (file, busy) = (RwSignal::new(None::<(String, MapFile)>), RwSignal::new(false));
    let problem = RwSignal::new(None::<EngineError>);
    let areas = RwSignal::new(Vec::<SheetArea>::new());
    leptos::task::spawn_local(async move {
        if let Ok(sheet) = ask(MapSheet).await {
            _ = areas.try_set(sheet.areas);
        }
    });
    let take = UnsyncCallback::new(move |chosen: web_sys::File| {
        busy.set(true);
        problem.set(None);
        file.set(None);
        let name = chosen.name();
        leptos::task::spawn_local(async move {
            let answer = match read_file(&chosen).await {
                Ok(bytes) => ask_with_file(ReadMap { name: name.clone() }, bytes).await,
                Err(_) => Err(EngineError::File(words::damaged_zip(lang()).to_owned())),
            };
            busy.try_set(false);
            match answer {
                Ok(read) => _ = file.try_set(Some((name, read))),
                Err(error) => _ = problem.try_set(Some(error)),
            }
        });
    });
    view! {
        <div class="stack">
            <p class="soft">{words::file_intro(lang())}</p>
            <FileButton
                id="berkas-peta"
                text=words::choose_file(lang())
                hint=words::file_hint(lang())
                accept=".geojson,.json,.kml,.kmz,.gpx"
                on_file=take
            />
            {follow(move || busy.get().then(|| view! { <p role="status">{words::reading(lang())}</p> }))}
            {trouble(problem)}
            {follow(move || file.get().filter(|_| areas.with(|areas| !areas.is_empty())).map(|(name, file)| found(name, file, areas.get())))}
        </div>
    }
    .into_any()
}

/// What was found, each with what it becomes.
fn found(name: String, file: MapFile, areas: Vec<SheetArea>) -> AnyView {
    let mut options: Vec<(String, String)> = vec![(LEFT_OUT.into(), words::left_out(lang()).into())];
    options.extend(areas.iter().enumerate().map(|(at, area)| (at.to_string(), area.label.clone())));
    options.push((BORDER.into(), words::border(lang()).into()));
    let n = file.features.len();
    let features: Vec<(MapFeature, RwSignal<String>)> = file
        .features
        .into_iter()
        .take(MOST_SHOWN)
        .map(|feature| {
            let first = first_choice(&feature, &areas);
            (feature, RwSignal::new(first))
        })
        .collect();
    let rows: Vec<AnyView> =
        features.iter().enumerate().map(|(at, (feature, target))| row(at, feature, *target, &options)).collect();
    let features = StoredValue::new(features);
    let areas = StoredValue::new(areas);
    let twice = Memo::new(move |_| {
        features.with_value(|features| {
            let mut chosen: Vec<String> = features.iter().map(|(_, target)| target.get()).collect();
            chosen.retain(|key| key == BORDER || key.parse::<usize>().is_ok());
            chosen.sort();
            let double = chosen.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone());
            double.map(|key| match key.parse::<usize>() {
                Ok(at) => areas.with_value(|areas| areas.get(at).map_or(String::new(), |area| area.label.clone())),
                Err(_) => words::border(lang()).to_owned(),
            })
        })
    });
    let n_kept = Memo::new(move |_| {
        features.with_value(|features| features.iter().filter(|(_, target)| target.with(|key| key != LEFT_OUT)).count())
    });
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let keep = Callback::new(move |()| {
        busy.set(true);
        problem.set(None);
        let source = name.clone();
        let asked: Vec<(MapFeature, String)> = features.with_value(|features| {
            features.iter().map(|(feature, target)| (feature.clone(), target.get_untracked())).collect()
        });
        let areas = areas.get_value();
        leptos::task::spawn_local(async move {
            let outcome = keep_all(asked, &areas, &source).await;
            busy.try_set(false);
            match outcome {
                Ok(n) => {
                    toast(words::kept_now(lang(), n));
                    go("/lihat/peta");
                }
                Err(text) => _ = problem.try_set(Some(text)),
            }
        });
    });
    let more = (n > MOST_SHOWN).then(|| words::only_first(lang(), MOST_SHOWN, n));
    let remarks: Vec<_> = file
        .remarks
        .into_iter()
        .chain(more)
        .map(|text| view! { <Notice tone=Tone::Warn><p>{text}</p></Notice> }.into_any())
        .collect();
    view! {
        <section class="stack-s" aria-labelledby="isi-peta">
            <h2 id="isi-peta">{words::found(lang(), n)}</h2>
            {remarks}
            <ul class="plain stack-s">{rows}</ul>
            {follow(move || twice.get().map(|name| view! { <Notice tone=Tone::Warn><p>{words::twice(lang(), name)}</p></Notice> }))}
            {follow(move || problem.get().map(|text| view! { <Notice tone=Tone::Error><p>{text}</p></Notice> }))}
            <div class="buttons">
                <Button
                    text=Signal::derive(move || words::keep_n(lang(), n_kept.get()))
                    busy
                    off=Signal::derive(move || n_kept.get() == 0 || twice.with(Option::is_some))
                    on_press=keep
                />
            </div>
        </section>
    }
    .into_any()
}

/// What a feature becomes unless the user says otherwise; nothing where something speaks against it.
fn first_choice(feature: &MapFeature, areas: &[SheetArea]) -> String {
    let area = feature.area.as_ref().and_then(|area| areas.iter().position(|known| known.area == *area));
    match (feature.form, area) {
        _ if !feature.fit => LEFT_OUT.into(),
        (FeatureForm::Area, Some(at)) => at.to_string(),
        (FeatureForm::Line, _) if !feature.name.is_empty() => LINE.into(),
        (FeatureForm::Point, _) if !feature.name.is_empty() => POINT.into(),
        _ => LEFT_OUT.into(),
    }
}

fn row(at: usize, feature: &MapFeature, target: RwSignal<String>, options: &[(String, String)]) -> AnyView {
    let title = if feature.name.is_empty() { words::nameless(lang(), at + 1) } else { feature.name.clone() };
    let options = match feature.form {
        FeatureForm::Point => vec![options[0].clone(), (POINT.into(), words::as_point(lang()).into())],
        FeatureForm::Line => {
            let line = (LINE.to_owned(), words::as_line(lang()).to_owned());
            [&options[..1], &[line], &options[1..]].concat()
        }
        FeatureForm::Area => options.to_vec(),
    };
    let remarks: Vec<_> =
        feature.remarks.iter().map(|text| view! { <p class="map-remark">{text.clone()}</p> }.into_any()).collect();
    let ask = (feature.form == FeatureForm::Area && feature.area.is_none()).then(|| words::which_area(lang()));
    view! {
        <li class="card stack-s" data-left=held(move || target.with(|key| key.is_empty()).then_some("true"))>
            <p><b>{title.clone()}</b>" "<span class="soft">{feature.about.clone()}</span></p>
            {remarks}
            {ask.map(|text| view! { <p class="soft">{text}</p> })}
            <Picker id=format!("jadi-{at}") label=words::becomes(lang(), title) options=Signal::stored(options) chosen=target/>
        </li>
    }
    .into_any()
}

/// Checks all before any is kept; then keeps one after another.
async fn keep_all(asked: Vec<(MapFeature, String)>, areas: &[SheetArea], source: &str) -> Result<usize, String> {
    let told = |error: EngineError| error.message(lang()).1;
    let mut papers: Vec<MapPaper> = Vec::new();
    let mut names = BTreeSet::new();
    for (at, (feature, target)) in asked.into_iter().enumerate() {
        let first = if feature.name.is_empty() { words::nameless(lang(), at + 1) } else { feature.name.clone() };
        // Papers are told apart by their names: a second one of the same name gets a number.
        let mut name = first.clone();
        let mut number = 2;
        while !names.insert((target.clone(), name.to_lowercase())) {
            name = format!("{first} ({number})");
            number += 1;
        }
        let shape = |stands, area: Area| CheckShape {
            stands,
            area,
            name: name.clone(),
            rings: feature.rings.clone(),
            sketch: false,
            source: source.to_owned(),
        };
        let paper = match target.as_str() {
            LEFT_OUT => continue,
            POINT => {
                let Some(place) = feature.rings.first().and_then(|ring| ring.first()).copied() else { continue };
                ask(CheckPoint { name: name.clone(), sign: feature.sign, place, sketch: false }).await
            }
            LINE => ask(shape(Stands::Line, Area::default())).await,
            BORDER => ask(shape(Stands::Village, Area::default())).await,
            at => {
                let area = at.parse::<usize>().ok().and_then(|at| areas.get(at));
                ask(shape(Stands::Area, area.map(|area| area.area.clone()).unwrap_or_default())).await
            }
        };
        let paper = paper.map_err(told)?;
        if !paper.problem.is_empty() {
            return Err(format!("{name}: {}", paper.problem));
        }
        papers.push(paper);
    }
    let n = papers.len();
    for paper in papers {
        let MapPaper { kind, key, title, body, .. } = paper;
        save(PutPaper { kind, key, title, body }).await.map_err(told)?;
    }
    Ok(n)
}

/// Areas of the finest level that has any, those without a shape first.
pub(super) fn to_draw(areas: &[SheetArea]) -> Vec<(String, String)> {
    let mut options: Vec<(bool, AreaLevel, String, String)> = areas
        .iter()
        .enumerate()
        .map(|(at, area)| {
            let label = if area.drawn { words::drawn_already(lang(), &area.label) } else { area.label.clone() };
            (area.drawn, area.level, at.to_string(), label)
        })
        .collect();
    options.sort_by_key(|(drawn, ..)| *drawn);
    options.into_iter().map(|(_, _, key, label)| (key, label)).collect()
}
