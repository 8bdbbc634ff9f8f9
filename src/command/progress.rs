//! What is told on stderr while articles are read, and afterwards.

use std::io::{IsTerminal, stderr};
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use quliu::Error;

use super::{SOME_FAILED, say};

/// Counts what happens; a bar shows it when stderr is a terminal.
pub struct Progress {
    bar: ProgressBar,
    summary: bool,
    failed: usize,
}

impl Progress {
    /// Begins; `verbose` asks for the summary even where nobody watches.
    pub fn begin(inputs: usize, verbose: bool) -> Self {
        let watched = stderr().is_terminal();
        let bar = if watched {
            ProgressBar::new(inputs as u64)
        } else {
            ProgressBar::hidden()
        };
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
        bar.set_style(style.expect("the template is valid"));
        Self {
            bar,
            summary: watched || verbose,
            failed: 0,
        }
    }

    /// The bar, to be moved on from any thread.
    pub fn bar(&self) -> &ProgressBar {
        &self.bar
    }

    /// Tells of something that was left out.
    pub fn warn(&self, warning: &Error) {
        self.bar.suspend(|| say(&format!("warning: {warning}")));
    }

    /// Tells of an input that failed.
    pub fn fail(&mut self, error: &Error) {
        self.failed += 1;
        self.bar.suspend(|| say(&error.to_string()));
    }

    /// Ends with one line on what was `done`, if anything failed or somebody watches.
    pub fn end(self, done: &str) -> ExitCode {
        self.bar.finish_and_clear();
        match self.failed {
            0 if self.summary => say(&format!("{done}, 0 failed")),
            0 => {}
            failed => say(&format!("{done}, {failed} failed (listed above)")),
        }
        if self.failed == 0 {
            ExitCode::SUCCESS
        } else {
            SOME_FAILED
        }
    }
}
