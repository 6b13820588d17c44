//! Kualitas: school attendance by age and level, and attainment (domain.md §6.3, §6.4). Attendance (APS) looks at whether a
//! person is in any school; net enrolment (APM) at whether it is the level of that age.

use super::entry::{BASE, Better, Entry, Figure, Group, Words};
use crate::analyse::counts::{Broad, Counts};
use crate::analyse::sums::{all, of_ages};
use crate::base::CodeList;
use crate::base::codes::{Attending, Completed};
use std::ops::RangeInclusive;

/// Share of these ages who attend any school.
fn attendance(counts: &Counts, ages: RangeInclusive<usize>) -> Figure {
    by_level(counts, ages, |level| Some(level.attends()))
}

/// Share of these ages who attend the level; a special school's code does not tell its level, so its pupils are left out.
fn net_enrolment(counts: &Counts, ages: RangeInclusive<usize>, level: u8) -> Figure {
    by_level(counts, ages, |attending| match (attending.attends(), attending.level()) {
        (false, _) => Some(false),
        (true, Some(attended)) => Some(attended == level),
        (true, None) => None,
    })
}

fn by_level(counts: &Counts, ages: RangeInclusive<usize>, judge: impl Fn(Attending) -> Option<bool>) -> Figure {
    let (mut yes, mut known, mut missing) = (0, 0, 0);
    for (code, row) in (0u8..).zip(counts.attendance(ages)) {
        match Attending::from_number(code).and_then(&judge) {
            Some(holds) => {
                known += all(row);
                yes += if holds { all(row) } else { 0 };
            }
            None => missing += all(row),
        }
    }
    Figure::ratio(yes, known).missing(missing)
}

fn at_least(counts: &Counts, level: u8) -> Figure {
    let (mut yes, mut known) = (0, 0);
    let rows = of_ages(&counts.completed, &[Broad::Adult]);
    for (code, row) in (0u8..).zip(rows) {
        if let Some(completed) = Completed::from_number(code) {
            known += all(row);
            yes += if completed.level() >= level { all(row) } else { 0 };
        }
    }
    Figure::ratio(yes, known).missing(all(rows[0]))
}

const EDUCATION: Entry = Entry {
    group: Group::Quality,
    better: Better::Higher,
    breakdowns: "J W T",
    source: "SIRuSa BPS; BPS Ensiklopedia Indikator",
    fields: &["sedang_sekolah", "tanggal_lahir"],
    ..BASE
};

const APS: Entry = Entry {
    help: Words(
        "Dari tiap 100 penduduk kelompok umur ini, sebanyak inilah yang sedang bersekolah di jenjang apa pun.",
        "Of every 100 residents of this age, this many are at school, at whatever level.",
    ),
    interpretation: Words(
        "Sisanya tidak sedang bersekolah: belum pernah, sudah tamat, atau putus sekolah. Nama mereka bisa dicari di daftar.",
        "The rest are not at school: never were, have finished, or dropped out. The lists can name them.",
    ),
    ..EDUCATION
};

