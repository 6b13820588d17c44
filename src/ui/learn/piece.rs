//! Shows an interactive piece: its drawing, its controls, its figures, what happened in words, and its table. One view for
//! all of them; while a piece runs, it goes on by a frame at a time.

use crate::lang::learn as words;
use crate::learn::Village;
use crate::learn::sim::{Control, Grid, Piece, Scene, Settings, Touch, make};
use crate::ui::lang;
use crate::ui::parts::live::{effect, follow, held};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

/// A piece on the page: copied into every closure.
#[derive(Clone, Copy)]
struct Stand {
    piece: StoredValue<Box<dyn Piece>, LocalStorage>,
    controls: RwSignal<Vec<Control>>,
    scene: RwSignal<Scene>,
    running: RwSignal<bool>,
    width: RwSignal<f64>,
    /// The next frame is asked for.
    waiting: StoredValue<bool, LocalStorage>,
}

/// Frames that may go by unseen where the reader wants no motion.
const MOST_FRAMES: usize = 5_000;

impl Stand {
    fn look(self) {
        let width = self.width.get_untracked();
        let looked = self.piece.try_with_value(|piece| (piece.controls(lang()), piece.scene(lang(), width)));
        let Some((controls, scene)) = looked else { return };
        if self.controls.try_with_untracked(|now| *now != controls) == Some(true) {
            self.controls.set(controls);
        }
        if self.scene.try_with_untracked(|now| *now != scene) == Some(true) {
            self.scene.set(scene);
        }
    }

    /// Takes a touch at once, and shows it with the next frame: a finger may move several times within one.
    fn touch(self, touch: Touch) {
        self.piece.update_value(|piece| piece.touch(touch));
        self.wake();
    }

    fn wake(self) {
        if self.waiting.try_update_value(|waiting| std::mem::replace(waiting, true)) == Some(false) {
            request_animation_frame(move || self.frame());
        }
    }

    /// A frame, and the next one after it, until nothing runs or the page is gone.
    fn frame(self) {
        if self.waiting.try_update_value(|waiting| *waiting = false).is_none() {
            return;
        }
        let still = still();
        let go_on = self.piece.try_update_value(|piece| {
            let mut frames = 0;
            while piece.tick() {
                frames += 1;
                if !still || frames > MOST_FRAMES {
                    return true;
                }
            }
            false
        });
        let Some(goes_on) = go_on else { return };
        self.look();
        if self.running.get_untracked() != goes_on {
            self.running.set(goes_on);
        }
        if goes_on {
            self.wake();
        }
    }
}

/// Whether the reader asked for no motion.
fn still() -> bool {
    let asked = window().match_media("(prefers-reduced-motion: reduce)");
    asked.ok().flatten().is_some_and(|asked| asked.matches())
}

/// The piece of a name, made on a village.
pub fn piece(name: &str, settings: &Settings, village: &Arc<Village>) -> AnyView {
    let seed = (js_sys::Math::random() * 1e9) as u64;
    let Some(made) = make(name, settings, village, seed) else { return ().into_any() };
    let stand = Stand {
        piece: StoredValue::new_local(made),
        controls: RwSignal::new(Vec::new()),
        scene: RwSignal::new(Scene::default()),
        running: RwSignal::new(false),
        width: RwSignal::new(300.0),
        waiting: StoredValue::new_local(false),
    };
    stand.look();
    view! {
        <div class="piece stack" data-piece=name.to_owned()>
            {drawing(stand)}
            {controls(stand)}
            {figures(stand)}
            {told(stand)}
            {rows(stand)}
        </div>
    }
    .into_any()
}

