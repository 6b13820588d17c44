//! Composed lists: what can be asked, what a composition counts, and the list that comes of it.

use crate::act::compose::{
    Composed, Ground, Listed, PAPER, PROGRAMME, READY, Subject, Topic, check, compose, condition_words, named, ready,
    reason_words, sentence, topics,
};
use crate::base::region::Area;
use crate::engine::act::{helped, last_help, percent};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::engine::words as record_words;
use crate::lang::{Lang, act as list_words, number, programme as words};
use crate::present::{Cell, Kind, Note, RowKind, Table};
use crate::register::Register;
use crate::register::command::CommandError;

impl<P: Ports> Handle<ConditionTopics> for Engine<P> {
    async fn handle(&mut self, _: ConditionTopics) -> Result<Vec<TopicView>, EngineError> {
        let lang = self.lang;
        let view = |topic: Topic| TopicView {
            id: topic.id().to_owned(),
            label: topic.label(lang).to_owned(),
            of_person: topic.of_person(),
            is_number: topic.is_number(),
            answers: topic.answers(lang).iter().map(|row| (row.key.to_owned(), row.label.to_owned())).collect(),
        };
        Ok(topics().map(view).collect())
    }
}

impl<P: Ports> Handle<ListComposed> for Engine<P> {
    async fn handle(&mut self, request: ListComposed) -> Result<Vec<ComposedHead>, EngineError> {
        let (lang, ground) = (self.lang, self.ground());
        let head = |key: &str, title: &str, kept: bool| {
            let mut head =
                ComposedHead { key: key.to_owned(), title: title.to_owned(), kept, ..ComposedHead::default() };
            match named(&self.register, key).filter(|composition| check(composition, lang).is_empty()) {
                Some(composition) => {
                    let composed = compose(&ground, &composition, &request.area);
                    head.sentence = sentence(&composition, lang);
                    head.count = composed.rows.len() as u32;
                    head.part = part(&composed, &composition, lang);
                }
                None => {
                    head.damaged = true;
                    head.sentence = words::damaged_list(lang).to_owned();
                }
            }
            head
        };
        let kept = self.register.papers(PAPER).map(|paper| head(paper.key.text(), paper.title.text(), true));
        let standing = |key: &str| self.register.paper(PAPER, key).is_some();
        let made = READY.iter().filter(|ready| !standing(ready.key));
        Ok(kept.chain(made.map(|ready| head(ready.key, (ready.title)(lang), false))).collect())
    }
}

impl<P: Ports> Handle<GetComposition> for Engine<P> {
    async fn handle(&mut self, request: GetComposition) -> Result<Option<KeptComposition>, EngineError> {
        let composition = named(&self.register, &request.key);
        Ok(composition.map(|composition| KeptComposition {
            title: title(&self.register, &request.key, self.lang),
            kept: self.register.paper(PAPER, &request.key).is_some(),
            composition,
        }))
    }
}

impl<P: Ports> Handle<Compose> for Engine<P> {
    async fn handle(&mut self, request: Compose) -> Result<ComposedPage, EngineError> {
        let Compose { composition, area, from, limit } = request;
        let (lang, ground) = (self.lang, self.ground());
        let of_member = !composition.of_persons;
        let written = |condition: &Condition| condition_words(condition, of_member, lang);
        let mut page = ComposedPage {
            at: ground.at,
            sentence: sentence(&composition, lang),
            wrong: check(&composition, lang),
            weights: composition.weights.iter().map(|weight| written(&weight.condition)).collect(),
            ..ComposedPage::default()
        };
        let plain = |group: &Group| StepView {
            conditions: group.any.iter().map(|condition| (written(condition), String::new())).collect(),
            left: String::new(),
        };
        page.steps = composition.groups.iter().map(plain).collect();
        if !page.wrong.is_empty() {
            return Ok(page);
        }
        let composed = compose(&ground, &composition, &area);
        let whole = |n: u32| number::whole(lang, n.into());
        for (view, step) in page.steps.iter_mut().zip(&composed.steps) {
            view.left = match step.not_known {
                0 => words::left(lang, whole(step.left)),
                unknown => words::left_unknown(lang, whole(step.left), whole(unknown)),
            };
            for ((_, alone), n) in view.conditions.iter_mut().zip(&step.alone) {
                *alone = words::alone(lang, whole(*n));
            }
        }
        page.body = serde_json::to_string(&composition).map_err(|_| EngineError::Dead)?;
        page.count = composed.rows.len() as u32;
        page.part = part(&composed, &composition, lang);
        page.not_known = unknown_words(&composed, &composition, lang);
        let rows = composed.rows.iter().skip(from as usize).take(limit as usize);
        page.rows = rows.map(|row| row_view(&ground, &composition, row, lang)).collect();
        Ok(page)
    }
}

