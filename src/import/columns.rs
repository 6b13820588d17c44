//! What the columns of a table mean: a guess from their headings, and a memory of what a person chose. Targets are keys of
//! register fields; the names of OpenSID's workbook come from domain.md §12.1, the others from lists that villages keep.

use crate::base::codes::fold;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// Place and date of birth in one cell (TTL): fills two fields.
pub const PLACE_AND_DATE: &str = "tempat_tanggal_lahir";
/// RT and RW in one cell, `003/001`: fills two fields.
pub const RT_RW: &str = "rt_rw";

/// PK21's one question on education: fills two fields.
pub const PK_EDUCATION: &str = "pendidikan_pk";

/// Stands for a column that is left out: known to fill no field, or left out by choice.
pub const SKIP: &str = "lewati";

/// The 43 columns of OpenSID's workbook and the field that each fills; nothing where the register has no such field.
#[rustfmt::skip]
pub const OPENSID: [(&str, Option<&str>); 43] = [
    ("alamat", Some("alamat")), ("dusun", Some("dusun")), ("rw", Some("rw")), ("rt", Some("rt")),
    ("nama", Some("nama")), ("no_kk", Some("no_kk")), ("nik", Some("nik")), ("sex", Some("jenis_kelamin")),
    ("tempatlahir", Some("tempat_lahir")), ("tanggallahir", Some("tanggal_lahir")), ("agama_id", Some("agama")),
    ("pendidikan_kk_id", Some("pendidikan_ditamatkan")), ("pendidikan_sedang_id", Some("sedang_sekolah")),
    ("pekerjaan_id", Some("pekerjaan")), ("status_kawin", Some("status_kawin")), ("kk_level", Some("hubungan")),
    ("warganegara_id", Some("kewarganegaraan")), ("ayah_nik", Some("nik_ayah")), ("nama_ayah", Some("nama_ayah")),
    ("ibu_nik", Some("nik_ibu")), ("nama_ibu", Some("nama_ibu")), ("golongan_darah_id", Some("golongan_darah")),
    ("akta_lahir", Some("nomor_akta_lahir")), ("dokumen_pasport", Some("nomor_paspor")),
    ("tanggal_akhir_paspor", Some("paspor_berlaku_sampai")), ("dokumen_kitas", Some("nomor_kitas")),
    ("akta_perkawinan", Some("nomor_akta_nikah")), ("tanggalperkawinan", Some("tanggal_perkawinan")),
    ("akta_perceraian", Some("nomor_akta_cerai")), ("tanggalperceraian", Some("tanggal_perceraian")),
    ("cacat_id", Some("disabilitas")), ("cara_kb_id", Some("metode_kb")), ("hamil", Some("hamil")),
    ("ktp_el", Some("ktp_elektronik")), ("status_rekam", None), ("alamat_sekarang", Some("alamat_sekarang")),
    ("status_dasar", Some("status_dasar")), ("suku", Some("suku")), ("tag_id_card", Some("tag_kartu")),
    ("id_asuransi", Some("jaminan_kesehatan")), ("no_asuransi", Some("nomor_jaminan_kesehatan")),
    ("lat", Some("lintang")), ("lng", Some("bujur")),
];

