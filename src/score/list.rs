//! Mistakes with their causes → a table to work through, one mistake a row.

use std::io::{self, Write};

use super::cause::Diagnosis;
use super::{Document, Mistake};
use crate::export::csv::{guard, io_error};
use crate::record::name;

const COLUMNS: [&str; 9] = [
    "article",
    "line",
    "field",
    "person",
    "gold",
    "predicted",
    "cause",
    "detail",
    "sentence",
];

/// Writes the table as CSV.
///
/// # Errors
/// The output cannot be written.
pub fn write<'a>(
    rows: impl Iterator<Item = (&'a Mistake, &'a Diagnosis)>,
    documents: &[Document],
    out: impl Write,
) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS).map_err(io_error)?;
    for (mistake, diagnosis) in rows {
        let line = line(mistake, documents).map_or(String::new(), |line| line.to_string());
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let cells = [
            mistake.article.clone(),
            line,
            mistake.field.clone(),
            mistake.person.clone(),
            text(&mistake.gold),
            text(&mistake.predicted),
            name(diagnosis.cause),
            diagnosis.detail.clone(),
            text(&mistake.sentence),
        ];
        let cells = cells.map(|cell| guard(cell.into()).into_owned());
        table.write_record(cells).map_err(io_error)?;
    }
    table.flush()
}

/// The line of the article on which the sentence begins, from 1.
fn line(mistake: &Mistake, documents: &[Document]) -> Option<usize> {
    let document = documents.get(mistake.compared.document)?;
    let before = document.text.as_ref()?.chars().take(mistake.start?);
    Some(before.filter(|c| *c == '\n').count() + 1)
}
