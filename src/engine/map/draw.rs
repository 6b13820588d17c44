//! Maps: the figures of areas on their shapes, dots where families live, signs where facilities stand.

use super::super::analyse::{Look, Study};
use super::super::core::{Engine, Handle};
use super::super::error::EngineError;
use super::super::ports::Ports;
use super::super::protocol::*;
use super::figures::{AreaFigure, Theme, question};
use super::land::{Home, Land};
use super::{Kept, ground, house, level_words, places, sign_words};
use crate::analyse::crosstab::{Question, who};
use crate::base::Order as _;
use crate::base::region::Area;
use crate::lang::{map as words, number, place as place_words};
use crate::map::classes::{MOST_CLASSES, breaks, class_of};
use crate::map::names;
use crate::map::ring::Spot;
use crate::map::scatter::{Dice, anywhere, moved};
use crate::present::chart::{MapArea, MapSign, Shown, VillageMap};
use crate::present::{Cell, Column, Kind};
use std::collections::{HashMap, HashSet};

impl<P: Ports> Handle<DrawMap> for Engine<P> {
    async fn handle(&mut self, request: DrawMap) -> Result<ChartReply, EngineError> {
        let register = &self.register;
        let kept = Kept::of(register).of_one_kind();
        let sketch = kept.is_sketch();
        // By slot, removed families too: who is counted is told by slots.
        let homes = register.slots().iter().map(|family| Home {
            at: if sketch || family.removed { None } else { house(family) },
            area: family.area(),
            seed: family.id.bytes().iter().fold(0, |seed, byte| seed << 7 ^ seed >> 57 ^ u64::from(*byte)),
        });
        let homes: Vec<Home> = homes.collect();
        let all = names::areas(&places(register), request.level);
        let areas = all.into_iter().filter(|area| request.look.area.contains(area)).collect();
        let ground = ground(&kept, homes.iter().filter_map(|home| home.at));
        let village_km2 = register.profile.area_km2.get();
        let land = Land { kept, areas, homes, ground };
        let theme = Theme::of(&request.theme, self.lang)?;
        let study = self.study(&request.look);
        if request.hide_below > 0 && theme.sensitive() {
            return Err(EngineError::File(words::sensitive(study.look.lang).to_owned()));
        }
        match request.form {
            MapForm::Dots(each) => study.dots(&request, &theme, &land, each.max(1)),
            MapForm::Colour | MapForm::Tiles => Ok(study.coloured(&request, &theme, &land, village_km2)),
        }
    }
}

