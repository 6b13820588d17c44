//! A village imports what it holds, through the engine: OpenSID's workbook with errors in it, lists as text, files that
//! are something else. All people are invented.

#![allow(clippy::unwrap_used)]

use rumah_dataku::base::codes::*;
use rumah_dataku::engine::ports::{Clock, Flow, Ports, Pulse, Random};
use rumah_dataku::engine::protocol::*;
use rumah_dataku::engine::{Engine, EngineError};
use rumah_dataku::import::columns::OPENSID;
use rumah_dataku::lang::Lang;
use rumah_dataku::register::command::CommandError;
use rumah_dataku::store::memory::{FolderAssets, MemoryPorts, MemoryStore, run};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// 24 November 2026, 02:00 UTC.
const NOW_MS: u64 = 1_795_485_600_000;

fn engine() -> Engine<MemoryPorts> {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    engine
}

fn open(engine: &mut Engine<MemoryPorts>, bytes: &[u8]) -> Result<ImportFile, EngineError> {
    engine.inbox = Some(bytes.to_vec());
    run(engine.ask(OpenImport { name: "penduduk.xlsx".into() }))
}

fn plan(engine: &mut Engine<MemoryPorts>, file: &ImportFile) -> ImportPlan {
    run(engine.ask(PlanImport { mapping: file.mapping.clone(), options: file.options.clone() })).unwrap()
}

fn list(engine: &mut Engine<MemoryPorts>, show: ImportShow) -> Vec<ImportFamilyView> {
    run(engine.ask(ListImport { show, from: 0, limit: 10_000 })).unwrap().families
}

fn counts(engine: &mut Engine<MemoryPorts>) -> (u32, u32) {
    let status = run(engine.ask(GetStatus)).unwrap();
    (status.n_families, status.n_persons)
}

/// The value that stands in a column for member `m` (0 head, 1 wife, 2 and 3 children) of family `f`.
fn value(column: &str, f: u32, m: u32, labels: bool) -> String {
    let woman = m % 2 == 1;
    let born = if m < 2 { 1970 + f % 25 + m } else { 2002 + f % 18 + m };
    let (day, month) = (f % 28 + 1, (f + m) % 12 + 1);
    let nik = |m: u32| {
        let (woman, born) = (m % 2 == 1, if m < 2 { 1970 + f % 25 + m } else { 2002 + f % 18 + m });
        let month = (f + m) % 12 + 1;
        format!("630415{:02}{month:02}{:02}{:04}", day + 40 * u32::from(woman), born % 100, f + 1)
    };
    let pick = |code: &str, label: &str| if labels { label.to_owned() } else { code.to_owned() };
    match column {
        "alamat" => format!("Jl. Sungai No {}", f % 90 + 1),
        "dusun" => ["DUSUN HILIR", "DUSUN HULU"][f as usize % 2].into(),
        "rw" => "001".into(),
        "rt" => format!("{:03}", f % 8 + 1),
        "nama" => format!("{} KELUARGA {f}", ["AHMAD", "SITI", "UDIN", "NUR"][m as usize]),
        "no_kk" => format!("630415{day:02}0115{:04}", f + 1),
        "nik" => nik(m),
        "sex" => pick(["1", "2"][usize::from(woman)], ["LAKI-LAKI", "PEREMPUAN"][usize::from(woman)]),
        "tempatlahir" => "MARABAHAN".into(),
        "tanggallahir" => format!("{day:02}-{month:02}-{born}"),
        "agama_id" => pick("1", "ISLAM"),
        "pendidikan_kk_id" => pick("5", "SLTA / SEDERAJAT"),
        "pekerjaan_id" => pick("9", "PETANI/PEKEBUN"),
        "status_kawin" => pick(["2", "1"][usize::from(m > 1)], ["KAWIN", "BELUM KAWIN"][usize::from(m > 1)]),
        "kk_level" => pick(["1", "3", "4", "4"][m as usize], ["KEPALA KELUARGA", "ISTRI", "ANAK", "ANAK"][m as usize]),
        "warganegara_id" => pick("1", "WNI"),
        "ibu_nik" if m > 1 => nik(1),
        "id_asuransi" => pick("2", "BPJS Penerima Bantuan Iuran"),
        "status_dasar" => pick("1", "HIDUP"),
        _ => "-".into(),
    }
}

