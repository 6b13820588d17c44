//! What leaves: lists by name, after their purpose was noted and to those who may; counts for everybody, never by name.

use crate::act::output::{Output, PAPER, check, may_leave};
use crate::act::{ListId, output};
use crate::analyse::disclosure::{Counted, suppress};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::{Keys, Ports, Store, Table as StoreTable};
use crate::engine::protocol::*;
use crate::engine::stored::Meta;
use crate::lang::{act as list_words, number, output as words};
use crate::present::workbook::{Cover, WorkbookError, tables_workbook};
use crate::present::{Cell, Kind, Note, RowKind, Table};

/// Counts from 1 to below this are hidden from everybody, as in tables of one's own choice.
const HIDE_BELOW: u32 = 5;
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl<P: Ports> Engine<P> {
    /// Whether who uses the device now may have lists leave by name. The engine may have been told of another person since
    /// the study has read its own memory.
    pub(super) async fn may_leave(&self) -> bool {
        may_leave(self.role_now().await)
    }

    /// The role of who uses the device now.
    pub(super) async fn role_now(&self) -> Role {
        let rows = self.ports.store().read(StoreTable::Meta, Keys::All).await.unwrap_or_default();
        let meta = rows.into_iter().find(|(key, _)| *key == 0);
        let meta: Option<Meta> = meta.and_then(|(_, bytes)| crate::engine::codec::decode(&bytes));
        meta.map_or(self.meta.actor.role, |meta| meta.actor.role)
    }

    pub(super) fn give_workbook(
        &mut self,
        name: &str,
        bytes: Result<Vec<u8>, WorkbookError>,
    ) -> Result<FileReply, EngineError> {
        let failed = |_| EngineError::File(crate::lang::analyse::workbook_failed(self.lang).to_owned());
        self.outbox = Some(bytes.map_err(failed)?);
        Ok(FileReply { name: format!("{name}-{}.xlsx", self.today()), media_type: XLSX.to_owned() })
    }

    /// A target list of any sort.
    pub(super) async fn any_list(
        &mut self,
        list: String,
        area: crate::base::region::Area,
        limit: u32,
    ) -> Result<TargetPage, EngineError> {
        match ListId::of_key(&list) {
            Some(_) => Handle::<GetTarget>::handle(self, GetTarget { list, area, from: 0, limit }).await,
            None => Handle::<GetComposed>::handle(self, GetComposed { list, area, from: 0, limit }).await,
        }
    }
}

impl<P: Ports> Handle<CheckOutput> for Engine<P> {
    async fn handle(&mut self, request: CheckOutput) -> Result<ReadyPaper, EngineError> {
        let (lang, mut output) = (self.lang, request.output);
        output.purpose = output.purpose.trim().to_owned();
        let mut checked = ReadyPaper { wrong: check(&output, lang), ..ReadyPaper::default() };
        if !self.may_leave().await {
            checked.wrong = vec![words::role_needed(lang).to_owned()];
        }
        if checked.wrong.is_empty() {
            let page = self.any_list(output.list.clone(), Default::default(), 0).await?;
            output.rows = page.head.count;
            checked.title = page.head.title;
            checked.body = serde_json::to_string(&output).map_err(|_| EngineError::Dead)?;
        }
        Ok(checked)
    }
}

impl<P: Ports> Handle<GiveList> for Engine<P> {
    async fn handle(&mut self, request: GiveList) -> Result<FileReply, EngineError> {
        let lang = self.lang;
        if !self.may_leave().await {
            return Err(EngineError::File(words::role_needed(lang).to_owned()));
        }
        let today = self.today();
        let noted = self.register.paper(PAPER, &request.note).filter(|paper| paper.on.is(today));
        let noted: Option<Output> = noted.and_then(|paper| serde_json::from_str(paper.body.text()).ok());
        let output = noted.ok_or_else(|| EngineError::File(words::not_noted(lang).to_owned()))?;
        let page = self.any_list(output.list.clone(), request.area, u32::MAX).await?;
        let table = names(&page, &output, lang);
        let name = format!("{}-dengan-nama", page.head.list);
        if output.form == "csv" {
            self.outbox = Some(table.to_csv().into_bytes());
            return Ok(FileReply { name: format!("{name}-{today}.csv"), media_type: "text/csv".to_owned() });
        }
        let lines = vec![words::for_purpose(lang, &output.purpose), page.head.purpose.clone()];
        let cover = Cover { title: page.head.title.clone(), lines, at: page.at };
        let bytes = tables_workbook(lang, &cover, &[table]);
        self.give_workbook(&name, bytes)
    }
}

