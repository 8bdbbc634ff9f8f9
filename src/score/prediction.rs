//! Records, ours or any system's → what the scorer compares.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::Gold;
use crate::record::Field;
use crate::{Error, Record, Result};

/// One predicted departure.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Prediction {
    #[serde(deserialize_with = "source")]
    source: String,
    #[serde(deserialize_with = "source")]
    doc: String,
    #[serde(deserialize_with = "one")]
    person: Option<String>,
    #[serde(deserialize_with = "one")]
    company: Option<String>,
    #[serde(deserialize_with = "one")]
    reason: Option<String>,
    #[serde(deserialize_with = "one")]
    destination: Option<String>,
    #[serde(deserialize_with = "one")]
    destination_role: Option<String>,
    #[serde(deserialize_with = "one")]
    date: Option<String>,
    /// The posts lost.
    #[serde(deserialize_with = "many")]
    pub former_role: Vec<String>,
    #[serde(deserialize_with = "one")]
    status: Option<String>,
    #[serde(deserialize_with = "one")]
    sentence: Option<String>,
    /// How sure the system was, if it says so.
    #[serde(deserialize_with = "number")]
    pub confidence: Option<f64>,
    #[serde(deserialize_with = "evidence")]
    evidence: Vec<Evidence>,
}

/// The words that a field was read from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Evidence {
    field: Field,
    text: String,
    /// Any value: other systems may count otherwise, and the figures do not depend on it.
    #[serde(default)]
    start: Value,
}

impl Prediction {
    /// The value of a field, if it is filled.
    pub fn value(&self, field: Field) -> Option<&str> {
        let value = match field {
            Field::Person => &self.person,
            Field::Company => &self.company,
            Field::Reason => &self.reason,
            Field::Destination => &self.destination,
            Field::DestinationRole => &self.destination_role,
            Field::Date => &self.date,
            Field::Sentence => &self.sentence,
            Field::FormerRole => return self.former_role.first().map(String::as_str),
            Field::Successor => return None,
        };
        value.as_deref()
    }

    /// The value of a field, and the words that it was read from.
    pub fn said(&self, field: Field) -> impl Iterator<Item = &str> {
        let value = self.value(field);
        let words = self
            .evidence
            .iter()
            .filter(move |e| value.is_some() && e.field == field);
        value.into_iter().chain(words.map(|e| e.text.as_str()))
    }

    /// How sure the system was.
    pub fn status(&self) -> &str {
        self.status.as_deref().unwrap_or("completed")
    }

    /// The character where the sentence begins, if the system tells it.
    pub fn sentence_start(&self) -> Option<usize> {
        self.evidence
            .iter()
            .find(|e| e.field == Field::Sentence)?
            .start
            .as_u64()
            .map(|start| start as usize)
    }

    /// The name of the article: the last part of its path, without the ending.
    fn stem(&self) -> &str {
        let path = if self.source.is_empty() {
            &self.doc
        } else {
            &self.source
        };
        let name = path.rsplit('/').next().unwrap_or_default();
        let endings = [".txt", ".md", ".html", ".htm"];
        endings
            .iter()
            .find_map(|ending| name.strip_suffix(ending))
            .unwrap_or(name)
    }
}

impl From<&Record> for Prediction {
    /// By way of JSON, so that a record and its line in a file are scored alike.
    fn from(record: &Record) -> Self {
        let json = serde_json::to_value(record).expect("a record has string keys only");
        serde_json::from_value(json).expect("a record has the fields of a prediction")
    }
}

/// The predictions in a file, by the name of their article.
#[derive(Debug, Default)]
pub struct Predictions(HashMap<String, Vec<Prediction>>);

impl Predictions {
    /// The predictions for a gold file: under the name that it gives its article, else under its own.
    pub fn of(&self, name: &str, gold: &Gold) -> Vec<Prediction> {
        let by_doc = gold.doc.as_ref().and_then(|doc| self.0.get(doc));
        by_doc
            .or_else(|| self.0.get(name))
            .cloned()
            .unwrap_or_default()
    }

    /// Whether there is no prediction at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many predictions are for none of these gold files, and the first of their articles.
    pub fn strangers<'a>(
        &'a self,
        gold: impl Iterator<Item = (&'a str, &'a Gold)>,
    ) -> Option<(usize, &'a str)> {
        let known: HashSet<&str> = gold
            .flat_map(|(name, gold)| gold.doc.as_deref().into_iter().chain([name]))
            .collect();
        let strange = || {
            self.0
                .iter()
                .filter(|(name, _)| !known.contains(name.as_str()))
        };
        let first = strange().map(|(name, _)| name.as_str()).min()?;
        Some((
            strange().map(|(_, predictions)| predictions.len()).sum(),
            first,
        ))
    }
}

