//! Packages out and in: written in pieces with rests in between; restored whole or not at all.

use super::core::{Engine, Handle};
use super::derived::Derived;
use super::error::EngineError;
use super::ports::{Flow, Keys, Ports, Pulse, Store, Table};
use super::protocol::*;
use super::stored;
use crate::base::Date;
use crate::package::{self, Contents, Extras, FORMAT, Info, PackageError, PackageWriter, metadata};
use crate::register::snapshot::Dirty;
use crate::register::{ActKind, Register, SCHEMA};

/// Families between two beats.
const STRIDE: usize = 250;

impl<P: Ports> Engine<P> {
    fn package_info(&self) -> Info {
        let profile = &self.register.profile;
        Info {
            format: FORMAT,
            schema: SCHEMA,
            audience: "lengkap".into(),
            village_code: profile.code.text().to_owned(),
            village: profile.village.text().to_owned(),
            sample: profile.is_sample(),
            reference: profile.reference_or(self.today()).to_string(),
            made_ms: self.ports.clock().now_ms(),
            device: self.meta.stamp.device.to_string(),
            n_families: self.register.n_families(),
            n_persons: self.register.n_persons(),
            n_acts: self.meta.next_act,
        }
    }

    fn refused(&self, error: &PackageError) -> EngineError {
        EngineError::File(error.message(self.lang))
    }

    /// What goes beside the records, at the reference date for the whole village.
    fn package_extras(&mut self, info: &Info) -> Result<Extras, EngineError> {
        let metadata = metadata::files(&self.register.profile, info);
        let look = LookAt { at: Date::parse_iso(&info.reference), ..LookAt::default() };
        let (indicators_csv, workbook) = self.study(&look).packed()?;
        Ok(Extras { indicators_csv, metadata, workbook })
    }

    async fn export(&mut self) -> Result<Vec<u8>, EngineError> {
        let info = self.package_info();
        let n_families = self.register.slots().len();
        let total = (2 * n_families + self.meta.next_act as usize).max(1) as u32;
        let mut out = PackageWriter::default();
        let lang = self.lang;
        let extras = self.package_extras(&info)?;
        let told = |error: PackageError| EngineError::File(error.message(lang));
        let beat = async |done: usize| match self.ports.pulse().beat("export", done as u32, total).await {
            Flow::Go => Ok(()),
            Flow::Stop => Err(EngineError::Cancelled),
        };
        beat(0).await?;
        out.small_tables(&self.register).map_err(told)?;
        out.begin_families().map_err(told)?;
        for (at, families) in self.register.slots().chunks(STRIDE).enumerate() {
            families.iter().try_for_each(|family| out.family(family)).map_err(told)?;
            out.rest().map_err(told)?;
            beat(at * STRIDE).await?;
        }
        out.begin_persons().map_err(told)?;
        for (at, families) in self.register.slots().chunks(STRIDE).enumerate() {
            families.iter().try_for_each(|family| out.persons(family)).map_err(told)?;
            out.rest().map_err(told)?;
            beat(n_families + at * STRIDE).await?;
        }
        out.begin_history().map_err(told)?;
        for (key, bytes) in self.ports.store().read(Table::Acts, Keys::All).await? {
            out.act(key, &stored::read_act(&bytes)?).map_err(told)?;
            if key.is_multiple_of(STRIDE as u32) {
                out.rest().map_err(told)?;
                beat(2 * n_families + key as usize).await?;
            }
        }
        let bytes = out.finish(&info, &extras).map_err(told)?;
        beat(total as usize).await?;
        Ok(bytes)
    }
}

impl<P: Ports> Handle<ExportPackage> for Engine<P> {
    async fn handle(&mut self, _: ExportPackage) -> Result<FileMade, EngineError> {
        let bytes = self.export().await?;
        let code = self.register.profile.code.text().replace('.', "");
        let made = FileMade {
            name: format!("rumah-dataku-{code}-{}.zip", self.today()),
            mime: "application/zip".into(),
            size_bytes: bytes.len() as u64,
            n_acts: self.meta.next_act,
        };
        self.outbox = Some(bytes);
        Ok(made)
    }
}

