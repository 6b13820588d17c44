//! The learning room's program: lessons, exercises, the trainer's room.

#[cfg(target_arch = "wasm32")]
fn main() {
    rumah_dataku::ui::learn::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
