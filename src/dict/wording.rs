//! `rules/*.toml` → wordings: patterns over labelled mentions, each with its proof.

use serde::Deserialize;

use super::term::{CUES, Cue};
use crate::record::{ChangeType, Field, Status};

/// A way to say that somebody leaves which is more than one trigger word.
#[derive(Debug, Clone)]
pub struct Wording {
    /// Its name, as it appears in `evidence.rules`.
    pub name: String,
    /// What has to stand there, in order.
    pub items: Vec<Item>,
    /// How the post is lost.
    pub change: ChangeType,
    /// A status that the wording itself fixes.
    pub status: Option<Status>,
    /// Sentences with the expected fields in brackets.
    pub examples: Vec<Example>,
    /// Sentences in which it must not be found.
    pub counterexamples: Vec<Example>,
    /// Where it stands, for messages.
    pub file: String,
    /// Line of its pattern.
    pub line: usize,
}

/// A sentence that proves a wording, or its limits.
#[derive(Debug, Clone)]
pub struct Example {
    /// Its line in the file, from 1.
    pub line: usize,
    /// The sentence, with `[text]field` marks.
    pub text: String,
}

/// One item of a pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What it matches.
    pub what: What,
    /// May be absent.
    pub optional: bool,
}

impl Item {
    /// Whether it is an obligatory word, so that only sentences with that word can match.
    pub fn is_anchor(&self) -> bool {
        let words = match &self.what {
            What::Words(words) => words.iter().all(|w| w.contains(char::is_alphanumeric)),
            What::Cue(_) | What::Slot(Slot::Join, _) => true,
            What::Slot(..) | What::Gap | What::Near => false,
        };
        words && !self.optional
    }
}

/// What an item matches.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// One of these words.
    Words(Vec<String>),
    /// A mention with this label, playing this role.
    Slot(Slot, Option<Field>),
    /// A word with this cue.
    Cue(Cue),
    /// Anything within the sentence, as little as possible.
    Gap,
    /// Anything within the clause, as little as possible.
    Near,
}

/// Labels a slot may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Slot {
    Person,
    /// A person, or a pronoun that stands for one.
    Who,
    Org,
    Title,
    Date,
    Join,
    Comma,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    rule: Vec<Raw>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    name: String,
    pattern: toml::Spanned<String>,
    #[serde(default)]
    change_type: ChangeType,
    #[serde(default)]
    status: Option<Status>,
    #[serde(default)]
    examples: Vec<toml::Spanned<String>>,
    #[serde(default)]
    counterexamples: Vec<toml::Spanned<String>>,
}

/// Reads one file of wordings.
///
/// # Errors
/// Names line and item that cannot be read, and wordings without example.
pub fn parse(file: &str, text: &str) -> crate::Result<Vec<Wording>> {
    let error = |line, problem: String| crate::Error::Dict {
        file: file.to_string(),
        line,
        problem,
    };
    let raw: File = toml::from_str(text)
        .map_err(|e| error(super::line_of(text, e.span()), unreadable(e.message())))?;
    let example = |e: toml::Spanned<String>| Example {
        line: super::line_of(text, Some(e.span())),
        text: e.into_inner(),
    };
    let mut wordings = Vec::new();
    for r in raw.rule {
        let line = super::line_of(text, Some(r.pattern.span()));
        if r.examples.is_empty() || r.counterexamples.is_empty() {
            return Err(error(
                line,
                format!("wording `{}` needs an example and a counterexample", r.name),
            ));
        }
        let items = items(r.pattern.get_ref())
            .map_err(|problem| error(line, format!("wording `{}`: {problem}", r.name)))?;
        wordings.push(Wording {
            name: r.name,
            items,
            change: r.change_type,
            status: r.status,
            examples: r.examples.into_iter().map(example).collect(),
            counterexamples: r.counterexamples.into_iter().map(example).collect(),
            file: file.to_string(),
            line,
        });
    }
    Ok(wordings)
}

/// What is wrong with the file, and what a wording needs where something is missing.
fn unreadable(message: &str) -> String {
    match message.starts_with("missing field") {
        true => format!(
            "{message}: every [[rule]] needs `name`, `pattern`, `examples` and `counterexamples`"
        ),
        false => message.to_owned(),
    }
}

fn items(pattern: &str) -> Result<Vec<Item>, String> {
    let items: Vec<Item> = pattern
        .split_whitespace()
        .map(item)
        .collect::<Result<_, _>>()?;
    if !items
        .iter()
        .any(|i| matches!(&i.what, What::Slot(_, Some(Field::Person))))
    {
        return Err("no `{person}` and no `{who}` in the pattern".to_string());
    }
    if !items.iter().any(Item::is_anchor) {
        return Err("no word or cue in the pattern to anchor it".to_string());
    }
    Ok(items)
}

fn item(text: &str) -> Result<Item, String> {
    let (body, optional) = match text.strip_suffix('?') {
        Some(body) => (body, true),
        None => (text, false),
    };
    let what = if body == ".." {
        What::Gap
    } else if body == "." {
        What::Near
    } else if let Some(inner) = body.strip_prefix('{').and_then(|b| b.strip_suffix('}')) {
        slot(inner)?
    } else {
        let inner = body
            .strip_prefix('(')
            .and_then(|b| b.strip_suffix(')'))
            .unwrap_or(body);
        What::Words(inner.split('|').map(str::to_string).collect())
    };
    Ok(Item { what, optional })
}

fn slot(text: &str) -> Result<What, String> {
    let (label, role) = match text.split_once(':') {
        Some((label, role)) => (label, Some(role)),
        None => (text, None),
    };
    if let Some(name) = label.strip_prefix('@') {
        return match CUES.iter().find(|(n, _)| *n == name) {
            Some((_, cue)) => Ok(What::Cue(*cue)),
            None => Err(format!("`@{name}` is no cue of cue.tsv")),
        };
    }
    let (slot, default) = match label {
        "person" => (Slot::Person, Some(Field::Person)),
        "who" => (Slot::Who, Some(Field::Person)),
        "org" => (Slot::Org, None),
        "title" => (Slot::Title, None),
        "date" => (Slot::Date, Some(Field::Date)),
        "join" => (Slot::Join, None),
        "comma" => (Slot::Comma, None),
        _ => {
            return Err(format!(
                "`{{{label}}}` is no label: use person, who, org, title, date, join, comma or @cue"
            ));
        }
    };
    let role = match role {
        None => default,
        Some("person") => Some(Field::Person),
        Some("former_role") => Some(Field::FormerRole),
        Some("company") => Some(Field::Company),
        Some("destination") => Some(Field::Destination),
        Some("destination_role") => Some(Field::DestinationRole),
        Some("successor") => Some(Field::Successor),
        Some("date") => Some(Field::Date),
        Some("other") => None,
        Some(other) => return Err(format!("`{other}` is no field")),
    };
    Ok(What::Slot(slot, role))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_reads_as_items() {
        let items = items("(原|前) {org:company}? {person} .. 加盟").expect("sound");
        assert_eq!(items.len(), 5);
        assert!(items[1].optional);
        assert_eq!(items[2].what, What::Slot(Slot::Person, Some(Field::Person)));
    }

    #[test]
    fn a_pattern_without_a_person_is_refused() {
        assert!(items("{org} 离职").is_err());
    }
}
