//! The whole catalogue as the page asks for it: comparisons, what everybody must not see, targets, the form of facilities.

use super::{House, look};
use rumah_dataku::base::region::Area;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::Lang;
use rumah_dataku::store::memory::run;

/// The sample village.
fn sample() -> House {
    let mut house = House::new();
    run(house.engine.ask(MakeSample { families: Some(300), seed: Some(7) })).unwrap();
    house
}

fn ask(id: &str, by: By, hide_below: u8) -> GetIndicator {
    GetIndicator { id: id.into(), by, hide_below, width: 340, ..GetIndicator::default() }
}

impl House {
    fn indicator(&mut self, request: GetIndicator) -> IndicatorView {
        run(self.engine.ask(request)).unwrap()
    }
}

#[test]
fn the_catalogue_and_its_numbers_hold_the_same_entries() {
    let mut house = sample();
    let view = run(house.engine.ask(GetCatalogue::default())).unwrap();
    let numbers = run(house.engine.ask(CatalogueNumbers::default())).unwrap();
    assert_eq!(view.groups.len(), 8);
    let rows: Vec<_> = view.groups.iter().flat_map(|group| &group.rows).collect();
    assert_eq!((rows.len() as u32, view.entries - view.computable), (view.entries, 5));
    for row in &rows {
        let has = numbers.iter().any(|number| number.id == row.id);
        assert_eq!(has, row.computable && row.id != "facility-count", "{}", row.id);
        assert!(
            !row.of.is_empty() && !row.k.is_empty() || row.id == "density" || row.id == "facility-count",
            "{row:?}"
        );
    }
    // The main job's figures are among them, unchanged.
    let known = run(house.engine.ask(GetIndicators::default())).unwrap();
    for row in known.indicators {
        let same = numbers.iter().find(|number| number.id == row.id && number.part.is_empty()).unwrap();
        assert_eq!(
            (same.value, same.numerator, same.denominator),
            (row.value, row.numerator, row.denominator),
            "{}",
            row.id
        );
    }
}

#[test]
fn parts_of_a_village_add_up_to_the_whole() {
    let mut house = sample();
    let column = |view: &IndicatorView, at: usize| {
        let cells = view.table.as_ref().unwrap().rows.iter().map(|row| row.cells[at].clone());
        cells.map(|cell| cell.number(rumah_dataku::present::Kind::Decimal).map_or(0.0, |(n, _)| n)).sum::<f64>()
    };
    for (id, ways) in [
        ("jkn-coverage", vec![By::Rt, By::Sex]),
        ("water-layak", vec![By::Rt]),
        ("aps-7-12", vec![By::Rt, By::Sex]),
        ("apk-sd", vec![By::Sex]),
        ("cpr-modern", vec![By::Rt]),
        ("krs-at-risk", vec![By::Rt]),
        ("pikr-participation", vec![By::Rt]),
    ] {
        let number = house.number_of(id);
        for by in ways {
            let view = house.indicator(ask(id, by, 0));
            assert!(view.ways.contains(&by), "{id} {by:?}");
            assert_eq!(column(&view, 2), number.numerator.unwrap(), "{id} {by:?}");
            assert_eq!(column(&view, 3), number.denominator.unwrap(), "{id} {by:?}");
        }
    }
    let all_ages = house.indicator(ask("nik-coverage", By::Age, 0));
    assert_eq!(column(&all_ages, 3), house.number_of("median-age").denominator.unwrap(), "all of known age");
}

impl House {
    fn number_of(&mut self, id: &str) -> CatalogueNumber {
        let numbers = run(self.engine.ask(CatalogueNumbers::default())).unwrap();
        numbers.into_iter().find(|number| number.id == id && number.part.is_empty()).unwrap()
    }
}

#[test]
fn everybody_sees_no_small_count_and_nothing_sensitive_by_area() {
    let mut house = sample();
    let view = run(house.engine.ask(GetCatalogue::default())).unwrap();
    let rows = view.groups.into_iter().flat_map(|group| group.rows);
    let mut stars = 0;
    for row in rows.filter(|row| row.computable) {
        for by in [By::Rt, By::Sex, By::Age] {
            let view = house.indicator(ask(&row.id, by, 5));
            let office = house.indicator(ask(&row.id, by, 0));
            let Some(table) = &view.table else { continue };
            let Some(full) = &office.table else { panic!("{}", row.id) };
            let percent = full.columns[1].label == "%";
            for (shown, whole) in table.rows.iter().zip(&full.rows) {
                if shown.cells[1].shown(Lang::Id, rumah_dataku::present::Kind::Text) == "*" {
                    stars += 1;
                    continue;
                }
                let n =
                    |at: usize| whole.cells.get(at).and_then(|cell| cell.number(rumah_dataku::present::Kind::Decimal));
                if let (Some((n, _)), Some((of, _)), true) = (n(2), n(3), percent) {
                    assert!(!(1.0..5.0).contains(&n), "{} {by:?}: {n} of {of}", row.id);
                }
            }
        }
    }
    assert!(stars > 20, "{stars}");
    let sensitive = house.indicator(ask("unmet-need-register", By::Rt, 5));
    assert!(sensitive.table.is_none() && sensitive.remark.contains("peka"), "{}", sensitive.remark);
    let area = Area { rt: "1".into(), ..Area::default() };
    let part = GetIndicator { look: LookAt { at: None, area }, ..ask("unmet-need-register", By::Sex, 5) };
    let view = house.indicator(part.clone());
    assert_eq!((view.card.value.as_str(), view.table.is_none()), ("–", true));
    assert_ne!(house.indicator(GetIndicator { hide_below: 0, ..part }).card.of, view.card.of);
}

