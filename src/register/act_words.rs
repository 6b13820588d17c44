//! An act in words, for the history.

use super::ActKind;
use crate::lang::Lang;

impl ActKind {
    /// What the act was.
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
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
            ActKind::KeepPaper => lang.pick("Kertas kerja disimpan", "Paper kept"),
            ActKind::DropPaper => lang.pick("Kertas kerja dibuang", "Paper thrown away"),
            ActKind::NoteHelp => lang.pick("Bantuan dicatat", "Help noted"),
            ActKind::Sample => lang.pick("Desa contoh dibuat", "Sample village made"),
            ActKind::Undo => lang.pick("Langkah diurungkan", "Step undone"),
        }
    }
}
