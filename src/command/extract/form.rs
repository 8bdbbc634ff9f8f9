//! The options for the output → what records are written as.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use anyhow::{bail, ensure};
use quliu::export::profile::{self, Profile};
use quliu::export::{self, Format, Writer};

/// What records are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Every column, in a format of ours.
    Ours(Format),
    /// What a public data set has.
    Theirs(Profile),
}

impl Form {
    /// The form that was asked for, if this build can write it to that output.
    pub fn of(
        output: Option<&PathBuf>,
        format: Option<Format>,
        profile: Option<Profile>,
        bom: bool,
    ) -> anyhow::Result<Form> {
        let form = match profile {
            Some(profile) => Form::Theirs(profile),
            None => Form::Ours(chosen(output, format)?),
        };
        if let Form::Ours(format) = form {
            check(format, output.is_some())?;
        }
        ensure!(
            !bom || form == Form::Ours(Format::Csv),
            "--bom: only CSV begins with a byte order mark: leave it out, or write CSV"
        );
        Ok(form)
    }

    /// Begins an output.
    pub fn begin<'a>(self, out: impl Write + 'a, bom: bool) -> io::Result<Box<dyn Writer + 'a>> {
        match self {
            Form::Ours(format) => export::begin(format, out, bom),
            Form::Theirs(profile) => profile::begin(profile, out),
        }
    }
}

fn chosen(output: Option<&PathBuf>, format: Option<Format>) -> anyhow::Result<Format> {
    let by_ending = output.map(|path| Format::of(path));
    match (format, by_ending) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(Format::Csv),
        (None, Some(Some(format))) => Ok(format),
        (None, Some(None)) => bail!(
            "-o: the ending tells no format: add --format, or end the name in .csv, .jsonl, .parquet, .sqlite or .xlsx"
        ),
    }
}

/// Refuses a format that is not built in, or that standard output is no place for.
fn check(format: Format, to_file: bool) -> anyhow::Result<()> {
    if let Some(missing) = format.missing() {
        bail!(missing);
    }
    if to_file {
        return Ok(());
    }
    let ending = format.endings().first().copied().unwrap_or_default();
    ensure!(
        !format.needs_file(),
        "--format: {ending} needs a file: name one, e.g. -o departures.{ending}"
    );
    ensure!(
        !format.is_binary() || !io::stdout().is_terminal(),
        "--format: {ending} is not for a terminal: name a file, e.g. -o departures.{ending}, or pipe it"
    );
    Ok(())
}
