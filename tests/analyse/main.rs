//! Figures as the clients of the engine get them, and against a slow path that asks the register one question at a time.

#![allow(clippy::unwrap_used, clippy::panic)]

mod catalogue;
mod maker;
mod naive;
mod shared_ages;
mod time;

use rumah_dataku::analyse::indicators::{Small, catalogue, evaluate};
use rumah_dataku::analyse::{Columns, Scope, counts};
use rumah_dataku::base::codes::*;
use rumah_dataku::base::region::Area;
use rumah_dataku::base::{CodeList, Date, Value};
use rumah_dataku::engine::Engine;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::Lang;
use rumah_dataku::register::{RecordKind, RecordRef, Register, family_field, person_field, profile_field};
use rumah_dataku::sample;
use rumah_dataku::store::memory::{MemoryPorts, run};
use std::collections::BTreeSet;

/// 24 November 2026, 02:00 UTC.
const NOW_MS: u64 = 1_795_485_600_000;

fn date(text: &str) -> Date {
    Date::parse_iso(text).unwrap()
}

fn sample_register(families: u32, seed: u64) -> Register {
    let village = sample::village(families, seed, date("2026-11-24"));
    Register::from_parts(village.profile, village.families, village.events, vec![], vec![], vec![])
}

#[test]
fn the_fast_path_says_what_the_slow_path_says() {
    let rt = |rt: &str| Area { rt: rt.into(), ..Area::default() };
    for (families, seed, at, area) in [
        (312, 101, "2026-11-24", Area::default()),
        (312, 101, "2026-03-01", Area::default()),
        (312, 101, "2025-11-24", rt("1")),
        (900, 7, "2026-11-24", rt("3")),
        (900, 7, "2020-02-29", Area::default()),
    ] {
        let register = sample_register(families, seed);
        let columns = Columns::build(&register);
        let scope = Scope { at: date(at), area };
        let counts = counts::count(&columns, &scope, register.profile.area_km2.get());
        let slow = naive::indicators(&register, &scope);
        for entry in catalogue() {
            let unhidden = if entry.small == Small::Count { Small::Count } else { Small::Never };
            let found = evaluate(&rumah_dataku::analyse::indicators::Entry { small: unhidden, ..*entry }, &counts);
            let expected = slow.get(entry.id).unwrap_or_else(|| panic!("{} has no slow path", entry.id));
            let found = naive::Plain {
                numerator: found.numerator,
                denominator: found.denominator,
                value: found.value,
                missing: found.missing,
            };
            assert_eq!(&found, expected, "{} at {at} {:?}", entry.id, scope.area);
        }
    }
}

struct House {
    engine: Engine<MemoryPorts>,
}

impl House {
    fn new() -> House {
        let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
        run(engine.ask(Open { lang: Lang::Id })).unwrap();
        House { engine }
    }

    fn family(&mut self, rt: &str, people: &[(Sex, &str)]) -> FamilyView {
        let own = vec![(family_field::rt, Value::Text(rt.into()))];
        let mut view = run(self.engine.ask(AddFamily { family: own, person: None })).unwrap();
        for (sex, born) in people {
            let fields =
                vec![(person_field::sex, Value::Code(sex.number())), (person_field::born, Value::Date(date(born)))];
            view = run(self.engine.ask(AddPerson { family: view.id, fields })).unwrap();
        }
        view
    }

    fn summary(&mut self, look: LookAt) -> SummaryView {
        run(self.engine.ask(GetSummary { look, width: 360 })).unwrap()
    }

    fn number(&mut self, look: LookAt, id: &str) -> IndicatorRow {
        let set = run(self.engine.ask(GetIndicators { look })).unwrap();
        set.indicators.into_iter().find(|row| row.id == id).unwrap()
    }
}

fn look(at: &str, rt: &str) -> LookAt {
    let at = (!at.is_empty()).then(|| date(at));
    LookAt { at, area: Area { rt: rt.into(), ..Area::default() } }
}

