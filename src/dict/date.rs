//! `date.toml` → compiled patterns and the words that shift a date.

use foldhash::HashMap;

use regex::{Regex, RegexSet};
use serde::Deserialize;

/// How dates are written.
#[derive(Debug)]
pub struct DatePatterns {
    /// Patterns in order of preference.
    pub patterns: Vec<Regex>,
    /// All patterns, and behind them all vague words: one pass shows which of them a text has.
    all: RegexSet,
    /// Shifting words.
    pub words: Words,
    /// Words for a time near the publication.
    pub vague: Vec<String>,
    /// What turns a number with a unit into a span of time.
    pub not_before: Vec<String>,
    /// A number is no date when one of these stands before it (第3).
    pub not_behind: Vec<char>,
    /// The year before the first one of the era that `republic` counts by.
    pub era_start: i16,
    /// What makes anything before it no date.
    pub never_before: Vec<String>,
}

/// The tables of `date.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Words {
    pub rel_year: HashMap<String, i16>,
    pub rel_month: HashMap<String, i16>,
    pub rel_week: HashMap<String, i16>,
    pub rel_day: HashMap<String, i16>,
    pub weekday: HashMap<String, i8>,
    pub month: HashMap<String, i8>,
    pub year_part: HashMap<String, i8>,
    pub same: HashMap<String, Same>,
    pub digit: HashMap<char, i16>,
}

/// What is taken from the date before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Same {
    Year,
    Month,
    Day,
    NextDay,
    NextYear,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    words: Words,
    vague: Vec<String>,
    tail: String,
    not_before: Vec<String>,
    not_behind: Vec<char>,
    never_before: Vec<String>,
    era_start: i16,
    pattern: Vec<Pattern>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pattern {
    name: String,
    pattern: String,
}

impl DatePatterns {
    /// Compiles the file.
    ///
    /// # Errors
    /// Names the pattern that does not compile.
    pub fn parse(file: &str, text: &str) -> crate::Result<Self> {
        let error = |line, problem| crate::Error::Dict {
            file: file.to_string(),
            line,
            problem,
        };
        let raw: File = toml::from_str(text)
            .map_err(|e| error(super::line_of(text, e.span()), e.message().to_string()))?;
        let mut patterns = Vec::new();
        for p in raw.pattern {
            let compiled = Regex::new(&format!("(?:{})(?:{})?", p.pattern, raw.tail))
                .map_err(|e| error(1, format!("pattern `{}`: {e}", p.name)))?;
            patterns.push(compiled);
        }
        let vague = raw.vague.iter().map(|word| regex::escape(word));
        let all = patterns.iter().map(|p: &Regex| p.to_string()).chain(vague);
        Ok(Self {
            all: RegexSet::new(all).map_err(|e| error(1, e.to_string()))?,
            patterns,
            words: raw.words,
            vague: raw.vague,
            not_before: raw.not_before,
            not_behind: raw.not_behind,
            never_before: raw.never_before,
            era_start: raw.era_start,
        })
    }

    /// The patterns that a text has, in order of preference, and its vague words.
    pub fn in_text(
        &self,
        text: &str,
    ) -> (impl Iterator<Item = &Regex>, impl Iterator<Item = &str>) {
        let found: Vec<usize> = self.all.matches(text).into_iter().collect();
        let behind = found.partition_point(|n| *n < self.patterns.len());
        let vague = found[behind..].to_vec();
        let patterns = found.into_iter().take(behind).map(|n| &self.patterns[n]);
        let vague = vague
            .into_iter()
            .map(|n| self.vague[n - self.patterns.len()].as_str());
        (patterns, vague)
    }
}
