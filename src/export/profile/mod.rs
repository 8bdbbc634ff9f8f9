//! Records → the files of public data sets, so that their scorers and tools can read what was found.
//!
//! Which of our fields is which of their roles is data: one TOML file a data set, in this folder.
//!
//! | profile | a line is | roles |
//! |---|---|---|
//! | `duee` | a document, as JSON `{"id", "event_list": [{"event_type", "arguments": [{"role", "argument"}]}]}` | DuEE 1.0: leaving, dismissal, suspension, death, joining |
//! | `duee-fin` | the same | DuEE-fin: changes of executives; the successor's entry is an event of its own |
//! | `ccks2019` | an event, as TSV: document, event type, subject | CCKS 2019, subjects of financial events: a company is the subject |
//!
//! A document is named by its item in a list (`articles.jsonl#ID`), else by the name of its file without the ending;
//! where another document has that name already (`a/1.txt` and `b/1.txt`), by its whole source.
//! Documents without a record have no line. Arguments are words of the text where the record knows them. Several posts
//! of a person are several arguments of one event, as in the data of DuEE-fin.

use std::io::{self, Write};

use clap::ValueEnum;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Writer;
use crate::article::format;
use crate::article::names::Names;

mod argument;
mod events;
mod subjects;

/// A data set whose format records can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Profile {
    /// DuEE 1.0: one document a line, as JSON with its list of events
    Duee,
    /// DuEE-fin: the same, with changes of executives
    DueeFin,
    /// CCKS 2019 subjects of financial events: document, event type, subject, as TSV
    #[value(name = "ccks2019")]
    Ccks2019,
}

/// The event types of a data set that records can tell of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Description<E> {
    event: Vec<E>,
}

/// Begins an output for a data set.
///
/// # Errors
/// The built-in description of the data set is broken.
pub fn begin<'a>(profile: Profile, out: impl Write + 'a) -> io::Result<Box<dyn Writer + 'a>> {
    Ok(match profile {
        Profile::Duee => Box::new(events::Documents::begin(
            out,
            described(include_str!("duee.toml"))?,
        )),
        Profile::DueeFin => Box::new(events::Documents::begin(
            out,
            described(include_str!("duee-fin.toml"))?,
        )),
        Profile::Ccks2019 => Box::new(subjects::Lines::begin(
            out,
            described(include_str!("ccks2019.toml"))?,
        )),
    })
}

fn described<T: DeserializeOwned>(toml: &str) -> io::Result<T> {
    toml::from_str(toml).map_err(io::Error::other)
}

/// The id of a document, which no other one has: its name, or its whole source where the name is taken.
fn id(source: &str, given: &mut Names) -> String {
    let name = document(source);
    if given.take(name) {
        return name.to_owned();
    }
    let mut id = source.to_owned();
    // A file without an ending may be called like one that has one.
    while !given.take(&id) {
        id.push('~');
    }
    id
}

/// The name of a document: its item in a list, else its file without the ending.
fn document(source: &str) -> &str {
    let name = match source.rsplit_once('#') {
        Some((_, item)) => item,
        None => source,
    };
    let name = name.rsplit('/').next().unwrap_or(name);
    let stem = |ending: &str| name.strip_suffix(ending)?.strip_suffix('.');
    format::document_endings()
        .find_map(stem)
        .filter(|stem| !stem.is_empty())
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_description_is_sound() {
        for profile in Profile::value_variants() {
            assert!(begin(*profile, Vec::new()).is_ok(), "{profile:?}");
        }
    }

    #[test]
    fn a_document_is_named_by_its_item_or_its_file() {
        for (source, name) in [
            ("dir/a.b.txt", "a.b"),
            ("list.jsonl#2.5", "2.5"),
            ("pack.zip#dir/a.md", "a"),
            ("dir/a.pdf", "a"),
            ("-", "-"),
        ] {
            assert_eq!(document(source), name);
        }
    }

    #[test]
    fn no_two_documents_have_the_same_id() {
        let mut given = Names::default();
        let sources = ["a/1.txt", "a/1.pdf", "b/1.txt", "x.jsonl#1", "2.txt", "2"];
        let ids = sources.map(|source| id(source, &mut given));
        assert_eq!(ids, ["1", "a/1.pdf", "b/1.txt", "x.jsonl#1", "2", "2~"]);
    }
}
