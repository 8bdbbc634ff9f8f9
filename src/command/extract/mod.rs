//! `quliu extract`: articles → records.
//!
//! The records are written in the order of the paths, so that the output does not depend on the number of threads.
//! A result file is made from a journal when all is done; see [`journal`].

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context, bail, ensure};
use quliu::article::input::{self, Input};
use quliu::dict::layer;
use quliu::export::{Writer, file::Output};
use quliu::{Dict, Record};

use self::fate::Fate;
use self::form::Form;
use self::journal::{Journal, Portion, Position};
use self::keep_text::KeepText;
use self::report::Report;
use self::work::{Done, Work};
use super::progress::Progress;
use super::{check_output, dictionary, say};

mod args;
mod caught;
pub mod fate;
mod form;
mod journal;
mod keep_text;
mod name;
mod report;
mod work;

pub use args::Args;

/// The code for "interrupted by Ctrl-C", as shells have it.
const INTERRUPTED: u8 = 130;

/// Why a run that reads standard input is not gone on with, and what to do.
const COMES_ONCE: &str = "standard input comes once: begin anew with --force";

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    check_outputs(args)?;
    let form = Form::of(args.output.as_ref(), args.format, args.profile, args.bom)?;
    if let Some(path) = args
        .output
        .as_deref()
        .filter(|path| args.resume && is_complete(path))
    {
        let path = path.display();
        say(&format!(
            "{path}: it is there, and no journal of an interrupted run: taken as complete; --force makes it anew"
        ));
        return Ok(ExitCode::SUCCESS);
    }
    // It is needed to the end, where to free it word by word would take longer than an article.
    let dict = Box::leak(Box::new(dictionary(&args.dict)?));
    dict.scan.exhaustive |= args.exhaustive;
    caught::hush();
    let run = Run {
        args,
        dict,
        form,
        found: inputs(args),
        keep_text: args
            .keep_text
            .as_deref()
            .map(KeepText::create)
            .transpose()?,
        stop: stop_on_ctrl_c()?,
    };
    match args.output.as_deref().filter(|path| can_be_replaced(path)) {
        Some(path) => run.by_journal(path),
        None => run.directly(),
    }
}

/// The inputs, without what the command writes.
fn inputs(args: &Args) -> input::Found {
    let mut found = input::find(&args.paths);
    let outputs = [&args.output, &args.report, &args.keep_text];
    let outputs: Vec<PathBuf> = outputs
        .into_iter()
        .flatten()
        .filter_map(|path| path.canonicalize().ok())
        .collect();
    let is_output = |input: &Input| match input {
        Input::Found(path) => path
            .canonicalize()
            .is_ok_and(|path| outputs.iter().any(|output| path.starts_with(output))),
        Input::Stdin | Input::Named(_) => false,
    };
    if !outputs.is_empty() {
        found.inputs.retain(|input| !is_output(input));
    }
    found
}

/// A run of the command.
struct Run<'a> {
    args: &'a Args,
    dict: &'a Dict,
    form: Form,
    found: input::Found,
    keep_text: Option<KeepText>,
    /// Set by Ctrl-C.
    stop: Arc<AtomicBool>,
}