/// Headings that villages write, by the key of the field that they mean. A field's own key and labels need no line here.
#[rustfmt::skip]
const HEADINGS: &[(&str, &[&str])] = &[
    ("nama", &["Nama", "Nama Lengkap", "Nama Penduduk", "Nama Warga", "Nama Anggota Keluarga", "Nama Anggota", "Nama Jiwa",
        "Nama Lgkp", "Name", "Full name"]),
    ("nik", &["NIK", "No NIK", "Nomor NIK", "Nomor Induk Kependudukan", "No KTP", "Nomor KTP", "No Induk Kependudukan",
        "NIK/No KTP", "No KTP/NIK", "ID number"]),
    ("no_kk", &["No KK", "Nomor KK", "KK", "NKK", "No Kartu Keluarga", "Nomor Kartu Keluarga", "Kartu Keluarga", "NoKK",
        "No Kartu Keluarga (KK)", "No Urut KK", "KKI", "No Keluarga", "Family card"]),
    ("jenis_kelamin", &["Jenis Kelamin", "JK", "L/P", "P/L", "Kelamin", "Jns Kelamin", "Jenis Kel", "Jenkel", "Gender",
        "Sex", "Jns Klmin", "J Kel", "J/K", "LP"]),
    ("tempat_lahir", &["Tempat Lahir", "Tmp Lahir", "Tmpt Lahir", "Tempat Lhr", "Kota Lahir", "Tmpt Lhr", "Tpt Lahir",
        "Place of birth"]),
    ("tanggal_lahir", &["Tanggal Lahir", "Tgl Lahir", "Tgl Lhr", "Tggl Lahir", "Tanggal Lhr", "Lahir", "Tgl. Lahir (dd-mm-yyyy)",
        "Tanggal/Bulan/Tahun Lahir", "Birth date", "Date of birth"]),
    (PLACE_AND_DATE, &["TTL", "Tempat Tanggal Lahir", "Tempat/Tanggal Lahir", "Tempat dan Tanggal Lahir", "Tempat Tgl Lahir",
        "Tmp Tgl Lahir", "Tempat & Tgl Lahir"]),
    ("hubungan", &["Hubungan", "Hubungan Keluarga", "SHDK", "Hub Keluarga", "Status Hubungan", "Hubungan dengan KK",
        "Status Hubungan Dalam Keluarga", "Hubungan Dalam Keluarga", "Stat Hbkel", "Status dalam Keluarga", "Hub KK",
        "Hubungan dgn Kepala Keluarga", "Status Keluarga", "Kedudukan dalam Keluarga", "Hubungan dengan Kepala Keluarga",
        "Status dalam KK", "Relation"]),
    ("status_kawin", &["Status Kawin", "Status Perkawinan", "Status Nikah", "Status Pernikahan", "Stat Kwn", "Sts Kawin",
        "Perkawinan", "Kawin", "Marital status"]),
    ("usia_kawin_pertama", &["Usia Kawin Pertama", "Umur Kawin Pertama", "Umur Kawin", "Usia Kawin", "UKP"]),
    ("agama", &["Agama", "Agama/Kepercayaan", "Religion"]),
    ("kewarganegaraan", &["Kewarganegaraan", "Warga Negara", "Warganegara", "WNI/WNA", "Citizenship"]),
    ("suku", &["Suku", "Suku Bangsa", "Etnis", "Suku/Etnis"]),
    ("pendidikan_ditamatkan", &["Pendidikan", "Pendidikan Terakhir", "Pendidikan KK", "Pendidikan dalam KK", "Pendidikan Akhir",
        "Pddk Akhir", "Ijazah Terakhir", "Pend Terakhir", "Tingkat Pendidikan", "Pendidikan Tertinggi", "Education"]),
    (PK_EDUCATION, &["Pendidikan PK", "Pendidikan PK21"]),
    ("sedang_sekolah", &["Sedang Sekolah", "Pendidikan Sedang Ditempuh", "Pendidikan Sedang", "Sekolah", "Masih Sekolah",
        "Pendidikan yang Sedang Ditempuh", "Status Sekolah"]),
    ("pekerjaan", &["Pekerjaan", "Jenis Pekerjaan", "Jns Pkrjn", "Mata Pencaharian", "Profesi", "Pekerjaan Utama", "Occupation"]),
    ("jaminan_kesehatan", &["Jaminan Kesehatan", "JKN", "BPJS", "BPJS Kesehatan", "Asuransi", "Asuransi Kesehatan", "JKN/KIS",
        "Kepesertaan JKN", "Kepesertaan BPJS", "Jenis Asuransi"]),
    ("nomor_jaminan_kesehatan", &["No BPJS", "Nomor BPJS", "No Asuransi", "No JKN", "Nomor KIS", "No KIS"]),
    ("akta_lahir", &["Akta Lahir", "Akta Kelahiran", "Punya Akta", "Kepemilikan Akta Lahir", "Akte Lahir", "Akte Kelahiran",
        "Punya Akta Lahir"]),
    ("nomor_akta_lahir", &["No Akta Lahir", "Nomor Akta Lahir", "No Akta Kelahiran", "No Akte Lahir", "No Akte Kelahiran"]),
    ("disabilitas", &["Disabilitas", "Cacat", "Penyandang Disabilitas", "Kecacatan", "Jenis Cacat", "Jenis Disabilitas",
        "Penyandang Cacat", "Difabel"]),
    ("sakit_menahun", &["Sakit Menahun", "Penyakit Menahun", "Penyakit Kronis", "Riwayat Penyakit"]),
    ("golongan_darah", &["Golongan Darah", "Gol Darah", "Gol Drh", "Goldar", "Blood group"]),
    ("keberadaan", &["Keberadaan", "Keberadaan Anggota Keluarga"]),
    ("status_penduduk", &["Status Penduduk", "Status Tinggal", "Status Kependudukan"]),
    ("status_dasar", &["Status Dasar", "Status Hidup", "Keterangan Hidup"]),
    ("nama_ayah", &["Nama Ayah", "Ayah", "Nama Bapak", "Nama Lgkp Ayah", "Bapak", "Nama Ayah Kandung"]),
    ("nama_ibu", &["Nama Ibu", "Ibu", "Nama Lgkp Ibu", "Nama Ibu Kandung", "Ibu Kandung"]),
    ("nik_ayah", &["NIK Ayah", "NIK Bapak"]),
    ("nik_ibu", &["NIK Ibu", "NIK Ibu Kandung"]),
    ("ktp_elektronik", &["KTP Elektronik", "KTP-el", "e-KTP", "Punya KTP", "Kepemilikan KTP"]),
    ("nomor_akta_nikah", &["No Akta Nikah", "No Buku Nikah", "Akta Nikah", "Buku Nikah", "No Akta Kawin", "Akta Perkawinan"]),
    ("tanggal_perkawinan", &["Tanggal Perkawinan", "Tanggal Nikah", "Tgl Nikah", "Tgl Kawin", "Tanggal Kawin", "Tgl Perkawinan"]),
    ("nomor_akta_cerai", &["No Akta Cerai", "Akta Cerai", "Akta Perceraian"]),
    ("tanggal_perceraian", &["Tanggal Perceraian", "Tanggal Cerai", "Tgl Cerai"]),
    ("hamil", &["Hamil", "Sedang Hamil", "Status Hamil", "Kehamilan", "Status Kehamilan"]),
    ("memakai_kb", &["Memakai KB", "Peserta KB", "Ikut KB", "Akseptor KB", "KB", "Status KB", "Kesertaan KB"]),
    ("metode_kb", &["Metode KB", "Cara KB", "Alat KB", "Alat Kontrasepsi", "Jenis KB", "Kontrasepsi", "Metode",
        "Metode Kontrasepsi"]),
    ("alamat_sekarang", &["Alamat Sekarang", "Alamat Domisili", "Domisili"]),
    ("alamat", &["Alamat", "Alamat Lengkap", "Alamat KTP", "Alamat Rumah", "Jalan", "Address"]),
    ("nomor_rumah", &["No Rumah", "Nomor Rumah"]),
    ("dusun", &["Dusun", "Nama Dusun", "Lingkungan", "Dukuh", "Kampung", "Nama Dsn", "Banjar", "Jorong"]),
    ("rw", &["RW", "No RW", "Nomor RW"]),
    ("rt", &["RT", "No RT", "Nomor RT"]),
    (RT_RW, &["RT/RW", "RT RW", "RT & RW", "RT dan RW"]),
    ("lintang", &["Lintang", "Latitude", "Lat"]),
    ("bujur", &["Bujur", "Longitude", "Lng", "Long", "Lon"]),
    ("kepemilikan_rumah", &["Kepemilikan Rumah", "Status Rumah", "Status Kepemilikan Rumah", "Status Bangunan"]),
    ("atap", &["Atap", "Jenis Atap", "Atap Terluas"]),
    ("dinding", &["Dinding", "Jenis Dinding", "Dinding Terluas"]),
    ("lantai", &["Lantai", "Jenis Lantai", "Lantai Terluas"]),
    ("penerangan", &["Penerangan", "Sumber Penerangan", "Listrik"]),
    ("air_minum", &["Air Minum", "Sumber Air Minum", "Sumber Air"]),
    ("tempat_bab", &["Tempat BAB", "Jamban", "Fasilitas BAB", "Fasilitas Buang Air Besar", "WC"]),
    ("bahan_bakar", &["Bahan Bakar", "Bahan Bakar Memasak"]),
    ("luas_bangunan", &["Luas Bangunan", "Luas Lantai", "Luas Rumah"]),
    ("bansos_pkh", &["PKH", "Penerima PKH"]),
    ("bansos_bpnt", &["BPNT", "Penerima BPNT", "Sembako", "BPNT/Sembako"]),
    ("bansos_blt_dd", &["BLT", "BLT DD", "BLT Dana Desa", "Penerima BLT"]),
    ("tahapan_ks", &["Tahapan KS", "Tahapan Keluarga Sejahtera", "Keluarga Sejahtera"]),
    ("desil", &["Desil", "Desil DTSEN"]),
];

