//! The pen: shapes and words become SVG elements, top down. Knows the frame and the colours, not what is drawn.

use super::callouts::Callouts;
use super::ink::Ink;
use super::measure::{text_width, wrapped};
use super::texture::Texture;
use super::{Frame, Hue, Theme};
use crate::lang::Lang;
use std::fmt::Write;

/// Where a text hangs on its x.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Size, colour and weight of a text.
#[derive(Clone, Copy)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) ink: Ink,
    pub(super) bold: bool,
}

impl Type {
    /// Width of the text in pixels.
    pub(super) fn width(&self, text: &str) -> f64 {
        text_width(text, self.size, self.bold)
    }
}

/// The mark before a word of the legend.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    Swatch(Hue),
    /// A swatch with the texture of its series.
    Textured(Hue),
    /// A sign of a waffle.
    Sign(usize, Hue),
    Dashes,
    Outline,
    Hollow(Hue),
    /// A class of a map.
    Class(u8),
    /// Slanting lines, or both ways.
    Hatched(bool),
    /// A dot of a map.
    Speck,
}

/// A picture in the making.
pub struct Drawing {
    out: String,
    theme: Theme,
    /// Language of the words.
    pub(super) lang: Lang,
    /// Factor of all sizes: 1 on a phone, 1.8 on a projector.
    pub(super) scale: f64,
    /// Left and right edge of what is drawn.
    pub(super) left: f64,
    pub(super) right: f64,
    /// How far down the picture is filled.
    pub(super) y: f64,
    /// Short notes, and what they must not lie on.
    pub(super) callouts: Callouts,
    textures: Vec<Texture>,
    id: String,
}

impl Drawing {
    /// An empty picture; on paper with its title and universe.
    pub(super) fn begin(frame: &Frame) -> Drawing {
        let width = f64::from(frame.width.clamp(280, 1_920));
        let scale = (1.0 + (width - 360.0) / 1_400.0).clamp(1.0, 1.8);
        let margin = if frame.theme == Theme::Paper { (18.0 * scale).round() } else { 0.0 };
        let mut drawing = Drawing {
            out: String::new(),
            theme: frame.theme,
            lang: frame.lang,
            scale,
            left: margin,
            right: width - margin,
            y: margin,
            callouts: Callouts::of(&frame.callouts),
            textures: Vec::new(),
            id: frame.id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect(),
        };
        if frame.theme == Theme::Paper {
            let title = Type { size: 18.0 * scale, ink: Ink::Text, bold: true };
            drawing.paragraph(&frame.title, title);
            drawing.y += 2.0 * scale;
            let (note, soft) = (frame.note.lines(frame.lang), drawing.soft());
            let head = &note[..note.len().min(2)];
            let one_line = head.join(" · ");
            let lines = if soft.width(&one_line) <= drawing.width() { vec![one_line] } else { head.to_vec() };
            for line in &lines {
                drawing.paragraph(line, soft);
            }
            drawing.y += 12.0 * scale;
        }
        drawing.callouts.top = drawing.y;
        drawing
    }

    /// The whole document; on paper with the rest of the note at its foot.
    pub(super) fn finish(mut self, frame: &Frame, summary: &str) -> String {
        super::callouts::draw(&mut self);
        let told = super::callouts::told(self.lang, &frame.callouts);
        let mut ground = String::new();
        if self.theme == Theme::Paper {
            self.y += 10.0 * self.scale;
            let foot = Type { size: 11.0 * self.scale, ..self.soft() };
            for line in frame.note.lines(frame.lang).iter().skip(2) {
                self.paragraph(line, foot);
            }
            self.y += self.left;
            ground = format!("<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>", Ink::Surface.paint(self.theme));
        }
        let (width, height) = (px(self.left + self.right), px(self.y.ceil()));
        let id = &self.id;
        let textures: String =
            self.textures.iter().map(|texture| texture.pattern(id, self.theme, self.scale)).collect();
        let defs = if textures.is_empty() { String::new() } else { format!("<defs>{textures}</defs>") };
        let own = match self.theme {
            Theme::Screen => String::new(),
            Theme::Paper => format!(
                " width=\"{width}\" height=\"{height}\" \
                 font-family=\"system-ui, 'Noto Sans', Roboto, 'Segoe UI', sans-serif\""
            ),
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\"{own} role=\"img\" lang=\"{}\" \
             aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}{}</desc>{defs}{ground}{}</svg>",
            frame.lang.tag(),
            escaped(&frame.title),
            escaped(summary),
            escaped(&told),
            self.out
        )
    }

