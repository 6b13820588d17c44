//! Vital rates as averages of three years (domain.md §6.2, K3): the sum of the years' events beside the person-years lived,
//! each year's being the mean of its ends. Births of a mother who moved away with her child are not on record, so the
//! birth rates are lower bounds. Two single years are never compared.

use super::super::entry::{Better, Entry, Figure, Group, Unit, Words};
use super::people::AVERAGE;
use super::{Ground, Item, Part, Read, WIDER};

const RATE: Entry = Entry {
    denominator: Words("orang-tahun dalam tiga tahun", "person-years in three years"),
    unit: Unit::PerThousand,
    factor: 1000.0,
    interpretation: Words(
        "Rata-rata tiga tahun untuk seluruh desa. Satu desa kecil: bedanya dari tahun ke tahun sering kebetulan, jadi baca rentangnya.",
        "A mean of three years for the whole village. In a small village years differ by chance: read the range.",
    ),
    method: Words(
        "kejadian dalam tiga tahun ÷ orang-tahun × 1.000; orang-tahun = jumlah rata-rata penduduk awal dan akhir tiap tahun",
        "events of three years ÷ person-years × 1,000; person-years = sum of each year's mean of first and last day",
    ),
    source: "BPS Ensiklopedia Indikator",
    ..AVERAGE
};

const FERTILITY: Entry = Entry {
    universe: Words("perempuan 15–49 tahun", "women aged 15–49"),
    numerator: Words("kelahiran dari ibu 15–49 tahun yang tercatat", "births to recorded mothers aged 15–49"),
    denominator: Words("perempuan-tahun 15–49 dalam tiga tahun", "woman-years at 15–49 in three years"),
    interpretation: Words(
        "Hanya bayi yang terhubung dengan ibunya di data. Kelahiran tanpa hubungan ibu disebut tidak ikut dihitung; lengkapi isian 'ibu kandung'.",
        "Only babies linked to their mother. Births without that link are told as left out; fill in 'biological mother'.",
    ),
    fields: &["tanggal_lahir", "ibu_kandung", "jenis_kelamin", "tanggal_masuk"],
    ..RATE
};

