//! Use that grows on lists, as the page asks for it: lists composed of conditions, compared with a slow reckoning over the
//! register; and what bad input gets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod house;

use house::{House, date};
use rumah_dataku::base::codes::*;
use rumah_dataku::base::{Date, Value};
use rumah_dataku::engine::EngineError;
use rumah_dataku::engine::protocol::*;
use rumah_dataku::lang::Lang;
use rumah_dataku::register::{Actor, Family, Person, Role, family_field};
use rumah_dataku::store::memory::run;

impl House {
    fn at(&self) -> Date {
        self.0.register().profile.reference_or(self.0.today()).reckoned()
    }

    fn compose(&mut self, composition: &Composition) -> ComposedPage {
        let composition = composition.clone();
        run(self.0.ask(Compose { composition, limit: 100_000, ..Compose::default() })).unwrap()
    }

    fn keep(&mut self, key: &str, title: &str, kind: &str, body: String) -> Done {
        run(self.0.ask(PutPaper { kind: kind.into(), key: key.into(), title: title.into(), body })).unwrap()
    }

    fn composition(&mut self, key: &str) -> Composition {
        run(self.0.ask(GetComposition { key: key.into() })).unwrap().unwrap().composition
    }

    /// Families with residents at the reference date, and their residents.
    fn homes(&self) -> Vec<(&Family, Vec<&Person>)> {
        let at = self.at();
        let residents = |family: &'_ Family| family.members.iter().any(|person| person.resident_at(at));
        let families = self.0.register().families().filter(|family| residents(family));
        families.map(|f| (f, f.members.iter().filter(|person| person.resident_at(at)).collect())).collect()
    }
}

/// `topic=a|b`, `topic=3..9`, `topic=3..`; `@0-17` at the end for ages; `!` before for "not".
fn condition(text: &str) -> Condition {
    let (not, text) = text.strip_prefix('!').map_or((false, text), |text| (true, text));
    let (text, ages) = text.split_once('@').map_or((text, None), |(text, ages)| (text, ages.split_once('-')));
    let ages = ages.map(|(from, to)| (from.parse().unwrap(), to.parse().unwrap()));
    let (topic, asked) = text.split_once('=').unwrap();
    let mut out = Condition { topic: topic.into(), ages, not, ..Condition::default() };
    match asked.split_once("..") {
        Some((from, to)) => (out.from, out.to) = (from.parse().ok(), to.parse().ok()),
        None => out.answers = asked.split('|').filter(|key| !key.is_empty()).map(str::to_owned).collect(),
    }
    out
}

/// Groups apart by `&`, conditions of a group by `,`.
fn list(of_persons: bool, text: &str) -> Composition {
    let group = |text: &str| Group { any: text.split(',').map(|text| condition(text.trim())).collect() };
    Composition { of_persons, groups: text.split('&').map(group).collect(), weights: Vec::new() }
}

fn weighed(of_persons: bool, text: &str, weights: &[(u8, &str)]) -> Composition {
    let weight = |(points, text): &(u8, &str)| Weight { condition: condition(text), points: *points };
    Composition { weights: weights.iter().map(weight).collect(), ..list(of_persons, text) }
}

/// (listed, not known), reckoned slowly.
fn reckon<T>(of: impl IntoIterator<Item = T>, holds: impl Fn(&T) -> Option<bool>) -> (u32, u32) {
    let all: Vec<Option<bool>> = of.into_iter().map(|one| holds(&one)).collect();
    (all.iter().filter(|h| **h == Some(true)).count() as u32, all.iter().filter(|h| h.is_none()).count() as u32)
}

#[test]
fn a_condition_holds_does_not_or_cannot_be_told() {
    // Family and members; condition; listed, not known.
    let child = "tanggal_lahir=2024-05-05 hubungan=anak";
    let cases: &[(&str, &str, (usize, bool))] = &[
        (&format!("air_minum=air_permukaan; {child}"), "umur=0..4 & air_layak=tidak", (1, false)),
        (&format!("air_minum=ledeng; {child}"), "umur=0..4 & air_layak=tidak", (0, false)),
        (&format!("; {child}"), "umur=0..4 & air_layak=tidak", (0, true)),
        ("air_minum=air_permukaan; tanggal_lahir=?", "umur=0..4 & air_layak=tidak", (0, true)),
        // One that is false decides, whatever is not known.
        ("air_minum=ledeng; tanggal_lahir=?", "umur=0..4 & air_layak=tidak", (0, false)),
        ("; tanggal_lahir=1990-01-01", "umur=0..4 & air_layak=tidak", (0, false)),
        // One of a group is enough.
        ("air_minum=air_permukaan; tanggal_lahir=?", "umur=0..4, air_layak=tidak", (1, false)),
        ("air_minum=ledeng; tanggal_lahir=?", "umur=0..4, air_layak=tidak", (0, true)),
        // "Not" turns what is known; what is not known stays so.
        ("air_minum=ledeng; nama=A", "!air_layak=tidak", (1, false)),
        ("; nama=A", "!air_layak=tidak", (0, true)),
        ("; nama=A", "air_layak=-", (1, false)),
        // Ages narrow down who of the members is asked.
        (&format!("; {child} akta_lahir=tidak"), "akta_lahir=tidak@0-17", (1, false)),
        ("; tanggal_lahir=1990-01-01 akta_lahir=tidak", "akta_lahir=tidak@0-17", (0, false)),
        ("; tanggal_lahir=? akta_lahir=tidak", "akta_lahir=tidak@0-17", (0, true)),
        ("; tanggal_lahir=? akta_lahir=ya", "akta_lahir=tidak@0-17", (0, false)),
        ("; tanggal_lahir=1956-01-01", "lansia_sendiri=ya", (1, false)),
        ("; tanggal_lahir=1956-01-01; tanggal_lahir=1990-01-01", "lansia_sendiri=ya", (0, false)),
        ("; tanggal_lahir=?", "lansia_sendiri=ya", (0, true)),
        ("desil=3; nama=A", "desil=..4", (1, false)),
        ("; nama=A", "desil=..4", (0, true)),
        ("; nama=A", "dibantu=tahun_ini", (0, false)),
        ("; nama=A", "!dibantu=tahun_ini", (1, false)),
        ("luas_bangunan=20; nama=A; nama=B; nama=C", "rumah_kurang=luas", (1, false)),
        ("luas_bangunan=20 orang_menetap=2; nama=A; nama=B; nama=C", "rumah_kurang=luas", (0, false)),
        ("bansos_pkh=ya; nama=A", "bansos_ada=ya", (1, false)),
        ("bansos_pkh=tidak; nama=A", "bansos_ada=tidak", (0, true)),
        ("; nik=6300000101900001", "nik_ada=tidak", (0, false)),
        ("; alasan_tanpa_nik=belum_punya", "nik_ada=tidak", (1, false)),
        ("; alasan_tanpa_nik=tidak_dibawa", "nik_ada=tidak", (0, true)),
    ];
    for (family, conditions, (count, not_known)) in cases {
        let mut house = House::of(Role::Operator);
        house.family(family);
        let page = house.compose(&list(false, conditions));
        let what = format!("{family} / {conditions}: {page:?}");
        assert_eq!((page.count as usize, !page.not_known.is_empty()), (*count, *not_known), "{what}");
        assert_eq!(page.rows.len(), *count, "{what}");
        assert_eq!(page.wrong, [""; 0], "{what}");
    }
}

