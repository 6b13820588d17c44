//! The desk's program: maps, documents, series, own tables, programmes.

#[cfg(target_arch = "wasm32")]
fn main() {
    rumah_dataku::ui::start_desk();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
