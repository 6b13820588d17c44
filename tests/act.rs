//! Use as the page sees it: who is on which list and why, help that was noted.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod house;

use house::{House, date};
use rumah_dataku::base::Id;
use rumah_dataku::base::region::Area;
use rumah_dataku::engine::EngineError;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::register::Role;
use rumah_dataku::register::command::CommandError;
use rumah_dataku::store::memory::run;

const KRS: &str = "pendampingan-keluarga";
const COVER: &str = "tanpa-jaminan-kesehatan";
const CERTIFICATE: &str = "tanpa-akta-lahir";

impl House {
    fn page(&mut self, list: &str) -> TargetPage {
        self.page_of(list, Area::default(), 0, 10_000)
    }

    fn page_of(&mut self, list: &str, area: Area, from: u32, limit: u32) -> TargetPage {
        run(self.0.ask(GetTarget { list: list.into(), area, from, limit })).unwrap()
    }

    fn help(&mut self, list: &str, row: (Id, Option<Id>), on: &str) -> Result<Done, EngineError> {
        let (family, person) = row;
        run(self.0.ask(NoteHelp {
            list: list.into(),
            family,
            person,
            on: date(on),
            note: " Sudah didaftarkan ".into(),
        }))
    }
}

/// A home that no factor touches, and a wife of 30 with one living child.
const GOOD: &str = "rt=1 air_minum=ledeng tempat_bab=sendiri_tangki_septik";
const WIFE: &str = "jenis_kelamin=perempuan status_kawin=kawin hubungan=istri";
const TOLD: &str = "anak_lahir_hidup_l=1 anak_lahir_hidup_p=0 anak_masih_hidup_l=1 anak_masih_hidup_p=0";

#[test]
fn a_family_is_listed_for_each_factor_and_never_for_a_missing_answer() {
    let home = |family: &str, wife: &str, more: &str| format!("{family}; {WIFE} {wife}{more}");
    let good = |wife: &str, more: &str| home(GOOD, wife, more);
    let child = |born: &str| format!("; hubungan=anak ibu_kandung=1 tanggal_lahir={born}");
    let wife = format!("tanggal_lahir=1996-01-01 {TOLD}");
    let two =
        "tanggal_lahir=1996-01-01 anak_lahir_hidup_l=2 anak_lahir_hidup_p=0 anak_masih_hidup_l=2 anak_masih_hidup_p=0";
    let two_children = |a: &str, b: &str| good(two, &(child(a) + &child(b)));
    // What the family is, what is said of it: reasons; or "no", "not known", "no target".
    let cases: Vec<(&str, String, &str)> = vec![
        ("nothing holds", good(&wife, ""), "no"),
        ("river water", home("air_minum=air_permukaan tempat_bab=sendiri_tangki_septik", &wife, ""), "Air minum: air permukaan (sungai, danau)"),
        ("refill water is proper", home("air_minum=isi_ulang tempat_bab=sendiri_tangki_septik", &wife, ""), "no"),
        ("rain: sources do not say", home("air_minum=air_hujan tempat_bab=sendiri_tangki_septik", &wife, ""), "not known"),
        ("no toilet", home("air_minum=ledeng tempat_bab=tidak_ada", &wife, ""), "Jamban: tidak ada jamban"),
        ("shared toilet: sources do not say", home("air_minum=ledeng tempat_bab=jamban_bersama", &wife, ""), "not known"),
        ("water not asked", home("tempat_bab=sendiri_tangki_septik", &wife, ""), "not known"),
        ("water unknown, but no toilet", home("air_minum=? tempat_bab=tidak_ada", &wife, ""), "Jamban: tidak ada jamban"),
        ("19 years old", good(&format!("tanggal_lahir=2006-11-25 {TOLD}"), ""), "Istri masih berumur 19 tahun"),
        ("20 today", good(&format!("tanggal_lahir=2006-11-24 {TOLD}"), ""), "no"),
        ("35 tomorrow", good(&format!("tanggal_lahir=1991-11-25 {TOLD}"), ""), "no"),
        ("35 today", good(&format!("tanggal_lahir=1991-11-24 {TOLD}"), ""), "Istri sudah berumur 35 tahun"),
        ("49: no upper limit", good(&format!("tanggal_lahir=1976-11-25 {TOLD}"), ""), "Istri sudah berumur 49 tahun"),
        ("50: no eligible couple", good(&format!("tanggal_lahir=1976-11-24 {TOLD}"), ""), "no target"),
        ("23 months apart", two_children("2018-01-10", "2020-01-09"), "Jarak dua kelahiran 23 bulan"),
        ("24 months apart", two_children("2018-01-10", "2020-01-10"), "no"),
        ("twins", two_children("2018-01-10", "2018-01-11"), "no"),
        ("years alone tell no spacing", two_children("2018", "2019"), "not known"),
        ("one of two births is recorded", good(two, &child("2018-01-10")), "not known"),
        ("three living", good("tanggal_lahir=1996-01-01 anak_lahir_hidup_l=1 anak_lahir_hidup_p=0 anak_masih_hidup_l=2 anak_masih_hidup_p=1", ""), "Anak: 3 orang"),
        ("children not asked", good("tanggal_lahir=1996-01-01", ""), "not known"),
        ("marriage not asked", format!("{GOOD}; jenis_kelamin=perempuan hubungan=istri tanggal_lahir=1996-01-01 {TOLD}"), "not known"),
        ("child of 59 months, no couple", "air_minum=air_permukaan tempat_bab=sendiri_tangki_septik; jenis_kelamin=laki_laki tanggal_lahir=1980-01-01; hubungan=cucu tanggal_lahir=2021-11-25".into(), "Air minum: air permukaan (sungai, danau)"),
        ("child of 60 months, no couple", "air_minum=air_permukaan tempat_bab=sendiri_tangki_septik; jenis_kelamin=laki_laki tanggal_lahir=1980-01-01; hubungan=cucu tanggal_lahir=2021-11-24".into(), "no target"),
        ("married and pregnant at 14", good(&format!("tanggal_lahir=2012-01-01 hamil=ya {TOLD}"), ""), "Istri masih berumur 14 tahun"),
    ];
    for (what, text, expected) in cases {
        let mut house = House::of(Role::Kader);
        house.family(&text);
        let page = house.page(KRS);
        let head = &page.head;
        let said = match (page.rows.first(), head.not_known, head.universe) {
            (Some(row), 0, 1) => row.why.join("; "),
            (None, 1, _) => "not known".to_owned(),
            (None, 0, 1) => "no".to_owned(),
            (None, 0, 0) => "no target".to_owned(),
            odd => panic!("{what}: {odd:?}"),
        };
        assert_eq!(said, expected, "{what}: {text}");
    }
}

