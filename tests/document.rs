//! Documents as the page asks for them: what they say against the indicators, what the public does not see, and what edits
//! do.

#![allow(clippy::unwrap_used, clippy::panic)]

use rumah_dataku::engine::Engine;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::{Lang, number};
use rumah_dataku::present::document::{Kind, PLANS};
use rumah_dataku::store::memory::{MemoryPorts, run};

/// 24 November 2026, 02:00 UTC.
const NOW_MS: u64 = 1_795_485_600_000;

fn village(families: u32, seed: u64) -> Engine<MemoryPorts> {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    run(engine.ask(MakeSample { families: Some(families), seed: Some(seed) })).unwrap();
    engine
}

fn made(engine: &mut Engine<MemoryPorts>, edits: &Edits) -> DocumentView {
    run(engine.ask(MakeDocument { look: LookAt::default(), edits: edits.clone() })).unwrap()
}

/// The HTML of a document without its tags.
fn words_of(view: &DocumentView) -> String {
    let html: String = view
        .blocks
        .iter()
        .map(|block| [&block.laid.open, &block.laid.rows.concat(), &block.laid.foot].map(|s| s.as_str()).join(" "))
        .collect();
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect::<Vec<_>>().join(" ")
}

/// For the office nothing is hidden, and every share is the indicator's own numerator and denominator.
#[test]
fn figures_are_the_indicators() {
    for (families, seed) in [(312, 101), (900, 7)] {
        let mut engine = village(families, seed);
        let view = made(&mut engine, &Edits::of(Kind::Figures, true));
        let set = run(engine.ask(GetIndicators::default())).unwrap();
        for (id, key) in [
            ("broad-age-share-0-14", "umur 0–14"),
            ("broad-age-share-15-64", "umur 15–64"),
            ("broad-age-share-65", "umur 65+"),
            ("elderly-share", "umur 60+"),
            ("education-attainment-sma", "tamat SLTA ke atas"),
            ("aps-7-12", "sekolah 7–12"),
            ("aps-13-15", "sekolah 13–15"),
            ("aps-16-18", "sekolah 16–18"),
            ("aps-19-24", "sekolah 19–24"),
            ("jkn-coverage", "jaminan kesehatan"),
            ("disability-share", "disabilitas"),
            ("cpr-modern", "KB modern"),
            ("mkjp-share", "KB jangka panjang"),
            ("unmet-need-register", "unmet need"),
            ("bkb-participation", "BKB"),
            ("bkr-participation", "BKR"),
            ("bkl-participation", "BKL"),
            ("nik-coverage", "NIK"),
            ("kk-coverage", "KK"),
            ("birth-cert-coverage-0-17", "akta anak"),
            ("marriage-doc-coverage", "buku nikah"),
            ("bansos-coverage", "bansos"),
            ("desil-1-4-share", "desil 1–4"),
            ("rlh-share", "rumah layak"),
            ("water-layak", "air layak"),
            ("sanitation-layak", "jamban layak"),
        ] {
            let row = set.indicators.iter().find(|row| row.id == id).unwrap();
            let whole = |n: Option<f64>| number::whole(Lang::Id, n.unwrap() as i64);
            let wanted = format!("{} dari {}", whole(row.numerator), whole(row.denominator));
            let found = view.figures.iter().find(|(name, _)| name == key).unwrap_or_else(|| panic!("no figure {key}"));
            let (ground, percent) = found.1.split_once(" (").unwrap_or((&found.1, ""));
            assert_eq!(ground, wanted, "{key}");
            if let Some(value) = row.value {
                assert_eq!(percent, format!("{}%)", number::decimal(Lang::Id, value, 1)), "{key}");
            }
        }
        for (id, key) in [("pop-total", "penduduk"), ("family-total", "keluarga")] {
            let row = set.indicators.iter().find(|row| row.id == id).unwrap();
            let found = view.figures.iter().find(|(name, _)| name == key).unwrap();
            assert_eq!(found.1, number::whole(Lang::Id, row.value.unwrap() as i64), "{key}");
        }
    }
}