/// OpenSID's workbook of 750 families of four, with its sheet of codes, and errors in the rows that `spoil` names.
fn opensid(labels: bool, true_dates: bool, spoil: impl Fn(&str, u32) -> Option<&'static str>) -> Vec<u8> {
    let mut book = Workbook::new();
    let codes = book.add_worksheet().set_name("Kode Data").unwrap();
    codes.write_row_matrix(0, 0, [["nama", "nik"], ["bukan", "data"]]).unwrap();
    let sheet = book.add_worksheet().set_name("Data Penduduk").unwrap();
    let date = Format::new().set_num_format("dd-mm-yyyy");
    for (at, (name, _)) in OPENSID.iter().enumerate() {
        sheet.write(0, at as u16, *name).unwrap();
        for person in 0..3_000u32 {
            let (f, m, row) = (person / 4, person % 4, person + 1);
            let text = value(name, f, m, labels);
            match spoil(name, row + 1) {
                Some("float") => sheet.write(row, at as u16, text.parse::<f64>().unwrap()).unwrap(),
                Some(other) => sheet.write(row, at as u16, other).unwrap(),
                None if true_dates && *name == "tanggallahir" => {
                    let part = |from: usize, to: usize| text[from..to].parse::<u16>().unwrap();
                    let day = ExcelDateTime::from_ymd(part(6, 10), part(3, 5) as u8, part(0, 2) as u8).unwrap();
                    sheet.write_with_format(row, at as u16, day, &date).unwrap()
                }
                None => sheet.write(row, at as u16, text).unwrap(),
            };
        }
    }
    sheet.write(3_001, 1, "###").unwrap();
    sheet.write(3_002, 4, "BUKAN PENDUDUK").unwrap();
    book.save_to_buffer().unwrap()
}

fn with_errors(column: &str, row: u32) -> Option<&'static str> {
    match (row, column) {
        (6, "nik") => Some("float"),
        (7, "nik") => Some("3.2E+15"),
        (10, "nama") => Some("-"),
        (14, "rt" | "kk_level") => Some(""),
        (18, "tanggallahir") => Some("31-02-1980"),
        (19, "agama_id") => Some("ISLAMM"),
        (22 | 26, "nik") => Some("6304150101700777"),
        (30, "status_dasar") => Some("2"),
        (34, "nik") => Some("0"),
        (38, "no_kk") => Some("float"),
        _ => None,
    }
}

#[test]
fn an_opensid_workbook_with_errors_comes_in_once() {
    let bytes = opensid(true, false, with_errors);
    let mut engine = engine();
    let file = open(&mut engine, &bytes).unwrap();
    assert_eq!((file.sheet.as_str(), file.n_rows, file.heading_row), ("Data Penduduk", 3_000, 1));
    assert_eq!(file.mapping.edition, Some(Edition::OpenSid));
    let planned = plan(&mut engine, &file);
    assert!(planned.can_apply);
    assert_eq!(
        (planned.counts.n_families_new, planned.counts.n_persons_new, planned.counts.n_left_out),
        (750, 2_995, 5)
    );
    let found: Vec<_> = planned.by_code.iter().map(|found| (found.code.as_str(), found.n)).collect();
    let expected = [
        ("import-nik-precision-lost", 3),
        ("import-required-missing", 3),
        ("import-date-unreadable", 1),
        ("import-duplicate-nik", 2),
        ("import-unmapped-value", 1),
    ];
    assert_eq!(found, expected);
    let lost = list(&mut engine, ImportShow::LeftOut);
    let lost: Vec<u32> = lost
        .iter()
        .flat_map(|family| family.rows.iter().filter(|row| row.outcome == Outcome::LeftOut).map(|row| row.row))
        .collect();
    assert_eq!(lost, [6, 7, 10, 14, 38]);

    let done = run(engine.ask(ApplyImport)).unwrap();
    assert_eq!(counts(&mut engine), (750, 2_994), "one of them died");
    assert_eq!(engine.register().families().flat_map(|family| &family.members).count(), 2_995);
    let linked = engine.register().families().flat_map(|family| family.mother_child_pairs()).count();
    assert!(linked > 1_480, "{linked}");
    assert_eq!(run(engine.ask(ApplyImport)), Err(CommandError::ChangedSince.into()));

    let again = open(&mut engine, &bytes).unwrap();
    assert!(again.applied_before && !again.options.update);
    let planned = plan(&mut engine, &again);
    assert_eq!((planned.counts.n_persons_new, planned.counts.n_persons_same, planned.can_apply), (0, 2_995, false));
    assert_eq!(planned.problems.last().unwrap().code, "import-already-applied");
    let by_codes = open(&mut engine, &opensid(false, true, with_errors)).unwrap();
    let planned = plan(&mut engine, &by_codes);
    assert_eq!(
        (planned.counts.n_persons_new, planned.counts.n_persons_changed),
        (0, 0),
        "codes say the same as labels"
    );

    run(engine.ask(Undo { act: done.act })).unwrap();
    assert_eq!(counts(&mut engine), (0, 0));
}

