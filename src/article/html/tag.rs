//! Source of a page → its tags, one by one, in linear time; whether there is a page in them that can be parsed.
//!
//! A parser of HTML takes the square of the depth and of the number of attributes.

use std::collections::HashMap;

/// Elements of which none stands in another.
const MAX_DEPTH: usize = 256;

/// Tags of a page for people.
const MAX_TAGS: usize = 100_000;

/// Attributes of one tag.
const MAX_ATTRIBUTES: usize = 200;

/// Elements like `<b>` that are open, summed over all tags: a parser opens them anew in each paragraph.
const MAX_REOPENED: usize = 1_000_000;

/// Elements that go on in the next paragraph where they are not closed.
const FORMATTING: [&str; 14] = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Bytes in which titles and dates are looked for where there is no page.
const HEAD: usize = 64 << 10;

/// Elements that have no end, or that the next one of their kind ends.
const WITHOUT_END: [&str; 30] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "td", "th", "tr", "dd", "dt", "option", "tbody", "thead", "tfoot",
    "colgroup", "optgroup", "html", "head", "body",
];

/// Elements whose content is no HTML.
const RAW: [&str; 7] = [
    "script", "style", "textarea", "title", "xmp", "iframe", "noframes",
];

/// A piece of the source.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// What is between tags, with its entities.
    Text(&'a str),
    /// A tag that opens the element of this name, in lower case.
    Open { name: String, attributes: usize },
    /// A tag that closes it.
    Close(String),
}

/// The pieces of a source; comments and the content of scripts are left out.
pub struct Pieces<'a> {
    length: usize,
    rest: &'a str,
}

impl<'a> Pieces<'a> {
    pub fn of(source: &'a str) -> Self {
        let length = source.len();
        Pieces {
            length,
            rest: source,
        }
    }

    /// The byte after the last piece.
    pub fn at(&self) -> usize {
        self.length - self.rest.len()
    }

    fn tag(&mut self) -> Option<Piece<'a>> {
        let inside = &self.rest[1..];
        if inside.starts_with(['!', '?']) {
            let end = if inside.starts_with("!--") {
                "-->"
            } else {
                ">"
            };
            self.skip_past(end);
            return None;
        }
        let (closing, inside) = match inside.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, inside),
        };
        let end = inside.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>' | '<'));
        let name = inside[..end.unwrap_or(inside.len())].to_ascii_lowercase();
        self.rest = &inside[name.len()..];
        let attributes = self.attributes();
        if closing {
            return Some(Piece::Close(name));
        }
        if RAW.contains(&name.as_str()) {
            self.skip_raw(&name);
        }
        Some(Piece::Open { name, attributes })
    }

    /// Passes over the attributes and the end of a tag; counts the attributes.
    fn attributes(&mut self) -> usize {
        let mut count = 0;
        let mut quote = None;
        let mut before = b' ';
        for (at, byte) in self.rest.bytes().enumerate() {
            match (quote, byte) {
                (Some(mark), _) if mark == byte => quote = None,
                (Some(_), _) => {}
                (None, b'>') => {
                    self.rest = &self.rest[at + 1..];
                    return count;
                }
                (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
                (None, _) if byte.is_ascii_whitespace() => {
                    count += usize::from(!before.is_ascii_whitespace());
                }
                (None, b'/' | b'=') => count += 1,
                _ => {}
            }
            if !byte.is_ascii_whitespace() || before != b'=' {
                before = byte;
            }
        }
        self.rest = "";
        count
    }

    fn skip_past(&mut self, end: &str) {
        let at = self.rest.find(end);
        self.rest = at.map_or("", |at| &self.rest[at + end.len()..]);
    }

    /// Passes over what is no HTML, up to the tag that ends it.
    fn skip_raw(&mut self, name: &str) {
        while let Some(at) = self.rest.find("</") {
            let inside = &self.rest[at + 2..];
            let ends = inside.get(..name.len());
            if ends.is_some_and(|end| end.eq_ignore_ascii_case(name)) {
                self.rest = &self.rest[at..];
                return;
            }
            self.rest = inside;
        }
        self.rest = "";
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let rest = self.rest;
            let text = rest.len() - rest.trim_start_matches(|c| c != '<').len();
            if text > 0 {
                self.rest = &rest[text..];
                return Some(Piece::Text(&rest[..text]));
            }
            let second = rest.as_bytes().get(1)?;
            if !second.is_ascii_alphabetic() && !matches!(second, b'/' | b'!' | b'?') {
                self.rest = &rest[1..];
                return Some(Piece::Text(&rest[..1]));
            }
            if let Some(piece) = self.tag() {
                return Some(piece);
            }
        }
    }
}

/// Whether a page can be parsed in reasonable time.
pub fn is_sane(source: &str) -> bool {
    let mut open: HashMap<String, usize> = HashMap::new();
    let (mut depth, mut tags, mut formatting, mut reopened) = (0, 0, 0, 0);
    for piece in Pieces::of(source) {
        match piece {
            Piece::Text(_) => continue,
            Piece::Open { attributes, .. } if attributes > MAX_ATTRIBUTES => return false,
            Piece::Open { name, .. } if WITHOUT_END.contains(&name.as_str()) => {}
            Piece::Open { name, .. } => {
                depth += 1;
                formatting += usize::from(FORMATTING.contains(&name.as_str()));
                *open.entry(name).or_default() += 1;
            }
            Piece::Close(name) => {
                if let Some(count) = open.get_mut(&name).filter(|count| **count > 0) {
                    *count -= 1;
                    depth -= 1;
                    formatting -= usize::from(FORMATTING.contains(&name.as_str()));
                }
            }
        }
        tags += 1;
        reopened += formatting;
        if depth > MAX_DEPTH || tags > MAX_TAGS || reopened > MAX_REOPENED {
            return false;
        }
    }
    true
}

/// The head of a source, in which a title and a date may stand.
pub fn head(source: &str) -> &str {
    let mut end = source.len().min(HEAD);
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    let head = &source[..end];
    let body = ["<body", "<div"].iter().filter_map(|tag| head.find(tag));
    &head[..body.min().unwrap_or(end)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_what_a_browser_sees() {
        let open = |name: &str, attributes| Piece::Open {
            name: name.into(),
            attributes,
        };
        let pieces: Vec<Piece> =
            Pieces::of("甲 < 乙<!-- <p> --><A x='>' y>丙</a ><script>'<p>'</SCRIPT><br/>")
                .collect();
        assert_eq!(
            pieces,
            [
                Piece::Text("甲 "),
                Piece::Text("<"),
                Piece::Text(" 乙"),
                open("a", 2),
                Piece::Text("丙"),
                Piece::Close("a".into()),
                open("script", 0),
                Piece::Close("script".into()),
                open("br", 1),
            ]
        );
    }

    #[test]
    fn what_is_nested_without_end_is_no_page() {
        assert!(is_sane(&"<div><p>甲</div>".repeat(1000)));
        assert!(!is_sane(&"<div>".repeat(1000)));
        assert!(!is_sane(&"<div></x>".repeat(1000)));
        assert!(!is_sane(&format!("<p {}>", "a ".repeat(1000))));
        assert!(!is_sane(&"<p>甲".repeat(200_000)));
        let reopened: String = (0..200).map(|size| format!("<font size={size}>")).collect();
        assert!(!is_sane(&format!("{reopened}{}", "<p>甲".repeat(10_000))));
    }
}
