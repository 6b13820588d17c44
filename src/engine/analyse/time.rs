//! Figures over time: snapshots, pyramids with another on them, generations.

use super::Look;
use super::series::{days_before, place, years_missing};
use crate::analyse::indicators::{entry, evaluate};
use crate::analyse::pyramid::sides;
use crate::analyse::snapshot_figures::{KIND, Snapshot, ages, snapshots, take};
use crate::analyse::{Counts, Scope, counts};
use crate::base::Date;
use crate::base::region::Area;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{number, time as words};
use crate::present::chart::{Earlier, LinePoint, Panel, Pyramid, SmallMultiples};

impl<P: Ports> Handle<MakeSnapshot> for Engine<P> {
    async fn handle(&mut self, request: MakeSnapshot) -> Result<SnapshotMade, EngineError> {
        let (lang, today) = (self.lang, self.today());
        let at = request.at.unwrap_or(today).reckoned();
        if at > today {
            return Err(EngineError::File(words::snapshot_future(lang).to_owned()));
        }
        let study = self.study(&LookAt { at: Some(at), ..LookAt::default() });
        let snapshot = take(study.register, study.look.columns, at, |scope| study.kept(scope));
        if snapshot.residents() == 0 {
            return Err(EngineError::File(words::no_residents(lang).to_owned()));
        }
        let late = at.days_until(today) > 31;
        Ok(SnapshotMade {
            key: at.to_string(),
            title: words::snapshot_title(lang, number::date(lang, at)),
            body: snapshot.body(),
            warning: if late { words::snapshot_late(lang).to_owned() } else { String::new() },
        })
    }
}

impl<P: Ports> Handle<ListSnapshots> for Engine<P> {
    async fn handle(&mut self, _: ListSnapshots) -> Result<SnapshotsView, EngineError> {
        let lang = self.lang;
        let row = |paper: &crate::register::Paper| {
            let (key, title) = (paper.key.text().to_owned(), paper.title.text().to_owned());
            match Snapshot::read(paper.body.text()) {
                Ok(snapshot) => {
                    let persons = number::whole(lang, snapshot.residents().into());
                    SnapshotRow { key, title, told: words::snapshot_of(lang, persons), damaged: false }
                }
                Err(_) => SnapshotRow { key, title, told: words::snapshot_damaged(lang).to_owned(), damaged: true },
            }
        };
        let mut rows: Vec<SnapshotRow> = self.register.papers(KIND).map(row).collect();
        rows.sort_by(|a, b| b.key.cmp(&a.key));
        Ok(SnapshotsView { rows, years_missing: years_missing(&snapshots(&self.register).0, lang) })
    }
}

impl<P: Ports> Handle<ComparePyramid> for Engine<P> {
    async fn handle(&mut self, request: ComparePyramid) -> Result<ChartReply, EngineError> {
        let kept = match &request.beside {
            Beside::Snapshot(key) => self.register.paper(KIND, key).map(|paper| paper.body.text().to_owned()),
            _ => None,
        };
        let look = self.look(&request.look);
        let lang = look.lang;
        let counted = |at: Date, area: &Area| counts::count(look.columns, &Scope { at, area: area.clone() }, None);
        let here = drawn(&look.counts, request.single);
        let other = match &request.beside {
            Beside::Nothing => None,
            Beside::Date(at) => {
                let at = at.reckoned();
                Some((number::date(lang, at), drawn(&counted(at, &look.scope.area), request.single)))
            }
            Beside::Area(area) => Some((look.place_of(area), drawn(&counted(look.scope.at, area), request.single))),
            Beside::Snapshot(_) => {
                let damaged = || EngineError::File(words::snapshot_damaged(lang).to_owned());
                let snapshot = Snapshot::read(&kept.unwrap_or_default()).map_err(|_| damaged())?;
                let label = words::snapshot_title(lang, number::date(lang, snapshot.at));
                Some((label, of_ages(&snapshot.male, &snapshot.female, request.single)))
            }
        };
        let earlier = other.map(|(label, other)| Earlier { label, male: other.male, female: other.female });
        let unplaced = sides(&look.counts).unplaced;
        // Beside an outline the line of the median would be one line too many.
        let median =
            earlier.is_none().then(|| entry("median-age").and_then(|entry| evaluate(entry, &look.counts).value));
        let pyramid = Pyramid { unplaced, median_age: median.flatten(), earlier, ..here };
        let (name, universe) = (words::pyramid_pair(lang), crate::lang::analyse::residents(lang));
        Ok(look.drawn_noted(&pyramid, "piramida-dua", name, look.note(universe), request.width))
    }
}

fn drawn(counts: &Counts, single: bool) -> Pyramid {
    let (male, female) = ages(counts);
    of_ages(&male, &female, single)
}

fn of_ages(male: &[u32], female: &[u32], single: bool) -> Pyramid {
    if single {
        return Pyramid::of_single_years(male, female);
    }
    let grouped = |side: &[u32]| {
        let mut out = [0; 16];
        for (age, n) in side.iter().enumerate() {
            out[(age / 5).min(15)] += n;
        }
        out
    };
    Pyramid::of_five_years(grouped(male), grouped(female))
}

impl Look<'_> {
    fn place_of(&self, area: &Area) -> String {
        if area.is_whole_village() {
            crate::lang::analyse::whole_village(self.lang).to_owned()
        } else {
            place(area, self.lang)
        }
    }
}

impl<P: Ports> Handle<GetGenerations> for Engine<P> {
    async fn handle(&mut self, request: GetGenerations) -> Result<ChartReply, EngineError> {
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
            let point = |i: usize| {
                let earlier = back - i;
                let n: u32 = (youngest..=oldest).filter_map(|age| by_age[i].get(age.checked_sub(earlier)?)).sum();
                // A generation that was not yet wholly born has no count.
                let value = (youngest >= earlier).then_some(f64::from(n));
                LinePoint { at: days[i], value, hollow: i < back, ..LinePoint::default() }
            };
            let label = words::now_aged(lang, format!("{youngest}–{oldest}"));
            Panel { label, points: (0..=back).map(point).collect() }
        };
        let chart = SmallMultiples {
            heading: crate::lang::analyse::residents_heading(lang).to_owned(),
            by: words::generation(lang).to_owned(),
            unit: String::new(),
            decimals: 0,
            panels: (0..16).map(panel).collect(),
        };
        let change = |panel: &Panel| {
            let mut known = panel.points.iter().filter_map(|point| point.value);
            let first = known.next()?;
            Some(known.next_back()? - first)
        };
        let changes: Vec<f64> = chart.panels.iter().filter_map(change).collect();
        let (more, fewer) = (changes.iter().filter(|n| **n > 0.0), changes.iter().filter(|n| **n < 0.0));
        let finding = words::generations_finding(lang, more.count(), fewer.count(), days[0].year);
        let note = crate::present::Note {
            remark: words::from_both(lang).to_owned(),
            ..look.note(crate::lang::analyse::residents(lang))
        };
        Ok(look.drawn_titled(&chart, finding, "angkatan", words::generations_title(lang), note, request.width))
    }
}