impl Study<'_> {
    fn coloured(&self, asked: &DrawMap, theme: &Theme, land: &Land, village_km2: Option<f64>) -> ChartReply {
        let lang = self.look.lang;
        let of_km2 = |area: &Area| if area.is_whole_village() { village_km2 } else { land.km2_of(area) };
        let (rows, whole) = theme.figures(self, &land.areas, of_km2, asked.hide_below);
        let placed = || rows.iter().filter(|row| !row.unplaced);
        let values: Vec<f64> = placed().filter(|row| !row.hidden).filter_map(|row| row.value).collect();
        let breaks = breaks(&values, asked.breaks, MOST_CLASSES);
        let mut map = self.look.bare_map(asked, land, theme.subject(&self.look));
        map.areas = rows
            .iter()
            .map(|row| {
                let shown = match row.value {
                    _ if row.hidden => Shown::Hidden,
                    Some(value) if !row.unplaced => Shown::Class(class_of(value, &breaks) as u8),
                    None if row.few => Shown::Few,
                    _ => Shown::Nothing,
                };
                self.look.area(land, asked.level, row, shown, theme)
            })
            .collect();
        map.classes = class_words(&values, &breaks, |value| theme.value_words(lang, value));
        map.columns = columns(theme, &rows, lang);
        map.total = cells(theme, &whole, &map.columns);
        map.tiles = asked.form == MapForm::Tiles || map.areas.iter().all(|area| area.parts.is_empty());
        map.finding = match asked.title.trim() {
            "" => self.look.finding(theme, &rows, &map),
            own => own.to_owned(),
        };
        let level = level_words(lang, asked.level);
        let mut remarks = Vec::new();
        if map.tiles && asked.form != MapForm::Tiles {
            remarks.push(words::tiles_instead(lang, level));
        }
        let without = map.areas.iter().zip(&rows).filter(|(area, row)| area.parts.is_empty() && !row.unplaced).count();
        if !map.tiles && without > 0 {
            remarks.push(words::without_shape(lang, without));
        }
        if asked.hide_below > 0 {
            let hidden = rows.iter().filter(|row| row.hidden).count();
            if hidden > 0 {
                remarks.push(words::hidden_areas(lang, hidden, asked.hide_below - 1));
            }
        }
        if map.tiles {
            // Tiles stand for areas alone: no row for those without one, but in the table.
            map.areas.iter_mut().filter(|area| area.short.is_empty()).for_each(|area| area.group.clear());
        }
        self.look.finished(map, land, theme.universe(lang), remarks, asked.width)
    }

    fn dots(&self, asked: &DrawMap, theme: &Theme, land: &Land, each: u16) -> Result<ChartReply, EngineError> {
        let lang = self.look.lang;
        // Dots are families: those with the answer that is mapped, or all.
        let families = crate::analyse::crosstab::universe("keluarga").ok_or(EngineError::Dead)?;
        let only = match theme {
            Theme::Answer(whom, Some(answer)) if whom.families => Some(*answer),
            _ => None,
        };
        let theme = Theme::Answer(families, only);
        let (rows, whole) = theme.figures(self, &land.areas, |_| None, asked.hide_below);
        let public = asked.hide_below > 0;
        let rows_by = crate::analyse::variables::by_id("rt").ok_or(EngineError::Dead)?;
        let question = Question { only: only.into_iter().collect(), ..question(families, rows_by) };
        let asked_for = who(self.look.columns, &self.look.scope, &question, None, None, lang);
        let key = |area: &Area| (area.dusun.to_lowercase(), area.rw.clone(), area.rt.clone());
        let known: HashSet<_> = land.areas.iter().map(key).collect();
        let mut homes_of: HashMap<_, Vec<&Home>> = HashMap::new();
        for home in asked_for.iter().filter_map(|(slot, _)| land.homes.get(*slot as usize)) {
            let area = key(&asked.level.of(&home.area));
            homes_of.entry(known.contains(&area).then_some(area)).or_default().push(home);
        }
        let mut dots = Vec::new();
        let mut left_out = 0;
        for row in &rows {
            let shape: Vec<Vec<Spot>> = if row.unplaced { Vec::new() } else { land.flat_shape(&row.area).concat() };
            if row.hidden {
                continue;
            }
            let homes = if row.unplaced { homes_of.get(&None) } else { homes_of.get(&Some(key(&row.area))) };
            let homes = homes.map_or(&[][..], Vec::as_slice);
            let spot = |home: &&Home| {
                let mut dice = Dice::new(home.seed);
                let at = home.at.zip(land.ground).map(|(at, ground)| ground.flat(at));
                match at {
                    Some(at) if !public && each == 1 => Some(at),
                    Some(at) if each == 1 => moved(at, &shape, &mut dice).or_else(|| anywhere(&shape, &mut dice)),
                    Some(at) if shape.is_empty() => moved(at, &[], &mut dice),
                    _ => anywhere(&shape, &mut dice),
                }
            };
            // The rest that makes no whole dot counts from half a dot on.
            let n_dots =
                if each == 1 { homes.len() } else { (homes.len() + usize::from(each) / 2) / usize::from(each) };
            let drawn: Vec<Spot> = homes.iter().filter_map(spot).take(n_dots).collect();
            left_out += if each == 1 {
                homes.len() - drawn.len()
            } else if drawn.is_empty() {
                homes.len()
            } else {
                0
            };
            dots.extend(drawn);
        }
        if dots.is_empty() && left_out > 0 {
            return Err(EngineError::File(words::dots_need(lang).to_owned()));
        }
        let mut map = self.look.bare_map(asked, land, theme.subject(&self.look));
        let shown = |row: &AreaFigure| if row.hidden { Shown::Hidden } else { Shown::Nothing };
        map.areas = rows.iter().map(|row| self.look.area(land, asked.level, row, shown(row), &theme)).collect();
        map.areas.iter_mut().for_each(|area| area.value.clear());
        map.columns = columns(&theme, &rows, lang);
        map.total = cells(&theme, &whole, &map.columns);
        map.dots = dots;
        map.dot_words = match each {
            1 => words::one_dot(lang).to_owned(),
            n => words::dot_is(lang, n),
        };
        let mut remarks = Vec::new();
        if public {
            map.dot_words +=
                &format!(", {}", if each == 1 { words::dot_moved(lang) } else { words::dot_anywhere(lang) });
            remarks.push(words::moved_note(lang).to_owned());
            let hidden = rows.iter().filter(|row| row.hidden).count();
            if hidden > 0 {
                remarks.push(words::hidden_areas(lang, hidden, asked.hide_below - 1));
            }
        }
        if left_out > 0 {
            remarks.push(words::no_houses(lang, number::whole(lang, left_out as i64)));
        }
        map.finding =
            if asked.title.trim().is_empty() { theme.subject(&self.look) } else { asked.title.trim().to_owned() };
        Ok(self.look.finished(map, land, theme.universe(lang), remarks, asked.width))
    }
}

