//! The whole catalogue of indicators: every entry with its value, and the same as numbers.

use super::compare::interval;
use super::{Look, cards, vital};
use crate::act::ranking::{Earlier, Told};
use crate::act::{Factor, Reason, krs};
use crate::analyse::facilities::{self, VillageForm};
use crate::analyse::indicators::wider::{Ground, Item, Krs, Read, Source, Whom, items, part_id};
use crate::analyse::indicators::{Group, IndicatorValue};
use crate::analyse::snapshot_figures::{Snapshot, snapshots};
use crate::analyse::{Scope, targets};
use crate::base::codes::Sex;
use crate::base::region::Area;
use crate::base::{CodeList, Date};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{catalogue as words, number};
use crate::register::{Family, Register};
use std::rc::Rc;

/// What the catalogue is asked about.
pub(in crate::engine) struct Study<'a> {
    pub(in crate::engine) look: Look<'a>,
    pub(super) register: &'a Register,
    pub(super) form: Option<VillageForm>,
}

impl Study<'_> {
    /// Everything about a scope and some of its people.
    pub(in crate::engine) fn ground(&self, scope: &Scope, whom: &Whom) -> Ground {
        self.with_source(|source| source.ground(scope, whom))
    }

    /// One entry about a scope and some of its people: no more is counted than it needs.
    pub(in crate::engine) fn value(&self, item: &Item, scope: &Scope, whom: &Whom) -> Option<IndicatorValue> {
        match item.read {
            Read::Counts => {
                let counts = self.with_source(|source| source.counts(scope, whom));
                Some(crate::analyse::indicators::evaluate(&item.entry, &counts))
            }
            Read::Ground(_) | Read::Rate(..) => item.value(&self.ground(scope, whom)),
            Read::Parts(_) | Read::Cannot(_) => None,
        }
    }

    pub(super) fn with_source<T>(&self, work: impl FnOnce(&Source) -> T) -> T {
        let rules = krs::edition(self.register.profile.krs_rules.text());
        let judge = |family: &Family, at: Date| judged(&krs::judge(family, rules, at));
        work(&Source { register: self.register, columns: self.look.columns, krs: &judge, form: self.form.as_ref() })
    }

    /// Targets and references, the damaged ones by their titles.
    pub(super) fn marks(&self) -> (Vec<targets::Target>, Vec<String>) {
        let (mut marks, mut damaged) = (Vec::new(), Vec::new());
        for paper in self.register.papers(targets::KIND) {
            match targets::Target::read(paper.body.text()) {
                Some(target) => marks.push(target),
                None => damaged.push(paper.title.text().to_owned()),
            }
        }
        (marks, damaged)
    }

    fn catalogue(&self) -> CatalogueView {
        let ground = self.ground(&self.look.scope, &Whom::default());
        let all = items();
        let of_group = |group: Group| CatalogueGroup {
            title: group.name().in_lang(self.look.lang).to_owned(),
            rows: all.iter().filter(|item| item.entry.group == group).map(|item| self.row(item, &ground)).collect(),
        };
        CatalogueView {
            at: self.look.scope.at,
            groups: Group::ALL.into_iter().map(of_group).collect(),
            entries: all.len() as u32,
            computable: all.iter().filter(|item| item.computable()).count() as u32,
        }
    }

    fn row(&self, item: &Item, ground: &Ground) -> CatalogueRow {
        let lang = self.look.lang;
        let (value, of) = match (item.value(ground), item.read) {
            (Some(value), _) => {
                let card = self.card(item, ground, &value);
                let shown = if card.unit.is_empty() { card.value } else { format!("{} {}", card.value, card.unit) };
                (shown, if card.caution.is_empty() { card.of } else { card.caution })
            }
            (None, Read::Parts(_)) => match item.parts(ground, lang).len() {
                0 => (String::new(), words::nothing_yet(lang).to_owned()),
                n => (words::n_parts(lang, n), item.entry.universe.in_lang(lang).to_owned()),
            },
            _ => (String::new(), words::cannot(lang).to_owned()),
        };
        CatalogueRow {
            id: item.entry.id.to_owned(),
            name: item.entry.name.in_lang(lang).to_owned(),
            value,
            of,
            computable: item.computable(),
            single: item.single(),
            k: item.k_class().to_owned(),
        }
    }

    /// An entry with its value as a card. A vital rate tells its years, and the births whose mothers are not known.
    pub(super) fn card(&self, item: &Item, ground: &Ground, value: &IndicatorValue) -> Card {
        let lang = self.look.lang;
        let mut card = cards::card(&self.look, &item.entry, value);
        let Read::Rate(id, _) = item.read else { return card };
        let Some((found, _)) = &ground.vital else {
            card.caution = crate::lang::analyse::whole_village_only(lang).to_owned();
            return card;
        };
        let mothers = if matches!(id, "asfr" | "tfr") { vital::mothers(found, lang) } else { String::new() };
        match value.value {
            Some(_) => {
                card.of = format!("{}. {}", card.of, vital::title(found, self.look.scope.at, lang));
                card.missing = mothers;
            }
            None if !mothers.is_empty() => card.caution = mothers,
            None => {}
        }
        card
    }

    fn numbers(&self, sex: Option<Sex>) -> Vec<CatalogueNumber> {
        let lang = self.look.lang;
        let ground = self.ground(&self.look.scope, &Whom { sex, ages: None });
        let number = |part: String, label: String, value: IndicatorValue| CatalogueNumber {
            id: value.id.to_owned(),
            part,
            label,
            value: value.value,
            numerator: value.numerator,
            denominator: value.denominator,
            missing: value.missing,
            small: value.small,
        };
        let mut out = Vec::new();
        for item in items().into_iter().filter(|item| sex.is_none() || item.single() && item.by_person('J')) {
            let name = item.entry.name.in_lang(lang).to_owned();
            out.extend(item.value(&ground).map(|value| number(String::new(), name, value)));
            out.extend(item.parts(&ground, lang).into_iter().map(|(part, value)| number(part.key, part.label, value)));
        }
        out
    }
}

