//! Record → a line with document, event type and subject, as CCKS 2019 has them.

use std::collections::HashSet;
use std::io::{self, BufWriter, Write};

use serde::Deserialize;

use super::argument::Role;
use super::{Description, id};
use crate::Record;
use crate::article::names::Names;
use crate::export::Writer;
use crate::record::ReasonCode;

/// An event type of the data set; the first that fits is taken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventType {
    r#type: String,
    /// Only for these; none named: for all.
    #[serde(default)]
    reason_code: Vec<ReasonCode>,
    subject: Role,
}

/// One line for each subject of an event type in a document.
pub struct Lines<W: Write> {
    out: BufWriter<W>,
    description: Description<EventType>,
    ids: Names,
    source: String,
    /// The id of this document, once it has a line.
    id: Option<String>,
    /// The lines of this document.
    written: HashSet<String>,
}

impl<W: Write> Lines<W> {
    /// Begins the lines; they have no head.
    pub fn begin(out: W, description: Description<EventType>) -> Self {
        Lines {
            out: BufWriter::new(out),
            description,
            ids: Names::default(),
            source: String::new(),
            id: None,
            written: HashSet::new(),
        }
    }
}

impl<W: Write> Writer for Lines<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        if self.source != record.source {
            self.written.clear();
            self.id = None;
            self.source.clone_from(&record.source);
        }
        let fits = |event: &&EventType| {
            let codes = &event.reason_code;
            codes.is_empty() || codes.contains(&record.reason_code)
        };
        let Some(event) = self.description.event.iter().find(fits) else {
            return Ok(());
        };
        for subject in event.subject.arguments(record) {
            let new_id = || id(&record.source, &mut self.ids);
            let id = self.id.get_or_insert_with(new_id);
            let cells = [id, event.r#type.as_str(), subject];
            let line = cells.map(one_line).join("\t");
            if self.written.insert(line.clone()) {
                writeln!(self.out, "{line}")?;
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A cell of a table that has no quotes.
fn one_line(cell: &str) -> String {
    cell.replace(['\t', '\r', '\n'], " ")
}
