//! `rdk`: the engine behind a command line.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    rumah_dataku::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
