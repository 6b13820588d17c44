//! Vital rates as averages of three to five years (domain.md §6.2, K3), as [`crate::analyse::vital`] reckons them: the events
//! of all years beside the person-years lived, each year's being the mean of its ends. Births of a mother who moved away with
//! her child are not on record, so the birth rates are lower bounds. Two single years are never compared.

use super::super::entry::{Better, Entry, Group, Unit, Words};
use super::people::AVERAGE;
use super::{Item, Part, Read, WIDER};
use crate::analyse::vital::MOTHERS;

const RATE: Entry = Entry {
    denominator: Words("orang-tahun", "person-years"),
    unit: Unit::PerThousand,
    factor: 1000.0,
    interpretation: Words(
        "Rata-rata 3–5 tahun untuk seluruh desa. Satu desa kecil: bedanya dari tahun ke tahun sering kebetulan, jadi baca rentangnya.",
        "A mean of 3–5 years for the whole village. In a small village years differ by chance: read the range.",
    ),
    method: Words(
        "Kejadian ÷ orang-tahun × 1.000; orang-tahun = jumlah rata-rata penduduk awal dan akhir tiap tahun. Tiga tahun; empat atau lima bila kelahiran atau kematiannya kurang dari 30 dan tahun sebelumnya sudah tercatat.",
        "Events ÷ person-years × 1,000; person-years = the sum of each year's mean of first and last day. Three years; four or five where births or deaths are fewer than 30 and the year before is on record.",
    ),
    source: "BPS Ensiklopedia Indikator",
    ..AVERAGE
};

const FERTILITY: Entry = Entry {
    universe: Words("perempuan 15–49 tahun", "women aged 15–49"),
    numerator: Words("kelahiran", "births"),
    denominator: Words("perempuan-tahun 15–49", "woman-years at 15–49"),
    interpretation: Words(
        "Kelahiran yang ibunya tidak dikenali dibagi menurut umur ibu yang dikenali; bila yang dikenali kurang dari separuh, tidak dihitung. Lengkapi isian 'ibu kandung'.",
        "Births of unknown mothers are spread by the ages of the known ones; where fewer than half are known, there is no rate. Fill in 'biological mother'.",
    ),
    fields: &["tanggal_lahir", "ibu_kandung", "jenis_kelamin", "tanggal_masuk"],
    ..RATE
};

const BY_AGE: Words = Words(
    "Kelahiran dari ibu kelompok umur ÷ perempuan-tahun kelompok umur × 1.000, dikali semua kelahiran ÷ kelahiran yang ibunya dikenali. Tiga tahun; empat atau lima bila kelahiran atau kematiannya kurang dari 30 dan tahun sebelumnya sudah tercatat.",
    "Births to mothers of the age group ÷ woman-years of the group × 1,000, times all births ÷ births of known mothers. Three years; four or five where births or deaths are fewer than 30 and the year before is on record.",
);

