//! The poster: one sheet with few figures, the ages and one chart, for a wall (A3) or a message (1080 × 1350).

use super::facts::{Facts, Figure, Source, village};
use super::make::KEY_FIGURES;
use super::pictures::picture;
use crate::analyse::indicators::{RATE_FLOOR, entry};
use crate::lang::{document as words, number};
use crate::present::Note;
use crate::present::chart::escaped;
use crate::present::chart::wrapped;
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// Width of every poster; its heights: a picture for a message, and A3 upright.
const WIDTH: f64 = 1_080.0;
const MARGIN: f64 = 48.0;
/// Height of a picture for a message.
pub const MESSAGE: u16 = 1_350;
/// Height of an A3 sheet of that width.
pub const SHEET: u16 = 1_527;

const DEEP: &str = "#0a4338";
const RIVER: &str = "#0f5c4d";
const SUN: &str = "#f4b82e";
const INK: &str = "#1c2623";
const SOFT: &str = "#55605b";

/// Figures of the tiles, and charts.
pub const TILES: usize = 6;
/// Charts, two beside each other.
pub const CHARTS: usize = 4;
/// Charts where nobody chose.
pub const USUAL: [&str; CHARTS] = ["age-sex", "education-15", "water", "work-pk"];
/// The longest headline or sentence, in characters.
pub const WORDS: usize = 140;

/// What a village chose for its poster, as it is kept; empty parts are made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PosterEdits {
    /// The headline; empty for the village's name.
    pub headline: String,
    /// A sentence below it.
    pub line: String,
    /// Names of figures, at most [`TILES`]; none for the usual ones.
    pub figures: Vec<String>,
    /// Names of charts, at most [`CHARTS`]; none for the usual ones.
    pub charts: Vec<String>,
}

/// Reads what is kept; nothing where the text holds none.
pub fn read(text: &str) -> Option<PosterEdits> {
    serde_json::from_str(text).ok().filter(is_sound)
}

/// True where the choice keeps its limits.
pub fn is_sound(edits: &PosterEdits) -> bool {
    let short = |text: &String| text.chars().count() <= WORDS;
    short(&edits.headline) && short(&edits.line) && edits.figures.len() <= TILES && edits.charts.len() <= CHARTS
}

/// Figures that a poster can show: key and name.
pub fn figures(source: &Source) -> Vec<(String, String)> {
    let facts = Facts::of(source);
    let shown = |(_, key): &&(&str, &str)| facts.figure(key).is_some();
    let named = |(id, key): &(&str, &str)| Some(((*key).to_owned(), entry(id)?.name.in_lang(source.lang).to_owned()));
    KEY_FIGURES.iter().filter(shown).filter_map(named).collect()
}

/// Charts that a poster can show, of the village's own tables: name and title.
pub fn charts(source: &Source) -> Vec<(String, String)> {
    let facts = Facts::of(source);
    let drawn = |table: &&super::Guarded| picture(table, Note::default(), source.lang, "x", 280, "").is_some();
    facts.tables.iter().filter(drawn).map(|table| (table.cross.id.to_owned(), table.cross.title.clone())).collect()
}

