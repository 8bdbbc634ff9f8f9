//! `quliu eval`: gold and records → scores, mistakes and what the rules did.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::ValueEnum;
use quliu::article::{self, Article, walk};
use quliu::export::file::Output;
use quliu::score::cause::{self, Diagnosis};
use quliu::score::curve::{self, Bin};
use quliu::score::{
    self, Document, Gold, Mistake, Prediction, Score, gold, list, prediction,
    prediction::Predictions, report, rules,
};
use quliu::{Dict, Error};
use rayon::prelude::*;
use serde::Serialize;

use super::{SOME_FAILED, check_output, counted, dictionary, say};
use crate::cli::DictArgs;

mod table;

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

/// A gold file, what it says, and the article beside it.
struct Labelled {
    path: PathBuf,
    name: String,
    gold: Gold,
    article: Option<PathBuf>,
}

/// Everything that is scored, article by article.
#[derive(Default)]
struct Read {
    documents: Vec<Document>,
    /// The articles, where they could be read.
    articles: Vec<Option<Article>>,
    /// What the rules did, if it was asked for.
    traces: Vec<rules::Trace>,
    failed: bool,
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
    let Some(labelled) = told(load(&args.gold)).flatten() else {
        return Ok(SOME_FAILED);
    };
    // Records from a file are not analysed: no dictionary is needed.
    let dict = match args.pred {
        Some(_) => None,
        None => Some(dictionary(&args.dict)?),
    };
    let read = match (&args.pred, &dict) {
        (Some(file), _) => {
            let Some(predictions) = told(prediction::read(file)) else {
                return Ok(SOME_FAILED);
            };
            warn_of_strangers(file, &labelled, &predictions);
            with_predictions(labelled, &predictions)
        }
        (None, Some(dict)) => extract(labelled, dict, args.rules),
        (None, None) => Read::default(),
    };
    let score = score::score(&read.documents);
    if let Some(path) = &args.errors {
        write_errors(path, args.bom, &score, &read, dict.as_ref())?;
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

/// Writes every mistake with its cause, in full or not at all.
fn write_errors(
    path: &Path,
    bom: bool,
    score: &Score,
    read: &Read,
    dict: Option<&Dict>,
) -> anyhow::Result<()> {
    let numbers: Vec<usize> = (0..read.documents.len()).collect();
    let rows: Vec<(&Mistake, Diagnosis)> = numbers
        .par_iter()
        .flat_map_iter(|&number| diagnose(number, score, read, dict))
        .collect();
    let write = || {
        let mut output = Output::create(path)?;
        if bom {
            output.write_all("\u{FEFF}".as_bytes())?;
        }
        let mut buffered = BufWriter::new(&mut output);
        let rows = rows
            .iter()
            .map(|(mistake, diagnosis)| (*mistake, diagnosis));
        list::write(rows, &read.documents, &mut buffered)?;
        buffered.flush()?;
        drop(buffered);
        output.keep()
    };
    write().with_context(|| format!("{}: cannot be written", path.display()))
}

/// The mistakes of one article with their causes. The article is analysed again: what analyses lend lives only
/// as long as they do, and most articles have few mistakes.
fn diagnose<'a>(
    number: usize,
    score: &'a Score,
    read: &Read,
    dict: Option<&Dict>,
) -> Vec<(&'a Mistake, Diagnosis)> {
    let document = &read.documents[number];
    let own = score.mistakes.iter();
    let own: Vec<&Mistake> = own
        .filter(|mistake| mistake.compared.document == number)
        .collect();
    if own.is_empty() {
        return Vec::new();
    }
    let causes = match (&read.articles[number], dict) {
        (Some(article), Some(dict)) => quliu::analyse(article, dict, |analysis| {
            cause::find(&own, document, Some(&analysis))
        }),
        _ => cause::find(&own, document, None),
    };
    own.into_iter().zip(causes).collect()
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

/// Loads the gold; `None` after telling of every file that is broken, because figures without it would mislead.
fn load(folder: &Path) -> quliu::Result<Option<Vec<Labelled>>> {
    let mut labelled = Vec::new();
    let mut broken = false;
    for (name, path) in gold::find(folder)? {
        match gold::load(&path) {
            Ok(gold) => labelled.push(Labelled {
                article: walk::named(folder, &name),
                path,
                name,
                gold,
            }),
            Err(error) => {
                say(&error.to_string());
                broken = true;
            }
        }
    }
    Ok((!broken).then_some(labelled))
}

fn with_predictions(labelled: Vec<Labelled>, predictions: &Predictions) -> Read {
    let mut read = Read::default();
    for labelled in labelled {
        let predictions = predictions.of(&labelled.name, &labelled.gold);
        // The text only serves to tell where a sentence stands.
        let article = labelled.article.as_deref();
        let article = article.and_then(|path| article::read(path, None).ok());
        read.push(labelled, article, predictions);
    }
    read
}

/// Extracts from the articles; one that cannot be read is told and scored as if nothing was found in it.
fn extract(labelled: Vec<Labelled>, dict: &Dict, traced: bool) -> Read {
    let extracted: Vec<_> = labelled
        .par_iter()
        .map(|labelled| labelled.extract(dict, traced))
        .collect();
    let mut read = Read::default();
    for (labelled, extracted) in labelled.into_iter().zip(extracted) {
        match extracted {
            Ok((article, predictions, trace)) => {
                read.traces.push(trace);
                read.push(labelled, Some(article), predictions);
            }
            Err(error) => {
                say(&error.to_string());
                read.failed = true;
                read.traces.push(rules::Trace::default());
                read.push(labelled, None, Vec::new());
            }
        }
    }
    read
}

impl Read {
    fn push(&mut self, labelled: Labelled, article: Option<Article>, predictions: Vec<Prediction>) {
        self.documents.push(Document {
            name: labelled.name,
            gold: labelled.gold,
            text: article.as_ref().map(|article| article.text.clone()),
            predictions,
        });
        self.articles.push(article);
    }
}

impl Labelled {
    /// The article, what is extracted from it, and what the rules did.
    fn extract(
        &self,
        dict: &Dict,
        traced: bool,
    ) -> quliu::Result<(Article, Vec<Prediction>, rules::Trace)> {
        let missing = || {
            Error::read(
                &self.path,
                "no article beside it: add NAME.txt, or score records with --pred",
            )
        };
        let article = article::read(self.article.as_ref().ok_or_else(missing)?, None)?;
        let (records, trace) = match traced {
            true => quliu::analyse(&article, dict, |analysis| {
                let trace = rules::Trace::from(&analysis);
                (analysis.records, trace)
            }),
            false => (quliu::extract(&article, dict), rules::Trace::default()),
        };
        let predictions = records.iter().map(Prediction::from).collect();
        Ok((article, predictions, trace))
    }
}