#[test]
fn a_list_says_what_is_not_known_and_what_stands_beside() {
    let mut house = House::of(Role::Kader);
    house.family(&format!(
        "rt=2 tempat_bab=tidak_ada desil=3; {WIFE} nama=Aluh tanggal_lahir=1996-01-01 memakai_kb=tidak"
    ));
    house.family(&format!("rt=1 tempat_bab=tidak_ada desil=5; {WIFE} nama=Diyang tanggal_lahir=1996-01-01 {TOLD}"));
    let page = house.page(KRS);
    let rows: Vec<_> =
        page.rows.iter().map(|row| (row.who.as_str(), row.place.as_str(), row.remarks.join("; "))).collect();
    let asked = "Tidak diketahui: air minum; Tidak diketahui: jarak kelahiran; Tidak diketahui: jumlah anak";
    let expected = [
        ("Aluh", "RT 2", format!("{asked}; Desil 3; Belum memakai KB modern")),
        ("Diyang", "RT 1", "Tidak diketahui: air minum".to_owned()),
    ];
    assert_eq!(rows, expected, "deciles 1 to 4 first");
    assert_eq!((page.head.edition.as_str(), page.head.part.starts_with("2 dari 2 keluarga sasaran")), ("A", true));
    assert!(page.head.rules.contains("edisi A") && page.head.rules.contains("tanggal berlaku resmi belum diketahui"));
    let said = format!("{:?}", page).to_lowercase();
    assert!(said.contains("perlu pendampingan") && !said.contains("keluarga stunting"));
}

#[test]
fn persons_are_listed_by_a_known_no() {
    let mut house = House::of(Role::Kader);
    house.family(
        "rt=1; nama=Ayah tanggal_lahir=1980-01-01 jaminan_kesehatan=tidak_ada akta_lahir=tidak
        ; nama=Ibu tanggal_lahir=1985-01-01 jaminan_kesehatan=pbi
        ; nama=Besar tanggal_lahir=2008-11-24 akta_lahir=tidak jaminan_kesehatan=swasta
        ; nama=Sedang tanggal_lahir=2008-11-25 akta_lahir=tidak jaminan_kesehatan=non_pbi
        ; nama=Kecil tanggal_lahir=2024-01-01 akta_lahir=ya
        ; nama=Bayi tanggal_lahir=2026-11-24 akta_lahir=? jaminan_kesehatan=tidak_ada
        ; nama=Besok tanggal_lahir=2026-11-25 akta_lahir=tidak jaminan_kesehatan=tidak_ada
        ; nama=Pindah status_dasar=pindah tanggal_lahir=2020-01-01 akta_lahir=tidak jaminan_kesehatan=tidak_ada",
    );
    for (list, names, universe, not_known) in [(COVER, vec!["Ayah", "Bayi"], 5, 1), (CERTIFICATE, vec!["Sedang"], 2, 1)]
    {
        let page = house.page(list);
        let listed: Vec<_> = page.rows.iter().map(|row| row.who.as_str()).collect();
        assert_eq!((listed, page.head.universe, page.head.not_known), (names, universe, not_known), "{list}");
    }
}