/// The poster as an SVG that stands alone. `own` draws charts that are no table of the village's own, by name and id.
pub fn poster(
    source: &Source,
    height: u16,
    edits: &PosterEdits,
    own: &dyn Fn(&str, &str, u16) -> Option<String>,
) -> String {
    let (lang, facts, height) = (source.lang, Facts::of(source), f64::from(height));
    let mut out = String::new();
    let name = village(source.profile, lang);
    let headline = edits.headline.trim();
    let title = lines(if headline.is_empty() { &name } else { headline }, WIDTH - 2.0 * MARGIN, 60.0, true);
    let place = [&source.profile.district, &source.profile.regency].map(|part| part.text()).join(", ");
    let place = if place.starts_with(", ") || place.ends_with(", ") { String::new() } else { format!("{place} · ") };
    let dated = words::as_of(lang, number::date(lang, source.scope.at));
    let named = if headline.is_empty() { String::new() } else { format!("{name} · ") };
    let under = lines(&format!("{named}{place}{dated}"), WIDTH - 2.0 * MARGIN, 27.0, false);
    let band = 61.0 + 66.0 * title.len() as f64 + 35.0 * under.len() as f64;
    _ = write!(out, "<rect width=\"{WIDTH}\" height=\"{band}\" fill=\"{DEEP}\"/>");
    let mut teeth = format!("M0 {}", band + 22.0);
    for tooth in 0..27 {
        let x = f64::from(tooth) * 40.0;
        _ = write!(teeth, "L{} {band}L{} {}", x + 20.0, x + 40.0, band + 22.0);
    }
    _ = write!(
        out,
        "<rect y=\"{band}\" width=\"{WIDTH}\" height=\"22\" fill=\"{DEEP}\"/><path d=\"{teeth}Z\" fill=\"{SUN}\"/>"
    );
    let mut y = 76.0;
    for line in title {
        text(&mut out, MARGIN, y, 60.0, true, "#fff", &line);
        y += 66.0;
    }
    for line in under {
        text(&mut out, MARGIN, y - 14.0, 27.0, false, "#d5e4df", &line);
        y += 35.0;
    }
    let mut top = band + 52.0;
    for line in lines(edits.line.trim(), WIDTH - 2.0 * MARGIN, 28.0, false) {
        text(&mut out, MARGIN, top + 20.0, 28.0, false, INK, &line);
        top += 37.0;
    }
    let tiles = tiles(&mut out, source, &facts, top, &edits.figures);
    let foot = foot(source);
    let foot_lines: Vec<String> = foot.iter().flat_map(|line| lines(line, WIDTH - 2.0 * MARGIN, 20.0, false)).collect();
    let foot_height = 28.0 * foot_lines.len() as f64 + 28.0;
    let room = [tiles + 20.0, height - foot_height - 16.0];
    draw_charts(&mut out, source, &facts, room, height, &edits.charts, own);
    let mut y = height - foot_height + 24.0;
    for line in foot_lines {
        text(&mut out, MARGIN, y, 20.0, false, SOFT, &line);
        y += 28.0;
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         font-family=\"system-ui, 'Noto Sans', Roboto, 'Segoe UI', sans-serif\" role=\"img\" lang=\"{}\" \
         aria-labelledby=\"poster-{height}\"><title id=\"poster-{height}\">{} {}</title>\
         <rect width=\"100%\" height=\"100%\" fill=\"#fbf9f4\"/>{out}</svg>",
        lang.tag(),
        words::poster(lang),
        escaped(&name)
    )
}

/// A figure large, with its ground: `81,2%` and `812 dari 1.000`.
pub(super) fn large(source: &Source, figure: &Figure) -> Option<(String, String)> {
    let text = figure.text.as_ref()?;
    Some(match figure.share {
        Some(share) if share.denominator >= RATE_FLOOR => {
            let whole = |n: u32| number::whole(source.lang, n.into());
            let percent = number::decimal(source.lang, share.times(100.0)?, 1);
            let of = crate::lang::present::n_of(source.lang, whole(share.numerator), whole(share.denominator));
            (format!("{percent}%"), of)
        }
        _ => (text.clone(), String::new()),
    })
}

/// Name, figure and ground of the figures that are asked for most.
pub(super) fn key_figures(source: &Source, facts: &Facts) -> Vec<(String, String, String)> {
    KEY_FIGURES.iter().filter_map(|one| key_figure(source, facts, one)).collect()
}

fn key_figure(source: &Source, facts: &Facts, (id, key): &(&str, &str)) -> Option<(String, String, String)> {
    let (entry, figure) = (entry(id)?, facts.figures.iter().find(|figure| figure.key == *key)?);
    let (value, ground) = large(source, figure)?;
    let unit = if ground.is_empty() { entry.unit.words().in_lang(source.lang) } else { &ground };
    let unit = if unit == "%" { "" } else { unit };
    Some((entry.name.in_lang(source.lang).to_owned(), value, unit.to_owned()))
}

