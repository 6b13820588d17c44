//! Why a command could not be carried out, with its exit code.

use crate::engine::EngineError;
use crate::lang::Lang;
use std::path::{Path, PathBuf};

/// A failure, by what the user can do.
#[derive(Debug)]
pub enum Failure {
    /// A file cannot be read or written.
    File(PathBuf, std::io::Error),
    /// The engine refused.
    Engine(EngineError),
    /// The village code is none.
    VillageCode(String),
    /// The list brings nothing in.
    NothingToImport,
    /// A workbook could not be made.
    Workbook,
}

impl Failure {
    /// For `map_err` on file operations.
    pub fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Failure + use<> {
        let path = path.to_owned();
        move |error| Failure::File(path, error)
    }

    /// Exit code.
    pub fn code(&self) -> u8 {
        match self {
            Failure::VillageCode(_) => 2,
            Failure::Engine(_) | Failure::NothingToImport | Failure::Workbook => 3,
            Failure::File(..) => 4,
        }
    }

    /// What happened and what to do.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Failure::File(path, error) => format!("{}: {error}", path.display()),
            Failure::Engine(error) => {
                let (title, text) = error.message(lang);
                format!("{title}. {text}")
            }
            Failure::VillageCode(code) => match lang {
                Lang::Id => format!("Kode desa \"{code}\" tidak dikenal. Contoh yang benar: 63.04.15.2001."),
                Lang::En => format!("\"{code}\" is no known village code. One that is: 63.04.15.2001."),
            },
            Failure::NothingToImport => lang
                .pick(
                    "Tidak ada baris yang bisa masuk. Paket tidak dibuat.",
                    "No row can come in. No package was made.",
                )
                .into(),
            Failure::Workbook => lang.pick("Buku kerja tidak bisa dibuat.", "The workbook could not be made.").into(),
        }
    }
}

impl From<EngineError> for Failure {
    fn from(error: EngineError) -> Self {
        Failure::Engine(error)
    }
}
