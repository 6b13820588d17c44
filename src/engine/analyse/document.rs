//! Documents for the page: the register's figures meet what a person edited.

use super::Look;
use crate::analyse::facilities::{self, Holds, VillageForm};
use crate::engine::core::{Engine, Handle};
use crate::engine::error::EngineError;
use crate::engine::ports::Ports;
use crate::engine::protocol::*;
use crate::lang::{analyse as words, document as own, document_page as page, number};
use crate::present::document::{Block, Body, Document, Source, laid, make};
use crate::present::workbook::{Cover, tables_workbook};
use crate::present::{Cell, Note, RowKind, Table};

impl Look<'_> {
    pub(super) fn source(&self, public: bool, potential: &Potential) -> Source<'_> {
        Source {
            counts: &self.counts,
            columns: self.columns,
            scope: &self.scope,
            profile: self.profile,
            lang: self.lang,
            public,
            note: Note { universe: String::new(), ..self.note("") },
            place: self.place(),
            facilities: potential.rows.clone(),
            facilities_year: potential.year,
        }
    }

    fn document(&self, edits: &Edits, potential: &Potential) -> Document {
        let mut document = make(&self.source(!edits.office, potential), edits.kind());
        let hidden = std::cell::OnceCell::new();
        let draw = |name: &str, id: &str| {
            let (_, kept) = potential.tables.iter().find(|(key, _)| key == name)?;
            let hidden = hidden.get_or_init(|| self.hidden_together(&potential.tables));
            self.kept_picture((name, kept), hidden, "", id, PAGE_WIDTH)
        };
        edits.apply(&mut document, self.lang, &draw);
        if potential.damaged {
            document.warnings.push(own::facilities_damaged(self.lang).to_owned());
        }
        document
    }

    fn document_view(&self, edits: &Edits, potential: &Potential) -> DocumentView {
        let Document { title, at, blocks, figures, warnings } = self.document(edits, potential);
        let view = |block: &Block| BlockView {
            id: block.id.clone(),
            kind: kind(&block.body),
            label: self.label(&block.body),
            template: block.text().map_or(String::new(), |text| text.template.clone()),
            text: block.text().map_or(String::new(), |text| text.filled.clone()),
            edited: block.edited,
            own: block.own,
            left_out: block.left_out,
            laid: laid(block, &blocks, self.lang),
        };
        DocumentView {
            name: self.file_name(edits.kind().plan().key),
            residents: self.counts.residents,
            large: edits.kind().plan().large,
            compact: edits.kind().plan().compact,
            blocks: blocks.iter().map(view).collect(),
            figures: figures
                .into_iter()
                .map(|figure| (figure.key.to_owned(), figure.text.unwrap_or_default()))
                .collect(),
            title,
            at,
            warnings,
        }
    }

    fn label(&self, body: &Body) -> String {
        let lang = self.lang;
        let named = |what: &str, name: &str| format!("{what}: {name}");
        match body {
            Body::Cover { title, .. } => named(page::a_cover(lang), title),
            Body::Contents => page::a_contents(lang).to_owned(),
            Body::Heading { text, .. } | Body::Paragraph(text) => text.filled.clone(),
            Body::Table { table, .. } => named(page::a_table(lang), &table.title),
            Body::Chart { title, .. } => named(page::a_chart(lang), title),
            Body::Break => page::a_break(lang).to_owned(),
        }
    }

    /// Every table of a document behind a sheet of contents, and one that says of each of whom, when and whence it is.
    fn document_workbook(&self, edits: &Edits, potential: &Potential) -> Result<Vec<u8>, EngineError> {
        let lang = self.lang;
        let document = self.document(edits, potential);
        let kept = document.blocks.into_iter().filter(|block| !block.left_out).filter_map(|block| match block.body {
            Body::Table { table, form: false, .. } => Some(table),
            _ => None,
        });
        let mut tables: Vec<Table> = kept.collect();
        tables.push(self.metadata(&tables));
        let audience = if edits.office { own::for_office(lang) } else { own::for_everybody(lang) };
        let mut lines = vec![self.place(), self.resident(), audience.to_owned()];
        if self.profile.is_sample() {
            lines.push(words::sample_warning(lang).to_owned());
        }
        let cover = Cover { title: document.title, lines, at: self.scope.at };
        tables_workbook(lang, &cover, &tables).map_err(|_| EngineError::File(words::workbook_failed(lang).to_owned()))
    }

    fn metadata(&self, tables: &[Table]) -> Table {
        use crate::present::table::Kind::Text;
        let lang = self.lang;
        let mut out = Table::new("metadata", own::metadata(lang), Note { at: self.scope.at, ..Note::default() })
            .column(own::table_heading(lang), Text)
            .column(words::universe(lang), Text)
            .column(words::reference_date(lang), Text)
            .column(own::source(lang), Text)
            .column(own::counted_heading(lang), Text)
            .column(own::note(lang), Text);
        for table in tables {
            let note = &table.note;
            let at = if note.at == Default::default() { String::new() } else { number::date(lang, note.at) };
            let cells = [&table.title, &note.universe, &at, &note.source, &note.resident, &note.remark];
            out.push(RowKind::Body, cells.map(|text| Cell::text(text.clone())).to_vec());
        }
        out
    }
}

