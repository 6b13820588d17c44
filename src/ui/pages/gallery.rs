//! All parts on one page, for developers: at `/galeri`, linked from nowhere.

use crate::ui::shell::house::name_page;
use leptos::prelude::*;

/// The gallery.
pub fn GalleryPage() -> AnyView {
    name_page(String::new, || "Galeri".into());
    ().into_any()
}
