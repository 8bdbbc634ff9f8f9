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
pub mod passage;
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

use std::collections::BTreeSet;

use entity::Entities;
use event::Events;
use mention::Mentions;
use sentence::Sentence;
use spelling::Spelling;

/// Extracts who left which post, why, and where they went.
///
/// Never fails: what cannot be understood gives fewer records or fewer fields. An article of more than half a megabyte
/// is read part by part, so that memory stays small: a part knows nothing of the names of another, and what two of them
/// tell gives two records.
pub fn extract(article: &Article, dict: &Dict) -> Vec<Record> {
    let plain = script::plain(article, dict);
    let prose = plain.article.prose();
    if !dict.scan.tells(&prose[plain.article.body..]) {
        return Vec::new();
    }
    let mut records = Vec::new();
    for mut sentences in sentence::parts(sentence::split(&plain.article, dict)) {
        if let Some(passages) = passage::around(&sentences, prose, dict) {
            passages.into_iter().for_each(|s| sentences[s].read(prose));
            if understand(&plain, &sentences, dict, |told| told.is_silent()) {
                continue;
            }
        }
        sentences.iter_mut().for_each(|s| s.read(prose));
        records.extend(understand(&plain, &sentences, dict, |told| {
            told.records(article)
        }));
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
    let mut sentences = sentence::split(&plain.article, dict);
    let prose = plain.article.prose();
    sentences.iter_mut().for_each(|s| s.read(prose));
    understand(&plain, &sentences, dict, |told| {
        see(Analysis {
            published: told.published,
            sentences: told.sentences,
            mentions: told.mentions,
            entities: told.entities,
            records: told.records(article),
            events: told.events,
        })
    })
}

/// More names are not sought in what has not been read: it is read.
const MAX_NAMES: usize = 200;

/// What the sentences that were read tell.
struct Told<'a> {
    plain: &'a script::Plain<'a>,
    dict: &'a Dict,
    published: Option<jiff::civil::Date>,
    sentences: &'a [Sentence],
    mentions: &'a Mentions,
    entities: &'a Entities<'a>,
    events: Events,
}

impl Told<'_> {
    /// Whether nobody leaves, nor will if the other sentences are read: they do not mention anybody who may be named
    /// in a sentence that can tell a departure, or in those that its pronouns refer to.
    fn is_silent(&self) -> bool {
        self.events.found.is_empty()
            && self.possible_names().is_some_and(|names| {
                let prose = self.plain.article.prose();
                let unread = self.sentences.iter().filter(|s| !s.is_read());
                let unread: Vec<String> = unread.map(|s| view::letters(s.span.of(prose))).collect();
                let unread = unread.join("\n");
                !names.iter().any(|name| unread.contains(name.as_str()))
            })
    }

    /// The letters of whatever may be a name in the sentences that matter; `None` where there are too many.
    fn possible_names(&self) -> Option<BTreeSet<String>> {
        let prose = self.plain.article.prose();
        let mut chosen = vec![false; self.sentences.len()];
        for (s, sentence) in self.sentences.iter().enumerate() {
            if sentence.is_read() && self.dict.scan.tells(sentence.span.of(prose)) {
                let refers = self.entities.gist(s).refers();
                let back = if refers { passage::BEFORE } else { 0 };
                chosen[s.saturating_sub(back)..=s].fill(true);
                if let Some(heading) = sentence.heading.filter(|_| refers) {
                    chosen[heading] = true;
                }
            }
        }
        let mut names = BTreeSet::new();
        for s in (0..self.sentences.len()).filter(|&s| chosen[s]) {
            let view = &self.sentences[s].view.text;
            let here = mention::possible_names(&self.mentions.of[s], view, self.dict);
            names.extend(here.iter().map(|name| view::letters(name)));
            if names.len() > MAX_NAMES {
                return None;
            }
        }
        names.remove("");
        Some(names)
    }

    fn records(&self, article: &Article) -> Vec<Record> {
        let spelling = Spelling::of(article, self.plain, self.sentences, self.dict);
        let found = self.events.found.clone();
        merge::merge(
            article,
            self.published,
            self.entities,
            found,
            &spelling,
            self.dict,
        )
    }
}

/// The stages from the sentences that were read to events.
fn understand<T>(
    plain: &script::Plain,
    sentences: &[Sentence],
    dict: &Dict,
    see: impl FnOnce(Told) -> T,
) -> T {
    let published = published::find(&plain.article, dict);
    let mentions = mention::find(sentences, dict);
    let digest = sentence::is_digest(&plain.article, sentences);
    let title = plain.article.title.as_deref();
    let entities = entity::link(sentences, &mentions, title, digest, dict);
    let events = event::match_rules(&entities, published, dict);
    see(Told {
        plain,
        dict,
        published,
        sentences,
        mentions: &mentions,
        entities: &entities,
        events,
    })
}

/// The example in the README compiles and holds.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;