pub(super) const ITEMS: &[Item] = &[
    Item {
        entry: Entry {
            id: "cbr-average",
            name: Words("Angka kelahiran kasar, rata-rata 3 tahun", "Crude birth rate, mean of 3 years"),
            numerator: Words("kelahiran dalam tiga tahun", "births of three years"),
            help: Words("Kelahiran tiap 1.000 penduduk dalam setahun.", "Births for every 1,000 residents in a year."),
            fields: &["tanggal_lahir", "tanggal_masuk"],
            ..RATE
        },
        read: Read::Ground(|g| rate(g, f64::from(g.vital.births))),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "gfr",
            name: Words("Angka kelahiran umum, rata-rata 3 tahun", "General fertility rate, mean of 3 years"),
            help: Words(
                "Kelahiran tiap 1.000 perempuan 15–49 tahun dalam setahun.",
                "Births for every 1,000 women aged 15–49 in a year.",
            ),
            ..FERTILITY
        },
        read: Read::Ground(|g| women(g, g.linked_births())),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "asfr",
            name: Words("Angka kelahiran menurut umur (ASFR)", "Age-specific fertility"),
            numerator: Words("kelahiran dari ibu kelompok umur", "births to mothers of the age group"),
            denominator: Words("perempuan-tahun kelompok umur", "woman-years of the age group"),
            breakdowns: "U T",
            help: Words(
                "Kelahiran tiap 1.000 perempuan kelompok umur dalam setahun, rata-rata tiga tahun.",
                "Births for every 1,000 women of the age group in a year, mean of three years.",
            ),
            ..FERTILITY
        },
        read: Read::Parts(|g, _| {
            let groups = (0..super::ground::WOMEN).map(|group| (15 + 5 * group, g.asfr(group)));
            groups
                .map(|(from, figure)| Part::new(format!("{from}-{}", from + 4), format!("{from}–{}", from + 4), figure))
                .collect()
        }),
        k: "K3, K5",
    },
    Item {
        entry: Entry {
            id: "asfr-15-19",
            name: Words("Angka kelahiran remaja (ASFR 15–19)", "Adolescent fertility (15–19)"),
            universe: Words("perempuan 15–19 tahun", "women aged 15–19"),
            numerator: Words("kelahiran dari ibu 15–19 tahun", "births to mothers aged 15–19"),
            denominator: Words("perempuan-tahun 15–19 dalam tiga tahun", "woman-years at 15–19 in three years"),
            sensitive: true,
            better: Better::Lower,
            help: Words(
                "Kelahiran tiap 1.000 perempuan 15–19 tahun dalam setahun.",
                "Births for every 1,000 women aged 15–19 in a year.",
            ),
            source: "daftar IKU BKKBN",
            ..FERTILITY
        },
        read: Read::Ground(|g| g.asfr(0)),
        k: "K3, K4, K5",
    },
    Item {
        entry: Entry {
            id: "tfr",
            name: Words("Angka kelahiran total (TFR)", "Total fertility rate"),
            unit: Unit::PerWoman,
            method: Words(
                "5 × jumlah ASFR tujuh kelompok umur ÷ 1.000, dengan kelahiran tiga tahun",
                "5 × the sum of the seven age-specific rates ÷ 1,000, births of three years",
            ),
            help: Words(
                "Banyaknya anak seorang perempuan bila seumur hidup melahirkan seperti keadaan tiga tahun ini.",
                "Children a woman would have if she bore children all her life as in these three years.",
            ),
            interpretation: Words(
                "Untuk satu desa angka ini mudah meleset jauh. Bandingkan dengan angka kabupaten, jangan dengan tahun lalu. Hanya bayi yang terhubung dengan ibunya yang ikut.",
                "For one village it is easily far off. Compare it with the regency, not with last year. Only babies linked to their mother are counted.",
            ),
            ..FERTILITY
        },
        read: Read::Ground(tfr),
        k: "K3, K5",
    },
    Item {
        entry: Entry {
            id: "cdr-average",
            name: Words("Angka kematian kasar, rata-rata 3 tahun", "Crude death rate, mean of 3 years"),
            numerator: Words("kematian dalam tiga tahun", "deaths of three years"),
            help: Words("Kematian tiap 1.000 penduduk dalam setahun.", "Deaths for every 1,000 residents in a year."),
            interpretation: Words(
                "Kematian sering tidak dilaporkan. Di bawah 4 per 1.000, periksa dulu catatannya. Baca rentangnya, bukan satu angka.",
                "Deaths often go unreported. Below 4 per 1,000 check the records first. Read the range, not one number.",
            ),
            fields: &["tanggal_keluar", "status_dasar"],
            ..RATE
        },
        read: Read::Ground(|g| rate(g, f64::from(g.vital.deaths))),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "in-migration-average",
            name: Words("Angka migrasi masuk, rata-rata 3 tahun", "In-migration rate, mean of 3 years"),
            numerator: Words("yang datang dalam tiga tahun", "arrivals of three years"),
            ..MOVES
        },
        read: Read::Ground(|g| rate(g, f64::from(g.vital.arrivals))),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "out-migration-average",
            name: Words("Angka migrasi keluar, rata-rata 3 tahun", "Out-migration rate, mean of 3 years"),
            numerator: Words("yang pergi dalam tiga tahun", "departures of three years"),
            ..MOVES
        },
        read: Read::Ground(|g| rate(g, f64::from(g.vital.departures))),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "net-migration-average",
            name: Words("Migrasi neto, rata-rata 3 tahun", "Net migration rate, mean of 3 years"),
            numerator: Words("yang datang dikurangi yang pergi, tiga tahun", "arrivals minus departures, three years"),
            ..MOVES
        },
        read: Read::Ground(|g| rate(g, f64::from(g.vital.arrivals) - f64::from(g.vital.departures))),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "new-acceptors",
            name: Words("Akseptor KB baru", "New acceptors"),
            group: Group::Family,
            universe: Words("pasangan usia subur (PUS)", "eligible couples"),
            numerator: Words("peserta yang mulai memakai KB dalam masa itu", "those who began in the period"),
            sensitive: true,
            help: Words("Peserta KB yang baru mulai.", "Those who began contraception."),
            source: "kampungkb.bkkbn.go.id, domain.md §8.1",
            ..AVERAGE
        },
        read: Read::Cannot(Words(
            "Perlu tanggal mulai memakai tiap cara KB. Register ini mencatat pemakaian sekarang saja; mintalah angkanya dari PLKB atau fasilitas kesehatan.",
            "Needed: the date on which each method was begun. These records tell present use alone; ask the field officer or the clinic.",
        )),
        k: "K1, K4",
    },
    Item {
        entry: Entry {
            id: "kb-discontinuation",
            name: Words("Putus pakai KB 12 bulan", "12-month discontinuation"),
            group: Group::Family,
            universe: Words("peserta KB", "users"),
            numerator: Words("peserta yang berhenti dalam 12 bulan", "users who stopped within 12 months"),
            denominator: Words("peserta yang mulai memakai", "users who began"),
            sensitive: true,
            help: Words("Bagian peserta yang berhenti dalam setahun.", "The part of users who stop within a year."),
            source: "daftar IKU BKKBN",
            ..AVERAGE
        },
        read: Read::Cannot(Words(
            "Perlu tanggal mulai dan berhenti tiap cara KB, dan cara hitung resminya belum diketahui.",
            "Needed: the dates on which each method was begun and stopped; the official method is not known.",
        )),
        k: "K3, K5",
    },
    Item {
        entry: Entry {
            id: "masyarakat-terjangkau",
            name: Words("Masyarakat terjangkau program", "People reached by the programme"),
            group: Group::Family,
            numerator: Words("masyarakat yang terjangkau", "people reached"),
            help: Words("Indikator kinerja BKKBN.", "An indicator of BKKBN's work."),
            source: "daftar IKU BKKBN, domain.md §6.4",
            ..AVERAGE
        },
        read: Read::Cannot(Words(
            "Rumus resminya belum diketahui, jadi tidak dihitung di sini. Bila sudah ada, sampaikan ke pengelola aplikasi.",
            "Its official formula is not known, so it is not computed here.",
        )),
        ..WIDER
    },
];