fn drawing(stand: Stand) -> AnyView {
    let svg = NodeRef::<leptos::svg::Svg>::new();
    let fit = move || {
        let wide = svg.get_untracked().map_or(0, |svg| svg.client_width());
        if wide > 0 && (f64::from(wide) - stand.width.get_untracked()).abs() > 1.0 {
            stand.width.set(f64::from(wide).clamp(240.0, 720.0));
            stand.look();
        }
    };
    effect(move || {
        if svg.get().is_some() {
            request_animation_frame(fit);
            stand.wake();
        }
    });
    let resized = window_event_listener_untyped("resize", move |_| fit());
    on_cleanup(move || resized.remove());
    effect(move || {
        if let Some(svg) = svg.get() {
            stand.scene.with(|scene| svg.set_inner_html(&scene.marks));
        }
    });
    let height = move || stand.scene.with(|scene| scene.height);
    let view_box = move || format!("0 0 {:.0} {:.0}", stand.width.get(), height());
    let pick = move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(id) = target.and_then(|target| target.get_attribute("data-pick")).and_then(|id| id.parse().ok()) {
            stand.touch(Touch::Pick(id));
        } else if let Some(svg) = svg.get_untracked() {
            let (area, width) = (svg.get_bounding_client_rect(), stand.width.get_untracked());
            let scale = width / area.width().max(1.0);
            let x = (f64::from(event.client_x()) - area.left()) * scale;
            let y = (f64::from(event.client_y()) - area.top()) * scale;
            stand.touch(Touch::Tap(x, y, width));
        }
    };
    let drag = move |event: PointerEvent| {
        if event.buttons() & 1 == 0 {
            return;
        }
        if let Some(svg) = svg.get_untracked() {
            let area = svg.get_bounding_client_rect();
            let share = |at: i32, from: f64, long: f64| ((f64::from(at) - from) / long.max(1.0)).clamp(0.0, 1.0);
            let x = share(event.client_x(), area.left(), area.width());
            let y = share(event.client_y(), area.top(), area.height());
            stand.touch(Touch::Drag(x, y));
        }
    };
    view! {
        <svg
            node_ref=svg
            class="piece-drawing"
            role="img"
            aria-label=words::drawing(lang())
            viewBox=held(view_box)
            on:click=pick
            on:pointermove=drag
        ></svg>
    }
    .into_any()
}

/// Names and kinds of the controls: while these stay, only values change, and a control keeps the focus.
fn shape(controls: &[Control]) -> Vec<(&'static str, String, Vec<String>)> {
    let one = |control: &Control| match control {
        Control::Slider { id, label, .. } | Control::Button { id, label } => (*id, label.clone(), Vec::new()),
        Control::Chips { id, label, options, .. } => (*id, label.clone(), options.clone()),
    };
    controls.iter().map(one).collect()
}

fn controls(stand: Stand) -> AnyView {
    let shape = Memo::new(move |_| stand.controls.with(|controls| shape(controls)));
    let all = move || {
        let n = shape.with(Vec::len);
        let (mut buttons, mut others) = (Vec::new(), Vec::new());
        for at in 0..n {
            let control = stand.controls.with_untracked(|controls| controls.get(at).cloned());
            match control {
                Some(Control::Button { id, label }) => buttons.push(view! {
                    <button type="button" class="button button-outline" on:click=move |_| stand.touch(Touch::Press(id))>{label}</button>
                }),
                Some(Control::Slider { id, label, from, to, step, .. }) => others.push(slider(stand, at, id, label, (from, to, step))),
                Some(Control::Chips { id, label, options, .. }) => others.push(chips(stand, at, id, label, options)),
                None => {}
            }
        }
        view! { {others} <div class="buttons">{buttons}</div> }
    };
    view! { <div class="stack">{follow(all)}</div> }.into_any()
}

fn slider(stand: Stand, at: usize, id: &'static str, label: String, (from, to, step): (f64, f64, f64)) -> AnyView {
    let read = move || {
        stand.controls.with(|controls| match controls.get(at) {
            Some(Control::Slider { value, shown, .. }) => (*value, shown.clone()),
            _ => (from, String::new()),
        })
    };
    let slide = move |event| {
        if let Ok(value) = event_target_value(&event).parse() {
            stand.touch(Touch::Slide(id, value));
        }
    };
    view! {
        <label class="piece-slider">
            <span class="row-apart"><span>{label}</span><b class="figures">{follow(move || read().1)}</b></span>
            <input
                type="range"
                min=from.to_string()
                max=to.to_string()
                step=step.to_string()
                prop:value=held(move || read().0.to_string())
                aria-valuetext=held(move || read().1)
                on:input=slide
            />
        </label>
    }
    .into_any()
}

