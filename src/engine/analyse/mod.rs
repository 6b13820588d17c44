//! Looking: figures of a date and an area, drawn and laid out. Counting is the room `analyse`, drawing the room `present`;
//! here the two meet.

mod cards;
mod catalogue;
mod catalogue_file;
mod charts;
mod compare;
mod document;
mod generations;
mod heat;
mod hiding;
mod hundred;
mod kept_tables;
mod layers;
mod made_forms;
mod made_keys;
mod made_read;
mod maker;
mod maker_chart;
mod marks;
mod metadata;
mod potential;
mod projection;
mod series;
mod shared_ages;
mod shown;
mod sides;
mod tables;
mod time;
mod together;
mod vital;

pub(super) use catalogue::Study;

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use super::words as place_words;
use crate::analyse::indicators::evaluate_all;
use crate::analyse::{Columns, Counts, Scope, counts, indicators};
use crate::lang::{Lang, analyse as words, number};
use crate::present::Note;
use crate::register::{Profile, Register};
use std::rc::Rc;

/// Columns of the register, and the counts that were asked for last.
pub(super) struct Analysis {
    columns: Columns,
    last: Option<(Scope, u64, Rc<Counts>)>,
}

impl Analysis {
    fn build(register: &Register) -> Analysis {
        Analysis { columns: Columns::build(register), last: None }
    }

    /// Reads again what changed.
    pub(super) fn touch(&mut self, register: &Register, dirty: &crate::register::snapshot::Dirty) {
        self.columns.touch(register, &dirty.families);
    }
}

/// The figures of a date and an area, with what their words need.
pub(super) struct Look<'a> {
    pub(super) scope: Scope,
    pub(super) counts: Rc<Counts>,
    pub(super) columns: &'a Columns,
    pub(super) profile: &'a Profile,
    pub(super) lang: Lang,
}

impl<P: Ports> Engine<P> {
    /// The counts of a date and an area; the same question again is not counted again.
    pub fn counts(&mut self, scope: &Scope) -> Rc<Counts> {
        let analysis = self.derived.analysis.get_or_insert_with(|| Analysis::build(&self.register));
        let version = analysis.columns.version();
        if let Some((last, at, counts)) = &analysis.last
            && last == scope
            && *at == version
        {
            return counts.clone();
        }
        let area_km2 = self.register.profile.area_km2.get();
        let fresh = Rc::new(counts::count(&analysis.columns, scope, area_km2));
        analysis.last = Some((scope.clone(), version, fresh.clone()));
        fresh
    }

    /// The scope that a question means.
    pub fn scope(&self, look: &LookAt) -> Scope {
        let at = look.at.unwrap_or_else(|| self.register.profile.reference_or(self.today())).reckoned();
        Scope { at, area: look.area.clone() }
    }

    pub(super) fn look(&mut self, look: &LookAt) -> Look<'_> {
        let scope = self.scope(look);
        let counts = self.counts(&scope);
        let analysis = self.derived.analysis.get_or_insert_with(|| Analysis::build(&self.register));
        Look { scope, counts, columns: &analysis.columns, profile: &self.register.profile, lang: self.lang }
    }
}

impl Look<'_> {
    /// Where, in words.
    fn place(&self) -> String {
        if !self.scope.area.is_whole_village() {
            return place_words::place(&self.scope.area, self.lang);
        }
        match self.profile.village_code() {
            Some(code) if code.is_kelurahan() => words::whole_kelurahan(self.lang).to_owned(),
            _ => words::whole_village(self.lang).to_owned(),
        }
    }

    /// Who counts as a resident, as the profile says.
    fn resident(&self) -> String {
        match self.profile.resident_months.get() {
            Some(months) => words::resident_rule(self.lang, months),
            None => words::resident_unset(self.lang).to_owned(),
        }
    }

    /// Of whom, when and whence.
    pub(super) fn note(&self, universe: &str) -> Note {
        let universe = match self.scope.area.is_whole_village() {
            true => universe.to_owned(),
            false => format!("{universe}, {}", self.place()),
        };
        let house = [self.profile.house.text(), self.profile.village.text()].into_iter().find(|name| !name.is_empty());
        let source = house.unwrap_or_else(|| words::source_default(self.lang)).to_owned();
        Note { universe, at: self.scope.at, source, resident: self.resident(), remark: String::new() }
    }

    /// A name for files: `piramida-penduduk-2026-11-24`.
    fn file_name(&self, what: &str) -> String {
        let area = &self.scope.area;
        let parts = [what, &area.dusun, &area.rw, &area.rt, &self.scope.at.to_string()].map(str::to_lowercase);
        let kept = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let named: Vec<String> =
            parts.iter().filter(|part| !part.is_empty()).map(|part| part.chars().map(kept).collect()).collect();
        named.join("-")
    }

    fn summary(&self, width: u16) -> SummaryView {
        let pyramid = self.chart(ChartKind::Pyramid, width);
        let whole = |n: u32| number::whole(self.lang, n.into());
        let (residents, families) = (self.counts.residents, self.counts.families);
        SummaryView {
            at: self.scope.at,
            place: if self.scope.area.is_whole_village() { String::new() } else { self.place() },
            finding: pyramid.title.clone(),
            counted: words::counted(
                self.lang,
                whole(residents),
                whole(families),
                number::date(self.lang, self.scope.at),
            ),
            resident: words::counted_are(self.lang, self.resident()),
            residents,
            families,
            pyramid,
            groups: cards::groups(self),
        }
    }
}

impl<P: Ports> Handle<GetSummary> for Engine<P> {
    async fn handle(&mut self, request: GetSummary) -> Result<SummaryView, EngineError> {
        Ok(self.look(&request.look).summary(request.width))
    }
}

impl<P: Ports> Handle<GetIndicators> for Engine<P> {
    async fn handle(&mut self, request: GetIndicators) -> Result<IndicatorSet, EngineError> {
        let lang = self.lang;
        let scope = self.scope(&request.look);
        let counts = self.counts(&scope);
        let rows = indicators::catalogue().zip(evaluate_all(&counts)).map(|(entry, value)| IndicatorRow {
            id: entry.id.to_owned(),
            name: entry.name.in_lang(lang).to_owned(),
            value: value.value,
            numerator: value.numerator,
            denominator: value.denominator,
            unit: entry.unit.words().in_lang(lang).to_owned(),
            universe: entry.universe.in_lang(lang).to_owned(),
            missing: value.missing,
            small: value.small,
        });
        Ok(IndicatorSet { at: scope.at, indicators: rows.collect() })
    }
}

impl<P: Ports> Handle<GetTables> for Engine<P> {
    async fn handle(&mut self, request: GetTables) -> Result<Vec<crate::present::Table>, EngineError> {
        Ok(self.look(&request.look).tables())
    }
}

impl<P: Ports> Handle<DrawChart> for Engine<P> {
    async fn handle(&mut self, request: DrawChart) -> Result<ChartReply, EngineError> {
        Ok(self.look(&request.look).chart(request.what, request.width))
    }
}

impl<P: Ports> Handle<TablesWorkbook> for Engine<P> {
    async fn handle(&mut self, request: TablesWorkbook) -> Result<FileReply, EngineError> {
        let study = self.study(&request.look);
        let (name, bytes) = (study.look.file_name(words::tables_file(study.look.lang)), study.workbook()?);
        self.outbox = Some(bytes);
        let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
        Ok(FileReply { name: format!("{name}.xlsx"), media_type })
    }
}
