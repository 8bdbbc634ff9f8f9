//! Bytes → Article: the text, its title and its publication date.
//!
//! The only stage that reads files. The text is kept as it stands; nothing is normalised here.
//! Adding a format is one row in `FORMATS` and one file with a function bytes + name → articles.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use jiff::civil::Date;

use crate::{Error, Result};

mod decode;
mod front_matter;
mod iso_date;
mod meta;
mod text;
pub mod walk;

/// The name under which standard input is asked for and reported.
pub const STDIN: &str = "-";

/// One article as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The path as it was given, with `#item` for list files.
    pub source: String,
    /// Title, from the metadata or the front matter.
    pub title: Option<String>,
    /// Publication date; without one, relative dates stay in `date_text`.
    pub published: Option<Date>,
    /// The decoded text, exactly as in the file except for a byte order mark.
    pub text: String,
    /// The byte in `text` where the body begins, after any front matter.
    pub body: usize,
}

impl Article {
    /// An article that is nothing but a text.
    pub fn from_text(text: &str) -> Self {
        Self {
            text: text.to_string(),
            ..Self::default()
        }
    }
}

/// What to assume and what to refuse when reading.
#[derive(Debug, Clone, Copy)]
pub struct ReadOptions {
    /// The publication date of articles that have none of their own.
    pub published: Option<Date>,
    /// Longer inputs are refused.
    pub max_bytes: u64,
}

/// The size that [`ReadOptions::default`] allows: 64 MiB.
pub const MAX_BYTES: u64 = 64 << 20;

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            published: None,
            max_bytes: MAX_BYTES,
        }
    }
}

/// A kind of file that articles come in.
struct Format {
    /// Endings without the dot, in lower case.
    endings: &'static [&'static str],
    /// Name and bytes → articles, or what is wrong and what to do about it.
    parse: fn(&str, &[u8]) -> std::result::Result<Vec<Article>, String>,
}

/// Every format; the first one also takes files with an unknown ending.
const FORMATS: [Format; 1] = [Format {
    endings: &["txt", "md"],
    parse: text::parse,
}];

/// Reads the article in a file; `published` is its date if the file and its metadata tell none.
///
/// # Errors
/// The file or its metadata cannot be read, or the file holds no article.
pub fn read(path: &Path, published: Option<Date>) -> Result<Article> {
    let options = ReadOptions {
        published,
        ..ReadOptions::default()
    };
    first(path, read_all(path, &options)?)
}

/// Reads every article in a file, with the title and date of `NAME.meta.json` beside it.
///
/// # Errors
/// The file or its metadata cannot be read.
pub fn read_all(path: &Path, options: &ReadOptions) -> Result<Vec<Article>> {
    let bytes = File::open(path)
        .map_err(|e| Error::io(path, &e))
        .and_then(|file| read_bytes(path, file, options.max_bytes))?;
    let mut articles = parse(path, &bytes)?;
    let meta = meta::beside(path)?;
    for article in &mut articles {
        article.title = meta.title.clone().or(article.title.take());
        article.published = meta.published.or(article.published).or(options.published);
    }
    Ok(articles)
}

/// Reads every article on standard input.
///
/// # Errors
/// The input cannot be read.
pub fn read_all_stdin(options: &ReadOptions) -> Result<Vec<Article>> {
    let path = Path::new(STDIN);
    let bytes = read_bytes(path, io::stdin().lock(), options.max_bytes)?;
    let mut articles = parse(path, &bytes)?;
    for article in &mut articles {
        article.published = article.published.or(options.published);
    }
    Ok(articles)
}

fn parse(path: &Path, bytes: &[u8]) -> Result<Vec<Article>> {
    let format = format_of(path).unwrap_or(&FORMATS[0]);
    (format.parse)(&path.to_string_lossy(), bytes).map_err(|problem| Error::read(path, problem))
}

fn format_of(path: &Path) -> Option<&'static Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    FORMATS
        .iter()
        .find(|format| format.endings.contains(&ending.as_str()))
}

fn read_bytes(path: &Path, input: impl Read, max: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // One byte more than allowed tells a full input from a longer one, whatever its reported size.
    input
        .take(max.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|e| Error::io(path, &e))?;
    if bytes.len() as u64 > max {
        let problem = format!("larger than {max} bytes: split it, or raise --max-file-size");
        return Err(Error::read(path, problem));
    }
    Ok(bytes)
}

fn first(path: &Path, articles: Vec<Article>) -> Result<Article> {
    articles
        .into_iter()
        .next()
        .ok_or_else(|| Error::read(path, "no article in it"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in files {
            std::fs::write(dir.path().join(name), text).unwrap();
        }
        dir
    }

    #[test]
    fn the_metadata_file_wins_over_front_matter_and_that_over_the_option() {
        let fallback = Some(date(2020, 1, 1));
        let front = "---\ntitle: 甲\ndate: 2021-02-03\n---\n张三离职。";
        let dir = folder(&[
            ("both.txt", front),
            (
                "both.meta.json",
                r#"{"title": "乙", "published": "2022-03-04"}"#,
            ),
            ("front.txt", front),
            ("bare.txt", "张三离职。"),
        ]);
        let of = |name| {
            let article = read(&dir.path().join(name), fallback).unwrap();
            (article.title, article.published)
        };
        assert_eq!(of("both.txt"), (Some("乙".into()), Some(date(2022, 3, 4))));
        assert_eq!(of("front.txt"), (Some("甲".into()), Some(date(2021, 2, 3))));
        assert_eq!(of("bare.txt"), (None, fallback));
    }

    #[test]
    fn a_broken_metadata_file_is_named() {
        let dir = folder(&[("a.txt", "张三离职。"), ("a.meta.json", "{")]);
        let message = read(&dir.path().join("a.txt"), None)
            .unwrap_err()
            .to_string();
        assert!(message.contains("a.meta.json: not valid JSON"), "{message}");
    }

    #[test]
    fn a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read() {
        let dir = folder(&[("a.txt", "12345")]);
        let at = |max_bytes| {
            read_all(
                &dir.path().join("a.txt"),
                &ReadOptions {
                    published: None,
                    max_bytes,
                },
            )
        };
        assert_eq!(at(5).unwrap()[0].text, "12345");
        assert!(
            at(4)
                .unwrap_err()
                .to_string()
                .contains("larger than 4 bytes")
        );
    }

    #[test]
    fn a_missing_file_is_said_to_be_missing() {
        let message = read(Path::new("no/such.txt"), None)
            .unwrap_err()
            .to_string();
        assert!(
            message.starts_with("no/such.txt: no such file"),
            "{message}"
        );
    }
}