/// Draws the tiles; gives where they end.
fn tiles(out: &mut String, source: &Source, facts: &Facts, top: f64, wanted: &[String]) -> f64 {
    let all = key_figures(source, facts);
    let named = |key: &String| KEY_FIGURES.iter().find(|(_, one)| one == key);
    let own: Vec<_> = wanted.iter().filter_map(|key| key_figure(source, facts, named(key)?)).collect();
    // The people first, then what a village can act on.
    let usual = || all.iter().take(2).chain(all.iter().skip(6)).chain(all.iter().skip(2).take(4));
    let chosen: Vec<_> = if own.is_empty() { usual().take(TILES).collect() } else { own.iter().take(TILES).collect() };
    let (gap, high) = (20.0, 156.0);
    let wide = (WIDTH - 2.0 * MARGIN - 2.0 * gap) / 3.0;
    let mut end = top;
    for (at, (name, value, ground)) in chosen.into_iter().enumerate() {
        let (x, y) = (MARGIN + (at % 3) as f64 * (wide + gap), top + (at / 3) as f64 * (high + gap));
        _ = write!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high}\" rx=\"18\" fill=\"#fff\" stroke=\"#ddd8cb\"/>"
        );
        text(out, x + 20.0, y + 58.0, 48.0, true, RIVER, value);
        let mut line_y = y + 90.0;
        for line in lines(name, wide - 40.0, 21.0, true).iter().take(2) {
            text(out, x + 20.0, line_y, 21.0, true, INK, line);
            line_y += 25.0;
        }
        text(out, x + 20.0, line_y, 19.0, false, SOFT, ground);
        end = y + high;
    }
    end
}

/// The charts, two beside each other: the chosen ones, or the ages, what adults have learnt, what families drink, what
/// people work.
fn draw_charts(
    out: &mut String,
    source: &Source,
    facts: &Facts,
    [top, bottom]: [f64; 2],
    height: f64,
    wanted: &[String],
    own: &dyn Fn(&str, &str, u16) -> Option<String>,
) {
    let wide = (WIDTH - 2.0 * MARGIN - 24.0) / 2.0;
    let names: Vec<&str> = if wanted.is_empty() { USUAL.to_vec() } else { wanted.iter().map(String::as_str).collect() };
    let drawn = names.iter().zip(1..).filter_map(|(name, at)| {
        let id = format!("poster-{height}-{at}");
        let Some(table) = facts.table(name) else { return own(name, &id, 560) };
        let note = Note { universe: table.cross.universe.clone(), ..Note::default() };
        picture(table, note, source.lang, &id, 560, "").map(|(_, svg)| svg)
    });
    let drawn: Vec<String> = drawn.take(CHARTS).collect();
    let rows = if drawn.len() > 2 { 2.0 } else { 1.0 };
    // One chart alone has the whole width.
    let wide = if drawn.len() == 1 { WIDTH - 2.0 * MARGIN } else { wide };
    let high = ((bottom - top - 20.0 * (rows - 1.0)) / rows).max(100.0);
    for (at, svg) in drawn.iter().enumerate() {
        let (x, y) = (MARGIN + (at % 2) as f64 * (wide + 24.0), top + (at / 2) as f64 * (high + 20.0));
        let (inner, own) = without_size(svg.strip_prefix("<svg").unwrap_or(svg));
        _ = write!(
            out,
            "<svg x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" preserveAspectRatio=\"xMidYMin meet\"{own}{inner}"
        );
    }
}

/// A picture's opening tag without its own size, to be set within another.
fn without_size(svg: &str) -> (&str, String) {
    let (open, rest) = svg.split_once('>').unwrap_or((svg, ""));
    let kept = open.split("\" ").filter(|part| {
        let part = part.trim_start();
        !part.starts_with("width=") && !part.starts_with("height=")
    });
    let kept: Vec<&str> = kept.map(|part| part.trim_end_matches('"').trim_start()).collect();
    let own: String = kept.iter().map(|part| format!(" {part}\"")).collect();
    (rest, own + ">")
}

fn foot(source: &Source) -> Vec<String> {
    let mut out = vec![crate::lang::present::source(source.lang, &source.note.source)];
    if source.profile.is_sample() {
        out.push(words::sample(source.lang).to_owned());
    }
    out.push(words::for_everybody(source.lang).to_owned());
    vec![out.join(" · ")]
}

fn lines(words: &str, width: f64, size: f64, bold: bool) -> Vec<String> {
    wrapped(words, width, size, bold)
}

fn text(out: &mut String, x: f64, y: f64, size: f64, bold: bool, fill: &str, words: &str) {
    let weight = if bold { " font-weight=\"700\"" } else { "" };
    let words = escaped(words);
    _ = write!(out, "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\"{weight} fill=\"{fill}\">{words}</text>");
}
