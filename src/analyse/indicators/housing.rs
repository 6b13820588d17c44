//! Perumahan: water, sanitation, room, adequate housing (domain.md §7.5). KRS and BPS judge water differently: two
//! indicators, two labels. PK21 does not ask the closet, so sanitation is an approximation.

use super::entry::{BASE, Better, Entry, Figure, Group, Words};
use crate::base::CodeList;
use crate::base::codes::{Toilet, Water};

const HOUSING: Entry = Entry {
    group: Group::Housing,
    universe: Words("keluarga", "families"),
    better: Better::Higher,
    breakdowns: "W T",
    source: "domain.md §7.5",
    ..BASE
};

fn judged<T: CodeList>(by_code: &[u32], judge: impl Fn(T) -> Option<bool>) -> Figure {
    let (mut yes, mut known, mut missing) = (0, 0, 0);
    for (code, n) in (0u8..).zip(by_code) {
        match T::from_number(code).and_then(&judge) {
            Some(holds) => {
                known += n;
                yes += if holds { *n } else { 0 };
            }
            None => missing += n,
        }
    }
    Figure::ratio(yes, known).missing(missing)
}

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "water-layak",
        name: Words("Air minum layak (BPS)", "Improved drinking water (BPS)"),
        numerator: Words("keluarga dengan air minum layak", "families with improved water"),
        denominator: Words("keluarga yang air minumnya dapat dinilai", "families whose water can be judged"),
        help: Words(
            "Dari tiap 100 keluarga, sebanyak inilah yang minum dari ledeng, sumur bor, sumur atau mata air terlindung, atau air hujan.",
            "Of every 100 families, this many drink piped water, from boreholes, protected wells or springs, or rain.",
        ),
        interpretation: Words(
            "Air kemasan dan isi ulang tidak dinilai: layak menurut BPS hanya dengan syarat yang tidak ditanyakan. Tidak ikut pembilang maupun penyebut.",
            "Bottled and refill water are not judged: BPS accepts them on a condition that is not asked. They are in neither number.",
        ),
        fields: &["air_minum"],
        figure: |c| judged(&c.water, Water::proper_bps),
        ..HOUSING
    },
    Entry {
        id: "water-krs",
        name: Words("Air minum utama layak (KRS)", "Proper drinking water (KRS)"),
        numerator: Words(
            "keluarga dengan air minum layak menurut aturan KRS",
            "families with proper water by the KRS rules",
        ),
        denominator: Words("keluarga yang air minumnya dapat dinilai", "families whose water can be judged"),
        help: Words(
            "Dari tiap 100 keluarga, sebanyak inilah yang air minumnya layak menurut aturan keluarga berisiko stunting.",
            "Of every 100 families, this many have proper water by the rules on stunting risk.",
        ),
        interpretation: Words(
            "Kemasan dan isi ulang dianggap layak di sini. Air hujan tidak disebut aturan itu, jadi tidak dinilai.",
            "Bottled and refill water count as proper here. Those rules do not name rain water, so it is not judged.",
        ),
        source: "domain.md §7.3",
        fields: &["air_minum"],
        figure: |c| judged(&c.water, Water::proper_krs),
        ..HOUSING
    },
    Entry {
        id: "sanitation-layak",
        name: Words("Sanitasi layak (perkiraan)", "Improved sanitation (estimate)"),
        numerator: Words(
            "keluarga dengan jamban sendiri bertangki septik",
            "families with an own toilet and septic tank",
        ),
        denominator: Words("keluarga yang jambannya dapat dinilai", "families whose toilet can be judged"),
        help: Words(
            "Dari tiap 100 keluarga, sebanyak inilah yang punya jamban sendiri dengan tangki septik.",
            "Of every 100 families, this many have their own toilet with a septic tank.",
        ),
        interpretation: Words(
            "Perkiraan: bentuk kloset dan jarak tangki tidak ditanyakan, dan jamban bersama tidak dapat dinilai.",
            "An estimate: the closet and the tank's distance are not asked, and shared toilets cannot be judged.",
        ),
        fields: &["tempat_bab"],
        figure: |c| judged(&c.toilet, Toilet::proper_krs),
        ..HOUSING
    },
    Entry {
        id: "floor-area-7-2",
        name: Words("Luas lantai minimal 7,2 m² per orang", "At least 7.2 m² a person"),
        numerator: Words("keluarga dengan luas lantai ≥7,2 m² per orang", "families with at least 7.2 m² a person"),
        denominator: Words("keluarga yang luas bangunannya diketahui", "families of known floor area"),
        method: Words(
            "keluarga dengan luas bangunan ÷ orang menetap ≥ 7,2 m², per keluarga yang luasnya diketahui, × 100; bila jumlah orang menetap tidak diisi, dipakai jumlah anggota yang tinggal di sini",
            "families whose floor area ÷ people in the house ≥ 7.2 m², of families of known floor area, × 100; where the people in the house are not told, resident members are taken",
        ),
        help: Words(
            "Dari tiap 100 keluarga, sebanyak inilah yang tempat tinggalnya cukup luas.",
            "Of every 100 families, this many have enough room.",
        ),
        interpretation: Words(
            "Batas lain yang juga dipakai: 9 m² (SPM PUPR 29/2018).",
            "Another limit in use: 9 m² (SPM PUPR 29/2018).",
        ),
        fields: &["luas_bangunan", "orang_menetap"],
        figure: |c| Figure::tally(c.floor_area),
        ..HOUSING
    },
    Entry {
        id: "rlh-share",
        name: Words("Rumah layak huni", "Adequate housing"),
        numerator: Words("keluarga yang keempat syaratnya terpenuhi", "families for whom all four parts hold"),
        denominator: Words("keluarga yang jawabannya cukup", "families whose answers suffice"),
        method: Words(
            "keluarga dengan bahan bangunan tahan lama, ≥7,2 m² per orang, air layak (BPS), dan sanitasi layak (perkiraan), per keluarga yang jawabannya cukup, × 100; satu syarat gagal sudah berarti tidak layak",
            "families with lasting materials, at least 7.2 m² a person, improved water (BPS) and improved sanitation (estimate), of families whose answers suffice, × 100; one failing part is enough to fail",
        ),
        help: Words(
            "Dari tiap 100 keluarga yang dapat dinilai, sebanyak inilah yang rumahnya memenuhi empat syarat layak huni.",
            "Of every 100 families that can be judged, this many live in a house that meets all four conditions.",
        ),
        interpretation: Words(
            "Cenderung terlalu rendah: rumah dapat dinyatakan tidak layak dari satu jawaban, tetapi layak hanya bila semua terjawab.",
            "Tends to be too low: one answer can fail a house, but only all answers can pass it.",
        ),
        fields: &["atap", "dinding", "lantai", "luas_bangunan", "orang_menetap", "air_minum", "tempat_bab"],
        figure: |c| Figure::tally(c.adequate),
        ..HOUSING
    },
];
