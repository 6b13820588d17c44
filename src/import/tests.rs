//! Whole imports in small: a list as text, what the plan says of it, and what the register is afterwards.

use super::mapping::{Mapping, Pair, Remembered, suggest};
use super::plan::{Mother, Options, Outcome, Plan};
use super::planner::Planner;
use super::{Reading, Table, columns};
use crate::base::codes::*;
use crate::base::{CodeList, Date, Id, Value};
use crate::lang::Lang;
use crate::register::{Register, person_field};
use expect_test::{Expect, expect};

const TODAY: Date = Date { year: 2026, month: 11, day: 24 };

fn table(text: &str) -> Table {
    Reading::start(text.replace("; ", ";").into_bytes(), None).unwrap().finish().unwrap()
}

fn plan_with(register: &Register, table: &Table, mapping: &Mapping, options: &Options) -> Plan {
    Planner::new(table, mapping, options, TODAY).finish(register, false)
}

fn plan(register: &Register, text: &str) -> Plan {
    let table = table(text);
    let (mapping, _) = suggest(&table, &Remembered::default());
    plan_with(register, &table, &mapping, &Options::default())
}

fn apply(register: &mut Register, plan: &Plan) {
    let mut n = register.slots().len() as u64 * 1_000;
    let mut new_id = || {
        n += 1;
        Id::new(n, [1; 10])
    };
    let changes = plan.changes(register, &mut new_id);
    register.apply_all(&changes).unwrap();
}

fn imported(text: &str) -> Register {
    let mut register = Register::default();
    let plan = plan(&register, text);
    apply(&mut register, &plan);
    register
}

fn show(plan: &Plan, headings: &[String]) -> String {
    let mut out = String::new();
    for problem in &plan.problems {
        out += &format!("! {} {}\n", problem.severity().key(), problem.code());
    }
    for family in &plan.families {
        let fields: Vec<u16> = family.fields.iter().map(|field| field.tag).collect();
        out += &format!("{:?} {} {fields:?}\n", family.outcome, family.kk);
        for row in &family.rows {
            out += &format!("  {} {:?} {}", row.number, row.outcome, row.name);
            if row.outcome == Outcome::Update {
                let changes = row.fields.iter().map(|f| format!(" {}: {:?} → {:?}", f.tag, f.old, f.new));
                out.extend(changes);
            }
            if let Some(Mother::Row(at)) = row.mother {
                out += &format!(" ibu: {}", family.rows[at].name);
            }
            out.push('\n');
            for finding in &row.findings {
                let message = finding.message(row.number, headings, Lang::Id);
                out += &format!("    {} {}: {message}\n", finding.severity().key(), finding.code());
            }
        }
    }
    out
}

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&show(&plan(&Register::default(), text), &table(text).headings));
}

const LIST: &str = "No KK; NIK; Nama; SHDK; JK; Tempat Lahir; Tgl Lahir; Nama Ibu; Dusun; RT; Agama\n\
    6304150101150001; 6304150101800001; Rahmadi; Kepala Keluarga; L; Marabahan; 01-01-1980; -; Hilir; 001; Islam\n\
    6304150101150001; 6304154203850002; Siti; Istri; P; Marabahan; 02-03-1985; -; Hilir; 1; Islam\n\
    6304150101150001; 0; Nur Aini; Anak; P; Marabahan; 5 Sep 2010; SITI; Hilir; 1; ISLAM\n\
    6304150101150002; 6304150505700003; Ali; Kepala Keluarga; L; Kapuas; 05/05/1970; ; Hulu; 2; Islam\n";

#[test]
fn a_list_comes_in_and_comes_in_once() {
    let mut register = Register::default();
    let first = plan(&register, LIST);
    assert!(first.can_apply());
    assert_eq!((first.counts.n_families_new, first.counts.n_persons_new, first.counts.n_with_warnings), (2, 4, 0));
    apply(&mut register, &first);
    let family = register.families().next().unwrap();
    let child = &family.members[2];
    assert_eq!((family.title(), family.rt.text(), family.dusun.text()), ("Rahmadi", "1", "Hilir"));
    assert_eq!(family.mother_of(child).unwrap().name.text(), "Siti");
    assert!(child.religion.is(Religion::Islam) && child.sex.is(Sex::Female) && child.nik.is_missing());
    assert_eq!(child.born.get(), Date::new(2010, 9, 5));
    assert_eq!(family.state(), FamilyState::Complete);

    let again = plan(&register, LIST);
    assert!(!again.can_apply());
    assert_eq!((again.counts.n_persons_same, again.counts.n_persons_new), (4, 0));
    assert_eq!(again.changes(&register, &mut Id::default), []);
}

