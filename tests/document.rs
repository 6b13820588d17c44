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
