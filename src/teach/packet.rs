//! What travels between the trainer and a participant: the invitation (which items, in which order) and the answers. Each is
//! one short text of letters and digits: in a link, a QR code, a file, or a message. A checksum refuses damaged ones.

use super::code::{SessionCode, crc32, decode, encode};
use super::forms::Form;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// First bytes of a packet: what it is, and the version of its form.
const INVITATION: [u8; 2] = [b'U', 1];
const ANSWERS: [u8; 2] = [b'J', 1];

/// Longest nickname, in characters.
pub const MAX_NAME: usize = 24;
/// Most items of a form.
pub const MAX_ITEMS: usize = 40;

/// Why a text is no packet that can be used here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PacketError {
    /// No invitation and no answers of ours.
    NotOurs,
    /// Letters are wrong or missing.
    Damaged,
    /// Made by a newer version.
    Newer,
    /// Answers where an invitation was wanted, or the other way round.
    OtherKind,
    /// Answers of another session, with its code where they tell it.
    OtherSession(Option<SessionCode>),
    /// Answers to another set of items than the session's form has.
    OtherItems,
}

/// What a participant's device needs to give the test. Nothing in it speaks of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The session.
    pub session: SessionCode,
    /// Its title.
    pub title: String,
    /// Which test.
    pub form: Form,
    /// From which the numbers of the items are drawn.
    pub seed: u32,
    /// The items.
    pub items: Vec<String>,
}

/// Of which circle a participant is: the evaluation of Desa Cantik asks for these three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Village statistics contact (agen statistik).
    Agent,
    /// Village apparatus (aparat desa).
    Apparatus,
    /// Others: kader, residents (masyarakat).
    #[default]
    People,
}

impl Group {
    /// All, in the evaluation's order.
    pub const ALL: [Group; 3] = [Group::Agent, Group::Apparatus, Group::People];
}

/// A participant, by nickname or number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Nickname or number.
    pub name: String,
    /// Circle.
    pub group: Group,
}

impl Who {
    /// With the spaces of the name put right; nothing where no name is left.
    pub fn new(name: &str, group: Group) -> Option<Who> {
        let name: Vec<&str> = name.split_whitespace().collect();
        let name: String = name.join(" ").chars().take(MAX_NAME).collect();
        (!name.is_empty()).then_some(Who { name: name.trim_end().into(), group })
    }

    /// The same person: names that differ in capitals or in zeros before a number are one.
    pub fn is_same(&self, other: &Who) -> bool {
        let plain = |name: &str| match name.parse::<u32>() {
            Ok(number) => number.to_string(),
            Err(_) => name.to_lowercase(),
        };
        plain(&self.name) == plain(&other.name)
    }

    /// The name where it is a number.
    pub fn number(&self) -> Option<u16> {
        self.name.parse().ok()
    }
}

/// What a participant did with one item, in few bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Given {
    /// Nothing.
    #[default]
    Nothing,
    /// Choices or marks (1 and up), or an order of things.
    Picks(Vec<u8>),
    /// A number as it was typed.
    Number(String),
    /// Cells filled.
    Cells(Vec<String>),
    /// Places in a table: row, column.
    Places(Vec<(u8, u8)>),
    /// A chart built: variables in rows, variables in columns, kind of chart.
    Chart(Vec<u8>, Vec<u8>, u8),
}

/// A participant's answers to a test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// The session.
    pub session: SessionCode,
    /// Which test.
    pub form: Form,
    /// The participant.
    pub who: Who,
    /// What was given, item by item.
    pub given: Vec<Given>,
    /// Whether it was right, item by item.
    pub right: Vec<bool>,
}

/// On the wire: session as a number, items of one topic together, right and wrong as bits.
#[derive(Serialize, Deserialize)]
struct InvitationWire(u32, String, Form, u32, Vec<(String, Vec<String>)>);
#[derive(Serialize, Deserialize)]
struct AnswersWire(u32, Form, Who, Vec<Given>, Vec<u8>);

impl Invitation {
    /// As text.
    pub fn text(&self) -> String {
        let mut topics: Vec<(String, Vec<String>)> = Vec::new();
        for id in &self.items {
            let (topic, key) = id.split_once('/').unwrap_or(("", id));
            match topics.last_mut() {
                Some((last, keys)) if last == topic => keys.push(key.into()),
                _ => topics.push((topic.into(), vec![key.into()])),
            }
        }
        seal(INVITATION, &InvitationWire(self.session.number(), self.title.clone(), self.form, self.seed, topics))
    }

    /// From text.
    pub fn read(text: &str) -> Result<Invitation, PacketError> {
        let InvitationWire(session, title, form, seed, topics) = open(INVITATION, text)?;
        let id = |topic: &str, key: String| if topic.is_empty() { key } else { format!("{topic}/{key}") };
        let items = topics.into_iter().flat_map(|(topic, keys)| {
            let ids: Vec<String> = keys.into_iter().map(|key| id(&topic, key)).collect();
            ids
        });
        Ok(Invitation { session: SessionCode::drawn(session), title, form, seed, items: items.collect() })
    }
}

impl Answers {
    /// As text.
    pub fn text(&self) -> String {
        let bits =
            self.right.chunks(8).map(|eight| eight.iter().rev().fold(0, |byte, right| byte << 1 | u8::from(*right)));
        let wire = (self.session.number(), self.form, self.who.clone(), self.given.clone(), bits.collect());
        seal(ANSWERS, &AnswersWire(wire.0, wire.1, wire.2, wire.3, wire.4))
    }

    /// From text.
    pub fn read(text: &str) -> Result<Answers, PacketError> {
        let AnswersWire(session, form, who, given, bits) = open(ANSWERS, text)?;
        let right = (0..given.len()).map(|n| bits.get(n / 8).is_some_and(|byte| byte >> (n % 8) & 1 == 1)).collect();
        let who = Who::new(&who.name, who.group).ok_or(PacketError::Damaged)?;
        if given.len() > MAX_ITEMS || bits.len() != given.len().div_ceil(8) {
            return Err(PacketError::Damaged);
        }
        Ok(Answers { session: SessionCode::drawn(session), form, who, given, right })
    }
}

/// Answers in a file or a message: one text a line, other lines do not matter. With what could not be read, by line.
pub fn read_lines(text: &str) -> (Vec<Answers>, Vec<(usize, PacketError)>) {
    let (mut read, mut wrong) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match Answers::read(line) {
            Ok(answers) => read.push(answers),
            Err(error) => wrong.push((number + 1, error)),
        }
    }
    (read, wrong)
}

fn seal(head: [u8; 2], body: &impl Serialize) -> String {
    let mut bytes = head.to_vec();
    bytes.extend(postcard::to_stdvec(body).unwrap_or_default());
    let sum = crc32(&bytes);
    bytes.extend(sum.to_be_bytes());
    encode(&bytes)
}

fn open<T: DeserializeOwned>(head: [u8; 2], text: &str) -> Result<T, PacketError> {
    let bytes = decode(text)?;
    let kinds = [INVITATION[0], ANSWERS[0]];
    if bytes.len() < 7 || !kinds.contains(&bytes[0]) {
        return Err(PacketError::NotOurs);
    }
    let (body, sum) = bytes.split_at(bytes.len() - 4);
    if crc32(body).to_be_bytes() != sum {
        return Err(PacketError::Damaged);
    }
    if body[0] != head[0] {
        return Err(PacketError::OtherKind);
    }
    if body[1] > head[1] {
        return Err(PacketError::Newer);
    }
    postcard::from_bytes(&body[2..]).map_err(|_| PacketError::Damaged)
}
