//! The engine's program: a Web Worker in the browser.

fn main() {
    #[cfg(target_arch = "wasm32")]
    rumah_dataku::worker::start();
}
