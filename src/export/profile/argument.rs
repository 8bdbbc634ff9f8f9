//! Record → the words that stand for one of its fields in a data set.

use serde::Deserialize;

use crate::Record;
use crate::record::{ChangeType, DestinationKind, Field};

/// Where the words come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// Who left.
    Person,
    /// The posts lost.
    FormerRole,
    /// The employer left.
    Company,
    /// Where to.
    Destination,
    /// The post there.
    DestinationRole,
    /// When, in the words of the text.
    DateText,
    /// Who takes over.
    Successor,
    /// The verb that tells it, if the record knows it.
    Trigger,
}

/// A role of an event: what it is called, and what it is filled with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// What the data set calls it.
    pub role: String,
    /// A field of the record.
    from: Option<From>,
    /// A word that is always the same; also what stands in for a missing trigger.
    word: Option<String>,
    /// Only for these kinds of destination; none named: for all.
    #[serde(default)]
    destination_kind: Vec<DestinationKind>,
    /// Whether there is no event without it.
    #[serde(default)]
    pub required: bool,
}

impl Role {
    /// The arguments that fill the role.
    pub fn arguments<'a>(&'a self, record: &'a Record) -> Vec<&'a str> {
        let kinds = &self.destination_kind;
        if !kinds.is_empty() && !kinds.contains(&record.destination_kind) {
            return Vec::new();
        }
        let mut found = self.from.map_or_else(Vec::new, |from| words(from, record));
        if found.is_empty() {
            found.extend(self.word.as_deref());
        }
        found
    }
}

/// What an event of a data set is chosen by.
pub fn admits(change_types: &[ChangeType], record: &Record) -> bool {
    change_types.is_empty() || change_types.contains(&record.change_type)
}

fn words(from: From, record: &Record) -> Vec<&str> {
    let of = |field, value| said(record, field, value).into_iter().collect();
    match from {
        From::Person => of(Field::Person, Some(&record.person)),
        From::Company => of(Field::Company, record.company.as_ref()),
        From::Destination => of(Field::Destination, record.destination.as_ref()),
        From::DestinationRole => of(Field::DestinationRole, record.destination_role.as_ref()),
        From::Successor => of(Field::Successor, record.successor.as_ref()),
        From::FormerRole => record.former_role.iter().map(String::as_str).collect(),
        From::DateText => record.date_text.iter().map(String::as_str).collect(),
        From::Trigger => trigger(record).into_iter().collect(),
    }
}

/// The value of a field if the text has it so, else the words that it was read from.
fn said<'a>(record: &'a Record, field: Field, value: Option<&'a String>) -> Option<&'a str> {
    let value = value?;
    let read = || record.evidence.iter().filter(|e| e.field == field);
    let verbatim = record.sentence.contains(value) || read().any(|e| e.text.contains(value));
    let words = read().map(|e| e.text.as_str()).next();
    Some(words.filter(|_| !verbatim).unwrap_or(value))
}

/// The first rule that is a word of the sentence: triggers are named after their surface.
fn trigger(record: &Record) -> Option<&str> {
    let rules = record.evidence.iter().flat_map(|e| &e.rules);
    rules
        .map(String::as_str)
        .find(|rule| !rule.is_ascii() && record.sentence.contains(rule))
}