const MOVES: Entry = Entry {
    group: Group::Mobility,
    help: Words("Per 1.000 penduduk dalam setahun.", "For every 1,000 residents in a year."),
    source: "praktik umum",
    fields: &["tanggal_masuk", "tanggal_keluar", "status_dasar"],
    ..RATE
};

fn rate(g: &Ground, events: f64) -> Figure {
    Figure { numerator: Some(events), denominator: Some(g.vital.person_years()), ..Figure::default() }
}

fn women(g: &Ground, births: u32) -> Figure {
    let years = (0..super::ground::WOMEN).map(|group| g.vital.woman_years(group)).sum();
    Figure {
        numerator: Some(f64::from(births)),
        denominator: Some(years),
        missing: g.vital.mother_unknown,
        ..Figure::default()
    }
}

/// Nothing where an age group has nobody: the sum would be of fewer years.
fn tfr(g: &Ground) -> Figure {
    let mut sum = Some(0.0);
    for group in 0..super::ground::WOMEN {
        let (births, years) = (f64::from(g.vital.by_mother[group]), g.vital.woman_years(group));
        sum = sum.filter(|_| years > 0.0).map(|sum| sum + births / years);
    }
    let births = sum.map(|_| f64::from(g.linked_births()));
    Figure { exactly: sum.map(|sum| sum * 5.0), numerator: births, ..women(g, g.linked_births()) }
}