impl<P: Ports> Handle<GetComposed> for Engine<P> {
    async fn handle(&mut self, request: GetComposed) -> Result<TargetPage, EngineError> {
        let (lang, today) = (self.lang, self.today());
        let composition = named(&self.register, &request.list).ok_or(CommandError::NoSuchRecord)?;
        if !check(&composition, lang).is_empty() {
            return Err(EngineError::File(words::damaged_list(lang).to_owned()));
        }
        let ground = self.ground();
        let composed = compose(&ground, &composition, &request.area);
        let given = helped(&self.register, &request.list, composition.of_persons);
        let n_helped = composed
            .rows
            .iter()
            .filter(|row| last_help(row.family.id, row.person.map(|person| person.id), &given).is_some());
        let count = composed.rows.len() as u32;
        let head = TargetHead {
            title: title(&self.register, &request.list, lang),
            purpose: match ready(&request.list) {
                Some(ready) => format!("{} {}", (ready.purpose)(lang), words::use_with_care(lang)),
                None => words::use_with_care(lang).to_owned(),
            },
            count,
            helped: n_helped.count() as u32,
            universe: composed.universe,
            part: words::part_of(lang, number::whole(lang, count.into()), universe(&composed, &composition, lang)),
            share: percent(count, composed.universe, lang),
            not_known: composed.not_known,
            not_known_words: unknown_words(&composed, &composition, lang),
            edition: String::new(),
            rules: sentence(&composition, lang),
            list: request.list,
        };
        let rows = composed.rows.iter().enumerate().skip(request.from as usize).take(request.limit as usize);
        let rows = rows.map(|(at, row)| {
            let person = row.person.map(|person| person.id);
            let given = last_help(row.family.id, person, &given);
            target_row(&ground, &composition, &composed, (at, row), given, lang)
        });
        Ok(TargetPage {
            by_rt: by_rt(&composed, &head, ground.at, lang),
            at: ground.at,
            today,
            rows: rows.collect(),
            head,
        })
    }
}

/// Title of a list that was kept, or ready-made.
pub(super) fn title(register: &Register, key: &str, lang: Lang) -> String {
    if let Some(paper) = register.paper(PROGRAMME, key) {
        return paper.title.text().to_owned();
    }
    match (register.paper(PAPER, key), ready(key)) {
        (Some(paper), _) => paper.title.text().to_owned(),
        (None, Some(ready)) => (ready.title)(lang).to_owned(),
        (None, None) => key.to_owned(),
    }
}

/// The universe in words, with its number.
fn universe(composed: &Composed, composition: &Composition, lang: Lang) -> String {
    let n = number::whole(lang, composed.universe.into());
    if composition.of_persons { words::of_persons(lang, n) } else { words::of_families(lang, n) }
}

fn part(composed: &Composed, composition: &Composition, lang: Lang) -> String {
    let count = composed.rows.len() as u32;
    let share = percent(count, composed.universe, lang);
    let n = number::whole(lang, count.into());
    words::part_share(lang, n, universe(composed, composition, lang), share)
}

