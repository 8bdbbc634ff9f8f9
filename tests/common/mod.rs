//! What the tests share: the dictionary, loaded once, and articles as they come from a newspaper of 2025-03-10.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use quliu::{Article, Dict, Record};

/// The day on which articles without a date of their own are published: a Monday.
pub const PUBLISHED: Date = date(2025, 3, 10);

/// The built-in dictionary.
pub static DICT: LazyLock<Dict> =
    LazyLock::new(|| Dict::load(&[]).expect("the built-in dictionary is sound"));

/// What is extracted from a text published on [`PUBLISHED`].
pub fn extract(text: &str) -> Vec<Record> {
    let article = Article {
        published: Some(PUBLISHED),
        ..Article::from_text(text)
    };
    quliu::extract(&article, &DICT)
}

/// The records that `quliu extract` writes unless it is asked for others.
pub fn told(text: &str) -> Vec<Record> {
    use quliu::record::Status;
    let written = |r: &Record| r.status.is_asserted() || r.status == Status::Historical;
    extract(text).into_iter().filter(written).collect()
}

/// The sample corpus.
pub fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// The articles of the corpus, sorted.
pub fn articles() -> Vec<Article> {
    let found = quliu::article::walk::find(&[corpus()]);
    let read = found
        .inputs
        .iter()
        .flat_map(|input| input.read(&Default::default()).expect("the corpus is sound"));
    // Its description is no article.
    let articles: Vec<_> = read.filter(|a| a.source.ends_with(".txt")).collect();
    assert!(articles.len() >= 45, "the corpus has {} articles", articles.len());
    articles
}
