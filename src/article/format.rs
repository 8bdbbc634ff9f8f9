//! First bytes and name of an input → its format: by the content where it tells, else by the name.
//!
//! Nothing is read here. Adding a format is one variant, its signs here, and its row in [`super::open`].

use std::path::Path;

/// What an input is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, one article.
    Text,
    /// Text with marks, one article.
    Markdown,
    /// A page, one article.
    Html,
    /// JSON: an object, an array of objects, or one object a line.
    Json,
    /// A table with one article a row; the byte between its cells.
    Table(u8),
    /// One compressed file.
    Gzip,
    /// One compressed file.
    Zstd,
    /// Many files, each compressed.
    Zip,
    /// Many files.
    Tar,
}

/// The endings of the formats, without the dot, in lower case.
const ENDINGS: [(&str, Format); 18] = [
    ("txt", Format::Text),
    ("text", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("shtml", Format::Html),
    ("json", Format::Json),
    ("jsonl", Format::Json),
    ("ndjson", Format::Json),
    ("csv", Format::Table(b',')),
    ("tsv", Format::Table(b'\t')),
    ("gz", Format::Gzip),
    ("tgz", Format::Gzip),
    ("zst", Format::Zstd),
    ("zip", Format::Zip),
    ("tar", Format::Tar),
];

/// What the files beside an article end in.
const SIDE_FILES: [&str; 2] = [".meta.json", ".gold.json"];

/// What stands at the beginning of files that no reader takes: what they are, and what to do about it.
const UNREADABLE: [(&[u8], &str); 4] = [
    (b"\xD0\xCF\x11\xE0", "an old Office file: save it as .docx"),
    (b"{\\rtf", "an RTF file: save it as .docx or .txt"),
    (b"Rar!", "a RAR archive: pack its files as .zip or .tar"),
    (
        b"7z\xBC\xAF",
        "a 7z archive: pack its files as .zip or .tar",
    ),
];

/// Bytes that tell the format; longer heads are welcome.
pub const HEAD: usize = 8 << 10;

impl Format {
    /// The format that the ending of a name stands for, in any case of letters.
    pub fn by_name(name: &str) -> Option<Format> {
        let lower = name.to_ascii_lowercase();
        let ending = Path::new(&lower).extension()?.to_str()?;
        let known = ENDINGS.iter().find(|(known, _)| *known == ending);
        known.map(|(_, format)| *format)
    }

    /// The format that the content gives away; text that could be anything is `None`.
    pub fn by_content(head: &[u8]) -> Option<Format> {
        match head {
            [0x1F, 0x8B, ..] => Some(Format::Gzip),
            [0x28, 0xB5, 0x2F, 0xFD, ..] => Some(Format::Zstd),
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(Format::Zip),
            _ if head.get(257..262) == Some(b"ustar") => Some(Format::Tar),
            _ => text_format(head),
        }
    }

    /// The format of an input.
    ///
    /// # Errors
    /// The content is of a kind that no reader takes: what it is and what to do about it.
    pub fn of(name: &str, head: &[u8]) -> Result<Option<Format>, String> {
        if let Some((_, problem)) = UNREADABLE.iter().find(|(sign, _)| head.starts_with(sign)) {
            return Err((*problem).to_owned());
        }
        Ok(Format::by_content(head).or_else(|| Format::by_name(name)))
    }

    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Json => "json",
            Format::Table(_) => "table",
            Format::Gzip => "gzip",
            Format::Zstd => "zstd",
            Format::Zip => "zip",
            Format::Tar => "tar",
        }
    }
}

/// Whether a file is one of ours beside an article, by its name.
pub fn is_side_file(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    SIDE_FILES.iter().any(|ending| lower.ends_with(ending))
}

/// The endings of files that hold one article each.
pub fn document_endings() -> impl Iterator<Item = &'static str> {
    let documents = ENDINGS
        .iter()
        .filter(|(_, format)| matches!(format, Format::Text | Format::Markdown | Format::Html));
    documents.map(|(ending, _)| *ending)
}

/// The format of a text that has a form of its own. Marks of the encoding and the NULs of UTF-16 are passed over.
fn text_format(head: &[u8]) -> Option<Format> {
    let text: Vec<u8> = head
        .iter()
        .copied()
        .filter(|b| b.is_ascii() && *b != 0)
        .collect();
    let text = text.trim_ascii_start();
    match text.split_first()? {
        (b'{', rest) => {
            matches!(rest.trim_ascii_start().first()?, b'"' | b'}').then_some(Format::Json)
        }
        (b'[', rest) => (rest.trim_ascii_start().first()? == &b'{').then_some(Format::Json),
        (b'<', _) => is_html(text).then_some(Format::Html),
        _ => None,
    }
}

/// Whether a text begins as a page does, possibly after comments and an XML declaration.
fn is_html(mut text: &[u8]) -> bool {
    let find = |text: &[u8], end: &[u8]| text.windows(end.len()).position(|part| part == end);
    loop {
        let end: &[u8] = match text {
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            [b'<', b'?', ..] => b"?>",
            _ => break,
        };
        let Some(at) = find(text, end) else {
            return false;
        };
        text = text[at + end.len()..].trim_ascii_start();
    }
    let signs: [&[u8]; 2] = [b"<!doctype html", b"<html"];
    let begins = |sign: &&[u8]| {
        text.get(..sign.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(sign))
    };
    signs.iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_goes_before_the_name() {
        let of = |name: &str, head: &[u8]| Format::of(name, head).unwrap();
        assert_eq!(of("a.txt", b"{\"text\": \"\"}"), Some(Format::Json));
        assert_eq!(of("a.txt", b"\x1F\x8B\x08"), Some(Format::Gzip));
        assert_eq!(of("a.jsonl", b"PK\x03\x04"), Some(Format::Zip));
        assert_eq!(
            of("a.csv", "张三离职。".as_bytes()),
            Some(Format::Table(b','))
        );
        assert_eq!(of("a.TXT", b"[1] "), Some(Format::Text));
        assert_eq!(of("a", "张三离职。".as_bytes()), None);
    }

    #[test]
    fn utf16_and_marks_do_not_hide_json() {
        assert_eq!(
            Format::by_content(b"\xEF\xBB\xBF[\n {}"),
            Some(Format::Json)
        );
        assert_eq!(Format::by_content(b"\xFF\xFE{\0\"\0"), Some(Format::Json));
    }

    #[test]
    fn a_page_is_known_after_comments_and_declarations() {
        for head in [
            "<!DOCTYPE html>",
            "\u{FEFF}\n<HTML lang=zh>",
            "<?xml version=\"1.0\"?><!-- 甲 > 乙 -->\n<!doctype HTML PUBLIC>",
        ] {
            assert_eq!(Format::by_content(head.as_bytes()), Some(Format::Html));
        }
        for head in ["<p>甲", "<!-- <html>", "<rss>", "<"] {
            assert_eq!(Format::by_content(head.as_bytes()), None);
        }
    }

    #[test]
    fn our_own_side_files_are_no_articles() {
        assert!(is_side_file("a.gold.json") && is_side_file("a.META.json"));
        assert!(!is_side_file("a.json"));
    }

    #[test]
    fn what_nobody_reads_is_told_what_to_become() {
        let problem = Format::of("a.doc", b"\xD0\xCF\x11\xE0\xA1").unwrap_err();
        assert!(problem.contains("save it as .docx"), "{problem}");
    }
}