#[test]
fn compositions_count_what_a_slow_reckoning_over_the_register_counts() {
    let mut house = House::sample(Role::Operator);
    let at = house.at();
    let age = |person: &Person| person.age_years(at);
    let yes_no = |answer: &rumah_dataku::base::Answer<YesNo>| answer.get().map(|yes| yes == YesNo::Yes);
    let mut seen = 0;
    let mut check = |house: &mut House, composition: Composition, (listed, not_known): (u32, u32)| {
        let page = house.compose(&composition);
        assert_eq!(page.wrong, [""; 0]);
        let told = |n: u32| if n == 0 { String::new() } else { format!("{n} ") };
        assert_eq!(page.count, listed, "{}", page.sentence);
        assert!(page.not_known.starts_with(&told(not_known)), "{}: {} {not_known}", page.sentence, page.not_known);
        seen += listed;
    };

    let under_five = |people: &[&Person]| match people.iter().map(|p| age(p).map(|a| a <= 4)).collect::<Vec<_>>() {
        ages if ages.contains(&Some(true)) => Some(true),
        ages if ages.contains(&None) => None,
        _ => Some(false),
    };
    let bad_water = |family: &Family| {
        family.water.get().and_then(|water| match water {
            Water::OpenWell | Water::OpenSpring | Water::Surface => Some(true),
            Water::Other => None,
            _ => Some(false),
        })
    };
    let want = reckon(house.homes(), |(family, people)| match (under_five(people), bad_water(family)) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    });
    check(&mut house, list(false, "umur=0..4 & air_layak=tidak & !dibantu=tahun_ini"), want);

    let people = |house: &House| house.homes().into_iter().flat_map(|(_, people)| people).count();
    assert!(people(&house) > 500);
    let want = reckon(house.homes().into_iter().flat_map(|(_, people)| people), |person| match age(person) {
        Some(age) if !(7..=18).contains(&age) => Some(false),
        within => match person.attending.get().map(|school| !school.attends()) {
            Some(false) => Some(false),
            out => within.and(out),
        },
    });
    check(&mut house, list(true, "bersekolah=tidak@7-18"), want);

    let want = reckon(house.homes(), |(family, _)| {
        let kinds = [&family.aid_pkh, &family.aid_bpnt, &family.aid_blt, &family.aid_other].map(yes_no);
        let aid =
            if kinds.contains(&Some(true)) { Some(true) } else { kinds.iter().all(|k| k.is_some()).then_some(false) };
        match (family.decile.get().map(|decile| decile <= 4), aid) {
            (Some(false), _) | (_, Some(true)) => Some(false),
            (Some(true), Some(false)) => Some(true),
            _ => None,
        }
    });
    check(&mut house, list(false, "desil=..4 & bansos_ada=tidak"), want);
    assert!(seen > 20, "the sample tries nothing: {seen}");
}

#[test]
fn ready_made_lists_agree_with_the_indicators_and_the_older_lists() {
    let mut house = House::sample(Role::Operator);
    let figure = |house: &mut House, id: &str| {
        let set = run(house.0.ask(GetIndicators::default())).unwrap();
        let row = set.indicators.into_iter().find(|row| row.id == id).unwrap();
        (row.numerator.unwrap() as u32, row.denominator.unwrap() as u32)
    };
    let count = |house: &mut House, key: &str| {
        let composition = house.composition(key);
        house.compose(&composition).count
    };
    let old = |house: &mut House, list: &str| {
        run(house.0.ask(GetTarget { list: list.into(), limit: 1, ..GetTarget::default() })).unwrap().head.count
    };
    let (adequate, of) = figure(&mut house, "rlh-share");
    assert_eq!(count(&mut house, "rumah-tidak-layak"), of - adequate);
    assert_eq!(count(&mut house, "unmet-need"), figure(&mut house, "unmet-need-register").0);
    assert_eq!(count(&mut house, "disabilitas"), figure(&mut house, "disability-share").0);
    assert_eq!(count(&mut house, "risiko-stunting"), old(&mut house, "pendampingan-keluarga"));
    assert_eq!(count(&mut house, "tanpa-jaminan"), old(&mut house, "tanpa-jaminan-kesehatan"));
    for key in ["rumah-tidak-layak", "unmet-need", "disabilitas", "risiko-stunting", "tanpa-jaminan", "putus-sekolah"] {
        assert!(count(&mut house, key) > 0, "{key} lists nobody");
    }
}

