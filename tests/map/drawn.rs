//! Maps as they are drawn: figures against the indicators of each area, what the public does not see, shapes and dots.

use rumah_dataku::base::region::Area;
use rumah_dataku::base::{Date, Value};
use rumah_dataku::engine::protocol::table::{Cell, RowKind, Table};
use rumah_dataku::engine::protocol::*;
use rumah_dataku::engine::{Engine, EngineError};
use rumah_dataku::lang::Lang;
use rumah_dataku::register::{Actor, RecordKind, Role, family_field};
use rumah_dataku::store::memory::{MemoryPorts, run};

/// 24 November 2026, 02:00 UTC.
const NOW_MS: u64 = 1_795_485_600_000;

fn sample() -> Engine<MemoryPorts> {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    run(engine.ask(SetActor { actor: Actor { name: "Bu Contoh".into(), role: Role::Kader } })).unwrap();
    run(engine.ask(MakeSample { families: Some(312), seed: None })).unwrap();
    engine
}

fn draw(engine: &mut Engine<MemoryPorts>, asked: DrawMap) -> Result<ChartReply, EngineError> {
    run(engine.ask(DrawMap { width: 328, ..asked }))
}

fn indicator(id: &str) -> MapTheme {
    MapTheme::Indicator(id.into())
}

fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Count(n) => Some(f64::from(*n)),
        Cell::Number(n, _) => Some(*n),
        _ => None,
    }
}

fn body(table: &Table) -> Vec<&[Cell]> {
    table.rows.iter().filter(|row| row.kind == RowKind::Body).map(|row| row.cells.as_slice()).collect()
}

/// A square of 0.005 degrees in a grid near the sample's river, as a paper.
fn square(engine: &mut Engine<MemoryPorts>, area: &Area, at: usize) {
    let (west, south) = (114.755 + at as f64 * 0.005, -2.99);
    let ring = [(0.0, 0.0), (0.005, 0.0), (0.005, 0.02), (0.0, 0.02)];
    let ring = ring.iter().map(|(x, y)| Place { lng: west + x, lat: south + y }).collect();
    let paper = run(engine.ask(CheckShape { area: area.clone(), rings: vec![ring], ..CheckShape::default() })).unwrap();
    assert_eq!(paper.problem, "");
    let MapPaper { kind, key, title, body, .. } = paper;
    run(engine.ask(PutPaper { kind, key, title, body })).unwrap();
}

fn rt(engine: &mut Engine<MemoryPorts>) -> Vec<Area> {
    let sheet = run(engine.ask(MapSheet)).unwrap();
    sheet.areas.into_iter().filter(|row| row.level == AreaLevel::Rt).map(|row| row.area).collect()
}

#[test]
fn figures_are_those_of_the_indicators_of_each_area() {
    let mut engine = sample();
    let sheet = run(engine.ask(MapSheet)).unwrap();
    assert!(sheet.indicators.len() > 100 && sheet.houses > 200 && sheet.families == 312, "{sheet:?}");
    for id in
        ["water-layak", "krs-at-risk", "pikr-participation", "ks-stage/pra_ks", "krs-factor/air", "age-structure/75+"]
    {
        assert!(sheet.indicators.iter().any(|(known, _)| known == id), "{id}");
    }
    for id in ["cbr", "tfr", "tpt", "balance-residual", "ks-stage", "ks-stage/lain", "water-layak/ya", "apk-sd"] {
        assert!(draw(&mut engine, DrawMap { theme: indicator(id), ..DrawMap::default() }).is_err(), "{id}");
    }
    for level in AreaLevel::ALL {
        let areas: Vec<Area> =
            sheet.areas.iter().filter(|row| row.level == level).map(|row| row.area.clone()).collect();
        let of_area = |area: &Area| {
            let look = LookAt { area: area.clone(), ..LookAt::default() };
            run(engine.ask(CatalogueNumbers { look, ..CatalogueNumbers::default() })).unwrap()
        };
        let told: Vec<Vec<CatalogueNumber>> = areas.iter().map(of_area).collect();
        // Parts of distributions are tried at one level.
        let tried = sheet.indicators.iter().filter(|(id, _)| id != "density");
        for (id, _) in tried.filter(|(id, _)| level == AreaLevel::Rt || !id.contains('/')) {
            let (name, part) = id.split_once('/').unwrap_or((id, ""));
            let map = draw(&mut engine, DrawMap { theme: indicator(id), level, ..DrawMap::default() }).unwrap();
            let rows = body(&map.table);
            assert!(rows.len() == areas.len() || rows.len() == areas.len() + 1, "{id}");
            for ((area, told), cells) in areas.iter().zip(&told).zip(rows) {
                let row = told.iter().find(|row| row.id == name && row.part == part).unwrap();
                let expected: Vec<Option<f64>> = match (row.numerator, row.denominator) {
                    (Some(_), Some(_)) => vec![row.numerator, row.denominator, row.value],
                    (Some(_), None) => vec![row.numerator],
                    _ => vec![row.denominator, row.value],
                };
                let shown: Vec<Option<f64>> = cells[1..].iter().map(number).collect();
                assert_eq!(shown, expected, "{id} {area:?}");
            }
        }
    }
}

