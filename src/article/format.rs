//! First bytes and name of an input → its format: by the content where it tells, else by the name.
//!
//! Nothing is read here. Adding a format is one variant, its signs here, and its row in [`super::open`].

use std::path::Path;

use super::decode;
use crate::han::is_han;

/// What an input is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Plain text, one article.
    Text,
    /// A Word document, one article.
    Docx,
    /// A PDF document, one article.
    Pdf,
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
const ENDINGS: [(&str, Format); 21] = [
    ("txt", Format::Text),
    ("text", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("shtml", Format::Html),
    ("docx", Format::Docx),
    ("docm", Format::Docx),
    ("pdf", Format::Pdf),
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
    (
        b"\xD0\xCF\x11\xE0",
        "an old Office file, or one with a password: save it as .docx without a password",
    ),
    (b"{\\rtf", "an RTF file: save it as .docx or .txt"),
    (b"Rar!", "a RAR archive: pack its files as .zip or .tar"),
    (
        b"7z\xBC\xAF",
        "a 7z archive: pack its files as .zip or .tar",
    ),
];

/// What lies in ZIP files of Office programs that no reader takes: what they are, and what to do about it.
const UNREADABLE_ZIPS: [(&[u8], &str); 7] = [
    (b"xl/", "a spreadsheet: save its sheet as .csv"),
    (b"ppt/", "slides: save them as .docx, .pdf or .txt"),
    (b"visio/", "a drawing: save it as .pdf"),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.text",
        "an OpenDocument text: save it as .docx",
    ),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "a spreadsheet: save its sheet as .csv",
    ),
    (
        b"mimetypeapplication/vnd.oasis.opendocument.",
        "an OpenDocument file: save it as .pdf or .docx",
    ),
    (
        b"mimetypeapplication/epub+zip",
        "an e-book: convert it to .txt or .docx",
    ),
];

/// Files that lie in Office's ZIP files whatever they are.
const OFFICE_PARTS: [&[u8]; 4] = [
    b"[Content_Types].xml",
    b"_rels/.rels",
    b"docProps/",
    b"customXml/",
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
            [b'P', b'K', 3, 4, ..] if is_docx(head) => Some(Format::Docx),
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Some(Format::Zip),
            _ if is_pdf(head) => Some(Format::Pdf),
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
        let by_name = Format::by_name(name);
        match Format::by_content(head) {
            Some(Format::Zip) if by_name == Some(Format::Docx) => Ok(by_name),
            Some(Format::Zip) => match zip_problem(head) {
                Some(problem) => Err(problem.to_owned()),
                None => Ok(Some(Format::Zip)),
            },
            // A text may begin with a bracket.
            Some(Format::Json)
                if matches!(by_name, Some(Format::Text | Format::Markdown)) && !is_json(head) =>
            {
                Ok(by_name)
            }
            by_content => Ok(by_content.or(by_name)),
        }
    }

    /// Whether an input is one article.
    fn is_document(self) -> bool {
        use Format::{Docx, Html, Markdown, Pdf, Text};
        matches!(self, Text | Markdown | Html | Docx | Pdf)
    }

    /// The word for it in reports.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Docx => "docx",
            Format::Pdf => "pdf",
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
    let documents = ENDINGS.iter().filter(|(_, format)| format.is_document());
    documents.map(|(ending, _)| *ending)
}

/// The beginnings of the files in a ZIP file, each with its name, as far as the head goes.
fn members(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    let starts = head
        .windows(4)
        .enumerate()
        .filter(|(_, bytes)| bytes == b"PK\x03\x04");
    // The fixed part of a member's head has 30 bytes; its name follows.
    starts.filter_map(|(at, _)| head.get(at + 30..))
}

/// Whether a ZIP file is one of Office's, as its first member tells.
fn is_office(head: &[u8]) -> bool {
    let word = |member: &[u8]| {
        member.starts_with(b"word/")
            && (member[5..].starts_with(b"document.xml") || member[5..].starts_with(b"_rels/"))
    };
    members(head)
        .next()
        .is_some_and(|first| word(first) || OFFICE_PARTS.iter().any(|part| first.starts_with(part)))
}

/// Whether a ZIP file is a Word document. What is Office's and nothing else may be one.
fn is_docx(head: &[u8]) -> bool {
    is_office(head) && zip_problem(head).is_none()
}

/// What is wrong with a ZIP file, by what lies in it.
fn zip_problem(head: &[u8]) -> Option<&'static str> {
    let office = is_office(head);
    let mut members = members(head);
    members.find_map(|member| {
        let is =
            |sign: &[u8]| member.starts_with(sign) && (office || sign.starts_with(b"mimetype"));
        let known = UNREADABLE_ZIPS.iter().find(|(sign, _)| is(sign))?;
        Some(known.1)
    })
}

