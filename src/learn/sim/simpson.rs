//! Simpson's paradox, looked for among the village's own questions: of two groups one has more on the whole, and the other one
//! has more in every class. What is not found is not claimed: the nearest question is told as such, and a resample of the
//! village in which it turns is told as a resample.

use super::percent;
use crate::lang::{Lang, learn_pieces as words};
use crate::learn::dice::Dice;
use crate::learn::village::{Home, Resident, Village};

/// Of a class: of each of two groups, those who have it and those who do not.
pub type Cells = [[usize; 2]; 2];

/// A group of fewer people in a class says nothing there.
pub const LEAST: usize = 5;

/// Share of those who have it.
pub fn share(group: [usize; 2]) -> f64 {
    group[0] as f64 / (group[0] + group[1]).max(1) as f64
}

/// All classes together.
pub fn whole(classes: &[Cells]) -> Cells {
    let mut sum = [[0; 2]; 2];
    for class in classes {
        for group in 0..2 {
            for has in 0..2 {
                sum[group][has] += class[group][has];
            }
        }
    }
    sum
}

/// How clearly the comparison turns: the smallest of the differences, each in the direction that a reversal needs. Above 0
/// it is a reversal; below it is how much the most stubborn class lacks. Nothing where a class holds too few of a group to
/// be compared, where all or none of a class have it, or where there is one class.
pub fn turn(classes: &[Cells], least: usize) -> Option<f64> {
    // A class of few, or one in which nobody or everybody has it, says nothing.
    let mute = |class: &Cells| {
        let [have, have_not] = [0, 1].map(|has| class[0][has] + class[1][has]);
        class.iter().any(|group| group[0] + group[1] < least.max(1)) || have == 0 || have_not == 0
    };
    if classes.len() < 2 || classes.iter().any(mute) {
        return None;
    }
    let difference = |cells: &Cells| share(cells[0]) - share(cells[1]);
    let all = difference(&whole(classes));
    let way = if all < 0.0 { -1.0 } else { 1.0 };
    let least_of_classes = classes.iter().map(|class| -way * difference(class)).fold(f64::MAX, f64::min);
    Some(least_of_classes.min(way * all))
}

/// Somebody in a table of two groups within classes; numbers from 1, 0 where there is no answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct One {
    pub(super) group: u8,
    pub(super) has: u8,
    pub(super) class: u8,
    pub(super) place: u8,
}

/// A question to the village, with the people who answer it.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) of: Of,
    pub(super) groups: [Name; 2],
    pub(super) has: Name,
    pub(super) classes: Vec<Name>,
    pub(super) people: Vec<One>,
}

/// Of whom a question asks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Of {
    Homes,
    Residents,
}

/// The name of a group or class.
#[derive(Clone, Debug)]
pub(super) enum Name {
    Words(fn(Lang) -> &'static str),
    Dusun(u8),
}

impl Name {
    pub(super) fn text(&self, lang: Lang) -> String {
        match self {
            Name::Words(words) => words(lang).to_owned(),
            Name::Dusun(number) => format!("Dusun {number}"),
        }
    }
}

type Names = &'static [fn(Lang) -> &'static str];

/// A variable: what it stems from (one is not crossed with another of the same stem), its classes, the place of an answer.
struct Variable<R: 'static> {
    stem: u8,
    names: Names,
    read: fn(&R) -> u8,
}

const HEAD: Variable<Home> = Variable { stem: 1, names: &[words::head_man, words::head_woman], read: |h| h.head };
const AID: Variable<Home> = Variable { stem: 2, names: &[words::gets_aid, words::no_aid], read: |h| h.aid };
const STURDY: Variable<Home> = Variable { stem: 3, names: &[words::sturdy, words::not_sturdy], read: |h| h.sturdy };
const LARGE: Variable<Home> =
    Variable { stem: 4, names: &[words::large_family, words::small_family], read: |h| 1 + u8::from(h.size < 5) };
const WELFARE: Variable<Home> = Variable {
    stem: 5,
    names: &[words::welfare_1, words::welfare_2, words::welfare_3, words::welfare_4],
    read: |h| h.welfare,
};
const POOR: Variable<Home> =
    Variable { stem: 5, names: &[words::poorer, words::better_off], read: |h| h.welfare.div_ceil(2) };

