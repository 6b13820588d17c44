//! Kuantitas and kualitas, the distributions and what several dates tell: age structure, growth, occupation, nutrition.

use super::super::entry::{BASE, Better, Entry, Figure, Group, Unit, Words};
use super::{Ground, Item, Part, Read, SHOWN, WIDER, by_code, distribution};
use crate::analyse::counts::Broad;
use crate::analyse::sums::{OLDEST, all, of_ages};
use crate::base::CodeList;
use crate::base::codes::{Completed, Nutrition, Occupation, PkWork};
use crate::lang::{Lang, analyse as words};

const QUALITY: Entry = Entry { group: Group::Quality, ..BASE };

pub(super) const ITEMS: &[Item] = &[
    Item {
        entry: Entry {
            id: "age-structure",
            name: Words("Komposisi umur", "Age structure"),
            numerator: Words("penduduk kelompok umur lima tahunan", "residents of a five-year age group"),
            denominator: Words("penduduk yang umurnya diketahui", "residents of known age"),
            breakdowns: "J W T",
            help: Words(
                "Dari tiap 100 penduduk, sebanyak inilah yang berada di tiap kelompok umur.",
                "Of every 100 residents, this many are in each age group.",
            ),
            interpretation: Words(
                "Kelompok yang menonjol menunjukkan kebutuhan: posyandu, sekolah, lapangan kerja, atau layanan lansia.",
                "A large group tells of a need: health posts, schools, work, or care of the elderly.",
            ),
            source: "kelompok umur baku, domain.md §4.4",
            fields: &["tanggal_lahir"],
            ..BASE
        },
        read: Read::Parts(age_structure),
        k: "K1, K2",
    },
    Item {
        entry: Entry {
            id: "growth-rate",
            name: Words("Laju pertumbuhan penduduk, rata-rata 3 tahun", "Growth rate, mean of 3 years"),
            numerator: Words("penduduk pada tanggal acuan", "residents at the reference date"),
            denominator: Words("penduduk tiga tahun sebelumnya", "residents three years before"),
            unit: Unit::PercentYear,
            part: false,
            breakdowns: "T",
            method: Words(
                "Geometrik, cara BPS: ((penduduk sekarang ÷ penduduk tiga tahun lalu)^(1/3) − 1) × 100.",
                "Geometric, as BPS does: ((residents now ÷ residents three years ago)^(1/3) − 1) × 100.",
            ),
            help: Words(
                "Setiap tahun penduduk rata-rata bertambah (atau berkurang) sebanyak ini persen.",
                "Each year the population grew (or shrank) by this per cent on average.",
            ),
            interpretation: Words(
                "Jumlah tiga tahun lalu dihitung dari tanggal lahir, datang, dan pergi. Orang yang pergi sebelum data ini dibuat tidak tercatat, sehingga pertumbuhan dapat tampak lebih besar dari sebenarnya. Jangan dibaca bila catatan belum tiga tahun.",
                "The number of three years ago is reckoned from births, arrivals and departures. Those who left before these records began are missing, so that growth may look larger than it was. Not to be read before the records are three years old.",
            ),
            source: "BPS, Kecamatan dalam Angka; domain.md §6.4",
            fields: &["tanggal_lahir", "tanggal_masuk", "tanggal_keluar", "status_dasar"],
            ..BASE
        },
        read: Read::Ground(growth),
        k: "K5",
    },
    Item {
        entry: Entry {
            id: "education-attainment",
            name: Words("Pendidikan yang ditamatkan, 15 tahun ke atas", "Educational attainment, 15 and over"),
            universe: Words("penduduk 15 tahun ke atas", "residents aged 15 and over"),
            numerator: Words("penduduk 15+ per jenjang yang ditamatkan", "residents 15+ by level completed"),
            denominator: Words("penduduk 15+ yang pendidikannya diketahui", "residents 15+ of known education"),
            help: Words(
                "Dari tiap 100 penduduk 15 tahun ke atas, sebanyak inilah yang ijazah terakhirnya di tiap jenjang.",
                "Of every 100 residents aged 15 and over, this many finished at each level.",
            ),
            interpretation: Words(
                "Bandingkan umur muda dan tua sebelum menyimpulkan: orang tua dulu jarang bersekolah.",
                "Compare young and old before judging: few of the old could go to school.",
            ),
            source: "tabel rumah data desa, domain.md §8.2",
            fields: &["pendidikan_ditamatkan", "tanggal_lahir"],
            ..QUALITY
        },
        read: Read::Parts(|g, lang| {
            let rows = of_ages(&g.counts.completed, &[Broad::Adult]).map(all);
            distribution(by_code::<Completed>(&rows, &[], lang), rows[0])
        }),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "occupation-share",
            name: Words("Pekerjaan, 15 tahun ke atas", "Occupation, 15 and over"),
            universe: Words("penduduk 15 tahun ke atas", "residents aged 15 and over"),
            numerator: Words("penduduk 15+ per kelas pekerjaan", "residents 15+ by class of work"),
            denominator: Words("penduduk 15+ yang pekerjaannya diketahui", "residents 15+ of known occupation"),
            breakdowns: "J U W",
            help: Words(
                "Dari tiap 100 penduduk 15 tahun ke atas, sebanyak inilah di tiap kelas pekerjaan Pendataan Keluarga.",
                "Of every 100 residents aged 15 and over, this many are in each class of the family census.",
            ),
            interpretation: Words(
                "Daftar pekerjaan KTP tidak selalu punya padanan di sepuluh kelas ini; yang tidak punya disebut terpisah.",
                "The card's list does not always match these ten classes; what does not is told apart.",
            ),
            source: "tabel rumah data desa, domain.md §8.2",
            fields: &["pekerjaan", "tanggal_lahir"],
            ..QUALITY
        },
        read: Read::Parts(occupations),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "tpak",
            name: Words("Tingkat partisipasi angkatan kerja (TPAK)", "Labour force participation"),
            universe: Words("penduduk 15 tahun ke atas", "residents aged 15 and over"),
            numerator: Words("angkatan kerja", "labour force"),
            denominator: Words("penduduk 15 tahun ke atas", "residents aged 15 and over"),
            breakdowns: "J U",
            help: Words(
                "Bagian penduduk 15+ yang bekerja atau mencari kerja.",
                "Residents 15+ who work or look for work.",
            ),
            interpretation: Words(
                "Sebagai gantinya lihat 'Penduduk 15 tahun ke atas yang bekerja': itu bukan TPAK.",
                "See 'Residents 15 and over who work' instead: it is not the same.",
            ),
            source: "admindata.depok.go.id; domain.md §6.4",
            ..QUALITY
        },
        read: Read::Cannot(LOOKING),
        ..WIDER
    },
    Item {
        entry: Entry {
            id: "tpt",
            name: Words("Tingkat pengangguran terbuka (TPT)", "Open unemployment"),
            universe: Words("angkatan kerja", "labour force"),
            numerator: Words("penganggur", "unemployed"),
            denominator: Words("angkatan kerja", "labour force"),
            breakdowns: "J U",
            help: Words(
                "Bagian angkatan kerja yang mencari kerja.",
                "The part of the labour force that looks for work.",
            ),
            interpretation: Words(
                "Orang tanpa pekerjaan di daftar ini bisa jadi mengurus rumah, sekolah, atau pensiun, jadi bukan penganggur.",
                "Those without work here may keep house, study or be retired: they are not unemployed.",
            ),
            source: "admindata.depok.go.id; domain.md §6.4",
            ..QUALITY
        },
        read: Read::Cannot(LOOKING),
        k: "K2, K5",
    },
    Item {
        entry: Entry {
            id: "child-nutrition",
            name: Words("Status gizi balita", "Nutrition of children under five"),
            universe: Words("anak 0–59 bulan yang ada catatannya", "children of 0–59 months with a record"),
            numerator: Words("anak menurut status gizi dari Posyandu", "children by nutrition told by the health post"),
            denominator: Words("anak 0–59 bulan yang ada catatannya", "children of 0–59 months with a record"),
            sensitive: true,
            better: Better::Neither,
            breakdowns: "J",
            help: Words(
                "Dari tiap 100 anak balita yang punya catatan Posyandu, sebanyak inilah di tiap status gizi.",
                "Of every 100 children under five with a record, this many are in each state.",
            ),
            interpretation: Words(
                "Hanya anak yang ditimbang dan dicatat. Satu dua anak mengubah persentasenya; bicarakan dengan bidan desa, jangan dipajang.",
                "Only children who were measured. One or two change the rate; talk with the midwife, do not post it.",
            ),
            source: "Regsosek 427",
            fields: &["status_gizi", "tanggal_lahir"],
            ..QUALITY
        },
        read: Read::Parts(|g, lang| {
            let none = Nutrition::NoRecord.number();
            let rows = by_code::<Nutrition>(&g.nutrition, &[none], lang);
            distribution(rows, g.nutrition[0] + g.nutrition[usize::from(none)])
        }),
        k: "K4, K5",
    },
];

