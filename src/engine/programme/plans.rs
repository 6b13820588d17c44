//! Interventions: checked and kept with the figures at the start, followed up by the help that was noted, and laid out for
//! village planning.

use super::lists::title as list_title;
use crate::act::compose::{PAPER as LISTS, READY, compose, named};
use crate::act::programme::{self as plan, Change, FIELDS, PAPER, SOURCES, STATES, choice};
use crate::analyse::indicators::{Entry, Unit, catalogue, entry};
use crate::base::Date;
use crate::base::region::Area;
use crate::base::set_of;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{Lang, intervention as words, number};
use crate::present::workbook::{Cover, tables_workbook};
use crate::present::{Cell, Kind, Note, RowKind, Table};
use crate::register::{Paper, Register};

impl<P: Ports> Handle<ProgrammeChoices> for Engine<P> {
    async fn handle(&mut self, _: ProgrammeChoices) -> Result<ProgrammeForm, EngineError> {
        let lang = self.lang;
        let choices = |all: &[plan::Choice]| {
            all.iter().map(|(key, label)| ((*key).to_owned(), label(lang).to_owned())).collect::<Vec<_>>()
        };
        let kept =
            self.register.papers(LISTS).map(|paper| (paper.key.text().to_owned(), paper.title.text().to_owned()));
        let made = READY.iter().map(|ready| (ready.key.to_owned(), (ready.title)(lang).to_owned()));
        // A count has no before and after that could be told from growth.
        let shares = catalogue().filter(|entry| !entry.denominator.0.is_empty());
        Ok(ProgrammeForm {
            fields: choices(FIELDS),
            sources: choices(SOURCES),
            states: choices(STATES),
            lists: kept.chain(made).collect(),
            indicators: shares.map(|entry| (entry.id.to_owned(), entry.name.in_lang(lang).to_owned())).collect(),
        })
    }
}

impl<P: Ports> Engine<P> {
    /// The figures of indicators as they stand.
    fn standing(&mut self, programme: &Programme) -> Vec<Before> {
        let scope = self.scope(&LookAt::default());
        let counts = self.counts(&scope);
        plan::standing(programme, &counts, scope.at)
    }
}

impl<P: Ports> Handle<CheckProgramme> for Engine<P> {
    async fn handle(&mut self, request: CheckProgramme) -> Result<ReadyPaper, EngineError> {
        let (lang, mut programme) = (self.lang, request.programme);
        let title = request.title.trim().to_owned();
        let wrong = plan::check(&programme, &title, lang);
        if !wrong.is_empty() {
            return Ok(ReadyPaper { wrong, ..ReadyPaper::default() });
        }
        // What was kept at the start stays; an indicator that joins later begins now.
        let now = self.standing(&programme);
        programme.before.retain(|before| programme.indicators.contains(&before.indicator));
        for figure in now {
            if !programme.before.iter().any(|before| before.indicator == figure.indicator) {
                programme.before.push(figure);
            }
        }
        let body = serde_json::to_string(&programme).map_err(|_| EngineError::Dead)?;
        Ok(ReadyPaper { wrong, body, title })
    }
}

/// An intervention as its paper keeps it; nothing where it cannot be read.
fn read(paper: &Paper) -> Option<Programme> {
    serde_json::from_str(paper.body.text()).ok()
}

/// Families or persons that were helped by an intervention.
fn helped(register: &Register, key: &str) -> u32 {
    let helps = register.helps().filter(|help| help.list.text() == key);
    let who = set_of(helps.filter_map(|help| help.person.get().or(help.family.get())));
    who.len() as u32
}

fn reached(register: &Register, key: &str, programme: &Programme, lang: Lang) -> String {
    let n = number::whole(lang, helped(register, key).into());
    match programme.planned {
        0 => words::reached_only(lang, n),
        planned => words::reached(lang, n, number::whole(lang, planned.into())),
    }
}

