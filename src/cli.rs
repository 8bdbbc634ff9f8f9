//! The command line: what all commands share. Each command's own options are in its file in `command`.

use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum, builder::PossibleValue};
use encoding_rs::Encoding;
use jiff::civil::Date;
use quliu::article::{Columns, MAX_ARTICLES, ReadOptions};
use quliu::record::Status;

use crate::command::Command;

const EXAMPLES: &str = "\
Examples:
  quliu extract articles/ -o departures.csv --bom    a folder of articles into a table for Excel
  quliu extract news.txt --published 2023-01-25      one article, with its date
  quliu eval corpus/                                 how good it is on labelled articles
  quliu explain news.txt:12                          why a line gave what it gave
  quliu check --dict my-words                        whether your own words hold what they promise

Exit codes: 0 fine; 1 some input failed, the rest is written; 2 wrong usage, a broken dictionary, or the output
cannot be written.";

/// Reads Chinese news and announcements and tells who left which post, at which company, why, and where to
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

/// Where words and wordings come from.
#[derive(Debug, Args)]
pub struct DictArgs {
    /// Folder of your own words and wordings, laid over the built-in ones; repeatable, the last one wins
    #[arg(long, value_name = "DIR")]
    pub dict: Vec<PathBuf>,
}

/// How articles are read.
#[derive(Debug, Args)]
pub struct ReadArgs {
    /// Publication date, e.g. 2023-01-25, of every article that has none in NAME.meta.json, front matter, the page's
    /// metadata or a date column; it goes before a date line in the text
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub published: Option<Date>,

    /// Refuse larger articles, and longer rows of a list; K, M and G are understood
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = parse_size)]
    pub max_file_size: u64,

    /// Take no more articles from one archive, with the lists and archives in it
    #[arg(long, value_name = "N", default_value_t = MAX_ARTICLES)]
    pub max_articles_per_archive: usize,

    /// Unpack no more bytes from one archive, with the archives in it: small files together can be a bomb; K, M and G
    /// are understood
    #[arg(long, value_name = "SIZE", default_value = "16G", value_parser = parse_size)]
    pub max_unpacked_size: u64,

    /// Encoding of all texts, e.g. gbk, big5, utf-8 [default: found out for each]
    #[arg(long, value_name = "NAME", value_parser = parse_encoding)]
    pub encoding: Option<&'static Encoding>,

    /// Column, or key, that holds the text in tables and JSON [default: text, content, body, …]
    #[arg(long, value_name = "NAME")]
    pub text_column: Option<String>,

    /// Column that holds the title [default: title, headline, …]
    #[arg(long, value_name = "NAME")]
    pub title_column: Option<String>,

    /// Column that holds the day of publication [default: published, date, time, …]
    #[arg(long, value_name = "NAME")]
    pub date_column: Option<String>,

    /// Column that tells the article from the others in `source` [default: id, …, else the number of the row]; an id
    /// that was there before is followed by ~ and the number of the row
    #[arg(long, value_name = "NAME")]
    pub id_column: Option<String>,
}

impl ReadArgs {
    /// What to assume and what to refuse when reading.
    pub fn options(&self) -> ReadOptions {
        ReadOptions {
            published: self.published,
            max_bytes: self.max_file_size,
            max_articles: self.max_articles_per_archive,
            max_unpacked: self.max_unpacked_size,
            encoding: self.encoding,
            columns: Columns {
                text: self.text_column.clone(),
                title: self.title_column.clone(),
                date: self.date_column.clone(),
                id: self.id_column.clone(),
            },
        }
    }
}

/// A word of `--status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusArg {
    /// Every status.
    All,
    /// This one.
    Only(Status),
}

impl ValueEnum for StatusArg {
    fn value_variants<'a>() -> &'a [Self] {
        use Status::*;
        &[
            StatusArg::All,
            StatusArg::Only(Completed),
            StatusArg::Only(Announced),
            StatusArg::Only(Planned),
            StatusArg::Only(Rumoured),
            StatusArg::Only(Denied),
            StatusArg::Only(Negated),
            StatusArg::Only(Hypothetical),
            StatusArg::Only(Historical),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            StatusArg::All => Some(PossibleValue::new("all").help("Every status")),
            StatusArg::Only(status) => status.to_possible_value(),
        }
    }
}

impl StatusArg {
    /// Whether a record with this status was asked for.
    pub fn admits(self, status: Status) -> bool {
        match self {
            StatusArg::All => true,
            StatusArg::Only(only) => only == status,
        }
    }
}

/// A day, as ISO writes it.
pub fn parse_date(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "write a day as 2023-01-25".to_owned())
}

/// An encoding by any of its names.
pub fn parse_encoding(name: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(name.as_bytes()).ok_or_else(|| {
        "write the name of an encoding, e.g. gbk, gb18030, big5, utf-16le, utf-8".to_owned()
    })
}

/// A number of bytes, with K, M or G for powers of 1024.
pub fn parse_size(text: &str) -> Result<u64, String> {
    let (digits, factor) = match text.strip_suffix(['K', 'M', 'G', 'k', 'm', 'g']) {
        Some(digits) => (digits, unit(&text[digits.len()..])),
        None => (text, 1),
    };
    let size = digits
        .parse::<u64>()
        .ok()
        .and_then(|n| n.checked_mul(factor));
    size.ok_or_else(|| "write a number of bytes, or e.g. 64M".to_owned())
}

fn unit(suffix: &str) -> u64 {
    match suffix {
        "K" | "k" => 1 << 10,
        "M" | "m" => 1 << 20,
        _ => 1 << 30,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_status_can_be_asked_for() {
        for status in Status::value_variants() {
            assert!(
                StatusArg::value_variants().contains(&StatusArg::Only(*status)),
                "{status:?}"
            );
        }
    }

    #[test]
    fn sizes_have_units() {
        assert_eq!(parse_size("10"), Ok(10));
        assert_eq!(parse_size("2K"), Ok(2048));
        assert_eq!(parse_size("64M"), Ok(64 << 20));
        assert_eq!(parse_size("1g"), Ok(1 << 30));
        for wrong in ["", "M", "-1", "1.5M", "10MB", "99999999999G", "十"] {
            assert!(parse_size(wrong).is_err(), "{wrong}");
        }
    }
}
