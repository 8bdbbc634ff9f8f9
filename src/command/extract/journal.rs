//! What a run has done so far → a file beside the result, from which an interrupted run goes on.
//!
//! A line says what run it is; then, input by input, a line for each record and one that closes the input or a portion of
//! it. What follows the last closing line was not finished when the run ended, and is done anew. The result is made
//! from the journal when all is done, so that it does not tell whether the run was interrupted.

use std::fs::{File, TryLockError};
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use quliu::Record;
use quliu::article::input::Input;
use serde::{Deserialize, Serialize};

use super::fate::Fate;
use super::name::fitted;
use super::work::Done;

/// What is done waits no longer than this to be written down.
const FLUSHED: Duration = Duration::from_secs(1);
/// What the name of a journal ends in.
const ENDING: &str = ".quliu-journal";
/// Bytes of a name that file systems take.
const MAX_NAME: usize = 255;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    /// The version and options of the run and the names of its inputs, as a hash.
    Run(String),
    Record(Box<Record>),
    Done(Portion),
}

/// What closes an input or a portion of it.
#[derive(Serialize, Deserialize)]
pub struct Portion {
    /// The input.
    pub input: String,
    /// Whether nothing of it is left.
    pub whole: bool,
    /// What became of it.
    pub fate: Fate,
}

impl Portion {
    /// What closes the input or a portion of it.
    pub fn of(input: &Input, whole: bool, fate: Fate) -> Portion {
        let input = input.path().to_string_lossy().into_owned();
        Portion { input, whole, fate }
    }
}

/// How far a run has come.
#[derive(Default)]
pub struct Position {
    /// Inputs of which nothing is left.
    pub inputs: usize,
    /// Items of the next input that have been dealt with.
    pub items: usize,
    /// What became of all of them.
    pub total: Fate,
}

/// A journal that is written.
pub struct Journal {
    path: PathBuf,
    out: BufWriter<File>,
    flushed: Instant,
}

/// Where the journal of a result lies: beside it, where no search of folders finds it. A name that would be too long
/// for the file system is cut, with a hash of all of it.
pub fn beside(result: &Path) -> PathBuf {
    let whole = result.file_name().unwrap_or_default();
    let name = format!(".{}", whole.to_string_lossy());
    let name = fitted(name, whole, MAX_NAME - ENDING.len());
    result.with_file_name(name + ENDING)
}

impl Journal {
    /// Begins the journal of a run; an older one is lost.
    pub fn begin(path: &Path, run: &str) -> anyhow::Result<Journal> {
        let file = File::options()
            .create(true)
            .read(true)
            .write(true)
            .truncate(false)
            .open(path)?;
        lock(&file)?;
        Ok(Journal::head(path, file, run)?)
    }

    /// Goes on with the journal of an interrupted run.
    pub fn resume(path: &Path, run: &str) -> anyhow::Result<(Journal, Position)> {
        let file = File::options().read(true).write(true).open(path)?;
        lock(&file)?;
        let mut position = Position::default();
        let mut lines = Lines::new(&file);
        match lines.next()? {
            Some(Line::Run(there)) if there == run => {}
            Some(Line::Run(_)) => bail!(
                "the interrupted run had other inputs, options, dictionaries or another version of quliu: \
                 use the same, or begin anew with --force"
            ),
            _ => return Ok((Journal::head(path, file, run)?, position)),
        }
        let mut end = lines.offset;
        while let Some(line) = lines.next()? {
            if let Line::Done(portion) = line {
                position.add(portion);
                end = lines.offset;
            }
        }
        file.set_len(end)?;
        (&file).seek(SeekFrom::End(0))?;
        Ok((Journal::of(path, file), position))
    }

    fn head(path: &Path, mut file: File, run: &str) -> io::Result<Journal> {
        file.set_len(0)?;
        file.seek(SeekFrom::Start(0))?;
        let mut journal = Journal::of(path, file);
        journal.line(&Line::Run(run.to_owned()))?;
        journal.out.flush()?;
        Ok(journal)
    }

    fn of(path: &Path, file: File) -> Journal {
        Journal {
            path: path.to_owned(),
            out: BufWriter::new(file),
            flushed: Instant::now(),
        }
    }

    fn line(&mut self, line: &Line) -> io::Result<()> {
        serde_json::to_writer(&mut self.out, line)?;
        self.out.write_all(b"\n")
    }

    /// Writes down what an input or a portion of it gave.
    pub fn write(&mut self, input: &Input, done: Done) -> io::Result<()> {
        for record in done.records {
            self.line(&Line::Record(Box::new(record)))?;
        }
        self.line(&Line::Done(Portion::of(input, done.whole, done.fate)))?;
        if self.flushed.elapsed() >= FLUSHED {
            self.out.flush()?;
            self.flushed = Instant::now();
        }
        Ok(())
    }

    /// Gives everything that was written down, in order.
    pub fn read(
        &mut self,
        mut record: impl FnMut(&Record) -> anyhow::Result<()>,
        mut portion: impl FnMut(Portion) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        self.out.flush()?;
        let file = File::open(&self.path).with_context(|| format!("{}", self.path.display()))?;
        let mut lines = Lines::new(&file);
        while let Some(line) = lines.next()? {
            match line {
                Line::Run(_) => {}
                Line::Record(told) => record(&told)?,
                Line::Done(done) => portion(done)?,
            }
        }
        Ok(())
    }

