//! The history of acts as rows of a table, and back: one row a change, the act's own columns repeated.

use super::RESOURCES;
use super::value_text::{from_text, to_text};
use crate::base::value::Kind;
use crate::base::{Id, Value};
use crate::register::{Act, Actor, Change, RecordKind, RecordRef, Stamp, What, field};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;

/// Columns of the history.
pub const COLUMNS: [&str; 16] = [
    "urutan",
    "id_tindakan",
    "waktu_ms",
    "penghitung",
    "perangkat",
    "oleh",
    "peran",
    "tindakan",
    "membatalkan",
    "jenis_data",
    "id_data",
    "perubahan",
    "induk",
    "kolom",
    "nilai_lama",
    "nilai_baru",
];

/// A variant without data as its name.
fn name<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn named<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}

fn kind_of(record: RecordKind, tag: u16) -> (Cow<'static, str>, Kind) {
    let resource = RESOURCES.iter().find(|resource| resource.kind == record);
    match resource.and_then(|resource| field(resource.fields, tag)) {
        Some(field) => (Cow::Borrowed(field.key), field.kind),
        None => (Cow::Owned(tag.to_string()), Kind::Text),
    }
}

fn tag_of(record: RecordKind, key: &str) -> Option<(u16, Kind)> {
    let resource = RESOURCES.iter().find(|resource| resource.kind == record)?;
    match resource.fields.iter().find(|field| field.key == key) {
        Some(field) => Some((field.tag, field.kind)),
        None => Some((key.parse().ok()?, Kind::Text)),
    }
}

/// The rows of an act, at least one.
pub fn rows(at: u32, act: &Act, mut each: impl FnMut(&[Cow<'_, str>])) {
    let own: [String; 9] = [
        at.to_string(),
        act.id.to_string(),
        act.stamp.wall_ms.to_string(),
        act.stamp.counter.to_string(),
        act.stamp.device.to_string(),
        act.actor.name.clone(),
        name(&act.actor.role),
        name(&act.kind),
        act.undoes.map(|id| id.to_string()).unwrap_or_default(),
    ];
    let mut row: Vec<Cow<'_, str>> = own.iter().map(|text| Cow::Borrowed(text.as_str())).collect();
    row.resize(COLUMNS.len(), Cow::Borrowed(""));
    if act.changes.is_empty() {
        each(&row);
    }
    for change in &act.changes {
        let RecordRef { kind, id } = change.record;
        row[9] = Cow::Owned(name(&kind));
        row[10] = Cow::Owned(id.to_string());
        let none = || Cow::Borrowed("");
        let (what, parent, column, old, new) = match &change.what {
            What::Created { parent, fields } => {
                let parent = parent.map_or(none(), |id| Cow::Owned(id.to_string()));
                ("dibuat", parent, none(), none(), Cow::Owned(created_text(kind, fields)))
            }
            What::Set { field, old, new } => {
                let (key, of) = kind_of(kind, *field);
                ("diisi", none(), key, to_text(of, old), to_text(of, new))
            }
            What::Removed => ("dikeluarkan", none(), none(), none(), none()),
            What::Restored => ("dikembalikan", none(), none(), none(), none()),
            What::Moved { from, to } => {
                ("dipindah", none(), none(), Cow::Owned(from.to_string()), Cow::Owned(to.to_string()))
            }
        };
        row[11] = Cow::Borrowed(what);
        row[12] = parent;
        row[13] = column;
        row[14] = old;
        row[15] = new;
        each(&row);
    }
}

/// First fields of a record as JSON: `{"nama": "…", …}`.
fn created_text(kind: RecordKind, fields: &[(u16, Value)]) -> String {
    let mut map = serde_json::Map::new();
    for (tag, value) in fields {
        let (key, of) = kind_of(kind, *tag);
        map.insert(key.into_owned(), to_text(of, value).into_owned().into());
    }
    serde_json::Value::Object(map).to_string()
}

fn created_fields(kind: RecordKind, text: &str) -> Option<Vec<(u16, Value)>> {
    let map: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).ok()?;
    map.iter()
        .map(|(key, value)| {
            let (tag, of) = tag_of(kind, key)?;
            Some((tag, from_text(of, value.as_str()?)?))
        })
        .collect()
}

/// Takes a row into the acts read so far; nothing where it cannot be read.
pub fn take_row(acts: &mut Vec<Act>, row: &[&str]) -> Option<()> {
    let cell = |at: usize| row.get(at).copied().unwrap_or("");
    let id: Id = cell(1).parse().ok()?;
    if acts.last().is_none_or(|act| act.id != id) {
        let stamp =
            Stamp { wall_ms: cell(2).parse().ok()?, counter: cell(3).parse().ok()?, device: cell(4).parse().ok()? };
        let actor = Actor { name: cell(5).to_owned(), role: named(cell(6))? };
        let undoes = if cell(8).is_empty() { None } else { Some(cell(8).parse().ok()?) };
        acts.push(Act { id, stamp, actor, kind: named(cell(7))?, changes: Vec::new(), undoes });
    }
    if cell(9).is_empty() {
        return Some(());
    }
    let kind: RecordKind = named(cell(9))?;
    let what = match cell(11) {
        "dibuat" => What::Created {
            parent: if cell(12).is_empty() { None } else { Some(cell(12).parse().ok()?) },
            fields: created_fields(kind, cell(15))?,
        },
        "diisi" => {
            let (field, of) = tag_of(kind, cell(13))?;
            What::Set { field, old: from_text(of, cell(14))?, new: from_text(of, cell(15))? }
        }
        "dikeluarkan" => What::Removed,
        "dikembalikan" => What::Restored,
        "dipindah" => What::Moved { from: cell(14).parse().ok()?, to: cell(15).parse().ok()? },
        _ => return None,
    };
    let change = Change { record: RecordRef { kind, id: cell(10).parse().ok()? }, what };
    acts.last_mut()?.changes.push(change);
    Some(())
}
