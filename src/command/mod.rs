//! One file a command: its options and what it does.
//!
//! A new command is a file with `Args` and `run`, a variant of [`Command`] and its arm in [`Command::run`].

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::Subcommand;
use quliu::Dict;
use quliu::dict::layer;
use quliu::dict::segmenter;

use crate::cli::DictArgs;

mod check;
mod columns;
mod eval;
mod explain;
mod extract;
mod progress;

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Extract departures from articles
    Extract(extract::Args),
    /// Score extraction, or a file of records, against labelled articles
    Eval(eval::Args),
    /// Show how an article is understood: mentions, what was tried and why it failed, events, records
    Explain(explain::Args),
    /// Check dictionaries and wordings, and run every example of them
    Check(check::Args),
}

impl Command {
    /// Carries the command out; the code says whether all input could be read.
    pub fn run(&self) -> anyhow::Result<ExitCode> {
        match self {
            Command::Extract(args) => extract::run(args),
            Command::Eval(args) => eval::run(args),
            Command::Explain(args) => explain::run(args),
            Command::Check(args) => check::run(args),
        }
    }
}

/// The code for "some input failed, the rest is written".
const SOME_FAILED: ExitCode = ExitCode::FAILURE;

/// A number with its noun.
fn counted(n: usize, noun: &str) -> String {
    match n {
        1 => format!("1 {noun}"),
        n => format!("{n} {noun}s"),
    }
}

/// Refuses an output that cannot become a file, before anything is read; `example` is a name for it.
fn check_output(option: &str, path: &Path, example: &str) -> anyhow::Result<()> {
    if path.is_dir() {
        bail!(
            "{option} {}: this is a folder: name a file in it, e.g. {}",
            path.display(),
            path.join(example).display()
        );
    }
    if path.is_symlink() && !path.exists() {
        bail!(
            "{option} {}: this is a link to {}, which is not there: name that file, or remove the link",
            path.display(),
            path.read_link().unwrap_or_default().display()
        );
    }
    match path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        Some(folder) if !folder.exists() => bail!(
            "{option} {}: the folder {} does not exist: make it first",
            path.display(),
            folder.display()
        ),
        Some(folder) if !folder.is_dir() => bail!(
            "{option} {}: {} is a file, not a folder: check the path",
            path.display(),
            folder.display()
        ),
        _ => Ok(()),
    }
}

/// Loads the dictionaries, and tells what lies in their folders without being one.
fn dictionary(args: &DictArgs) -> quliu::Result<Dict> {
    warn_left_out(args);
    segmenter::load_tables();
    Dict::load(&args.dict)
}

/// Tells what lies in the folders of `--dict` and is not read.
fn warn_left_out(args: &DictArgs) {
    for left_out in layer::left_out(&args.dict) {
        say(&format!("warning: {left_out}"));
    }
}

/// Writes one line for people, on stderr; a line break in it (in a file name, say) becomes a space.
pub fn say(line: &str) {
    let line = line.replace(|c: char| c.is_control(), " ");
    // Nobody is left to tell when stderr is closed.
    let _ = writeln!(io::stderr(), "{line}");
}
