//! What is told on stderr while articles are read, and afterwards.

use std::io::{IsTerminal, stderr};
use std::path::Path;
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use quliu::Error;

use super::extract::fate::Fate;
use super::{SOME_FAILED, counted, say};

/// Counts what happens; a bar shows it when stderr is a terminal.
pub struct Progress {
    bar: ProgressBar,
    summary: bool,
    verbose: bool,
    failed: usize,
}

impl Progress {
    /// Begins, with the inputs that were `done` by an earlier run; `verbose` asks for the summary even where nobody
    /// watches.
    pub fn begin(inputs: usize, done: usize, verbose: bool) -> Self {
        let watched = stderr().is_terminal();
        let bar = if watched {
            ProgressBar::new(inputs as u64)
        } else {
            ProgressBar::hidden()
        };
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}");
        bar.set_position(done as u64);
        bar.set_style(style.expect("the template is valid"));
        Self {
            bar,
            summary: watched || verbose,
            verbose,
            failed: 0,
        }
    }

    /// Tells of something that was left out.
    pub fn warn(&self, warning: &Error) {
        self.bar.suspend(|| say(&format!("warning: {warning}")));
    }

    /// Counts what an earlier run has told to have failed.
    pub fn count_failed(&mut self, failed: usize) {
        self.failed += failed;
    }

    /// Tells of an input that failed.
    pub fn fail(&mut self, error: &Error) {
        self.failed += 1;
        self.bar.suspend(|| say(&error.to_string()));
    }

    /// Tells what could not be read of an input; moves on when all of it is `whole`.
    pub fn tell(&mut self, input: &Path, fate: &Fate, whole: bool) {
        self.failed += fate.failed;
        let more = fate.failed - fate.failures.len();
        self.bar.suspend(|| {
            fate.failures.iter().for_each(|problem| say(problem));
            if more > 0 {
                say(&format!("… and {more} more problems like these"));
            }
            if fate.undecodable > 0 {
                say(&undecodable(input, fate));
            }
            if self.verbose {
                fate.omissions
                    .iter()
                    .for_each(|problem| say(&format!("left out: {problem}")));
            }
        });
        self.bar.inc(u64::from(whole));
    }

    /// Ends with one line on what was done, if anything failed or somebody watches.
    pub fn end(self, total: &Fate) -> ExitCode {
        self.bar.finish_and_clear();
        let left_out = match total.left_out {
            0 => String::new(),
            n => format!(", {n} left out (no articles: -v lists them)"),
        };
        let done = format!(
            "{}, {}{left_out}",
            counted(total.articles, "article"),
            counted(total.records, "record"),
        );
        match self.failed {
            0 if self.summary || total.left_out > 0 => say(&format!("{done}, 0 failed")),
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

/// What to do about characters that are lost.
fn undecodable(input: &Path, fate: &Fate) -> String {
    let encodings: Vec<&str> = fate.encodings.keys().map(String::as_str).collect();
    format!(
        "warning: {}: {} of the text are no characters in {}: if it looks wrong, name its encoding with --encoding",
        input.display(),
        counted(fate.undecodable, "place"),
        encodings.join(", ")
    )
}
