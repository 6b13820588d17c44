//! Vital rates as averages of several years, with what chance leaves open.

use crate::analyse::vital::{Rate, Vital, averaged, vital};
use crate::base::Date;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, number, time as words};
use crate::present::{Cell, Kind, RowKind, Table};

impl<P: Ports> Handle<GetVital> for Engine<P> {
    async fn handle(&mut self, request: GetVital) -> Result<VitalView, EngineError> {
        let at = self.scope(&LookAt { at: request.at, ..LookAt::default() }).at;
        let found = match request.years {
            0 => averaged(&self.register, at),
            years => vital(&self.register, at, years.clamp(3, 5)),
        };
        let look = self.look(&LookAt { at: Some(at), ..LookAt::default() });
        let lang = look.lang;
        let rates = found.rates();
        let note = crate::present::Note {
            remark: words::interval_note(lang).to_owned(),
            ..look.note(crate::lang::analyse::residents(lang))
        };
        let main = |rate: &&Rate| rate.id != "asfr";
        let table = |id, title: &str| Table::new(id, title, note.clone());
        Ok(VitalView {
            title: title(&found, at, lang),
            said: rates.iter().filter(main).map(|rate| said(rate, lang)).collect(),
            cautions: cautions(&found, lang),
            rates: rate_table(table("angka-vital", words::vital_table(lang)), &rates, lang),
            yearly: yearly(table("peristiwa-tahunan", words::vital_yearly(lang)), &found, lang),
        })
    }
}

/// How many years, from when to when.
pub(super) fn title(found: &Vital, at: Date, lang: Lang) -> String {
    let begin = at.plus_years(-(found.years.len() as i16)).and_then(|day| day.plus_days(1)).unwrap_or(at);
    words::vital_title(lang, found.years.len(), number::date(lang, begin), number::date(lang, at))
}

/// For how many births the mother is known, and what follows; empty where it is all of them.
pub(super) fn mothers(found: &Vital, lang: Lang) -> String {
    let (known, all) = found.mothers_known();
    if known == all {
        return String::new();
    }
    let few = known * 2 < all || known == 0;
    let (known, all) = (number::whole(lang, known.into()), number::whole(lang, all.into()));
    if few { words::mothers_few(lang, known, all) } else { words::mothers_some(lang, known, all) }
}

/// Name of a rate.
fn name(rate: &Rate, lang: Lang) -> String {
    match (rate.id, rate.group) {
        ("asfr", Some(group)) => words::asfr(lang, format!("{}–{}", 15 + 5 * group, 19 + 5 * group)),
        ("cbr", _) => words::cbr(lang).to_owned(),
        ("gfr", _) => words::gfr(lang).to_owned(),
        ("cdr", _) => words::cdr(lang).to_owned(),
        ("tfr", _) => words::tfr(lang).to_owned(),
        ("in-migration", _) => words::in_migration(lang).to_owned(),
        ("out-migration", _) => words::out_migration(lang).to_owned(),
        _ => words::net_migration(lang).to_owned(),
    }
}

fn unit(rate: &Rate, lang: Lang) -> &'static str {
    if rate.id == "tfr" { words::children_a_woman(lang) } else { words::per_thousand(lang) }
}

fn decimals(rate: &Rate) -> u8 {
    if rate.id == "tfr" { 2 } else { 1 }
}

fn said(rate: &Rate, lang: Lang) -> String {
    let shown = |value| number::decimal(lang, value, decimals(rate).into());
    let (low, high) = (shown(rate.interval.low), shown(rate.interval.high));
    let (n, of) = (number::whole(lang, rate.events), number::decimal(lang, rate.person_years, 0));
    words::says(lang, name(rate, lang), shown(rate.value), unit(rate, lang), low, high, n, of)
}

fn rate_table(table: Table, rates: &[Rate], lang: Lang) -> Table {
    let mut table = table
        .column(words::rate(lang), Kind::Text)
        .column(words::value(lang), Kind::Decimal)
        .column(words::between_low(lang), Kind::Decimal)
        .column(words::between_high(lang), Kind::Decimal)
        .column(words::events(lang), Kind::Decimal)
        .column(words::person_years(lang), Kind::Decimal)
        .column(words::unit(lang), Kind::Text);
    for rate in rates {
        let of_rate = |value| Cell::Number(value, decimals(rate));
        table.push(
            RowKind::Body,
            vec![
                Cell::text(name(rate, lang)),
                of_rate(rate.value),
                of_rate(rate.interval.low),
                of_rate(rate.interval.high),
                Cell::Number(rate.events as f64, 0),
                Cell::Number(rate.person_years, 1),
                Cell::text(unit(rate, lang)),
            ],
        );
    }
    table
}

fn yearly(table: Table, found: &Vital, lang: Lang) -> Table {
    let mut table = table.column(words::year_to(lang), Kind::Text);
    for heading in [
        words::stock_begin(lang),
        words::births(lang),
        words::deaths(lang),
        words::arrivals(lang),
        words::departures(lang),
        words::stock_end(lang),
    ] {
        table = table.column(heading, Kind::Count);
    }
    for year in &found.years {
        let counts = [year.stock[0], year.births, year.deaths, year.arrivals, year.departures, year.stock[1]];
        let cells = std::iter::once(Cell::text(number::date(lang, year.to))).chain(counts.map(Cell::Count)).collect();
        table.push(RowKind::Body, cells);
    }
    let [births, deaths, arrivals, departures] = found.totals().map(Cell::Count);
    let total = Cell::text(crate::lang::analyse::total(lang));
    table.push(RowKind::Total, vec![total, Cell::Empty, births, deaths, arrivals, departures, Cell::Empty]);
    table
}

fn cautions(found: &Vital, lang: Lang) -> Vec<String> {
    let [births, deaths, ..] = found.totals();
    let whole = |n: u32| number::whole(lang, n.into());
    let mut out = Vec::new();
    if births == 0 {
        out.push(words::no_births(lang).to_owned());
    }
    if deaths == 0 {
        out.push(words::no_deaths(lang).to_owned());
    }
    out.extend(Some(mothers(found, lang)).filter(|told| !told.is_empty()));
    if found.undated > 0 {
        out.push(words::undated(lang, whole(found.undated)));
    }
    out.push(words::young_register(lang).to_owned());
    out
}