/// The rows with their reasons.
fn names(page: &TargetPage, output: &Output, lang: crate::lang::Lang) -> Table {
    let note = Note {
        universe: page.head.part.clone(),
        at: page.at,
        source: page.head.rules.clone(),
        remark: words::for_purpose(lang, &output.purpose),
        ..Note::default()
    };
    let mut table = Table::new(&page.head.list, page.head.title.clone(), note);
    for heading in [
        words::order(lang),
        words::name(lang),
        words::about(lang),
        words::place(lang),
        words::address(lang),
        words::why(lang),
        words::helped(lang),
    ] {
        table = table.column(heading, Kind::Text);
    }
    for (at, row) in page.rows.iter().enumerate() {
        let helped = row.helped.as_ref().map(|help| number::date(lang, help.on)).unwrap_or_default();
        let why = row.why.iter().chain(&row.remarks).cloned().collect::<Vec<_>>().join("; ");
        let order = (at + 1).to_string();
        let cells = [&order, &row.who, &row.line, &row.place, &row.address, &why, &helped];
        table.push(RowKind::Body, cells.into_iter().map(|text| Cell::text(text.as_str())).collect());
    }
    table
}

impl<P: Ports> Handle<PublicCounts> for Engine<P> {
    async fn handle(&mut self, request: PublicCounts) -> Result<FileReply, EngineError> {
        let (lang, page) = (self.lang, self.any_list(request.list, Default::default(), 0).await?);
        let table = for_everybody(&page, lang);
        let cover = Cover { title: table.title.clone(), lines: vec![table.note.remark.clone()], at: page.at };
        let bytes = tables_workbook(lang, &cover, &[table]);
        self.give_workbook(&format!("{}-untuk-umum", page.head.list), bytes)
    }
}

/// Counts by RT: listed and not listed make a table of two columns, guarded as one.
fn for_everybody(page: &TargetPage, lang: crate::lang::Lang) -> Table {
    let count = |cell: Option<&Cell>| match cell {
        Some(Cell::Count(n)) => *n,
        _ => 0,
    };
    let body: Vec<_> = page.by_rt.rows.iter().filter(|row| row.kind == RowKind::Body).collect();
    let pair = |row: &&crate::present::Row| {
        let (listed, of) = (count(row.cells.get(1)), count(row.cells.get(2)));
        [listed, of.saturating_sub(listed)]
    };
    let cells: Vec<u32> = body.iter().flat_map(pair).collect();
    let hidden = suppress(&Counted { columns: 2, cells: &cells }, HIDE_BELOW);
    let shown = |n: u32, hide: bool| if hide { Cell::text("*") } else { Cell::Count(n) };
    let note = Note {
        universe: page.head.part.clone(),
        at: page.at,
        source: page.head.rules.clone(),
        remark: words::public_text(lang, HIDE_BELOW - 1),
        ..Note::default()
    };
    // The note counts those who are listed too: it is left out where that sum is hidden.
    let note = if hidden.columns[0] || hidden.total { Note { universe: String::new(), ..note } } else { note };
    let mut table = Table::new(&page.head.list, format!("{}: {}", page.head.title, list_words::by_rt(lang)), note)
        .column(list_words::place(lang), Kind::Text)
        .column(list_words::listed(lang), Kind::Count)
        .column(list_words::universe_heading(lang), Kind::Count);
    for (at, row) in body.iter().enumerate() {
        let label = row.cells.first().cloned().unwrap_or_default();
        let of = cells[at * 2] + cells[at * 2 + 1];
        let listed = shown(cells[at * 2], hidden.cells[at * 2]);
        table.push(RowKind::Body, vec![label, listed, shown(of, hidden.rows[at])]);
    }
    let sum: u32 = cells.iter().sum();
    let listed = shown(cells.iter().step_by(2).sum(), hidden.columns[0]);
    table.push(RowKind::Total, vec![Cell::text(list_words::total(lang)), listed, shown(sum, hidden.total)]);
    table
}

impl<P: Ports> Handle<OutputLog> for Engine<P> {
    async fn handle(&mut self, _: OutputLog) -> Result<Table, EngineError> {
        let lang = self.lang;
        let mut table = Table::new("keluaran", words::log(lang), Note::default());
        for heading in
            [words::date(lang), words::list(lang), words::purpose(lang), words::ground(lang), words::form(lang)]
        {
            table = table.column(heading, Kind::Text);
        }
        table = table.column(words::rows(lang), Kind::Count);
        let mut papers: Vec<_> = self.register.papers(PAPER).collect();
        papers.reverse();
        for paper in papers {
            let Ok(output) = serde_json::from_str::<Output>(paper.body.text()) else { continue };
            let label = |choices: &[(&str, fn(crate::lang::Lang) -> &'static str)], key: &str| {
                Cell::text(choices.iter().find(|(known, _)| *known == key).map_or(key, |(_, label)| label(lang)))
            };
            let on = paper.on.get().map(|on| number::date(lang, on)).unwrap_or_default();
            let cells = vec![
                Cell::text(on),
                Cell::text(paper.title.text()),
                Cell::text(output.purpose.as_str()),
                label(output::GROUNDS, &output.ground),
                label(output::FORMS, &output.form),
                Cell::Count(output.rows),
            ];
            table.push(RowKind::Body, cells);
        }
        Ok(table)
    }
}
