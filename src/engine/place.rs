//! Answering questions about places: fetches the lists that a question needs, keeps them, and leaves the finding to `place`.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::{Assets, Ports};
use super::protocol::*;

impl<P: Ports> Handle<Places> for Engine<P> {
    async fn handle(&mut self, request: Places) -> Result<PlaceAnswer, EngineError> {
        // The index comes first, and then says which lists are needed.
        loop {
            let needs = self.places.needs(&request.query);
            if needs.is_empty() {
                return Ok(self.places.answer(&request.query));
            }
            for path in needs {
                let bytes = self.ports.assets().get(&path).await.ok_or(EngineError::Offline)?;
                // A host that answers with a page of its own, or half a site: fetching again is the remedy.
                self.places.add(&path, &bytes).map_err(|_| EngineError::Offline)?;
            }
        }
    }
}