const LOOKING: Words = Words(
    "Register ini dan daftar KTP tidak menanyakan siapa yang mencari kerja. Perlu pertanyaan tambahan: apakah seminggu terakhir bekerja, dan apakah sedang mencari kerja.",
    "Neither these records nor the identity card ask who looks for work. Needed: whether the person worked last week, and whether he or she looks for work.",
);

fn age_structure(g: &Ground, _: Lang) -> Vec<Part> {
    let groups = (0..16).map(|group| {
        let from = group * 5;
        let (to, label) =
            if group == 15 { (OLDEST, "75+".to_owned()) } else { (from + 4, format!("{from}–{}", from + 4)) };
        (label.replace('–', "-"), label, g.counts.n_aged(from..=to))
    });
    distribution(groups, g.counts.age_unknown())
}

fn growth(g: &Ground) -> Figure {
    let (now, before) = (g.counts.residents, g.residents_earlier);
    let exactly = (before > 0).then(|| (cube_root(f64::from(now) / f64::from(before)) - 1.0) * 100.0);
    Figure { exactly, ..Figure::ratio(now, before) }
}

/// The cube root of a positive number by Newton's method: the same steps natively and in wasm.
fn cube_root(x: f64) -> f64 {
    let mut root = if x > 1.0 { x } else { 1.0 };
    if x <= 0.0 {
        return 0.0;
    }
    for _ in 0..200 {
        let next = (2.0 * root + x / (root * root)) / 3.0;
        if next >= root {
            break;
        }
        root = next;
    }
    root
}

fn occupations(g: &Ground, lang: Lang) -> Vec<Part> {
    let rows = of_ages(&g.counts.occupation, &[Broad::Adult]).map(all);
    let mut by_class = [0; 12];
    for (code, n) in (1u8..).zip(&rows[1..]) {
        let class = Occupation::from_number(code).and_then(Occupation::pk_class);
        by_class[class.map_or(11, |class| usize::from(class.number()))] += n;
    }
    let mut parts = by_code::<PkWork>(&by_class, &[], lang);
    parts.push(("belum_dipetakan".to_owned(), words::not_mapped(lang).to_owned(), by_class[11]));
    distribution(parts, rows[0])
}

/// A rate is shown from the first case on where its caution says what it is worth.
pub(super) const AVERAGE: Entry = Entry { small: SHOWN, part: false, breakdowns: "T", ..BASE };

#[test]
fn the_cube_root_is_the_cube_root() {
    for x in [0.25, 0.729, 0.97, 1.0, 1.000_1, 1.331, 27.0] {
        assert!((cube_root(x) - f64::cbrt(x)).abs() < 1e-15 * 4.0, "{x}: {}", cube_root(x));
    }
    assert_eq!(cube_root(0.0), 0.0);
}
