//! The whole catalogue of indicators as it goes into files: the table of a package, the sheet of a workbook. Distributions
//! by their parts; what cannot be computed stands there with the reason.

use super::catalogue::Study;
use super::vital;
use crate::analyse::indicators::IndicatorValue;
use crate::analyse::indicators::wider::{Ground, Item, Read, Whom, items, part_id};
use crate::engine::EngineError;
use crate::lang::{Lang, analyse as words, catalogue};
use crate::package::INDICATOR_COLUMNS;
use crate::present::{Cell, Kind, RowKind, Table};

/// A line of the catalogue: an entry of one value, a part of a distribution, or an entry without a value.
struct Line {
    item: Item,
    /// Key and label of the part; empty where the entry has one value.
    part: (String, String),
    value: Option<IndicatorValue>,
    /// Why there is no value, or of which years it speaks.
    remark: String,
}

impl Line {
    /// Unlike any other's: the entry's, or the entry's and the part's.
    fn id(&self) -> String {
        part_id(self.item.entry.id, &self.part.0)
    }

    fn name(&self, lang: Lang) -> String {
        let name = self.item.entry.name.in_lang(lang);
        if self.part.1.is_empty() { name.to_owned() } else { format!("{name}: {}", self.part.1) }
    }
}

impl Study<'_> {
    fn lines(&self, ground: &Ground, lang: Lang) -> Vec<Line> {
        let line = |item, part, value, remark: &str| Line { item, part, value, remark: remark.to_owned() };
        let years = ground.vital.as_ref().map(|(found, _)| vital::title(found, self.look.scope.at, lang));
        let of = |item: Item| -> Vec<Line> {
            let alone = |value, remark: &str| vec![line(item, Default::default(), value, remark)];
            match item.read {
                Read::Cannot(why) => alone(None, why.in_lang(lang)),
                Read::Rate(..) => {
                    alone(item.value(ground), years.as_deref().unwrap_or(words::whole_village_only(lang)))
                }
                Read::Counts | Read::Ground(_) => alone(item.value(ground), ""),
                Read::Parts(_) => match item.parts(ground, lang) {
                    parts if parts.is_empty() => alone(None, catalogue::nothing_yet(lang)),
                    parts => {
                        let parts = parts.into_iter();
                        parts.map(|(part, value)| line(item, (part.key, part.label), Some(value), "")).collect()
                    }
                },
            }
        };
        items().into_iter().flat_map(of).collect()
    }

    /// The table of a package: in Indonesian, as all of it. Its columns are [`INDICATOR_COLUMNS`].
    fn csv(&self, ground: &Ground) -> Vec<u8> {
        let lang = Lang::Id;
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let at = self.look.scope.at.to_string();
        let mut out = csv::Writer::from_writer(Vec::new());
        let mut done = out.write_record(INDICATOR_COLUMNS.map(|(name, ..)| name));
        for line in self.lines(ground, lang) {
            let (entry, value) = (&line.item.entry, line.value);
            let cells: [&str; 15] = [
                &line.id(),
                entry.id,
                &line.part.0,
                &line.name(lang),
                &number(value.and_then(|value| value.value)),
                &number(value.and_then(|value| value.numerator)),
                &number(value.and_then(|value| value.denominator)),
                &value.map(|value| value.missing.to_string()).unwrap_or_default(),
                entry.unit.words().in_lang(lang),
                entry.universe.in_lang(lang),
                entry.numerator.in_lang(lang),
                entry.denominator.in_lang(lang),
                if line.item.computable() { "ya" } else { "tidak" },
                &line.remark,
                &at,
            ];
            done = done.and_then(|()| out.write_record(cells));
        }
        match (done, out.into_inner()) {
            (Ok(()), Ok(bytes)) => bytes,
            _ => Vec::new(),
        }
    }

    fn table(&self, ground: &Ground) -> Table {
        let lang = self.look.lang;
        let note = self.look.note(words::all_universes(lang));
        let mut table = Table::new("indikator", words::indicators(lang), note)
            .column(words::indicator(lang), Kind::Text)
            .column(words::value(lang), Kind::Decimal)
            .column(words::unit(lang), Kind::Text)
            .column(words::above_line(lang), Kind::Decimal)
            .column(words::below_line(lang), Kind::Decimal)
            .column(words::universe(lang), Kind::Text)
            .column(words::indicator_remark(lang), Kind::Text);
        let number = |value: Option<f64>, decimals: usize| {
            value.map_or(Cell::Empty, |value| Cell::Number(value, decimals as u8))
        };
        for line in self.lines(ground, lang) {
            let (entry, value) = (&line.item.entry, line.value.unwrap_or_default());
            let cells = vec![
                Cell::text(line.name(lang)),
                number(value.value, entry.unit.decimals()),
                Cell::text(entry.unit.words().in_lang(lang)),
                number(value.numerator, 0),
                number(value.denominator, 0),
                Cell::text(entry.universe.in_lang(lang)),
                Cell::text(line.remark),
            ];
            table.push(RowKind::Body, cells);
        }
        table
    }

    /// The whole catalogue and all tables as a workbook.
    pub(in crate::engine) fn workbook(&self) -> Result<Vec<u8>, EngineError> {
        self.look.workbook(self.table(&self.ground(&self.look.scope, &Whom::default())))
    }

    /// The table of a package, and its workbook.
    pub(in crate::engine) fn packed(&self) -> Result<(Vec<u8>, Vec<u8>), EngineError> {
        let ground = self.ground(&self.look.scope, &Whom::default());
        Ok((self.csv(&ground), self.look.workbook(self.table(&ground))?))
    }
}
