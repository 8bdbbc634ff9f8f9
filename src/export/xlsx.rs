//! Records → an Excel workbook: one record a row, the header frozen, with a filter on every column.
//!
//! Texts are written as texts, so that none is run as a formula; dates stay texts, for they may be a year or a month.
//! Rows go to a scratch file in the folder for temporary files (`TMPDIR`), so that memory does not grow with the table.

use std::io::{self, Write};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Worksheet, XlsxError};

use super::Writer;
use super::columns::{COLUMNS, Cell, Column};
use crate::Record;

/// Rows of a sheet, the header included.
const ROWS: u32 = 1_048_576;

/// UTF-16 units of a cell, as Excel counts characters.
const UNITS: usize = 32_767;

/// A workbook; records that do not fit on a sheet go on the next one.
pub struct Workbook<W: Write> {
    book: rust_xlsxwriter::Workbook,
    /// The last sheet, from 0.
    sheet: usize,
    /// The next row on it.
    row: u32,
    /// Rows of a sheet.
    rows: u32,
    /// Cells that were cut.
    cut: usize,
    out: W,
}

impl<W: Write> Workbook<W> {
    /// Begins the first sheet.
    pub fn begin(out: W) -> io::Result<Self> {
        Self::with_rows(out, ROWS)
    }

    fn with_rows(out: W, rows: u32) -> io::Result<Self> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(io_error)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        add_sheet(&mut book, 0).map_err(io_error)?;
        Ok(Workbook {
            book,
            sheet: 0,
            row: 1,
            rows,
            cut: 0,
            out,
        })
    }

    fn write_row(&mut self, record: &Record) -> Result<(), XlsxError> {
        if self.row == self.rows {
            self.filter()?;
            self.sheet += 1;
            self.row = 1;
            add_sheet(&mut self.book, self.sheet)?;
        }
        let sheet = self.book.worksheet_from_index(self.sheet)?;
        for (at, column) in (0..).zip(&COLUMNS) {
            self.cut += usize::from(write_cell(sheet, (self.row, at), column, record)?);
        }
        self.row += 1;
        Ok(())
    }

    /// Puts the filter on the last sheet, now that its rows are counted.
    fn filter(&mut self) -> Result<(), XlsxError> {
        let last = COLUMNS.len() as u16 - 1;
        let sheet = self.book.worksheet_from_index(self.sheet)?;
        sheet.autofilter(0, 0, self.row - 1, last).map(drop)
    }

    fn save(&mut self) -> Result<Vec<u8>, XlsxError> {
        self.filter()?;
        self.book.save_to_buffer()
    }
}

impl<W: Write> Writer for Workbook<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        self.write_row(record).map_err(io_error)
    }

    fn finish(&mut self) -> io::Result<()> {
        let bytes = self.save().map_err(io_error)?;
        self.out.write_all(&bytes)?;
        self.out.flush()
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if self.cut > 0 {
            notes.push(format!(
                "cells cut to the {UNITS} characters that XLSX holds: {}; for the whole text write JSON lines, Parquet or SQLite",
                self.cut
            ));
        }
        if self.sheet > 0 {
            notes.push(format!(
                "a sheet of XLSX holds {} rows: the records go on to {} sheets; for a single table write CSV, Parquet or SQLite",
                self.rows,
                self.sheet + 1
            ));
        }
        notes
    }
}

/// Adds an empty sheet with its header.
fn add_sheet(book: &mut rust_xlsxwriter::Workbook, number: usize) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet_with_constant_memory()?;
    let name = match number {
        0 => "departures".to_owned(),
        n => format!("departures {}", n + 1),
    };
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (at, column) in (0..).zip(&COLUMNS) {
        sheet.set_column_width(at, width(column))?;
        sheet.write_string_with_format(0, at, column.name, &bold)?;
    }
    Ok(())
}

/// Width in digits; a Chinese character takes two.
fn width(column: &Column) -> f64 {
    match column.name {
        "person" | "successor" => 12.0,
        "former_role" | "company" | "reason" | "destination" | "rules" | "title" => 30.0,
        "sentence" => 60.0,
        "source" => 24.0,
        _ => 16.0,
    }
}

/// Writes a cell; tells whether it was cut.
fn write_cell(
    sheet: &mut Worksheet,
    (row, at): (u32, u16),
    column: &Column,
    record: &Record,
) -> Result<bool, XlsxError> {
    match (column.cell)(record) {
        Cell::Empty => {}
        Cell::Share(share) => {
            sheet.write_number(row, at, share)?;
        }
        Cell::Offset(offset) => {
            sheet.write_number(row, at, offset as f64)?;
        }
        Cell::Text(_) | Cell::List(_) => {
            let text = column.shown(record);
            let fitting = fitting(&text);
            if !fitting.is_empty() {
                sheet.write_string(row, at, fitting)?;
            }
            return Ok(fitting.len() < text.len());
        }
    }
    Ok(false)
}

/// As much of the text as fits in a cell.
fn fitting(text: &str) -> &str {
    if text.len() <= UNITS {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > UNITS
    });
    end.map_or(text, |(end, _)| &text[..end])
}

// What goes wrong lies in the scratch file or in memory; the output itself is written by us.
fn io_error(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use serde_json::json;
    use std::io::Cursor;

    fn record(person: &str) -> Record {
        serde_json::from_value(json!({"person": person, "source": "a.txt"})).unwrap()
    }

    fn written(records: &[Record], rows: u32) -> (Xlsx<Cursor<Vec<u8>>>, Vec<String>) {
        let mut out = Vec::new();
        let mut book = Workbook::with_rows(&mut out, rows).unwrap();
        records.iter().for_each(|r| book.write(r).unwrap());
        book.finish().unwrap();
        let notes = book.notes();
        (Xlsx::new(Cursor::new(out)).unwrap(), notes)
    }

    #[test]
    fn records_beyond_the_rows_of_a_sheet_go_on_the_next_one() {
        let records: Vec<Record> = ["甲", "乙", "丙", "丁", "戊"].map(record).into();
        let (mut book, notes) = written(&records, 3);
        let names = ["departures", "departures 2", "departures 3"];
        assert_eq!(book.sheet_names(), names);
        let first = |book: &mut Xlsx<_>, name| {
            let range = book.worksheet_range(name).unwrap();
            range.get_value((1, 0)).cloned()
        };
        for (name, person) in names.iter().zip(["甲", "丙", "戊"]) {
            assert_eq!(first(&mut book, name), Some(Data::String(person.into())));
        }
        assert!(
            notes[0].contains("3 rows: the records go on to 3 sheets"),
            "{notes:?}"
        );
    }

    #[test]
    fn a_cell_is_cut_where_excel_would_refuse_the_file() {
        for (text, kept) in [
            ("甲".repeat(UNITS), UNITS),
            ("甲".repeat(UNITS + 1), UNITS),
            // Outside the first plane a character counts twice.
            ("𠮷".repeat(UNITS), UNITS / 2),
        ] {
            let (mut book, notes) = written(&[record(&text)], ROWS);
            let range = book.worksheet_range("departures").unwrap();
            let cell = range.get_value((1, 0)).unwrap().to_string();
            assert_eq!(cell.chars().count(), kept);
            assert_eq!(
                notes.len(),
                usize::from(kept < text.chars().count()),
                "{notes:?}"
            );
        }
    }
}
