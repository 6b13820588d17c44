//! Places on the earth, and the flat ground of a village: metres east and south of a middle. A local equirectangular
//! projection is right for some tens of kilometres; lengths of a degree are those of WGS 84.

use serde::{Deserialize, Serialize};

/// A place: degrees east of Greenwich, degrees north of the equator. Written as GeoJSON writes it: `[lng, lat]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "[f64; 2]", into = "[f64; 2]")]
pub struct Place {
    /// Longitude (bujur) in degrees.
    pub lng: f64,
    /// Latitude (lintang) in degrees.
    pub lat: f64,
}

impl From<[f64; 2]> for Place {
    fn from([lng, lat]: [f64; 2]) -> Place {
        Place { lng, lat }
    }
}

impl From<Place> for [f64; 2] {
    fn from(place: Place) -> [f64; 2] {
        // Six decimals are a tenth of a metre.
        [place.lng, place.lat].map(|degrees| (degrees * 1e6).round() / 1e6)
    }
}

impl Place {
    /// True within the box around Indonesia.
    pub fn in_indonesia(&self) -> bool {
        (94.5..=141.5).contains(&self.lng) && (-11.5..=6.5).contains(&self.lat)
    }

    /// With longitude and latitude changed about.
    pub fn swapped(&self) -> Place {
        Place { lng: self.lat, lat: self.lng }
    }

    /// True for degrees of this earth.
    pub fn on_earth(&self) -> bool {
        self.lng.abs() <= 180.0 && self.lat.abs() <= 90.0
    }
}

/// The flat ground around a middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ground {
    middle: Place,
    /// Metres of a degree east and of a degree north, at the middle.
    metres: (f64, f64),
}

impl Ground {
    /// The ground around a place.
    pub fn around(middle: Place) -> Ground {
        let phi = middle.lat.to_radians();
        let east = 111_412.84 * phi.cos() - 93.5 * (3.0 * phi).cos() + 0.118 * (5.0 * phi).cos();
        let north = 111_132.92 - 559.82 * (2.0 * phi).cos() + 1.175 * (4.0 * phi).cos();
        Ground { middle, metres: (east, north) }
    }

    /// The ground around the middle of the places; nothing where there are none.
    pub fn of(places: impl Iterator<Item = Place>) -> Option<Ground> {
        let [west, south, east, north] = bounds(places)?;
        Some(Ground::around(Place { lng: (west + east) / 2.0, lat: (south + north) / 2.0 }))
    }

    /// Metres east and south of the middle.
    pub fn flat(&self, place: Place) -> (f64, f64) {
        ((place.lng - self.middle.lng) * self.metres.0, (self.middle.lat - place.lat) * self.metres.1)
    }

    /// The place so many metres east and south of the middle.
    pub fn place(&self, (x, y): (f64, f64)) -> Place {
        Place { lng: self.middle.lng + x / self.metres.0, lat: self.middle.lat - y / self.metres.1 }
    }

    /// A ring in metres.
    pub fn flat_ring(&self, ring: &[Place]) -> Vec<(f64, f64)> {
        ring.iter().map(|place| self.flat(*place)).collect()
    }
}

/// West, south, east and north end of the places; nothing where there are none.
pub fn bounds(places: impl Iterator<Item = Place>) -> Option<[f64; 4]> {
    places.fold(None, |ends, place| {
        let [west, south, east, north] = ends.unwrap_or([place.lng, place.lat, place.lng, place.lat]);
        Some([west.min(place.lng), south.min(place.lat), east.max(place.lng), north.max(place.lat)])
    })
}

/// Metres between two places.
pub fn metres_between(a: Place, b: Place) -> f64 {
    let middle = Place { lng: (a.lng + b.lng) / 2.0, lat: (a.lat + b.lat) / 2.0 };
    let ground = Ground::around(middle);
    let ((ax, ay), (bx, by)) = (ground.flat(a), ground.flat(b));
    (ax - bx).hypot(ay - by)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_is_as_long_as_geodesy_says() {
        // WGS 84: 111.320 km east and 110.574 km north at the equator; 96.486 km and 110.852 km at 30 degrees.
        for (lat, east, north) in [(0.0, 111_319.5, 110_574.3), (30.0, 96_486.3, 110_852.4)] {
            let ground = Ground::around(Place { lng: 114.0, lat });
            let (x, y) = ground.flat(Place { lng: 115.0, lat: lat + 1.0 });
            assert!((x - east).abs() < 2.0 && (-y - north).abs() < 2.0, "{lat}: {x} {y}");
        }
    }

    #[test]
    fn the_flat_ground_leads_back_to_the_place() {
        let ground = Ground::around(Place { lng: 114.76, lat: -2.98 });
        let place = Place { lng: 114.771234, lat: -2.991 };
        let back = ground.place(ground.flat(place));
        assert!((back.lng - place.lng).abs() < 1e-12 && (back.lat - place.lat).abs() < 1e-12);
        assert_eq!(serde_json::to_string(&Place { lng: 114.123456789, lat: -3.0 }).unwrap(), "[114.123457,-3.0]");
    }
}
