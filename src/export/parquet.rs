//! Records → a Parquet table, zstd-compressed, with the columns of [`COLUMNS`] and the evidence as nested lists.
//!
//! Values are laid out by hand (value, definition level, repetition level): the schema is fixed and small, and Arrow's
//! crates would double what has to be built. Rows are written in groups, each of which is passed on at once, so that
//! memory does not grow with the table and the output may be a pipe.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use super::Writer;
use super::columns::{COLUMNS, Cell, Column, Kind};
use crate::Record;
use crate::record::{self, Evidence};

/// Rows that are held in memory and written together.
const GROUP: usize = 1 << 14;

/// Fixed, so that the same records give the same bytes; in the form that readers expect of it.
const CREATED_BY: &str = "quliu version 1";

const EVIDENCE: &str = "
  required group evidence (LIST) {
    repeated group list {
      required group element {
        required binary field (STRING);
        required int64 start;
        required int64 end;
        required binary text (STRING);
        required group rules (LIST) { repeated group list { required binary element (STRING); } }
      }
    }
  }";

/// A Parquet file.
pub struct Table<W: Write> {
    file: SerializedFileWriter<Vec<u8>>,
    leaves: Vec<Leaf>,
    rows: usize,
    out: W,
}

impl<W: Write> Table<W> {
    /// Begins the file.
    pub fn begin(out: W) -> io::Result<Self> {
        let file = begin_file().map_err(io_error)?;
        let columns = COLUMNS.iter().map(|column| Leaf::of(column.kind));
        let evidence = [
            Kind::Text,
            Kind::Offset,
            Kind::Offset,
            Kind::Text,
            Kind::Text,
        ];
        Ok(Table {
            file,
            leaves: columns.chain(evidence.map(Leaf::of)).collect(),
            rows: 0,
            out,
        })
    }

    /// Writes the rows held back as one group.
    fn write_group(&mut self) -> Result<()> {
        let mut group = self.file.next_row_group()?;
        for leaf in &mut self.leaves {
            let Some(mut column) = group.next_column()? else {
                break;
            };
            leaf.write(&mut column)?;
            column.close()?;
            leaf.clear();
        }
        group.close()?;
        self.rows = 0;
        self.file.flush().map_err(ParquetError::from)
    }

    /// Passes on what the file has written so far.
    fn pass_on(&mut self) -> io::Result<()> {
        let written = self.file.inner_mut();
        self.out.write_all(written)?;
        written.clear();
        Ok(())
    }
}

impl<W: Write> Writer for Table<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        let (flat, nested) = self.leaves.split_at_mut(COLUMNS.len());
        for (leaf, column) in flat.iter_mut().zip(&COLUMNS) {
            leaf.push_cell((column.cell)(record));
        }
        push_evidence(nested, &record.evidence);
        self.rows += 1;
        if self.rows == GROUP {
            self.write_group().map_err(io_error)?;
            self.pass_on()?;
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        if self.rows > 0 {
            self.write_group().map_err(io_error)?;
        }
        self.file.finish().map_err(io_error)?;
        self.pass_on()?;
        self.out.flush()
    }
}

fn begin_file() -> Result<SerializedFileWriter<Vec<u8>>> {
    let columns: String = COLUMNS.iter().map(declaration).collect();
    let schema = parse_message_type(&format!("message departure {{{columns}{EVIDENCE}\n}}"))?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_created_by(CREATED_BY.to_owned())
        .build();
    SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))
}

/// The line of the schema for a column.
fn declaration(column: &Column) -> String {
    let name = column.name;
    match column.kind {
        Kind::Text => format!("\n  optional binary {name} (STRING);"),
        Kind::Share => format!("\n  optional double {name};"),
        Kind::Offset => format!("\n  optional int64 {name};"),
        Kind::List(_) => format!(
            "\n  required group {name} (LIST) {{ repeated group list {{ required binary element (STRING); }} }}"
        ),
    }
}

/// One physical column: its values, and for each value or gap how deep it is defined and what it repeats.
struct Leaf {
    values: Values,
    definition: Vec<i16>,
    repetition: Vec<i16>,
}

