//! Priority issues with their reasoning, and the leader's decisions on them.

use crate::act::ranking::{Decision, PAPER, Ranked, check, ranked};
use crate::analyse::indicators::{Entry, Unit, catalogue, evaluate};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, number, ranking as words};
use crate::register::Register;

impl<P: Ports> Handle<RankIssues> for Engine<P> {
    async fn handle(&mut self, _: RankIssues) -> Result<RankedView, EngineError> {
        let lang = self.lang;
        let may_decide = self.role_now().await == Role::Leader;
        let scope = self.scope(&LookAt::default());
        let earlier = LookAt { at: scope.at.plus_years(-1), ..LookAt::default() };
        let before = self.counts(&self.scope(&earlier));
        let counts = self.counts(&scope);
        let found = ranked(&self.register, &counts, &before);
        let mut view = RankedView { may_decide, ..RankedView::default() };
        for issue in &found {
            let decision = decided(&self.register, issue.entry.id);
            let row = row(issue.entry, why(issue, lang), decision, lang);
            if row.choice == "keluar" { view.out.push(row) } else { view.issues.push(row) }
        }
        let others = catalogue().filter(|entry| !found.iter().any(|issue| issue.entry.id == entry.id));
        for entry in others {
            match decided(&self.register, entry.id).filter(|decision| decision.choice == "tambah") {
                Some(decision) => {
                    let value = evaluate(entry, &counts).value.map(|value| shown(entry, value, lang));
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
        let entry = catalogue().find(|entry| entry.id == request.indicator);
        let title = entry.map_or_else(String::new, |entry| entry.name.in_lang(lang).to_owned());
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
    RankedRow { indicator: entry.id.to_owned(), title: entry.name.in_lang(lang).to_owned(), why, choice, reason }
}

fn shown(entry: &Entry, value: f64, lang: Lang) -> String {
    let text = number::decimal(lang, value, entry.unit.decimals());
    if entry.unit == Unit::Percent { text + "%" } else { format!("{text} {}", entry.unit.words().in_lang(lang)) }
}

/// The reasoning: distance, source, people, certainty, trend, weight.
fn why(issue: &Ranked, lang: Lang) -> Vec<String> {
    let (entry, points) = (issue.entry, |n: f64| number::decimal(lang, n, 1));
    let whole = |n: f64| number::decimal(lang, n, 0);
    let (value, limit) = (shown(entry, issue.value, lang), shown(entry, issue.measure.limit, lang));
    let value = format!("{value} ({}/{})", whole(issue.n), whole(issue.of));
    let source = match issue.measure.reference.filter(|_| !issue.measure.own) {
        Some(known) => words::app_source(lang, known.name.in_lang(lang), known.source.in_lang(lang)),
        None => words::own_source(lang, &issue.measure.source),
    };
    vec![
        words::distance(lang, value, limit, points(issue.gap)),
        source,
        words::persons(lang, whole(issue.persons)),
        match issue.sure > 0.0 {
            true => words::sure(lang, points(issue.sure), whole(issue.of)),
            false => words::unsure(lang, whole(issue.of)),
        },
        match issue.before {
            Some(before) => words::trend(lang, shown(entry, before, lang)),
            None => words::no_trend(lang).to_owned(),
        },
        words::score(lang, whole(issue.score)),
    ]
}