#[test]
fn families_without_an_rt_are_a_row_of_their_own() {
    let mut engine = sample();
    let page = run(engine.ask(ListFamilies { filter: Filter::default(), from: 0, limit: 7 })).unwrap();
    for row in &page.rows {
        let record = RecordRef { kind: RecordKind::Family, id: row.id };
        run(engine.ask(Edit { record, field: family_field::rt, value: Value::Missing })).unwrap();
    }
    let families = MapTheme::Answer { universe: "keluarga".into(), variable: String::new(), answer: None };
    let map = draw(&mut engine, DrawMap { theme: families, ..DrawMap::default() }).unwrap();
    let rows = body(&map.table);
    let last = rows.last().unwrap();
    assert_eq!((&last[0], &last[1]), (&Cell::text("Tanpa RT"), &Cell::Count(7)));
    let sum: f64 = rows.iter().filter_map(|cells| number(&cells[1])).sum();
    assert_eq!(map.table.rows.last().unwrap().cells[1], Cell::Count(sum as u32), "rows and whole");
}

#[test]
fn answers_of_the_table_maker_are_counted_as_the_table_maker_counts() {
    let mut engine = sample();
    let choices = run(engine.ask(TableChoices)).unwrap();
    let answers = &choices.variables.iter().find(|variable| variable.id == "air_minum").unwrap().answers;
    let table = MakeTable {
        universe: "keluarga".into(),
        rows: "rt".into(),
        columns: "air_minum".into(),
        ..MakeTable::default()
    };
    let table = run(engine.ask(table)).unwrap();
    for (place, label) in answers.iter().enumerate() {
        let theme =
            MapTheme::Answer { universe: "keluarga".into(), variable: "air_minum".into(), answer: Some(place as u16) };
        let map = draw(&mut engine, DrawMap { theme, ..DrawMap::default() }).unwrap();
        let column = table.columns.iter().position(|column| column.label == *label).unwrap();
        let missing = table.columns.iter().position(|column| column.label == "Belum terjawab");
        for (row, cells) in body(&table).iter().zip(body(&map.table)) {
            let known = number(row.last().unwrap()).unwrap() - missing.map_or(0.0, |at| number(&row[at]).unwrap());
            assert_eq!((number(&cells[1]), number(&cells[2])), (number(&row[column]), Some(known)), "{label}");
        }
    }
}

#[test]
fn the_public_sees_no_small_count_and_no_specific_data() {
    let mut engine = sample();
    let sheet = run(engine.ask(MapSheet)).unwrap();
    let mut hidden = 0;
    for (id, _) in &sheet.indicators {
        let asked = DrawMap { theme: indicator(id), hide_below: 5, ..DrawMap::default() };
        let map = match draw(&mut engine, asked) {
            Ok(map) => map,
            Err(EngineError::File(words)) => {
                assert!(words.contains("data pribadi khusus"), "{id}: {words}");
                continue;
            }
            Err(other) => panic!("{id}: {other:?}"),
        };
        for cells in body(&map.table) {
            let n = cells[1..].iter().take(map.table.columns.len().saturating_sub(2).max(1));
            for cell in n {
                assert!(!matches!(cell, Cell::Count(1..=4)), "{id}: {cells:?}");
                hidden += u32::from(*cell == Cell::text("*"));
            }
            // Number and sum would give the others away where only few are left.
            if let [_, Cell::Count(n), Cell::Count(of), Cell::Number(_, 1)] = cells
                && map.table.columns[3].label == "Nilai"
                && n <= of
                && map.table.columns[3].kind == table::Kind::Percent(1)
            {
                assert!(!(1..5).contains(&(of - n)), "{id}: {cells:?}");
            }
        }
    }
    assert!(hidden > 20, "nothing was hidden: {hidden}");
    let refused =
        draw(&mut engine, DrawMap { theme: indicator("disability-share"), hide_below: 5, ..DrawMap::default() });
    let open = draw(&mut engine, DrawMap { theme: indicator("disability-share"), ..DrawMap::default() });
    assert!(matches!(refused, Err(EngineError::File(_))) == open.is_ok(), "{refused:?}");
}

