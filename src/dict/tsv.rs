//! Dictionary text → rows: tab-separated cells with file and line, comments and blank lines left out.

use crate::error::Error;

/// One row of a dictionary file.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// File name, for messages.
    pub file: &'a str,
    /// Line, from 1.
    pub line: usize,
    text: &'a str,
}

impl<'a> Row<'a> {
    /// The `n`-th cell, trimmed; `None` where it is missing or empty.
    pub fn cell(&self, n: usize) -> Option<&'a str> {
        self.text
            .split('\t')
            .nth(n)
            .map(str::trim)
            .filter(|c| !c.is_empty())
    }

    /// The `n`-th cell.
    ///
    /// # Errors
    /// Says which column is missing.
    pub fn need(&self, n: usize, column: &str) -> crate::Result<&'a str> {
        self.cell(n).ok_or_else(|| {
            self.error(format!(
                "column {} ({column}) is missing: cells are separated by a tab",
                n + 1
            ))
        })
    }

    /// The `n`-th cell, read as one of `choices`.
    ///
    /// # Errors
    /// Lists the words that are allowed.
    pub fn choice<T: Copy>(
        &self,
        n: usize,
        column: &str,
        choices: &[(&str, T)],
    ) -> crate::Result<T> {
        let word = self.need(n, column)?;
        choices
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, value)| *value)
            .ok_or_else(|| {
                let names: Vec<_> = choices.iter().map(|(name, _)| *name).collect();
                self.error(format!(
                    "`{word}` is no {column}: use one of {}",
                    names.join(", ")
                ))
            })
    }

    /// The `n`-th cell, read as a number.
    ///
    /// # Errors
    /// Says what stands there instead.
    pub fn number(&self, n: usize, column: &str) -> crate::Result<f32> {
        let word = self.need(n, column)?;
        word.parse().map_err(|_| {
            self.error(format!(
                "`{word}` in column {} ({column}) is not a number",
                n + 1
            ))
        })
    }

    /// An error at this row.
    pub fn error(&self, problem: String) -> Error {
        Error::Dict {
            file: self.file.to_string(),
            line: self.line,
            problem,
        }
    }
}

/// The rows of a file.
pub fn rows<'a>(file: &'a str, text: &'a str) -> impl Iterator<Item = Row<'a>> {
    text.trim_start_matches('\u{feff}')
        .lines()
        .enumerate()
        .filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'))
        .map(move |(i, text)| Row {
            file,
            line: i + 1,
            text,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blank_lines_are_no_rows() {
        let text = "# a\n\n离职\tintransitive\r\n";
        let all: Vec<_> = rows("trigger.tsv", text).collect();
        assert_eq!(all.len(), 1);
        assert_eq!(
            (all[0].line, all[0].cell(0), all[0].cell(1), all[0].cell(2)),
            (3, Some("离职"), Some("intransitive"), None)
        );
    }

    #[test]
    fn an_error_says_where_and_what_to_do() {
        let row = rows("trigger.tsv", "离职\tsideways")
            .next()
            .expect("one row");
        let error = row
            .choice("1".len(), "frame", &[("post", 1), ("patient", 2)])
            .expect_err("no such frame");
        assert_eq!(
            error.to_string(),
            "trigger.tsv:1: `sideways` is no frame: use one of post, patient"
        );
    }
}
