//! Blocks as HTML, in pieces that pages are put together from: what opens, rows that may be parted, what closes. No inline
//! style (strict Content-Security-Policy): widths of columns are attributes. Words are escaped by the one function that charts use.

use super::{Block, Body};
use crate::lang::{Lang, document as words, number};
use crate::present::chart::escaped;
use crate::present::{Kind, RowKind, Table};
use serde::{Deserialize, Serialize};

/// A block laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Laid {
    /// Before the first row.
    pub open: String,
    /// Before the first row of a further page.
    pub reopen: String,
    /// The rows; one for what is whole.
    pub rows: Vec<String>,
    /// After the last row of any page.
    pub close: String,
    /// After the end.
    pub foot: String,
    /// Never last on a page.
    pub stays: bool,
    /// Begins a page.
    pub fresh: bool,
    /// Has its page for itself.
    pub alone: bool,
}

/// In the contents, in place of the page on which the block with this name stands.
pub const PAGE_OF: &str = "\u{2}";

/// Lays out a block; `blocks` are those of the whole document, for its contents.
pub fn laid(block: &Block, blocks: &[Block], lang: Lang) -> Laid {
    let whole = |html: String| Laid { rows: vec![html], ..Laid::default() };
    match &block.body {
        Body::Cover { title, lines } => {
            let lines: String = lines.iter().map(|line| format!("<p>{}</p>", escaped(line))).collect();
            let html = format!("<div class=\"sheet-cover\"><h2>{}</h2>{lines}</div>", escaped(title));
            Laid { alone: true, ..whole(html) }
        }
        Body::Contents => contents(blocks, lang),
        Body::Heading { level, text, number } => {
            let (tag, class) = if *level == 1 { ("h2", "sheet-h1") } else { ("h3", "sheet-h2") };
            let number = if number.is_empty() { String::new() } else { format!("{number} ") };
            let html = format!("<{tag} class=\"{class}\">{}{}</{tag}>", escaped(&number), escaped(&text.filled));
            Laid { stays: true, ..whole(html) }
        }
        Body::Paragraph(text) => {
            let mut rows: Vec<String> = text
                .filled
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(|line| format!("<p class=\"sheet-p\">{}</p>", escaped(line)))
                .collect();
            let by_hand = block.edited.map(|on| {
                let told = words::hand_edited(lang, number::date(lang, on));
                format!("<p class=\"sheet-note\">{}</p>", escaped(&told))
            });
            if let (Some(last), Some(mark)) = (rows.last_mut(), by_hand) {
                *last = format!("<div>{last}{mark}</div>");
            }
            Laid { rows, ..Laid::default() }
        }
        Body::Table { table, number, form } => tabled(table, number, *form, lang),
        Body::Chart { svg, .. } => whole(format!("<figure class=\"sheet-chart\">{svg}</figure>")),
        Body::Break => Laid { fresh: true, ..whole(String::new()) },
    }
}

/// Headings and tables with the pages on which they stand.
fn contents(blocks: &[Block], lang: Lang) -> Laid {
    let row = |block: &Block| {
        let (class, words) = match &block.body {
            _ if block.left_out => return None,
            Body::Heading { level: 1, text, number } => ("toc toc-1", format!("{number} {}", text.filled)),
            Body::Table { table, number, .. } if !number.is_empty() => {
                ("toc toc-2", format!("{} {}", words::table_number(lang, number), table.title))
            }
            _ => return None,
        };
        Some(format!(
            "<p class=\"{class}\"><span>{}</span><span class=\"toc-page\">{PAGE_OF}{}{PAGE_OF}</span></p>",
            escaped(words.trim()),
            escaped(&block.id)
        ))
    };
    Laid {
        open: format!("<h2 class=\"sheet-h1\">{}</h2>", words::contents(lang)),
        rows: blocks.iter().filter_map(row).collect(),
        fresh: true,
        ..Laid::default()
    }
}

fn tabled(table: &Table, number: &str, form: bool, lang: Lang) -> Laid {
    let number = if number.is_empty() { String::new() } else { format!("{}. ", words::table_number(lang, number)) };
    let (title, class) = (escaped(&table.title), if form { "sheet-table sheet-form" } else { "sheet-table" });
    let total: usize = weights(table, lang).iter().sum();
    let width = |weight: usize| format!("<col width=\"{:.2}%\">", weight as f64 * 100.0 / total.max(1) as f64);
    let columns: String = weights(table, lang).into_iter().map(width).collect();
    let head: String = table
        .columns
        .iter()
        .map(|column| format!("<th scope=\"col\"{}>{}</th>", side(column.kind), escaped(&column.label)))
        .collect();
    let opened = |caption: String| {
        format!(
            "<table class=\"{class}\"><caption>{caption}</caption><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>"
        )
    };
    let notes: Vec<String> = table.note.lines(lang).iter().map(|line| escaped(line)).collect();
    Laid {
        open: opened(format!("{number}{title}")),
        reopen: opened(format!("{number}{title} ({})", words::continued(lang))),
        rows: (0..table.rows.len()).map(|row| line(table, row, lang)).collect(),
        close: "</tbody></table>".to_owned(),
        foot: format!("<p class=\"sheet-note\">{}</p>", notes.join(" · ")),
        ..Laid::default()
    }
}

fn line(table: &Table, row: usize, lang: Lang) -> String {
    let class = match table.rows[row].kind {
        RowKind::Body => "",
        RowKind::Total => " class=\"sheet-total\"",
        RowKind::Group => " class=\"sheet-group\"",
    };
    let cells: String = table
        .columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let text = escaped(&table.shown(lang, row, at));
            if at == 0 {
                format!("<th scope=\"row\">{text}</th>")
            } else {
                format!("<td{}>{text}</td>", side(column.kind))
            }
        })
        .collect();
    format!("<tr{class}>{cells}</tr>")
}

/// How wide columns are beside each other, by what stands in them.
fn weights(table: &Table, lang: Lang) -> Vec<usize> {
    let column = |at: usize| {
        let shown = (0..table.rows.len()).map(|row| table.shown(lang, row, at).chars().count()).max().unwrap_or(0);
        let label = &table.columns[at].label;
        // A heading is bold and may not break within a word.
        let word = label.split([' ', '/']).map(|word| word.chars().count()).max().unwrap_or(0) + 3;
        shown.max(word).clamp(9, 32)
    };
    (0..table.columns.len()).map(column).collect()
}

/// Numbers stand right, words left.
fn side(kind: Kind) -> &'static str {
    if kind == Kind::Text { "" } else { " class=\"number\"" }
}
