//! The study's program: a Web Worker in the browser that reads the register and never writes it.

fn main() {
    #[cfg(target_arch = "wasm32")]
    rumah_dataku::worker::start_study();
}