#[test]
fn the_lists_of_the_sample_agree_with_the_indicators_and_with_their_parts() {
    let mut house = House::sample(Role::Kader);
    let indicators = run(house.0.ask(GetIndicators::default())).unwrap();
    for (list, id) in [(COVER, "jkn-coverage"), (CERTIFICATE, "birth-cert-coverage-0-17")] {
        let head = house.page(list).head;
        let row = indicators.indicators.iter().find(|row| row.id == id).unwrap();
        let (have, of) = (row.numerator.unwrap() as u32, row.denominator.unwrap() as u32);
        assert_eq!((head.count, head.universe, head.not_known), (of - have, of, row.missing), "{list}");
        assert!(head.count > 0, "{list}: the sample has something to do");
    }
    let heads = run(house.0.ask(GetTargets::default())).unwrap().lists;
    assert_eq!(heads.iter().map(|head| head.list.as_str()).collect::<Vec<_>>(), [KRS, COVER, CERTIFICATE]);
    for head in heads {
        assert!(head.count > 0 && head.count < head.universe, "{head:?}");
        let page = house.page(&head.list);
        assert_eq!((page.rows.len() as u32, &page.head), (head.count, &head));
        assert!(page.rows.iter().all(|row| !row.why.is_empty()));
        // Pages put together are the whole; areas too.
        let pages: Vec<_> =
            (0..head.count).step_by(7).map(|from| house.page_of(&head.list, Area::default(), from, 7)).collect();
        assert_eq!(pages.into_iter().flat_map(|page| page.rows).collect::<Vec<_>>(), page.rows);
        let areas = run(house.0.ask(ListAreas)).unwrap();
        let parts: Vec<_> = areas.into_iter().map(|row| house.page_of(&head.list, row.area, 0, 0).head).collect();
        assert_eq!(parts.iter().map(|part| part.count).sum::<u32>(), head.count);
        assert_eq!(parts.iter().map(|part| part.universe).sum::<u32>(), head.universe);
        assert_eq!(page.by_rt.rows.len(), parts.iter().filter(|part| part.universe > 0).count() + 1, "and the sum");
    }
}

#[test]
fn help_is_noted_shown_and_can_be_taken_back() {
    let mut house = House::of(Role::Kader);
    let family = house.family("rt=1 tempat_bab=tidak_ada; nama=Ayah tanggal_lahir=1980-01-01 jaminan_kesehatan=tidak_ada; tanggal_lahir=2025-01-01");
    let other = house.family("rt=1; nama=Lain tanggal_lahir=1980-01-01");
    let (home, person) = (family.id, family.members[0].id);
    house.help(COVER, (home, Some(person)), "2026-11-20").unwrap();
    let later = house.help(COVER, (home, Some(person)), "2026-11-22").unwrap();
    house.help(COVER, (home, Some(person)), "2026-11-21").unwrap();
    let page = house.page(COVER);
    let help = page.rows[0].helped.clone().unwrap();
    assert_eq!((help.on, help.note.as_str(), help.by.as_str()), (date("2026-11-22"), "Sudah didaftarkan", "Bu Contoh"));
    assert_eq!((page.head.count, page.head.helped), (1, 1), "who was helped stays listed while the answer stands");
    assert_eq!(house.page(KRS).rows[0].helped, None, "help belongs to its list");
    run(house.0.ask(Undo { act: later.act })).unwrap();
    assert_eq!(house.page(COVER).rows[0].helped.as_ref().unwrap().on, date("2026-11-21"));
    house.help(KRS, (home, None), "2026-11-24").unwrap();
    assert_eq!(house.page(KRS).head.helped, 1);

    let n = house.0.register().helps().count();
    for (list, row, on, why) in [
        (COVER, (home, Some(person)), "2026-11-25", CommandError::FutureDate),
        (COVER, (home, None), "2026-11-24", CommandError::NobodyNamed),
        (KRS, (home, Some(person)), "2026-11-24", CommandError::WrongKind),
        (COVER, (other.id, Some(person)), "2026-11-24", CommandError::NoSuchRecord),
        (KRS, (person, None), "2026-11-24", CommandError::NoSuchRecord),
        ("lain", (home, None), "2026-11-24", CommandError::NoSuchRecord),
    ] {
        assert_eq!(house.help(list, row, on), Err(EngineError::Refused(why)), "{list} {on}");
    }
    assert_eq!(house.0.register().helps().count(), n, "a refusal changes nothing");
}
