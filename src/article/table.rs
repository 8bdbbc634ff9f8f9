//! A table → articles, one a row, by the names in its first row.

use std::cell::Cell;
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};

use super::columns::{Places, Row};
use super::decode::{self, Utf8};
use super::format::HEAD;
use super::names::Names;
use super::open::{Begun, Reader, Source, message};

/// Bytes that are read at a time.
const BUFFER: usize = 8 << 10;
/// A row that follows the last one, in no encoding: within a quotation mark that is never closed it is none.
const END: &[u8] = b"\n\xFF\0quliu: end of table\0\xFF";

/// Reads a table whose cells stand between `delimiter`s, or what its first row has in their place.
pub fn read(reader: &mut Reader, source: &Source, begun: Begun, delimiter: u8) -> ControlFlow<()> {
    let max = reader.options.max_bytes;
    let mut utf8 = match Utf8::new(begun, reader.options.encoding) {
        Ok(utf8) => utf8,
        Err(e) => return reader.fail(source.shown, message(&e)),
    };
    let encoding = utf8.encoding;
    // A row begins anywhere in one buffer and ends anywhere in another.
    let allowed = max.saturating_add(BUFFER as u64);
    let left = Rc::new(Cell::new(allowed));
    let mut head = Vec::new();
    if let Err(e) = utf8.by_ref().take(HEAD as u64).read_to_end(&mut head) {
        return reader.fail(source.shown, message(&e));
    }
    let delimiter = delimiter_of(&head, delimiter);
    let has_returns = first_line(&head).ends_with(b"\r");
    let limited = Limited {
        inner: Cursor::new(head).chain(utf8),
        left: Rc::clone(&left),
        max,
    };
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .buffer_capacity(BUFFER)
        .from_reader(limited.chain(END));
    let mut cells = ByteRecord::new();
    let mut places = None;
    let mut names = Names::default();
    let mut number = 0;
    loop {
        let read = rows.read_byte_record(&mut cells);
        let is_last = matches!(read, Ok(false)) || is_end(&cells);
        if let Some(problem) = problem(read, &cells, max) {
            let line = line_of(&cells, has_returns);
            return reader.fail(source.shown, format!("line {line}: {problem}"));
        }
        if is_last {
            return ControlFlow::Continue(());
        }
        left.set(allowed);
        let Some(places) = places else {
            let names: Vec<String> = cells
                .iter()
                .map(|name| decode::lossy_from(name, encoding).0.into_owned())
                .collect();
            match reader.options.columns.places(&names) {
                Ok(found) => places = Some(found),
                Err(problem) => return reader.no_article(source, problem),
            }
            continue;
        };
        number += 1;
        let (row, undecodable) = row(&cells, &places, encoding);
        let name = names.of(row.id.as_deref(), number);
        let article = row.article(format!("{}#{name}", source.shown));
        reader.give(article.with_origin("table", encoding, undecodable))?;
    }
}

/// Why no more rows can be read, and what to do about it.
fn problem(read: csv::Result<bool>, cells: &ByteRecord, max: u64) -> Option<String> {
    if let Err(e) = read {
        return Some(message(&crate::export::csv::io_error(e)));
    }
    let is_open = cells.iter().next_back().is_some_and(|c| c.ends_with(END));
    if is_open && !is_end(cells) {
        return Some(
            "the row that begins here goes on to the end of the file: is a quotation mark not closed? close it there"
                .to_owned(),
        );
    }
    (cells.as_slice().len() as u64 > max && !is_end(cells)).then(|| too_long(max))
}

/// Whether this is the row after the last one.
fn is_end(cells: &ByteRecord) -> bool {
    cells.len() == 1 && cells.as_slice() == END.trim_ascii_start()
}

fn too_long(max: u64) -> String {
    format!(
        "a row of more than {max} bytes: is a quotation mark not closed? else raise --max-file-size"
    )
}

/// The cells of an article, and how many places in them are no characters.
fn row(cells: &ByteRecord, places: &Places, encoding: &str) -> (Row, usize) {
    let mut undecodable = 0;
    let mut text = |at: usize| {
        let (text, bad) = decode::lossy_from(cells.get(at)?, encoding);
        undecodable += bad;
        Some(text.into_owned())
    };
    let row = Row {
        text: text(places.text).unwrap_or_default(),
        title: places.title.and_then(&mut text),
        date: places.date.and_then(&mut text),
        id: places.id.and_then(&mut text),
    };
    (row, undecodable)
}

/// The line in which a row begins. Where lines end in `\r\n`, a row after the first is said to begin at the `\n`.
fn line_of(cells: &ByteRecord, has_returns: bool) -> u64 {
    cells
        .position()
        .map_or(1, |at| at.line() + u64::from(has_returns && at.byte() > 0))
}

fn first_line(head: &[u8]) -> &[u8] {
    head.split(|b| *b == b'\n').next().unwrap_or_default()
}

/// Programs of many countries write `;` between the cells and call it CSV.
fn delimiter_of(head: &[u8], usual: u8) -> u8 {
    let line = first_line(head);
    let count = |delimiter: u8| line.iter().filter(|b| **b == delimiter).count();
    let others = [b'\t', b';'].into_iter().max_by_key(|d| count(*d));
    match others {
        Some(other) if count(usual) == 0 && count(other) > 0 => other,
        _ => usual,
    }
}

/// A stream that ends in an error where a row is longer than allowed: a quotation mark that is never closed makes
/// one row of all the rest.
struct Limited<R> {
    inner: R,
    left: Rc<Cell<u64>>,
    max: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        match self.left.get().checked_sub(n as u64) {
            Some(left) => self.left.set(left),
            None => return Err(io::Error::other(too_long(self.max))),
        }
        Ok(n)
    }
}
