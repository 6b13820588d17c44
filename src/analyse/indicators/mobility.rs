//! Mobilitas: who came and who went in a year, and members who are away. One year of a village is too short for a rate
//! (domain.md §6.2, K3): the counts are shown beside the mid-year population.

use super::entry::{BASE, Entry, Figure, Group, Small, Unit, Words};
use crate::analyse::counts::Counts;
use crate::analyse::sums::all;
use crate::base::codes::Presence;

/// What entries of vital events share.
pub(super) const VITAL: Entry = Entry {
    denominator: Words("penduduk tengah tahun", "mid-year population"),
    unit: Unit::PerThousand,
    factor: 1000.0,
    part: false,
    small: Small::Vital,
    breakdowns: "T",
    ..BASE
};

/// `n` events of the year beside the mid-year population, (P1 + P2) ÷ 2.
pub(super) fn vital(counts: &Counts, n: u32) -> Figure {
    let twice = u64::from(counts.residents) + u64::from(counts.residents_before);
    Figure { denominator: Some(twice as f64 / 2.0), ..Figure::count(n) }
}

const MOVES: &[&str] = &["tanggal_masuk", "tanggal_keluar", "status_dasar"];

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "in-migration",
        name: Words("Pindah masuk setahun terakhir", "Arrivals of the last year"),
        group: Group::Mobility,
        numerator: Words(
            "orang datang dalam 12 bulan sampai tanggal acuan",
            "arrivals in the 12 months to the reference date",
        ),
        help: Words("Orang yang datang menetap dalam 12 bulan.", "People who came to live here within 12 months."),
        interpretation: Words(
            "Hanya kedatangan yang tanggalnya dicatat. Pindah antar-RT di dalam desa tidak dihitung.",
            "Only arrivals with a recorded date. Moves within the village are not counted.",
        ),
        source: "praktik umum",
        fields: MOVES,
        figure: |c| vital(c, c.arrivals),
        ..VITAL
    },
    Entry {
        id: "out-migration",
        name: Words("Pindah keluar setahun terakhir", "Departures of the last year"),
        group: Group::Mobility,
        numerator: Words(
            "orang pindah, pergi, atau hilang dalam 12 bulan sampai tanggal acuan",
            "people who moved, left or went missing in the 12 months to the reference date",
        ),
        help: Words(
            "Orang yang pergi menetap di tempat lain dalam 12 bulan.",
            "People who left for good within 12 months.",
        ),
        interpretation: Words(
            "Hanya kepergian yang tanggalnya dicatat. Banyak yang pergi umur 18–30 berarti kerja dicari di luar.",
            "Only departures with a recorded date. Many leaving at 18–30 means that work is sought elsewhere.",
        ),
        source: "praktik umum",
        fields: MOVES,
        figure: |c| vital(c, c.departures),
        ..VITAL
    },
    Entry {
        id: "net-migration",
        name: Words("Migrasi neto setahun terakhir", "Net migration of the last year"),
        group: Group::Mobility,
        numerator: Words("yang datang dikurangi yang pergi", "arrivals minus departures"),
        help: Words(
            "Di atas nol: lebih banyak yang datang. Di bawah nol: lebih banyak yang pergi.",
            "Above zero: more came. Below zero: more left.",
        ),
        interpretation: Words(
            "Bersama kelahiran dan kematian, angka ini menjelaskan perubahan jumlah penduduk setahun.",
            "With births and deaths it explains the year's change of population.",
        ),
        source: "praktik umum",
        fields: MOVES,
        figure: |c| Figure { numerator: Some(f64::from(c.arrivals) - f64::from(c.departures)), ..vital(c, 0) },
        ..VITAL
    },
    Entry {
        id: "members-away",
        name: Words("Anggota di luar rumah atau luar negeri", "Members away"),
        group: Group::Mobility,
        universe: Words("anggota keluarga", "family members"),
        numerator: Words("anggota yang sedang di luar rumah atau luar negeri", "members elsewhere or abroad"),
        denominator: Words("anggota yang keberadaannya diketahui", "members whose whereabouts are known"),
        breakdowns: "J U W",
        help: Words(
            "Dari tiap 100 anggota keluarga, sebanyak inilah yang sedang tinggal di tempat lain.",
            "Of every 100 family members, this many are staying elsewhere.",
        ),
        interpretation: Words(
            "Masih anggota menurut KK, tetapi tidak memakai layanan di desa sehari-hari.",
            "Members by the family card, but not daily users of village services.",
        ),
        source: "PK21 kolom 16",
        fields: &["keberadaan"],
        figure: |c| {
            let at = |presence: Presence| all(c.presence[presence as usize]);
            let away = at(Presence::Elsewhere) + at(Presence::Abroad);
            Figure::ratio(away, away + at(Presence::AtHome)).missing(all(c.presence[0]))
        },
        ..BASE
    },
];
