//! What a composition must be before it is weighed or kept. Each refusal says which condition it is and what to do.

use super::sentence::condition_words;
use super::topics::topic;
use super::{Composition, Condition};
use crate::lang::{Lang, conditions as words};

/// Groups at most.
pub const MOST_GROUPS: usize = 12;
/// Conditions of a group, and weights, at most.
pub const MOST_CONDITIONS: usize = 12;
/// Points of a weight at most.
pub const MOST_POINTS: u8 = 10;
/// No number of the register is larger.
const LARGEST: f64 = 1_000_000.0;

/// What is wrong, in words; nothing where all is well.
pub fn check(composition: &Composition, lang: Lang) -> Vec<String> {
    let mut wrong = Vec::new();
    if composition.groups.is_empty() || composition.groups.iter().any(|group| group.any.is_empty()) {
        wrong.push(words::no_condition(lang).to_owned());
    }
    let largest = composition.groups.iter().map(|group| group.any.len()).max().unwrap_or(0);
    if composition.groups.len() > MOST_GROUPS || largest.max(composition.weights.len()) > MOST_CONDITIONS {
        wrong.push(words::too_many(lang, MOST_GROUPS));
    }
    let conditions = composition.groups.iter().flat_map(|group| &group.any);
    let all = conditions.chain(composition.weights.iter().map(|weight| &weight.condition));
    wrong.extend(all.filter_map(|condition| trouble(condition, lang)));
    for weight in composition.weights.iter().filter(|weight| !(1..=MOST_POINTS).contains(&weight.points)) {
        wrong.push(words::points_range(lang, condition_words(&weight.condition, false, lang), MOST_POINTS));
    }
    wrong
}

fn trouble(condition: &Condition, lang: Lang) -> Option<String> {
    let Some(topic) = topic(&condition.topic) else {
        return Some(words::no_topic(lang, &condition.topic));
    };
    let name = topic.label(lang);
    if let Some((from, to)) = condition.ages
        && from > to
    {
        return Some(words::range_turned(lang, name, from, to));
    }
    if topic.is_number() {
        let fits = |bound: Option<f64>| bound.is_none_or(|bound| bound.is_finite() && (0.0..=LARGEST).contains(&bound));
        return match (condition.from, condition.to) {
            (None, None) => Some(words::no_range(lang, name)),
            (from, to) if !fits(from) || !fits(to) => Some(words::range_out(lang, name)),
            (Some(from), Some(to)) if from > to => Some(words::range_turned(lang, name, from, to)),
            _ => None,
        };
    }
    let answers = topic.answers(lang);
    let known = |key: &String| answers.iter().any(|answer| answer.key == key);
    if condition.answers.is_empty() {
        return Some(words::no_answers(lang, name));
    }
    condition.answers.iter().find(|key| !known(key)).map(|key| words::unknown_answer(lang, name, key))
}
