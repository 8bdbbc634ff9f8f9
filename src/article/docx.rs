//! A Word document (.docx) → one article: a paragraph or a row of a table a line, footnotes at the end.
//!
//! The title is that of the file's properties, else its first paragraph in a title style. When a file was made does not
//! tell when its text was published.

use std::collections::HashSet;
use std::io::{Cursor, ErrorKind, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::compressed::Bounded;
use super::open::message;
use super::xml::{self, Node};
use super::{Article, ReadOptions, decode, packed};

mod body;

/// Where the text stands unless the package says otherwise.
const MAIN: &str = "word/document.xml";

/// The one article in a Word document.
pub fn parse(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Article, String> {
    let mut package = Package::open(bytes, options.max_bytes)?;
    let main = package.main()?;
    let Some(document) = package.part(&main)? else {
        return Err(format!(
            "no {main} in it, so no Word document: save it as .docx again"
        ));
    };
    let mut body = body::read(&document, &package.title_styles(), options.max_bytes)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = package.part(notes)? {
            let notes = body::read(&notes, &HashSet::new(), options.max_bytes)?;
            body.lines.extend(notes.lines);
        }
    }
    let article = Article {
        source: name.to_owned(),
        title: package.title().or(body.title),
        text: body.lines.join("\n"),
        ..Article::default()
    };
    match article.text.trim().is_empty() {
        true => Err("no text in it: if its pages are pictures, run OCR first".to_owned()),
        false => Ok(article.with_origin("docx", "", 0)),
    }
}

/// What all files in a Word document come to, in bytes; nothing of what is no sound one.
pub fn unpacked(bytes: &[u8]) -> u64 {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return 0;
    };
    (0..archive.len()).fold(0, |sum: u64, i| {
        let file = archive.by_index_raw(i);
        sum.saturating_add(file.map_or(0, |file| file.size()))
    })
}

/// The files in a document.
struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    max_bytes: u64,
}

impl<'a> Package<'a> {
    fn open(bytes: &'a [u8], max_bytes: u64) -> Result<Self, String> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| {
            format!("no sound Word document ({e}): save it as .docx again, or name it .txt if it is text")
        })?;
        Ok(Package { archive, max_bytes })
    }

    /// A file by its name.
    fn part(&mut self, name: &str) -> Result<Option<String>, String> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(e) => return Err(packed::zip_problem(&e)),
        };
        let (compressed, size) = (file.compressed_size(), file.size());
        let mut bytes = Vec::new();
        let read = Bounded::of(file, compressed)
            .take(self.max_bytes.min(size).saturating_add(1))
            .read_to_end(&mut bytes);
        read.map_err(|e| match e.kind() {
            ErrorKind::InvalidData | ErrorKind::InvalidInput => {
                format!("damaged ({name} in it: {e}): fetch it again")
            }
            _ => format!("{name} in it: {}", message(&e)),
        })?;
        if bytes.len() as u64 > size {
            return Err(format!(
                "damaged ({name} in it is larger than it claims): fetch it again"
            ));
        }
        if bytes.len() as u64 > self.max_bytes {
            let max = self.max_bytes;
            return Err(format!(
                "{name} in it is larger than {max} bytes: split it, or raise --max-file-size"
            ));
        }
        match String::from_utf8(bytes) {
            Ok(xml) => Ok(Some(xml)),
            Err(e) => Ok(Some(decode::decode(e.as_bytes(), None)?.text.into_owned())),
        }
    }

    /// The file that holds the text.
    fn main(&mut self) -> Result<String, String> {
        let mut main = None;
        if let Some(relations) = self.part("_rels/.rels")? {
            xml::walk(&relations, &mut |node| {
                if let Node::Start("Relationship", start) = node
                    && let Some(kind) = xml::attribute(start, "Type")
                    && kind.ends_with("/officeDocument")
                {
                    main = main.take().or(xml::attribute(start, "Target"));
                }
                Ok(())
            })?;
        }
        Ok(main.map_or(MAIN.to_owned(), |target| {
            target.trim_start_matches('/').to_owned()
        }))
    }

    /// The title in the properties, unless it is only the name of a file. Properties that are damaged have none.
    fn title(&mut self) -> Option<String> {
        let properties = self.part("docProps/core.xml").ok()??;
        let title = xml::text_of(&properties, "title").ok()??;
        let lower = title.to_ascii_lowercase();
        let is_file = lower.ends_with(".doc") || lower.ends_with(".docx");
        (!is_file).then_some(title)
    }

    /// The styles for titles and headings of the first level, which have names in English in every language of Word
    /// but ids of any kind.
    fn title_styles(&mut self) -> HashSet<String> {
        let mut ids = HashSet::from(["Title".to_owned(), "Heading1".to_owned()]);
        let mut style = None;
        let Ok(Some(styles)) = self.part("word/styles.xml") else {
            return ids;
        };
        // Styles that are damaged are no reason to lose the text.
        let _ = xml::walk(&styles, &mut |node| {
            match node {
                Node::Start("style", start) => style = xml::attribute(start, "styleId"),
                Node::Start("name", start) => {
                    let name = xml::attribute(start, "val").unwrap_or_default();
                    if matches!(name.to_ascii_lowercase().as_str(), "title" | "heading 1") {
                        ids.extend(style.take());
                    }
                }
                _ => {}
            }
            Ok(())
        });
        ids
    }
}