const SEX: Variable<Resident> = Variable { stem: 1, names: &[words::men, words::women], read: |r| r.sex };
const SCHOOL: Variable<Resident> =
    Variable { stem: 2, names: &[words::at_school, words::not_at_school], read: |r| r.school };
const MARRIED: Variable<Resident> =
    Variable { stem: 3, names: &[words::married, words::not_married], read: |r| r.married };
const SECONDARY: Variable<Resident> = Variable {
    stem: 4,
    names: &[words::secondary, words::not_secondary],
    read: |r| match r.education {
        0 => 0,
        4 => 1,
        _ => 2,
    },
};
const AGES: Variable<Resident> = Variable {
    stem: 5,
    names: &[words::aged_0_14, words::aged_15_39, words::aged_40_59, words::aged_60],
    read: |r| match r.age {
        0..15 => 1,
        15..40 => 2,
        40..60 => 3,
        _ => 4,
    },
};

const PUPILS: Variable<Resident> = Variable {
    stem: 5,
    names: &[words::aged_7_12, words::aged_13_15, words::aged_16_18],
    read: |r| match r.age {
        7..=12 => 1,
        13..=15 => 2,
        16..=18 => 3,
        _ => 0,
    },
};

/// Crosses every group with every answer within every class; the dusun are groups, two at a time, and classes too.
fn questions<R>(
    all: &[R],
    of: Of,
    (groups, answers, classes): (&[&Variable<R>], &[&Variable<R>], &[&Variable<R>]),
    home: fn(&R) -> (u8, u8),
    found: &mut dyn FnMut(Question),
) {
    let last = all.iter().map(|one| home(one).0).max().unwrap_or(0).min(12);
    let dusun: Vec<Name> = (1..=last).map(Name::Dusun).collect();
    let mut cross = |names: [Name; 2], stem: u8, group: &dyn Fn(&R) -> u8| {
        for answer in answers.iter().filter(|answer| answer.stem != stem) {
            let mut within = |stem_of: u8, names_of: Vec<Name>, class: &dyn Fn(&R) -> u8| {
                if stem_of == stem || stem_of == answer.stem {
                    return;
                }
                let one =
                    |one: &R| One { group: group(one), has: (answer.read)(one), class: class(one), place: home(one).1 };
                let people: Vec<One> =
                    all.iter().map(one).filter(|one| one.group > 0 && one.has > 0 && one.class > 0).collect();
                let has = Name::Words(answer.names[0]);
                found(Question { of, groups: names.clone(), has, classes: names_of, people }.without_empty());
            };
            for class in classes {
                within(class.stem, class.names.iter().map(|name| Name::Words(*name)).collect(), &|one| {
                    (class.read)(one)
                });
            }
            if last > 1 {
                within(0, dusun.clone(), &|one| home(one).0);
            }
        }
    };
    for group in groups {
        cross([Name::Words(group.names[0]), Name::Words(group.names[1])], group.stem, &|one| (group.read)(one));
    }
    for a in 1..=last {
        for b in a + 1..=last {
            cross([Name::Dusun(a), Name::Dusun(b)], 0, &|one| match home(one).0 {
                dusun if dusun == a => 1,
                dusun if dusun == b => 2,
                _ => 0,
            });
        }
    }
}

impl Question {
    /// Head of family and aid, within welfare: the question that the piece begins with.
    pub(super) fn first(village: &Village) -> Question {
        let one = |h: &Home| One { group: h.head, has: h.aid, class: h.welfare, place: h.place };
        Question {
            of: Of::Homes,
            groups: [Name::Words(HEAD.names[0]), Name::Words(HEAD.names[1])],
            has: Name::Words(AID.names[0]),
            classes: WELFARE.names.iter().map(|name| Name::Words(*name)).collect(),
            people: village.homes.iter().map(one).filter(|one| one.group > 0 && one.has > 0).collect(),
        }
    }

    /// Leaves out classes in which nobody is.
    fn without_empty(mut self) -> Question {
        let mut kept = Vec::new();
        let mut numbers = vec![0; self.classes.len() + 1];
        for (at, name) in self.classes.iter().enumerate() {
            if self.people.iter().any(|one| usize::from(one.class) == at + 1) {
                kept.push(name.clone());
                numbers[at + 1] = kept.len() as u8;
            }
        }
        self.classes = kept;
        self.people.iter_mut().for_each(|one| one.class = numbers.get(usize::from(one.class)).copied().unwrap_or(0));
        self
    }

