//! Priority issues with their reasoning, and the leader's decisions on them.

use crate::act::priority::Reference;
use crate::act::ranking::{Decision, PAPER, Ranked, Trend, check, ranked};
use crate::act::{ListId, priority};
use crate::analyse::indicators::wider::item;
use crate::analyse::indicators::{Entry, Unit};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, act, number, ranking as words};
use crate::register::Register;

impl<P: Ports> Handle<RankIssues> for Engine<P> {
    async fn handle(&mut self, _: RankIssues) -> Result<RankedView, EngineError> {
        let lang = self.lang;
        let may_decide = self.role_now().await == Role::Leader;
        let (all, mean_size) = self.told();
        let found = ranked(&self.register, &all, mean_size);
        let mut view = RankedView { may_decide, ..RankedView::default() };
        for issue in &found {
            let entry = &issue.told.item.entry;
            let row = row(entry, why(issue, lang), decided(&self.register, entry.id), lang);
            if row.choice == "keluar" { view.out.push(row) } else { view.issues.push(row) }
        }
        let ranked = |id: &str| found.iter().any(|issue| issue.told.item.entry.id == id);
        for told in all.iter().filter(|told| !ranked(told.item.entry.id)) {
            let entry = &told.item.entry;
            match decided(&self.register, entry.id).filter(|decision| decision.choice == "tambah") {
                Some(decision) => {
                    let value = told.now.value.map(|value| shown(entry, value, lang));
                    view.issues.push(row(entry, value.into_iter().collect(), Some(decision), lang));
                }
                None => view.indicators.push((entry.id.to_owned(), entry.name.in_lang(lang).to_owned())),
            }
        }
        Ok(view)
    }
}

impl<P: Ports> Handle<CheckDecision> for Engine<P> {
    async fn handle(&mut self, request: CheckDecision) -> Result<ReadyPaper, EngineError> {
        let (lang, mut decision) = (self.lang, request.decision);
        decision.reason = decision.reason.trim().to_owned();
        let mut wrong = check(&request.indicator, &decision, lang);
        if self.role_now().await != Role::Leader {
            wrong = vec![words::leader_only(lang).to_owned()];
        }
        if !wrong.is_empty() {
            return Ok(ReadyPaper { wrong, ..ReadyPaper::default() });
        }
        let title = item(&request.indicator).map_or("", |item| item.entry.name.in_lang(lang)).to_owned();
        let body = serde_json::to_string(&decision).map_err(|_| EngineError::Dead)?;
        Ok(ReadyPaper { wrong, body, title })
    }
}

/// What was decided; a paper that cannot be read decides nothing.
fn decided(register: &Register, indicator: &str) -> Option<Decision> {
    serde_json::from_str(register.paper(PAPER, indicator)?.body.text()).ok()
}

fn row(entry: &Entry, why: Vec<String>, decision: Option<Decision>, lang: Lang) -> RankedRow {
    let Decision { choice, reason } = decision.unwrap_or_default();
    let known = priority::REFERENCES.iter().find(|reference| reference.indicator == entry.id);
    let text =
        |of: fn(&Reference) -> crate::analyse::indicators::Words| known.map_or("", |known| of(known).in_lang(lang));
    RankedRow {
        indicator: entry.id.to_owned(),
        title: entry.name.in_lang(lang).to_owned(),
        why,
        advice: text(|known| known.advice).to_owned(),
        advice_source: known
            .map_or_else(String::new, |known| act::advice_source(lang, known.advice_source.in_lang(lang))),
        list: known.and_then(|known| known.list).map_or("", ListId::key).to_owned(),
        choice,
        reason,
    }
}

fn shown(entry: &Entry, value: f64, lang: Lang) -> String {
    let text = number::decimal(lang, value, entry.unit.decimals());
    if entry.unit == Unit::Percent { text + "%" } else { format!("{text} {}", entry.unit.words().in_lang(lang)) }
}

/// The reasoning: distance, source, people, certainty, trend, weight.
fn why(issue: &Ranked, lang: Lang) -> Vec<String> {
    let (entry, now) = (&issue.told.item.entry, &issue.told.now);
    let whole = |n: f64| number::decimal(lang, n, 0);
    let points = |n: f64| number::decimal(lang, n, 1);
    let (value, limit) = (shown(entry, issue.value, lang), shown(entry, issue.measure.limit, lang));
    let of = whole(now.denominator.unwrap_or(0.0));
    let value = match now.numerator.zip(now.denominator) {
        Some((n, _)) => format!("{value} ({}/{of})", whole(n)),
        None => value,
    };
    let distance = match entry.unit {
        Unit::Percent | Unit::PerHundred => words::distance(lang, value, limit, points(issue.gap)),
        _ => words::distance_relative(lang, value, limit, shown(entry, issue.gap, lang), points(issue.points)),
    };
    let source = match issue.measure.reference.filter(|_| !issue.measure.own) {
        Some(known) => words::app_source(lang, known.name.in_lang(lang), known.source.in_lang(lang)),
        None => words::own_source(lang, &issue.measure.source),
    };
    let trend = match issue.told.earlier.zip(issue.trend) {
        Some((earlier, trend)) => {
            let (before, at) = (shown(entry, earlier.value, lang), number::date(lang, earlier.at));
            let went = match trend {
                Trend::Grew => words::grew(lang),
                Trend::Stayed => words::stayed(lang),
                Trend::Shrank => words::shrank(lang),
            };
            let told = if earlier.kept { words::trend_kept(lang, at, before) } else { words::trend(lang, before) };
            format!("{told} {went}")
        }
        None => words::no_trend(lang).to_owned(),
    };
    vec![
        distance,
        source,
        words::persons(lang, whole(issue.persons)),
        match (issue.told.interval, issue.sure > 0.0) {
            (None, _) => words::certainty_unknown(lang).to_owned(),
            (_, true) => words::sure(lang, points(issue.sure), of),
            (_, false) => words::unsure(lang, of),
        },
        trend,
        words::score(lang, whole(issue.score)),
    ]
}
