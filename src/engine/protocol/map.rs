//! Requests of the village map: what can be mapped, the map, shapes drawn by hand, files of maps.

use super::LookAt;
use crate::base::region::Area;
pub use crate::map::classes::Breaks;
pub use crate::map::ground::Place;
pub use crate::map::names::AreaLevel;
pub use crate::map::paper::{POINTS, SHAPES, Sign, Stands};
use serde::{Deserialize, Serialize};

/// Asks what can be mapped and what is drawn already.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct MapSheet;

/// What can be mapped and what is drawn already.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetView {
    /// Indicators by id and name.
    pub indicators: Vec<(String, String)>,
    /// Areas of the village at all levels, RT first.
    pub areas: Vec<SheetArea>,
    /// Shapes that are kept.
    pub shapes: Vec<SheetShape>,
    /// Points that are kept.
    pub points: Vec<SheetPoint>,
    /// Titles of papers that cannot be read.
    pub damaged: Vec<String>,
    /// Families whose house has coordinates.
    pub houses: u32,
    /// Families.
    pub families: u32,
}

/// An area of the village.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetArea {
    /// The area.
    pub area: Area,
    /// Its level.
    pub level: AreaLevel,
    /// Its name.
    pub label: String,
    /// It has a shape.
    pub drawn: bool,
}

/// A shape that is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetShape {
    /// Key of its paper.
    pub key: String,
    /// Its name.
    pub title: String,
    /// Size or length, corners, where it comes from.
    pub about: String,
}

/// A point that is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetPoint {
    /// Key of its paper.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it is, in words.
    pub about: String,
}

/// What a map shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum MapTheme {
    /// An indicator of the catalogue, by id.
    Indicator(String),
    /// Who of a universe has an answer of a variable, by the names of `TableChoices`; without an answer the universe's
    /// number.
    Answer {
        /// Of whom.
        universe: String,
        /// The variable.
        variable: String,
        /// Place of the answer; nothing for all of them.
        answer: Option<u16>,
    },
}

impl Default for MapTheme {
    fn default() -> Self {
        MapTheme::Indicator("pop-total".into())
    }
}

/// How a map shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MapForm {
    /// Areas in colours by class; tiles where no area has a shape.
    #[default]
    Colour,
    /// Dots, each so many families.
    Dots(u16),
    /// A tile for each area.
    Tiles,
}

/// Asks for a map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DrawMap {
    /// When and where.
    pub look: LookAt,
    /// What it shows.
    pub theme: MapTheme,
    /// By which areas.
    pub level: AreaLevel,
    /// How.
    pub form: MapForm,
    /// How values are put into classes.
    pub breaks: Breaks,
    /// Facilities too.
    pub signs: bool,
    /// For everybody: counts from 1 up to below this are hidden, and dots moved; 0 hides nothing and moves nothing.
    pub hide_below: u8,
    /// A title of the user's own; empty for what the map says.
    pub title: String,
    /// Width in pixels.
    pub width: u16,
}

/// Asks for the sheet on which areas are drawn by hand.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapCanvas {
    /// Where the village lies ("-2,98, 114,76"), where neither houses nor shapes tell it; empty for a sketch without a place.
    pub start: String,
}

/// The sheet: metres east and south of its middle.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CanvasView {
    /// The middle.
    pub middle: Place,
    /// Degrees east and north of a metre.
    pub degrees: (f64, f64),
    /// How wide and high the sheet is, in metres.
    pub size: (f64, f64),
    /// What is drawn already: key, name, rings in metres.
    pub shapes: Vec<CanvasShape>,
    /// Houses in metres, thinned out.
    pub houses: Vec<(f64, f64)>,
    /// Points: name and place in metres.
    pub points: Vec<(String, (f64, f64))>,
    /// Where the village lies is not known: what is drawn is a sketch.
    pub sketch: bool,
}

/// A shape on the sheet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CanvasShape {
    /// Its name.
    pub title: String,
    /// A line instead of an area.
    pub line: bool,
    /// Rings in metres.
    pub rings: Vec<Vec<(f64, f64)>>,
}

/// Asks whether a shape can be kept, and for its paper.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckShape {
    /// What it stands for.
    pub stands: Stands,
    /// The area, where it stands for one.
    pub area: Area,
    /// Name of a line.
    pub name: String,
    /// Rings, or one line.
    pub rings: Vec<Vec<Place>>,
    /// Drawn without a place on the earth.
    pub sketch: bool,
    /// Name of the file; empty where it was drawn here.
    pub source: String,
}

/// Asks whether a point can be kept, and for its paper.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckPoint {
    /// Its name.
    pub name: String,
    /// What it is.
    pub sign: Sign,
    /// Where it is.
    pub place: Place,
    /// Drawn without a place on the earth.
    pub sketch: bool,
}

/// A paper that is ready to be kept by `PutPaper`, or why it is not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapPaper {
    /// Kind.
    pub kind: String,
    /// Key.
    pub key: String,
    /// Title.
    pub title: String,
    /// Body.
    pub body: String,
    /// What is wrong and what to do; empty where nothing is.
    pub problem: String,
    /// How large it is.
    pub about: String,
}

/// Reads a file of a map, which comes with the request.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ReadMap {
    /// Name of the file.
    pub name: String,
}

/// What a file of a map holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapFile {
    /// What there is to tell of the whole file.
    pub remarks: Vec<String>,
    /// Its features.
    pub features: Vec<MapFeature>,
}

/// What a feature of a file could become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FeatureForm {
    /// An area, or a line around one.
    #[default]
    Area,
    /// A line.
    Line,
    /// A point.
    Point,
}

/// A feature of a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapFeature {
    /// What the file calls it.
    pub name: String,
    /// What it is and how large.
    pub about: String,
    /// What it could become.
    pub form: FeatureForm,
    /// What there is to tell.
    pub remarks: Vec<String>,
    /// Nothing speaks against keeping it.
    pub fit: bool,
    /// The area that it seems to be.
    pub area: Option<Area>,
    /// Rings, one line, or one place.
    pub rings: Vec<Vec<Place>>,
    /// What a point seems to be.
    pub sign: Sign,
}
