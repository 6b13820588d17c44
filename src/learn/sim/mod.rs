//! The interactive pieces: each a small machine that is touched, may run, and shows itself as a drawing, figures, a table
//! and a sentence. Seeded and repeatable, free of screens: the page draws any of them alike.

mod ask_well;
mod board;
mod cards;
mod chance;
pub mod chart_mend;
mod decide;
pub mod errors;
mod map;
pub mod middle;
mod neighbour;
pub mod pen;
mod pyramid;
mod rates;
pub mod sampling;
pub mod simpson;
mod small_numbers;
mod two_way;

use super::village::Village;
use crate::lang::Lang;
use std::collections::BTreeMap;

/// Something to set a piece by.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // each variant says what its fields are
pub enum Control {
    /// A range: from, to, step, value, and the value in words.
    Slider { id: &'static str, label: String, from: f64, to: f64, step: f64, value: f64, shown: String },
    /// A button.
    Button { id: &'static str, label: String },
    /// One or several of a few, beside each other; `on` tells which.
    Chips { id: &'static str, label: String, options: Vec<String>, on: Vec<bool> },
}

/// A touch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Touch<'a> {
    /// A button.
    Press(&'a str),
    /// A slider to a value.
    Slide(&'a str, f64),
    /// A chip, by its place from 0.
    Choose(&'a str, usize),
    /// A mark of the drawing, or a row of the table.
    Pick(u32),
    /// The pointer moves on the drawing, pressed: shares of its width and height.
    Drag(f64, f64),
    /// A tap on the drawing where no mark with a number stands: in the drawing's own units, and its width in them.
    Tap(f64, f64, f64),
}

/// A table beside the drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What it holds.
    pub title: String,
    /// Heads of columns.
    pub head: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<String>>,
    /// Rows that are marked.
    pub on: Vec<bool>,
    /// What a touch of a row picks; empty where rows are for reading alone.
    pub picks: Vec<u32>,
}

impl Grid {
    fn of(title: &str, head: &[&str], rows: Vec<Vec<String>>, on: Vec<bool>) -> Grid {
        let head = head.iter().map(|head| (*head).to_owned()).collect();
        Grid { title: title.to_owned(), head, rows, on, picks: Vec::new() }
    }
}

/// How a piece shows itself now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Height of the drawing.
    pub height: f64,
    /// The drawing: what stands within `<svg>`.
    pub marks: String,
    /// What happened, in a sentence; read aloud to those who do not see the drawing.
    pub said: String,
    /// Figures with what they are.
    pub facts: Vec<(String, String)>,
    /// A table beside the drawing.
    pub grid: Option<Grid>,
}

/// An interactive piece.
pub trait Piece: Send {
    /// What it can be set by.
    fn controls(&self, lang: Lang) -> Vec<Control>;
    /// How it shows itself at a width in pixels.
    fn scene(&self, lang: Lang, width: f64) -> Scene;
    /// Takes a touch.
    fn touch(&mut self, touch: Touch);
    /// Goes on by a frame; false where nothing runs.
    fn tick(&mut self) -> bool {
        false
    }
}

/// Settings of a lesson for its piece.
pub type Settings = BTreeMap<String, f64>;

/// Makes the piece of a name.
pub fn make(name: &str, settings: &Settings, village: &Village, seed: u64) -> Option<Box<dyn Piece>> {
    let set = |key: &str, otherwise: f64| settings.get(key).copied().filter(|v| v.is_finite()).unwrap_or(otherwise);
    Some(match name {
        "needs-board" => Box::new(board::needs(village, seed)),
        "answer-kinds" => Box::new(board::kinds(village, seed)),
        "who-counts" => Box::new(rates::WhoCounts::new(village)),
        "ask-well" => Box::new(ask_well::AskWell::new(village, seed)),
        "error-hunt" => Box::new(errors::ErrorHunt::new(village, seed)),
        "rates" => Box::new(rates::Rates::new(village)),
        "middle-drag" => Box::new(middle::MiddleDrag::new(village, set("families", 9.0), seed)),
        "pyramid-shape" => Box::new(pyramid::PyramidShape::new(village)),
        "sampling" => Box::new(sampling::Sampling::new(village, set("size", 30.0), seed)),
        "chart-mend" => Box::new(chart_mend::ChartMend::new(village)),
        "two-way" => Box::new(two_way::TwoWay::new(village, seed)),
        "coincidence" => Box::new(chance::Coincidence::new(village, seed)),
        "small-numbers" => Box::new(small_numbers::SmallNumbers::new(village, settings.get("births").copied(), seed)),
        "decide" => Box::new(decide::Decide::new(village, set("budget", 40.0), seed)),
        "neighbour" => Box::new(neighbour::Neighbour::new(village)),
        _ => return None,
    })
}

/// Squares that a drawing of people holds at most; where there are more people, a square stands for several.
const MOST_TILES: usize = 2_000;

/// How many people a square stands for.
fn people_a_tile(n: usize) -> usize {
    n.div_ceil(MOST_TILES).max(1)
}

/// The chip of this place alone.
fn only(n: usize, chosen: usize) -> Vec<bool> {
    (0..n).map(|at| at == chosen).collect()
}

/// `12,3` per cent of a share, or a dash of nobody.
fn percent(lang: Lang, part: usize, whole: usize) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    format!("{}%", crate::lang::number::decimal(lang, 100.0 * part as f64 / whole as f64, 1))
}