impl Look<'_> {
    /// The map without figures: border, lines, signs.
    fn bare_map(&self, asked: &DrawMap, land: &Land, subject: String) -> VillageMap {
        let mut map = VillageMap {
            subject,
            heading: level_words(self.lang, asked.level).to_owned(),
            scaled: !land.kept.is_sketch(),
            ..VillageMap::default()
        };
        let Some(ground) = &land.ground else { return map };
        for (_, _, shape) in &land.kept.shapes {
            let rings = shape.rings.iter().map(|ring| ground.flat_ring(ring));
            match shape.stands {
                Stands::Village => map.border.extend(rings),
                Stands::Line => map.lines.extend(rings),
                Stands::Area => {}
            }
        }
        if asked.signs {
            map.signs = land
                .kept
                .points
                .iter()
                .map(|(_, name, point)| MapSign {
                    at: ground.flat(point.place),
                    letter: sign_words(self.lang, point.sign).chars().take(1).collect(),
                    kind: sign_words(self.lang, point.sign).to_owned(),
                    name: name.clone(),
                })
                .collect();
            map.signs.order_by(|a, b| (&a.kind, &a.name).cmp(&(&b.kind, &b.name)));
        }
        map
    }

    fn area(&self, land: &Land, level: AreaLevel, row: &AreaFigure, shown: Shown, theme: &Theme) -> MapArea {
        let lang = self.lang;
        let level_name = level_words(lang, level);
        let (short, group) = match level {
            _ if row.unplaced => (String::new(), String::new()),
            AreaLevel::Rt => (
                format!("RT {}", row.area.rt),
                place_words::place(lang, &Area { rt: String::new(), ..row.area.clone() }),
            ),
            AreaLevel::Rw => {
                let dusun = Area { dusun: row.area.dusun.clone(), ..Area::default() };
                (format!("RW {}", row.area.rw), place_words::place(lang, &dusun))
            }
            AreaLevel::Dusun => (row.area.dusun.clone(), String::new()),
        };
        // Without RW and dusun the words for "no area" would stand as a heading.
        let alone = matches!(level, AreaLevel::Rt if row.area.rw.is_empty() && row.area.dusun.is_empty())
            || matches!(level, AreaLevel::Rw if row.area.dusun.is_empty());
        let value = match (shown, row.value) {
            (Shown::Hidden, _) => String::new(),
            (Shown::Few, _) => few_words(self, row),
            (_, Some(value)) => theme.value_words(lang, value),
            _ => String::new(),
        };
        MapArea {
            label: if row.unplaced { words::no_place(lang, level_name) } else { place_words::place(lang, &row.area) },
            short,
            group: if alone { String::new() } else { group },
            parts: if row.unplaced { Vec::new() } else { land.flat_shape(&row.area) },
            shown,
            value,
            cells: cells(theme, row, &columns(theme, std::slice::from_ref(row), lang)),
        }
    }

    /// One sentence: where it is highest and where lowest.
    fn finding(&self, theme: &Theme, rows: &[AreaFigure], map: &VillageMap) -> String {
        let mut known: Vec<(&str, f64)> = rows
            .iter()
            .zip(&map.areas)
            .filter(|(row, _)| !row.hidden && !row.unplaced)
            .filter_map(|(row, area)| Some((area.label.as_str(), row.value?)))
            .collect();
        known.order_by(|a, b| a.1.total_cmp(&b.1));
        let written = |value: f64| theme.value_words(self.lang, value);
        let subject = &map.subject;
        match known.as_slice() {
            [(low, a), .., (high, b)] if written(*a) != written(*b) => {
                words::high_low(self.lang, subject, high, written(*b), low, written(*a))
            }
            [] | [_] => words::no_comparison(self.lang, subject),
            [(_, all), ..] => words::all_alike(self.lang, subject, written(*all)),
        }
    }

    fn finished(
        &self,
        map: VillageMap,
        land: &Land,
        universe: &str,
        mut remarks: Vec<String>,
        width: u16,
    ) -> ChartReply {
        let mut note = self.note(universe);
        if !map.tiles && land.kept.is_sketch() {
            remarks.push(words::sketch_note(self.lang).to_owned());
        }
        if !map.tiles {
            let source = |shape: &crate::map::paper::Shape| match shape.source.as_str() {
                "" => words::drawn_here(self.lang).to_owned(),
                file => file.to_owned(),
            };
            let mut sources: Vec<String> = land.kept.shapes.iter().map(|(_, _, shape)| source(shape)).collect();
            sources.sort();
            sources.dedup();
            if !sources.is_empty() {
                remarks.push(words::source_line(self.lang, sources.join(", ")) + ".");
            }
        }
        note.remark = remarks.join(" ");
        self.drawn_noted(&map, "peta", words::file_name(self.lang), note, width)
    }
}

