//! `date.toml` → compiled patterns and the words that shift a date.

use std::sync::OnceLock;

use foldhash::HashMap;
use regex::{Regex, RegexSet};
use serde::Deserialize;

/// How dates are written.
#[derive(Debug)]
pub struct DatePatterns {
    /// In order of preference.
    patterns: Vec<Compiled>,
    /// All patterns, and behind them all vague words: one pass shows which of them a text has.
    all: RegexSet,
    /// Shifting words.
    pub words: Words,
    /// Words for a time near the publication.
    vague: Vec<String>,
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

/// A pattern that is compiled when the first text has it: few articles have dates of every form.
#[derive(Debug)]
struct Compiled {
    source: String,
    regex: OnceLock<Option<Regex>>,
}

impl Compiled {
    fn of(source: String) -> Self {
        Self {
            source,
            regex: OnceLock::new(),
        }
    }

    /// The pattern, which the set of all patterns has proved sound.
    fn get(&self) -> Option<&Regex> {
        let compile = || Regex::new(&self.source).ok();
        self.regex.get_or_init(compile).as_ref()
    }
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
        let whole = |p: &Pattern| format!("(?:{})(?:{})?", p.pattern, raw.tail);
        let sources: Vec<String> = raw.pattern.iter().map(whole).collect();
        let vague = raw.vague.iter().map(|word| regex::escape(word));
        let all = RegexSet::new(sources.iter().cloned().chain(vague)).map_err(|e| {
            let wrong = |(p, source): (&Pattern, &String)| {
                let problem = Regex::new(source).err()?;
                Some(format!("pattern `{}`: {problem}", p.name))
            };
            let named = raw.pattern.iter().zip(&sources).find_map(wrong);
            error(1, named.unwrap_or_else(|| e.to_string()))
        })?;
        Ok(Self {
            all,
            patterns: sources.into_iter().map(Compiled::of).collect(),
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
        let patterns = found.into_iter().take(behind);
        let patterns = patterns.filter_map(|n| self.patterns[n].get());
        let vague = vague
            .into_iter()
            .map(|n| self.vague[n - self.patterns.len()].as_str());
        (patterns, vague)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_that_does_not_compile_is_named() {
        let sound = include_str!("../../dict/date.toml");
        assert!(DatePatterns::parse("date.toml", sound).is_ok());
        let broken = sound.replacen("pattern = '(", "pattern = '((", 1);
        let error = DatePatterns::parse("date.toml", &broken).expect_err("no pattern");
        assert!(error.to_string().contains("pattern `republic`"), "{error}");
    }
}
