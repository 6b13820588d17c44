//! Tables of one's own choice, as the page asks for them: against the register asked one by one, and what the public sees.

use crate::{NOW_MS, date, sample_register};
use rumah_dataku::analyse::crosstab::{Question, cross, universe};
use rumah_dataku::analyse::variables::by_id;
use rumah_dataku::analyse::{Columns, Scope};
use rumah_dataku::base::CodeList;
use rumah_dataku::engine::protocol::table::{Cell, RowKind, Table};
use rumah_dataku::engine::protocol::*;
use rumah_dataku::engine::{Engine, EngineError};
use rumah_dataku::lang::Lang;
use rumah_dataku::register::{Family, Person};
use rumah_dataku::store::memory::{MemoryPorts, run};

/// What a variable answers for a person of a family, asked of the register itself; nothing where there is no answer.
type Ask = fn(&Family, &Person) -> Option<usize>;

fn place<T: CodeList>(code: Option<T>) -> Option<usize> {
    let number = code?.number();
    T::LIST.rows.iter().position(|row| row.number == number)
}

/// Age at the reference date of these tests in completed years.
fn age(person: &Person) -> Option<usize> {
    person.age_years(date("2026-11-24")).map(|age| age as usize)
}

#[test]
fn crossed_counts_are_those_of_the_register_asked_one_by_one() {
    let register = sample_register(900, 7);
    let columns = Columns::build(&register);
    let at = date("2026-11-24");
    let scope = Scope { at, ..Scope::default() };
    let ways: &[(&str, Ask)] = &[
        ("jenis_kelamin", |_, person| place(person.sex.get())),
        ("umur_5", |_, person| age(person).map(|age| (age / 5).min(15))),
        ("pendidikan", |_, person| place(person.completed.get())),
        ("jaminan_kesehatan", |_, person| place(person.health_cover.get())),
        ("air_minum", |family, _| place(family.water.get())),
        ("sekolah", |_, person| person.attending.get().map(|level| usize::from(!level.attends()))),
    ];
    for (rows, row_of) in ways {
        for (across, column_of) in ways {
            let question = Question {
                universe: universe("umur_15").unwrap(),
                rows: by_id(rows).unwrap(),
                columns: by_id(across),
                row_groups: vec![],
                column_groups: vec![],
                only: vec![],
            };
            let table = cross(&columns, &scope, &question, Lang::Id);
            let n = table.columns.len();
            let mut slow = vec![0; table.cells.len()];
            for family in register.slots().iter().filter(|family| !family.own.removed) {
                let grown = family.members.iter().filter(|person| person.resident_at(at) && age(person) >= Some(15));
                for person in grown {
                    let row = row_of(family, person).unwrap_or(table.rows.len() - 1);
                    slow[row * n + column_of(family, person).unwrap_or(n - 1)] += 1;
                }
            }
            assert_eq!(table.cells, slow, "{rows} by {across}");
            assert!(table.total() > 1_000, "{rows} by {across}");
        }
    }
}

fn made(engine: &mut Engine<MemoryPorts>, asked: MakeTable) -> Result<Table, EngineError> {
    run(engine.ask(asked))
}

fn village() -> Engine<MemoryPorts> {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    run(engine.ask(MakeSample { families: Some(300), seed: Some(5) })).unwrap();
    engine
}

fn asked(universe: &str, rows: &str, columns: &str) -> MakeTable {
    MakeTable { universe: universe.into(), rows: rows.into(), columns: columns.into(), ..MakeTable::default() }
}

#[test]
fn the_public_sees_no_small_count_and_the_office_sees_all() {
    let mut engine = village();
    let office = made(&mut engine, asked("umur_15", "pendidikan", "agama")).unwrap();
    let public = made(&mut engine, MakeTable { hide_below: 5, ..asked("umur_15", "pendidikan", "agama") }).unwrap();
    let counts = |table: &Table| {
        let cells = table.rows.iter().flat_map(|row| row.cells[1..].to_vec());
        cells.collect::<Vec<Cell>>()
    };
    let (all, seen) = (counts(&office), counts(&public));
    assert!(all.iter().any(|cell| matches!(cell, Cell::Count(1..=4))), "the table has nothing to hide");
    for (whole, shown) in all.iter().zip(&seen) {
        assert!(!matches!(shown, Cell::Count(1..=4)), "{shown:?} is in sight");
        assert!(shown == whole || *shown == Cell::text("*"));
    }
    assert!(public.note.remark.starts_with("* disembunyikan"), "{}", public.note.remark);
    assert!(!office.note.remark.contains("disembunyikan"), "{}", office.note.remark);
    // The village's name for the figures stays; the totals of the two are the same.
    assert_eq!(all.last(), seen.last());
}