    /// Keeps what was written down for a later run.
    pub fn keep(mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Takes the journal away once the result is in its place.
    pub fn remove(self) -> io::Result<()> {
        std::fs::remove_file(&self.path)
    }
}

impl Position {
    fn add(&mut self, portion: Portion) {
        match portion.whole {
            true => {
                self.inputs += 1;
                self.items = 0;
            }
            false => self.items += portion.fate.items,
        }
        self.total.add(portion.fate);
    }
}

/// Refuses a journal that a run is writing.
pub fn check_unused(path: &Path) -> anyhow::Result<()> {
    match File::open(path) {
        Ok(file) => lock(&file),
        Err(_) => Ok(()),
    }
}

/// Two runs must not write one journal.
fn lock(file: &File) -> anyhow::Result<()> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => {
            bail!("another quliu writes this file: wait for it, or choose another name")
        }
        // Some network folders know no locks; there one has to take care oneself.
        Err(TryLockError::Error(_)) => Ok(()),
    }
}

/// The lines of a journal up to its end, or to where it was cut off.
struct Lines<'a> {
    file: BufReader<&'a File>,
    text: Vec<u8>,
    /// The byte behind the last line that was read.
    offset: u64,
}

impl<'a> Lines<'a> {
    fn new(file: &'a File) -> Self {
        Lines {
            file: BufReader::new(file),
            text: Vec::new(),
            offset: 0,
        }
    }
}

impl Lines<'_> {
    /// The next line; nothing at the end, or where the last line was cut off.
    fn next(&mut self) -> io::Result<Option<Line>> {
        self.text.clear();
        let read = self.file.read_until(b'\n', &mut self.text)?;
        let Some(line) = self.text.strip_suffix(b"\n") else {
            return Ok(None);
        };
        let line = serde_json::from_slice(line)?;
        self.offset += read as u64;
        Ok(Some(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(person: &str, whole: bool) -> Done {
        let record = serde_json::json!({"person": person, "source": "a", "confidence": 0.1 + 0.2});
        let mut done = Done {
            records: vec![serde_json::from_value(record).unwrap()],
            whole,
            ..Done::default()
        };
        done.fate.items = 1;
        done
    }

    fn named(path: &str) -> Input {
        Input::Named(path.into())
    }

    fn people(journal: &mut Journal) -> Vec<String> {
        let mut people = Vec::new();
        let add = |record: &Record| {
            people.push(record.person.clone());
            Ok(())
        };
        journal.read(add, |_| Ok(())).unwrap();
        people
    }

    #[test]
    fn a_journal_cut_off_anywhere_goes_on_behind_the_last_closed_portion() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal");
        let mut journal = Journal::begin(&path, "run").unwrap();
        journal.write(&named("a"), done("甲", true)).unwrap();
        journal.write(&named("b"), done("乙", false)).unwrap();
        journal.write(&named("b"), done("丙", true)).unwrap();
        journal.keep().unwrap();
        let full = std::fs::read(&path).unwrap();
        for cut in 0..=full.len() {
            std::fs::write(&path, &full[..cut]).unwrap();
            let (mut journal, position) = Journal::resume(&path, "run").unwrap();
            let kept = people(&mut journal);
            assert_eq!(kept, ["甲", "乙", "丙"][..kept.len()], "cut at {cut}");
            let at = (position.inputs, position.items);
            assert_eq!(
                at,
                [(0, 0), (1, 0), (1, 1), (2, 0)][kept.len()],
                "cut at {cut}"
            );
            journal.write(&named("c"), done("丁", true)).unwrap();
            assert_eq!(people(&mut journal).len(), kept.len() + 1, "cut at {cut}");
        }
    }

    #[test]
    fn the_journal_of_the_longest_name_is_no_longer() {
        let name = |result: &str| {
            let path = beside(Path::new(result));
            assert_eq!(path.parent(), Some(Path::new("dir")));
            path.file_name().unwrap().to_str().unwrap().to_owned()
        };
        assert_eq!(name("dir/a.csv"), ".a.csv.quliu-journal");
        let (one, two) = ("甲".repeat(83), "甲".repeat(82) + "乙");
        let (one, two) = (
            name(&format!("dir/{one}.jsonl")),
            name(&format!("dir/{two}.jsonl")),
        );
        assert!(one.len() <= MAX_NAME && two.len() <= MAX_NAME, "{one}");
        assert_ne!(one, two);
    }

    #[test]
    fn another_run_is_not_gone_on_with() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal");
        Journal::begin(&path, "run").unwrap().keep().unwrap();
        let error = Journal::resume(&path, "other").err().unwrap().to_string();
        assert!(error.contains("begin anew with --force"), "{error}");
    }

    #[test]
    fn two_runs_do_not_write_one_journal() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal");
        let _first = Journal::begin(&path, "run").unwrap();
        let error = Journal::begin(&path, "run").err().unwrap().to_string();
        assert!(
            error.starts_with("another quliu writes this file"),
            "{error}"
        );
    }
}
