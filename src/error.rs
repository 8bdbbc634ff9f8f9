//! What can go wrong: only loading a dictionary and reading an input can fail.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// An error that says where, what and what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A line of a dictionary, or of a file of records, that cannot be used.
    #[error("{file}:{line}: {problem}")]
    Dict {
        /// The file.
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

impl Error {
    /// A file that cannot be read: what is wrong and what to do about it.
    pub fn read(path: &Path, problem: impl Into<String>) -> Error {
        Error::Read {
            path: path.to_owned(),
            problem: problem.into(),
        }
    }

    /// The file, or the file and line, that the error is about.
    pub fn place(&self) -> String {
        match self {
            Error::Dict { file, line, .. } => format!("{file}:{line}"),
            Error::Read { path, .. } => path.to_string_lossy().into_owned(),
        }
    }

    /// A file that the system does not let us read.
    pub fn io(path: &Path, error: &io::Error) -> Error {
        let problem = match error.kind() {
            ErrorKind::NotFound => "no such file or folder: check the path".to_owned(),
            ErrorKind::PermissionDenied => {
                "permission denied: check the rights of the file and its folder".to_owned()
            }
            ErrorKind::IsADirectory => "a folder, not a file: name a file in it".to_owned(),
            ErrorKind::NotADirectory => {
                "a file stands where a folder should: check the path".to_owned()
            }
            _ => error.to_string(),
        };
        Error::read(path, problem)
    }
}