#[test]
fn every_ready_made_list_is_well_formed_in_both_languages_and_takes_help() {
    for lang in [Lang::Id, Lang::En] {
        let mut house = House::sample(Role::Operator);
        run(house.0.ask(SetLang { lang })).unwrap();
        let heads = run(house.0.ask(ListComposed::default())).unwrap();
        assert_eq!(heads.len(), 9);
        for head in heads {
            assert!(!head.damaged && !head.sentence.contains('…'), "{head:?}");
            let page =
                run(house.0.ask(GetComposed { list: head.key.clone(), limit: 3, ..GetComposed::default() })).unwrap();
            assert_eq!(page.head.count, head.count);
            for row in page.rows {
                assert!(!row.why.is_empty(), "{}: {} without a reason", head.key, row.who);
                let (family, person) = (row.family, row.person);
                let on = date("2026-11-20");
                let help = NoteHelp { list: head.key.clone(), family, person, on, note: String::new() };
                run(house.0.ask(help)).unwrap();
            }
        }
    }
}

#[test]
fn steps_tell_what_each_group_leaves_and_weights_put_rows_in_order() {
    let mut house = House::of(Role::Operator);
    house.family("rt=1 air_minum=ledeng desil=2; nama=Ani tanggal_lahir=1990-01-01 hubungan=kepala_keluarga");
    house.family("rt=1 air_minum=air_permukaan; nama=Budi tanggal_lahir=1940-01-01 hubungan=kepala_keluarga");
    house.family("rt=2 air_minum=air_permukaan; nama=Citra tanggal_lahir=1992-01-01 hubungan=kepala_keluarga; nama=Dodi tanggal_lahir=2024-01-01");
    house
        .family("rt=2; nama=Eka tanggal_lahir=1992-01-01 hubungan=kepala_keluarga; nama=Fani tanggal_lahir=2025-01-01");
    let weights = [(3, "umur=0..4"), (2, "umur=60.."), (1, "air_layak=tidak")];
    let page = house.compose(&weighed(false, "air_layak=tidak, umur=0..4 & jenis_kelamin=-", &weights));
    // Budi, Citra and Eka; of nobody is the sex known.
    assert_eq!(page.steps.iter().map(|step| step.left.as_str()).collect::<Vec<_>>(), ["tersisa 3", "tersisa 3"]);
    let alone: Vec<&str> = page.steps[0].conditions.iter().map(|(_, alone)| alone.as_str()).collect();
    assert_eq!(alone, ["2 bila sendiri", "2 bila sendiri"]);
    let rows: Vec<(&str, u32)> = page.rows.iter().map(|row| (row.who.as_str(), row.points)).collect();
    assert_eq!(rows, [("Citra", 4), ("Budi", 3), ("Eka", 3)]);
    assert!(page.rows[0].line.contains("Dodi: umur (tahun): 2"), "{}", page.rows[0].line);
    assert_eq!(page.rows[2].why_here.matches("belum diketahui").count(), 1, "{}", page.rows[2].why_here);
    assert_eq!(page.part, "3 dari 4 keluarga (75,0%)");
}

#[test]
fn a_kept_list_comes_back_and_help_leaves_it() {
    let mut house = House::of(Role::Operator);
    let home = house.family("rt=1 air_minum=air_permukaan; nama=Ani tanggal_lahir=2024-01-01 hubungan=kepala_keluarga");
    let composition = list(false, "umur=0..4 & air_layak=tidak & !dibantu=tahun_ini");
    let body = house.compose(&composition).body;
    house.keep("daftar-1", "Balita air tak layak", "syarat", body);
    assert_eq!(house.composition("daftar-1"), composition);
    let target = |house: &mut House| {
        run(house.0.ask(GetComposed { list: "daftar-1".into(), limit: 9, ..GetComposed::default() })).unwrap()
    };
    assert_eq!(target(&mut house).head.count, 1);
    assert_eq!(target(&mut house).head.title, "Balita air tak layak");
    let help = |list: &str, on: &str| NoteHelp {
        list: list.into(),
        family: home.id,
        person: None,
        on: date(on),
        note: "tandon".into(),
    };
    run(house.0.ask(help("daftar-1", "2025-12-30"))).unwrap();
    let page = target(&mut house);
    assert_eq!((page.head.count, page.head.helped), (1, 1), "help of last year");
    run(house.0.ask(help("daftar-1", "2026-03-01"))).unwrap();
    assert_eq!(target(&mut house).head.count, 0);
    assert!(run(house.0.ask(help("bukan-daftar", "2026-03-01"))).is_err());
}

