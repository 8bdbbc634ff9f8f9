//! Records of a document → one line with its events, as DuEE and DuEE-fin have them.

use std::io::{self, BufWriter, Write};

use serde::{Deserialize, Serialize};

use super::argument::{Role, admits};
use super::{Description, id};
use crate::Record;
use crate::article::names::Names;
use crate::export::Writer;
use crate::record::ChangeType;

/// An event type of the data set.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EventType {
    r#type: String,
    /// Only for these; none named: for all.
    #[serde(default)]
    change_type: Vec<ChangeType>,
    roles: Vec<Role>,
}

#[derive(Serialize)]
struct Line {
    id: String,
    event_list: Vec<Event>,
}

#[derive(PartialEq, Serialize)]
struct Event {
    event_type: String,
    arguments: Vec<Argument>,
}

#[derive(PartialEq, Serialize)]
struct Argument {
    role: String,
    argument: String,
}

/// One line a document; its records come one after the other.
pub struct Documents<W: Write> {
    out: BufWriter<W>,
    description: Description<EventType>,
    ids: Names,
    source: String,
    events: Vec<Event>,
}

impl<W: Write> Documents<W> {
    /// Begins the lines; they have no head.
    pub fn begin(out: W, description: Description<EventType>) -> Self {
        Documents {
            out: BufWriter::new(out),
            description,
            ids: Names::default(),
            source: String::new(),
            events: Vec::new(),
        }
    }

    /// Writes the line of the document that ends here.
    fn end_document(&mut self) -> io::Result<()> {
        let event_list = std::mem::take(&mut self.events);
        if event_list.is_empty() {
            return Ok(());
        }
        let id = id(&self.source, &mut self.ids);
        serde_json::to_writer(&mut self.out, &Line { id, event_list })?;
        self.out.write_all(b"\n")
    }
}

impl<W: Write> Writer for Documents<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        if self.source != record.source {
            self.end_document()?;
            self.source.clone_from(&record.source);
        }
        for event_type in &self.description.event {
            if let Some(event) = event_type.event(record)
                && !self.events.contains(&event)
            {
                self.events.push(event);
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        self.end_document()?;
        self.out.flush()
    }
}

impl EventType {
    /// The event that a record tells of, if it is of this type and all that is required is known.
    fn event(&self, record: &Record) -> Option<Event> {
        if !admits(&self.change_type, record) {
            return None;
        }
        let mut arguments = Vec::new();
        for role in &self.roles {
            let found = role.arguments(record);
            if found.is_empty() && role.required {
                return None;
            }
            arguments.extend(found.into_iter().map(|argument| Argument {
                role: role.role.clone(),
                argument: argument.to_owned(),
            }));
        }
        Some(Event {
            event_type: self.r#type.clone(),
            arguments,
        })
    }
}
