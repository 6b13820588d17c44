//! The short form of the village's facilities and potential: typed, checked by the study, kept as a paper.

use crate::base::Value;
use crate::engine::protocol::{
    CheckVillageForm, FormEntry, FormGroup, FormPlace, GetVillageForm, SetProfile, VillageFormView, profile_field,
};
use crate::lang::{catalogue as words, shell};
use crate::ui::asking::{Checked, trouble};
use crate::ui::client::{self, ask, save};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::field::{Field, Remark};
use crate::ui::parts::gradual::gradually;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::toast::toast;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::{NumberField, TextField};
use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// A named facility that is being typed.
#[derive(Clone, Copy)]
struct PlaceRow {
    number: u32,
    kind: RwSignal<String>,
    name: RwSignal<Value>,
    lat: RwSignal<Value>,
    lng: RwSignal<Value>,
}

/// What is being typed.
#[derive(Clone, Copy)]
struct Typed {
    year: RwSignal<Value>,
    fields: RwSignal<Vec<(String, RwSignal<Value>)>>,
    places: RwSignal<Vec<PlaceRow>>,
    next: StoredValue<u32>,
    checked: Checked,
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Decimal(n) => Some(*n),
        Value::Number(n) => Some(f64::from(*n)),
        _ => None,
    }
}

fn decimal(n: Option<f64>) -> Value {
    n.map_or(Value::Missing, Value::Decimal)
}

impl Typed {
    fn remarks(self, field: String) -> Signal<Vec<Remark>> {
        Signal::derive(move || self.checked.remarks(&field))
    }

    fn add(self, place: FormPlace) {
        let number = self.next.get_value();
        self.next.set_value(number + 1);
        let row = PlaceRow {
            number,
            kind: RwSignal::new(place.kind),
            name: RwSignal::new(if place.name.is_empty() { Value::Missing } else { Value::Text(place.name) }),
            lat: RwSignal::new(decimal(place.lat)),
            lng: RwSignal::new(decimal(place.lng)),
        };
        self.places.update(|places| places.push(row));
    }

    fn question(self) -> CheckVillageForm {
        let text = |value: &Value| if let Value::Text(text) = value { text.clone() } else { String::new() };
        let fields: Vec<(String, Value)> = self
            .fields
            .with_untracked(|fields| fields.iter().map(|(key, value)| (key.clone(), value.get_untracked())).collect());
        CheckVillageForm {
            year: number(&self.year.get_untracked()).map(|year| year as i32),
            numbers: fields.iter().filter_map(|(key, value)| Some((key.clone(), number(value)?))).collect(),
            texts: fields
                .iter()
                .map(|(key, value)| (key.clone(), text(value)))
                .filter(|(_, t)| !t.is_empty())
                .collect(),
            places: self.places.with_untracked(|places| {
                let place = |row: &PlaceRow| FormPlace {
                    kind: row.kind.get_untracked(),
                    name: text(&row.name.get_untracked()),
                    lat: number(&row.lat.get_untracked()),
                    lng: number(&row.lng.get_untracked()),
                };
                places.iter().map(place).collect()
            }),
        }
    }

    fn keep(self) {
        self.checked.keep(self.question(), "potensi", || toast(words::potential_kept(lang())));
    }
}

/// The page.
pub fn PotentialPage() -> AnyView {
    name_page(|| shell::collect(lang()).into(), || words::potential(lang()).into());
    let form = RwSignal::new(None::<VillageFormView>);
    let typed = Typed {
        year: RwSignal::new(Value::Missing),
        fields: RwSignal::new(Vec::new()),
        places: RwSignal::new(Vec::new()),
        next: StoredValue::new(0),
        checked: Checked::new(),
    };
    // Read once for each language: what is being typed is not taken away by a change elsewhere.
    effect(move || {
        lang();
        leptos::task::spawn_local(async move {
            match ask(GetVillageForm).await {
                Ok(view) => {
                    if typed.fields.with_untracked(Vec::is_empty) {
                        typed.year.set(view.year.map_or(Value::Missing, Value::Number));
                        view.places.iter().for_each(|place| typed.add(place.clone()));
                        let all = view.groups.iter().flat_map(|group| &group.fields);
                        typed.fields.set(all.map(|field| (field.key.clone(), RwSignal::new(answer(field)))).collect());
                    }
                    _ = form.try_set(Some(view));
                }
                Err(error) => _ = typed.checked.problem.try_set(Some(error)),
            }
        });
    });
    view! {
        <div class="stack">
            <p class="soft measure">{words::potential_lead(lang())}</p>
            {trouble(typed.checked.problem)}
            {follow(move || form.get().map_or_else(|| skeleton(8), |view| laid_out(view, typed)))}
        </div>
    }
    .into_any()
}

fn answer(field: &FormEntry) -> Value {
    match (field.words, field.number) {
        (true, _) if field.text.is_empty() => Value::Missing,
        (true, _) => Value::Text(field.text.clone()),
        (false, Some(n)) if !field.decimal && n.fract() == 0.0 => Value::Number(n as i32),
        (false, n) => decimal(n),
    }
}

