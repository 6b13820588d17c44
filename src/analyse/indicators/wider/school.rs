//! Kualitas: gross enrolment by level, and net enrolment in tertiary education (domain.md §6.3, §6.4). The card's list tells
//! no Paket A, B and C, so pupils of those are missing here.

use super::super::entry::{BASE, Better, Entry, Figure, Group, Words};
use super::{Ground, Item, Read, WIDER};
use crate::analyse::sums::all;
use crate::base::CodeList;
use crate::base::codes::Attending;
use std::ops::RangeInclusive;

const APK: Entry = Entry {
    group: Group::Quality,
    part: false,
    breakdowns: "J T",
    help: Words(
        "Murid jenjang ini, umur berapa pun, untuk tiap 100 penduduk umur resminya.",
        "Pupils of this level, of whatever age, for every 100 residents of its official age.",
    ),
    interpretation: Words(
        "Boleh lebih dari 100: ada murid yang lebih muda atau lebih tua dari umur resmi. Murid Paket A/B/C dan SLB tidak ikut karena jenjangnya tidak tercatat.",
        "It may exceed 100: some pupils are younger or older. Pupils of Paket A/B/C and special schools are missing: their level is not recorded.",
    ),
    source: "BPS Ensiklopedia Indikator",
    fields: &["sedang_sekolah", "tanggal_lahir"],
    ..BASE
};

pub(super) const ITEMS: &[Item] = &[
    Item {
        entry: Entry {
            id: "apk-sd",
            name: Words("Angka partisipasi kasar (APK) SD", "Gross enrolment, primary"),
            universe: Words("penduduk 7–12 tahun", "residents aged 7–12"),
            numerator: Words("murid SD sederajat semua umur", "primary pupils of any age"),
            denominator: Words("penduduk 7–12 tahun", "residents aged 7–12"),
            ..APK
        },
        read: Read::Ground(|g| gross(g, 1, 7..=12)),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "apk-smp",
            name: Words("Angka partisipasi kasar (APK) SMP", "Gross enrolment, lower secondary"),
            universe: Words("penduduk 13–15 tahun", "residents aged 13–15"),
            numerator: Words("murid SMP sederajat semua umur", "lower secondary pupils of any age"),
            denominator: Words("penduduk 13–15 tahun", "residents aged 13–15"),
            ..APK
        },
        read: Read::Ground(|g| gross(g, 2, 13..=15)),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "apk-sm",
            name: Words("Angka partisipasi kasar (APK) SM", "Gross enrolment, upper secondary"),
            universe: Words("penduduk 16–18 tahun", "residents aged 16–18"),
            numerator: Words("murid SMA/SMK sederajat semua umur", "upper secondary pupils of any age"),
            denominator: Words("penduduk 16–18 tahun", "residents aged 16–18"),
            ..APK
        },
        read: Read::Ground(|g| gross(g, 3, 16..=18)),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "apk-pt",
            name: Words("Angka partisipasi kasar (APK) PT", "Gross enrolment, tertiary"),
            universe: Words("penduduk 19–23 tahun", "residents aged 19–23"),
            numerator: Words("mahasiswa semua umur", "tertiary students of any age"),
            denominator: Words("penduduk 19–23 tahun", "residents aged 19–23"),
            ..APK
        },
        read: Read::Ground(|g| gross(g, 4, 19..=23)),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "apm-pt",
            name: Words("Angka partisipasi murni (APM) PT", "Net enrolment, tertiary"),
            universe: Words("penduduk 19–23 tahun", "residents aged 19–23"),
            numerator: Words("mahasiswa umur 19–23 tahun", "tertiary students aged 19–23"),
            denominator: Words("penduduk 19–23 tahun", "residents aged 19–23"),
            part: true,
            better: Better::Higher,
            help: Words(
                "Dari tiap 100 penduduk 19–23 tahun, sebanyak inilah yang sedang kuliah.",
                "Of every 100 residents aged 19–23, this many are in tertiary education.",
            ),
            interpretation: Words(
                "Banyak mahasiswa tinggal di kota: mereka tetap ikut bila masih tercatat di keluarganya. Batas atas umurnya di sumber lain 24 tahun.",
                "Many students live in town: they count as long as their family lists them. Other sources go up to 24 years.",
            ),
            ..APK
        },
        read: Read::Ground(|g| {
            let (mut yes, mut known) = (0, 0);
            let rows = g.counts.attendance(19..=23);
            for (code, row) in (0u8..).zip(rows) {
                if let Some(attending) = Attending::from_number(code).filter(|a| !a.attends() || a.level().is_some()) {
                    known += all(row);
                    yes += if attending.level() == Some(4) { all(row) } else { 0 };
                }
            }
            Figure::ratio(yes, known).missing(g.counts.n_aged(19..=23) - known)
        }),
        ..WIDER
    },
];

/// Pupils of a level beside residents of its age; `missing` are those of that age whose schooling is not told.
fn gross(g: &Ground, level: u8, ages: RangeInclusive<usize>) -> Figure {
    let of_level = |code: &u8| Attending::from_number(*code).is_some_and(|attending| attending.level() == Some(level));
    let pupils = (0u8..).zip(g.pupils).filter(|(code, _)| of_level(code)).map(|(_, n)| n).sum();
    Figure::ratio(pupils, g.counts.n_aged(ages.clone())).missing(all(g.counts.attendance(ages)[0]))
}
