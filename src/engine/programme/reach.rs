//! A receivers' file beside a target list. The file is read, kept while the page is open, and never stored.

use super::lists::title;
use crate::act::compose::{Composition, Subject, check, named};
use crate::act::receivers::{Comparison, Receiver, Unmatched, compare};
use crate::engine::act::percent;
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::engine::words as record_words;
use crate::import::cell_text::{DateCell, Digits, read_date_cell, read_digits};
use crate::import::mapping::{self, Remembered};
use crate::import::{Reading, Table as Sheet};
use crate::lang::{Lang, number, output as output_words, reach as words};
use crate::present::workbook::{Cover, tables_workbook};
use crate::present::{Cell, Kind, Note, RowKind, Table};
use crate::register::command::CommandError;

/// Headings named in a refusal at most.
const HEADINGS: usize = 12;

/// The receivers that were read.
pub(crate) struct OpenReceiversFile {
    rows: Vec<Receiver>,
    /// Rows tell persons, not families alone.
    of_persons: bool,
}

impl<P: Ports> Handle<OpenReceivers> for Engine<P> {
    async fn handle(&mut self, request: OpenReceivers) -> Result<ReceiversFile, EngineError> {
        let lang = self.lang;
        self.receivers = None;
        let bytes = self.inbox.take().ok_or(EngineError::File(words::no_file(lang).to_owned()))?;
        let sheet = Reading::start(bytes, None)
            .and_then(Reading::finish)
            .map_err(|error| EngineError::File(error.message(lang)))?;
        let (rows, keys, of_persons) = read(&sheet, self.today(), lang)?;
        let n = rows.len() as u32;
        self.receivers = Some(OpenReceiversFile { rows, of_persons });
        let line = words::read(lang, &request.name, number::whole(lang, n.into()), keys.join(", "));
        Ok(ReceiversFile { line, rows: n })
    }
}

type ReadRows = (Vec<Receiver>, Vec<&'static str>, bool);

fn read(sheet: &Sheet, today: crate::base::Date, lang: Lang) -> Result<ReadRows, EngineError> {
    let (mapping, _) = mapping::suggest(sheet, &Remembered::default());
    let column = |key: &str| mapping.column_of(key);
    let (nik, kk, name, born) = (column("nik"), column("no_kk"), column("nama"), column("tanggal_lahir"));
    let by_name = name.is_some() && born.is_some();
    if nik.is_none() && kk.is_none() && !by_name {
        let headings: Vec<&str> =
            sheet.headings.iter().map(String::as_str).filter(|heading| !heading.is_empty()).take(HEADINGS).collect();
        return Err(EngineError::File(words::no_key(lang, headings.join(", "))));
    }
    let rows: Vec<Receiver> = sheet
        .rows
        .iter()
        .map(|row| {
            let digits = |column: Option<usize>| match read_digits(row.cell(column?)) {
                Digits::Text(digits) => Some(digits),
                _ => None,
            };
            let date = |column: usize| match read_date_cell(row.cell(column), mapping.date_order, today) {
                DateCell::Date(date) if date.is_full() => Some(date),
                _ => None,
            };
            Receiver {
                row: row.number,
                nik: digits(nik),
                kk: digits(kk),
                name: name.map_or(String::new(), |column| row.cell(column).as_text().trim().to_owned()),
                born: born.and_then(date),
            }
        })
        .collect();
    let person = |row: &Receiver| row.nik.is_some() || (row.born.is_some() && !row.name.is_empty());
    if !rows.iter().any(|row| person(row) || row.kk.is_some()) {
        return Err(EngineError::File(words::no_key_filled(lang).to_owned()));
    }
    let keys = [(nik.is_some(), words::nik(lang)), (kk.is_some(), words::kk(lang)), (by_name, words::name_born(lang))];
    let keys = keys.into_iter().filter(|(there, _)| *there).map(|(_, words)| words).collect();
    let of_persons = rows.iter().any(person);
    Ok((rows, keys, of_persons))
}

impl<P: Ports> Engine<P> {
    /// The list to compare with, and the receivers.
    fn compared(&self, list: &str) -> Result<(Composition, &OpenReceiversFile), EngineError> {
        let lang = self.lang;
        let composition = named(&self.register, list).ok_or(CommandError::NoSuchRecord)?;
        if !check(&composition, lang).is_empty() {
            return Err(EngineError::File(crate::lang::programme::damaged_list(lang).to_owned()));
        }
        let file = self.receivers.as_ref().ok_or_else(|| EngineError::File(words::no_file(lang).to_owned()))?;
        if composition.of_persons && !file.of_persons {
            return Err(EngineError::File(words::only_kk(lang).to_owned()));
        }
        Ok((composition, file))
    }
}

impl<P: Ports> Handle<CompareReceivers> for Engine<P> {
    async fn handle(&mut self, request: CompareReceivers) -> Result<ReachView, EngineError> {
        let by_name = self.may_leave().await;
        let (lang, (composition, file)) = (self.lang, self.compared(&request.list)?);
        let ground = self.ground();
        let found = compare(&ground, &composition, &request.area, &file.rows);
        let name = title(&self.register, &request.list, lang);
        Ok(ReachView {
            table: table(&found, &name, ground.at, lang),
            lines: lines(&found, file.rows.len() as u32, lang),
            missed: found.missed.len() as u32,
            without_need: found.without_need.len() as u32,
            unmatched: found.unmatched.len() as u32,
            by_name,
        })
    }
}

impl<P: Ports> Handle<ListReach> for Engine<P> {
    async fn handle(&mut self, request: ListReach) -> Result<ReachPage, EngineError> {
        let lang = self.lang;
        if !self.may_leave().await {
            return Err(EngineError::File(output_words::role_needed(lang).to_owned()));
        }
        let (composition, file) = self.compared(&request.list)?;
        let ground = self.ground();
        let found = compare(&ground, &composition, &request.area, &file.rows);
        let page = |all: &[Subject]| {
            let rows = all.iter().skip(request.from as usize).take(request.limit as usize);
            let row = |who: &Subject| {
                let name = who.person.map_or_else(|| who.family.title(), |person| person.name.text());
                let place = record_words::place(&who.family.area(), lang);
                let line = who.person.map(|person| record_words::person_line(person, ground.at, lang));
                let line: Vec<String> = line.into_iter().chain([place]).filter(|part| !part.is_empty()).collect();
                (Some(who.family.id), name.to_owned(), line.join(" · "))
            };
            ReachPage { total: all.len() as u32, rows: rows.map(row).collect() }
        };
        Ok(match request.part {
            ReachPart::Missed => page(&found.missed),
            ReachPart::WithoutNeed => page(&found.without_need),
            ReachPart::Unmatched => {
                let rows = found.unmatched.iter().skip(request.from as usize).take(request.limit as usize);
                let row = |(row, why): &(Receiver, Unmatched)| {
                    let name = if row.name.is_empty() { words::row(lang, row.row) } else { row.name.clone() };
                    (None, name, format!("{} · {}", words::row(lang, row.row), why_words(*why, lang)))
                };
                ReachPage { total: found.unmatched.len() as u32, rows: rows.map(row).collect() }
            }
        })
    }
}

impl<P: Ports> Handle<ReachWorkbook> for Engine<P> {
    async fn handle(&mut self, request: ReachWorkbook) -> Result<FileReply, EngineError> {
        let view = Handle::<CompareReceivers>::handle(self, request.compare).await?;
        let cover = Cover { title: view.table.title.clone(), lines: view.lines, at: view.table.note.at };
        let bytes = tables_workbook(self.lang, &cover, &[view.table]);
        self.give_workbook("sasaran-dan-penerima", bytes)
    }
}

fn why_words(why: Unmatched, lang: Lang) -> &'static str {
    match why {
        Unmatched::NoKey => words::why_no_key(lang),
        Unmatched::Nobody => words::why_nobody(lang),
        Unmatched::Several => words::why_several(lang),
        Unmatched::FamilyOnly => words::why_family(lang),
        Unmatched::Elsewhere => words::why_elsewhere(lang),
    }
}