#[test]
fn per_cents_are_of_the_answers_and_never_tell_what_is_hidden() {
    let mut engine = village();
    let shares =
        |cells, hide_below| MakeTable { cells, hide_below, ..asked("penduduk", "jaminan_kesehatan", "umur_3") };
    let counts = made(&mut engine, shares(CellsOf::Counts, 0)).unwrap();
    let office = made(&mut engine, shares(CellsOf::ColumnShares, 0)).unwrap();
    let known = |column: usize| {
        let rows =
            counts.rows.iter().filter(|row| !["Belum terjawab", "Jumlah"].map(Cell::text).contains(&row.cells[0]));
        rows.map(|row| if let Cell::Count(n) = row.cells[column] { n } else { 0 }).sum::<u32>()
    };
    for (row, counted) in office.rows.iter().zip(&counts.rows).take(3) {
        let Cell::Count(n) = counted.cells[1] else { panic!("{counted:?}") };
        assert_eq!(row.cells[1], Cell::share(n, known(1)));
    }
    for cells in [CellsOf::RowShares, CellsOf::ColumnShares] {
        let plain = made(&mut engine, MakeTable { hide_below: 40, ..shares(CellsOf::Counts, 40) }).unwrap();
        let percents = made(&mut engine, shares(cells, 40)).unwrap();
        for (plain, percents) in plain.rows.iter().zip(&percents.rows) {
            for (count, percent) in plain.cells.iter().zip(&percents.cells) {
                let secret = *count == Cell::text("*");
                assert!(!secret || matches!(percent, Cell::Text(_) | Cell::Empty), "{count:?} shows as {percent:?}");
            }
        }
    }
}

#[test]
fn what_makes_no_table_is_told() {
    let mut engine = village();
    let told = |answer: Result<Table, EngineError>| match answer {
        Err(EngineError::File(words)) => words,
        other => panic!("{other:?}"),
    };
    assert!(told(made(&mut engine, asked("keluarga", "agama", ""))).contains("ciri keluarga"));
    assert!(told(made(&mut engine, asked("penduduk", "zodiak", ""))).contains("Pilih lagi"));
    let nobody = made(&mut engine, MakeTable { only: Some(("umur_3".into(), 99)), ..asked("penduduk", "agama", "rt") });
    assert_eq!(nobody.unwrap().rows.last().unwrap().cells.last(), Some(&Cell::Count(0)));
    let middle =
        made(&mut engine, MakeTable { cells: CellsOf::Age, ..asked("penduduk", "jenis_kelamin", "") }).unwrap();
    assert_eq!(
        middle.columns.iter().map(|column| &*column.label).collect::<Vec<_>>()[1..],
        ["Banyaknya", "Rata-rata", "Median"]
    );
}

#[test]
fn the_chart_is_drawn_from_the_table_and_shows_nothing_more() {
    let mut engine = village();
    let chart = |engine: &mut Engine<MemoryPorts>, table: MakeTable| drawn(engine, table, Dress::default()).chart;
    let one = chart(&mut engine, asked("penduduk", "agama", ""));
    let total = |table: &Table| match table.rows.last().unwrap().cells.last() {
        Some(Cell::Count(n)) => *n,
        other => panic!("{other:?}"),
    };
    let Cell::Count(most) = one.table.rows[0].cells[1] else { panic!("{:?}", one.table.rows[0]) };
    assert!(one.svg.starts_with("<svg") && one.svg.contains(&rumah_dataku::lang::number::whole(Lang::Id, most.into())));
    assert!(total(&one.table) > most, "{:?}", one.table);
    // In public the bars of hidden sums are not there, nor any word of them.
    let public = chart(&mut engine, MakeTable { hide_below: 60, ..asked("penduduk", "agama", "") });
    let hidden = public.table.rows.iter().filter(|row| row.cells[1] == Cell::text("*"));
    let names: Vec<String> = hidden.map(|row| row.cells[0].shown(Lang::Id, table::Kind::Text)).collect();
    assert!(!names.is_empty(), "nothing is hidden");
    for name in names {
        assert!(!public.svg.contains(&name), "{name} is in the picture");
    }
    let two = chart(&mut engine, MakeTable { hide_below: 5, ..asked("penduduk", "pendidikan", "jenis_kelamin") });
    assert!(two.svg.contains("Perempuan") && two.paper.contains("disembunyikan"), "{}", two.paper);
    let means = MakeTable { cells: CellsOf::Age, ..asked("penduduk", "pendidikan", "jenis_kelamin") };
    assert!(!chart(&mut engine, means).svg.contains("Perempuan"), "the chart shows columns that the table has not");
    let wide = chart(&mut engine, asked("penduduk", "jenis_kelamin", "agama"));
    assert!(wide.svg.contains("Laki-laki") && wide.svg.contains("Islam"), "too many parts for colours are shaded");
}

