//! `quliu extract`: articles → records.
//!
//! Files are read and understood in parallel, batch by batch; within and across batches the records are
//! written in the order of the paths, so that the output does not depend on the number of threads.

use std::any::Any;
use std::cell::Cell;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use jiff::civil::Date;
use quliu::article::{ReadOptions, STDIN, walk};
use quliu::export::{self, Format, Writer, file::Output};
use quliu::{Dict, Error, Record};
use rayon::prelude::*;

use super::progress::Progress;
use super::{check_output, counted, dictionary};
use crate::cli::{DictArgs, StatusArg, parse_date, parse_size};

const EXAMPLES: &str = "\
Examples:
  quliu extract articles/                                  a table on the terminal
  quliu extract articles/ -o departures.csv --bom          a table for Excel
  quliu extract a.txt b.txt -o departures.jsonl            with the evidence of each field
  quliu extract articles/ --status completed,announced     only what is certain
  curl … | quliu extract - --published 2023-01-25          one article from standard input

Title and date of NAME.txt are read from NAME.meta.json beside it, {\"title\": \"…\", \"published\": \"2023-01-25\"},
or from YAML front matter.";

/// Files whose records are held in memory at once.
const BATCH: usize = 256;

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

/// What one input gave.
struct Extracted {
    articles: usize,
    records: Vec<Record>,
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
    hush_caught_panics();
    let found = walk::find(&args.paths);
    let mut progress = Progress::begin(found.inputs.len(), args.verbose);
    found
        .warnings
        .iter()
        .for_each(|warning| progress.warn(warning));
    found
        .failures
        .iter()
        .for_each(|failure| progress.fail(failure));
    let (mut articles, mut records) = (0, 0);
    for batch in found.inputs.chunks(BATCH) {
        let results: Vec<_> = pool.install(|| {
            batch
                .par_iter()
                .map(|input| read_and_extract(args, dict, input, progress.bar()))
                .collect()
        });
        for result in results {
            match result {
                Ok(extracted) => {
                    articles += extracted.articles;
                    records += extracted.records.len();
                    extracted
                        .records
                        .iter()
                        .try_for_each(|record| writer.write(record))?;
                }
                Err(error) => progress.fail(&error),
            }
        }
    }
    writer.finish()?;
    Ok(progress.end(&format!(
        "{}, {}",
        counted(articles, "article"),
        counted(records, "record")
    )))
}

/// Reads an input and extracts from it; one that makes a stage panic fails alone.
fn read_and_extract(
    args: &Args,
    dict: &Dict,
    input: &walk::Input,
    bar: &indicatif::ProgressBar,
) -> quliu::Result<Extracted> {
    let options = ReadOptions {
        published: args.published,
        max_bytes: args.max_file_size,
    };
    let extracted = caught(path(input), || {
        let articles = input.read(&options)?;
        Ok(Extracted {
            articles: articles.len(),
            records: articles
                .iter()
                .flat_map(|article| quliu::extract(article, dict))
                .filter(|r| wanted(args, r))
                .collect(),
        })
    });
    bar.inc(1);
    extracted
}

fn path(input: &walk::Input) -> &Path {
    match input {
        walk::Input::Stdin => Path::new(STDIN),
        walk::Input::File(path) => path,
    }
}

thread_local! {
    /// Whether a panic of this thread is caught and reported as an error.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Keeps panics that [`caught`] reports from being told on stderr as well.
fn hush_caught_panics() {
    let tell = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if !IS_CAUGHT.get() {
            tell(info);
        }
    }));
}

/// Does the work on an input; a panic in it becomes an error of the input.
fn caught<T>(path: &Path, work: impl FnOnce() -> quliu::Result<T>) -> quliu::Result<T> {
    let outer = IS_CAUGHT.replace(true);
    // What a panic leaves half done is dropped with the closure: the dictionary is only read.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(outer);
    done.unwrap_or_else(|panic| Err(Error::read(path, panicked(panic.as_ref()))))
}

/// What is told of a panic, by what it carries.
fn panicked(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    format!(
        "quliu broke on it ({}): leave it out, and report it as a bug",
        text.unwrap_or("no message")
    )
}

fn wanted(args: &Args, record: &Record) -> bool {
    args.status.iter().any(|asked| asked.admits(record.status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_that_names_the_input() {
        let broken = |work: fn() -> quliu::Result<()>| {
            let error = caught(Path::new("a.txt"), work).unwrap_err();
            error.to_string()
        };
        let text = broken(|| panic!("no boundary"));
        assert!(
            text.starts_with("a.txt: quliu broke on it (no boundary)"),
            "{text}"
        );
        let text = broken(|| panic!("byte {}", 1 + 1));
        assert!(text.contains("(byte 2)"), "{text}");
        let text = broken(|| panic::panic_any(7));
        assert!(text.contains("(no message)"), "{text}");
        assert!(!IS_CAUGHT.get());
    }

    #[test]
    fn what_does_not_panic_is_passed_on() {
        let path = Path::new("a.txt");
        assert_eq!(caught(path, || Ok(7)).unwrap(), 7);
        let error = caught::<()>(path, || Err(Error::read(path, "empty"))).unwrap_err();
        assert_eq!(error.to_string(), "a.txt: empty");
    }
}
