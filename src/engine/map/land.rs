//! What a map needs of the register beside figures: areas with their shapes, and families where they live.

use super::super::protocol::*;
use super::Kept;
use crate::base::region::Area;
use crate::map::ground::Ground;
use crate::map::ring::{Spot, km2};

/// A family on the ground: where its house stands, its area, and a number of chance that is its own.
pub(super) struct Home {
    pub(super) at: Option<Place>,
    pub(super) area: Area,
    pub(super) seed: u64,
}

/// What of the register a map needs beside figures.
pub(super) struct Land {
    pub(super) kept: Kept,
    pub(super) areas: Vec<Area>,
    pub(super) homes: Vec<Home>,
    pub(super) ground: Option<Ground>,
}

impl Land {
    /// The shape of an area; of a larger one without its own, the shapes of the RT in it.
    pub(super) fn shape_of(&self, area: &Area) -> Vec<&Vec<Vec<Place>>> {
        let shapes = || self.kept.shapes.iter().map(|(_, _, shape)| shape).filter(|shape| shape.stands == Stands::Area);
        match shapes().find(|shape| shape.is_of(area)) {
            Some(shape) => vec![&shape.rings],
            None => {
                let finest = |other: &Area| !other.rt.is_empty() && area.rt.is_empty();
                shapes()
                    .filter(|shape| finest(&shape.area()) && area.contains(&shape.area()))
                    .map(|s| &s.rings)
                    .collect()
            }
        }
    }

    pub(super) fn flat_shape(&self, area: &Area) -> Vec<Vec<Vec<Spot>>> {
        let Some(ground) = &self.ground else { return Vec::new() };
        let flat = |rings: &&Vec<Vec<Place>>| rings.iter().map(|ring| ground.flat_ring(ring)).collect();
        self.shape_of(area).iter().map(flat).collect()
    }

    pub(super) fn km2_of(&self, area: &Area) -> Option<f64> {
        let shapes = self.shape_of(area);
        (!shapes.is_empty() && !self.kept.is_sketch()).then(|| shapes.iter().map(|rings| km2(rings)).sum())
    }
}