fn count(cell: &Cell) -> u32 {
    if let Cell::Count(n) = cell { *n } else { panic!("{cell:?}") }
}

/// Label and sum of each row.
fn sums(table: &Table) -> Vec<(String, u32)> {
    let label = |cell: &Cell| if let Cell::Text(text) = cell { text.to_string() } else { String::new() };
    table.rows.iter().map(|row| (label(&row.cells[0]), count(row.cells.last().unwrap()))).collect()
}

#[test]
fn answers_are_put_together_in_an_order_of_ones_own_and_layers_add_up() {
    let mut engine = village();
    let plain = sums(&made(&mut engine, asked("penduduk", "umur_3", "")).unwrap());
    let groups = vec![
        AnswerGroup { label: String::new(), answers: vec![2] },
        AnswerGroup { label: "Belum 65".into(), answers: vec![0, 1] },
    ];
    let grouped = MakeTable { row_groups: groups, ..asked("penduduk", "umur_3", "") };
    let own = sums(&made(&mut engine, grouped).unwrap());
    assert_eq!(own[0], plain[2]);
    assert_eq!(own[1], ("Belum 65".to_owned(), plain[0].1 + plain[1].1));
    assert_eq!(own.last(), plain.last());
    let left_out = vec![AnswerGroup { label: String::new(), answers: vec![1] }];
    let others = MakeTable { row_groups: left_out, ..asked("penduduk", "umur_3", "") };
    let others = sums(&made(&mut engine, others).unwrap());
    assert_eq!(others[1], ("Lainnya".to_owned(), plain[0].1 + plain[2].1));

    let layer = |at| MakeTable { layer: Some(("jenis_kelamin".into(), at)), ..asked("penduduk", "umur_3", "") };
    let (men, women) = (made(&mut engine, layer(0)).unwrap(), made(&mut engine, layer(1)).unwrap());
    assert!(men.title.contains("jenis kelamin: Laki-laki"), "{}", men.title);
    for (at, (_, all)) in plain.iter().enumerate() {
        assert_eq!(sums(&men)[at].1 + sums(&women)[at].1, *all);
    }
}

#[test]
fn rounded_tables_add_up_and_hide_nothing_else() {
    let mut engine = village();
    let table = MakeTable { round: 5, hide_below: 5, ..asked("umur_15", "pendidikan", "agama") };
    let table = made(&mut engine, table).unwrap();
    let counts: Vec<Vec<u32>> = table.rows.iter().map(|row| row.cells[1..].iter().map(count).collect()).collect();
    let (total, body) = counts.split_last().unwrap();
    for row in body {
        assert_eq!(row[..row.len() - 1].iter().sum::<u32>(), *row.last().unwrap());
    }
    for (column, sum) in total.iter().enumerate() {
        assert_eq!(body.iter().map(|row| row[column]).sum::<u32>(), *sum);
        assert_eq!(sum % 5, 0);
    }
    assert!(table.note.remark.contains("kelipatan 5"), "{}", table.note.remark);
}

