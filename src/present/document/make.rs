//! The blocks of a document: its plan carried out with the facts of the village.

use super::facts::{Facts, Source, village};
use super::guarded::yes_no_table;
use super::pictures::chart;
use super::plan::{CHAPTERS, Chapter, Depth, Kind, Plan};
use super::{Block, Body, Document, Text};
use crate::analyse::indicators::{Entry, RATE_FLOOR, entry};
use crate::lang::{Lang, document as words, number};
use crate::present::table::Kind as Cells;
use crate::present::{Cell, Note, RowKind, Table};

/// Figures that are put first, by indicator and name.
pub(super) const KEY_FIGURES: [(&str, &str); 13] = [
    ("pop-total", "penduduk"),
    ("family-total", "keluarga"),
    ("density", "kepadatan"),
    ("median-age", "umur median"),
    ("dependency-total", "ketergantungan"),
    ("education-attainment-sma", "tamat SLTA ke atas"),
    ("aps-16-18", "sekolah 16–18"),
    ("jkn-coverage", "jaminan kesehatan"),
    ("cpr-modern", "KB modern"),
    ("birth-cert-coverage-0-17", "akta anak"),
    ("bansos-coverage", "bansos"),
    ("water-layak", "air layak"),
    ("rlh-share", "rumah layak"),
];

/// Empty rows of a form to write in.
const FORM_ROWS: usize = 20;

/// Makes a document of this kind, before anything was edited.
pub fn make(source: &Source, kind: Kind) -> Document {
    let (plan, lang) = (kind.plan(), source.lang);
    let facts = Facts::of(source);
    let mut blocks = Vec::new();
    let name = village(source.profile, lang);
    let title = match kind {
        Kind::Figures => words::figures_book(lang, &name),
        _ => format!("{} {}", (plan.name)(lang), said_once((plan.name)(lang), &name)),
    };
    if plan.cover {
        blocks.push(Block::new("sampul", Body::Cover { title: title.clone(), lines: cover_lines(source) }));
        blocks.push(Block::new("isi", Body::Contents));
    } else if kind == Kind::Summary {
        blocks.push(heading("judul", 1, &title));
    }
    if plan.key_figures {
        if plan.cover {
            blocks.push(heading("angka-pokok.judul", 1, words::key_figures(lang)));
        }
        blocks.push(Block::new("angka-pokok", table(key_figures(source, &facts))));
    }
    for (id, depth) in plan.chapters {
        if let Some(chapter) = CHAPTERS.iter().find(|chapter| chapter.id == *id) {
            blocks.extend(one_chapter(source, &facts, plan, chapter, *depth));
        }
    }
    if plan.forms {
        blocks.push(heading("lembar.judul", 1, words::chapter_forms(lang)));
        for (at, form) in forms(source).into_iter().enumerate() {
            if at > 0 {
                blocks.push(Block::new(format!("lembar.halaman.{}", form.id), Body::Break));
            }
            let id = format!("lembar.{}", form.id);
            blocks.push(Block::new(id, Body::Table { table: form, number: String::new(), form: true }));
        }
    }
    if plan.notes {
        blocks.extend(notes(source));
    }
    if kind == Kind::Summary {
        let whom = [words::as_of(lang, number::date(lang, source.scope.at)), audience(source).to_owned()].join(". ");
        blocks.push(paragraph("catatan", &format!("{whom}.")));
    }
    Document { title, at: source.scope.at, blocks, figures: facts.figures, warnings: Vec::new() }
}

/// The village's name behind words that end with "desa" already.
fn said_once<'a>(before: &str, name: &'a str) -> &'a str {
    if before.to_lowercase().ends_with(" desa") { name.strip_prefix("Desa ").unwrap_or(name) } else { name }
}

