//! Tests of the pyramid: rules of pictures, lengths, words, and what is hidden from everybody.

use super::super::check::{check, elements, frame};
use super::super::{Frame, Theme};
use super::*;
use expect_test::expect;

fn village() -> Pyramid {
    let male = [38, 44, 47, 46, 44, 45, 41, 38, 36, 33, 29, 25, 22, 17, 12, 14];
    let female = [36, 41, 45, 44, 43, 44, 42, 39, 35, 32, 28, 24, 20, 16, 12, 14];
    Pyramid { median_age: Some(28.6), ..Pyramid::of_five_years(male, female) }
}

#[test]
fn every_picture_keeps_the_rules() {
    check(&village());
    let earlier = Earlier { label: "1 Januari 2020".into(), male: vec![50; 16], female: vec![3; 16], veil: None };
    check(&Pyramid { earlier: Some(earlier), unplaced: 3, ..village() });
    check(&Pyramid::of_five_years([0; 16], [0; 16]));
    check(&Pyramid::of_five_years([3_456; 16], [7; 16]));
    check(&Pyramid::default());
    let single = Pyramid::of_single_years(&[7; 111], &[5; 90]);
    check(&single);
    check(&Pyramid {
        earlier: Some(Earlier { label: "RT 1".into(), male: vec![6; 101], female: vec![8; 101], veil: None }),
        ..single
    });
}

#[test]
fn single_years_gather_the_oldest_and_an_overlay_is_told() {
    let single = Pyramid::of_single_years(&[1; 111], &[0; 3]);
    assert_eq!((single.male.len(), single.male[100], single.female[100]), (101, 11, 0));
    let earlier = Earlier { label: "31 Desember 2020".into(), male: vec![10; 16], female: vec![10; 16], veil: None };
    let finding = Pyramid { earlier: Some(earlier), ..village() }.finding(Lang::Id);
    assert_eq!(finding, "1.046 jiwa di sini, 320 jiwa pada garis pembanding (31 Desember 2020)");
}

#[test]
fn bars_are_as_long_as_their_numbers_say() {
    let pyramid = village();
    let bars = elements(&pyramid.svg(&frame(Theme::Screen, 328)));
    for (hue, counts) in [("var(--data-male)", &pyramid.male), ("var(--data-female)", &pyramid.female)] {
        let mine = |e: &&super::super::check::Element| e.attribute("fill") == hue && e.name == "rect";
        let widths: Vec<f64> = bars.iter().filter(mine).skip(1).map(|e| e.number("width")).collect();
        assert_eq!(widths.len(), 16);
        for (width, n) in widths.iter().zip(counts) {
            assert!((width / widths[2] - f64::from(*n) / f64::from(counts[2])).abs() < 0.005, "{width} {n}");
        }
    }
}

#[test]
fn the_pyramid_says_what_it_shows() {
    let pyramid = Pyramid { unplaced: 2, ..village() };
    expect!["Separuh warga berumur di bawah 29 tahun"].assert_eq(&pyramid.finding(Lang::Id));
    expect!["1.046 jiwa: 531 laki-laki dan 515 perempuan. Kelompok umur terbesar 10–14 tahun, 92 jiwa. Umur 0–14 tahun 24,0%, 15–64 tahun 67,9%, 65 tahun ke atas 8,1%. Separuh berumur di bawah 28,6 tahun. 2 jiwa belum diketahui umur atau jenis kelaminnya dan tidak digambar."].assert_eq(&pyramid.summary(Lang::Id));
    let csv = pyramid.table(Lang::Id, "piramida", "Piramida", Note::default()).to_csv();
    assert!(csv.ends_with(
        "75+,14,14,28,2.7\r\nJumlah,531,515,1046,100.0\r\nUmur atau jenis kelamin belum diketahui,,,2,\r\n"
    ));
}

