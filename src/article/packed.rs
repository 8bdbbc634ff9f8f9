//! Archives → what lies in them, opened in turn in the order of the archive.
//!
//! Names in an archive are only shown: nothing is written, so that no path in it leads anywhere.

use std::io::{BufReader, Cursor, Read, Seek};
use std::ops::ControlFlow;

use zip::ZipArchive;
use zip::result::ZipError;

use super::compressed::Bounded;
use super::names::Names;
use super::open::{Begun, Bytes, Reader, Source, message};
use super::{decode, format};

/// Opens a ZIP archive: a file where it lies, anything else in memory.
pub fn zip(reader: &mut Reader, source: &Source, begun: Begun) -> ControlFlow<()> {
    let (_, bytes) = begun.get_ref();
    if let Bytes::File(file) = bytes {
        return match file.try_clone() {
            Ok(file) => open_zip(reader, source, BufReader::new(file)),
            Err(e) => reader.fail(source.shown, message(&e)),
        };
    }
    match reader.all(begun) {
        Ok(bytes) => open_zip(reader, source, Cursor::new(bytes)),
        Err(problem) => reader.fail(source.shown, problem),
    }
}

/// Opens a TAR archive.
pub fn tar(reader: &mut Reader, source: &Source, begun: Begun) -> ControlFlow<()> {
    let mut archive = tar::Archive::new(begun);
    let entries = match archive.entries() {
        Ok(entries) => entries,
        Err(e) => return reader.fail(source.shown, message(&e)),
    };
    let mut members = Members::of(source);
    for entry in entries {
        let mut entry = match entry {
            Ok(entry) => entry,
            // Where one head is broken, nobody knows where the next one is.
            Err(e) => return reader.fail(source.shown, message(&e)),
        };
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let name = member_name(&entry.path_bytes());
        members.open(reader, &name, &mut entry)?;
    }
    ControlFlow::Continue(())
}

fn open_zip(reader: &mut Reader, source: &Source, bytes: impl Read + Seek) -> ControlFlow<()> {
    let mut archive = match ZipArchive::new(bytes) {
        Ok(archive) => archive,
        Err(e) => {
            return reader.fail(
                source.shown,
                format!("a damaged ZIP archive ({e}): fetch it again"),
            );
        }
    };
    let mut members = Members::of(source);
    for i in 0..archive.len() {
        let problem = match archive.by_index(i) {
            Ok(file) if !file.is_file() => continue,
            Ok(file) => {
                let name = member_name(file.name_raw());
                let compressed = file.compressed_size();
                members.open(reader, &name, &mut Bounded::of(file, compressed))?;
                continue;
            }
            Err(e) => zip_problem(&e),
        };
        let name = match archive.name_for_index(i) {
            Some(Ok(name)) => name.into_owned(),
            _ => (i + 1).to_string(),
        };
        reader.fail(&format!("{}#{name}", source.shown), problem)?;
    }
    ControlFlow::Continue(())
}

/// What is wrong with a member of an archive, and what to do about it.
pub(super) fn zip_problem(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            "encrypted: unpack it with its password first".to_owned()
        }
        error => format!("cannot be unpacked ({error}): unpack it first"),
    }
}

/// The members of an archive.
struct Members<'a> {
    archive: &'a Source<'a>,
    names: Names,
    /// Members so far, without what is furniture.
    number: usize,
}

impl<'a> Members<'a> {
    fn of(archive: &'a Source<'a>) -> Self {
        Members {
            archive,
            names: Names::default(),
            number: 0,
        }
    }

    /// Opens the next member.
    fn open(&mut self, reader: &mut Reader, name: &str, bytes: &mut dyn Read) -> ControlFlow<()> {
        if is_furniture(name) {
            return ControlFlow::Continue(());
        }
        self.number += 1;
        // Behind `#` stands an item of the member.
        let shown = self.names.of(Some(&name.replace('#', "%23")), self.number);
        let source = Source {
            shown: &format!("{}#{shown}", self.archive.shown),
            name,
            named: false,
        };
        let budget = reader.budget.clone();
        reader.open(&source, Bytes::Stream(&mut budget.charge(bytes)))?;
        if !budget.is_exceeded() {
            return ControlFlow::Continue(());
        }
        reader.fail(self.archive.shown, budget.problem())?;
        ControlFlow::Break(())
    }
}

/// What systems put beside the files of people, and what lies beside articles.
fn is_furniture(name: &str) -> bool {
    format::is_side_file(name)
        || name
            .split('/')
            .any(|part| is_hidden(part) || part == "__MACOSX")
}

fn is_hidden(part: &str) -> bool {
    part.starts_with('.') && !matches!(part, "." | "..")
}

/// Names are UTF-8, or in the encoding of the machine that packed them.
fn member_name(bytes: &[u8]) -> String {
    match decode::decode(bytes, None) {
        Ok(decoded) => decoded.text.into_owned(),
        Err(_) => String::from_utf8_lossy(bytes).into_owned(),
    }
}
