//! What can go wrong: only loading a dictionary and reading an input can fail.

use std::path::PathBuf;

/// An error that says where, what and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A row of a dictionary that cannot be used.
    #[error("{file}:{line}: {problem}")]
    Dict {
        /// Dictionary file.
        file: String,
        /// Line, from 1.
        line: usize,
        /// What is wrong and what to do about it.
        problem: String,
    },
    /// A file that cannot be read.
    #[error("{}: {problem}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What is wrong and what to do about it.
        problem: String,
    },
}

/// The crate's result.
pub type Result<T> = std::result::Result<T, Error>;
