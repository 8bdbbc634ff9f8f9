//! The options of `quliu extract`.

use std::path::PathBuf;

use quliu::export::{Format, profile::Profile};
use quliu::script::Naming;

use crate::cli::{DictArgs, ReadArgs, StatusArg};

const EXAMPLES: &str = "\
Examples:
  quliu extract articles/                                  a table on the terminal
  quliu extract articles/ -o departures.csv --bom          a table for Excel
  quliu extract a.txt b.txt -o departures.jsonl            with the evidence of each field
  quliu extract articles/ -o departures.parquet            … or .sqlite, .xlsx: see --format
  quliu extract duee.jsonl -o found.json --profile duee    the events of DuEE 1.0
  quliu extract articles/ --status completed,announced     only what is certain
  quliu extract archive.zip news.jsonl.gz -o all.csv       archives and lists, without unpacking them
  quliu extract export.csv --text-column 正文              a table with one article a row
  quliu extract articles/ -o all.csv --resume              go on where an interrupted run was
  curl … | quliu extract - --published 2023-01-25          one article from standard input

What a file is, its content tells, then its name. Title and date of an article are read from NAME.meta.json beside
it, {\"title\": \"…\", \"published\": \"2023-01-25\"}, or from what the format has for them.

Exit codes: 0 fine; 1 some input failed, the rest is written; 2 wrong usage, or the output cannot be written;
130 interrupted by Ctrl-C: what was done is written.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files, folders, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Write to this file instead of standard output; its ending tells the format
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Format of the output [default: by the ending of -o, else csv]
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<Format>,

    /// Write what a public data set has instead of our columns, in its own format and words
    #[arg(long, value_name = "NAME", conflicts_with = "format")]
    pub profile: Option<Profile>,

    #[command(flatten)]
    pub dict: DictArgs,

    #[command(flatten)]
    pub read: ReadArgs,

    /// Which records to write, separated by commas
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "completed,announced,planned,rumoured,historical"
    )]
    pub status: Vec<StatusArg>,

    /// Script of names and reasons; what is quoted stays as it is
    #[arg(long, value_name = "SCRIPT", value_enum, default_value_t)]
    pub script: Naming,

    /// Number of threads [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,

    /// Replace the files of -o and --report if they are there
    #[arg(long)]
    pub force: bool,

    /// Go on where an interrupted run with the same -o, inputs and options was; without one, begin
    #[arg(long, requires = "output", conflicts_with = "force")]
    pub resume: bool,

    /// Write to this file, as JSON, what became of each input: articles, records, what failed and why, encoding, time
    #[arg(long, value_name = "FILE.json")]
    pub report: Option<PathBuf>,

    /// Write to this folder the text of each article with a record whose file is no text: the offsets of its records
    /// are places in it
    #[arg(long, value_name = "DIR")]
    pub keep_text: Option<PathBuf>,

    /// Begin CSV with a byte order mark, by which Excel knows UTF-8
    #[arg(long)]
    pub bom: bool,

    /// Take no short cut: every sentence is segmented and every wording tried. For measuring, and for checking that the
    /// records are the same
    #[arg(long)]
    pub exhaustive: bool,

    /// Tell on stderr how much was read and found
    #[arg(short, long)]
    pub verbose: bool,
}