fn laid_out(view: VillageFormView, typed: Typed) -> AnyView {
    let damaged = view.damaged.then(|| {
        view! { <Notice tone=Tone::Warn title=words::damaged(lang())><p>{words::damaged_form(lang())}</p></Notice> }
    });
    let year =
        Field::new("potensi-tahun", words::year_of_form(lang())).on(typed.year).remarks(typed.remarks("tahun".into()));
    let mut sections: Vec<Box<dyn FnOnce() -> AnyView + Send>> = Vec::new();
    for (at, group) in view.groups.into_iter().enumerate() {
        sections.push(Box::new(move || section(group, at == 0, typed)));
    }
    let kinds = StoredValue::new(view.kinds);
    sections.push(Box::new(move || places(kinds, typed)));
    let keep = Callback::new(move |()| typed.keep());
    sections.push(Box::new(move || {
        view! {
            <div class="buttons screen-only">
                <Button text=words::keep(lang()) on_press=keep/>
            </div>
            {follow(move || typed.checked.wrong.with(|wrong| (!wrong.is_empty()).then(|| {
                view! { <p class="strong" role="status">{words::n_wrong(lang(), wrong.len())}</p> }
            })))}
        }
        .into_any()
    }));
    view! {
        <div class="stack-l">
            {damaged}
            <div class="maker"><NumberField field=year/></div>
            {gradually(sections, 2, || ())}
        </div>
    }
    .into_any()
}

fn section(group: FormGroup, land: bool, typed: Typed) -> AnyView {
    let area = land.then(|| area(typed));
    let fields: Vec<_> = group.fields.into_iter().map(|field| entry(field, typed)).collect();
    view! {
        <section class="stack-s">
            <h2>{group.title}</h2>
            <div class="potential">{area}{fields}</div>
        </section>
    }
    .into_any()
}

fn entry(field: FormEntry, typed: Typed) -> AnyView {
    let value =
        typed.fields.with_untracked(|all| all.iter().find(|(key, _)| *key == field.key).map(|(_, value)| *value));
    let Some(value) = value else { return ().into_any() };
    let shown = Field::new(format!("potensi-{}", field.key), field.label).on(value).remarks(typed.remarks(field.key));
    match (field.words, field.decimal) {
        (true, _) => view! { <TextField field=shown/> }.into_any(),
        (_, true) => view! { <NumberField field=shown decimal=true unit=field.unit/> }.into_any(),
        _ => view! { <NumberField field=shown/> }.into_any(),
    }
}

/// The area of the village is one with that of the profile.
fn area(typed: Typed) -> AnyView {
    let value = Memo::new(move |_| {
        let fields = client::status().map(|status| status.profile).unwrap_or_default();
        fields.into_iter().find(|(tag, _)| *tag == profile_field::area_km2).map(|(_, value)| value).unwrap_or_default()
    });
    let set = Callback::new(move |answer: Value| {
        leptos::task::spawn_local(async move {
            match save(SetProfile { fields: vec![(profile_field::area_km2, answer)] }).await {
                Ok(status) => client::show(status),
                Err(error) => typed.checked.problem.set(Some(error)),
            }
        });
    });
    let field = Field::new("potensi-luas", words::area(lang())).help(words::area_help(lang())).bind(value.into(), set);
    view! { <NumberField field decimal=true unit="km²"/> }.into_any()
}

/// Facilities by name, with their place where it is known.
fn places(kinds: StoredValue<Vec<(String, String)>>, typed: Typed) -> AnyView {
    let add = Callback::new(move |()| {
        let kind = kinds.with_value(|kinds| kinds.first().map(|(key, _)| key.clone())).unwrap_or_default();
        typed.add(FormPlace { kind, ..FormPlace::default() });
    });
    let rows = move || {
        let rows = typed.places.get();
        rows.into_iter().enumerate().map(|(at, row)| place(at, row, kinds, typed)).collect::<Vec<_>>()
    };
    view! {
        <section class="stack-s">
            <h2>{words::places(lang())}</h2>
            <p class="soft measure">{words::places_help(lang())}</p>
            {follow(rows)}
            <div class="buttons screen-only">
                <Button text=words::add_place(lang()) look=Look::Outline icon="plus" on_press=add/>
            </div>
        </section>
    }
    .into_any()
}

fn place(at: usize, row: PlaceRow, kinds: StoredValue<Vec<(String, String)>>, typed: Typed) -> AnyView {
    let n = row.number;
    let name = Field::new(format!("potensi-tempat-{at}"), words::place_name(lang()))
        .on(row.name)
        .remarks(typed.remarks(format!("tempat-{at}")));
    let lat = Field::new(format!("lintang-{n}"), words::latitude(lang())).on(row.lat);
    let lng = Field::new(format!("bujur-{n}"), words::longitude(lang())).on(row.lng);
    let remove = Callback::new(move |()| {
        typed.places.update(|places| places.retain(|place| place.number != n));
        typed.checked.wrong.update(|wrong| wrong.retain(|(field, _)| !field.starts_with("tempat-")));
    });
    view! {
        <div class="card stack-s">
            <Picker id=format!("jenis-{n}") label=words::place_kind(lang()) options=Signal::stored(kinds.get_value()) chosen=row.kind/>
            <TextField field=name/>
            <div class="potential">
                <NumberField field=lat decimal=true unit="°"/>
                <NumberField field=lng decimal=true unit="°"/>
            </div>
            <div class="buttons screen-only">
                <Button text=words::remove_place(lang()) look=Look::Quiet icon="close" on_press=remove/>
            </div>
        </div>
    }
    .into_any()
}
