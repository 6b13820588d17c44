//! A place inside the village in words.

use super::Lang;
use crate::base::region::Area;

/// A place in words: `RT 3 / RW 1, Dusun Hilir`.
pub fn place(lang: Lang, area: &Area) -> String {
    let mut out = String::new();
    if !area.rt.is_empty() {
        out.push_str("RT ");
        out.push_str(&area.rt);
    }
    if !area.rw.is_empty() {
        out.push_str(if out.is_empty() { "RW " } else { " / RW " });
        out.push_str(&area.rw);
    }
    if !area.dusun.is_empty() {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str("Dusun ");
        out.push_str(&area.dusun);
    }
    if out.is_empty() { lang.pick("Alamat belum diisi", "No area yet").to_owned() } else { out }
}
