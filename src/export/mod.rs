//! Records → a table or lines, record by record.
//!
//! Adding a format is one variant of [`Format`] and one file with a [`Writer`].

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;

use crate::Record;

mod columns;
pub(crate) mod csv;
pub mod file;
mod jsonl;

/// A format that records are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table with one record a row
    Csv,
    /// One record a line, as JSON with the evidence of each field
    Jsonl,
}

impl Format {
    /// The format that the ending of a path stands for, in any case of letters.
    pub fn of(path: &Path) -> Option<Format> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::value_variants()
            .iter()
            .copied()
            .find(|format| format.endings().contains(&ending.as_str()))
    }

    /// The endings, without the dot.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Format::Csv => &["csv"],
            Format::Jsonl => &["jsonl", "ndjson"],
        }
    }
}

/// Writes one record after the other.
pub trait Writer {
    /// Writes one record.
    ///
    /// # Errors
    /// The output cannot be written.
    fn write(&mut self, record: &Record) -> io::Result<()>;

    /// Writes what is still held back.
    ///
    /// # Errors
    /// The output cannot be written.
    fn finish(&mut self) -> io::Result<()>;
}

/// Begins an output; `bom` puts a byte order mark in front of it, by which Excel knows UTF-8.
///
/// # Errors
/// The head of the output cannot be written.
pub fn begin<'a>(
    format: Format,
    mut out: impl Write + 'a,
    bom: bool,
) -> io::Result<Box<dyn Writer + 'a>> {
    if bom {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    Ok(match format {
        Format::Csv => Box::new(csv::Table::begin(out)?),
        Format::Jsonl => Box::new(jsonl::Lines::begin(out)),
    })
}
