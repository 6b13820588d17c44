//! Importing: the open file, its mapping and its plan are kept here between the requests. What the plan showed is what is
//! applied, in one act; a plan that the register has outrun is refused.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::{Flow, Keys, Ports, Pulse, Store, Table as StoreTable, Write};
use super::protocol::*;
use super::{codec, import_view};
use crate::import::columns::Guess;
use crate::import::mapping::{self, Mapping, Remembered};
use crate::import::plan::Plan;
use crate::import::planner::Planner;
use crate::import::{Reading, Step, Table, left_out};
use crate::lang::import as words;
use crate::present::records::{RecordSheet, records_workbook};
use crate::register::command::CommandError;
use crate::register::{ActKind, Stamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::rc::Rc;

/// Keys of the store's table of files.
const REMEMBERED: u32 = 0;
/// See [`REMEMBERED`].
const IMPORTED: u32 = 1;
/// So many imports are remembered.
const FILES_REMEMBERED: usize = 500;
/// Rows planned between two beats.
const ROWS_A_BEAT: usize = 250;
/// Values shown of a column.
const SAMPLES: usize = 3;

/// A file that was imported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct ImportedFile {
    /// SHA-256 of its bytes and of the sheet's name.
    fingerprint: [u8; 32],
    name: String,
}

/// The open file.
pub(crate) struct OpenFile {
    name: String,
    bytes: Rc<[u8]>,
    fingerprint: [u8; 32],
    table: Table,
    guesses: Vec<Option<Guess>>,
    mapping: Mapping,
    options: ImportOptions,
    applied_before: bool,
    /// The plan, and the stamp that the register was at.
    plan: Option<(Stamp, Plan)>,
    applied: bool,
}

impl<P: Ports> Engine<P> {
    async fn open_table(
        &mut self,
        name: String,
        bytes: Rc<[u8]>,
        sheet: Option<String>,
    ) -> Result<ImportFile, EngineError> {
        let lang = self.lang;
        let refuse = |error: crate::import::ReadError| EngineError::File(error.message(lang));
        let mut done = 0.0;
        let mut reading = Reading::start(bytes.clone(), sheet).map_err(refuse)?;
        let table = loop {
            if self.ports.pulse().beat("import-read", (done * 1000.0) as u32, 1001).await == Flow::Stop {
                return Err(EngineError::Cancelled);
            }
            match reading.step().map_err(refuse)? {
                Step::More(more, so_far) => (reading, done) = (more, so_far),
                Step::Done(table) => break table,
            }
        };
        let mut hash = Sha256::new();
        hash.update(&bytes);
        hash.update(table.sheet.as_bytes());
        let fingerprint: [u8; 32] = hash.finalize().into();
        let remembered: Remembered = self.file_memory(REMEMBERED).await?;
        let imported: Vec<ImportedFile> = self.file_memory(IMPORTED).await?;
        let applied_before = imported.iter().any(|file| file.fingerprint == fingerprint);
        let (mapping, guesses) = mapping::suggest(&table, &remembered);
        // What was corrected by hand since the same file came in is not set back unasked.
        let options = ImportOptions { update: !applied_before, ..ImportOptions::default() };
        let plan = None;
        let file = OpenFile {
            name,
            bytes,
            fingerprint,
            table,
            guesses,
            mapping,
            options,
            applied_before,
            plan,
            applied: false,
        };
        let view = self.file_view(&file);
        self.import = Some(file);
        Ok(view)
    }

    fn file_view(&self, file: &OpenFile) -> ImportFile {
        let table = &file.table;
        let column = |(at, heading): (usize, &String)| {
            let cells = table.rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty());
            ImportColumn {
                heading: heading.clone(),
                samples: cells.take(SAMPLES).map(|cell| cell.as_text().into_owned()).collect(),
                confidence: file.guesses.get(at).and_then(|guess| guess.as_ref().map(|guess| guess.confidence)),
            }
        };
        ImportFile {
            name: file.name.clone(),
            sheet: table.sheet.clone(),
            sheets: table.sheets.clone(),
            heading_row: table.heading_row,
            n_rows: table.rows.len() as u32,
            columns: table.headings.iter().enumerate().map(column).collect(),
            targets: import_view::targets(self.lang),
            mapping: file.mapping.clone(),
            options: file.options.clone(),
            applied_before: file.applied_before,
        }
    }

    async fn file_memory<T: serde::de::DeserializeOwned + Default>(&self, key: u32) -> Result<T, EngineError> {
        let rows = self.ports.store().read(StoreTable::Files, Keys::From(key)).await?;
        let bytes = rows.into_iter().find(|(at, _)| *at == key).map(|(_, bytes)| bytes);
        // A memory of another form is no loss of data: it begins anew.
        Ok(bytes.and_then(|bytes| codec::decode(&bytes)).unwrap_or_default())
    }

    fn open_file(&self) -> Result<&OpenFile, EngineError> {
        self.import.as_ref().ok_or_else(|| EngineError::File(words::no_open_file(self.lang).into()))
    }

    fn plan(&self) -> Result<(&OpenFile, Stamp, &Plan), EngineError> {
        let file = self.open_file()?;
        let (at, plan) = file.plan.as_ref().ok_or(CommandError::ChangedSince)?;
        Ok((file, *at, plan))
    }
}

