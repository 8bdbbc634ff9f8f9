//! `quliu eval`: gold and records → scores, mistakes and what the rules did.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use quliu::score::curve::{self, Bin};
use quliu::score::{self, Score, prediction, prediction::Predictions, report, rules};
use serde::Serialize;

use super::{SOME_FAILED, check_output, counted, dictionary, say};
use crate::cli::DictArgs;

mod errors;
mod read;
mod table;

use read::Labelled;

const EXAMPLES: &str = "\
Examples:
  quliu eval corpus/                          extract from corpus/*.txt and score
  quliu eval corpus/ --pred records.jsonl     score records that were extracted before, or by another system
  quliu eval corpus/ --format json            the same figures for machines
  quliu eval corpus/ --rules                  how each trigger, wording and recogniser does, and which are dead
  quliu eval corpus/ --errors errors.csv      every mistake with its cause, to sort and work through

The confidence lines tell how many records are right (person and company) in each range of confidence.

Columns of --errors: article, line, field, person, gold, predicted, cause (missed_trigger, missed_name,
missed_frame, wrong_person, wrong_status, merged, split, wrong_employer …), detail (for missed_frame the trigger
and the first thing that failed), sentence. With --pred a cause that only an analysis tells is `unknown`.

Each NAME.gold.json is compared with what was extracted from NAME.txt beside it; subfolders are not searched.

Exit codes: 0 fine; 1 gold, an article or records cannot be read; 2 wrong usage or a broken dictionary.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Folder with NAME.gold.json beside NAME.txt
    #[arg(value_name = "GOLD_DIR")]
    gold: PathBuf,

    /// Score these records (JSON lines) instead of extracting
    #[arg(long, value_name = "FILE")]
    pred: Option<PathBuf>,

    /// Format of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,

    #[command(flatten)]
    dict: DictArgs,

    /// List at most this many mistakes of each field
    #[arg(long, value_name = "N", default_value_t = 20)]
    errors_limit: usize,

    /// Write every mistake with its cause to this file, as CSV; an existing file is replaced
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,

    /// Begin the CSV of --errors with a byte order mark, by which Excel knows UTF-8
    #[arg(long, requires = "errors")]
    bom: bool,

    /// Report how often each rule was tried, and how many of its records are right; records from a file (--pred)
    /// do not tell what was tried
    #[arg(long, conflicts_with = "pred")]
    rules: bool,
}

/// Formats of the report.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Figures, then the mistakes by field
    Text,
    /// One object
    Json,
}

/// The report for machines.
#[derive(Serialize)]
struct Report<'a> {
    #[serde(flatten)]
    score: &'a Score,
    confidence: Vec<Bin>,
    #[serde(flatten)]
    rules: Option<rules::Report>,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if let Some(path) = &args.errors {
        check_output("--errors", path, "errors.csv")?;
    }
    let Some(labelled) = told(read::load(&args.gold)).flatten() else {
        return Ok(SOME_FAILED);
    };
    let (read, dict) = match &args.pred {
        Some(file) => {
            let Some(predictions) = told(prediction::read(file)) else {
                return Ok(SOME_FAILED);
            };
            warn_of_strangers(file, &labelled, &predictions);
            (read::with_predictions(labelled, &predictions), None)
        }
        None => {
            let dict = dictionary(&args.dict)?;
            (read::extract(labelled, &dict, args.rules), Some(dict))
        }
    };
    let score = score::score(&read.documents);
    if let Some(path) = &args.errors {
        errors::write(path, args.bom, &score, &read, dict.as_ref())?;
    }
    let rules = dict
        .filter(|_| args.rules)
        .map(|dict| rules::report(&score.verdicts, &read.traces, &dict));
    let report = report(args, score, rules)?;
    io::stdout().lock().write_all(report.as_bytes())?;
    Ok(match read.failed {
        true => SOME_FAILED,
        false => ExitCode::SUCCESS,
    })
}

fn report(args: &Args, mut score: Score, rules: Option<rules::Report>) -> anyhow::Result<String> {
    Ok(match args.format {
        Format::Text => {
            let rules = rules.as_ref().map_or(String::new(), table::text);
            report::text(&score, args.errors_limit) + &rules
        }
        Format::Json => {
            score.mistakes = report::limited(&score, args.errors_limit);
            let report = Report {
                confidence: curve::of(&score.verdicts),
                score: &score,
                rules,
            };
            serde_json::to_string(&report)? + "\n"
        }
    })
}

/// What could be read; an input that could not is told.
fn told<T>(read: quliu::Result<T>) -> Option<T> {
    read.inspect_err(|error| say(&error.to_string())).ok()
}

/// Tells of records that no gold file can be compared with.
fn warn_of_strangers(file: &Path, labelled: &[Labelled], predictions: &Predictions) {
    let file = file.display();
    if predictions.is_empty() {
        say(&format!(
            "warning: {file}: no record in it: every departure counts as missed"
        ));
    }
    let names = labelled.iter().map(|l| (l.name.as_str(), &l.gold));
    if let Some((records, example)) = predictions.strangers(names) {
        let records = counted(records, "record");
        say(&format!(
            "warning: {file}: {records} not scored: no gold file for the article, e.g. `{example}`: \
             `source` or `doc` must name it as NAME.gold.json does"
        ));
    }
}
