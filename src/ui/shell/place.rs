//! Where the site stands and how to go about in it: the root is found at run time, so that the same files work under any
//! sub-path of a static host.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::cell::{Cell, OnceCell, RefCell};
use wasm_bindgen::prelude::*;

type Navigate = Box<dyn Fn(&str, bool)>;

thread_local! {
    /// Path of the site's root with both slashes: `/` or `/any/sub/path/`.
    static ROOT: OnceCell<String> = const { OnceCell::new() };
    static NAVIGATE: RefCell<Option<Navigate>> = const { RefCell::new(None) };
    /// The program that runs here.
    static PROGRAM: Cell<&'static str> = const { Cell::new("") };
    /// Programs other than the main one, each with the paths under which its pages lie.
    static OTHERS: OnceCell<Vec<(String, Vec<String>)>> = const { OnceCell::new() };
}

/// Which program shows what is told by `index.html`, once for `public/boot.js` and for this: `learn:/belajar desk:/a,/b`.
fn others() -> Vec<(String, Vec<String>)> {
    let named = document().query_selector("meta[name=programs]").ok().flatten();
    let text = named.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    let one = |part: &str| {
        let (name, paths) = part.split_once(':')?;
        Some((name.to_owned(), paths.split(',').map(str::to_owned).collect()))
    };
    text.split(' ').filter_map(one).collect()
}

/// Whether another program shows the page of this path.
fn elsewhere(path: &str) -> bool {
    let of = |under: &String| {
        let rest = path.strip_prefix(under.as_str());
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    OTHERS.with(|others| {
        let found = others.get_or_init(self::others).iter().find(|(_, paths)| paths.iter().any(of));
        found.map_or("app", |(name, _)| name.as_str()) != PROGRAM.get()
    })
}

/// Finds the root, once, before the address changes: where the script lies that started the page. A static host knows
/// one page only, so a deep address reaches us as `<root>#/kumpul/warga`; it is given its own form here.
pub(super) fn find_root(program: &'static str) {
    PROGRAM.set(program);
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let script = document().query_selector("script[data-app]").ok().flatten();
    let src = script.and_then(|script| script.get_attribute("src")).unwrap_or_else(|| "./".into());
    let path = web_sys::Url::new_with_base(&src, &base).map(|url| url.pathname()).unwrap_or_else(|_| "/".into());
    let end = path.rfind('/').map_or(0, |slash| slash + 1);
    ROOT.with(|root| _ = root.set(path[..end].into()));
    if let (Some(deep), Ok(history)) = (path_behind_hash(), window().history()) {
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&here(&deep)));
    }
}

/// `/kumpul/warga` of an address that ends with `#/kumpul/warga`.
fn path_behind_hash() -> Option<String> {
    window().location().hash().ok()?.strip_prefix('#').filter(|path| path.starts_with('/')).map(Into::into)
}

/// Path of the site's root, with a leading and a trailing slash.
pub fn root() -> String {
    ROOT.with(|root| root.get().cloned().unwrap_or_else(|| "/".into()))
}

/// The router's base: the root without its trailing slash.
pub(super) fn base() -> String {
    root().trim_end_matches('/').into()
}

/// The address of a page of ours, for `href`: `link("/kumpul")`. A page of another program stands behind '#', where a
/// static host finds it without asking twice.
pub fn link(path: &str) -> String {
    if elsewhere(path) { format!("{}#{path}", root()) } else { here(path) }
}

/// The address of a page of this program.
fn here(path: &str) -> String {
    format!("{}{path}", base())
}

/// Goes to a page of ours: `go("/kumpul")`.
pub fn go(path: &str) {
    navigate(path, false);
}

/// Goes to a page of ours and leaves the present one out of the history.
pub fn replace_by(path: &str) {
    navigate(path, true);
}

fn navigate(path: &str, replace: bool) {
    if elsewhere(path) {
        _ = window().location().assign(&link(path));
        return;
    }
    NAVIGATE.with_borrow(|navigate| {
        if let Some(navigate) = navigate {
            navigate(path, replace);
        }
    });
}

/// Takes a way of navigating where there is no router (path, and whether it leaves the present one out of the history).
pub(super) fn navigate_by(navigate: impl Fn(&str, bool) + 'static) {
    NAVIGATE.with_borrow_mut(|slot| *slot = Some(Box::new(navigate)));
}

/// Takes the router's way of navigating; called inside the router.
pub(super) fn provide_navigation() {
    let navigate = use_navigate();
    leave_to_others();
    let boxed: Navigate =
        Box::new(move |path, replace| navigate(path, NavigateOptions { replace, ..NavigateOptions::default() }));
    NAVIGATE.with_borrow_mut(|slot| *slot = Some(boxed));
    let handle = window_event_listener_untyped("hashchange", |_| {
        if let Some(deep) = path_behind_hash() {
            replace_by(&deep);
        }
    });
    on_cleanup(move || handle.remove());
}

/// The router leaves links to another program's pages to the browser: they are marked before it hears of the click.
fn leave_to_others() {
    let mark = Closure::<dyn FnMut(web_sys::Event)>::new(|event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|element| element.closest("a[href*='#/']").ok().flatten());
        if let Some(link) = link {
            _ = link.set_attribute("rel", "external");
        }
    });
    let capture = true;
    _ = document().add_event_listener_with_callback_and_bool("click", mark.as_ref().unchecked_ref(), capture);
    on_cleanup({
        let mark = StoredValue::new_local(mark);
        move || {
            mark.with_value(|mark| {
                let heard = mark.as_ref().unchecked_ref();
                _ = document().remove_event_listener_with_callback_and_bool("click", heard, capture);
            });
        }
    });
}
