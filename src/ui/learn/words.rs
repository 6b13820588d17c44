//! Texts of lessons as they are shown: paragraphs, lists, bold words. No HTML comes from a lesson.

use leptos::prelude::*;

/// A text with its light markup.
pub fn text(words: &str) -> AnyView {
    let blocks: Vec<_> = words.split("\n\n").filter(|block| !block.trim().is_empty()).map(block).collect();
    view! { <div class="lesson-text stack-s">{blocks}</div> }.into_any()
}

/// A paragraph or a list; lines before a list are a paragraph of their own.
fn block(block: &str) -> AnyView {
    let (items, lines): (Vec<&str>, Vec<&str>) = block.lines().partition(|line| line.starts_with("- "));
    let before = (!lines.is_empty()).then(|| view! { <p>{inline(&lines.join(" "))}</p> });
    let listed: Vec<_> = items.iter().map(|item| view! { <li>{inline(&item[2..])}</li> }).collect();
    let list = (!listed.is_empty()).then(|| view! { <ul>{listed}</ul> });
    view! { {before} {list} }.into_any()
}

/// Words with bold ones among them.
pub fn inline(words: &str) -> Vec<AnyView> {
    let part = |(at, part): (usize, &str)| match at % 2 {
        0 => part.to_owned().into_any(),
        _ => view! { <b>{part.to_owned()}</b> }.into_any(),
    };
    words.split("**").enumerate().map(part).collect()
}