const APM: Entry = Entry {
    breakdowns: "J T",
    help: Words(
        "Dari tiap 100 penduduk kelompok umur ini, sebanyak inilah yang bersekolah tepat di jenjang umurnya.",
        "Of every 100 residents of this age, this many are at the very level meant for their age.",
    ),
    interpretation: Words(
        "Lebih rendah dari APS bila ada yang terlambat masuk, tinggal kelas, atau lebih cepat. Siswa SLB tidak ikut karena jenjangnya tidak tercatat.",
        "Lower than attendance where some started late, repeated or are ahead. Pupils of special schools are left out: their level is not recorded.",
    ),
    ..EDUCATION
};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "aps-7-12",
        name: Words("Angka partisipasi sekolah (APS) 7–12", "School attendance 7–12"),
        universe: Words("penduduk 7–12 tahun", "residents aged 7–12"),
        numerator: Words("penduduk 7–12 tahun yang bersekolah", "residents aged 7–12 at school"),
        denominator: Words("penduduk 7–12 tahun", "residents aged 7–12"),
        figure: |c| attendance(c, 7..=12),
        ..APS
    },
    Entry {
        id: "aps-13-15",
        name: Words("Angka partisipasi sekolah (APS) 13–15", "School attendance 13–15"),
        universe: Words("penduduk 13–15 tahun", "residents aged 13–15"),
        numerator: Words("penduduk 13–15 tahun yang bersekolah", "residents aged 13–15 at school"),
        denominator: Words("penduduk 13–15 tahun", "residents aged 13–15"),
        figure: |c| attendance(c, 13..=15),
        ..APS
    },
    Entry {
        id: "aps-16-18",
        name: Words("Angka partisipasi sekolah (APS) 16–18", "School attendance 16–18"),
        universe: Words("penduduk 16–18 tahun", "residents aged 16–18"),
        numerator: Words("penduduk 16–18 tahun yang bersekolah", "residents aged 16–18 at school"),
        denominator: Words("penduduk 16–18 tahun", "residents aged 16–18"),
        figure: |c| attendance(c, 16..=18),
        ..APS
    },
    Entry {
        id: "aps-19-24",
        name: Words("Angka partisipasi sekolah (APS) 19–24", "School attendance 19–24"),
        universe: Words("penduduk 19–24 tahun", "residents aged 19–24"),
        numerator: Words("penduduk 19–24 tahun yang bersekolah", "residents aged 19–24 in education"),
        denominator: Words("penduduk 19–24 tahun", "residents aged 19–24"),
        figure: |c| attendance(c, 19..=24),
        ..APS
    },
    Entry {
        id: "apm-sd",
        name: Words("Angka partisipasi murni (APM) SD", "Net enrolment, primary"),
        universe: Words("penduduk 7–12 tahun", "residents aged 7–12"),
        numerator: Words("murid SD sederajat umur 7–12 tahun", "primary pupils aged 7–12"),
        denominator: Words("penduduk 7–12 tahun", "residents aged 7–12"),
        figure: |c| net_enrolment(c, 7..=12, 1),
        ..APM
    },
    Entry {
        id: "apm-smp",
        name: Words("Angka partisipasi murni (APM) SMP", "Net enrolment, lower secondary"),
        universe: Words("penduduk 13–15 tahun", "residents aged 13–15"),
        numerator: Words("murid SMP sederajat umur 13–15 tahun", "lower secondary pupils aged 13–15"),
        denominator: Words("penduduk 13–15 tahun", "residents aged 13–15"),
        figure: |c| net_enrolment(c, 13..=15, 2),
        ..APM
    },
    Entry {
        id: "apm-sm",
        name: Words("Angka partisipasi murni (APM) SM", "Net enrolment, upper secondary"),
        universe: Words("penduduk 16–18 tahun", "residents aged 16–18"),
        numerator: Words("murid SMA/SMK sederajat umur 16–18 tahun", "upper secondary pupils aged 16–18"),
        denominator: Words("penduduk 16–18 tahun", "residents aged 16–18"),
        figure: |c| net_enrolment(c, 16..=18, 3),
        ..APM
    },
    Entry {
        id: "education-attainment-sma",
        name: Words("Tamat SMA ke atas, 15 tahun ke atas", "Upper secondary or higher completed, 15+"),
        universe: Words("penduduk 15 tahun ke atas", "residents aged 15 and over"),
        numerator: Words("penduduk 15+ yang tamat SLTA ke atas", "residents 15+ who completed upper secondary or more"),
        denominator: Words("penduduk 15+ yang pendidikannya diketahui", "residents 15+ of known education"),
        breakdowns: "J U W T",
        help: Words(
            "Dari tiap 100 penduduk 15 tahun ke atas, sebanyak inilah yang sudah tamat SMA, SMK, atau lebih tinggi.",
            "Of every 100 residents aged 15 and over, this many completed upper secondary school or more.",
        ),
        interpretation: Words(
            "Yang muda masih bersekolah, jadi angka ini tidak pernah 100%. Bandingkan antarkelompok umur untuk melihat kemajuan.",
            "The young are still at school, so this never reaches 100%. Compare age groups to see progress.",
        ),
        source: "tabel rumah data desa",
        fields: &["pendidikan_ditamatkan", "tanggal_lahir"],
        figure: |c| at_least(c, 3),
        ..EDUCATION
    },
];