#[test]
fn what_is_wrong_with_a_composition_is_said_and_nothing_is_weighed() {
    let mut house = House::sample(Role::Operator);
    let cases = [
        (Composition::default(), "Belum ada syarat"),
        (list(false, "tidak_ada=ya"), "«tidak_ada» tidak dikenal"),
        (list(false, "umur=9..3"), "terbalik: 9 lebih besar daripada 3"),
        (list(false, "umur=.."), "Isi batas bawah atau batas atas"),
        (list(false, "umur=-3..2"), "di luar jangkauan"),
        (list(false, "air_minum="), "Pilih paling sedikit satu jawaban"),
        (list(false, "air_minum=cola"), "Jawaban «cola» tidak ada"),
        (weighed(false, "umur=0..4", &[(0, "umur=0..1")]), "harus 1 sampai 10"),
        (weighed(false, "umur=0..4", &[(11, "umur=0..1")]), "harus 1 sampai 10"),
        (list(false, &["umur=0..4"; 13].join("&")), "terlalu banyak"),
    ];
    for (composition, want) in cases {
        let page = house.compose(&composition);
        assert!(page.wrong.iter().any(|wrong| wrong.contains(want)), "{want}: {:?}", page.wrong);
        assert!(page.body.is_empty() && page.rows.is_empty());
    }
    // A damaged paper is told of, and its neighbours stand.
    house.keep("rusak", "Rusak", "syarat", "{\"groups\": 7}".into());
    let heads = run(house.0.ask(ListComposed::default())).unwrap();
    assert_eq!(heads.iter().filter(|head| head.damaged).count(), 1);
    assert_eq!(heads.len(), 10);
    let asked = run(house.0.ask(GetComposed { list: "rusak".into(), limit: 1, ..GetComposed::default() }));
    assert!(matches!(asked, Err(EngineError::Refused(_) | EngineError::File(_))), "{asked:?}");
}

impl House {
    fn receivers(&mut self, csv: &str) -> Result<ReceiversFile, EngineError> {
        self.0.inbox = Some(csv.as_bytes().to_vec());
        run(self.0.ask(OpenReceivers { name: "penerima.csv".into() }))
    }

    fn reach(&mut self, list: &str) -> Result<ReachView, EngineError> {
        run(self.0.ask(CompareReceivers { list: list.into(), ..CompareReceivers::default() }))
    }

    fn reached(&mut self, list: &str, part: ReachPart) -> Vec<(String, String)> {
        let asked = ListReach { list: list.into(), part, limit: 100, ..ListReach::default() };
        run(self.0.ask(asked)).unwrap().rows.into_iter().map(|(_, name, line)| (name, line)).collect()
    }

    /// Five families: three in need (unsafe water), one not, one that cannot be told.
    fn five() -> House {
        let mut house = House::of(Role::Operator);
        let head = "hubungan=kepala_keluarga";
        for (name, family, nik, born) in [
            ("Ani", "no_kk=6304010101010001 air_minum=air_permukaan", "6304014101800001", "1980-01-01"),
            ("Budi", "no_kk=6304010101010002 air_minum=air_permukaan", "6304010202810002", "1981-02-02"),
            ("Citra", "no_kk=6304010101010003 air_minum=mata_air_tak_terlindung", "6304014303820003", "1982-03-03"),
            ("Dodi", "no_kk=6304010101010004 air_minum=ledeng", "6304010404830004", "1983-04-04"),
            ("Eka", "no_kk=6304010101010005", "6304014505840005", "1984-05-05"),
        ] {
            house.family(&format!("rt=1 {family}; nama={name} nik={nik} tanggal_lahir={born} {head}"));
        }
        let body = house.compose(&list(false, "air_layak=tidak")).body;
        house.keep("daftar-air", "Air tak layak", "syarat", body);
        house
    }
}

#[test]
fn receivers_are_matched_by_nik_name_or_card_and_errors_have_their_denominators() {
    let mut house = House::five();
    let file = house
        .receivers(
            "Nama,NIK,No KK,Tanggal Lahir\n\
             Bu Ani,6304014101800001,,\n\
             dodi,,,04-04-1983\n\
             ,,6304010101010005,\n\
             ANI lagi,6304014101800001,,\n\
             Orang Jauh,6304019999999999,,\n\
             Tanpa kunci,,,\n",
        )
        .unwrap();
    assert_eq!(file.line, "penerima.csv: 6 baris, dikenali dari NIK, No. KK, nama dan tanggal lahir");
    let view = house.reach("daftar-air").unwrap();
    let cell = |row: usize, column: usize| view.table.shown(Lang::Id, row, column);
    let rows: Vec<[String; 3]> = (0..4).map(|row| [cell(row, 1), cell(row, 2), cell(row, 3)]).collect();
    // In need: Ani reached; Budi and Citra missed. Not in need: Dodi reached. Not told: Eka reached.
    assert_eq!(rows, [["1", "2", "3"], ["1", "0", "1"], ["1", "0", "1"], ["3", "2", "5"]]);
    assert_eq!(
        view.lines,
        [
            "Terlewat (kesalahan eksklusi): 66,7%, 2 dari 3 yang termasuk sasaran.",
            "Menerima tanpa termasuk sasaran (kesalahan inklusi): 50,0%, 1 dari 2 penerima yang bisa dinilai.",
            "4 dari 6 baris berkas cocok dengan data desa; 1 di antaranya ganda.",
            "2 dari 6 baris tidak bisa dicocokkan dan tidak ikut dihitung.",
            "1 penerima belum bisa dinilai termasuk sasaran atau tidak; mereka tidak ikut di kedua angka.",
        ]
    );
    let names = |rows: Vec<(String, String)>| rows.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(house.reached("daftar-air", ReachPart::Missed)), ["Budi", "Citra"]);
    assert_eq!(names(house.reached("daftar-air", ReachPart::WithoutNeed)), ["Dodi"]);
    let unmatched = house.reached("daftar-air", ReachPart::Unmatched);
    assert_eq!(unmatched[0], ("Orang Jauh".into(), "Baris 6 · tidak ada di data desa".into()));
    assert!(unmatched[1].1.contains("tidak berisi NIK"), "{unmatched:?}");
    // Names are for those who may see them.
    run(house.0.ask(SetActor { actor: Actor { name: "Kader".into(), role: Role::Kader } })).unwrap();
    assert!(!house.reach("daftar-air").unwrap().by_name);
    let asked = ListReach { list: "daftar-air".into(), limit: 9, ..ListReach::default() };
    assert!(run(house.0.ask(asked)).is_err());
}

