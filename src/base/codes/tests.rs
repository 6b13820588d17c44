//! Tests of all code lists together: shape, spellings, crosswalks (domain.md §2.8, §12.5).

use super::*;
use Edition::{OpenSid, Pk21, Regsosek};
use std::collections::BTreeSet;

#[test]
fn every_list_is_well_formed() {
    let names: BTreeSet<_> = ALL_LISTS.iter().map(|list| list.name).collect();
    assert_eq!(names.len(), ALL_LISTS.len(), "list names are unique");
    for list in ALL_LISTS {
        let numbers: BTreeSet<_> = list.rows.iter().map(|row| row.number).collect();
        let keys: BTreeSet<_> = list.rows.iter().map(|row| row.key).collect();
        assert_eq!((numbers.len(), keys.len()), (list.rows.len(), list.rows.len()), "{}", list.name);
        assert!(!numbers.contains(&0), "{}: numbers start at 1", list.name);
        for row in list.rows {
            let snake = row.key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
            assert!(snake && !row.key.is_empty(), "{}: {}", list.name, row.key);
            let reserved =
                [crate::base::value::UNKNOWN, crate::base::value::REFUSED, crate::base::value::NOT_APPLICABLE];
            assert!(!reserved.contains(&row.key), "{}: {} is a word for no answer", list.name, row.key);
        }
    }
}

#[test]
fn every_spelling_finds_its_own_row() {
    for list in ALL_LISTS {
        for row in list.rows {
            for spelling in row.spellings() {
                for written in
                    [spelling.to_owned(), format!("  {} ", spelling.to_uppercase()), spelling.replace('/', " / ")]
                {
                    let found = list.by_text(&written).map(|found| found.key);
                    assert_eq!(found, Some(row.key), "{}: {written}", list.name);
                }
            }
        }
    }
}

#[test]
fn signs_that_change_a_meaning_are_read() {
    for (list, written, key) in [
        (BloodGroup::LIST, "a +", Some("a_positif")),
        (BloodGroup::LIST, "AB -", Some("ab_negatif")),
        (BloodGroup::LIST, "(A-)", None),
        (KsStage::LIST, "ks iii +", Some("ks_3_plus")),
        (KsStage::LIST, "KS. III", Some("ks_3")),
        (Lighting::LIST, "Listrik pribadi (> 900 W)", Some("listrik_pribadi_gt900")),
        (Marital::LIST, " cerai-hidup ", Some("cerai_hidup")),
        (Marital::LIST, "-", None),
        (Marital::LIST, "entah", None),
    ] {
        assert_eq!(list.by_text(written).map(|row| row.key), key, "{written}");
    }
}

