//! What each stage made of one article, for whoever wants to know why ([`crate::analyse`]).

use jiff::civil::Date;

use crate::entity::Entities;
use crate::event::Events;
use crate::mention::Mentions;
use crate::record::Record;
use crate::sentence::Sentence;

/// The results of all stages.
#[derive(Debug)]
pub struct Analysis<'a> {
    /// The publication date, if anything tells it.
    pub published: Option<Date>,
    /// The sentences.
    pub sentences: &'a [Sentence],
    /// For each sentence, its row of mentions; and the article's own names.
    pub mentions: &'a Mentions,
    /// Who is who.
    pub entities: &'a Entities<'a>,
    /// What was tried, and the events found.
    pub events: Events,
    /// What [`crate::extract`] returns.
    pub records: Vec<Record>,
}