#[test]
fn a_receivers_file_without_a_usable_key_gets_a_sentence_and_nothing_is_lost() {
    let mut house = House::five();
    let before = house.0.register().n_persons();
    let refused = |house: &mut House, csv: &str| match house.receivers(csv) {
        Err(EngineError::File(text)) => text,
        other => panic!("{csv}: {other:?}"),
    };
    let text = refused(&mut house, "Penerima,Alamat,Jumlah\nAni,RT 1,300000\n");
    assert!(text.contains("Judul yang ada: Penerima, Alamat, Jumlah"), "{text}");
    let text = refused(&mut house, "Nama,NIK\nAni,6.3E+15\nBudi,12\n");
    assert!(text.contains("tidak satu baris pun"), "{text}");
    refused(&mut house, "");
    assert!(matches!(house.reach("daftar-air"), Err(EngineError::File(text)) if text.contains("Pilih berkas")));
    // Persons cannot be told by the family's card alone.
    let body = house.compose(&list(true, "umur=0..100")).body;
    house.keep("daftar-orang", "Semua", "syarat", body);
    house.receivers("No KK,Jumlah\n6304010101010001,1\n").unwrap();
    assert!(matches!(house.reach("daftar-orang"), Err(EngineError::File(text)) if text.contains("hanya punya No. KK")));
    assert_eq!(house.reach("daftar-air").unwrap().missed, 2);
    assert_eq!(house.0.register().n_persons(), before);
    // Nobody in need: no rate, no division by zero.
    let body = house.compose(&list(false, "air_minum=kemasan")).body;
    house.keep("daftar-kosong", "Kosong", "syarat", body);
    assert!(house.reach("daftar-kosong").unwrap().lines[0].contains("–, 0 dari 0"));
}

fn output(list: &str, purpose: &str, form: &str) -> Output {
    let text = |text: &str| text.to_owned();
    Output { list: text(list), purpose: text(purpose), ground: text("tugas_publik"), form: text(form), rows: 0 }
}

#[test]
fn a_list_leaves_by_name_only_for_those_who_may_and_after_its_purpose_was_noted() {
    let mut house = House::five();
    let check = |house: &mut House, output: Output| run(house.0.ask(CheckOutput { output })).unwrap();
    let give = |house: &mut House, note: &str| {
        let reply = run(house.0.ask(GiveList { note: note.into(), area: Default::default() }));
        reply.map(|reply| (reply.name, house.0.outbox.take().unwrap()))
    };
    assert!(give(&mut house, "keluaran-1").is_err(), "no purpose was noted");
    assert!(check(&mut house, output("daftar-air", "perlu", "csv")).wrong[0].contains("Tulis keperluannya"));
    let checked = check(&mut house, output("daftar-air", "Verifikasi penerima tandon air", "csv"));
    assert_eq!((checked.wrong.len(), checked.title.as_str()), (0, "Air tak layak"));
    house.keep("keluaran-1", &checked.title, "keluaran", checked.body);
    let (name, bytes) = give(&mut house, "keluaran-1").unwrap();
    assert_eq!(name, "daftar-air-dengan-nama-2026-11-24.csv");
    let csv = String::from_utf8(bytes).unwrap();
    assert_eq!(csv.lines().count(), 4, "{csv}");
    assert!(csv.contains("Ani") && csv.contains("Citra") && !csv.contains("Dodi"), "{csv}");
    let log = run(house.0.ask(OutputLog)).unwrap();
    let row: Vec<String> = (0..6).map(|column| log.shown(Lang::Id, 0, column)).collect();
    let want = ["24 November 2026", "Air tak layak", "Verifikasi penerima tandon air"];
    assert_eq!((&row[..3], row[5].as_str()), (&want.map(str::to_owned)[..], "3"));
    // The log of acts says who it was.
    let acts = run(house.0.ask(RecentActs { limit: 1, record: None })).unwrap();
    assert!(acts[0].by.contains("Bu Contoh"), "{:?}", acts[0]);
    for role in [Role::Kader, Role::Trainer] {
        run(house.0.ask(SetActor { actor: Actor { name: "Lain".into(), role } })).unwrap();
        assert!(give(&mut house, "keluaran-1").is_err(), "{role:?}");
        assert!(
            check(&mut house, output("daftar-air", "Verifikasi penerima tandon air", "csv")).wrong[0]
                .contains("operator atau pimpinan")
        );
    }
    run(house.0.ask(SetActor { actor: Actor { name: "Bapak".into(), role: Role::Leader } })).unwrap();
    assert!(give(&mut house, "keluaran-1").is_ok());
}

