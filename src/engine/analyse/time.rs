//! Figures over time: snapshots, and pyramids with another on them.

use super::Look;
use super::series::{place, years_missing};
use super::shared_ages::SharedAges;
use crate::analyse::indicators::{entry, evaluate};
use crate::analyse::pyramid::{GROUPS, sides};
use crate::analyse::snapshot_figures::{KIND, Snapshot, ages, snapshots, take};
use crate::analyse::{Counts, Scope, counts};
use crate::base::Date;
use crate::base::Order as _;
use crate::base::region::Area;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{number, time as words};
use crate::present::chart::{Earlier, Pyramid};

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
        rows.order_by(|a, b| b.key.cmp(&a.key));
        Ok(SnapshotsView { rows, years_missing: years_missing(&snapshots(&self.register).0, lang) })
    }
}

impl<P: Ports> Handle<ComparePyramid> for Engine<P> {
    async fn handle(&mut self, request: ComparePyramid) -> Result<ChartReply, EngineError> {
        let kept = match &request.beside {
            Beside::Snapshot(key) => self.register.paper(KIND, key).map(|paper| paper.body.text().to_owned()),
            _ => None,
        };
        let snapshot = kept.map(|body| Snapshot::read(&body).ok());
        let name = words::pyramid_pair(self.lang);
        if request.hide_below > 0 {
            return self.shared_pair(&request, snapshot.flatten(), name);
        }
        let look = self.look(&request.look);
        let lang = look.lang;
        let counted = |at: Date, area: &Area| counts::count(look.columns, &Scope { at, area: area.clone() }, None);
        let here = drawn(&look.counts, request.single);
        let other = match &request.beside {
            Beside::Nothing => None,
            Beside::Date(at) => Some(drawn(&counted(at.reckoned(), &look.scope.area), request.single)),
            Beside::Area(area) => Some(drawn(&counted(look.scope.at, area), request.single)),
            Beside::Snapshot(_) => {
                let damaged = || EngineError::File(words::snapshot_damaged(lang).to_owned());
                let snapshot = snapshot.as_ref().and_then(Option::as_ref).ok_or_else(damaged)?;
                Some(of_ages(&snapshot.male, &snapshot.female, request.single))
            }
        };
        let label = look.label_of(&request.beside, snapshot.flatten().as_ref());
        let earlier = other.map(|other| Earlier { label, male: other.male, female: other.female, veil: None });
        let unplaced = sides(&look.counts).unplaced;
        // Beside an outline the line of the median would be one line too many.
        let median =
            earlier.is_none().then(|| entry("median-age").and_then(|entry| evaluate(entry, &look.counts).value));
        let pyramid = Pyramid { unplaced, median_age: median.flatten(), earlier, ..here };
        let universe = crate::lang::analyse::residents(lang);
        Ok(look.drawn_noted(&pyramid, "piramida-dua", name, look.note(universe), request.width))
    }
}

impl<P: Ports> Engine<P> {
    /// Both pyramids as everybody may see them, by five years of age. Dates do not add up to each other, so each is guarded
    /// alone; areas do, and are guarded with all their like.
    fn shared_pair(
        &mut self,
        request: &ComparePyramid,
        snapshot: Option<Snapshot>,
        name: &str,
    ) -> Result<ChartReply, EngineError> {
        let (lang, below) = (self.lang, request.hide_below);
        let here = self.shared_ages(&request.look, below)?;
        let other = match &request.beside {
            Beside::Nothing => None,
            Beside::Date(at) => {
                Some(self.shared_ages(&LookAt { at: Some(*at), area: request.look.area.clone() }, below)?)
            }
            Beside::Area(area) => Some(self.shared_ages(&LookAt { at: request.look.at, area: area.clone() }, below)?),
            Beside::Snapshot(_) => {
                let damaged = || EngineError::File(words::snapshot_damaged(lang).to_owned());
                let too_few = || EngineError::File(words::too_few_for_all(lang).to_owned());
                let snapshot = snapshot.as_ref().ok_or_else(damaged)?;
                Some(SharedAges::of(in_fives(&snapshot.male, &snapshot.female), below, lang).ok_or_else(too_few)?)
            }
        };
        let look = self.look(&request.look);
        let label = look.label_of(&request.beside, snapshot.as_ref());
        let mut note = look.note(crate::lang::analyse::residents(lang));
        note.remark = here.remark.clone();
        if let Some(other) = other.as_ref().filter(|other| other.remark != here.remark) {
            note.remark += &format!(" {label}: {}", other.remark);
        }
        let earlier = other.map(|other| {
            let Pyramid { male, female, veil, .. } = other.pyramid();
            Earlier { label, male, female, veil }
        });
        let pyramid = Pyramid { earlier, ..here.pyramid() };
        Ok(look.drawn_noted(&pyramid, "piramida-dua", name, note, request.width))
    }
}

impl Look<'_> {
    /// What a pyramid is compared with, in words.
    fn label_of(&self, beside: &Beside, snapshot: Option<&Snapshot>) -> String {
        match beside {
            Beside::Nothing => String::new(),
            Beside::Date(at) => number::date(self.lang, at.reckoned()),
            Beside::Area(area) => self.place_of(area),
            Beside::Snapshot(_) => {
                snapshot.map_or(String::new(), |one| words::snapshot_title(self.lang, number::date(self.lang, one.at)))
            }
        }
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
    let [male, female] = in_fives(male, female);
    Pyramid::of_five_years(male, female)
}

/// Single years of age gathered in fives, the last group open.
fn in_fives(male: &[u32], female: &[u32]) -> [[u32; GROUPS]; 2] {
    [male, female].map(|side| {
        let mut out = [0; GROUPS];
        for (age, n) in side.iter().enumerate() {
            out[(age / 5).min(GROUPS - 1)] += n;
        }
        out
    })
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