/// Labels of OpenSID workbooks, number before label, as in domain.md §12.5.
const OPENSID_LABELS: &[(&List, &str)] = &[
    (Sex::LIST, "1 LAKI-LAKI; 2 PEREMPUAN"),
    (
        Religion::LIST,
        "1 ISLAM; 2 KRISTEN; 3 KATHOLIK; 4 HINDU; 5 BUDHA; 6 KHONGHUCU; \
             7 Kepercayaan Terhadap Tuhan YME / Lainnya",
    ),
    (
        Completed::LIST,
        "1 TIDAK / BELUM SEKOLAH; 2 BELUM TAMAT SD/SEDERAJAT; 3 TAMAT SD / SEDERAJAT; \
             4 SLTP/SEDERAJAT; 5 SLTA / SEDERAJAT; 6 DIPLOMA I / II; \
             7 AKADEMI/ DIPLOMA III/S. MUDA; 8 DIPLOMA IV/ STRATA I; 9 STRATA II; 10 STRATA III",
    ),
    (
        Attending::LIST,
        "1 BELUM MASUK TK/KELOMPOK BERMAIN; 2 SEDANG TK/KELOMPOK BERMAIN; \
             3 TIDAK PERNAH SEKOLAH; 4 SEDANG SD/SEDERAJAT; 5 TIDAK TAMAT SD/SEDERAJAT; \
             6 SEDANG SLTP/SEDERAJAT; 7 SEDANG SLTA/SEDERAJAT; 11 SEDANG S-1/SEDERAJAT; \
             18 TIDAK SEDANG SEKOLAH",
    ),
    (
        Occupation::LIST,
        "1 BELUM/TIDAK BEKERJA; 2 MENGURUS RUMAH TANGGA; 3 PELAJAR/MAHASISWA; 4 PENSIUNAN; \
             5 PEGAWAI NEGERI SIPIL (PNS); 6 TENTARA NASIONAL INDONESIA (TNI); \
             7 KEPOLISIAN RI (POLRI); 8 PERDAGANGAN; 9 PETANI/PEKEBUN; 10 PETERNAK; \
             11 NELAYAN/PERIKANAN; 13 KONSTRUKSI; 15 KARYAWAN SWASTA; 18 KARYAWAN HONORER; \
             19 BURUH HARIAN LEPAS; 20 BURUH TANI/PERKEBUNAN; 26 TUKANG BATU; 27 TUKANG KAYU; \
             30 TUKANG JAHIT; 35 MEKANIK; 41 IMAM MASJID; 45 USTADZ/MUBALIGH; 65 GURU; 73 BIDAN; \
             74 PERAWAT; 81 SOPIR; 84 PEDAGANG; 85 PERANGKAT DESA; 88 WIRASWASTA; 89 LAINNYA",
    ),
    (Marital::LIST, "1 BELUM KAWIN; 2 KAWIN; 3 CERAI HIDUP; 4 CERAI MATI"),
    (
        Relation::LIST,
        "1 KEPALA KELUARGA; 2 SUAMI; 3 ISTRI; 4 ANAK; 5 MENANTU; 6 CUCU; 7 ORANGTUA; 8 MERTUA; \
             9 FAMILI LAIN; 10 PEMBANTU; 11 LAINNYA",
    ),
    (Citizenship::LIST, "1 WNI; 2 WNA; 3 DUA KEWARGANEGARAAN"),
    (BloodGroup::LIST, "1 A; 2 B; 3 AB; 4 O; 13 TIDAK TAHU"),
    (
        Disability::LIST,
        "1 CACAT FISIK; 2 CACAT NETRA/BUTA; 3 CACAT RUNGU/WICARA; 4 CACAT MENTAL/JIWA; \
             5 CACAT FISIK DAN MENTAL; 6 CACAT LAINNYA; 7 TIDAK CACAT",
    ),
    (
        Contraception::LIST,
        "1 Pil; 2 IUD; 3 Suntik; 4 Kondom; 5 Susuk KB; 6 Sterilisasi Wanita; \
             7 Sterilisasi Pria; 99 Lainnya",
    ),
    (
        HealthCover::LIST,
        "1 Tidak/Belum Punya; 2 BPJS Penerima Bantuan Iuran; 3 BPJS Non Penerima Bantuan Iuran; \
             99 Asuransi Lainnya",
    ),
    (LifeStatus::LIST, "1 HIDUP; 2 MATI; 3 PINDAH; 4 HILANG; 6 PERGI; 9 TIDAK VALID"),
];

#[test]
fn every_label_of_opensid_is_read() {
    let mut read = 0;
    for (list, labels) in OPENSID_LABELS {
        for pair in labels.split("; ") {
            let (number, label) = pair.split_once(' ').unwrap();
            let number: u8 = number.parse().unwrap();
            let row = list.by_text(label).unwrap_or_else(|| panic!("{}: {label}", list.name));
            assert!(row.opensid.contains(&number), "{}: {label} is {number}, read as {}", list.name, row.key);
            assert_eq!(list.by_edition(OpenSid, number).map(|row| row.key), Some(row.key), "{}: {number}", list.name);
            read += 1;
        }
    }
    assert_eq!(read, 106);
    for (list, alias, key) in [
        (Sex::LIST, "LK", "laki_laki"),
        (Sex::LIST, "Pr", "perempuan"),
        (Marital::LIST, "BK", "belum_kawin"),
        (Marital::LIST, "CM", "cerai_mati"),
        (BloodGroup::LIST, "Tdk Th", "belum_diketahui"),
    ] {
        assert_eq!(list.by_text(alias).map(|row| row.key), Some(key), "{alias}");
    }
}

