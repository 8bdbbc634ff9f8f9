//! Bytes → Article: the text, its title and its publication date.
//!
//! The only stage that reads files. The text is kept as it stands; nothing is normalised here.

use jiff::civil::Date;

/// One article as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Article {
    /// The path as it was given, with `#item` for list files.
    pub source: String,
    /// Title, from the metadata or the front matter.
    pub title: Option<String>,
    /// Publication date; without one, relative dates stay in `date_text`.
    pub published: Option<Date>,
    /// The decoded text, exactly as in the file.
    pub text: String,
}
