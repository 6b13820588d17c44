//! All villages of Indonesia, from the files that the site serves: counts, levels, searches.

#![allow(clippy::unwrap_used)]

use rumah_dataku::place::{Level, MAX_ROWS, PlaceAnswer, PlaceBook, PlaceRow, Query, VillageKind};
use std::collections::BTreeSet;
use std::path::Path;

/// Fetches what a question needs, as the engine does, and answers it.
fn ask(book: &mut PlaceBook, query: &Query) -> PlaceAnswer {
    loop {
        let paths = book.needs(query);
        if paths.is_empty() {
            return book.answer(query);
        }
        for path in paths {
            let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(&path)).unwrap();
            book.add(&path, &bytes).unwrap();
        }
    }
}

fn below(book: &mut PlaceBook, code: &str) -> Vec<PlaceRow> {
    ask(book, &Query::Children { code: code.into() }).rows
}

fn search(book: &mut PlaceBook, text: &str) -> PlaceAnswer {
    ask(book, &Query::Search { text: text.into() })
}

/// Every village, by way of the four levels.
fn all_villages(book: &mut PlaceBook) -> Vec<PlaceRow> {
    let mut rows = below(book, "");
    for _ in [Level::Regency, Level::District, Level::Village] {
        rows = rows.iter().flat_map(|row| below(book, &row.code)).collect();
    }
    rows
}

#[test]
fn four_levels_lead_to_every_village() {
    let book = &mut PlaceBook::default();
    let provinces = below(book, "");
    let regencies: Vec<PlaceRow> = provinces.iter().flat_map(|p| below(book, &p.code)).collect();
    let districts: Vec<PlaceRow> = regencies.iter().flat_map(|r| below(book, &r.code)).collect();
    assert_eq!((provinces.len(), regencies.len(), districts.len()), (38, 514, 7285));

    let villages = all_villages(book);
    let n_of = |kind| villages.iter().filter(|v| v.kind == Some(kind)).count();
    let kinds = [VillageKind::Desa, VillageKind::Kelurahan, VillageKind::DesaAdat].map(n_of);
    assert_eq!((villages.len(), kinds), (83_762, [75_252, 8_496, 14]));

    let codes: BTreeSet<&str> = villages.iter().map(|v| v.code.as_str()).collect();
    assert_eq!(codes.len(), villages.len(), "codes are unique");
    assert!(villages.iter().all(|v| v.village_code().is_some_and(|code| code.as_str() == v.code)));
}

/// domain.md §3.5.
#[test]
fn kalimantan_selatan_is_whole() {
    let book = &mut PlaceBook::default();
    let regencies = below(book, "63");
    let mut told = String::new();
    for regency in &regencies {
        let districts = below(book, &regency.code);
        let villages: Vec<PlaceRow> = districts.iter().flat_map(|d| below(book, &d.code)).collect();
        let n_desa = villages.iter().filter(|v| v.kind == Some(VillageKind::Desa)).count();
        let n_kelurahan = villages.len() - n_desa;
        told += &format!("{} {} {} {n_desa} {n_kelurahan}\n", regency.code, regency.name, districts.len());
    }
    let expected = "\
63.01 Kabupaten Tanah Laut 11 130 5
63.02 Kabupaten Kotabaru 22 198 4
63.03 Kabupaten Banjar 20 277 13
63.04 Kabupaten Barito Kuala 17 195 6
63.05 Kabupaten Tapin 12 126 9
63.06 Kabupaten Hulu Sungai Selatan 11 144 4
63.07 Kabupaten Hulu Sungai Tengah 11 161 8
63.08 Kabupaten Hulu Sungai Utara 10 214 5
63.09 Kabupaten Tabalong 12 121 10
63.10 Kabupaten Tanah Bumbu 12 152 5
63.11 Kabupaten Balangan 8 154 3
63.71 Kota Banjarmasin 5 0 52
63.72 Kota Banjarbaru 5 0 20
";
    assert_eq!(told, expected);
}

#[test]
fn a_village_is_found_by_its_code() {
    let book = &mut PlaceBook::default();
    let found = ask(book, &Query::Village { code: "63.04.15.2003".into() });
    assert_eq!(found.n_found, 1);
    assert_eq!(found.rows[0].district, "Marabahan");
    for typed in ["6304152003", " 63.04.15.2003 "] {
        assert_eq!(search(book, typed).rows, found.rows, "{typed}");
    }
    for wrong in ["63.04.15.2999", "99.04.15.2001", "63", "", "é"] {
        assert!(ask(book, &Query::Village { code: wrong.into() }).rows.is_empty(), "{wrong}");
        assert!(wrong == "63" || wrong.is_empty() || below(book, wrong).is_empty(), "{wrong}");
    }
}

