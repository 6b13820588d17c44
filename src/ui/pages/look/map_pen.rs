//! What the hand draws: corners on the sheet, what they stand for, and the paper that they make. Views show it and tell it
//! of taps and keys.

use super::map_kept::undo;
use super::map_sheet::{Seen, Snap, Spot, place_of, snapped};
use crate::base::Value;
use crate::engine::EngineError;
use crate::engine::protocol::{
    CanvasView, CheckPoint, CheckShape, MapCanvas, MapPaper, PutPaper, SheetArea, Sign, Stands,
};
use crate::lang::map as words;
use crate::ui::client::{ask, save};
use crate::ui::lang;
use crate::ui::parts::toast::{toast, toast_undo};
use crate::ui::shell::announce::announce;
use leptos::prelude::*;

/// Keys of signs.
pub(super) const SIGNS: [(&str, Sign); 7] = [
    ("kantor", Sign::Office),
    ("sekolah", Sign::School),
    ("kesehatan", Sign::Health),
    ("ibadah", Sign::Worship),
    ("air", Sign::Water),
    ("pasar", Sign::Market),
    ("lain", Sign::Other),
];

/// The signals of the drawing.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    pub(super) canvas: RwSignal<Option<CanvasView>>,
    pub(super) seen: RwSignal<Option<Seen>>,
    pub(super) corners: RwSignal<Vec<Spot>>,
    /// `wilayah`, `desa`, `garis`, `titik`.
    pub(super) what: RwSignal<String>,
    pub(super) areas: RwSignal<Vec<SheetArea>>,
    /// Place of the chosen area in the list.
    pub(super) area: RwSignal<String>,
    pub(super) name: RwSignal<Value>,
    pub(super) sign: RwSignal<String>,
    pub(super) paper: RwSignal<Option<MapPaper>>,
    pub(super) start: RwSignal<Value>,
    pub(super) problem: RwSignal<Option<EngineError>>,
}

impl Pen {
    pub(super) fn new() -> Pen {
        Pen {
            canvas: RwSignal::new(None),
            seen: RwSignal::new(None),
            corners: RwSignal::new(Vec::new()),
            what: RwSignal::new("wilayah".into()),
            areas: RwSignal::new(Vec::new()),
            area: RwSignal::new(String::new()),
            name: RwSignal::new(Value::Missing),
            sign: RwSignal::new("lain".into()),
            paper: RwSignal::new(None),
            start: RwSignal::new(Value::Missing),
            problem: RwSignal::new(None),
        }
    }

    pub(super) fn is_point(self) -> bool {
        self.what.with(|what| what == "titik")
    }

    pub(super) fn is_area(self) -> bool {
        self.what.with(|what| what == "wilayah" || what == "desa")
    }

    pub(super) fn text(signal: RwSignal<Value>) -> String {
        signal.with(|value| if let Value::Text(text) = value { text.clone() } else { String::new() })
    }

    /// Sets a corner at a spot, snapped; onto the first corner closes the area.
    pub(super) fn set(self, spot: Spot) {
        let (Some(seen), Some((spot, snap))) = (
            self.seen.get_untracked(),
            self.canvas.with_untracked(|canvas| {
                let seen = self.seen.get_untracked()?;
                let canvas = canvas.as_ref()?;
                Some(self.corners.with_untracked(|corners| snapped(canvas, corners, spot, seen.pixel())))
            }),
        ) else {
            return;
        };
        self.seen.set(Some(Seen { cross: spot, ..seen }));
        if untrack(move || self.is_point()) {
            self.corners.set(vec![spot]);
            return announce(words::point_set(lang()));
        }
        if snap == Snap::First {
            return announce(words::is_closed(lang()));
        }
        if self.corners.with_untracked(|corners| corners.last() == Some(&spot)) {
            return;
        }
        self.corners.update(|corners| corners.push(spot));
        let n = self.corners.with_untracked(Vec::len);
        announce(&match snap {
            Snap::Corner(of) => words::corner_on(lang(), n, of),
            _ => words::corner_set(lang(), n),
        });
    }

