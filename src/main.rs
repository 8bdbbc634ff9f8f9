//! The `quliu` command.

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use clap::Parser;

mod cli;
mod command;

fn main() -> ExitCode {
    match cli::Cli::parse().command.run() {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            command::say(&format!("quliu: {error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Whoever read our output has seen enough, as in `quliu extract … | head`.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io = error
        .chain()
        .find_map(|cause| cause.downcast_ref::<io::Error>());
    io.is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
}