/// What the rules say, as the ground takes it.
fn judged(judgement: &krs::Judgement) -> Krs {
    let factors = Factor::ALL.map(|factor| {
        let not_known = judgement.not_known.contains(&factor);
        let holds = judgement.reasons.iter().any(|reason| factor_of(reason) == Some(factor));
        if holds { Some(true) } else { (!not_known).then_some(false) }
    });
    Krs { target: judgement.target, at_risk: judgement.at_risk(), factors }
}

fn factor_of(reason: &Reason) -> Option<Factor> {
    match reason {
        Reason::Water(_) => Some(Factor::Water),
        Reason::Toilet(_) => Some(Factor::Toilet),
        Reason::Young(_) => Some(Factor::Young),
        Reason::Old(_) => Some(Factor::Old),
        Reason::Close(_) => Some(Factor::Close),
        Reason::Many(_) => Some(Factor::Many),
        _ => None,
    }
}

impl<P: Ports> Engine<P> {
    /// Looks at a date and area with all that the catalogue needs.
    pub(in crate::engine) fn study(&mut self, look: &LookAt) -> Study<'_> {
        let scope = self.scope(look);
        let counts = self.counts(&scope);
        let form = self.register.paper(facilities::KIND, facilities::KEY);
        let form = form.and_then(|paper| VillageForm::read(paper.body.text()));
        let register = &self.register;
        let analysis = self.derived.analysis.get_or_insert_with(|| super::Analysis::build(register));
        let look = Look {
            scope,
            counts: Rc::clone(&counts),
            columns: &analysis.columns,
            profile: &register.profile,
            lang: self.lang,
        };
        Study { look, register, form }
    }
}

