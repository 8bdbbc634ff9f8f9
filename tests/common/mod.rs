//! What the tests share: the dictionary, loaded once, and articles as they come from a newspaper of 2025-03-10.
#![allow(dead_code)]

pub mod pack;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use quliu::record::Field;
use quliu::{Article, Dict, Record};

/// The day on which articles without a date of their own are published: a Monday.
pub const PUBLISHED: Date = date(2025, 3, 10);

/// The built-in dictionary.
pub static DICT: LazyLock<Dict> =
    LazyLock::new(|| Dict::load(&[]).expect("the built-in dictionary is sound"));

/// The same without short cuts.
pub static EXHAUSTIVE: LazyLock<Dict> = LazyLock::new(|| {
    let mut dict = Dict::load(&[]).expect("the built-in dictionary is sound");
    dict.scan.exhaustive = true;
    dict
});

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
    let gold = quliu::score::gold::find(&corpus()).expect("the corpus has gold");
    let paths = gold
        .iter()
        .map(|(name, _)| corpus().join(name).with_extension("txt"));
    paths
        .map(|path| quliu::article::read(&path, None).unwrap_or_else(|e| panic!("{e}")))
        .collect()
}

/// Each field of each record is exactly what stands at its place in the text.
pub fn assert_offsets(article: &Article, records: &[Record]) {
    let chars: Vec<char> = article.text.chars().collect();
    for record in records {
        let fields: Vec<_> = record.evidence.iter().map(|e| e.field).collect();
        for field in [Field::Person, Field::Sentence] {
            assert!(
                fields.contains(&field),
                "no evidence of {field:?}: {record:?}"
            );
        }
        for e in &record.evidence {
            let there: String = chars[e.start..e.end].iter().collect();
            assert_eq!(
                there, e.text,
                "{:?} of {} in {}",
                e.field, record.person, article.source
            );
        }
        let sentence = record.evidence.iter().find(|e| e.field == Field::Sentence);
        assert_eq!(sentence.map(|e| &e.text), Some(&record.sentence));
    }
}
