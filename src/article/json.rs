//! JSON → articles: one object a line, an object, an array of objects, or objects one after the other.
//!
//! Lines are read one by one, so that a file of any size takes little memory; everything else is read as a whole.

use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;

use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::columns::{Columns, Row};
use super::decode::{self, Utf8};
use super::names::Names;
use super::open::{Begun, Reader, Source, message};

/// A file whose first objects, so many of them, are no articles is one of other things.
const FOREIGN: usize = 100;
/// Lines are looked through so far, in bytes, for one that is an object of its own.
const SEARCHED: usize = 64 << 10;

/// Reads a JSON file.
pub fn read(reader: &mut Reader, source: &Source, begun: Begun) -> ControlFlow<()> {
    let utf8 = match Utf8::new(begun, reader.options.encoding) {
        Ok(utf8) => utf8,
        Err(e) => return reader.fail(source.shown, message(&e)),
    };
    let mut list = List {
        reader,
        source,
        encoding: utf8.encoding,
        names: Names::default(),
        given: 0,
        foreign: Vec::new(),
    };
    list.read(BufReader::new(utf8))?;
    list.end()
}

struct List<'a, 'r> {
    reader: &'a mut Reader<'r>,
    source: &'a Source<'a>,
    encoding: &'static str,
    names: Names,
    /// Articles so far.
    given: usize,
    /// What is no article, as long as there was none, by its number.
    foreign: Vec<(usize, String)>,
}

impl List<'_, '_> {
    fn read(&mut self, mut bytes: impl BufRead) -> ControlFlow<()> {
        let max = self.reader.options.max_bytes;
        let mut line = Vec::new();
        // Lines before the first one that is an object of its own.
        let mut begun = Vec::new();
        let mut by_line = false;
        let mut number = 0;
        while !self.is_foreign() {
            number += 1;
            match read_line(&mut bytes, &mut line, max) {
                Err(e) => return self.reader.fail(self.source.shown, message(&e)),
                Ok(Line::End) if by_line || begun.is_empty() => break,
                Ok(Line::End) => return self.read_whole(begun, io::empty()),
                Ok(Line::TooLong) => {
                    by_line = true;
                    let problem = format!("longer than {max} bytes: raise --max-file-size");
                    self.reader.fail(&self.shown(number), problem)?;
                }
                Ok(Line::Read) if by_line => self.line(&line, number)?,
                Ok(Line::Read) => {
                    // Objects in several lines may stand before one in a line.
                    by_line = is_whole(&line) && !is_list(&begun);
                    begun.extend_from_slice(&line);
                    if by_line {
                        let first = number + 1 - begun.split_inclusive(|b| *b == b'\n').count();
                        self.lines(&begun, first)?;
                    } else if begun.len() > SEARCHED || begun.trim_ascii_start().starts_with(b"[") {
                        return self.read_whole(begun, bytes);
                    }
                }
            }
        }
        ControlFlow::Continue(())
    }

    fn lines(&mut self, lines: &[u8], first: usize) -> ControlFlow<()> {
        let mut lines = lines.split_inclusive(|b| *b == b'\n').zip(first..);
        lines.try_for_each(|(line, number)| self.line(line, number))
    }

    fn line(&mut self, line: &[u8], number: usize) -> ControlFlow<()> {
        if line.trim_ascii().is_empty() {
            return ControlFlow::Continue(());
        }
        let (line, undecodable) = decode::lossy_from(line, self.encoding);
        let object = serde_json::from_str::<Map<_, _>>(line.trim());
        match object.or_else(|e| mended(&line).ok_or(e)) {
            Ok(object) => self.object(&object, number, undecodable),
            Err(e) => {
                let problem = format!("not valid JSON ({e}): one object a line is read");
                self.reader.fail(&self.shown(number), problem)
            }
        }
    }

