//! Area, kader and severity of the findings pages, as their addresses say them: `?w=dusun;rw;rt&k=kader&s=error`.

use crate::base::region::Area;
use crate::engine::protocol::{FindingFilter, Severity};
use crate::lang::findings as words;
use crate::ui::parts::tone::Tone;
use crate::ui::{lang, link};
use leptos_router::params::ParamsMap;

/// The key under which rules are not told apart.
pub const ALL: &str = "semua";

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

/// An area as a picker's key.
pub fn area_key(area: &Area) -> String {
    if area.is_whole_village() { String::new() } else { format!("{};{};{}", area.dusun, area.rw, area.rt) }
}

/// The area of a picker's key.
pub fn area_of(key: &str) -> Area {
    let mut parts = key.split(';').map(str::to_owned);
    let mut part = || parts.next().unwrap_or_default();
    Area { dusun: part(), rw: part(), rt: part() }
}

/// The filter of an address.
pub fn of_query(rule: &str, query: &ParamsMap) -> FindingFilter {
    FindingFilter {
        rule: if rule == ALL { String::new() } else { rule.to_owned() },
        area: area_of(&query.get("w").unwrap_or_default()),
        kader: query.get("k"),
        severity: query.get("s").and_then(|key| SEVERITIES.into_iter().find(|severity| severity.key() == key)),
        ..FindingFilter::default()
    }
}

/// The address of the findings of a rule, in an area, of a kader, of a severity.
pub fn address(rule: &str, area: &Area, kader: Option<&str>, severity: Option<Severity>) -> String {
    let mut query = Vec::new();
    if !area.is_whole_village() {
        query.push(format!("w={}", encoded(&area_key(area))));
    }
    if let Some(kader) = kader {
        query.push(format!("k={}", encoded(kader)));
    }
    if let Some(severity) = severity {
        query.push(format!("s={}", severity.key()));
    }
    let mark = if query.is_empty() { "" } else { "?" };
    link(&format!("/periksa/{rule}{mark}{}", query.join("&")))
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// Tone and words of a severity.
pub fn tone(severity: Severity) -> (Tone, &'static str) {
    match severity {
        Severity::Error => (Tone::Error, words::severity_error(lang())),
        Severity::Warning => (Tone::Warn, words::severity_warning(lang())),
        Severity::Info => (Tone::Info, words::severity_info(lang())),
    }
}
