//! Of when and where figures are looked at: the reference date and the area, on top of both pages and kept from one to the
//! other while the site is open.

use crate::base::Value;
use crate::engine::protocol::{AreaRow, LookAt};
use crate::lang::analyse as words;
use crate::ui::lang;
use crate::ui::pages::collect::filter::{area_of, area_options, areas};
use crate::ui::parts::field::Field;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::typed::DateField;
use leptos::prelude::*;
use std::cell::RefCell;

thread_local! {
    /// What was chosen last: date, key of the area.
    static CHOSEN: RefCell<(Value, String)> = const { RefCell::new((Value::Missing, String::new())) };
}

/// The signals of the choice.
#[derive(Clone, Copy)]
pub(super) struct WhenWhere {
    at: RwSignal<Value>,
    area: RwSignal<String>,
    areas: RwSignal<Vec<AreaRow>>,
}

impl WhenWhere {
    /// As it was left.
    pub(super) fn new() -> WhenWhere {
        let (at, area) = CHOSEN.with_borrow(Clone::clone);
        let chosen = WhenWhere { at: RwSignal::new(at), area: RwSignal::new(area), areas: areas() };
        Effect::new(move |_| CHOSEN.set((chosen.at.get(), chosen.area.get())));
        chosen
    }

    /// The choice as a question, followed. An area is asked for only once the areas are known.
    pub(super) fn look(self) -> Option<LookAt> {
        let at = if let Value::Date(date) = self.at.get() { Some(date) } else { None };
        let area = self.area.get();
        if !area.is_empty() && self.areas.with(Vec::is_empty) {
            return None;
        }
        Some(LookAt { at, area: self.areas.with(|areas| area_of(areas, &area)) })
    }

    /// Shows the date that was taken where none was chosen.
    pub(super) fn taken(self, at: crate::base::Date) {
        if self.at.with_untracked(Value::is_missing) {
            self.at.set(Value::Date(at));
        }
    }

    /// The two fields.
    pub(super) fn fields(self) -> AnyView {
        let at = Field::new("tanggal-acuan", words::reference_date(lang())).on(self.at);
        let options = Signal::derive(move || self.areas.with(|areas| area_options(areas)));
        view! {
            <div class="when-where screen-only">
                <DateField field=at/>
                <Picker id="wilayah" label=words::place_heading(lang()) options chosen=self.area/>
            </div>
        }
        .into_any()
    }
}
