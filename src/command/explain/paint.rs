//! Colour, where stdout is a terminal that wants it.

use std::env;
use std::io::{IsTerminal, stdout};

/// Paints, or leaves plain.
#[derive(Debug, Clone, Copy)]
pub struct Paint {
    on: bool,
}

impl Paint {
    /// Colour only on a terminal, and not where `NO_COLOR` asks for none (<https://no-color.org>).
    pub fn for_stdout() -> Self {
        let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
        Self {
            on: stdout().is_terminal() && !unwanted && !dumb,
        }
    }

    /// What the eye should find first.
    pub fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    /// What may be passed over.
    pub fn dim(self, text: &str) -> String {
        self.with("2", text)
    }

    /// What succeeded.
    pub fn good(self, text: &str) -> String {
        self.with("32", text)
    }

    /// What failed.
    pub fn bad(self, text: &str) -> String {
        self.with("31", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        match self.on {
            true => format!("\x1b[{code}m{text}\x1b[0m"),
            false => text.to_owned(),
        }
    }
}
