//! Drawing on a screen with finger, stylus or mouse. A drawing belongs to its screen, in shares of its width and height, so
//! that it fits when the window changes.

use super::stage::Stage;
use crate::ui::parts::live::{effect, held};
use leptos::prelude::*;
use web_sys::PointerEvent;

/// What is in the hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// A pen of a colour: 1 or 2.
    Pen(u8),
    /// The eraser: takes whole strokes away.
    Eraser,
}

/// A stroke: its colour and its points, in thousandths of width and height.
#[derive(Clone, Debug, PartialEq)]
pub struct Stroke {
    colour: u8,
    points: Vec<(f64, f64)>,
}

/// Thousandths within which the eraser touches a stroke.
const REACH: f64 = 18.0;

impl Stroke {
    fn path(&self) -> String {
        let mut d = String::new();
        for (at, (x, y)) in self.points.iter().enumerate() {
            d += &format!("{}{x:.1} {y:.1}", if at == 0 { 'M' } else { 'L' });
        }
        if let [(x, y)] = self.points.as_slice() {
            d += &format!("L{:.1} {y:.1}", x + 0.1); // a dot
        }
        format!(r#"<path class="pen-{}" d="{d}" vector-effect="non-scaling-stroke"/>"#, self.colour)
    }

    fn is_near(&self, x: f64, y: f64) -> bool {
        let far = |(a, b): (f64, f64), (c, d): (f64, f64)| {
            // Distance of the point to the line between two of the stroke.
            let long = (c - a).powi(2) + (d - b).powi(2);
            let along = if long > 0.0 { (((x - a) * (c - a) + (y - b) * (d - b)) / long).clamp(0.0, 1.0) } else { 0.0 };
            (a + along * (c - a) - x).hypot(b + along * (d - b) - y)
        };
        let ends = self.points.last().map(|last| (*last, *last));
        self.points.windows(2).map(|pair| (pair[0], pair[1])).chain(ends).any(|(from, to)| far(from, to) < REACH)
    }
}

/// The sheet of a screen that is drawn on; it lets everything through while the hand is empty.
pub fn sheet(stage: Stage, strokes: RwSignal<Vec<Stroke>>) -> AnyView {
    let svg = NodeRef::<leptos::svg::Svg>::new();
    let draws = RwSignal::new(false);
    effect(move || {
        let marks: String = strokes.with(|strokes| strokes.iter().map(Stroke::path).collect());
        if let Some(svg) = svg.get() {
            svg.set_inner_html(&marks);
        }
    });
    let touch = move |event: &PointerEvent, fresh: bool| {
        let (Some(svg), Some(tool)) = (svg.get_untracked(), stage.tool.get_untracked()) else { return };
        let area = svg.get_bounding_client_rect();
        let share = |at: i32, from: f64, long: f64| (f64::from(at) - from) / long.max(1.0) * 1000.0;
        let x = share(event.client_x(), area.left(), area.width());
        let y = share(event.client_y(), area.top(), area.height());
        match tool {
            Tool::Eraser if strokes.with_untracked(|all| all.iter().any(|stroke| stroke.is_near(x, y))) => {
                strokes.update(|strokes| strokes.retain(|stroke| !stroke.is_near(x, y)));
            }
            Tool::Eraser => {}
            Tool::Pen(colour) if fresh => {
                strokes.update(|strokes| strokes.push(Stroke { colour, points: vec![(x, y)] }))
            }
            Tool::Pen(_) => strokes.update(|strokes| {
                if let Some(last) = strokes.last_mut()
                    && last.points.last().is_none_or(|(a, b)| (a - x).hypot(b - y) > 1.5)
                {
                    last.points.push((x, y));
                }
            }),
        }
    };
    let down = move |event: PointerEvent| {
        if stage.tool.get_untracked().is_none() || event.button() != 0 || !event.is_primary() {
            return;
        }
        if let Some(svg) = svg.get_untracked() {
            _ = svg.set_pointer_capture(event.pointer_id());
        }
        draws.set(true);
        touch(&event, true);
    };
    let moved = move |event: PointerEvent| {
        if draws.get_untracked() && event.is_primary() {
            touch(&event, false);
        }
    };
    let rest = move |_: PointerEvent| draws.set(false);
    view! {
        <svg
            node_ref=svg
            class="hall-sheet"
            viewBox="0 0 1000 1000"
            preserveAspectRatio="none"
            aria-hidden="true"
            data-on=held(move || stage.tool.get().map(|tool| if tool == Tool::Eraser { "eraser" } else { "pen" }))
            on:pointerdown=down
            on:pointermove=moved
            on:pointerup=rest
            on:pointercancel=rest
        ></svg>
    }
    .into_any()
}