/// Headings of no meaning here: known, so that nobody is asked about them.
const WITHOUT_FIELD: &[&str] = &[
    "No",
    "No Urut",
    "Nomor",
    "Nomor Urut",
    "Umur",
    "Usia",
    "Age",
    "status_rekam",
    "No Urut Anggota",
    "Baris",
    "Alasan",
    "Row",
    "Reason",
];

/// How alike two headings must be to be taken for the same, 0 to 1.
const ALIKE: f64 = 0.84;
/// Headings shorter than this are not compared by likeness.
const ALIKE_FROM_LETTERS: usize = 6;

/// How sure a guess is, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// The heading looks like a known one.
    Alike,
    /// The heading is known.
    Known,
    /// A person chose this for the same heading before.
    Remembered,
}

/// A guess at what a column means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// The key of the field, or [`SKIP`].
    pub key: String,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What a person chose for the columns of a source, to be offered again for the same headings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// Headings, folded, and the key chosen.
    pub choices: Vec<(String, String)>,
}

impl Memory {
    /// Remembers the choice for each heading, over what was remembered before.
    pub fn remember<'a>(&mut self, choices: impl IntoIterator<Item = (&'a str, &'a str)>) {
        for (heading, key) in choices {
            let folded = fold(heading);
            self.choices.retain(|(known, _)| *known != folded);
            if !folded.is_empty() {
                self.choices.push((folded, key.to_owned()));
            }
        }
    }

    fn recall(&self, heading: &str) -> Option<Guess> {
        let folded = fold(heading);
        let (_, key) = self.choices.iter().find(|(known, _)| *known == folded)?;
        Some(Guess { key: key.clone(), confidence: Confidence::Remembered })
    }
}

