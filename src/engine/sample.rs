//! Making the sample village: families are grown one after another, then stored whole.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::{Flow, Ports, Pulse};
use super::protocol::*;
use crate::register::command::CommandError;
use crate::register::{ActKind, Register};
use crate::sample;

/// Families between two beats.
const STRIDE: u32 = 250;

impl<P: Ports> Engine<P> {
    /// Grows the sample village in memory.
    async fn grown(&self, n_families: u32, seed: u64) -> Result<Register, EngineError> {
        let today = self.today();
        let mut families = Vec::with_capacity(n_families as usize);
        let mut events = Vec::new();
        for made in sample::Maker::new(n_families, seed, today) {
            families.push(made.family);
            events.extend(made.events);
            let done = families.len() as u32;
            if done.is_multiple_of(STRIDE) && self.ports.pulse().beat("sample", done, n_families).await == Flow::Stop {
                return Err(EngineError::Cancelled);
            }
        }
        let profile = sample::profile(n_families, today);
        Ok(Register::from_parts(profile, families, events, Vec::new(), Vec::new(), Vec::new()))
    }
}

impl<P: Ports> Handle<MakeSample> for Engine<P> {
    async fn handle(&mut self, request: MakeSample) -> Result<Status, EngineError> {
        if self.has_village() {
            return Err(CommandError::AlreadyHasVillage.into());
        }
        let (n_families, seed) = (request.families.unwrap_or(sample::FAMILIES), request.seed.unwrap_or(sample::SEED));
        let register = self.grown(n_families, seed).await?;
        self.commit_whole(ActKind::Sample, register).await?;
        Ok(self.status())
    }
}

impl<P: Ports> Handle<RemakeSample> for Engine<P> {
    async fn handle(&mut self, _: RemakeSample) -> Result<Status, EngineError> {
        if !self.writer {
            return Err(EngineError::OtherTabWrites);
        }
        if self.has_village() && !self.register.profile.is_sample() {
            return Err(CommandError::AlreadyHasVillage.into());
        }
        let register = self.grown(sample::FAMILIES, sample::SEED).await?;
        self.replace_whole(ActKind::Sample, register).await?;
        Ok(self.status())
    }
}
