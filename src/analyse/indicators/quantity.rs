//! Kuantitas: how many, how old, how many of each sex, and what follows from that (domain.md §4.4, §6.3).

use super::entry::{BASE, Entry, Figure, Small, Unit, Words};
use crate::analyse::counts::Counts;
use crate::analyse::sums::{OLDEST, added, all};

const AGES: &[&str] = &["tanggal_lahir"];
const AGES_SEX: &[&str] = &["tanggal_lahir", "jenis_kelamin"];
const COUPLES: &[&str] = &["jenis_kelamin", "status_kawin", "tanggal_lahir"];
const ALL_AGES: Words = Words("penduduk yang umurnya diketahui", "residents of known age");
const WORKING_AGES: Words = Words("penduduk 15–64 tahun", "residents aged 15–64");
const PER_WORKING: Entry = Entry {
    denominator: WORKING_AGES,
    unit: Unit::PerHundred,
    part: false,
    breakdowns: "W T",
    source: "Singkawang open data",
    fields: AGES,
    ..BASE
};

fn dependency(counts: &Counts, young: bool, old: bool) -> Figure {
    let dependants = if young { counts.n_aged(0..=14) } else { 0 } + if old { counts.n_aged(65..=OLDEST) } else { 0 };
    Figure::ratio(dependants, counts.n_aged(15..=64)).missing(counts.age_unknown())
}

