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
#[cfg(feature = "parquet")]
mod parquet;
pub mod profile;
#[cfg(feature = "sqlite")]
mod sqlite;
#[cfg(feature = "xlsx")]
mod xlsx;

/// A format that records are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table with one record a row
    Csv,
    /// One record a line, as JSON with the evidence of each field
    Jsonl,
    /// A typed table for pandas, DuckDB, Spark, with the evidence nested in it
    Parquet,
    /// A database: the tables `departure` and `evidence`, lists as JSON
    Sqlite,
    /// A workbook for Excel, WPS, LibreOffice
    Xlsx,
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
            Format::Parquet => &["parquet"],
            Format::Sqlite => &["sqlite", "sqlite3", "db"],
            Format::Xlsx => &["xlsx"],
        }
    }

    /// Whether it is for programs only, never for a terminal.
    pub fn is_binary(self) -> bool {
        !matches!(self, Format::Csv | Format::Jsonl)
    }

    /// Whether it is of use only as a file, which programs open at any place of it.
    pub fn needs_file(self) -> bool {
        matches!(self, Format::Sqlite | Format::Xlsx)
    }

    /// What to do about a format that this build does not have; nothing if it has it.
    pub fn missing(self) -> Option<String> {
        let (feature, built_in) = match self {
            Format::Csv | Format::Jsonl => return None,
            Format::Parquet => ("parquet", cfg!(feature = "parquet")),
            Format::Sqlite => ("sqlite", cfg!(feature = "sqlite")),
            Format::Xlsx => ("xlsx", cfg!(feature = "xlsx")),
        };
        (!built_in).then(|| {
            format!(
                "{feature} is not built in: build with `cargo install --path . --features {feature}` (or full)"
            )
        })
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

    /// What the format could not hold, to be told to people once everything is written.
    fn notes(&self) -> Vec<String> {
        Vec::new()
    }
}

/// Begins an output; `bom` puts a byte order mark in front of it, by which Excel knows UTF-8.
///
/// # Errors
/// The head of the output cannot be written, or [`Format::missing`] says that the format is not built in.
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
        #[cfg(feature = "parquet")]
        Format::Parquet => Box::new(parquet::Table::begin(out)?),
        #[cfg(feature = "sqlite")]
        Format::Sqlite => Box::new(sqlite::Database::begin(out)?),
        #[cfg(feature = "xlsx")]
        Format::Xlsx => Box::new(xlsx::Workbook::begin(out)?),
        #[cfg(not(all(feature = "parquet", feature = "sqlite", feature = "xlsx")))]
        other => {
            let missing = other.missing().unwrap_or_default();
            return Err(io::Error::new(io::ErrorKind::Unsupported, missing));
        }
    })
}