impl Run<'_> {
    /// Writes the records as they come: to standard output, a pipe or a device.
    fn directly(&self) -> anyhow::Result<ExitCode> {
        match &self.args.output {
            None => self.write_directly(&mut io::stdout().lock()),
            Some(path) => {
                let mut output = Output::create(path).with_context(|| cannot_write(path))?;
                self.write_directly(&mut output)
                    .with_context(|| cannot_write(path))
            }
        }
    }

    fn write_directly(&self, out: &mut dyn io::Write) -> anyhow::Result<ExitCode> {
        let mut report = self.report()?;
        let mut writer = self.form.begin(out, self.args.bom)?;
        let mut progress = self.progress(0);
        let mut total = Fate::default();
        let all = self.work(&Position::default(), &mut |input, done| {
            done.records
                .iter()
                .try_for_each(|record| writer.write(record))?;
            progress.tell(input.path(), &done.fate, done.whole);
            total.add(done.fate.clone());
            match &mut report {
                Some(report) => report.add(Portion::of(input, done.whole, done.fate)),
                None => Ok(()),
            }
        })?;
        writer.finish()?;
        self.end_report(report, &total, all)?;
        let code = progress.end(&total);
        tell_notes(writer.as_ref());
        Ok(if all {
            code
        } else {
            interrupted("what was done is written")
        })
    }

    /// Writes the records by way of a journal, so that the result is there in full or not at all.
    fn by_journal(&self, path: &Path) -> anyhow::Result<ExitCode> {
        let report = self.report()?;
        let (mut journal, position) = self
            .journal(path)
            .with_context(|| format!("-o {}", path.display()))?;
        let mut progress = self.progress(position.inputs);
        progress.count_failed(position.total.failed);
        let all = self.work(&position, &mut |input, done| {
            progress.tell(input.path(), &done.fate, done.whole);
            Ok(journal.write(input, done)?)
        });
        let all = match all {
            Ok(all) => all,
            Err(error) => {
                journal.keep().with_context(|| cannot_write(path))?;
                return Err(error.context(cannot_write(path)));
            }
        };
        if !all && self.args.force && path.exists() {
            journal.keep().with_context(|| cannot_write(path))?;
            let path = path.display();
            let on = self.how_to_go_on("--resume in place of --force");
            return Ok(interrupted(&format!("{path} is as it was; {on}")));
        }
        let total = self
            .make_result(path, &mut journal, report, all)
            .with_context(|| cannot_write(path))?;
        let code = progress.end(&total);
        if all {
            journal.remove().with_context(|| cannot_write(path))?;
            return Ok(code);
        }
        journal.keep().with_context(|| cannot_write(path))?;
        let path = path.display();
        let on = self.how_to_go_on("--resume");
        Ok(interrupted(&format!("{path} holds what was done; {on}")))
    }

    /// What to do after an interruption.
    fn how_to_go_on(&self, option: &str) -> String {
        match self.found.inputs.has_stdin() {
            true => COMES_ONCE.to_owned(),
            false => format!("the same command with {option} goes on"),
        }
    }

    /// The journal of an interrupted run and how far that came, or a new one.
    fn journal(&self, result: &Path) -> anyhow::Result<(Journal, Position)> {
        let place = journal::beside(result);
        let resumed = self.args.resume && place.exists();
        if resumed && self.found.inputs.has_stdin() {
            bail!(COMES_ONCE);
        }
        match resumed {
            true => Journal::resume(&place, &self.fingerprint()),
            false => Ok((
                Journal::begin(&place, &self.fingerprint())?,
                Position::default(),
            )),
        }
    }

    /// Makes the result, and the report, from the journal.
    fn make_result(
        &self,
        path: &Path,
        journal: &mut Journal,
        mut report: Option<Report>,
        all: bool,
    ) -> anyhow::Result<Fate> {
        let mut output = Output::create(path)?;
        let mut writer = self.form.begin(&mut output, self.args.bom)?;
        let mut total = Fate::default();
        journal.read(
            |record| Ok(writer.write(record)?),
            |portion| {
                total.add(portion.fate.clone());
                match &mut report {
                    Some(report) => report.add(portion),
                    None => Ok(()),
                }
            },
        )?;
        writer.finish()?;
        tell_notes(writer.as_ref());
        drop(writer);
        match self.args.force || self.args.resume {
            true => output.keep()?,
            false => output.keep_new()?,
        }
        self.end_report(report, &total, all)?;
        Ok(total)
    }

    /// Does the work from a position on; tells whether all was done.
    fn work(
        &self,
        from: &Position,
        take: &mut dyn FnMut(&Input, Done) -> anyhow::Result<()>,
    ) -> anyhow::Result<bool> {
        let threads = self.args.jobs.map_or(0, usize::from);
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()?;
        let wanted = |record: &Record| {
            self.args
                .status
                .iter()
                .any(|asked| asked.admits(record.status))
        };
        let work = Work {
            dict: self.dict,
            options: Arc::new(self.args.read.options()),
            pool: &pool,
            wanted: &wanted,
            keep_text: self.keep_text.as_ref(),
            naming: self.args.script,
            stop: &self.stop,
        };
        work.run(self.found.inputs.from(from.inputs), from.items, take)
    }

    fn progress(&self, done: usize) -> Progress {
        let mut progress = Progress::begin(self.found.inputs.len(), done, self.args.verbose);
        self.found
            .warnings
            .iter()
            .for_each(|warning| progress.warn(warning));
        self.found
            .failures
            .iter()
            .for_each(|failure| progress.fail(failure));
        progress
    }

    fn report(&self) -> anyhow::Result<Option<Report>> {
        self.args.report.as_deref().map(Report::create).transpose()
    }

    fn end_report(&self, report: Option<Report>, total: &Fate, all: bool) -> anyhow::Result<()> {
        let Some(mut report) = report else {
            return Ok(());
        };
        let mut total = total.clone();
        for failure in &self.found.failures {
            report.missing(failure, Fate::fail)?;
            total.fail(failure);
        }
        for warning in &self.found.warnings {
            report.missing(warning, Fate::leave_out)?;
            total.leave_out(warning);
        }
        report.end(&total, all)
    }

    /// What makes the journal of another run another one's: version, options, dictionaries and inputs.
    fn fingerprint(&self) -> String {
        let mut hasher = DefaultHasher::new();
        env!("CARGO_PKG_VERSION").hash(&mut hasher);
        format!(
            "{:?} {:?} {:?}",
            self.args.read.options(),
            self.args.status,
            self.args.script
        )
        .hash(&mut hasher);
        // They have been loaded: what is wrong with them was told.
        for file in layer::files(&self.args.dict.dict, &mut Vec::new()) {
            (file.name, file.text, file.layer).hash(&mut hasher);
        }
        self.found.inputs.len().hash(&mut hasher);
        self.args.keep_text.hash(&mut hasher);
        for input in self.found.inputs.iter() {
            input.path().hash(&mut hasher);
            // A file that has changed would be half the old one.
            let there = input.path().metadata().ok();
            there
                .map(|meta| (meta.len(), meta.modified().ok()))
                .hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    }
}

