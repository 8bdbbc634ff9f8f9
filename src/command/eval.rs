//! `quliu eval`: gold and records → scores and mistakes.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use quliu::article::{self, walk};
use quliu::score::{
    self, Document, Gold, Prediction, gold, prediction, prediction::Predictions, report,
};
use quliu::{Dict, Error};
use rayon::prelude::*;

use super::{SOME_FAILED, counted, dictionary, say};
use crate::cli::DictArgs;

const EXAMPLES: &str = "\
Examples:
  quliu eval corpus/                          extract from corpus/*.txt and score
  quliu eval corpus/ --pred records.jsonl     score records that were extracted before, or by another system
  quliu eval corpus/ --format json            the same figures for machines

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

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let Some(labelled) = told(load(&args.gold)).flatten() else {
        return Ok(SOME_FAILED);
    };
    let (documents, failed) = match &args.pred {
        Some(file) => {
            let Some(predictions) = told(prediction::read(file)) else {
                return Ok(SOME_FAILED);
            };
            warn_of_strangers(file, &labelled, &predictions);
            (with_predictions(labelled, &predictions), false)
        }
        None => extract(labelled, &dictionary(&args.dict)?),
    };
    let mut score = score::score(&documents);
    let report = match args.format {
        Format::Text => report::text(&score, args.errors_limit),
        Format::Json => {
            score.mistakes = report::limited(&score, args.errors_limit);
            serde_json::to_string(&score)? + "\n"
        }
    };
    io::stdout().lock().write_all(report.as_bytes())?;
    Ok(if failed {
        SOME_FAILED
    } else {
        ExitCode::SUCCESS
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

fn with_predictions(labelled: Vec<Labelled>, predictions: &Predictions) -> Vec<Document> {
    let document = |labelled: Labelled| {
        let predictions = predictions.of(&labelled.name, &labelled.gold);
        // The text only serves to tell where a sentence stands.
        let article = labelled.article.as_deref();
        let text = article
            .and_then(|path| article::read(path, None).ok())
            .map(|article| article.text);
        labelled.document(text, predictions)
    };
    labelled.into_iter().map(document).collect()
}

/// Extracts from the articles; one that cannot be read is told and scored as if nothing was found in it.
fn extract(labelled: Vec<Labelled>, dict: &Dict) -> (Vec<Document>, bool) {
    let extracted: Vec<_> = labelled
        .par_iter()
        .map(|labelled| labelled.extract(dict))
        .collect();
    let mut failed = false;
    let mut documents = Vec::new();
    for (labelled, extracted) in labelled.into_iter().zip(extracted) {
        documents.push(match extracted {
            Ok((text, predictions)) => labelled.document(Some(text), predictions),
            Err(error) => {
                say(&error.to_string());
                failed = true;
                labelled.document(None, Vec::new())
            }
        });
    }
    (documents, failed)
}

impl Labelled {
    /// The text of the article and what is extracted from it.
    fn extract(&self, dict: &Dict) -> quliu::Result<(String, Vec<Prediction>)> {
        let missing = || {
            Error::read(
                &self.path,
                "no article beside it: add NAME.txt, or score records with --pred",
            )
        };
        let article = article::read(self.article.as_ref().ok_or_else(missing)?, None)?;
        let records = quliu::extract(&article, dict);
        Ok((article.text, records.iter().map(Prediction::from).collect()))
    }

    fn document(self, text: Option<String>, predictions: Vec<Prediction>) -> Document {
        Document {
            name: self.name,
            gold: self.gold,
            text,
            predictions,
        }
    }
}
