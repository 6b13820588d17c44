//! Opening the house, its profile, the person at the device.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::{Ports, Store};
use super::protocol::*;
use super::{lists, words};
use crate::base::Id;
use crate::register::{ActKind, Change, Record, RecordKind};

impl<P: Ports> Engine<P> {
    pub(super) fn status(&self) -> Status {
        let profile = &self.register.profile;
        let today = self.today();
        Status {
            has_village: self.has_village(),
            profile: profile.fields(),
            village: profile.village_title(),
            house: profile.house.text().to_owned(),
            sample: profile.is_sample(),
            n_families: self.register.n_families(),
            n_persons: self.register.n_persons(),
            n_acts: self.meta.next_act,
            actor: self.meta.actor.clone(),
            today,
            reference: profile.reference_or(today),
            writer: self.writer,
            last_backup_ms: self.meta.last_backup_ms,
            acts_since_backup: self.meta.next_act.saturating_sub(self.meta.acts_at_backup),
            draft: lists::newest_draft(&self.register)
                .map(|(id, family)| (id, family.title().to_owned(), words::place(&family.area(), self.lang))),
        }
    }
}

impl<P: Ports> Handle<Open> for Engine<P> {
    async fn handle(&mut self, request: Open) -> Result<Status, EngineError> {
        self.lang = request.lang;
        self.load().await?;
        Ok(self.status())
    }
}

impl<P: Ports> Handle<GetStatus> for Engine<P> {
    async fn handle(&mut self, _: GetStatus) -> Result<Status, EngineError> {
        Ok(self.status())
    }
}

impl<P: Ports> Handle<SetLang> for Engine<P> {
    async fn handle(&mut self, request: SetLang) -> Result<(), EngineError> {
        self.lang = request.lang;
        self.derived.lang_changed();
        Ok(())
    }
}

impl<P: Ports> Handle<SetActor> for Engine<P> {
    async fn handle(&mut self, request: SetActor) -> Result<Status, EngineError> {
        let before = std::mem::replace(&mut self.meta.actor, request.actor);
        if let Err(error) = self.store_meta().await {
            self.meta.actor = before;
            return Err(error);
        }
        Ok(self.status())
    }
}

impl<P: Ports> Handle<SetProfile> for Engine<P> {
    async fn handle(&mut self, request: SetProfile) -> Result<Status, EngineError> {
        let profile = &self.register.profile;
        let changes: Vec<_> = request
            .fields
            .into_iter()
            .map(|(field, value)| Change::set(RecordKind::Profile, Id::default(), field, profile.get(field), value))
            .filter(|change| !matches!(&change.what, crate::register::What::Set { old, new, .. } if old == new))
            .collect();
        if !changes.is_empty() {
            self.commit(ActKind::SetProfile, changes).await?;
        }
        Ok(self.status())
    }
}

impl<P: Ports> Handle<Erase> for Engine<P> {
    async fn handle(&mut self, _: Erase) -> Result<Status, EngineError> {
        if !self.writer {
            return Err(EngineError::OtherTabWrites);
        }
        let actor = self.meta.actor.clone();
        self.ports.store().erase().await?;
        self.load().await?;
        self.meta.actor = actor;
        self.store_meta().await?;
        self.notices.push(Notice::Changed { families: Vec::new() });
        Ok(self.status())
    }
}