#[test]
fn tiles_stand_in_until_shapes_are_there() {
    let mut engine = sample();
    let areas = rt(&mut engine);
    let asked = || DrawMap { theme: indicator("water-layak"), ..DrawMap::default() };
    let tiles = draw(&mut engine, asked()).unwrap();
    assert!(tiles.table.note.remark.contains("petak"), "{}", tiles.table.note.remark);
    for area in &areas {
        assert!(tiles.svg.contains(&format!(">RT {}<", area.rt)), "{area:?}");
    }
    square(&mut engine, &areas[0], 0);
    square(&mut engine, &areas[1], 1);
    let ground = draw(&mut engine, asked()).unwrap();
    assert!(ground.table.note.remark.contains(&format!("{} wilayah belum punya bentuk", areas.len() - 2)));
    assert!(ground.svg.contains("km<") || ground.svg.contains("m<"), "a scale");
    assert!(ground.paper.contains("digambar di sini"), "where the shapes come from");
    // Dusun without a shape of its own is drawn by the RT in it.
    let dusun = draw(&mut engine, DrawMap { level: AreaLevel::Dusun, ..asked() }).unwrap();
    assert!(!dusun.table.note.remark.contains("petak"), "{}", dusun.table.note.remark);
    // 0.005 by 0.02 degrees at 2.98° south: 0.5559 km by 2.2115 km.
    let density = draw(&mut engine, DrawMap { theme: indicator("density"), ..DrawMap::default() }).unwrap();
    let row = &body(&density.table)[0];
    let (n, km2, value) = (number(&row[1]).unwrap(), number(&row[2]).unwrap(), number(&row[3]).unwrap());
    assert!((km2 - 1.2294).abs() < 0.001 && (value - n / km2).abs() < 0.01, "{row:?}");
}

#[test]
fn a_damaged_paper_is_left_out_and_told() {
    let mut engine = sample();
    let areas = rt(&mut engine);
    square(&mut engine, &areas[0], 0);
    for (kind, title) in [(SHAPES, "RT rusak"), (POINTS, "Titik rusak")] {
        let paper = PutPaper { kind: kind.into(), key: "rusak".into(), title: title.into(), body: "{\"a\":1}".into() };
        run(engine.ask(paper)).unwrap();
    }
    let sheet = run(engine.ask(MapSheet)).unwrap();
    assert_eq!(sheet.damaged, ["RT rusak", "Titik rusak"]);
    assert_eq!(sheet.shapes.len(), 1);
    assert!(draw(&mut engine, DrawMap::default()).is_ok());
}

#[test]
fn dots_stand_at_houses_in_the_office_alone() {
    let mut engine = sample();
    let areas = rt(&mut engine);
    for (at, area) in areas.iter().enumerate() {
        square(&mut engine, area, at);
    }
    // The same shapes are drawn, so the same metres make a pixel.
    let dots = |engine: &mut Engine<MemoryPorts>, hide_below, each| {
        let asked = DrawMap { form: MapForm::Dots(each), hide_below, width: 720, ..DrawMap::default() };
        let svg = run(engine.ask(asked)).unwrap().svg;
        let path = svg.split("<path d=\"").filter(|path| path.contains("h0")).max_by_key(|path| path.len()).unwrap();
        path.split('"').next().unwrap().matches("h0").count()
    };
    let houses = run(engine.ask(MapSheet)).unwrap().houses as usize;
    assert!(dots(&mut engine, 0, 1) >= houses, "each family a dot");
    assert!(dots(&mut engine, 5, 1) >= houses - 20);
    let ten = dots(&mut engine, 5, 10);
    assert!((25..=40).contains(&ten), "{ten}");
    let note = draw(&mut engine, DrawMap { form: MapForm::Dots(1), hide_below: 5, ..DrawMap::default() }).unwrap();
    assert!(note.table.note.remark.contains("bukan letak rumah"));
    assert!(note.svg.contains("digeser"));
}