/// Guesses the meaning of each column. No key is given twice: the surer guess stands, then the one further left.
/// `labels` are further names of fields (key, name), such as the register's own labels.
pub fn guess(headings: &[String], labels: &[(&str, &str)], memory: &Memory) -> Vec<Option<Guess>> {
    let opensid = is_opensid(headings);
    let mut guesses: Vec<_> = headings.iter().map(|heading| guess_one(heading, opensid, labels, memory)).collect();
    let mut taken: Vec<(String, usize)> = Vec::new();
    for at in 0..guesses.len() {
        let Some(Guess { key, confidence }) = guesses[at].clone().filter(|guess| guess.key != SKIP) else { continue };
        match taken.iter_mut().find(|(known, _)| *known == key) {
            None => taken.push((key, at)),
            Some((_, first)) => {
                let first_is_surer = guesses[*first].as_ref().is_some_and(|guess| guess.confidence >= confidence);
                let loser = if first_is_surer { at } else { std::mem::replace(first, at) };
                guesses[loser] = None;
            }
        }
    }
    guesses
}

/// True where the headings are those of OpenSID's population workbook: some of the names that no other list has.
pub fn is_opensid(headings: &[String]) -> bool {
    let own = OPENSID.iter().filter(|(name, _)| name.contains('_') && !matches!(*name, "no_kk" | "status_kawin"));
    let n_own = own.filter(|(name, _)| has_heading(headings, name)).count();
    n_own >= 5 || (n_own >= 3 && has_heading(headings, "kk_level"))
}

/// The keys that headings can be known by.
pub fn known_keys() -> impl Iterator<Item = &'static str> {
    HEADINGS.iter().map(|(key, _)| *key)
}

fn has_heading(headings: &[String], name: &str) -> bool {
    headings.iter().any(|heading| heading.trim().eq_ignore_ascii_case(name))
}

/// True where a heading is in the tables, by which the heading row is known.
pub fn is_known_heading(heading: &str) -> bool {
    spellings(heading).iter().any(|folded| known(folded).is_some())
}

