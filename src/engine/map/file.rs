//! Files of maps: what they hold, in words, with the area that each shape seems to be.

use super::super::core::{Engine, Handle};
use super::super::error::EngineError;
use super::super::ports::Ports;
use super::super::protocol::*;
use super::canvas::place_text;
use super::{Kept, houses, places, size_words};
use crate::base::region::Area;
use crate::lang::{Lang, map as words, number};
use crate::map::assess::{GAP_M, Remark, are_swapped, as_area, assess, median_place, middle, turned};
use crate::map::names::area_of;
use crate::map::paper::Shape;
use crate::map::read::{self, Feature, Form, Refusal};

fn refusal_words(lang: Lang, refusal: &Refusal) -> String {
    let mega = |bytes: usize| number::whole(lang, (bytes >> 20) as i64);
    match refusal {
        Refusal::NotAMap => words::not_a_map(lang).to_owned(),
        Refusal::NoMapInZip => words::no_map_in_zip(lang).to_owned(),
        Refusal::Damaged(0) => words::damaged_zip(lang).to_owned(),
        Refusal::Damaged(line) => words::damaged_map(lang, number::whole(lang, i64::from(*line))),
        Refusal::TooLarge => words::too_large(lang, mega(read::MAX_BYTES)),
        Refusal::TooMany => words::too_many(
            lang,
            number::whole(lang, read::MAX_FEATURES as i64),
            number::whole(lang, read::MAX_PLACES as i64),
        ),
        Refusal::Empty => words::empty_map(lang).to_owned(),
        Refusal::Metres => words::metres(lang).to_owned(),
    }
}

fn remark_words(lang: Lang, remark: &Remark) -> String {
    let metres = |metres: f64| number::decimal(lang, metres, if metres < 10.0 { 1 } else { 0 });
    match remark {
        Remark::Closed(gap) if *gap > GAP_M => words::closed_gap(lang, metres(*gap)),
        Remark::Closed(_) => words::closed(lang).to_owned(),
        Remark::Simplified(before, now, within) => words::simplified(
            lang,
            number::whole(lang, *before as i64),
            number::whole(lang, *now as i64),
            metres(*within),
        ),
        Remark::CrossesItself(place) => words::crosses(lang, place_text(lang, *place)),
        Remark::Elsewhere(metres) => words::elsewhere(lang, number::decimal(lang, metres / 1_000.0, 0)),
        Remark::Outside => words::outside(lang).to_owned(),
        Remark::TooFewCorners => words::too_few_corners(lang).to_owned(),
    }
}

fn view(lang: Lang, feature: &Feature, near: Option<Place>, places: &[Area]) -> MapFeature {
    let guess = area_of(feature, places);
    // A line is a walk around an area where its name says so; else it stays a line unless the user says more.
    let form = if guess.is_some() { as_area(&feature.form) } else { feature.form.clone() };
    let judged = assess(&form, near);
    let (form, rings) = match judged.form {
        Form::Area(rings) => (FeatureForm::Area, rings),
        Form::Line(line) => (FeatureForm::Line, vec![line]),
        Form::Point(place) => (FeatureForm::Point, vec![vec![place]]),
    };
    let stands = if form == FeatureForm::Line { Stands::Line } else { Stands::Area };
    let about = match form {
        FeatureForm::Point => place_text(lang, rings[0][0]),
        _ => size_words(lang, &Shape { stands, rings: rings.clone(), ..Shape::default() }),
    };
    MapFeature {
        name: feature.name.clone(),
        about,
        form,
        remarks: judged.remarks.iter().map(|remark| remark_words(lang, remark)).collect(),
        fit: judged.fit,
        area: guess,
        rings,
        sign: Sign::of_name(&feature.name),
    }
}

impl<P: Ports> Handle<ReadMap> for Engine<P> {
    async fn handle(&mut self, _: ReadMap) -> Result<MapFile, EngineError> {
        let lang = self.lang;
        let bytes = self.inbox.take().unwrap_or_default();
        let mut features = read::read(&bytes).map_err(|refusal| EngineError::File(refusal_words(lang, &refusal)))?;
        let mut remarks = Vec::new();
        if are_swapped(&features) {
            features.iter_mut().for_each(|feature| feature.form = turned(&feature.form));
            remarks.push(words::swapped(lang).to_owned());
        }
        // Shapes should lie near the village; where that is unknown, near the middle one of the file.
        let kept = Kept::of(&self.register).of_one_kind();
        let known = median_place(houses(&self.register))
            .or_else(|| if kept.is_sketch() { None } else { median_place(kept.places()) });
        let near = known.or_else(|| median_place(features.iter().filter_map(|feature| middle(&feature.form))));
        let places = places(&self.register);
        Ok(MapFile { remarks, features: features.iter().map(|feature| view(lang, feature, near, &places)).collect() })
    }
}
