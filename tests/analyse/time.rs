//! Figures over time as the page gets them, and against a slow reckoning that asks the register one person at a time.

use super::{NOW_MS, date, look, sample_register};
use rumah_dataku::analyse::indicators::{IndicatorValue, evaluate_all};
use rumah_dataku::analyse::snapshot_figures::{Damage, Snapshot, take};
use rumah_dataku::analyse::vital::vital;
use rumah_dataku::analyse::{Columns, Scope, counts};
use rumah_dataku::base::Date;
use rumah_dataku::base::codes::LifeStatus;
use rumah_dataku::base::region::Area;
use rumah_dataku::engine::Engine;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::Lang;
use rumah_dataku::register::Register;
use rumah_dataku::store::memory::{MemoryPorts, run};

fn village() -> Engine<MemoryPorts> {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    run(engine.ask(MakeSample { families: Some(300), seed: Some(3) })).unwrap();
    engine
}

fn keep(engine: &mut Engine<MemoryPorts>, at: &str) -> Done {
    let made = run(engine.ask(MakeSnapshot { at: Some(date(at)) })).unwrap();
    let paper = PutPaper { kind: SNAPSHOT_KIND.into(), key: made.key, title: made.title, body: made.body };
    run(engine.ask(paper)).unwrap()
}

fn named(values: Vec<IndicatorValue>) -> Vec<(String, IndicatorValue)> {
    values.into_iter().map(|value| (value.id.to_owned(), value)).collect()
}

/// Births, deaths, arrivals and departures after one day and up to another, from the records themselves.
fn events(register: &Register, from: Date, to: Date) -> [u32; 4] {
    let within = |day: Option<Date>| day.is_some_and(|day| from < day.reckoned() && day.reckoned() <= to);
    let mut out = [0; 4];
    for person in register.families().flat_map(|family| &family.members) {
        let gone = person.status.get().filter(|status| *status != LifeStatus::Alive);
        if person.removed || gone == Some(LifeStatus::Invalid) || (gone.is_some() && person.left.get().is_none()) {
            continue;
        }
        let later = |a: Option<Date>, b: Option<Date>| a.map(|day| day.reckoned()) > b.map(|day| day.reckoned());
        let arrived = later(person.entered.get(), person.born.get());
        if arrived && within(person.entered.get()) {
            out[2] += 1;
        } else if !arrived && within(person.born.get()) {
            out[0] += 1;
        }
        if gone.is_some() && within(person.left.get()) {
            out[if gone == Some(LifeStatus::Dead) { 1 } else { 3 }] += 1;
        }
    }
    out
}

#[test]
fn vital_events_and_stocks_are_those_of_the_records() {
    for (families, seed, at) in [(300, 3, "2026-11-24"), (900, 7, "2026-06-30"), (900, 7, "2024-02-29")] {
        let register = sample_register(families, seed);
        let at = date(at);
        let found = vital(&register, at, 5);
        assert_eq!(found.years.len(), 5);
        for (i, year) in found.years.iter().enumerate() {
            let bounds = [5 - i as i16, 4 - i as i16].map(|back| at.plus_years(-back).unwrap());
            let stock = bounds.map(|day| register.residents(day).count() as u32);
            assert_eq!(year.stock, stock, "{at} {i}");
            let counted = [year.births, year.deaths, year.arrivals, year.departures];
            assert_eq!(counted, events(&register, bounds[0], bounds[1]), "{at} {i}");
            let women = |day: Date| {
                register
                    .residents(day)
                    .filter(|(_, p)| p.is_woman() && p.age_years(day).is_some_and(|age| (15..50).contains(&age)))
                    .count()
            };
            let found: [u32; 2] = year.women.map(|groups| groups.iter().sum());
            assert_eq!(found, bounds.map(|day| women(day) as u32));
        }
        let mothers: u32 = found.by_mother.iter().sum::<u32>() + found.mother_unknown + found.mother_outside;
        assert_eq!(mothers, found.totals()[0]);
        assert!(found.totals()[0] > 0, "the sample has no births to try it on");
    }
}

#[test]
fn a_snapshot_says_what_the_day_said_and_reads_back() {
    let register = sample_register(300, 3);
    let columns = Columns::build(&register);
    let at = date("2026-11-24");
    let figures = |scope: &Scope| named(evaluate_all(&counts::count(&columns, scope, register.profile.area_km2.get())));
    let snapshot = take(&register, &columns, at, figures);
    assert!(Snapshot::read(&snapshot.body()) == Ok(snapshot.clone()), "the body reads otherwise");
    assert_eq!(snapshot.residents() as usize, register.residents(at).count());
    assert!(snapshot.body().len() < PAPER_BYTES / 4, "{} bytes", snapshot.body().len());
    for figures in &snapshot.areas {
        let counts =
            counts::count(&columns, &Scope { at, area: figures.area.clone() }, register.profile.area_km2.get());
        let kept = figures.figures.iter().find(|kept| kept.id == "pop-total").unwrap();
        assert_eq!(kept.n, Some(f64::from(counts.residents)), "{:?}", figures.area);
    }
    let sum: f64 = snapshot.areas[1..].iter().map(|area| area.figures[0].n.unwrap()).sum();
    assert_eq!(sum, f64::from(snapshot.residents()));
    let names = register.families().flat_map(|family| &family.members).map(|person| person.name.text());
    let body = snapshot.body();
    assert!(names.filter(|name| name.len() > 6).all(|name| !body.contains(name)), "a name is in the snapshot");
}

