//! Slides for the population corner: one idea a screen, in large type, always as everybody may see it.

use super::corner::Chosen;
use super::facts::{Facts, Source, village};
use super::make::table_named;
use super::pictures::picture;
use super::plan::CHAPTERS;
use super::poster::key_figures;
use super::{Block, Body};
use crate::lang::{document as words, number};
use crate::present::chart::escaped;
use serde::{Deserialize, Serialize};

/// A slide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Slide {
    /// Stable name.
    pub id: String,
    /// What it shows, for the list and for screen readers.
    pub title: String,
    /// What stands on it.
    pub html: String,
    /// A sentence of the village's own below it.
    pub line: String,
    /// Of whom, when and whence, at its foot.
    pub foot: String,
}

/// Width at which charts are drawn, and figures of a slide.
pub const WIDTH: u16 = 1_080;
const FIGURES: usize = 3;
/// A table with more rows is for paper.
const MOST_ROWS: usize = 9;

/// All slides that the village's figures give, with the words that it chose. `source.public` must hold; a slide is never
/// made otherwise.
pub fn slides(source: &Source, words_of: &[Chosen]) -> Vec<Slide> {
    if !source.public {
        return Vec::new();
    }
    let (lang, facts) = (source.lang, Facts::of(source));
    let name = village(source.profile, lang);
    let dated = words::as_of(lang, number::date(lang, source.scope.at));
    let mut foot = vec![dated.clone(), crate::lang::present::source(lang, &source.note.source)];
    if source.profile.is_sample() {
        foot.push(words::sample(lang).to_owned());
    }
    let foot = foot.join(" · ");
    let lines: String = [
        Some(words::our_corner(lang).to_owned()),
        Some(dated),
        source.profile.is_sample().then(|| words::sample(lang).to_owned()),
    ]
    .into_iter()
    .flatten()
    .map(|line| format!("<p>{}</p>", escaped(&line)))
    .collect();
    let own = |id: &str| words_of.iter().find(|chosen| chosen.id == id);
    let titled = |id: &str| own(id).map_or("", |chosen| chosen.title.trim());
    let slide = |id: String, title: &str, html: String| {
        let line = own(&id).map_or(String::new(), |chosen| chosen.line.clone());
        let title = if titled(&id).is_empty() { title } else { titled(&id) }.to_owned();
        Slide { id, title, html, line, foot: foot.clone() }
    };
    let opening = match titled("pembuka") {
        "" => &name,
        title => title,
    };
    let opening = format!("<div class=\"slide-open\"><h2>{}</h2>{lines}</div>", escaped(opening));
    let mut out = vec![slide("pembuka".into(), &name, opening)];
    for (at, group) in key_figures(source, &facts).chunks(FIGURES).enumerate() {
        let tile = |(name, value, ground): &(String, String, String)| {
            let [name, value, ground] = [name, value, ground].map(|text| escaped(text));
            format!("<div><dt>{name}</dt><dd><b>{value}</b> <span>{ground}</span></dd></div>")
        };
        let title = group.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>().join(", ");
        let id = format!("angka-{}", at + 1);
        let head = match titled(&id) {
            "" => String::new(),
            title => format!("<h2 class=\"slide-title\">{}</h2>", escaped(title)),
        };
        let html = format!("{head}<dl class=\"slide-figures\">{}</dl>", group.iter().map(tile).collect::<String>());
        out.push(slide(id, &title, html));
    }
    let names = CHAPTERS.iter().flat_map(|chapter| chapter.charts);
    for name in names.chain(["marital", "health-cover", "toilet", "religion"].iter()) {
        let found = facts.table(name).and_then(|table| {
            let id = format!("grafik.{name}");
            let note = source.note(&table.cross.universe);
            let (_, svg) = picture(table, note, lang, &format!("layar-{name}"), WIDTH, titled(&id))?;
            Some(slide(id, &table.cross.title, chart(&svg)))
        });
        out.extend(found);
    }
    for name in ["by-dusun", "attendance", "adminduk", "kelompok-kegiatan", "perlindungan", "rumah", "sarana"] {
        let Some(mut table) = table_named(source, &facts, name).filter(|table| table.rows.len() <= MOST_ROWS) else {
            continue;
        };
        let (id, title) = (format!("tabel.{name}"), table.title.clone());
        if !titled(&id).is_empty() {
            table.title = titled(&id).to_owned();
        }
        let block = Block::new(name, Body::Table { table, number: String::new(), form: false });
        let laid = super::laid(&block, &[], lang);
        let html = [laid.open, laid.rows.concat(), laid.close, laid.foot].concat();
        out.push(slide(id, &title, format!("<div class=\"slide-table\">{html}</div>")));
    }
    out
}

/// What stands on a slide with one chart.
pub fn chart(svg: &str) -> String {
    format!("<div class=\"slide-chart\">{svg}</div>")
}