#[test]
fn a_count_opens_its_records_for_the_office_alone() {
    let mut engine = village();
    let table = asked("umur_15", "jenis_kelamin", "umur_3");
    let office = made(&mut engine, table.clone()).unwrap();
    let page = |engine: &mut Engine<MemoryPorts>, table: MakeTable, row, column| {
        run(engine.ask(CellRecords { table, row, column, from: 0, limit: 2_000 }))
    };
    for (row, shown) in office.rows.iter().enumerate() {
        let at = (row + 1 < office.rows.len()).then_some(row as u16);
        for column in 0..shown.cells.len() - 1 {
            let across = (column + 2 < shown.cells.len()).then_some(column as u16);
            let found = page(&mut engine, table.clone(), at, across).unwrap();
            assert_eq!((found.total, found.rows.len() as u32), (count(&shown.cells[column + 1]), found.total));
            if row == 0 {
                assert!(found.rows.iter().all(|row| row.line.contains("laki-laki")), "{:?}", found.rows.first());
            }
        }
    }
    let families = page(&mut engine, asked("keluarga", "air_minum", ""), None, None).unwrap();
    let counted = made(&mut engine, asked("keluarga", "air_minum", "")).unwrap();
    assert_eq!(families.total, sums(&counted).last().unwrap().1);
    for refused in [MakeTable { hide_below: 5, ..table.clone() }, MakeTable { round: 5, ..table.clone() }] {
        assert!(
            matches!(page(&mut engine, refused, Some(0), None), Err(EngineError::File(text)) if text.contains("kantor"))
        );
    }
    let actor = Actor { name: "Pelatih Contoh".into(), role: Role::Trainer };
    run(engine.ask(SetActor { actor })).unwrap();
    assert!(page(&mut engine, table, Some(0), None).is_err());
}

fn drawn(engine: &mut Engine<MemoryPorts>, table: MakeTable, dress: Dress) -> MadeChart {
    run(engine.ask(MakeChart { table, dress, width: 720 })).unwrap()
}

#[test]
fn every_form_that_fits_is_drawn_and_shows_no_hidden_count() {
    let mut engine = village();
    let tables = [
        ("penduduk", "umur_5", "jenis_kelamin"),
        ("penduduk", "umur_1", "jenis_kelamin"),
        ("umur_15", "pendidikan", "jenis_kelamin"),
        ("penduduk", "rt", "akta_lahir"),
        ("keluarga", "rt", "air_minum"),
        ("keluarga", "air_minum", ""),
        ("penduduk", "agama", "rt"),
    ];
    let mut seen = std::collections::BTreeSet::new();
    for (universe, rows, columns) in tables {
        for hide_below in [0, 5] {
            let table = MakeTable { hide_below, ..asked(universe, rows, columns) };
            let made = drawn(&mut engine, table.clone(), Dress::default());
            assert_eq!(made.form, made.forms.first().copied());
            for form in made.forms {
                let dress = Dress { form: Some(form), ..Dress::default() };
                let one = drawn(&mut engine, table.clone(), dress);
                assert_eq!(one.form, Some(form));
                assert!(one.chart.svg.starts_with("<svg") && !one.finding.is_empty(), "{form:?}");
                seen.insert(form);
                // In a chart for everybody no number from 1 to 4 stands for persons.
                let small = |text: &str| {
                    text.split(">")
                        .filter_map(|part| part.split_once('<'))
                        .any(|(word, _)| ["1", "2", "3", "4"].contains(&word) && form != Form::Waffle)
                };
                // Axes begin with small numbers; long answers have numbers at theirs.
                let axes = matches!(form, Form::Pyramid | Form::Dots | Form::Lines);
                assert!(
                    hide_below == 0 || axes || rows == "umur_1" || !small(&one.chart.svg),
                    "{form:?} of {rows} by {columns}"
                );
            }
        }
    }
    assert_eq!(seen.len(), Form::ALL.len(), "{seen:?}");
}