#[test]
fn a_damaged_snapshot_is_known_and_skipped() {
    let register = sample_register(20, 1);
    let columns = Columns::build(&register);
    let figures = |scope: &Scope| named(evaluate_all(&counts::count(&columns, scope, None)));
    let whole = take(&register, &columns, date("2026-01-01"), figures);
    let spoilt = |spoil: fn(&mut Snapshot)| {
        let mut copy = whole.clone();
        spoil(&mut copy);
        Snapshot::read(&copy.body()).unwrap_err()
    };
    assert_eq!(Snapshot::read("{\"version\":1"), Err(Damage::Unreadable));
    assert_eq!(spoilt(|s| s.version = 9), Damage::Newer);
    assert_eq!(spoilt(|s| s.at.month = 13), Damage::Impossible);
    assert_eq!(spoilt(|s| s.male = vec![1; 500]), Damage::Impossible);
    assert_eq!(spoilt(|s| s.areas.clear()), Damage::Impossible);
    assert_eq!(spoilt(|s| s.male[3] = u32::MAX), Damage::Impossible);

    let mut engine = village();
    let broken = PutPaper { kind: SNAPSHOT_KIND.into(), key: "x".into(), title: "Rusak".into(), body: "{}".into() };
    run(engine.ask(broken)).unwrap();
    keep(&mut engine, "2026-11-24");
    let view = run(engine.ask(ListSnapshots)).unwrap();
    assert_eq!(view.rows.iter().map(|row| row.damaged).collect::<Vec<_>>(), [true, false]);
    let series = run(engine.ask(GetSeries { id: "water-layak".into(), width: 328, ..GetSeries::default() })).unwrap();
    assert!(series.said.iter().any(|line| line.starts_with("Rusak")), "{:?}", series.said);
}

#[test]
fn snapshots_make_a_series_and_gaps_are_told() {
    let mut engine = village();
    keep(&mut engine, "2023-12-31");
    let last = keep(&mut engine, "2025-12-31");
    let ask = |engine: &mut Engine<MemoryPorts>| {
        run(engine.ask(GetSeries { id: "water-layak".into(), years: 5, width: 328, ..GetSeries::default() })).unwrap()
    };
    let view = ask(&mut engine);
    // Two snapshots and the present: what cannot be reckoned is not.
    assert_eq!(view.chart.table.rows.len(), 3);
    assert!(view.said.iter().any(|line| line.starts_with("Tahun tanpa potret: 2024.")), "{:?}", view.said);
    run(engine.ask(Undo { act: last.act })).unwrap();
    assert_eq!(ask(&mut engine).chart.table.rows.len(), 2);
    let future = run(engine.ask(MakeSnapshot { at: Some(date("2030-01-01")) })).err().map(|error| format!("{error:?}"));
    assert!(future.is_some_and(|told| told.contains("belum tiba")));
    let mut nobody = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(nobody.ask(Open { lang: Lang::Id })).unwrap();
    let empty = run(nobody.ask(MakeSnapshot { at: None })).err().map(|error| format!("{error:?}"));
    assert!(empty.is_some_and(|told| told.contains("Belum ada penduduk")));
    assert!(run(nobody.ask(GetProjection::default())).is_err());
}

#[test]
fn the_population_is_reckoned_for_past_days() {
    let mut engine = village();
    let view =
        run(engine.ask(GetSeries { id: "pop-total".into(), years: 3, width: 328, ..GetSeries::default() })).unwrap();
    let shown: Vec<String> = (0..4).map(|row| view.chart.table.shown(Lang::En, row, 1).replace(',', "")).collect();
    for (back, shown) in (0..4).rev().zip(&shown) {
        let day = date("2026-11-24").plus_years(-back).unwrap();
        assert_eq!(engine.register().residents(day).count().to_string(), *shown, "{day}");
    }
    assert!(
        view.said[0].starts_with("Laju pertumbuhan per tahun, 24 November 2023 sampai 24 November 2026"),
        "{:?}",
        view.said
    );
    // Areas beside each other sum to the whole.
    let by_area = GetSeries { id: "pop-total".into(), years: 3, by_area: true, width: 328, ..GetSeries::default() };
    let table = run(engine.ask(by_area)).unwrap().chart.table;
    let number =
        |row: usize, column: usize| table.shown(Lang::En, row, column).replace(',', "").parse::<u32>().unwrap_or(0);
    for (column, whole) in (1..=4).zip(&shown) {
        assert_eq!((0..table.rows.len()).map(|row| number(row, column)).sum::<u32>().to_string(), *whole);
    }
    // What one year's events say is no series, and a sensitive figure is not broken down.
    let none = run(engine.ask(GetSeries { id: "cbr".into(), ..GetSeries::default() })).unwrap();
    assert!(none.chart.svg.is_empty());
    assert!(run(engine.ask(SeriesChoices)).unwrap().iter().all(|choice| choice.id != "cbr" && choice.id != "cdr"));
}

