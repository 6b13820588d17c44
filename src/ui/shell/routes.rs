//! The pages by address: a table for each of the page's programs. A pattern names its pieces with `:`; each row also says where "back" leads.

use crate::ui::pages;
use crate::ui::parts::live::follow;
use leptos::prelude::*;
use leptos::tachys::view::iterators::StaticVec;
use leptos_router::components::{FlatRoutes, FlatRoutesProps, RouteChildren};
use leptos_router::{MatchNestedRoutes, NestedRoute, PartialPathMatch, PathSegment, PossibleRouteMatch};
use std::borrow::Cow;
use std::time::Duration;

type Page = fn() -> AnyView;

/// Pattern below the root, where "back" leads (nothing for the five roots), page.
pub type Route = (&'static str, Option<&'static str>, Page);

/// The pages of the main program.
pub(super) const MAIN: &[Route] = &[
    ("", None, pages::home::HomePage),
    ("mulai", Some("/"), pages::start::StartPage),
    ("mulai/profil", Some("/"), pages::start::ProfilePage),
    ("kumpul", None, pages::collect::FamiliesPage),
    ("kumpul/warga", Some("/kumpul"), pages::collect::PersonsPage),
    ("kumpul/keluarga/:id", Some("/kumpul"), pages::collect::FamilyPage),
    ("kumpul/peristiwa", Some("/kumpul"), pages::collect::EventsPage),
    ("kumpul/impor", Some("/kumpul"), pages::collect::ImportPage),
    ("periksa", None, pages::verify::FindingsPage),
    ("periksa/:rule", Some("/periksa"), pages::verify::RulePage),
    ("lihat", None, pages::look::SummaryPage),
    ("lihat/tabel", Some("/lihat"), pages::look::TablesPage),
    ("guna", None, pages::act::IssuesPage),
    ("guna/:list", Some("/guna"), pages::act::TargetsPage),
    ("paket", Some("/"), pages::package::PackagePage),
    ("pengaturan", Some("/"), pages::house::SettingsPage),
    ("tentang", Some("/"), pages::house::AboutPage),
    #[cfg(debug_assertions)]
    ("galeri", Some("/"), pages::gallery::GalleryPage),
];

/// The pages of the desk; `index.html` names their paths.
pub(super) const DESK: &[Route] = &[
    ("kumpul/potensi", Some("/kumpul"), pages::collect::PotentialPage),
    ("lihat/indikator", Some("/lihat"), pages::look::CataloguePage),
    ("lihat/indikator/:id", Some("/lihat/indikator"), pages::look::IndicatorPage),
    ("lihat/bandingkan", Some("/lihat/indikator"), pages::look::HeatPage),
    ("lihat/sasaran", Some("/lihat/indikator"), pages::look::MarksPage),
    ("lihat/susun", Some("/lihat/tabel"), pages::look::MakerPage),
    ("guna/penerima", Some("/guna"), pages::act::ReachPage),
    ("guna/keluaran", Some("/guna"), pages::act::OutputLogPage),
    ("guna/program", Some("/guna"), pages::act::ProgrammesPage),
    ("guna/program/:key", Some("/guna/program"), pages::act::ProgrammePage),
    ("guna/isu", Some("/guna"), pages::act::RankingPage),
    ("guna/susun", Some("/guna"), pages::act::ComposerPage),
    ("lihat/peta", Some("/lihat"), pages::look::MapPage),
    ("lihat/peta/gambar", Some("/lihat/peta"), pages::look::MapDrawPage),
    ("lihat/peta/berkas", Some("/lihat/peta"), pages::look::MapFilePage),
    ("lihat/waktu", Some("/lihat"), pages::look::SeriesPage),
    ("lihat/proyeksi", Some("/lihat"), pages::look::ProjectionPage),
    ("lihat/dokumen", Some("/lihat"), pages::look::DocumentsPage),
    ("lihat/dokumen/:jenis", Some("/lihat/dokumen"), pages::look::DocumentPage),
    ("lihat/pojok", Some("/lihat/dokumen"), pages::look::SlidesPage),
];

/// Where "back" leads from a path below the root, where it leads anywhere.
pub fn parent_of(routes: &[Route], path: &str) -> Option<&'static str> {
    routes.iter().find(|(pattern, ..)| Pattern(pattern).test(path).is_some()).map_or(Some("/"), |(_, up, _)| *up)
}

/// The page that the address names.
pub(super) fn Routes(routes: &[Route]) -> AnyView {
    let row = |(pattern, _, page): &Route| {
        let page = *page;
        NestedRoute::new(Pattern(pattern), move || soon(page))
    };
    let rows: Vec<_> = routes.iter().map(row).collect();
    flat(StaticVec::from(rows)).into_any()
}

/// The page in a task of its own: to take the last one down and to build this one at once keeps a slow phone busy too long.
fn soon(page: Page) -> AnyView {
    let due = RwSignal::new(false);
    set_timeout(move || _ = due.try_set(true), Duration::ZERO);
    follow(move || due.get().then(|| untrack(page)))
}

fn flat<Defs: MatchNestedRoutes + Clone + Send + 'static>(routes: Defs) -> impl IntoView {
    let fallback: Page = pages::house::NotFoundPage;
    FlatRoutes(FlatRoutesProps::builder().fallback(fallback).children(RouteChildren::to_children(|| routes)).build())
}

/// A whole path: `kumpul/keluarga/:id` matches `/kumpul/keluarga/7` and nothing longer or shorter.
#[derive(Clone, Copy)]
struct Pattern(&'static str);

impl PossibleRouteMatch for Pattern {
    fn optional(&self) -> bool {
        false
    }

    fn test<'a>(&self, path: &'a str) -> Option<PartialPathMatch<'a>> {
        let mut params = Vec::new();
        let mut parts = path.trim_matches('/').split('/');
        for pattern in self.0.split('/') {
            let part = parts.next()?;
            match pattern.strip_prefix(':') {
                Some(name) if !part.is_empty() => params.push((Cow::Borrowed(name), part.into())),
                None if part == pattern => {}
                _ => return None,
            }
        }
        parts.next().is_none().then(|| PartialPathMatch::new("", params, path))
    }

    fn generate_path(&self, path: &mut Vec<PathSegment>) {
        path.extend(self.0.split('/').map(|part| match part.strip_prefix(':') {
            Some(name) => PathSegment::Param(name.into()),
            None => PathSegment::Static(part.into()),
        }));
    }
}
