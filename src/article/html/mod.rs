//! HTML → one article: the main text of the page, one paragraph a line; links, scripts and menus are left out.
//!
//! Where the content stands on well-known sites, and what metadata are called, is data (`places.tsv`). Pages that are
//! nested or broken beyond what a page for people is are read without their structure, in linear time.

use std::result::Result;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use encoding_rs::Encoding;

use super::{Article, Origin, ReadOptions, decode};

mod date;
mod place;
mod strip;
pub(super) mod tag;
mod text;
mod title;

/// Characters of a main text; with fewer, another one is looked for.
const ENOUGH: usize = 100;

/// Full stops of a main text; with fewer, it needs half of those in the page.
const STOPS: usize = 3;

/// Bytes in which a page declares its encoding.
const DECLARED_IN: usize = 4096;

/// The one article in a page.
pub fn parse(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Article, String> {
    let decoded = decode::decode_declared(bytes, options.encoding, declared(bytes))?;
    let article = read(&decoded.text);
    if article.text.is_empty() {
        let problem =
            "no text in this page: a script may fill it in, save it as the browser shows it";
        return Err(problem.to_owned());
    }
    Ok(Article {
        source: name.to_owned(),
        origin: Origin {
            format: "html",
            encoding: decoded.encoding,
            undecodable: decoded.undecodable,
        },
        ..article
    })
}

/// The text, title and date of a page.
fn read(source: &str) -> Article {
    if !tag::is_sane(source) {
        let head = Document::from(tag::head(source));
        return Article {
            title: title::find(&head),
            published: date::find(&head, source),
            text: strip::text(source),
            ..Article::default()
        };
    }
    let document = Document::from(source);
    let (title, published) = (title::find(&document), date::find(&document, source));
    let page = text::of(&document.root());
    let text = match content(&document) {
        Some(node) => text::of(&node),
        None => main_text(document)
            .filter(|text| is_main(text, &page))
            .unwrap_or_else(|| page.clone()),
    };
    Article {
        title,
        published: published.or_else(|| date::before(&page, &text)),
        text,
        ..Article::default()
    }
}

/// Whether a text is the main one of a page rather than a menu: people speak in sentences.
fn is_main(text: &str, page: &str) -> bool {
    let stops = |text: &str| text.matches(['。', '！', '？']).count();
    let stops_in_text = stops(text);
    stops_in_text >= STOPS || (stops_in_text > 0 && stops_in_text * 2 >= stops(page))
}

/// Whether tags part the text around them.
pub(super) fn parts_text(source: &str) -> bool {
    tag::Pieces::of(source).any(|piece| match piece {
        tag::Piece::Text(_) => false,
        tag::Piece::Open { name, .. } | tag::Piece::Close(name) => {
            text::break_of(&name) != text::Break::None
        }
    })
}

/// The element that holds the content on a site that is known.
fn content(document: &Document) -> Option<NodeRef<'_>> {
    place::all("content").find_map(|selector| {
        let found = document.try_select(selector)?;
        let node = *found.nodes().first()?;
        (!text::of(&node).is_empty()).then_some(node)
    })
}

/// The part of a page that looks like an article.
fn main_text(document: Document) -> Option<String> {
    let config = Config {
        // Chinese says in a hundred characters what the usual limit of five hundred is meant for.
        char_threshold: ENOUGH,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    let content = readability.parse().ok()?.content;
    Some(text::of(&Document::fragment(content).root()))
}

/// The encoding that the head of a page names, in `<meta charset>` or in its XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARED_IN)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset", "encoding"].iter().find_map(|key| {
        head.match_indices(key).find_map(|(at, _)| {
            let value = head[at + key.len()..].trim_start().strip_prefix('=')?;
            let value = value.trim_start().trim_start_matches(['"', '\'']);
            let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c))?;
            Encoding::for_label(&value.as_bytes()[..end])
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_encoding_is_found_in_every_notation() {
        for head in [
            "<meta charset=gbk>",
            "<META CHARSET = \"GB2312\">",
            "<meta http-equiv='Content-Type' content='text/html; charset=gb2312'/>",
            "<?xml version=\"1.0\" encoding=\"GBK\"?>",
        ] {
            assert_eq!(declared(head.as_bytes()), Some(encoding_rs::GBK), "{head}");
        }
        for head in ["", "<p>charset", "<meta charset=\"klingon\">"] {
            assert_eq!(declared(head.as_bytes()), None, "{head}");
        }
    }

    #[test]
    fn every_selector_is_one() {
        for part in ["content", "title", "date"] {
            for selector in place::all(part) {
                assert!(dom_query::Matcher::new(selector).is_ok(), "{selector}");
            }
        }
    }
}