#[test]
fn what_cannot_be_computed_says_what_is_needed() {
    let mut house = sample();
    for (id, word) in
        [("tpt", "mencari kerja"), ("kb-discontinuation", "tanggal mulai"), ("masyarakat-terjangkau", "Rumus")]
    {
        let view = house.indicator(ask(id, By::Rt, 0));
        assert!(view.need.contains(word) && view.card.value == "–" && view.ways.is_empty(), "{id}: {}", view.need);
    }
    assert!(run(house.engine.ask(ask("bukan-indikator", By::Rt, 0))).is_err());
    let view = House::new().indicator(ask("jkn-coverage", By::Sex, 0));
    assert_eq!((view.card.value.as_str(), view.remark.as_str()), ("–", "Belum ada yang bisa dihitung."));
}

#[test]
fn births_by_age_tell_their_years_and_ranges_and_are_of_the_whole_village() {
    let mut house = sample();
    let view = house.indicator(ask("asfr", By::Rt, 0));
    let table = view.parts.unwrap();
    assert_eq!((table.rows.len(), view.card.caution.as_str()), (7, ""));
    assert!(table.note.remark.starts_with("Rata-rata 3 tahun, 25 November 2023 sampai"), "{}", table.note.remark);
    let ranges = table.rows.iter().map(|row| row.cells[4].shown(Lang::Id, rumah_dataku::present::Kind::Text));
    assert!(ranges.filter(|range| range.starts_with("antara ")).count() == 7, "{table:?}");
    let area = Area { rt: "1".into(), ..Area::default() };
    let part = GetIndicator { look: LookAt { at: None, area }, ..ask("asfr", By::Rt, 0) };
    let view = house.indicator(part.clone());
    assert_eq!((view.parts, view.card.caution.as_str()), (None, "Hanya untuk seluruh desa."));
    let rate = house.indicator(GetIndicator { id: "tfr".into(), ..part });
    assert_eq!((rate.card.value.as_str(), rate.card.caution.as_str()), ("–", "Hanya untuk seluruh desa."));
    let tfr = house.indicator(ask("tfr", By::Rt, 0));
    assert!(tfr.between.starts_with("antara ") && tfr.card.of.contains("Rata-rata 3 tahun"), "{:?}", tfr.card);
}

#[test]
fn two_dates_stand_beside_each_other_with_their_difference() {
    let mut house = sample();
    let request = GetIndicator { other: Some(super::date("2026-02-01")), ..ask("pop-total", By::Rt, 0) };
    let table = house.indicator(request).dates.unwrap();
    let told: Vec<f64> = table.rows[..2]
        .iter()
        .filter_map(|row| row.cells[2].number(rumah_dataku::present::Kind::Decimal))
        .map(|(n, _)| n)
        .collect();
    let before = house.number(look("2026-02-01", ""), "pop-total").value.unwrap();
    let now = house.number(look("", ""), "pop-total").value.unwrap();
    assert_eq!(told, [before, now]);
    assert_eq!(table.rows.len(), 3);
}

