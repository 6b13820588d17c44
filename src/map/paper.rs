//! What the village keeps of its map: shapes of areas and lines (papers of the kind "wilayah") and points (papers of the
//! kind "titik"). A body is JSON with Indonesian keys; coordinates stand as GeoJSON writes them.

use super::ground::{Ground, Place};
use super::names::same;
use super::read::Form;
use super::ring::crosses_at;
use crate::base::region::Area;
use serde::{Deserialize, Serialize};

/// Kind of the papers of areas and lines.
pub const SHAPES: &str = "wilayah";
/// Kind of the papers of points.
pub const POINTS: &str = "titik";
/// The longest name of a point or line, in characters.
pub const MAX_NAME: usize = 80;

/// What a shape stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// An RT, RW or dusun.
    #[default]
    #[serde(rename = "wilayah")]
    Area,
    /// The whole village.
    #[serde(rename = "desa")]
    Village,
    /// A road, a river, any other line.
    #[serde(rename = "garis")]
    Line,
}

/// A shape as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// What it stands for.
    #[serde(rename = "mewakili")]
    pub stands: Stands,
    /// The area; empty parts for a village or line.
    #[serde(default)]
    pub dusun: String,
    /// RW.
    #[serde(default)]
    pub rw: String,
    /// RT.
    #[serde(default)]
    pub rt: String,
    /// Rings of an area, or one line.
    #[serde(rename = "koordinat")]
    pub rings: Vec<Vec<Place>>,
    /// Drawn without coordinates: neither scale nor place on the earth is true.
    #[serde(rename = "sketsa", default)]
    pub sketch: bool,
    /// Where it comes from: the name of the file, or that it was drawn.
    #[serde(rename = "sumber", default)]
    pub source: String,
}

impl Shape {
    /// The area that it stands for.
    pub fn area(&self) -> Area {
        Area { dusun: self.dusun.clone(), rw: self.rw.clone(), rt: self.rt.clone() }
    }

    /// A shape of an area.
    pub fn of_area(area: &Area, rings: Vec<Vec<Place>>) -> Shape {
        let Area { dusun, rw, rt } = area.clone();
        Shape { dusun, rw, rt, rings, ..Shape::default() }
    }

    /// True for the shape of this area.
    pub fn is_of(&self, area: &Area) -> bool {
        self.stands == Stands::Area && same(&self.area(), area)
    }

    /// Its place on the ground.
    pub fn form(&self) -> Form {
        match self.stands {
            Stands::Line => Form::Line(self.rings.first().cloned().unwrap_or_default()),
            _ => Form::Area(self.rings.clone()),
        }
    }

    /// Key of its paper: one shape an area, one of the village, one a name of a line.
    pub fn key(&self, name: &str) -> String {
        match self.stands {
            Stands::Area => format!("{};{};{}", self.dusun, self.rw, self.rt).to_lowercase(),
            Stands::Village => "desa".to_owned(),
            Stands::Line => format!("garis {}", name.trim().to_lowercase()),
        }
    }

    /// What is wrong with it, where something is.
    pub fn check(&self) -> Result<(), Wrong> {
        let least = if self.stands == Stands::Line { 2 } else { 3 };
        if self.rings.is_empty() || self.rings.iter().any(|ring| ring.len() < least) {
            return Err(Wrong::TooFewCorners);
        }
        if self.stands == Stands::Area && self.area().is_whole_village() {
            return Err(Wrong::NoArea);
        }
        if !self.rings.iter().flatten().all(Place::on_earth) {
            return Err(Wrong::NotOnEarth);
        }
        if self.stands != Stands::Line
            && let Some(ground) = Ground::of(self.rings.iter().flatten().copied())
            && let Some(spot) = self.rings.iter().find_map(|ring| crosses_at(&ground.flat_ring(ring)))
        {
            return Err(Wrong::CrossesItself(ground.place(spot)));
        }
        Ok(())
    }

    /// Reads a paper's body; nothing where it is damaged.
    pub fn read(body: &str) -> Option<Shape> {
        let shape: Shape = serde_json::from_str(body).ok()?;
        shape.check().ok().map(|()| shape)
    }
}

/// Why a shape or point cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wrong {
    /// Fewer than three corners (two for a line).
    TooFewCorners,
    /// The ring crosses itself here.
    CrossesItself(Place),
    /// No area named.
    NoArea,
    /// No degrees of this earth.
    NotOnEarth,
    /// No name, or too long a one.
    Name,
}

/// What a point on the map is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// Village office, village hall.
    #[serde(rename = "kantor")]
    Office,
    /// School, PAUD, madrasah.
    #[serde(rename = "sekolah")]
    School,
    /// Posyandu, puskesmas pembantu, midwife.
    #[serde(rename = "kesehatan")]
    Health,
    /// Mosque, church, temple.
    #[serde(rename = "ibadah")]
    Worship,
    /// Well, spring, tank.
    #[serde(rename = "air")]
    Water,
    /// Market, shop, BUM Desa.
    #[serde(rename = "pasar")]
    Market,
    /// Anything else.
    #[default]
    #[serde(rename = "lain")]
    Other,
}

