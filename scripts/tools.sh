# Sourced by the commands in this folder: the pinned tools, installed where they are missing.
#
# Build tools go into versioned folders of the user's cache, shared by every clone on the machine; nothing global
# changes. Node packages go into node_modules/. A second run finds everything and says nothing.
# This file must not know where the machine keeps things, nor which registry it asks.

TRUNK_VERSION=0.21.14
BINDGEN_VERSION=0.2.130 # equals `wasm-bindgen` in Cargo.toml
NODE_LEAST=20

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
tools_home="${XDG_CACHE_HOME:-$HOME/.cache}/rumah-dataku"

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { printf '\033[31m%s\033[0m\n' "$*" >&2; exit 1; }

need_node() {
  command -v node >/dev/null || fail "Node $NODE_LEAST or newer is needed and was not found. Install it from https://nodejs.org, then run this again."
  [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$NODE_LEAST" ] || fail "Node $(node -v) is too old: version $NODE_LEAST or newer is needed."
  local stamp=node_modules/.rumah-dataku
  if ! cmp -s package-lock.json "$stamp"; then
    say "Installing the Node packages of package-lock.json (about half a minute)…"
    npm ci --no-audit --no-fund --loglevel=error || fail "npm ci did not finish. What is installed is safe to keep; check the network and run this again."
    cp package-lock.json "$stamp"
  fi
  # Only wasm-opt of binaryen's tools is put on PATH, alone in a folder.
  local bin="$root/node_modules/.rumah-dataku-bin"
  [ -L "$bin/wasm-opt" ] || { mkdir -p "$bin" && ln -sfn ../binaryen/bin/wasm-opt "$bin/wasm-opt"; }
  PATH="$bin:$PATH"
}

need_rust() {
  command -v cargo >/dev/null || fail "A Rust toolchain is needed and was not found. Install rustup from https://rustup.rs, then run this again."
  command -v rustup >/dev/null || return 0
  if ! cargo --version >/dev/null 2>&1 || ! rustup target list --installed 2>/dev/null | grep -q '^wasm32-unknown-unknown$'; then
    say "Adding the Rust toolchain of rust-toolchain.toml with its WebAssembly target…"
    rustup toolchain install --no-self-update >&2 2>/dev/null || true
    rustup target add wasm32-unknown-unknown >&2 || fail "The WebAssembly target could not be added. Check the network and run this again."
  fi
}

# need_cargo_tool <crate> <version> <binary> <words about the wait> [cargo install options]
need_cargo_tool() {
  local crate=$1 version=$2 binary=$3 wait=$4
  shift 4
  local home="$tools_home/$crate-$version"
  if [ ! -x "$home/bin/$binary" ]; then
    say "Building $crate $version ($wait, once on this machine)…"
    cargo install "$crate" --version "$version" --root "$home" "$@" >&2 || fail "$crate $version could not be built. Check the network and run this again."
  fi
  PATH="$home/bin:$PATH"
}

need_trunk() { need_cargo_tool trunk "$TRUNK_VERSION" trunk "about 7 minutes" --locked; }
# Its own lock file names a version that the registry lacks, so no --locked here.
need_bindgen() { need_cargo_tool wasm-bindgen-cli "$BINDGEN_VERSION" wasm-bindgen "about 2 minutes"; }

need_build_tools() {
  need_rust
  need_node
  need_bindgen
  need_trunk
  export PATH
}

# A browser for the tests: Debian's chromium, or a Chrome that is already here. Sets CHROMIUM and CHROMEDRIVER.
find_browser() {
  local name
  CHROMIUM=${CHROMIUM:-} CHROMEDRIVER=${CHROMEDRIVER:-}
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$CHROMIUM" ] || CHROMIUM=$(command -v "$name" || true)
  done
  [ -n "$CHROMEDRIVER" ] || CHROMEDRIVER=$(command -v chromedriver || true)
  export CHROMIUM CHROMEDRIVER
  [ -n "$CHROMIUM" ] && [ -n "$CHROMEDRIVER" ]
}

need_browser() {
  find_browser && return 0
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing Chromium and its driver for the browser tests…"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver; } >/dev/null 2>&1
    find_browser && return 0
  fi
  say "The browser tests need Chromium and chromedriver. On Debian: sudo apt install chromium chromium-driver. Elsewhere: install both and set CHROMIUM and CHROMEDRIVER to their programs."
  return 1
}

# The receivers' tools (frictionless, DuckDB, openpyxl) in .venv, pinned by tests/conformance/requirements.txt.
need_python() {
  local wanted=tests/conformance/requirements.txt
  cmp -s "$wanted" .venv/.rumah-dataku && return 0
  command -v python3 >/dev/null || { say "The package checks need Python 3.9 or newer with venv (Debian: python3-venv)."; return 1; }
  say "Installing the receivers' tools for the package checks into .venv…"
  python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check -r "$wanted" && cp "$wanted" .venv/.rumah-dataku
}