#[test]
fn a_target_is_checked_kept_and_compared() {
    let mut house = sample();
    let mark = |value, reference| CheckMark {
        id: "jkn-coverage".into(),
        reference,
        value: Some(value),
        year: Some(2026),
        source: "RPJMDes".into(),
    };
    let wrong = run(house.engine.ask(mark(140.0, false))).unwrap();
    assert_eq!(wrong.problems[0].0, "nilai");
    assert!(wrong.body.is_empty());
    for (value, reference) in [(100.0, false), (1.0, true)] {
        let CheckedPaper { problems, kind, key, title, body } = run(house.engine.ask(mark(value, reference))).unwrap();
        assert!(problems.is_empty());
        run(house.engine.ask(PutPaper { kind, key, title, body })).unwrap();
    }
    let damaged = PutPaper { kind: "sasaran".into(), key: "target:x".into(), title: "Rusak".into(), body: "{}".into() };
    run(house.engine.ask(damaged)).unwrap();
    let marks = run(house.engine.ask(ListMarks::default())).unwrap();
    assert_eq!((marks.rows.len(), &*marks.damaged), (2, &["Rusak".to_owned()][..]));
    let target = &marks.rows[0];
    assert_eq!((target.value.as_str(), target.reached, target.reference), ("100,0% (2026)", Some(false), false));
    assert!(
        target.distance.starts_with("Masih kurang ") && target.distance.contains("poin persen"),
        "{}",
        target.distance
    );
    assert!(marks.rows[1].distance.ends_with("lebih tinggi."), "{}", marks.rows[1].distance);
    assert_eq!(house.indicator(ask("jkn-coverage", By::Rt, 0)).targets.len(), 2);
}

#[test]
fn the_form_of_facilities_is_checked_kept_and_counted() {
    let mut house = sample();
    let form = |n: f64| CheckVillageForm {
        year: Some(2026),
        numbers: vec![("posyandu".into(), n), ("ketinggian_m".into(), 14.5)],
        texts: vec![("produk_unggulan".into(), " purun ".into()), ("wisata".into(), "  ".into())],
        places: vec![FormPlace { kind: "posyandu".into(), name: "Melati".into(), lat: Some(-3.2), lng: Some(114.7) }],
    };
    let wrong = run(house.engine.ask(form(2.5))).unwrap();
    assert_eq!((wrong.problems[0].0.as_str(), wrong.body.as_str()), ("posyandu", ""));
    let CheckedPaper { kind, key, title, body, .. } = run(house.engine.ask(form(3.0))).unwrap();
    run(house.engine.ask(PutPaper { kind: kind.clone(), key: key.clone(), title: title.clone(), body })).unwrap();
    let view = run(house.engine.ask(GetVillageForm)).unwrap();
    let entry = |key: &str| view.groups.iter().flat_map(|group| &group.fields).find(|field| field.key == key).unwrap();
    assert_eq!((entry("posyandu").number, entry("produk_unggulan").text.as_str()), (Some(3.0), "purun"));
    assert_eq!((view.places.len(), view.damaged, view.year), (1, false, Some(2026)));
    let numbers = run(house.engine.ask(CatalogueNumbers::default())).unwrap();
    let posyandu = numbers.iter().find(|number| number.part == "posyandu").unwrap();
    assert_eq!((posyandu.id.as_str(), posyandu.value), ("facility-count", Some(3.0)));
    run(house.engine.ask(PutPaper { kind, key, title, body: "[]".into() })).unwrap();
    assert!(run(house.engine.ask(GetVillageForm)).unwrap().damaged);
}

#[test]
fn heat_by_area_shades_each_row_from_its_lowest_to_its_highest() {
    let mut house = sample();
    let heat = run(house.engine.ask(HeatTable { group: 6, ..HeatTable::default() })).unwrap();
    assert!(heat.areas.len() > 3 && heat.rows.iter().any(|row| row.id == "water-layak"));
    for row in &heat.rows {
        assert_eq!(row.cells.len(), heat.areas.len());
        let shades: Vec<u8> = row.cells.iter().map(|cell| cell.shade).filter(|shade| *shade > 0).collect();
        assert!(
            shades.is_empty() || shades.contains(&5) && shades.contains(&1) || shades.iter().all(|s| *s == 3),
            "{row:?}"
        );
    }
    // The picture for saving and copying shows the same values, one word a cell.
    let picture = run(house.engine.ask(HeatPicture { of: HeatTable { group: 6, ..HeatTable::default() } })).unwrap();
    assert_eq!(picture.table, heat.table);
    let of = |svg: &str, text: &str| svg.matches(&format!(">{text}</text>")).count();
    for row in &heat.rows {
        for cell in row.cells.iter().filter(|cell| cell.text.contains(',')) {
            let all = heat.rows.iter().flat_map(|row| &row.cells).filter(|other| other.text == cell.text).count();
            assert!(of(&picture.paper, &cell.text) >= all, "{} is not in the picture", cell.text);
        }
    }
    let family = |hide_below| HeatTable { group: 3, hide_below, ..HeatTable::default() };
    let office = run(house.engine.ask(family(0))).unwrap();
    let everybody = run(house.engine.ask(family(5))).unwrap();
    assert!(
        office.rows.iter().any(|row| row.id == "cpr-modern") && everybody.rows.iter().all(|row| row.id != "cpr-modern")
    );
    assert!(everybody.remark.contains("peka"), "{}", everybody.remark);
}
