//! Packages as receivers see them: what goes out comes back whole, and what was changed on the way is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use rumah_dataku::analyse::indicators::wider::{Item, items};
use rumah_dataku::base::Value;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::engine::{Engine, EngineError};
use rumah_dataku::lang::Lang;
use rumah_dataku::register::{RecordKind, RecordRef, family_field, profile_field};
use rumah_dataku::store::memory::{MemoryPorts, run};
use std::io::{Cursor, Read, Write};

const NOW_MS: u64 = 1_795_485_600_000;

fn engine(seed: u64) -> Engine<MemoryPorts> {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, seed));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    engine
}

fn sample(n_families: u32) -> Engine<MemoryPorts> {
    let mut engine = engine(1);
    run(engine.ask(MakeSample { families: Some(n_families), seed: Some(7) })).unwrap();
    engine
}

fn export(engine: &mut Engine<MemoryPorts>) -> Vec<u8> {
    let made = run(engine.ask(ExportPackage)).unwrap();
    let bytes = engine.outbox.take().unwrap();
    assert_eq!(made.size_bytes, bytes.len() as u64);
    bytes
}

fn open(engine: &mut Engine<MemoryPorts>, bytes: &[u8]) -> Result<PackageView, EngineError> {
    engine.inbox = Some(bytes.to_vec());
    run(engine.ask(OpenPackage))
}

