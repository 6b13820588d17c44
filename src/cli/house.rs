//! The engine over memory, with files in and out.

use super::args::Args;
use super::failure::Failure;
use crate::base::Value;
use crate::base::region::VillageCode;
use crate::engine::core::Handle;
use crate::engine::protocol::*;
use crate::engine::{Ask, Engine};
use crate::import::source::{FileKind, sniff};
use crate::register::{Actor, Role, profile_field};
use crate::sample;
use crate::store::memory::{MemoryPorts, run};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// A house for one command.
pub struct House {
    engine: Engine<MemoryPorts>,
    opened: ImportFile,
}

impl House {
    /// An empty house.
    pub fn open(args: &Args) -> Result<House, Failure> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let now_ms = match args.today {
            // Noon of the day that counts as today.
            Some(today) => u64::try_from(today.day_number()).unwrap_or(0) * 86_400_000 + 43_200_000,
            None => now.as_millis() as u64,
        };
        // Identities need no secrecy; with a day given, everything is repeatable.
        let seed = if args.today.is_some() { 1 } else { now.as_nanos() as u64 };
        let mut house = House { engine: Engine::new(MemoryPorts::new(now_ms, seed)), opened: ImportFile::default() };
        house.ask(Open { lang: args.lang() })?;
        house.ask(SetActor { actor: Actor { name: "rdk".into(), role: Role::Operator } })?;
        Ok(house)
    }

    /// Asks the engine.
    pub fn ask<R: Ask>(&mut self, request: R) -> Result<R::Reply, Failure>
    where
        Engine<MemoryPorts>: Handle<R>,
    {
        Ok(run(self.engine.ask(request))?)
    }

    /// The large file that came with the last reply.
    pub fn take_file(&mut self) -> Vec<u8> {
        self.engine.outbox.take().unwrap_or_default()
    }

    /// The engine's language.
    pub fn lang(&self) -> crate::lang::Lang {
        self.engine.lang
    }

    /// Makes the sample village.
    pub fn make_sample(&mut self, families: u32, seed: u64) -> Result<(), Failure> {
        self.ask(MakeSample { families: Some(families), seed: Some(seed) }).map(|_| ())
    }

    /// The sample village as OpenSID's workbook, with errors.
    pub fn opensid_workbook(&self, families: u32, seed: u64) -> Result<Vec<u8>, Failure> {
        let today = self.engine.today();
        let village = sample::village(families, seed, today);
        let how = sample::OpenSid { writing: sample::Writing::Labels, slips: true };
        sample::opensid_workbook(&village.families, today, how).map(|made| made.bytes).map_err(|_| Failure::Workbook)
    }

    /// Chooses the village by its code; names come from the site's region files where they lie beside the program.
    pub fn settle(&mut self, code: &str) -> Result<(), Failure> {
        let code = VillageCode::parse(code).ok_or_else(|| Failure::VillageCode(code.into()))?;
        let text = |text: &str| Value::Text(text.to_owned());
        let mut fields = vec![(profile_field::code, text(code.as_str()))];
        let query = crate::place::Query::Village { code: code.as_str().to_owned() };
        if let Ok(answer) = self.ask(Places { query })
            && let Some(row) = answer.rows.first()
        {
            fields.push((profile_field::village, text(&row.name)));
            fields.push((profile_field::district, text(&row.district)));
            fields.push((profile_field::regency, text(&row.regency)));
            fields.push((profile_field::province, text(&row.province)));
        } else {
            fields.push((profile_field::village, text(code.as_str())));
        }
        self.ask(SetProfile { fields }).map(|_| ())
    }

    /// True where the file is a data package, by its bytes.
    pub fn is_package(&self, file: &Path) -> Result<bool, Failure> {
        Ok(sniff(&read(file)?) == Ok(FileKind::DataPackage))
    }

    /// Restores a package.
    pub fn restore(&mut self, file: &Path) -> Result<(), Failure> {
        self.engine.inbox = Some(read(file)?);
        self.ask(OpenPackage)?;
        self.ask(RestorePackage { replace: false }).map(|_| ())
    }

    /// Writes everything as a package.
    pub fn export(&mut self, output: &Path) -> Result<(), Failure> {
        self.ask(ExportPackage)?;
        let bytes = self.take_file();
        write(output, &bytes)
    }

    /// Opens a list.
    pub fn open_import(&mut self, file: &Path) -> Result<(), Failure> {
        self.engine.inbox = Some(read(file)?);
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.opened = self.ask(OpenImport { name })?;
        Ok(())
    }

    /// Plans the import with the mapping that the engine offers.
    pub fn plan(&mut self) -> Result<ImportPlan, Failure> {
        let ImportFile { mapping, options, .. } = self.opened.clone();
        self.ask(PlanImport { mapping, options })
    }

    /// Carries the plan out.
    pub fn apply(&mut self) -> Result<(), Failure> {
        self.ask(ApplyImport).map(|_| ())
    }
}

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(Failure::file(path))
}

/// Writes a file whole: beside its place first, then into it.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let beside = path.with_extension("part");
    std::fs::write(&beside, bytes).map_err(Failure::file(&beside))?;
    std::fs::rename(&beside, path).map_err(Failure::file(path))
}
