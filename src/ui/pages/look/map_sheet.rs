//! The sheet of the hand-drawn map: what is seen of it, where the cross stands, and what a corner snaps to. All in metres
//! east and south of the sheet's middle; the picture is SVG text.

use crate::engine::protocol::{CanvasView, Place};

/// A spot on the sheet.
pub(super) type Spot = (f64, f64);

/// Corners nearer than this are one, in pixels.
const SNAP_PX: f64 = 14.0;
/// The closest look, in metres across.
const CLOSEST_M: f64 = 40.0;

/// What is seen: a square part of the sheet, and the cross in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Seen {
    /// Its middle.
    pub(super) middle: Spot,
    /// Metres across.
    pub(super) across: f64,
    /// Pixels across.
    pub(super) pixels: f64,
    /// The cross.
    pub(super) cross: Spot,
}

impl Seen {
    /// The whole sheet.
    pub(super) fn whole(canvas: &CanvasView, pixels: f64) -> Seen {
        Seen { middle: (0.0, 0.0), across: canvas.size.0.max(canvas.size.1), pixels, cross: (0.0, 0.0) }
    }

    /// Metres of a pixel.
    pub(super) fn pixel(&self) -> f64 {
        self.across / self.pixels.max(1.0)
    }

    /// For the `viewBox`.
    pub(super) fn view_box(&self) -> String {
        let half = self.across / 2.0;
        format!("{:.2} {:.2} {:.2} {:.2}", self.middle.0 - half, self.middle.1 - half, self.across, self.across)
    }

    /// The spot at a part of the picture's width and height.
    pub(super) fn at(&self, (x, y): (f64, f64)) -> Spot {
        (self.middle.0 + (x - 0.5) * self.across, self.middle.1 + (y - 0.5) * self.across)
    }

    /// Nearer or further, with the cross where it is.
    pub(super) fn zoom(&mut self, factor: f64, most: f64) {
        let across = (self.across * factor).clamp(CLOSEST_M, most * 8.0);
        let part = across / self.across;
        let toward = |middle: f64, cross: f64| cross + (middle - cross) * part;
        self.middle = (toward(self.middle.0, self.cross.0), toward(self.middle.1, self.cross.1));
        self.across = across;
    }

    /// Moves the cross; what is seen follows where it would leave.
    pub(super) fn walk(&mut self, (dx, dy): Spot) {
        self.cross = (self.cross.0 + dx, self.cross.1 + dy);
        let room = self.across * 0.46;
        let follow = |middle: f64, cross: f64| middle.clamp(cross - room, cross + room);
        self.middle = (follow(self.middle.0, self.cross.0), follow(self.middle.1, self.cross.1));
    }
}

/// What a corner snapped to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Snap {
    /// Nothing.
    Free,
    /// The first corner of what is being drawn.
    First,
    /// A corner of this shape.
    Corner(String),
}

/// The spot where a corner goes: onto one that is near, else where it was put.
pub(super) fn snapped(canvas: &CanvasView, corners: &[Spot], spot: Spot, pixel: f64) -> (Spot, Snap) {
    let near = |other: &Spot| (other.0 - spot.0).hypot(other.1 - spot.1) <= SNAP_PX * pixel;
    if corners.len() > 2 && corners.first().is_some_and(near) {
        return (corners[0], Snap::First);
    }
    let all = canvas.shapes.iter().flat_map(|shape| shape.rings.iter().flatten().map(move |corner| (shape, *corner)));
    let distance = |corner: &Spot| (corner.0 - spot.0).hypot(corner.1 - spot.1);
    let nearest = all.filter(|(_, corner)| near(corner)).min_by(|a, b| distance(&a.1).total_cmp(&distance(&b.1)));
    nearest.map_or((spot, Snap::Free), |(shape, corner)| (corner, Snap::Corner(shape.title.clone())))
}

/// The place on the earth of a spot.
pub(super) fn place_of(canvas: &CanvasView, (x, y): Spot) -> Place {
    Place { lng: canvas.middle.lng + x * canvas.degrees.0, lat: canvas.middle.lat - y * canvas.degrees.1 }
}

fn path(spots: &[Spot]) -> String {
    let step = |(at, (x, y)): (usize, &Spot)| format!("{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
    spots.iter().enumerate().map(step).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What stands on the sheet already: houses, shapes with their names, points.
pub(super) fn ground(canvas: &CanvasView, seen: &Seen) -> String {
    let pixel = seen.pixel();
    let mut out = String::new();
    let dots: String = canvas.houses.iter().map(|(x, y)| format!("M{x:.1} {y:.1}h0")).collect();
    out += &format!(
        "<path d=\"{dots}\" fill=\"none\" stroke=\"var(--sun)\" stroke-width=\"{:.2}\" stroke-linecap=\"round\"/>",
        pixel * 4.0
    );
    for shape in &canvas.shapes {
        let end = if shape.line { "" } else { "Z" };
        let rings: String = shape.rings.iter().map(|ring| path(ring) + end).collect();
        let fill = if shape.line { "none" } else { "var(--river-tint)" };
        out += &format!(
            "<path d=\"{rings}\" fill=\"{fill}\" fill-opacity=\".6\" fill-rule=\"evenodd\" stroke=\"var(--ink-soft)\" \
             stroke-width=\"{:.2}\"/>",
            pixel * 1.5
        );
        let Some(ring) = shape.rings.first().filter(|ring| !ring.is_empty()) else { continue };
        let n = ring.len() as f64;
        let middle = ring.iter().fold((0.0, 0.0), |(x, y), corner| (x + corner.0 / n, y + corner.1 / n));
        out += &word(&shape.title, middle, pixel);
    }
    for (name, (x, y)) in &canvas.points {
        out += &format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.2}\" fill=\"var(--ink)\"/>", pixel * 4.0);
        out += &word(name, (*x, *y - pixel * 8.0), pixel);
    }
    out
}

fn word(text: &str, (x, y): Spot, pixel: f64) -> String {
    format!(
        "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{:.2}\" text-anchor=\"middle\" fill=\"var(--ink)\">{}</text>",
        pixel * 11.0,
        escaped(text)
    )
}

/// What is being drawn, and the cross.
pub(super) fn pen(corners: &[Spot], seen: &Seen, is_area: bool) -> String {
    let pixel = seen.pixel();
    let end = if is_area && corners.len() > 2 { "Z" } else { "" };
    let fill = if is_area { "var(--sun-tint)" } else { "none" };
    let mut out = format!(
        "<path d=\"{}{end}\" fill=\"{fill}\" fill-opacity=\".45\" stroke=\"var(--river)\" stroke-width=\"{:.2}\" \
         stroke-linejoin=\"round\"/>",
        path(corners),
        pixel * 2.5
    );
    for (x, y) in corners {
        out += &format!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.2}\" fill=\"var(--surface)\" stroke=\"var(--river)\" stroke-width=\"{:.2}\"/>",
            pixel * 4.5,
            pixel * 2.0
        );
    }
    let ((x, y), arm) = (seen.cross, pixel * 12.0);
    out += &format!(
        "<path d=\"M{:.1} {y:.1}H{:.1}M{x:.1} {:.1}V{:.1}\" fill=\"none\" stroke=\"var(--error)\" stroke-width=\"{:.2}\"/>",
        x - arm,
        x + arm,
        y - arm,
        y + arm,
        pixel * 2.0
    );
    out
}