#[test]
fn a_pyramid_is_compared_with_another_date_or_area_unless_that_would_tell_a_hidden_count() {
    let mut engine = village();
    let areas = run(engine.ask(ListAreas)).unwrap();
    let table = asked("penduduk", "umur_5", "jenis_kelamin");
    let with = |beside| Dress { beside, ..Dress::default() };
    let area = Beside::Area(areas[0].area.clone());
    let office = drawn(&mut engine, table.clone(), with(area.clone()));
    assert_eq!(office.form, Some(Form::Pyramid));
    assert!(office.chart.svg.contains("polyline") && office.said.is_empty(), "the other area is not drawn");
    assert_eq!(office.chart.table.columns.len(), 7, "the table behind has both");
    let then = drawn(&mut engine, table.clone(), with(Beside::Date(date("2025-01-01"))));
    assert!(then.chart.svg.contains("1 Januari 2025"), "{}", then.finding);
    // For everybody: what an area of few hides is a star here too, and single years are no pyramid then.
    let public = MakeTable { hide_below: 5, ..table };
    let made = drawn(&mut engine, public.clone(), with(area));
    assert_eq!(made.form, Some(Form::Pyramid));
    assert!(made.chart.svg.contains("polyline") && made.chart.svg.contains("* disembunyikan"), "{}", made.said);
    let look = LookAt { area: areas[0].area.clone(), ..LookAt::default() };
    let there = run(engine.ask(MakeTable { look, ..public.clone() })).unwrap();
    let here = run(engine.ask(public.clone())).unwrap();
    let mut stars = 0;
    for (row, behind) in made.chart.table.rows.iter().take(16).enumerate() {
        let wanted: Vec<&Cell> = [&here, &there].iter().flat_map(|table| &table.rows[row].cells[1..3]).collect();
        assert_eq!(wanted, [1, 2, 5, 6].map(|at| &behind.cells[at]));
        stars += wanted.iter().filter(|cell| ***cell == Cell::text("*")).count();
    }
    assert!(stars > 4, "{stars}");
    let single = MakeTable { rows: "umur_1".into(), ..public };
    assert!(!drawn(&mut engine, single, Dress::default()).forms.contains(&Form::Pyramid));
}

#[test]
fn a_table_is_kept_with_its_title_and_notes_undone_and_carried_in_the_package() {
    let mut engine = village();
    let note =
        |row: &str, column: &str| Callout { row: row.into(), column: column.into(), text: "sekolah jauh".into() };
    let dress = Dress {
        form: Some(Form::Heat),
        title: "Perempuan lebih sering tamat".into(),
        notes: vec![note("Tidak/belum sekolah", "Perempuan"), note("tidak ada", "")],
        ..Dress::default()
    };
    let table = MakeTable { hide_below: 5, ..asked("umur_15", "pendidikan", "jenis_kelamin") };
    let made = drawn(&mut engine, table.clone(), dress.clone());
    for picture in [&made.chart.svg, &made.chart.paper] {
        assert!(picture.contains("Perempuan lebih sering tamat") && picture.contains("sekolah jauh"), "{picture}");
    }
    assert_ne!(made.finding, made.chart.title);
    let kept = KeptTable { table, dress };
    let check = |engine: &mut Engine<MemoryPorts>, name: &str, kept: &KeptTable| {
        run(engine.ask(CheckTable { name: name.into(), kept: kept.clone() }))
    };
    let checked = check(&mut engine, " Pendidikan ", &kept).unwrap();
    assert_eq!((checked.kind.as_str(), checked.key.as_str(), checked.problems.len()), (TABLE_PAPER, "Pendidikan", 0));
    let CheckedPaper { kind, key, title, body, .. } = checked;
    let done = run(engine.ask(PutPaper { kind, key, title, body })).unwrap();
    let listed = |engine: &mut Engine<MemoryPorts>| run(engine.ask(ListTables)).unwrap();
    assert_eq!(listed(&mut engine), [KeptRow { name: "Pendidikan".into(), kept: Some(kept.clone()) }]);

    run(engine.ask(ExportPackage)).unwrap();
    let bytes = engine.outbox.take().unwrap();
    run(engine.ask(Undo { act: done.act })).unwrap();
    assert!(listed(&mut engine).is_empty(), "the act can be taken back");
    let mut other = Engine::new(MemoryPorts::new(NOW_MS, 9));
    run(other.ask(Open { lang: Lang::Id })).unwrap();
    other.inbox = Some(bytes);
    run(other.ask(OpenPackage)).unwrap();
    run(other.ask(RestorePackage { replace: true })).unwrap();
    assert_eq!(listed(&mut other).len(), 1);
    assert_eq!(listed(&mut other)[0].kept, Some(kept.clone()));

    // What cannot stand is told by its field; a damaged paper is told and not used.
    for (name, dress, field) in [
        ("", Dress::default(), "nama"),
        ("a", Dress { title: "x".repeat(161), ..Dress::default() }, "judul"),
        ("a", Dress { notes: vec![note("a", ""); 9], ..Dress::default() }, "catatan"),
        ("a", Dress { notes: vec![Callout::default()], ..Dress::default() }, "catatan"),
    ] {
        let wrong = check(&mut engine, name, &KeptTable { dress, ..kept.clone() }).unwrap();
        assert_eq!(wrong.problems.iter().map(|(field, _)| field.as_str()).collect::<Vec<_>>(), [field]);
    }
    let unknown = KeptTable { table: asked("penduduk", "tidak_ada", ""), ..kept };
    assert!(check(&mut engine, "a", &unknown).is_err());
    let damaged = PutPaper { kind: TABLE_PAPER.into(), key: "Rusak".into(), title: "Rusak".into(), body: "{}".into() };
    run(engine.ask(damaged)).unwrap();
    assert_eq!(listed(&mut engine), [KeptRow { name: "Rusak".into(), kept: None }]);
}

