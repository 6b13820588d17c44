//! What is said about families and persons: vital events, decisions on findings, help given; and the papers of the village.

use crate::base::codes::*;
use crate::base::{Date, Id};

record! {
    /// A vital event (peristiwa penting): it moves the stock, the record keeps its history (domain.md §4.2).
    VitalEvent, event_field {
        1 kind: EventKind ["jenis_peristiwa"] "Peristiwa" / "Event";
        2 person: Id ["id_penduduk"] "Orang" / "Person";
        3 family: Id ["id_keluarga"] "Keluarga" / "Family";
        4 on: Date ["tanggal_kejadian"] "Tanggal kejadian" / "Date of the event";
        5 reported_on: Date ["tanggal_lapor"] "Tanggal dilaporkan" / "Date reported";
        6 place: String ["tempat_kejadian"] "Tempat" / "Place";
        7 cause: String ["sebab"] "Sebab atau alasan" / "Cause or reason";
        8 other_place: String ["asal_tujuan"] "Asal atau tujuan" / "From or to";
        9 document: String ["nomor_dokumen"] "Nomor surat" / "Document number";
        10 mother: Id ["id_ibu"] "Ibu" / "Mother";
        11 recorder: String ["pencatat"] "Pencatat" / "Recorded by";
        12 note: String ["catatan"] "Catatan" / "Note";
    }
}

record! {
    /// A decision of a person on a finding: it stands although a rule asks about it. It holds while the finding says the
    /// same (`fingerprint`), and is asked again when the data change.
    Decision, decision_field {
        1 rule: String ["kode_aturan"] "Aturan" / "Rule";
        2 subject: Id ["id_subjek"] "Tentang" / "About";
        3 fingerprint: String ["isi_temuan"] "Isi temuan" / "What the finding says";
        4 reason: String ["alasan"] "Alasan" / "Reason";
        5 by: String ["oleh"] "Oleh" / "By";
        6 on: Date ["tanggal"] "Tanggal" / "Date";
        7 family: Id ["id_keluarga"] "Keluarga" / "Family";
    }
}

record! {
    /// Help that reached a family or person of a target list (sudah dibantu).
    Help, help_field {
        1 list: String ["daftar_sasaran"] "Daftar sasaran" / "Target list";
        2 family: Id ["id_keluarga"] "Keluarga" / "Family";
        3 person: Id ["id_penduduk"] "Orang" / "Person";
        4 on: Date ["tanggal"] "Tanggal bantuan" / "Date of help";
        5 note: String ["catatan"] "Catatan" / "Note";
        6 by: String ["oleh"] "Oleh" / "By";
    }
}

record! {
    /// A paper of the village (kertas kerja): whatever it keeps that is no family, person or event, such as targets,
    /// facilities, snapshots, maps, documents. The room that owns a kind knows the form of its text.
    Paper, paper_field {
        1 kind: String ["jenis"] "Jenis" / "Kind";
        2 key: String ["kunci"] "Kunci" / "Key";
        3 title: String ["judul"] "Judul" / "Title";
        4 body: String ["isi"] "Isi (JSON)" / "Body (JSON)";
        5 on: Date ["tanggal"] "Tanggal disimpan" / "Date kept";
    }
}