    pub(super) fn take_back(self) {
        if self.corners.with_untracked(|corners| corners.is_empty()) {
            return;
        }
        self.corners.update(|corners| _ = corners.pop());
        announce(&words::corner_gone(lang(), self.corners.with_untracked(Vec::len)));
    }

    pub(super) fn zoom(self, factor: f64) {
        let most = self.canvas.with_untracked(|canvas| canvas.as_ref().map_or(0.0, |c| c.size.0.max(c.size.1)));
        self.seen.update(|seen| {
            if let Some(seen) = seen {
                seen.zoom(factor, most);
            }
        });
    }

    pub(super) fn walk(self, right: f64, down: f64, fine: bool) {
        self.seen.update(|seen| {
            if let Some(seen) = seen {
                let step = seen.across / if fine { 200.0 } else { 25.0 };
                seen.walk((right * step, down * step));
            }
        });
    }

    /// Fetches the sheet anew; what is seen stays where it can.
    pub(super) fn load(self) {
        let start = untrack(move || Pen::text(self.start));
        leptos::task::spawn_local(async move {
            match ask(MapCanvas { start }).await {
                Ok(canvas) => {
                    let moved = self.canvas.with_untracked(|now| {
                        now.as_ref().is_none_or(|now| (now.middle, now.size) != (canvas.middle, canvas.size))
                    });
                    let empty = self.corners.with_untracked(Vec::is_empty);
                    if moved && empty {
                        let pixels = self.seen.get_untracked().map_or(328.0, |seen| seen.pixels);
                        self.seen.set(Some(Seen::whole(&canvas, pixels)));
                    }
                    // Half a shape holds metres of the sheet that it was begun on.
                    if empty || !moved {
                        self.canvas.set(Some(canvas));
                    }
                    self.problem.set(None);
                }
                Err(error) => self.problem.set(Some(error)),
            }
        });
    }

    /// The paper of what is drawn, checked anew at every change.
    pub(super) fn check(self) {
        let corners = self.corners.get();
        let what = self.what.get();
        let (area, name, sign) = (self.area.get(), Pen::text(self.name), self.sign.get());
        let area =
            self.areas.with(|areas| area.parse::<usize>().ok().and_then(|at| areas.get(at)).map(|a| a.area.clone()));
        let asked = self.canvas.with_untracked(|canvas| {
            canvas.as_ref().map(|canvas| {
                let places: Vec<_> = corners.iter().map(|spot| place_of(canvas, *spot)).collect();
                (places, canvas.sketch)
            })
        });
        let Some((places, sketch)) = asked.filter(|(places, _)| !places.is_empty()) else {
            return self.paper.set(None);
        };
        let least = match what.as_str() {
            "titik" => 1,
            "garis" => 2,
            _ => 3,
        };
        if places.len() < least {
            return self.paper.set(None);
        }
        leptos::task::spawn_local(async move {
            let answer = if what == "titik" {
                let sign = SIGNS.iter().find(|(key, _)| *key == sign).map_or(Sign::Other, |(_, sign)| *sign);
                ask(CheckPoint { name, sign, place: places[0], sketch }).await
            } else {
                let stands = match what.as_str() {
                    "desa" => Stands::Village,
                    "garis" => Stands::Line,
                    _ => Stands::Area,
                };
                let area = area.unwrap_or_default();
                ask(CheckShape { stands, area, name, rings: vec![places], sketch, source: String::new() }).await
            };
            if self.corners.try_with_untracked(|now| *now == corners) == Some(true) {
                self.paper.set(answer.ok());
            }
        });
    }

    pub(super) fn keep(self) {
        let Some(paper) = self.paper.get_untracked().filter(|paper| paper.problem.is_empty()) else { return };
        let MapPaper { kind, key, title, body, .. } = paper;
        leptos::task::spawn_local(async move {
            match save(PutPaper { kind, key, title: title.clone(), body }).await {
                Ok(done) => {
                    self.corners.set(Vec::new());
                    self.name.set(Value::Missing);
                    let said = words::shape_kept(lang(), title);
                    announce(&said);
                    toast_undo(said, Callback::new(move |()| undo(done.act)));
                }
                Err(error) => toast(error.message(lang()).1),
            }
        });
    }
}
