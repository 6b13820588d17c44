//! Areas, lines and points drawn on the device: by taps, or with the keyboard alone (arrows move a cross, Enter sets a
//! corner, Backspace takes the last away). Corners snap to near ones, so that neighbours share their border.

use super::map_file::to_draw;
use super::map_pen::{Pen, SIGNS};
use super::map_sheet::{Seen, Spot, ground, pen};
use crate::engine::protocol::MapSheet;
use crate::lang::{map as words, number};
use crate::ui::asking::trouble;
use crate::ui::client::{ask, follow_changes};
use crate::ui::lang;
use crate::ui::parts::button::{Button, Look};
use crate::ui::parts::empty::skeleton;
use crate::ui::parts::field::Field;
use crate::ui::parts::icon::icon;
use crate::ui::parts::live::{effect, follow, held};
use crate::ui::parts::notice::Notice;
use crate::ui::parts::picker::Picker;
use crate::ui::parts::segmented::Segmented;
use crate::ui::parts::tone::Tone;
use crate::ui::parts::typed::TextField;
use crate::ui::shell::house::name_page;
use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

/// A finger that moves less than this sets a corner; one that moves more moves the sheet. In pixels.
const TAP_PX: f64 = 9.0;
/// The page.
pub fn MapDrawPage() -> AnyView {
    name_page(|| words::title(lang()).into(), || words::draw_areas(lang()).into());
    let pen = Pen::new();
    effect(move || {
        follow_changes();
        pen.load();
        leptos::task::spawn_local(async move {
            if let Ok(sheet) = ask(MapSheet).await {
                let next = to_draw(&sheet.areas).first().map(|(key, _)| key.clone()).unwrap_or_default();
                _ = pen.areas.try_set(sheet.areas);
                if pen.corners.try_with_untracked(Vec::is_empty) == Some(true) {
                    pen.area.try_set(next);
                }
            }
        });
    });
    effect(move || pen.check());
    let what = vec![
        ("wilayah".to_owned(), words::an_area(lang()).to_owned()),
        ("desa".to_owned(), words::border_short(lang()).to_owned()),
        ("garis".to_owned(), words::a_line(lang()).to_owned()),
        ("titik".to_owned(), words::a_point(lang()).to_owned()),
    ];
    // What was drawn as one thing is no other.
    effect(move || {
        pen.what.track();
        pen.corners.set(Vec::new());
    });
    let areas = Signal::derive(move || pen.areas.with(|areas| to_draw(areas)));
    let signs: Vec<(String, String)> = SIGNS
        .iter()
        .zip([
            words::sign_office(lang()),
            words::sign_school(lang()),
            words::sign_health(lang()),
            words::sign_worship(lang()),
            words::sign_water(lang()),
            words::sign_market(lang()),
            words::sign_other(lang()),
        ])
        .map(|((key, _), label)| ((*key).to_owned(), label.to_owned()))
        .collect();
    let not =
        move |wanted: &'static [&'static str]| held(move || !pen.what.with(|what| wanted.contains(&what.as_str())));
    view! {
        <div class="stack">
            <p class="soft">{words::draw_intro(lang())}</p>
            {trouble(pen.problem)}
            {follow(move || no_place(pen))}
            <Segmented label=words::what_drawn(lang()) name="apa" options=what chosen=pen.what/>
            <div hidden=not(&["wilayah"])>
                <Picker id="gambar-wilayah" label=words::which(lang()) options=areas chosen=pen.area/>
            </div>
            <div hidden=not(&["garis", "titik"])>
                <TextField field=Field::new("gambar-nama", words::name(lang())).on(pen.name)/>
            </div>
            <div hidden=not(&["titik"])>
                <Picker id="gambar-tanda" label=words::sign(lang()) options=Signal::stored(signs) chosen=pen.sign/>
            </div>
            {sheet(pen)}
            {follow(move || below(pen))}
        </div>
    }
    .into_any()
}

/// Where nothing tells where the village lies, the user may; else a sketch is drawn.
fn no_place(pen: Pen) -> Option<AnyView> {
    let needed =
        pen.canvas.with(|canvas| canvas.as_ref().is_none_or(|canvas| canvas.sketch && canvas.shapes.is_empty()));
    needed.then(|| {
        let load = Callback::new(move |()| pen.load());
        view! {
            <Notice title=words::no_place_title(lang())>
                <p>{words::no_place_text(lang())}</p>
                <TextField field=Field::new("letak-desa", words::start(lang())).help(words::start_help(lang())).on(pen.start)/>
                <div class="buttons"><Button text=words::use_start(lang()) look=Look::Outline on_press=load/></div>
            </Notice>
        }
        .into_any()
    })
}

