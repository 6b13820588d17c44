//! Mutu data: how complete and how fresh the register is, and whether ages were guessed (domain.md §6.3).

use super::entry::{BASE, Better, Entry, Figure, Group, Small, Unit, Words};
use crate::analyse::facts::CORE_ITEMS;

const QUALITY: Entry = Entry { group: Group::DataQuality, better: Better::Higher, breakdowns: "W T", ..BASE };

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "item-completeness",
        name: Words("Kelengkapan isian", "Item completeness"),
        universe: Words("isian pokok penduduk dan keluarga", "core items of residents and families"),
        numerator: Words("isian pokok yang terjawab", "core items answered"),
        denominator: Words("isian pokok yang berlaku", "core items that apply"),
        method: Words(
            "isian pokok yang terjawab ÷ isian pokok yang berlaku × 100. Pokok, per orang: nama, NIK (atau alasannya), jenis kelamin, tanggal lahir, hubungan, agama, jaminan kesehatan, akta lahir, disabilitas; mulai 3 tahun sedang sekolah; mulai 5 tahun pendidikan; mulai 10 tahun status kawin dan pekerjaan. Per keluarga: nomor KK (atau alasannya), RT, kepemilikan, atap, dinding, lantai, luas, penerangan, air minum, tempat BAB, bahan bakar. 'Tidak tahu' dan 'menolak' belum terjawab; 'tidak berlaku' tidak dihitung.",
            "core items answered ÷ core items that apply × 100. Core, a person: name, NIK (or the reason), sex, birth date, relation, religion, health cover, birth certificate, disability; from 3 years attendance; from 5 education; from 10 marital status and occupation. A family: card number (or the reason), RT, ownership, roof, wall, floor, area, lighting, water, toilet, fuel. 'Does not know' and 'refused' are no answers; 'does not apply' is not counted.",
        ),
        help: Words(
            "Dari tiap 100 isian pokok yang seharusnya ada, sebanyak inilah yang terisi.",
            "Of every 100 core items that should be there, this many are filled in.",
        ),
        interpretation: Words(
            "Di bawah 90%, angka lain di halaman ini perlu dibaca hati-hati.",
            "Below 90%, read the other figures on this page with care.",
        ),
        source: "keputusan proyek",
        fields: &CORE_ITEMS,
        figure: |c| Figure::ratio(c.items_answered, c.items_asked),
        ..QUALITY
    },
    Entry {
        id: "update-coverage",
        name: Words("Keluarga dimutakhirkan setahun terakhir", "Families updated in the last year"),
        universe: Words("keluarga", "families"),
        numerator: Words(
            "keluarga yang dikunjungi dalam 12 bulan sampai tanggal acuan",
            "families visited in the 12 months to the reference date",
        ),
        denominator: Words("keluarga", "families"),
        help: Words(
            "Dari tiap 100 keluarga, sebanyak inilah yang datanya ditanyakan lagi dalam 12 bulan.",
            "Of every 100 families, this many were asked again within 12 months.",
        ),
        interpretation: Words(
            "Data yang tidak diperbarui menua: anak lahir, orang pindah, pekerjaan berganti.",
            "Data that are not renewed grow old: children are born, people move, work changes.",
        ),
        source: "UU 52/2009, PP 87/2014",
        fields: &["tanggal_kunjungan"],
        figure: |c| Figure::ratio(c.visited, c.families),
        ..QUALITY
    },
    Entry {
        id: "whipple",
        name: Words("Indeks Whipple", "Whipple's index"),
        universe: Words("penduduk 23–62 tahun", "residents aged 23–62"),
        numerator: Words(
            "penduduk 23–62 tahun yang umurnya berakhir 0 atau 5",
            "residents aged 23–62 whose age ends in 0 or 5",
        ),
        denominator: Words("penduduk 23–62 tahun", "residents aged 23–62"),
        unit: Unit::Index,
        factor: 500.0,
        small: Small::Rate(500),
        better: Better::Lower,
        breakdowns: "J T",
        help: Words(
            "100 berarti umur tidak dibulatkan. 500 berarti semua orang menyebut umur berakhiran 0 atau 5.",
            "100 means that ages are not rounded. 500 would mean that everyone gave an age ending in 0 or 5.",
        ),
        interpretation: Words(
            "Di atas 125: banyak umur dikira-kira. Minta tanggal lahir dari KTP atau akta. Tidak berarti di bawah 500 orang.",
            "Above 125: many ages were guessed. Ask for the date on the card. Means nothing below 500 persons.",
        ),
        source: "praktik umum demografi",
        fields: &["tanggal_lahir"],
        figure: |c| Figure::ratio((25..=60).step_by(5).map(|age| c.n_aged(age..=age)).sum(), c.n_aged(23..=62)),
        ..QUALITY
    },
];
