//! What both lists share: search, area, state, and the tabs between families and residents.

use crate::base::CodeList;
use crate::base::codes::FamilyState;
use crate::base::region::Area;
use crate::engine::protocol::{AreaRow, Filter, ListAreas};
use crate::lang::collect as words;
use crate::ui::client::ask;
use crate::ui::parts::choice::CheckRow;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::search::SearchField;
use crate::ui::{lang, link};
use leptos::prelude::*;

/// The signals of a filter.
#[derive(Clone, Copy)]
pub struct ListFilter {
    text: RwSignal<String>,
    area: RwSignal<String>,
    state: RwSignal<String>,
    gone: RwSignal<bool>,
    areas: RwSignal<Vec<AreaRow>>,
    round: StoredValue<u64>,
}

impl ListFilter {
    /// An open filter.
    pub fn open() -> ListFilter {
        let areas = areas();
        ListFilter {
            text: RwSignal::default(),
            area: RwSignal::default(),
            state: RwSignal::default(),
            gone: RwSignal::default(),
            areas,
            round: StoredValue::new(0),
        }
    }

    /// The filter as it stands now, not followed.
    pub fn get(self) -> Filter {
        Filter {
            text: self.text.get_untracked(),
            area: self.areas.with_untracked(|areas| area_of(areas, &self.area.get_untracked())),
            state: self.state.get_untracked().parse().ok(),
            gone: self.gone.get_untracked(),
        }
    }

    /// Follows the filter; another number at each change.
    pub fn track(self) -> u64 {
        self.text.track();
        self.area.track();
        self.state.track();
        self.gone.track();
        self.round.update_value(|round| *round += 1);
        self.round.get_value()
    }
}

/// The areas of the village, asked once.
pub fn areas() -> RwSignal<Vec<AreaRow>> {
    let areas = RwSignal::new(Vec::new());
    leptos::task::spawn_local(async move {
        if let Ok(rows) = ask(ListAreas).await {
            _ = areas.try_set(rows);
        }
    });
    areas
}

/// Keys and labels of areas for a picker: the village, each dusun, each RT.
pub fn area_options(areas: &[AreaRow]) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), words::all_areas(lang()).into())];
    let mut dusun = "";
    for row in areas {
        if !row.area.dusun.is_empty() && row.area.dusun != dusun {
            dusun = &row.area.dusun;
            options.push((key(&Area { dusun: dusun.into(), ..Area::default() }), format!("Dusun {dusun}")));
        }
        options.push((key(&row.area), row.label.clone()));
    }
    options.dedup();
    options
}

/// The picker's key of an area.
pub fn key(area: &Area) -> String {
    format!("{};{};{}", area.dusun, area.rw, area.rt)
}

/// The area of a picker's key.
pub fn area_of(areas: &[AreaRow], chosen: &str) -> Area {
    if let Some(row) = areas.iter().find(|row| key(&row.area) == chosen) {
        return row.area.clone();
    }
    Area { dusun: chosen.split(';').next().unwrap_or("").into(), ..Area::default() }
}

/// Search and filters. `persons` adds the box for those who died or left.
pub fn filter_bar(filter: ListFilter, persons: bool) -> AnyView {
    let areas = filter.areas;
    let area_options = Signal::derive(move || areas.with(|areas| area_options(areas)));
    let states: Vec<_> = std::iter::once((String::new(), words::all_states(lang()).to_owned()))
        .chain(FamilyState::LIST.rows.iter().map(|row| (row.number.to_string(), row.label(lang()).into())))
        .collect();
    view! {
        <div class="stack-s">
            <SearchField id="cari" label=words::search_families(lang()) text=filter.text/>
            <div class="pair">
                <Picker id="wilayah" label=words::area(lang()) options=area_options chosen=filter.area/>
                <Picker id="keadaan" label=words::state(lang()) options=Signal::stored(states) chosen=filter.state/>
            </div>
            {persons.then(|| view! { <CheckRow text=words::also_gone(lang()) ticked=filter.gone/> })}
        </div>
    }
    .into_any()
}

/// Families or residents.
pub fn tabs(here: &'static str) -> AnyView {
    let tab = |key: &str, path: &str, text: &'static str| {
        let current = (key == here).then_some("page");
        view! { <a class="chip" href=link(path) aria-current=current>{text}</a> }.into_any()
    };
    view! {
        <div class="row">
            {tab("keluarga", "/kumpul", words::families(lang()))}
            {tab("warga", "/kumpul/warga", words::residents(lang()))}
        </div>
    }
    .into_any()
}
