//! quliu (去留, "to go or to stay") reads Chinese news and announcements and tells who left which post,
//! at which company, why, and where to.
//!
//! The chain runs one way; each stage is a module named after what it returns:
//!
//! ```text
//! bytes → article → plain script → sentence → passage → mention → entity → event → record → export
//! ```
//!
//! ```
//! use quliu::{Article, Dict};
//!
//! let dict = Dict::load(&[])?;
//! let article = Article::from_text("栖木汽车首席设计师卢森川因个人原因离职。");
//! let records = quliu::extract(&article, &dict);
//! assert_eq!(records[0].person, "卢森川");
//! assert_eq!(records[0].company.as_deref(), Some("栖木汽车"));
//! # Ok::<(), quliu::Error>(())
//! ```
#![warn(missing_docs)]

pub mod analysis;
pub mod article;
pub mod bracket;
pub mod check;
pub mod date;
pub mod dict;
pub mod entity;
pub mod error;
pub mod event;
pub mod export;
pub mod han;
pub mod line;
pub mod mention;
pub mod merge;
mod passage;
pub mod post;
pub mod profile;
pub mod published;
mod reading;
pub mod record;
pub mod score;
pub mod script;
pub mod sentence;
pub mod span;
pub mod spelling;
pub mod view;

pub use analysis::Analysis;
pub use article::Article;
pub use dict::Dict;
pub use error::{Error, Result};
pub use record::Record;

use reading::Reading;

/// Extracts who left which post, why, and where they went.
///
/// Never fails: what cannot be understood gives fewer records or fewer fields. An article of more than half a megabyte
/// is read part by part, so that memory stays small: a part knows nothing of the names of another, and what two of them
/// tell gives two records.
pub fn extract(article: &Article, dict: &Dict) -> Vec<Record> {
    let plain = script::plain(article, dict);
    if !dict
        .scan
        .tells(&plain.article.prose()[plain.article.body..])
    {
        return Vec::new();
    }
    let published = published::find(&plain.article, dict);
    let mut records = Vec::new();
    for sentences in sentence::parts(sentence::split(&plain.article, dict)) {
        let mut reading = Reading::of(&plain, published, sentences, dict);
        if dict.scan.exhaustive || !reading.is_silent() {
            reading.read_all();
            records.extend(reading.understand(|told| told.records(article)));
        }
    }
    records
}

/// Runs all stages and lends what each of them gave to `see`; an article without any trigger is no exception, and a very
/// long one is read as a whole.
///
/// ```
/// use quliu::{Article, Dict};
///
/// let dict = Dict::load(&[])?;
/// let article = Article::from_text("高管离职。");
/// let failed = quliu::analyse(&article, &dict, |analysis| analysis.events.attempts[0].failed);
/// assert_eq!(failed, Some("the subject is unnamed"));
/// # Ok::<(), quliu::Error>(())
/// ```
pub fn analyse<T>(article: &Article, dict: &Dict, see: impl FnOnce(Analysis) -> T) -> T {
    let plain = script::plain(article, dict);
    let published = published::find(&plain.article, dict);
    let sentences = sentence::split(&plain.article, dict);
    let mut reading = Reading::of(&plain, published, sentences, dict);
    reading.read_all();
    reading.understand(|told| {
        see(Analysis {
            published,
            sentences: told.sentences,
            mentions: told.mentions,
            entities: told.entities,
            records: told.records(article),
            events: told.events,
        })
    })
}

/// The example in the README compiles and holds.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