fn age_share(counts: &Counts, n: u32) -> Figure {
    Figure::ratio(n, counts.residents - counts.age_unknown()).missing(counts.age_unknown())
}

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "pop-total",
        name: Words("Jumlah penduduk", "Population"),
        numerator: Words("penduduk pada tanggal acuan", "residents at the reference date"),
        unit: Unit::Persons,
        factor: 1.0,
        small: Small::Count,
        help: Words(
            "Semua orang yang tercatat sebagai anggota keluarga di sini pada tanggal acuan, termasuk yang sedang di luar rumah.",
            "Everyone recorded as a member of a family here at the reference date, also those who are away for now.",
        ),
        interpretation: Words(
            "Dasar hampir semua angka lain. Batas tinggal (6 bulan atau 1 tahun) dipilih desa di profil.",
            "The ground of nearly all other figures. The residence rule (6 months or 1 year) is chosen in the village profile.",
        ),
        source: "Permendagri 47/2016",
        fields: &["tanggal_lahir", "tanggal_masuk", "tanggal_keluar", "status_dasar"],
        figure: |c| Figure::count(c.residents),
        ..BASE
    },
    Entry {
        id: "family-total",
        name: Words("Jumlah keluarga", "Families"),
        universe: Words("keluarga", "families"),
        numerator: Words("keluarga dengan sedikitnya satu penduduk", "families with at least one resident"),
        unit: Unit::Families,
        factor: 1.0,
        small: Small::Count,
        breakdowns: "W T",
        help: Words(
            "Keluarga yang semua anggotanya sudah pindah atau meninggal tidak dihitung.",
            "Families whose members have all died or left are not counted.",
        ),
        interpretation: Words(
            "Satu nomor KK dapat memuat lebih dari satu keluarga menurut Pendataan Keluarga; di sini satu catatan keluarga dihitung satu.",
            "One family card may hold more than one family by the rules of the family census; here one family record counts once.",
        ),
        source: "praktik desa",
        fields: &["id_keluarga"],
        figure: |c| Figure::count(c.families),
        ..BASE
    },
    Entry {
        id: "family-size",
        name: Words("Rata-rata anggota keluarga", "Mean family size"),
        universe: Words("keluarga", "families"),
        numerator: Words("penduduk", "residents"),
        denominator: Words("keluarga", "families"),
        unit: Unit::PersonsPerFamily,
        factor: 1.0,
        part: false,
        breakdowns: "W T",
        help: Words(
            "Bila semua penduduk dibagi rata ke semua keluarga, sebanyak inilah isi tiap keluarga.",
            "If all residents were spread evenly over all families, each would hold this many.",
        ),
        interpretation: Words(
            "Rata-rata tidak menceritakan sebarannya: ada keluarga satu orang, ada yang sepuluh.",
            "A mean says nothing of the spread: some families have one person, some have ten.",
        ),
        source: "praktik umum",
        fields: &["id_keluarga"],
        figure: |c| Figure::ratio(c.residents, c.families),
        ..BASE
    },
    Entry {
        id: "female-head-share",
        name: Words("Keluarga dengan kepala perempuan", "Female-headed families"),
        universe: Words("keluarga", "families"),
        numerator: Words("keluarga yang kepalanya perempuan", "families headed by a woman"),
        denominator: Words("keluarga yang kepalanya tercatat", "families whose head is recorded"),
        breakdowns: "U W",
        help: Words(
            "Dari tiap 100 keluarga, sebanyak inilah yang dipimpin perempuan.",
            "Of every 100 families, this many are headed by a woman.",
        ),
        interpretation: Words(
            "Sering berarti janda atau istri yang suaminya merantau. Bukan tanda buruk, tetapi patut ditanya kebutuhannya.",
            "Often widows, or wives whose husbands work elsewhere. No bad sign in itself, but worth asking what they need.",
        ),
        source: "PK21 kolom 3 dan 10",
        fields: &["hubungan", "jenis_kelamin"],
        figure: |c| Figure::tally(c.female_head),
        ..BASE
    },
    Entry {
        id: "broad-age-share-0-14",
        name: Words("Penduduk 0–14 tahun", "Residents aged 0–14"),
        numerator: Words("penduduk 0–14 tahun", "residents aged 0–14"),
        denominator: ALL_AGES,
        breakdowns: "J W T",
        help: Words(
            "Dari tiap 100 penduduk, sebanyak inilah anak-anak.",
            "Of every 100 residents, this many are children.",
        ),
        interpretation: Words(
            "Makin besar, makin banyak Posyandu, bangku SD, dan imunisasi yang dibutuhkan.",
            "The larger, the more need for child health posts, primary schools and vaccination.",
        ),
        source: "kelompok umur baku",
        fields: AGES,
        figure: |c| age_share(c, c.n_aged(0..=14)),
        ..BASE
    },
    Entry {
        id: "broad-age-share-15-64",
        name: Words("Penduduk 15–64 tahun", "Residents aged 15–64"),
        numerator: Words("penduduk 15–64 tahun", "residents aged 15–64"),
        denominator: ALL_AGES,
        breakdowns: "J W T",
        help: Words(
            "Dari tiap 100 penduduk, sebanyak inilah yang berumur kerja.",
            "Of every 100 residents, this many are of working age.",
        ),
        interpretation: Words(
            "Umur kerja tidak sama dengan bekerja: pelajar dan pengurus rumah tangga ikut di sini.",
            "Of working age is not the same as working: students and people who keep house are among them.",
        ),
        source: "kelompok umur baku",
        fields: AGES,
        figure: |c| age_share(c, c.n_aged(15..=64)),
        ..BASE
    },
    Entry {
        id: "broad-age-share-65",
        name: Words("Penduduk 65 tahun ke atas", "Residents aged 65 and over"),
        numerator: Words("penduduk 65 tahun ke atas", "residents aged 65 and over"),
        denominator: ALL_AGES,
        breakdowns: "J W T",
        help: Words(
            "Dari tiap 100 penduduk, sebanyak inilah yang berumur 65 tahun atau lebih.",
            "Of every 100 residents, this many are 65 or older.",
        ),
        interpretation: Words(
            "Dipakai dalam rasio ketergantungan. Untuk layanan lansia Indonesia memakai batas 60 tahun.",
            "Used in the dependency ratio. Services for the elderly in Indonesia begin at 60.",
        ),
        source: "kelompok umur baku",
        fields: AGES,
        figure: |c| age_share(c, c.n_aged(65..=OLDEST)),
        ..BASE
    },
    Entry {
        id: "elderly-share",
        name: Words("Proporsi lansia", "Share aged 60 and over"),
        numerator: Words("penduduk 60 tahun ke atas", "residents aged 60 and over"),
        denominator: ALL_AGES,
        breakdowns: "J W T",
        help: Words(
            "Dari tiap 100 penduduk, sebanyak inilah lansia.",
            "Of every 100 residents, this many are elderly.",
        ),
        interpretation: Words(
            "Di atas 10% sering disebut penduduk menua: Posyandu lansia dan BKL makin penting.",
            "Above 10% a population is often called ageing: care for the elderly and BKL groups matter more.",
        ),
        source: "praktik SIGA",
        fields: AGES,
        figure: |c| age_share(c, c.n_aged(60..=OLDEST)),
        ..BASE
    },
    Entry {
        id: "median-age",
        name: Words("Umur median", "Median age"),
        denominator: ALL_AGES,
        unit: Unit::Years,
        factor: 1.0,
        part: false,
        breakdowns: "J T",
        method: Words(
            "umur yang membagi penduduk menjadi dua sama banyak; di dalam satu tahun umur dibagi rata: x + (N/2 − F) ÷ f",
            "the age that splits residents into two equal halves, spread evenly within a year of age: x + (N/2 − F) ÷ f",
        ),
        help: Words(
            "Separuh penduduk lebih muda dari umur ini, separuhnya lebih tua.",
            "Half of the residents are younger than this, half are older.",
        ),
        interpretation: Words(
            "Di bawah 20: penduduk muda. Di atas 30: penduduk tua. Beberapa orang yang sangat tua tidak mengubahnya.",
            "Below 20: a young population. Above 30: an old one. A few very old persons do not move it.",
        ),
        source: "demografi umum",
        fields: AGES,
        figure: |c| {
            let years = (0..).zip(&c.age_sex[..=OLDEST]).map(|(age, row)| (age, all(*row)));
            Figure::median(years, c.residents - c.age_unknown()).missing(c.age_unknown())
        },
        ..BASE
    },
    Entry {
        id: "sex-ratio",
        name: Words("Rasio jenis kelamin", "Sex ratio"),
        numerator: Words("penduduk laki-laki", "male residents"),
        denominator: Words("penduduk perempuan", "female residents"),
        unit: Unit::PerHundred,
        part: false,
        breakdowns: "U W T",
        help: Words(
            "Sebanyak inilah laki-laki untuk tiap 100 perempuan.",
            "There are this many men and boys for every 100 women and girls.",
        ),
        interpretation: Words(
            "Sekitar 100 berarti seimbang. Jauh dari 100 sering karena merantau, atau karena sebagian warga belum terdata.",
            "About 100 is balance. Far from it often means people working elsewhere, or residents not yet recorded.",
        ),
        source: "banjarnegoro.akses.online",
        fields: &["jenis_kelamin"],
        figure: |c| {
            let [unknown, men, women] = added(&c.age_sex);
            Figure::ratio(men, women).missing(unknown)
        },
        ..BASE
    },
    Entry {
        id: "density",
        name: Words("Kepadatan penduduk", "Density"),
        numerator: Words("penduduk", "residents"),
        denominator: Words("luas wilayah (km²)", "area (km²)"),
        unit: Unit::PerKm2,
        factor: 1.0,
        part: false,
        small: Small::Never,
        breakdowns: "T",
        help: Words(
            "Sebanyak inilah penduduk untuk tiap km² wilayah desa, seandainya tersebar rata.",
            "There would be this many residents on each km² if they were spread evenly.",
        ),
        interpretation: Words(
            "Memakai luas dari profil desa, termasuk sungai, hutan, dan sawah. Hanya untuk seluruh desa.",
            "Uses the area in the village profile, with its rivers, forest and fields. For the whole village only.",
        ),
        source: "banjarnegoro.akses.online",
        fields: &["luas_km2"],
        figure: |c| Figure { denominator: c.area_km2, ..Figure::count(c.residents) },
        ..BASE
    },
    Entry {
        id: "dependency-total",
        name: Words("Rasio ketergantungan", "Dependency ratio"),
        numerator: Words("penduduk 0–14 dan 65+ tahun", "residents aged 0–14 and 65+"),
        help: Words(
            "Untuk tiap 100 orang berumur kerja ada sebanyak ini anak dan orang tua yang perlu dihidupi.",
            "For every 100 persons of working age there are this many children and old people to support.",
        ),
        interpretation: Words(
            "Di bawah 50 sering disebut bonus demografi. Angka ini hanya melihat umur, bukan siapa yang benar-benar bekerja.",
            "Below 50 is often called the demographic bonus. It looks at age alone, not at who really works.",
        ),
        figure: |c| dependency(c, true, true),
        ..PER_WORKING
    },
    Entry {
        id: "dependency-young",
        name: Words("Rasio ketergantungan muda", "Young dependency ratio"),
        numerator: Words("penduduk 0–14 tahun", "residents aged 0–14"),
        help: Words(
            "Untuk tiap 100 orang berumur kerja ada sebanyak ini anak di bawah 15 tahun.",
            "For every 100 persons of working age there are this many children below 15.",
        ),
        interpretation: Words(
            "Tinggi bila banyak kelahiran dalam 15 tahun terakhir.",
            "High where there were many births in the last 15 years.",
        ),
        figure: |c| dependency(c, true, false),
        ..PER_WORKING
    },
    Entry {
        id: "dependency-old",
        name: Words("Rasio ketergantungan tua", "Old dependency ratio"),
        numerator: Words("penduduk 65 tahun ke atas", "residents aged 65 and over"),
        help: Words(
            "Untuk tiap 100 orang berumur kerja ada sebanyak ini orang berumur 65 tahun atau lebih.",
            "For every 100 persons of working age there are this many aged 65 or more.",
        ),
        interpretation: Words(
            "Tinggi bila orang hidup lebih lama, atau bila yang muda banyak merantau.",
            "High where people live longer, or where the young have left for work.",
        ),
        figure: |c| dependency(c, false, true),
        ..PER_WORKING
    },
    Entry {
        id: "child-woman-ratio",
        name: Words("Rasio anak–perempuan", "Child–woman ratio"),
        numerator: Words("anak 0–4 tahun", "children aged 0–4"),
        denominator: Words("perempuan 15–49 tahun", "women aged 15–49"),
        unit: Unit::PerThousand,
        factor: 1000.0,
        part: false,
        breakdowns: "W T",
        help: Words(
            "Untuk tiap 1.000 perempuan usia subur ada sebanyak ini anak balita.",
            "For every 1,000 women of childbearing age there are this many children below five.",
        ),
        interpretation: Words(
            "Gambaran kasar kelahiran lima tahun terakhir tanpa memerlukan catatan kelahiran.",
            "A rough picture of births in the last five years that needs no birth records.",
        ),
        source: "praktik umum",
        fields: AGES_SEX,
        figure: |c| Figure::ratio(c.n_aged(0..=4), c.aged(15..=49)[2]).missing(c.age_unknown()),
        ..BASE
    },
    Entry {
        id: "wus-count",
        name: Words("Jumlah wanita usia subur (WUS)", "Women of childbearing age"),
        universe: Words("perempuan", "women"),
        numerator: Words("perempuan 15–49 tahun", "women aged 15–49"),
        unit: Unit::Persons,
        factor: 1.0,
        small: Small::Count,
        help: Words("Semua perempuan 15–49 tahun, kawin atau belum.", "All women aged 15–49, married or not."),
        interpretation: Words(
            "Sasaran layanan kesehatan reproduksi dan pencegahan anemia.",
            "Whom reproductive health care and the prevention of anaemia are for.",
        ),
        source: "praktik umum",
        fields: AGES_SEX,
        figure: |c| Figure::count(c.aged(15..=49)[2]).missing(c.age_unknown()),
        ..BASE
    },
    Entry {
        id: "pus-count",
        name: Words("Jumlah pasangan usia subur (PUS)", "Eligible couples"),
        universe: Words("pasangan suami istri", "married couples"),
        numerator: Words("perempuan berstatus kawin, 15–49 tahun", "married women aged 15–49"),
        unit: Unit::Couples,
        factor: 1.0,
        small: Small::Count,
        help: Words(
            "Pasangan yang istrinya berumur 15–49 tahun, dihitung dari istri yang tinggal di sini.",
            "Couples whose wife is 15–49 years old, counted by wives who live here.",
        ),
        interpretation: Words(
            "Sasaran pelayanan KB. Suami yang merantau tidak mengurangi jumlahnya; istri yang merantau mengurangi.",
            "Whom family planning is for. A husband away does not lower the number; a wife away does.",
        ),
        source: "satudata.asahankab.go.id",
        fields: COUPLES,
        figure: |c| Figure::count(c.couples.all),
        ..BASE
    },
    Entry {
        id: "cbr",
        name: Words("Kelahiran setahun terakhir", "Births of the last year"),
        numerator: Words(
            "bayi lahir dalam 12 bulan sampai tanggal acuan",
            "births in the 12 months to the reference date",
        ),
        help: Words(
            "Banyaknya bayi yang lahir dalam 12 bulan. Angka kelahiran kasar (per 1.000 penduduk) tidak ditampilkan untuk satu tahun saja.",
            "Births within 12 months. The crude birth rate (per 1,000 residents) is not shown for one year alone.",
        ),
        interpretation: Words(
            "Di satu desa jumlahnya kecil dan mudah berubah: jangan membandingkan dua tahun. Dihitung dari tanggal lahir, tanpa yang datang sesudah lahir.",
            "In one village the number is small and swings: do not compare two years. Counted from birth dates, without children who came after birth.",
        ),
        source: "BPS Ensiklopedia Indikator",
        fields: &["tanggal_lahir", "tanggal_masuk"],
        figure: |c| super::mobility::vital(c, c.births),
        ..super::mobility::VITAL
    },
    Entry {
        id: "cdr",
        name: Words("Kematian setahun terakhir", "Deaths of the last year"),
        numerator: Words(
            "kematian dalam 12 bulan sampai tanggal acuan",
            "deaths in the 12 months to the reference date",
        ),
        help: Words(
            "Banyaknya warga yang meninggal dalam 12 bulan. Angka kematian kasar tidak ditampilkan untuk satu tahun saja.",
            "Residents who died within 12 months. The crude death rate is not shown for one year alone.",
        ),
        interpretation: Words(
            "Kematian sering tidak dilaporkan. Nol kematian setahun bukan kabar baik, tetapi tanda untuk bertanya ke tiap RT.",
            "Deaths often go unreported. A year without any is no good news but a reason to ask in every RT.",
        ),
        source: "BPS Ensiklopedia Indikator",
        fields: &["tanggal_keluar", "status_dasar"],
        figure: |c| super::mobility::vital(c, c.deaths),
        ..super::mobility::VITAL
    },
];
