//! Records → CSV: the five fields of the mission first, one row a record, a header always.

use std::borrow::Cow;
use std::io::{self, Write};

use super::Writer;
use super::columns::{COLUMNS, Column, Kind};
use crate::Record;
use crate::article::STDIN;

fn cell<'a>(column: &Column, record: &'a Record) -> Cow<'a, str> {
    let shown = column.shown(record);
    match column.kind {
        Kind::Text | Kind::List(_) => guard(shown),
        Kind::Share | Kind::Offset => shown,
    }
}

/// A cell that a spreadsheet would run as a formula is kept from it by an apostrophe.
pub(crate) fn guard(cell: Cow<'_, str>) -> Cow<'_, str> {
    if cell != STDIN && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}").into()
    } else {
        cell
    }
}

/// A CSV table.
pub struct Table<W: Write>(::csv::Writer<W>);

impl<W: Write> Table<W> {
    /// Writes the header.
    pub fn begin(out: W) -> io::Result<Self> {
        let mut table = ::csv::Writer::from_writer(out);
        table
            .write_record(COLUMNS.map(|column| column.name))
            .map_err(io_error)?;
        Ok(Table(table))
    }
}

impl<W: Write> Writer for Table<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        let cells = COLUMNS
            .iter()
            .map(|column| cell(column, record).into_owned());
        self.0.write_record(cells).map_err(io_error)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

// The conversion that csv offers hides the kind, by which a closed pipe is known.
pub(crate) fn io_error(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Format, begin};
    use serde_json::json;

    fn record(value: serde_json::Value) -> Record {
        serde_json::from_value(value).unwrap()
    }

    fn csv(records: &[Record], bom: bool) -> String {
        let mut out = Vec::new();
        let mut writer = begin(Format::Csv, &mut out, bom).unwrap();
        records.iter().for_each(|r| writer.write(r).unwrap());
        writer.finish().unwrap();
        drop(writer);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_header_is_written_even_without_a_record() {
        assert_eq!(
            csv(&[], false),
            "person,former_role,company,reason,destination,destination_role,date,date_text,status,change_type,\
             reason_code,destination_kind,successor,confidence,sentence,source,title,published,sentence_start,\
             sentence_end,rules\n"
        );
    }

    #[test]
    fn a_record_is_a_row() {
        let row = csv(
            &[record(json!({
                "person": "张三", "former_role": ["总裁", "董事"], "company": "甲公司", "status": "planned",
                "change_type": "step_down", "confidence": 0.876, "sentence": "张三，离职。", "source": "a.txt",
                "evidence": [
                    {"field": "person", "start": 0, "end": 2, "text": "张三", "rules": ["b", "a"]},
                    {"field": "sentence", "start": 0, "end": 6, "text": "张三，离职。", "rules": ["a", "c"]},
                ],
            }))],
            false,
        );
        assert_eq!(
            row.lines().nth(1).unwrap(),
            "张三,总裁、董事,甲公司,,,,,,planned,step_down,unstated,unknown,,0.88,张三，离职。,a.txt,,,0,6,b a c"
        );
    }

    #[test]
    fn cells_that_look_like_formulas_are_guarded() {
        for cell in ["=1+1", "+1", "-1", "@a", "\ta", "\ra"] {
            assert_eq!(guard(cell.into()), format!("'{cell}"));
        }
        assert_eq!(guard("a=1".into()), "a=1");
        let posts =
            record(json!({"person": "张三", "former_role": ["=1", "总裁"], "source": "a.txt"}));
        assert!(csv(&[posts], false).contains("张三,'=1、总裁,"));
    }

    #[test]
    fn excel_is_told_the_encoding_where_asked() {
        assert!(csv(&[], true).starts_with("\u{FEFF}person,"));
    }
}
