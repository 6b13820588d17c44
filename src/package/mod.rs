//! Data packages: everything of a village in one ZIP that is a valid Frictionless Data Package, with Satu Data metadata and
//! a workbook beside it; and back again, every byte checked. Knows the register, its figures and their presentation;
//! knows nothing of storage or screens.

mod error;
mod log;
pub mod metadata;
mod read;
mod schema;
mod value_text;
mod write;

pub use error::PackageError;
pub use read::{Contents, open};
pub use value_text::{from_text, to_text};
pub use write::{Extras, PackageWriter, whole};

use crate::register::{
    FieldInfo, RecordKind, decision_field, event_field, family_field, help_field, paper_field, person_field,
    profile_field,
};
use serde::{Deserialize, Serialize};

/// Number of the package's own form; a newer one is refused.
pub const FORMAT: u16 = 2;
/// Name of the description inside the ZIP.
pub const DESCRIPTOR: &str = "datapackage.json";

/// What a package says of itself (`rumah_dataku` in the description).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Info {
    /// Form of the package.
    pub format: u16,
    /// Schema of the records.
    pub schema: u16,
    /// Whom it is for; only `lengkap` (everything) so far.
    pub audience: String,
    /// Kemendagri code of the village.
    pub village_code: String,
    /// Name of the village.
    pub village: String,
    /// Invented people.
    pub sample: bool,
    /// Reference date (ISO 8601).
    pub reference: String,
    /// When it was made, milliseconds since 1970.
    pub made_ms: u64,
    /// The device that made it.
    pub device: String,
    /// Families in the register.
    pub n_families: u32,
    /// Active persons.
    pub n_persons: u32,
    /// Acts in the history.
    pub n_acts: u32,
}

/// A table of the package.
#[derive(Clone, Copy, Debug)]
pub struct Resource {
    /// Name in the description; the file is `data/<name>.csv`.
    pub name: &'static str,
    /// Title.
    pub title: &'static str,
    /// Kind of the records.
    pub kind: RecordKind,
    /// Fields of the records.
    pub fields: &'static [FieldInfo],
}

/// The tables of records, in the order of the package.
pub const RESOURCES: [Resource; 7] = [
    Resource { name: "profil", title: "Profil desa", kind: RecordKind::Profile, fields: profile_field::ALL },
    Resource { name: "keluarga", title: "Keluarga", kind: RecordKind::Family, fields: family_field::ALL },
    Resource { name: "penduduk", title: "Penduduk", kind: RecordKind::Person, fields: person_field::ALL },
    Resource { name: "peristiwa", title: "Peristiwa penting", kind: RecordKind::Event, fields: event_field::ALL },
    Resource {
        name: "keputusan",
        title: "Keputusan atas temuan",
        kind: RecordKind::Decision,
        fields: decision_field::ALL,
    },
    Resource { name: "bantuan", title: "Bantuan yang diterima", kind: RecordKind::Help, fields: help_field::ALL },
    Resource { name: "kertas", title: "Kertas kerja desa", kind: RecordKind::Paper, fields: paper_field::ALL },
];
/// The history of acts.
pub const HISTORY: &str = "riwayat";
/// The indicators at the reference date.
pub const INDICATORS: &str = "indikator";
/// Its columns: name, type and title. An entry of the catalogue with one value has one row, a distribution one a part.
pub const INDICATOR_COLUMNS: [(&str, &str, &str); 15] = [
    ("id", "string", "Kode baris: kode indikator, pada sebaran dengan kode bagiannya"),
    ("indikator", "string", "Kode indikator, seperti dalam metadata/ms-ind.json"),
    ("bagian", "string", "Kode bagian dari suatu sebaran"),
    ("nama", "string", "Nama indikator, pada sebaran dengan nama bagiannya"),
    ("nilai", "number", "Nilai; kosong bila disembunyikan karena angka kecil atau tidak dapat dihitung"),
    ("pembilang", "number", "Pembilang"),
    ("penyebut", "number", "Penyebut"),
    ("tanpa_jawaban", "integer", "Anggota semesta tanpa jawaban"),
    ("satuan", "string", "Satuan"),
    ("semesta", "string", "Semesta"),
    ("arti_pembilang", "string", "Yang dihitung sebagai pembilang"),
    ("arti_penyebut", "string", "Yang dihitung sebagai penyebut"),
    ("dapat_dihitung", "string", "Dihitung dari register ini: ya atau tidak"),
    ("keterangan", "string", "Alasan tidak dihitung, atau tahun-tahun yang dirata-rata"),
    ("tanggal_acuan", "date", "Tanggal acuan"),
];
