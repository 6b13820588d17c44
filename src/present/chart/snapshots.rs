//! Each kind of chart as a kept picture: the same figures at phone and projector width, on screen and on paper, in
//! `tests/charts/`. What changes in a picture shows in the comparison; `UPDATE_EXPECT=1` keeps it. The browser tests draw the
//! same files and compare what is seen.

use super::check::frame;
use super::{
    Bar, Bars, Callout, Chart, Columns, Counts, Dots, Earlier, Frame, Full, Heat, Hue, Line, LinePoint, Lines, Middle,
    Middles, Ordered, Panel, Panels, Pyramid, Series, Shaded, ShareRow, SmallMultiples, Stacked, Theme, Waffle,
};
use crate::base::{Date, Share};
use crate::lang::Lang;
use expect_test::expect_file;

fn counts() -> Vec<Counts> {
    vec![
        Counts::new("RT 01", [30, 12, 5, 9, 4]),
        Counts::new("RT 02", [18, 21, 14, 2, 6]),
        Counts::new("RT 03 Muara", [3, 2, 4, 1, 0]),
    ]
}

fn parts() -> Vec<Series> {
    let labels = ["Ledeng", "Sumur", "Hujan", "Sungai", "Lainnya"];
    labels.iter().zip(0..).map(|(label, at)| Series::new(*label, Hue::of_series(at))).collect()
}

fn shares(row: &Counts) -> Vec<Option<Share>> {
    let denominator = row.total();
    row.counts.iter().map(|n| Some(Share { numerator: *n, denominator })).collect()
}

fn points(values: [f64; 4]) -> Vec<LinePoint> {
    let point = |(value, year)| LinePoint {
        at: Date { year, month: 1, day: 1 },
        value: Some(value),
        band: Some([value - 4.0, value + 4.0]),
        hollow: year == 2023,
        ..LinePoint::default()
    };
    values.into_iter().zip(2023..).map(point).collect()
}

