//! Tests of the wider catalogue on small villages.

use super::*;
use crate::analyse::facilities::VillageForm;
use crate::analyse::village_text::village;
use crate::analyse::{Columns, Scope};
use crate::base::Date;
use crate::base::region::Area;
use crate::register::Register;
use std::collections::BTreeSet;

fn ground(register: &Register, at: &str, rt: &str, form: Option<&VillageForm>) -> Ground {
    let columns = Columns::build(register);
    let krs = |_: &crate::register::Family, _: Date| Krs { target: Some(true), at_risk: None, ..Krs::default() };
    let area = Area { rt: rt.into(), ..Area::default() };
    let scope = Scope { at: Date::parse_iso(at).unwrap(), area };
    Source { register, columns: &columns, krs: &krs, form }.ground(&scope, &Whom::default())
}

fn value(ground: &Ground, id: &str) -> (Option<f64>, Option<f64>, Option<f64>) {
    let value = item(id).unwrap().value(ground).unwrap();
    (value.numerator, value.denominator, value.value)
}

#[test]
fn the_catalogue_is_whole_and_every_entry_says_what_it_must() {
    let all = items();
    let ids: BTreeSet<&str> = all.iter().map(|item| item.entry.id).collect();
    assert_eq!(ids.len(), all.len());
    assert!(all.len() >= 90, "{}", all.len());
    for item in &all {
        let entry = &item.entry;
        let texts = [entry.name, entry.universe, entry.help, entry.interpretation];
        let complete = |words: &Words| !words.0.is_empty() && !words.1.is_empty();
        let said = texts.iter().filter(|words| complete(words)).count();
        assert!(said == 4 || (said == 3 && !item.computable()), "{}", entry.id);
        assert!(!entry.source.is_empty() && !entry.formula(Lang::Id).is_empty(), "{}", entry.id);
    }
    assert_eq!(all.iter().filter(|item| !item.computable()).count(), 5);
}

/// MS-Ind of Peraturan BPS 5/2020 (domain.md §11.2): name, concept, definition, interpretation, method, measure, unit,
/// breakdowns, composite, variables, level, access, producing activity.
#[test]
fn every_entry_has_all_fields_of_ms_ind() {
    use crate::analyse::indicators::ms_ind;
    use crate::register::{event_field, family_field, field_by_key, person_field, profile_field};
    let fields = [person_field::ALL, family_field::ALL, event_field::ALL, profile_field::ALL];
    for item in items() {
        for lang in [Lang::Id, Lang::En] {
            let ms = ms_ind(&item, lang);
            let texts = [
                &ms.id,
                &ms.nama,
                &ms.konsep,
                &ms.definisi,
                &ms.interpretasi,
                &ms.metode,
                &ms.ukuran,
                &ms.satuan,
                &ms.level_estimasi,
                &ms.akses_umum,
                &ms.kegiatan_penghasil,
                &ms.sumber,
            ];
            assert!(texts.iter().all(|text| !text.trim().is_empty()), "{ms:?}");
            assert!(!ms.klasifikasi_penyajian.is_empty(), "{}", ms.id);
            assert_eq!(ms.komposit, ms.id == "ibangga-estimate");
            assert_eq!(ms.dapat_dihitung, ms.alasan_tidak_dihitung.is_empty(), "{}", ms.id);
            // What cannot be reckoned has no variables here: its metadata says what would be needed.
            assert_eq!(ms.variabel_pembangun.is_empty(), !item.computable(), "{}", ms.id);
            for key in &ms.variabel_pembangun {
                let known = fields.iter().any(|all| field_by_key(all, key).is_some());
                assert!(known || ["id_keluarga", "formulir_potensi"].contains(&key.as_str()), "{}: {key}", ms.id);
            }
        }
    }
}

#[test]
fn an_empty_village_divides_by_nothing() {
    let nobody = ground(&village(""), "2026-11-24", "", None);
    for item in items() {
        if let Some(value) = item.value(&nobody) {
            assert!(value.value.is_none_or(|value| value == 0.0), "{}: {value:?}", item.entry.id);
        }
        for (part, value) in item.parts(&nobody, Lang::Id) {
            assert!(value.value.is_none(), "{} {}: {value:?}", item.entry.id, part.key);
        }
    }
}