#[test]
fn generations_are_counts_of_those_born_in_five_years() {
    let mut engine = village();
    let reply = run(engine.ask(GetGenerations { years: 5, width: 720, ..GetGenerations::default() })).unwrap();
    let (row, born_from, born_to) = (4, date("2001-11-25").plus_years(0).unwrap(), date("2006-11-24"));
    let born = |day: Date| {
        let inside = |person: &rumah_dataku::register::Person| {
            person.born.get().is_some_and(|born| born_from <= born.reckoned() && born.reckoned() <= born_to)
        };
        engine.register().residents(day).filter(|(_, person)| inside(person) && person.sex.is_known()).count()
    };
    for (column, back) in (1..=6).zip((0..=5).rev()) {
        let day = date("2026-11-24").plus_years(-back).unwrap();
        assert_eq!(reply.table.shown(Lang::En, row, column), born(day).to_string(), "{day}");
    }
}

#[test]
fn a_pyramid_lies_over_another() {
    let mut engine = village();
    keep(&mut engine, "2024-12-31");
    for (beside, label) in [
        (Beside::Date(date("2020-01-01")), "1 Januari 2020"),
        (Beside::Area(Area { rt: "1".into(), ..Area::default() }), "RT 1"),
        (Beside::Snapshot("2024-12-31".into()), "Potret 31 Desember 2024"),
    ] {
        for single in [false, true] {
            let asked =
                ComparePyramid { look: look("", ""), beside: beside.clone(), single, hide_below: 0, width: 328 };
            let reply = run(engine.ask(asked)).unwrap();
            assert!(reply.title.contains(label), "{}", reply.title);
            assert_eq!(reply.table.columns.len(), 7);
            assert!(reply.table.rows.len() > if single { 100 } else { 16 });
        }
    }
    let gone = ComparePyramid { beside: Beside::Snapshot("nothing".into()), ..ComparePyramid::default() };
    assert!(run(engine.ask(gone)).is_err());
}

#[test]
fn vital_rates_carry_their_ground_and_range() {
    let mut engine = village();
    let view = run(engine.ask(GetVital { at: None, years: 5 })).unwrap();
    assert!(
        view.said[0].starts_with("Angka kelahiran kasar (CBR): ") && view.said[0].contains(", antara "),
        "{:?}",
        view.said
    );
    assert_eq!(view.yearly.rows.len(), 6);
    // As many as have enough events: the sample has deaths and moves of its last year alone on record.
    assert_eq!(run(engine.ask(GetVital::default())).unwrap().yearly.rows.len(), 4);
    // One year is never given: fewer than three become three.
    assert_eq!(run(engine.ask(GetVital { at: None, years: 1 })).unwrap().yearly.rows.len(), 4);
}

