//! Line icons, drawn in the colour of the text around them. An icon never stands without words or an `aria-label` beside.

use leptos::prelude::*;

/// Name and path of each icon in a 24 × 24 box.
const SHAPES: &[(&str, &str)] = &[
    ("home", "M3 11.5 12 4l9 7.5M6 10v9h4.5v-5h3v5H18v-9"),
    ("collect", "M8 4h8v3H8zM6 5.5H5V20h14V5.5h-1M12 10.5v6M9 13.5h6"),
    ("verify", "M12 3.5 19 6v6c0 4.5-3 7.3-7 8.5-4-1.2-7-4-7-8.5V6zM8.8 12l2.4 2.4 4.2-4.6"),
    ("look", "M4 20V10M10 20V4M16 20v-8M21 20H3"),
    ("act", "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z"),
    ("learn", "M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zm0 0V19"),
    ("package", "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8"),
    ("settings", "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4"),
    ("about", "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8v.1"),
    ("back", "M19 12H5M11 6l-6 6 6 6"),
    ("next", "M9 5l7 7-7 7"),
    ("close", "M6 6l12 12M18 6L6 18"),
    ("check", "M5 12.5l4.5 4.5L19 7.5"),
    ("search", "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.2 16.2 20.5 20.5"),
    ("more", "M6 12v.01M12 12v.01M18 12v.01"),
    ("down", "M6 9.5l6 6 6-6"),
    ("plus", "M12 5v14M5 12h14"),
    ("file", "M7 3.5h7l4 4V20.5H7zM14 3.5v4h4"),
    ("download", "M12 4v11M7 10.5l5 5 5-5M5 20h14"),
    ("share", "M12 15V4M8 7.5l4-4 4 4M6 11v9h12v-9"),
    ("print", "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"),
    ("table", "M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9"),
    ("warn", "M12 4 21 19.5H3zM12 10v4.5M12 17v.1"),
    ("error", "M8.5 4h7L20 8.5v7L15.5 20h-7L4 15.5v-7zM12 8v5M12 16v.1"),
    ("person", "M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 20c.5-4 3.5-5.5 7-5.5s6.5 1.5 7 5.5"),
    (
        "family",
        "M8.5 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM16.5 7.5a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6zM3 19c.3-3.6 2.5-5 5.5-5s5.2 1.4 5.5 5M15 14.6c3-.6 5.5.9 6 4.4",
    ),
    ("calendar", "M5 6h14v14H5zM5 10.5h14M9 3.5V7M15 3.5V7"),
    ("undo", "M8 5 4 9l4 4M4 9h9.5a5.5 5.5 0 0 1 0 11H9"),
    ("edit", "M5 19l1-4L16.5 4.5l3 3L9 18zM14.5 6.5l3 3"),
    ("trash", "M5 7h14M9 7V4.5h6V7M7 7l1 13h8l1-13"),
    ("offline", "M4 4l16 16M8 15a6 6 0 0 1 6.5-1.3M5 11.5A10 10 0 0 1 9 9M12 8a10.5 10.5 0 0 1 7 3.5M12 19v.1"),
];

/// An icon by name; an unknown name draws nothing.
///
/// ```ignore
/// view! { <button>{icon("plus")} "Tambah keluarga"</button> }
/// ```
pub fn icon(name: &str) -> AnyView {
    let path = SHAPES.iter().find(|(key, _)| *key == name).map_or("", |(_, path)| *path);
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d=path fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" stroke-linecap="round"/>
        </svg>
    }
    .into_any()
}
