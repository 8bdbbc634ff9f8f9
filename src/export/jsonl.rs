//! Records → JSON lines.

use std::io::{self, BufWriter, Write};

use super::Writer;
use crate::Record;

/// One record a line.
pub struct Lines<W: Write>(BufWriter<W>);

impl<W: Write> Lines<W> {
    /// JSON lines have no head.
    pub fn begin(out: W) -> Self {
        Lines(BufWriter::new(out))
    }
}

impl<W: Write> Writer for Lines<W> {
    fn write(&mut self, record: &Record) -> io::Result<()> {
        serde_json::to_writer(&mut self.0, record)?;
        self.0.write_all(b"\n")
    }

    fn finish(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
