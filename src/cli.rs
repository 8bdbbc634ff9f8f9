//! The command line: what all commands share. Each command's own options are in its file in `command`.

use std::path::PathBuf;

use clap::{Args, Parser, ValueEnum, builder::PossibleValue};
use encoding_rs::Encoding;
use jiff::civil::Date;
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
