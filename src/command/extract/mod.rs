//! `quliu extract`: articles → records.
//!
//! The records are written in the order of the paths, so that the output does not depend on the number of threads.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use anyhow::{Context, bail};
use jiff::civil::Date;
use quliu::article::{ReadOptions, input};
use quliu::export::{self, Format, Writer, file::Output};
use quliu::script::Naming;
use quliu::{Dict, Record};

use self::fate::Fate;
use self::work::Work;
use super::progress::Progress;
use super::{check_output, dictionary};
use crate::cli::{DictArgs, StatusArg, parse_date, parse_size};

mod caught;
pub mod fate;
mod work;

const EXAMPLES: &str = "\
Examples:
  quliu extract articles/                                  a table on the terminal
  quliu extract articles/ -o departures.csv --bom          a table for Excel
  quliu extract a.txt b.txt -o departures.jsonl            with the evidence of each field
  quliu extract articles/ --status completed,announced     only what is certain
  curl … | quliu extract - --published 2023-01-25          one article from standard input

Title and date of NAME.txt are read from NAME.meta.json beside it, {\"title\": \"…\", \"published\": \"2023-01-25\"},
or from YAML front matter.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files, folders (searched for .txt and .md), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Write to this file instead of standard output; its ending tells the format
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Format of the output [default: by the ending of -o, else csv]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,

    #[command(flatten)]
    dict: DictArgs,

    /// Publication date, e.g. 2023-01-25, of every article that has none in NAME.meta.json or front matter;
    /// it goes before a date line in the text
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    published: Option<Date>,

    /// Which records to write, separated by commas
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "completed,announced,planned,rumoured,historical"
    )]
    status: Vec<StatusArg>,

    /// Script of names and reasons; what is quoted stays as it is
    #[arg(long, value_name = "SCRIPT", value_enum, default_value_t)]
    script: Naming,

    /// Number of threads [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,

    /// Refuse larger files; K, M and G are understood
    #[arg(long, value_name = "SIZE", default_value = "64M", value_parser = parse_size)]
    max_file_size: u64,

    /// Begin CSV with a byte order mark, by which Excel knows UTF-8
    #[arg(long)]
    bom: bool,

    /// Tell on stderr how much was read and found
    #[arg(short, long)]
    verbose: bool,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if let Some(path) = &args.output {
        check_output("-o", path, "departures.csv")?;
    }
    let format = format(args)?;
    let dict = dictionary(&args.dict)?;
    let threads = args.jobs.map_or(0, usize::from);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()?;
    let work = |writer: &mut dyn Writer| write_all(args, &dict, &pool, writer);
    let Some(path) = &args.output else {
        let mut writer = export::begin(format, io::stdout().lock(), args.bom)?;
        return work(writer.as_mut());
    };
    let cannot_write = || format!("{}: cannot be written", path.display());
    let mut output = Output::create(path).with_context(cannot_write)?;
    let mut writer = export::begin(format, &mut output, args.bom).with_context(cannot_write)?;
    let code = work(writer.as_mut()).with_context(cannot_write)?;
    drop(writer);
    output.keep().with_context(cannot_write)?;
    Ok(code)
}

fn format(args: &Args) -> anyhow::Result<Format> {
    let by_ending = args.output.as_deref().map(Format::of);
    let format = match (args.format, by_ending) {
        (Some(format), _) => format,
        (None, None) => Format::Csv,
        (None, Some(Some(format))) => format,
        (None, Some(None)) => {
            bail!("-o: the ending tells no format: add --format, or end the name in .csv or .jsonl")
        }
    };
    if args.bom && format != Format::Csv {
        bail!("--bom: only CSV begins with a byte order mark: leave it out, or write CSV");
    }
    Ok(format)
}

fn write_all(
    args: &Args,
    dict: &Dict,
    pool: &rayon::ThreadPool,
    writer: &mut dyn Writer,
) -> anyhow::Result<ExitCode> {
    caught::hush();
    let found = input::find(&args.paths);
    let mut progress = Progress::begin(found.inputs.len(), args.verbose);
    found
        .warnings
        .iter()
        .for_each(|warning| progress.warn(warning));
    found
        .failures
        .iter()
        .for_each(|failure| progress.fail(failure));
    let stop = AtomicBool::new(false);
    let wanted = |record: &Record| args.status.iter().any(|asked| asked.admits(record.status));
    let work = Work {
        dict,
        options: Arc::new(read_options(args)),
        pool,
        wanted: &wanted,
        naming: args.script,
        stop: &stop,
    };
    let mut total = Fate::default();
    work.run(&found.inputs, 0, &mut |_, done| {
        done.records
            .iter()
            .try_for_each(|record| writer.write(record))?;
        progress.tell(&done.fate, done.whole);
        total.add(done.fate);
        Ok(())
    })?;
    writer.finish()?;
    Ok(progress.end(&total))
}

fn read_options(args: &Args) -> ReadOptions {
    ReadOptions {
        published: args.published,
        max_bytes: args.max_file_size,
        ..ReadOptions::default()
    }
}
