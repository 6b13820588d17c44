//! The page's program: starts the shell.

#[cfg(target_arch = "wasm32")]
fn main() {
    rumah_dataku::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