#[test]
fn figures_follow_every_change_date_and_area() {
    let mut house = House::new();
    let first = house.family("1", &[(Sex::Male, "1980-01-01"), (Sex::Female, "1984-01-01")]);
    house.family("2", &[(Sex::Female, "2026-05-05")]);
    let total = |house: &mut House, at, rt| house.number(look(at, rt), "pop-total").value;
    assert_eq!(total(&mut house, "", ""), Some(3.0));
    assert_eq!(total(&mut house, "", "2"), Some(1.0));
    assert_eq!(total(&mut house, "2026-05-04", ""), Some(2.0));
    let wife = first.members[1].id;
    let record = RecordRef { kind: RecordKind::Person, id: wife };
    let marital = Value::Code(Marital::Married.number());
    run(house.engine.ask(Edit { record, field: person_field::marital, value: marital })).unwrap();
    assert_eq!(house.number(look("", ""), "pus-count").value, Some(1.0));
    run(house.engine.ask(AddPerson { family: first.id, fields: vec![] })).unwrap();
    assert_eq!(total(&mut house, "", "1"), Some(3.0));
    run(house.engine.ask(Remove { record: RecordRef { kind: RecordKind::Family, id: first.id } })).unwrap();
    assert_eq!(total(&mut house, "", ""), Some(1.0));
    let moved = vec![(profile_field::reference, Value::Date(date("2026-01-01")))];
    run(house.engine.ask(SetProfile { fields: moved })).unwrap();
    let summary = house.summary(LookAt::default());
    assert_eq!((summary.at, summary.residents), (date("2026-01-01"), 0));
}

#[test]
fn density_takes_the_area_of_the_profile_at_once() {
    let mut house = House::new();
    house.family("1", &[(Sex::Male, "1980-01-01")]);
    assert_eq!(house.number(look("", ""), "density").value, None);
    run(house.engine.ask(SetProfile { fields: vec![(profile_field::area_km2, Value::Decimal(0.5))] })).unwrap();
    assert_eq!(house.number(look("", ""), "density").value, Some(2.0));
    assert_eq!(house.number(look("", "1"), "density").value, None);
}

#[test]
fn the_summary_of_the_sample_village_says_all_it_must() {
    let mut house = House::new();
    let people: Vec<(Sex, String)> =
        (0..80).map(|i| (if i % 2 == 0 { Sex::Male } else { Sex::Female }, format!("{}-06-01", 1950 + i))).collect();
    let people: Vec<(Sex, &str)> = people.iter().map(|(sex, born)| (*sex, born.as_str())).collect();
    house.family("1", &people[..40]);
    house.family("2", &people[40..77]);
    let summary = house.summary(LookAt::default());
    assert_eq!(summary.place, "");
    assert_eq!(summary.finding, "Separuh warga berumur di bawah 39 tahun");
    assert!(summary.counted.starts_with("77 jiwa dalam 2 keluarga"), "{}", summary.counted);
    let ids: BTreeSet<_> = summary.groups.iter().flat_map(|group| &group.cards).map(|card| card.id.clone()).collect();
    assert_eq!(ids.len(), catalogue().count());
    let card = |id: &str| summary.groups.iter().flat_map(|group| &group.cards).find(|card| card.id == id).unwrap();
    // Born 1950–1961 are 65 or more, 2012–2026 below 15.
    let ratio = card("dependency-total");
    assert_eq!((&*ratio.value, &*ratio.unit), ("54,0", "per 100"));
    assert_eq!(ratio.of, "27 penduduk 0–14 dan 65+ tahun, 50 penduduk 15–64 tahun");
    let births = card("cbr");
    assert_eq!((&*births.value, &*births.mark), ("1", "Angka kecil"));
    let cover = card("jkn-coverage");
    assert_eq!((&*cover.value, &*cover.missing), ("–", "77 tidak ikut dihitung, jawabannya belum cukup"));
    assert!(summary.pyramid.svg.starts_with("<svg") && summary.pyramid.paper.starts_with("<svg"));
    assert_eq!(summary.pyramid.table.rows.len(), 17);
    assert_eq!(summary.pyramid.name, "piramida-penduduk-2026-11-24");
    run(house.engine.ask(SetLang { lang: Lang::En })).unwrap();
    assert_eq!(house.summary(LookAt::default()).finding, "Half of the residents are younger than 39");
}

