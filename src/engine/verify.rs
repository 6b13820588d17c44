//! Verification: counts and lists of findings, and the decisions of people on them.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::finding_view;
use super::ports::Ports;
use super::protocol::*;
use super::words;
use crate::base::CodeList;
use crate::base::Order as _;
use crate::base::codes::FamilyState;
use crate::base::region::Area;
use crate::base::{Date, Id};
use crate::register::command::{CommandError, set_family_state};
use crate::register::snapshot::Dirty;
use crate::register::{ActKind, Change, Family, RecordKind, Register};
use crate::verify::findings::rule_of;
use crate::verify::{Findings, Found, RULES, decisions};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Rules whose findings are normal enough to be accepted many at once (domain.md §5.3).
const MANY_AT_ONCE: &[&str] = &["nik-region-mismatch"];

/// A finding with its family slot; nothing for the village.
type Placed = (Option<u32>, Found);

/// Findings, with the last list that was asked for.
pub(super) struct Checked {
    findings: Findings,
    last: Option<(FindingFilter, Vec<Placed>)>,
}

impl Checked {
    /// Brings the findings up to date; false where they must be built anew.
    #[must_use]
    pub(super) fn touch(&mut self, register: &Register, dirty: &Dirty, today: Date) -> bool {
        self.last = None;
        self.findings.touch(register, dirty, today)
    }

    /// Open errors and warnings of a family.
    pub(super) fn open_of(&self, slot: u32) -> (u32, u32) {
        let open = |severity: Severity| {
            let found = self.findings.of_slot(slot).iter();
            let open = found.filter(|one| rule_of(one).severity == severity && !self.is_accepted(one));
            open.count() as u32
        };
        (open(Severity::Error), open(Severity::Warning))
    }

    fn is_accepted(&self, found: &Found) -> bool {
        self.findings.accepted().decision(found.fingerprint).is_some()
    }

    fn list(&mut self, register: &Register, filter: &FindingFilter) -> &[Placed] {
        if self.last.as_ref().is_none_or(|(last, _)| last != filter) {
            let found = self.select(register, filter);
            self.last = Some((filter.clone(), found));
        }
        self.last.as_ref().map_or(&[], |(_, found)| found)
    }

    fn select(&mut self, register: &Register, filter: &FindingFilter) -> Vec<Placed> {
        let village: Vec<Found> = match (filter.family, filter.area.is_whole_village(), &filter.kader) {
            (None, true, None) => self.findings.of_village(register).to_vec(),
            _ => Vec::new(),
        };
        let only = filter.family.map(|id| register.family_slot(id));
        let of_slot = |slot: u32| self.findings.of_slot(slot).iter().map(move |found| (Some(slot), *found));
        let slots = match only {
            Some(slot) => slot.map_or(0..0, |slot| slot..slot + 1),
            None => 0..register.slots().len() as u32,
        };
        let fits = |found: &Found| {
            let rule = rule_of(found);
            (filter.rule.is_empty() || rule.code == filter.rule)
                && filter.severity.is_none_or(|severity| severity == rule.severity)
                && filter.accepted.is_none_or(|accepted| accepted == self.is_accepted(found))
        };
        let here = |slot: &u32| family_fits(&register.slots()[*slot as usize], filter);
        let busy = slots.filter(|slot| !self.findings.of_slot(*slot).is_empty()).filter(here);
        let all = busy.flat_map(of_slot).chain(village.into_iter().map(|found| (None, found)));
        let mut found: Vec<Placed> = all.filter(|(_, found)| fits(found)).collect();
        found.order_by_cached_key(|(slot, found)| {
            let place = slot.map(|slot| order_of(&register.slots()[slot as usize]));
            (Reverse(rule_of(found).severity), found.rule, place, *slot, found.subject, found.field)
        });
        found
    }

    fn find(&mut self, register: &Register, family: Option<Id>, fingerprint: &str) -> Option<Placed> {
        let sum = u64::from_str_radix(fingerprint, 16).ok()?;
        let is = |found: &&Found| found.fingerprint == sum;
        match family {
            Some(id) => {
                let slot = register.family_slot(id)?;
                self.findings.of_slot(slot).iter().find(is).map(|found| (Some(slot), *found))
            }
            None => self.findings.of_village(register).iter().find(is).map(|found| (None, *found)),
        }
    }
}

/// The order of areas: dusun, RW, RT.
fn order_of(family: &Family) -> (&str, u32, u32) {
    let number = |text: &str| text.parse().unwrap_or(u32::MAX);
    (family.dusun.text(), number(family.rw.text()), number(family.rt.text()))
}

fn family_fits(family: &Family, filter: &FindingFilter) -> bool {
    let area = &filter.area;
    !family.removed
        && filter.kader.as_ref().is_none_or(|kader| family.enumerator.text() == kader)
        && (area.is_whole_village() || area.contains(&family.area()))
}

