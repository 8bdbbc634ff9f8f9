//! Folders → dictionary files: the built-in ones, then those of each folder of the user.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use super::builtin;
use crate::error::{Error, Result};

/// A file of words or wordings.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path within the layer; the name says what it holds.
    pub name: String,
    /// Its path for messages.
    pub shown: String,
    /// What it says.
    pub text: Cow<'static, str>,
    /// 0 is built in; the user's folders follow.
    pub layer: usize,
}

impl File {
    /// The file's name without folder and ending.
    pub fn stem(&self) -> &str {
        let base = self.name.rsplit('/').next().unwrap_or(&self.name);
        base.split('.').next().unwrap_or(base)
    }
}

/// The files of all layers, lowest first; what cannot be read is noted in `errors`.
pub fn files(layers: &[PathBuf], errors: &mut Vec<Error>) -> Vec<File> {
    let builtin = |(name, text): (&str, &'static str)| File {
        name: name.to_string(),
        shown: format!("dict/{name}"),
        text: text.into(),
        layer: 0,
    };
    let mut files: Vec<File> = builtin::files().into_iter().map(builtin).collect();
    for (i, folder) in layers.iter().enumerate() {
        match paths(folder) {
            Ok(paths) => {
                for path in paths {
                    match read(folder, &path, i + 1) {
                        Ok(file) => files.push(file),
                        Err(error) => errors.push(error),
                    }
                }
            }
            Err(error) => errors.push(error),
        }
    }
    files
}

fn read(folder: &Path, path: &Path, layer: usize) -> Result<File> {
    let text = std::fs::read_to_string(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::InvalidData => Error::read(path, "not UTF-8: save it as UTF-8"),
        _ => Error::io(path, &e),
    })?;
    let relative = path.strip_prefix(folder).unwrap_or(path);
    Ok(File {
        name: relative.to_string_lossy().replace('\\', "/"),
        shown: path.to_string_lossy().into_owned(),
        text: text.into(),
        layer,
    })
}

fn paths(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|e| {
            let problem = format!(
                "not a readable dictionary folder ({e}): give a folder with files such as org.tsv"
            );
            Error::read(folder, problem)
        })?;
        let name = entry.file_name().to_string_lossy();
        if entry.file_type().is_file() && (name.ends_with(".tsv") || name.ends_with(".toml")) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}