#[test]
fn counts_for_everybody_hold_no_name_and_no_small_count() {
    let mut house = House::sample(Role::Operator);
    let key = "rumah-tidak-layak";
    run(house.0.ask(PublicCounts { list: key.into() })).unwrap();
    let book = house.0.outbox.take().unwrap();
    let cells = shared_texts(&book);
    let names: Vec<String> = house.homes().iter().map(|(family, _)| family.title().to_owned()).collect();
    assert!(names.len() > 200);
    for name in names {
        assert!(!cells.iter().any(|cell| cell.contains(&name)), "{name} is named");
    }
    let mut five = House::five();
    run(five.0.ask(PublicCounts { list: "daftar-air".into() })).unwrap();
    let cells = shared_texts(&five.0.outbox.take().unwrap());
    assert!(cells.iter().any(|cell| cell == "*"), "{cells:?}");
    assert!(!cells.iter().any(|cell| cell.contains("3 dari 5")), "the hidden sum is told: {cells:?}");
}

/// Texts of a workbook's cells.
fn shared_texts(book: &[u8]) -> Vec<String> {
    use std::io::Read;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut xml = String::new();
    zip.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut xml).unwrap();
    xml.split("<t")
        .skip(1)
        .filter_map(|part| part.split_once('>')?.1.split_once("</t>"))
        .map(|(text, _)| text.to_owned())
        .collect()
}

#[test]
fn an_intervention_keeps_the_figures_at_the_start_and_tells_what_changed() {
    let mut house = House::of(Role::Operator);
    let mut homes = Vec::new();
    for n in 0..40 {
        let water = if n < 30 { "air_permukaan" } else { "ledeng" };
        homes.push(
            house.family(&format!(
                "rt=1 air_minum={water}; nama=N{n} tanggal_lahir=1980-01-01 hubungan=kepala_keluarga"
            )),
        );
    }
    let body = house.compose(&list(false, "air_layak=tidak")).body;
    house.keep("daftar-air", "Air tak layak", "syarat", body);
    let programme = Programme {
        activity: "Sambungan air".into(),
        field: "pembangunan".into(),
        source: "dana_desa".into(),
        list: "daftar-air".into(),
        place: "RT 1".into(),
        who: "Kasi Kesejahteraan".into(),
        from: Some(date("2026-03-01")),
        until: Some(date("2026-09-30")),
        cost: 40_000_000,
        planned: 30,
        state: "berjalan".into(),
        indicators: vec!["water-layak".into()],
        ..Programme::default()
    };
    let check = |house: &mut House, programme: Programme| {
        run(house.0.ask(CheckProgramme { title: "Air bersih".into(), programme })).unwrap()
    };
    let checked = check(&mut house, programme.clone());
    house.keep("program-1", &checked.title, "program", checked.body.clone());
    // Twenty homes get water; two were noted as helped, one of them twice.
    for home in &homes[..20] {
        let edit = Edit {
            record: RecordRef { kind: RecordKind::Family, id: home.id },
            field: family_field::water,
            value: Value::Code(Water::Piped as u8),
        };
        run(house.0.ask(edit)).unwrap();
    }
    for (home, on) in [(0, "2026-05-01"), (0, "2026-06-01"), (1, "2026-05-02")] {
        let help =
            NoteHelp { list: "program-1".into(), family: homes[home].id, person: None, on: date(on), note: "".into() };
        run(house.0.ask(help)).unwrap();
    }
    let view = run(house.0.ask(GetProgramme { key: "program-1".into() })).unwrap().unwrap();
    assert_eq!(view.reached, "2 sudah dibantu dari 30 yang direncanakan");
    assert_eq!(view.on_list, "10 di daftar sekarang");
    let outcome = view.outcome.unwrap();
    let row: Vec<String> = (0..6).map(|column| outcome.shown(Lang::Id, 0, column)).collect();
    assert!(row[1].starts_with("25,0% (10 dari 40)"), "{row:?}");
    assert!(row[2].starts_with("75,0% (30 dari 40)"), "{row:?}");
    assert_eq!(row[3], "+50,0 poin");
    // Newcombe's method 10 for 30/40 less 10/40, reckoned in Python: 0.28512 to 0.65292.
    assert_eq!(row[4], "28,5 dan 65,3 poin");
    assert!(row[5].contains("lebih besar"), "{row:?}");
    assert!(view.cautions[0].contains("bukan bukti"), "{:?}", view.cautions);
    // Kept again, the figures at the start stay.
    let again = check(&mut house, serde_json::from_str(&checked.body).unwrap());
    assert_eq!(again.body, checked.body);
    // The list of the intervention is followed up under its own name.
    let page = run(house.0.ask(GetComposed { list: "program-1".into(), limit: 5, ..GetComposed::default() })).unwrap();
    assert_eq!((page.head.title.as_str(), page.head.count), ("Air bersih", 10));

    let sheet = run(house.0.ask(PlanningSheet)).unwrap();
    let line: Vec<String> = (0..9).map(|column| sheet.shown(Lang::Id, 1, column)).collect();
    assert_eq!(line[1], "Air bersih: Sambungan air");
    assert_eq!((line[3].as_str(), line[5].as_str(), line[6].as_str()), ("30", "40.000.000", "Dana Desa"));
    assert!(line[8].contains("Air tak layak: 10") && line[8].contains("25,0% (10 dari 40)"), "{line:?}");
    assert_eq!(sheet.shown(Lang::Id, 2, 5), "40.000.000");
    assert!(!sheet.to_csv().contains("N0"));
    run(house.0.ask(PlanningWorkbook)).unwrap();
    assert!(house.0.outbox.take().unwrap().starts_with(b"PK"));
}