/// What a picture says in words, for those who cannot see it.
fn described(svg: &str) -> &str {
    svg.split_once("<desc").and_then(|(_, rest)| rest.split_once("</desc>")).map_or("", |(told, _)| told)
}

#[test]
fn lines_are_offered_where_rows_have_an_order_and_break_at_what_is_hidden() {
    let mut engine = village();
    let lines = Dress { form: Some(Form::Lines), ..Dress::default() };
    for (rows, columns, offered) in [
        ("umur_5", "jenis_kelamin", true),
        ("pendidikan", "jenis_kelamin", true),
        ("desil", "", true),
        ("ukuran_keluarga", "air_minum", false), // more columns than lines can be told apart
        ("agama", "jenis_kelamin", false),
        ("rt", "jenis_kelamin", false),
    ] {
        let made = drawn(&mut engine, asked("penduduk", rows, columns), Dress::default());
        assert_eq!(made.forms.contains(&Form::Lines), offered, "{rows} by {columns}");
    }
    // Answers in another order than the list's have no lines.
    let turned = [2, 1, 0].map(|at| AnswerGroup { label: String::new(), answers: vec![at] }).to_vec();
    let table = MakeTable { row_groups: turned, ..asked("penduduk", "umur_3", "jenis_kelamin") };
    assert!(!drawn(&mut engine, table, Dress::default()).forms.contains(&Form::Lines));
    let table = MakeTable { hide_below: 5, ..asked("umur_15", "pendidikan", "jenis_kelamin") };
    let made = drawn(&mut engine, table.clone(), lines);
    let shown = run(engine.ask(table)).unwrap();
    let told = described(&made.chart.svg);
    let (mut hidden, mut counted) = (0, 0);
    for row in &shown.rows[..made.rows.len()] {
        let Cell::Text(label) = &row.cells[0] else { panic!("{row:?}") };
        for cell in &row.cells[1..3] {
            match cell {
                Cell::Count(n) => counted += u32::from(told.contains(&format!("{label} {n}"))),
                _ => hidden += u32::from(told.contains(&format!("{label} *"))),
            }
        }
    }
    assert!(hidden > 0 && counted > 10, "{hidden} {counted} {told}");
    assert!(made.chart.svg.contains("Garis terputus"), "the gap is explained");
}

#[test]
fn means_are_drawn_as_means() {
    let mut engine = village();
    for (cells, universe, rows, unit) in [
        (CellsOf::Age, "penduduk", "pendidikan", "tahun"),
        (CellsOf::FamilySize, "keluarga", "air_minum", "orang"),
        (CellsOf::FloorPerPerson, "keluarga", "rt", "m²"),
    ] {
        for hide_below in [0, 5] {
            let table = MakeTable { cells, hide_below, ..asked(universe, rows, "") };
            let made = drawn(&mut engine, table.clone(), Dress::default());
            let shown = run(engine.ask(table)).unwrap();
            let told = described(&made.chart.svg).to_owned();
            assert!(made.chart.svg.contains(&format!(">{unit}</text>")), "{cells:?}: the axis has no unit");
            let mut n = 0;
            for row in shown.rows.iter().filter(|row| row.kind == RowKind::Body) {
                let Cell::Text(label) = &row.cells[0] else { panic!("{row:?}") };
                match (&row.cells[2], &row.cells[3]) {
                    (Cell::Number(mean, _), Cell::Number(median, _)) => {
                        let number = |n: &f64| rumah_dataku::lang::number::decimal(Lang::Id, *n, 1);
                        let words =
                            format!("{label}: rata-rata {} {unit}, median {} {unit}.", number(mean), number(median));
                        assert!(told.contains(&words), "{words} is not in {told}");
                        n += 1;
                    }
                    (Cell::Text(_), _) => assert!(told.contains(&format!("{label}: *.")), "{label} {told}"),
                    _ => assert!(!told.contains(&format!("{label}: ")), "nobody has a mean: {label}"),
                }
            }
            assert!(n > 2 && made.form == Some(Form::Bars), "{cells:?}");
        }
    }
}