/// Reads JSON lines.
///
/// # Errors
/// The file cannot be read, or a line is no record.
pub fn read(path: &Path) -> Result<Predictions> {
    let bytes = fs::read(path).map_err(|e| Error::io(path, &e))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Error::read(path, "not UTF-8: write the records as UTF-8"))?;
    let mut predictions = Predictions::default();
    for (at, line) in text.trim_start_matches('\u{FEFF}').lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let prediction = of_line(line).map_err(|problem| Error::Dict {
            file: path.display().to_string(),
            line: at + 1,
            problem,
        })?;
        predictions
            .0
            .entry(prediction.stem().to_owned())
            .or_default()
            .push(prediction);
    }
    Ok(predictions)
}

/// The prediction on a line, or what is wrong and what to do about it.
fn of_line(line: &str) -> std::result::Result<Prediction, String> {
    const REMEDY: &str = "each line must be one record, a JSON object on one line";
    if !line.trim_start().starts_with('{') {
        return Err(format!("not an object: {REMEDY}"));
    }
    let prediction = parse(line).map_err(|e| format!("{e}: {REMEDY}"))?;
    match prediction.stem() {
        "" => Err(
            "no `source` and no `doc`: name the article of the record in one of them".to_owned(),
        ),
        _ => Ok(prediction),
    }
}

fn parse(line: &str) -> serde_json::Result<Prediction> {
    // First as a value: of a key that comes twice the last counts.
    serde_json::from_value(serde_json::from_str::<Value>(line)?)
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a field must be null, a text or a list of texts"
)]
enum Texts {
    None(()),
    One(String),
    Many(Vec<String>),
}

fn many<'de, D: Deserializer<'de>>(value: D) -> std::result::Result<Vec<String>, D::Error> {
    Ok(match Texts::deserialize(value)? {
        Texts::None(()) => Vec::new(),
        Texts::One(text) if text.is_empty() => Vec::new(),
        Texts::One(text) => vec![text],
        Texts::Many(texts) => texts,
    })
}

fn one<'de, D: Deserializer<'de>>(value: D) -> std::result::Result<Option<String>, D::Error> {
    Ok(many(value)?
        .into_iter()
        .next()
        .filter(|text| !text.is_empty()))
}

/// A path, or an object with one.
fn source<'de, D: Deserializer<'de>>(value: D) -> std::result::Result<String, D::Error> {
    let value = Value::deserialize(value)?;
    let path = value.as_str().or_else(|| value.get("path")?.as_str());
    Ok(path.unwrap_or_default().to_owned())
}

/// A number; anything else is none, for the figures do not depend on it.
fn number<'de, D: Deserializer<'de>>(value: D) -> std::result::Result<Option<f64>, D::Error> {
    Ok(Value::deserialize(value)?.as_f64())
}

/// Whatever of the evidence has the form of ours.
fn evidence<'de, D: Deserializer<'de>>(value: D) -> std::result::Result<Vec<Evidence>, D::Error> {
    let Value::Array(items) = Value::deserialize(value)? else {
        return Ok(Vec::new());
    };
    let items = items
        .into_iter()
        .filter_map(|item| serde_json::from_value::<Evidence>(item).ok());
    Ok(items.filter(|item| !item.text.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_a_text_or_the_first_of_a_list() {
        let p = parse(r#"{"person": "张三", "company": ["甲", "乙"], "reason": [], "date": "", "former_role": "总裁"}"#)
            .unwrap();
        assert_eq!(p.value(Field::Person), Some("张三"));
        assert_eq!(p.value(Field::Company), Some("甲"));
        assert_eq!((p.value(Field::Reason), p.value(Field::Date)), (None, None));
        assert_eq!(p.former_role, ["总裁"]);
    }

    #[test]
    fn an_empty_field_was_read_from_nothing() {
        let p = parse(
            r#"{"person": "张三", "evidence": [{"field": "person", "text": "老张"}, {"field": "company", "text": "甲"}, "x"]}"#,
        )
        .unwrap();
        assert_eq!(p.said(Field::Person).collect::<Vec<_>>(), ["张三", "老张"]);
        assert_eq!(p.said(Field::Company).count(), 0);
    }

    #[test]
    fn the_article_is_named_by_its_path() {
        let stem = |json: &str| parse(json).unwrap().stem().to_owned();
        assert_eq!(stem(r#"{"source": "dir/a.b.txt"}"#), "a.b");
        assert_eq!(stem(r#"{"source": {"path": "dir/a.html"}}"#), "a");
        assert_eq!(stem(r#"{"source": "", "doc": "a"}"#), "a");
    }

    #[test]
    fn a_broken_line_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("p.jsonl");
        fs::write(&path, "\u{FEFF}{\"doc\": \"a\"}\n\n{\"person\": 5}\n").unwrap();
        let message = read(&path).unwrap_err().to_string();
        assert!(
            message.contains("p.jsonl:3: a field must be null, a text"),
            "{message}"
        );
    }
}