enum Values {
    Texts(Vec<ByteArray>),
    Shares(Vec<f64>),
    Offsets(Vec<i64>),
}

impl Leaf {
    fn of(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text | Kind::List(_) => Values::Texts(Vec::new()),
            Kind::Share => Values::Shares(Vec::new()),
            Kind::Offset => Values::Offsets(Vec::new()),
        };
        Leaf {
            values,
            definition: Vec::new(),
            repetition: Vec::new(),
        }
    }

    fn level(&mut self, definition: i16, repetition: i16) {
        self.definition.push(definition);
        self.repetition.push(repetition);
    }

    fn push_text(&mut self, text: &str, definition: i16, repetition: i16) {
        if let Values::Texts(texts) = &mut self.values {
            texts.push(text.into());
            self.level(definition, repetition);
        }
    }

    fn push_offset(&mut self, offset: usize, definition: i16, repetition: i16) {
        if let Values::Offsets(offsets) = &mut self.values {
            offsets.push(i64::try_from(offset).unwrap_or(i64::MAX));
            self.level(definition, repetition);
        }
    }

    fn push_share(&mut self, share: f64) {
        if let Values::Shares(shares) = &mut self.values {
            shares.push(share);
            self.level(1, 0);
        }
    }

    fn push_cell(&mut self, cell: Cell) {
        match cell {
            Cell::Empty => self.level(0, 0),
            Cell::Text(text) => self.push_text(&text, 1, 0),
            Cell::List(texts) => self.push_list(texts.into_iter(), 0, 0),
            Cell::Share(share) => self.push_share(share),
            Cell::Offset(offset) => self.push_offset(offset, 1, 0),
        }
    }

    /// Texts of a list that lies in `depth` other lists and begins by repeating the list at `repetition`.
    fn push_list<'a>(
        &mut self,
        texts: impl ExactSizeIterator<Item = &'a str>,
        depth: i16,
        repetition: i16,
    ) {
        if texts.len() == 0 {
            self.level(depth, repetition);
        }
        for (at, text) in texts.enumerate() {
            let repetition = if at == 0 { repetition } else { depth + 1 };
            self.push_text(text, depth + 1, repetition);
        }
    }

    fn write(&self, column: &mut SerializedColumnWriter) -> Result<usize> {
        let (definition, repetition) = (Some(&*self.definition), Some(&*self.repetition));
        match &self.values {
            Values::Texts(texts) => {
                let column = column.typed::<ByteArrayType>();
                column.write_batch(texts, definition, repetition)
            }
            Values::Shares(shares) => {
                let column = column.typed::<DoubleType>();
                column.write_batch(shares, definition, repetition)
            }
            Values::Offsets(offsets) => {
                let column = column.typed::<Int64Type>();
                column.write_batch(offsets, definition, repetition)
            }
        }
    }

    fn clear(&mut self) {
        match &mut self.values {
            Values::Texts(texts) => texts.clear(),
            Values::Shares(shares) => shares.clear(),
            Values::Offsets(offsets) => offsets.clear(),
        }
        self.definition.clear();
        self.repetition.clear();
    }
}

fn push_evidence(leaves: &mut [Leaf], evidence: &[Evidence]) {
    let [field, start, end, text, rules] = leaves else {
        return;
    };
    if evidence.is_empty() {
        for leaf in [field, start, end, text, rules] {
            leaf.level(0, 0);
        }
        return;
    }
    for (at, item) in evidence.iter().enumerate() {
        let repetition = i16::from(at > 0);
        field.push_text(&record::name(item.field), 1, repetition);
        start.push_offset(item.start, 1, repetition);
        end.push_offset(item.end, 1, repetition);
        text.push_text(&item.text, 1, repetition);
        rules.push_list(item.rules.iter().map(String::as_str), 1, repetition);
    }
}

// What goes wrong lies in the writing of bytes in memory; the output itself is written by us.
fn io_error(error: ParquetError) -> io::Error {
    io::Error::other(error)
}
