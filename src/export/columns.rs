//! Record → cells: the columns that every table has, in their order and with their types.
//!
//! A format decides how a cell looks in it; which cells there are is decided here, for all of them.

use std::borrow::Cow;

use crate::Record;
use crate::record::{self, Evidence, Field};

/// A value in a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// The text does not say.
    Empty,
    /// A text.
    Text(Cow<'a, str>),
    /// Texts.
    List(Vec<&'a str>),
    /// A number between 0 and 1.
    Share(f64),
    /// A place in the text.
    Offset(usize),
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// Texts, and what stands between them where a cell holds a single text.
    List(&'static str),
    /// A number between 0 and 1.
    Share,
    /// A place in the text.
    Offset,
}

/// A column of the table.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// The cell of a record.
    pub cell: fn(&Record) -> Cell<'_>,
}

/// The columns, the five fields of the mission first.
pub const COLUMNS: [Column; 21] = [
    text("person", |r| filled(&r.person)),
    list("former_role", "、", |r| {
        Cell::List(r.former_role.iter().map(String::as_str).collect())
    }),
    text("company", |r| optional(&r.company)),
    text("reason", |r| optional(&r.reason)),
    text("destination", |r| optional(&r.destination)),
    text("destination_role", |r| optional(&r.destination_role)),
    text("date", |r| optional(&r.date)),
    text("date_text", |r| optional(&r.date_text)),
    text("status", |r| word(r.status)),
    text("change_type", |r| word(r.change_type)),
    text("reason_code", |r| word(r.reason_code)),
    text("destination_kind", |r| word(r.destination_kind)),
    text("successor", |r| optional(&r.successor)),
    Column {
        name: "confidence",
        kind: Kind::Share,
        cell: |r| Cell::Share(r.confidence),
    },
    text("sentence", |r| filled(&r.sentence)),
    text("source", |r| filled(&r.source)),
    text("title", |r| optional(&r.title)),
    text("published", |r| optional(&r.published)),
    offset("sentence_start", |r| sentence(r, |e| e.start)),
    offset("sentence_end", |r| sentence(r, |e| e.end)),
    list("rules", " ", |r| Cell::List(rules(r))),
];

const fn text(name: &'static str, cell: fn(&Record) -> Cell<'_>) -> Column {
    let kind = Kind::Text;
    Column { name, kind, cell }
}

const fn list(name: &'static str, between: &'static str, cell: fn(&Record) -> Cell<'_>) -> Column {
    let kind = Kind::List(between);
    Column { name, kind, cell }
}

const fn offset(name: &'static str, cell: fn(&Record) -> Cell<'_>) -> Column {
    let kind = Kind::Offset;
    Column { name, kind, cell }
}

fn filled(value: &str) -> Cell<'_> {
    Cell::Text(value.into())
}

fn optional(value: &Option<String>) -> Cell<'_> {
    value.as_deref().map_or(Cell::Empty, filled)
}

fn word<'a, T: clap::ValueEnum>(value: T) -> Cell<'a> {
    Cell::Text(record::name(value).into())
}

fn sentence(record: &Record, offset: fn(&Evidence) -> usize) -> Cell<'_> {
    let evidence = record.evidence.iter().find(|e| e.field == Field::Sentence);
    evidence.map_or(Cell::Empty, |e| Cell::Offset(offset(e)))
}

/// Every rule once, in the order of the fields.
fn rules(record: &Record) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for name in record.evidence.iter().flat_map(|e| &e.rules) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names
}

impl Column {
    /// The cell of a record as a single text.
    pub fn shown<'a>(&self, record: &'a Record) -> Cow<'a, str> {
        match (self.kind, (self.cell)(record)) {
            (_, Cell::Empty) => "".into(),
            (_, Cell::Text(text)) => text,
            (Kind::List(between), Cell::List(texts)) => texts.join(between).into(),
            (_, Cell::List(texts)) => texts.concat().into(),
            (_, Cell::Share(share)) => format!("{share:.2}").into(),
            (_, Cell::Offset(offset)) => offset.to_string().into(),
        }
    }
}
