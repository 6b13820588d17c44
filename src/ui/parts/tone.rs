//! How serious a message, a tag or a figure is. Always said in words too, never by colour alone.

/// A tone, from calm to serious.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Good to know.
    Info,
    /// Done, complete.
    Ok,
    /// Worth a look.
    Warn,
    /// Wrong.
    Error,
}

impl Tone {
    /// The value of `data-tone` in the style.
    pub fn name(self) -> &'static str {
        match self {
            Tone::Plain => "plain",
            Tone::Info => "info",
            Tone::Ok => "ok",
            Tone::Warn => "warn",
            Tone::Error => "error",
        }
    }

    /// The icon that goes with it.
    pub fn icon(self) -> &'static str {
        match self {
            Tone::Plain | Tone::Info => "about",
            Tone::Ok => "check",
            Tone::Warn => "warn",
            Tone::Error => "error",
        }
    }
}
