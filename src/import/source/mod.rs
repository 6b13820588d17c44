//! A file becomes a table, step by step. What kind of file it is, is told by its bytes and never by its name. Every refusal
//! says what the user can do.

mod sniff;
mod text;
mod workbook;

pub use sniff::{FileKind, sniff};

use super::Table;
use crate::lang::{Lang, import as words, number};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
/// The most that the parts of a workbook may hold once unpacked, in bytes.
pub const MAX_UNPACKED_BYTES: u64 = 1 << 30;
/// The most that the shared texts of a workbook may hold once unpacked, in bytes; they are kept in memory.
pub const MAX_TEXTS_BYTES: u64 = 128 << 20;
/// Rows read between two breaths.
const ROWS_A_STEP: u32 = 200;

/// Why a file gives no table, by what the user can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// A file of a kind that is not read.
    OtherKind(FileKind),
    /// A data package: it has a door of its own.
    DataPackage,
    /// An Excel workbook of the years before 2007.
    OldWorkbook,
    /// A workbook locked with a password.
    Encrypted,
    /// A file cut short or changed on its way.
    Damaged,
    /// No row of data in the file or sheet.
    Empty,
    /// The sheet that was asked for is not there.
    NoSuchSheet,
    /// No row that could be headings.
    NoHeading,
    /// More than [`super::table::MAX_ROWS`] rows.
    TooManyRows,
    /// More bytes or cells than are read.
    TooLarge,
    /// A quotation mark of a text file is never closed.
    OpenQuote {
        /// The row in which it opens.
        row: u32,
    },
}

impl ReadError {
    /// What happened, what is safe, and what to do.
    pub fn message(self, lang: Lang) -> String {
        match self {
            ReadError::OtherKind(kind) => words::other_kind(lang, kind.label(lang)),
            ReadError::DataPackage => words::data_package(lang).into(),
            ReadError::OldWorkbook => words::old_workbook(lang).into(),
            ReadError::Encrypted => words::encrypted(lang).into(),
            ReadError::Damaged => words::damaged(lang).into(),
            ReadError::Empty => words::empty(lang).into(),
            ReadError::NoSuchSheet => words::no_such_sheet(lang).into(),
            ReadError::NoHeading => words::no_heading(lang).into(),
            ReadError::TooManyRows => words::too_many_rows(lang, number::whole(lang, super::table::MAX_ROWS as i64)),
            ReadError::TooLarge => words::too_large(lang, MAX_BYTES >> 20),
            ReadError::OpenQuote { row } => words::open_quote(lang, row),
        }
    }
}

/// A file being read. Dropping it is cancelling.
pub struct Reading {
    work: Pin<Box<dyn Future<Output = Result<Table, ReadError>>>>,
    task: Task,
}

/// What a step of reading came to.
pub enum Step {
    /// There is more to read; so much is done, 0 to 1.
    More(Reading, f32),
    /// The table.
    Done(Table),
}

impl Reading {
    /// Begins to read a file: a sheet by name, or the first that holds data. Nothing is unpacked yet.
    pub fn start(bytes: impl Into<Rc<[u8]>>, sheet: Option<String>) -> Result<Reading, ReadError> {
        let bytes: Rc<[u8]> = bytes.into();
        if bytes.len() > MAX_BYTES {
            return Err(ReadError::TooLarge);
        }
        let kind = sniff(&bytes)?;
        let task = Task::default();
        let inner = task.clone();
        let work: Pin<Box<dyn Future<Output = _>>> = match kind {
            FileKind::Workbook => Box::pin(async move { workbook::read(bytes, sheet, &inner).await }),
            FileKind::Text => Box::pin(async move { text::read(&bytes, &inner).await }),
            FileKind::DataPackage => return Err(ReadError::DataPackage),
            FileKind::OldWorkbook => return Err(ReadError::OldWorkbook),
            FileKind::EncryptedWorkbook => return Err(ReadError::Encrypted),
            other => return Err(ReadError::OtherKind(other)),
        };
        Ok(Reading { work, task })
    }

    /// Reads on for a few milliseconds.
    pub fn step(mut self) -> Result<Step, ReadError> {
        match self.work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => {
                let done = self.task.progress.get();
                Ok(Step::More(self, done))
            }
            Poll::Ready(table) => table.map(Step::Done),
        }
    }

    /// Reads to the end in one go.
    pub fn finish(mut self) -> Result<Table, ReadError> {
        loop {
            match self.step()? {
                Step::More(more, _) => self = more,
                Step::Done(table) => return Ok(table),
            }
        }
    }
}

/// What the reading code holds of its own reading: the way to pause and to tell how far it is.
#[derive(Clone, Debug, Default)]
struct Task {
    progress: Rc<std::cell::Cell<f32>>,
}

impl Task {
    /// Ends a step.
    async fn breathe(&self, progress: f32) {
        self.progress.set(progress.clamp(0.0, 1.0));
        let mut paused = false;
        std::future::poll_fn(|_| if std::mem::replace(&mut paused, true) { Poll::Ready(()) } else { Poll::Pending })
            .await;
    }
}