#[test]
fn vital_rates_are_those_of_several_years_of_the_whole_village() {
    // A man who died in 2025, a girl of 2024, a woman who came in December 2024, a boy of 2025; no baby has a linked mother.
    let text = "K rt=1; P 1998-01-01; P 2024-05-01; L 1950-01-01 status_dasar=mati tanggal_keluar=2025-06-01
                K rt=2; P 1999-01-01 tanggal_masuk=2024-12-01; L 2025-08-01";
    let g = ground(&village(text), "2026-11-24", "", None);
    // Nothing is on record before the three years, with 2, 3, 4 and 4 residents at their ends.
    assert_eq!(value(&g, "cbr-average"), (Some(2.0), Some(10.0), Some(200.0)));
    assert_eq!(value(&g, "cdr-average"), (Some(1.0), Some(10.0), Some(100.0)));
    assert_eq!(value(&g, "net-migration-average"), (Some(1.0), Some(10.0), Some(100.0)));
    // Births ÷ women: all births, linked or not. One woman at the first two dates, then two.
    assert_eq!(value(&g, "gfr"), (Some(2.0), Some(4.5), Some(2_000.0 / 4.5)));
    assert_eq!(value(&g, "tfr"), (None, None, None), "no rate by age where no mother is known");
    assert_eq!(item("tfr").unwrap().value(&g).unwrap().missing, 2);
    let growth = value(&g, "growth-rate");
    assert_eq!((growth.0, growth.1), (Some(4.0), Some(2.0)));
    // A death of 2023 shows that the year before is on record: with so few events it is taken in, and no year more.
    let longer = format!("{text}\nK; L 1940-01-01 status_dasar=mati tanggal_keluar=2023-06-01");
    let g = ground(&village(&longer), "2026-11-24", "", None);
    assert_eq!(value(&g, "cdr-average"), (Some(2.0), Some(12.5), Some(160.0)));
    let one = ground(&village(text), "2026-11-24", "2", None);
    assert_eq!(value(&one, "cbr-average"), (None, None, None), "of a part of the village there is no vital rate");
}

#[test]
fn pupils_of_any_age_stand_beside_the_official_age() {
    let mut text = String::from("K");
    for year in 2014..2018 {
        text += &format!("; L {year}-01-01 sedang_sekolah=sd; P {year}-06-01 sedang_sekolah=tidak_sedang_sekolah");
    }
    text += "; L 2010-01-01 sedang_sekolah=sd; P 2000-01-01 sedang_sekolah=-";
    let g = ground(&village(&text), "2026-11-24", "", None);
    assert_eq!(value(&g, "apk-sd"), (Some(5.0), Some(8.0), None));
    assert!(item("apk-sd").unwrap().value(&g).unwrap().small);
}

#[test]
fn facilities_stand_for_the_whole_village_alone() {
    let form = VillageForm::read(r#"{"tahun":2026,"angka":{"posyandu":3,"pasar":0,"ketinggian_m":12}}"#).unwrap();
    let register = village("K rt=1; L 1980-01-01");
    let parts = |rt| item("facility-count").unwrap().parts(&ground(&register, "2026-11-24", rt, Some(&form)), Lang::Id);
    let told: Vec<_> = parts("").into_iter().map(|(part, value)| (part.key, value.value)).collect();
    assert_eq!(told, [("posyandu".to_owned(), Some(3.0)), ("pasar".to_owned(), Some(0.0))]);
    assert!(parts("1").is_empty());
}

#[test]
fn digits_that_are_preferred_show() {
    let years = |from: i32, step: usize| (0..560).map(move |i| format!("; L {}-01-01", from - (i * step as i32) % 80));
    let even = ground(&village(&format!("K{}", years(2016, 1).collect::<String>())), "2026-11-24", "", None);
    let tens = ground(&village(&format!("K{}", years(2016, 10).collect::<String>())), "2026-11-24", "", None);
    assert!(value(&even, "myers").2.unwrap() < 1.7);
    assert_eq!(value(&tens, "myers").2, Some(90.0));
}