#[test]
fn what_changed_is_shown_and_only_what_is_filled_in_changes() {
    let mut register = imported(LIST);
    let text = "No KK; NIK; Nama; Pekerjaan; Tgl Lahir; JK; RT\n\
        6304150101150001; 6304150101800001; Rahmadi; Petani; ; -; 3\n\
        6304150101150001; 6304154509100009; Nur Aini; Pelajar; 05-09-2010; P; 3\n\
        6304150101150001; 0; Bayi; ; 01-11-2026; L; 3\n";
    let changed = plan(&register, text);
    expect![[r#"
        Update 6304150101150001 [5]
          2 Update Rahmadi 21: Missing → Code(9)
          3 Update Nur Aini 2: Missing → Text("6304154509100009") 21: Missing → Code(3)
          4 New Bayi
    "#]]
    .assert_eq(&show(&changed, &table(text).headings));
    let table = table(text);
    let (mapping, _) = suggest(&table, &Remembered::default());
    let kept = plan_with(&register, &table, &mapping, &Options { update: false, ..Options::default() });
    assert_eq!((kept.counts.n_persons_changed, kept.counts.n_persons_new), (0, 1));
    assert!(kept.families[0].fields.is_empty());
    apply(&mut register, &changed);
    assert_eq!(register.families().next().unwrap().rt.text(), "3");
    assert_eq!(plan(&register, text).counts.n_persons_same, 3);
}

#[test]
fn families_with_a_new_card_are_recognised_and_people_move() {
    let mut register = imported(LIST);
    let renumbered = LIST.replace("6304150101150001", "6304150101260009");
    let new_card = plan(&register, &renumbered);
    assert_eq!((new_card.counts.n_families_changed, new_card.counts.n_families_new), (1, 0));
    let split = LIST.replace("6304150101150001; 6304154203850002", "6304150101260009; 6304154203850002");
    let split = plan(&register, &split);
    assert_eq!((split.counts.n_families_new, split.counts.n_persons_changed, split.counts.n_persons_new), (1, 1, 0));
    apply(&mut register, &split);
    let families: Vec<usize> = register.families().map(|family| family.members.len()).collect();
    assert_eq!(families, [2, 1, 1]);
}

#[test]
fn errors_and_warnings_are_named_by_row() {
    check(
        "No KK; NIK; Nama; JK; Tgl Lahir; Agama; Hamil; Kolom X\n\
         6304150101150001; 6.30415E+15; Rahmadi; L; 01-01-1980; Islam; ; \n\
         6304150101150001; 6304154203850002; Siti; X; 31-02-1985; Islam; ; \n\
         6304150101150001; 6304154203850002; Aminah; P; ; 3; 1; \n\
         6304150101150001; 6304154203850002; Siti; P; 02-03-1985; Islam; ; \n\
         6304150101150001; 123; -; P; ; Islam; ; \n\
         6,3E+15; 0; Udin; L; ; Islam; ; \n",
        expect![[r#"
            ! warning import-unknown-column
            ! error import-edition-unset
            ! warning import-unmapped-value
            New 6304150101150001 [1, 54]
              2 LeftOut Rahmadi
                error import-nik-precision-lost: NIK pada baris 2 rusak karena kolomnya berformat angka: angka ke-16 hilang. Ubah kolom menjadi teks di Excel, isi lagi angkanya, lalu impor lagi.
              3 New Siti
                warning import-unmapped-value: Isian "X" di kolom JK belum punya pasangan kode. Pilih dari daftar.
                warning import-date-unreadable: Tanggal pada baris 3 (kolom Tgl Lahir) tidak terbaca. Pakai bentuk hari-bulan-tahun, misalnya 05-09-1997.
                warning import-duplicate-nik: NIK 6304154203850002 muncul 3 kali di berkas ini. Periksa sebelum melanjutkan.
              4 New Aminah
                warning import-duplicate-nik: NIK 6304154203850002 muncul 3 kali di berkas ini. Periksa sebelum melanjutkan.
              5 LeftOut Siti
                warning import-duplicate-nik: NIK 6304154203850002 muncul 3 kali di berkas ini. Periksa sebelum melanjutkan.
                warning import-repeated-row: Baris 5 mengulang orang di baris 3; cukup satu yang diambil.
              6 LeftOut 
                warning import-digits-odd: NIK pada baris 6 bukan 16 angka. Disimpan seperti tertulis; periksa dengan KTP atau KK.
                error import-required-missing: Baris 6 belum lengkap: Nama lengkap masih kosong.
            LeftOut  []
              7 LeftOut Udin
                error import-nik-precision-lost: No KK pada baris 7 rusak karena kolomnya berformat angka: angka ke-16 hilang. Ubah kolom menjadi teks di Excel, isi lagi angkanya, lalu impor lagi.
        "#]],
    );
}

#[test]
fn opensid_columns_are_required_and_states_are_kept() {
    let head = "alamat,dusun,rw,rt,nama,no_kk,nik,sex,agama_id,kk_level,pendidikan_kk_id,warganegara_id,cara_kb_id,\
        akta_lahir,ibu_nik,ktp_el,status_dasar";
    let rows = "Jl. Sungai,DUSUN HILIR,001,002,SITI,6304150101150001,6304154203850002,2,1,3,5,1,3,AL-7/1985,-,1,1\n\
        -,DUSUN HILIR,001,002,ALI,6304150101150001,6304150101800001,LAKI-LAKI,Islam,KEPALA KELUARGA,5,1,8,ada,-,2,2\n\
        -,-,-,002,UDIN,6304150101150001,0,1,1,4,2,1,-,-,6304154203850002,-,1\n";
    let text = format!("{head}\n{rows}");
    let register = Register::default();
    let planned = plan(&register, &text);
    expect![[r#"
        ! warning import-unmapped-value
        New 6304150101150001 [3, 4, 5, 1, 6, 54]
          3 New ALI
            warning import-unmapped-value: Isian "8" di kolom cara_kb_id belum punya pasangan kode. Pilih dari daftar.
          2 New SITI
          4 LeftOut UDIN
            error import-required-missing: Baris 4 belum lengkap: Dusun, RW masih kosong.
    "#]]
    .assert_eq(&show(&planned, &table(&text).headings));
    assert_eq!(planned.counts.n_persons_new_gone, 1);
    let table = table(&text);
    let (mut mapping, _) = suggest(&table, &Remembered::default());
    mapping.pairs.push(Pair {
        key: "ktp_elektronik".into(),
        typed: "2".into(),
        value: Value::Code(YesNo::Yes.number()),
    });
    let options = Options { take_incomplete: true, ..Options::default() };
    let taken = plan_with(&register, &table, &mapping, &options);
    let mut register = register;
    apply(&mut register, &taken);
    let family = register.families().next().unwrap();
    let (ali, siti, udin) = (&family.members[0], &family.members[1], &family.members[2]);
    assert!(!ali.is_active() && ali.status.is(LifeStatus::Dead) && ali.ektp.is(YesNo::Yes));
    assert!(ali.birth_certificate.is(YesNo::Yes) && ali.birth_certificate_number.is_missing());
    assert!(siti.kb_method.is(Contraception::Injection) && siti.kb_using.is(YesNo::Yes));
    assert_eq!((siti.birth_certificate_number.text(), family.dusun.text()), ("AL-7/1985", "HILIR"));
    assert_eq!(family.mother_of(udin).map(|mother| mother.name.text()), Some("SITI"));

    let without = text.replace("kk_level", "kolom_lain");
    let codes: Vec<_> = plan(&Register::default(), &without).problems.iter().map(|p| p.code()).collect();
    assert_eq!(codes[0], "import-required-missing");
}

#[test]
fn cards_in_the_first_row_only_and_two_fields_in_one_cell() {
    let text = "No; Nama; No KK; RT/RW; TTL; L/P; Pendidikan PK\n\
        1; Rahmadi; 6304150101150001; 003/001; Marabahan, 1-1-1980; L; 8\n\
        2; Siti; ; ; Kapuas, 2-3-1985; P; Masih SLTA\n\
        3; Ali; 6304150101150002; 002/001; 1970; L; Tamat SD/sederajat\n\
        4; Nur; ; ; ; P; \n";
    let register = imported(text);
    let families: Vec<_> = register.families().collect();
    assert_eq!(families.iter().map(|family| family.members.len()).collect::<Vec<_>>(), [2, 2]);
    assert_eq!((families[0].rt.text(), families[0].rw.text()), ("3", "1"));
    let siti = &families[0].members[1];
    assert_eq!((siti.birth_place.text(), siti.born.get()), ("Kapuas", Date::new(1985, 3, 2)));
    assert!(siti.attending.is(Attending::UpperSecondary) && siti.completed.is(Completed::LowerSecondary));
    assert!(families[1].members[0].completed.is(Completed::Primary));
    assert!(plan(&register, text).counts.n_persons_same == 4, "also without NIK nothing comes in twice");
}

#[test]
fn people_without_a_card_keep_their_families() {
    let text =
        "Nama; SHDK; Alamat; RT\nRahmadi; KK; Gang A; 1\nSiti; Istri; Gang A; 1\nAli; KK; Gang B; 1\nUdin; ; ; \n";
    let mut register = Register::default();
    let first = plan(&register, text);
    assert_eq!(first.problems.iter().map(|problem| problem.code()).collect::<Vec<_>>(), ["import-no-family-column"]);
    apply(&mut register, &first);
    assert_eq!(register.families().map(|family| family.members.len()).collect::<Vec<_>>(), [2, 1, 1]);
    let again = plan(&register, text);
    assert_eq!((again.counts.n_persons_same, again.can_apply()), (4, false));
}

#[test]
fn systems_differ_in_their_numbers() {
    let text = "No KK; Nama; JK; Hubungan; BPJS\n6304150101150001; Siti; P; 2; 1\n6304150101150001; Ali; L; 2; 2\n";
    let table = table(text);
    let (mut mapping, _) = suggest(&table, &Remembered::default());
    for (edition, relations, cover) in [
        (Edition::Pk21, [Relation::Wife, Relation::Wife], HealthCover::Assisted),
        (Edition::OpenSid, [Relation::Husband, Relation::Husband], HealthCover::None),
        (Edition::Regsosek, [Relation::Wife, Relation::Husband], HealthCover::Assisted),
    ] {
        mapping.edition = Some(edition);
        let plan = plan_with(&Register::default(), &table, &mapping, &Options::default());
        let value = |row: usize, tag| {
            let field = plan.families[0].rows[row].fields.iter().find(|field| field.tag == tag);
            field.map(|field| field.new.clone())
        };
        for (row, relation) in relations.into_iter().enumerate() {
            assert_eq!(value(row, person_field::relation), Some(Value::Code(relation.number())), "{edition:?}");
        }
        assert_eq!(value(0, person_field::health_cover), Some(Value::Code(cover.number())), "{edition:?}");
    }
}

#[test]
fn rows_and_families_are_left_out_by_choice() {
    let table = table(&LIST.replace("6304154203850002", "6.3E+15"));
    let (mapping, _) = suggest(&table, &Remembered::default());
    let plan = |options: Options| plan_with(&Register::default(), &table, &mapping, &options).counts;
    let counts = plan(Options { whole_families: true, ..Options::default() });
    assert_eq!((counts.n_persons_new, counts.n_left_out), (1, 3));
    let counts = plan(Options { left_out: [4, 5].into(), ..Options::default() });
    assert_eq!((counts.n_persons_new, counts.n_left_out, counts.n_families_new), (1, 3, 1));
}

#[test]
fn numbers_that_lost_their_last_digit_everywhere_are_seen() {
    let rows = |end: char| {
        let row = |n: u32| format!("Orang {n};63041501019000{n:02}\n").replace('\n', "\n");
        let body: String = (10..40).map(row).map(|row| format!("{}{end}\n", &row[..row.len() - 2])).collect();
        format!("Nama;NIK\n{body}")
    };
    let lost = plan(&Register::default(), &rows('0'));
    assert_eq!(lost.counts.n_left_out, 30);
    let kept = plan(&Register::default(), &rows('1'));
    assert_eq!(kept.counts.n_left_out, 0);
}

#[test]
fn the_dead_stay_dead() {
    let text = |status: &str| format!("No KK;NIK;Nama;Status Dasar\n6304150101150001;6304150101800001;Ali;{status}\n");
    let register = imported(&text("MATI"));
    let again = plan(&register, &text("HIDUP"));
    assert_eq!(again.families[0].rows[0].findings[0].code(), "import-status-kept");
    assert!(!again.can_apply());
    assert!(columns::is_known_heading("Status Dasar"));
}