impl<P: Ports> Handle<OpenImport> for Engine<P> {
    async fn handle(&mut self, request: OpenImport) -> Result<ImportFile, EngineError> {
        self.import = None;
        let bytes = self.inbox.take().ok_or_else(|| EngineError::File(words::no_bytes(self.lang).into()))?;
        self.open_table(request.name, bytes.into(), None).await
    }
}

impl<P: Ports> Handle<ChooseSheet> for Engine<P> {
    async fn handle(&mut self, request: ChooseSheet) -> Result<ImportFile, EngineError> {
        let file = self.open_file()?;
        let (name, bytes) = (file.name.clone(), file.bytes.clone());
        self.open_table(name, bytes, Some(request.sheet)).await
    }
}

impl<P: Ports> Handle<PlanImport> for Engine<P> {
    async fn handle(&mut self, request: PlanImport) -> Result<ImportPlan, EngineError> {
        let (lang, today, at) = (self.lang, self.today(), self.meta.stamp);
        let no_file = || EngineError::File(words::no_open_file(lang).into());
        let file = self.import.as_mut().ok_or_else(no_file)?;
        (file.plan, file.applied) = (None, false);
        let total = file.table.rows.len() as u32;
        let mut planner = Planner::new(&file.table, &request.mapping, &request.options, today);
        let mut done = 0;
        loop {
            if self.ports.pulse().beat("import-plan", done, total + 1).await == Flow::Stop {
                return Err(EngineError::Cancelled);
            }
            if !planner.step(ROWS_A_BEAT) {
                break;
            }
            done += ROWS_A_BEAT as u32;
        }
        let plan = planner.finish(&self.register, file.applied_before);
        let view = import_view::summary(&plan, &file.table, &request.mapping, lang);
        (file.mapping, file.options, file.plan) = (request.mapping, request.options, Some((at, plan)));
        Ok(view)
    }
}

impl<P: Ports> Handle<ListImport> for Engine<P> {
    async fn handle(&mut self, request: ListImport) -> Result<ImportPage, EngineError> {
        let (file, _, plan) = self.plan()?;
        let shown = || plan.families.iter().filter(|family| import_view::shows(family, request.show));
        let page = shown().skip(request.from as usize).take(request.limit as usize);
        let view = |family| import_view::family(family, &file.table, &self.register, self.lang);
        Ok(ImportPage { total: shown().count() as u32, families: page.map(view).collect() })
    }
}

impl<P: Ports> Handle<ApplyImport> for Engine<P> {
    async fn handle(&mut self, _: ApplyImport) -> Result<ImportDone, EngineError> {
        let (file, at, plan) = self.plan()?;
        if at != self.meta.stamp || file.applied {
            return Err(CommandError::ChangedSince.into());
        }
        if !plan.can_apply() {
            return Err(EngineError::File(words::blocked(self.lang).into()));
        }
        if self.ports.pulse().beat("import-apply", 0, 2).await == Flow::Stop {
            return Err(EngineError::Cancelled);
        }
        let counts = plan.counts;
        let changes = plan.changes(&self.register, &mut || self.new_id());
        let mut remembered: Remembered = self.file_memory(REMEMBERED).await?;
        remembered.remember(&file.table.headings, &file.mapping);
        let mut imported: Vec<ImportedFile> = self.file_memory(IMPORTED).await?;
        imported.push(ImportedFile { fingerprint: file.fingerprint, name: file.name.clone() });
        imported.drain(..imported.len().saturating_sub(FILES_REMEMBERED));
        if self.ports.pulse().beat("import-apply", 1, 2).await == Flow::Stop {
            return Err(EngineError::Cancelled);
        }
        let write = |key, value| Write { table: StoreTable::Files, key, value: Some(value) };
        let memory = vec![write(REMEMBERED, codec::encode(&remembered)), write(IMPORTED, codec::encode(&imported))];
        let act = self.commit_with(ActKind::Import, changes, None, memory).await?;
        if let Some(file) = &mut self.import {
            file.applied = true;
        }
        Ok(ImportDone { act, counts })
    }
}

impl<P: Ports> Handle<GetLeftOut> for Engine<P> {
    async fn handle(&mut self, request: GetLeftOut) -> Result<LeftOutFile, EngineError> {
        let (lang, today) = (self.lang, self.today());
        let (file, _, plan) = self.plan()?;
        let headings = left_out::headings(&file.table, lang);
        let rows = left_out::rows(&file.table, plan, lang);
        let n_rows = rows.len() as u32;
        let (bytes, ending, mime) = if request.workbook {
            let lines = rows.iter().map(|row| row.iter().map(|cell| Cow::Borrowed(cell.as_str())).collect());
            let name = words::left_out_sheet(lang);
            let sheet = RecordSheet { name, headings: &headings, rows: Box::new(lines) };
            let bytes = records_workbook(today, vec![sheet]).map_err(|error| EngineError::File(error.to_string()))?;
            (bytes, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        } else {
            (left_out::csv(&headings, &rows), "csv", "text/csv")
        };
        let name = format!("{}.{ending}", words::left_out_file(lang));
        self.outbox = Some(bytes);
        Ok(LeftOutFile { name, mime: mime.into(), n_rows })
    }
}

impl<P: Ports> Handle<DiscardImport> for Engine<P> {
    async fn handle(&mut self, _: DiscardImport) -> Result<(), EngineError> {
        self.import = None;
        Ok(())
    }
}
