//! The engine: the register in memory, the store behind it, and the one way by which anything changes.
//!
//! Invariant: a command is answered only after its transaction is complete; where storing fails, the register is taken back
//! to what is stored.

use super::codec;
use super::derived::Derived;
use super::error::EngineError;
use super::ports::{Keys, Ports, Store, Table, Write};
use super::protocol::*;
use super::stored::{self, Meta};
use crate::base::{Date, Id};
use crate::lang::Lang;
use crate::register::snapshot::Dirty;
use crate::register::{Act, ActKind, Change, Register, Stamp, What};

/// Edits of one field by one person within this time are one act, so that typing does not fill the log.
const ONE_EDIT_MS: u64 = 60_000;

/// The engine over its ports.
pub struct Engine<P: Ports> {
    pub(crate) ports: P,
    pub(crate) register: Register,
    pub(crate) meta: Meta,
    pub(crate) lang: Lang,
    /// False in a tab that follows another; commands are refused then.
    pub writer: bool,
    /// Notices to send after the request.
    pub notices: Vec<Notice>,
    /// A large file that came with the request.
    pub inbox: Option<Vec<u8>>,
    /// A large file that goes with the reply.
    pub outbox: Option<Vec<u8>>,
    /// The package that was opened and may be restored.
    pub(crate) opened: Option<Box<crate::package::Contents>>,
    /// The file that is being imported.
    pub(crate) import: Option<super::import::OpenFile>,
    /// The receivers' file that is compared with a list.
    pub(super) receivers: Option<super::programme::OpenReceiversFile>,
    pub(crate) derived: Derived,
    pub(super) places: crate::place::PlaceBook,
    last_edit: Option<(u32, Act)>,
}

/// Answers one type of request.
#[allow(async_fn_in_trait)]
pub trait Handle<R: Ask> {
    /// The answer.
    async fn handle(&mut self, request: R) -> Result<R::Reply, EngineError>;
}

