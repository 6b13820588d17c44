//! Perlindungan sosial, potensi desa and mutu data: deciles, facilities, the balance of the year, digit preference.

use super::super::entry::{BASE, Better, Entry, Figure, Group, Small, Unit, Words};
use super::{Ground, Item, Part, Read, WIDER, distribution};
use crate::analyse::facilities::{FIELDS, Holds};
use crate::lang::{Lang, catalogue as words};

pub(super) const ITEMS: &[Item] = &[
    Item {
        entry: Entry {
            id: "desil-distribution",
            name: Words("Keluarga menurut desil", "Families by welfare decile"),
            group: Group::Protection,
            universe: Words("keluarga", "families"),
            numerator: Words("keluarga per desil", "families by decile"),
            denominator: Words("keluarga yang desilnya diimpor", "families with an imported decile"),
            sensitive: true,
            breakdowns: "W T",
            help: Words(
                "Dari tiap 100 keluarga yang desilnya diketahui, sebanyak inilah di tiap desil nasional.",
                "Of every 100 families of known decile, this many are in each decile of the country.",
            ),
            interpretation: Words(
                "Desil hanya dari DTSEN dan tidak pernah dihitung di sini. Bila desa sama dengan Indonesia, tiap desil berisi 10%.",
                "Deciles come from DTSEN alone and are never computed here. Were the village like the country, each would hold 10%.",
            ),
            source: "DTSEN (impor)",
            fields: &["desil"],
            ..BASE
        },
        read: Read::Parts(|g, lang| {
            let deciles =
                (1..=10).map(|decile| (decile.to_string(), words::decile(lang, decile), g.counts.decile[decile]));
            distribution(deciles, g.counts.decile[0])
        }),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "facility-count",
            name: Words("Potensi dan sarana", "Facilities"),
            group: Group::Housing,
            universe: Words("desa", "village"),
            numerator: Words("sarana menurut formulir potensi", "facilities by the village form"),
            unit: Unit::Things,
            factor: 1.0,
            part: false,
            small: Small::Count,
            breakdowns: "T",
            help: Words(
                "Banyaknya sarana di desa menurut formulir potensi.",
                "The number of facilities by the village form.",
            ),
            interpretation: Words(
                "Yang kosong belum diisi; 0 berarti memang tidak ada. Isi di Kumpul, Potensi desa.",
                "What is empty is not filled in yet; 0 means that there is none. Fill it in under Collect, Village potential.",
            ),
            source: "tabel rumah data desa, domain.md §8.2",
            fields: &["formulir_potensi"],
            ..BASE
        },
        read: Read::Parts(facilities),
        k: "",
    },
    Item {
        entry: Entry {
            id: "balance-residual",
            name: Words("Selisih persamaan berimbang", "Balance residual"),
            group: Group::DataQuality,
            numerator: Words(
                "penduduk akhir − (penduduk awal + lahir − mati + datang − pindah yang dicatat sebagai peristiwa), setahun",
                "closing − (opening + births − deaths + arrivals − departures on record as events), one year",
            ),
            unit: Unit::Persons,
            factor: 1.0,
            small: Small::Count,
            breakdowns: "W T",
            help: Words(
                "0 berarti setiap orang yang bertambah atau berkurang dalam setahun punya catatan peristiwanya.",
                "0 means that everyone who was added or lost within the year has an event on record.",
            ),
            interpretation: Words(
                "Bila tidak 0, catat peristiwa yang belum dicatat di Kumpul, Peristiwa. Daftar hasil impor sering belum punya peristiwa.",
                "Where it is not 0, record the missing events under Collect, Events. Imported lists often have none yet.",
            ),
            method: Words(
                "penduduk pada tanggal acuan − (penduduk setahun sebelumnya + kelahiran dan kedatangan − kematian dan kepergian yang dicatat)",
                "residents at the date − (residents a year before + recorded births and arrivals − recorded deaths and departures)",
            ),
            source: "domain.md §4.3",
            fields: &["jenis_peristiwa", "tanggal_kejadian"],
            ..BASE
        },
        read: Read::Ground(|g| {
            let opening =
                f64::from(g.counts.residents_before) + f64::from(g.recorded.came) - f64::from(g.recorded.went);
            Figure { numerator: Some(f64::from(g.counts.residents) - opening), ..Figure::default() }
        }),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "myers",
            name: Words("Indeks Myers", "Myers' blended index"),
            group: Group::DataQuality,
            universe: Words("penduduk 10–89 tahun", "residents aged 10–89"),
            denominator: Words("penduduk 10–89 tahun", "residents aged 10–89"),
            unit: Unit::Index,
            factor: 1.0,
            part: false,
            small: Small::Rate(500),
            better: Better::Lower,
            breakdowns: "J T",
            method: Words(
                "Untuk tiap angka akhir d (0–9): (d + 1) × banyak orang 10–89 tahun berakhiran d + (9 − d) × banyak orang 20–89 tahun berakhiran d. Setengah dari jumlah selisih mutlak tiap bagiannya dengan 10%.",
                "For each last digit d (0–9): (d + 1) × persons aged 10–89 ending in d + (9 − d) × persons aged 20–89 ending in d. Half the sum of the absolute differences of each share from 10%.",
            ),
            help: Words(
                "0 berarti tidak ada angka akhir umur yang disukai; 90 berarti semua memilih angka yang sama.",
                "0 means that no last digit of ages is preferred; 90 that all gave the same one.",
            ),
            interpretation: Words(
                "Di atas 10: banyak umur dikira-kira. Tidak berarti di bawah 500 orang.",
                "Above 10: many ages were guessed. Means nothing below 500 persons.",
            ),
            source: "praktik umum demografi",
            fields: &["tanggal_lahir"],
            ..BASE
        },
        read: Read::Ground(myers),
        k: "K5",
    },
];

fn facilities(g: &Ground, lang: Lang) -> Vec<Part> {
    let Some(form) = &g.form else { return Vec::new() };
    let counted = FIELDS.iter().filter(|field| matches!(field.holds, Holds::Things(_)));
    let told = counted.filter_map(|field| form.angka.get(field.key).map(|n| (field, *n)));
    told.map(|(field, n)| {
        Part::new(field.key, field.name.in_lang(lang), Figure { numerator: Some(n), ..Figure::default() })
    })
    .collect()
}

fn myers(g: &Ground) -> Figure {
    let ending =
        |from: usize, digit: usize| (from + digit..90).step_by(10).map(|age| g.counts.n_aged(age..=age)).sum::<u32>();
    let blended: Vec<u64> = (0..10u64)
        .map(|d| (d + 1) * u64::from(ending(10, d as usize)) + (9 - d) * u64::from(ending(20, d as usize)))
        .collect();
    let total: u64 = blended.iter().sum();
    // |b ÷ total − 1 ÷ 10| summed as whole numbers, halved, in per cent: formed once.
    let apart: u64 = blended.iter().map(|b| (10 * b).abs_diff(total)).sum();
    let n = g.counts.n_aged(10..=89);
    Figure {
        exactly: (total > 0).then(|| (5 * apart) as f64 / total as f64),
        denominator: Some(f64::from(n)),
        missing: g.counts.age_unknown(),
        ..Figure::default()
    }
}