/// Whether it is a PDF: a mail's head or a mark of the encoding may stand before its own.
fn is_pdf(head: &[u8]) -> bool {
    let head = &head[..head.len().min(1024)];
    head.starts_with(b"%PDF-")
        || head.windows(6).any(|bytes| bytes == b"\n%PDF-")
        || head.starts_with(b"\xEF\xBB\xBF%PDF-")
}

/// The format of a text that has a form of its own. Marks of the encoding and the NULs of UTF-16 are passed over.
fn text_format(head: &[u8]) -> Option<Format> {
    let first = letters(head).find(|b| !b.is_ascii_whitespace())?;
    if !matches!(first, b'{' | b'[' | b'<') {
        return None;
    }
    let text = plain(head);
    match text.split_first()? {
        (b'{', rest) => {
            matches!(rest.trim_ascii_start().first()?, b'"' | b'}').then_some(Format::Json)
        }
        (b'[', rest) => (rest.trim_ascii_start().first()? == &b'{').then_some(Format::Json),
        (b'<', _) => is_html(&text).then_some(Format::Html),
        _ => None,
    }
}

/// The bytes of a text without the mark of its encoding and NULs.
fn letters(head: &[u8]) -> impl Iterator<Item = u8> {
    const MARKS: [&[u8]; 3] = [b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF"];
    let marked = MARKS.iter().find_map(|mark| head.strip_prefix(*mark));
    let bytes = marked.unwrap_or(head).iter().copied();
    bytes.filter(|b| *b != 0)
}

/// The same without blanks in front.
fn plain(head: &[u8]) -> Vec<u8> {
    letters(head).skip_while(u8::is_ascii_whitespace).collect()
}

/// Whether a text begins with JSON up to the end of a value, or of what is known of it.
fn is_json(head: &[u8]) -> bool {
    let text = plain(head);
    let text = String::from_utf8_lossy(&text);
    let text = text.trim_start_matches('[');
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
    values
        .next()
        .is_some_and(|value| value.map_or_else(|e| e.is_eof(), |_| true))
}

/// Whether the beginning of a text of unknown name is Chinese prose.
pub fn is_chinese(head: &[u8]) -> bool {
    let Ok(decoded) = decode::decode(head, None) else {
        return false;
    };
    let letters = || decoded.text.chars().filter(|c| c.is_alphanumeric());
    let han = letters().filter(|c| is_han(*c)).count();
    han > 0 && 2 * han > letters().count()
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
    fn a_text_may_begin_with_a_bracket() {
        let of = |head: &str| Format::of("a.txt", head.as_bytes()).unwrap();
        assert_eq!(of("[{张三}] 离职。"), Some(Format::Text));
        assert_eq!(of("【公告】[{张三}] 离职。"), Some(Format::Text));
        assert_eq!(of("[{\"text\": \"张三\"}]"), Some(Format::Json));
        assert_eq!(of("{\"text\": \"张三"), Some(Format::Json));
    }

    #[test]
    fn chinese_prose_is_known_without_a_name() {
        assert!(is_chinese("张三离职，CEO没有回应。".as_bytes()));
        assert!(!is_chinese("# README: how 离职 is written".as_bytes()));
        assert!(!is_chinese(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
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

    fn zip_head(names: &[&str]) -> Vec<u8> {
        let member = |name: &&str| [b"PK\x03\x04".as_slice(), &[0; 26], name.as_bytes()].concat();
        names.iter().flat_map(member).collect()
    }

    #[test]
    fn what_lies_in_a_zip_file_tells_what_it_is() {
        let of = |name: &str, names: &[&str]| Format::of(name, &zip_head(names));
        let office = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"];
        assert_eq!(of("a", &office), Ok(Some(Format::Docx)));
        assert_eq!(of("a", &["word/document.xml"]), Ok(Some(Format::Docx)));
        assert_eq!(of("a.docx", &["a.xml"]), Ok(Some(Format::Docx)));
        assert_eq!(of("a", &["word/a.txt"]), Ok(Some(Format::Zip)));
        assert_eq!(of("a", &["news/1.txt", "xl/2.txt"]), Ok(Some(Format::Zip)));
        for (names, what) in [
            (vec!["[Content_Types].xml", "xl/workbook.xml"], ".csv"),
            (vec!["[Content_Types].xml", "ppt/slides.xml"], "slides"),
            (
                vec!["mimetypeapplication/vnd.oasis.opendocument.text"],
                ".docx",
            ),
        ] {
            let problem = of("a", &names).unwrap_err();
            assert!(problem.contains(what), "{problem}");
        }
    }

    #[test]
    fn a_pdf_may_begin_a_little_later() {
        assert_eq!(Format::by_content(b"%PDF-1.7"), Some(Format::Pdf));
        assert_eq!(Format::by_content(b"\r\n%PDF-1.7"), Some(Format::Pdf));
        assert_eq!(Format::by_content("有关%PDF-".as_bytes()), None);
    }
}
