//! Collecting: forms as data, families, persons, vital events, history and undo.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use super::words;
use crate::base::Order as _;
use crate::base::codes::FamilyState;
use crate::base::value::Kind;
use crate::base::{CodeList, Date, Id};
use crate::lang::Lang;
use crate::register::command::{self, CommandError};
use crate::register::sections::{self, Section};
use crate::register::{
    Act, ActKind, Change, Family, FieldInfo, Person, Record, RecordKind, RecordRef, What, family_field, field,
};

impl<P: Ports> Handle<GetForm> for Engine<P> {
    async fn handle(&mut self, _: GetForm) -> Result<FormSchema, EngineError> {
        use crate::register::{event_field, person_field, profile_field};
        let lang = self.lang;
        let whole = |key: &str, fields: &'static [FieldInfo]| {
            vec![SectionView {
                key: key.into(),
                title: String::new(),
                fields: fields.iter().map(|f| view(f, lang)).collect(),
            }]
        };
        let sections = |list: &[Section], fields: &'static [FieldInfo]| {
            list.iter()
                .map(|section| SectionView {
                    key: section.key.into(),
                    title: lang.pick(section.id, section.en).into(),
                    fields: section
                        .fields
                        .iter()
                        .filter_map(|tag| field(fields, *tag))
                        .map(|f| view(f, lang))
                        .collect(),
                })
                .collect()
        };
        Ok(FormSchema {
            family: sections(sections::FAMILY, family_field::ALL),
            person: sections(sections::PERSON, person_field::ALL),
            profile: whole("profil", profile_field::ALL),
            event: whole("peristiwa", event_field::ALL),
        })
    }
}

fn view(field: &FieldInfo, lang: Lang) -> FieldView {
    let control = match field.kind {
        Kind::Text => Control::Text,
        Kind::Digits => Control::Digits,
        Kind::Number => Control::Number,
        Kind::Decimal => Control::Decimal,
        Kind::Date => Control::Date,
        Kind::Member => Control::Member,
        Kind::Code(list) => {
            Control::Choice(list.rows.iter().map(|row| (row.number, row.label(lang).to_owned())).collect())
        }
    };
    FieldView {
        tag: field.tag,
        key: field.key.into(),
        label: field.label(lang).into(),
        help: field.help.map_or("", |(id, en)| lang.pick(id, en)).into(),
        control,
    }
}

impl<P: Ports> Engine<P> {
    pub(super) fn family_view(&mut self, id: Id, act: Option<Id>) -> Result<FamilyView, EngineError> {
        let findings = self.family_findings(id);
        let (lang, today) = (self.lang, self.today());
        let family = self.register.family(id).filter(|f| !f.removed).ok_or(CommandError::NoSuchRecord)?;
        let mut members: Vec<&Person> = family.members.iter().filter(|person| !person.removed).collect();
        members.order_by_key(|person| (!person.is_active(), person.relation.get().is_none_or(|r| r.number() != 1)));
        Ok(FamilyView {
            id,
            title: family.title().to_owned(),
            place: words::place(&family.area(), lang),
            state: family.state().number(),
            own: RecordView {
                id,
                fields: family.own.fields(),
                hidden: hidden(sections::FAMILY, |tag| {
                    !family.own.get(tag).is_missing() || sections::family_field_applies(family, tag, today)
                }),
                active: true,
                line: String::new(),
            },
            members: members.into_iter().map(|person| person_view(person, today, lang)).collect(),
            findings,
            act,
        })
    }

    fn family_of(&self, record: RecordRef) -> Option<Id> {
        match record.kind {
            RecordKind::Family => Some(record.id),
            RecordKind::Person => self.register.person(record.id).map(|(family, _)| family.id),
            _ => None,
        }
    }
}

fn person_view(person: &Person, today: Date, lang: Lang) -> RecordView {
    RecordView {
        id: person.id,
        fields: person.fields(),
        hidden: hidden(sections::PERSON, |tag| {
            !person.get(tag).is_missing() || sections::person_field_applies(person, tag, today)
        }),
        active: person.is_active(),
        line: words::person_line(person, today, lang),
    }
}

fn hidden(sections: &[Section], shows: impl Fn(u16) -> bool) -> Vec<u16> {
    sections.iter().flat_map(|section| section.fields).copied().filter(|tag| !shows(*tag)).collect()
}

impl<P: Ports> Handle<OpenFamily> for Engine<P> {
    async fn handle(&mut self, request: OpenFamily) -> Result<FamilyView, EngineError> {
        self.family_view(request.id, None)
    }
}

impl<P: Ports> Handle<AddFamily> for Engine<P> {
    async fn handle(&mut self, request: AddFamily) -> Result<FamilyView, EngineError> {
        let id = self.new_id();
        let mut fields = request.family;
        let mut preset = |tag: u16, value: crate::base::Value| {
            if !fields.iter().any(|(given, _)| *given == tag) {
                fields.push((tag, value));
            }
        };
        preset(family_field::state, crate::base::Value::Code(FamilyState::Draft.number()));
        preset(family_field::enumerator, crate::base::Value::Text(self.meta.actor.name.clone()));
        preset(family_field::visited, crate::base::Value::Date(self.today()));
        let person = request.person.map(|fields| (self.new_id(), fields));
        let act = self.commit(ActKind::AddFamily, command::add_family(id, fields, person)).await?;
        self.family_view(id, Some(act))
    }
}