/// `7 dari 12`, where a rate would say too much.
fn few_words(look: &Look, row: &AreaFigure) -> String {
    let whole = |n: Option<f64>| number::whole(look.lang, n.unwrap_or(0.0) as i64);
    match row.numerator {
        Some(_) if !row.hidden => crate::lang::present::n_of(look.lang, whole(row.numerator), whole(row.denominator)),
        _ => String::new(),
    }
}

/// The columns of the table: number and what it is out of, where there are such, and the value.
fn columns(theme: &Theme, rows: &[AreaFigure], lang: crate::lang::Lang) -> Vec<Column> {
    let (_, percent) = theme.written();
    let density = theme.is_density();
    let column = |label: &str, kind| Column { label: label.to_owned(), kind };
    let mut columns = Vec::new();
    if rows.iter().any(|row| row.numerator.is_some()) {
        columns.push(column(words::number(lang), Kind::Count));
    }
    if density {
        columns.push(column("km²", Kind::Decimal));
    } else if rows.iter().any(|row| row.denominator.is_some()) {
        columns.push(column(words::out_of(lang), Kind::Count));
    }
    if columns.len() == 2 || rows.iter().all(|row| row.numerator.is_none()) {
        let kind = if percent { Kind::Percent(1) } else { Kind::Decimal };
        columns.push(column(words::value(lang), kind));
    }
    columns
}

fn cells(theme: &Theme, row: &AreaFigure, columns: &[Column]) -> Vec<Cell> {
    let star = || Cell::text("*");
    let count = |n: Option<f64>, hidden: bool| match n {
        _ if hidden => star(),
        Some(n) => Cell::Count(n.max(0.0).round() as u32),
        None => Cell::text("–"),
    };
    let (decimals, _) = theme.written();
    let density = theme.is_density();
    let value = || match row.value {
        _ if row.hidden => star(),
        Some(value) => Cell::Number(value, decimals as u8),
        None => Cell::text("–"),
    };
    let of = || match row.denominator {
        Some(km2) if density => Cell::Number(km2, 3),
        denominator => count(denominator, row.denominator_hidden),
    };
    match (columns.len(), row.numerator) {
        (1, _) => vec![count(row.numerator, row.hidden)],
        (2, _) => vec![of(), value()],
        _ => vec![count(row.numerator, row.hidden), of(), value()],
    }
}

/// The classes in words: from the lowest to the highest value that lies in each.
fn class_words(values: &[f64], breaks: &[f64], written: impl Fn(f64) -> String) -> Vec<String> {
    if values.is_empty() {
        return Vec::new();
    }
    (0..=breaks.len())
        .map(|class| {
            let of = values.iter().copied().filter(|value| class_of(*value, breaks) == class);
            let (low, high) = of.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
            let (a, b) = (written(low), written(high));
            match a == b {
                true => a,
                false => format!("{}–{b}", a.trim_end_matches('%')),
            }
        })
        .collect()
}