    /// The table of each class.
    pub(super) fn cells(&self) -> Vec<Cells> {
        let mut cells = vec![[[0; 2]; 2]; self.classes.len()];
        for one in &self.people {
            if let Some(class) = usize::from(one.class).checked_sub(1).and_then(|class| cells.get_mut(class)) {
                class[usize::from(one.group == 2)][usize::from(one.has == 2)] += 1;
            }
        }
        cells
    }

    /// A sentence on one class, or on all: the shares of both groups.
    pub(super) fn shares(&self, lang: Lang, cells: &Cells) -> [String; 2] {
        cells.map(|group| percent(lang, group[0], group[0] + group[1]))
    }
}

/// As many people as answer a question, drawn with replacement from them, in whom the comparison turns: the draws that it
/// took, and they. The questions take turns; nothing where so many draws do not show it.
pub(super) fn resampled(questions: &[Question], seed: u64, tries: usize) -> Option<(usize, Question)> {
    let mut dice = Dice::new(seed);
    (1..=tries).zip(questions.iter().cycle()).find_map(|(draw, question)| {
        let people = question.people.iter().map(|_| question.people[dice.below(question.people.len())]).collect();
        let drawn = Question { people, ..question.clone() };
        turn(&drawn.cells(), LEAST).is_some_and(|turn| turn > 0.0).then_some((draw, drawn))
    })
}

/// Questions that a search keeps.
const NEAREST: usize = 24;

/// The questions that turn most clearly in this village, or come nearest to it; none where no class can be compared.
pub(super) fn search(village: &Village) -> Vec<Question> {
    let mut best: Vec<(f64, Question)> = Vec::new();
    let mut weigh = |question: Question| {
        let Some(turn) = turn(&question.cells(), LEAST) else { return };
        let place = best.partition_point(|(more, _)| *more >= turn);
        if place < NEAREST {
            best.insert(place, (turn, question));
            best.truncate(NEAREST);
        }
    };
    let homes = (
        &[&HEAD, &STURDY, &LARGE, &POOR][..],
        &[&AID, &STURDY, &LARGE][..],
        &[&WELFARE, &POOR, &HEAD, &STURDY, &LARGE, &AID][..],
    );
    questions(&village.homes, Of::Homes, homes, |home| (home.dusun, home.place), &mut weigh);
    let residents = (
        &[&SEX, &MARRIED][..],
        &[&SCHOOL, &MARRIED, &SECONDARY][..],
        &[&AGES, &PUPILS, &SECONDARY, &SEX, &MARRIED][..],
    );
    questions(&village.residents, Of::Residents, residents, |one| (one.dusun, one.place), &mut weigh);
    best.into_iter().map(|(_, question)| question).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_of_the_lesson_turns() {
        // Lesson 11: in both dusun Bu Ati does better (18 of 20, 48 of 80 against 68 of 80, 10 of 20), together she does not.
        let classes = [[[18, 2], [68, 12]], [[48, 32], [10, 10]]];
        let turn_of = turn(&classes, LEAST).unwrap_or(-1.0);
        assert!((turn_of - 0.05).abs() < 1e-12, "{turn_of}: 90 − 85 is the narrowest of 5, 10 and 12 points");
        assert_eq!(whole(&classes), [[66, 34], [78, 22]]);
        // The admissions of Berkeley 1973 (Bickel, Hammel, O'Connell 1975), two of the departments: women do better in A by
        // far and in B by little, and worse together.
        let berkeley = [[[512, 313], [89, 19]], [[353, 207], [17, 8]]];
        assert!(turn(&berkeley, LEAST).is_some_and(|turn| turn < 0.0), "women do better in both and together here");
    }

    #[test]
    fn what_does_not_turn_says_so() {
        let same = [[[8, 2], [5, 5]], [[9, 1], [5, 5]]];
        assert!((turn(&same, LEAST).unwrap_or(0.0) + 0.4).abs() < 1e-12, "the second class is 40 points the other way");
        assert_eq!(turn(&same[..1], LEAST), None, "one class");
        assert_eq!(turn(&[same[0], [[0, 9], [0, 9]]], LEAST), None, "nobody of the second class has it");
        assert_eq!(turn(&[[[1, 1], [5, 5]], [[9, 1], [5, 5]]], LEAST), None, "two people say nothing");
    }
}
