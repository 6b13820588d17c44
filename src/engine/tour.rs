//! The guided tour's check: what was really done in the sample village, read from the register and its log. Nothing is
//! believed that a page says.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use super::{stored, words};
use crate::act::compose;
use crate::analyse::pyramid;
use crate::base::set_of;
use crate::register::{Act, ActKind, Family, What};
use crate::verify::{Findings, Found, Subject};

/// The women that the tour asks for: 25 to 29.
const GROUP: usize = 5;
/// The place in the register from which the tour's family is sought: not the first one of the list.
const FROM_SLOT: usize = 17;

impl<P: Ports> Handle<WatchTour> for Engine<P> {
    async fn handle(&mut self, _: WatchTour) -> Result<TourView, EngineError> {
        let ground = match (self.has_village(), self.register.profile.is_sample()) {
            (false, _) => TourGround::Nothing,
            (true, true) => TourGround::Sample,
            (true, false) => TourGround::Real,
        };
        if ground != TourGround::Sample {
            return Ok(TourView { ground, ..TourView::default() });
        }
        let look = self.look(&LookAt::default());
        let n_women_25_to_29 = pyramid::sides(&look.counts).female[GROUP];
        let acts = self.last_acts(u32::MAX).await?;
        let taken_back = set_of(acts.iter().filter_map(|act| act.undoes));
        let standing: Vec<&Act> = acts.iter().filter(|act| !taken_back.contains(&act.id)).collect();
        let of_kind = |kind: ActKind| standing.iter().filter(move |act| act.kind == kind);
        let family = self.tour_family();
        let changed = |act: &&&Act| {
            act.changes.iter().any(|change| {
                let sets = matches!(change.what, What::Set { .. });
                sets && family.is_some_and(|family| holds(family, change.record))
            })
        };
        let person = |act: &&&Act| {
            let made = act.changes.iter().find(|change| matches!(change.what, What::Created { .. }));
            let person = made.and_then(|change| self.register.person(change.record.id));
            person.is_some_and(|(_, person)| !person.removed && !person.name.text().is_empty())
        };
        let added = set_of(of_kind(ActKind::AddPerson).flat_map(|act| &act.changes).map(|change| change.record.id));
        let corrects = |act: &&&Act| act.changes.iter().all(|change| !added.contains(&change.record.id));
        let mut view = TourView {
            ground,
            family: family.map(|family| TourFamily {
                id: family.id,
                title: family.title().to_owned(),
                place: words::place(&family.area(), self.lang),
                n_members: family.members.iter().filter(|person| !person.removed && person.is_active()).count() as u32,
            }),
            n_women_25_to_29,
            corrected: of_kind(ActKind::Edit).filter(corrects).any(|act| changed(&act)),
            member_added: of_kind(ActKind::AddPerson).any(|act| person(&act)),
            birth_recorded: of_kind(ActKind::Birth).next().is_some(),
            finding_settled: self.register.decisions().next().is_some(),
            list_kept: self.register.papers(compose::PAPER).next().is_some(),
            help_noted: self.register.helps().next().is_some(),
            package_saved: self.meta.last_backup_ms.is_some(),
        };
        if !view.finding_settled {
            let edits: Vec<Act> = of_kind(ActKind::Edit).map(|act| (*act).clone()).collect();
            view.finding_settled = self.mended(&edits).await?;
        }
        Ok(view)
    }
}

impl<P: Ports> Engine<P> {
    /// A family that can be found by its name: no other has the same.
    fn tour_family(&self) -> Option<&Family> {
        let alone = |family: &&Family| {
            let same = self.register.families().filter(|other| other.title() == family.title()).count();
            !family.removed && !family.title().is_empty() && same == 1
        };
        self.register.slots().iter().skip(FROM_SLOT).find(alone)
    }

    /// Whether a finding that stood before these edits is gone. What the edits themselves brought about and mended again
    /// does not count.
    async fn mended(&mut self, edits: &[Act]) -> Result<bool, EngineError> {
        if edits.is_empty() {
            return Ok(false);
        }
        let (mut before, _) = stored::load(self.ports.store()).await?;
        for act in edits {
            before.take_back(&act.changes); // the newest comes first
        }
        let today = self.today();
        let now = Findings::build(&self.register, today);
        let still = set_of(now.all().map(complaint));
        Ok(Findings::build(&before, today).all().map(complaint).any(|found| !still.contains(&found)))
    }
}

/// A finding has another fingerprint when a value changes; it is the same complaint all the same.
fn complaint((slot, found): (u32, &Found)) -> (u32, u8, Subject, u16) {
    (slot, found.rule, found.subject, found.field)
}

/// Whether the record is this family or one of its members.
fn holds(family: &Family, record: RecordRef) -> bool {
    record.id == family.id || family.members.iter().any(|person| person.id == record.id)
}
