//! The description of a package: Table Schemas with keys and codes, and for every part its hash and bytes.

use super::value_text::ABSENT;
use super::{HISTORY, INDICATOR_COLUMNS, INDICATORS, Info, RESOURCES, Resource, log};
use crate::base::value::Kind;
use crate::register::{FieldInfo, RecordKind};
use serde_json::{Value, json};

/// A part of the package as it was written.
#[derive(Clone, Debug)]
pub struct Part {
    /// Path inside the ZIP.
    pub path: String,
    /// SHA-256, lower case hexadecimal.
    pub sha256: String,
    /// Size.
    pub size_bytes: u64,
}

/// The whole description.
pub fn descriptor(info: &Info, created: &str, parts: &[Part]) -> Value {
    json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": format!("rumah-dataku-{}", info.village_code.replace('.', "-").to_lowercase()),
        "title": format!("Rumah DataKu {}", info.village),
        "description": "Data lengkap Rumah DataKu: keluarga, penduduk, peristiwa, keputusan, bantuan, riwayat perubahan, \
            dan indikator. Memuat data pribadi: dilindungi UU 27/2022.",
        "version": format!("{}.0.0", info.format),
        "created": created,
        "keywords": ["Rumah DataKu", "Desa Cantik", "penduduk", "keluarga"],
        "rumah_dataku": info,
        "resources": parts.iter().map(resource).collect::<Vec<_>>(),
    })
}

fn resource(part: &Part) -> Value {
    let file = part.path.rsplit('/').next().unwrap_or(&part.path);
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let mut out = json!({
        "name": stem,
        "path": part.path,
        "hash": format!("sha256:{}", part.sha256),
        "bytes": part.size_bytes,
        "format": extension,
    });
    let Some(object) = out.as_object_mut() else { return out };
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    match extension {
        "csv" => {
            put("type", "table".into());
            put("mediatype", "text/csv".into());
            put("encoding", "utf-8".into());
            put("dialect", json!({ "delimiter": ",", "header": true, "quoteChar": "\"", "doubleQuote": true }));
            put("title", title(stem).into());
            put("schema", table_schema(stem));
        }
        "json" => {
            put("type", "json".into());
            put("mediatype", "application/json".into());
            put("encoding", "utf-8".into());
        }
        _ => {
            put("type", "file".into());
            put("mediatype", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".into());
        }
    }
    out
}

fn title(name: &str) -> &str {
    match name {
        HISTORY => "Riwayat perubahan",
        INDICATORS => "Indikator pada tanggal acuan",
        _ => RESOURCES.iter().find(|resource| resource.name == name).map_or(name, |resource| resource.title),
    }
}

fn table_schema(name: &str) -> Value {
    match name {
        HISTORY => history_schema(),
        INDICATORS => json!({
            "fields": INDICATOR_COLUMNS.map(|(name, kind, title)| column(name, kind, title)),
            "primaryKey": ["id"],
            "missingValues": [""],
        }),
        _ => match RESOURCES.iter().find(|resource| resource.name == name) {
            Some(resource) => record_schema(resource),
            None => json!({ "fields": [] }),
        },
    }
}

fn column(name: &str, kind: &str, title: &str) -> Value {
    json!({ "name": name, "type": kind, "title": title })
}

/// The columns that every record has before its fields.
pub fn own_columns(kind: RecordKind) -> &'static [&'static str] {
    match kind {
        RecordKind::Profile => &[],
        RecordKind::Person => &["id", "dikeluarkan", "id_keluarga"],
        _ => &["id", "dikeluarkan"],
    }
}

fn record_schema(resource: &Resource) -> Value {
    let own = own_columns(resource.kind);
    let mut fields: Vec<Value> = own.iter().map(|name| own_field(name)).collect();
    fields.extend(resource.fields.iter().map(field));
    fields.push(column("kolom_lain", "string", "Isian dari versi yang lebih baru (JSON)"));
    let mut schema = json!({ "fields": fields, "missingValues": ["", ABSENT[0], ABSENT[1], ABSENT[2]] });
    let Some(object) = schema.as_object_mut() else { return schema };
    if !own.is_empty() {
        object.insert("primaryKey".into(), json!(["id"]));
    }
    let to = |column: &str, resource: &str| json!({ "fields": [column], "reference": { "resource": resource, "fields": ["id"] } });
    let keys = match resource.kind {
        RecordKind::Person => vec![to("id_keluarga", "keluarga"), to("ibu_kandung", "")],
        RecordKind::Event => {
            vec![to("id_penduduk", "penduduk"), to("id_keluarga", "keluarga"), to("id_ibu", "penduduk")]
        }
        RecordKind::Help => vec![to("id_penduduk", "penduduk"), to("id_keluarga", "keluarga")],
        RecordKind::Decision => vec![to("id_keluarga", "keluarga")],
        RecordKind::Profile | RecordKind::Family | RecordKind::Paper => Vec::new(),
    };
    if !keys.is_empty() {
        object.insert("foreignKeys".into(), json!(keys));
    }
    schema
}

fn own_field(name: &str) -> Value {
    let required = json!({ "required": true });
    match name {
        "id" => json!({ "name": name, "type": "string", "format": "uuid", "title": "Identitas (UUIDv7)",
            "constraints": { "required": true, "unique": true } }),
        "id_keluarga" => {
            json!({ "name": name, "type": "string", "format": "uuid", "title": "Keluarga", "constraints": required })
        }
        _ => json!({ "name": name, "type": "boolean", "title": "Dikeluarkan dari data; tidak dihitung",
            "trueValues": ["ya"], "falseValues": ["tidak"], "constraints": required }),
    }
}

fn field(info: &FieldInfo) -> Value {
    let mut out = json!({ "name": info.key, "title": info.id });
    let Some(object) = out.as_object_mut() else { return out };
    let mut put = |key: &str, value: Value| object.insert(key.to_owned(), value);
    match info.kind {
        Kind::Text => {
            put("type", "string".into());
        }
        Kind::Digits => {
            put("type", "string".into());
            put("description", "Angka sebagai teks, 16 angka bila benar.".into());
        }
        Kind::Number => {
            put("type", "integer".into());
        }
        Kind::Decimal => {
            put("type", "number".into());
        }
        Kind::Date => {
            put("type", "string".into());
            put("description", "Tanggal ISO 8601, boleh hanya tahun, atau tahun dan bulan.".into());
            put("constraints", json!({ "pattern": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?" }));
        }
        Kind::Member => {
            put("type", "string".into());
            put("format", "uuid".into());
        }
        Kind::Code(list) => {
            put("type", "string".into());
            let labels: Vec<Value> = list.rows.iter().map(|row| json!({ "value": row.key, "label": row.id })).collect();
            put("constraints", json!({ "enum": list.rows.iter().map(|row| row.key).collect::<Vec<_>>() }));
            put("categories", labels.into());
        }
    }
    out
}

fn history_schema() -> Value {
    let fields: Vec<Value> = log::COLUMNS
        .iter()
        .map(|name| match *name {
            "urutan" | "waktu_ms" | "penghitung" => column(name, "integer", name),
            _ => column(name, "string", name),
        })
        .collect();
    json!({ "fields": fields, "missingValues": [""] })
}