#[test]
fn a_projection_is_shown_kept_and_refused() {
    let mut engine = village();
    let first = run(engine.ask(ReadAssumptions)).unwrap();
    let view = run(engine.ask(GetProjection { assumed: first.assumed.clone(), hide_below: 0, width: 328 })).unwrap();
    assert_eq!(view.table.rows.len(), 5);
    let start = view.table.shown(Lang::En, 0, 1).replace(',', "").parse::<usize>().unwrap();
    let known = |person: &rumah_dataku::register::Person| person.born.is_known() && person.sex.is_known();
    let counted = engine.register().residents(date("2026-11-24")).filter(|(_, person)| known(person)).count();
    assert_eq!(start, counted);
    assert!(view.pyramid.title.starts_with("Dengan anggapan ini, ") && view.lines.svg.starts_with("<svg"));
    let more = Assumptions { migration: 12.0, fertility: [3.0, 2.5], ..first.assumed.clone() };
    let checked = run(engine.ask(GetProjection { assumed: more.clone(), hide_below: 0, width: 328 })).unwrap();
    assert_ne!(checked.table, view.table);
    let paper =
        PutPaper { kind: ASSUMPTIONS_KIND.into(), key: ASSUMPTIONS_KEY.into(), title: "x".into(), body: checked.body };
    run(engine.ask(paper.clone())).unwrap();
    assert_eq!(run(engine.ask(ReadAssumptions)).unwrap().assumed, more);
    run(engine.ask(PutPaper { body: "{\"years\":\"banyak\"}".into(), ..paper })).unwrap();
    let damaged = run(engine.ask(ReadAssumptions)).unwrap();
    assert_eq!(damaged.assumed, Assumptions::default());
    assert!(damaged.said[0].contains("tidak bisa dibaca"));
    let wild = Assumptions { fertility: [99.0, 2.0], years: 7, ..Assumptions::default() };
    let refused = run(engine.ask(GetProjection { assumed: wild.clone(), hide_below: 0, width: 328 })).unwrap();
    assert_eq!((refused.problems.len(), refused.table.rows.len()), (2, 0));
    assert!(run(engine.ask(ProjectionWorkbook { assumed: wild, hide_below: 0 })).is_err());
    let file = run(engine.ask(ProjectionWorkbook { assumed: more, hide_below: 0 })).unwrap();
    assert_eq!(file.name, "proyeksi-penduduk-2026-11-24.xlsx");
    assert!(engine.outbox.take().is_some_and(|bytes| bytes.starts_with(b"PK")));
}

#[test]
fn every_computed_indicator_has_a_series_and_older_snapshots_say_that_they_lack_it() {
    let mut engine = village();
    let choices = run(engine.ask(SeriesChoices)).unwrap();
    assert!(choices.len() > 85, "{}", choices.len());
    let ask = |engine: &mut Engine<MemoryPorts>, id: &str| {
        run(engine.ask(GetSeries { id: id.into(), years: 3, width: 720, ..GetSeries::default() })).unwrap()
    };
    // What the snapshot of an older version kept: one value each of the older catalogue, no parts.
    let made = run(engine.ask(MakeSnapshot { at: Some(date("2024-12-31")) })).unwrap();
    let mut older = Snapshot::read(&made.body).unwrap();
    let now = engine.counts(&Scope { at: date("2024-12-31"), area: Area::default() });
    let ids: Vec<&str> = evaluate_all(&now).iter().map(|value| value.id).collect();
    for area in &mut older.areas {
        area.figures.retain(|kept| ids.contains(&kept.id.as_str()));
    }
    let kind = SNAPSHOT_KIND.to_owned();
    let paper = PutPaper { kind, key: "2024-12-31".into(), title: made.title, body: older.body() };
    run(engine.ask(paper)).unwrap();
    for choice in &choices {
        let view = ask(&mut engine, &choice.id);
        assert!(view.chart.svg.starts_with("<svg") && !view.chart.title.is_empty(), "{}", choice.id);
    }
    let lacks = |view: &SeriesView| view.said.iter().any(|line| line.contains("31 Desember 2024 tidak menyimpan"));
    let view = ask(&mut engine, "ks-stage");
    assert!(lacks(&view), "{:?}", view.said);
    assert!(!lacks(&ask(&mut engine, "water-layak")), "what it keeps it keeps");
    // A snapshot of today's version keeps the parts, and they are those of the day.
    keep(&mut engine, "2025-12-31");
    let series = ask(&mut engine, "ks-stage");
    let table = &series.chart.table;
    let at = LookAt { at: Some(date("2025-12-31")), ..LookAt::default() };
    let then = run(engine.ask(CatalogueNumbers { look: at, ..CatalogueNumbers::default() })).unwrap();
    let parts: Vec<_> = then.iter().filter(|number| number.id == "ks-stage").collect();
    let shown = |label: &str| (0..table.rows.len()).find(|row| table.shown(Lang::En, *row, 0) == label).unwrap();
    for part in &parts {
        let column = (1..table.columns.len()).find(|column| table.columns[*column].label.contains("2025"));
        let told = match column {
            Some(column) => table.shown(Lang::En, shown(&part.label), column),
            None => {
                let column = table.columns.iter().position(|column| column.label == part.label).unwrap();
                table.shown(Lang::En, shown("31 Desember 2025"), column)
            }
        };
        assert_eq!(told, part.value.map_or(String::new(), |value| format!("{value:.1}")), "{part:?}");
    }
    assert!(!parts.is_empty());
    // Ages are known for any day: their shares are reckoned again, and agree with the register's.
    let ages = ask(&mut engine, "age-structure").chart.table;
    assert!(ages.rows.len() > 2 || ages.columns.len() > 4);
    // A rate is an average of the whole village.
    let rt = Area { rt: "1".into(), ..Area::default() };
    let part = run(engine.ask(GetSeries { id: "cdr-average".into(), area: rt, width: 328, ..GetSeries::default() }));
    assert!(part.unwrap().said.iter().any(|line| line.contains("seluruh desa")));
}