#[test]
fn tables_and_workbook_hold_the_same_rows() {
    let mut house = House::new();
    house.family("1", &[(Sex::Male, "1980-01-01"), (Sex::Female, "1984-01-01")]);
    house.family("2", &[(Sex::Female, "2020-05-05")]);
    let tables = run(house.engine.ask(GetTables { look: LookAt::default() })).unwrap();
    let ids: Vec<&str> = tables.iter().map(|table| table.id.as_str()).collect();
    assert_eq!(ids[..3], ["age-sex", "by-rt", "education-15"]);
    for table in &tables {
        assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()), "{}", table.id);
        assert!(!table.note.universe.is_empty() && table.note.at == date("2026-11-24"));
    }
    assert!(tables[1].to_csv().contains("RT 1,1,1,1,2"), "{}", tables[1].to_csv());
    let file = run(house.engine.ask(TablesWorkbook { look: look("", "2") })).unwrap();
    assert_eq!(file.name, "tabel-desa-2-2026-11-24.xlsx");
    assert!(house.engine.outbox.take().is_some_and(|bytes| bytes.starts_with(b"PK")));
    for what in [ChartKind::Pyramid, ChartKind::Education, ChartKind::Work, ChartKind::Method, ChartKind::Water] {
        let chart = run(house.engine.ask(DrawChart { what, look: LookAt::default(), width: 320 })).unwrap();
        assert!(chart.svg.starts_with("<svg") && !chart.title.is_empty() && !chart.table.rows.is_empty(), "{what:?}");
    }
}

#[test]
fn touched_columns_equal_columns_built_anew() {
    let register = sample_register(300, 5);
    let mut families = register.slots().to_vec();
    let mut columns = Columns::build(&register);
    for round in 0..40usize {
        let at = round * 7 % families.len();
        let copy = families[at].members.clone();
        if round % 3 == 0 {
            families[at].members.extend(copy.into_iter().take(3));
        } else {
            families[at].members.truncate(1);
            families[at].own.rt = format!("{}", round % 9).into();
        }
        let changed = Register::from_parts(register.profile.clone(), families.clone(), vec![], vec![], vec![], vec![]);
        columns.touch(&changed, &BTreeSet::from([at as u32]));
        let scope = Scope { at: date("2026-11-24"), area: Area { rt: "3".into(), ..Area::default() } };
        let touched = counts::count(&columns, &scope, None);
        let anew = counts::count(&Columns::build(&changed), &scope, None);
        let numbers = |counts: &counts::Counts| catalogue().map(|entry| evaluate(entry, counts)).collect::<Vec<_>>();
        assert_eq!(numbers(&touched), numbers(&anew), "round {round}");
    }
}

/// Not timed in tests; run with `--ignored --nocapture` to see figures.
#[test]
#[ignore = "prints figures"]
fn the_whole_set_for_a_hundred_thousand_persons() {
    let register = sample_register(30_000, 1);
    let started = std::time::Instant::now();
    let columns = Columns::build(&register);
    println!("built in {:?} for {} persons", started.elapsed(), register.n_persons());
    for at in ["2026-11-24", "2026-06-01", "2026-01-01", "2025-01-01"] {
        let started = std::time::Instant::now();
        let counts = counts::count(&columns, &Scope { at: date(at), ..Scope::default() }, Some(3.0));
        let counted = started.elapsed();
        let n = catalogue().filter(|entry| evaluate(entry, &counts).value.is_some()).count();
        println!("{at}: counted in {counted:?}, {n} indicators in {:?}", started.elapsed());
    }
}
