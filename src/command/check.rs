//! `quliu check`: dictionaries → what is wrong with them.

use std::io::{self, Write};
use std::process::ExitCode;

use quliu::check;
use quliu::dict::layer;

use super::{SOME_FAILED, counted, say, warn_left_out};
use crate::cli::DictArgs;

const EXAMPLES: &str = "\
Examples:
  quliu check                    the built-in dictionaries and wordings
  quliu check --dict my-words    your own words with them

Every example of a trigger, destination or wording is run as an article published on 2025-03-10. The fields in
brackets must be found by one record, and told by the very word or wording that the example proves:

  [阿里巴巴]company[副总裁]former_role[张三]person昨日[离职]trigger

A counterexample must give no record, except for people whom it marks as leaving by other words.
The findings go to standard output, one after the other, each with file and line.

Exit codes: 0 everything holds; 1 there are findings; 2 wrong usage, or a folder that is missing.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    dict: DictArgs,
}

pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    args.dict
        .dict
        .iter()
        .try_for_each(|folder| layer::require(folder))?;
    warn_left_out(&args.dict);
    let report = check::run(&args.dict.dict);
    let mut out = io::stdout().lock();
    for finding in &report.findings {
        writeln!(out, "{finding}")?;
    }
    out.flush()?;
    say(&format!(
        "{}, {}, {}: {}",
        counted(report.files, "file"),
        counted(report.examples, "example"),
        counted(report.counterexamples, "counterexample"),
        match report.findings.len() {
            0 => "everything holds".to_owned(),
            n => counted(n, "finding"),
        }
    ));
    Ok(match report.findings.is_empty() {
        true => ExitCode::SUCCESS,
        false => SOME_FAILED,
    })
}