macro_rules! make_dispatch {
    (both { $($both:tt)+ } engine { $($engine:tt)+ } study { $($study:tt)+ }) => {
        impl<P: Ports> Engine<P> {
            make_dispatch!(@answer answer,
                "Answers a request of the main job by its name and bytes with the bytes of the reply; afterwards, [`Engine::notices`] holds what others should know.",
                $($both)+ $($engine)+);
            make_dispatch!(@answer answer_study, "Answers a request of the study.", $($both)+ $($study)+);
        }
    };
    (@answer $answer:ident, $words:literal, $( $(#[$doc:meta])* $name:ident -> $reply:ty, )+) => {
        #[doc = $words]
        pub async fn $answer(&mut self, code: Code, request: &[u8]) -> Vec<u8> {
            match code {
                $( Code::$name => {
                    let answer = match codec::decode::<$name>(request) {
                        Some(request) => Handle::<$name>::handle(self, request).await,
                        None => Err(EngineError::Dead),
                    };
                    codec::encode(&answer)
                } )+
                _ => codec::encode(&Err::<(), _>(EngineError::Dead)),
            }
        }
    };
}
every_request!(make_dispatch);

impl<P: Ports> Engine<P> {
    /// An engine with nothing loaded yet; ask [`Open`] first.
    pub fn new(ports: P) -> Engine<P> {
        Engine {
            ports,
            register: Register::default(),
            meta: Meta::default(),
            lang: Lang::default(),
            writer: true,
            notices: Vec::new(),
            inbox: None,
            outbox: None,
            opened: None,
            import: None,
            receivers: None,
            derived: Derived::default(),
            places: crate::place::PlaceBook::default(),
            last_edit: None,
        }
    }

    /// Asks with the type of the answer known: for tests, `rdk` and other rooms.
    pub async fn ask<R: Ask>(&mut self, request: R) -> Result<R::Reply, EngineError>
    where
        Self: Handle<R>,
    {
        self.handle(request).await
    }

    /// The register as it stands.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The ports.
    pub fn ports(&self) -> &P {
        &self.ports
    }

    /// Today in the user's time zone.
    pub fn today(&self) -> Date {
        self.ports.clock().today()
    }

    /// A new identity.
    pub fn new_id(&self) -> Id {
        Id::new(self.ports.clock().now_ms(), self.ports.random().ten())
    }

    /// Reads everything anew from the store: at the start, and when another tab has written.
    pub async fn load(&mut self) -> Result<(), EngineError> {
        let (register, meta) = stored::load(self.ports.store()).await?;
        self.register = register;
        self.derived = Derived::default();
        self.last_edit = None;
        self.meta = match meta {
            Some(meta) => meta,
            None => stored::new_meta(self.new_id()),
        };
        Ok(())
    }

    /// The only way by which the register changes: applies the changes, stores them with their act in one strict
    /// transaction, and takes them back where storing fails.
    pub async fn commit(&mut self, kind: ActKind, changes: Vec<Change>) -> Result<Id, EngineError> {
        self.commit_with(kind, changes, None, Vec::new()).await
    }

    /// As [`Engine::commit`], with the act that is taken back and more writes for the same transaction.
    pub async fn commit_with(
        &mut self,
        kind: ActKind,
        changes: Vec<Change>,
        undoes: Option<Id>,
        more: Vec<Write>,
    ) -> Result<Id, EngineError> {
        if !self.writer {
            return Err(EngineError::OtherTabWrites);
        }
        let before = self.meta.clone();
        self.meta.stamp = before.stamp.next(self.ports.clock().now_ms());
        let dirty = self.register.apply_all(&changes).map_err(|_| crate::register::command::CommandError::WrongKind)?;
        let fresh =
            Act { id: self.new_id(), stamp: self.meta.stamp, actor: self.meta.actor.clone(), kind, changes, undoes };
        let (key, act) = match self.continued(&fresh) {
            Some(continued) => continued,
            None => {
                self.meta.next_act += 1;
                (before.next_act, fresh.clone())
            }
        };
        let mut writes = stored::writes(&self.register, &dirty);
        writes.push(stored::act_write(key, &act));
        writes.push(stored::meta_write(&self.meta));
        writes.extend(more);
        if let Err(error) = self.ports.store().commit(writes).await {
            self.register.take_back(&fresh.changes);
            self.derived = Derived::default();
            self.meta = before;
            self.last_edit = None;
            return Err(error.into());
        }
        self.after_change(&dirty);
        let id = act.id;
        self.last_edit = (act.kind == ActKind::Edit && act.changes.len() == 1).then_some((key, act));
        Ok(id)
    }

    /// Takes in a whole register (a sample, a restored village) where none stands yet: one transaction, and one act that
    /// holds no changes, since they would double the bytes. Such an act is not undone; the way back is [`Erase`].
    pub(crate) async fn commit_whole(&mut self, kind: ActKind, register: Register) -> Result<Id, EngineError> {
        if !self.writer {
            return Err(EngineError::OtherTabWrites);
        }
        if self.has_village() {
            return Err(crate::register::command::CommandError::AlreadyHasVillage.into());
        }
        self.write_whole(kind, register, self.meta.clone(), Vec::new()).await
    }

    /// As [`Engine::commit_whole`], in place of what is here: the register and its log begin anew, and no backup was made.
    pub(crate) async fn replace_whole(&mut self, kind: ActKind, register: Register) -> Result<Id, EngineError> {
        let cleared = self.clearing_writes().await?;
        let meta = Meta { last_backup_ms: None, acts_at_backup: 0, next_act: 0, ..self.meta.clone() };
        self.write_whole(kind, register, meta, cleared).await
    }

    async fn write_whole(
        &mut self,
        kind: ActKind,
        register: Register,
        mut meta: Meta,
        mut writes: Vec<Write>,
    ) -> Result<Id, EngineError> {
        meta.stamp = meta.stamp.next(self.ports.clock().now_ms());
        let act = self.bare_act(kind, meta.stamp);
        writes.extend(stored::writes(&register, &Dirty::everything(&register)));
        writes.push(stored::act_write(meta.next_act, &act));
        meta.next_act += 1;
        writes.push(stored::meta_write(&meta));
        self.ports.store().commit(writes).await?;
        (self.register, self.meta) = (register, meta);
        self.derived = Derived::default();
        self.last_edit = None;
        self.notices.push(Notice::Changed { families: Vec::new() });
        Ok(act.id)
    }

    /// An act that tells of no single change.
    pub(crate) fn bare_act(&self, kind: ActKind, stamp: Stamp) -> Act {
        let actor = self.meta.actor.clone();
        Act { id: self.new_id(), stamp, actor, kind, changes: Vec::new(), undoes: None }
    }

    /// The writes that take out what is stored of the register and its log.
    pub(crate) async fn clearing_writes(&self) -> Result<Vec<Write>, EngineError> {
        let mut writes = Vec::new();
        use Table::{Acts, Decisions, Events, Families, Helps, Papers, Profile};
        for table in [Profile, Families, Events, Decisions, Helps, Papers, Acts] {
            let rows = self.ports.store().read(table, Keys::All).await?;
            writes.extend(rows.into_iter().map(|(key, _)| Write { table, key, value: None }));
        }
        Ok(writes)
    }

    /// True where a village has been chosen or families are here.
    pub(crate) fn has_village(&self) -> bool {
        let profile = &self.register.profile;
        profile.code.is_known() || profile.village.is_known() || !self.register.slots().is_empty()
    }

    /// Where the act goes on typing into the field that the last act edited: that act, with the new value.
    fn continued(&self, fresh: &Act) -> Option<(u32, Act)> {
        let (key, last) = self.last_edit.as_ref()?;
        let same = fresh.kind == ActKind::Edit
            && fresh.actor == last.actor
            && fresh.changes.len() == 1
            && fresh.changes[0].record == last.changes[0].record
            && fresh.stamp.wall_ms.saturating_sub(last.stamp.wall_ms) < ONE_EDIT_MS;
        let mut act = last.clone();
        act.stamp = fresh.stamp;
        match (&mut act.changes[0].what, &fresh.changes.first()?.what) {
            (What::Set { field, new, .. }, What::Set { field: now_field, new: now, .. })
                if same && field == now_field =>
            {
                *new = now.clone();
                Some((*key, act))
            }
            _ => None,
        }
    }

    fn after_change(&mut self, dirty: &Dirty) {
        self.derived.touch(&self.register, dirty, self.ports.clock().today());
        let families = dirty.families.iter().take(50).map(|slot| self.register.slots()[*slot as usize].id).collect();
        self.notices.push(Notice::Changed { families });
    }

    /// Stores the device's own memory.
    pub(crate) async fn store_meta(&mut self) -> Result<(), EngineError> {
        if !self.writer {
            return Err(EngineError::OtherTabWrites);
        }
        Ok(self.ports.store().commit(vec![stored::meta_write(&self.meta)]).await?)
    }

    /// The last acts of the log, the newest first.
    pub(crate) async fn last_acts(&self, limit: u32) -> Result<Vec<Act>, EngineError> {
        let rows = self.ports.store().read(Table::Acts, Keys::Last(limit)).await?;
        rows.iter().map(|(_, bytes)| stored::read_act(bytes)).collect()
    }
}
