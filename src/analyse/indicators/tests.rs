//! Each indicator against a small village worked out by hand.

use super::*;
use crate::analyse::village_text::village;
use crate::analyse::{Columns, Scope, counts};
use crate::base::Date;
use crate::lang::Lang;
use std::collections::BTreeSet;

/// 24 November 2026.
const AT: &str = "2026-11-24";

fn value(text: &str, at: &str, id: &str) -> String {
    let columns = Columns::build(&village(text));
    let scope = Scope { at: Date::parse_iso(at).unwrap(), ..Scope::default() };
    let counts = counts::count(&columns, &scope, Some(2.5));
    let entry = Entry { small: unhidden(entry(id).unwrap().small), ..*entry(id).unwrap() };
    let value = evaluate(&entry, &counts);
    let show = |n: Option<f64>| n.map_or("-".to_owned(), |n| format!("{n}"));
    let missing = if value.missing > 0 { format!(", {} missing", value.missing) } else { String::new() };
    format!("{}/{} = {}{missing}", show(value.numerator), show(value.denominator), show(value.value))
}

/// Small villages show their rates in tests.
fn unhidden(small: Small) -> Small {
    if small == Small::Count { Small::Count } else { Small::Never }
}

#[test]
fn each_indicator_gives_what_was_worked_out_by_hand() {
    let ages = "K; L 1950-05-01; P 1960-11-25; L 1990; P 1992-03-03; L 2012-01-01; P 2021-11-25; ? 2024-02-02; L -";
    let schools =
        "K; L 2016-01-01 sedang_sekolah=sd; L 2015-01-01 sedang_sekolah=slb_b; P 2014-12-01 sedang_sekolah=sltp
        P 2018-01-01 sedang_sekolah=tidak_sedang_sekolah; L 2017-01-01; L 2012-01-01 sedang_sekolah=sltp
        P 2009-01-01 sedang_sekolah=slta; L 2008-11-25 sedang_sekolah=?; P 2005-01-01 sedang_sekolah=s1
        L 2004-01-01 sedang_sekolah=tidak_sedang_sekolah";
    let couples = "K
        P 1990-01-01 status_kawin=kawin memakai_kb=ya metode_kb=suntik
        P 1991-01-01 status_kawin=kawin memakai_kb=ya metode_kb=implan
        P 1992-01-01 status_kawin=kawin metode_kb=tradisional
        P 1993-01-01 status_kawin=kawin memakai_kb=ya
        P 1994-01-01 status_kawin=kawin memakai_kb=tidak hamil=tidak keinginan_anak=tial
        P 1995-01-01 status_kawin=kawin memakai_kb=tidak hamil=tidak keinginan_anak=ias
        P 1996-01-01 status_kawin=kawin memakai_kb=tidak keinginan_anak=iat
        P 1997-01-01 status_kawin=kawin hamil=ya
        P 1998-01-01 status_kawin=kawin
        P 1976-11-24 status_kawin=kawin memakai_kb=ya metode_kb=pil
        P 2000-01-01 status_kawin=cerai_hidup memakai_kb=ya metode_kb=pil; L 1990-01-01 status_kawin=kawin";
    let married = "K; P 1980-01-01 status_kawin=kawin usia_kawin_pertama=18
        P 1981-01-01 status_kawin=cerai_mati usia_kawin_pertama=19; P 1982-01-01 status_kawin=kawin usia_kawin_pertama=22
        P 1983-01-01 status_kawin=kawin; P 2005-01-01 status_kawin=belum_kawin
        L 1980-01-01 status_kawin=kawin usia_kawin_pertama=25; L 1981-01-01 status_kawin=kawin usia_kawin_pertama=24
        L 2004-01-01; L 2012-05-05 status_kawin=belum_kawin";
    let work = "K; L 1980-01-01 pekerjaan=petani_pekebun pendidikan_ditamatkan=slta
        P 1982-01-01 pekerjaan=mengurus_rumah_tangga pendidikan_ditamatkan=sd
        L 1970-01-01 pekerjaan=pensiunan pendidikan_ditamatkan=d4_s1; P 1999-01-01 pekerjaan=guru pendidikan_ditamatkan=?
        L 2000-01-01; L 2012-01-01 pekerjaan=petani_pekebun pendidikan_ditamatkan=slta";
    let moves = "K
        L 2026-01-10; P 2025-11-24; P 2025-11-25
        L 2020-01-01 tanggal_masuk=2026-02-02; L 1970-01-01 tanggal_masuk=2020-01-01
        L 1980-01-01 status_dasar=mati tanggal_keluar=2026-11-24; L 1981-01-01 status_dasar=mati tanggal_keluar=2025-11-24
        P 1990-01-01 status_dasar=pindah tanggal_keluar=2026-05-05; P 1991-01-01 status_dasar=hilang tanggal_keluar=2026-05-05
        P 1992-01-01 status_dasar=pindah; P 1993-01-01 status_dasar=tidak_valid
        L 2026-06-06 status_dasar=mati tanggal_keluar=2026-06-06";
    let papers = "K no_kk=6304150101200001 punya_buku_nikah=ya tanggal_kunjungan=2026-01-01
        L 1980-01-01 nik=6304150101800001 status_kawin=kawin akta_lahir=ya jaminan_kesehatan=pbi disabilitas=tidak_ada keberadaan=di_dalam_rumah
        P 2010-01-01 nik=0 akta_lahir=tidak jaminan_kesehatan=tidak_ada disabilitas=netra keberadaan=di_luar_negeri
        L 2020-01-01 akta_lahir=ya
        K no_kk=0 punya_buku_nikah=tidak tanggal_kunjungan=2025-11-24; L 1950-01-01 nik=0000000000000000
        K no_kk=630415010120000; P 1955-01-01 status_kawin=kawin";
    let homes = "K air_minum=ledeng tempat_bab=sendiri_tangki_septik luas_bangunan=14.4 orang_menetap=2 atap=seng dinding=kayu_papan lantai=kayu_papan; L 1980-01-01
        K air_minum=air_permukaan tempat_bab=tidak_ada luas_bangunan=14.3; L 1981-01-01; P 1981-01-01
        K air_minum=isi_ulang tempat_bab=jamban_bersama luas_bangunan=57.6 atap=seng; L 1981-01-01
        K air_minum=air_hujan; L 1981-01-01
        K air_minum=ledeng; L 1981-01-01 status_dasar=pindah tanggal_keluar=2020-01-01";
    let heads = "K bansos_pkh=ya desil=2 ikut_bkb=ya ikut_bkl=tidak; L 1950-01-01 hubungan=kepala_keluarga status_dasar=mati tanggal_keluar=2024-01-01
        P 1955-01-01 hubungan=kepala_keluarga; L 2022-01-01
        K bansos_pkh=tidak bansos_bpnt=tidak bansos_blt_dd=tidak bansos_lain=tidak desil=7 ikut_bkb=tidak ikut_bkr=ya ikut_uppka=tidak
        L 1980-01-01 hubungan=kepala_keluarga; P 2012-01-01
        K bansos_pkh=tidak desil=11; P 1990-01-01 hubungan=anak";
    let items = "K no_kk=1 rt=1 air_minum=x atap=?; L 2025-01-01 nama=Udin alasan_tanpa_nik=belum_punya agama=islam
        K; P 2000-01-01 hubungan=kepala_keluarga pekerjaan=guru sedang_sekolah=x";
    let mut wrong = Vec::new();
    for (village, id, expected) in [
        (ages, "pop-total", "8/- = 8"),
        (ages, "family-total", "1/- = 1"),
        (ages, "family-size", "8/1 = 8"),
        (ages, "broad-age-share-0-14", "3/7 = 42.857142857142854, 1 missing"),
        (ages, "broad-age-share-15-64", "2/7 = 28.571428571428573, 1 missing"),
        (ages, "broad-age-share-65", "2/7 = 28.571428571428573, 1 missing"),
        (ages, "elderly-share", "2/7 = 28.571428571428573, 1 missing"),
        // Ages 2, 4, 14, 34, 36, 65, 76: half of seven is reached within 34.
        (ages, "median-age", "-/7 = 34.5, 1 missing"),
        (ages, "sex-ratio", "4/3 = 133.33333333333334, 1 missing"),
        (ages, "density", "8/2.5 = 3.2"),
        (ages, "dependency-total", "5/2 = 250, 1 missing"),
        (ages, "dependency-young", "3/2 = 150, 1 missing"),
        (ages, "dependency-old", "2/2 = 100, 1 missing"),
        (ages, "child-woman-ratio", "2/1 = 2000, 1 missing"),
        (ages, "wus-count", "1/- = 1, 1 missing"),
        (ages, "whipple", "0/2 = 0"),
        (schools, "aps-7-12", "3/4 = 75, 1 missing"),
        (schools, "apm-sd", "1/3 = 33.333333333333336, 2 missing"),
        (schools, "aps-13-15", "1/1 = 100"),
        (schools, "apm-smp", "1/1 = 100"),
        (schools, "aps-16-18", "1/1 = 100, 1 missing"),
        (schools, "apm-sm", "1/1 = 100, 1 missing"),
        (schools, "aps-19-24", "1/2 = 50"),
        (couples, "pus-count", "9/- = 9"),
        (couples, "cpr-modern", "2/7 = 28.571428571428573, 2 missing"),
        (couples, "mkjp-share", "1/2 = 50, 1 missing"),
        (couples, "unmet-need-register", "1/7 = 14.285714285714286, 2 missing"),
        (couples, "pus-pregnant", "1/- = 1, 6 missing"),
        (married, "ever-married-share", "6/7 = 85.71428571428571, 1 missing"),
        (married, "first-marriage-median", "-/3 = 19.5, 1 missing"),
        (married, "first-marriage-threshold-women", "2/3 = 66.66666666666667, 1 missing"),
        (married, "first-marriage-threshold-men", "1/2 = 50"),
        (work, "working-share", "2/4 = 50, 1 missing"),
        (work, "education-attainment-sma", "2/3 = 66.66666666666667, 2 missing"),
        // A year earlier: the boy who died on the reference date, one who came later not yet, two who left still here.
        (moves, "pop-total", "5/- = 5"),
        (moves, "cbr", "3/5 = 600"),
        (moves, "cdr", "2/5 = 400"),
        (moves, "in-migration", "1/5 = 200"),
        (moves, "out-migration", "2/5 = 400"),
        (moves, "net-migration", "-1/5 = -200"),
        (papers, "nik-coverage", "1/5 = 20"),
        (papers, "kk-coverage", "1/3 = 33.333333333333336"),
        (papers, "birth-cert-coverage", "2/3 = 66.66666666666667, 2 missing"),
        (papers, "birth-cert-coverage-0-17", "1/2 = 50"),
        (papers, "marriage-doc-coverage", "1/1 = 100, 1 missing"),
        (papers, "jkn-coverage", "1/2 = 50, 3 missing"),
        (papers, "disability-share", "1/2 = 50, 3 missing"),
        (papers, "members-away", "1/2 = 50, 3 missing"),
        (papers, "update-coverage", "1/3 = 33.333333333333336"),
        (homes, "water-layak", "2/3 = 66.66666666666667, 1 missing"),
        (homes, "water-krs", "2/3 = 66.66666666666667, 1 missing"),
        (homes, "sanitation-layak", "1/2 = 50, 2 missing"),
        (homes, "floor-area-7-2", "2/3 = 66.66666666666667, 1 missing"),
        (homes, "rlh-share", "1/2 = 50, 2 missing"),
        (heads, "female-head-share", "1/2 = 50, 1 missing"),
        (heads, "bansos-coverage", "1/2 = 50, 1 missing"),
        (heads, "desil-1-4-share", "1/2 = 50, 1 missing"),
        (heads, "bkb-participation", "1/1 = 100"),
        (heads, "bkr-participation", "1/1 = 100"),
        (heads, "bkl-participation", "0/1 = 0"),
        (heads, "uppka-participation", "0/1 = 0, 2 missing"),
        // The infant: 9 items apply, 5 answered; the woman: 12 apply, 4 answered; families: 10 and 11 apply, 2 and 0 answered.
        (items, "item-completeness", "11/42 = 26.19047619047619"),
    ] {
        let found = value(village, AT, id);
        if found != expected {
            wrong.push(format!("{id}: {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_catalogue_is_whole() {
    let mut ids = BTreeSet::new();
    for entry in catalogue() {
        assert!(ids.insert(entry.id), "{} twice", entry.id);
        let is_count = entry.small == Small::Count;
        for lang in [Lang::Id, Lang::En] {
            for words in [entry.name, entry.universe, entry.help, entry.interpretation] {
                assert!(!words.in_lang(lang).is_empty(), "{}: a text is missing", entry.id);
            }
            assert!(!entry.formula(lang).is_empty());
        }
        assert_eq!(is_count, entry.denominator.0.is_empty(), "{}", entry.id);
        assert!(!entry.source.is_empty(), "{}", entry.id);
        for key in entry.fields.iter().filter(|key| !["id_keluarga", "luas_km2"].contains(key)) {
            let known = crate::register::field_by_key(crate::register::person_field::ALL, key)
                .or_else(|| crate::register::field_by_key(crate::register::family_field::ALL, key));
            assert!(known.is_some(), "{}: no field {key}", entry.id);
        }
    }
    assert!(ids.len() >= 45, "{}", ids.len());
    assert!(KEY.iter().all(|id| ids.contains(id)));
    let groups: BTreeSet<_> = catalogue().map(|entry| entry.group).collect();
    assert_eq!(groups.len(), Group::ALL.len());
}

#[test]
fn small_numbers_hide_the_rate_and_keep_its_parts() {
    let columns = Columns::build(&village("K; L 1980-01-01; P 1980-01-01"));
    let scope = Scope { at: Date::parse_iso(AT).unwrap(), ..Scope::default() };
    let counts = counts::count(&columns, &scope, None);
    let ratio = evaluate(entry("sex-ratio").unwrap(), &counts);
    assert_eq!((ratio.value, ratio.small), (None, true));
    assert_eq!((ratio.numerator, ratio.denominator), (Some(1.0), Some(1.0)));
    let births = evaluate(entry("cbr").unwrap(), &counts);
    assert_eq!((births.value, births.small, births.numerator), (None, true, Some(0.0)));
    let density = evaluate(entry("density").unwrap(), &counts);
    assert_eq!((density.value, density.small), (None, false));
}