fn unknown_words(composed: &Composed, composition: &Composition, lang: Lang) -> String {
    let n = number::whole(lang, composed.not_known.into());
    match (composed.not_known, composition.of_persons) {
        (0, _) => String::new(),
        (_, true) => words::persons_unknown(lang, n),
        (_, false) => words::families_unknown(lang, n),
    }
}

/// What the points are for.
fn why_here(composition: &Composition, row: &Listed, lang: Lang) -> String {
    let written = |(at, weight): (usize, &Weight)| {
        let what = condition_words(&weight.condition, !composition.of_persons, lang);
        match (row.held >> at & 1, row.not_known >> at & 1) {
            (1, _) => Some(format!("+{} {what}", weight.points)),
            (_, 1) => Some(words::not_counted(lang, what)),
            _ => None,
        }
    };
    composition.weights.iter().enumerate().filter_map(written).collect::<Vec<_>>().join("; ")
}

fn row_view(ground: &Ground, composition: &Composition, row: &Listed, lang: Lang) -> ComposedRow {
    let why = reason_words(ground, composition, &Subject { family: row.family, person: row.person }, lang);
    let place = record_words::place(&row.family.area(), lang);
    ComposedRow {
        family: row.family.id,
        who: row.person.map_or_else(|| row.family.title(), |person| person.name.text()).to_owned(),
        line: std::iter::once(place).chain(why).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        points: row.points,
        why_here: why_here(composition, row, lang),
    }
}

/// A row as a card: why it is listed, and why it stands where it stands.
fn target_row(
    ground: &Ground,
    composition: &Composition,
    composed: &Composed,
    (at, row): (usize, &Listed),
    given: Option<&crate::register::Help>,
    lang: Lang,
) -> TargetRow {
    let family = row.family;
    let mut remarks = Vec::new();
    if !composition.weights.is_empty() {
        let same = composed.rows.iter().filter(|other| other.points == row.points).count();
        let rank = composed.rows.iter().take(at).filter(|other| other.points > row.points).count() + 1;
        let why = why_here(composition, row, lang);
        remarks.push(match same {
            1 => words::rank(lang, rank, row.points),
            same => words::rank_shared(lang, rank, row.points, same),
        });
        remarks.extend((!why.is_empty()).then_some(why));
    }
    let address = [family.address.text(), family.house_number.text()];
    TargetRow {
        family: family.id,
        person: row.person.map(|person| person.id),
        who: row.person.map_or_else(|| family.title(), |person| person.name.text()).to_owned(),
        line: row.person.map(|person| record_words::person_line(person, ground.at, lang)).unwrap_or_default(),
        place: record_words::place(&family.area(), lang),
        address: address.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        why: reason_words(ground, composition, &Subject { family, person: row.person }, lang),
        remarks,
        helped: given.map(HelpView::from),
    }
}

fn by_rt(composed: &Composed, head: &TargetHead, at: crate::base::Date, lang: Lang) -> Table {
    let note = Note { universe: head.part.clone(), at, source: head.rules.clone(), ..Note::default() };
    let mut table = Table::new(&head.list, format!("{}: {}", head.title, list_words::by_rt(lang)), note)
        .column(list_words::place(lang), Kind::Text)
        .column(list_words::listed(lang), Kind::Count)
        .column(list_words::universe_heading(lang), Kind::Count)
        .column(list_words::share(lang), Kind::Percent(1));
    let cells = |label: String, listed: u32, universe: u32| {
        vec![Cell::text(label), Cell::Count(listed), Cell::Count(universe), Cell::share(listed, universe)]
    };
    for (area, universe, listed) in &composed.areas {
        let area: &Area = area;
        table.push(RowKind::Body, cells(record_words::place(area, lang), *listed, *universe));
    }
    table.push(RowKind::Total, cells(list_words::total(lang).to_owned(), head.count, composed.universe));
    table
}
