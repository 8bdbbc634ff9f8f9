//! Text and Markdown → one article. Markdown stays as it is written.

use std::result::Result;

use super::{Article, decode, front_matter};

/// The one article in a text file; title and date come from its front matter.
pub fn parse(name: &str, bytes: &[u8]) -> Result<Vec<Article>, String> {
    let text = decode::decode(bytes)?;
    let front = front_matter::find(text);
    Ok(vec![Article {
        source: name.to_owned(),
        title: front.title,
        published: front.published,
        text: text.to_owned(),
        body: front.end,
    }])
}