impl<P: Ports> Handle<ListProgrammes> for Engine<P> {
    async fn handle(&mut self, _: ListProgrammes) -> Result<Vec<ProgrammeRow>, EngineError> {
        let lang = self.lang;
        let row = |paper: &Paper| {
            let (key, title) = (paper.key.text().to_owned(), paper.title.text().to_owned());
            let Some(programme) = read(paper) else {
                let line = words::damaged(lang).to_owned();
                return ProgrammeRow { key, title, line, damaged: true, ..ProgrammeRow::default() };
            };
            let state = choice(STATES, &programme.state, lang);
            let source = choice(SOURCES, &programme.source, lang);
            let cost = format!("Rp{}", number::whole(lang, programme.cost as i64));
            let reached = reached(&self.register, &key, &programme, lang);
            ProgrammeRow { key, title, line: [state, source, cost].join(" · "), reached, damaged: false }
        };
        Ok(self.register.papers(PAPER).map(row).collect())
    }
}

impl<P: Ports> Handle<GetProgramme> for Engine<P> {
    async fn handle(&mut self, request: GetProgramme) -> Result<Option<ProgrammeView>, EngineError> {
        let lang = self.lang;
        let Some(paper) = self.register.paper(PAPER, &request.key) else { return Ok(None) };
        let title = paper.title.text().to_owned();
        let programme = read(paper).ok_or_else(|| EngineError::File(words::damaged(lang).to_owned()))?;
        let on_list = match named(&self.register, &programme.list) {
            Some(list) => {
                let n = compose(&self.ground(), &list, &Area::default()).rows.len();
                words::on_list(lang, number::whole(lang, n as i64))
            }
            None => String::new(),
        };
        let reached = reached(&self.register, &request.key, &programme, lang);
        let now = self.standing(&programme);
        let pairs: Vec<(&Before, &Before)> = programme
            .before
            .iter()
            .filter_map(|before| Some((before, now.iter().find(|now| now.indicator == before.indicator)?)))
            .collect();
        let mut cautions = vec![words::caution(lang).to_owned()];
        if pairs.iter().any(|(before, now)| before.at == now.at) {
            cautions.push(words::same_day(lang).to_owned());
        }
        let outcome = if pairs.is_empty() { None } else { Some(outcome(&title, &pairs, lang)) };
        if outcome.is_none() {
            cautions = vec![words::no_before(lang).to_owned()];
        }
        Ok(Some(ProgrammeView { title, on_list, reached, outcome, cautions, programme }))
    }
}

fn value_words(entry: &Entry, figure: &Before, lang: Lang) -> String {
    let shown = |n: f64| number::decimal(lang, n, usize::from(n.fract() != 0.0));
    if figure.denominator <= 0.0 {
        return "–".to_owned();
    }
    let value = number::decimal(lang, figure.numerator * entry.factor / figure.denominator, 1);
    let value = if entry.unit == Unit::Percent { value + "%" } else { value };
    words::n_of(lang, value, shown(figure.numerator), shown(figure.denominator))
}

/// Indicators before and now, with what chance alone may do.
fn outcome(title: &str, pairs: &[(&Before, &Before)], lang: Lang) -> Table {
    let at = pairs.iter().map(|(_, now)| now.at).max().unwrap_or_default();
    let note = Note { at, ..Note::default() };
    let mut table = Table::new("sebelum-sesudah", format!("{title}: {}", words::before_after(lang)), note);
    for heading in [
        words::indicator(lang),
        words::before(lang),
        words::now(lang),
        words::change(lang),
        words::between(lang),
        words::reading(lang),
    ] {
        table = table.column(heading, Kind::Text);
    }
    for (before, now) in pairs {
        let Some(entry) = entry(&before.indicator) else { continue };
        let (change, interval) = plan::change(before, now);
        let ratio = |figure: &Before| figure.numerator * entry.factor / figure.denominator;
        let difference = ratio(now) - ratio(before);
        let sign = if difference >= 0.05 { "+" } else { "" };
        let points = words::points(lang, format!("{sign}{}", number::decimal(lang, difference, 1)));
        let between = interval.map(|(low, high)| {
            words::between_points(lang, number::decimal(lang, low, 1), number::decimal(lang, high, 1))
        });
        let reading = match change {
            Change::Clear => words::clear(lang),
            Change::MayBeChance => words::may_be_chance(lang),
            Change::Untold => words::untold(lang),
        };
        let cells = [
            entry.name.in_lang(lang).to_owned(),
            format!("{}, {}", value_words(entry, before, lang), number::date(lang, before.at)),
            format!("{}, {}", value_words(entry, now, lang), number::date(lang, now.at)),
            if difference.is_finite() { points } else { "–".to_owned() },
            between.unwrap_or_default(),
            reading.to_owned(),
        ];
        table.push(RowKind::Body, cells.into_iter().map(Cell::Text).collect());
    }
    table
}

