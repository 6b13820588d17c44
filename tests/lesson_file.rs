//! Lessons brought in as files, and the village that a lesson gets, through the engine's door.

#![allow(clippy::unwrap_used, clippy::panic)]

mod house;

use house::House;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::Lang;
use rumah_dataku::learn::Bundle;
use rumah_dataku::learn::sim::{Touch, make};
use rumah_dataku::learn::twin::FLOOR;
use rumah_dataku::register::Role;
use rumah_dataku::store::memory::run;
use std::fs;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

/// A lesson of the site: its three files.
fn lesson() -> Vec<(String, String)> {
    let read = |name: &str| {
        let path = format!("{}/public/lessons/06-persen/{name}", env!("CARGO_MANIFEST_DIR"));
        (name.to_owned(), fs::read_to_string(path).unwrap())
    };
    ["lesson.json", "id.json", "en.json"].map(read).to_vec()
}

fn zip(files: &[(String, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(name: &str, bytes: &[u8]) -> LessonRead {
    let mut house = House::of(Role::Leader);
    house.0.inbox = Some(bytes.to_vec());
    run(house.0.ask(ReadLesson { name: name.into() })).unwrap()
}

fn refused(name: &str, bytes: &[u8]) -> String {
    let read = read(name, bytes);
    assert_eq!(read.bundle, None);
    read.problems.join("\n")
}

#[test]
fn a_zip_of_three_files_is_a_lesson() {
    let plain = lesson();
    let foldered: Vec<_> = plain.iter().map(|(name, text)| (format!("06-persen/{name}"), text.clone())).collect();
    let with_more = [plain.clone(), vec![("README.txt".to_owned(), "catatan".to_owned())]].concat();
    for files in [plain, foldered, with_more] {
        let read = read("pelajaran.zip", &zip(&files));
        assert_eq!(read.problems, Vec::<String>::new());
        assert_eq!(Bundle::unpack(&read.bundle.unwrap()).unwrap().lesson.id, "06-persen");
    }
}

#[test]
fn a_broken_zip_gets_its_reason() {
    let whole = zip(&lesson());
    // Cut off anywhere, the archive has no directory any more.
    for part in [4, whole.len() / 2, whole.len() - 5] {
        let told = refused("putus.zip", &whole[..part]);
        assert!(told.contains("“putus.zip” rusak"), "{part}: {told}");
    }
    // A byte of the packed text is another: its checksum tells.
    let mut bent = whole.clone();
    bent[120] ^= 0x40;
    assert!(refused("bengkok.zip", &bent).contains("lesson.json"), "{}", refused("bengkok.zip", &bent));
    let without = |name: &str| zip(&lesson().into_iter().filter(|(other, _)| other != name).collect::<Vec<_>>());
    for name in ["lesson.json", "id.json", "en.json"] {
        assert_eq!(
            refused("kurang.zip", &without(name)),
            format!("{name}: Berkas ini tidak ada. Tambahkan ke folder pelajaran.")
        );
    }
    let change = |from: &str, to: &str| {
        let files = lesson().into_iter().map(|(name, text)| (name, text.replacen(from, to, 1)));
        zip(&files.collect::<Vec<_>>())
    };
    assert!(
        refused("a.zip", &change("\"minutes\": 12,", "")).starts_with("lesson.json → minutes: Isian ini belum ada.")
    );
    assert!(refused("a.zip", &change("{", "{{")).contains("tidak dapat dibaca sebagai JSON"));
    // What unpacks to far more than a lesson is not read to its end.
    let mut bomb = lesson();
    bomb[1].1 = format!("{{\"title\": \"{}\"}}", "a".repeat(40 << 20));
    let packed = zip(&bomb);
    assert!(packed.len() < 1 << 20 && refused("bom.zip", &packed).contains("id.json"));
    assert!(refused("foto.jpg", &[255, 216, 255, 0]).contains("bukan berkas pelajaran"));
    assert!(refused("besar.json", &vec![b' '; (1 << 20) + 1]).contains("lebih besar dari 1 MB"));
}

#[test]
fn the_own_village_comes_as_its_twin_and_a_tiny_one_not_at_all() {
    let mut house = House::sample(Role::Operator);
    let own = run(house.0.ask(LessonVillage { own: true, seed: 7 })).unwrap().unwrap();
    assert!(own.twin && own.residents.len() > 500 && own.homes.len() > 100 && own.houses.len() > 100);
    assert!(own.residents.iter().all(|resident| resident.place > 0) && own.places.len() == 6);
    let invented = run(house.0.ask(LessonVillage { own: false, seed: 7 })).unwrap().unwrap();
    assert!(!invented.twin && invented.residents.len() > own.residents.len() / 2);
    // The twin's order is not the register's: nobody stands where a resident stands.
    let again = run(house.0.ask(LessonVillage { own: true, seed: 8 })).unwrap().unwrap();
    assert_ne!(own, again);

    let mut tiny = House::of(Role::Operator);
    for _ in 0..FLOOR {
        tiny.family(
            "dusun=Hulu rt=1; nama=Ali hubungan=kepala_keluarga jenis_kelamin=laki_laki tanggal_lahir=1980-01-01",
        );
    }
    assert_eq!(run(tiny.0.ask(LessonVillage { own: true, seed: 1 })).unwrap(), None);
}

#[test]
fn the_sample_village_shows_simpsons_paradox_in_a_resample_that_is_marked() {
    let mut house = House::of(Role::Leader);
    let village = run(house.0.ask(LessonVillage { own: false, seed: 1 })).unwrap().unwrap();
    for seed in 0..5 {
        let mut table = make("two-way", &Default::default(), &village, seed).unwrap();
        table.touch(Touch::Choose("table", 1));
        let said = table.scene(Lang::Id, 330.0).said;
        assert!(
            said.contains("Paradoks Simpson dalam data desa ini") || said.contains("inilah yang paling dekat"),
            "{said}"
        );
        table.touch(Touch::Choose("table", 2));
        let said = table.scene(Lang::Id, 330.0).said;
        assert!(said.contains("Bukan data desa: undian ke-"), "{said}");
    }
}