fn guess_one(heading: &str, opensid: bool, labels: &[(&str, &str)], memory: &Memory) -> Option<Guess> {
    if fold(heading).is_empty() {
        return None;
    }
    if let Some(guess) = memory.recall(heading) {
        return Some(guess);
    }
    let sure = |key: &str| Some(Guess { key: key.to_owned(), confidence: Confidence::Known });
    if opensid && let Some((_, key)) = OPENSID.iter().find(|(name, _)| heading.trim().eq_ignore_ascii_case(name)) {
        return sure(key.unwrap_or(SKIP));
    }
    let spellings = spellings(heading);
    for folded in &spellings {
        if let Some(key) = known(folded) {
            return sure(key);
        }
        if let Some((key, _)) = labels.iter().find(|(key, label)| fold(label) == *folded || fold(key) == *folded) {
            return sure(key);
        }
    }
    let folded = spellings.first()?;
    let names = HEADINGS.iter().flat_map(|(key, names)| names.iter().map(move |name| (*key, *name)));
    let (key, likeness) = names
        .chain(labels.iter().copied())
        .filter(|(_, name)| fold(name).len() >= ALIKE_FROM_LETTERS)
        .map(|(key, name)| (key, strsim::normalized_damerau_levenshtein(&fold(name), folded)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let alike = folded.len() >= ALIKE_FROM_LETTERS && likeness >= ALIKE;
    alike.then(|| Guess { key: key.into(), confidence: Confidence::Alike })
}

/// The known meaning of a folded heading.
fn known(folded: &str) -> Option<&'static str> {
    static BY_NAME: LazyLock<FxHashMap<String, &str>> = LazyLock::new(|| {
        let skipped = WITHOUT_FIELD.iter().map(|name| (*name, SKIP));
        let headings =
            HEADINGS.iter().flat_map(|(key, names)| [key].into_iter().chain(*names).map(|name| (*name, *key)));
        let opensid = OPENSID.iter().filter_map(|(name, key)| Some((*name, (*key)?)));
        let mut by_name = FxHashMap::default();
        for (name, key) in skipped.chain(headings).chain(opensid) {
            by_name.entry(fold(name)).or_insert(key);
        }
        by_name
    });
    BY_NAME.get(folded).copied()
}

/// A heading folded whole, without what stands in brackets, and without a number before it.
fn spellings(heading: &str) -> Vec<String> {
    let mut depth = 0u32;
    let outside = |c: &char| match c {
        '(' | '[' => {
            depth += 1;
            false
        }
        ')' | ']' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    };
    let bare: String = heading.chars().filter(outside).collect();
    let unnumbered = heading.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    let mut out: Vec<String> = Vec::with_capacity(3);
    for text in [heading, bare.as_str(), unnumbered] {
        let folded = fold(text);
        if !folded.is_empty() && !out.contains(&folded) {
            out.push(folded);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(headings: &[&str], memory: &Memory) -> Vec<String> {
        let headings: Vec<String> = headings.iter().map(|heading| heading.to_string()).collect();
        let labels = [("lantai", "Lantai terluas"), ("catatan", "Catatan")];
        let show = |guess: Option<Guess>| guess.map_or("?".into(), |guess| guess.key);
        guess(&headings, &labels, memory).into_iter().map(show).collect()
    }

    #[test]
    fn headings_that_villages_write_are_known() {
        for (heading, key) in [
            ("Nama Lengkap", "nama"),
            ("NAMA", "nama"),
            ("No. KK", "no_kk"),
            ("NOMOR KARTU KELUARGA", "no_kk"),
            ("NIK", "nik"),
            ("NIK (16 digit)", "nik"),
            ("3. NIK", "nik"),
            ("JK", "jenis_kelamin"),
            ("L/P", "jenis_kelamin"),
            ("Jenis Kelamin (L/P)", "jenis_kelamin"),
            ("Tgl. Lahir", "tanggal_lahir"),
            ("TTL", PLACE_AND_DATE),
            ("Tempat, Tanggal Lahir", PLACE_AND_DATE),
            ("SHDK", "hubungan"),
            ("RT / RW", RT_RW),
            ("Pendidikan Terahir", "pendidikan_ditamatkan"),
            ("Pekerjan", "pekerjaan"),
            ("tanggallahir", "tanggal_lahir"),
            ("catatan", "catatan"),
            ("No", SKIP),
            ("Umur", SKIP),
            ("Nomor HP", "?"),
            ("Kolom X", "?"),
            ("", "?"),
        ] {
            assert_eq!(keys(&[heading], &Memory::default()), [key], "{heading}");
        }
    }

    #[test]
    fn opensid_columns_have_their_own_meaning() {
        let names: Vec<&str> = OPENSID.iter().rev().map(|(name, _)| *name).collect();
        let wanted: Vec<&str> = OPENSID.iter().rev().map(|(_, key)| key.unwrap_or(SKIP)).collect();
        assert_eq!(keys(&names, &Memory::default()), wanted);
        assert_eq!(keys(&["akta_lahir"], &Memory::default()), ["akta_lahir"], "in another list it is a yes or no");
    }

    #[test]
    fn a_key_is_given_once_and_choices_are_remembered() {
        let mut memory = Memory::default();
        assert_eq!(keys(&["Pekerjan", "Pekerjaan"], &memory), ["?", "pekerjaan"]);
        assert_eq!(keys(&["Nama", "Nama Lengkap"], &memory), ["nama", "?"]);
        memory.remember([("Kolom X", "agama"), ("Nama", SKIP)]);
        assert_eq!(keys(&["kolom x", "Nama", "Nama Lengkap"], &memory), ["agama", SKIP, "nama"]);
    }

    #[test]
    fn no_heading_means_two_fields() {
        let mut seen = std::collections::HashMap::new();
        for (key, names) in HEADINGS {
            for name in *names {
                if let Some(other) = seen.insert(fold(name), key) {
                    assert_eq!(other, key, "{name}");
                }
            }
        }
    }
}