impl<P: Ports> Handle<AddPerson> for Engine<P> {
    async fn handle(&mut self, request: AddPerson) -> Result<FamilyView, EngineError> {
        if !self.register.has(RecordKind::Family, request.family) {
            return Err(CommandError::NoSuchRecord.into());
        }
        let fields = request
            .fields
            .into_iter()
            .map(|(tag, value)| (tag, command::tidy(RecordKind::Person, tag, value)))
            .filter(|(_, value)| !value.is_missing())
            .collect();
        let change = Change::created(RecordKind::Person, self.new_id(), Some(request.family), fields);
        let act = self.commit(ActKind::AddPerson, vec![change]).await?;
        self.family_view(request.family, Some(act))
    }
}

impl<P: Ports> Handle<Edit> for Engine<P> {
    async fn handle(&mut self, request: Edit) -> Result<FamilyView, EngineError> {
        let family = self.family_of(request.record).ok_or(CommandError::NoSuchRecord)?;
        let changes = command::edit(&self.register, request.record, request.field, request.value)?;
        let act = if changes.is_empty() { None } else { Some(self.commit(ActKind::Edit, changes).await?) };
        self.family_view(family, act)
    }
}

impl<P: Ports> Handle<SetState> for Engine<P> {
    async fn handle(&mut self, request: SetState) -> Result<FamilyView, EngineError> {
        let state = FamilyState::from_number(request.state).ok_or(CommandError::WrongKind)?;
        let family = self.register.family(request.family).filter(|f| !f.removed).ok_or(CommandError::NoSuchRecord)?;
        let change = command::set_family_state(family, state);
        self.ready_for(request.family, state)?;
        let act = self.commit(ActKind::SetState, vec![change]).await?;
        self.family_view(request.family, Some(act))
    }
}

impl<P: Ports> Handle<Remove> for Engine<P> {
    async fn handle(&mut self, request: Remove) -> Result<Done, EngineError> {
        let family = self.family_of(request.record);
        let changes = command::remove(&self.register, request.record)?;
        let act = self.commit(ActKind::Remove, changes).await?;
        Ok(Done { act, family })
    }
}

impl<P: Ports> Handle<Report> for Engine<P> {
    async fn handle(&mut self, request: Report) -> Result<Done, EngineError> {
        use command::Happening::*;
        let kind = match &request.event.what {
            Birth { .. } => ActKind::Birth,
            Death { .. } => ActKind::Death,
            MoveIn { .. } => ActKind::MoveIn,
            MoveOut { .. } => ActKind::MoveOut,
        };
        let recorder = self.meta.actor.name.clone();
        let mut new_id = || self.new_id();
        let changes = command::report(&self.register, &request.event, self.today(), &recorder, &mut new_id)?;
        let record = changes.first().map(|change| change.record);
        let act = self.commit(kind, changes).await?;
        Ok(Done { act, family: record.and_then(|record| self.family_of(record)) })
    }
}

impl<P: Ports> Handle<Undo> for Engine<P> {
    async fn handle(&mut self, request: Undo) -> Result<Done, EngineError> {
        let acts = self.last_acts(200).await?;
        let act = acts.iter().find(|act| act.id == request.act).ok_or(CommandError::ChangedSince)?;
        if act.changes.is_empty() || acts.iter().any(|other| other.undoes == Some(act.id)) {
            return Err(CommandError::ChangedSince.into());
        }
        let changes = command::undo(&self.register, &act.changes)?;
        let family = act.changes.first().and_then(|change| self.family_of(change.record));
        let act = self.commit_with(ActKind::Undo, changes, Some(act.id), Vec::new()).await?;
        Ok(Done { act, family: family.filter(|id| self.register.has(RecordKind::Family, *id)) })
    }
}

impl<P: Ports> Handle<RecentActs> for Engine<P> {
    async fn handle(&mut self, request: RecentActs) -> Result<Vec<ActRow>, EngineError> {
        let acts = self.last_acts(if request.record.is_some() { 2000 } else { request.limit.max(50) }).await?;
        let undone: Vec<Id> = acts.iter().filter_map(|act| act.undoes).collect();
        let rows = acts
            .iter()
            .filter(|act| request.record.is_none_or(|r| act.changes.iter().any(|change| change.record == r)))
            .take(request.limit as usize)
            .map(|act| self.act_row(act, undone.contains(&act.id)));
        Ok(rows.collect())
    }
}

impl<P: Ports> Engine<P> {
    fn act_row(&self, act: &Act, undone: bool) -> ActRow {
        let family = act.changes.first().and_then(|change| self.family_of(change.record));
        let person = act.changes.iter().find_map(|change| match change.record.kind {
            RecordKind::Person => self.register.person(change.record.id).map(|(_, person)| person.name.text()),
            _ => None,
        });
        let title = family.and_then(|id| self.register.family(id)).map(Family::title);
        let field = act.changes.first().and_then(|change| match (&change.what, change.record.kind) {
            (What::Set { field: tag, .. }, RecordKind::Person) => field(Person::FIELDS, *tag),
            (What::Set { field: tag, .. }, RecordKind::Family) => field(family_field::ALL, *tag),
            _ => None,
        });
        let mut text = act.kind.words(self.lang).to_owned();
        if let (ActKind::Edit, Some(field)) = (act.kind, field) {
            text = format!("{text}: {}", field.label(self.lang));
        }
        ActRow {
            id: act.id,
            kind: act.kind,
            text,
            about: person.filter(|name| !name.is_empty()).or(title).unwrap_or("").to_owned(),
            by: act.actor.name.clone(),
            on: Date::of_unix_ms(act.stamp.wall_ms),
            at_ms: act.stamp.wall_ms,
            family: family.filter(|id| self.register.has(RecordKind::Family, *id)),
            undoable: !undone
                && act.kind != ActKind::Undo
                && !act.changes.is_empty()
                && command::undo(&self.register, &act.changes).is_ok(),
        }
    }
}