/// Tells what the format could not hold.
fn tell_notes(writer: &dyn Writer) {
    for note in writer.notes() {
        say(&format!("warning: {note}"));
    }
}

fn cannot_write(path: &Path) -> String {
    format!("{}: cannot be written", path.display())
}

fn interrupted(done: &str) -> ExitCode {
    say(&format!("interrupted: {done}"));
    ExitCode::from(INTERRUPTED)
}

/// A pipe or device has to be written as it is.
fn can_be_replaced(path: &Path) -> bool {
    fs::metadata(path).map_or(true, |there| there.is_file())
}

/// The first Ctrl-C ends the work after what has been begun, the second one at once.
fn stop_on_ctrl_c() -> anyhow::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    let set = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        if set.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(INTERRUPTED));
        }
        say("finishing what was begun; Ctrl-C again ends it at once");
    })?;
    Ok(stop)
}

/// Refuses outputs that cannot be written, or that would be lost, before anything is read.
fn check_outputs(args: &Args) -> anyhow::Result<()> {
    if let Some(path) = &args.output {
        check_output("-o", path, "departures.csv")?;
        check_journal(args, path).with_context(|| format!("-o {}", path.display()))?;
    }
    if let Some(path) = &args.report {
        check_output("--report", path, "report.json")?;
        if !args.force && !args.resume {
            refuse_existing("--report", path)?;
        }
    }
    if let (Some(result), Some(report)) = (&args.output, &args.report) {
        ensure!(
            absolute(result) != absolute(report),
            "-o and --report are the same file: name another one"
        );
    }
    for (option, path) in [("-o", &args.output), ("--report", &args.report)] {
        let Some(path) = path else { continue };
        let is_input = |input: &PathBuf| input.is_file() && absolute(input) == absolute(path);
        ensure!(
            !args.paths.iter().any(is_input),
            "{option} {}: this is an input: name another file",
            path.display()
        );
    }
    Ok(())
}

/// Refuses a result whose journal, or whose finished file, would be lost.
fn check_journal(args: &Args, result: &Path) -> anyhow::Result<()> {
    let journal = journal::beside(result);
    journal::check_unused(&journal)?;
    match journal.exists() {
        true if args.force || args.resume => Ok(()),
        true => bail!(
            "an interrupted run left its journal {}: --resume goes on with it, --force begins anew",
            journal.display()
        ),
        // See `is_complete`.
        false if args.resume => Ok(()),
        false if args.force => Ok(()),
        false => refuse_existing("-o", result),
    }
}

/// A path that is the same for the same file, also for one that is not there yet.
fn absolute(path: &Path) -> PathBuf {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize();
    match (path.canonicalize(), folder, path.file_name()) {
        (Ok(path), ..) => path,
        (_, Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

/// Whether a result is there and no journal of a run that was to make it.
fn is_complete(result: &Path) -> bool {
    result.is_file() && !journal::beside(result).exists()
}

fn refuse_existing(option: &str, path: &Path) -> anyhow::Result<()> {
    match path.is_file() {
        true => bail!(
            "{option} {}: it is there already: --force replaces it",
            path.display()
        ),
        false => Ok(()),
    }
}
