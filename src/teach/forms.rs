//! The test before and the test after, drawn in parallel: place by place the same topic and level, and where the bank allows
//! the same kind of item, no item in both. Drawn from a seed, so the same wish gives the same forms.

use crate::base::Order as _;
use serde::{Deserialize, Serialize};

/// Which of the two tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Before the training.
    Pre,
    /// After it.
    Post,
}

impl Form {
    /// Both, in order of time.
    pub const BOTH: [Form; 2] = [Form::Pre, Form::Post];

    /// Key in addresses and files.
    pub fn key(self) -> &'static str {
        match self {
            Form::Pre => "pre",
            Form::Post => "post",
        }
    }
}

/// What drawing needs to know of an item of the bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemHead {
    /// `topic/key`.
    pub id: String,
    /// Its topic.
    pub topic: String,
    /// 1 easy to 3 hard.
    pub level: u8,
    /// Its kind: choice, number …
    pub kind: String,
}

/// What kind of test is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Topics, in order.
    pub topics: Vec<String>,
    /// Items of each topic in each form.
    pub per_topic: usize,
    /// Chance.
    pub seed: u64,
}

/// The two forms: ids of items, place by place parallel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forms {
    /// The test before.
    pub pre: Vec<String>,
    /// The test after.
    pub post: Vec<String>,
}

impl Forms {
    /// The items of one of them.
    pub fn of(&self, form: Form) -> &[String] {
        match form {
            Form::Pre => &self.pre,
            Form::Post => &self.post,
        }
    }
}

/// Topics for which the bank has fewer pairs than wished, with how many it has.
pub type Short = Vec<(String, usize)>;

/// Draws the forms. Where the bank has too few pairs of a topic, it takes what there is and says so.
pub fn draw(bank: &[ItemHead], wish: &Wish) -> (Forms, Short) {
    let (mut forms, mut short) = (Forms::default(), Short::new());
    let mut chance = Chance(wish.seed);
    for topic in &wish.topics {
        let mut items: Vec<&ItemHead> = bank.iter().filter(|item| item.topic == *topic).collect();
        items.order_by(|a, b| a.id.cmp(&b.id));
        chance.shuffle(&mut items);
        let pairs = spread(pairs(&items), wish.per_topic);
        if pairs.len() < wish.per_topic {
            short.push((topic.clone(), pairs.len()));
        }
        for (one, other) in pairs {
            let (before, after) = if chance.below(2) == 0 { (one, other) } else { (other, one) };
            forms.pre.push(before.id.clone());
            forms.post.push(after.id.clone());
        }
    }
    (forms, short)
}

type Pair<'a> = (&'a ItemHead, &'a ItemHead);

/// Pairs of one level: first those of one kind, then of what is left.
fn pairs<'a>(items: &[&'a ItemHead]) -> Vec<Pair<'a>> {
    let mut left = items.to_vec();
    let mut pairs = Vec::new();
    for same_kind in [true, false] {
        let mut i = 0;
        while i < left.len() {
            let one = left[i];
            let fits = |item: &&ItemHead| item.level == one.level && (!same_kind || item.kind == one.kind);
            match left[i + 1..].iter().position(fits) {
                Some(place) => {
                    pairs.push((one, left.remove(i + 1 + place)));
                    left.remove(i);
                }
                None => i += 1,
            }
        }
    }
    pairs
}

/// So many pairs, one of each level in turn while there are any, the easy ones first.
fn spread(mut pairs: Vec<Pair<'_>>, wanted: usize) -> Vec<Pair<'_>> {
    let mut taken: Vec<Pair> = Vec::new();
    while taken.len() < wanted && !pairs.is_empty() {
        for level in 1..=3 {
            let found = pairs.iter().position(|(item, _)| item.level == level);
            if let Some(place) = found.filter(|_| taken.len() < wanted) {
                taken.push(pairs.remove(place));
            }
        }
        pairs.retain(|(item, _)| (1..=3).contains(&item.level));
    }
    taken.order_by_key(|(item, _)| item.level);
    taken
}

/// Chance from a seed: SplitMix64 (Steele, Lea, Flood 2014).
pub(super) struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    /// A number from 0 to `n` − 1.
    fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}
