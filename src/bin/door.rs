//! The door's program: the first screen of someone who comes for the first time.

#[cfg(target_arch = "wasm32")]
fn main() {
    rumah_dataku::ui::open_door();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
