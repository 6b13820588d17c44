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

/// What is shown now.
#[derive(Clone, Default)]
struct Shown {
    controls: Vec<Control>,
    scene: Scene,
}

/// A piece on the page: copied into every closure.
#[derive(Clone, Copy)]
struct Stand {
    piece: StoredValue<Box<dyn Piece>, LocalStorage>,
    shown: RwSignal<Shown>,
    running: RwSignal<bool>,
    width: RwSignal<f64>,
}

impl Stand {
    fn look(self) {
        let width = self.width.get_untracked();
        let looked = self
            .piece
            .try_with_value(|piece| Shown { controls: piece.controls(lang()), scene: piece.scene(lang(), width) });
        if let Some(shown) = looked {
            _ = self.shown.try_set(shown);
        }
    }

    fn touch(self, touch: Touch) {
        self.piece.update_value(|piece| piece.touch(touch));
        self.look();
        if !self.running.get_untracked() {
            self.run();
        }
    }

    /// A frame, and the next one after it, until nothing runs or the page is gone.
    fn run(self) {
        let mut goes_on = false;
        if self.piece.try_update_value(|piece| goes_on = piece.tick()).is_none() {
            return;
        }
        if self.running.get_untracked() != goes_on {
            self.running.set(goes_on);
        }
        if goes_on {
            self.look();
            request_animation_frame(move || self.run());
        }
    }
}

/// The piece of a name, made on a village.
pub fn piece(name: &str, settings: &Settings, village: &Arc<Village>) -> AnyView {
    let seed = (js_sys::Math::random() * 1e9) as u64;
    let Some(made) = make(name, settings, village, seed) else { return ().into_any() };
    let stand = Stand {
        piece: StoredValue::new_local(made),
        shown: RwSignal::new(Shown::default()),
        running: RwSignal::new(false),
        width: RwSignal::new(300.0),
    };
    stand.look();
    view! {
        <div class="piece stack" data-piece=name.to_owned()>
            {drawing(stand)}
            {controls(stand)}
            {figures(stand)}
            {told(stand)}
            {follow(move || stand.shown.with(|shown| shown.scene.grid.as_ref().map(table)))}
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
            request_animation_frame(move || stand.run());
        }
    });
    let resized = window_event_listener_untyped("resize", move |_| fit());
    on_cleanup(move || resized.remove());
    effect(move || {
        let marks = stand.shown.with(|shown| shown.scene.marks.clone());
        if let Some(svg) = svg.get() {
            svg.set_inner_html(&marks);
        }
    });
    let view_box = move || format!("0 0 {:.0} {:.0}", stand.width.get(), stand.shown.with(|shown| shown.scene.height));
    let pick = move |event: web_sys::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if let Some(id) = target.and_then(|target| target.get_attribute("data-pick")).and_then(|id| id.parse().ok()) {
            stand.touch(Touch::Pick(id));
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
    let shape = Memo::new(move |_| stand.shown.with(|shown| shape(&shown.controls)));
    let all = move || {
        let n = shape.with(Vec::len);
        let (mut buttons, mut others) = (Vec::new(), Vec::new());
        for at in 0..n {
            let control = stand.shown.with_untracked(|shown| shown.controls.get(at).cloned());
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
        stand.shown.with(|shown| match shown.controls.get(at) {
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
            stand.shown.with(|shown| match shown.controls.get(at) {
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
    let facts = Memo::new(move |_| stand.shown.with(|shown| shown.scene.facts.clone()));
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
        let now = stand.shown.with(|shown| shown.scene.said.clone());
        if !stand.running.get() && said.get_untracked() != now {
            said.set(now);
        }
    });
    view! { <p class="piece-said" role="status" aria-label=words::what_happens(lang())>{follow(move || said.get())}</p> }.into_any()
}

fn table(grid: &Grid) -> AnyView {
    let head: Vec<_> = grid.head.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect();
    let row = |(at, row): (usize, &Vec<String>)| {
        let cells: Vec<_> = row.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect();
        let on = (grid.on.get(at) == Some(&true)).then_some("true");
        view! { <tr data-on=on>{cells}</tr> }
    };
    let rows: Vec<_> = grid.rows.iter().enumerate().map(row).collect();
    view! {
        <div class="scroll" role="region" tabindex="0" aria-label=grid.title.clone()>
            <table aria-label=grid.title.clone()><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
