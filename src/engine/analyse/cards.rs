//! Indicators as cards: a value with its ground, and what to think of it.

use super::Look;
use crate::analyse::indicators::{Entry, Group, IndicatorValue, KEY, Small, Unit, catalogue, entry, evaluate};
use crate::engine::protocol::{Card, CardGroup};
use crate::lang::{analyse as words, number};

/// All cards by data group, the key figures once more before them.
pub(super) fn groups(look: &Look<'_>) -> Vec<CardGroup> {
    let of_group = |group: Group| CardGroup {
        title: group.name().in_lang(look.lang).to_owned(),
        cards: catalogue()
            .filter(|entry| entry.group == group)
            .map(|entry| card(look, entry, &evaluate(entry, &look.counts)))
            .collect(),
    };
    let key = CardGroup {
        title: words::key_figures(look.lang).to_owned(),
        cards: KEY
            .iter()
            .filter_map(|id| entry(id))
            .map(|entry| card(look, entry, &evaluate(entry, &look.counts)))
            .collect(),
    };
    std::iter::once(key).chain(Group::ALL.into_iter().map(of_group)).collect()
}

/// An entry with its value as a card.
pub(super) fn card(look: &Look<'_>, entry: &Entry, value: &IndicatorValue) -> Card {
    let lang = look.lang;
    let own = |text: &str| text.to_owned();
    let caution = caution(look, entry, value);
    Card {
        id: own(entry.id),
        name: own(entry.name.in_lang(lang)),
        value: shown(look, entry, value),
        unit: unit(look, entry),
        of: ground(look, entry, value),
        universe: own(entry.universe.in_lang(lang)),
        missing: match value.missing {
            0 => String::new(),
            n => words::missing(lang, number::whole(lang, n.into())),
        },
        mark: own(if value.small { words::small_mark(lang) } else { "" }),
        caution,
        help: own(entry.help.in_lang(lang)),
        interpretation: own(entry.interpretation.in_lang(lang)),
        method: entry.formula(lang),
        source: own(entry.source),
    }
}

/// The value as it is read. One year's vital events are shown as a count.
fn shown(look: &Look<'_>, entry: &Entry, value: &IndicatorValue) -> String {
    let (number, decimals) = match (entry.small, value.value, value.numerator) {
        (Small::Vital, _, Some(events)) => (events, 0),
        (_, Some(value), _) => (value, entry.unit.decimals()),
        _ => return "–".to_owned(),
    };
    let percent = if entry.unit == Unit::Percent { "%" } else { "" };
    number::decimal(look.lang, number, decimals) + percent
}

fn unit(look: &Look<'_>, entry: &Entry) -> String {
    match (entry.small, entry.unit) {
        (Small::Vital, _) => words::persons(look.lang).to_owned(),
        (_, Unit::Percent | Unit::Index) => String::new(),
        (_, unit) => unit.words().in_lang(look.lang).to_owned(),
    }
}

/// Numerator and denominator in words.
fn ground(look: &Look<'_>, entry: &Entry, value: &IndicatorValue) -> String {
    let lang = look.lang;
    let shown = |n: f64| number::decimal(lang, n, if n.fract() == 0.0 { 0 } else { 1 });
    let (numerator, denominator) = (entry.numerator.in_lang(lang), entry.denominator.in_lang(lang));
    match (value.numerator, value.denominator) {
        (Some(n), Some(of)) if entry.unit == Unit::PerKm2 => format!("{} {numerator}, {} km²", shown(n), shown(of)),
        (Some(_), Some(of)) if entry.small == Small::Vital => words::vital_beside(lang, shown(of), denominator),
        (Some(n), Some(of)) if entry.part => words::part(lang, shown(n), shown(of), denominator),
        (Some(n), Some(of)) => format!("{} {numerator}, {} {denominator}", shown(n), shown(of)),
        (None, Some(of)) => words::of_n(lang, shown(of), denominator),
        (_, None) => numerator.to_owned(),
    }
}

/// Why there is no value.
fn caution(look: &Look<'_>, entry: &Entry, value: &IndicatorValue) -> String {
    let lang = look.lang;
    match (value.small, entry.small, value.value) {
        (true, Small::Vital, _) => words::small_vital(lang).to_owned(),
        (true, Small::Rate(_), _) if value.denominator == Some(0.0) => words::nobody(lang).to_owned(),
        (true, Small::Rate(floor), _) => words::small_rate(lang, floor),
        (_, _, Some(_)) => String::new(),
        _ if entry.unit == Unit::PerKm2 && !look.scope.area.is_whole_village() => {
            words::whole_village_only(lang).to_owned()
        }
        _ if entry.unit == Unit::PerKm2 => words::needs_area(lang).to_owned(),
        _ => words::nobody(lang).to_owned(),
    }
}
