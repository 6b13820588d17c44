//! The trainer's room: pictures of QR codes read, tables of a training as a workbook.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use crate::present::workbook::{Cover, tables_workbook};

impl<P: Ports> Handle<ReadQr> for Engine<P> {
    async fn handle(&mut self, request: ReadQr) -> Result<Option<String>, EngineError> {
        Ok(crate::teach::qr::read(request.width as usize, &request.grey))
    }
}

impl<P: Ports> Handle<TrainingWorkbook> for Engine<P> {
    async fn handle(&mut self, request: TrainingWorkbook) -> Result<FileReply, EngineError> {
        let TrainingWorkbook { name, title, lines, at, tables } = request;
        let bytes = tables_workbook(self.lang, &Cover { title, lines, at }, &tables)
            .map_err(|_| EngineError::File(crate::lang::analyse::workbook_failed(self.lang).to_owned()))?;
        self.outbox = Some(bytes);
        let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
        Ok(FileReply { name: format!("{name}.xlsx"), media_type })
    }
}