/// The sheet with its buttons.
fn sheet(pen: Pen) -> AnyView {
    let element = NodeRef::<html::Div>::new();
    // Pointer down: where, and what was seen then.
    let down = StoredValue::new(None::<((f64, f64), Seen)>);
    let moved = StoredValue::new(false);
    let part = move |event: &PointerEvent| {
        let box_ = element.get_untracked()?.get_bounding_client_rect();
        let (wide, high) = (box_.width().max(1.0), box_.height().max(1.0));
        pen.seen.update(|seen| {
            if let Some(seen) = seen {
                seen.pixels = wide;
            }
        });
        Some(((f64::from(event.client_x()) - box_.left()) / wide, (f64::from(event.client_y()) - box_.top()) / high))
    };
    let on_down = move |event: PointerEvent| {
        if let (Some(at), Some(seen)) = (part(&event), pen.seen.get_untracked()) {
            down.set_value(Some((at, seen)));
            moved.set_value(false);
        }
    };
    let on_move = move |event: PointerEvent| {
        let (Some((from, seen)), Some(at)) = (down.get_value(), part(&event)) else { return };
        let (dx, dy) = (at.0 - from.0, at.1 - from.1);
        if dx.hypot(dy) * seen.pixels > TAP_PX {
            moved.set_value(true);
        }
        if moved.get_value() {
            let middle = (seen.middle.0 - dx * seen.across, seen.middle.1 - dy * seen.across);
            pen.seen.set(Some(Seen { middle, ..seen }));
        }
    };
    let on_up = move |event: PointerEvent| {
        let tapped = down.get_value().is_some() && !moved.get_value();
        down.set_value(None);
        if let (true, Some(at), Some(seen)) = (tapped, part(&event), pen.seen.get_untracked()) {
            pen.set(seen.at(at));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let fine = event.shift_key();
        match event.key().as_str() {
            "ArrowLeft" => pen.walk(-1.0, 0.0, fine),
            "ArrowRight" => pen.walk(1.0, 0.0, fine),
            "ArrowUp" => pen.walk(0.0, -1.0, fine),
            "ArrowDown" => pen.walk(0.0, 1.0, fine),
            "Enter" | " " => {
                if let Some(seen) = pen.seen.get_untracked() {
                    pen.set(seen.cross);
                }
            }
            "Backspace" | "Delete" => pen.take_back(),
            "+" | "=" => pen.zoom(0.7),
            "-" => pen.zoom(1.0 / 0.7),
            _ => return,
        }
        event.prevent_default();
    };
    let view_box = Memo::new(move |_| pen.seen.with(|seen| seen.map_or("0 0 1 1".to_owned(), |seen| seen.view_box())));
    let back = Memo::new(move |_| {
        let seen = pen.seen.get();
        pen.canvas
            .with(|canvas| canvas.as_ref().zip(seen).map(|(canvas, seen)| ground(canvas, &seen)).unwrap_or_default())
    });
    let front = move || {
        let is_area = pen.is_area();
        pen.seen.get().map(|seen| pen.corners.with(|corners| pen_text(corners, &seen, is_area))).unwrap_or_default()
    };
    let zoom = move |factor: f64, label: &'static str, sign: &'static str| {
        view! {
            <button type="button" class="button button-outline button-square" aria-label=label on:click=move |_| pen.zoom(factor)>{sign}</button>
        }
        .into_any()
    };
    view! {
        <div class="map-desk">
            <div
                node_ref=element
                class="map-sheet"
                tabindex="0"
                role="application"
                aria-label=words::sheet(lang())
                aria-describedby="cara-gambar"
                on:pointerdown=on_down
                on:pointermove=on_move
                on:pointerup=on_up
                on:pointercancel=move |_| down.set_value(None)
                on:keydown=on_key
            >
                <svg viewBox=held(move || view_box.get()) aria-hidden="true" focusable="false">
                    <g inner_html=held(move || back.get())></g>
                    <g inner_html=held(front)></g>
                </svg>
                {follow(move || pen.canvas.with(Option::is_none).then(|| skeleton(3)))}
            </div>
            <div class="row">
                {zoom(0.7, words::nearer(lang()), "+")}
                {zoom(1.0 / 0.7, words::further(lang()), "−")}
                <button
                    type="button"
                    class="button button-outline"
                    disabled=held(move || pen.corners.with(Vec::is_empty))
                    on:click=move |_| pen.take_back()
                >
                    {icon("undo")}
                    <span>{words::last_away(lang())}</span>
                </button>
            </div>
            <p id="cara-gambar" class="soft">{words::how_to_draw(lang())}</p>
        </div>
    }
    .into_any()
}

fn pen_text(corners: &[Spot], seen: &Seen, is_area: bool) -> String {
    pen(corners, seen, is_area)
}

/// How far the drawing is, and the button that keeps it.
fn below(pen: Pen) -> AnyView {
    let n = pen.corners.with(Vec::len);
    let paper = pen.paper.get();
    let problem = paper.as_ref().map(|paper| paper.problem.clone()).filter(|problem| !problem.is_empty());
    let state = match &paper {
        Some(paper) if problem.is_none() => words::ready(lang(), &paper.title, &paper.about),
        _ if n == 0 => words::nothing_drawn(lang()).to_owned(),
        _ => words::corners_so_far(lang(), number::whole(lang(), n as i64)),
    };
    let ready = paper.is_some() && problem.is_none();
    let keep = Callback::new(move |()| pen.keep());
    view! {
        <p role="status">{state}</p>
        {problem.map(|text| view! { <Notice tone=Tone::Warn><p>{text}</p></Notice> })}
        <div class="buttons">
            <Button text=words::keep(lang()) off=Signal::stored(!ready) on_press=keep/>
        </div>
    }
    .into_any()
}
