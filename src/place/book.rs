//! The lists of places as far as they are loaded. Tells which files a question needs, takes them in, answers. Each file
//! is read once and kept: all of them together are about 5 MB.

use super::find;
use super::fold::Words;
use super::list::VillageList;
use super::regions::{INDEX_PATH, Regions};
use super::row::PlaceRow;
use crate::base::region::VillageCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question about places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Query {
    /// What stands right below a place.
    Children {
        /// Dotted code of a province, regency or district; empty for the list of provinces.
        code: String,
    },
    /// Places by name, or a village by its code.
    Search {
        /// As typed.
        text: String,
    },
    /// One village.
    Village {
        /// Dotted code.
        code: String,
    },
}

/// The answer; no rows where there is no such place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceAnswer {
    /// The places, in order of code, or of nearness to what was typed (at most [`super::MAX_ROWS`] then).
    pub rows: Vec<PlaceRow>,
    /// How many there are, shown or not.
    pub n_found: u32,
    /// For a search: districts, regencies and provinces of that name, to go down from.
    pub areas: Vec<PlaceRow>,
    /// For a search: less than two letters of a word are typed.
    pub too_short: bool,
}

/// A list file that is damaged, no list of places, or of another edition than the index. Nothing of the user's is
/// touched; fetching the files anew helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceError {
    /// Path of the file, under the site's root.
    pub path: String,
}

/// The lists loaded so far.
#[derive(Debug, Default)]
pub struct PlaceBook {
    regions: Option<Regions>,
    lists: BTreeMap<String, VillageList>,
}

impl PlaceBook {
    /// Paths, under the site's root, of the files that must be added before the question can be answered; none where it
    /// can. The index comes first and alone, so ask again after adding.
    pub fn needs(&self, query: &Query) -> Vec<String> {
        let Some(regions) = &self.regions else { return vec![INDEX_PATH.into()] };
        let mut paths = wanted(query, regions);
        paths.retain(|path| !self.lists.contains_key(path));
        paths
    }

    /// Takes in a file that was fetched from one of the paths of [`PlaceBook::needs`].
    ///
    /// # Errors
    /// The bytes are not the file they should be; what was loaded before stays.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), PlaceError> {
        let unreadable = || PlaceError { path: path.into() };
        if path == INDEX_PATH {
            self.regions = Some(Regions::parse(bytes).ok_or_else(unreadable)?);
            self.lists.clear();
            return Ok(());
        }
        let regions = self.regions.as_ref().ok_or_else(unreadable)?;
        let list = VillageList::parse(bytes, regions).ok_or_else(unreadable)?;
        self.lists.insert(path.into(), list);
        Ok(())
    }

    /// Answers from the files that are loaded.
    pub fn answer(&self, query: &Query) -> PlaceAnswer {
        let Some(regions) = &self.regions else { return PlaceAnswer::default() };
        let lists: Vec<&VillageList> = wanted(query, regions).iter().filter_map(|path| self.lists.get(path)).collect();
        match query {
            Query::Children { code } => all(match regions.district_of(code) {
                Some(district) => lists.iter().flat_map(|list| village_rows(regions, list, district)).collect(),
                None => regions.children(code),
            }),
            Query::Village { code } => village(regions, &lists, code),
            Query::Search { text } if VillageCode::parse(text.trim()).is_some() => {
                village(regions, &lists, text.trim())
            }
            Query::Search { text } => {
                let words = Words::read(text);
                if words.is_too_short() {
                    return PlaceAnswer { too_short: true, ..PlaceAnswer::default() };
                }
                let (rows, n_found) = find::villages(&words, regions, &lists);
                let n_found = u32::try_from(n_found).unwrap_or(u32::MAX);
                PlaceAnswer { rows, n_found, areas: find::areas(&words, regions), too_short: false }
            }
        }
    }
}

/// The list files that a question is answered from.
fn wanted(query: &Query, regions: &Regions) -> Vec<String> {
    let of_village = |code: &str| VillageCode::parse(code).and_then(|code| regions.villages_path(code.as_str()));
    match query {
        Query::Children { code } if regions.district_of(code).is_some() => {
            regions.villages_path(code).into_iter().collect()
        }
        Query::Children { .. } => Vec::new(),
        Query::Village { code } => of_village(code).into_iter().collect(),
        Query::Search { text } => match of_village(text.trim()) {
            Some(path) => vec![path],
            None => regions.shards_for(&Words::read(text)),
        },
    }
}

fn village(regions: &Regions, lists: &[&VillageList], code: &str) -> PlaceAnswer {
    let code = VillageCode::parse(code).unwrap_or_default();
    let district = code.as_str().get(..8).and_then(|district| regions.district_of(district));
    let rows = district.into_iter().flat_map(|d| lists.iter().flat_map(move |list| village_rows(regions, list, d)));
    all(rows.filter(|row| row.code == code.as_str()).collect())
}

fn village_rows(regions: &Regions, list: &VillageList, district: usize) -> Vec<PlaceRow> {
    let Some(area) = regions.districts().get(district) else { return Vec::new() };
    list.of_district(district).iter().map(|v| regions.village_row(area, v.number, list.name(v))).collect()
}

fn all(rows: Vec<PlaceRow>) -> PlaceAnswer {
    PlaceAnswer { n_found: u32::try_from(rows.len()).unwrap_or(u32::MAX), rows, ..PlaceAnswer::default() }
}