    /// Ordinary words of a chart.
    pub(super) fn plain(&self) -> Type {
        Type { size: 12.0 * self.scale, ink: Ink::Text, bold: false }
    }

    /// Words that stand behind: axes, notes.
    pub(super) fn soft(&self) -> Type {
        Type { ink: Ink::Soft, ..self.plain() }
    }

    /// Words that stand out.
    pub(super) fn strong(&self) -> Type {
        Type { bold: true, ..self.plain() }
    }

    /// Width of what is drawn.
    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Width of a column of labels at the left, with the air after it: what they need, at most two fifths.
    pub(super) fn label_column<'a>(&self, labels: impl Iterator<Item = &'a str>) -> f64 {
        let needed = labels.map(|label| self.plain().width(label)).fold(0.0, f64::max);
        (needed + 10.0 * self.scale).min(self.width() * 0.4).ceil()
    }

    /// A text on its baseline.
    pub(super) fn text(&mut self, x: f64, y: f64, anchor: Anchor, kind: Type, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor_of = anchor;
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let width = kind.width(text);
        let left = match anchor_of {
            Anchor::Start => x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        self.callouts.take([left, left + width, y - kind.size * 0.75, y + kind.size * 0.2], true);
        let weight = if kind.bold { " font-weight=\"600\"" } else { "" };
        let (size, fill) = (px(kind.size), kind.ink.paint(self.theme));
        let (x, y, text) = (px(x), px(y), escaped(text));
        self.put(format_args!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{anchor}{weight} fill=\"{fill}\">{text}</text>"
        ));
    }

    /// A text whose middle lies at `y`.
    pub(super) fn text_mid(&mut self, x: f64, y: f64, anchor: Anchor, kind: Type, text: &str) {
        self.text(x, y + kind.size * 0.36, anchor, kind, text);
    }

    /// Text from the left edge, broken into lines; moves down past it.
    pub(super) fn paragraph(&mut self, text: &str, kind: Type) {
        for line in wrapped(text, self.width(), kind.size, kind.bold) {
            self.text(self.left, self.y + kind.size, Anchor::Start, kind, &line);
            self.y += kind.size * 1.35;
        }
    }

    /// A filled rectangle; nothing where it has no area.
    pub(super) fn rect(&mut self, [x, y, width, height]: [f64; 4], round: f64, ink: Ink) {
        if width > 0.0 && height > 0.0 {
            self.callouts.take([x, x + width, y, y + height], false);
            let round = if round > 0.0 { format!(" rx=\"{}\"", px(round.min(width / 2.0))) } else { String::new() };
            let (x, y, width, height) = (px(x), px(y), px(width), px(height));
            let fill = ink.paint(self.theme);
            self.put(format_args!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round} fill=\"{fill}\"/>"
            ));
        }
    }

    /// A bar of one series among several: its colour, and a texture that tells it apart where colours fail.
    pub(super) fn bar(&mut self, place: [f64; 4], round: f64, hue: Hue) {
        self.rect(place, round, Ink::Data(hue));
        let [x, y, width, height] = place;
        let Some(texture) = Texture::of(hue).filter(|_| width > 0.0 && height > 0.0) else { return };
        if !self.textures.contains(&texture) {
            self.textures.push(texture);
        }
        let fill = texture.name(&self.id);
        let (x, y, width, height) = (px(x), px(y), px(width), px(height));
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"url(#{fill})\"/>"
        ));
    }

    /// A line.
    pub(super) fn line(&mut self, [x1, y1, x2, y2]: [f64; 4], thick: f64, ink: Ink, dashed: bool) {
        if ink != Ink::Line {
            self.callouts.take([x1.min(x2), x1.max(x2), y1.min(y2), y1.max(y2)], false);
        }
        let dash = if dashed {
            format!(" stroke-dasharray=\"{} {}\"", px(thick * 2.5), px(thick * 2.0))
        } else {
            String::new()
        };
        let (x1, y1, x2, y2, thick) = (px(x1), px(y1), px(x2), px(y2), px(thick));
        let stroke = ink.paint(self.theme);
        self.put(format_args!(
            "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{stroke}\" stroke-width=\"{thick}\"{dash}/>"
        ));
    }

    /// A thin line from a spot to the note on it.
    pub(super) fn leader(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.dot(x1, y1, 1.6 * self.scale, Ink::Text, false);
        self.line([x1, y1, x2, y2], 1.1 * self.scale, Ink::Text, false);
    }

    /// A line through points, unfilled.
    pub(super) fn polyline(&mut self, points: &[(f64, f64)], thick: f64, ink: Ink) {
        for pair in points.windows(2) {
            let [(x1, y1), (x2, y2)] = [pair[0], pair[1]];
            self.callouts.take([x1.min(x2), x1.max(x2), y1.min(y2), y1.max(y2)], false);
        }
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", px(*x), px(*y))).collect();
        let (stroke, points, thick) = (ink.paint(self.theme), points.join(" "), px(thick));
        self.put(format_args!(
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{thick}\" stroke-linejoin=\"round\"/>"
        ));
    }

    /// Rings read even-odd, filled (where `fill` says so) and drawn around.
    pub(super) fn shape(&mut self, rings: &[Vec<(f64, f64)>], fill: Option<Ink>, thick: f64, ink: Ink) {
        let path: String = rings.iter().map(|ring| path(ring) + "Z").collect();
        let fill = fill.map_or("none", |fill| fill.paint(self.theme));
        let (stroke, thick) = (ink.paint(self.theme), px(thick));
        self.put(format_args!(
            "<path d=\"{path}\" fill=\"{fill}\" fill-rule=\"evenodd\" stroke=\"{stroke}\" stroke-width=\"{thick}\" \
             stroke-linejoin=\"round\"/>"
        ));
    }

    /// Many lines of one kind as one element.
    pub(super) fn lines(&mut self, lines: &[[f64; 4]], thick: f64, ink: Ink) {
        if lines.is_empty() {
            return;
        }
        let path: String = lines.iter().map(|[x1, y1, x2, y2]| path(&[(*x1, *y1), (*x2, *y2)])).collect();
        let (stroke, thick) = (ink.paint(self.theme), px(thick));
        self.put(format_args!("<path d=\"{path}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{thick}\"/>"));
    }

    /// Many filled dots of one kind as one element.
    pub(super) fn specks(&mut self, spots: &[(f64, f64)], radius: f64, ink: Ink) {
        if spots.is_empty() {
            return;
        }
        // A line without length and with round ends is a dot.
        let path: String = spots.iter().map(|(x, y)| format!("M{} {}h0", px(*x), px(*y))).collect();
        let (stroke, thick) = (ink.paint(self.theme), px(radius * 2.0));
        self.put(format_args!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{thick}\" stroke-linecap=\"round\"/>"
        ));
    }

    /// A dot, filled or hollow.
    pub(super) fn dot(&mut self, x: f64, y: f64, radius: f64, ink: Ink, hollow: bool) {
        self.callouts.take([x - radius, x + radius, y - radius, y + radius], false);
        let (fill, stroke) = (if hollow { Ink::Surface } else { ink }.paint(self.theme), ink.paint(self.theme));
        let (x, y, radius, thick) = (px(x), px(y), px(radius), px(1.8 * self.scale));
        self.put(format_args!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{thick}\"/>"
        ));
    }

    /// A legend from the left edge, in as many lines as it needs; moves down past it.
    pub(super) fn legend(&mut self, entries: &[(Mark, String)]) {
        let (kind, mark, gap) = (self.plain(), 11.0 * self.scale, 6.0 * self.scale);
        let (mut x, line) = (self.left, kind.size * 1.6);
        for (what, label) in entries {
            let label = super::measure::shortened(label, self.width() - mark * 1.6 - gap, kind.size, false);
            let swatch = if matches!(what, Mark::Dashes) { mark * 1.6 } else { mark };
            let width = swatch + gap + kind.width(&label);
            if x > self.left && x + width > self.right {
                x = self.left;
                self.y += line;
            }
            let mid = self.y + line / 2.0;
            self.mark(*what, x, mid, swatch);
            self.text_mid(x + swatch + gap, mid, Anchor::Start, kind, &label);
            x += width + 16.0 * self.scale;
        }
        if !entries.is_empty() {
            self.y += line;
        }
    }

    /// The mark of a legend, `size` wide, its middle at `y`.
    pub(super) fn mark(&mut self, mark: Mark, x: f64, y: f64, size: f64) {
        let (half, s) = (size / 2.0, self.scale);
        match mark {
            Mark::Swatch(hue) => self.rect([x, y - half, size, size], 3.0 * s, Ink::Data(hue)),
            Mark::Textured(hue) => self.bar([x, y - half, size, size], 3.0 * s, hue),
            Mark::Sign(sign, hue) => super::waffle::sign(self, sign, &[(x + half, y)], half, hue),
            Mark::Class(class) => {
                self.rect([x, y - half, size, size], 0.0, Ink::Ramp(class));
                self.shape(&[square(x, y, size)], None, s, Ink::Soft);
            }
            Mark::Hatched(both) => {
                let ring = [square(x, y, size)];
                let ways = if both { &[false, true][..] } else { &[false][..] };
                for falling in ways {
                    self.lines(&super::village_map::hatching(&ring, 4.0 * s, *falling), 0.9 * s, Ink::Soft);
                }
                self.shape(&ring, None, s, Ink::Soft);
            }
            Mark::Speck => self.specks(&[(x + half, y)], 2.6 * s, Ink::Data(Hue::Female)),
            Mark::Dashes => self.line([x, y, x + size, y], 1.6 * s, Ink::Text, true),
            Mark::Hollow(hue) => self.dot(x + half, y, half - s, Ink::Data(hue), true),
            Mark::Outline => {
                let (a, b) = (x + s, x + size - s);
                let points = [(a, y + half), (a, y), (x + half, y), (x + half, y - half), (b, y - half), (b, y + half)];
                self.polyline(&points, 1.6 * s, Ink::Text);
            }
        }
    }

    fn put(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.out.write_fmt(element);
    }
}

/// A square beside the words of a legend, its middle at `y`.
fn square(x: f64, y: f64, size: f64) -> Vec<(f64, f64)> {
    let half = size / 2.0;
    vec![(x, y - half), (x + size, y - half), (x + size, y + half), (x, y + half)]
}

/// The way along some spots.
fn path(spots: &[(f64, f64)]) -> String {
    let step = |(at, (x, y)): (usize, &(f64, f64))| format!("{}{} {}", if at == 0 { 'M' } else { 'L' }, px(*x), px(*y));
    spots.iter().enumerate().map(step).collect()
}

/// A length in pixels, one decimal at most.
fn px(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{:.1}", tenths as f64 / 10.0) }
}

/// Text fit to stand in an element or an attribute; characters that XML cannot hold become spaces.
pub(in crate::present) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