#[test]
fn crosswalk_pairs_hold() {
    const NO: &[u8] = &[];
    /// List, key, numbers in PK21, OpenSID and Regsosek.
    type Pair<'a> = (&'a List, &'a str, &'a [u8], &'a [u8], &'a [u8]);
    let pairs: &[Pair<'_>] = &[
        (Sex::LIST, "perempuan", &[2], &[2], NO),
        (Religion::LIST, "kepercayaan", &[7], &[7], NO),
        (Relation::LIST, "kepala_keluarga", &[1], &[1], &[1]),
        (Relation::LIST, "suami", NO, &[2], &[2]),
        (Relation::LIST, "istri", &[2], &[3], &[2]),
        (Relation::LIST, "anak", &[3], &[4], &[3]),
        (Relation::LIST, "menantu", NO, &[5], &[4]),
        (Relation::LIST, "cucu", NO, &[6], &[5]),
        (Relation::LIST, "orang_tua", NO, &[7], &[6]),
        (Relation::LIST, "mertua", NO, &[8], &[6]),
        (Relation::LIST, "famili_lain", NO, &[9], &[8]),
        (Relation::LIST, "pembantu", NO, &[10], &[7]),
        (Relation::LIST, "lainnya", &[4], &[11], &[8]),
        (Contraception::LIST, "mow", &[1], &[6], NO),
        (Contraception::LIST, "mop", &[2], &[7], NO),
        (Contraception::LIST, "iud", &[3], &[2], NO),
        (Contraception::LIST, "implan", &[4], &[5], NO),
        (Contraception::LIST, "suntik", &[5], &[3], NO),
        (Contraception::LIST, "pil", &[6], &[1], NO),
        (Contraception::LIST, "kondom", &[7], &[4], NO),
        (Contraception::LIST, "mal", &[8], NO, NO),
        (Contraception::LIST, "tradisional", &[9], NO, NO),
        (Contraception::LIST, "tidak_memakai", NO, &[100], NO),
        (HealthCover::LIST, "pbi", &[1], &[2], &[1]),
        (HealthCover::LIST, "non_pbi", &[2], &[3], &[2, 4]),
        (HealthCover::LIST, "swasta", &[3], &[99], &[8]),
        (HealthCover::LIST, "tidak_ada", &[4], &[1], &[0]),
        (Ownership::LIST, "milik_sendiri", &[1], NO, &[1]),
        (Ownership::LIST, "menumpang", &[4], NO, NO),
        (Ownership::LIST, "dinas", &[5], NO, &[4]),
        (Ownership::LIST, "lainnya", &[6], NO, &[5]),
        (Roof::LIST, "seng", &[3], NO, &[3]),
        (Roof::LIST, "asbes", &[3], NO, &[4]),
        (Roof::LIST, "kayu_sirap", &[4], NO, &[5]),
        (Roof::LIST, "lainnya", &[7], NO, &[8]),
        (Wall::LIST, "plesteran_anyaman", NO, NO, &[2]),
        (Wall::LIST, "kayu_papan", &[2], NO, &[3]),
        (Wall::LIST, "seng", &[3], NO, NO),
        (Wall::LIST, "anyaman_bambu", &[4], NO, &[4]),
        (Wall::LIST, "batang_kayu", NO, NO, &[5]),
        (Wall::LIST, "bambu", &[4], NO, &[6]),
        (Wall::LIST, "lainnya", &[5], NO, &[7]),
        (Floor::LIST, "marmer_granit", &[1], NO, &[1]),
        (Floor::LIST, "keramik", &[1], NO, &[2]),
        (Floor::LIST, "ubin_tegel_teraso", &[1], NO, &[4]),
        (Floor::LIST, "parket_vinil_karpet", NO, NO, &[3]),
        (Floor::LIST, "semen", &[2], NO, &[6]),
        (Floor::LIST, "kayu_papan", &[3], NO, &[5]),
        (Floor::LIST, "tanah", &[5], NO, &[8]),
        (Lighting::LIST, "genset_surya", &[3], NO, &[3]),
        (Lighting::LIST, "listrik_bersama", &[4], NO, &[2]),
        (Lighting::LIST, "non_listrik", &[5], NO, &[4]),
        (Fuel::LIST, "minyak_tanah", &[2], NO, &[7]),
        (Fuel::LIST, "arang_kayu", &[3], NO, &[9, 10]),
        (Fuel::LIST, "tidak_memasak", NO, NO, &[12]),
        (Fuel::LIST, "lainnya", &[4], NO, &[11]),
        (Water::LIST, "kemasan", &[1], NO, &[1]),
        (Water::LIST, "isi_ulang", &[1], NO, &[2]),
        (Water::LIST, "ledeng", &[2], NO, &[3]),
        (Water::LIST, "sumur_bor_pompa", &[3], NO, &[4]),
        (Water::LIST, "sumur_terlindung", &[4], NO, &[5]),
        (Water::LIST, "sumur_tak_terlindung", &[5], NO, &[6]),
        (Water::LIST, "mata_air_terlindung", NO, NO, &[7]),
        (Water::LIST, "mata_air_tak_terlindung", NO, NO, &[8]),
        (Water::LIST, "air_permukaan", &[6], NO, &[9]),
        (Water::LIST, "air_hujan", &[7], NO, &[10]),
        (Water::LIST, "lainnya", &[8], NO, &[11]),
        (Toilet::LIST, "sendiri_tangki_septik", &[1], NO, NO),
        (Toilet::LIST, "jamban_bersama", &[3], NO, NO),
        (Nutrition::LIST, "stunting", NO, NO, &[2]),
        (LifeStatus::LIST, "pergi", NO, &[6], NO),
        (LifeStatus::LIST, "tidak_valid", NO, &[9], NO),
    ];
    for (list, key, pk21, opensid, regsosek) in pairs {
        let row = list.by_key(key).unwrap_or_else(|| panic!("{}: {key}", list.name));
        assert_eq!((row.pk21, row.opensid, row.regsosek), (*pk21, *opensid, *regsosek), "{}: {key}", list.name);
    }
}