#[test]
fn what_is_wrong_with_an_intervention_is_said_field_by_field() {
    let mut house = House::of(Role::Operator);
    let wrong = |house: &mut House, title: &str, programme: Programme| {
        run(house.0.ask(CheckProgramme { title: title.into(), programme })).unwrap().wrong.join(" ")
    };
    let sound = Programme {
        activity: "Bangun".into(),
        field: "pembangunan".into(),
        source: "add".into(),
        state: "usulan".into(),
        ..Programme::default()
    };
    assert_eq!(wrong(&mut house, "Jalan", sound.clone()), "");
    let turned = Programme { from: Some(date("2026-05-01")), until: Some(date("2026-04-01")), ..sound.clone() };
    let cases = [
        (" ", sound.clone(), "Isi nama kegiatan"),
        ("Jalan", Programme { activity: String::new(), ..sound.clone() }, "Isi apa yang dilakukan"),
        ("Jalan", Programme { source: "judi".into(), ..sound.clone() }, "Pilih «Sumber dana»"),
        ("Jalan", turned, "lebih awal"),
        ("Jalan", Programme { cost: u64::MAX, ..sound.clone() }, "terlalu besar"),
        ("Jalan", Programme { planned: u32::MAX, ..sound.clone() }, "terlalu besar"),
        ("Jalan", Programme { lesson: "a".repeat(501), ..sound.clone() }, "terlalu panjang"),
        ("Jalan", Programme { indicators: vec!["tidak-ada".into()], ..sound.clone() }, "«tidak-ada» tidak ada"),
    ];
    for (title, programme, want) in cases {
        let told = wrong(&mut house, title, programme);
        assert!(told.contains(want), "{want}: {told}");
    }
    // A damaged paper is told of; a list that names itself leads nowhere.
    house.keep("program-9", "Rusak", "program", "[1]".into());
    assert!(run(house.0.ask(ListProgrammes)).unwrap()[0].damaged);
    let itself = Programme { list: "program-8".into(), ..sound };
    house.keep("program-8", "Sendiri", "program", serde_json::to_string(&itself).unwrap());
    assert!(run(house.0.ask(GetComposed { list: "program-8".into(), ..GetComposed::default() })).is_err());
}

#[test]
fn issues_are_ranked_by_what_stays_of_the_distance_and_the_leader_decides_with_reasons() {
    let mut house = House::of(Role::Operator);
    for n in 0..60 {
        let water = if n < 45 { "air_permukaan" } else { "ledeng" };
        let toilet = if n < 30 { "sendiri_tangki_septik" } else { "tidak_ada" };
        house.family(&format!(
            "rt=1 air_minum={water} tempat_bab={toilet}; nama=N{n} tanggal_lahir=1980-01-01 jaminan_kesehatan=pbi"
        ));
    }
    let rank = |house: &mut House| run(house.0.ask(RankIssues)).unwrap();
    let names = |view: &RankedView| view.issues.iter().map(|row| row.indicator.clone()).collect::<Vec<_>>();
    let view = rank(&mut house);
    let water = view.issues.iter().find(|row| row.indicator == "water-layak").unwrap();
    // 15 of 60 are 25%; Wilson, reckoned in Python: 15.78 to 37.23, so at least 62.8 points of the 75; 45 persons.
    let why = water.why.join(" ");
    assert!(why.contains("25,0% (15/60)") && why.contains("jarak 75,0 poin") && why.contains("62,8 poin"), "{why}");
    assert!(why.contains("Sekitar 45 orang") && why.contains("Bobot urutan: 2.825"), "{why}");
    let place = |view: &RankedView, id: &str| names(view).iter().position(|known| known == id);
    assert!(place(&view, "water-layak") < place(&view, "sanitation-layak"));
    assert_eq!(place(&view, "jkn-coverage"), None, "all are covered");

    // A target of the village goes before the reference, and one that is met takes the issue away.
    let target = |value: f64| {
        format!(
            "{{\"indikator\":\"water-layak\",\"jenis\":\"target\",\"nilai\":{value},\"tahun\":2027,\"sumber\":\"RPJM Desa\"}}"
        )
    };
    house.keep("target:water-layak", "Air", "sasaran", target(30.0));
    let water = rank(&mut house).issues.into_iter().find(|row| row.indicator == "water-layak").unwrap();
    let why = water.why.join(" ");
    assert!(
        why.contains("jarak 5,0 poin") && why.contains("RPJM Desa, 2027") && why.contains("bisa karena kebetulan"),
        "{why}"
    );
    house.keep("target:water-layak", "Air", "sasaran", target(20.0));
    assert_eq!(place(&rank(&mut house), "water-layak"), None);

    // Decisions are the leader's, with a reason.
    let check = |house: &mut House, indicator: &str, choice: &str, reason: &str| {
        let decision = IssueDecision { choice: choice.into(), reason: reason.into() };
        run(house.0.ask(CheckDecision { indicator: indicator.into(), decision })).unwrap()
    };
    let reason = "Disepakati musyawarah desa";
    assert!(check(&mut house, "sanitation-layak", "keluar", reason).wrong[0].contains("Hanya pimpinan"));
    assert!(!rank(&mut house).may_decide);
    run(house.0.ask(SetActor { actor: Actor { name: "Pak Kades".into(), role: Role::Leader } })).unwrap();
    assert!(check(&mut house, "sanitation-layak", "keluar", "ya").wrong[0].contains("Tulis alasannya"));
    assert!(check(&mut house, "tidak-ada", "keluar", reason).wrong[0].contains("Pilih indikatornya"));
    for (indicator, choice) in [("sanitation-layak", "keluar"), ("water-layak", "tambah")] {
        let checked = check(&mut house, indicator, choice, reason);
        assert_eq!(checked.wrong, [""; 0]);
        house.keep(indicator, &checked.title, "isu", checked.body);
    }
    let view = rank(&mut house);
    assert_eq!(view.out.iter().map(|row| row.indicator.as_str()).collect::<Vec<_>>(), ["sanitation-layak"]);
    let added = view.issues.last().unwrap();
    assert_eq!(
        (added.indicator.as_str(), added.choice.as_str(), added.reason.as_str()),
        ("water-layak", "tambah", reason)
    );
    assert!(view.may_decide);
}