fn cover_lines(source: &Source) -> Vec<String> {
    let (profile, lang) = (source.profile, source.lang);
    let [district, regency, province] =
        [&profile.district, &profile.regency, &profile.province].map(|part| part.text());
    let mut lines = Vec::new();
    if ![district, regency, province].contains(&"") {
        lines.push(words::of_district(lang, district, regency, province));
    }
    if !source.scope.area.is_whole_village() {
        lines.push(source.place.clone());
    }
    lines.push(words::as_of(lang, number::date(lang, source.scope.at)));
    lines.push(source.note.source.clone());
    if profile.is_sample() {
        lines.push(words::sample(lang).to_owned());
    }
    lines.push(audience(source).to_owned());
    lines
}

fn audience(source: &Source) -> &'static str {
    if source.public { words::for_everybody(source.lang) } else { words::for_office(source.lang) }
}

fn heading(id: &str, level: u8, text: &str) -> Block {
    Block::new(id, Body::Heading { level, text: plain(text), number: String::new() })
}

fn paragraph(id: &str, text: &str) -> Block {
    Block::new(id, Body::Paragraph(plain(text)))
}

fn plain(text: &str) -> Text {
    Text { template: text.to_owned(), filled: String::new() }
}

fn table(table: Table) -> Body {
    Body::Table { table, number: String::new(), form: false }
}

fn one_chapter(source: &Source, facts: &Facts, plan: &Plan, chapter: &Chapter, depth: Depth) -> Vec<Block> {
    let (lang, id) = (source.lang, chapter.id);
    let mut out = Vec::new();
    let (told, drawn) = (!matches!(depth, Depth::Tables), matches!(depth, Depth::Charts | Depth::Main | Depth::All));
    let level = if depth == Depth::Words { 2 } else { 1 };
    if told {
        let text = sentences(chapter.sentences, facts, lang);
        if !text.is_empty() {
            out.push(paragraph(&format!("{id}.uraian"), &text));
        }
    }
    if id == "potensi" {
        let text = if source.facilities.is_empty() { words::potential_none } else { words::potential_some };
        out.push(paragraph("potensi.uraian", text(lang)));
    }
    if drawn {
        for name in chapter.charts {
            let found = facts.table(name).and_then(|table| chart(source, table, &format!("{id}-{name}")));
            if let Some((title, svg)) = found {
                out.push(Block::new(format!("{id}.grafik.{name}"), Body::Chart { title, svg }));
            }
        }
    }
    let n_tables = match depth {
        Depth::Words | Depth::Charts => 0,
        Depth::Main => 1,
        Depth::All | Depth::Tables => chapter.tables.len(),
    };
    for name in &chapter.tables[..n_tables.min(chapter.tables.len())] {
        if let Some(found) = table_named(source, facts, name) {
            if plan.large {
                out.push(Block::new(format!("{id}.lembar.{name}"), Body::Break));
            }
            out.push(Block::new(format!("{id}.tabel.{name}"), table(found)));
        }
    }
    if !out.is_empty() && !plan.large {
        out.insert(0, heading(&format!("{id}.judul"), level, (chapter.title)(lang)));
    }
    out
}

/// The table of this name, laid out.
pub(super) fn table_named(source: &Source, facts: &Facts, name: &str) -> Option<Table> {
    let lang = source.lang;
    if let Some(found) = facts.table(name) {
        return Some(found.table(source.note(&found.cross.universe), lang));
    }
    if let Some(found) = facts.yes_no.iter().find(|found| found.id == name) {
        let note = source.note(words::see_of_whom(lang));
        return Some(yes_no_table(found.id, found.title, note, &found.lines, lang));
    }
    (name == "sarana" && !source.facilities.is_empty()).then(|| {
        let of = match source.facilities_year {
            Some(year) => words::facilities_of_year(lang, year),
            None => words::facilities_of(lang).to_owned(),
        };
        let note = Note { universe: of, resident: String::new(), ..source.note.clone() };
        let mut table = Table::new("sarana", words::facilities_title(lang), note)
            .column(words::what_heading(lang), Cells::Text)
            .column(words::amount(lang), Cells::Text);
        for (what, amount) in &source.facilities {
            table.push(RowKind::Body, vec![Cell::text(what), Cell::text(amount)]);
        }
        table
    })
}