#[test]
fn rows_left_out_can_be_mended_and_imported() {
    let mut engine = engine();
    let file = open(&mut engine, &opensid(true, true, with_errors)).unwrap();
    plan(&mut engine, &file);
    run(engine.ask(ApplyImport)).unwrap();
    for workbook in [true, false] {
        let out = run(engine.ask(GetLeftOut { workbook })).unwrap();
        assert_eq!(out.n_rows, 5);
        let bytes = engine.outbox.take().unwrap();
        let mut other = self::engine();
        let reread = open(&mut other, &bytes).unwrap();
        assert_eq!((reread.n_rows, reread.columns.len(), reread.columns[1].heading.as_str()), (5, 45, "Alasan"));
        assert!(reread.columns[1].samples[0].contains("pada baris 6 rusak"), "{:?}", reread.columns[1].samples);
        assert_eq!(plan(&mut other, &reread).counts.n_rows, 5);
    }
    let mended = opensid(true, true, |_, _| None);
    let file = open(&mut engine, &mended).unwrap();
    let planned = plan(&mut engine, &file);
    assert_eq!((planned.counts.n_persons_new, planned.counts.n_families_new), (5, 0));
    let changed = list(&mut engine, ImportShow::Update);
    let has_nik =
        |row: &&ImportRowView| row.changes.iter().any(|change| change.label == "NIK" && !change.old.is_empty());
    let mended =
        changed.iter().flat_map(|family| &family.rows).filter(|row| row.outcome == Outcome::Update).filter(has_nik);
    assert_eq!(mended.map(|row| row.row).collect::<Vec<_>>(), [22, 26]);
}

