//! Draws marks of a piece as SVG text. Colours are tokens, so that light and dark follow.

use std::fmt::Write;

pub(super) const ONE: &str = "var(--data-1)";
pub(super) const TWO: &str = "var(--data-2)";
pub(super) const THREE: &str = "var(--data-3)";
pub(super) const REST: &str = "var(--data-rest)";
pub(super) const MALE: &str = "var(--data-male)";
pub(super) const FEMALE: &str = "var(--data-female)";
const LINE: &str = "var(--edge)";

/// Where a text stands.
#[derive(Clone, Copy)]
pub(super) enum At {
    Start,
    Middle,
    End,
}

#[derive(Default)]
pub(super) struct Pen(pub(super) String);

impl Pen {
    pub(super) fn rect(&mut self, (x, y, w, h): (f64, f64, f64, f64), fill: &str) {
        _ = write!(
            self.0,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{:.1}" height="{:.1}" fill="{fill}"/>"#,
            w.max(0.0),
            h.max(0.0)
        );
    }

    /// A mark that can be picked; chosen ones have an outline.
    pub(super) fn pick(&mut self, (x, y, w, h): (f64, f64, f64, f64), fill: &str, id: usize, on: bool) {
        let (edge, width) = if on { ("var(--ink)", 2.5) } else { ("none", 0.0) };
        _ = write!(
            self.0,
            r#"<rect class="piece-pick" data-pick="{id}" x="{x:.1}" y="{y:.1}" width="{:.1}" height="{:.1}" fill="{fill}" stroke="{edge}" stroke-width="{width}"/>"#,
            w.max(0.0),
            h.max(0.0)
        );
    }

