//! The question bank as this device has it: items with their texts in both languages, fetched from the site's own files.

use super::given;
use crate::lang::Lang;
use crate::lang::teach::TOPICS;
use crate::learn::expression::Numbers;
use crate::learn::format::{read_items, read_texts};
use crate::learn::item::{Draw, filled};
use crate::learn::{Item, Texts};
use crate::teach::tables::ItemWords;
use crate::teach::{Given, ItemHead};
use crate::ui::lang;
use crate::ui::learn::shelf::fetch;
use leptos::prelude::*;
use std::sync::Arc;

/// An item with its texts.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub id: String,
    pub item: Item,
    texts: [Arc<Texts>; 2],
}

impl Question {
    /// A text of the item in the page's language, with the drawn numbers in it; empty where there is none.
    pub fn text(&self, name: &str, numbers: &Numbers) -> String {
        self.words(&format!("{}.{name}", self.item.key), numbers)
    }

    /// A text by its whole key.
    pub fn words(&self, key: &str, numbers: &Numbers) -> String {
        let texts = &self.texts[usize::from(lang() == Lang::En)];
        filled(texts.get(key).map_or("", String::as_str), numbers, lang())
    }

    /// Its numbers: the same for all participants of a session.
    pub fn numbers(&self, seed: u32) -> Numbers {
        let own = crate::teach::code::crc32(self.id.as_bytes());
        self.item.draw(u64::from(seed) << 32 | u64::from(own), None).unwrap_or_default()
    }
}

/// The bank.
#[derive(Clone, Debug, Default)]
pub(super) struct Bank(Arc<Vec<Question>>);

impl Bank {
    /// Whether nothing arrived.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// An item by its id.
    pub fn get(&self, id: &str) -> Option<&Question> {
        self.0.iter().find(|question| question.id == id)
    }

    /// Items that a test can be drawn from: those whose numbers need no village.
    pub fn heads(&self) -> Vec<ItemHead> {
        let alone = |question: &&Question| !question.item.draw.iter().any(|(_, draw)| matches!(draw, Draw::Data(_)));
        let head = |question: &Question| ItemHead {
            id: question.id.clone(),
            topic: question.item.topic.clone(),
            level: question.item.level,
            kind: question.item.kind().into(),
        };
        self.0.iter().filter(alone).map(head).collect()
    }
}

/// The words of a session's items.
pub(super) struct Words<'a>(pub &'a Bank, pub u32);

impl ItemWords for Words<'_> {
    fn question(&self, id: &str) -> String {
        self.0.get(id).map_or_else(|| id.to_owned(), |question| question.text("ask", &question.numbers(self.1)))
    }

    fn answer(&self, id: &str, given: &Given) -> String {
        self.0.get(id).map(|question| given::words(question, &question.numbers(self.1), given)).unwrap_or_default()
    }
}

/// Fetches the bank into a signal; nothing in it while it is on its way.
pub(super) fn fetch_bank() -> RwSignal<Option<Bank>> {
    let bank = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let mut all = Vec::new();
        for (topic, _) in TOPICS {
            all.extend(topic_items(topic).await.unwrap_or_default());
        }
        _ = bank.try_set(Some(Bank(Arc::new(all))));
    });
    bank
}

async fn topic_items(topic: &str) -> Option<Vec<Question>> {
    let file = |name: &str| format!("items/{topic}/{name}.json");
    let (items, problems) = read_items(&fetch(&file("items")).await?);
    let (id, _) = read_texts("id.json", &fetch(&file("id")).await?);
    let (en, _) = read_texts("en.json", &fetch(&file("en")).await?);
    let texts = [Arc::new(id), Arc::new(en)];
    let question = |item: Item| Question { id: format!("{topic}/{}", item.key), item, texts: texts.clone() };
    problems.is_empty().then(|| items.into_iter().map(question).collect())
}