    /// Reads what is no list of lines; `bytes` are its first lines.
    fn read_whole(&mut self, mut bytes: Vec<u8>, rest: impl Read) -> ControlFlow<()> {
        let max = self.reader.options.max_bytes;
        let shown = self.source.shown;
        if let Err(e) = rest.take(max.saturating_add(1)).read_to_end(&mut bytes) {
            return self.reader.fail(shown, message(&e));
        }
        if bytes.len() as u64 > max {
            let problem = format!(
                "larger than {max} bytes: write one object a line (`jq -c '.[]'`), or raise --max-file-size"
            );
            return self.reader.fail(shown, problem);
        }
        let (text, undecodable) = decode::lossy_from(&bytes, self.encoding);
        let mut rest = text.as_ref();
        let mut number = 0;
        while !self.is_foreign() {
            // What stands around and between the elements of an array.
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || "[,]".contains(c));
            if rest.is_empty() {
                break;
            }
            let mut values = serde_json::Deserializer::from_str(rest).into_iter::<&RawValue>();
            let value = match values.next() {
                Some(Ok(value)) => value.get(),
                Some(Err(e)) => {
                    let problem =
                        format!("not valid JSON ({e}), behind {number} elements: mend it there");
                    return self.reader.fail(shown, problem);
                }
                None => break,
            };
            rest = rest.get(values.byte_offset()..).unwrap_or_default();
            number += 1;
            match serde_json::from_str(value).ok().or_else(|| mended(value)) {
                Some(object) => self.object(&object, number, undecodable)?,
                None => self.no_article(number, "not an object: write {\"text\": \"…\"}")?,
            }
        }
        ControlFlow::Continue(())
    }

    fn object(
        &mut self,
        object: &Map<String, Value>,
        number: usize,
        undecodable: usize,
    ) -> ControlFlow<()> {
        match row(object, &self.reader.options.columns) {
            Ok(row) => {
                self.given += 1;
                self.tell_foreign()?;
                let name = self.names.of(row.id.as_deref(), number);
                let article = row.article(format!("{}#{name}", self.source.shown));
                let article = article.with_origin("json", self.encoding, undecodable);
                self.reader.give(article)
            }
            Err(problem) => self.no_article(number, &problem),
        }
    }

    fn no_article(&mut self, number: usize, problem: &str) -> ControlFlow<()> {
        match self.given {
            0 => self.foreign.push((number, problem.to_owned())),
            _ => self.reader.fail(&self.shown(number), problem)?,
        }
        ControlFlow::Continue(())
    }

    /// Whether it is a file of other things.
    fn is_foreign(&self) -> bool {
        self.foreign.len() >= FOREIGN
    }

    /// Tells what was no article before the first one.
    fn tell_foreign(&mut self) -> ControlFlow<()> {
        for (number, problem) in std::mem::take(&mut self.foreign) {
            self.reader.fail(&self.shown(number), problem)?;
        }
        ControlFlow::Continue(())
    }

    /// Without an article, the first thing that is none stands for the file.
    fn end(&mut self) -> ControlFlow<()> {
        match self.foreign.first() {
            Some((_, problem)) => self.reader.no_article(self.source, problem.clone()),
            None => ControlFlow::Continue(()),
        }
    }

    fn shown(&self, number: usize) -> String {
        format!("{}#{number}", self.source.shown)
    }
}

/// Whether a line holds an object of its own; a list in several lines opens one at most.
fn is_whole(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    line.starts_with(b"{") && line.ends_with(b"}")
}

/// Whether a text is nothing but whole values, one at least.
fn is_list(text: &[u8]) -> bool {
    let mut values = serde_json::Deserializer::from_slice(text)
        .into_iter::<IgnoredAny>()
        .peekable();
    values.peek().is_some() && values.all(|value| value.is_ok())
}

/// The cells of an article.
fn row(object: &Map<String, Value>, columns: &Columns) -> Result<Row, String> {
    let names: Vec<&String> = object.keys().collect();
    let values: Vec<&Value> = object.values().collect();
    let places = columns.places(&names)?;
    let text_at = |at: usize| values.get(at).and_then(|value| text(value));
    Ok(Row {
        text: text_at(places.text).unwrap_or_default(),
        title: places.title.and_then(text_at),
        date: places.date.and_then(text_at),
        id: places.id.and_then(text_at),
    })
}

/// A value as text: paragraphs in a list are lines.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(lines) => {
            let lines: Vec<String> = lines.iter().filter_map(text).collect();
            Some(lines.join("\n"))
        }
        Value::Null | Value::Bool(_) | Value::Object(_) => None,
    }
}

/// The object in a text whose escapes hold halves of characters, which other programs write: `\ud83d` alone.
fn mended(text: &str) -> Option<Map<String, Value>> {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\\") {
        let (before, escape) = rest.split_at(at);
        mended.push_str(before);
        let (kept, length) = escape_of(escape);
        mended.push_str(kept);
        rest = escape.get(length..)?;
    }
    mended.push_str(rest);
    serde_json::from_str(mended.trim()).ok()
}

/// What an escape becomes, and its length in bytes.
fn escape_of(text: &str) -> (&str, usize) {
    const REPLACEMENT: &str = "\\ufffd";
    let pair = "\\ud800".len();
    match (unit(text), text.get(pair..).and_then(unit)) {
        (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => {
            (text.get(..2 * pair).unwrap_or(text), 2 * pair)
        }
        (Some(0xD800..=0xDFFF), _) => (REPLACEMENT, pair),
        (Some(_), _) => (text.get(..pair).unwrap_or(text), pair),
        // Another escape: two characters.
        (None, _) => {
            let length = text.char_indices().nth(2).map_or(text.len(), |(at, _)| at);
            (text.get(..length).unwrap_or(text), length)
        }
    }
}

/// The UTF-16 unit that an escape at the beginning of a text stands for.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

enum Line {
    Read,
    TooLong,
    End,
}

/// Reads a line of at most `max` bytes; of a longer one nothing is kept.
fn read_line(bytes: &mut impl BufRead, line: &mut Vec<u8>, max: u64) -> io::Result<Line> {
    line.clear();
    let read = bytes
        .by_ref()
        .take(max.saturating_add(1))
        .read_until(b'\n', line)?;
    if read == 0 {
        return Ok(Line::End);
    }
    if read as u64 <= max || line.ends_with(b"\n") {
        return Ok(Line::Read);
    }
    line.clear();
    bytes.skip_until(b'\n')?;
    Ok(Line::TooLong)
}