    /// Squares of one colour as one shape, so that hundreds cost little; they let a touch through to what lies below.
    pub(super) fn tiles(&mut self, corners: impl Iterator<Item = (f64, f64)>, side: f64, fill: &str) {
        let mut corners = corners.peekable();
        if corners.peek().is_none() {
            return;
        }
        _ = write!(self.0, r#"<path class="piece-tiles" fill="{fill}" d=""#);
        for (x, y) in corners {
            _ = write!(self.0, "M{x:.1} {y:.1}h{side}v{side}h-{side}z");
        }
        self.0.push_str(r#""/>"#);
    }

    /// A part of a mark, drawn over it; a touch goes through to the mark.
    pub(super) fn cover(&mut self, (x, y, w, h): (f64, f64, f64, f64), fill: &str) {
        _ = write!(
            self.0,
            r#"<rect class="piece-tiles" x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" fill="{fill}"/>"#
        );
    }

    /// An outline around something that is chosen.
    pub(super) fn frame(&mut self, (x, y, w, h): (f64, f64, f64, f64)) {
        _ = write!(
            self.0,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" fill="none" stroke="var(--ink)" stroke-width="2"/>"#
        );
    }

    pub(super) fn dot(&mut self, x: f64, y: f64, r: f64, fill: &str) {
        _ = write!(self.0, r#"<circle cx="{x:.1}" cy="{y:.1}" r="{r:.1}" fill="{fill}"/>"#);
    }

    /// A house that stands with the middle of its floor here, so wide and so tall.
    pub(super) fn house(&mut self, (x, y): (f64, f64), (w, h): (f64, f64), fill: &str) {
        let (left, right, eaves) = (x - w / 2.0, x + w / 2.0, y - h * 0.6);
        _ = write!(
            self.0,
            r#"<path fill="{fill}" d="M{left:.1} {y:.1}V{eaves:.1}L{x:.1} {:.1}L{right:.1} {eaves:.1}V{y:.1}z"/>"#,
            y - h
        );
    }

    pub(super) fn line(&mut self, (x, y): (f64, f64), (to_x, to_y): (f64, f64), ink: &str, width: f64) {
        _ = write!(
            self.0,
            r#"<line x1="{x:.1}" y1="{y:.1}" x2="{to_x:.1}" y2="{to_y:.1}" stroke="{ink}" stroke-width="{width}"/>"#
        );
    }

    /// Another drawing, moved; a touch goes through it.
    pub(super) fn moved(&mut self, x: f64, y: f64, other: &Pen) {
        _ = write!(self.0, r#"<g class="piece-tiles" transform="translate({x:.1} {y:.1})">{}</g>"#, other.0);
    }

    pub(super) fn axis(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.line(from, to, LINE, 1.0);
    }

    pub(super) fn path(&mut self, points: &[(f64, f64)], ink: &str) {
        self.0.push_str(r#"<polyline fill="none" stroke-width="2.5" stroke-linejoin="round" stroke=""#);
        self.0.push_str(ink);
        self.0.push_str(r#"" points=""#);
        for (x, y) in points {
            _ = write!(self.0, "{x:.1},{y:.1} ");
        }
        self.0.push_str(r#""/>"#);
    }

    /// Words on a mark that can be picked: a touch goes through them.
    pub(super) fn label(&mut self, x: f64, y: f64, words: &str) {
        self.0.push_str(r#"<g class="piece-tiles">"#);
        self.text(x, y, At::Start, words);
        self.0.push_str("</g>");
    }

    pub(super) fn text(&mut self, x: f64, y: f64, at: At, words: &str) {
        let anchor = match at {
            At::Start => "start",
            At::Middle => "middle",
            At::End => "end",
        };
        _ = write!(self.0, r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" font-size="13" fill="var(--ink)">"#);
        for c in words.chars() {
            match c {
                '<' => self.0.push_str("&lt;"),
                '&' => self.0.push_str("&amp;"),
                c => self.0.push(c),
            }
        }
        self.0.push_str("</text>");
    }
}

/// The chart of an item whose marks are chosen: its height and its marks.
pub fn item_chart(kind: &str, labels: &[String], values: &[f64], on: &[bool], width: f64) -> (f64, String) {
    let mut pen = Pen::default();
    let most = values.iter().copied().fold(1e-9, f64::max);
    let chosen = |at: usize| on.get(at) == Some(&true);
    if kind == "line" {
        let step = width / values.len().max(1) as f64;
        let place = |(at, value): (usize, &f64)| (step * (at as f64 + 0.5), 160.0 - 130.0 * value / most);
        let points: Vec<(f64, f64)> = values.iter().enumerate().map(place).collect();
        pen.path(&points, ONE);
        for (at, ((x, y), label)) in points.iter().zip(labels).enumerate() {
            pen.pick((x - 8.0, y - 8.0, 16.0, 16.0), ONE, at, chosen(at));
            pen.text(*x, 182.0, At::Middle, label);
        }
        pen.axis((0.0, 166.0), (width, 166.0));
        return (190.0, pen.0);
    }
    // Rows: labels may be long.
    for (at, (label, value)) in labels.iter().zip(values).enumerate() {
        let y = at as f64 * 50.0;
        pen.text(0.0, y + 15.0, At::Start, label);
        let wide = ((width - 56.0) * value / most).max(2.0);
        pen.pick((1.5, y + 21.0, wide, 20.0), ONE, at, chosen(at));
        pen.text(wide + 8.0, y + 36.0, At::Start, &format!("{}", (value * 10.0).round() / 10.0));
    }
    (labels.len() as f64 * 50.0, pen.0)
}

/// Bars beside each other with labels below and numbers above; bars can be picked.
pub(super) fn bars(pen: &mut Pen, width: f64, height: f64, labels: &[String], values: &[f64], fill: &str, on: &[bool]) {
    let most = values.iter().copied().fold(1e-9, f64::max);
    let step = width / labels.len().max(1) as f64;
    for (at, (label, value)) in labels.iter().zip(values).enumerate() {
        let tall = (height - 44.0) * value / most;
        let x = step * at as f64 + step * 0.12;
        pen.pick((x, height - 22.0 - tall, step * 0.76, tall.max(1.0)), fill, at, on.get(at) == Some(&true));
        pen.text(x + step * 0.38, height - 6.0, At::Middle, label);
        pen.text(x + step * 0.38, height - 27.0 - tall, At::Middle, &format!("{value:.0}"));
    }
    pen.axis((0.0, height - 22.0), (width, height - 22.0));
}