/// Width of a chart on a page, in pixels.
const PAGE_WIDTH: u16 = 640;

/// What a document is made of besides counts: facilities and potential as the village recorded them, and kept tables.
#[derive(Default)]
pub(super) struct Potential {
    tables: Vec<(String, KeptTable)>,
    rows: Vec<(String, String)>,
    year: Option<i32>,
    damaged: bool,
}

impl<P: Ports> Engine<P> {
    pub(super) fn potential(&self) -> Potential {
        let tables = self.kept_tables();
        let Some(paper) = self.register.paper(facilities::KIND, facilities::KEY) else {
            return Potential { tables, ..Potential::default() };
        };
        let Some(form) = VillageForm::read(paper.body.text()) else {
            return Potential { tables, damaged: true, ..Potential::default() };
        };
        let lang = self.lang;
        let row = |field: &facilities::FormField| {
            let number = form.angka.get(field.key).copied();
            let told = match field.holds {
                Holds::Things(_) => number::whole(lang, number? as i64),
                Holds::Measure(unit, ..) => {
                    let number = number?;
                    format!("{} {unit}", number::decimal(lang, number, if number.fract() == 0.0 { 0 } else { 1 }))
                }
                Holds::Text => form.teks.get(field.key).filter(|text| !text.is_empty())?.clone(),
            };
            Some((field.name.in_lang(lang).to_owned(), told))
        };
        Potential {
            rows: facilities::FIELDS.iter().filter_map(row).collect(),
            year: form.tahun,
            damaged: false,
            tables,
        }
    }
}

fn kind(body: &Body) -> BlockKind {
    match body {
        Body::Cover { .. } => BlockKind::Cover,
        Body::Contents => BlockKind::Contents,
        Body::Heading { .. } => BlockKind::Heading,
        Body::Paragraph(_) => BlockKind::Paragraph,
        Body::Table { .. } => BlockKind::Table,
        Body::Chart { .. } => BlockKind::Chart,
        Body::Break => BlockKind::Break,
    }
}

impl<P: Ports> Handle<MakeDocument> for Engine<P> {
    async fn handle(&mut self, request: MakeDocument) -> Result<DocumentView, EngineError> {
        let potential = self.potential();
        Ok(self.look(&request.look).document_view(&request.edits, &potential))
    }
}

impl<P: Ports> Handle<ReadEdits> for Engine<P> {
    async fn handle(&mut self, request: ReadEdits) -> Result<Edits, EngineError> {
        Edits::read(&request.text, self.lang).map_err(EngineError::File)
    }
}

impl<P: Ports> Handle<WriteEdits> for Engine<P> {
    async fn handle(&mut self, request: WriteEdits) -> Result<String, EngineError> {
        let text = serde_json::to_string(&request.edits).map_err(|_| EngineError::Dead)?;
        Edits::read(&text, self.lang).map_err(EngineError::File)?;
        Ok(text)
    }
}

impl<P: Ports> Handle<DocumentWorkbook> for Engine<P> {
    async fn handle(&mut self, request: DocumentWorkbook) -> Result<FileReply, EngineError> {
        let MakeDocument { look, edits } = request.document;
        let potential = self.potential();
        let look = self.look(&look);
        let bytes = look.document_workbook(&edits, &potential)?;
        let name = format!("{}.xlsx", look.file_name(edits.kind().plan().key));
        self.outbox = Some(bytes);
        let media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned();
        Ok(FileReply { name, media_type })
    }
}

#[cfg(test)]
mod tests {
    use crate::analyse::{Columns, Scope};
    use crate::base::Date;
    use crate::base::region::Area;
    use crate::present::document::bare;
    use crate::register::Register;

    #[test]
    fn small_villages_and_their_parts_give_nothing_away() {
        let at = Date::parse_iso("2026-11-24").unwrap();
        let (mut before, mut after) = (0, 0);
        for (families, seed) in [(12, 1), (40, 3), (60, 2), (100, 5), (150, 8)] {
            let village = crate::sample::village(families, seed, at);
            let register =
                Register::from_parts(village.profile, village.families, village.events, vec![], vec![], vec![]);
            let columns = Columns::build(&register);
            for area in columns.areas().iter().cloned().chain([Area::default()]) {
                let (alone, together) = bare(&columns, &register, &Scope { at, area });
                before += alone;
                after += together;
            }
        }
        assert!(before > 0, "the attacker is real");
        assert_eq!(after, 0);
    }
}
