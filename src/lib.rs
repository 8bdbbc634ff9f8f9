//! quliu (去留, "to go or to stay") reads Chinese news and announcements and tells who left which post,
//! at which company, why, and where to.
//!
//! The chain runs one way; each stage is a module named after what it returns:
//!
//! ```text
//! bytes → article → plain script → sentence → mention → entity → event → record → export
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
pub mod post;
pub mod profile;
pub mod published;
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

/// Extracts who left which post, why, and where they went.
///
/// Never fails: what cannot be understood gives fewer records or fewer fields.
pub fn extract(article: &Article, dict: &Dict) -> Vec<Record> {
    let plain = script::plain(article, dict);
    if !dict.scan.tells(&plain.article.prose()[article.body..]) {
        return Vec::new();
    }
    understand(article, &plain, dict, |analysis| analysis.records)
}

/// Runs all stages and lends what each of them gave to `see`; an article without any trigger is no exception.
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
    understand(article, &script::plain(article, dict), dict, see)
}

fn understand<T>(
    article: &Article,
    plain: &script::Plain,
    dict: &Dict,
    see: impl FnOnce(Analysis) -> T,
) -> T {
    let published = published::find(&plain.article, dict);
    let sentences = sentence::split(&plain.article, dict);
    let mentions = mention::find(&sentences, dict);
    let entities = entity::link(
        &sentences,
        &mentions,
        plain.article.title.as_deref(),
        sentence::is_digest(&plain.article, &sentences),
        dict,
    );
    let events = event::match_rules(&entities, published, dict);
    let spelling = spelling::Spelling::of(article, plain, &sentences, dict);
    let found = events.found.clone();
    let records = merge::merge(article, published, &entities, found, &spelling, dict);
    see(Analysis {
        published,
        sentences: &sentences,
        mentions: &mentions,
        entities: &entities,
        events,
        records,
    })
}

/// The example in the README compiles and holds.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