#[test]
fn a_shared_number_has_a_main_row_only_when_asked() {
    for (list, edition, number, sure, main) in [
        (Water::LIST, Pk21, 1, None, Some("kemasan")),
        (Roof::LIST, Pk21, 3, None, Some("seng_atau_asbes")),
        (Wall::LIST, Pk21, 4, None, Some("bambu")),
        (Floor::LIST, Pk21, 1, None, Some("keramik")),
        (Toilet::LIST, Pk21, 4, Some("lainnya"), Some("lainnya")),
        (Fuel::LIST, Regsosek, 10, Some("arang_kayu"), Some("arang_kayu")),
        (Contraception::LIST, OpenSid, 8, None, None),
    ] {
        assert_eq!(list.by_edition(edition, number).map(|row| row.key), sure, "{} {number}", list.name);
        assert_eq!(main_row(list, edition, number).map(|row| row.key), main, "{} {number}", list.name);
    }
}

#[test]
fn a_meaning_that_an_edition_lacks_leaves_as_other_and_says_so() {
    for (list, key, edition, number) in [
        (Contraception::LIST, "suntik", OpenSid, Some((3, true))),
        (Contraception::LIST, "mal", OpenSid, Some((99, false))),
        (Relation::LIST, "cucu", Pk21, Some((4, false))),
        (Fuel::LIST, "briket", Pk21, Some((4, false))),
        (Fuel::LIST, "arang_kayu", Regsosek, Some((9, false))),
        (Roof::LIST, "seng", Pk21, Some((3, false))),
        (Marital::LIST, "kawin", Regsosek, None),
    ] {
        let row = list.by_key(key).unwrap();
        assert_eq!(list.number_for(row, edition), number, "{}: {key}", list.name);
    }
}