#[test]
fn every_kind_is_made_in_both_languages_with_nothing_left_unfilled() {
    let mut engine = village(312, 101);
    for lang in [Lang::Id, Lang::En] {
        run(engine.ask(SetLang { lang })).unwrap();
        for plan in PLANS.iter().filter(|plan| plan.kind != Kind::Poster) {
            for office in [false, true] {
                let view = made(&mut engine, &Edits::of(plan.kind, office));
                assert!(view.warnings.is_empty(), "{} {:?}", plan.key, view.warnings);
                assert!(view.blocks.len() > 6, "{}", plan.key);
                let text = words_of(&view);
                assert!(!text.contains(['{', '}']), "{}", plan.key);
                assert!(!text.contains("(belum ada)") && !text.contains("(not yet known)"), "{}", plan.key);
                let mut ids: Vec<_> = view.blocks.iter().map(|block| &block.id).collect();
                ids.sort();
                ids.dedup();
                assert_eq!(ids.len(), view.blocks.len(), "{}: names are unlike", plan.key);
            }
        }
    }
}

fn block<'a>(view: &'a DocumentView, id: &str) -> &'a BlockView {
    view.blocks.iter().find(|block| block.id == id).unwrap_or_else(|| panic!("no block {id}"))
}

/// Numbers of the cells of all tables, as everybody reads them.
fn cells(view: &DocumentView) -> Vec<String> {
    let rows = view.blocks.iter().filter(|block| block.kind == BlockKind::Table).flat_map(|block| &block.laid.rows);
    rows.flat_map(|row| {
        let cells = row.split("<td class=\"number\">").skip(1);
        cells.map(|cell| cell.split('<').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    })
    .collect()
}

#[test]
fn everybody_sees_no_small_count_and_the_office_sees_some() {
    for (families, seed) in [(40, 3), (312, 101), (900, 7)] {
        let mut engine = village(families, seed);
        let small =
            |cells: &[String]| cells.iter().filter(|cell| ["1", "2", "3", "4"].contains(&cell.as_str())).count();
        for plan in PLANS.iter().filter(|plan| plan.kind != Kind::Poster) {
            let public = made(&mut engine, &Edits::of(plan.kind, false));
            assert_eq!(small(&cells(&public)), 0, "{} of {families}", plan.key);
            let named = |view: &DocumentView| view.blocks.iter().any(|block| block.id.contains("by-rt"));
            assert!(!named(&public), "{}: figures by RT", plan.key);
            for (key, text) in &public.figures {
                let first = text.split(' ').next().unwrap_or_default();
                let counts_of_people = !["dusun", "rw", "rt", "rata-rata anggota"].contains(&key.as_str());
                assert!(!(counts_of_people && ["1", "2", "3", "4"].contains(&first)), "{key}: {text}");
            }
        }
        let office = made(&mut engine, &Edits::of(Kind::Figures, true));
        assert!(small(&cells(&office)) > 0, "{families}");
        assert!(!cells(&office).iter().any(|cell| cell == "*"));
        for slide in run(engine.ask(MakeSlides::default())).unwrap().slides {
            let shown: Vec<&str> = slide.html.split("<td class=\"number\">").skip(1).collect();
            assert!(
                !shown.iter().any(|cell| ["1<", "2<", "3<", "4<"].iter().any(|n| cell.starts_with(n))),
                "{}",
                slide.id
            );
        }
    }
}

#[test]
fn edits_stay_while_figures_are_filled_anew() {
    let mut engine = village(312, 101);
    let mut edits = Edits::of(Kind::Profile, false);
    let text = "Kita {penduduk} jiwa. {bukan angka}".to_owned();
    edits.texts.insert("penduduk.uraian".into(), TextEdit { text, on: "2026-11-24".into() });
    edits.left_out.insert("pendidikan.grafik.education-15".into());
    let after = "penduduk.judul".to_owned();
    edits.own.push(OwnBlock {
        id: "sendiri.1".into(),
        after,
        text: "<b>Sendiri</b> & kita".into(),
        ..OwnBlock::default()
    });
    let view = made(&mut engine, &edits);
    let told = block(&view, "penduduk.uraian");
    let people = view.figures.iter().find(|(key, _)| key == "penduduk").unwrap().1.clone();
    assert_eq!(told.text, format!("Kita {people} jiwa. {{bukan angka}}"));
    assert_eq!(told.edited.map(|on| on.to_string()).as_deref(), Some("2026-11-24"));
    assert!(view.warnings.len() == 1 && view.warnings[0].contains("{bukan angka}"), "{:?}", view.warnings);
    assert!(block(&view, "pendidikan.grafik.education-15").left_out);
    let place = |id: &str| view.blocks.iter().position(|block| block.id == id).unwrap();
    assert_eq!(place("sendiri.1"), place("penduduk.judul") + 1);
    let own = block(&view, "sendiri.1").laid.rows.concat();
    assert!(own.contains("&lt;b&gt;Sendiri&lt;/b&gt; &amp; kita") && !own.contains("<b>"), "{own}");

    // Another day: the figure is of that day, the words are those of the hand.
    let at = rumah_dataku::base::Date::parse_iso("2025-11-24");
    let look = LookAt { at, ..LookAt::default() };
    let earlier = run(engine.ask(MakeDocument { look, edits: edits.clone() })).unwrap();
    let then = earlier.figures.iter().find(|(key, _)| key == "penduduk").unwrap().1.clone();
    assert_ne!(then, people);
    assert_eq!(block(&earlier, "penduduk.uraian").text, format!("Kita {then} jiwa. {{bukan angka}}"));

    // The order holds, and what it does not name stays behind its neighbour.
    let mut order: Vec<String> =
        view.blocks.iter().map(|block| block.id.clone()).filter(|id| id != "kerja.uraian").collect();
    order.swap(2, 4);
    let wanted = (order[2].clone(), order[4].clone());
    edits.order = order;
    let moved = made(&mut engine, &edits);
    assert_eq!((&moved.blocks[2].id, &moved.blocks[4].id), (&wanted.0, &wanted.1));
    let work = moved.blocks.iter().position(|block| block.id == "kerja.judul").unwrap();
    assert_eq!(moved.blocks[work + 1].id, "kerja.uraian");
    let text = run(engine.ask(WriteEdits { edits: edits.clone() })).unwrap();
    assert_eq!(run(engine.ask(ReadEdits { text })).unwrap(), edits);
}

#[test]
fn what_is_no_document_is_refused_in_plain_words() {
    let mut engine = village(40, 3);
    let long = format!(r#"{{"format":1,"kind":"profil","texts":{{"a":{{"text":"{}","on":""}}}}}}"#, "a".repeat(4_001));
    for (text, told) in [
        ("", "bukan suntingan"),
        ("PK\u{3}\u{4}", "bukan suntingan"),
        ("{}", "bukan suntingan"),
        (r#"{"format":1,"kind":"surat"}"#, "bukan suntingan"),
        (r#"{"format":1,"kind":"profil","texts":[1]}"#, "bukan suntingan"),
        (r#"{"format":1,"kind":"profil","own":[{"text":"tanpa nama"}]}"#, "bukan suntingan"),
        (r#"{"format":2,"kind":"profil"}"#, "versi Rumah DataKu yang lebih baru"),
        (long.as_str(), "paling panjang"),
    ] {
        let error = run(engine.ask(ReadEdits { text: text.into() })).unwrap_err();
        let said = error.message(Lang::Id).1.to_string() + error.message(Lang::Id).0;
        assert!(said.contains(told), "{text:.60}: {said}");
    }
}

#[test]
fn an_empty_village_makes_documents_of_nobody() {
    let mut engine = Engine::new(MemoryPorts::new(NOW_MS, 1));
    run(engine.ask(Open { lang: Lang::Id })).unwrap();
    for plan in PLANS.iter().filter(|plan| plan.kind != Kind::Poster) {
        for office in [false, true] {
            let view = made(&mut engine, &Edits::of(plan.kind, office));
            assert_eq!(view.residents, 0);
            assert!(!words_of(&view).contains("NaN"), "{}", plan.key);
        }
    }
    assert!(!run(engine.ask(MakePoster::default())).unwrap().message.contains("NaN"));
    assert!(!run(engine.ask(MakeSlides::default())).unwrap().slides.is_empty());
}

/// Every table of the document is a sheet, and the last one says of each of whom, when and whence it is.
#[test]
fn the_workbook_holds_every_table_with_contents_and_metadata() {
    use calamine::{Data, Reader, Xlsx};
    let mut engine = village(312, 101);
    let document = MakeDocument { look: LookAt::default(), edits: Edits::of(Kind::Figures, false) };
    let view = run(engine.ask(document.clone())).unwrap();
    let reply = run(engine.ask(DocumentWorkbook { document })).unwrap();
    assert!(reply.name.ends_with(".xlsx"), "{}", reply.name);
    let mut book = Xlsx::new(std::io::Cursor::new(engine.outbox.take().unwrap())).unwrap();
    let n_tables = view.blocks.iter().filter(|block| block.kind == BlockKind::Table).count();
    let names = book.sheet_names();
    assert_eq!(names.len(), n_tables + 2);
    assert_eq!((names[0].as_str(), names[names.len() - 1].as_str()), ("Daftar isi", "Metadata"));
    let sheet = book.worksheet_range("Metadata").unwrap();
    let told = (4..4 + n_tables as u32).filter(|row| {
        (0..4).all(|column| matches!(sheet.get_value((*row, column)), Some(Data::String(text)) if !text.is_empty()))
    });
    assert_eq!(told.count(), n_tables, "title, universe, date and source of each");
}

#[test]
fn facilities_are_told_as_the_village_recorded_them_and_a_damaged_record_is_said_so() {
    let mut engine = village(40, 3);
    let keep = |engine: &mut Engine<MemoryPorts>, body: &str| {
        let (kind, key, title, body) = ("sarana".into(), "desa".into(), "Potensi".into(), body.into());
        run(engine.ask(PutPaper { kind, key, title, body })).unwrap();
    };
    keep(&mut engine, r#"{"tahun":2026,"angka":{"panjang_jalan_km":12.5,"paud":2,"rt":6}}"#);
    let view = made(&mut engine, &Edits::of(Kind::Profile, false));
    let table = &block(&view, "potensi.tabel.sarana").laid;
    let rows = table.rows.concat();
    for told in ["Panjang jalan</th><td>12,5 km<", "PAUD atau kelompok bermain</th><td>2<", "RT</th><td>6<"] {
        assert!(rows.contains(told), "{told}: {rows}");
    }
    assert!(table.foot.contains("tahun 2026"), "{}", table.foot);
    keep(&mut engine, r#"{"angka":"rusak"}"#);
    let view = made(&mut engine, &Edits::of(Kind::Profile, false));
    assert!(view.warnings.iter().any(|text| text.contains("rusak")), "{:?}", view.warnings);
}

/// A kept table is drawn in documents, on slides and on the poster with its own title and note, as everybody may see it.
#[test]
fn a_kept_table_is_shown_with_its_words() {
    let mut engine = village(312, 101);
    let name = |text: &str| text.to_owned();
    let table = MakeTable {
        universe: name("umur_15"),
        rows: name("pendidikan"),
        columns: name("jenis_kelamin"),
        ..MakeTable::default()
    };
    let note = Callout { row: name("SD/sederajat"), column: String::new(), text: name("sekolah baru") };
    let dress = Dress { title: name("Kita makin pandai"), notes: vec![note], ..Dress::default() };
    let asked = CheckTable { name: name("Sekolah"), kept: KeptTable { table, dress } };
    let CheckedPaper { kind, key, title, body, .. } = run(engine.ask(asked)).unwrap();
    run(engine.ask(PutPaper { kind, key, title, body })).unwrap();

    let mut edits = Edits::of(Kind::Profile, false);
    edits.own.push(OwnBlock { id: name("sendiri.1"), chart: name("Sekolah"), ..OwnBlock::default() });
    edits.own.push(OwnBlock { id: name("sendiri.2"), chart: name("Tidak ada"), ..OwnBlock::default() });
    let view = made(&mut engine, &edits);
    let drawn = block(&view, "sendiri.1").laid.rows.concat();
    assert!(
        drawn.contains("Kita makin pandai") && drawn.contains("sekolah") && drawn.contains("disembunyikan"),
        "{drawn}"
    );
    assert!(block(&view, "sendiri.2").text.contains("tidak dapat digambar"));

    let own = Chosen { id: name("susunan.Sekolah"), title: name("Judul <b>layar"), line: name("Terima kasih") };
    let first = Chosen { id: name("pembuka"), title: name("Selamat datang"), line: String::new() };
    let corner = Corner { slides: vec![own, first], seconds: 20 };
    let body = run(engine.ask(WriteCorner { corner: corner.clone() })).unwrap();
    run(engine.ask(PutPaper { kind: CORNER_PAPER.into(), key: name("utama"), title: name("x"), body })).unwrap();
    let shown = run(engine.ask(MakeSlides::default())).unwrap();
    assert_eq!((shown.corner, shown.damaged), (corner.clone(), false));
    let slide = |id: &str| shown.slides.iter().find(|slide| slide.id == id).unwrap();
    assert!(
        slide("susunan.Sekolah").html.contains("Judul &lt;b&gt;layar")
            && slide("susunan.Sekolah").line == "Terima kasih"
    );
    assert!(slide("pembuka").html.contains("<h2>Selamat datang</h2>"));
    let long = Chosen { title: "x".repeat(161), ..Chosen::default() };
    assert!(run(engine.ask(WriteCorner { corner: Corner { slides: vec![long], seconds: 20 } })).is_err());

    let edits = PosterEdits {
        headline: name("Desa <i> tumbuh"),
        line: name("Semua ikut"),
        figures: vec![name("keluarga"), name("bukan angka")],
        charts: vec![name("susunan.Sekolah"), name("bukan grafik")],
    };
    let poster = run(engine.ask(MakePoster { edits: Some(edits.clone()), ..MakePoster::default() })).unwrap();
    for picture in [&poster.sheet, &poster.message] {
        assert!(picture.contains("Desa &lt;i&gt; tumbuh") && picture.contains("Semua ikut"), "{picture:.400}");
        assert!(picture.contains("Keadaan") || picture.contains("keadaan"), "the poster has no date");
        assert!(picture.contains("Kita makin pandai") && picture.matches("<svg").count() == 2);
        assert_eq!(picture.matches("rx=\"18\"").count(), 1, "figures");
    }
    assert!(poster.charts.iter().any(|(key, _)| key == "susunan.Sekolah") && poster.figures.len() > 6);
    let body = run(engine.ask(WritePoster { edits: edits.clone() })).unwrap();
    run(engine.ask(PutPaper { kind: POSTER_PAPER.into(), key: name("utama"), title: name("x"), body })).unwrap();
    assert_eq!(run(engine.ask(MakePoster::default())).unwrap().edits, edits);
    let broken =
        PutPaper { kind: POSTER_PAPER.into(), key: name("utama"), title: name("x"), body: r#"{"headline":7}"#.into() };
    run(engine.ask(broken)).unwrap();
    let usual = run(engine.ask(MakePoster::default())).unwrap();
    assert!(usual.damaged && usual.edits == PosterEdits::default() && usual.message.matches("<svg").count() >= 3);
}
