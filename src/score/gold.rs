//! Gold files → what is right in each article.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::record::Status;
use crate::{Error, Result};

/// The ending of gold files.
const ENDING: &str = ".gold.json";

/// What a gold file must hold.
const REMEDY: &str = r#"write {"events": [{"person": ["NAME"], "company": ["NAME"]}]}, as corpus/README describes it"#;

/// What is right in one article.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Gold {
    /// The name of the article, if not that of the file.
    #[serde(default)]
    pub doc: Option<String>,
    /// People about whom a system is neither rewarded nor punished.
    #[serde(default)]
    pub neutral_persons: Vec<String>,
    /// The departures.
    pub events: Vec<Event>,
}

/// One departure.
#[derive(Debug, Clone, Deserialize)]
pub struct Event {
    /// Accepted forms of the name, the fullest first.
    pub person: Vec<String>,
    /// The employer left.
    #[serde(default)]
    pub company: Accepted,
    /// The posts lost.
    #[serde(default)]
    pub former_role: Vec<Post>,
    /// Why.
    #[serde(default)]
    pub reason: Accepted,
    /// Where to.
    #[serde(default)]
    pub destination: Accepted,
    /// The post there.
    #[serde(default)]
    pub destination_role: Accepted,
    /// When.
    #[serde(default)]
    pub date: Accepted,
    /// How sure the text is; a gold file that leaves it out means completed.
    #[serde(default)]
    pub status: Status,
    /// The sentence that tells it best.
    #[serde(default)]
    pub evidence: Option<String>,
}

/// Which values a field may have.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "AcceptedForm")]
pub enum Accepted {
    /// The text does not say: the field must stay empty.
    #[default]
    Empty,
    /// The field may stay empty; if filled, it must be one of these. None at all: anything goes.
    Optional(Vec<String>),
    /// The field must be one of these.
    Required(Vec<String>),
}

impl Accepted {
    /// Whether the field must be filled.
    pub fn is_required(&self) -> bool {
        matches!(self, Accepted::Required(_))
    }

    /// The accepted wordings.
    pub fn wordings(&self) -> &[String] {
        match self {
            Accepted::Empty => &[],
            Accepted::Optional(wordings) | Accepted::Required(wordings) => wordings,
        }
    }
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = r#"write null, a list of wordings, or {"optional": [wordings]}"#
)]
enum AcceptedForm {
    Empty(()),
    Required(Vec<String>),
    Optional(Optional),
}

impl From<AcceptedForm> for Accepted {
    fn from(form: AcceptedForm) -> Self {
        match form {
            AcceptedForm::Empty(()) => Accepted::Empty,
            AcceptedForm::Required(wordings) if wordings.is_empty() => Accepted::Optional(wordings),
            AcceptedForm::Required(wordings) => Accepted::Required(wordings),
            AcceptedForm::Optional(Optional { optional }) => Accepted::Optional(optional),
        }
    }
}

/// One post and the wordings of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = r#"each post is a list of wordings, or {"optional": [wordings]}"#
)]
pub enum Post {
    /// A post that must be found.
    Required(Vec<String>),
    /// A post that may be named; without wordings, any post.
    Optional(Optional),
}

/// Wordings that may be used.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Optional {
    /// The wordings.
    #[serde(default)]
    pub optional: Vec<String>,
}

/// The gold files in a folder, sorted: the name of each and its path.
///
/// # Errors
/// The folder cannot be read or has no gold file.
pub fn find(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    if folder.is_file() {
        let problem =
            format!("a file, not a folder: name the folder with NAME{ENDING} beside NAME.txt");
        return Err(Error::read(folder, problem));
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| Error::io(folder, &e))? {
        let path = entry.map_err(|e| Error::io(folder, &e))?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| name.strip_suffix(ENDING));
        if let Some(name) = name.filter(|name| !name.starts_with('.')) {
            files.push((name.to_owned(), path));
        }
    }
    if files.is_empty() {
        return Err(Error::read(
            folder,
            format!(
                "no gold file in this folder (NAME{ENDING} beside NAME.txt); subfolders are not searched"
            ),
        ));
    }
    files.sort();
    Ok(files)
}

/// Reads a gold file.
///
/// # Errors
/// The file cannot be read or is not as the annotation guide says.
pub fn load(path: &Path) -> Result<Gold> {
    let bytes = fs::read(path).map_err(|e| Error::io(path, &e))?;
    parse(&bytes).map_err(|problem| Error::read(path, problem))
}

fn parse(bytes: &[u8]) -> std::result::Result<Gold, String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // A list would be taken for the fields in their order.
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return Err(format!("no gold: not a JSON object: {REMEDY}"));
    }
    let gold: Gold =
        serde_json::from_slice(bytes).map_err(|e| format!("no gold: {e}: {REMEDY}"))?;
    match gold.events.iter().position(|event| event.person.is_empty()) {
        Some(at) => Err(format!(
            "no gold: event {} has no person: write every accepted form of the name",
            at + 1
        )),
        None => Ok(gold),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(fields: &str) -> std::result::Result<Event, String> {
        let json = format!(r#"{{"events": [{{"person": ["张三"], {fields}}}]}}"#);
        parse(json.as_bytes()).map(|gold| gold.events[0].clone())
    }

    #[test]
    fn a_field_is_empty_optional_or_required() {
        let company = |json: &str| event(&format!(r#""company": {json}"#)).unwrap().company;
        assert_eq!(company("null"), Accepted::Empty);
        assert_eq!(company("[]"), Accepted::Optional(vec![]));
        assert_eq!(
            company(r#"{"optional": ["甲"]}"#),
            Accepted::Optional(vec!["甲".into()])
        );
        assert_eq!(company(r#"["甲"]"#), Accepted::Required(vec!["甲".into()]));
    }

    #[test]
    fn what_is_left_out_is_empty_and_completed() {
        let event = event(r#""former_role": []"#).unwrap();
        assert_eq!(
            (event.reason, event.status),
            (Accepted::Empty, Status::Completed)
        );
    }

    #[test]
    fn broken_gold_says_what_to_write() {
        let problem = |fields: &str| event(fields).unwrap_err();
        assert!(problem(r#""company": "甲""#).contains("write null, a list of wordings"));
        assert!(
            problem(r#""company": {"optinal": []}"#).contains("write null, a list of wordings")
        );
        assert!(problem(r#""former_role": ["总裁"]"#).contains("each post is a list of wordings"));
        assert!(problem(r#""status": "gone""#).contains("unknown variant `gone`"));
        assert!(
            parse(br#"{"events": [{"person": []}]}"#)
                .unwrap_err()
                .contains("event 1 has no person")
        );
        assert!(parse(b"{}").unwrap_err().contains("missing field `events`"));
    }
}
