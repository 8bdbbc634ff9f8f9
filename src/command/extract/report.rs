//! The fates of all inputs → a JSON file.

use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use quliu::Error;
use quliu::export::file::Output;
use serde::Serialize;

use super::fate::Fate;
use super::journal::Portion;

/// A report that is written, input by input.
pub struct Report {
    out: BufWriter<Output>,
    /// Portions of an input whose end has not come.
    open: Fate,
    /// Whether an input was written.
    begun: bool,
}

#[derive(Serialize)]
struct Row<'a> {
    input: &'a str,
    fate: &'static str,
    #[serde(flatten)]
    figures: &'a Fate,
}

impl Report {
    /// Begins a report that will replace the file at `path`.
    pub fn create(path: &Path) -> anyhow::Result<Report> {
        let cannot_write = || format!("--report {}: cannot be written", path.display());
        let mut out = BufWriter::new(Output::create(path).with_context(cannot_write)?);
        let version = serde_json::to_string(env!("CARGO_PKG_VERSION"))?;
        write!(out, "{{\"quliu\":{version},\"inputs\":[")?;
        Ok(Report {
            out,
            open: Fate::default(),
            begun: false,
        })
    }

    /// Adds what became of an input or of a portion of it.
    pub fn add(&mut self, portion: Portion) -> anyhow::Result<()> {
        self.open.add(portion.fate);
        if !portion.whole {
            return Ok(());
        }
        let fate = std::mem::take(&mut self.open);
        self.row(&portion.input, &fate)
    }

    /// Adds a path that is no input, and what that makes of it.
    pub fn missing(
        &mut self,
        error: &Error,
        become_of: fn(&mut Fate, &Error),
    ) -> anyhow::Result<()> {
        let mut fate = Fate::default();
        become_of(&mut fate, error);
        self.row(&error.place(), &fate)
    }

    fn row(&mut self, input: &str, figures: &Fate) -> anyhow::Result<()> {
        let comma = if self.begun { ",\n" } else { "\n" };
        self.begun = true;
        self.out.write_all(comma.as_bytes())?;
        let fate = figures.word();
        serde_json::to_writer(
            &mut self.out,
            &Row {
                input,
                fate,
                figures,
            },
        )?;
        Ok(())
    }

    /// Ends the report and puts it in its place; `finished` tells whether all inputs are in it.
    pub fn end(mut self, total: &Fate, finished: bool) -> anyhow::Result<()> {
        self.out.write_all(b"\n],\"total\":")?;
        serde_json::to_writer(&mut self.out, total)?;
        writeln!(self.out, ",\"finished\":{finished}}}")?;
        self.out.into_inner().map_err(|e| e.into_error())?.keep()?;
        Ok(())
    }
}
