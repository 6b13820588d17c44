//! MS-Ind: the metadata of an indicator by Peraturan BPS 5/2020 (domain.md §11.2), as far as an entry tells them.

use super::entry::Entry;
use super::wider::{Item, Read};
use crate::lang::Lang;
use serde::Serialize;

/// Metadata of one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MsInd {
    /// Id of the entry.
    pub id: String,
    /// Nama.
    pub nama: String,
    /// Kelompok data of Rumah DataKu.
    pub kelompok: String,
    /// Konsep: whom it speaks of.
    pub konsep: String,
    /// Definisi.
    pub definisi: String,
    /// Interpretasi.
    pub interpretasi: String,
    /// Pembilang: what is counted above the line; empty where the method tells it.
    pub pembilang: String,
    /// Penyebut: what is counted below the line; empty for counts.
    pub penyebut: String,
    /// Metode atau rumus.
    pub metode: String,
    /// Ukuran: count, share, ratio, median, index.
    pub ukuran: String,
    /// Satuan.
    pub satuan: String,
    /// Klasifikasi penyajian.
    pub klasifikasi_penyajian: Vec<String>,
    /// Indikator komposit?
    pub komposit: bool,
    /// Variabel pembangun: keys of the register's fields.
    pub variabel_pembangun: Vec<String>,
    /// Level estimasi.
    pub level_estimasi: String,
    /// Kegiatan penghasil.
    pub kegiatan_penghasil: String,
    /// Dapat diakses umum? Specific personal data at village level only.
    pub akses_umum: String,
    /// Sumber definisi.
    pub sumber: String,
    /// Kelas angka kecil (K1–K5).
    pub kelas_angka_kecil: String,
    /// Dihitung dari register ini?
    pub dapat_dihitung: bool,
    /// Alasan tidak dihitung: what these records lack; empty where it is computed.
    pub alasan_tidak_dihitung: String,
}

/// The MS-Ind metadata of an entry of the whole catalogue.
pub fn ms_ind(item: &Item, lang: Lang) -> MsInd {
    let entry = &item.entry;
    let own = |text: &str| text.to_owned();
    let breakdowns = entry.breakdowns.chars().filter_map(|letter| match letter {
        'J' => Some(lang.pick("jenis kelamin", "sex")),
        'U' => Some(lang.pick("kelompok umur", "age group")),
        'W' => Some(lang.pick("dusun, RW, RT", "hamlet, RW, RT")),
        'T' => Some(lang.pick("waktu", "time")),
        _ => None,
    });
    MsInd {
        id: own(entry.id),
        nama: own(entry.name.in_lang(lang)),
        kelompok: own(entry.group.name().in_lang(lang)),
        konsep: own(entry.universe.in_lang(lang)),
        definisi: definition(entry, lang),
        interpretasi: format!("{} {}", entry.help.in_lang(lang), entry.interpretation.in_lang(lang)),
        pembilang: own(entry.numerator.in_lang(lang)),
        penyebut: own(entry.denominator.in_lang(lang)),
        metode: entry.formula(lang),
        ukuran: own(measure(entry, lang)),
        satuan: own(entry.unit.words().in_lang(lang)),
        klasifikasi_penyajian: breakdowns.map(own).collect(),
        komposit: entry.id == "ibangga-estimate",
        variabel_pembangun: entry.fields.iter().copied().map(own).collect(),
        level_estimasi: own(lang.pick("desa", "village")),
        kegiatan_penghasil: own("Rumah DataKu"),
        akses_umum: own(match entry.sensitive {
            true => lang.pick("ya, tingkat desa saja", "yes, at village level only"),
            false => lang.pick("ya", "yes"),
        }),
        sumber: own(entry.source),
        kelas_angka_kecil: own(item.k_class()),
        dapat_dihitung: item.computable(),
        alasan_tidak_dihitung: match item.read {
            Read::Cannot(why) => own(why.in_lang(lang)),
            _ => String::new(),
        },
    }
}

/// What is counted, of what, among whom.
fn definition(entry: &Entry, lang: Lang) -> String {
    let (numerator, denominator) = (entry.numerator.in_lang(lang), entry.denominator.in_lang(lang));
    match (numerator, denominator) {
        ("", _) => entry.formula(lang),
        (numerator, "") => match lang {
            Lang::Id => format!("Banyaknya {numerator}"),
            Lang::En => format!("Number of {numerator}"),
        },
        (numerator, denominator) => match lang {
            Lang::Id => format!("Perbandingan {numerator} dengan {denominator}"),
            Lang::En => format!("Ratio of {numerator} to {denominator}"),
        },
    }
}

fn measure(entry: &Entry, lang: Lang) -> &'static str {
    use super::entry::{Small, Unit};
    match (entry.unit, entry.small) {
        (_, Small::Count) => lang.pick("jumlah", "count"),
        (Unit::Percent, _) => lang.pick("persentase", "percentage"),
        (Unit::Years, _) => lang.pick("median", "median"),
        (Unit::Index, _) => lang.pick("indeks", "index"),
        (Unit::PersonsPerFamily, _) => lang.pick("rata-rata", "mean"),
        _ => lang.pick("rasio", "ratio"),
    }
}
