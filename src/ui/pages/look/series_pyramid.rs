//! A pyramid with another on it: of another date, another area, or a snapshot; by five years or single years of age.

use super::compare::{for_whom, hide_below};
use super::series_parts::{answered, area_picker, chosen_area, shared_note};
use super::summary::chart_view;
use super::when_where::WhenWhere;
use crate::base::Value;
use crate::engine::protocol::{Beside, ComparePyramid, ListSnapshots};
use crate::lang::time as words;
use crate::ui::client::{ask, follow_changes};
use crate::ui::lang;
use crate::ui::pages::collect::filter::areas;
use crate::ui::parts::chart::{Chart, picture_width};
use crate::ui::parts::field::Field;
use crate::ui::parts::live::{effect, follow};
use crate::ui::parts::picker::Picker;
use crate::ui::parts::typed::DateField;
use leptos::prelude::*;

/// The view.
pub(super) fn pyramid() -> AnyView {
    let here = WhenWhere::new();
    let (with, single) = (RwSignal::new("tanpa".to_owned()), RwSignal::new("lima".to_owned()));
    let whom = RwSignal::new("umum".to_owned());
    let (at, area, areas) = (RwSignal::new(Value::Missing), RwSignal::new(String::new()), areas());
    let (key, kept) = (RwSignal::new(String::new()), RwSignal::new(Vec::<(String, String)>::new()));
    effect(move || {
        follow_changes();
        leptos::task::spawn_local(async move {
            let Ok(view) = ask(ListSnapshots).await else { return };
            let sound: Vec<_> =
                view.rows.into_iter().filter(|row| !row.damaged).map(|row| (row.key, row.title)).collect();
            if let (Some((first, _)), true) = (sound.first(), key.try_get_untracked().is_some_and(|key| key.is_empty()))
            {
                key.set(first.clone());
            }
            _ = kept.try_set(sound);
        });
    });
    let beside = move || {
        Some(match with.get().as_str() {
            "tanggal" => match at.get() {
                Value::Date(date) => Beside::Date(date),
                _ => Beside::Nothing,
            },
            "wilayah" => Beside::Area(chosen_area(areas, area)?),
            "potret" if !key.get().is_empty() => Beside::Snapshot(key.get()),
            _ => Beside::Nothing,
        })
    };
    let question = move || {
        Some(ComparePyramid {
            look: here.look()?,
            beside: beside()?,
            single: single.get() == "satu",
            hide_below: hide_below(whom),
            width: picture_width(),
        })
    };
    let own = |key: &str, label: &str| (key.to_owned(), label.to_owned());
    let withs = Signal::derive(move || {
        let mut all = vec![
            own("tanpa", words::with_nothing(lang())),
            own("tanggal", words::with_date(lang())),
            own("wilayah", words::with_area(lang())),
        ];
        if !kept.with(Vec::is_empty) {
            all.push(own("potret", words::with_snapshot(lang())));
        }
        all
    });
    // Everybody sees ages in fives: single years would be stars for the most part.
    let age_choice = move || {
        (whom.get() != "umum").then(|| {
            let singles = vec![own("lima", words::five_years(lang())), own("satu", words::single_years(lang()))];
            view! { <Picker id="umur" label=words::ages(lang()) options=Signal::stored(singles) chosen=single/> }
                .into_any()
        })
    };
    let more = move || match with.get().as_str() {
        "tanggal" => {
            let field = Field::new("tanggal-lain", words::other_date(lang())).on(at);
            Some(view! { <DateField field/> }.into_any())
        }
        "wilayah" => Some(area_picker("wilayah-lain", words::other_area(lang()), areas, area)),
        "potret" => {
            let options = Signal::derive(move || kept.get());
            Some(view! { <Picker id="potret-mana" label=words::which_snapshot(lang()) options chosen=key/> }.into_any())
        }
        _ => None,
    };
    view! {
        <div class="stack">
            {here.fields()}
            <div class="screen-only">{for_whom(whom)}</div>
            <div class="maker screen-only">
                <Picker id="pembanding" label=words::compare_with(lang()) options=withs chosen=with/>
                {follow(age_choice)}
            </div>
            <div class="maker screen-only">{follow(more)}</div>
            {answered(question, |reply| view! { <Chart chart=chart_view(reply.clone())/> }.into_any())}
            {shared_note(whom)}
        </div>
    }
    .into_any()
}