impl Sign {
    /// All, in the order of the legend.
    pub const ALL: [Sign; 7] =
        [Sign::Office, Sign::School, Sign::Health, Sign::Worship, Sign::Water, Sign::Market, Sign::Other];

    /// Its place in [`Sign::ALL`].
    pub fn number(self) -> u8 {
        Sign::ALL.iter().position(|sign| *sign == self).unwrap_or_default() as u8
    }

    /// What a name says that it is.
    pub fn of_name(name: &str) -> Sign {
        let name = name.to_lowercase();
        let any = |words: &[&str]| {
            name.split(|c: char| !c.is_alphanumeric())
                .any(|piece| words.iter().any(|word| piece == *word || (word.len() > 4 && piece.starts_with(word))))
        };
        let known: [(Sign, &[&str]); 6] = [
            (
                Sign::School,
                &["sd", "sdn", "smp", "smpn", "sma", "smk", "mi", "mts", "ma", "tk", "paud", "sekolah", "madrasah"],
            ),
            (Sign::Health, &["posyandu", "puskesmas", "pustu", "polindes", "poskesdes", "bidan", "klinik"]),
            (
                Sign::Worship,
                &["masjid", "mushola", "musholla", "langgar", "surau", "gereja", "pura", "vihara", "klenteng"],
            ),
            (Sign::Office, &["kantor", "balai"]),
            (Sign::Water, &["sumur", "mata", "pamsimas", "tandon", "pdam", "air"]),
            (Sign::Market, &["pasar", "toko", "warung", "bumdes", "koperasi"]),
        ];
        known.into_iter().find(|(_, words)| any(words)).map_or(Sign::Other, |(sign, _)| sign)
    }
}

/// A point as it is kept; its name is the paper's title.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// What it is.
    #[serde(rename = "tanda")]
    pub sign: Sign,
    /// Where it is.
    #[serde(rename = "koordinat")]
    pub place: Place,
    /// Drawn without coordinates.
    #[serde(rename = "sketsa", default)]
    pub sketch: bool,
}

impl Point {
    /// What is wrong with it, where something is.
    pub fn check(&self, name: &str) -> Result<(), Wrong> {
        if !self.place.on_earth() {
            return Err(Wrong::NotOnEarth);
        }
        if name.trim().is_empty() || name.chars().count() > MAX_NAME { Err(Wrong::Name) } else { Ok(()) }
    }

    /// Reads a paper's body; nothing where it is damaged.
    pub fn read(body: &str) -> Option<Point> {
        let point: Point = serde_json::from_str(body).ok()?;
        point.place.on_earth().then_some(point)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_reads_back_and_a_damaged_one_does_not() {
        let ring = [[114.76, -2.98], [114.77, -2.98], [114.77, -2.97]].map(Place::from).to_vec();
        let area = Area { dusun: "Hilir".into(), rw: "1".into(), rt: "2".into() };
        let shape = Shape::of_area(&area, vec![ring]);
        let body = serde_json::to_string(&shape).unwrap();
        assert!(body.contains(r#""koordinat":[[[114.76,-2.98],"#), "{body}");
        assert_eq!(Shape::read(&body), Some(shape.clone()));
        assert!(shape.is_of(&Area { dusun: "HILIR".into(), ..area }));
        assert_eq!(shape.key(""), "hilir;1;2");
        for damaged in [
            "{}",
            "[]",
            r#"{"mewakili":"wilayah","rt":"1","koordinat":[[[1,2],[2,2]]]}"#,
            r#"{"mewakili":"wilayah","koordinat":[[[1,2],[2,2],[2,3]]]}"#,
            r#"{"mewakili":"wilayah","rt":"1","koordinat":[[[0,0],[1,1],[1,0],[0,1]]]}"#,
            r#"{"mewakili":"wilayah","rt":"1","koordinat":[[[500,0],[501,1],[501,0]]]}"#,
            r#"{"mewakili":"benua","rt":"1","koordinat":[[[1,2],[2,2],[2,3]]]}"#,
        ] {
            assert_eq!(Shape::read(damaged), None, "{damaged}");
        }
    }

    #[test]
    fn names_tell_what_a_point_is() {
        for (name, sign) in [
            ("SDN 2 Contoh", Sign::School),
            ("Masjid Al-Contoh", Sign::Worship),
            ("Posyandu Melati", Sign::Health),
            ("Balai desa", Sign::Office),
            ("Rumah Kepala Dusun", Sign::Other),
        ] {
            assert_eq!(Sign::of_name(name), sign, "{name}");
        }
    }
}