impl Study<'_> {
    /// The figures of a place that a snapshot keeps, by id: all that have one value; of the whole village also vital rates
    /// and the parts of distributions.
    pub(super) fn kept(&self, scope: &Scope) -> Vec<(String, IndicatorValue)> {
        let ground = self.ground(scope, &Whom::default());
        let whole = scope.area.is_whole_village();
        let kept = |item: &&Item| item.computable() && (whole || matches!(item.read, Read::Counts | Read::Ground(_)));
        let told = |item: &Item| {
            let parts = item.parts(&ground, self.look.lang).into_iter().map(|(part, value)| (part.key, value));
            let all = item.value(&ground).map(|value| (String::new(), value)).into_iter().chain(parts);
            all.map(|(part, value)| (part_id(item.entry.id, &part), value)).collect::<Vec<_>>()
        };
        items().iter().filter(kept).flat_map(told).collect()
    }
}

/// A snapshot tells of an earlier time from so many days on.
const EARLIER_DAYS: i32 = 180;

impl<P: Ports> Engine<P> {
    /// Every indicator of one value as the village has it, with its range and an earlier value: that of the snapshot nearest
    /// to a year before, or one that is reckoned back a year; and the mean size of families.
    pub(in crate::engine) fn told(&mut self) -> (Vec<Told>, f64) {
        let (snapshots, _) = snapshots(&self.register);
        let study = self.study(&LookAt::default());
        let scope = &study.look.scope;
        let back = |snapshot: &Snapshot| snapshot.at.days_until(scope.at);
        let old = snapshots.iter().filter(|snapshot| back(snapshot) >= EARLIER_DAYS);
        let kept = old.min_by_key(|snapshot| (back(snapshot) - 365).abs());
        let ground = study.ground(scope, &Whom::default());
        let before = scope.at.plus_years(-1).map(|at| Scope { at: at.reckoned(), area: Area::default() });
        let past = before.map(|before| (before.at, study.ground(&before, &Whom::default())));
        let earlier = |item: &Item| {
            let value = kept.and_then(|kept| kept.figure(&Area::default(), item.entry.id)?.value);
            if let Some((kept, value)) = kept.zip(value) {
                return Some(Earlier { at: kept.at, value, kept: true });
            }
            // Averages of years that overlap tell of no change.
            let (at, past) = past.as_ref().filter(|_| !matches!(item.read, Read::Rate(..)))?;
            Some(Earlier { at: *at, value: item.value(past)?.value?, kept: false })
        };
        let told = |item: Item| {
            let now = item.value(&ground)?;
            Some(Told { interval: interval(&item, Some(&ground), &now), earlier: earlier(&item), item, now })
        };
        let mean_size = f64::from(ground.counts.residents) / f64::from(ground.counts.families.max(1));
        (items().into_iter().filter_map(told).collect(), mean_size)
    }
}

impl<P: Ports> Handle<GetCatalogue> for Engine<P> {
    async fn handle(&mut self, request: GetCatalogue) -> Result<CatalogueView, EngineError> {
        Ok(self.study(&request.look).catalogue())
    }
}

impl<P: Ports> Handle<CatalogueNumbers> for Engine<P> {
    async fn handle(&mut self, request: CatalogueNumbers) -> Result<Vec<CatalogueNumber>, EngineError> {
        Ok(self
            .study(&request.look)
            .numbers(Sex::LIST.by_key(&request.sex).and_then(|row| Sex::from_number(row.number))))
    }
}

/// A number with as many decimals as its unit has, and the unit.
pub(super) fn with_unit(look: &Look<'_>, item: &Item, value: f64) -> String {
    use crate::analyse::indicators::Unit;
    let unit = item.entry.unit;
    let text = number::decimal(look.lang, value, unit.decimals());
    match unit {
        Unit::Percent => format!("{text}%"),
        Unit::Index => text,
        _ => format!("{text} {}", unit.words().in_lang(look.lang)),
    }
}