#[test]
fn what_cannot_be_mapped_is_said_plainly() {
    let mut engine = sample();
    let wrong = |theme| DrawMap { theme, ..DrawMap::default() };
    let answer = |universe: &str, variable: &str| MapTheme::Answer {
        universe: universe.into(),
        variable: variable.into(),
        answer: Some(0),
    };
    for theme in
        [indicator("tidak-ada"), answer("hantu", "rt"), answer("keluarga", "hantu"), answer("keluarga", "umur_3")]
    {
        assert!(matches!(draw(&mut engine, wrong(theme)), Err(EngineError::File(_))));
    }
    // A date before anybody lived here, and an answer past the last: nobody, and no division by zero.
    let at = Some(Date { year: 1850, month: 1, day: 1 });
    let look = LookAt { at, area: Area::default() };
    let empty = draw(&mut engine, DrawMap { look, theme: indicator("water-layak"), ..DrawMap::default() }).unwrap();
    assert!(empty.title.contains("belum cukup"), "{}", empty.title);
    let past = MapTheme::Answer { universe: "penduduk".into(), variable: "agama".into(), answer: Some(99) };
    assert!(draw(&mut engine, wrong(past)).is_ok());
    let house = MapForm::Dots(1);
    let mut bare = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(bare.ask(Open { lang: Lang::Id })).unwrap();
    let person = vec![(rumah_dataku::register::person_field::name, Value::Text("Rahmad Contoh".into()))];
    let family = vec![(family_field::rt, Value::Text("1".into()))];
    run(bare.ask(AddFamily { family, person: Some(person) })).unwrap();
    let answer = draw(&mut bare, DrawMap { form: house, ..DrawMap::default() });
    assert!(matches!(&answer, Err(EngineError::File(words)) if words.contains("lintang")), "{answer:?}");
}

#[test]
fn a_sheet_is_there_with_and_without_a_place() {
    let mut engine = sample();
    let sheet = run(engine.ask(MapCanvas::default())).unwrap();
    assert!(!sheet.sketch && !sheet.houses.is_empty() && sheet.houses.len() <= 312);
    assert!((sheet.middle.lat + 2.98).abs() < 0.1 && (sheet.middle.lng - 114.76).abs() < 0.1, "{:?}", sheet.middle);
    assert!((sheet.degrees.1 * 110_600.0 - 1.0).abs() < 0.01 && sheet.size.0 >= 400.0);
    let mut bare = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(bare.ask(Open { lang: Lang::Id })).unwrap();
    assert!(run(bare.ask(MapCanvas::default())).unwrap().sketch);
    let typed = run(bare.ask(MapCanvas { start: "-2,98 114,76".into() })).unwrap();
    assert!(!typed.sketch && (typed.middle.lat + 2.98).abs() < 1e-9);
    assert!(matches!(run(bare.ask(MapCanvas { start: "Marabahan".into() })), Err(EngineError::File(_))));
}

#[test]
fn a_file_is_read_with_the_areas_that_its_shapes_seem_to_be() {
    let mut engine = sample();
    let areas = rt(&mut engine);
    let file = format!(
        r#"{{"type":"FeatureCollection","features":[
        {{"type":"Feature","properties":{{"name":"RT {}"}},"geometry":{{"type":"Polygon","coordinates":[[[114.76,-2.98],[114.77,-2.98],[114.77,-2.97]]]}}}},
        {{"type":"Feature","properties":{{"name":"RT 77"}},"geometry":{{"type":"Polygon","coordinates":[[[114.76,-2.98],[114.77,-2.97],[114.77,-2.98],[114.76,-2.97],[114.76,-2.98]]]}}}},
        {{"type":"Feature","properties":{{"name":"SDN Contoh 1"}},"geometry":{{"type":"Point","coordinates":[110.2,-7]}}}}]}}"#,
        areas[2].rt
    );
    engine.inbox = Some(file.into_bytes());
    let read = run(engine.ask(ReadMap { name: "rt.geojson".into() })).unwrap();
    let [one, two, three] = read.features.as_slice() else { panic!("{read:?}") };
    assert_eq!((one.area.as_ref(), one.fit), (Some(&areas[2]), true));
    assert!(one.remarks[0].starts_with("Batasnya belum tertutup: ujungnya berjarak 1.568 m"), "{:?}", one.remarks);
    assert!(
        !two.fit && two.area.is_none() && two.remarks[0].contains("memotong dirinya sendiri di −2,97500 · 114,76500")
    );
    assert!(!three.fit && three.form == FeatureForm::Point && three.sign == Sign::School);
    assert!(three.remarks[0].contains("km dari desa ini"), "{:?}", three.remarks);
    engine.inbox = Some(b"bukan peta".to_vec());
    let refused = run(engine.ask(ReadMap { name: "x".into() }));
    assert!(matches!(&refused, Err(EngineError::File(words)) if words.contains("GeoJSON")), "{refused:?}");
    let crossed = CheckShape { area: areas[0].clone(), rings: two.rings.clone(), ..CheckShape::default() };
    assert!(run(engine.ask(crossed)).unwrap().problem.contains("memotong dirinya sendiri"));
}
