//! Text → one article, as it is written.

use std::result::Result;

use super::{Article, Origin, ReadOptions, decode, front_matter};

/// The one article in a text file; title and date come from its front matter.
pub fn parse(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Article, String> {
    let decoded = decode::decode(bytes, options.encoding)?;
    let front = front_matter::find(&decoded.text);
    Ok(Article {
        source: name.to_owned(),
        title: front.title,
        published: front.published,
        body: front.end,
        origin: Origin {
            format: "text",
            encoding: decoded.encoding,
            undecodable: decoded.undecodable,
        },
        prose: None,
        text: decoded.text.into_owned(),
    })
}
