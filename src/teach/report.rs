//! What a session says: how far the class came, by topic, which items were hard or told nothing, which wrong answers were
//! common, and what to teach again. Every share comes with its numerator and denominator.

use super::forms::Form;
use super::packet::{Given, Group};
use super::session::{Session, Sheet};
use super::statistics::{Matrix, Said, class_gain, mean, mean_gain, variance};
use crate::base::Share;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A topic with fewer right answers than this share (in percent) is to be taught again.
pub const TEACH_AGAIN_BELOW: f64 = 60.0;
/// A wrong answer is common from so many who gave it.
const COMMON: u32 = 2;

/// The report of a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Participants of each circle: agents, apparatus, people.
    pub groups: [u32; 3],
    /// Those who gave both tests.
    pub n_both: u32,
    /// Mean percentage right before and after, of those who gave both tests.
    pub both: [f64; 2],
    /// Normalised gain of the class.
    pub class_gain: Said,
    /// Mean of the single gains.
    pub mean_gain: Said,
    /// By topic.
    pub topics: Vec<TopicRow>,
    /// The test before, the test after.
    pub tests: [TestReport; 2],
}

/// Right answers of a topic out of all that were asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopicRow {
    /// The topic.
    pub topic: String,
    /// Before.
    pub pre: Share,
    /// After.
    pub post: Share,
    /// Whether it is to be taught again: by the test after, or by the one before where there is none after.
    pub again: bool,
}

/// One test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TestReport {
    /// Participants who gave it.
    pub n: u32,
    /// Mean percentage right.
    pub mean: f64,
    /// Standard deviation of the percentages (over all, ÷ n).
    pub deviation: f64,
    /// Reliability by Kuder–Richardson 20.
    pub kr20: Said,
    /// Reliability by Cronbach's alpha.
    pub alpha: Said,
    /// Item by item, in the order of the form.
    pub items: Vec<ItemRow>,
}

/// One item of one test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemRow {
    /// The item.
    pub id: String,
    /// Right answers out of all.
    pub right: Share,
    /// Share right, 0 to 1.
    pub difficulty: Said,
    /// Correlation with the score.
    pub point_biserial: Said,
    /// Correlation with the score of the other items.
    pub item_rest: Said,
    /// Best 27 % less weakest 27 %.
    pub upper_lower: Said,
    /// The most common wrong answer, and how many gave it.
    pub wrong: Option<(Given, u32)>,
}

/// Reckons the report.
pub fn report(session: &Session) -> Report {
    let both: Vec<[f64; 2]> = (session.participants.iter())
        .filter_map(|who| {
            let percent = |form| session.sheet(&who.name, form).map(percent);
            Some([percent(Form::Pre)?, percent(Form::Post)?])
        })
        .collect();
    let [pre, post] = [0, 1].map(|test| both.iter().map(|pair| pair[test]).collect::<Vec<f64>>());
    let of_group = |group| session.participants.iter().filter(|who| who.group == group).count() as u32;
    Report {
        groups: Group::ALL.map(of_group),
        n_both: both.len() as u32,
        both: [mean(&pre), mean(&post)],
        class_gain: class_gain(&pre, &post),
        mean_gain: mean_gain(&pre, &post),
        topics: session.topics.iter().map(|topic| topic_row(session, topic)).collect(),
        tests: Form::BOTH.map(|form| test_report(session, form)),
    }
}

/// Percentage right of a sheet.
pub fn percent(sheet: &Sheet) -> f64 {
    let n_right = sheet.right.iter().filter(|right| **right).count();
    if sheet.right.is_empty() { 0.0 } else { 100.0 * n_right as f64 / sheet.right.len() as f64 }
}

/// Right answers of one participant in one topic.
pub fn score_of(session: &Session, sheet: &Sheet, topic: &str) -> Share {
    let items = session.forms.of(sheet.form).iter().zip(&sheet.right).filter(|(id, _)| topic_of(id) == topic);
    let (mut numerator, mut denominator) = (0, 0);
    for (_, right) in items {
        numerator += u32::from(*right);
        denominator += 1;
    }
    Share { numerator, denominator }
}

/// The topic of an item's id.
pub fn topic_of(id: &str) -> &str {
    id.split_once('/').map_or("", |(topic, _)| topic)
}

fn topic_row(session: &Session, topic: &str) -> TopicRow {
    let of = |form| {
        session.sheets_of(form).map(|sheet| score_of(session, sheet, topic)).fold(Share::default(), |sum, one| Share {
            numerator: sum.numerator + one.numerator,
            denominator: sum.denominator + one.denominator,
        })
    };
    let (pre, post) = (of(Form::Pre), of(Form::Post));
    let last = if post.denominator > 0 { post } else { pre };
    let again = last.times(100.0).is_some_and(|percent| percent < TEACH_AGAIN_BELOW);
    TopicRow { topic: topic.into(), pre, post, again }
}

fn test_report(session: &Session, form: Form) -> TestReport {
    let sheets: Vec<&Sheet> = session.sheets_of(form).collect();
    let rows: Vec<Vec<f64>> =
        sheets.iter().map(|sheet| sheet.right.iter().map(|right| f64::from(u8::from(*right))).collect()).collect();
    let matrix = Matrix(&rows);
    let percents: Vec<f64> = sheets.iter().map(|sheet| percent(sheet)).collect();
    let item = |(place, id): (usize, &String)| ItemRow {
        id: id.clone(),
        right: Share {
            numerator: sheets.iter().filter(|sheet| sheet.right[place]).count() as u32,
            denominator: sheets.len() as u32,
        },
        difficulty: matrix.difficulty(place),
        point_biserial: matrix.point_biserial(place),
        item_rest: matrix.item_rest(place),
        upper_lower: matrix.upper_lower(place),
        wrong: common_wrong(&sheets, place),
    };
    TestReport {
        n: sheets.len() as u32,
        mean: mean(&percents),
        deviation: variance(&percents).sqrt(),
        kr20: matrix.kr20(),
        alpha: matrix.alpha(),
        items: session.forms.of(form).iter().enumerate().map(item).collect(),
    }
}

/// The wrong answer that most gave; of two equally common ones the first in order.
fn common_wrong(sheets: &[&Sheet], item: usize) -> Option<(Given, u32)> {
    let mut counts: BTreeMap<&Given, u32> = BTreeMap::new();
    for sheet in sheets.iter().filter(|sheet| !sheet.right[item] && sheet.given[item] != Given::Nothing) {
        *counts.entry(&sheet.given[item]).or_default() += 1;
    }
    let most = *counts.values().max().filter(|most| **most >= COMMON)?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(given, count)| (given.clone(), count))
}

/// How many gave each of an item's choices (1 to `n_choices`), and how many answered in full: for the projector. Told from
/// five answers on, so that nobody is recognised.
pub fn distribution(session: &Session, form: Form, item: usize, n_choices: usize) -> Option<(Vec<u32>, u32)> {
    let given: Vec<&Given> = (session.sheets_of(form))
        .filter_map(|sheet| sheet.given.get(item).filter(|given| **given != Given::Nothing))
        .collect();
    let count = |choice: usize| {
        given.iter().filter(|given| matches!(given, Given::Picks(picks) if picks.contains(&(choice as u8)))).count()
            as u32
    };
    (given.len() >= SHOWN_FROM).then(|| ((1..=n_choices).map(count).collect(), given.len() as u32))
}

/// Answers from which a distribution is shown.
pub const SHOWN_FROM: usize = 5;
