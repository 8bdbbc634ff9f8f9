//! `NAME.meta.json` beside `NAME.txt` → title and publication date.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;

use super::day;
use crate::{Error, Result};

/// What a metadata file tells; nothing if there is no such file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Title of the article.
    pub title: Option<String>,
    /// Day of publication.
    pub published: Option<Date>,
}

#[derive(Deserialize)]
struct File {
    title: Option<String>,
    published: Option<String>,
}

/// Reads the metadata file of an article.
pub fn beside(article: &Path) -> Result<Meta> {
    let path = article.with_extension("meta.json");
    match fs::read(&path) {
        Ok(bytes) => parse(&bytes).map_err(|problem| Error::read(&path, problem)),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(Meta::default())
        }
        Err(e) => Err(Error::io(&path, &e)),
    }
}

fn parse(bytes: &[u8]) -> std::result::Result<Meta, String> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let file: File = serde_json::from_slice(bytes).map_err(|e| {
        format!(r#"not valid JSON ({e}): write {{"title": "…", "published": "2023-01-25"}}"#)
    })?;
    let published = match file.published.filter(|day| !day.trim().is_empty()) {
        Some(day) => Some(day::loosely(&day).ok_or_else(|| not_a_date(&day))?),
        None => None,
    };
    Ok(Meta {
        title: file.title.filter(|title| !title.trim().is_empty()),
        published,
    })
}

fn not_a_date(day: &str) -> String {
    format!("`published` is no date: `{day}`: write it as 2023-01-25, or null")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn missing_null_and_empty_values_tell_nothing() {
        for json in [
            "{}",
            r#"{"title": null, "published": null, "url": 1}"#,
            r#"{"title": "", "published": ""}"#,
        ] {
            assert_eq!(parse(json.as_bytes()), Ok(Meta::default()), "{json}");
        }
    }

    #[test]
    fn a_title_and_a_date_time_are_read() {
        let meta = parse(r#"{"title": "甲", "published": "2023-01-25T10:00:00Z"}"#.as_bytes());
        assert_eq!(
            meta,
            Ok(Meta {
                title: Some("甲".into()),
                published: Some(date(2023, 1, 25))
            })
        );
    }

    #[test]
    fn broken_metadata_says_what_to_write() {
        let problem = |json: &str| parse(json.as_bytes()).unwrap_err();
        assert!(problem("{").starts_with("not valid JSON"));
        assert!(problem(r#"{"title": 5}"#).starts_with("not valid JSON"));
        assert!(problem(r#"{"published": "昨天"}"#).starts_with("`published` is no date: `昨天`"));
    }
}