/// The same ZIP with one part rewritten by `change`.
fn rewritten(bytes: &[u8], part: &str, change: impl Fn(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut file = old.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        new.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(&if name == part { change(content) } else { content }).unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn a_package_restores_everything_in_a_fresh_house() {
    let mut from = sample(120);
    let family = from.register().families().next().unwrap().id;
    let record = RecordRef { kind: RecordKind::Family, id: family };
    let odd = Value::Text("tidak_tahu".into());
    run(from.ask(Edit { record, field: family_field::address, value: odd })).unwrap();
    run(from.ask(Edit { record, field: family_field::water, value: Value::Refused })).unwrap();
    let (kind, key, title) = ("sasaran".to_owned(), "a".to_owned(), "Sasaran".to_owned());
    run(from.ask(PutPaper { kind, key, title, body: "{\"teks\": \"koma, \\\"kutip\\\"\"}".into() })).unwrap();
    let bytes = export(&mut from);
    let mut to = engine(2);
    let view = open(&mut to, &bytes).unwrap();
    assert_eq!((view.standing, view.n_families), (Standing::Fresh, from.register().n_families()));
    let status = run(to.ask(RestorePackage { replace: false })).unwrap();
    assert_eq!(status.acts_since_backup, 0);
    assert_eq!(from.register().slots(), to.register().slots());
    assert_eq!(from.register().event_slots(), to.register().event_slots());
    assert_eq!(from.register().profile, to.register().profile);
    assert_eq!(from.register().paper_slots(), to.register().paper_slots());
    let acts = run(to.ask(RecentActs { limit: 10, record: None })).unwrap();
    assert_eq!(acts.len(), 5, "sample, two edits, a paper, restore: {acts:?}");
    assert_eq!(open(&mut to, &bytes).unwrap().standing, Standing::Same, "opening it again adds nothing");
    let again = Engine::new({
        let mut ports = MemoryPorts::new(NOW_MS, 3);
        ports.store = to.ports().store.clone();
        ports
    });
    let mut again = again;
    run(again.ask(Open { lang: Lang::Id })).unwrap();
    assert_eq!(again.register().slots(), to.register().slots(), "and it is stored");
}

#[test]
fn packages_of_the_same_records_are_the_same_bytes() {
    let bytes = || export(&mut sample(20));
    assert_eq!(bytes(), bytes());
}

#[test]
fn what_is_not_whole_or_not_ours_is_refused_and_nothing_changes() {
    let mut from = sample(30);
    let bytes = export(&mut from);
    let changed = |part: &str| {
        rewritten(&bytes, part, |mut content| {
            let at = content.len() / 2;
            content[at] = content[at].wrapping_add(1);
            content
        })
    };
    for (file, place) in [
        (changed("data/penduduk.csv"), "data/penduduk.csv"),
        (changed("buku/rumah-dataku.xlsx"), "buku/rumah-dataku.xlsx"),
        (b"PK\x03\x04 not a package".to_vec(), "bukan paket data"),
        (Vec::new(), "bukan paket data"),
    ] {
        let mut to = engine(2);
        let Err(EngineError::File(message)) = open(&mut to, &file) else { panic!("taken: {place}") };
        assert!(message.contains(place), "{message}");
        assert!(message.contains("tidak berubah"), "{message}");
        assert_eq!(to.register().n_families(), 0);
    }
}

/// A bit that is another is found; the few of the ZIP's own frame that nobody reads (times, say) change nothing.
#[test]
fn no_flipped_bit_changes_what_is_restored() {
    let mut from = sample(30);
    let bytes = export(&mut from);
    let mut refused = 0;
    for at in (0..97).map(|step| step * (bytes.len() - 1) / 96) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x40;
        let mut to = engine(2);
        match open(&mut to, &flipped) {
            Err(EngineError::File(message)) => {
                assert!(message.contains("tidak berubah"), "{message}");
                refused += 1;
            }
            Err(other) => panic!("{other:?}"),
            Ok(_) => {
                run(to.ask(RestorePackage { replace: false })).unwrap();
                assert_eq!(from.register().slots(), to.register().slots(), "byte {at}");
            }
        }
    }
    assert!(refused > 90, "{refused} of 97");
}

#[test]
fn another_village_is_refused_and_the_same_one_is_replaced_only_when_asked() {
    let bytes = export(&mut sample(30));
    let mut other = engine(2);
    let fields = vec![
        (profile_field::code, Value::Text("63.04.15.2001".into())),
        (profile_field::village, Value::Text("Antar Baru".into())),
    ];
    run(other.ask(SetProfile { fields })).unwrap();
    assert!(matches!(open(&mut other, &bytes), Err(EngineError::File(text)) if text.contains("milik")));
    let mut same = sample(40);
    assert_eq!(open(&mut same, &bytes).unwrap().standing, Standing::Differs);
    assert!(run(same.ask(RestorePackage { replace: false })).is_err());
    assert_eq!(same.register().n_families(), 40);
    assert_eq!(open(&mut same, &bytes).unwrap().standing, Standing::Differs);
    run(same.ask(RestorePackage { replace: true })).unwrap();
    assert_eq!(same.register().n_families(), 30);
}

fn part(bytes: &[u8], name: &str) -> Vec<u8> {
    let mut out = Vec::new();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_end(&mut out).unwrap();
    out
}

#[test]
fn a_package_carries_the_whole_catalogue_with_its_metadata() {
    let mut from = sample(120);
    let bytes = export(&mut from);
    let metadata: serde_json::Value = serde_json::from_slice(&part(&bytes, "metadata/ms-ind.json")).unwrap();
    let all = items();
    let told = |ms: &serde_json::Value, key: &str| ms[key].as_str().unwrap().to_owned();
    let ids: Vec<String> = metadata.as_array().unwrap().iter().map(|ms| told(ms, "id")).collect();
    assert_eq!(ids, all.iter().map(|item| item.entry.id).collect::<Vec<_>>());
    for (item, ms) in all.iter().zip(metadata.as_array().unwrap()) {
        let (numerator, denominator) = (told(ms, "pembilang"), told(ms, "penyebut"));
        assert_eq!((numerator.as_str(), denominator.as_str()), (item.entry.numerator.0, item.entry.denominator.0));
        assert_eq!(ms["dapat_dihitung"], item.computable());
        assert_eq!(told(ms, "alasan_tidak_dihitung").is_empty(), item.computable(), "{}", item.entry.id);
    }
    // The figures are those that the catalogue tells, part by part.
    let asked = CatalogueNumbers::default();
    let numbers = run(from.ask(asked)).unwrap();
    let table = part(&bytes, "data/indikator.csv");
    let mut reader = csv::Reader::from_reader(table.as_slice());
    let headings = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let cell = |row: &csv::StringRecord, name: &str| {
        row.get(headings.iter().position(|heading| heading == name).unwrap()).unwrap().to_owned()
    };
    let keys: std::collections::BTreeSet<String> = rows.iter().map(|row| cell(row, "id")).collect();
    assert_eq!(keys.len(), rows.len(), "a row's id is told twice");
    for number in &numbers {
        let own = |row: &&csv::StringRecord| cell(row, "indikator") == number.id && cell(row, "bagian") == number.part;
        let row = rows.iter().find(own).unwrap_or_else(|| panic!("{} {} is not there", number.id, number.part));
        let same =
            |name: &str, value: Option<f64>| assert_eq!(cell(row, name).parse::<f64>().ok(), value, "{number:?}");
        same("nilai", number.value);
        same("pembilang", number.numerator);
        same("penyebut", number.denominator);
        same("tanpa_jawaban", Some(f64::from(number.missing)));
    }
    for row in rows.iter().filter(|row| cell(row, "dapat_dihitung") == "tidak") {
        assert!(cell(row, "nilai").is_empty() && cell(row, "keterangan").len() > 20, "{row:?}");
    }
    let not: Vec<String> =
        rows.iter().filter(|r| cell(r, "dapat_dihitung") == "tidak").map(|r| cell(r, "id")).collect();
    let cannot = |item: &&Item| !item.computable();
    assert_eq!(not, all.iter().filter(cannot).map(|item| item.entry.id).collect::<Vec<_>>());
    assert!(rows.len() > numbers.len() + not.len() - 1, "entries without an answer yet stand there too");
}

/// A package that was made before packages held the whole catalogue, with the sixty-one indicators of then.
#[test]
fn a_package_of_before_is_read() {
    let bytes = include_bytes!("packages/before-whole-catalogue.zip");
    assert_eq!(String::from_utf8(part(bytes, "data/indikator.csv")).unwrap().lines().count(), 62);
    let mut to = engine(2);
    let view = open(&mut to, bytes).unwrap();
    assert_eq!((view.standing, view.n_families, view.n_persons), (Standing::Fresh, 4, 12));
    run(to.ask(RestorePackage { replace: false })).unwrap();
    // What it held goes out again as it was, beside the new catalogue.
    let again = export(&mut to);
    for table in ["data/keluarga.csv", "data/penduduk.csv", "data/profil.csv"] {
        assert_eq!(part(bytes, table), part(&again, table), "{table}");
    }
    assert!(String::from_utf8(part(&again, "data/indikator.csv")).unwrap().lines().count() > 98);
}
