//! What every chart must hold to, read back from its SVG: well-formed, no style, words inside the picture and apart.

use super::measure::text_width;
use super::{Callout, Chart, Frame, Theme};
use crate::base::Date;
use crate::lang::Lang;
use crate::present::table::Note;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// An element: its name, its attributes and the text in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: BTreeMap<String, String>,
    pub(super) text: String,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub(super) fn number(&self, name: &str) -> f64 {
        self.attribute(name).parse().unwrap_or(0.0)
    }
}

/// A frame for tests.
pub(super) fn frame(theme: Theme, width: u16) -> Frame {
    Frame {
        lang: Lang::Id,
        theme,
        width,
        id: "uji".into(),
        title: "Judul <b> & \"kutip\"".into(),
        note: Note {
            universe: "penduduk Desa Sungai Contoh".into(),
            at: Date { year: 2026, month: 11, day: 24 },
            source: "pendataan Rumah DataKu".into(),
            resident: "yang tinggal di desa".into(),
            ..Note::default()
        },
        callouts: Vec::new(),
    }
}

/// The elements of an SVG text, in order; panics where it is not well-formed XML.
pub(super) fn elements(svg: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let read = |start: &BytesStart<'_>| {
        let mut element = Element { name: start.name().as_ref().to_owned(), ..Element::default() };
        for attribute in start.attributes() {
            let attribute = attribute.unwrap();
            let name = attribute.key.as_ref().to_owned();
            element.attributes.insert(name, attribute.value.into_owned());
        }
        element
    };
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                open.push(found.len());
                found.push(read(&start));
            }
            Event::Empty(start) => found.push(read(&start)),
            Event::Text(text) => {
                let at = *open.last().unwrap();
                found[at].text.push_str(&text);
            }
            Event::GeneralRef(_) => found[*open.last().unwrap()].text.push('&'),
            Event::End(_) => {
                open.pop();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    found
}

/// Draws the chart at phone, card, laptop and projector width, on screen and paper, in both languages, and holds every
/// picture against the rules of the house.
pub(super) fn check(chart: &impl Chart) {
    check_with(chart, &[]);
}

/// The same with short notes, at (row, column).
pub(super) fn check_with(chart: &impl Chart, notes: &[(&str, &str)]) {
    let text = "banjir besar 2024, banyak warga sementara tinggal di dusun lain";
    let callout =
        |(row, column): &(&str, &str)| Callout { row: (*row).into(), column: (*column).into(), text: text.into() };
    let callouts: Vec<Callout> = notes.iter().map(callout).collect();
    for theme in [Theme::Screen, Theme::Paper] {
        for width in [280, 328, 480, 720, 1_280, 1_920] {
            for lang in [Lang::Id, Lang::En] {
                let frame = Frame { lang, callouts: callouts.clone(), ..frame(theme, width) };
                let svg = chart.svg(&frame);
                assert_eq!(svg, chart.svg(&frame));
                let elements = elements(&svg);
                check_picture(&elements, theme, &format!("{theme:?} {width} {lang:?}"));
                let told = elements.iter().find(|e| e.name == "desc").map_or("", |e| e.text.as_str());
                let drawn: String =
                    elements.iter().filter(|e| e.name == "text").map(|e| e.text.clone() + " ").collect();
                for (note, _) in callouts.iter().zip(0..) {
                    assert!(told.contains(&note.text), "{theme:?} {width}: the note is not told");
                    let words = note.text.split(' ').filter(|word| !drawn.contains(word)).collect::<Vec<_>>();
                    assert!(words.is_empty(), "{theme:?} {width}: {words:?} are not drawn");
                }
            }
        }
    }
}

fn check_picture(elements: &[Element], theme: Theme, at: &str) {
    let root = &elements[0];
    assert_eq!(root.attribute("role"), "img");
    assert!(elements.iter().any(|e| e.name == "desc" && !e.text.is_empty()), "{at}: nothing told");
    let view: Vec<f64> = root.attribute("viewBox").split(' ').map(|n| n.parse().unwrap()).collect();
    for element in elements {
        assert_ne!(element.name, "style");
        assert_eq!(element.attribute("style"), "");
        for name in ["fill", "stroke"] {
            let paint = element.attribute(name);
            let own = if theme == Theme::Screen { "var(--" } else { "#" };
            let texture = paint.starts_with("url(#uji-");
            assert!(matches!(paint, "" | "none") || texture || paint.starts_with(own), "{at}: {paint}");
            assert!(!element.attributes.values().any(|value| value.contains("NaN") || value.contains("inf")), "{at}");
        }
    }
    let boxes: Vec<(&str, [f64; 4])> =
        elements.iter().filter(|e| e.name == "text").map(|e| (e.text.as_str(), text_box(e))).collect();
    for (i, (text, a)) in boxes.iter().enumerate() {
        assert!(a[0] >= -0.5 && a[1] <= view[2] + 0.5, "{at}: «{text}» leaves the picture: {a:?}");
        assert!(a[2] >= -0.5 && a[3] <= view[3] + 0.5, "{at}: «{text}» leaves the picture: {a:?}");
        for (other, b) in &boxes[i + 1..] {
            let apart = a[1] <= b[0] + 0.5 || b[1] <= a[0] + 0.5 || a[3] <= b[2] + 0.5 || b[3] <= a[2] + 0.5;
            assert!(apart, "{at}: «{text}» {a:?} lies on «{other}» {b:?}");
        }
    }
    for e in elements.iter().filter(|e| e.name == "rect" && !e.attribute("x").is_empty()) {
        assert!(e.number("x") >= -0.1 && e.number("x") + e.number("width") <= view[2] + 0.1, "{at}: {e:?}");
    }
}

/// Left, right, top and bottom of a text.
fn text_box(e: &Element) -> [f64; 4] {
    let size = e.number("font-size");
    let width = text_width(&e.text, size, e.attribute("font-weight") == "600");
    let left = e.number("x")
        - width
            * match e.attribute("text-anchor") {
                "middle" => 0.5,
                "end" => 1.0,
                _ => 0.0,
            };
    [left, left + width, e.number("y") - size * 0.75, e.number("y") + size * 0.2]
}