#[test]
fn notes_keep_their_place_when_the_language_changes_and_those_of_before_are_migrated() {
    let mut engine = village();
    let table = asked("umur_15", "pendidikan", "jenis_kelamin");
    let made = drawn(&mut engine, table.clone(), Dress { form: Some(Form::Heat), ..Dress::default() });
    let ((row, label), (column, part)) = (made.rows[2].clone(), made.columns[1].clone());
    assert_ne!(row, label);
    let note = Callout { row: row.clone(), column: column.clone(), text: "sekolah jauh".into() };
    let dress = Dress { form: Some(Form::Heat), notes: vec![note], ..Dress::default() };
    let told = |engine: &mut Engine<MemoryPorts>, dress: &Dress| {
        let chart = drawn(engine, table.clone(), dress.clone());
        (described(&chart.chart.svg).to_owned(), chart.rows, chart.columns)
    };
    let place = format!("Catatan pada {label}, {part}: sekolah jauh.");
    assert!(told(&mut engine, &dress).0.contains(&place));
    run(engine.ask(SetLang { lang: Lang::En })).unwrap();
    let (english, rows, columns) = told(&mut engine, &dress);
    assert!(rows[2].0 == row && columns[1].0 == column && rows[2].1 != label, "{rows:?}");
    assert!(english.contains(&format!("Note at {}, {}: sekolah jauh.", rows[2].1, columns[1].1)), "{english}");
    run(engine.ask(SetLang { lang: Lang::Id })).unwrap();

    // A table that was kept when notes stood at words, Indonesian ones and English ones.
    let mut old = serde_json::to_value(KeptTable { table: table.clone(), dress: dress.clone() }).unwrap();
    old["format"] = 1.into();
    old["dress"]["of"] = part.clone().into();
    for (at, (row_word, column_word)) in [(&label, &part), (&rows[2].1, &columns[1].1)].into_iter().enumerate() {
        old["dress"]["notes"][0]["row"] = row_word.as_str().into();
        old["dress"]["notes"][0]["column"] = column_word.as_str().into();
        let key = format!("Lama {at}");
        let paper = PutPaper { kind: TABLE_PAPER.into(), key: key.clone(), title: key.clone(), body: old.to_string() };
        run(engine.ask(paper)).unwrap();
        let listed = run(engine.ask(ListTables)).unwrap();
        let kept = listed.iter().find(|row| row.name == key).unwrap().kept.clone().unwrap();
        assert_eq!((&kept.dress.notes, &kept.dress.of), (&dress.notes, &column), "{row_word}");
        // Kept again, it is one of today.
        let checked = run(engine.ask(CheckTable { name: key, kept })).unwrap();
        assert!(checked.body.contains("\"format\":2"), "{}", checked.body);
    }
    // In areas too, whose words are not those of a list.
    let areas = asked("penduduk", "rt", "akta_lahir");
    let made = drawn(&mut engine, areas, Dress::default());
    assert!(made.rows[0].0.contains('/') && made.rows[0].1.starts_with("RT"), "{:?}", made.rows[0]);
}

#[test]
fn a_kept_pyramid_keeps_its_overlay_on_slides() {
    let mut engine = village();
    let table = asked("penduduk", "umur_5", "jenis_kelamin");
    let dress = Dress { beside: Beside::Date(date("2025-01-01")), form: Some(Form::Pyramid), ..Dress::default() };
    let slide = |engine: &mut Engine<MemoryPorts>, dress: Dress| {
        let kept = KeptTable { table: table.clone(), dress };
        let CheckedPaper { kind, key, title, body, .. } =
            run(engine.ask(CheckTable { name: "Umur kita".into(), kept })).unwrap();
        run(engine.ask(PutPaper { kind, key, title, body })).unwrap();
        let slides = run(engine.ask(MakeSlides::default())).unwrap().slides;
        slides.into_iter().find(|slide| slide.id == "susunan.Umur kita").unwrap().html
    };
    let with = slide(&mut engine, dress);
    assert!(with.contains("polyline") && with.contains("1 Januari 2025"), "the overlay is lost");
    // Slides are for everybody: what is hidden stands as a star.
    assert!(with.contains("* disembunyikan"));
    let without = slide(&mut engine, Dress { form: Some(Form::Pyramid), ..Dress::default() });
    assert!(!without.contains("1 Januari 2025"));
}