#[test]
fn a_small_pyramid_reads_so() {
    let pyramid = Pyramid {
        groups: vec!["0–14".into(), "15+".into()],
        group_years: 15,
        male: vec![2, 4],
        female: vec![3, 1],
        ..Pyramid::default()
    };
    let svg = pyramid.svg(&Frame { title: "Dua kelompok".into(), ..frame(Theme::Screen, 300) });
    expect![[r#"
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 74" role="img" lang="id" aria-labelledby="uji-title" aria-describedby="uji-desc">
        <title id="uji-title">Dua kelompok</title>
        <desc id="uji-desc">10 jiwa: 6 laki-laki dan 4 perempuan. Kelompok umur terbesar 15+ tahun, 5 jiwa. Umur 0–14 tahun 50,0%, 15–64 tahun 50,0%, 65 tahun ke atas 0,0%.</desc>
        <rect x="0" y="3.5" width="11" height="11" rx="3" fill="var(--data-male)"/>
        <text x="17" y="13.3" font-size="12" font-weight="600" fill="var(--ink)">Laki-laki 6</text>
        <rect x="289" y="3.5" width="11" height="11" rx="3" fill="var(--data-female)"/>
        <text x="283" y="13.3" font-size="12" text-anchor="end" font-weight="600" fill="var(--ink)">Perempuan 4</text>
        <line x1="65" y1="24" x2="65" y2="54" stroke="var(--line)" stroke-width="1"/>
        <text x="65" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">2</text>
        <line x1="235" y1="24" x2="235" y2="54" stroke="var(--line)" stroke-width="1"/>
        <text x="235" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">2</text>
        <line x1="0" y1="24" x2="0" y2="54" stroke="var(--line)" stroke-width="1"/>
        <text x="3.7" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">4</text>
        <line x1="300" y1="24" x2="300" y2="54" stroke="var(--line)" stroke-width="1"/>
        <text x="296.3" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">4</text>
        <text x="150" y="50.6" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">0–14</text>
        <rect x="65" y="40" width="65" height="13" rx="2" fill="var(--data-male)"/>
        <rect x="170" y="40" width="97.5" height="13" rx="2" fill="var(--data-female)"/>
        <text x="150" y="35.6" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">15+</text>
        <rect x="0" y="25" width="130" height="13" rx="2" fill="var(--data-male)"/>
        <rect x="170" y="25" width="32.5" height="13" rx="2" fill="var(--data-female)"/>
        <text x="150" y="68" font-size="11.5" text-anchor="middle" fill="var(--ink-soft)">Umur</text>
        </svg>"#]].assert_eq(&svg.replace("><", ">\n<"));
}

/// Two women of 75 and more and the men of 70–74 are hidden; 50–54 of the other date too.
fn veiled() -> Pyramid {
    let mut pyramid = Pyramid { median_age: None, ..village() };
    let hidden = |groups: &[usize]| (0..16).map(|i| groups.contains(&i)).collect::<Vec<bool>>();
    let mut earlier = Earlier { label: "1 Januari 2020".into(), male: vec![20; 16], female: vec![21; 16], veil: None };
    (pyramid.female[15], pyramid.male[14], earlier.male[10]) = (0, 0, 0);
    pyramid.veil = Some(Veil { hidden: [hidden(&[14]), hidden(&[15])], totals: [531, 515] });
    earlier.veil = Some(Veil { hidden: [hidden(&[10]), hidden(&[])], totals: [320, 336] });
    Pyramid { earlier: Some(earlier), ..pyramid }
}

#[test]
fn a_hidden_count_stands_as_a_star_and_nothing_tells_it() {
    let pyramid = veiled();
    check(&pyramid);
    check(&Pyramid { earlier: None, ..pyramid.clone() });
    let csv = pyramid.table(Lang::Id, "piramida", "Piramida", Note::default()).to_csv();
    assert!(csv.contains("\r\n70–74,*,12,*,*,20,21\r\n75+,14,*,*,*,20,21\r\n"), "{csv}");
    assert!(csv.contains("\r\n50–54,29,28,57,5.4,*,21\r\n"), "{csv}");
    assert!(csv.ends_with("Jumlah,531,515,1046,100.0,320,336\r\n"), "{csv}");
    // Sums of several groups would give a hidden one away.
    let told = pyramid.summary(Lang::Id);
    assert!(told.contains("disembunyikan") && !told.contains('%') && !told.contains("terbesar"), "{told}");
    let all = elements(&pyramid.svg(&frame(Theme::Screen, 328)));
    assert_eq!(all.iter().filter(|e| e.name == "text" && e.text == "*").count(), 2);
    // The outline of the men ends before the hidden group and begins again after it; one more is in the legend.
    assert_eq!(all.iter().filter(|e| e.name == "polyline").count(), 3 + 1);
}
