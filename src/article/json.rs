//! JSON → articles: one object a line, an object, an array of objects, or objects one after the other.
//!
//! Lines are read one by one, so that a file of any size takes little memory; everything else is read as a whole.

use std::io::{self, BufRead, BufReader, Read};
use std::ops::ControlFlow;

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::columns::{Columns, Row};
use super::decode::{self, Utf8};
use super::open::{Begun, Reader, Source, message};

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
        given: 0,
    };
    list.read(BufReader::new(utf8))
}

struct List<'a, 'r> {
    reader: &'a mut Reader<'r>,
    source: &'a Source<'a>,
    encoding: &'static str,
    /// Articles so far.
    given: usize,
}

impl List<'_, '_> {
    fn read(&mut self, mut bytes: impl BufRead) -> ControlFlow<()> {
        let max = self.reader.options.max_bytes;
        let mut line = Vec::new();
        let mut number = 0;
        loop {
            number += 1;
            match read_line(&mut bytes, &mut line, max) {
                Err(e) => return self.reader.fail(self.source.shown, message(&e)),
                Ok(Line::End) => return ControlFlow::Continue(()),
                Ok(Line::TooLong) => {
                    let problem = format!("longer than {max} bytes: raise --max-file-size");
                    self.reader.fail(&self.shown(number), problem)?;
                }
                Ok(Line::Read) if line.trim_ascii().is_empty() => {}
                Ok(Line::Read) if self.given == 0 && !is_whole(&line) => {
                    return self.read_whole(line, bytes);
                }
                Ok(Line::Read) => self.line(&line, number)?,
            }
        }
    }

    fn line(&mut self, line: &[u8], number: usize) -> ControlFlow<()> {
        let (line, undecodable) = decode::lossy(line);
        match serde_json::from_str::<Map<_, _>>(line.trim()).or_else(|e| mended(&line).ok_or(e)) {
            Ok(object) => self.object(&object, number, undecodable),
            Err(e) => {
                let problem = format!("not valid JSON ({e}): one object a line is read");
                self.reader.fail(&self.shown(number), problem)
            }
        }
    }

    /// Reads what is no list of lines; `begun` is its first line.
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
        let (text, undecodable) = decode::lossy(&bytes);
        let mut number = 0;
        for value in serde_json::Deserializer::from_str(&text).into_iter::<&RawValue>() {
            let values = value.and_then(|value| match value.get().starts_with('[') {
                true => serde_json::from_str::<Vec<&RawValue>>(value.get()),
                false => Ok(vec![value]),
            });
            let values = match values {
                Ok(values) => values,
                Err(e) => {
                    return self
                        .reader
                        .no_article(self.source, format!("not valid JSON ({e}): mend it there"));
                }
            };
            for value in values {
                number += 1;
                match serde_json::from_str(value.get())
                    .ok()
                    .or_else(|| mended(value.get()))
                {
                    Some(object) => self.object(&object, number, undecodable)?,
                    None => self.reader.fail(
                        &self.shown(number),
                        "not an object: write {\"text\": \"…\"}",
                    )?,
                }
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
                let id = row.id.clone().unwrap_or_else(|| number.to_string());
                let article = row.article(format!("{}#{id}", self.source.shown));
                self.reader
                    .give(article.with_origin("json", self.encoding, undecodable))
            }
            // A file of other things is none of ours as a whole.
            Err(problem) if self.given == 0 => {
                self.reader.no_article(self.source, problem)?;
                ControlFlow::Break(())
            }
            Err(problem) => self.reader.fail(&self.shown(number), problem),
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
