//! Poster and slides, always as everybody may see them: the register's figures, tables that were kept, and what the village
//! chose to show with words of its own.

use super::Look;
use super::document::Potential;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::document_page as page;
use crate::present::document::{Kind, corner, poster, slides, village};

/// Before the name of a kept table, among slides and charts of a poster.
const KEPT: &str = "susunan.";

type Kept = Vec<(String, KeptTable)>;

impl Look<'_> {
    fn poster(&self, edits: PosterEdits, damaged: bool, kept: &Kept) -> PosterView {
        let source = self.source(true, &Potential::default());
        let plan = Kind::Poster.plan();
        let hidden = self.hidden_together(kept);
        let own = |name: &str, id: &str, width: u16| {
            let name = name.strip_prefix(KEPT)?;
            let (_, kept) = kept.iter().find(|(key, _)| key == name)?;
            self.kept_picture((name, kept), &hidden, "", id, width).map(|(_, svg)| svg)
        };
        let drawn = |height| poster::poster(&source, height, &edits, &own);
        let shown = kept.iter().filter(|(name, kept)| self.kept_picture((name, kept), &hidden, "", "x", 280).is_some());
        let tables = shown.map(|(name, _)| (format!("{KEPT}{name}"), name.clone()));
        PosterView {
            at: self.scope.at,
            title: format!("{} {}", (plan.name)(self.lang), village(self.profile, self.lang)),
            name: self.file_name(plan.key),
            sheet: drawn(poster::SHEET),
            message: drawn(poster::MESSAGE),
            damaged,
            figures: poster::figures(&source),
            charts: poster::charts(&source).into_iter().chain(tables).collect(),
            residents: self.counts.residents,
            edits,
        }
    }

    fn slides(&self, corner: &Corner, potential: &Potential, kept: &Kept) -> Vec<Slide> {
        let mut out = slides::slides(&self.source(true, potential), &corner.slides);
        let foot = out.first().map_or(String::new(), |slide| slide.foot.clone());
        let hidden = self.hidden_together(kept);
        let tables = kept.iter().zip(1..).filter_map(|((name, kept), at)| {
            let id = format!("{KEPT}{name}");
            let own = corner.slides.iter().find(|slide| slide.id == id).cloned().unwrap_or_default();
            let id_on_page = format!("layar-susunan-{at}");
            let (_, svg) = self.kept_picture((name, kept), &hidden, own.title.trim(), &id_on_page, slides::WIDTH)?;
            let title = if own.title.trim().is_empty() { name.clone() } else { own.title };
            Some(Slide { id, title, html: slides::chart(&svg), line: own.line, foot: foot.clone() })
        });
        out.extend(tables);
        out
    }
}

impl<P: Ports> Engine<P> {
    /// What stands in the only paper of a kind.
    fn only_paper(&self, kind: &str) -> Option<String> {
        self.register.papers(kind).next().map(|paper| paper.body.text().to_owned())
    }
}

impl<P: Ports> Handle<MakePoster> for Engine<P> {
    async fn handle(&mut self, request: MakePoster) -> Result<PosterView, EngineError> {
        let read = self.only_paper(POSTER_PAPER).map(|text| poster::read(&text));
        let damaged = matches!(read, Some(None));
        let edits = request.edits.or(read.flatten()).unwrap_or_default();
        let kept = self.kept_tables();
        Ok(self.look(&request.look).poster(edits, damaged, &kept))
    }
}

impl<P: Ports> Handle<WritePoster> for Engine<P> {
    async fn handle(&mut self, request: WritePoster) -> Result<String, EngineError> {
        if !poster::is_sound(&request.edits) {
            return Err(EngineError::File(page::words_too_long(self.lang, POSTER_WORDS)));
        }
        serde_json::to_string(&request.edits).map_err(|_| EngineError::Dead)
    }
}

impl<P: Ports> Handle<WriteCorner> for Engine<P> {
    async fn handle(&mut self, request: WriteCorner) -> Result<String, EngineError> {
        if !corner::is_sound(&request.corner) {
            return Err(EngineError::File(page::words_too_long(self.lang, SLIDE_WORDS)));
        }
        serde_json::to_string(&request.corner).map_err(|_| EngineError::Dead)
    }
}

impl<P: Ports> Handle<MakeSlides> for Engine<P> {
    async fn handle(&mut self, request: MakeSlides) -> Result<SlidesView, EngineError> {
        let read = self.only_paper(CORNER_PAPER).map(|text| corner::read(&text));
        let damaged = matches!(read, Some(None));
        let corner = request.corner.or(read.flatten()).unwrap_or_default();
        let (potential, kept) = (self.potential(), self.kept_tables());
        let look = self.look(&request.look);
        let slides = look.slides(&corner, &potential, &kept);
        Ok(SlidesView { at: look.scope.at, slides, corner, damaged })
    }
}
