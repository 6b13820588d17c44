//! Satu Data metadata (Peraturan BPS 5/2020; domain.md §11.2) as JSON: the activity (MS-Keg), every variable (MS-Var), every
//! indicator of the whole catalogue (MS-Ind). What the village has not said is left empty, never invented.

use super::{Info, RESOURCES};
use crate::analyse::indicators::wider::items;
use crate::analyse::indicators::{MsInd, ms_ind};
use crate::base::value::Kind;
use crate::lang::Lang;
use crate::register::{FieldInfo, Profile, RecordKind};
use crate::verify::rules::RULES;
use serde_json::{Value, json};

/// The three files: name and bytes.
pub fn files(profile: &Profile, info: &Info) -> [(&'static str, Vec<u8>); 3] {
    let bytes = |value: &Value| serde_json::to_vec_pretty(value).unwrap_or_default();
    let of_village = |ms: MsInd| MsInd { kegiatan_penghasil: activity_title(info), ..ms };
    let indicators: Vec<_> = items().iter().map(|item| of_village(ms_ind(item, Lang::Id))).collect();
    [
        ("ms-keg", bytes(&activity(profile, info))),
        ("ms-var", bytes(&json!(variables()))),
        ("ms-ind", bytes(&json!(indicators))),
    ]
}

fn activity_title(info: &Info) -> String {
    format!("Rumah DataKu {}", info.village)
}

fn activity(profile: &Profile, info: &Info) -> Value {
    json!({
        "judul_kegiatan": activity_title(info),
        "tahun": info.reference.get(..4).unwrap_or(""),
        "cara_pengumpulan_data": "Kompilasi data administrasi dan pendataan keluarga",
        "sektor_kegiatan": "Kependudukan dan keluarga",
        "i_penyelenggara": {
            "instansi": profile.house.text(),
            "desa_kelurahan": profile.village.text(),
            "kode_wilayah_kemendagri": profile.code.text(),
            "kecamatan": profile.district.text(),
            "kabupaten_kota": profile.regency.text(),
            "provinsi": profile.province.text(),
        },
        "ii_penanggung_jawab": { "nama": "", "jabatan": "", "alamat": "", "telepon": "" },
        "iii_perencanaan_persiapan": {
            "latar_belakang": "Panduan Rumah DataKu (BKKBN) dan Desa Cantik (BPS)",
            "tujuan": "Menyediakan data kependudukan, keluarga, dan pembangunan untuk desa",
            "periode_acuan": info.reference,
            "variabel": variables().len(),
        },
        "iv_desain_kegiatan": {
            "unit_observasi": ["keluarga", "penduduk"],
            "cakupan": "Seluruh keluarga di desa",
            "batas_tinggal_penduduk_bulan": profile.resident_months.get(),
            "metode": "Sensus keluarga dengan pemutakhiran terus-menerus",
        },
        "v_desain_sampel": { "jenis": "Tidak memakai sampel" },
        "vi_penjaminan_kualitas": {
            "pemeriksaan": format!("{} aturan pemeriksaan otomatis", RULES.len()),
            "aturan": RULES.iter().map(|rule| json!({ "kode": rule.code, "uraian": rule.title(Lang::Id) })).collect::<Vec<_>>(),
        },
        "vii_pengolahan_analisis": { "perangkat_lunak": concat!("Rumah DataKu ", env!("CARGO_PKG_VERSION")) },
        "viii_diseminasi": {
            "produk": ["tabel CSV", "buku kerja XLSX", "indikator"],
            "akses": "Terbatas: memuat data pribadi (UU 27/2022)",
            "jumlah_keluarga": info.n_families,
            "jumlah_penduduk": info.n_persons,
        },
    })
}

/// MS-Var of every field.
fn variables() -> Vec<Value> {
    RESOURCES
        .iter()
        .flat_map(|resource| resource.fields.iter().map(|field| variable(resource.kind, resource.title, field)))
        .collect()
}

fn variable(kind: RecordKind, of: &str, field: &FieldInfo) -> Value {
    let (data_type, classes) = match field.kind {
        Kind::Text | Kind::Digits => ("teks", Vec::new()),
        Kind::Number => ("bilangan bulat", Vec::new()),
        Kind::Decimal => ("bilangan desimal", Vec::new()),
        Kind::Date => ("tanggal", Vec::new()),
        Kind::Member => ("identitas penduduk", Vec::new()),
        Kind::Code(list) => ("kode", list.rows.iter().map(|row| json!({ "kode": row.key, "label": row.id })).collect()),
    };
    let rules: Vec<&str> =
        RULES.iter().filter(|rule| rule.fields.contains(&(kind, field.tag))).map(|rule| rule.code).collect();
    json!({
        "nama": field.id,
        "alias": field.key,
        "konsep": of,
        "definisi": field.help.map_or(field.id, |(id, _)| id),
        "referensi_pemilihan": "PK21, OpenSID/KTP, Regsosek 2022",
        "referensi_waktu": "Saat pendataan",
        "tipe_data": data_type,
        "klasifikasi_isian": classes,
        "aturan_validasi": rules,
        "kalimat_pertanyaan": field.id,
        "aksesibilitas_publik": false,
    })
}
