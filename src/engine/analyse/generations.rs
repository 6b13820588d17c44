//! Generations over years: people born in the same five years, followed from date to date.

use super::Look;
use super::series::days_before;
use super::shared_ages::SharedAges;
use crate::analyse::pyramid::GROUPS;
use crate::analyse::snapshot_figures::ages;
use crate::analyse::{Scope, counts};
use crate::base::Date;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, time as words};
use crate::present::Note;
use crate::present::chart::{LinePoint, Panel, SmallMultiples};

impl<P: Ports> Handle<GetGenerations> for Engine<P> {
    async fn handle(&mut self, request: GetGenerations) -> Result<ChartReply, EngineError> {
        if request.hide_below > 0 {
            return self.shared_generations(&request);
        }
        let look = self.look(&LookAt { at: None, area: request.area.clone() });
        let (lang, now) = (look.lang, look.scope.at);
        let mut days = days_before(now, request.years);
        days.push(now);
        let by_age: Vec<Vec<u32>> = days
            .iter()
            .map(|at| {
                let scope = Scope { at: *at, area: request.area.clone() };
                let (male, female) = ages(&counts::count(look.columns, &scope, None));
                male.iter().zip(&female).map(|(m, f)| m + f).collect()
            })
            .collect();
        let back = days.len() - 1;
        let panel = |generation: usize| {
            let (youngest, oldest) = (5 * generation, 5 * generation + 4);
            let value = |i: usize| {
                let earlier = back - i;
                let n: u32 = (youngest..=oldest).filter_map(|age| by_age[i].get(age.checked_sub(earlier)?)).sum();
                // A generation that was not yet wholly born has no count.
                (youngest >= earlier).then_some(f64::from(n))
            };
            panel(format!("{youngest}–{oldest}"), &days, value, lang)
        };
        Ok(look.generations((0..GROUPS).map(panel).collect(), days[0], words::from_both(lang).to_owned(), &request))
    }
}

impl<P: Ports> Engine<P> {
    /// Every five years a generation has grown older by a whole group: for everybody it is a sum of groups of the pyramids of
    /// these dates, and is shown where all of these are.
    fn shared_generations(&mut self, request: &GetGenerations) -> Result<ChartReply, EngineError> {
        let (lang, now) = (self.lang, self.scope(&LookAt::default()).at);
        let mut days: Vec<Date> =
            days_before(now, request.years.max(5)).into_iter().filter(|at| (now.year - at.year) % 5 == 0).collect();
        days.push(now);
        let mut shared: Vec<SharedAges> = Vec::new();
        for at in &days {
            shared.push(self.shared_ages(&LookAt { at: Some(*at), area: request.area.clone() }, request.hide_below)?);
        }
        let mut n_hidden = 0;
        let mut panels = Vec::new();
        for generation in 0..GROUPS {
            let values: Vec<Option<f64>> = (0..days.len())
                .map(|i| {
                    let youngest = generation.checked_sub(days.len() - 1 - i)?;
                    // The oldest generation is all who are now as old or older.
                    let groups = if generation + 1 == GROUPS { youngest..GROUPS } else { youngest..youngest + 1 };
                    let sum: Option<u32> = shared[i].sums[groups].iter().copied().sum();
                    n_hidden += usize::from(sum.is_none());
                    sum.map(f64::from)
                })
                .collect();
            panels.push(panel(crate::analyse::pyramid::group_label(generation), &days, |i| values[i], lang));
        }
        let look = self.look(&LookAt { at: None, area: request.area.clone() });
        let hidden = words::generations_hidden(lang, n_hidden, request.hide_below.saturating_sub(1));
        Ok(look.generations(panels, days[0], format!("{hidden} {}", words::from_both(lang)), request))
    }
}

fn panel(ages: String, days: &[Date], value: impl Fn(usize) -> Option<f64>, lang: Lang) -> Panel {
    let point = |(i, at): (usize, &Date)| LinePoint {
        at: *at,
        value: value(i),
        hollow: i + 1 < days.len(),
        ..LinePoint::default()
    };
    Panel { label: words::now_aged(lang, ages), points: days.iter().enumerate().map(point).collect() }
}

impl Look<'_> {
    fn generations(&self, panels: Vec<Panel>, first: Date, remark: String, request: &GetGenerations) -> ChartReply {
        let lang = self.lang;
        let chart = SmallMultiples {
            heading: crate::lang::analyse::residents_heading(lang).to_owned(),
            by: words::generation(lang).to_owned(),
            unit: String::new(),
            decimals: 0,
            panels,
        };
        let change = |panel: &Panel| {
            let mut known = panel.points.iter().filter_map(|point| point.value);
            let first = known.next()?;
            Some(known.next_back()? - first)
        };
        let changes: Vec<f64> = chart.panels.iter().filter_map(change).collect();
        let (more, fewer) = (changes.iter().filter(|n| **n > 0.0), changes.iter().filter(|n| **n < 0.0));
        let finding = words::generations_finding(lang, more.count(), fewer.count(), first.year);
        let note = Note { remark, ..self.note(crate::lang::analyse::residents(lang)) };
        self.drawn_titled(&chart, finding, "angkatan", words::generations_title(lang), note, request.width)
    }
}
