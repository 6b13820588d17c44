//! Use: target lists in words, and noting help. Rules and ranking are the room `act`.

use super::core::{Engine, Handle};
use super::error::EngineError;
use super::ports::Ports;
use super::protocol::*;
use super::words as record_words;
use crate::act::{ListId, Target, TargetList, compose, krs, target_list};
use crate::base::Order as _;
use crate::base::region::Area;
use crate::base::{Date, Id, Share, Value};
use crate::lang::{Lang, act as words, number};
use crate::present::{Cell, Kind, Note, RowKind, Table};
use crate::register::command::CommandError;
use crate::register::{ActKind, Change, Help, RecordKind, Register, help_field};
use std::collections::HashMap;

/// The last help by family (lists of families) or person (lists of persons).
pub(super) type Helped<'a> = HashMap<(Id, Option<Id>), &'a Help>;

impl<P: Ports> Handle<GetTargets> for Engine<P> {
    async fn handle(&mut self, request: GetTargets) -> Result<TargetsView, EngineError> {
        let at = self.act_date();
        let (register, rules) = (&self.register, self.krs_rules());
        let heads = ListId::ALL.into_iter().map(|id| {
            let list = target_list(register, id, rules, at, &request.area);
            head(id, &list, &helped(register, id.key(), id.is_of_persons()), rules, self.lang)
        });
        Ok(TargetsView { at, lists: heads.collect() })
    }
}

impl<P: Ports> Handle<GetTarget> for Engine<P> {
    async fn handle(&mut self, request: GetTarget) -> Result<TargetPage, EngineError> {
        let id = ListId::of_key(&request.list).ok_or(CommandError::NoSuchRecord)?;
        let (at, today, lang) = (self.act_date(), self.today(), self.lang);
        let (register, rules) = (&self.register, self.krs_rules());
        let list = target_list(register, id, rules, at, &request.area);
        let helped = helped(register, id.key(), id.is_of_persons());
        let head = head(id, &list, &helped, rules, lang);
        let rows = list.rows.iter().skip(request.from as usize).take(request.limit as usize);
        let rows = rows.map(|row| view(row, &helped, at, lang)).collect();
        Ok(TargetPage { by_rt: by_rt(id, &list, &head, at, lang), head, at, today, rows })
    }
}

impl<P: Ports> Handle<NoteHelp> for Engine<P> {
    async fn handle(&mut self, request: NoteHelp) -> Result<Done, EngineError> {
        let NoteHelp { list, family, person, on, note } = request;
        let built_in = ListId::of_key(&list);
        // A composed list tells by itself whether its rows are persons.
        if built_in.is_none() && !compose::is_list(&self.register, &list) {
            return Err(CommandError::NoSuchRecord.into());
        }
        if !self.register.has(RecordKind::Family, family) {
            return Err(CommandError::NoSuchRecord.into());
        }
        match (built_in.map(ListId::is_of_persons), person) {
            (Some(true), None) => return Err(CommandError::NobodyNamed.into()),
            (Some(false), Some(_)) => return Err(CommandError::WrongKind.into()),
            (_, None) => {}
            (_, Some(person)) => {
                let home = self.register.person(person).filter(|(home, who)| home.id == family && !who.removed);
                home.ok_or(CommandError::NoSuchRecord)?;
            }
        }
        if on.reckoned() > self.today() {
            return Err(CommandError::FutureDate.into());
        }
        let text = |text: &str| match text.trim() {
            "" => Value::Missing,
            text => Value::Text(text.to_owned()),
        };
        let fields = vec![
            (help_field::list, text(&list)),
            (help_field::family, Value::Link(family)),
            (help_field::person, person.map_or(Value::Missing, Value::Link)),
            (help_field::on, Value::Date(on)),
            (help_field::note, text(&note)),
            (help_field::by, text(&self.meta.actor.name)),
        ];
        let change = Change::created(RecordKind::Help, self.new_id(), None, fields);
        let act = self.commit(ActKind::NoteHelp, vec![change]).await?;
        Ok(Done { act, family: Some(family) })
    }
}

impl<P: Ports> Engine<P> {
    fn act_date(&self) -> Date {
        self.register.profile.reference_or(self.today()).reckoned()
    }

    fn krs_rules(&self) -> &'static krs::KrsRules {
        krs::edition(self.register.profile.krs_rules.text())
    }
}

/// The last help from a list, by family and person.
pub(super) fn helped<'a>(register: &'a Register, list: &str, of_persons: bool) -> Helped<'a> {
    let mut last = Helped::new();
    for help in register.helps().filter(|help| help.list.text() == list) {
        let Some(family) = help.family.get() else { continue };
        // A person keeps the help in another family: persons are known by themselves.
        let key = if of_persons { (Id::default(), help.person.get()) } else { (family, None) };
        let kept = last.entry(key).or_insert(help);
        let when = |help: &Help| (help.on.get().map(|on| on.reckoned()), help.id);
        if when(help) > when(kept) {
            *kept = help;
        }
    }
    last
}