/// The sentences all of whose figures are known, with the names still in them.
fn sentences(all: &[fn(Lang) -> &'static str], facts: &Facts, lang: Lang) -> String {
    let known = |sentence: &&str| super::edits::names(sentence).all(|name| facts.figure(name).is_some());
    all.iter().map(|sentence| sentence(lang)).filter(known).collect::<Vec<_>>().join(" ")
}

/// The figures that are asked for most, each with its ground.
fn key_figures(source: &Source, facts: &Facts) -> Table {
    let lang = source.lang;
    let note = source.note(crate::lang::analyse::residents(lang));
    let mut table = Table::new("angka-pokok", words::key_figures(lang), note)
        .column(words::figure_heading(lang), Cells::Text)
        .column(words::value_heading(lang), Cells::Text);
    for (id, key) in KEY_FIGURES {
        if let (Some(entry), Some(text)) = (entry(id), facts.figure(key)) {
            let unit = unit_of(entry, lang);
            table.push(RowKind::Body, vec![Cell::text(entry.name.in_lang(lang)), Cell::text(format!("{text}{unit}"))]);
        }
    }
    table
}

fn unit_of(entry: &Entry, lang: Lang) -> String {
    match entry.part {
        true if !entry.denominator.0.is_empty() => String::new(),
        _ => format!(" {}", entry.unit.words().in_lang(lang)),
    }
}

fn notes(source: &Source) -> Vec<Block> {
    let lang = source.lang;
    let mut told = vec![words::notes_1(lang).to_owned()];
    if !source.note.resident.is_empty() {
        told.push(words::notes_resident(lang, &source.note.resident));
    }
    told.push(words::notes_floor(lang, RATE_FLOOR));
    told.push(match source.public {
        true => words::notes_public(lang, super::HIDE_BELOW - 1),
        false => words::notes_office(lang).to_owned(),
    });
    let mut table = Table::new("pengertian", words::definitions(lang), source.note(words::definitions_of(lang)))
        .column(words::indicator(lang), Cells::Text)
        .column(words::formula(lang), Cells::Text)
        .column(words::source(lang), Cells::Text);
    for entry in KEY_FIGURES.iter().filter_map(|(id, _)| entry(id)) {
        let cells = [entry.name.in_lang(lang), &entry.formula(lang), entry.source].map(Cell::text);
        table.push(RowKind::Body, cells.to_vec());
    }
    vec![
        heading("penjelasan.judul", 1, words::chapter_notes(lang)),
        paragraph("penjelasan.uraian", &told.join("\n")),
        Block::new("penjelasan.tabel", self::table(table)),
    ]
}

/// Empty tables to write in by hand.
fn forms(source: &Source) -> Vec<Table> {
    let lang = source.lang;
    let note = Note { source: words::form_by_hand(lang).to_owned(), ..Note::default() };
    let form = |id: &str, title: &str, columns: &[fn(Lang) -> &'static str], rows: Vec<String>| {
        let mut table = Table::new(id, title, note.clone());
        for column in columns {
            table = table.column(column(lang), Cells::Text);
        }
        for label in rows {
            let mut cells = vec![Cell::Empty; columns.len()];
            cells[0] = Cell::text(label);
            table.push(RowKind::Body, cells);
        }
        table
    };
    let months = (1..=12).map(|month| {
        let name = number::date(lang, crate::base::Date { year: 2000, month, day: 0 });
        name.trim_end_matches(" 2000").to_owned()
    });
    let empty = || vec![String::new(); FORM_ROWS];
    vec![
        form(
            "mutasi",
            words::form_moves(lang),
            &[
                words::month,
                words::born_m,
                words::born_f,
                words::died_m,
                words::died_f,
                words::came_m,
                words::came_f,
                words::left_m,
                words::left_f,
            ],
            months.chain([crate::lang::present::total(lang).to_owned()]).collect(),
        ),
        form(
            "rt",
            words::form_areas(lang),
            &[words::area, words::families, words::men, words::women, words::under_5, words::pregnant, words::elderly],
            empty(),
        ),
        form(
            "kegiatan",
            words::form_work(lang),
            &[words::day, words::activity, words::present_count, words::note],
            empty(),
        ),
    ]
}
