//! Maps hold to the rules of every chart; tiles, scale and hatching do what they say.

use super::*;
use crate::present::chart::check::{check, elements, frame};
use crate::present::chart::{Chart, Theme};

fn square(x: f64, y: f64, side: f64) -> Vec<Vec<Spot>> {
    vec![vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)]]
}

fn village(n: usize) -> VillageMap {
    let shown = |at: usize| match at % 7 {
        5 => Shown::Few,
        6 => Shown::Hidden,
        class => Shown::Class(class as u8),
    };
    let area = |at: usize| MapArea {
        label: format!("RT {} / RW 1, Dusun Hilir", at + 1),
        short: format!("RT {}", at + 1),
        group: format!("Dusun {}", at / 20 + 1),
        parts: vec![square((at % 8) as f64 * 300.0, (at / 8) as f64 * 300.0, 300.0)],
        shown: shown(at),
        value: if at % 7 == 6 { String::new() } else { format!("{},3%", at * 3 % 100) },
        cells: vec![Cell::share(at as u32, 200)],
    };
    VillageMap {
        subject: "Air minum layak".into(),
        heading: "RT".into(),
        areas: (0..n).map(area).collect(),
        classes: (0..5).map(|class| format!("{}–{}%", class * 20, class * 20 + 19)).collect(),
        columns: vec![Column { label: "Persen".into(), kind: Kind::Percent(1) }],
        total: vec![Cell::share(100, 2_000)],
        border: square(-50.0, -50.0, 2_500.0),
        lines: vec![vec![(0.0, 0.0), (2_400.0, 900.0)]],
        dots: (0..50).map(|at| (f64::from(at) * 40.0, 100.0)).collect(),
        dot_words: "1 titik = 1 keluarga".into(),
        signs: vec![MapSign { at: (450.0, 450.0), letter: "S".into(), kind: "Sekolah".into(), name: "SDN 1".into() }],
        scaled: true,
        ..VillageMap::default()
    }
}

#[test]
fn maps_and_tiles_hold_to_the_rules_of_the_house() {
    for n in [0, 1, 6, 40] {
        check(&village(n));
        check(&VillageMap { tiles: true, ..village(n) });
    }
    check(&VillageMap::default());
}

#[test]
fn tiles_never_lie_on_each_other() {
    let svg = VillageMap { tiles: true, ..village(192) }.svg(&frame(Theme::Screen, 328));
    let tiles: Vec<Vec<f64>> = elements(&svg)
        .iter()
        .filter(|e| e.name == "path" && e.attribute("d").ends_with('Z') && e.attribute("fill") == "none")
        .map(|e| e.attribute("d").split(['M', 'L', 'Z', ' ']).filter_map(|n| n.parse().ok()).collect())
        .collect();
    assert_eq!(tiles.len(), 192 + 7, "tiles, then the legend");
    let tiles = &tiles[..192];
    for (at, a) in tiles.iter().enumerate() {
        assert!(a[2] - a[0] >= 44.0, "too small to read");
        for b in &tiles[at + 1..] {
            assert!(a[2] <= b[0] || b[2] <= a[0] || a[5] <= b[1] || b[5] <= a[1], "{a:?} lies on {b:?}");
        }
    }
}

#[test]
fn the_scale_is_a_round_length() {
    for (most, metres) in [(999.0, 500.0), (1_000.0, 1_000.0), (260.0, 200.0), (19.0, 10.0), (0.2, 1.0)] {
        assert_eq!(round_below(most), metres);
    }
}

#[test]
fn hatching_stays_inside() {
    let rings = [square(0.0, 0.0, 100.0).remove(0), square(30.0, 30.0, 40.0).remove(0)];
    for falling in [false, true] {
        let lines = hatching(&rings, 7.0, falling);
        assert!(lines.len() > 20);
        for [x1, y1, x2, y2] in lines {
            assert!(inside(&rings, ((x1 + x2) / 2.0, (y1 + y2) / 2.0)));
            assert!([x1, y1, x2, y2].iter().all(|n| (-0.01..=100.01).contains(n)));
        }
    }
}
