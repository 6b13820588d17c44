//! Kualitas: marriage and age at first marriage (domain.md §6.3, §8.2). The thresholds of 19 and 25 years are those of the
//! table in §8.2.

use super::entry::{BASE, Better, Entry, Figure, Group, Unit, Words};
use crate::analyse::counts::{Broad, Counts};
use crate::analyse::sums::{all, of_ages};
use crate::base::codes::{Marital, Sex};

fn first_marriage_from(counts: &Counts, sex: Sex, years: usize) -> Figure {
    let n = |from: usize| counts.first_marriage[from..].iter().map(|row| row[sex as usize]).sum();
    Figure::ratio(n(years), n(1)).missing(counts.first_marriage[0][sex as usize])
}

const FIRST: Entry = Entry {
    group: Group::Quality,
    breakdowns: "J U W",
    source: "tabel rumah data desa, domain.md §8.2",
    fields: &["usia_kawin_pertama", "status_kawin", "jenis_kelamin"],
    ..BASE
};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "ever-married-share",
        name: Words("Pernah kawin, 15 tahun ke atas", "Ever married, 15 and over"),
        universe: Words("penduduk 15 tahun ke atas", "residents aged 15 and over"),
        numerator: Words(
            "penduduk 15+ yang kawin, cerai hidup, atau cerai mati",
            "residents 15+ married, divorced or widowed",
        ),
        denominator: Words("penduduk 15+ yang status kawinnya diketahui", "residents 15+ of known marital status"),
        breakdowns: "J U W T",
        help: Words(
            "Dari tiap 100 penduduk 15 tahun ke atas, sebanyak inilah yang pernah kawin.",
            "Of every 100 residents aged 15 and over, this many have ever been married.",
        ),
        interpretation: Words(
            "Bergantung pada susunan umur: desa dengan banyak remaja punya angka lebih rendah.",
            "It depends on ages: a village with many teenagers has a lower share.",
        ),
        source: "praktik umum",
        fields: &["status_kawin", "tanggal_lahir"],
        figure: |c| {
            let rows = of_ages(&c.marital, &[Broad::Adult]);
            let known = rows[1..].iter().map(|row| all(*row)).sum::<u32>();
            Figure::ratio(known - all(rows[Marital::Never as usize]), known).missing(all(rows[0]))
        },
        ..FIRST
    },
    Entry {
        id: "first-marriage-median",
        name: Words("Median umur kawin pertama perempuan", "Median age at first marriage, women"),
        universe: Words("perempuan pernah kawin", "ever-married women"),
        denominator: Words(
            "perempuan pernah kawin yang umur kawin pertamanya diketahui",
            "ever-married women whose age at first marriage is known",
        ),
        unit: Unit::Years,
        factor: 1.0,
        part: false,
        better: Better::Higher,
        breakdowns: "U T",
        method: Words(
            "umur kawin pertama yang membagi perempuan pernah kawin menjadi dua sama banyak; di dalam satu tahun umur dibagi rata: x + (N/2 − F) ÷ f",
            "the age at first marriage that splits ever-married women into two equal halves, spread evenly within a year of age: x + (N/2 − F) ÷ f",
        ),
        help: Words(
            "Separuh perempuan yang pernah kawin menikah sebelum umur ini.",
            "Half of the women who ever married did so before this age.",
        ),
        interpretation: Words(
            "Semua umur digabung, jadi angka ini menceritakan juga pernikahan puluhan tahun lalu. Yang belum kawin tidak ikut.",
            "All ages together, so it also tells of marriages decades ago. Those who never married are not in it.",
        ),
        source: "daftar IKU BKKBN",
        figure: |c| {
            let women = || (0..).zip(&c.first_marriage).skip(1).map(|(years, row)| (years, row[Sex::Female as usize]));
            let n = women().map(|(_, n)| n).sum();
            Figure::median(women(), n).missing(c.first_marriage[0][Sex::Female as usize])
        },
        ..FIRST
    },
    Entry {
        id: "first-marriage-threshold-women",
        name: Words("Perempuan kawin pertama pada umur 19 tahun ke atas", "Women first married at 19 or later"),
        universe: Words("perempuan pernah kawin", "ever-married women"),
        numerator: Words("perempuan yang kawin pertama pada umur ≥19 tahun", "women first married at 19 or later"),
        denominator: Words(
            "perempuan pernah kawin yang umur kawin pertamanya diketahui",
            "ever-married women whose age at first marriage is known",
        ),
        better: Better::Higher,
        help: Words(
            "Dari tiap 100 perempuan yang pernah kawin, sebanyak inilah yang menikah pada umur 19 tahun atau lebih.",
            "Of every 100 women who ever married, this many did so at 19 or later.",
        ),
        interpretation: Words(
            "Sisanya menikah sebelum 19 tahun, batas umur kawin menurut undang-undang sekarang. Banyak di antaranya sudah lama berlalu.",
            "The rest married before 19, the legal age today. Many of those marriages are long past.",
        ),
        figure: |c| first_marriage_from(c, Sex::Female, 19),
        ..FIRST
    },
    Entry {
        id: "first-marriage-threshold-men",
        name: Words("Laki-laki kawin pertama pada umur 25 tahun ke atas", "Men first married at 25 or later"),
        universe: Words("laki-laki pernah kawin", "ever-married men"),
        numerator: Words("laki-laki yang kawin pertama pada umur ≥25 tahun", "men first married at 25 or later"),
        denominator: Words(
            "laki-laki pernah kawin yang umur kawin pertamanya diketahui",
            "ever-married men whose age at first marriage is known",
        ),
        help: Words(
            "Dari tiap 100 laki-laki yang pernah kawin, sebanyak inilah yang menikah pada umur 25 tahun atau lebih.",
            "Of every 100 men who ever married, this many did so at 25 or later.",
        ),
        interpretation: Words(
            "Umur 25 adalah anjuran program, bukan batas undang-undang.",
            "25 is what the programme advises, no legal limit.",
        ),
        figure: |c| first_marriage_from(c, Sex::Male, 25),
        ..FIRST
    },
];