/// The kinds with the place of a note.
fn kinds() -> Vec<(&'static str, Box<dyn Chart>, [&'static str; 2])> {
    let rows = counts();
    let whole = Share { numerator: 51, denominator: 131 };
    let labels: Vec<String> = parts().into_iter().map(|part| part.label).collect();
    let stacked =
        |full| Stacked { heading: "RT".into(), unit: "keluarga".into(), series: parts(), rows: counts(), full };
    let area = |row: &Counts| Bar { label: row.label.clone(), share: shares(row)[0].unwrap(), hue: Hue::One };
    let heat = |row: &Counts| ShareRow { label: row.label.clone(), shares: shares(row) };
    let facet = |row: &Counts| ShareRow { label: row.label.clone(), shares: shares(row) };
    let male = [38, 44, 47, 46, 44, 45, 41, 38, 36, 33, 29, 25, 22, 17, 12, 14];
    let female = [36, 41, 45, 44, 43, 44, 42, 39, 35, 32, 28, 24, 20, 16, 12, 14];
    let earlier = Earlier { label: "RT 01".into(), male: vec![31; 16], female: vec![29; 16], veil: None };
    let waffle = parts().into_iter().zip([42, 31, 12, 9, 4]).chain([(Series::new("Belum terjawab", Hue::Rest), 3)]);
    let line = |label: &str, letter: &str, hue, values| Line {
        series: Series { label: label.into(), letter: letter.into(), hue },
        points: points(values),
    };
    let sexes = vec![Counts::new("Kawin", [268, 266]), Counts::new("Cerai", [23, 48])];
    vec![
        (
            "bars",
            Box::new(Bars::of_counts("Air minum", &[("Ledeng", 51), ("Sumur", 35), ("Hujan", 23)])),
            ["Sumur", ""],
        ),
        ("grouped", Box::new(Columns::by_sex(Lang::Id, "Status kawin", sexes)), ["Cerai", "Perempuan"]),
        ("stacked", Box::new(stacked(Full::Largest)), ["RT 02", ""]),
        ("parts", Box::new(stacked(Full::Whole)), ["RT 02", "Sumur"]),
        (
            "dots",
            Box::new(Dots {
                heading: "RT".into(),
                subject: "Ledeng".into(),
                areas: rows.iter().map(area).collect(),
                whole_label: "Desa".into(),
                whole,
            }),
            ["RT 02", ""],
        ),
        (
            "panels",
            Box::new(Panels {
                by: "RT".into(),
                bars: labels.clone(),
                panels: rows.iter().map(facet).collect(),
                of_rows: true,
            }),
            ["RT 01", "Ledeng"],
        ),
        (
            "heat",
            Box::new(Heat { heading: "RT".into(), columns: labels, rows: rows.iter().map(heat).collect() }),
            ["RT 02", "Sumur"],
        ),
        (
            "waffle",
            Box::new(Waffle { heading: "Air minum".into(), unit: "keluarga".into(), parts: waffle.collect() }),
            ["Hujan", ""],
        ),
        (
            "pyramid",
            Box::new(Pyramid { earlier: Some(earlier), ..Pyramid::of_five_years(male, female) }),
            ["20–24", "Perempuan"],
        ),
        (
            "lines",
            Box::new(Lines {
                heading: "Punya akta lahir".into(),
                unit: "%".into(),
                lines: vec![
                    line("RT 01", "a", Hue::One, [61.0, 66.0, 70.0, 78.0]),
                    line("RT 02", "b", Hue::Two, [52.0, 51.0, 58.0, 60.0]),
                ],
                hollow: "dihitung ulang".into(),
                ..Lines::default()
            }),
            ["", ""],
        ),
        (
            "ordered",
            Box::new(Ordered {
                heading: "Pendidikan".into(),
                unit: "orang".into(),
                answers: ["Belum sekolah", "SD", "SLTP", "SLTA"].map(str::to_owned).to_vec(),
                lines: vec![
                    (Series::male(Lang::Id), vec![Some(40), Some(61), Some(44), Some(30)]),
                    (Series::female(Lang::Id), vec![Some(38), Some(70), None, Some(20)]),
                ],
            }),
            ["SD", "Perempuan"],
        ),
        (
            "middles",
            Box::new(Middles {
                heading: "Air minum".into(),
                what: "Rata-rata anggota keluarga".into(),
                unit: "orang".into(),
                rows: [("Ledeng", 3.4, 3.0), ("Sumur", 4.1, 4.0), ("Hujan", 2.6, 2.5)]
                    .map(|(label, mean, median)| Middle { label: label.into(), mean: Some(mean), median: Some(median) })
                    .to_vec(),
                all: Some(3.5),
            }),
            ["Sumur", ""],
        ),
        (
            "shaded",
            Box::new(Shaded {
                heading: "Indikator".into(),
                columns: ["Seluruh desa", "RT 01", "RT 02", "RT 03 Muara"].map(str::to_owned).to_vec(),
                rows: [("Air minum layak", ["61,2%", "40,0", "72,5", "*"]), ("Anggota", ["3,6", "3,1", "3,9", "3,5"])]
                    .map(|(label, texts)| {
                        let cells = texts.iter().zip([0, 1, 5, if texts[3] == "*" { 0 } else { 3 }]);
                        (label.to_owned(), cells.map(|(text, shade)| ((*text).to_owned(), shade)).collect())
                    })
                    .to_vec(),
            }),
            ["Anggota", "RT 02"],
        ),
        (
            "multiples",
            Box::new(SmallMultiples {
                heading: "Jumlah penduduk".into(),
                by: "RT".into(),
                panels: [("RT 01", [110.0, 114.0, 120.0, 118.0]), ("RT 02", [90.0, 96.0, 97.0, 104.0])]
                    .map(|(label, values)| Panel { label: label.into(), points: points(values) })
                    .to_vec(),
                ..SmallMultiples::default()
            }),
            ["", ""],
        ),
    ]
}

#[test]
fn each_kind_is_drawn_as_it_was() {
    for (kind, chart, [row, column]) in kinds() {
        for (theme, width, named) in [
            (Theme::Screen, 360, "screen-360"),
            (Theme::Screen, 1_280, "screen-1280"),
            (Theme::Paper, 720, "paper-720"),
        ] {
            let note = Callout { row: row.into(), column: column.into(), text: "kering di kemarau".into() };
            let callouts = if row.is_empty() { Vec::new() } else { vec![note] };
            let title = chart.finding(Lang::Id);
            let svg = chart.svg(&Frame { title, callouts, ..frame(theme, width) });
            let path = format!("{}/tests/charts/{kind}-{named}.svg", env!("CARGO_MANIFEST_DIR"));
            expect_file![path].assert_eq(&(svg.replace("><", ">\n<") + "\n"));
        }
    }
}