/// Two letters that also stand for a longer word.
const SHORT_FORMS: [[char; 2]; 4] = [['g', 'n'], ['k', 'p'], ['s', 'p'], ['t', 'j']];

#[test]
fn two_letters_need_one_file() {
    let book = &mut PlaceBook::default();
    search(book, "x");
    for first in 'a'..='z' {
        for second in 'a'..='z' {
            let needs = book.needs(&Query::Search { text: format!("{first}{second}") });
            let allowed = if SHORT_FORMS.contains(&[first, second]) { 2 } else { 1 };
            assert!(needs.len() <= allowed, "{first}{second}: {needs:?}");
        }
    }
    let one = search(book, "s");
    assert!(one.too_short && one.rows.is_empty());
}

#[test]
fn no_file_is_large_on_the_wire() {
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/regions");
    for folder in ["", "villages", "names"] {
        for file in std::fs::read_dir(public.join(folder)).unwrap().map(|file| file.unwrap().path()) {
            if file.extension().is_some_and(|extension| extension == "txt") {
                let bytes = std::fs::read(&file).unwrap();
                let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
                std::io::Write::write_all(&mut packed, &bytes).unwrap();
                let size_bytes = packed.finish().unwrap().len();
                assert!(size_bytes <= 60_000, "{}: {size_bytes} bytes gzip", file.display());
            }
        }
    }
}

#[test]
fn damaged_files_are_refused() {
    let book = &mut PlaceBook::default();
    assert!(book.add("regions/villages/63.txt", b"regions 1 x\n").is_err(), "the index comes first");
    assert!(book.add("regions/index.txt", b"<!doctype html>").is_err());
    assert_eq!(book.answer(&Query::Search { text: "sungai".into() }), PlaceAnswer::default());
    below(book, "63");
    assert_eq!(book.add("regions/villages/63.txt", b"regions 1 x\n|A\n").unwrap_err().path, "regions/villages/63.txt");
}

/// Typed text, and the first row as `name, district, regency`.
#[test]
fn searches() {
    let cases = [("", "")];
    let book = &mut PlaceBook::default();
    for (typed, first) in cases {
        let found = search(book, typed);
        let row = found.rows.first().map(|r| format!("{}, {}, {}", r.name, r.district, r.regency)).unwrap_or_default();
        assert_eq!(row, first, "«{typed}» found {}", found.n_found);
    }
}

/// Typed text, and the areas that are offered to go down from.
#[test]
fn areas_are_offered() {
    let cases = [
        ("bakumpai", "63.04.10 Bakumpai"),
        ("kab barito kuala", "63.04 Kabupaten Barito Kuala, 62.04.03 Karau Kuala"),
        ("kec. tanjung tabalong", "63.09.04 Tanjung"),
        ("kec. tanjung kab. tabalong", "63.09.04 Tanjung"),
        (
            "banjar",
            "63.03 Kabupaten Banjar, 32.79.01 Banjar, 36.01.20 Banjar, 51.08.04 Banjar, 33.04 Kabupaten Banjarnegara",
        ),
        ("kota banjarbaru", "63.72 Kota Banjarbaru, 63.72.04 Banjarbaru Utara, 63.72.05 Banjarbaru Selatan"),
        ("x", ""),
    ];
    let book = &mut PlaceBook::default();
    for (typed, offered) in cases {
        let areas: Vec<String> = search(book, typed).areas.iter().map(|a| format!("{} {}", a.code, a.name)).collect();
        assert_eq!(areas.join(", "), offered, "«{typed}»");
    }
}

/// Every village stands in the answer to its own name or, where many bear it, to its name with district and regency
/// behind it. All 83,762 take minutes in a debug build, so each run takes every 50th; `PLACES_STEP=1` takes all.
#[test]
fn every_village_is_found_by_its_name() {
    let step = std::env::var("PLACES_STEP").ok().and_then(|step| step.parse().ok()).unwrap_or(50);
    let book = &mut PlaceBook::default();
    let mut missing = Vec::new();
    for village in all_villages(book).iter().step_by(step) {
        let is_shown = |found: &PlaceAnswer| found.rows.iter().any(|row| row.code == village.code);
        let by_name = search(book, &village.name);
        let is_found = is_shown(&by_name)
            || by_name.n_found as usize > MAX_ROWS
                && is_shown(&search(book, &format!("{} {} {}", village.name, village.district, village.regency)));
        if !is_found {
            missing.push(format!("{} {}", village.code, village.name));
        }
    }
    assert!(missing.is_empty(), "{} villages: {:?}", missing.len(), &missing[..missing.len().min(20)]);
}