fn lines(found: &Comparison, n_rows: u32, lang: Lang) -> Vec<String> {
    let whole = |n: u32| number::whole(lang, n.into());
    let reach = found.reach;
    let (need, reached) = (reach.need(), reach.reached());
    let mut lines = vec![
        words::missed_rate(lang, percent(reach.need_missed, need, lang), whole(reach.need_missed), whole(need)),
        words::leak_rate(lang, percent(reach.other_reached, reached, lang), whole(reach.other_reached), whole(reached)),
        words::matched(lang, whole(found.matched), whole(n_rows), whole(found.twice)),
    ];
    let unmatched = found.unmatched.len() as u32;
    lines.extend((unmatched > 0).then(|| words::unmatched_n(lang, whole(unmatched), whole(n_rows))));
    lines.extend((reach.unknown_reached > 0).then(|| words::unknown_n(lang, whole(reach.unknown_reached))));
    lines
}

fn table(found: &Comparison, name: &str, at: crate::base::Date, lang: Lang) -> Table {
    let r = found.reach;
    let all = r.need() + r.other_reached + r.other_not + r.unknown_reached + r.unknown_not;
    let universe = words::universe(lang, number::whole(lang, all.into()));
    let note = Note { universe, at, remark: words::remark(lang).to_owned(), ..Note::default() };
    let mut table = Table::new("sasaran-dan-penerima", words::table(lang, name), note)
        .column(words::meant(lang), Kind::Text)
        .column(words::reached(lang), Kind::Count)
        .column(words::not_reached(lang), Kind::Count)
        .column(words::total(lang), Kind::Count);
    let rows = [
        (RowKind::Body, words::need(lang), r.need_reached, r.need_missed),
        (RowKind::Body, words::no_need(lang), r.other_reached, r.other_not),
        (RowKind::Body, words::unknown(lang), r.unknown_reached, r.unknown_not),
        (
            RowKind::Total,
            words::total(lang),
            r.reached() + r.unknown_reached,
            r.need_missed + r.other_not + r.unknown_not,
        ),
    ];
    for (kind, label, reached, not) in rows {
        table.push(kind, vec![Cell::text(label), Cell::Count(reached), Cell::Count(not), Cell::Count(reached + not)]);
    }
    table
}