#[test]
fn issues_say_what_they_are_compared_to_and_what_can_be_done() {
    let rank = |house: &mut House| run(house.0.ask(RankIssues)).unwrap().issues;
    let mut house = House::of(Role::Kader);
    assert_eq!(rank(&mut house), [], "nothing stands out of nothing");
    // 60 residents of 30 families: 12 lack cover (80%, gap 20), and all drink from the river (0%, gap 100).
    for n in 0..30 {
        let cover = if n < 12 { "tidak_ada" } else { "pbi" };
        house.family(&format!(
            "rt=1 air_minum=air_permukaan; tanggal_lahir=1980-01-01 nik=6304150101800001 jaminan_kesehatan={cover}
            ; tanggal_lahir=1980-01-01 nik=6304150101800002 jaminan_kesehatan=pbi"
        ));
    }
    let found = rank(&mut house);
    let ids: Vec<&str> = found.iter().map(|row| row.indicator.as_str()).collect();
    assert_eq!(ids, ["water-layak", "jkn-coverage"]);
    let [water, cover] = [&found[0], &found[1]].map(|row| row.why.join(" "));
    assert!(water.contains("tolok ukur aplikasi ini"), "no official number is claimed: {water}");
    assert!(cover.contains("80,0% (48/60)") && cover.contains("SDGs Desa 1.2.1") && cover.contains("Sekitar 12 orang"));
    assert_eq!(found[1].list, "tanpa-jaminan-kesehatan");
    assert!(found.iter().all(|row| !row.advice.is_empty() && row.advice_source.contains("Inpres 3/2022")), "{found:?}");
}

#[test]
fn the_whole_catalogue_is_ranked_and_kept_snapshots_tell_the_trend() {
    let mut house = House::of(Role::Operator);
    run(house.0.ask(MakeSample { families: Some(300), seed: Some(7) })).unwrap();
    let row = |house: &mut House, id: &str| {
        let view = run(house.0.ask(RankIssues)).unwrap();
        view.issues.into_iter().find(|row| row.indicator == id).map(|row| row.why.join(" "))
    };
    let number = |house: &mut House, id: &str| {
        let numbers = run(house.0.ask(CatalogueNumbers::default())).unwrap();
        numbers.into_iter().find(|number| number.id == id && number.part.is_empty()).unwrap()
    };
    let target = |house: &mut House, id: &str, value: f64| {
        let mark = CheckMark {
            id: id.into(),
            value: Some(value),
            year: Some(2027),
            source: "RPJM Desa".into(),
            ..CheckMark::default()
        };
        let CheckedPaper { problems, kind, key, title, body } = run(house.0.ask(mark)).unwrap();
        assert_eq!(problems, []);
        house.keep(&key, &title, &kind, body);
    };
    // A wider indicator is ranked once the village has a target for it; one of another unit too, in per cent of its target.
    for id in ["krs-at-risk", "asfr-15-19"] {
        assert_eq!(row(&mut house, id), None, "{id}: nothing to compare it to");
    }
    target(&mut house, "krs-at-risk", 20.0);
    let now = number(&mut house, "krs-at-risk");
    let why = row(&mut house, "krs-at-risk").unwrap();
    assert!(why.contains(&format!("({}/{})", now.numerator.unwrap(), now.denominator.unwrap())), "{why}");
    assert!(why.contains("RPJM Desa, 2027") && why.contains("dihitung mundur"), "{why}");
    target(&mut house, "asfr-15-19", 10.0);
    let why = row(&mut house, "asfr-15-19").unwrap();
    assert!(why.contains("poin dari 100") && why.contains("kebetulan") && why.contains("belum bisa dihitung"), "{why}");

    // A snapshot of a year ago that says 5 per cent: the distance grew; one of last month is no earlier time.
    let made = run(house.0.ask(MakeSnapshot { at: Some(Date::parse_iso("2025-11-30").unwrap()) })).unwrap();
    let mut body: serde_json::Value = serde_json::from_str(&made.body).unwrap();
    let figures = body["areas"][0]["figures"].as_array_mut().unwrap();
    let parts = figures.iter().filter(|kept| kept["id"].as_str().unwrap().contains('/')).count();
    assert_eq!(figures.len() - parts, 80, "every indicator of one value");
    assert!(parts > 50, "and the parts of the others: {parts}");
    let kept = figures.iter_mut().find(|kept| kept["id"] == "krs-at-risk").unwrap();
    kept["value"] = 5.0.into();
    house.keep(&made.key, &made.title, "potret", body.to_string());
    let made = run(house.0.ask(MakeSnapshot { at: Some(Date::parse_iso("2026-10-31").unwrap()) })).unwrap();
    house.keep(&made.key, &made.title, "potret", made.body);
    let why = row(&mut house, "krs-at-risk").unwrap();
    assert!(why.contains("Menurut potret 30 November 2025: 5,0%. Jaraknya membesar."), "{why}");
}
