//! Stand-in for `zopfli`, taken by `[patch.crates-io]` in the house's Cargo.toml.
//!
//! calamine and rust_xlsxwriter ask for every way of deflating that the crate `zip` knows. Zopfli is that crate's way for
//! levels above 9, which nobody here asks for; its 70 KB stood in the engine and in the study for nothing. So the same door
//! stands here, and whoever does ask is told by an error when it writes.

use std::{
    io::{self, Write},
    num::NonZeroU64,
};

/// How hard to try.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How often to try again.
    pub iteration_count: NonZeroU64,
}

impl Default for Options {
    fn default() -> Self {
        Self { iteration_count: NonZeroU64::MIN }
    }
}

/// The kinds of blocks: none is ever written.
#[derive(Clone, Copy, Debug, Default)]
pub enum BlockType {
    /// Trees of their own.
    #[default]
    Dynamic,
}

/// Takes nothing: every write is an error.
#[derive(Debug)]
pub struct DeflateEncoder<W: Write> {
    sink: W,
}

impl<W: Write> DeflateEncoder<W> {
    /// An encoder that takes nothing.
    pub fn new(_: Options, _: BlockType, sink: W) -> Self {
        Self { sink }
    }

    /// What is written to.
    pub fn get_ref(&self) -> &W {
        &self.sink
    }

    /// What is written to.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.sink
    }

    /// What was written to.
    pub fn finish(self) -> io::Result<W> {
        Ok(self.sink)
    }
}

impl<W: Write> Write for DeflateEncoder<W> {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::Error::new(io::ErrorKind::Unsupported, "zopfli is not built in: use a level of 9 or less"))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
