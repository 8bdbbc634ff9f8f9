//! Dictionary files → findings: rows that cannot be right, and examples that the pipeline does not fulfil.
//!
//! 1. Loading: every row that cannot be used.
//! 2. `sound`: rows that contradict each other or can have no effect.
//! 3. `example`: every example and counterexample, run through the real pipeline as an article of its own.

use std::fmt;
use std::path::PathBuf;

use crate::dict::{Dict, layer};
use crate::error::Error;

mod example;
mod sound;

/// Something in a dictionary file that should be changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file.
    pub file: String,
    /// The line, from 1, where one is to blame.
    pub line: Option<usize>,
    /// What is wrong, and where it is plain, what to do about it.
    pub problem: String,
    /// More about it, each with a label.
    pub notes: Vec<(&'static str, String)>,
}

impl Finding {
    fn new(file: &str, line: usize, problem: String) -> Self {
        let (file, line) = (file.to_owned(), Some(line));
        Self {
            file,
            line,
            problem,
            notes: Vec::new(),
        }
    }

    fn note(mut self, label: &'static str, text: impl Into<String>) -> Self {
        self.notes.push((label, text.into()));
        self
    }
}

impl From<Error> for Finding {
    fn from(error: Error) -> Self {
        match error {
            Error::Dict {
                file,
                line,
                problem,
            } => Finding::new(&file, line, problem),
            Error::Read { path, problem } => Finding {
                file: path.display().to_string(),
                line: None,
                problem,
                notes: Vec::new(),
            },
        }
    }
}

/// As a compiler writes it: the place and the problem on one line, the notes indented below.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding {
            file,
            line,
            problem,
            notes,
        } = self;
        match line {
            Some(line) => write!(f, "{file}:{line}: {problem}")?,
            None => write!(f, "{file}: {problem}")?,
        }
        for (label, text) in notes {
            write!(f, "\n    {label}: {text}")?;
        }
        Ok(())
    }
}

/// What was checked, and what was found.
#[derive(Debug, Default)]
pub struct Report {
    /// The findings: those of loading first, then by file and line.
    pub findings: Vec<Finding>,
    /// The files.
    pub files: usize,
    /// Examples that were run.
    pub examples: usize,
    /// Counterexamples that were run.
    pub counterexamples: usize,
}

/// Checks the built-in dictionary with the folders of `layers` laid over it.
pub fn run(layers: &[PathBuf]) -> Report {
    let mut errors = Vec::new();
    let files = layer::files(layers, &mut errors);
    let dict = match Dict::of_files(&files, &mut errors) {
        Ok(dict) => Some(dict),
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let mut report = Report {
        findings: errors.into_iter().map(Finding::from).collect(),
        files: files.len(),
        ..Report::default()
    };
    if let Some(dict) = dict {
        let mut findings = sound::check(&files, &dict);
        let claims = example::claims(&dict);
        report.counterexamples = claims.iter().filter(|c| c.is_counterexample()).count();
        report.examples = claims.len() - report.counterexamples;
        findings.extend(example::check(&claims, &dict));
        findings.sort();
        report.findings.extend(findings);
    }
    report
}