#[test]
fn lists_as_text_come_in_by_the_same_door() {
    let list = "No KK;NIK;Nama Lengkap;JK;Tgl Lahir;Hubungan\n\
        6304150101150001;6304150101800001;Rahmadi;L;1/1/1980;Kepala Keluarga\n\
        6304150101150001;6304154203850002;Renée;P;2/3/85;Istri\n";
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(list.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = list.chars().map(|c| c as u32 as u8).collect();
    for bytes in [
        list.as_bytes().to_vec(),
        format!("\u{feff}{}", list.replace('\n', "\r\n")).into_bytes(),
        list.replace(';', ",").into_bytes(),
        list.replace(';', "\t").into_bytes(),
        utf16,
        latin,
    ] {
        let mut engine = engine();
        let file = open(&mut engine, &bytes).unwrap();
        assert!(plan(&mut engine, &file).can_apply);
        run(engine.ask(ApplyImport)).unwrap();
        let family = engine.register().families().next().unwrap();
        let names: Vec<_> = family.members.iter().map(|person| person.name.text()).collect();
        assert_eq!(names, ["Rahmadi", "Renée"]);
        assert!(family.members[1].relation.is(Relation::Wife));
        let again = open(&mut engine, &bytes).unwrap();
        assert!(again.applied_before && !plan(&mut engine, &again).can_apply);
    }
}

#[test]
fn what_was_chosen_is_remembered() {
    let list = |name: &str| format!("Kolom A;Kolom B;Sembahyang\n{name};630415010115000{};Isl.\n", name.len() % 10);
    let mut engine = engine();
    let mut file = open(&mut engine, list("Rahmadi").as_bytes()).unwrap();
    assert_eq!(file.mapping.columns, [None, None, None]);
    file.mapping.columns = ["nama", "no_kk", "agama"].map(|key| Some(key.to_owned())).to_vec();
    let planned = plan(&mut engine, &file);
    let value = &planned.unmapped[0];
    assert_eq!((value.key.as_str(), value.typed.as_str(), value.n_rows), ("agama", "Isl.", 1));
    let pair = Pair { key: value.key.clone(), typed: value.typed.clone(), value: rumah_dataku::base::Value::Code(1) };
    file.mapping.pairs.push(pair);
    assert!(plan(&mut engine, &file).unmapped.is_empty());
    run(engine.ask(ApplyImport)).unwrap();
    let other = open(&mut engine, list("Siti").as_bytes()).unwrap();
    assert_eq!(other.mapping, file.mapping);
    assert_eq!(other.columns[0].confidence, Some(Confidence::Remembered));
}

#[test]
fn other_files_are_refused_and_nothing_changes() {
    let mut engine = engine();
    let book = opensid(true, false, |_, _| None);
    let mut empty = Workbook::new();
    empty.add_worksheet();
    for (bytes, word) in [
        (b"%PDF-1.7 ...".to_vec(), "PDF"),
        (b"<html><table>".to_vec(), "HTML"),
        (book[..book.len() / 2].to_vec(), "rusak"),
        (empty.save_to_buffer().unwrap(), "Tidak ada baris data"),
        (Vec::new(), "Tidak ada baris data"),
    ] {
        match open(&mut engine, &bytes) {
            Err(EngineError::File(message)) => {
                assert!(message.contains(word) && message.contains("Belum ada data yang berubah"), "{message}")
            }
            other => panic!("{word}: {other:?}"),
        }
    }
    assert_eq!(counts(&mut engine), (0, 0));
    let file = open(&mut engine, b"kolom,lain\n1,2\n").unwrap();
    let planned = plan(&mut engine, &file);
    assert!(!planned.can_apply);
    assert!(planned.problems[0].message.starts_with("Kolom Nama lengkap tidak ditemukan"), "{:?}", planned.problems);
    assert!(matches!(run(engine.ask(ApplyImport)), Err(EngineError::File(_))));
}

/// A world whose user cancels at a beat of some work.
struct Impatient(MemoryPorts, Cancel);

struct Cancel {
    what: &'static str,
    at: u32,
}

impl Pulse for Cancel {
    async fn beat(&self, what: &'static str, done: u32, total: u32) -> Flow {
        assert!(done <= total);
        if what == self.what && done >= self.at { Flow::Stop } else { Flow::Go }
    }
}

impl Ports for Impatient {
    type Store = MemoryStore;
    type Pulse = Cancel;
    type Assets = FolderAssets;
    fn store(&self) -> &MemoryStore {
        self.0.store()
    }
    fn pulse(&self) -> &Cancel {
        &self.1
    }
    fn assets(&self) -> &FolderAssets {
        self.0.assets()
    }
    fn clock(&self) -> &dyn Clock {
        self.0.clock()
    }
    fn random(&self) -> &dyn Random {
        self.0.random()
    }
}

#[test]
fn import_can_be_cancelled_until_it_is_stored() {
    let rows: String = (0..2_000).map(|n| format!("Orang {n},63041501011{n:05}\n")).collect();
    let bytes = format!("nama,no_kk\n{rows}").into_bytes();
    for (what, at) in [("import-read", 500), ("import-plan", 1_000), ("import-apply", 0), ("import-apply", 1)] {
        let mut engine = Engine::new(Impatient(MemoryPorts::new(NOW_MS, 1), Cancel { what, at }));
        run(engine.ask(Open { lang: Lang::Id })).unwrap();
        engine.inbox = Some(bytes.clone());
        let opened = run(engine.ask(OpenImport { name: "daftar.csv".into() }));
        let planned =
            opened.and_then(|file| run(engine.ask(PlanImport { mapping: file.mapping, options: file.options })));
        let applied = planned.and_then(|_| run(engine.ask(ApplyImport)));
        assert_eq!(applied, Err(EngineError::Cancelled), "{what} {at}");
        assert_eq!(run(engine.ask(GetStatus)).unwrap().n_persons, 0);
    }
}

#[test]
fn a_full_disk_leaves_nothing_half_done() {
    let mut engine = engine();
    let file = open(&mut engine, b"nama,nik\nSiti,6304154203850002\n").unwrap();
    plan(&mut engine, &file);
    *engine.ports().store.failing.borrow_mut() = Some(rumah_dataku::engine::ports::StoreError::Full);
    let slots = engine.register().slots().len();
    let findings = |engine: &mut Engine<MemoryPorts>| {
        run(engine.ask(FindingsSummary { filter: FindingFilter::default() })).unwrap()
    };
    let before = findings(&mut engine);
    assert_eq!(run(engine.ask(ApplyImport)), Err(EngineError::Full));
    assert_eq!(counts(&mut engine), (0, 0));
    assert_eq!((engine.register().slots().len(), findings(&mut engine)), (slots, before));
    *engine.ports().store.failing.borrow_mut() = None;
    let file = open(&mut engine, b"nama,nik\nSiti,6304154203850002\n").unwrap();
    assert!(!file.applied_before);
    plan(&mut engine, &file);
    run(engine.ask(ApplyImport)).unwrap();
    assert_eq!(counts(&mut engine), (1, 1));
}