impl<P: Ports> Handle<MarkBackup> for Engine<P> {
    async fn handle(&mut self, request: MarkBackup) -> Result<Status, EngineError> {
        let before = self.meta.clone();
        self.meta.last_backup_ms = Some(self.ports.clock().now_ms());
        self.meta.acts_at_backup = request.n_acts;
        if let Err(error) = self.store_meta().await {
            self.meta = before;
            return Err(error);
        }
        Ok(self.status())
    }
}

impl<P: Ports> Handle<OpenPackage> for Engine<P> {
    async fn handle(&mut self, _: OpenPackage) -> Result<PackageView, EngineError> {
        let bytes = self.inbox.take().unwrap_or_default();
        self.opened = None;
        self.ports.pulse().beat("open-package", 0, 2).await;
        let contents = package::open(&bytes).map_err(|error| self.refused(&error))?;
        self.ports.pulse().beat("open-package", 2, 2).await;
        let info = &contents.info;
        let standing = if !self.has_village() {
            Standing::Fresh
        } else if contents.register.profile.code != self.register.profile.code {
            return Err(self.refused(&PackageError::OtherVillage(info.village.clone())));
        } else if same_records(&contents.register, &self.register) {
            Standing::Same
        } else {
            Standing::Differs
        };
        let view = PackageView {
            village: info.village.clone(),
            n_families: contents.register.n_families(),
            n_persons: contents.register.n_persons(),
            n_acts: info.n_acts,
            made_on: Date::of_unix_ms(info.made_ms),
            sample: info.sample,
            standing,
        };
        self.opened = Some(Box::new(contents));
        Ok(view)
    }
}

/// True where both registers hold the same records, in whatever order.
fn same_records(a: &Register, b: &Register) -> bool {
    a.profile == b.profile
        && a.slots().len() == b.slots().len()
        && a.slots().iter().all(|family| b.family(family.id) == Some(family))
        && a.event_slots() == b.event_slots()
        && a.decision_slots() == b.decision_slots()
        && a.help_slots() == b.help_slots()
}

impl<P: Ports> Handle<RestorePackage> for Engine<P> {
    async fn handle(&mut self, request: RestorePackage) -> Result<Status, EngineError> {
        if !self.writer {
            return Err(EngineError::OtherTabWrites);
        }
        if self.has_village() && !request.replace {
            return Err(crate::register::command::CommandError::AlreadyHasVillage.into());
        }
        let Some(contents) = self.opened.take() else { return Err(self.refused(&PackageError::NotAPackage)) };
        let Contents { info, register, acts } = *contents;
        let mut meta = self.meta.clone();
        meta.stamp = meta.stamp.next(self.ports.clock().now_ms());
        let newest = acts.iter().map(|act| act.stamp.wall_ms).max().unwrap_or(0);
        meta.stamp.wall_ms = meta.stamp.wall_ms.max(newest);
        let mut writes = self.clearing_writes().await?;
        writes.extend(stored::writes(&register, &Dirty::everything(&register)));
        for (key, act) in acts.iter().enumerate() {
            writes.push(stored::act_write(key as u32, act));
        }
        let act = self.bare_act(ActKind::Restore, meta.stamp);
        writes.push(stored::act_write(acts.len() as u32, &act));
        meta.next_act = acts.len() as u32 + 1;
        meta.last_backup_ms = Some(info.made_ms);
        meta.acts_at_backup = meta.next_act;
        writes.push(stored::meta_write(&meta));
        self.ports.store().commit(writes).await?;
        (self.register, self.meta) = (register, meta);
        self.derived = Derived::default();
        self.notices.push(Notice::Changed { families: Vec::new() });
        Ok(self.status())
    }
}
