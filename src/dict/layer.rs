//! Folders → dictionary files: the built-in ones, then those of each folder of the user.

use std::borrow::Cow;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

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
        ErrorKind::InvalidData => Error::read(path, "not UTF-8: save it as UTF-8"),
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
    require(folder)?;
    let mut files = entries(folder)?;
    files.retain(|path| is_dictionary(path));
    Ok(files)
}

/// Refuses what is no folder.
///
/// # Errors
/// There is nothing at the path, or a file.
pub fn require(folder: &Path) -> Result<()> {
    match folder.metadata() {
        Ok(meta) if meta.is_dir() => Ok(()),
        Ok(_) => Err(unreadable(folder, "a file")),
        Err(e) if e.kind() == ErrorKind::NotFound => Err(unreadable(folder, "nothing there")),
        Err(e) => Err(Error::io(folder, &e)),
    }
}

fn unreadable(folder: &Path, why: &str) -> Error {
    let problem = format!(
        "not a readable dictionary folder ({why}): give a folder with files such as org.tsv"
    );
    Error::read(folder, problem)
}

/// What lies in the folders and is not read, each with what to do about it. Notes and scripts are passed over.
pub fn left_out(folders: &[PathBuf]) -> Vec<Error> {
    folders
        .iter()
        .flat_map(|folder| left_out_of(folder))
        .collect()
}

fn left_out_of(folder: &Path) -> Vec<Error> {
    // A folder that cannot be read is an error of loading it.
    let Ok(entries) = entries(folder) else {
        return Vec::new();
    };
    let mut left_out: Vec<Error> = entries
        .iter()
        .filter(|path| !is_dictionary(path) && !is_note(path))
        .map(|path| {
            Error::read(
                path,
                "not read: only names that end in .tsv or .toml, in lower case, are",
            )
        })
        .collect();
    if !entries.iter().any(|path| is_dictionary(path)) {
        let problem =
            "no dictionary in this folder: give it files such as org.tsv, or rules/NAME.toml";
        left_out.push(Error::read(folder, problem));
    }
    left_out
}

fn ends_in(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| endings.contains(&ending))
}

fn is_dictionary(path: &Path) -> bool {
    ends_in(path, &["tsv", "toml"])
}

fn is_note(path: &Path) -> bool {
    ends_in(path, &["md", "py"])
}

/// Every file in a folder and its subfolders, without the hidden ones, sorted.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    let mut files = Vec::new();
    for entry in walk
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry))
    {
        let entry = entry.map_err(|e| unreadable(folder, &e.to_string()))?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}
