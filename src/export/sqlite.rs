//! Records → an SQLite database.
//!
//! Table `departure` has one row a record and the columns of every table, lists as JSON text (`json_each` unfolds
//! them); table `evidence` has one row for each place that a field was read from.
//!
//! ```sql
//! SELECT person, post.value FROM departure, json_each(former_role) AS post;
//! SELECT person, e.text FROM departure JOIN evidence e ON e.departure = departure.id WHERE e.field = 'reason';
//! ```
//!
//! SQLite writes at any place of a file, an output is written from its beginning to its end: the database is built in
//! a scratch file in the folder for temporary files (`TMPDIR`) and then copied.

use std::env;
use std::io::{self, Write};

use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, params, params_from_iter};
use tempfile::NamedTempFile;

use super::Writer;
use super::columns::{COLUMNS, Cell, Column, Kind};
use crate::Record;
use crate::record::{self, Evidence};

const SETTINGS: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    PRAGMA secure_delete = ON;
    PRAGMA user_version = 1;
    BEGIN;";

const EVIDENCE: &str = "
    CREATE TABLE evidence (
        departure INTEGER NOT NULL REFERENCES departure (id),
        field TEXT NOT NULL,
        start INTEGER NOT NULL,
        \"end\" INTEGER NOT NULL,
        text TEXT NOT NULL,
        rules TEXT NOT NULL
    );";

const FINISH: &str = "
    CREATE INDEX evidence_departure ON evidence (departure);
    COMMIT;";

/// A database in a scratch file.
pub struct Database<W: Write> {
    connection: Connection,
    scratch: NamedTempFile,
    insert: String,
    rows: i64,
    out: W,
}

impl<W: Write> Database<W> {
    /// Makes the tables.
    pub fn begin(out: W) -> io::Result<Self> {
        let scratch = NamedTempFile::new()?;
        let connection = Connection::open(scratch.path()).map_err(io_error)?;
        connection.execute_batch(SETTINGS).map_err(io_error)?;
        connection
            .execute_batch(&departure_table())
            .map_err(io_error)?;
        connection.execute_batch(EVIDENCE).map_err(io_error)?;
        let insert = format!(
            "INSERT INTO departure VALUES (?{})",
            ", ?".repeat(COLUMNS.len())
        );
        Ok(Database {
            connection,
            scratch,
            insert,
            rows: 0,
            out,
        })
    }

    fn insert(&self, record: &Record) -> rusqlite::Result<()> {
        let cells = COLUMNS.iter().map(|column| (column.cell)(record));
        let id = ToSqlOutput::from(self.rows);
        let row = [id].into_iter().chain(cells.map(value));
        self.connection
            .prepare_cached(&self.insert)?
            .execute(params_from_iter(row))?;
        record
            .evidence
            .iter()
            .try_for_each(|evidence| self.insert_evidence(evidence))
    }

    fn insert_evidence(&self, evidence: &Evidence) -> rusqlite::Result<()> {
        let rules: Vec<&str> = evidence.rules.iter().map(String::as_str).collect();
        self.connection
            .prepare_cached("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![
                self.rows,
                record::name(evidence.field),
                count(evidence.start),
                count(evidence.end),
                evidence.text,
                json(&rules),
            ])?;
        Ok(())
    }
}

impl<W: Write> Writer for Database<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        self.rows += 1;
        self.insert(record).map_err(io_error)
    }

    fn finish(&mut self) -> io::Result<()> {
        self.connection.execute_batch(FINISH).map_err(io_error)?;
        io::copy(&mut self.scratch.reopen()?, &mut self.out)?;
        self.out.flush()
    }
}

fn departure_table() -> String {
    let columns: String = COLUMNS.iter().map(declaration).collect();
    format!("CREATE TABLE departure (id INTEGER PRIMARY KEY{columns})")
}

fn declaration(column: &Column) -> String {
    let kind = match column.kind {
        Kind::Text | Kind::List(_) => "TEXT",
        Kind::Share => "REAL",
        Kind::Offset => "INTEGER",
    };
    format!(", {} {kind}", column.name)
}

fn value(cell: Cell) -> ToSqlOutput {
    match cell {
        Cell::Empty => ToSqlOutput::Owned(Value::Null),
        Cell::Text(text) => text.into_owned().into(),
        Cell::List(texts) => json(&texts).into(),
        Cell::Share(share) => share.into(),
        Cell::Offset(offset) => count(offset).into(),
    }
}

fn count(offset: usize) -> i64 {
    i64::try_from(offset).unwrap_or(i64::MAX)
}

/// A JSON list.
fn json(texts: &[&str]) -> String {
    serde_json::Value::from(texts).to_string()
}

fn io_error(error: rusqlite::Error) -> io::Error {
    io::Error::other(format!("{}: {error}", env::temp_dir().display()))
}