fn chips(stand: Stand, at: usize, id: &'static str, label: String, options: Vec<String>) -> AnyView {
    let chip = |(place, option): (usize, String)| {
        let on = move || {
            stand.controls.with(|controls| match controls.get(at) {
                Some(Control::Chips { on, .. }) => on.get(place) == Some(&true),
                _ => false,
            })
        };
        view! {
            <button type="button" class="chip" aria-pressed=held(move || on().to_string()) on:click=move |_| stand.touch(Touch::Choose(id, place))>
                {option}
            </button>
        }
        .into_any()
    };
    let all: Vec<_> = options.into_iter().enumerate().map(chip).collect();
    let name = label.clone();
    view! {
        <div class="stack-s" role="group" aria-label=name>
            <span class="soft" aria-hidden="true">{label}</span>
            <div class="row piece-chips">{all}</div>
        </div>
    }
    .into_any()
}

fn figures(stand: Stand) -> AnyView {
    let facts = Memo::new(move |_| stand.scene.with(|scene| scene.facts.clone()));
    let all = move || {
        let facts = facts.get();
        let row = |(label, value): (String, String)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> };
        (!facts.is_empty())
            .then(|| view! { <dl class="piece-facts">{facts.into_iter().map(row).collect::<Vec<_>>()}</dl> })
    };
    follow(all)
}

/// What happened, said when it has come to rest: a screen reader is not to hear sixty sentences a second.
fn told(stand: Stand) -> AnyView {
    let said = RwSignal::new(String::new());
    effect(move || {
        let now = stand.scene.with(|scene| scene.said.clone());
        if !stand.running.get() && said.get_untracked() != now {
            said.set(now);
        }
    });
    view! { <p class="piece-said" role="status" aria-label=words::what_happens(lang())>{follow(move || said.get())}</p> }.into_any()
}

fn rows(stand: Stand) -> AnyView {
    let grid = Memo::new(move |_| stand.scene.with(|scene| scene.grid.clone()));
    follow(move || grid.with(|grid| grid.as_ref().map(|grid| table(stand, grid))))
}

fn table(stand: Stand, grid: &Grid) -> AnyView {
    let head: Vec<_> = grid.head.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect();
    let row = |(at, row): (usize, &Vec<String>)| {
        let on = grid.on.get(at) == Some(&true);
        let cell = |(column, cell): (usize, &String)| match grid.picks.get(at).filter(|_| column == 0) {
            Some(pick) => view! { <td>{row_button(stand, *pick, cell.clone(), on)}</td> },
            None => view! { <td>{cell.clone().into_any()}</td> },
        };
        let cells: Vec<_> = row.iter().enumerate().map(cell).collect();
        view! { <tr data-on=on.then_some("true")>{cells}</tr> }
    };
    let rows: Vec<_> = grid.rows.iter().enumerate().map(row).collect();
    view! {
        <div class="scroll" role="region" tabindex="0" aria-label=grid.title.clone()>
            <table aria-label=grid.title.clone()><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// The table is drawn anew by a touch of its row: the row's button takes the focus back.
fn row_button(stand: Stand, pick: u32, text: String, on: bool) -> AnyView {
    let press = move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let piece = target.and_then(|target| target.closest(".piece").ok().flatten());
        stand.touch(Touch::Pick(pick));
        let focus = move || {
            let row =
                piece.as_ref().and_then(|piece| piece.query_selector(&format!("[data-row='{pick}']")).ok().flatten());
            if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
                _ = row.focus();
            }
        };
        request_animation_frame(move || request_animation_frame(focus));
    };
    view! {
        <button type="button" class="piece-row" data-row=pick.to_string() aria-pressed=on.to_string() on:click=press>{text}</button>
    }
    .into_any()
}