fn add(counts: &mut FindingCounts, severity: Severity, accepted: bool) {
    match (accepted, severity) {
        (true, _) => counts.accepted += 1,
        (false, Severity::Error) => counts.errors += 1,
        (false, Severity::Warning) => counts.warnings += 1,
        (false, Severity::Info) => counts.infos += 1,
    }
}

impl<P: Ports> Engine<P> {
    /// The findings of today, built where they are not.
    pub(super) fn checked(&mut self) -> (&mut Checked, &Register) {
        let (register, today) = (&self.register, self.ports.clock().today());
        let old = self.derived.checked.take().filter(|checked| checked.findings.are_of(today));
        let fresh = || Checked { findings: Findings::build(register, today), last: None };
        (self.derived.checked.insert(old.unwrap_or_else(fresh)), register)
    }

    /// The findings of a family in words, errors first.
    pub(super) fn family_findings(&mut self, family: Id) -> Vec<FindingView> {
        let (lang, today) = (self.lang, self.today());
        let (checked, register) = self.checked();
        let filter = FindingFilter { family: Some(family), ..FindingFilter::default() };
        let found = checked.select(register, &filter);
        let views = found
            .iter()
            .map(|(slot, found)| finding_view::view(&checked.findings, register, *slot, found, today, lang));
        views.collect()
    }

    /// Refuses a state for which the family is not ready: "complete" needs the core fields and a head, "verified" that no
    /// error is open.
    pub(super) fn ready_for(&mut self, family: Id, state: FamilyState) -> Result<(), CommandError> {
        let (checked, register) = self.checked();
        let Some(slot) = register.family_slot(family) else { return Err(CommandError::NoSuchRecord) };
        let core = |found: &&Found| matches!(rule_of(found).code, "required-field-missing" | "head-missing");
        match state {
            FamilyState::Verified if checked.findings.has_open_errors(slot) => Err(CommandError::OpenErrors),
            FamilyState::Complete
                if checked.findings.of_slot(slot).iter().filter(core).any(|found| !checked.is_accepted(found)) =>
            {
                Err(CommandError::RequiredMissing)
            }
            _ => Ok(()),
        }
    }
}

impl<P: Ports> Handle<FindingsSummary> for Engine<P> {
    async fn handle(&mut self, request: FindingsSummary) -> Result<FindingsOverview, EngineError> {
        let lang = self.lang;
        let (checked, register) = self.checked();
        let filter =
            FindingFilter { area: request.filter.area, kader: request.filter.kader, ..FindingFilter::default() };
        let found = checked.select(register, &filter);
        let mut overview = FindingsOverview::default();
        let mut rules = vec![(0u32, 0u32); RULES.len()];
        let mut areas = BTreeMap::<_, (u32, FindingCounts)>::new();
        let mut kaders = BTreeMap::<&str, FindingCounts>::new();
        let mut with_errors = BTreeSet::new();
        for (slot, found) in &found {
            let (severity, accepted) = (rule_of(found).severity, checked.is_accepted(found));
            add(&mut overview.counts, severity, accepted);
            let counts = &mut rules[usize::from(found.rule)];
            if accepted {
                counts.1 += 1
            } else {
                counts.0 += 1
            }
            let Some(slot) = slot else { continue };
            let family = &register.slots()[*slot as usize];
            let by_area = areas.entry(order_of(family)).or_insert((*slot, FindingCounts::default()));
            add(&mut by_area.1, severity, accepted);
            add(kaders.entry(family.enumerator.text()).or_default(), severity, accepted);
            if severity == Severity::Error && !accepted {
                with_errors.insert(*slot);
            }
        }
        let named = RULES.iter().zip(rules).filter(|(_, (open, accepted))| open + accepted > 0);
        overview.rules = named
            .map(|(rule, (open, accepted))| RuleCount {
                code: rule.code.into(),
                title: rule.title(lang).into(),
                severity: rule.severity,
                open,
                accepted,
            })
            .collect();
        overview.rules.order_by_key(|rule| (rule.open == 0, Reverse(rule.severity), Reverse(rule.open)));
        overview.areas = areas
            .into_values()
            .map(|(slot, counts)| {
                let area: Area = register.slots()[slot as usize].area();
                AreaCount { label: words::place(&area, lang), area, counts }
            })
            .collect();
        overview.kaders =
            kaders.into_iter().map(|(name, counts)| KaderCount { name: name.to_owned(), counts }).collect();
        let mut states = BTreeMap::<u8, u32>::new();
        for family in register.families().filter(|family| family_fits(family, &filter)) {
            *states.entry(family.state().number()).or_default() += 1;
        }
        overview.n_families = states.values().sum();
        overview.n_without_errors = overview.n_families - with_errors.len() as u32;
        let label = |state: u8| FamilyState::from_number(state).map_or("", |state| state.label(lang)).to_owned();
        overview.states = states.into_iter().map(|(state, n)| (state, label(state), n)).collect();
        Ok(overview)
    }
}