impl<P: Ports> Handle<PlanningSheet> for Engine<P> {
    async fn handle(&mut self, _: PlanningSheet) -> Result<Table, EngineError> {
        let lang = self.lang;
        let note = Note {
            universe: words::all_plans(lang).to_owned(),
            at: self.today(),
            remark: words::sheet_remark(lang).to_owned(),
            ..Note::default()
        };
        let mut table = Table::new("lembar-usulan", words::sheet(lang), note).column(words::number(lang), Kind::Text);
        for heading in [
            words::what(lang),
            words::place(lang),
            words::volume(lang),
            words::time(lang),
            words::cost_short(lang),
            words::source(lang),
            words::who(lang),
            words::ground(lang),
        ] {
            let kind = if heading == words::cost_short(lang) { Kind::Decimal } else { Kind::Text };
            table = table.column(heading, kind);
        }
        let plans: Vec<(String, Programme)> = self
            .register
            .papers(PAPER)
            .filter_map(|paper| Some((paper.title.text().to_owned(), read(paper)?)))
            .filter(|(_, programme)| programme.state != "batal")
            .collect();
        let (mut n, mut sum) = (0u32, 0u64);
        for (field, label) in FIELDS {
            let of_field: Vec<_> = plans.iter().filter(|(_, programme)| programme.field == *field).collect();
            if of_field.is_empty() {
                continue;
            }
            let mut heading = vec![Cell::Empty; 9];
            heading[0] = Cell::text(label(lang));
            table.push(RowKind::Group, heading);
            for (title, programme) in of_field {
                n += 1;
                sum += programme.cost;
                table.push(RowKind::Body, self.sheet_row(n, title, programme));
            }
        }
        let mut total = vec![Cell::Empty; 9];
        total[0] = Cell::text(words::total(lang));
        total[5] = Cell::Number(sum as f64, 0);
        table.push(RowKind::Total, total);
        Ok(table)
    }
}

impl<P: Ports> Engine<P> {
    fn sheet_row(&self, n: u32, title: &str, programme: &Programme) -> Vec<Cell> {
        let lang = self.lang;
        let day = |date: Option<Date>| date.map(|date| number::date(lang, date));
        let time: Vec<String> = [day(programme.from), day(programme.until)].into_iter().flatten().collect();
        let volume = match programme.planned {
            0 => String::new(),
            planned => number::whole(lang, planned.into()),
        };
        // The ground: how many are on the list, and the indicators at the start; never a name.
        let mut ground = Vec::new();
        if let Some(list) = named(&self.register, &programme.list) {
            let n = compose(&self.ground(), &list, &Area::default()).rows.len();
            let title = list_title(&self.register, &programme.list, lang);
            ground.push(words::list_ground(lang, title, number::whole(lang, n as i64)));
        }
        ground.extend(programme.before.iter().filter_map(|before| {
            let entry = entry(&before.indicator)?;
            Some(words::list_ground(lang, entry.name.in_lang(lang), value_words(entry, before, lang)))
        }));
        vec![
            Cell::text(n.to_string()),
            Cell::text(format!("{title}: {}", programme.activity)),
            Cell::text(programme.place.as_str()),
            Cell::text(volume),
            Cell::text(time.join(" – ")),
            Cell::Number(programme.cost as f64, 0),
            Cell::text(choice(SOURCES, &programme.source, lang)),
            Cell::text(programme.who.as_str()),
            Cell::text(ground.join("; ")),
        ]
    }
}

impl<P: Ports> Handle<PlanningWorkbook> for Engine<P> {
    async fn handle(&mut self, _: PlanningWorkbook) -> Result<FileReply, EngineError> {
        let table = Handle::<PlanningSheet>::handle(self, PlanningSheet).await?;
        let lines = vec![self.register.profile.village_title(), table.note.remark.clone()];
        let cover = Cover { title: table.title.clone(), lines, at: table.note.at };
        let bytes = tables_workbook(self.lang, &cover, &[table]);
        self.give_workbook(words::sheet_file(self.lang), bytes)
    }
}
