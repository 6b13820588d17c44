//! Conditions, lists and reasons in words.

use super::ground::{Ground, Subject};
use super::list::Prepared;
use super::topics::{Told, Topic, topic};
use super::{Composition, Condition};
use crate::lang::{Lang, conditions as words, number};

/// A condition in words; `of_member` says "has a member" before what is asked of persons.
pub fn condition_words(condition: &Condition, of_member: bool, lang: Lang) -> String {
    let Some(topic) = topic(&condition.topic) else { return condition.topic.clone() };
    let what = if topic.is_number() {
        let written = |bound: f64| plain(lang, bound);
        let range = match (condition.from, condition.to) {
            (Some(from), Some(to)) if from == to => written(from),
            (Some(from), Some(to)) => format!("{}–{}", written(from), written(to)),
            (Some(from), None) => words::at_least(lang, written(from)),
            (None, Some(to)) => words::at_most(lang, written(to)),
            (None, None) => "…".to_owned(),
        };
        words::is(lang, topic.label(lang), range)
    } else {
        let answers = topic.answers(lang);
        let label = |key: &String| answers.iter().find(|answer| answer.key == key).map(|answer| answer.label);
        let labels: Vec<&str> = condition.answers.iter().filter_map(label).collect();
        words::is(lang, topic.label(lang), if labels.is_empty() { "…".to_owned() } else { labels.join(" / ") })
    };
    let aged = match condition.ages.filter(|_| topic.of_person()) {
        Some((from, to)) if to >= 120 => words::aged_from(lang, &what, from),
        Some((from, to)) => words::aged(lang, &what, from, to),
        None => what,
    };
    match (of_member && topic.of_person(), condition.not) {
        (true, false) => words::has_member(lang, aged),
        (true, true) => words::has_no_member(lang, aged),
        (false, false) => aged,
        (false, true) => words::is_not(lang, aged),
    }
}

/// The whole list in a sentence.
pub fn sentence(composition: &Composition, lang: Lang) -> String {
    let members = !composition.of_persons;
    let group = |conditions: &[Condition]| {
        let each = conditions.iter().map(|condition| condition_words(condition, members, lang));
        let joined = each.collect::<Vec<_>>().join(&format!(" {} ", words::or(lang)));
        if conditions.len() > 1 { format!("({joined})") } else { joined }
    };
    let all = composition.groups.iter().map(|g| group(&g.any)).collect::<Vec<_>>();
    let all = all.join(&format!(" {} ", words::and(lang)));
    if composition.of_persons { words::persons_who(lang, all) } else { words::families_that(lang, all) }
}

/// Why a row is on the list: of each group the conditions that hold, with the answer, and with the member's name.
pub fn reason_words(ground: &Ground, composition: &Composition, who: &Subject, lang: Lang) -> Vec<String> {
    let conditions = composition.groups.iter().flat_map(|group| &group.any);
    let holds = conditions.filter_map(Prepared::of).filter(|one| one.holds(ground, who) == Some(true));
    let mut reasons: Vec<String> = Vec::new();
    for reason in holds.flat_map(|condition| told_words(ground, &condition, who, lang)) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons
}

fn told_words(ground: &Ground, condition: &Prepared, who: &Subject, lang: Lang) -> Vec<String> {
    if condition.condition.not {
        return vec![condition_words(condition.condition, who.person.is_none(), lang)];
    }
    if !condition.topic.of_person() || who.person.is_some() {
        return vec![answer_words(ground, condition, who, lang)];
    }
    let members = ground.residents(who.family).map(|person| Subject { person: Some(person), ..*who });
    let such = members.filter(|member| condition.of_member(ground, member) == Some(true));
    such.map(|member| {
        let name = member.person.map_or("", |person| person.name.text());
        format!("{name}: {}", answer_words(ground, condition, &member, lang))
    })
    .collect()
}

/// The topic with the answer that was given.
fn answer_words(ground: &Ground, condition: &Prepared, who: &Subject, lang: Lang) -> String {
    let topic: Topic = condition.topic;
    match topic.told(ground, who) {
        Told::Number(number) => words::is(lang, topic.label(lang), plain(lang, number)),
        Told::NoNumber => condition_words(condition.condition, false, lang),
        Told::Codes(codes) => {
            let wanted = |key: &&str| condition.condition.answers.iter().any(|answer| answer == key);
            let answers = topic.answers(lang);
            let held = answers.iter().filter(|answer| codes.yes >> answer.number & 1 == 1 && wanted(&answer.key));
            words::is(lang, topic.label(lang), held.map(|answer| answer.label).collect::<Vec<_>>().join(" / "))
        }
    }
}

fn plain(lang: Lang, value: f64) -> String {
    number::decimal(lang, value, usize::from(value.fract() != 0.0))
}