impl<P: Ports> Handle<ListRules> for Engine<P> {
    async fn handle(&mut self, _: ListRules) -> Result<Vec<RuleView>, EngineError> {
        let lang = self.lang;
        let view = |rule: &crate::verify::Rule| RuleView {
            code: rule.code.into(),
            title: rule.title(lang).into(),
            why: rule.why(lang).into(),
            severity: rule.severity,
            scope: rule.scope(),
            fields: rule
                .fields
                .iter()
                .filter_map(|(kind, tag)| finding_view::field_of(*kind, *tag))
                .map(|field| field.label(lang).into())
                .collect(),
            many_at_once: MANY_AT_ONCE.contains(&rule.code),
        };
        Ok(RULES.iter().map(view).collect())
    }
}

impl<P: Ports> Handle<ListFindings> for Engine<P> {
    async fn handle(&mut self, request: ListFindings) -> Result<FindingPage, EngineError> {
        let (lang, today) = (self.lang, self.today());
        let (checked, register) = self.checked();
        let found = checked.list(register, &request.filter);
        let total = found.len() as u32;
        let page: Vec<Placed> =
            found.iter().skip(request.from as usize).take(request.limit as usize).copied().collect();
        let rows =
            page.iter().map(|(slot, found)| finding_view::view(&checked.findings, register, *slot, found, today, lang));
        Ok(FindingPage { total, rows: rows.collect() })
    }
}

impl<P: Ports> Handle<Decide> for Engine<P> {
    async fn handle(&mut self, request: Decide) -> Result<Done, EngineError> {
        let (checked, register) = self.checked();
        let placed = checked.find(register, request.family, &request.fingerprint).ok_or(CommandError::NoSuchRecord)?;
        let changes = self.decisions_on(&[placed], &request.reason)?;
        let act = self.commit(ActKind::Decide, changes).await?;
        Ok(Done { act, family: request.family })
    }
}

impl<P: Ports> Handle<DecideMany> for Engine<P> {
    async fn handle(&mut self, request: DecideMany) -> Result<Decided, EngineError> {
        if !MANY_AT_ONCE.contains(&request.filter.rule.as_str()) {
            return Err(CommandError::WrongKind.into());
        }
        let named: BTreeSet<u64> =
            request.fingerprints.iter().filter_map(|text| u64::from_str_radix(text, 16).ok()).collect();
        let (checked, register) = self.checked();
        let filter = FindingFilter { accepted: Some(false), ..request.filter };
        let mut seen = BTreeSet::new();
        let mut found = checked.select(register, &filter);
        found.retain(|(_, found)| {
            let wanted = request.fingerprints.is_empty() || named.contains(&found.fingerprint);
            wanted && seen.insert(found.fingerprint)
        });
        if found.is_empty() {
            return Ok(Decided::default());
        }
        let changes = self.decisions_on(&found, &request.reason)?;
        let n = found.len() as u32;
        let act = self.commit(ActKind::Decide, changes).await?;
        Ok(Decided { act: Some(act), n })
    }
}

impl<P: Ports> Engine<P> {
    fn decisions_on(&mut self, found: &[Placed], reason: &str) -> Result<Vec<Change>, CommandError> {
        if reason.trim().is_empty() {
            return Err(CommandError::ReasonMissing);
        }
        let (by, today) = (self.meta.actor.name.clone(), self.today());
        let ids: Vec<Id> = found.iter().map(|_| self.new_id()).collect();
        let (checked, register) = self.checked();
        let changes = found.iter().zip(ids).map(|((slot, found), id)| {
            let subject = checked.findings.subject(register, *slot, found);
            let family = slot.map(|slot| register.slots()[slot as usize].id);
            decisions::decide(id, found, subject, family, reason, &by, today)
        });
        Ok(changes.collect())
    }
}

impl<P: Ports> Handle<UndoDecision> for Engine<P> {
    async fn handle(&mut self, request: UndoDecision) -> Result<Done, EngineError> {
        let decision = self.register.decisions().find(|decision| decision.id == request.decision);
        let decision = decision.ok_or(CommandError::NoSuchRecord)?;
        let family = decision.family.get();
        let is_error = RULES.iter().any(|rule| rule.code == decision.rule.text() && rule.severity == Severity::Error);
        let mut changes = vec![Change::removed(RecordKind::Decision, decision.id)];
        // With an error open again, the family is no longer verified.
        let home = family.and_then(|id| self.register.family(id));
        if let Some(home) = home.filter(|home| is_error && home.state() == FamilyState::Verified) {
            changes.push(set_family_state(home, FamilyState::Complete));
        }
        let act = self.commit(ActKind::Withdraw, changes).await?;
        Ok(Done { act, family })
    }
}
