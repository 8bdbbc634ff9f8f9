//! Bytes → Article: the text, its title and its publication date.
//!
//! The only stage that reads files. The text is kept as it stands; nothing is normalised here.
//! [`input::find`] turns paths into inputs; [`open`](mod@open) finds an input's format and hands its bytes to the
//! reader of the format, one file each, which gives articles one after the other.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::{Error, Result};

mod budget;
mod columns;
mod compressed;
mod day;
mod decode;
mod docx;
mod encoding;
pub mod format;
mod front_matter;
mod html;
pub mod input;
pub mod inputs;
mod json;
mod markdown;
mod meta;
pub(crate) mod names;
pub mod open;
mod packed;
mod pdf;
pub mod stream;
mod table;
mod text;
mod tool;
mod xml;

pub use columns::Columns;

/// The name under which standard input is asked for and reported.
pub const STDIN: &str = "-";

/// One article as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The path as it was given, with `#item` for what lies in a list or an archive; no two articles of a run have the
    /// same. An item is a row's id or number or a member's name; where one was there before, `~` and its number follow.
    pub source: String,
    /// Title, from the metadata, the front matter or the format.
    pub title: Option<String>,
    /// Publication date; without one, relative dates stay in `date_text`.
    pub published: Option<Date>,
    /// The decoded text, exactly as in the file except for a byte order mark; for formats that are no text, the text
    /// in it.
    pub text: String,
    /// The byte in `text` where the body begins, after any front matter.
    pub body: usize,
    /// The text with its markup blanked out, byte for byte, where the format has any.
    pub prose: Option<String>,
    /// How the text was read.
    pub origin: Origin,
}

/// How a text was read from bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origin {
    /// The format, by the name that reports give it.
    pub format: &'static str,
    /// The encoding, by its name in the WHATWG standard; empty where the format has one of its own.
    pub encoding: &'static str,
    /// Places that are no characters in the encoding; each is `U+FFFD` in the text.
    pub undecodable: usize,
}

impl Article {
    /// An article that is nothing but a text.
    pub fn from_text(text: &str) -> Self {
        Self {
            text: text.to_string(),
            ..Self::default()
        }
    }

    /// Whether the text is that of the file, so that it can be looked up there.
    pub fn is_verbatim(&self) -> bool {
        matches!(self.origin.format, "text" | "markdown") && !self.source.contains('#')
    }

    /// What is to be understood: the text without its markup, at the same bytes.
    pub fn prose(&self) -> &str {
        self.prose.as_deref().unwrap_or(&self.text)
    }

    fn with_origin(self, format: &'static str, encoding: &'static str, undecodable: usize) -> Self {
        let origin = Origin {
            format,
            encoding,
            undecodable,
        };
        Article { origin, ..self }
    }
}

/// What to assume and what to refuse when reading.
#[derive(Debug, Clone)]
pub struct ReadOptions {
    /// The publication date of articles that have none of their own.
    pub published: Option<Date>,
    /// Longer articles, and longer rows of a list, are refused.
    pub max_bytes: u64,
    /// More articles are not taken from one archive, with the archives and lists in it.
    pub max_articles: usize,
    /// More bytes are not unpacked from one archive, with the archives in it.
    pub max_unpacked: u64,
    /// The encoding of every text, instead of the one that the bytes look like.
    pub encoding: Option<&'static encoding_rs::Encoding>,
    /// Which cells of a list hold the article.
    pub columns: Columns,
}

/// The size that [`ReadOptions::default`] allows: 64 MiB.
pub const MAX_BYTES: u64 = 64 << 20;

/// The articles of one archive that [`ReadOptions::default`] allows.
pub const MAX_ARTICLES: usize = 10_000_000;

/// The bytes unpacked from one archive that [`ReadOptions::default`] allows: 16 GiB.
pub const MAX_UNPACKED: u64 = 16 << 30;

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            published: None,
            max_bytes: MAX_BYTES,
            max_articles: MAX_ARTICLES,
            max_unpacked: MAX_UNPACKED,
            encoding: None,
            columns: Columns::default(),
        }
    }
}

/// What reading gives, in the order of the input.
#[derive(Debug)]
pub enum Item {
    /// An article.
    Article(Article),
    /// Something that should be an article and cannot be read.
    Failed(Error),
    /// Something that is no article, or over a limit.
    LeftOut(Error),
}

/// Takes what reading gives; [`ControlFlow::Break`] ends it.
pub type Emit<'a> = dyn FnMut(Item) -> ControlFlow<()> + 'a;

/// Reads the first article in a file; `published` is its date if the file and its metadata tell none.
///
/// # Errors
/// The file or its metadata cannot be read, or the file holds no article.
pub fn read(path: &Path, published: Option<Date>) -> Result<Article> {
    let options = ReadOptions {
        published,
        ..ReadOptions::default()
    };
    let mut first = None;
    open::file(path, &options, &mut |item| {
        first = Some(item);
        ControlFlow::Break(())
    });
    match first {
        Some(Item::Article(article)) => Ok(article),
        Some(Item::Failed(error) | Item::LeftOut(error)) => Err(error),
        None => Err(Error::read(path, "no article in it")),
    }
}

/// Reads every article of an input, and what is wrong with the others.
pub fn read_all(input: &input::Input, options: &ReadOptions) -> (Vec<Article>, Vec<Error>) {
    let (mut articles, mut problems) = (Vec::new(), Vec::new());
    let _ = open::input(input, options, &mut |item| {
        match item {
            Item::Article(article) => articles.push(article),
            Item::Failed(error) | Item::LeftOut(error) => problems.push(error),
        }
        ControlFlow::Continue(())
    });
    (articles, problems)
}

/// The article of that name in a folder, whatever its format.
pub fn named(folder: &Path, name: &str) -> Option<PathBuf> {
    format::document_endings()
        .map(|ending| folder.join(format!("{name}.{ending}")))
        .find(|path| path.is_file())
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
            let options = ReadOptions {
                max_bytes,
                ..ReadOptions::default()
            };
            read_all(&input::Input::Named(dir.path().join("a.txt")), &options)
        };
        assert_eq!(at(5).0[0].text, "12345");
        assert!(at(4).1[0].to_string().contains("larger than 4 bytes"));
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
