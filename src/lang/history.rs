//! Words of the history: what an act was.

use super::Lang;
use crate::register::ActKind;

/// An act in words.
pub fn act(kind: ActKind, lang: Lang) -> &'static str {
    match kind {
        ActKind::SetProfile => lang.pick("Profil desa diubah", "Village profile changed"),
        ActKind::AddFamily => lang.pick("Keluarga ditambahkan", "Family added"),
        ActKind::AddPerson => lang.pick("Anggota ditambahkan", "Person added"),
        ActKind::Edit => lang.pick("Isian diubah", "Field changed"),
        ActKind::SetState => lang.pick("Keadaan data diubah", "State changed"),
        ActKind::Remove => lang.pick("Data dikeluarkan", "Taken out"),
        ActKind::Birth => lang.pick("Kelahiran dicatat", "Birth recorded"),
        ActKind::Death => lang.pick("Kematian dicatat", "Death recorded"),
        ActKind::MoveIn => lang.pick("Pindah masuk dicatat", "Arrival recorded"),
        ActKind::MoveOut => lang.pick("Pindah keluar dicatat", "Departure recorded"),
        ActKind::Import => lang.pick("Berkas diimpor", "File imported"),
        ActKind::Restore => lang.pick("Paket dipulihkan", "Package restored"),
        ActKind::Decide => lang.pick("Temuan diterima", "Finding accepted"),
        ActKind::Withdraw => lang.pick("Penerimaan temuan ditarik", "Acceptance withdrawn"),
        ActKind::NoteHelp => lang.pick("Bantuan dicatat", "Help noted"),
        ActKind::Sample => lang.pick("Desa contoh dibuat", "Sample village made"),
        ActKind::Undo => lang.pick("Langkah diurungkan", "Step undone"),
    }
}
