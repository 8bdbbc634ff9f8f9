//! What became of an input.

use std::collections::BTreeMap;

use quliu::{Article, Error};
use serde::{Deserialize, Serialize};

/// Problems that are kept word by word; of an input with more, the rest is only counted.
const TOLD: usize = 20;

/// What became of an input, or of a portion of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fate {
    /// What reading gave: articles, and what was no article or could not be read.
    pub items: usize,
    /// Articles that were read.
    pub articles: usize,
    /// Records that were written.
    pub records: usize,
    /// Things that could not be read.
    pub failed: usize,
    /// Things that are no articles.
    pub left_out: usize,
    /// Places that are no characters in the encoding of the text.
    pub undecodable: usize,
    /// Articles by format.
    pub formats: BTreeMap<String, usize>,
    /// Articles by encoding.
    pub encodings: BTreeMap<String, usize>,
    /// What could not be read, and why; the first few.
    pub failures: Vec<String>,
    /// What was left out, and why; the first few.
    pub omissions: Vec<String>,
    /// Time it took, in seconds.
    pub seconds: f64,
}

impl Fate {
    /// Something that could not be read.
    pub fn fail(&mut self, error: &Error) {
        self.failed += 1;
        keep(&mut self.failures, error.to_string());
    }

    /// Something that is no article.
    pub fn leave_out(&mut self, error: &Error) {
        self.left_out += 1;
        keep(&mut self.omissions, error.to_string());
    }

    /// An article that was read.
    pub fn article(&mut self, article: &Article, records: usize) {
        self.articles += 1;
        self.records += records;
        self.undecodable += article.origin.undecodable;
        count(&mut self.formats, article.origin.format, 1);
        count(&mut self.encodings, article.origin.encoding, 1);
    }

    /// One word for it.
    pub fn word(&self) -> &'static str {
        match (self.articles, self.failed, self.left_out) {
            (1.., 0, _) => "read",
            (1.., 1.., _) => "partly_read",
            (0, 1.., _) => "failed",
            (0, 0, 1..) => "left_out",
            (0, 0, 0) => "empty",
        }
    }

    /// Adds what became of the next portion, or of another input.
    pub fn add(&mut self, next: Fate) {
        self.items += next.items;
        self.articles += next.articles;
        self.records += next.records;
        self.failed += next.failed;
        self.left_out += next.left_out;
        self.undecodable += next.undecodable;
        self.seconds += next.seconds;
        next.formats
            .iter()
            .for_each(|(name, n)| count(&mut self.formats, name, *n));
        next.encodings
            .iter()
            .for_each(|(name, n)| count(&mut self.encodings, name, *n));
        next.failures
            .into_iter()
            .for_each(|problem| keep(&mut self.failures, problem));
        next.omissions
            .into_iter()
            .for_each(|problem| keep(&mut self.omissions, problem));
    }
}

fn keep(problems: &mut Vec<String>, problem: String) {
    if problems.len() < TOLD {
        problems.push(problem);
    }
}

fn count(counts: &mut BTreeMap<String, usize>, name: &str, n: usize) {
    if name.is_empty() {
        return;
    }
    match counts.get_mut(name) {
        Some(count) => *count += n,
        None => drop(counts.insert(name.to_owned(), n)),
    }
}
