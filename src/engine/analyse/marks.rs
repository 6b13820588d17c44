//! Targets and references: what is kept of them, checked before it is kept, and how far the village is from them.

use super::catalogue::{Study, with_unit};
use crate::analyse::indicators::wider::{Item, Whom, items};
use crate::analyse::indicators::{Better, IndicatorValue, Unit};
use crate::analyse::targets::{self, Draft, Sort, Target, checked};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::catalogue as words;

/// The target and the reference of an indicator, beside its value.
pub(super) fn of_indicator(study: &Study<'_>, item: &Item, value: &IndicatorValue) -> Vec<MarkRow> {
    let (marks, _) = study.marks();
    marks.iter().filter(|mark| mark.indikator == item.entry.id).map(|mark| row(study, item, mark, value)).collect()
}

fn row(study: &Study<'_>, item: &Item, mark: &Target, value: &IndicatorValue) -> MarkRow {
    let (look, entry) = (&study.look, &item.entry);
    let lang = look.lang;
    let reference = mark.jenis == Sort::Acuan;
    let reached = value.value.and_then(|now| match entry.better {
        Better::Higher => Some(now >= mark.nilai),
        Better::Lower => Some(now <= mark.nilai),
        Better::Neither => None,
    });
    let unit = if entry.unit == Unit::Percent { words::points(lang) } else { entry.unit.words().in_lang(lang) };
    let distance = match value.value {
        None => words::no_value_to_compare(lang).to_owned(),
        Some(now) => {
            let apart = crate::lang::number::decimal(lang, (now - mark.nilai).abs(), entry.unit.decimals());
            let gap = format!("{apart} {unit}");
            match (reference, reached, now < mark.nilai) {
                _ if apart.chars().all(|c| !c.is_ascii_digit() || c == '0') => words::just_there(lang).to_owned(),
                (false, Some(true), _) => words::target_reached(lang, gap),
                (false, Some(false), true) => words::target_short(lang, gap),
                (false, Some(false), false) => words::target_over(lang, gap),
                (_, _, true) => words::below(lang, gap),
                (_, _, false) => words::above(lang, gap),
            }
        }
    };
    MarkRow {
        key: mark.key(),
        id: entry.id.to_owned(),
        name: entry.name.in_lang(lang).to_owned(),
        reference,
        value: format!("{} ({})", with_unit(look, item, mark.nilai), mark.tahun),
        source: mark.sumber.clone(),
        now: value.value.map_or("–".to_owned(), |now| with_unit(look, item, now)),
        distance,
        reached: reached.filter(|_| !reference),
        typed: (mark.nilai, mark.tahun),
    }
}

impl Study<'_> {
    fn all_marks(&self) -> MarksView {
        let lang = self.look.lang;
        let (marks, damaged) = self.marks();
        let all = items();
        let single: Vec<&Item> = all.iter().filter(|item| item.single()).collect();
        let ground = (!marks.is_empty()).then(|| self.ground(&self.look.scope, &Whom::default()));
        let rows = single.iter().flat_map(|item| {
            let value = ground.as_ref().and_then(|ground| item.value(ground)).unwrap_or_default();
            let own = marks.iter().filter(|mark| mark.indikator == item.entry.id);
            own.map(|mark| row(self, item, mark, &value)).collect::<Vec<_>>()
        });
        let choice = |item: &&Item| {
            let words = [item.entry.name, item.entry.unit.words()].map(|words| words.in_lang(lang).to_owned());
            let [name, unit] = words;
            (item.entry.id.to_owned(), name, unit)
        };
        MarksView {
            at: self.look.scope.at,
            rows: rows.collect(),
            damaged,
            choices: single.iter().map(choice).collect(),
        }
    }
}

impl<P: Ports> Handle<ListMarks> for Engine<P> {
    async fn handle(&mut self, request: ListMarks) -> Result<MarksView, EngineError> {
        Ok(self.study(&request.look).all_marks())
    }
}

impl<P: Ports> Handle<CheckMark> for Engine<P> {
    async fn handle(&mut self, request: CheckMark) -> Result<CheckedPaper, EngineError> {
        let lang = self.lang;
        let draft = Draft {
            indicator: request.id,
            sort: if request.reference { Sort::Acuan } else { Sort::Target },
            value: request.value,
            year: request.year,
            source: request.source,
        };
        Ok(match checked(&draft, i32::from(self.today().year), lang) {
            Err(wrong) => CheckedPaper {
                problems: wrong.into_iter().map(|(field, text)| (field.to_owned(), text)).collect(),
                ..CheckedPaper::default()
            },
            Ok(target) => {
                let name = crate::analyse::indicators::wider::item(&target.indikator);
                let name = name.map_or("", |item| item.entry.name.in_lang(lang));
                let title = if request.reference {
                    words::reference_title(lang, name)
                } else {
                    words::target_title(lang, name)
                };
                CheckedPaper {
                    problems: Vec::new(),
                    kind: targets::KIND.to_owned(),
                    key: target.key(),
                    title,
                    body: target.body(),
                }
            }
        })
    }
}
