//! Where the site stands and how to go about in it: the root is found at run time, so that the same files work under any
//! sub-path of a static host.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use std::cell::{OnceCell, RefCell};
use wasm_bindgen::JsValue;

type Navigate = Box<dyn Fn(&str, bool)>;

thread_local! {
    /// Path of the site's root with both slashes: `/` or `/any/sub/path/`.
    static ROOT: OnceCell<String> = const { OnceCell::new() };
    static NAVIGATE: RefCell<Option<Navigate>> = const { RefCell::new(None) };
}

/// Finds the root, once, before the address changes: where the script lies that started the page. A static host knows
/// one page only, so a deep address reaches us as `<root>#/kumpul/warga`; it is given its own form here.
pub(super) fn find_root() {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let script = document().query_selector("script[data-app]").ok().flatten();
    let src = script.and_then(|script| script.get_attribute("src")).unwrap_or_else(|| "./".into());
    let path = web_sys::Url::new_with_base(&src, &base).map(|url| url.pathname()).unwrap_or_else(|_| "/".into());
    let end = path.rfind('/').map_or(0, |slash| slash + 1);
    ROOT.with(|root| _ = root.set(path[..end].into()));
    if let (Some(deep), Ok(history)) = (path_behind_hash(), window().history()) {
        _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&link(&deep)));
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

/// The address of a page of ours, for `href`: `link("/kumpul")`.
pub fn link(path: &str) -> String {
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