pub(super) const ITEMS: &[Item] = &[
    Item {
        entry: Entry {
            id: "cbr-average",
            name: Words("Angka kelahiran kasar, rata-rata 3–5 tahun", "Crude birth rate, mean of 3–5 years"),
            numerator: Words("kelahiran", "births"),
            help: Words("Kelahiran tiap 1.000 penduduk dalam setahun.", "Births for every 1,000 residents in a year."),
            fields: &["tanggal_lahir", "tanggal_masuk"],
            ..RATE
        },
        read: Read::Rate("cbr", None),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "gfr",
            name: Words("Angka kelahiran umum, rata-rata 3–5 tahun", "General fertility rate, mean of 3–5 years"),
            help: Words(
                "Kelahiran tiap 1.000 perempuan 15–49 tahun dalam setahun.",
                "Births for every 1,000 women aged 15–49 in a year.",
            ),
            ..FERTILITY
        },
        read: Read::Rate("gfr", None),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "asfr",
            name: Words("Angka kelahiran menurut umur (ASFR)", "Age-specific fertility"),
            numerator: Words("kelahiran dari ibu kelompok umur", "births to mothers of the age group"),
            denominator: Words("perempuan-tahun kelompok umur", "woman-years of the age group"),
            breakdowns: "U T",
            method: BY_AGE,
            help: Words(
                "Kelahiran tiap 1.000 perempuan kelompok umur dalam setahun, rata-rata 3–5 tahun.",
                "Births for every 1,000 women of the age group in a year, mean of 3–5 years.",
            ),
            ..FERTILITY
        },
        read: Read::Parts(|g, _| {
            let part = |group| {
                let (from, to) = (15 + 5 * group, 19 + 5 * group);
                Part::new(format!("{from}-{to}"), format!("{from}–{to}"), g.rate_figure("asfr", Some(group)))
            };
            if g.vital.is_some() { (0..MOTHERS).map(part).collect() } else { Vec::new() }
        }),
        k: "K3, K5",
    },
    Item {
        entry: Entry {
            id: "asfr-15-19",
            name: Words("Angka kelahiran remaja (ASFR 15–19)", "Adolescent fertility (15–19)"),
            universe: Words("perempuan 15–19 tahun", "women aged 15–19"),
            numerator: Words("kelahiran dari ibu 15–19 tahun", "births to mothers aged 15–19"),
            denominator: Words("perempuan-tahun 15–19", "woman-years at 15–19"),
            method: BY_AGE,
            sensitive: true,
            better: Better::Lower,
            help: Words(
                "Kelahiran tiap 1.000 perempuan 15–19 tahun dalam setahun.",
                "Births for every 1,000 women aged 15–19 in a year.",
            ),
            source: "daftar IKU BKKBN",
            ..FERTILITY
        },
        read: Read::Rate("asfr", Some(0)),
        k: "K3, K4, K5",
    },
    Item {
        entry: Entry {
            id: "tfr",
            name: Words("Angka kelahiran total (TFR)", "Total fertility rate"),
            numerator: Words("kelahiran yang umur ibunya dikenali", "births of mothers of known age"),
            unit: Unit::PerWoman,
            method: Words(
                "5 × jumlah ASFR tujuh kelompok umur ÷ 1.000. Kelahiran yang ibunya tidak dikenali dibagi menurut umur ibu yang dikenali.",
                "5 × the sum of the seven age-specific rates ÷ 1,000. Births of unknown mothers are spread by the ages of the known ones.",
            ),
            help: Words(
                "Banyaknya anak seorang perempuan bila seumur hidup melahirkan seperti keadaan tahun-tahun ini.",
                "Children a woman would have if she bore children all her life as in these years.",
            ),
            interpretation: Words(
                "Untuk satu desa angka ini mudah meleset jauh. Bandingkan dengan angka kabupaten, jangan dengan tahun lalu.",
                "For one village it is easily far off. Compare it with the regency, not with last year.",
            ),
            ..FERTILITY
        },
        read: Read::Rate("tfr", None),
        k: "K3, K5",
    },
    Item {
        entry: Entry {
            id: "cdr-average",
            name: Words("Angka kematian kasar, rata-rata 3–5 tahun", "Crude death rate, mean of 3–5 years"),
            numerator: Words("kematian", "deaths"),
            help: Words("Kematian tiap 1.000 penduduk dalam setahun.", "Deaths for every 1,000 residents in a year."),
            interpretation: Words(
                "Kematian sering tidak dilaporkan. Di bawah 4 per 1.000, periksa dulu catatannya. Baca rentangnya, bukan satu angka.",
                "Deaths often go unreported. Below 4 per 1,000 check the records first. Read the range, not one number.",
            ),
            fields: &["tanggal_keluar", "status_dasar"],
            ..RATE
        },
        read: Read::Rate("cdr", None),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "in-migration-average",
            name: Words("Angka migrasi masuk, rata-rata 3–5 tahun", "In-migration rate, mean of 3–5 years"),
            numerator: Words("yang datang", "arrivals"),
            ..MOVES
        },
        read: Read::Rate("in-migration", None),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "out-migration-average",
            name: Words("Angka migrasi keluar, rata-rata 3–5 tahun", "Out-migration rate, mean of 3–5 years"),
            numerator: Words("yang pergi", "departures"),
            ..MOVES
        },
        read: Read::Rate("out-migration", None),
        k: "K3",
    },
    Item {
        entry: Entry {
            id: "net-migration-average",
            name: Words("Migrasi neto, rata-rata 3–5 tahun", "Net migration rate, mean of 3–5 years"),
            numerator: Words("yang datang dikurangi yang pergi", "arrivals minus departures"),
            ..MOVES
        },
        read: Read::Rate("net-migration", None),
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
