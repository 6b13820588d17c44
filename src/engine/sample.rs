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

impl<P: Ports> Handle<MakeSample> for Engine<P> {
    async fn handle(&mut self, request: MakeSample) -> Result<Status, EngineError> {
        if self.has_village() {
            return Err(CommandError::AlreadyHasVillage.into());
        }
        let n_families = request.families.unwrap_or(sample::FAMILIES);
        let today = self.today();
        let mut families = Vec::with_capacity(n_families as usize);
        let mut events = Vec::new();
        for made in sample::Maker::new(n_families, request.seed.unwrap_or(sample::SEED), today) {
            families.push(made.family);
            events.extend(made.events);
            let done = families.len() as u32;
            if done.is_multiple_of(STRIDE) && self.ports.pulse().beat("sample", done, n_families).await == Flow::Stop {
                return Err(EngineError::Cancelled);
            }
        }
        let profile = sample::profile(n_families, today);
        let register = Register::from_parts(profile, families, events, Vec::new(), Vec::new(), Vec::new());
        self.commit_whole(ActKind::Sample, register).await?;
        Ok(self.status())
    }
}
