//! A folder of gold, and its articles or a file of records → what is scored.

use std::path::{Path, PathBuf};

use quliu::article::{self, Article};
use quliu::score::prediction::Predictions;
use quliu::score::{Document, Gold, Prediction, gold, rules};
use quliu::{Dict, Error};
use rayon::prelude::*;

use crate::command::say;

/// A gold file, what it says, and the article beside it.
pub struct Labelled {
    path: PathBuf,
    pub name: String,
    pub gold: Gold,
    article: Option<PathBuf>,
}

/// Everything that is scored, article by article.
#[derive(Default)]
pub struct Read {
    pub documents: Vec<Document>,
    /// The articles, where they could be read.
    pub articles: Vec<Option<Article>>,
    /// What the rules did, if it was asked for.
    pub traces: Vec<rules::Trace>,
    pub failed: bool,
}

/// Loads the gold; `None` after telling of every file that is broken, because figures without it would mislead.
pub fn load(folder: &Path) -> quliu::Result<Option<Vec<Labelled>>> {
    let mut labelled = Vec::new();
    let mut broken = false;
    for (name, path) in gold::find(folder)? {
        match gold::load(&path) {
            Ok(gold) => labelled.push(Labelled {
                article: article::named(folder, &name),
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

/// Records from a file, with the articles where they are at hand.
pub fn with_predictions(labelled: Vec<Labelled>, predictions: &Predictions) -> Read {
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
pub fn extract(labelled: Vec<Labelled>, dict: &Dict, traced: bool) -> Read {
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