fn help_of<'a>(row: &Target<'_>, helped: &Helped<'a>) -> Option<&'a Help> {
    last_help(row.family.id, row.person_id(), helped)
}

/// The last help that reached a row.
pub(super) fn last_help<'a>(family: Id, person: Option<Id>, helped: &Helped<'a>) -> Option<&'a Help> {
    let family = if person.is_some() { Id::default() } else { family };
    helped.get(&(family, person)).copied()
}

impl From<&Help> for HelpView {
    fn from(help: &Help) -> HelpView {
        HelpView {
            on: help.on.get().unwrap_or_default(),
            note: help.note.text().to_owned(),
            by: help.by.text().to_owned(),
        }
    }
}

pub(super) fn percent(listed: u32, universe: u32, lang: Lang) -> String {
    let share = Share { numerator: listed, denominator: universe }.times(100.0);
    share.map_or("–".to_owned(), |share| number::decimal(lang, share, 1) + "%")
}

fn head(id: ListId, list: &TargetList<'_>, helped: &Helped<'_>, rules: &krs::KrsRules, lang: Lang) -> TargetHead {
    let whole = |n: u32| number::whole(lang, n.into());
    let (title, purpose, universe) = match id {
        ListId::Krs => (words::krs_title(lang), words::krs_purpose(lang), words::krs_universe(lang)),
        ListId::Cover => (words::cover_title(lang), words::cover_purpose(lang), words::cover_universe(lang)),
        ListId::Certificate => {
            (words::certificate_title(lang), words::certificate_purpose(lang), words::certificate_universe(lang))
        }
    };
    let n = whole(list.not_known);
    let not_known_words = match (list.not_known, id) {
        (0, _) => String::new(),
        (_, ListId::Krs) => words::krs_not_known(lang, n),
        (_, ListId::Cover) => words::cover_not_known(lang, n),
        (_, ListId::Certificate) => words::certificate_not_known(lang, n),
    };
    let from = rules.valid_from.map(|date| words::in_force(lang, number::date(lang, date)));
    let from = from.unwrap_or_else(|| words::date_unknown(lang).to_owned());
    let (edition, told) = match id {
        ListId::Krs => (rules.edition, words::edition(lang, rules.edition, from, rules.source.in_lang(lang))),
        _ => ("", words::plain_rule(lang).to_owned()),
    };
    let count = list.rows.len() as u32;
    TargetHead {
        list: id.key().to_owned(),
        title: title.to_owned(),
        purpose: purpose.to_owned(),
        count,
        helped: list.rows.iter().filter(|row| help_of(row, helped).is_some()).count() as u32,
        universe: list.universe,
        part: words::part(lang, whole(count), whole(list.universe), universe),
        share: percent(count, list.universe, lang),
        not_known: list.not_known,
        not_known_words,
        edition: edition.to_owned(),
        rules: told,
    }
}

fn by_rt(id: ListId, list: &TargetList<'_>, head: &TargetHead, at: Date, lang: Lang) -> Table {
    let note = Note { universe: head.part.clone(), at, source: head.rules.clone(), ..Note::default() };
    let mut table = Table::new(id.key(), format!("{}: {}", head.title, words::by_rt(lang)), note)
        .column(words::place(lang), Kind::Text)
        .column(words::listed(lang), Kind::Count)
        .column(words::universe_heading(lang), Kind::Count)
        .column(words::share(lang), Kind::Percent(1));
    let number = |text: &str| text.parse::<u32>().unwrap_or(u32::MAX);
    let mut parts: Vec<_> = list.parts.iter().collect();
    parts.order_by_key(|((dusun, rw, rt), _)| (*dusun, number(rw), number(rt), *rw, *rt));
    let cells = |label: String, listed: u32, universe: u32| {
        vec![Cell::text(label), Cell::Count(listed), Cell::Count(universe), Cell::share(listed, universe)]
    };
    for ((dusun, rw, rt), part) in parts {
        let area = Area { dusun: (*dusun).into(), rw: (*rw).into(), rt: (*rt).into() };
        table.push(RowKind::Body, cells(record_words::place(&area, lang), part.listed, part.universe));
    }
    table.push(RowKind::Total, cells(words::total(lang).to_owned(), head.count, list.universe));
    table
}

fn view(row: &Target<'_>, helped: &Helped<'_>, at: Date, lang: Lang) -> TargetRow {
    let family = row.family;
    let told = |remarks: bool| {
        let reasons = row.reasons.iter().filter(move |reason| reason.is_remark() == remarks);
        reasons.map(|reason| reason.words(lang)).collect()
    };
    let address = [family.address.text(), family.house_number.text()];
    TargetRow {
        family: family.id,
        person: row.person_id(),
        who: row.person.map_or_else(|| family.title(), |person| person.name.text()).to_owned(),
        line: row.person.map(|person| record_words::person_line(person, at, lang)).unwrap_or_default(),
        place: record_words::place(&family.area(), lang),
        address: address.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        why: told(false),
        remarks: told(true),
        helped: help_of(row, helped).map(HelpView::from),
    }
}
