//! A table → articles, one a row, by the names in its first row.

use std::cell::Cell;
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use csv::{ByteRecord, ReaderBuilder};

use super::columns::{Places, Row};
use super::decode::{self, Utf8};
use super::format::HEAD;
use super::open::{Begun, Reader, Source, message};

/// Reads a table whose cells stand between `delimiter`s, or what its first row has in their place.
pub fn read(reader: &mut Reader, source: &Source, begun: Begun, delimiter: u8) -> ControlFlow<()> {
    let max = reader.options.max_bytes;
    let mut utf8 = match Utf8::new(begun, reader.options.encoding) {
        Ok(utf8) => utf8,
        Err(e) => return reader.fail(source.shown, message(&e)),
    };
    let encoding = utf8.encoding;
    let left = Rc::new(Cell::new(max));
    let mut head = Vec::new();
    if let Err(e) = utf8.by_ref().take(HEAD as u64).read_to_end(&mut head) {
        return reader.fail(source.shown, message(&e));
    }
    let delimiter = delimiter_of(&head, delimiter);
    let limited = Limited {
        inner: Cursor::new(head).chain(utf8),
        left: Rc::clone(&left),
        max,
    };
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(limited);
    let mut cells = ByteRecord::new();
    let mut places = None;
    let mut number = 0;
    loop {
        match rows.read_byte_record(&mut cells) {
            Ok(true) => left.set(max),
            Ok(false) => return ControlFlow::Continue(()),
            Err(e) => {
                let line = e.position().map_or(number + 1, |at| at.line() as usize);
                let problem = crate::export::csv::io_error(e);
                return reader.fail(source.shown, format!("line {line}: {}", message(&problem)));
            }
        }
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
        let id = row.id.clone().unwrap_or_else(|| number.to_string());
        let article = row.article(format!("{}#{id}", source.shown));
        reader.give(article.with_origin("table", encoding, undecodable))?;
    }
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

/// Programs of many countries write `;` between the cells and call it CSV.
fn delimiter_of(head: &[u8], usual: u8) -> u8 {
    let line = head.split(|b| *b == b'\n').next().unwrap_or_default();
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
            None => {
                return Err(io::Error::other(format!(
                    "a row of more than {} bytes: is a quotation mark not closed? else raise --max-file-size",
                    self.max
                )));
            }
        }
        Ok(n)
    }
}
